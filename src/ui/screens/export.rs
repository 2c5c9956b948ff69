//! The export page: which report goes out, in which formats and under which name, and how it will read. The
//! publication is made on a thread; files are written by a job, which replaces none without a yes to that.
//!
//! ```text
//!  Exportera  Framtidsveckan
//!  ▌ Rapport      ‹ Anteckningar ›    │  Framtidsveckan
//!    Format       ● Word   ○ PDF      │  Plats   Folkets hus
//!    Namn         inga                │  Datum   4 mars 2026
//!    Återkoppling ja                  │
//!    Fil ~/Dokument/2026-03-04 Fra…   │  Tips                      ↓
//! ```

use ratatui::layout::Rect;

use crate::ui::bindings::{KeyMode, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::screen::{Changed, Screen};
use choices::Control;

mod act;
mod choices;
mod draw;
mod form;
mod head;
mod preview_job;
mod state;
mod write_job;

pub(super) use state::Export;

impl Screen for Export {
    fn scope(&self) -> Scope {
        Scope::Export
    }

    fn key_mode(&self) -> KeyMode {
        if self.is_edited() { KeyMode::Usual } else { KeyMode::Without(Command::EditManuscript) }
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        self.read(ctx)
    }

    fn woken(&mut self, _: &Ctx) {
        self.listen();
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        match self.focus {
            Control::File => Some(&mut self.file),
            Control::Template => Some(&mut self.template),
            _ => None,
        }
    }

    fn typed(&mut self, _: &Ctx) -> Outcome {
        self.named |= self.focus == Control::File;
        Ok(Effect::None)
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        self.run(command, ctx)
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        Ok(self.click(row, ctx))
    }

    fn wheel(&self) -> [Command; 2] {
        [Command::ScrollUp, Command::ScrollDown]
    }

    fn covers(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        self.paint(canvas, area, look);
    }
}
