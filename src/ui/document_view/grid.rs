//! The columns of a table in the preview: how wide each is in the room there is. Where there is too little for columns
//! the cells are under each other with their titles.

use super::tone::{Runs, TextTone};
use crate::ui::widgets::runs::wrap_runs;
use crate::ui::widgets::text::width;

/// Columns between two columns.
const GAP: usize = 2;
/// A column is made narrower than its longest word only where that is longer than this.
const LEAST: usize = 14;
/// Wider than this no column asks to be.
const MOST: usize = 60;

/// The columns of a table.
#[derive(Debug)]
pub struct Grid {
    /// What each is called.
    pub titles: Vec<String>,
    /// How wide they are beside each other.
    shares: Vec<usize>,
    /// How wide they are when nothing is broken.
    natural: Vec<usize>,
    /// How wide they are when no word is.
    least: Vec<usize>,
}

impl Grid {
    /// The columns of these titles and shares, over these rows.
    pub fn new(columns: impl Iterator<Item = (String, usize)>, rows: &[Vec<Runs>]) -> Self {
        let (titles, shares): (Vec<String>, Vec<usize>) = columns.unzip();
        let longest = |text: &str| text.split_whitespace().map(width).max().unwrap_or(0);
        let mut natural: Vec<usize> = titles.iter().map(|title| width(title)).collect();
        let mut least: Vec<usize> = titles.iter().map(|title| longest(title)).collect();
        for row in rows {
            for ((wide, word), cell) in natural.iter_mut().zip(&mut least).zip(row) {
                let text: String = cell.iter().map(|(_, words)| words.as_str()).collect();
                *wide = text.lines().map(width).max().unwrap_or(0).max(*wide);
                *word = longest(&text).max(*word).min(LEAST);
            }
        }
        for wide in &mut natural {
            *wide = (*wide).clamp(1, MOST);
        }
        Self { titles, shares, natural, least }
    }

    /// How wide the columns are in so much room; `None` where it is too little for columns.
    pub fn widths(&self, columns: usize) -> Option<Vec<usize>> {
        let number = self.natural.len();
        let room = columns.checked_sub(GAP * number.saturating_sub(1))?;
        if self.natural.iter().sum::<usize>() <= room {
            return Some(self.natural.clone());
        }
        if room < self.least.iter().sum::<usize>().max(number * 7) {
            return None;
        }
        // Those that need less than their part get what they need; the others divide what is left.
        let mut widths: Vec<Option<usize>> = vec![None; number];
        loop {
            let taken: usize = widths.iter().flatten().sum();
            let open = |at: &usize| widths[*at].is_none();
            let shares: usize = (0..number).filter(open).map(|at| self.shares[at].max(1)).sum();
            let part = |at: usize| room.saturating_sub(taken) * self.shares[at].max(1) / shares.max(1);
            // A column that its part is too small for takes from the others.
            let tight = (0..number).filter(open).find(|at| part(*at) < self.least[*at]);
            let small = (0..number).filter(open).find(|at| self.natural[*at] <= part(*at));
            match (tight, small) {
                (Some(at), _) => widths[at] = Some(self.least[at]),
                (None, Some(at)) => widths[at] = Some(self.natural[at]),
                (None, None) => {
                    return Some((0..number).map(|at| widths[at].unwrap_or_else(|| part(at))).collect());
                }
            }
        }
    }

    /// The titles in so much room, with a rule under them; nothing where cells carry their titles themselves.
    pub fn head(&self, columns: usize) -> Vec<Runs> {
        let Some(widths) = self.widths(columns) else { return Vec::new() };
        let cells: Vec<Runs> =
            self.titles.iter().map(|title| vec![(TextTone::Strong, title.clone())]).collect();
        let mut rows = beside(&cells, &widths);
        let rule: Vec<String> = widths.iter().map(|wide| "─".repeat(*wide)).collect();
        rows.push(vec![(TextTone::Dim, rule.join(&" ".repeat(GAP)))]);
        rows
    }

    /// A row in so much room.
    pub fn row(&self, cells: &[Runs], columns: usize) -> Vec<Runs> {
        if let Some(widths) = self.widths(columns) {
            return beside(cells, &widths);
        }
        let mut rows = Vec::new();
        for (title, cell) in self.titles.iter().zip(cells) {
            if cell.iter().all(|(_, words)| words.trim().is_empty()) {
                continue;
            }
            let mut runs = vec![(TextTone::Dim, format!("{title}: "))];
            runs.extend(cell.iter().cloned());
            rows.extend(wrap_runs(&runs, columns));
        }
        rows.push(Runs::new());
        rows
    }
}

/// Cells beside each other.
fn beside(cells: &[Runs], widths: &[usize]) -> Vec<Runs> {
    let wrapped: Vec<Vec<Runs>> =
        cells.iter().zip(widths).map(|(cell, wide)| wrap_runs(cell, *wide)).collect();
    let tall = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    let mut rows = Vec::with_capacity(tall);
    for at in 0..tall {
        let mut row = Runs::new();
        for (cell, wide) in wrapped.iter().zip(widths) {
            let runs = cell.get(at).cloned().unwrap_or_default();
            let used: usize = runs.iter().map(|(_, words)| width(words)).sum();
            row.extend(runs);
            row.push((TextTone::Plain, " ".repeat(wide.saturating_sub(used) + GAP)));
        }
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(cells: &[&str]) -> Grid {
        let columns = cells.iter().enumerate().map(|(at, _)| (format!("T{at}"), 1));
        let row: Vec<Runs> = cells.iter().map(|cell| vec![(TextTone::Plain, (*cell).to_owned())]).collect();
        Grid::new(columns, &[row])
    }

    #[test]
    fn narrow_columns_leave_their_room_to_wide_ones() {
        let grid = grid(&["U-1", "Avtalen är för långa för att hinna ändra något alls", "Ja"]);
        assert_eq!(grid.widths(80).unwrap(), [3, 51, 2]);
        assert_eq!(grid.widths(40).unwrap(), [3, 31, 2]);
        assert_eq!(grid.widths(20), None, "too narrow for columns");
    }

    #[test]
    fn cells_are_under_each_other_where_columns_do_not_fit() {
        let cells = vec![
            vec![(TextTone::Plain, "Köp mindre".to_owned())],
            vec![(TextTone::Plain, "Lena Ek".to_owned())],
        ];
        let columns = [("Vad".to_owned(), 1), ("Vem".to_owned(), 1)];
        let grid = Grid::new(columns.into_iter(), std::slice::from_ref(&cells));
        let shown: Vec<String> = grid
            .row(&cells, 12)
            .iter()
            .map(|row| row.iter().map(|(_, words)| words.as_str()).collect())
            .collect();
        assert_eq!(shown, ["Vad: Köp", "mindre", "Vem: Lena Ek", ""]);
    }
}
