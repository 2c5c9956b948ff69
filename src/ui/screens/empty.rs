//! A screen that shows nothing: it holds the place of one that is not written yet.

use ratatui::layout::Rect;

use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{Effect, Outcome};
use crate::ui::screen::Screen;

/// Nothing, with the keys of some scope.
#[derive(Debug)]
pub(super) struct Empty {
    scope: Scope,
}

impl Empty {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }
}

impl Screen for Empty {
    fn scope(&self) -> Scope {
        self.scope
    }

    fn act(&mut self, _: Command, _: &Ctx) -> Outcome {
        Ok(Effect::Pass)
    }

    fn draw(&self, _: &mut Canvas, _: Rect, _: &Look) {}
}
