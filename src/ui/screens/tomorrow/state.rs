//! What the flip-chart has read of its meeting, and the line that is open.

use super::promise::PromiseLine;
use crate::model::id::MeetingId;
use crate::model::{CommitmentStatus, Kind, Meeting};
use crate::store::work::{self, Filter, WorkClass};
use crate::ui::context::{Ctx, Look};
use crate::ui::error::UiError;
use crate::ui::lists::foot_line::FootLine;
use crate::ui::lists::tally::Tally;
use crate::ui::lists::work::view::WorkView;

/// The statuses in the order of the groups.
pub(super) const STATUSES: [CommitmentStatus; 7] = [
    CommitmentStatus::Promised,
    CommitmentStatus::Underway,
    CommitmentStatus::Done,
    CommitmentStatus::Continuous,
    CommitmentStatus::Abandoned,
    CommitmentStatus::Archived,
    CommitmentStatus::Unknown,
];

/// The fourth tab.
#[derive(Debug)]
pub(in crate::ui::screens) struct Tomorrow {
    pub(super) work: WorkView,
    /// The meetings with commitments, the newest first; the one that lines are written in too.
    pub(super) meetings: Vec<Meeting>,
    /// Which of them is shown.
    pub(super) meeting: Option<MeetingId>,
    /// The meeting of the pen, once it had commitments: it is shown when that becomes so.
    pen: Option<MeetingId>,
    pub(super) tally: Tally,
    pub(super) promise: FootLine<PromiseLine>,
}

impl Tomorrow {
    /// The screen with nothing read yet.
    pub(in crate::ui::screens) fn new() -> Self {
        Self {
            work: WorkView::of(WorkClass::Commitments),
            meetings: Vec::new(),
            meeting: None,
            pen: None,
            tally: Tally::default(),
            promise: FootLine::default(),
        }
    }

    /// The meetings that one can step through.
    fn read_meetings(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        self.meetings = work::meetings(ctx.store, WorkClass::Commitments)?;
        if let Some(pen) = ctx.session.meeting
            && !self.meetings.iter().any(|meeting| meeting.id == pen)
            && let Some(pen) = crate::store::meeting::get(ctx.store, pen)?
        {
            let at = self.meetings.partition_point(|meeting| meeting.date > pen.date);
            self.meetings.insert(at, pen);
        }
        let pen = match ctx.session.meeting {
            Some(pen) if has_commitments(ctx, pen)? => Some(pen),
            _ => None,
        };
        if self.pen != pen && !self.promise.is_open() {
            self.pen = pen;
            self.meeting = pen.or(self.meeting);
        }
        let there = |id: &MeetingId| self.meetings.iter().any(|meeting| meeting.id == *id);
        self.meeting = match self.meeting.filter(there) {
            Some(meeting) => Some(meeting),
            None => self.first(ctx)?,
        };
        Ok(())
    }

    /// The latest meeting with commitments; without any, the one that lines are written in.
    fn first(&self, ctx: &Ctx) -> Result<Option<MeetingId>, UiError> {
        for meeting in &self.meetings {
            if has_commitments(ctx, meeting.id)? {
                return Ok(Some(meeting.id));
            }
        }
        Ok(self.meetings.first().map(|meeting| meeting.id))
    }

    pub(super) fn at(&self) -> Option<usize> {
        self.meetings.iter().position(|meeting| Some(meeting.id) == self.meeting)
    }

    fn groups(&self, look: &Look) -> Vec<(String, Filter)> {
        let Some(meeting) = self.meeting else { return Vec::new() };
        let titles = look.words.tomorrow.groups.iter().zip(STATUSES);
        let group = |status: CommitmentStatus| Filter {
            meeting: Some(meeting),
            status: Some(Kind::Commitment(status)),
            ..Filter::default()
        };
        titles.map(|(title, status)| ((*title).to_owned(), group(status))).collect()
    }

    /// Reads everything that is shown.
    pub(super) fn read(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        self.read_meetings(ctx)?;
        self.tally = match self.meeting {
            Some(meeting) => Tally::within(ctx.store, meeting, &self.work.narrow)?,
            None => Tally::default(),
        };
        if let Some(promise) = self.promise.get_mut() {
            promise.refresh(ctx)?;
        }
        let groups = self.groups(ctx.look);
        self.work.read(ctx.store, groups)
    }
}

/// Whether something was promised at a meeting.
fn has_commitments(ctx: &Ctx, meeting: MeetingId) -> Result<bool, UiError> {
    let filter = Filter { class: WorkClass::Commitments, meeting: Some(meeting), ..Filter::default() };
    Ok(work::count(ctx.store, &filter)? > 0)
}
