//! Everything that can happen to the program, as one closed list, and how much of it is waiting.

use crossterm::event::{Event as TerminalEvent, KeyEvent, MouseEvent};

use super::jobs::News;

/// Something happened.
#[derive(Debug)]
pub enum Event {
    /// A key.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The mouse.
    Mouse(MouseEvent),
    /// The window has another size, or came to the front.
    Resize,
    /// A job has something to tell.
    Job(News),
    /// The system asks the program to end: a signal by its number.
    Signal(i32),
    /// The terminal is gone.
    Lost,
    /// Another program has written to the store.
    Stored,
}

impl Event {
    /// Reads what the terminal sent. `None` for what says nothing to us.
    pub fn from_terminal(event: TerminalEvent) -> Option<Self> {
        match event {
            TerminalEvent::Key(key) => Some(Self::Key(key)),
            TerminalEvent::Paste(text) => Some(Self::Paste(text)),
            TerminalEvent::Mouse(mouse) => Some(Self::Mouse(mouse)),
            TerminalEvent::Resize(..) => Some(Self::Resize),
            TerminalEvent::FocusGained | TerminalEvent::FocusLost => None,
        }
    }
}
