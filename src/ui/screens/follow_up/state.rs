//! What the follow-up screen has read, in the groups that were chosen.

use chrono::{Datelike, Days, NaiveDate};

use crate::model::{ActionStatus, CommitmentStatus, Kind, Meeting};
use crate::store::work::{self, Filter, WorkClass};
use crate::ui::context::Ctx;
use crate::ui::error::UiError;
use crate::ui::lists::due;
use crate::ui::lists::tally::Tally;
use crate::ui::lists::work::narrow::by_owner;
use crate::ui::lists::work::view::WorkView;

/// How the list is grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Grouping {
    #[default]
    Due,
    Owner,
    Meeting,
}

impl Grouping {
    /// Its code in saved views; empty for the usual one.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Due => "",
            Self::Owner => "owner",
            Self::Meeting => "meeting",
        }
    }

    /// The grouping of a code; the usual one for what only a newer version knows.
    pub(super) fn of_code(code: &str) -> Self {
        [Self::Owner, Self::Meeting].into_iter().find(|grouping| grouping.code() == code).unwrap_or_default()
    }

    pub(super) fn next(self) -> Self {
        match self {
            Self::Due => Self::Owner,
            Self::Owner => Self::Meeting,
            Self::Meeting => Self::Due,
        }
    }
}

/// The fifth tab.
#[derive(Debug)]
pub(in crate::ui::screens) struct FollowUps {
    pub(super) work: WorkView,
    pub(super) grouping: Grouping,
    pub(super) summary: String,
    /// The latest meeting with commitments, and what became of them.
    pub(super) last_time: Option<(Meeting, Tally)>,
}

impl FollowUps {
    /// The screen with nothing read yet.
    pub(in crate::ui::screens) fn new() -> Self {
        Self {
            work: WorkView::of(WorkClass::Owed),
            grouping: Grouping::default(),
            summary: String::new(),
            last_time: None,
        }
    }

    /// Whether what is not written down in full is shown, in place of what is to be followed up.
    pub(super) fn shows_unfinished(&self) -> bool {
        self.work.narrow.filter.class == WorkClass::Unfinished
    }

    /// How it is grouped: what is unfinished has no date, and is shown by its meeting.
    pub(super) fn shown_grouping(&self) -> Grouping {
        if self.shows_unfinished() && self.grouping == Grouping::Due {
            Grouping::Meeting
        } else {
            self.grouping
        }
    }

    fn groups(&self, ctx: &Ctx) -> Result<Vec<(String, Filter)>, UiError> {
        match self.shown_grouping() {
            Grouping::Owner => by_owner(ctx.look.words.work.nobody, ctx),
            Grouping::Due => Ok(by_due(ctx)),
            Grouping::Meeting if self.shows_unfinished() => by_meeting(WorkClass::Unfinished, ctx),
            Grouping::Meeting => by_meeting(WorkClass::Owed, ctx),
        }
    }

    /// The newest meeting until today at which something was promised.
    fn read_last_time(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        self.last_time = match due::last_time(ctx.store, ctx.clock.today())? {
            Some(meeting) => {
                let tally = Tally::of(ctx.store, meeting.id)?;
                Some((meeting, tally))
            }
            None => None,
        };
        Ok(())
    }

    /// Reads everything that is shown.
    pub(super) fn read(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        let (narrow, words) = (&self.work.narrow, &ctx.look.words.follow_up);
        let open = Filter { open: Some(true), ..Filter::default() };
        let late = Filter { before: Some(ctx.clock.today()), ..open.clone() };
        self.summary = if self.shows_unfinished() {
            (words.unfinished_summary)(narrow.count(ctx.store, &Filter::default())?)
        } else {
            (words.summary)(narrow.count(ctx.store, &open)?, narrow.count(ctx.store, &late)?)
        };
        self.read_last_time(ctx)?;
        let groups = self.groups(ctx)?;
        self.work.read(ctx.store, groups)
    }
}

/// Later than any day that is meant: work without a due date is listed after it.
fn never() -> NaiveDate {
    NaiveDate::from_ymd_opt(9998, 12, 31).unwrap_or(NaiveDate::MAX)
}

/// Overdue, this week, next week, later, without a date, waiting; and how the closed ones ended. What waits and is
/// overdue is overdue.
fn by_due(ctx: &Ctx) -> Vec<(String, Filter)> {
    let today = ctx.clock.today();
    let days = u64::from(7 - today.weekday().num_days_from_monday());
    let monday = today.checked_add_days(Days::new(days));
    let after = monday.and_then(|monday| monday.checked_add_days(Days::new(7)));
    let waiting = Kind::Action(ActionStatus::Waiting);
    let open = Filter { open: Some(true), ..Filter::default() };
    let closed = |status| Filter { open: Some(false), status: Some(status), ..Filter::default() };
    let active = Filter { except: Some(waiting), ..open.clone() };
    let groups = [
        Filter { before: Some(today), ..open.clone() },
        Filter { from: Some(today), before: monday, ..active.clone() },
        Filter { from: monday, before: after, ..active.clone() },
        Filter { from: after, before: Some(never()), ..active.clone() },
        Filter { from: Some(never()), ..active },
        Filter { from: Some(today), status: Some(waiting), ..open },
        closed(Kind::Action(ActionStatus::Done)),
        closed(Kind::Commitment(CommitmentStatus::Continuous)),
        closed(Kind::Commitment(CommitmentStatus::Abandoned)),
        closed(Kind::Commitment(CommitmentStatus::Archived)),
        closed(Kind::Action(ActionStatus::Struck)),
    ];
    ctx.look.words.follow_up.groups.iter().map(|title| (*title).to_owned()).zip(groups).collect()
}

/// Each meeting, the newest first.
fn by_meeting(class: WorkClass, ctx: &Ctx) -> Result<Vec<(String, Filter)>, UiError> {
    let meetings = work::meetings(ctx.store, class)?;
    let group = |meeting: Meeting| (meeting.title, Filter { meeting: Some(meeting.id), ..Filter::default() });
    Ok(meetings.into_iter().map(group).collect())
}
