//! The head of the export page: where one is, and what there is to know about the publication before it goes out. That
//! takes rows of its own where there is no room for it at the right.
//!
//! ```text
//!  Exportera  Framtidsveckan              3 saker att titta på · Ctrl+G  ↓
//! ```

use ratatui::layout::Rect;

use super::state::Export;
use crate::i18n::Words;
use crate::report::folded::fold;
use crate::report::{hidden, kept};
use crate::ui::bindings::{self, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::Look;
use crate::ui::widgets::text::{fit, width, wrap};

/// From so many rows on a row is spared for where one is.
const ROOMY: u16 = 14;

/// How many columns are kept for how far one has come in the preview, and for its arrows alone.
const BEYOND: usize = 9;
const ARROWS: usize = 4;

/// Between two things in one row.
const BETWEEN: &str = " · ";

/// What is in the head, for a size.
pub(super) struct PageHead {
    /// Whether its first row says where one is.
    is_named: bool,
    /// At the right of that.
    beside: String,
    /// The other rows.
    rows: Vec<String>,
}

impl PageHead {
    /// How many rows it takes; at least one.
    pub(super) fn height(&self) -> u16 {
        u16::try_from(usize::from(self.is_named) + self.rows.len()).unwrap_or(u16::MAX)
    }
}

/// Sets things one after the other in rows of at most so many columns.
fn set(parts: &[String], columns: usize) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for part in parts {
        match rows.last_mut() {
            Some(last) if width(last) + width(BETWEEN) + width(part) <= columns => {
                last.push_str(BETWEEN);
                last.push_str(part);
            }
            _ => rows.extend(wrap(part, columns)),
        }
    }
    rows
}

impl Export {
    /// Whether the preview is not yet what was chosen.
    fn is_preparing(&self) -> bool {
        self.ready.as_ref().is_some_and(|ready| ready.wanted != self.chosen.wanted())
    }

    /// What there is to know about the publication, each a thing of its own.
    fn status(&self, words: &Words) -> Vec<String> {
        let Some(ready) = &self.ready else { return Vec::new() };
        let mut parts = Vec::new();
        parts.extend(ready.is_from_log.then(|| words.export.from_log.to_owned()));
        if let Some(is_old) = ready.written_on {
            parts.push(words.export.written_on.to_owned());
            parts.extend(is_old.then(|| words.export.is_old.to_owned()));
        }
        parts.extend(hidden::in_words(&self.hidden(), words));
        parts.extend(kept::in_words(&ready.kept, words));
        let findings = fold(&self.findings()).len();
        if findings > 0 {
            let key = bindings::key_of(Scope::Export, Command::Findings).map(|key| key.show(words));
            let number = (words.export.to_look_at)(findings);
            parts.push(key.map_or(number.clone(), |key| format!("{number}{BETWEEN}{key}")));
        } else if ready.wanted.choices.names.hides() {
            parts.push(words.export.nothing_to_look_at.to_owned());
        }
        parts
    }

    /// The head in a page of this size.
    pub(super) fn head(&self, page: Rect, words: &Words) -> PageHead {
        let parts = self.status(words);
        let columns = usize::from(page.width.saturating_sub(2));
        let beside = parts.join(BETWEEN);
        if width(words.files.export) + 4 + width(&beside) + BEYOND <= columns {
            return PageHead { is_named: true, beside, rows: Vec::new() };
        }
        let is_named = page.height >= ROOMY;
        let mut rows = set(&parts, if is_named { columns } else { columns.saturating_sub(ARROWS) });
        rows.truncate(usize::from(page.height / 2).max(1));
        PageHead { is_named, beside: String::new(), rows }
    }

    /// Draws the head. While the preview is prepared nothing is said about the one before; the rows stay where they
    /// are.
    pub(super) fn draw_head(&self, canvas: &mut Canvas, page: Rect, head: &PageHead, look: &Look) {
        let words = look.words;
        let area = Rect { x: page.x + 1, width: page.width.saturating_sub(2), ..page };
        let top = Rect { height: area.height.min(1), ..area };
        let beside = if self.is_preparing() { words.export.preparing } else { &head.beside };
        let beyond = self.preview.beyond();
        let first = head.rows.first().filter(|_| !head.is_named).map_or(0, |row| width(row));
        let is_whole = first + BEYOND <= usize::from(top.width);
        let beyond = if is_whole { &beyond } else { beyond.rsplit(' ').next().unwrap_or_default() };
        let right = format!("  {beside}  {beyond}");
        let right = canvas.text_right(top, fit(&right, usize::from(top.width)).trim_end(), look.theme.dim);
        if head.is_named {
            let x = canvas.text(top, words.files.export, look.theme.strong) + 2;
            let title = Rect { x, width: right.saturating_sub(x), ..top };
            let name = self.ready.as_ref().map_or("", |ready| &ready.title);
            canvas.text(title, &fit(name, usize::from(title.width)), look.theme.text);
        }
        if !self.is_preparing() {
            let places = area.rows().skip(usize::from(head.is_named));
            for (row, place) in head.rows.iter().zip(places) {
                canvas.text(place, row, look.theme.dim);
            }
        }
    }
}
