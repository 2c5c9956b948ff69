//! Uppföljning: actions and commitments over all meetings, by when they are due, by owner or by meeting; the log under
//! each.
//!
//! ```text
//!  12 öppna · 3 försenade                                    efter datum
//!
//!   Försenat (3)
//! ▌   Å-7   Skriva stödmaterial …      pågår   Team livskvalitet  5 d sen
//!
//!   Denna vecka (4)
//!     Å-9   Boka chefsdag              ny      Lena Holm        fre 6 mar
//!
//!  Lovat förra gången: 14 · gjort 6 · ej frågat 4        c gå igenom dem
//! ```

use chrono::{Datelike, Days, NaiveDate};
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::i18n::{labels, sort};
use crate::model::{ActionStatus, CommitmentStatus, Kind, Meeting};
use crate::store::work::{self, Class, Filter, Listed, Owner};
use crate::ui::bindings::Scope;
use crate::ui::canvas::{Canvas, Target};
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::dialogs::check_in::CheckIn;
use crate::ui::dialogs::choice::Choice;
use crate::ui::effect::{Answer, Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::lists::entry_verbs;
use crate::ui::lists::tally::Tally;
use crate::ui::lists::work::body::{self, Opened};
use crate::ui::lists::work::narrow::{Narrow, both};
use crate::ui::lists::work::{WorkList, row};
use crate::ui::screen::{Changed, Screen};
use crate::ui::widgets::columns::{Cell, Columns};
use crate::ui::widgets::text::{fit, width};

/// How the list is grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Grouping {
    #[default]
    Due,
    Owner,
    Meeting,
}

impl Grouping {
    fn next(self) -> Self {
        match self {
            Self::Due => Self::Owner,
            Self::Owner => Self::Meeting,
            Self::Meeting => Self::Due,
        }
    }
}

/// The fifth tab.
#[derive(Debug)]
pub(super) struct FollowUp {
    list: WorkList,
    narrow: Narrow,
    opened: Opened,
    grouping: Grouping,
    summary: String,
    /// The latest meeting with commitments, and what became of them.
    last_time: Option<(Meeting, Tally)>,
}

impl FollowUp {
    /// The screen with nothing read yet.
    pub(super) fn new() -> Self {
        Self {
            list: WorkList::default(),
            narrow: Narrow::to(Class::Owed),
            opened: Opened::default(),
            grouping: Grouping::default(),
            summary: String::new(),
            last_time: None,
        }
    }

    fn groups(&self, ctx: &Ctx) -> Result<Vec<(String, Filter)>, UiError> {
        let groups = match self.grouping {
            Grouping::Due => by_due(ctx),
            Grouping::Owner => by_owner(ctx)?,
            Grouping::Meeting => by_meeting(ctx)?,
        };
        let narrowed = groups.into_iter();
        Ok(narrowed.filter_map(|(title, group)| Some((title, both(&self.narrow.filter, &group)?))).collect())
    }

    /// The newest meeting until today at which something was promised.
    fn read_last_time(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        let today = ctx.clock.today();
        let meetings = work::meetings(ctx.store, Class::Commitments)?;
        let last = meetings.into_iter().find(|meeting| meeting.date.is_none_or(|day| day <= today));
        self.last_time = match last {
            Some(meeting) => {
                let tally = Tally::of(ctx.store, meeting.id)?;
                Some((meeting, tally))
            }
            None => None,
        };
        Ok(())
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

    fn row(&self, work: &Listed, chosen: bool, owned: bool, columns: u16, look: &Look) -> Vec<Line<'static>> {
        let theme = &look.theme;
        let entry = &work.entry;
        let marked = self.list.marked.contains(&entry.id);
        let (when, when_style) = row::when(entry, look);
        let open = entry.kind.is_open();
        let status = labels::status(look.words.lang, entry.kind).unwrap_or_default();
        let mut cells = Vec::new();
        if columns >= 108 && self.grouping != Grouping::Meeting {
            cells.push(row::meeting(work, columns, look));
        }
        if columns >= 60 && owned {
            let wide = if columns < 84 { 11 } else { 14 };
            cells.push(Cell::left(entry.owner.clone().unwrap_or_default(), wide, theme.dim));
        }
        if columns >= 50 {
            cells.push(Cell::left(if open { status } else { "" }, 6, theme.dim));
        }
        // What is closed has no need of its date: its outcome is shown there.
        let last = if open { Cell::right(when, 12, when_style) } else { Cell::right(status, 12, theme.dim) };
        cells.push(last);
        let row = Columns {
            lead: row::lead(work, marked, &self.list.marks, if columns < 50 { 4 } else { 5 }, look),
            text: entry.text.clone(),
            style: if open { theme.text } else { theme.dim },
            note: None,
            cells,
        };
        row.lines(columns, if chosen { 3 } else { 1 })
    }

    /// "Lovat förra gången: 14 · gjort 6 · ej frågat 4   c gå igenom dem".
    fn draw_last_time(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = look.words;
        let Some((_, tally)) = &self.last_time else { return };
        let mut said = (words.follow_up.last_time)(tally.promised);
        tally.say_after(&mut said, words);
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let mut edge = inner.right();
        if tally.count(CommitmentStatus::Promised) > 0
            && width(words.follow_up.go_through) + 20 < usize::from(inner.width)
        {
            let x = canvas.text_right(inner, words.follow_up.go_through, look.theme.accent);
            canvas.target(Rect { x, width: edge - x, ..inner }, Target::Command(Command::CheckIn));
            edge = x.saturating_sub(2);
        }
        let room = edge.saturating_sub(inner.x);
        canvas.text(Rect { width: room, ..inner }, &fit(&said, room.into()), look.theme.dim);
    }
}

/// Later than any day that is meant: work without a due date is listed after it.
fn never() -> NaiveDate {
    NaiveDate::from_ymd_opt(9998, 12, 31).unwrap_or(NaiveDate::MAX)
}

/// Overdue, this week, later, without a date, waiting, done. What waits and is overdue is overdue.
fn by_due(ctx: &Ctx) -> Vec<(String, Filter)> {
    let today = ctx.clock.today();
    let days = u64::from(7 - today.weekday().num_days_from_monday());
    let monday = today.checked_add_days(Days::new(days));
    let waiting = Kind::Action(ActionStatus::Waiting);
    let open = Filter { open: Some(true), ..Filter::default() };
    let active = Filter { except: Some(waiting), ..open.clone() };
    let groups = [
        Filter { before: Some(today), ..open.clone() },
        Filter { from: Some(today), before: monday, ..active.clone() },
        Filter { from: monday, before: Some(never()), ..active.clone() },
        Filter { from: Some(never()), ..active },
        Filter { from: Some(today), status: Some(waiting), ..open },
        Filter { open: Some(false), ..Filter::default() },
    ];
    ctx.look.words.follow_up.groups.iter().map(|title| (*title).to_owned()).zip(groups).collect()
}

/// Each owner in the order of the alphabet, then what nobody owns.
fn by_owner(ctx: &Ctx) -> Result<Vec<(String, Filter)>, UiError> {
    let mut owners = work::owners(ctx.store)?;
    sort::names(&mut owners);
    let owned = owners.into_iter().map(|owner| (owner.clone(), Owner::Named(owner)));
    let nobody = (ctx.look.words.work.nobody.to_owned(), Owner::Nobody);
    let group = |owner| Filter { owner, ..Filter::default() };
    Ok(owned.chain([nobody]).map(|(title, owner)| (title, group(owner))).collect())
}

/// Each meeting, the newest first.
fn by_meeting(ctx: &Ctx) -> Result<Vec<(String, Filter)>, UiError> {
    let meetings = work::meetings(ctx.store, Class::Owed)?;
    let group = |meeting: Meeting| (meeting.title, Filter { meeting: Some(meeting.id), ..Filter::default() });
    Ok(meetings.into_iter().map(group).collect())
}

impl Screen for FollowUp {
    fn scope(&self) -> Scope {
        Scope::FollowUp
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        let open = Filter { open: Some(true), ..self.narrow.filter.clone() };
        let late = Filter { before: Some(ctx.clock.today()), ..open.clone() };
        let (open, late) = (work::count(ctx.store, &open)?, work::count(ctx.store, &late)?);
        self.summary = (ctx.look.words.follow_up.summary)(open, late);
        self.read_last_time(ctx)?;
        let groups = self.groups(ctx)?;
        self.list.read(ctx.store, groups)
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.opened.scroll(command) || self.list.walk(command, ctx.store)? {
            return Ok(Effect::None);
        }
        self.act_on_list(command, ctx)
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        self.list.click(row, ctx.store)
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = look.words;
        let (area, foot) = body::foot(area, u16::from(self.last_time.is_some() && area.height > 5));
        let marked = self.list.marked.len();
        let grouped = words.follow_up.grouped[self.grouping as usize];
        let right = if marked > 0 { (words.work.marked)(marked) } else { grouped.to_owned() };
        let room = body::head(canvas, area, &self.summary, &right, look);
        if self.list.is_empty() {
            let none = if self.narrow.is_narrow() { words.work.nothing_passes } else { words.follow_up.none };
            body::nothing(canvas, room, none, look);
        } else if let Some(list) = body::detail(canvas, room, &self.list, &self.opened, look) {
            let owned = self.grouping != Grouping::Owner && self.list.is_owned();
            self.list.draw(canvas, list, look, &Line::default(), |work, chosen, columns| {
                self.row(work, chosen && !body::is_wide(room), owned, columns, look)
            });
        }
        if foot.height > 0 {
            self.draw_last_time(canvas, foot, look);
        }
    }

    fn headline(&self, look: &Look) -> (String, String) {
        (self.narrow.say(look.words.work.all_meetings), String::new())
    }
}
