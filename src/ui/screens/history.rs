//! The history: every operation under its day, the newest first, with who and when; those that were undone are marked,
//! and many that are alike have one row. Enter shows the single changes, or the operations of such a row; Ctrl+Z asks
//! whether to undo the chosen one.
//!
//! ```text
//!  Historik  alla möten
//!
//!    ons 4 mar
//!  ▌ 10.42  Eva Lind        svara på U-3                    Framtidsveckan
//!    10.40  Eva Lind        18 × anteckna …                 Framtidsveckan
//! ```

use ratatui::layout::Rect;

use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::Outcome;
use crate::ui::error::UiError;
use crate::ui::screen::{Changed, Screen};

mod act;
mod changes;
mod describe;
mod draw;
mod state;

pub(super) use changes::ChangeLog;
pub(super) use state::History;

impl Screen for History {
    fn scope(&self) -> Scope {
        Scope::History
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        self.read_again(ctx)
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        self.run(command, ctx)
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        self.click(row, ctx)
    }

    fn covers(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        self.paint(canvas, area, look);
    }
}
