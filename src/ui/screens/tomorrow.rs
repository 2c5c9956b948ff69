//! Imorgon!: the flip-chart of one meeting. What was promised, what became of it; promises are added at the foot, and
//! the check-in walks through those that are open.
//!
//! ```text
//!  Framtidsveckan · ons 4 mar                                  ← 1 av 3 →
//!  Lovat 14 · gjort 6 · på väg 3 · ej frågat 4
//!
//!   Lovat (4)
//! ▌   Ringa inköp om lärlingar                    Amina Berg   tor 5 mar
//!     Fika med en ny kollega
//!
//!   Gjort (6)
//!     Boka ett möte med skolan
//! ```

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::i18n::format;
use crate::model::history::{Changes, Entity};
use crate::model::id::{MeetingId, SectionId};
use crate::model::{CommitmentStatus, Kind, Meeting};
use crate::ops::line::{Deed, Written};
use crate::speech;
use crate::store::work::{self, Class, Filter, Listed};
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::dialogs::check_in::CheckIn;
use crate::ui::dialogs::choice::Choice;
use crate::ui::effect::{Answer, Effect, Outcome, Write};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::line_effects;
use crate::ui::lists::entry_verbs;
use crate::ui::lists::work::body::{self, Opened};
use crate::ui::lists::work::narrow::{Narrow, Way, both};
use crate::ui::lists::work::{WorkList, row};
use crate::ui::screen::{Changed, Screen};
use crate::ui::widgets::columns::{Cell, Columns};

mod promise;

use crate::ui::lists::tally::Tally;
use promise::PromiseLine;

/// The statuses in the order of the groups.
const STATUSES: [CommitmentStatus; 5] = [
    CommitmentStatus::Promised,
    CommitmentStatus::Underway,
    CommitmentStatus::Done,
    CommitmentStatus::Continuous,
    CommitmentStatus::Abandoned,
];

/// The fourth tab.
#[derive(Debug)]
pub(super) struct Tomorrow {
    list: WorkList,
    narrow: Narrow,
    opened: Opened,
    /// The meetings with commitments, the newest first; the one that lines are written in too.
    meetings: Vec<Meeting>,
    /// Which of them is shown.
    meeting: Option<MeetingId>,
    tally: Tally,
    promise: Option<PromiseLine>,
    /// What was being written when the program last ended; the next line begins with it.
    draft: Option<String>,
}

impl Tomorrow {
    /// The screen with nothing read yet.
    pub(super) fn new() -> Self {
        Self {
            list: WorkList::default(),
            narrow: Narrow::to(Class::Commitments),
            opened: Opened::default(),
            meetings: Vec::new(),
            meeting: None,
            tally: Tally::default(),
            promise: None,
            draft: None,
        }
    }

    /// The meetings that one can step through.
    fn read_meetings(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        self.meetings = work::meetings(ctx.store, Class::Commitments)?;
        if let Some(pen) = ctx.session.meeting
            && !self.meetings.iter().any(|meeting| meeting.id == pen)
            && let Some(pen) = crate::store::meeting::get(ctx.store, pen)?
        {
            let at = self.meetings.partition_point(|meeting| meeting.date > pen.date);
            self.meetings.insert(at, pen);
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
            let filter = Filter { class: Class::Commitments, meeting: Some(meeting.id), ..Filter::default() };
            if work::count(ctx.store, &filter)? > 0 {
                return Ok(Some(meeting.id));
            }
        }
        Ok(self.meetings.first().map(|meeting| meeting.id))
    }

    fn at(&self) -> Option<usize> {
        self.meetings.iter().position(|meeting| Some(meeting.id) == self.meeting)
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

    fn groups(&self, look: &Look) -> Vec<(String, Filter)> {
        let Some(meeting) = self.meeting else { return Vec::new() };
        let titles = look.words.tomorrow.groups.iter().zip(STATUSES);
        let group = |status: CommitmentStatus| Filter {
            meeting: Some(meeting),
            status: Some(Kind::Commitment(status)),
            ..Filter::default()
        };
        titles
            .filter_map(|(title, status)| {
                Some(((*title).to_owned(), both(&self.narrow.filter, &group(status))?))
            })
            .collect()
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

    fn row(&self, work: &Listed, chosen: bool, columns: u16, look: &Look) -> Vec<Line<'static>> {
        let theme = &look.theme;
        let marked = self.list.marked.contains(&work.entry.id);
        let (when, when_style) = row::when(&work.entry, look);
        let mut cells = Vec::new();
        let name = work.entry.owner.as_ref().or(work.entry.speaker.as_ref());
        let note = name.map(|name| (name.clone(), theme.dim));
        if columns >= 34 {
            cells.push(Cell::right(when, 11, when_style));
        }
        let mut lead = row::lead(work, marked, &self.list.marks, 0, look);
        lead.remove(1);
        let style = if work.entry.kind.is_open() { theme.text } else { theme.dim };
        let row = Columns { lead, text: work.entry.text.clone(), style, note, cells };
        row.lines(columns, if chosen { 4 } else { 2 })
    }
}

impl Screen for Tomorrow {
    fn scope(&self) -> Scope {
        if self.promise.is_some() { Scope::Line } else { Scope::Tomorrow }
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        self.read_meetings(ctx)?;
        self.tally = match self.meeting {
            Some(meeting) => Tally::of(ctx.store, meeting)?,
            None => Tally::default(),
        };
        if let Some(promise) = &mut self.promise {
            promise.refresh(ctx)?;
        }
        let groups = self.groups(ctx.look);
        self.list.read(ctx.store, groups)
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
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

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        self.promise.as_mut().map(PromiseLine::field)
    }

    fn typed(&mut self, ctx: &Ctx) -> Outcome {
        if let Some(promise) = &mut self.promise {
            promise.read(ctx);
        }
        Ok(Effect::None)
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        self.list.click(row, ctx.store)
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = look.words;
        let (area, foot) = body::foot(area, if self.promise.is_some() { 3 } else { 0 });
        let marked = self.list.marked.len();
        let right = if marked > 0 {
            (words.work.marked)(marked)
        } else {
            let at = self.at().map(|at| (words.tomorrow.of_meetings)(at + 1, self.meetings.len()));
            at.filter(|_| self.meetings.len() > 1).unwrap_or_default()
        };
        let room = body::head(canvas, area, &self.tally.say(words), &right, look);
        if self.list.is_empty() {
            let none = match self.meeting {
                _ if self.narrow.is_narrow() => words.work.nothing_passes,
                Some(_) => words.tomorrow.none,
                None => words.work.no_meeting,
            };
            body::nothing(canvas, room, none, look);
        } else if let Some(list) = body::detail(canvas, room, &self.list, &self.opened, look) {
            self.list.draw(canvas, list, look, &Line::default(), |work, chosen, columns| {
                self.row(work, chosen && !body::is_wide(room), columns, look)
            });
        }
        if let Some(promise) = &self.promise {
            promise.draw(canvas, foot, look);
        }
    }

    fn draft(&self) -> Option<String> {
        let written = self.promise.as_ref().map(|promise| promise.text().to_owned());
        written.filter(|text| !text.is_empty()).or_else(|| self.draft.clone())
    }

    fn restore(&mut self, draft: &str) {
        self.draft = Some(draft.to_owned());
    }

    fn headline(&self, look: &Look) -> (String, String) {
        let Some(meeting) = self.at().and_then(|at| self.meetings.get(at)) else { return Default::default() };
        let day = meeting.date.map(|day| format::short_date(look.words.lang, day, look.now.date()));
        let mut left = meeting.title.clone();
        for part in day.into_iter().chain(self.narrow.is_narrow().then(|| self.narrow.say(""))) {
            left.push_str(" · ");
            left.push_str(&part);
        }
        (left, String::new())
    }
}
