//! What is done on the import page: a file is chosen and read, and what is shown is stored.

use super::state::{Import, ImportStep};
use super::store_job::StoreJob;
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
use crate::ui::place::{Place, Tab};
use crate::ui::widgets::field::TextField;

impl Import {
    /// Does what a command asks for.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Effect {
        let step = match command {
            Command::ScrollUp => Command::Up,
            Command::ScrollDown => Command::Down,
            other => other,
        };
        let walked = match &mut self.step {
            ImportStep::Shown(shown) | ImportStep::Storing(shown) => shown.view.walk(step),
            ImportStep::People(listed) => listed.view.walk(step),
            ImportStep::Asking | ImportStep::Reading => {
                let walked = self.rows.walk(step);
                self.walked |= walked;
                walked
            }
        };
        if walked {
            return Effect::None;
        }
        match (command, &self.step) {
            // What is being stored is left or cancelled like any other job.
            (_, ImportStep::Storing(_)) => return Effect::Pass,
            (Command::Open, ImportStep::Asking) => self.enter(ctx),
            (Command::Submit, ImportStep::Shown(_) | ImportStep::People(_)) => {
                return self.submit(ctx);
            }
            (Command::SkipFile, ImportStep::Shown(_) | ImportStep::People(_))
                if self.series.has_several() =>
            {
                return self.go_on(ctx);
            }
            (Command::Mark, ImportStep::Asking) => self.mark(),
            (Command::Option, ImportStep::Shown(shown)) => {
                let doubled = |code: &RemarkCode| *code == RemarkCode::DoubleEncoding;
                let codes = shown.understood.minutes.remarks.iter().map(|remark| remark.code);
                if self.repair || codes.filter(doubled).count() > 0 {
                    self.repair = !self.repair;
                    self.read(ctx);
                }
            }
            (Command::Back, ImportStep::Asking) if !self.marked.is_empty() => self.marked.clear(),
            (Command::Back, ImportStep::Asking) => return Effect::Close(DialogAnswer::Nothing),
            (Command::Back, _) => return self.go_back(ctx.look.words),
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

    /// Enter: a folder is opened; the marked files are read, or else the one that is written or chosen.
    fn enter(&mut self, ctx: &Ctx) {
        let written = path::expand(self.field.text());
        // The file whose path somebody has written is the one that is read, whatever is marked.
        if !self.walked && written.is_file() && self.field.text() != self.proposed {
            let marked = std::mem::take(&mut self.marked);
            self.begin(vec![written], ctx);
            self.marked = marked;
            return;
        }
        let chosen = self.walked || (!written.is_file() && self.marked.is_empty());
        let name = self.names.get(self.rows.selected).filter(|_| chosen).cloned();
        if let Some(name) = name {
            if path::expand(&name).is_dir() {
                return self.open_folder(name);
            }
            if self.marked.is_empty() {
                self.propose(name);
            }
        }
        let files = std::mem::take(&mut self.marked);
        let files = if files.is_empty() { path::listed(self.field.text()) } else { files };
        self.begin(files, ctx);
    }

    /// Leaves what is shown and what comes after it; files that were chosen together stay marked.
    fn go_back(&mut self, words: &Words) -> Effect {
        let (receipt, stored) = (self.series.receipt(words), self.series.has_stored());
        let left = self.series.leave_rest();
        if self.series.has_several() {
            self.marked = left;
        }
        self.step = ImportStep::Asking;
        self.repair = false;
        // The next path takes the place of this one.
        let path = self.field.text().to_owned();
        self.field = TextField::selected(&path);
        self.proposed = path;
        self.complete();
        receipt.filter(|_| stored).map_or(Effect::None, Effect::Notice)
    }

    /// Goes on to the next file. After the last one, the meeting that was made is opened, or the list of meetings where
    /// there are several.
    fn go_on(&mut self, ctx: &Ctx) -> Effect {
        if !self.advance(ctx) {
            return Effect::None;
        }
        let receipt = self.series.receipt(ctx.look.words).map_or(Effect::None, Effect::Notice);
        let leave = match self.series.meetings.as_slice() {
            _ if self.refused.is_some() || !self.series.has_stored() => Effect::None,
            [] => Effect::Close(DialogAnswer::Nothing),
            [only] => Effect::GoTo(Place::Meeting(*only)),
            _ => Effect::GoTo(Place::Tab(Tab::Meetings)),
        };
        Effect::Many(vec![leave, receipt])
    }

    /// Stores what is shown, or asks first where the same file was read before.
    fn submit(&mut self, ctx: &Ctx) -> Effect {
        let words = ctx.look.words;
        let shown = match &self.step {
            ImportStep::Shown(shown) => shown,
            ImportStep::People(listed) => return self.store_people(&listed.list, words),
            ImportStep::Asking | ImportStep::Reading | ImportStep::Storing(_) => return Effect::None,
        };
        let understood = shown.understood.clone();
        let Some(known) = &shown.known else { return self.store_minutes(understood, ctx) };
        let again = Confirm::new(words.files.again_title, (words.files.known)(&known.title));
        Effect::ask(again, move |this: &mut Self, answer, ctx| match (&this.step, answer) {
            (ImportStep::Shown(_), DialogAnswer::Yes) => Ok(this.store_minutes(understood, ctx)),
            _ => Ok(Effect::None),
        })
    }

    /// Stores the minutes and goes on; long ones by a job.
    fn store_minutes(&mut self, understood: ReadMinutes, ctx: &Ctx) -> Effect {
        let words = ctx.look.words;
        let ReadMinutes { minutes, sha256, .. } = understood;
        let title = if minutes.title.is_empty() { words.files.untitled } else { &minutes.title };
        let notice = self.notice((words.files.stored)(title));
        if let Some(connection) = ctx.store.second().filter(|_| ops::length(&minutes) >= ops::LONG) {
            self.set_storing(true);
            return Effect::Job(StoreJob { connection, minutes, sha256, notice, words }.job());
        }
        let write = Write::new(notice, move |store| ops::import_minutes(store, &minutes, Some(&sha256)));
        write.then(|this: &mut Self, changes, ctx| this.stored(&changes, ctx)).into()
    }

    /// Stores the people of a list and goes on.
    fn store_people(&self, list: &PeopleList, words: &Words) -> Effect {
        let people = list.people.clone();
        if people.is_empty() {
            return Effect::None;
        }
        let notice = self.notice((words.files.stored_people)(people.len()));
        Write::new(notice, move |store| ops::enter_people(store, &people, None))
            .then(|this: &mut Self, changes, ctx| this.stored(&changes, ctx))
            .into()
    }

    /// The notice after one file: nothing where there are several, which get one receipt together.
    fn notice(&self, said: String) -> String {
        if self.series.has_several() { String::new() } else { said }
    }

    /// What was shown is on disk.
    pub(super) fn stored(&mut self, changes: &Changes, ctx: &Ctx) -> Effect {
        self.series.keep(changes.first(Entity::Meeting).map(MeetingId));
        self.go_on(ctx)
    }
}
