//! The one question about all the files that exist already. Answers as [`confirm`] does.
//!
//! ```text
//! ╭─ 2 filer finns redan. Skriva över dem? ─────────╮
//! │ ~/Dokument/2026-03-04 Framtidsveckan.docx       │
//! │ ~/Dokument/2026-03-04 Framtidsveckan.pdf        │
//! ╰─────────────────────────────────────────────────╯
//! ```

use std::path::PathBuf;

use ratatui::layout::Rect;

use super::confirm;
use super::files_written::names;
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::Outcome;
use crate::ui::screen::Screen;
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::text::wrap;

/// The question, with the files it is about.
#[derive(Debug)]
pub struct ReplaceFiles {
    paths: Vec<PathBuf>,
}

impl ReplaceFiles {
    /// Asks about these files.
    pub fn new(paths: Vec<PathBuf>) -> Self {
        Self { paths }
    }
}

impl Screen for ReplaceFiles {
    fn scope(&self) -> Scope {
        Scope::Confirm
    }

    fn act(&mut self, command: Command, _: &Ctx) -> Outcome {
        Ok(confirm::answer(command))
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words.export;
        let columns = area.width.saturating_sub(8).clamp(10, 72);
        let mut lines = names(&self.paths, usize::from(columns), look.words);
        lines.push(String::new());
        lines.extend(wrap(words.replace_text, usize::from(columns)));
        let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let title = (words.replace_title)(self.paths.len());
        let room = panel(canvas, area, (columns + 4, tall), &title, &look.theme);
        for (line, row) in lines.iter().zip(room.rows()) {
            canvas.text(row, line, look.theme.text);
        }
    }
}
