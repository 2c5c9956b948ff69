//! What is done with actions and commitments.

use super::state::FollowUp;
use crate::model::Kind;
use crate::store::work::{self, Class, Filter};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::check_in::CheckIn;
use crate::ui::dialogs::choice::Choice;
use crate::ui::effect::{Answer, Effect, Outcome};
use crate::ui::lists::entry_verbs;
use crate::ui::lists::work::narrow::Narrow;

impl FollowUp {
    /// Does what a command asks for.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.opened.scroll(command) || self.list.walk(command, ctx.store)? {
            return Ok(Effect::None);
        }
        self.act_on_list(command, ctx)
    }

    fn act_on_list(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        Ok(match command {
            Command::Open => {
                self.opened.toggle();
                Effect::None
            }
            Command::Left => {
                self.opened.close();
                Effect::None
            }
            Command::Back => self.back(),
            Command::Mark => {
                self.list.mark(ctx.store)?;
                Effect::None
            }
            Command::Group => {
                self.grouping = self.grouping.next();
                self.list.go_to_top();
                Effect::Refresh
            }
            Command::CheckIn => self.check_in(ctx)?,
            Command::Filter => self.filter(ctx)?,
            Command::ClearFilter => {
                self.narrow = Narrow::to(Class::Owed);
                self.list.go_to_top();
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

    fn back(&mut self) -> Effect {
        if self.opened.close() {
            return Effect::None;
        }
        if self.list.marked.is_empty() {
            return Effect::Pass;
        }
        self.list.marked.clear();
        Effect::None
    }

    /// The marked ones, or the one whose detail is open; otherwise those of last time that nobody has asked about;
    /// otherwise what is open from the chosen one on.
    fn check_in(&self, ctx: &Ctx) -> Outcome {
        if !self.list.marked.is_empty() || self.opened.is_open() {
            return Ok(CheckIn::through(self.list.targets(), ctx.look));
        }
        let mut queue = Vec::new();
        if let Some((meeting, _)) = &self.last_time {
            let filter = Filter {
                class: Class::Commitments,
                meeting: Some(meeting.id),
                status: Some(Kind::COMMITMENT),
                ..Filter::default()
            };
            queue = work::list(ctx.store, &filter, 0, 500)?.iter().map(|work| work.entry.id).collect();
        }
        if queue.is_empty() {
            let open = self.list.following().filter(|work| work.entry.kind.is_open());
            queue = open.map(|work| work.entry.id).collect();
        }
        Ok(CheckIn::through(queue, ctx.look))
    }

    fn filter(&self, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        let class = |class| Filter { class, status: None, ..self.narrow.filter.clone() };
        let own = vec![
            (words.follow_up.actions.to_owned(), class(Class::Actions)),
            (words.follow_up.commitments.to_owned(), class(Class::Commitments)),
        ];
        // "Klar" and "gjort" have the same code: one row finds both.
        let mut statuses: Vec<Kind> = Vec::new();
        for kind in [Kind::ACTION, Kind::COMMITMENT].into_iter().flat_map(Kind::statuses) {
            if !statuses.iter().any(|other| other.status_code() == kind.status_code()) {
                statuses.push(kind);
            }
        }
        let near = self.list.chosen().map(|work| work.entry.meeting);
        let ways = self.narrow.options(own, &statuses, near, ctx)?;
        let items = Narrow::items(&ways, words.follow_up.kind, ctx);
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
}
