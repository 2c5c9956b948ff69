//! What one chooses for oneself on this machine: who is at the pen, language, colours, what reminds, folders. What is
//! chosen counts at once and is written to the settings file.
//!
//! ```text
//!  Inställningar  gäller genast, på den här datorn
//!
//!    du
//!  ▌ Vid pennan              Eva Lind        Namnet syns i historiken vid det du skriver.
//!    Språk                 ‹ svenska ›       Språket i programmet och i nya dokument.
//! ```

use ratatui::layout::Rect;

use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::screen::{Changed, Screen};

mod act;
mod draw;
mod state;

pub(super) use state::SettingsPage;

impl Screen for SettingsPage {
    fn scope(&self) -> Scope {
        if self.written.is_some() { Scope::Line } else { Scope::Settings }
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        self.read(ctx);
        Ok(())
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        Ok(self.run(command, ctx))
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        self.written.as_mut().map(|field| field as &mut dyn TextInput)
    }

    fn would_lose_words(&self) -> bool {
        self.unsaved_text().is_some()
    }

    fn typed(&mut self, _: &Ctx) -> Outcome {
        self.refused = None;
        Ok(Effect::None)
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        Ok(self.click(row, ctx))
    }

    fn covers(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        self.paint(canvas, area, look);
    }
}
