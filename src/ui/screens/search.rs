//! The search page: what is typed is looked for in everything that was said, under the meeting where it was said, the
//! newest first. It knows nothing of how the store finds it; a [`Worker`](crate::ui::worker::Worker) does that beside
//! the keys.
//!
//! ```text
//!  Sök  kvalitet▏                                                        12 träffar
//!
//!    Framtidsveckan ons 4 mar
//!  ▌ !  Ingen frågar efter kvaliteten när vi köper    U-4
//!
//!    Nätverksträff tis 3 feb
//!    –  Livskvalitet börjar med scheman
//! ```

use ratatui::layout::Rect;

use crate::ui::bindings::{KeyMode, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::place::Place;
use crate::ui::screen::{Changed, Screen};
use crate::ui::widgets::field::TextField;

mod act;
mod draw;
mod row;
mod state;

pub(super) use state::Search;

impl Screen for Search {
    fn scope(&self) -> Scope {
        if self.is_at_hits { Scope::Hits } else { Scope::Search }
    }

    fn key_mode(&self) -> KeyMode {
        self.marked.key_mode(false).unwrap_or(KeyMode::Usual)
    }

    fn arrive(&mut self, place: &Place) {
        match place {
            Place::Search(query) => self.field = TextField::with(query.clone()),
            Place::SearchAgain(query) => self.field = TextField::selected(query.clone()),
            _ => return,
        }
        self.is_at_hits = false;
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        self.read(ctx)
    }

    fn woken(&mut self, ctx: &Ctx) {
        self.listen(ctx);
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        Some(&mut self.field)
    }

    fn undoes_typing(&self) -> bool {
        !self.is_at_hits
    }

    fn typed(&mut self, ctx: &Ctx) -> Outcome {
        self.is_at_hits = false;
        self.ask(ctx);
        Ok(Effect::KeepQuery(self.field.text().to_owned()))
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
