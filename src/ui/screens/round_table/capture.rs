//! Enter: the line in the pen becomes what it means. The text stays in the pen until it is on disk.

use super::RoundTable;
use super::pen::Mode;
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::minutes::section_kind;
use crate::model::Entry;
use crate::model::history::Entity;
use crate::model::id::{EntryId, MeetingId, SectionId};
use crate::ops::{self, At, NewSection, Reply};
use crate::pen::{Answer, Line, Meaning};
use crate::store;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::effect::{Effect, Outcome, Write};
use crate::ui::error::UiError;
use crate::ui::lists::entry_verbs;

impl RoundTable {
    /// Saves what stands in the pen. In an empty pen Enter takes up the entry that one has walked to.
    pub(super) fn enter(&mut self, ctx: &Ctx) -> Outcome {
        let words = &ctx.look.words.round_table;
        if self.pen.is_unread() {
            self.read_pen(ctx);
        }
        if let Mode::Correcting { entry, before, .. } = &self.pen.mode {
            let (entry, unchanged) = (*entry, self.pen.text() == before);
            return Ok(self.save_correction(entry, unchanged, ctx));
        }
        match self.pen.chosen_meaning() {
            Err(_) => {
                self.pen.refused = Some(self.pen.becomes.clone());
                Ok(Effect::None)
            }
            Ok(Meaning::Nothing) if self.pen.is_blank() && self.room.walked => {
                self.act_on_chosen(Command::Edit, ctx)
            }
            Ok(Meaning::Nothing) if self.pen.is_blank() => Ok(Effect::None),
            Ok(Meaning::Nothing) => Ok(self.refuse(words.only_a_marker)),
            Ok(Meaning::Entry(line)) => Ok(self.catch(line, ctx)),
            Ok(Meaning::Response(answer)) => Ok(self.respond(answer, ctx)),
            Ok(Meaning::Continue(more)) => self.extend(&more, ctx),
            Ok(Meaning::Correct { from, to }) => self.correct_latest(from, to, ctx),
            Ok(Meaning::Section(heading)) => self.section(&heading, ctx),
            Ok(Meaning::Command(verb, argument)) => self.slash(verb, &argument, ctx),
        }
    }

    /// The line is not taken; it stays, and this says why.
    pub(super) fn refuse(&mut self, why: impl Into<String>) -> Effect {
        self.pen.refused = Some(why.into());
        Effect::None
    }

    /// Where lines are caught now.
    pub(super) fn at(&self) -> Option<At> {
        let section = &self.room.here()?.section;
        Some(At { meeting: section.meeting, section: section.id, table: self.room.table, round: None })
    }

    /// Why there is no place to catch a line in.
    pub(super) fn nowhere(&mut self, ctx: &Ctx) -> Effect {
        let words = &ctx.look.words.round_table;
        self.refuse(if self.room.meeting.is_some() { words.no_sections } else { words.needs_meeting })
    }

    fn catch(&mut self, line: Line, ctx: &Ctx) -> Effect {
        let Some(at) = self.at() else { return self.nowhere(ctx) };
        self.room.walked = false;
        let write = Write::new("", move |store| ops::capture(store, at, line.into()));
        write
            .then(|this: &mut RoundTable, changes, ctx| {
                this.caught = changes.first(Entity::Entry).map(EntryId);
                this.line_saved(&changes, ctx)
            })
            .into()
    }

    fn respond(&mut self, answer: Answer, ctx: &Ctx) -> Effect {
        let Some(challenge) = self.room.answered().map(|entry| entry.id) else {
            return self.refuse(ctx.look.words.round_table.no_challenge);
        };
        let Answer { kind, text, author, due, .. } = answer;
        let reply = Reply { kind, text, due };
        line(Write::new("", move |store| ops::answer_by(store, &[challenge], &reply, author)))
    }

    /// The entry that `+` and `s/…/…/` mean: what was caught last, here or before the program was opened.
    fn latest(&self, ctx: &Ctx) -> Result<Option<Entry>, UiError> {
        let Some(meeting) = self.room.meeting.as_ref().map(|meeting| meeting.id) else { return Ok(None) };
        let caught = self.caught.map(|id| store::entry::get(ctx.store, id)).transpose()?.flatten();
        match caught.filter(|entry| entry.meeting == meeting) {
            Some(entry) => Ok(Some(entry)),
            None => Ok(store::entry::latest(ctx.store, meeting)?),
        }
    }

    fn extend(&mut self, more: &str, ctx: &Ctx) -> Outcome {
        let Some(entry) = self.latest(ctx)? else {
            return Ok(self.refuse(ctx.look.words.round_table.no_entry));
        };
        let more = more.to_owned();
        Ok(line(Write::new("", move |store| ops::continue_entry(store, entry.id, &more))))
    }

    fn correct_latest(&mut self, from: String, to: String, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        let Some(entry) = self.latest(ctx)? else { return Ok(self.refuse(words.round_table.no_entry)) };
        if !entry.text.contains(&from) {
            return Ok(self.refuse((words.round_table.not_there)(&from)));
        }
        Ok(line(Write::new(words.round_table.done.corrected, move |store| {
            ops::correct_entry(store, entry.id, &from, &to)
        })))
    }

    /// An entry that was taken up to be corrected.
    fn save_correction(&mut self, entry: EntryId, unchanged: bool, ctx: &Ctx) -> Effect {
        if self.pen.is_blank() {
            return self.refuse(&(ctx.look.words.errors.empty)().sentence);
        }
        if unchanged {
            self.pen.clear();
            self.read_pen(ctx);
            return Effect::None;
        }
        let text = crate::pen::clean(self.pen.text());
        if let Mode::Correcting { before, .. } = &mut self.pen.mode
            && let Some(changed) = entry_verbs::changed_since(entry, before, &text, ctx)
        {
            return self.refuse(changed);
        }
        let Mode::Correcting { before, .. } = &self.pen.mode else { return Effect::None };
        let before = before.clone();
        line(Write::new(ctx.look.words.round_table.done.corrected, move |store| {
            ops::edit_text(store, entry, &before, &text)
        }))
    }

    /// Goes to the section with this heading, or makes it.
    fn section(&mut self, heading: &str, ctx: &Ctx) -> Outcome {
        let words = &ctx.look.words.round_table;
        if heading.is_empty() {
            return Ok(self.refuse(words.no_heading));
        }
        let same = |known: &String| fold(known) == fold(heading);
        if let Some(at) = self.room.headings.iter().position(same) {
            self.pen.clear();
            self.go_to_section(at, ctx)?;
            return Ok(Effect::None);
        }
        let Some(meeting) = self.room.meeting.as_ref().map(|meeting| meeting.id) else {
            return Ok(self.nowhere(ctx));
        };
        Ok(make_section(meeting, heading, (words.done.made_section)(heading)))
    }
}

/// Makes a section; its heading tells what is caught in it.
fn make_section(meeting: MeetingId, heading: &str, said: String) -> Effect {
    let new = NewSection { heading: heading.to_owned(), kind: section_kind(heading), intro: Vec::new() };
    let write = Write::new(said, move |store| ops::create_section(store, meeting, &new));
    write
        .then(|this: &mut RoundTable, changes, ctx| {
            let made = changes.first(Entity::Section).map(SectionId);
            let at = this.room.sections.iter().position(|counted| Some(counted.section.id) == made);
            let effect = this.line_saved(&changes, ctx)?;
            if let Some(at) = at {
                this.go_to_section(at, ctx)?;
            }
            Ok(effect)
        })
        .into()
}

/// A write of what stands in the pen; the next line is there when it is on disk.
fn line(write: Write) -> Effect {
    write.then(|this: &mut RoundTable, changes, ctx| this.line_saved(&changes, ctx)).into()
}
