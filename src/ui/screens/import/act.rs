//! What is done on the import page: a file is chosen and read, and what is shown is stored.

use super::state::{Import, ImportStep};
use crate::i18n::Words;
use crate::import::people::PeopleList;
use crate::import::source::ReadMinutes;
use crate::minutes::RemarkCode;
use crate::model::history::{Changes, Entity};
use crate::model::id::MeetingId;
use crate::ops;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::confirm::Confirm;
use crate::ui::effect::{DialogAnswer, Effect, Write};
use crate::ui::input::TextInput;
use crate::ui::path;
use crate::ui::place::Place;

impl Import {
    /// Does what a command asks for.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Effect {
        let walked = match &mut self.step {
            ImportStep::Shown(shown) => shown.view.walk(command),
            ImportStep::People(listed) => listed.view.walk(command),
            ImportStep::Asking | ImportStep::Reading => {
                let walked = self.rows.walk(command);
                self.walked |= walked;
                walked
            }
        };
        if walked {
            return Effect::None;
        }
        match (command, &self.step) {
            (Command::Open, ImportStep::Asking) => self.enter(ctx),
            (Command::Submit, ImportStep::Shown(_) | ImportStep::People(_)) => {
                return self.submit(ctx.look.words);
            }
            (Command::Mark, ImportStep::Asking) => self.accept(),
            (Command::Option, ImportStep::Shown(shown)) => {
                let doubled = |code: &RemarkCode| *code == RemarkCode::DoubleEncoding;
                let codes = shown.understood.minutes.remarks.iter().map(|remark| remark.code);
                if self.repair || codes.filter(doubled).count() > 0 {
                    self.repair = !self.repair;
                    self.read(ctx);
                }
            }
            (Command::Back, ImportStep::Asking) => return Effect::Close(DialogAnswer::Nothing),
            (Command::Back, _) => {
                self.step = ImportStep::Asking;
                self.repair = false;
                self.complete();
            }
            _ => return Effect::Pass,
        }
        Effect::None
    }

    /// Chooses a name, or enters the one that is chosen.
    pub(super) fn click(&mut self, row: usize, ctx: &Ctx) {
        if self.rows.selected == row && self.walked {
            self.enter(ctx);
        } else {
            self.rows.select(row);
            self.walked = true;
        }
    }

    /// Enter: a folder is opened, a file is read.
    fn enter(&mut self, ctx: &Ctx) {
        let written = path::expand(self.field.text());
        let chosen = self.walked || !written.is_file();
        if chosen && let Some(name) = self.names.get(self.rows.selected).cloned() {
            self.accept();
            if path::expand(&name).is_dir() {
                return;
            }
        }
        self.read(ctx);
    }

    /// Stores what is shown, or asks first where the same file was read before.
    fn submit(&self, words: &Words) -> Effect {
        let shown = match &self.step {
            ImportStep::Shown(shown) => shown,
            ImportStep::People(listed) => return store_people(&listed.list, words),
            ImportStep::Asking | ImportStep::Reading => return Effect::None,
        };
        match &shown.known {
            Some(known) => {
                let text = (words.files.known)(&known.title);
                let again = Confirm::new(words.files.again_title, text);
                Effect::ask(again, |this: &mut Self, answer, ctx| match (&this.step, answer) {
                    (ImportStep::Shown(shown), DialogAnswer::Yes) => {
                        Ok(store_minutes(&shown.understood, ctx.look.words))
                    }
                    _ => Ok(Effect::None),
                })
            }
            None => store_minutes(&shown.understood, words),
        }
    }

    /// What was shown is on disk: one goes to the meeting; a list of people has none.
    fn stored(changes: &Changes) -> Effect {
        match changes.first(Entity::Meeting) {
            Some(id) => Effect::GoTo(Place::Meeting(MeetingId(id))),
            None => Effect::Close(DialogAnswer::Nothing),
        }
    }
}

/// Stores the minutes and goes to their meeting.
fn store_minutes(understood: &ReadMinutes, words: &Words) -> Effect {
    let ReadMinutes { minutes, sha256, .. } = understood.clone();
    let title = if minutes.title.is_empty() { words.files.untitled } else { &minutes.title };
    let write = Write::new((words.files.stored)(title), move |store| {
        ops::import_minutes(store, &minutes, Some(&sha256))
    });
    write.then(|_: &mut Import, changes, _| Import::stored(&changes)).into()
}

/// Stores the people of a list and closes the page.
fn store_people(list: &PeopleList, words: &Words) -> Effect {
    let people = list.people.clone();
    if people.is_empty() {
        return Effect::None;
    }
    let said = (words.files.stored_people)(people.len());
    Write::new(said, move |store| ops::enter_people(store, &people, None))
        .then(|_: &mut Import, changes, _| Import::stored(&changes))
        .into()
}
