//! Standard input, line by line. A session in lines also ends where the system asks the program to end: what was taken
//! is on disk then, and is looked after as at the end of the input.

use std::io::{self, BufReader, Read};

use super::Failure;
use super::progress::Interruption;
use crate::import::stream::LineReader;

/// The reader of standard input, which remembers its encoding.
#[derive(Debug)]
pub struct StandardInput {
    lines: LineReader,
    bytes: BufReader<Bytes>,
}

impl Default for StandardInput {
    fn default() -> Self {
        Self { lines: LineReader::default(), bytes: BufReader::new(Bytes::default()) }
    }
}

impl StandardInput {
    /// From now on a signal that ends the program ends the input. Windows ends a console program by itself.
    pub(super) fn end_on_signals(&mut self) -> io::Result<()> {
        #[cfg(unix)]
        {
            self.bytes.get_mut().watch = Some(unix::Watch::begin()?);
        }
        Ok(())
    }

    /// The next line; `None` where the input has ended.
    pub(super) fn next(&mut self) -> Result<Option<String>, Failure> {
        if let Some(signal) = self.bytes.get_ref().signal() {
            return Err(Failure::Signal(signal));
        }
        let line = self.lines.next(&mut self.bytes);
        match self.bytes.get_ref().signal() {
            Some(signal) if line.is_err() => Err(Failure::Signal(signal)),
            _ => Ok(line?),
        }
    }

    /// How something is asked to stop that takes long: the session goes on after Ctrl+C.
    pub(super) fn interruption(&self) -> io::Result<Interruption> {
        #[cfg(unix)]
        if let Some(watch) = &self.bytes.get_ref().watch {
            return Ok(watch.interruption());
        }
        Interruption::watch()
    }
}

/// The bytes of standard input, until a signal comes.
#[derive(Debug, Default)]
struct Bytes {
    #[cfg(unix)]
    watch: Option<unix::Watch>,
}

impl Bytes {
    /// The signal that has ended the input, if one has.
    fn signal(&self) -> Option<i32> {
        #[cfg(unix)]
        return self.watch.as_ref().and_then(unix::Watch::signal);
        #[cfg(not(unix))]
        None
    }
}

impl Read for Bytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        #[cfg(unix)]
        if let Some(watch) = &mut self.watch {
            watch.wait()?;
        }
        // It has a buffer of its own, which is passed by where this one is as large.
        io::stdin().lock().read(buffer)
    }
}

#[cfg(unix)]
mod unix {
    use std::io::{self, Read, Write};
    use std::os::unix::net::UnixStream;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
    use std::thread;
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, poll};
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    use signal_hook::{flag, low_level::pipe};

    use crate::cli::progress::Interruption;

    /// What ends the program.
    const ENDS: [i32; 4] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT];

    /// How long the session may take to end, where nobody reads what it says.
    const PATIENCE: Duration = Duration::from_secs(5);

    /// Watches for the signals that end the program.
    #[derive(Debug)]
    pub(super) struct Watch {
        came: Arc<AtomicUsize>,
        /// Whether something is under way that is asked to stop by itself.
        is_held: Arc<AtomicBool>,
        /// Something can be read here once one came.
        woken: UnixStream,
    }

    impl Watch {
        pub(super) fn begin() -> io::Result<Self> {
            let (came, is_held) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
            let ((mut signalled, signal), (woken, mut wake)) = (UnixStream::pair()?, UnixStream::pair()?);
            for number in ENDS {
                flag::register_usize(number, Arc::clone(&came), usize::try_from(number).unwrap_or_default())?;
                pipe::register(number, signal.try_clone()?)?;
            }
            let watch = Self { came, is_held, woken };
            let (came, is_held) = (Arc::clone(&watch.came), Arc::clone(&watch.is_held));
            thread::spawn(move || {
                while signalled.read_exact(&mut [0]).is_ok() && wake.write_all(&[0]).is_ok() {
                    thread::sleep(PATIENCE);
                    let number = came.load(Ordering::Relaxed);
                    if number > 0 && !is_held.load(Ordering::Relaxed) {
                        std::process::exit(128 + i32::try_from(number).unwrap_or_default());
                    }
                }
            });
            Ok(watch)
        }

        pub(super) fn signal(&self) -> Option<i32> {
            i32::try_from(self.came.load(Ordering::Relaxed)).ok().filter(|number| *number > 0)
        }

        /// Waits for standard input, or for a signal.
        pub(super) fn wait(&mut self) -> io::Result<()> {
            loop {
                if self.signal().is_some() {
                    return Err(io::ErrorKind::BrokenPipe.into());
                }
                let input = io::stdin();
                let mut ready = [PollFd::new(&input, PollFlags::IN), PollFd::new(&self.woken, PollFlags::IN)];
                match poll(&mut ready, None) {
                    Err(rustix::io::Errno::INTR) => continue,
                    polled => polled?,
                };
                let [has_input, is_woken] = ready.map(|ready| !ready.revents().is_empty());
                if is_woken {
                    self.woken.read_exact(&mut [0])?;
                } else if has_input {
                    return Ok(());
                }
            }
        }

        pub(super) fn interruption(&self) -> Interruption {
            Interruption::within(Arc::clone(&self.came), Arc::clone(&self.is_held))
        }
    }
}
