//! Everything that can happen to the program, as one closed list, and how much of it is waiting.

use std::sync::mpsc::Sender;

use crossterm::event::{KeyEvent, MouseEvent};

use super::jobs::News;

/// Something that the program reacts to.
#[derive(Debug)]
pub enum Event {
    /// A key was pressed, repeated or released.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The mouse was clicked, moved or turned.
    Mouse(MouseEvent),
    /// The window has another size, or came to the front.
    Resize,
    /// A job has made progress or has ended.
    Job(News),
    /// The system asks the program to end: a signal by its number.
    Signal(i32),
    /// The program goes on after it was stopped; the terminal is empty and may have another size.
    Continued,
    /// The terminal is gone.
    Lost,
    /// Another program has written to the store.
    Stored,
    /// A thread of a screen's own has something for it.
    Woken,
}

/// The bell that a screen's own thread rings when it has something for it ([`super::screen::Screen::woken`]).
#[derive(Debug, Clone)]
pub struct Bell(Sender<Event>);

impl Bell {
    /// A bell on this channel.
    pub fn new(events: Sender<Event>) -> Self {
        Self(events)
    }

    /// The channel that it rings through.
    pub fn into_channel(self) -> Sender<Event> {
        self.0
    }

    /// Rings. The program may be gone already; then nobody wants to know.
    pub fn ring(&self) {
        let _gone = self.0.send(Event::Woken);
    }
}
