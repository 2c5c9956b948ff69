//! A report that somebody writes on before it goes out: its text over the whole page, with what is left to fill in. It
//! is on disk at a key, now and then while one writes, and whenever one leaves.
//!
//! ```text
//!  Redigera  Tjänsteskrivelse · Framtidsveckan            3 luckor kvar
//!
//!  # Förslag till beslut
//!  1. [Nämndens namn]▏ godkänner redovisningen.
//! ```

use ratatui::layout::Rect;

use crate::model::id::MeetingId;
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::draft::UnsavedReport;
use crate::ui::effect::{Effect, Outcome, Write};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::screen::{Changed, Screen};

mod act;
mod draw;
mod state;

pub(super) use state::{ManuscriptEditor, Subject};

impl Screen for ManuscriptEditor {
    fn scope(&self) -> Scope {
        Scope::Manuscript
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        Some(&mut self.editor)
    }

    fn meeting_written_in(&self) -> Option<MeetingId> {
        self.meeting
    }

    fn typed(&mut self, ctx: &Ctx) -> Outcome {
        Ok(self.wrote(ctx))
    }

    fn pasted(&mut self, text: &str, ctx: &Ctx) -> Outcome {
        self.editor.insert(text);
        Ok(self.wrote(ctx))
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        Ok(self.run(command, ctx))
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        self.read(ctx)
    }

    fn leaving(&mut self) -> Option<Write> {
        (!self.is_saved()).then(|| self.save_noted(false, |_| Effect::None))
    }

    fn unsaved(&self) -> Option<UnsavedReport> {
        self.unsaved_report()
    }

    fn covers(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        self.paint(canvas, area, look);
    }
}
