//! Enter: the line in the pen becomes what it means. The text stays in the pen until it is on disk.

use crate::i18n::format;
use crate::model::history::{Changes, Entity};
use crate::model::id::SectionId;
use crate::ops::line::{self, Deed, LineTaker, Written};
use crate::ops::{self, CapturePlace, Refused};
use crate::pen::Meaning;
use crate::speech;
use crate::store;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::effect::{Effect, Outcome, Write};
use crate::ui::line_effects;
use crate::ui::lists::response_verbs;
use crate::ui::screens::round_table::RoundTable;
use crate::ui::screens::round_table::state::Mode;

impl RoundTable {
    /// Saves what is in the pen. In an empty pen Enter corrects the entry that was chosen in the list.
    pub(super) fn enter(&mut self, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        if self.pen.is_unread() {
            self.read_pen(ctx);
        }
        if self.pen.is_correcting() {
            return Ok(self.save_correction(ctx));
        }
        let meaning = match self.pen.chosen_meaning() {
            Ok(Meaning::Nothing) if self.pen.is_blank() && self.room.walked => {
                return self.act_on_chosen(Command::Edit, ctx);
            }
            Ok(Meaning::Nothing) if self.pen.is_blank() => return Ok(Effect::None),
            Ok(Meaning::Nothing) => return Ok(self.refuse(words.round_table.only_a_marker)),
            meaning => meaning,
        };
        if let Some(why) = self.new_to_look_at(ctx) {
            return Ok(self.refuse(why));
        }
        if self.room.answers_no_mark(&meaning) {
            return Ok(self.refuse(speech::refused(&Refused::NotAChallenge, words).to_string()));
        }
        let is_of_one = matches!(meaning, Ok(Meaning::Continue(_) | Meaning::Correct { .. }));
        if is_of_one && self.room.marked.len() > 1 && !self.room.written {
            return Ok(self.refuse((words.work.verbs.only_one)(self.room.marked.len())));
        }
        let headings = self.room.headings();
        let context = self.pen.context(&self.room, &headings, ctx.clock.today());
        let deed = meaning.map_err(line::NotTaken::from).and_then(|meaning| line::deed(meaning, &context));
        match deed {
            Err(why) => Ok(self.refuse(speech::not_taken(&why, words).to_string())),
            Ok(Deed::Nothing) => Ok(Effect::None),
            Ok(Deed::Write(written)) => self.write(written, ctx),
            Ok(Deed::GoTo(at)) => {
                self.pen.clear();
                self.go_to_section(at, ctx)?;
                Ok(Effect::WroteNothing)
            }
            Ok(Deed::Table(table)) => {
                self.pen.clear();
                self.read_pen(ctx);
                let said = (words.round_table.at_no_table)(&self.table_key(ctx));
                let said = if table.is_none() { Effect::Notice(said) } else { Effect::None };
                Ok(Effect::Many(vec![Effect::WroteNothing, said, self.go_to_table(table, ctx)?]))
            }
            Ok(Deed::Command(verb, argument)) => self.slash(verb, &argument, ctx),
        }
    }

    /// What is said once before a line is taken that may not mean what its writer thinks.
    fn new_to_look_at(&self, ctx: &Ctx) -> Option<String> {
        let why = self.pen.to_look_at(&self.room, ctx.clock.today(), ctx.look.words);
        why.filter(|why| self.pen.refused.as_ref() != Some(why))
    }

    /// The line is not taken: it stays in the pen, with the reason under it.
    pub(super) fn refuse(&mut self, why: impl Into<String>) -> Effect {
        self.pen.refuse(why.into());
        Effect::None
    }

    /// Where lines are captured now; `None` where there is no section.
    pub(super) fn at(&self) -> Option<CapturePlace> {
        let section = &self.room.here()?.section;
        Some(CapturePlace {
            meeting: section.meeting,
            section: section.id,
            table: self.room.table,
            round: None,
        })
    }

    /// Refuses the line because there is no section, or no meeting, to capture it in.
    pub(super) fn nowhere(&mut self, ctx: &Ctx) -> Effect {
        let words = &ctx.look.words.round_table;
        self.refuse(if self.room.meeting.is_some() { words.no_sections } else { words.needs_meeting })
    }

    /// What takes a line as the screen is now; `None` without a meeting.
    fn taker(&self, ctx: &Ctx) -> Option<LineTaker> {
        Some(LineTaker {
            table: self.room.table,
            targets: self.pen.targets.for_line(),
            ..LineTaker::in_section(
                self.room.meeting.as_ref()?.id,
                self.room.here().map(|counted| counted.section.id),
                ctx.look.words,
            )
        })
    }

    fn write(&mut self, written: Written, ctx: &Ctx) -> Outcome {
        let Some(taker) = self.taker(ctx) else { return Ok(self.nowhere(ctx)) };
        if matches!(written, Written::Entry(_)) {
            // Somebody else may have deleted its place just now: the line stays, and says where it goes instead.
            let section = taker.section.map(|id| store::section::get(ctx.store, id)).transpose()?;
            if section == Some(None) || store::meeting::get(ctx.store, taker.meeting)?.is_none() {
                self.room.read(ctx)?;
                self.describe_again(ctx);
                return Ok(Effect::None);
            }
            (self.room.walked, self.room.written) = (false, true);
        }
        let is_response = matches!(written, Written::Response(_));
        let changed = match &written {
            Written::Response(_) => taker.targets.challenges.as_slice(),
            Written::Continue(_) | Written::Correct { .. } => {
                taker.targets.words.as_ref().map_or(&[][..], |words| words.entries())
            }
            Written::Entry(_) | Written::Section(_) => &[],
        };
        // What cannot be seen is said.
        let is_away = !changed.is_empty() && !self.room.shows(changed);
        let said = if is_away {
            format::capitalised(&self.pen.becomes)
        } else {
            line_effects::said(&written, ctx.look.words)
        };
        self.pen.offer();
        let write = Write::new(said, move |store| taker.write(store, written));
        let then = move |this: &mut RoundTable, changes: Changes, ctx: &Ctx| {
            if is_response {
                this.room.choose_given(ctx)?;
            } else if is_away && !this.room.walked && this.room.marked.is_empty() {
                this.room.look_away();
            }
            this.line_written(&changes, ctx)
        };
        Ok(write.then(then).into())
    }

    /// The line is on disk; a section that it made becomes the current one.
    fn line_written(&mut self, changes: &Changes, ctx: &Ctx) -> Outcome {
        let made = changes.first(Entity::Section).map(SectionId);
        let at = self.room.sections.iter().position(|counted| Some(counted.section.id) == made);
        let effect = self.line_saved(changes, ctx)?;
        if let Some(at) = at {
            self.room.go_to_made(at, ctx)?;
            self.describe_again(ctx);
        }
        Ok(effect)
    }

    /// Saves the response that is corrected, unless another window has changed it meanwhile.
    fn save_response(&mut self, ctx: &Ctx) -> Effect {
        let words = ctx.look.words;
        let text = crate::pen::clean(self.pen.text());
        let Mode::CorrectingResponse(correction) = &mut self.pen.mode else { return Effect::None };
        let after = correction.read(&text);
        if after.text.is_empty() {
            return self.refuse((words.errors.empty)().sentence);
        }
        let id = correction.id;
        if let Some(changed) = response_verbs::changed_since(id, &mut correction.before, &after.text, ctx) {
            return self.refuse(changed);
        }
        let before = correction.before.clone();
        let author = crate::pen::read_response(&text, &correction.author.context()).author;
        let authors = correction.author.change(author);
        let write = Write::new(words.challenges.response_edited, move |store| {
            ops::edit_response_by(store, id, &before, &after, &authors)
        });
        write.then(|this: &mut RoundTable, changes, ctx| this.line_saved(&changes, ctx)).into()
    }

    /// Saves the entry that is corrected, unless another window has changed it meanwhile.
    fn save_correction(&mut self, ctx: &Ctx) -> Effect {
        let words = ctx.look.words;
        if self.pen.is_blank() {
            return self.refuse((words.errors.empty)().sentence);
        }
        if self.pen.is_unchanged() {
            let closed = |this: &mut RoundTable, changes, ctx: &Ctx| this.line_saved(&changes, ctx);
            return Write::nothing().then(closed).into();
        }
        if let Some(why) = self.new_to_look_at(ctx) {
            return self.refuse(why);
        }
        if matches!(self.pen.mode, Mode::CorrectingResponse(_)) {
            return self.save_response(ctx);
        }
        let (text, meaning) = (self.pen.text().to_owned(), self.pen.meaning.clone());
        let Mode::Correcting(correction, _) = &mut self.pen.mode else { return Effect::None };
        let write = match correction.write(&text, meaning, words.round_table.done.corrected, ctx) {
            Ok(write) => write,
            Err(why) => return self.refuse(why),
        };
        write.then(|this: &mut RoundTable, changes, ctx| this.line_saved(&changes, ctx)).into()
    }
}
