//! What is done with challenges: to the list, to the chosen one, and by the answer line.

use super::answer::{AnswerLine, Submitted};
use super::state::Challenges;
use crate::model::history::{Changes, Entity};
use crate::model::id::SectionId;
use crate::model::{Kind, Response};
use crate::ops::line::Deed;
use crate::store::work::{Class, Filter};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::check_in::CheckIn;
use crate::ui::dialogs::choice::{Choice, Item};
use crate::ui::dialogs::message::Message;
use crate::ui::effect::{Answer, Effect, Outcome, Write};
use crate::ui::line_effects;
use crate::ui::lists::entry_verbs;
use crate::ui::lists::work::narrow::Narrow;
use crate::ui::widgets::text::fit;
use crate::{ops, speech};

impl Challenges {
    /// Does what a command asks for: of the open line, otherwise of the list.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if let Some(answer) = &mut self.answer {
            return Ok(match command {
                Command::ResponseKind => {
                    answer.turn();
                    Effect::None
                }
                Command::Submit => return self.submit(ctx),
                Command::Back => self.back(),
                _ => Effect::Pass,
            });
        }
        if self.opened.scroll(command) || self.list.walk(command, ctx.store)? {
            return Ok(Effect::None);
        }
        self.act_on_list(command, ctx)
    }

    /// What is done to the list itself.
    fn act_on_list(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        Ok(match command {
            Command::Mark => {
                self.list.mark(ctx.store)?;
                Effect::None
            }
            Command::Open => {
                self.opened.toggle();
                Effect::None
            }
            Command::Left => {
                self.opened.close();
                Effect::None
            }
            Command::Back => self.back(),
            Command::Respond => self.respond(ctx)?,
            Command::Filter => self.filter(ctx)?,
            Command::ClearFilter => {
                self.narrow = Narrow::to(Class::Challenges);
                self.list.go_to_top();
                Effect::Refresh
            }
            Command::CheckIn => CheckIn::through(self.list.targets(), ctx.look),
            Command::Delete if self.list.marked.len() > 1 => {
                entry_verbs::delete(self.list.targets(), "", words)
            }
            Command::Edit => match self.which(words.work.verbs.edit_what, Self::edit) {
                Some(effect) => effect,
                None => self.verb(command, ctx)?,
            },
            Command::Delete => match self.which(words.work.verbs.delete_what, Self::delete) {
                Some(effect) => effect,
                None => self.verb(command, ctx)?,
            },
            command => self.verb(command, ctx)?,
        })
    }

    /// Does what the line asks for.
    fn submit(&mut self, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        let Some(answer) = &mut self.answer else { return Ok(Effect::None) };
        if let Some(changed) = answer.changed_since(ctx) {
            return Ok(Effect::open(Message::new(words.dialogs.failed, changed)));
        }
        let (deed, taker) = match answer.submit(ctx) {
            Ok(Submitted::Response(write)) => {
                return Ok(write.then(|this: &mut Self, _, _| this.given()).into());
            }
            Ok(Submitted::Other(deed, taker)) => (deed, taker),
            Err(why) => return Ok(Effect::Notice(speech::not_taken(&why, words).to_string())),
        };
        Ok(match deed {
            Deed::Nothing => Effect::Notice((words.errors.empty)().sentence),
            Deed::Write(written) => {
                let said = line_effects::said(&written, words);
                let write = Write::new(said, move |store| taker.write(store, written));
                write.then(|this: &mut Self, changes, ctx| this.line_written(&changes, ctx)).into()
            }
            Deed::GoTo(at) => {
                let heading = answer.go_to(at);
                answer.clear(ctx)?;
                Effect::Notice((words.pen.goes_to_section)(&heading))
            }
            Deed::Table(table) => {
                answer.set_table(table);
                answer.clear(ctx)?;
                Effect::None
            }
            Deed::Command(verb, argument) => {
                answer.clear(ctx)?;
                line_effects::command(verb, &argument)
            }
        })
    }

    /// Something else that was typed in the answer line is on disk; the response is still to be written.
    fn line_written(&mut self, changes: &Changes, ctx: &Ctx) -> Outcome {
        if let Some(answer) = &mut self.answer {
            if let Some(made) = changes.first(Entity::Section) {
                answer.set_section(SectionId(made));
            }
            answer.clear(ctx)?;
        }
        Ok(Effect::None)
    }

    /// The response in the line is on disk.
    fn given(&mut self) -> Effect {
        self.answer = None;
        self.list.marked.clear();
        Effect::None
    }

    /// Escape: the answer line, then the detail, then the marks.
    fn back(&mut self) -> Effect {
        if self.answer.take().is_none() && !self.opened.close() {
            if self.list.marked.is_empty() {
                return Effect::Pass;
            }
            self.list.marked.clear();
        }
        Effect::None
    }

    /// Opens the answer line for the marked challenges, or the chosen one.
    fn respond(&mut self, ctx: &Ctx) -> Outcome {
        let entries = self.list.target_entries(ctx.store)?;
        if entries.is_empty() {
            return Ok(Effect::Notice(ctx.look.words.challenges.nothing_chosen.to_owned()));
        }
        let names: Result<Vec<_>, _> = entries.iter().map(|entry| entry_verbs::name(entry, ctx)).collect();
        self.answer = AnswerLine::to(entries, &names?, ctx)?;
        if let Some(answer) = &mut self.answer
            && let Some(draft) = self.draft.take()
        {
            answer.field().insert(&draft);
            answer.read();
        }
        Ok(Effect::None)
    }

    /// Where the chosen challenge has responses one is asked whether it or one of them is meant.
    fn which(&self, title: &str, then: fn(&mut Self, Option<Response>, &Ctx) -> Outcome) -> Option<Effect> {
        let work = self.list.chosen()?;
        if work.responses.is_empty() {
            return None;
        }
        let challenge = Item::new(fit(&work.entry.text, 56));
        let responses =
            work.responses.iter().map(|response| Item::new(format!("↳ {}", fit(&response.text, 54))));
        let items = std::iter::once(challenge).chain(responses).collect();
        let given = work.responses.clone();
        Some(Effect::ask(Choice::new(title, items), move |this: &mut Self, answer, ctx| match answer {
            Answer::Choice(row) => {
                then(this, row.checked_sub(1).and_then(|row| given.get(row).cloned()), ctx)
            }
            _ => Ok(Effect::None),
        }))
    }

    fn filter(&mut self, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        let base =
            Filter { status: None, open: Some(true), answered: Some(false), ..self.narrow.filter.clone() };
        let own = vec![(words.challenges.unanswered.to_owned(), base)];
        let statuses = Kind::CHALLENGE.statuses();
        let near = self.list.chosen().map(|work| work.entry.meeting);
        let ways = self.narrow.options(own, &statuses, near, ctx)?;
        let items = Narrow::items(&ways, "", ctx);
        Ok(Effect::ask(Choice::new(words.work.filter, items), move |this: &mut Self, answer, _| {
            if let Answer::Choice(row) = answer
                && let Some(way) = ways.get(row)
            {
                this.narrow.take(way);
                this.list.go_to_top();
            }
            Ok(Effect::Refresh)
        }))
    }

    /// A verb on the chosen entry.
    fn verb(&self, command: Command, ctx: &Ctx) -> Outcome {
        match self.list.chosen() {
            Some(work) => entry_verbs::act(command, &work.entry, ctx),
            None => Ok(Effect::Pass),
        }
    }

    /// Edits a response, or the chosen challenge itself.
    fn edit(&mut self, response: Option<Response>, ctx: &Ctx) -> Outcome {
        let Some(response) = response else { return self.verb(Command::Edit, ctx) };
        self.answer = Some(AnswerLine::edit(&response, ctx)?);
        Ok(Effect::None)
    }

    /// Deletes a response of the chosen challenge, or the challenge itself.
    fn delete(&mut self, response: Option<Response>, ctx: &Ctx) -> Outcome {
        let Some(response) = response else { return self.verb(Command::Delete, ctx) };
        let Some(work) = self.list.chosen() else { return Ok(Effect::None) };
        let (id, said) = (work.entry.id, ctx.look.words.work.verbs.response_deleted);
        Ok(Effect::write(said, move |store| ops::delete_response(store, response.id, id)))
    }
}
