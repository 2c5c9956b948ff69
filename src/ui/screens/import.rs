//! The import page: files are asked for and read on a thread, one after the other; what was understood of each is
//! shown, and only then stored, as one operation; a long one by a job. Going back changes nothing. It does not know how
//! minutes are read.
//!
//! ```text
//!  Läs in  ~/Dokument/rundabord.txt▏
//!
//!    ..
//!    ~/Dokument/Mars/
//!  ▌●~/Dokument/rundabord.txt
//! ```

use ratatui::layout::Rect;

use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::path;
use crate::ui::place::Place;
use crate::ui::screen::{Changed, Screen};
use crate::ui::widgets::field::TextField;
use series::FileSeries;
use state::ImportStep;

mod act;
mod draw;
mod people;
mod reading;
mod series;
mod state;
mod store_job;
mod understood;

pub(super) use state::Import;

impl Screen for Import {
    fn scope(&self) -> Scope {
        match self.step {
            ImportStep::Asking | ImportStep::Reading => Scope::Files,
            ImportStep::Storing(_) => Scope::Storing,
            _ if self.series.has_several() => Scope::PreviewInSeries,
            ImportStep::Shown(_) | ImportStep::People(_) => Scope::Preview,
        }
    }

    fn arrive(&mut self, place: &Place) {
        if let Place::Import(Some(file)) = place {
            self.propose(path::shown(file));
            self.series = FileSeries::of(vec![file.clone()]);
            self.step = ImportStep::Reading;
        } else if self.field.text().is_empty() {
            let folder = path::documents().join("");
            self.propose(path::shown(&folder));
        }
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        match &self.step {
            ImportStep::Asking => self.complete(),
            // Opened with a file: it is read at once.
            ImportStep::Reading => self.read(ctx),
            ImportStep::Shown(shown) => self.show(shown.understood.clone(), ctx)?,
            ImportStep::Storing(_) | ImportStep::People(_) => {}
        }
        Ok(())
    }

    fn woken(&mut self, ctx: &Ctx) {
        self.listen(ctx);
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        matches!(self.step, ImportStep::Asking).then_some(&mut self.field as &mut dyn TextInput)
    }

    fn typed(&mut self, _: &Ctx) -> Outcome {
        self.refused = None;
        if let Some(other) = path::begun_anew(self.field.text(), &self.proposed) {
            self.field = TextField::with(other);
        }
        self.complete();
        Ok(Effect::None)
    }

    fn pasted(&mut self, text: &str, ctx: &Ctx) -> Outcome {
        if !matches!(self.step, ImportStep::Asking) {
            return Ok(Effect::None);
        }
        if !self.take_paths(text) {
            self.field.insert(&text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        self.typed(ctx)
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        Ok(self.run(command, ctx))
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        self.click(row, ctx);
        Ok(Effect::None)
    }

    fn covers(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        self.paint(canvas, area, look);
    }
}
