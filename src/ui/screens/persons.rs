//! The register of persons: correct one, say that two are one, remove one, enter a new one. All that names somebody
//! follows, so that a name is put right in one place.
//!
//! ```text
//!  Personer  3 personer
//!    namn                         roll              organisation        öppet
//!  ▌ Amina Berg                   rektor            Barn och utbildning     2
//!    Björn Ek                                                               1
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
mod form;
mod state;

pub(super) use state::Persons;

impl Screen for Persons {
    fn scope(&self) -> Scope {
        Scope::Persons
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        self.read(ctx)
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        self.run(command, ctx)
    }

    fn clicked(&mut self, row: usize, _: &Ctx) -> Outcome {
        let again = row == self.rows.selected;
        self.rows.select(row);
        Ok(if again { Effect::Run(Command::EditPerson) } else { Effect::None })
    }

    fn covers(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        self.paint(canvas, area, look);
    }
}
