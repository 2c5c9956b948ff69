//! All meetings, the newest first: day, title, how far the minutes have come, how much was said and answered; and of
//! the chosen one what is open since. Knows nothing of what a meeting says.
//!
//! ```text
//!   dag              möte                         status          inlägg    svar
//! ▌ ons 4 mar        Framtidsveckan               utkast              42    6/10
//!   tor 12 feb       Nätverksträff                färdigställd        18     4/4
//! ───────────────────────────────────────────────────────────────────────────────
//!   Framtidsveckan   rundabordssamtal · Folkets hus · 5 bord
//!   Sedan sist       4 obesvarade utmaningar · 2 öppna åtgärder · 1 försenad
//! ```

use std::ops::Range;

use ratatui::layout::Rect;

use crate::i18n::{Words, labels};
use crate::model::id::MeetingId;
use crate::model::{Coded, Meeting, MinutesStatus};
use crate::ops;
use crate::store::meeting::{self, Counted};
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::dialogs::choice::{Choice, Item};
use crate::ui::dialogs::confirm::Confirm;
use crate::ui::dialogs::meeting_form;
use crate::ui::dialogs::sections::Sections;
use crate::ui::effect::{Answer, Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::lists::window::Window;
use crate::ui::place::Place;
use crate::ui::screen::{Changed, Screen};
use crate::ui::widgets::rows::Rows;

mod begin;
mod detail;
mod row;

use detail::Since;

/// The first tab.
#[derive(Debug, Default)]
pub(super) struct Meetings {
    list: Window<Counted>,
    rows: Rows,
    since: Since,
    /// The meeting that lines were written in when this was last read: another one is chosen here too.
    at: Option<MeetingId>,
}

impl Meetings {
    /// Reads the rows near the chosen one that are not in memory, and what is open since the chosen meeting.
    fn read(&mut self, ctx: &Ctx) -> Result<(), UiError> {
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

    fn chosen(&self) -> Option<&Counted> {
        self.list.get(self.rows.selected)
    }

    fn is_empty(&self) -> bool {
        self.list.total == 0
    }

    /// What a command does with the chosen meeting.
    fn act_on(command: Command, counted: &Counted, ctx: &Ctx) -> Effect {
        let words = ctx.look.words;
        let meeting = &counted.meeting;
        match command {
            Command::Open => Effect::GoTo(Place::Meeting(meeting.id)),
            Command::EditMeeting => Effect::open(meeting_form::edit(meeting, ctx)),
            Command::Sections => Effect::open(Sections::new(meeting.id, meeting.title.clone())),
            Command::Export => Effect::GoTo(Place::Export(meeting.id)),
            Command::DeleteMeeting => {
                let title = (words.meetings.delete_title)(row::title(meeting, ctx.look));
                let (id, said) = (meeting.id, words.meetings.said.deleted);
                let question = Confirm::new(title, (words.meetings.delete_text)(counted.entries));
                Effect::ask_plain(question, move |answer, _| {
                    let delete = || Effect::write(said, move |store| ops::delete_meeting(store, id));
                    Ok(if answer == Answer::Yes { delete() } else { Effect::None })
                })
            }
            Command::MinutesStatus => {
                let items = MinutesStatus::ALL.iter();
                let items = items.map(|status| Item::new(labels::minutes_status(words.lang, *status)));
                let at = MinutesStatus::ALL.iter().position(|status| *status == meeting.status);
                let title = words.commands.minutes_status.label;
                let (list, meeting) = (Choice::new(title, items.collect()), meeting.clone());
                Effect::ask_plain(list.at(at.unwrap_or(0)), move |answer, ctx| {
                    let Answer::Choice(at) = answer else { return Ok(Effect::None) };
                    Ok(set_status(&meeting, at, ctx.look.words))
                })
            }
            _ => Effect::Pass,
        }
    }

    /// The commands that an empty store offers.
    fn act_empty(&self, command: Command) -> Effect {
        match command {
            Command::Open => begin::OFFERS.get(self.rows.selected).map_or(Effect::None, |c| Effect::Run(*c)),
            _ => Effect::Pass,
        }
    }
}

/// The write of how far the minutes have come; `at` is its index among all.
fn set_status(meeting: &Meeting, at: usize, words: &Words) -> Effect {
    let Some(status) = MinutesStatus::ALL.get(at) else { return Effect::None };
    let (before, after) = (meeting.clone(), Meeting { status: *status, ..meeting.clone() });
    let said = (words.meetings.said.status)(labels::minutes_status(words.lang, *status));
    Effect::write(said, move |store| ops::edit_meeting(store, &before, &after))
}

impl Screen for Meetings {
    fn scope(&self) -> Scope {
        Scope::Meetings
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        let chosen =
            self.chosen().map(|counted| counted.meeting.id).filter(|_| self.at == ctx.session.meeting);
        let chosen = chosen.or(ctx.session.meeting);
        self.at = ctx.session.meeting;
        self.list = Window::unread(meeting::count(ctx.store)?);
        let rows = if self.is_empty() { begin::OFFERS.len() } else { self.list.total };
        self.rows.resize(rows);
        self.read(ctx)?;
        // What was chosen stays chosen, wherever it is now.
        let at = self.list.rows.iter().position(|counted| Some(counted.meeting.id) == chosen);
        if let Some(at) = at {
            self.rows.select(self.list.offset + at);
            self.read_detail(ctx)?;
        }
        Ok(())
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.rows.walk(command) {
            self.read(ctx)?;
            return Ok(Effect::None);
        }
        match (command, self.chosen().cloned()) {
            (Command::NewMeeting, _) => meeting_form::new(ctx),
            (_, Some(counted)) => Ok(Self::act_on(command, &counted, ctx)),
            (_, None) => Ok(self.act_empty(command)),
        }
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        let again = row == self.rows.selected;
        self.rows.select(row);
        self.read(ctx)?;
        Ok(if again { Effect::Run(Command::Open) } else { Effect::None })
    }

    fn headline(&self, look: &Look) -> (String, String) {
        (String::new(), (look.words.meetings.count)(self.list.total))
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        if self.is_empty() {
            return begin::draw(canvas, area, &self.rows, look);
        }
        let (list, beside) = detail::share(area);
        // A blank column keeps the numbers off the edge of the window.
        let list = Rect { width: list.width.saturating_sub(1), ..list };
        let days = row::days(&self.list.rows, look);
        let list = if list.height > 6 {
            let head = Rect { x: list.x + 2, width: list.width.saturating_sub(2), height: 1, ..list };
            canvas.line(head, &row::head(head.width, days, look));
            Rect { y: list.y + 1, height: list.height - 1, ..list }
        } else {
            list
        };
        self.rows.draw(canvas, list, &look.theme, |index, columns| {
            vec![
                self.list
                    .get(index)
                    .map(|counted| row::line(counted, columns, days, look))
                    .unwrap_or_default(),
            ]
        });
        if let Some(counted) = self.chosen() {
            detail::draw(canvas, beside, counted, &self.since, look);
        }
    }
}
