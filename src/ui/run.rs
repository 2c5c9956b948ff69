//! The running program: events in through one channel, one picture out when no more events wait. Knows no screen.
//! Idle, it sleeps: nothing ticks.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::app::{App, Ending, Setup};
use super::event::Event;
use super::terminal::{self, TerminalError};

mod signals;

/// Runs the program in this terminal until somebody leaves it, the system asks, or the terminal is gone. What is to
/// be remembered has been kept when it returns.
pub fn run(setup: Setup) -> Result<Ending, TerminalError> {
    terminal::check()?;
    let (events, inbox) = mpsc::channel();
    terminal::leave_on_panic();
    signals::watch(&events)?;
    let mut app = App::new(setup, events.clone());
    let terminal = terminal::enter()?;
    let ended = event_loop(&mut app, terminal, &inbox, events);
    app.remember();
    terminal::leave();
    match ended {
        // A terminal that cannot be written to is gone.
        Err(TerminalError::Io(_)) => Ok(Ending::Lost),
        other => other,
    }
}

/// Draws, waits, takes all that has come, and draws again.
fn event_loop(
    app: &mut App,
    mut terminal: ratatui::Terminal<terminal::OneWrite>,
    inbox: &Receiver<Event>,
    events: Sender<Event>,
) -> Result<Ending, TerminalError> {
    terminal.draw(|frame| app.draw(frame))?;
    listen(events);
    loop {
        let Ok(event) = inbox.recv() else { return Ok(Ending::Lost) };
        app.handle(event);
        while app.ending().is_none()
            && let Ok(event) = inbox.try_recv()
        {
            app.handle(event);
        }
        if let Some(ending) = app.ending() {
            return Ok(ending);
        }
        terminal.draw(|frame| app.draw(frame))?;
    }
}

/// Reads the terminal on a thread of its own and sends what comes. It begins after the first picture.
fn listen(events: Sender<Event>) {
    thread::spawn(move || {
        loop {
            let Ok(event) = crossterm::event::read() else {
                let _gone = events.send(Event::Lost);
                return;
            };
            if let Some(event) = Event::from_terminal(event)
                && events.send(event).is_err()
            {
                return;
            }
        }
    });
}
