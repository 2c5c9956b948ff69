//! A list with one chosen row, rows of any height, of which only the visible ones are ever asked for.

use std::cell::Cell;
use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::ui::canvas::{Canvas, ClickTarget};
use crate::ui::command::Command;
use crate::ui::theme::Theme;

/// Which row is chosen, of how many.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// How many rows there are.
    pub total: usize,
    /// The chosen row.
    pub selected: usize,
    /// The first row in sight. Drawing remembers it, so that the list does not scroll while the choice moves in it.
    top: Cell<usize>,
    /// How many rows were in sight when it was last drawn: a page.
    page: Cell<usize>,
}

impl Rows {
    /// A list of so many rows, the first one chosen.
    pub fn of(total: usize) -> Self {
        Self { total, ..Self::default() }
    }

    /// The list has so many rows now; the choice stays where it can.
    pub fn resize(&mut self, total: usize) {
        self.total = total;
        self.selected = self.selected.min(total.saturating_sub(1));
    }

    /// Chooses a row, or the last where there are fewer.
    pub fn select(&mut self, row: usize) {
        self.selected = row.min(self.total.saturating_sub(1));
    }

    /// The first row in sight, when it was last drawn.
    pub fn top(&self) -> usize {
        self.top.get()
    }

    /// How many rows are above and below those that were drawn: `↑ 3 ↓ 24`.
    pub fn beyond(&self) -> String {
        let below = self.total.saturating_sub(self.top.get() + self.page.get());
        let of = |arrow: &str, rows: usize| if rows == 0 { String::new() } else { format!("{arrow} {rows}") };
        format!("{} {}", of("↑", self.top.get()), of("↓", below)).trim().to_owned()
    }

    /// Walks, if the command is one that walks. Returns whether it was.
    pub fn walk(&mut self, command: Command) -> bool {
        let page = self.page.get().max(2) - 1;
        self.select(match command {
            Command::Up => self.selected.saturating_sub(1),
            Command::Down => self.selected + 1,
            Command::PageUp => self.selected.saturating_sub(page),
            Command::PageDown => self.selected + page,
            Command::First => 0,
            Command::Last => self.total,
            _ => return false,
        });
        true
    }

    /// Draws the rows in sight. `row` returns the lines of a row for a width; an empty one takes no room, and one
    /// that is not known yet should be a blank line. The first two columns are the margin, with `▌` before the chosen
    /// row. Each row can be clicked.
    pub fn draw<'r>(
        &self,
        canvas: &mut Canvas,
        area: Rect,
        theme: &Theme,
        row: impl Fn(usize, u16) -> Vec<Line<'r>>,
    ) {
        self.draw_marked(canvas, area, theme, |_| false, |_, lines| 0..lines, row);
    }

    /// The same, with `●` in the margin of the rows that are marked. `part` returns which of its lines the chosen row
    /// is chosen with, for a width and how many lines it has.
    pub fn draw_marked<'r>(
        &self,
        canvas: &mut Canvas,
        area: Rect,
        theme: &Theme,
        is_marked: impl Fn(usize) -> bool,
        part: impl Fn(u16, usize) -> Range<usize>,
        row: impl Fn(usize, u16) -> Vec<Line<'r>>,
    ) {
        let area = area.intersection(canvas.area());
        if area.width < 3 || area.height == 0 || self.total == 0 {
            return;
        }
        let width = area.width - 2;
        let height = |index: usize| row(index, width).len();
        self.top.set(self.first_in_sight(usize::from(area.height), height));
        let (mut y, mut index) = (area.y, self.top.get());
        while y < area.bottom() && index < self.total {
            let lines = row(index, width);
            let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.bottom() - y);
            let all = Rect { y, height: tall, ..area };
            for (line, place) in lines.iter().zip(all.rows()) {
                canvas.line(Rect { x: area.x + 2, width, ..place }, line);
            }
            if is_marked(index) && !all.is_empty() {
                canvas.text(Rect { x: area.x + 1, width: 1, height: 1, ..all }, "●", theme.accent);
            }
            if index == self.selected {
                let chosen = part(width, lines.len());
                for (_, place) in all.rows().enumerate().filter(|(line, _)| chosen.contains(line)) {
                    canvas.style(place, theme.selected);
                    canvas.text(Rect { width: 1, ..place }, "▌", theme.accent);
                }
            }
            canvas.target(all, ClickTarget::Row(index));
            y += tall;
            index += 1;
        }
        self.page.set(index - self.top.get());
    }

    /// The first row in sight so that all of the chosen one is: as before if it can be, but no room is left under the
    /// last row that a row over the first could have.
    fn first_in_sight(&self, room: usize, height: impl Fn(usize) -> usize) -> usize {
        let top = self.top_that_fills(room, &height);
        if self.selected <= top {
            return self.selected;
        }
        // Upwards from the chosen row, as many as there is room for: the lowest first row that is possible.
        let (mut first, mut used) = (self.selected, height(self.selected));
        while first > top {
            used += height(first - 1);
            if used > room {
                break;
            }
            first -= 1;
        }
        first.max(top)
    }

    /// The first row as it was, or so far up that the rows from it on fill the room.
    fn top_that_fills(&self, room: usize, height: impl Fn(usize) -> usize) -> usize {
        let mut top = self.top.get().min(self.total.saturating_sub(1));
        let mut used = 0;
        for index in top..self.total {
            used += height(index);
            if used >= room {
                return top;
            }
        }
        while top > 0 {
            used += height(top - 1);
            if used > room {
                break;
            }
            top -= 1;
        }
        top
    }
}

/// The rows of a list from one of them outwards: itself, the next, the one before, the second after, …
pub fn outwards(from: usize, total: usize) -> impl Iterator<Item = usize> {
    let others = (1..total.max(1)).flat_map(move |step| [from.checked_add(step), from.checked_sub(step)]);
    [Some(from)].into_iter().chain(others).flatten().filter(move |row| *row < total)
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::ui::theme::ThemeKind;

    fn picture(rows: &Rows, height: u16, tall: usize) -> (String, usize) {
        let area = Rect::new(0, 0, 6, height);
        let mut buf = Buffer::empty(area);
        let mut canvas = Canvas::new(&mut buf);
        let asked = Cell::new(0);
        rows.draw(&mut canvas, area, &Theme::of(ThemeKind::Dark), |index, _| {
            asked.set(asked.get() + 1);
            vec![Line::from(index.to_string()); tall]
        });
        let text: Vec<String> = area
            .rows()
            .map(|row| {
                row.columns().map(|cell| buf[(cell.x, cell.y)].symbol().to_owned()).collect::<String>()
            })
            .map(|line| line.trim_end().to_owned())
            .collect();
        (text.join("|"), asked.get())
    }

    #[test]
    fn the_chosen_row_stays_in_sight_and_the_list_scrolls_no_more_than_it_must() {
        let mut rows = Rows::of(10);
        assert_eq!(picture(&rows, 3, 1).0, "▌ 0|  1|  2");
        rows.select(4);
        assert_eq!(picture(&rows, 3, 1).0, "  2|  3|▌ 4");
        rows.walk(Command::Up);
        assert_eq!(picture(&rows, 3, 1).0, "  2|▌ 3|  4");
        assert_eq!(rows.beyond(), "↑ 2 ↓ 5");
        rows.walk(Command::First);
        assert_eq!(picture(&rows, 3, 1).0, "▌ 0|  1|  2");
        assert_eq!(rows.beyond(), "↓ 7");
    }

    #[test]
    fn a_long_list_is_asked_for_what_is_seen_only() {
        let mut rows = Rows::of(10_000);
        rows.walk(Command::Last);
        let (text, asked) = picture(&rows, 3, 1);
        assert_eq!(text, "  9997|  9998|▌ 9999");
        assert!(asked < 12, "{asked} rows were asked for");
    }

    #[test]
    fn a_picture_that_grows_shows_every_row_that_fits() {
        let mut rows = Rows::of(6);
        rows.select(5);
        assert_eq!(picture(&rows, 2, 1).0, "  4|▌ 5");
        assert_eq!(picture(&rows, 4, 1).0, "  2|  3|  4|▌ 5");
        assert_eq!(picture(&rows, 8, 1).0, "  0|  1|  2|  3|  4|▌ 5||");
        assert_eq!(picture(&rows, 5, 2).0, "  4|  4|▌ 5|▌ 5|");
        rows.select(4);
        assert_eq!(picture(&rows, 2, 1).0, "▌ 4|  5");
    }

    #[test]
    fn rows_taller_than_the_picture_do_not_panic() {
        let mut rows = Rows::of(3);
        rows.select(2);
        assert_eq!(picture(&rows, 2, 5).0, "▌ 2|▌ 2");
        assert_eq!(picture(&rows, 0, 1).0, "");
    }
}
