//! The one trait of all that is shown: tabs, pages over them, and dialogs.

use std::any::Any;

use ratatui::layout::Rect;
use uuid::Uuid;

use super::bindings::{KeyMode, Scope};
use super::canvas::Canvas;
use super::command::Command;
use super::context::{Ctx, Look};
use super::draft::{HalfForm, HalfLine, UnsavedReport};
use super::effect::{Effect, Outcome, Write};
use super::error::UiError;
use super::input::TextInput;
use super::place::Place;
use crate::model::history::{Changes, Entity};
use crate::model::id::{EntryId, MeetingId};

/// Why a screen reads again.
#[derive(Debug, Clone, Copy)]
pub enum Changed<'a> {
    /// It has been opened or come back to, or somebody else has written: anything may be new.
    Anything,
    /// One write of this program, and what it touched.
    These(&'a Changes),
    /// Something was undone or redone, and this was touched.
    Turned(&'a Changes),
}

impl Changed<'_> {
    /// Whether a write of this program wrote nothing.
    pub fn is_nothing(self) -> bool {
        matches!(self, Self::These(changes) if changes.touched.is_empty())
    }

    /// The entry that was undone or redone, where it is the only one: whoever undoes what was done to a row looks at
    /// that row again.
    pub fn turned_entry(self) -> Option<EntryId> {
        let Self::Turned(changes) = self else { return None };
        let mut entries = changes.touched.iter().filter(|(entity, _)| *entity == Entity::Entry);
        let first = entries.next().map(|(_, id)| EntryId(*id));
        first.filter(|_| entries.next().is_none())
    }
}

/// A screen: state, `refresh`, `act`, `draw`. Only `scope`, `act` and `draw` must be written. The result of the effects
/// that it asks for comes back as a step of its own ([`super::layer::NextStep`]).
pub trait Screen: Any {
    /// The table of keys that it is used with.
    fn scope(&self) -> Scope;

    /// What goes on, where keys have another meaning by it than the table says; the footer follows it.
    fn key_mode(&self) -> KeyMode {
        KeyMode::Usual
    }

    /// Does what a command asks. [`Effect::Pass`] for a command that is not its own.
    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome;

    /// Draws itself. Neither the store nor the clock can be reached from here.
    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look);

    /// Reads from the store what it shows: when it is opened, come back to, and after every write.
    fn refresh(&mut self, _changed: Changed, _ctx: &Ctx) -> Result<(), UiError> {
        Ok(())
    }

    /// The user has gone to this place in it. [`Screen::refresh`] follows.
    fn arrive(&mut self, _place: &Place) {}

    /// The text that is being written, if any: it takes the keys that type and edit.
    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        None
    }

    /// Whether undoing means what is being typed in its field, and not what was done last.
    fn undoes_typing(&self) -> bool {
        true
    }

    /// The meeting whose words are written in the field: what its programme has in short is written out.
    fn meeting_written_in(&self) -> Option<MeetingId> {
        None
    }

    /// The text of the field has changed.
    fn typed(&mut self, _ctx: &Ctx) -> Outcome {
        Ok(Effect::None)
    }

    /// Text was pasted. Unless the screen does otherwise it goes to the field as one line.
    fn pasted(&mut self, text: &str, ctx: &Ctx) -> Outcome {
        let Some(field) = self.text_field() else { return Ok(Effect::None) };
        field.insert(&text.split_whitespace().collect::<Vec<_>>().join(" "));
        self.typed(ctx)
    }

    /// A row was clicked ([`super::canvas::ClickTarget::Row`]).
    fn clicked(&mut self, _row: usize, _ctx: &Ctx) -> Outcome {
        Ok(Effect::None)
    }

    /// What the wheel of the mouse asks for, up and down.
    fn wheel(&self) -> [Command; 2] {
        [Command::Up, Command::Down]
    }

    /// A thread of its own has rung the bell.
    fn woken(&mut self, _ctx: &Ctx) {}

    /// The text of the header: on the left after the program's name, and on the right.
    fn headline(&self, _look: &Look) -> (String, String) {
        (String::new(), String::new())
    }

    /// Whether it is something to read of which more comes with a blank.
    fn leafs(&self) -> bool {
        false
    }

    /// Whether one of these records is in what is shown: in the section that is open, from the only table that is.
    /// `None` where it cannot be said.
    fn shows(&self, _records: &[(Entity, Uuid)], _ctx: &Ctx) -> Option<bool> {
        None
    }

    /// Whether it hides all that is under it: pages do, dialogs do not.
    fn covers(&self) -> bool {
        false
    }

    /// Whether it takes another language when that is chosen. A box that has put its words together keeps its own.
    fn follows_language(&self) -> bool {
        self.covers()
    }

    /// It is about to go without having been closed: another tab was chosen, or the program ends. What was written in
    /// it and belongs in the store is saved by this write; where that is refused it stays open, or its text is kept as
    /// [`Screen::unsaved`] where the program ends all the same.
    fn leaving(&mut self) -> Option<Write> {
        None
    }

    /// The line that is being written, as it is seen; it is saved when the program ends.
    fn draft(&self) -> Option<HalfLine> {
        None
    }

    /// The lines that were begun in it elsewhere and wait; they are saved when the program ends.
    fn set_aside(&self) -> Vec<HalfLine> {
        Vec::new()
    }

    /// Gets back a line that was being written. `false` where this is not the place for it.
    fn restore(&mut self, _half: &HalfLine, _ctx: &Ctx) -> Result<bool, UiError> {
        Ok(false)
    }

    /// The words that would be lost if it were closed now: then it is kept, and undoing brings it back.
    fn unsaved_words(&self) -> Option<String> {
        None
    }

    /// Whether going to another tab would lose words in it: then one stays. A line or a form that waits loses none.
    fn would_lose_words(&self) -> bool {
        self.unsaved_words().is_some() && self.draft().is_none() && self.half_form().is_none()
    }

    /// What is filled in and not saved, where it is a form that can be opened again; it is saved when the program ends.
    fn half_form(&self) -> Option<HalfForm> {
        None
    }

    /// Gets back what was filled in. `false` where this is another form.
    fn refill(&mut self, _half: &HalfForm, _ctx: &Ctx) -> bool {
        false
    }

    /// The edited report that is not in the store; it is saved beside it when the program ends.
    fn unsaved(&self) -> Option<UnsavedReport> {
        None
    }
}
