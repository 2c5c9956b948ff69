//! What a long command says meanwhile, in one line of a terminal, and how it is asked to stop.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

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
    came: Arc<AtomicBool>,
    over: Arc<AtomicBool>,
}

impl Interruption {
    /// Begins to notice.
    pub(super) fn watch() -> io::Result<Self> {
        let (came, over) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        for signal in [SIGINT, SIGTERM] {
            flag::register_conditional_default(signal, Arc::clone(&over))?;
            flag::register(signal, Arc::clone(&came))?;
        }
        Ok(Self { came, over })
    }

    /// Whether somebody has pressed the keys, or the system asks the program to end.
    pub(super) fn came(&self) -> bool {
        self.came.load(Ordering::Relaxed)
    }
}

impl Drop for Interruption {
    fn drop(&mut self) {
        // From now on the signals end the program as usual.
        self.over.store(true, Ordering::Relaxed);
    }
}
