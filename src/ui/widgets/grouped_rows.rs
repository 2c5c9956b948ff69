//! Rows under headings. The heading of the first row in sight is over the list; headings are passed over when one
//! walks. What is counted by the outside are the rows without their headings.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::rows::Rows;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::theme::Theme;

/// From this height on there is a blank line over each heading.
const AIRY: u16 = 13;

/// Which row is chosen, of groups of so many rows.
#[derive(Debug, Clone, Default)]
pub struct GroupedRows {
    sizes: Vec<usize>,
    rows: Rows,
}

/// What a line of the list is, with the first row of its group. The heading of the first group takes no line of its
/// own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GroupLine {
    Heading(usize),
    /// A row by its number among all rows.
    Row(usize, usize),
}

impl GroupedRows {
    /// The groups have so many rows now; the choice stays at its row where it can.
    pub fn regroup(&mut self, sizes: Vec<usize>) {
        let chosen = self.selected();
        self.sizes = sizes;
        let headings = self.sizes.len().saturating_sub(1);
        self.rows.resize(self.sizes.iter().sum::<usize>() + headings);
        self.select(chosen);
    }

    /// The chosen row.
    pub fn selected(&self) -> usize {
        match self.at(self.rows.selected) {
            Some(GroupLine::Row(_, row)) => row,
            _ => 0,
        }
    }

    /// The line of the chosen row, as a click on it is known by.
    pub fn line(&self) -> usize {
        self.rows.selected
    }

    /// Chooses a row, or the last where there are fewer.
    pub fn select(&mut self, row: usize) {
        let row = row.min(self.sizes.iter().sum::<usize>().saturating_sub(1));
        let (mut before, mut headings) = (0, 0);
        for size in &self.sizes {
            before += size;
            if row < before {
                break;
            }
            headings += 1;
        }
        self.rows.select(row + headings);
    }

    /// Walks, if the command is one that walks. Returns whether it was.
    pub fn walk(&mut self, command: Command) -> bool {
        if !self.rows.walk(command) {
            return false;
        }
        if let Some(GroupLine::Heading(_)) = self.at(self.rows.selected) {
            let up = matches!(command, Command::Up | Command::PageUp | Command::First);
            self.rows.select(if up { self.rows.selected.saturating_sub(1) } else { self.rows.selected + 1 });
        }
        true
    }

    /// The row on a line that was clicked; `None` on a heading.
    pub fn clicked(&self, line: usize) -> Option<usize> {
        match self.at(line)? {
            GroupLine::Row(_, row) => Some(row),
            GroupLine::Heading(_) => None,
        }
    }

    /// Draws the heading of the first row in sight, and under it the rows. `heading` returns that of a group by
    /// its first row, `row` the lines of a row for a width.
    pub fn draw<'r>(
        &self,
        canvas: &mut Canvas,
        area: Rect,
        theme: &Theme,
        heading: impl Fn(usize) -> Line<'r>,
        row: impl Fn(usize, u16) -> Vec<Line<'r>>,
    ) {
        let head = Rect { height: area.height.min(1), ..area };
        let list = Rect { y: area.y + head.height, height: area.height - head.height, ..area };
        self.rows.draw(canvas, list, theme, |line, columns| match self.at(line) {
            Some(GroupLine::Heading(first)) if area.height >= AIRY => vec![Line::default(), heading(first)],
            Some(GroupLine::Heading(first)) => vec![heading(first)],
            Some(GroupLine::Row(_, at)) => row(at, columns),
            None => Vec::new(),
        });
        if let Some(GroupLine::Row(first, _)) = self.at(self.rows.top()) {
            canvas.line(Rect { x: head.x + 2, width: head.width.saturating_sub(2), ..head }, &heading(first));
        }
    }

    fn at(&self, line: usize) -> Option<GroupLine> {
        let (mut first, mut before) = (0, 0);
        for (group, size) in self.sizes.iter().enumerate() {
            if group > 0 {
                if line == first {
                    return Some(GroupLine::Heading(before));
                }
                first += 1;
            }
            if line < first + size {
                return Some(GroupLine::Row(before, before + line - first));
            }
            (first, before) = (first + size, before + size);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_passed_over_and_not_counted() {
        let mut rows = GroupedRows::default();
        rows.regroup(vec![2, 1, 3]);
        let mut walked = vec![rows.selected()];
        for _ in 0..6 {
            rows.walk(Command::Down);
            walked.push(rows.selected());
        }
        assert_eq!(walked, [0, 1, 2, 3, 4, 5, 5]);
        rows.select(3);
        rows.walk(Command::Up);
        assert_eq!((rows.selected(), rows.clicked(2), rows.clicked(3)), (2, None, Some(2)));
    }

    #[test]
    fn the_choice_stays_at_its_row_when_the_groups_are_others() {
        let mut rows = GroupedRows::default();
        rows.regroup(vec![2, 3]);
        rows.select(3);
        rows.regroup(vec![1, 1, 3]);
        assert_eq!(rows.selected(), 3);
        rows.regroup(vec![2]);
        assert_eq!(rows.selected(), 1);
        rows.regroup(Vec::new());
        assert_eq!(rows.selected(), 0);
    }
}
