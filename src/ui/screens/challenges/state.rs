//! What the challenges screen has read, and the line that is open.

use super::answer::AnswerLine;
use crate::model::id::{EntryId, MeetingId};
use crate::store;
use crate::store::work::{self, Filter, WorkClass};
use crate::ui::context::{Ctx, Look};
use crate::ui::error::UiError;
use crate::ui::lists::foot_line::FootLine;
use crate::ui::lists::work::narrow::by_owner;
use crate::ui::lists::work::view::WorkView;

/// The third tab.
#[derive(Debug)]
pub(in crate::ui::screens) struct Challenges {
    pub(super) work: WorkView,
    pub(super) answer: FootLine<AnswerLine>,
    /// The meeting that one came here for; its name is not known yet.
    pub(super) coming: Option<MeetingId>,
    /// The challenges that one came here to respond to.
    pub(super) to_answer: Vec<EntryId>,
    pub(super) summary: String,
    /// Whether it is grouped by who answers, not by what has been answered.
    pub(super) by_responder: bool,
}

impl Challenges {
    /// The screen with nothing read yet.
    pub(in crate::ui::screens) fn new() -> Self {
        Self {
            work: WorkView::of(WorkClass::Challenges),
            answer: FootLine::default(),
            coming: None,
            to_answer: Vec::new(),
            summary: String::new(),
            by_responder: false,
        }
    }

    /// The groups: unanswered, answered, closed.
    fn groups(look: &Look) -> impl Iterator<Item = (String, Filter)> {
        let class = WorkClass::Challenges;
        let state = |open, answered| Filter { class, open: Some(open), answered, ..Filter::default() };
        let groups = [state(true, Some(false)), state(true, Some(true)), state(false, None)];
        look.words.challenges.groups.into_iter().map(str::to_owned).zip(groups)
    }

    /// "12 obesvarade · äldst 84 dagar · besvarade 71 %", of what passes the filter.
    fn count(&self, ctx: &Ctx) -> Result<String, UiError> {
        let narrow = &self.work.narrow;
        let total = narrow.count(ctx.store, &Filter::default())?;
        let with = narrow.count(ctx.store, &Filter { answered: Some(true), ..Filter::default() })?;
        let unanswered = Filter { answered: Some(false), open: Some(true), ..Filter::default() };
        let without = narrow.count(ctx.store, &unanswered)?;
        let oldest = work::oldest_unanswered(ctx.store, &narrow.filter)?
            .map(|day| (ctx.clock.today() - day).num_days().max(0));
        let share = (with * 100 + total / 2).checked_div(total);
        Ok((ctx.look.words.challenges.summary)(without, oldest, share))
    }

    /// Reads everything that is shown.
    pub(super) fn read(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        if let Some(meeting) = self.coming.take()
            && let Some(meeting) = store::meeting::get(ctx.store, meeting)?
        {
            self.work.narrow.only_meeting(meeting.id, meeting.title);
        }
        self.summary = self.count(ctx)?;
        if self.by_responder {
            return self.work.read(ctx.store, by_owner(ctx.look.words.challenges.nobody, ctx)?);
        }
        self.work.read(ctx.store, Self::groups(ctx.look))
    }
}
