//! Signals and the loss of the terminal, as events. Where the program does not end within a second of one, because
//! something holds it up, it is ended here with the terminal given back. Stopping does not wait for the program: it
//! happens here.

use std::io;
use std::sync::mpsc::Sender;

use crate::ui::event::Event;

/// Begins to watch.
#[cfg(unix)]
pub(super) fn watch(events: &Sender<Event>) -> io::Result<()> {
    unix::watch_signals(events.clone())?;
    unix::watch_hang_up(events.clone());
    Ok(())
}

/// Windows ends a console program by closing its console, which the reading of it notices, and never stops one.
#[cfg(not(unix))]
pub(super) fn watch(_: &Sender<Event>) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
mod unix {
    use std::io;
    use std::sync::mpsc::Sender;
    use std::thread;
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, poll};
    use signal_hook::consts::{
        SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTSTP,
        SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU,
    };
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    use crate::ui::event::Event;
    use crate::ui::terminal::{self, GivenBack};

    /// How long the program may take to end.
    const PATIENCE: Duration = Duration::from_millis(800);

    /// What ends the program: every signal that would end it by itself and that a program may have a say in.
    const ENDS: [i32; 13] = [
        SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGALRM, SIGIO, SIGPROF, SIGSYS, SIGUSR1, SIGUSR2,
        SIGVTALRM, SIGXCPU,
    ];

    pub(super) fn watch_signals(events: Sender<Event>) -> io::Result<()> {
        let mut signals = Signals::new(ENDS.iter().chain(&[SIGTSTP, SIGCONT, SIGWINCH]))?;
        thread::spawn(move || {
            let mut given_back = None;
            loop {
                let arrived: Vec<i32> = signals.wait().collect();
                if let Some(signal) = arrived.iter().find(|signal| ENDS.contains(signal)) {
                    drop(given_back);
                    end(*signal, &events);
                }
                if arrived.contains(&SIGWINCH) {
                    // The program may be gone already.
                    let _gone = events.send(Event::Resize);
                }
                given_back = stop_or_go_on(&arrived, given_back, &events);
            }
        });
        Ok(())
    }

    /// Stops the program at SIGTSTP with the terminal given back; takes it again at SIGCONT, which follows SIGSTOP too.
    /// What arrives together has no order: after a stop it can only have been SIGCONT first, otherwise SIGTSTP.
    fn stop_or_go_on(
        arrived: &[i32],
        given_back: Option<GivenBack>,
        events: &Sender<Event>,
    ) -> Option<GivenBack> {
        let goes_on = arrived.contains(&SIGCONT);
        let stops = arrived.contains(&SIGTSTP) && (given_back.is_some() || !goes_on);
        if stops {
            let given_back = given_back.unwrap_or_else(terminal::give_back);
            if emulate_default_handler(SIGTSTP).is_ok() {
                return Some(given_back);
            }
            terminal::take_again(Some(given_back));
        } else if goes_on {
            terminal::take_again(given_back);
        } else {
            return given_back;
        }
        // The program may be gone already.
        let _gone = events.send(Event::Continued);
        None
    }

    /// Has the program end, and ends it here where it does not within [`PATIENCE`].
    fn end(signal: i32, events: &Sender<Event>) -> ! {
        let _gone = events.send(Event::Signal(signal));
        thread::sleep(PATIENCE);
        terminal::leave();
        std::process::exit(128 + signal);
    }

    /// crossterm never reports that the terminal is gone (its issue 793). Waiting for nothing but the hang-up costs
    /// nothing: the kernel wakes this thread once.
    pub(super) fn watch_hang_up(events: Sender<Event>) {
        thread::spawn(move || {
            let input = io::stdin();
            let mut terminal = [PollFd::new(&input, PollFlags::empty())];
            while poll(&mut terminal, None).is_err_and(|error| error == rustix::io::Errno::INTR) {}
            let _gone = events.send(Event::Lost);
            thread::sleep(PATIENCE);
            std::process::exit(128 + SIGHUP);
        });
    }
}
