//! The names of the files that were written, and the way to their folder.
//!
//! ```text
//! ╭─ Skrivet: 2 filer ──────────────────────────────╮
//! │ ~/Dokument/2026-03-04 Framtidsveckan.docx       │
//! │ ~/Dokument/2026-03-04 Framtidsveckan.pdf        │
//! ╰─────────────────────────────────────────────────╯
//! ```

use std::path::PathBuf;

use ratatui::layout::Rect;

use crate::i18n::Words;
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::desktop;
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::path;
use crate::ui::screen::Screen;
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::text::wrap;

/// How many files are named.
const MOST: usize = 8;

/// The box that lists them.
#[derive(Debug)]
pub struct FilesWritten {
    paths: Vec<PathBuf>,
    note: Option<String>,
}

impl FilesWritten {
    /// Lists these files, of which there is at least one, with a note under them.
    pub fn new(paths: Vec<PathBuf>, note: Option<String>) -> Self {
        Self { paths, note }
    }
}

/// The paths as they are shown, wrapped, with a word about those that are left out.
pub fn names(paths: &[PathBuf], columns: usize, words: &Words) -> Vec<String> {
    let mut lines: Vec<String> =
        paths.iter().take(MOST).flat_map(|path| wrap(&path::shown(path), columns)).collect();
    if paths.len() > MOST {
        lines.push((words.export.more)(paths.len() - MOST));
    }
    lines
}

impl Screen for FilesWritten {
    fn scope(&self) -> Scope {
        Scope::Written
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        Ok(match (command, self.paths.first().and_then(|path| path.parent())) {
            (Command::OpenFolder, Some(folder)) => Effect::Many(vec![
                Effect::Close(DialogAnswer::Nothing),
                Effect::Job(desktop::open_folder(folder, ctx.look.words)),
            ]),
            (Command::Help | Command::Palette | Command::CancelJob, _) => Effect::Pass,
            _ => Effect::Close(DialogAnswer::Nothing),
        })
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let columns = area.width.saturating_sub(8).clamp(10, 72);
        let mut lines = names(&self.paths, usize::from(columns), look.words);
        lines.extend(self.note.iter().flat_map(|note| wrap(note, usize::from(columns))));
        let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let title = (look.words.export.written)(self.paths.len());
        let room = panel(canvas, area, (columns + 4, tall), &title, &look.theme);
        for (line, row) in lines.iter().zip(room.rows()) {
            canvas.text(row, line, look.theme.text);
        }
    }
}
