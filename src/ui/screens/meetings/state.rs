//! The meetings near the chosen one, and what is open since that.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::id::{MeetingId, ProgrammeId};
use crate::model::{CommitmentStatus, Kind, Programme};
use crate::store::meeting::{self, CountedMeeting};
use crate::store::work::{self, Filter, WorkClass};
use crate::store::{programme, section};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::error::UiError;
use crate::ui::lists::window::Window;
use crate::ui::widgets::rows::Rows;

/// What a store without meetings offers, in order.
pub(super) const OFFERS: [Command; 3] = [Command::NewMeeting, Command::Import, Command::Example];

/// The first tab.
#[derive(Debug, Default)]
pub(in crate::ui::screens) struct Meetings {
    pub(super) list: Window<CountedMeeting>,
    pub(super) rows: Rows,
    pub(super) since: Since,
    /// What the programmes are called, where meetings are in several, or in one and in none.
    programmes: HashMap<ProgrammeId, String>,
    /// The meeting that lines were written in when this was last read: another one is chosen here too.
    pub(super) at: Option<MeetingId>,
    /// What the meeting is called that is to be begun here; may be empty.
    pub(super) title: String,
}

impl Meetings {
    /// Reads the rows near the chosen one that are not in memory, and what is open since the chosen meeting.
    pub(super) fn read(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        let read = |rows: Range<usize>| meeting::counted(ctx.store, rows.start, rows.len());
        self.list.fill(self.rows.selected, 0, read)?;
        self.read_detail(ctx)
    }

    fn read_detail(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        self.since = match self.chosen() {
            Some(counted) => Since::read(ctx, counted.meeting.id)?,
            None => Since::default(),
        };
        Ok(())
    }

    pub(super) fn chosen(&self) -> Option<&CountedMeeting> {
        self.list.get(self.rows.selected)
    }

    /// The programme of a meeting, where meetings belong to several; empty otherwise.
    pub(super) fn programme_of(&self, counted: &CountedMeeting) -> &str {
        let id = counted.meeting.programme.as_ref();
        id.and_then(|id| self.programmes.get(id)).map_or("", String::as_str)
    }

    fn read_programmes(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        let used = programme::meetings(ctx.store)?.into_iter().filter(|(_, meetings)| *meetings > 0);
        let used: Vec<(Programme, usize)> = used.collect();
        let within: usize = used.iter().map(|(_, meetings)| meetings).sum();
        let are_several = used.len() > 1 || !used.is_empty() && within < self.list.total;
        let named = used.into_iter().filter(|_| are_several);
        self.programmes = named.map(|(programme, _)| (programme.id, programme.name)).collect();
        Ok(())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.total == 0
    }

    /// Counts the meetings and reads those near the chosen one again.
    pub(super) fn read_all(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        let chosen =
            self.chosen().map(|counted| counted.meeting.id).filter(|_| self.at == ctx.session.meeting);
        let chosen = chosen.or(ctx.session.meeting);
        self.at = ctx.session.meeting;
        self.list = Window::unread(meeting::count(ctx.store)?);
        let rows = if self.is_empty() { OFFERS.len() } else { self.list.total };
        self.rows.resize(rows);
        self.read_programmes(ctx)?;
        self.read(ctx)?;
        // What was chosen stays chosen, wherever it is now.
        let at = self.list.rows.iter().position(|counted| Some(counted.meeting.id) == chosen);
        if let Some(at) = at {
            self.rows.select(self.list.offset + at);
            self.read_detail(ctx)?;
        }
        Ok(())
    }
}

/// What has become of what a meeting raised.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Since {
    pub(super) unanswered: usize,
    pub(super) promised: usize,
    pub(super) kept: usize,
    pub(super) open_actions: usize,
    pub(super) overdue: usize,
    /// Headings with the number of their entries.
    pub(super) sections: Vec<(String, usize)>,
}

impl Since {
    /// Reads it for one meeting: five counts over its own work.
    fn read(ctx: &Ctx, meeting: MeetingId) -> Result<Self, UiError> {
        let of = |class| Filter { class, meeting: Some(meeting), ..Filter::default() };
        let count = |filter: Filter| work::count(ctx.store, &filter);
        let sections = section::counted(ctx.store, meeting)?;
        Ok(Self {
            unanswered: count(Filter {
                open: Some(true),
                answered: Some(false),
                ..of(WorkClass::Challenges)
            })?,
            promised: count(of(WorkClass::Commitments))?,
            kept: count(Filter {
                status: Some(Kind::Commitment(CommitmentStatus::Done)),
                ..of(WorkClass::Commitments)
            })?,
            open_actions: count(Filter { open: Some(true), ..of(WorkClass::Actions) })?,
            overdue: count(Filter {
                open: Some(true),
                before: Some(ctx.look.now.date()),
                ..of(WorkClass::Owed)
            })?,
            sections: sections
                .into_iter()
                .map(|counted| (counted.section.heading, counted.entries))
                .collect(),
        })
    }
}
