//! Rows that are proposed, each with a tick: which of them are taken, what each is, where it goes. It knows neither
//! where they come from nor what becomes of them.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::columns::{ColumnRow, RightColumn};
use super::rows::Rows;
use super::text::width;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::theme::Theme;

/// The narrowest room that has columns beside the text.
const WITH_COLUMNS: u16 = 60;
/// The widest that a column becomes.
const WIDEST: usize = 18;
/// How many lines the text of the chosen row may take.
const TALLEST: usize = 4;

/// One row as it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProposedRow<'a> {
    /// What kind it is, in one or two characters.
    pub marker: &'a str,
    /// How deep it is indented; 0 is the outermost.
    pub depth: usize,
    /// Its words, without the marker.
    pub text: &'a str,
    /// A short remark after the words.
    pub note: String,
    /// What is in the columns at the right edge, as many as every other row has.
    pub cells: Vec<String>,
    /// Whether there is something to look at.
    pub is_doubtful: bool,
}

/// Rows with ticks, one of them chosen.
#[derive(Debug, Default)]
pub struct TickedRows {
    rows: Rows,
    ticked: Vec<bool>,
}

impl TickedRows {
    /// Rows that are ticked or not, the first one chosen.
    pub fn of(ticked: Vec<bool>) -> Self {
        Self { rows: Rows::of(ticked.len()), ticked }
    }

    /// The chosen row.
    pub fn chosen(&self) -> usize {
        self.rows.selected
    }

    /// Chooses a row.
    pub fn choose(&mut self, row: usize) {
        self.rows.select(row);
    }

    /// Chooses a row; the one that is chosen already is ticked, or not any more.
    pub fn click(&mut self, row: usize) {
        if self.rows.selected == row {
            self.turn(row);
        } else {
            self.rows.select(row);
        }
    }

    /// How many there are, and how many are ticked.
    pub fn count(&self) -> (usize, usize) {
        (self.ticked.len(), self.ticked.iter().filter(|ticked| **ticked).count())
    }

    /// Whether a row is ticked.
    pub fn is_ticked(&self, row: usize) -> bool {
        self.ticked.get(row).copied().unwrap_or_default()
    }

    /// The rows that are ticked, in their order.
    pub fn taken(&self) -> impl Iterator<Item = usize> {
        self.ticked.iter().enumerate().filter(|(_, ticked)| **ticked).map(|(at, _)| at)
    }

    /// See [`Rows::beyond`].
    pub fn beyond(&self) -> String {
        self.rows.beyond()
    }

    /// Walks, ticks the chosen row and goes down, or ticks all. Returns whether the command was one of these.
    pub fn run(&mut self, command: Command) -> bool {
        match command {
            Command::Tick => {
                self.turn(self.rows.selected);
                self.rows.walk(Command::Down)
            }
            Command::TickAll => {
                let are_all = self.ticked.iter().all(|ticked| *ticked);
                self.ticked.fill(!are_all);
                true
            }
            other => self.rows.walk(other),
        }
    }

    fn turn(&mut self, row: usize) {
        if let Some(ticked) = self.ticked.get_mut(row) {
            *ticked = !*ticked;
        }
    }

    /// Draws the rows in sight: `widths` are the widest cells of each column, and `row` is asked for those rows only.
    pub fn draw<'r>(
        &self,
        canvas: &mut Canvas,
        area: Rect,
        theme: &Theme,
        widths: &[usize],
        row: impl Fn(usize) -> ProposedRow<'r>,
    ) {
        self.rows.draw(canvas, area, theme, |index, columns| {
            let row = row(index);
            let is_ticked = self.is_ticked(index);
            let (style, loud) = if is_ticked { (theme.text, theme.strong) } else { (theme.dim, theme.dim) };
            // A row with nothing in its columns has their room for its words.
            let columns_fit = columns >= WITH_COLUMNS && row.cells.iter().any(|cell| !cell.is_empty());
            // Without them the doubts of a row are beside its words.
            let doubts = row.cells.iter().filter(|cell| !columns_fit && cell.contains('?'));
            let doubts = doubts.cloned().collect::<Vec<_>>().join(" ");
            let cells = row.cells.into_iter().zip(widths).filter(|(_, widest)| columns_fit && **widest > 0);
            let cells = cells.map(|(text, widest)| {
                let style = if row.is_doubtful { theme.warning } else { theme.dim };
                RightColumn::left(text, (*widest).min(WIDEST), style)
            });
            let indent = (2 * row.depth).min(usize::from(columns / 4));
            let lead = vec![
                Span::styled(
                    if is_ticked { "● " } else { "○ " },
                    if is_ticked { theme.accent } else { theme.dim },
                ),
                Span::styled(format!("{}{:<2} ", " ".repeat(indent), row.marker), loud),
            ];
            let note = if doubts.is_empty() { (row.note, theme.dim) } else { (doubts, theme.warning) };
            let note = Some(note).filter(|(note, _)| !note.is_empty());
            let shown = ColumnRow { lead, text: row.text.to_owned(), style, note, cells: cells.collect() };
            shown.lines(columns, if index == self.rows.selected { TALLEST } else { 1 })
        });
    }
}

/// How wide each column has to be for its widest cell.
pub fn widest<'c>(rows: impl Iterator<Item = &'c [String]>) -> Vec<usize> {
    let mut widths: Vec<usize> = Vec::new();
    for cells in rows {
        widths.resize(widths.len().max(cells.len()), 0);
        for (widest, cell) in widths.iter_mut().zip(cells) {
            *widest = (*widest).max(width(cell));
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tick_goes_down_and_all_are_ticked_or_none() {
        let mut rows = TickedRows::of(vec![true, false, true]);
        assert!(rows.run(Command::Tick) && rows.run(Command::Tick));
        assert_eq!((rows.taken().collect::<Vec<_>>(), rows.chosen()), (vec![1, 2], 2));
        assert!(rows.run(Command::TickAll));
        assert_eq!(rows.count(), (3, 3));
        assert!(rows.run(Command::TickAll));
        assert_eq!(rows.count(), (3, 0));
        assert!(!rows.run(Command::Submit));
        rows.click(0);
        rows.click(0);
        assert_eq!(rows.taken().collect::<Vec<_>>(), [0]);
    }

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let rows = [["a".to_owned(), String::new()], ["åäö".to_owned(), "x".to_owned()]];
        assert_eq!(widest(rows.iter().map(<[String; 2]>::as_slice)), [3, 1]);
    }
}
