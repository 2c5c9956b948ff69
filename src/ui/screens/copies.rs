//! The copies of the store: when each was made, how much is in it and whether it is sound; how one differs from the
//! store, and putting one back. Copies are read by a thread of the page's own, so that it opens at once.
//!
//! ```text
//!  Säkerhetskopior  2 kopior, den nyaste först
//!
//!  ▌ 4 mars 2026 09.10    0,3 MB   3 möten, 24 inlägg   hel
//!    3 mars 2026 08.55    0,3 MB                        läses …
//! ```

use ratatui::layout::Rect;

use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::screen::{Changed, Screen};

mod act;
mod draw;
mod state;

pub(super) use state::Copies;

impl Screen for Copies {
    fn scope(&self) -> Scope {
        Scope::Copies
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        self.read(ctx)
    }

    fn woken(&mut self, _: &Ctx) {
        self.listen();
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        Ok(self.run(command, ctx))
    }

    fn clicked(&mut self, row: usize, _: &Ctx) -> Outcome {
        let again = row == self.rows.selected;
        self.rows.select(row);
        Ok(if again { Effect::Run(Command::CompareCopy) } else { Effect::None })
    }

    fn covers(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        self.paint(canvas, area, look);
    }
}
