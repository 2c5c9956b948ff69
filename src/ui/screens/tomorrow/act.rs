//! What is done with promises: to the list, to the chosen one, and by the promise line.

use super::promise::PromiseLine;
use super::state::{STATUSES, Tomorrow};
use crate::model::Kind;
use crate::model::history::{Changes, Entity};
use crate::model::id::SectionId;
use crate::ops::line::{Deed, Written};
use crate::speech;
use crate::store::work::{self, Class, Filter};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::check_in::CheckIn;
use crate::ui::dialogs::choice::Choice;
use crate::ui::effect::{Answer, Effect, Outcome, Write};
use crate::ui::line_effects;
use crate::ui::lists::entry_verbs;
use crate::ui::lists::work::narrow::{Narrow, Way};

impl Tomorrow {
    /// Does what a command asks for: of the open line, otherwise of the list.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.promise.is_some() {
            return match command {
                Command::Submit => self.submit(ctx),
                Command::Back => Ok(self.back()),
                _ => Ok(Effect::Pass),
            };
        }
        if self.opened.scroll(command) || self.list.walk(command, ctx.store)? {
            return Ok(Effect::None);
        }
        self.act_on_list(command, ctx)
    }

    /// Goes to the meeting before or after; the newest is the first.
    fn step(&mut self, newer: bool) -> Effect {
        let at = self.at().unwrap_or(0);
        let to = if newer { at.saturating_sub(1) } else { at + 1 };
        if let Some(meeting) = self.meetings.get(to) {
            self.meeting = Some(meeting.id);
            self.list.go_to_top();
            self.list.marked.clear();
        }
        Effect::Refresh
    }

    fn act_on_list(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        Ok(match command {
            Command::Left => self.step(true),
            Command::Right => self.step(false),
            Command::Mark => {
                self.list.mark(ctx.store)?;
                Effect::None
            }
            Command::Open => {
                self.opened.toggle();
                Effect::None
            }
            Command::Back => self.back(),
            Command::CheckIn => self.check_in(ctx)?,
            Command::Promise => self.promise(ctx)?,
            Command::Filter => self.filter(ctx)?,
            Command::ClearFilter => {
                self.narrow = Narrow::to(Class::Commitments);
                Effect::Refresh
            }
            Command::Delete if self.list.marked.len() > 1 => {
                entry_verbs::delete(self.list.targets(), "", ctx.look.words)
            }
            command => match self.list.chosen() {
                Some(work) => entry_verbs::act(command, &work.entry, ctx)?,
                None => Effect::Pass,
            },
        })
    }

    /// Does what the line asks for.
    fn submit(&mut self, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        let Some(promise) = &mut self.promise else { return Ok(Effect::None) };
        let (deed, taker) = match promise.deed() {
            Ok(deed) => deed,
            Err(why) => return Ok(Effect::Notice(speech::not_taken(&why, words).to_string())),
        };
        Ok(match deed {
            Deed::Nothing => Effect::Notice((words.errors.empty)().sentence),
            Deed::Write(written) => {
                let said = match &written {
                    Written::Entry(_) => words.tomorrow.saved.to_owned(),
                    other => line_effects::said(other, words),
                };
                Write::new(said, move |store| taker.write(store, written))
                    .then(|this: &mut Self, changes, ctx| this.promised(&changes, ctx))
                    .into()
            }
            Deed::GoTo(at) => {
                let heading = promise.go_to(at);
                promise.clear(ctx)?;
                Effect::Notice((words.pen.goes_to_section)(&heading))
            }
            Deed::Table(table) => {
                promise.taker.table = table;
                promise.clear(ctx)?;
                Effect::None
            }
            Deed::Command(verb, argument) => {
                promise.clear(ctx)?;
                line_effects::command(verb, &argument)
            }
        })
    }

    /// The promise in the line is on disk: the next one may be written.
    fn promised(&mut self, changes: &Changes, ctx: &Ctx) -> Outcome {
        if let Some(promise) = &mut self.promise {
            if let Some(made) = changes.first(Entity::Section) {
                promise.taker.section = Some(SectionId(made));
            }
            promise.clear(ctx)?;
        }
        Ok(Effect::None)
    }

    /// Escape: the line, then the detail, then the marks.
    fn back(&mut self) -> Effect {
        if self.promise.take().is_none() && !self.opened.close() {
            if self.list.marked.is_empty() {
                return Effect::Pass;
            }
            self.list.marked.clear();
        }
        Effect::None
    }

    /// The marked ones, or the one whose detail is open, or all that are open, from the chosen one on.
    fn check_in(&self, ctx: &Ctx) -> Outcome {
        if !self.list.marked.is_empty() || self.opened.is_open() {
            return Ok(CheckIn::through(self.list.targets(), ctx.look));
        }
        let open = Filter { meeting: self.meeting, open: Some(true), ..self.narrow.filter.clone() };
        let mut queue: Vec<_> =
            work::list(ctx.store, &open, 0, 500)?.iter().map(|work| work.entry.id).collect();
        // Those that nobody has asked about are first in the list, and the chosen one is asked about first.
        let chosen = self.list.chosen().filter(|work| work.entry.kind.is_open()).map(|work| work.entry.id);
        let order: Vec<_> = self.list.all_read().map(|work| work.entry.id).collect();
        queue.sort_by_key(|id| order.iter().position(|other| other == id).unwrap_or(usize::MAX));
        if let Some(at) = queue.iter().position(|id| Some(*id) == chosen) {
            queue.rotate_left(at);
        }
        Ok(CheckIn::through(queue, ctx.look))
    }

    fn promise(&mut self, ctx: &Ctx) -> Outcome {
        let Some(meeting) = self.meeting.or(ctx.session.meeting) else {
            return Ok(Effect::Notice(ctx.look.words.work.no_meeting.to_owned()));
        };
        let mut promise = PromiseLine::at(meeting, ctx)?;
        if let Some(draft) = self.draft.take() {
            promise.field().insert(&draft);
            promise.read(ctx);
        }
        self.promise = Some(promise);
        Ok(Effect::None)
    }

    fn filter(&self, ctx: &Ctx) -> Outcome {
        let statuses = STATUSES.map(Kind::Commitment);
        let ways = self.narrow.options(Vec::new(), &statuses, self.meeting, ctx)?;
        let items = Narrow::items(&ways, "", ctx);
        let list = Choice::new(ctx.look.words.work.filter, items);
        Ok(Effect::ask(list, move |this: &mut Self, answer, _| {
            if let Answer::Choice(row) = answer
                && let Some(way) = ways.get(row)
            {
                this.take_filter(way);
            }
            Ok(Effect::Refresh)
        }))
    }

    /// Applies a row of the list of filters: a meeting is gone to, everything else narrows the list.
    fn take_filter(&mut self, way: &Way) {
        self.narrow.take(way);
        if let Some(meeting) = self.narrow.filter.meeting.take() {
            self.meeting = Some(meeting);
            self.narrow.forget_meeting();
        }
        self.list.go_to_top();
    }
}
