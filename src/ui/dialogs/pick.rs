//! A list to choose from that knows what to ask for with the row that was chosen, so that the asker need not remember
//! what it asked. It closes first; what it asks for is then asked by the screen under it.

use ratatui::layout::Rect;

use super::choice::{Choice, Item};
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{Answer, Effect, Outcome};
use crate::ui::input::TextInput;
use crate::ui::screen::Screen;

/// What is asked for with the row that was chosen, by its place in the list that was handed over.
type Then = Box<dyn Fn(usize) -> Effect>;

/// The list.
pub struct Pick {
    choice: Choice,
    then: Then,
}

impl Pick {
    /// A list, with this row chosen at first.
    pub fn new(
        title: impl Into<String>,
        items: Vec<Item>,
        at: usize,
        then: impl Fn(usize) -> Effect + 'static,
    ) -> Self {
        Self { choice: Choice::new(title, items).at(at), then: Box::new(then) }
    }

    /// Closes with what the chosen row asks for.
    fn settle(&self, outcome: Outcome) -> Outcome {
        Ok(match outcome? {
            Effect::Close(Answer::Choice(row)) => {
                Effect::Many(vec![Effect::Close(Answer::Nothing), (self.then)(row)])
            }
            other => other,
        })
    }
}

impl Screen for Pick {
    fn scope(&self) -> Scope {
        self.choice.scope()
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        let outcome = self.choice.act(command, ctx);
        self.settle(outcome)
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        self.choice.text_field()
    }

    fn typed(&mut self, ctx: &Ctx) -> Outcome {
        self.choice.typed(ctx)
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        let outcome = self.choice.clicked(row, ctx);
        self.settle(outcome)
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        self.choice.draw(canvas, area, look);
    }
}
