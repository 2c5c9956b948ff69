//! The running program: events in through one channel, one picture out when no more events wait. Knows no screen.
//! Idle, it sleeps: nothing ticks.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::app::{App, Ending, Setup};
use super::event::Event;
use super::terminal::{self, TerminalError};

mod signals;

/// How the program ended, and what was written and not saved.
#[derive(Debug)]
pub struct Ended {
    /// How.
    pub ending: Ending,
    /// What was written and not saved.
    pub draft: Option<String>,
}

/// Runs the program in this terminal until somebody leaves it, the system asks, or the terminal is gone.
pub fn run(setup: Setup) -> Result<Ended, TerminalError> {
    terminal::check()?;
    let (events, inbox) = mpsc::channel();
    terminal::leave_on_panic();
    signals::watch(&events)?;
    let mut app = App::new(setup, events.clone());
    let terminal = terminal::enter()?;
    let ended = event_loop(&mut app, terminal, &inbox, events);
    terminal::leave();
    let ending = match ended {
        Ok(ending) => ending,
        // A terminal that cannot be written to is gone.
        Err(TerminalError::Io(_)) => Ending::Lost,
        Err(other) => return Err(other),
    };
    Ok(Ended { ending, draft: app.draft() })
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
