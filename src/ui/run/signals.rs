//! Signals and the loss of the terminal, as events. Where the program does not end within a second of one, because
//! something holds it up, it is ended here with the terminal given back.

use std::io;
use std::sync::mpsc::Sender;

use crate::ui::event::Event;

/// Begins to watch.
#[cfg(unix)]
pub(super) fn watch(events: &Sender<Event>) -> io::Result<()> {
    use std::thread;
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, poll};
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    use crate::ui::terminal;

    const PATIENCE: Duration = Duration::from_millis(800);

    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    let to = events.clone();
    thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            let _gone = to.send(Event::Signal(signal));
            thread::sleep(PATIENCE);
            terminal::leave();
            std::process::exit(128 + signal);
        }
    });
    // crossterm never tells that the terminal is gone (its issue 793). Waiting for nothing but the hang-up costs
    // nothing: the kernel wakes this thread once.
    let to = events.clone();
    thread::spawn(move || {
        let input = io::stdin();
        let mut terminal = [PollFd::new(&input, PollFlags::empty())];
        while poll(&mut terminal, None).is_err_and(|error| error == rustix::io::Errno::INTR) {}
        let _gone = to.send(Event::Lost);
        thread::sleep(PATIENCE);
        std::process::exit(128 + SIGHUP);
    });
    Ok(())
}

/// Windows ends a console program by closing its console, which the reading of it notices.
#[cfg(not(unix))]
pub(super) fn watch(_: &Sender<Event>) -> io::Result<()> {
    Ok(())
}
