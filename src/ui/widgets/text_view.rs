//! Text to read: lines that are wrapped to the width and scrolled, of which only those in sight are looked at.

use std::cell::Cell;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::text::{width, wrap};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::theme::Theme;

/// How much a line matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Text that is neither more nor less than the rest.
    #[default]
    Plain,
    /// A heading or the name of a part.
    Strong,
    /// Something beside the text.
    Dim,
    /// Something to look at.
    Warning,
}

impl Tone {
    fn style(self, theme: &Theme) -> Style {
        match self {
            Self::Plain => theme.text,
            Self::Strong => theme.strong,
            Self::Dim => theme.dim,
            Self::Warning => theme.warning,
        }
    }
}

/// Lines of text, and which of them are in sight.
#[derive(Debug, Default)]
pub struct TextView {
    /// The lines as they were written; long ones are wrapped where they are shown.
    lines: Vec<(Tone, String)>,
    /// The first line in sight.
    top: usize,
    /// How many lines were in sight when it was last drawn, and how many are below them.
    page: Cell<usize>,
    below: Cell<usize>,
}

impl TextView {
    /// A view of these lines.
    pub fn new(lines: Vec<(Tone, String)>) -> Self {
        Self { lines, ..Self::default() }
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Shows other lines in the same view, scrolled as far as it was.
    pub fn replace(&mut self, lines: Vec<(Tone, String)>) {
        self.lines = lines;
        self.top = self.top.min(self.lines.len().saturating_sub(1));
    }

    /// Scrolls, if the command is one that walks. Returns whether it was.
    pub fn walk(&mut self, command: Command) -> bool {
        let page = self.page.get().max(2) - 1;
        let last = self.lines.len().saturating_sub(self.page.get().max(1));
        self.top = match command {
            Command::Up => self.top.saturating_sub(1),
            Command::Down => self.top + 1,
            Command::PageUp => self.top.saturating_sub(page),
            Command::PageDown => self.top + page,
            Command::First => 0,
            Command::Last => last,
            _ => return false,
        }
        .min(last);
        true
    }

    /// Draws the lines in sight. A wrapped line keeps its indent.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect, theme: &Theme) {
        let mut rows = area.rows();
        let mut seen = 0;
        'lines: for (tone, line) in self.lines.iter().skip(self.top) {
            for text in indented(line, usize::from(area.width)) {
                let Some(row) = rows.next() else { break 'lines };
                canvas.text(row, &text, tone.style(theme));
            }
            seen += 1;
        }
        self.page.set(seen);
        self.below.set(self.lines.len().saturating_sub(self.top + seen));
    }

    /// How many lines are above and below those that were drawn: `↑ 3 ↓ 24`.
    pub fn beyond(&self) -> String {
        let of =
            |arrow: &str, lines: usize| if lines == 0 { String::new() } else { format!("{arrow} {lines}") };
        format!("{} {}", of("↑", self.top), of("↓", self.below.get())).trim().to_owned()
    }
}

/// The line in so many columns; what follows the first part is indented as its words are, past its bullet.
fn indented(line: &str, columns: usize) -> Vec<String> {
    let text = line.trim_start();
    let indent = width(line).saturating_sub(width(text)).min(columns / 2);
    let bullet = text.split_once(' ').map_or("", |(first, _)| first);
    let is_bullet = !bullet.is_empty() && width(bullet) <= 2 && !bullet.contains(char::is_alphanumeric);
    let hang = if is_bullet { width(bullet) + 1 } else { 0 };
    let words = text.get(if is_bullet { bullet.len() + 1 } else { 0 }..).unwrap_or(text);
    let mut parts = wrap(words, columns.saturating_sub(indent + hang)).into_iter();
    let first = format!(
        "{}{}{}",
        " ".repeat(indent),
        if is_bullet { format!("{bullet} ") } else { String::new() },
        parts.next().unwrap_or_default()
    );
    std::iter::once(first).chain(parts.map(|part| format!("{}{part}", " ".repeat(indent + hang)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrapped_line_keeps_its_indent() {
        assert_eq!(indented("  - Köp mindre, laga mer", 16), ["  - Köp mindre,", "    laga mer"]);
        assert_eq!(indented("  Köp mindre, laga mer", 16), ["  Köp mindre,", "  laga mer"]);
        assert_eq!(indented("", 16), [""]);
    }

    #[test]
    fn one_does_not_scroll_past_the_end() {
        let mut view = TextView::new((0..10).map(|line| (Tone::Plain, line.to_string())).collect());
        view.page.set(4);
        assert!(view.walk(Command::Last));
        assert_eq!(view.top, 6);
        view.walk(Command::Down);
        assert_eq!(view.top, 6);
        assert!(!view.walk(Command::Open));
        view.replace(Vec::new());
        assert_eq!(view.top, 0);
    }
}
