//! What is done with promises: to the list, to the chosen one, and by the promise line.

use super::promise::PromiseLine;
use super::state::{STATUSES, Tomorrow};
use crate::model::{Facet, Kind, SavedView, ViewedList};
use crate::speech;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::effect::{Effect, Outcome, Write};
use crate::ui::line_effects;
use crate::ui::lists::archive::archive;
use crate::ui::lists::work::narrow::FilterRow;

impl Tomorrow {
    /// Does what a command asks for: of the open line, otherwise of the list.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if let Some(effect) = self.promise.run(command, ctx) {
            return Ok(effect);
        }
        if self.promise.is_open() {
            return if command == Command::Submit { self.submit(ctx) } else { Ok(Effect::Pass) };
        }
        match command {
            Command::Left => Ok(self.step(true)),
            Command::Right => Ok(self.step(false)),
            Command::Promise => self.promise(ctx),
            Command::Filter => self.filter(ctx),
            Command::Views => self.views(ctx),
            Command::Archive => archive(&self.work.list.marked, self.meeting, ctx),
            Command::ClearFilter => {
                self.work.list.rearrange();
                self.work.narrow.clear();
                Ok(Effect::Refresh)
            }
            command => self.work.act(command, ctx),
        }
    }

    /// Goes to the meeting before or after; the newest is the first.
    fn step(&mut self, newer: bool) -> Effect {
        let at = self.at().unwrap_or(0);
        let to = if newer { at.saturating_sub(1) } else { at + 1 };
        if let Some(meeting) = self.meetings.get(to) {
            self.meeting = Some(meeting.id);
            self.work.list.go_to_top();
        }
        Effect::Refresh
    }

    /// Does what the line asks for.
    fn submit(&mut self, ctx: &Ctx) -> Outcome {
        if let Some(question) = self.promise.ask_first(ctx) {
            return Ok(question);
        }
        let words = ctx.look.words;
        let Some(promise) = self.promise.get() else { return Ok(Effect::None) };
        let (deed, taker) = match promise.deed() {
            Ok(deed) => deed,
            Err(why) => return Ok(self.promise.refuse(speech::not_taken(&why, words).to_string())),
        };
        let write = |written| {
            let said = line_effects::said_in_box(&written, words);
            let write = Write::new(said, move |store| taker.write(store, written));
            write.then(|this: &mut Self, changes, ctx| this.promise.written(&changes, ctx))
        };
        self.promise.perform(deed, write, ctx)
    }

    /// Opens the promise line.
    fn promise(&mut self, ctx: &Ctx) -> Outcome {
        let Some(meeting) = self.meeting.or(ctx.session.meeting) else {
            return Ok(Effect::Notice(ctx.look.words.work.no_meeting.to_owned()));
        };
        self.promise.open(PromiseLine::at(meeting, ctx)?, ctx);
        Ok(Effect::None)
    }

    fn views(&self, ctx: &Ctx) -> Outcome {
        let take = |this: &mut Self, view: &SavedView, gone: &[Facet], ctx: &Ctx| {
            this.work.recall(view, gone, ctx);
        };
        self.work.views(ViewedList::Tomorrow, "", take, ctx)
    }

    fn filter(&self, ctx: &Ctx) -> Outcome {
        let statuses = STATUSES.map(Kind::Commitment).into_iter().filter(|kind| !kind.is_unknown());
        let statuses: Vec<Kind> = statuses.collect();
        let options = self.work.narrow.options(Vec::new(), &statuses, self.meeting, ctx)?;
        Ok(self.work.filter(options, "", Self::take_filter, ctx))
    }

    /// Applies a row of the list of filters: a meeting is gone to, everything else narrows the list.
    fn take_filter(&mut self, option: &FilterRow) {
        self.work.take(option);
        if let Some(meeting) = self.work.narrow.filter.meeting.take() {
            self.meeting = Some(meeting);
            self.work.narrow.forget_meeting();
        }
    }
}
