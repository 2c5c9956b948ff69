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

use ratatui::layout::Rect;

use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::Outcome;
use crate::ui::error::UiError;
use crate::ui::place::Place;
use crate::ui::screen::{Changed, Screen};

mod act;
mod begin;
mod detail;
mod draw;
mod row;
mod state;

pub(super) use state::Meetings;

impl Screen for Meetings {
    fn scope(&self) -> Scope {
        Scope::Meetings
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        self.read_all(ctx)
    }

    fn arrive(&mut self, place: &Place) {
        self.title = if let Place::NewMeeting(title) = place { title.clone() } else { String::new() };
        if matches!(place, Place::Meeting(_)) {
            // Whoever comes from the pen finds its meeting chosen, whatever was chosen here.
            self.at = None;
        }
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        self.run(command, ctx)
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        self.paint(canvas, area, look);
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        self.choose(row, ctx)
    }

    fn headline(&self, look: &Look) -> (String, String) {
        (String::new(), (look.words.meetings.count)(self.list.total))
    }
}
