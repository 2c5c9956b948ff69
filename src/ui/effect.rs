//! What a screen asks of the program, as data. A screen changes nothing but itself; all else is an effect. The result
//! of an effect goes back to the screen that asked for it, by a [`NextStep`].

use std::fmt;
use std::path::PathBuf;

use super::command::Command;
use super::context::Ctx;
use super::draft::Draft;
use super::ending::Ending;
use super::error::UiError;
use super::jobs::Job;
use super::layer::NextStep;
use super::place::Place;
use super::preferences::Preferences;
use super::screen::Screen;
use super::theme::ThemeKind;
use crate::i18n::Lang;
use crate::model::history::{Changes, LogId};
use crate::model::{Facet, SavedView};
use crate::ops::{self, Seen, Turned};
use crate::store::undo::Turn;
use crate::store::{Done, Store};

/// What a screen asks for.
#[derive(Default)]
pub enum Effect {
    /// Nothing more: it was handled.
    #[default]
    None,
    /// The command was not meant for this screen; the program looks at it.
    Pass,
    /// A write: one verb of `ops`.
    Do(Write),
    /// A page or dialog on top, and what to do with its answer if it has one.
    Open(Box<dyn Screen>, Option<NextStep<DialogAnswer>>),
    /// Close the layer that asks for this; whoever opened it gets the answer.
    Close(DialogAnswer),
    /// Go to a tab, a meeting or a page.
    GoTo(Place),
    /// A short line over the footer, until the next command.
    Notice(String),
    /// Put this text on the clipboard of whoever sits at the terminal.
    Copy(String),
    /// A command, as if its key had been pressed.
    Run(Command),
    /// A line was taken and wrote nothing: what is undone next is not it.
    WroteNothing,
    /// Undo this operation and no other.
    Undo(LogId),
    /// An operation was undone or redone in parts, or that was cancelled: show it.
    Turned(Turn, Box<ops::Result<Option<Done<Turned>>>>),
    /// End the program once what is under way was cancelled and is as before.
    EndWhenCancelled,
    /// Remember what is searched for, for the next time the page is opened.
    KeepQuery(String),
    /// This person writes at the pen from now on.
    SetScribe(String),
    /// The interface has this language from now on.
    SetLanguage(Lang),
    /// The interface has these colours from now on.
    SetTheme(ThemeKind),
    /// The user prefers this from now on.
    Prefer(Preferences),
    /// Long work in the background.
    Job(Job),
    /// Read again what is shown.
    Refresh,
    /// Show what could be read of the store in its place: it is damaged.
    ReadInstead(Box<Store>),
    /// Leave the program, or go to another store.
    End(Ending),
    /// Put this copy in the place of the store and go on with it, once what was written is saved.
    PutBack(PathBuf),
    /// Copy the user's words from the example to their own store, then leave it.
    KeepOwnWords(Ending),
    /// Store what was kept when the program last ended. A report may take the place of the text `over`.
    SaveDraft {
        /// What was kept.
        draft: Draft,
        /// The stored text that the user knows it replaces.
        over: Option<Seen<String>>,
    },
    /// Give up what was kept when the program last ended.
    DropDraft(Draft),
    /// Several, in order.
    Many(Vec<Effect>),
}

/// The result of every step of a screen.
pub type Outcome = Result<Effect, UiError>;

impl From<Effect> for Outcome {
    fn from(effect: Effect) -> Self {
        Ok(effect)
    }
}

/// What a write does to the store: one verb of `ops`.
pub type StoreVerb = Box<dyn FnOnce(&mut Store) -> Result<Changes, UiError> + Send>;

/// One verb of `ops`, the words of the notice afterwards, and the step that its asker takes when it is on disk.
pub struct Write {
    /// The notice; the key that undoes it is added, or nothing changed and that is said instead. Empty for none.
    pub notice: String,
    /// The verb of `ops`; it runs on the main thread.
    pub verb: StoreVerb,
    /// The asker's next step. Only there may a field be emptied: before it nothing is on disk.
    pub reply: Option<NextStep<Changes>>,
}

impl fmt::Debug for Write {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Write").field("notice", &self.notice).finish_non_exhaustive()
    }
}

impl Write {
    /// A write: `Write::new(words, move |store| ops::set_starred(store, &[id], true))`.
    pub fn new<T, E: Into<UiError>>(
        notice: impl Into<String>,
        verb: impl FnOnce(&mut Store) -> Result<Done<T>, E> + Send + 'static,
    ) -> Self {
        let verb = |store: &mut Store| verb(store).map(|done| done.changes).map_err(Into::into);
        Self { notice: notice.into(), verb: Box::new(verb), reply: None }
    }

    /// A write of nothing: what was shown is left as it is, and that is said.
    pub fn nothing() -> Self {
        Self { notice: String::new(), verb: Box::new(|_| Ok(Changes::default())), reply: None }
    }

    /// The same write, after which its asker takes this step.
    #[must_use]
    pub fn then<S: Screen, R: Into<Outcome>>(
        mut self,
        step: impl FnOnce(&mut S, Changes, &Ctx) -> R + Send + 'static,
    ) -> Self {
        self.reply = Some(NextStep::by(step));
        self
    }
}

impl From<Write> for Effect {
    fn from(write: Write) -> Self {
        Self::Do(write)
    }
}

impl Effect {
    /// A write after which its asker has nothing more to do.
    pub fn write<T, E: Into<UiError>>(
        notice: impl Into<String>,
        verb: impl FnOnce(&mut Store) -> Result<Done<T>, E> + Send + 'static,
    ) -> Self {
        Self::Do(Write::new(notice, verb))
    }

    /// A dialog whose answer nobody waits for.
    pub fn open(dialog: impl Screen) -> Self {
        Self::Open(Box::new(dialog), None)
    }

    /// A question: `Effect::ask(Confirm::new(…), |this: &mut Meetings, answer, ctx| …)`.
    pub fn ask<S: Screen, R: Into<Outcome>>(
        dialog: impl Screen,
        step: impl FnOnce(&mut S, DialogAnswer, &Ctx) -> R + Send + 'static,
    ) -> Self {
        Self::Open(Box::new(dialog), Some(NextStep::by(step)))
    }

    /// A question whose answer needs nothing of the screen that asked.
    pub fn ask_plain<R: Into<Outcome>>(
        dialog: impl Screen,
        step: impl FnOnce(DialogAnswer, &Ctx) -> R + Send + 'static,
    ) -> Self {
        Self::Open(Box::new(dialog), Some(NextStep::plain(step)))
    }
}

/// The value that a dialog answers with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DialogAnswer {
    /// It was closed without an answer.
    Nothing,
    /// The question was answered with yes.
    Yes,
    /// The row that was chosen, counted from 0 in the list of the dialog.
    Choice(usize),
    /// The rows that were marked, in order.
    Choices(Vec<usize>),
    /// The values of a form's fields, in order.
    Form(Vec<String>),
    /// A form's write is on disk.
    Saved(Changes),
    /// A command to run.
    Run(Command),
    /// A saved view that was called up, with its conditions about something that is gone.
    View(Box<(SavedView, Vec<Facet>)>),
}
