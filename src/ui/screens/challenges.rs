//! Utmaningar: challenges of all meetings or one, the unanswered and oldest first; one response answers one challenge
//! or all that are marked.
//!
//! ```text
//!  12 obesvarade · äldst 84 dagar · besvarade 71 %            2 markerade
//!
//!   Obesvarade (12)                          ålder  möte            svarar
//! ▌ ● U-4   Avtalen är för långa …            84 d  Framtidsveckan  Inköp
//!     U-15  Hur pratar vi om stress?          21 d  Nätverksträff
//!
//!   Besvarade (29)
//!     U-2   Nya kollegor …  ✓ planerat maj    84 d  Framtidsveckan
//!  ─────────────────────────────────────────────────────────────────────
//!  En återkoppling till 2: U-4, U-11      ‹ på gång ›
//!  › Nytt avtalsråd från april; ta frågan dit.▏
//! ```

use ratatui::layout::Rect;

use crate::model::id::MeetingId;
use crate::ui::bindings::{KeyMode, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::draft::{HalfLine, LineAt};
use crate::ui::effect::Outcome;
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::place::Place;
use crate::ui::screen::{Changed, Screen};

mod act;
mod answer;
mod draw;
mod state;

pub(super) use state::Challenges;

impl Screen for Challenges {
    fn scope(&self) -> Scope {
        if self.answer.is_open() { Scope::Answer } else { Scope::Challenges }
    }

    fn key_mode(&self) -> KeyMode {
        if self.answer.is_open() { self.answer.key_mode() } else { self.work.key_mode() }
    }

    fn refresh(&mut self, changed: Changed, ctx: &Ctx) -> Result<(), UiError> {
        self.read(ctx)?;
        self.answer_those_asked_for(ctx)?;
        self.answer.describe_again(ctx);
        self.work.choose_turned(changed, ctx.store)
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        self.run(command, ctx)
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        self.paint(canvas, area, look);
    }

    fn arrive(&mut self, place: &Place) {
        match place {
            Place::Challenges(meeting) => self.coming = *meeting,
            Place::Respond(challenges) => {
                self.work.list.marked.clear();
                self.to_answer.clone_from(challenges);
            }
            _ => return,
        }
        self.work.narrow.clear();
        self.work.list.go_to_top();
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        self.answer.field()
    }

    fn meeting_written_in(&self) -> Option<MeetingId> {
        self.answer.meeting()
    }

    fn pasted(&mut self, text: &str, ctx: &Ctx) -> Outcome {
        if let Some(preview) = self.answer.pasted(text, ctx)? {
            return Ok(preview);
        }
        if let Some(field) = self.text_field() {
            field.insert(&text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        self.typed(ctx)
    }

    fn typed(&mut self, ctx: &Ctx) -> Outcome {
        Ok(self.answer.typed(ctx))
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        if let Some(taken) = self.answer.clicked(row, ctx) {
            return Ok(taken);
        }
        self.work.list.click(row, ctx.store)
    }

    fn draft(&self) -> Option<HalfLine> {
        self.answer.draft()
    }

    fn set_aside(&self) -> Vec<HalfLine> {
        self.answer.set_aside()
    }

    fn restore(&mut self, half: &HalfLine, _: &Ctx) -> Result<bool, UiError> {
        let is_place = matches!(half.at, LineAt::Answer(_) | LineAt::Response { .. } | LineAt::AnyPen);
        if is_place {
            self.answer.restore(half);
        }
        Ok(is_place)
    }

    fn headline(&self, look: &Look) -> (String, String) {
        (self.work.narrow.say(look.words.work.all_meetings), String::new())
    }
}
