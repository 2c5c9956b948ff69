//! The event loop: events in through one channel, one frame out when no more events wait. It knows no screen. Idle, it
//! sleeps: no timer wakes it but the one that puts what is being written on disk, once after the last key.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Instant;

use ratatui::layout::{Position, Rect};

use super::app::{App, Ending, Setup};
use super::error::UiError;
use super::event::Event;
use super::terminal::{self, TerminalError};

#[cfg(debug_assertions)]
mod deliberate_panic;
mod neighbours;
mod reader;
mod signals;

#[cfg(debug_assertions)]
pub(crate) use deliberate_panic::panic_at;

/// What to open where the program ends to show another store: the example, or one's own again.
pub type Reopen<'a> = dyn FnMut(Ending) -> Result<Setup, UiError> + 'a;

/// Runs the program in this terminal until the user quits, a signal ends it, or the terminal is gone. Draft and
/// settings have been saved when it returns.
pub fn run(setup: Setup, reopen: &mut Reopen) -> Result<Ending, TerminalError> {
    terminal::check()?;
    let (events, inbox) = mpsc::channel();
    terminal::leave_on_panic();
    signals::watch(&events)?;
    let mut app = App::new(setup, events.clone());
    let terminal = terminal::enter()?;
    // Whatever happens in the loop, what is being written is saved.
    let ended = catch_unwind(AssertUnwindSafe(|| event_loop(&mut app, terminal, &inbox, &events, reopen)));
    let _panicked = catch_unwind(AssertUnwindSafe(|| app.save_all()));
    terminal::leave();
    match ended {
        // A terminal that cannot be written to is gone.
        Ok(Err(TerminalError::Io(_))) => Ok(Ending::Lost),
        Ok(other) => other,
        Err(_) => Err(TerminalError::Panicked),
    }
}

/// Draws, waits, takes all that has come, and draws again.
fn event_loop(
    app: &mut App,
    mut terminal: ratatui::Terminal<terminal::OneWrite>,
    inbox: &Receiver<Event>,
    events: &Sender<Event>,
    reopen: &mut Reopen,
) -> Result<Ending, TerminalError> {
    terminal.draw(|frame| app.draw(frame))?;
    // What the first frame does not need comes after it.
    let mut _watcher = begin(app, events);
    reader::listen(events.clone());
    loop {
        let mut changed = false;
        let mut next = match next_event(app, inbox) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => {
                if app.save_unfinished() {
                    terminal.draw(|frame| app.draw(frame))?;
                }
                continue;
            }
            Err(RecvTimeoutError::Disconnected) => return Ok(Ending::Lost),
        };
        while let Some(event) = next {
            match event {
                Event::Resize => terminal.backend_mut().resized(),
                Event::Continued => redraw_all(&mut terminal)?,
                _ => {}
            }
            changed |= app.handle(event);
            next = if app.ending().is_none() { inbox.try_recv().ok() } else { None };
        }
        match app.ending() {
            // The terminal and whoever reads it stay as they are, so that no key is lost on the way.
            Some(ending @ (Ending::Example | Ending::OwnStore | Ending::PutBack(_))) => {
                app.remember();
                if matches!(ending, Ending::PutBack(_)) {
                    app.release();
                }
                match reopen(ending) {
                    Ok(setup) => {
                        app.reopen(setup);
                        _watcher = begin(app, events);
                    }
                    Err(error) => app.stay(&error),
                }
                changed = true;
            }
            Some(Ending::Quit) if app.stays_for_moved() => changed = true,
            Some(ending) => return Ok(ending),
            None => {}
        }
        #[cfg(debug_assertions)]
        panic_at(&app.draft().unwrap_or_default());
        if let Some(text) = app.take_copied() {
            terminal.backend_mut().copy(&text);
        }
        if app.take_ring() {
            terminal.backend_mut().ring();
        }
        if changed {
            terminal.draw(|frame| app.draw(frame))?;
        }
    }
}

/// Waits for an event, or until what is being written is to be saved.
fn next_event(app: &App, inbox: &Receiver<Event>) -> Result<Event, RecvTimeoutError> {
    match app.saves_at() {
        Some(at) => inbox.recv_timeout(at.saturating_duration_since(Instant::now())),
        None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
    }
}

/// Starts what the first frame of a store does not need.
fn begin(app: &mut App, events: &Sender<Event>) -> Option<notify::RecommendedWatcher> {
    let watcher = app.store_path().and_then(|path| neighbours::watch(path, events.clone()));
    // Others may have written between the reading for the first frame and the watching.
    let _gone = events.send(Event::Stored);
    app.begin();
    watcher
}

/// Makes the next frame draw every cell.
fn redraw_all(terminal: &mut ratatui::Terminal<terminal::OneWrite>) -> Result<(), TerminalError> {
    terminal.backend_mut().forget();
    let size = terminal.size()?;
    // `Terminal::clear` would ask the terminal where its cursor is, and the answer would be read as keys.
    Ok(terminal.resize(Rect::from((Position::ORIGIN, size)))?)
}
