//! A table of data: typed cells under titles, for a spreadsheet. It knows no file.

use chrono::NaiveDate;

/// A sheet. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What it is called, in the language of the reader; unlike every other sheet of its workbook.
    pub name: String,
    /// Its columns from left to right.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its title.
    pub title: String,
    /// How wide it is, in characters. Longer text is wrapped.
    pub width: u16,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words; `\n` breaks a line. Never a formula, whatever they begin with.
    Text(String),
    /// A number to calculate with.
    Number(i64),
    /// A day to sort and filter by.
    Date(NaiveDate),
}

impl Cell {
    /// A cell with words, or an empty one.
    pub fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Empty } else { Self::Text(words) }
    }

    /// A cell with a day, or an empty one.
    pub fn date(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Date)
    }
}
