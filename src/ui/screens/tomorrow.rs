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

use crate::i18n::format;
use crate::model::id::MeetingId;
use crate::ui::bindings::{KeyMode, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::draft::{HalfLine, LineAt};
use crate::ui::effect::Outcome;
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::screen::{Changed, Screen};

mod act;
mod draw;
mod promise;
mod state;

pub(super) use state::Tomorrow;

impl Screen for Tomorrow {
    fn scope(&self) -> Scope {
        if self.promise.is_open() { Scope::Promise } else { Scope::Tomorrow }
    }

    fn key_mode(&self) -> KeyMode {
        if self.promise.is_open() { self.promise.key_mode() } else { self.work.key_mode() }
    }

    fn refresh(&mut self, changed: Changed, ctx: &Ctx) -> Result<(), UiError> {
        self.read(ctx)?;
        self.promise.describe_again(ctx);
        self.work.choose_turned(changed, ctx.store)
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        self.run(command, ctx)
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        self.paint(canvas, area, look);
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        self.promise.field()
    }

    fn meeting_written_in(&self) -> Option<MeetingId> {
        self.promise.meeting()
    }

    fn pasted(&mut self, text: &str, ctx: &Ctx) -> Outcome {
        if let Some(preview) = self.promise.pasted(text, ctx)? {
            return Ok(preview);
        }
        if let Some(field) = self.text_field() {
            field.insert(&text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        self.typed(ctx)
    }

    fn typed(&mut self, ctx: &Ctx) -> Outcome {
        Ok(self.promise.typed(ctx))
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        if let Some(taken) = self.promise.clicked(row, ctx) {
            return Ok(taken);
        }
        self.work.list.click(row, ctx.store)
    }

    fn draft(&self) -> Option<HalfLine> {
        self.promise.draft()
    }

    fn set_aside(&self) -> Vec<HalfLine> {
        self.promise.set_aside()
    }

    fn restore(&mut self, half: &HalfLine, _: &Ctx) -> Result<bool, UiError> {
        let is_place = matches!(half.at, LineAt::Promise(_) | LineAt::AnyPen);
        if is_place {
            self.promise.restore(half);
        }
        Ok(is_place)
    }

    fn headline(&self, look: &Look) -> (String, String) {
        let Some(meeting) = self.at().and_then(|at| self.meetings.get(at)) else { return Default::default() };
        let day = meeting.date.map(|day| format::short_date(look.words.lang, day, look.now.date()));
        let mut left = meeting.title.clone();
        for part in day.into_iter().chain(self.work.narrow.is_narrow().then(|| self.work.narrow.say(""))) {
            left.push_str(" · ");
            left.push_str(&part);
        }
        (left, String::new())
    }
}
