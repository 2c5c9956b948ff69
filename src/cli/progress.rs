//! What a long command says meanwhile, in one line of a terminal, and how it is asked to stop.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

/// Says what is being done, in the place of what was said before. Nothing where nobody reads it.
pub(super) fn say(doing: &str) {
    show(&format!("\r\x1b[K{doing}"));
}

/// Takes away what was said.
pub(super) fn clear() {
    show("\r\x1b[K");
}

fn show(said: &str) {
    let mut err = io::stderr();
    if err.is_terminal() {
        // Whoever cannot read it misses nothing.
        let _shown = write!(err, "{said}").and_then(|()| err.flush());
    }
}

/// While it lives Ctrl+C ends nothing by itself, and is noticed instead.
#[derive(Debug)]
pub(super) struct Interruption {
    /// The number of the signal that came; 0 where none did.
    came: Arc<AtomicUsize>,
    ends: Ends,
}

/// What becomes of the signals once it is gone.
#[derive(Debug)]
enum Ends {
    /// They end the program as usual.
    Program(Arc<AtomicBool>),
    /// A session has them, which says so meanwhile.
    #[cfg(unix)]
    Session(Arc<AtomicBool>),
}

impl Interruption {
    /// Begins to notice.
    pub(super) fn watch() -> io::Result<Self> {
        let (came, over) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        for signal in [SIGINT, SIGTERM] {
            flag::register_conditional_default(signal, Arc::clone(&over))?;
            flag::register_usize(signal, Arc::clone(&came), usize::try_from(signal).unwrap_or_default())?;
        }
        Ok(Self { came, ends: Ends::Program(over) })
    }

    /// Within a session that notices signals already.
    #[cfg(unix)]
    pub(super) fn within(came: Arc<AtomicUsize>, is_held: Arc<AtomicBool>) -> Self {
        is_held.store(true, Ordering::Relaxed);
        Self { came, ends: Ends::Session(is_held) }
    }

    /// Whether somebody has pressed the keys, or the system asks the program to end.
    pub(super) fn came(&self) -> bool {
        self.came.load(Ordering::Relaxed) > 0
    }
}

impl Drop for Interruption {
    fn drop(&mut self) {
        match &self.ends {
            Ends::Program(over) => over.store(true, Ordering::Relaxed),
            #[cfg(unix)]
            Ends::Session(is_held) => {
                // Ctrl+C was about what was under way.
                let (keys, nothing) = (usize::try_from(SIGINT).unwrap_or_default(), 0);
                let _other = self.came.compare_exchange(keys, nothing, Ordering::Relaxed, Ordering::Relaxed);
                is_held.store(false, Ordering::Relaxed);
            }
        }
    }
}
