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

use ratatui::layout::Rect;

use crate::ui::bindings::{KeyMode, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::Outcome;
use crate::ui::error::UiError;
use crate::ui::screen::{Changed, Screen};

mod act;
mod draw;
mod state;

pub(super) use state::FollowUps;

impl Screen for FollowUps {
    fn scope(&self) -> Scope {
        Scope::FollowUp
    }

    fn key_mode(&self) -> KeyMode {
        self.work.key_mode()
    }

    fn refresh(&mut self, changed: Changed, ctx: &Ctx) -> Result<(), UiError> {
        self.read(ctx)?;
        self.work.choose_turned(changed, ctx.store)
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        self.run(command, ctx)
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        self.paint(canvas, area, look);
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        self.work.list.click(row, ctx.store)
    }

    fn headline(&self, look: &Look) -> (String, String) {
        (self.work.narrow.say(look.words.work.all_meetings), String::new())
    }
}
