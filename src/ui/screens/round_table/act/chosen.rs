//! What can be done to the chosen entry.

use crate::model::id::EntryId;
use crate::model::{Entry, Kind};
use crate::ops::{self, MoveStep, Refused, Seen};
use crate::pen::Meaning;
use crate::store;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::check_in::CheckIn;
use crate::ui::dialogs::choice::Choice;
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::lists::entry_verbs;
use crate::ui::screens::round_table::RoundTable;

impl RoundTable {
    /// Does something to the marked entries, or to the chosen one. Passes on what has nothing to do with entries.
    pub(super) fn act_on_chosen(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if let Some(refusal) = entry_verbs::only_one(command, self.room.marked.len(), ctx.look.words) {
            return Ok(refusal);
        }
        let entries = if entry_verbs::only_shows(command) {
            self.room.chosen().map(|listed| listed.entry.clone()).into_iter().collect()
        } else {
            self.room.targets()
        };
        self.act_on(command, &entries, ctx)
    }

    /// Does something to these entries; [`Effect::Pass`] for none.
    pub(super) fn act_on(&mut self, command: Command, entries: &[Entry], ctx: &Ctx) -> Outcome {
        let Some(entry) = entries.first() else { return Ok(Effect::Pass) };
        let ids: Vec<EntryId> = entries.iter().map(|entry| entry.id).collect();
        let id = entry.id;
        Ok(match command {
            Command::Edit => {
                // As it is now: the row that is shown may be older.
                let entry = Seen::read(ctx.store, |store| {
                    Ok(store::entry::get(store, id)?.unwrap_or_else(|| entry.clone()))
                })?;
                let section = store::section::get(ctx.store, entry.value.section)?;
                let section = section.map_or(self.room.section_kind(), |section| section.kind);
                self.pen.correct(entry, section, &self.room, ctx.clock.today(), ctx.look.words);
                self.read_pen(ctx);
                self.stay(&ids, Effect::None)
            }
            Command::MoveUp => {
                self.stay(&ids, Effect::write("", move |store| ops::move_entry(store, id, MoveStep::Up)))
            }
            Command::MoveDown => {
                self.stay(&ids, Effect::write("", move |store| ops::move_entry(store, id, MoveStep::Down)))
            }
            Command::MoveTo => {
                let move_to = self.move_to(ids.clone(), ctx);
                self.stay(&ids, move_to)
            }
            Command::Respond => return self.begin_response(entries, ctx),
            Command::CheckIn => CheckIn::through(ids, ctx.look),
            // The choice follows an entry that stays.
            Command::Delete | Command::EntryHistory => entry_verbs::act(command, &ids, ctx)?,
            command if entry_verbs::takes_several(command) => {
                let effect = entry_verbs::act(command, &ids, ctx)?;
                self.stay(&ids, effect)
            }
            _ => Effect::Pass,
        })
    }

    /// Asks which section entries are moved to.
    fn move_to(&self, ids: Vec<EntryId>, ctx: &Ctx) -> Effect {
        let list = Choice::new(ctx.look.words.round_table.move_to, self.section_items());
        let sections: Vec<_> = self.room.sections.iter().map(|it| it.section.clone()).collect();
        Effect::ask_plain(list.at(self.room.section), move |answer, ctx| {
            let DialogAnswer::Choice(at) = answer else { return Ok(Effect::None) };
            let Some(section) = sections.get(at) else { return Ok(Effect::None) };
            let said = (ctx.look.words.round_table.done.moved)(&section.heading);
            let section = section.id;
            Ok(Effect::write(said, move |store| ops::move_to_section(store, &ids, section)))
        })
    }

    /// Marks the chosen entry, or not any more, and goes on by `step`.
    pub(super) fn mark(&mut self, step: Command, ctx: &Ctx) -> Outcome {
        self.room.mark();
        self.room.rows.walk(step);
        self.room.walk(ctx)?;
        self.pen.targets.aim(&self.room, ctx.look.words);
        self.describe_again(ctx);
        Ok(Effect::None)
    }

    /// Whether this is the entry that the list shows as chosen.
    fn is_chosen(&self, id: EntryId) -> bool {
        self.room.chosen().is_some_and(|listed| listed.entry.id == id)
    }

    /// An entry that is chosen stays so, whatever becomes of it.
    fn stay(&mut self, ids: &[EntryId], effect: Effect) -> Effect {
        self.room.walked |= ids.iter().any(|id| self.is_chosen(*id));
        effect
    }

    /// A response to challenges begins in the pen: to the marked ones, the chosen one, or the one that `=` answers.
    fn begin_response(&mut self, entries: &[Entry], ctx: &Ctx) -> Outcome {
        if !entries.iter().all(|entry| matches!(entry.kind, Kind::Challenge(_))) {
            return Err(Refused::NotAChallenge.into());
        }
        self.room.walked |= entries.iter().any(|entry| self.is_chosen(entry.id));
        if self.pen.is_correcting() {
            self.pen.clear();
            self.read_pen(ctx);
        }
        if !matches!(self.pen.meaning, Ok(Meaning::Response(_))) {
            let line = format!("= {}", self.pen.text().trim_start());
            self.pen.set(&line);
        }
        self.read_pen(ctx);
        self.pen.targets.aim(&self.room, ctx.look.words);
        self.read_pen(ctx);
        Ok(Effect::None)
    }
}
