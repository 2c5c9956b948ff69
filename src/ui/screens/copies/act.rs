//! What is done with a copy: compared, put back, written to a file.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::state::{Copies, CopyState, ListedCopy};
use crate::export::ExportError;
use crate::files::save::SaveError;
use crate::i18n::Words;
use crate::speech::{Spoken, copies};
use crate::store::restore::{self, SoundCopy};
use crate::store::{ReadOnly, Store, StoreError, backup};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::confirm::Confirm;
use crate::ui::dialogs::form::{Form, FormField};
use crate::ui::dialogs::message::Message;
use crate::ui::effect::{DialogAnswer, Effect};
use crate::ui::error::UiError;
use crate::ui::jobs::{Finish, Job};
use crate::ui::layer::NextStep;
use crate::ui::path;

impl Copies {
    /// Does what a command asks for.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Effect {
        if self.rows.walk(command) {
            return Effect::None;
        }
        let words = ctx.look.words;
        match (command, self.chosen(), &self.store) {
            (Command::Back, ..) => Effect::Close(DialogAnswer::Nothing),
            (Command::CompareCopy | Command::PutBackCopy | Command::WriteCopy, Some(copy), Some(store)) => {
                if copy.state == CopyState::Damaged {
                    return Effect::Notice(words.copies.damaged.to_owned());
                }
                match command {
                    Command::CompareCopy => compare(copy, store, words),
                    Command::PutBackCopy if !may_be_replaced(ctx.store) => {
                        Effect::Notice(words.app.read_only.to_owned())
                    }
                    Command::PutBackCopy => put_back(copy, store, words),
                    _ => ask_path(copy, ctx),
                }
            }
            (Command::Copies | Command::CompareCopy | Command::PutBackCopy | Command::WriteCopy, ..) => {
                Effect::None
            }
            _ => Effect::Pass,
        }
    }
}

/// Whether another file may take the place of a store: of one that is damaged it should.
fn may_be_replaced(store: &Store) -> bool {
    matches!(store.read_only(), None | Some(ReadOnly::Damaged))
}

/// Says what is in a copy and not in the store, and the other way round.
fn compare(copy: &ListedCopy, store: &Path, words: &'static Words) -> Effect {
    let (copy, store, title) = (copy.file.path.clone(), store.to_owned(), copies::made(&copy.file, words));
    Effect::Job(Job::new(words.copies.comparing, move |_| {
        let sound = SoundCopy::open(&copy, &store).map_err(|error| of_copy(error, words))?;
        let difference = sound.compare(&store)?;
        let lines = copies::difference(difference.as_ref(), words);
        let notice = lines.join(" ");
        let show = move |(), _: &Ctx| Effect::open(Message::of(title, lines));
        Ok(Finish { notice, write: None, reply: Some(NextStep::plain(show)) })
    }))
}

/// Asks whether to put a copy back.
fn put_back(copy: &ListedCopy, store: &Path, words: &Words) -> Effect {
    let title = (words.copies.put_back_title)(&copies::made(&copy.file, words));
    let text = (words.copies.put_back_text)(&path::shown(&backup::folder(store)));
    let copy = copy.file.path.clone();
    Effect::ask_plain(Confirm::new(title, text), move |answer, _| match answer {
        DialogAnswer::Yes => Effect::PutBack(copy),
        _ => Effect::None,
    })
}

/// Asks for the file that a copy is written to.
fn ask_path(copy: &ListedCopy, ctx: &Ctx) -> Effect {
    let words = &ctx.look.words.copies;
    let name = copy.file.path.file_name().unwrap_or_default();
    let proposed = path::shown(&path::documents().join(name));
    let form = Form::new(words.write_title, vec![FormField::text(words.write_to, proposed)]);
    let from = copy.file.path.clone();
    Effect::ask_plain(form, move |answer, ctx| match answer {
        DialogAnswer::Form(values) => {
            let to = path::expand(values.first().map(String::as_str).unwrap_or_default());
            write(from, to, ctx)
        }
        _ => Effect::None,
    })
}

/// Writes a copy to a file that is not there yet, as a store of its own.
fn write(from: PathBuf, to: PathBuf, ctx: &Ctx) -> Effect {
    let (words, now) = (ctx.look.words, ctx.clock.now());
    if to.symlink_metadata().is_ok() {
        let taken = (words.copies.taken)(&path::shown(&to));
        return Effect::open(Message::new(words.copies.write_title, Spoken::refused(taken).to_string()));
    }
    Effect::Job(Job::new(words.copies.writing, move |_| {
        restore::put_back(&from, &to, now).map_err(|error| match error {
            StoreError::Full(_) => {
                let source = ErrorKind::StorageFull.into();
                ExportError::from(SaveError::Failed { path: to.clone(), source }).into()
            }
            error => of_copy(error, words),
        })?;
        Ok(Finish { notice: (words.copies.written)(&path::shown(&to)), ..Finish::default() })
    }))
}

/// An error that is one of the copy, and not of the store.
fn of_copy(error: StoreError, words: &Words) -> UiError {
    match error {
        StoreError::Damaged(_) | StoreError::NotAStore(_) => {
            UiError::Message(Spoken::refused(words.copies.damaged.to_owned()))
        }
        error => error.into(),
    }
}
