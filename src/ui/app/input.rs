//! Events as they reach the program: keys, pastes, the mouse, job news.

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::drafts::Unsaved;
use super::{App, Ending, StoreFile};
use crate::store::StoreError;
use crate::ui::bindings::{self, Scope};
use crate::ui::canvas::ClickTarget;
use crate::ui::command::Command;
use crate::ui::event::Event;
use crate::ui::input::edit_of;
use crate::ui::key::Key;
use crate::ui::screen::{Changed, Screen};

/// The key that takes what is chosen or written.
const ENTER: Key = Key::plain(KeyCode::Enter);
/// The key that empties a field.
const EMPTIES: Key = Key::ctrl(KeyCode::Char('u'));

/// How soon after a digit another one is of the same number.
const ONE_NUMBER: Duration = Duration::from_millis(700);

/// What the last key was, where the next one depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LastKey {
    /// A character that was typed.
    Typed,
    /// A digit that chose in a box and closed it, and when.
    Chose(Instant),
    Other,
}

impl App {
    /// Handles one event. Returns whether the picture may have changed: the caller draws, once no more events wait.
    pub fn handle(&mut self, event: Event) -> bool {
        let may_have_changed = self.take(event);
        self.find_waiting();
        may_have_changed
    }

    fn take(&mut self, event: Event) -> bool {
        self.look.now = self.clock.now();
        match event {
            Event::Key(event) => {
                self.unsaved = Some(Unsaved::touched(self.unsaved, Instant::now()));
                self.pressed(event);
            }
            Event::Paste(text) => {
                self.unsaved = Some(Unsaved::touched(self.unsaved, Instant::now()));
                self.typed += 1;
                self.last_key = LastKey::Other;
                self.go_on_writing();
                self.step(|screen, ctx| screen.pasted(&text, ctx));
            }
            Event::Mouse(event) => self.pointed(event),
            Event::Resize | Event::Continued => {}
            Event::Job(news) => {
                if let Some(ended) = self.jobs.receive(news) {
                    self.finish(ended);
                }
            }
            Event::Stored => return self.read_again(),
            Event::Woken => self.wake(),
            Event::Signal(number) => self.ending = Some(Ending::Signal(number)),
            Event::Lost => self.ending = Some(Ending::Lost),
        }
        true
    }

    /// Reads again what is shown if another program has written to the store; our own writes are known already.
    fn read_again(&mut self) -> bool {
        if let Err(error) = self.store.refuse_moved() {
            return self.say_moved(error);
        }
        let Ok(version) = self.store.version() else { return false };
        let changed = self.version != version;
        if changed {
            self.version = version;
            self.refresh(Changed::Anything);
            self.recount_due();
        }
        changed
    }

    /// Whether the file turns out to be gone right before the end: it is said, and the program stays open.
    pub fn stays_for_moved(&mut self) -> bool {
        if self.file == StoreFile::Gone {
            return false;
        }
        let Err(error) = self.store.refuse_moved() else { return false };
        self.ending = None;
        self.say_moved(error)
    }

    /// Says once that the file is gone.
    fn say_moved(&mut self, error: StoreError) -> bool {
        let is_news = std::mem::replace(&mut self.file, StoreFile::Gone) != StoreFile::Gone;
        if is_news {
            self.show_error(&error.into());
        }
        is_news
    }

    /// A key: characters go to the text that is being written, other keys to the tables of keys.
    fn pressed(&mut self, event: KeyEvent) {
        let Some(key) = Key::from_event(event) else { return };
        // Many press Enter after a number: what is under the box does not get it.
        let last = std::mem::replace(&mut self.last_key, LastKey::Other);
        if let LastKey::Chose(at) = last {
            if key == ENTER {
                return;
            }
            // A second digit was meant for the number: there is none that begins so.
            if let Some(digit) = key.typed().filter(|c| c.is_ascii_digit() && at.elapsed() < ONE_NUMBER) {
                let done = self.notice.take().unwrap_or_default();
                self.notice = Some((self.look.words.app.digit_too_many)(digit, &done));
                self.last_key = last;
                return;
            }
        }
        if let Some(c) = key.typed() {
            // Many are used to a blank that leafs on in what they read. Where all of it is in sight it is a word's end.
            if c != ' ' || !self.with_top(|screen, _| screen.leafs()) {
                self.go_on_writing();
            }
        } else if key.code != KeyCode::Esc {
            self.pen_left = None;
        }
        if key.typed().is_some() {
            self.last_key = LastKey::Typed;
        }
        if self.write_key(key) {
            return;
        }
        if let Some(command) = bindings::find(self.scope(), key) {
            self.note_offered_undo();
            self.notice = None;
            if key.code == KeyCode::Enter && last == LastKey::Typed {
                self.write_out_at_end();
            }
            self.run(command);
            self.deliver_pending();
        } else if let Some(command) = bindings::elsewhere(key) {
            if matches!(command, Command::Undo | Command::Redo) && self.turn_typing(command == Command::Redo)
            {
                return;
            }
            let words = self.look.words;
            self.notice = Some((words.app.not_here)(&key.show(words), command.word(words).label));
        } else if bindings::marks(key) && self.scope().chain().contains(&Scope::Rows) {
            let words = self.look.words;
            self.notice = Some((words.app.nothing_to_mark)(&key.show(words)));
        } else if key.typed().is_some_and(char::is_alphabetic)
            && self.scope().chain().contains(&Scope::Global)
        {
            let words = self.look.words;
            self.notice = Some((words.app.no_command)(&key.show(words), &self.key_of(Command::Help)));
        }
    }

    /// Passes a key to the text field, if there is one that wants it. Returns whether it took the key. A key that edits
    /// is left to the table where there is nothing to edit, so that Delete in an empty field means the chosen row.
    fn write_key(&mut self, key: Key) -> bool {
        // As in a shell, where it is no command.
        let empties = key == EMPTIES && bindings::find(self.scope(), key).is_none();
        let changed = self.with_top(|screen, _| {
            let field = screen.text_field()?;
            if empties && !field.text().is_empty() {
                field.put(0..field.text().len(), "");
                return Some(true);
            }
            if let Some(c) = key.typed() {
                field.insert(c.encode_utf8(&mut [0; 4]));
                return Some(true);
            }
            let edit = edit_of(key).filter(|_| !field.text().is_empty())?;
            Some(field.edit(edit))
        });
        if changed == Some(true) {
            self.typed += 1;
            let open = self.layers.len();
            self.step(Screen::typed);
            let is_digit = key.typed().is_some_and(|c| c.is_ascii_digit());
            if is_digit && self.layers.len() < open {
                self.last_key = LastKey::Chose(Instant::now());
            }
            self.promise_no_undo_while_typing();
            self.write_out();
        }
        changed.is_some()
    }

    /// The mouse: tabs, hints and rows can be clicked; the wheel walks.
    fn pointed(&mut self, event: MouseEvent) {
        let at = Position::new(event.column, event.row);
        (self.pen_left, self.last_key) = (None, LastKey::Other);
        match event.kind {
            MouseEventKind::ScrollUp | MouseEventKind::ScrollDown => {
                let [up, down] = self.with_top(|screen, _| screen.wheel());
                self.run(if event.kind == MouseEventKind::ScrollUp { up } else { down });
            }
            MouseEventKind::Down(MouseButton::Left) => {
                let target = self.targets.iter().rev().find(|(area, _)| area.contains(at));
                match target.map(|(_, target)| *target) {
                    Some(ClickTarget::Command(command)) => self.run(command),
                    Some(ClickTarget::Row(row)) => self.step(|screen, ctx| screen.clicked(row, ctx)),
                    None => {}
                }
                self.deliver_pending();
            }
            _ => {}
        }
    }
}
