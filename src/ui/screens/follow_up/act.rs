//! What is done with actions and commitments.

use super::state::{FollowUps, Grouping};
use crate::model::{Facet, Kind, SavedView, ViewedList};
use crate::store::work::{Filter, WorkClass};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::effect::{Effect, Outcome};
use crate::ui::lists::archive::archive;
use crate::ui::lists::work::narrow::FilterRow;

impl FollowUps {
    /// Does what a command asks for.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        match command {
            Command::Group => {
                self.grouping = self.grouping.next();
                self.work.list.rearrange();
                Ok(Effect::Refresh)
            }
            Command::Filter => self.filter(ctx),
            Command::Views => self.views(ctx),
            Command::ShowUnfinished => {
                let filter = Filter { class: WorkClass::Unfinished, ..Filter::default() };
                self.work.narrow.only_kind(filter, ctx.look.words.follow_up.unfinished);
                self.work.list.rearrange();
                Ok(Effect::Refresh)
            }
            Command::Archive => {
                let chosen = self.work.list.chosen().map(|work| work.entry.meeting);
                archive(&self.work.list.marked, self.work.narrow.filter.meeting.or(chosen), ctx)
            }
            command => self.work.act(command, ctx),
        }
    }

    fn views(&self, ctx: &Ctx) -> Outcome {
        let take = |this: &mut Self, view: &SavedView, gone: &[Facet], ctx: &Ctx| {
            this.grouping = Grouping::of_code(&view.grouping);
            this.work.recall(view, gone, ctx);
        };
        self.work.views(ViewedList::FollowUp, self.grouping.code(), take, ctx)
    }

    fn filter(&self, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        let class = |class| Filter { class, status: None, ..self.work.narrow.filter.clone() };
        let own = vec![
            (words.follow_up.actions.to_owned(), class(WorkClass::Actions)),
            (words.follow_up.commitments.to_owned(), class(WorkClass::Commitments)),
            (words.follow_up.unfinished.to_owned(), class(WorkClass::Unfinished)),
        ];
        // "Klar" and "gjort" have the same code: one row finds both.
        let mut statuses: Vec<Kind> = Vec::new();
        for kind in [Kind::ACTION, Kind::COMMITMENT].into_iter().flat_map(Kind::statuses) {
            if !statuses.iter().any(|other| other.status_code() == kind.status_code()) {
                statuses.push(kind);
            }
        }
        let near = self.work.list.chosen().map(|work| work.entry.meeting);
        let options = self.work.narrow.options(own, &statuses, near, ctx)?;
        let take = |this: &mut Self, option: &FilterRow| this.work.take(option);
        Ok(self.work.filter(options, words.follow_up.kind, take, ctx))
    }
}
