//! What can be done to the chosen entry.

use crate::model::id::EntryId;
use crate::model::{Entry, Kind};
use crate::ops::{self, MoveStep, Refused, Seen};
use crate::pen::Meaning;
use crate::store;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::choice::Choice;
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::lists::entry_verbs;
use crate::ui::screens::round_table::RoundTable;
use crate::ui::screens::round_table::state::Mode;

impl RoundTable {
    /// Does something to the chosen entry. Passes on what has nothing to do with entries.
    pub(super) fn act_on_chosen(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        match self.room.chosen().map(|listed| listed.entry.clone()) {
            Some(entry) => self.act_on(command, &entry, ctx),
            None => Ok(Effect::Pass),
        }
    }

    /// Does something to an entry.
    pub(super) fn act_on(&mut self, command: Command, entry: &Entry, ctx: &Ctx) -> Outcome {
        let id = entry.id;
        Ok(match command {
            Command::Edit => {
                let name = self.room.name(entry);
                // As it is now: the row that is shown may be older.
                let words = Seen::read(ctx.store, |store| {
                    Ok(store::entry::get(store, id)?.map_or_else(|| entry.text.clone(), |entry| entry.text))
                })?;
                self.pen.correct(id, name, words);
                self.read_pen(ctx);
                self.stay(id, Effect::None)
            }
            Command::MoveUp => {
                self.stay(id, Effect::write("", move |store| ops::move_entry(store, id, MoveStep::Up)))
            }
            Command::MoveDown => {
                self.stay(id, Effect::write("", move |store| ops::move_entry(store, id, MoveStep::Down)))
            }
            Command::MoveTo => {
                let list = Choice::new(ctx.look.words.round_table.move_to, self.section_items());
                let sections: Vec<_> = self.room.sections.iter().map(|it| it.section.clone()).collect();
                self.stay(
                    id,
                    Effect::ask_plain(list.at(self.room.section), move |answer, ctx| {
                        let DialogAnswer::Choice(at) = answer else { return Ok(Effect::None) };
                        let Some(section) = sections.get(at) else { return Ok(Effect::None) };
                        let said = (ctx.look.words.round_table.done.moved)(&section.heading);
                        let section = section.id;
                        Ok(Effect::write(said, move |store| ops::move_to_section(store, id, section)))
                    }),
                )
            }
            Command::Respond => return self.begin_response(entry, ctx),
            // The choice follows an entry that stays.
            Command::Delete | Command::EntryHistory => entry_verbs::act(command, entry, ctx)?,
            Command::Convert
            | Command::Star
            | Command::Tag
            | Command::Assign
            | Command::SetStatus
            | Command::MakeAction => {
                let effect = entry_verbs::act(command, entry, ctx)?;
                self.stay(id, effect)
            }
            _ => Effect::Pass,
        })
    }

    /// Whether this is the entry that the list shows as chosen.
    fn is_chosen(&self, id: EntryId) -> bool {
        self.room.chosen().is_some_and(|listed| listed.entry.id == id)
    }

    /// An entry that is chosen stays so, whatever becomes of it.
    fn stay(&mut self, id: EntryId, effect: Effect) -> Effect {
        self.room.walked |= self.is_chosen(id);
        effect
    }

    /// A response to a challenge begins in the pen. It is the chosen one, or the one that `=` answers.
    fn begin_response(&mut self, entry: &Entry, ctx: &Ctx) -> Outcome {
        if !matches!(entry.kind, Kind::Challenge(_)) {
            return Err(Refused::NotAChallenge.into());
        }
        self.room.walked |= self.is_chosen(entry.id);
        if self.pen.mode != Mode::Capturing {
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
