//! What a screen asks of the program, as data. A screen changes nothing but itself; all else is an effect.

use std::fmt;

use super::command::Command;
use super::jobs::Job;
use super::place::Place;
use super::screen::Screen;
use super::trouble::Trouble;
use crate::model::history::Changes;
use crate::store::{Done, Store};

/// What a screen asks for.
#[derive(Default)]
pub enum Effect {
    /// Nothing more: it was handled.
    #[default]
    None,
    /// The command was not meant for this screen; the program looks at it.
    Pass,
    /// A write: one verb of `ops`. Afterwards the asker is told by [`Screen::wrote`].
    Do(Write),
    /// A dialog on top.
    Open(Box<dyn Screen>),
    /// Close the one on top; what lies under it gets the answer by [`Screen::answered`].
    Close(Answer),
    /// Go somewhere.
    GoTo(Place),
    /// A short calm line.
    Notice(String),
    /// A command, as if its key had been pressed.
    Run(Command),
    /// Long work in the background.
    Job(Job),
    /// Read again what is shown.
    Refresh,
    /// Leave the program.
    Quit,
    /// Several, in order.
    Many(Vec<Effect>),
}

/// What every step of a screen gives.
pub type Outcome = Result<Effect, Trouble>;

/// What a write does to the store: one verb of `ops`.
type Verb = Box<dyn FnOnce(&mut Store) -> Result<Changes, Trouble>>;

/// One verb of `ops` and the words of the notice afterwards.
pub struct Write {
    /// What is said afterwards; the key that undoes it is added. Empty for nothing.
    pub said: String,
    /// The verb.
    pub verb: Verb,
}

impl fmt::Debug for Write {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Write").field("said", &self.said).finish_non_exhaustive()
    }
}

impl Effect {
    /// A write: `Effect::write(words, move |store| ops::delete_entries(store, &[id]))`.
    pub fn write<T, E: Into<Trouble>>(
        said: impl Into<String>,
        verb: impl FnOnce(&mut Store) -> Result<Done<T>, E> + 'static,
    ) -> Self {
        let verb = |store: &mut Store| verb(store).map(|done| done.changes).map_err(Into::into);
        Self::Do(Write { said: said.into(), verb: Box::new(verb) })
    }

    /// A dialog on top.
    pub fn open(dialog: impl Screen + 'static) -> Self {
        Self::Open(Box::new(dialog))
    }
}

/// The value that a dialog answers with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It was closed without an answer.
    Nothing,
    /// Yes.
    Yes,
    /// The row that was chosen, counted from 0 in the list that was handed over.
    Choice(usize),
    /// The rows that were marked, in order.
    Choices(Vec<usize>),
    /// The text that was written.
    Text(String),
    /// The values of a form's fields, in order.
    Form(Vec<String>),
    /// A command to run, from the palette.
    Run(Command),
}
