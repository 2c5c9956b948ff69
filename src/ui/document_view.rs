//! A publication as it will read, scrolled row by row. Only the pieces in sight are ever broken into rows, so a long
//! one is as quick as a short one.

use std::cell::Cell;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::theme::Theme;
use crate::ui::widgets::runs::wrap_runs;

pub mod grid;
pub mod piece;
pub mod position;
pub mod tone;

use piece::ViewPiece;
use tone::{Runs, TextTone};

/// Columns before the words, in which a place that was asked for is marked.
const MARGIN: u16 = 2;

/// The pieces of an event: its title, its place and what it is about.
const OF_EVENT: usize = 3;

/// A place in it: a piece, and one of its rows.
type RowPosition = (usize, usize);

/// The pieces of a publication, and how far one has come in them.
#[derive(Debug, Default)]
pub struct DocumentView {
    pieces: Vec<ViewPiece>,
    top: Cell<RowPosition>,
    /// The piece that somebody asked to see.
    marked: Option<usize>,
    /// Columns and rows when it was last drawn.
    room: Cell<(usize, usize)>,
    /// Whether there was more below when it was last drawn.
    more: Cell<bool>,
}

impl DocumentView {
    /// Shows another publication; one stays where one reads.
    pub fn replace(&mut self, pieces: Vec<ViewPiece>) {
        let (piece, _) = self.top.get();
        self.top.set((piece.min(pieces.len().saturating_sub(1)), 0));
        self.pieces = pieces;
        self.marked = None;
    }

    /// From the beginning again.
    pub fn rewind(&mut self) {
        self.top.set((0, 0));
        self.marked = None;
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Goes to the piece that contains these words and marks it, where that is the one with this index or among the
    /// next few: an event of a calendar has several. Returns whether there is one.
    pub fn show(&mut self, first: usize, text: &str) -> bool {
        let mut few = self.pieces.iter().skip(first).take(OF_EVENT);
        let Some(at) = few.position(|piece| piece.words().contains(text)) else { return false };
        self.mark(first + at);
        true
    }

    /// Goes to the first piece that contains this, and marks it. Returns whether there is one.
    pub fn seek(&mut self, text: &str) -> bool {
        let text = text.trim();
        let Some(at) = self.pieces.iter().position(|piece| piece.words().contains(text)) else {
            return false;
        };
        self.mark(at);
        true
    }

    fn mark(&mut self, piece: usize) {
        self.marked = Some(piece);
        // With what is before it, where there is room for that.
        let before = self.room.get().1.saturating_sub(1).min(2);
        self.top.set(self.stepped_back((piece, 0), before));
    }

    /// The headings from top to bottom, each with the piece that it is.
    pub fn headings(&self) -> Vec<(usize, &str)> {
        self.pieces.iter().enumerate().filter_map(|(at, piece)| Some((at, piece.heading()?))).collect()
    }

    /// Shows a piece at the top, or as high as it can be.
    pub fn go_to(&mut self, piece: usize) {
        self.marked = None;
        self.top.set((piece, 0).min(self.last()));
    }

    /// Goes to the next heading, if there is one.
    pub fn next_heading(&mut self) {
        let top = self.top.get();
        let below = self.headings().into_iter().map(|(at, _)| at).find(|at| (*at, 0) > top);
        if let Some(at) = below {
            self.go_to(at);
        }
    }

    /// Goes to the heading over the place where one reads, or to the beginning.
    pub fn previous_heading(&mut self) {
        let top = self.top.get();
        let above = self.headings().into_iter().map(|(at, _)| at).rfind(|at| (*at, 0) < top);
        self.go_to(above.unwrap_or(0));
    }

    /// Scrolls, if the command is one that does. Returns whether it was.
    pub fn walk(&mut self, command: Command) -> bool {
        let page = self.room.get().1.max(2) - 1;
        let top = self.top.get();
        self.top.set(match command {
            Command::ScrollUp => self.stepped_back(top, 1),
            Command::ScrollDown => self.stepped(top, 1),
            Command::PageUp => self.stepped_back(top, page),
            Command::PageDown => self.stepped(top, page),
            Command::First => (0, 0),
            Command::Last => self.last(),
            _ => return false,
        });
        self.top.set(self.top.get().min(self.last()));
        true
    }

    /// The highest place from which the end can be seen.
    fn last(&self) -> RowPosition {
        self.stepped_back((self.pieces.len(), 0), self.room.get().1.max(1))
    }

    fn height(&self, piece: usize) -> usize {
        let columns = self.room.get().0.max(1);
        self.pieces.get(piece).map_or(0, |piece| rows(piece, columns).len())
    }

    fn stepped(&self, (mut piece, row): RowPosition, by: usize) -> RowPosition {
        let mut row = row + by;
        while piece < self.pieces.len() {
            let height = self.height(piece);
            if row < height {
                return (piece, row);
            }
            row -= height;
            piece += 1;
        }
        (self.pieces.len(), 0)
    }

    fn stepped_back(&self, (mut piece, mut row): RowPosition, by: usize) -> RowPosition {
        let mut left = by;
        while row < left && piece > 0 {
            left -= row;
            piece -= 1;
            row = self.height(piece);
        }
        (piece, row.saturating_sub(left))
    }

    /// Draws the rows in sight.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect, theme: &Theme) {
        let columns = area.width.saturating_sub(MARGIN);
        if columns == 0 || area.height == 0 {
            return;
        }
        self.room.set((usize::from(columns), usize::from(area.height)));
        self.top.set(self.top.get().min(self.last()));
        let (first, skip) = self.top.get();
        let mut places = area.rows();
        let mut skip = skip;
        self.more.set(false);
        for (at, piece) in self.pieces.iter().enumerate().skip(first) {
            for row in rows(piece, usize::from(columns)).into_iter().skip(std::mem::take(&mut skip)) {
                let Some(place) = places.next() else {
                    self.more.set(true);
                    return;
                };
                if self.marked == Some(at) {
                    canvas.text(Rect { width: 1, ..place }, "▌", theme.warning);
                }
                let mut rest = Rect { x: place.x + MARGIN, width: columns, ..place };
                for (tone, words) in row {
                    let x = canvas.text(rest, &words, style(tone, theme));
                    rest = Rect { x, width: area.right().saturating_sub(x), ..rest };
                }
            }
        }
    }

    /// Where one is: whether there is more above and below, and how far down one has come.
    pub fn beyond(&self) -> String {
        let above = self.top.get() != (0, 0);
        let part = self.top.get().0 * 100 / self.pieces.len().max(1);
        match (above, self.more.get()) {
            (false, false) => String::new(),
            (false, true) => "↓".to_owned(),
            (true, true) => format!("{part} % ↑↓"),
            (true, false) => "↑".to_owned(),
        }
    }
}

/// A piece in rows of at most so many columns.
fn rows(piece: &ViewPiece, columns: usize) -> Vec<Runs> {
    match piece {
        ViewPiece::Blank => vec![Runs::new()],
        ViewPiece::Head(grid) => grid.head(columns),
        ViewPiece::Row(grid, cells) => grid.row(cells, columns),
        ViewPiece::Text { indent, lead, hang, runs } => {
            let indent = (*indent).min(columns / 3);
            // A label takes no more than half; what it is about still begins where the others do.
            let hang = (*hang).min(columns / 2);
            let mut rows = wrap_runs(runs, columns.saturating_sub(indent + hang));
            for (at, row) in rows.iter_mut().enumerate() {
                let label = if at == 0 { crate::ui::widgets::text::fit(&lead.1, hang) } else { "".into() };
                let gap = (indent + hang).saturating_sub(crate::ui::widgets::text::width(&label) + indent);
                let before = [
                    (TextTone::Plain, " ".repeat(indent)),
                    (lead.0, label.into_owned()),
                    (TextTone::Plain, " ".repeat(gap)),
                ];
                row.splice(0..0, before);
            }
            rows
        }
    }
}

fn style(tone: TextTone, theme: &Theme) -> Style {
    match tone {
        TextTone::Plain => theme.text,
        TextTone::Strong | TextTone::Subheading => theme.strong,
        TextTone::Dim => theme.dim,
        TextTone::Heading => theme.accent.patch(theme.strong),
        TextTone::Mark => theme.warning.patch(theme.strong),
        TextTone::Response => theme.answered,
        TextTone::Answered => theme.answered.patch(theme.strong),
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::ui::theme::ThemeKind;

    fn picture(preview: &DocumentView, columns: u16, height: u16) -> Vec<String> {
        let area = Rect::new(0, 0, columns, height);
        let mut buf = Buffer::empty(area);
        preview.draw(&mut Canvas::new(&mut buf), area, &Theme::of(ThemeKind::Dark));
        let row = |row: Rect| row.columns().map(|cell| buf[(cell.x, cell.y)].symbol().to_owned()).collect();
        area.rows().map(row).map(|line: String| line.trim_end().to_owned()).collect()
    }

    fn lines(number: usize) -> DocumentView {
        let mut preview = DocumentView::default();
        let lines: Vec<String> = (0..number).map(|at| format!("- rad {at} med ord")).collect();
        preview.replace(piece::text(&lines.join("\n")));
        preview
    }

    #[test]
    fn rows_hang_under_their_first_word_and_scroll_one_by_one() {
        let mut preview = lines(3);
        assert_eq!(picture(&preview, 13, 3), ["  - rad 0 med", "    ord", "  - rad 1 med"]);
        preview.walk(Command::ScrollDown);
        assert_eq!(picture(&preview, 13, 3)[0], "    ord");
        preview.walk(Command::Last);
        assert_eq!(picture(&preview, 13, 3), ["    ord", "  - rad 2 med", "    ord"]);
        preview.walk(Command::ScrollDown);
        assert_eq!(picture(&preview, 13, 3)[2], "    ord", "one does not scroll past the end");
        preview.walk(Command::PageUp);
        preview.walk(Command::PageUp);
        assert_eq!(picture(&preview, 13, 3)[0], "  - rad 0 med");
    }

    #[test]
    fn a_place_is_found_and_marked() {
        let mut preview = lines(100);
        picture(&preview, 30, 5);
        assert!(preview.seek("rad 50"));
        assert_eq!(picture(&preview, 30, 5)[2], "▌ - rad 50 med ord");
        assert!(!preview.seek("rad 500"));
        assert!(preview.show(50, "rad 52"));
        assert_eq!(picture(&preview, 30, 5)[2], "▌ - rad 52 med ord");
        assert!(!preview.show(50, "rad 53") && !preview.show(50, "rad 49"));
    }
}
