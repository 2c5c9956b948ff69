//! What a screen draws on: the cells, the text cursor, and which part of the picture a click means. Everything drawn
//! through it is safe: control and direction characters never reach the terminal.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::command::Command;
use super::widgets::text::printable;

/// What a click means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClickTarget {
    /// A command: a tab, a hint of the footer.
    Command(Command),
    /// A row of the list on top; the screen knows which.
    Row(usize),
}

/// One frame while it is drawn.
#[derive(Debug)]
pub struct Canvas<'a> {
    /// The cells of the whole terminal.
    pub buf: &'a mut Buffer,
    /// Where the text cursor blinks, if text can be written.
    pub cursor: Option<Position>,
    /// The areas that can be clicked; where several overlap the last one counts.
    pub targets: Vec<(Rect, ClickTarget)>,
}

impl<'a> Canvas<'a> {
    /// A canvas over these cells.
    pub fn new(buf: &'a mut Buffer) -> Self {
        Self { buf, cursor: None, targets: Vec::new() }
    }

    /// The whole picture.
    pub fn area(&self) -> Rect {
        self.buf.area
    }

    /// Writes text from the left edge of the area's first row; what does not fit is left out.
    /// Returns the column after it.
    pub fn text(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let area = area.intersection(self.buf.area);
        if area.is_empty() {
            return area.x;
        }
        // Text on a rule is not dim because the rule is.
        let other = if style.add_modifier.contains(Modifier::DIM) { Modifier::BOLD } else { Modifier::DIM };
        let style = style.remove_modifier(other);
        self.buf.set_stringn(area.x, area.y, printable(text), usize::from(area.width), style).0
    }

    /// Writes text so that it ends at the right edge of the area's first row. Returns the column where it begins.
    pub fn text_right(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let width = super::widgets::text::width(text).min(usize::from(area.width));
        let x = area.right().saturating_sub(u16::try_from(width).unwrap_or(area.width));
        self.text(Rect { x, width: area.right().saturating_sub(x), ..area }, text, style);
        x
    }

    /// Writes a line of styled spans on the area's first row.
    pub fn line(&mut self, area: Rect, line: &Line<'_>) {
        let mut area = area.intersection(self.buf.area);
        for Span { content, style } in &line.spans {
            if area.is_empty() {
                return;
            }
            let x = self.text(area, content, line.style.patch(*style));
            area = Rect { x, width: area.right().saturating_sub(x), ..area };
        }
    }

    /// Writes several lines under each other.
    pub fn lines(&mut self, area: Rect, lines: &[Line<'_>]) {
        for (line, row) in lines.iter().zip(area.rows()) {
            self.line(row, line);
        }
    }

    /// Puts a ratatui widget on the picture.
    pub fn widget(&mut self, widget: impl Widget, area: Rect) {
        widget.render(area.intersection(self.buf.area), self.buf);
    }

    /// Adds a style to that of every cell of the area. A dim cell does not become bold by it: it cannot be both.
    pub fn style(&mut self, area: Rect, style: Style) {
        for position in area.intersection(self.buf.area).positions() {
            if let Some(cell) = self.buf.cell_mut(position) {
                cell.set_style(style);
                if cell.modifier.contains(Modifier::DIM) {
                    cell.modifier.remove(Modifier::BOLD);
                }
            }
        }
    }

    /// Empties the area.
    pub fn clear(&mut self, area: Rect, style: Style) {
        self.widget(ratatui::widgets::Clear, area);
        self.style(area, style);
    }

    /// Puts the text cursor here.
    pub fn put_cursor(&mut self, at: Position) {
        self.cursor = self.buf.area.contains(at).then_some(at);
    }

    /// Makes the area one that can be clicked.
    pub fn target(&mut self, area: Rect, target: ClickTarget) {
        self.targets.push((area, target));
    }
}
