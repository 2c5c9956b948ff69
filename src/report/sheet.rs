//! A table of data: typed cells under titles, for a spreadsheet. It knows no file format.

use chrono::NaiveDate;

/// A sheet. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// In the language of the reader; unique among the sheets of a publication.
    pub name: String,
    /// From left to right.
    pub columns: Vec<SheetColumn>,
    /// From top to bottom, without the titles.
    pub rows: Vec<Vec<Cell>>,
}

/// The title of a column and how wide it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetColumn {
    /// The text of its header cell.
    pub title: String,
    /// In characters. Longer text is wrapped.
    pub width: u16,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing to sort or filter by: a filter lists it among the blanks.
    Empty,
    /// Lines separated by `\n`. Never a formula, whatever it begins with.
    Text(String),
    /// A number to calculate with.
    Number(i64),
    /// A date to sort and filter by.
    Date(NaiveDate),
}

impl Cell {
    /// [`Cell::Empty`] for an empty text.
    pub fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Empty } else { Self::Text(words) }
    }

    /// [`Cell::Empty`] for no date.
    pub fn date(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Date)
    }
}
