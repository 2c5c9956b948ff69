//! What can be done to the chosen entry.

use crate::model::id::EntryId;
use crate::model::{Entry, Response};
use crate::ops::line::{ResponseTarget, WordsTarget};
use crate::ops::{self, MoveStep, Seen};
use crate::pen::Meaning;
use crate::store;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::check_in::CheckIn;
use crate::ui::effect::{Effect, Outcome};
use crate::ui::lists::response_author::ResponseAuthor;
use crate::ui::lists::{entry_verbs, response_verbs};
use crate::ui::screens::round_table::RoundTable;

impl RoundTable {
    /// Does something to the marked entries, or to the chosen one. Passes on what has nothing to do with entries.
    pub(super) fn act_on_chosen(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if let Some(refusal) = entry_verbs::refused_of_marks(command, &self.room.marked, ctx.look.words) {
            return Ok(refusal);
        }
        match self.room.away.clone() {
            Some(WordsTarget::Response(given)) => return self.act_on_given(command, &given, ctx),
            Some(WordsTarget::Entry(entry)) => return self.act_on(command, &[entry], ctx),
            None => {}
        }
        let shows = entry_verbs::only_shows(command);
        if (shows || self.room.marked.is_empty())
            && let (Some(listed), Some(response)) = (self.room.chosen(), self.room.chosen_response())
        {
            let (challenge, response) = (listed.entry.clone(), response.clone());
            return self.act_on_response(command, &challenge, &response, ctx);
        }
        let entries = if entry_verbs::only_shows(command) {
            self.room.chosen().map(|listed| listed.entry.clone()).into_iter().collect()
        } else {
            self.room.targets()
        };
        self.act_on(command, &entries, ctx)
    }

    /// Does something to a response that was given, whatever it answers.
    pub(in crate::ui::screens::round_table) fn act_on_given(
        &mut self,
        command: Command,
        given: &ResponseTarget,
        ctx: &Ctx,
    ) -> Outcome {
        let Some(challenge) = given.challenges.first() else { return Ok(Effect::Pass) };
        if command == Command::Delete {
            let all = given.challenges.iter().map(|entry| entry.id).collect();
            return response_verbs::delete(given.response.id, all, store::held(ctx.store)?, ctx);
        }
        self.act_on_response(command, challenge, &given.response, ctx)
    }

    /// Does something to a response to a challenge.
    pub(in crate::ui::screens::round_table) fn act_on_response(
        &mut self,
        command: Command,
        challenge: &Entry,
        response: &Response,
        ctx: &Ctx,
    ) -> Outcome {
        match command {
            Command::Edit => {
                // As it is now: the row that is shown may be older.
                let now = Seen::read(ctx.store, |store| {
                    Ok(store::response::shown(store, response.id)?.unwrap_or_else(|| response.clone()))
                })?;
                let name = response_verbs::name(response.id, ctx)?;
                let author = ResponseAuthor::of(&now.value, ctx)?;
                self.pen.correct_response(now, name, author, ctx.look.words.lang);
                self.read_pen(ctx);
                Ok(Effect::None)
            }
            Command::Respond => self.begin_response(std::slice::from_ref(challenge), ctx),
            command => response_verbs::act(command, response.id, challenge.id, ctx),
        }
    }

    /// Does something to these entries; [`Effect::Pass`] for none.
    pub(in crate::ui::screens::round_table) fn act_on(
        &mut self,
        command: Command,
        entries: &[Entry],
        ctx: &Ctx,
    ) -> Outcome {
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
            Command::Respond => return self.begin_response(entries, ctx),
            Command::CheckIn => CheckIn::through(ids, ctx.look),
            // The choice follows an entry that stays.
            Command::Delete
            | Command::EntryHistory
            | Command::Park
            | Command::MoveTo
            | Command::MoveToMeeting => entry_verbs::act(command, &ids, ctx)?,
            command if entry_verbs::takes_several(command) => {
                let effect = entry_verbs::act(command, &ids, ctx)?;
                self.stay(&ids, effect)
            }
            _ => Effect::Pass,
        })
    }

    /// Marks the chosen entry, or not any more, and goes on by `step`.
    pub(super) fn mark(&mut self, step: Command, ctx: &Ctx) -> Outcome {
        if self.room.chosen().is_none() {
            return Ok(Effect::Pass);
        }
        let was_marked = self.room.chosen().is_some_and(|listed| self.room.marked.has(listed.entry.id));
        let row = self.room.rows.selected;
        self.room.mark();
        self.room.rows.walk(step);
        // Where there is no further row, another press does not take the mark away.
        if self.room.rows.selected == row && was_marked {
            self.room.mark();
        }
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
    pub(super) fn stay(&mut self, ids: &[EntryId], effect: Effect) -> Effect {
        self.room.walked |= ids.iter().any(|id| self.is_chosen(*id));
        effect
    }

    /// A response to the challenges among entries begins in the pen: to the marked ones, the chosen one, or the one
    /// that `=` answers.
    fn begin_response(&mut self, entries: &[Entry], ctx: &Ctx) -> Outcome {
        let (_, said) = entry_verbs::challenges_among(entries, ctx.look.words)?;
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
        Ok(said)
    }
}
