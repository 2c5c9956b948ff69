//! What is done with challenges: to the list, to the chosen one, and by the answer line.

use super::answer::{AnswerLine, Submitted};
use super::state::Challenges;
use crate::minutes::details::text_in_list;
use crate::model::{Entry, Facet, Kind, Response, SavedView, ViewedList};
use crate::speech;
use crate::store::work::Filter;
use crate::store::{self, HeldRows};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::choice::{Choice, ChoiceItem};
use crate::ui::dialogs::message::Message;
use crate::ui::effect::{DialogAnswer, Effect, Outcome, Write};
use crate::ui::error::UiError;
use crate::ui::line_effects;
use crate::ui::lists::{entry_verbs, response_verbs};
use crate::ui::place::Place;
use crate::ui::widgets::text::fit;

/// The code of the grouping by who answers, in saved views.
const BY_RESPONDER: &str = "responder";

impl Challenges {
    /// Does what a command asks for: of the open line, otherwise of the list.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if let Some(effect) = self.answer.run(command, ctx) {
            return Ok(effect);
        }
        if let Some(answer) = self.answer.get_mut() {
            match command {
                Command::ResponseKind => answer.turn(true),
                Command::PreviousResponseKind => answer.turn(false),
                Command::Submit => return self.submit(ctx),
                _ => return Ok(Effect::Pass),
            }
            return Ok(Effect::None);
        }
        if let Some(response) = self.work.list.chosen_response().cloned()
            && let Some(challenge) = self.work.list.chosen().map(|work| work.entry.clone())
        {
            match command {
                Command::Edit => return self.edit(&challenge, Some(response), ctx),
                Command::GoToEntry => {
                    let place = Place::Response(challenge.meeting, challenge.id, response.id);
                    return Ok(Effect::GoTo(place));
                }
                Command::Delete
                | Command::Convert
                | Command::MoveTo
                | Command::EntryHistory
                | Command::Copy => return response_verbs::act(command, response.id, challenge.id, ctx),
                _ => {}
            }
        }
        let words = ctx.look.words;
        let verbs = &words.work.verbs;
        let own = match command {
            Command::Respond => return self.respond(ctx),
            Command::Filter => return self.filter(ctx),
            Command::Views => return self.views(ctx),
            Command::Group => {
                self.by_responder = !self.by_responder;
                self.work.list.rearrange();
                Some(Effect::Refresh)
            }
            Command::Edit if self.work.list.marked.is_empty() => self.which(verbs.edit_what, Self::edit),
            Command::Delete if self.work.list.marked.is_empty() => {
                // What comes while the question is open is not deleted with the rest.
                let held = store::held(ctx.store)?;
                self.which(verbs.delete_what, move |_, challenge, response, ctx| {
                    Self::delete(challenge, response, held, ctx)
                })
            }
            Command::Convert if self.work.list.marked.is_empty() => {
                self.which(words.refile.what, |_, challenge, response, ctx| match response {
                    Some(response) => response_verbs::act(Command::Convert, response.id, challenge.id, ctx),
                    None => entry_verbs::act(Command::Convert, &[challenge.id], ctx),
                })
            }
            _ => None,
        };
        own.map_or_else(|| self.work.act(command, ctx), Ok)
    }

    /// Does what the line asks for.
    fn submit(&mut self, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        if let Some(question) = self.answer.ask_first(ctx) {
            return Ok(question);
        }
        let Some(answer) = self.answer.get_mut() else { return Ok(Effect::None) };
        if let Some(changed) = answer.changed_since(ctx) {
            return Ok(Effect::open(Message::new(words.dialogs.failed, changed)));
        }
        match answer.submit(ctx) {
            Ok(Submitted::Response(write)) => {
                self.answer.offer();
                Ok(write.then(|this: &mut Self, _, _| Ok(this.given())).into())
            }
            Ok(Submitted::Other(deed, taker)) => {
                let write = |written| {
                    let said = line_effects::said_in_box(&written, words);
                    let write = Write::new(said, move |store| taker.write(store, written));
                    write.then(|this: &mut Self, changes, ctx| this.answer.written(&changes, ctx))
                };
                self.answer.perform(deed, write, ctx)
            }
            Err(why) => Ok(self.answer.refuse(speech::not_taken(&why, words).to_string())),
        }
    }

    /// The response in the line is on disk.
    fn given(&mut self) -> Effect {
        self.answer.close();
        self.work.list.marked.clear_seen();
        Effect::None
    }

    /// Opens the answer line for the marked challenges, or the chosen one.
    fn respond(&mut self, ctx: &Ctx) -> Outcome {
        let entries = self.work.list.target_entries(ctx.store)?;
        if entries.is_empty() {
            return Ok(Effect::Notice(ctx.look.words.challenges.nothing_chosen.to_owned()));
        }
        let names: Result<Vec<_>, _> = entries.iter().map(|entry| entry_verbs::name(entry, ctx)).collect();
        if let Some(answer) = AnswerLine::to(entries, &names?, ctx)? {
            self.answer.open(answer, ctx);
        }
        Ok(Effect::None)
    }

    /// Opens the line for those that one came here to respond to: several are marked.
    pub(super) fn answer_those_asked_for(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        let challenges = std::mem::take(&mut self.to_answer);
        let Some(first) = challenges.first() else { return Ok(()) };
        self.work.list.choose(*first, ctx.store)?;
        if challenges.len() > 1 {
            for id in &challenges {
                store::entry::get(ctx.store, *id)?
                    .into_iter()
                    .for_each(|entry| self.work.list.marked.toggle(entry));
            }
        }
        self.respond(ctx).map(|_| ())
    }

    /// Where the chosen challenge has responses one is asked whether it or one of them is meant.
    fn which(
        &self,
        title: &str,
        then: impl FnOnce(&mut Self, &Entry, Option<Response>, &Ctx) -> Outcome + Send + 'static,
    ) -> Option<Effect> {
        let work = self.work.list.chosen()?;
        if work.responses.is_empty() {
            return None;
        }
        let challenge = ChoiceItem::new(fit(&text_in_list(&work.entry), 56));
        let responses =
            work.responses.iter().map(|response| ChoiceItem::new(format!("↳ {}", fit(&response.text, 54))));
        let items = std::iter::once(challenge).chain(responses).collect();
        // What is chosen may be another one when the answer comes: somebody else may have deleted this one.
        let (asked, given) = (work.entry.clone(), work.responses.clone());
        Some(Effect::ask(Choice::new(title, items), move |this: &mut Self, answer, ctx| match answer {
            DialogAnswer::Choice(row) => {
                then(this, &asked, row.checked_sub(1).and_then(|row| given.get(row).cloned()), ctx)
            }
            _ => Ok(Effect::None),
        }))
    }

    fn views(&self, ctx: &Ctx) -> Outcome {
        let grouping = if self.by_responder { BY_RESPONDER } else { "" };
        let take = |this: &mut Self, view: &SavedView, gone: &[Facet], ctx: &Ctx| {
            this.by_responder = view.grouping == BY_RESPONDER;
            this.work.recall(view, gone, ctx);
        };
        self.work.views(ViewedList::Challenges, grouping, take, ctx)
    }

    fn filter(&mut self, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        let base = Filter {
            status: None,
            open: Some(true),
            answered: Some(false),
            ..self.work.narrow.filter.clone()
        };
        let own = vec![(words.challenges.unanswered.to_owned(), base)];
        let statuses = Kind::CHALLENGE.statuses();
        let near = self.work.list.chosen().map(|work| work.entry.meeting);
        let options = self.work.narrow.options(own, &statuses, near, ctx)?;
        Ok(self.work.filter(options, "", |this: &mut Self, option| this.work.take(option), ctx))
    }

    /// Edits a response to a challenge, or the challenge itself.
    fn edit(&mut self, challenge: &Entry, response: Option<Response>, ctx: &Ctx) -> Outcome {
        let Some(response) = response else { return entry_verbs::act(Command::Edit, &[challenge.id], ctx) };
        self.answer.open_as_is(AnswerLine::edit(&response, ctx)?, ctx);
        Ok(Effect::None)
    }

    /// Deletes a response to a challenge, or the challenge itself, with what is in them of the rows `held`.
    fn delete(challenge: &Entry, response: Option<Response>, held: HeldRows, ctx: &Ctx) -> Outcome {
        match response {
            Some(response) => response_verbs::delete(response.id, vec![challenge.id], held, ctx),
            None => entry_verbs::delete_held(&[challenge.id], held, ctx),
        }
    }
}
