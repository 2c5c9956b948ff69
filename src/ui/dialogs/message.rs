//! Something to read: a sentence about what went wrong, a list of remarks. Closes without an answer.

use std::cell::Cell;

use ratatui::layout::Rect;

use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::screen::Screen;
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::text::wrap;

/// A text with a title.
#[derive(Debug, Clone, Default)]
pub struct Message {
    /// What it is about, in a few words.
    pub title: String,
    /// Its paragraphs, wrapped when drawn.
    pub text: Vec<String>,
    /// How many lines it is scrolled down.
    down: usize,
    /// How far it can be scrolled; drawing finds out.
    most: Cell<usize>,
}

impl Message {
    /// One paragraph with a title.
    pub fn new(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self::of(title, vec![text.into()])
    }

    /// Several paragraphs with a title.
    pub fn of(title: impl Into<String>, text: Vec<String>) -> Self {
        Self { title: title.into(), text, ..Self::default() }
    }
}

impl Screen for Message {
    fn scope(&self) -> Scope {
        Scope::Reading
    }

    fn leafs(&self) -> bool {
        self.most.get() > 0
    }

    fn act(&mut self, command: Command, _: &Ctx) -> Outcome {
        self.down = match command {
            Command::Up => self.down.saturating_sub(1),
            Command::Down => self.down + 1,
            Command::PageUp => self.down.saturating_sub(10),
            Command::PageDown => self.down + 10,
            Command::First => 0,
            Command::Last => usize::MAX,
            Command::Help | Command::Palette | Command::CancelJob => return Ok(Effect::Pass),
            _ => return Ok(Effect::Close(DialogAnswer::Nothing)),
        }
        .min(self.most.get());
        Ok(Effect::None)
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let wide = 70.min(area.width.saturating_sub(4)).max(10);
        let lines: Vec<_> =
            self.text.iter().flat_map(|text| wrap(text, usize::from(wide.saturating_sub(4)))).collect();
        let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let room = panel(canvas, area, (wide, tall), &self.title, &look.theme);
        self.most.set(lines.len().saturating_sub(usize::from(room.height)));
        for (line, row) in lines.iter().skip(self.down).zip(room.rows()) {
            canvas.text(row, line, look.theme.text);
        }
    }
}
