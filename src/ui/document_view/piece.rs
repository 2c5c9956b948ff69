//! A publication → the pieces of its preview: what is read from top to bottom, each piece to be broken into rows where
//! it is shown. It knows neither width nor colours.

use std::sync::Arc;

use super::grid::Grid;
use super::tone::{Runs, TextTone};
use crate::report::Calendar;
use crate::report::document::{
    Block, Document, Fact, List, ListItem, ListMarkers, Paragraph, Run, Style, Table,
};
use crate::report::sheet::{Cell, Sheet};
use crate::ui::widgets::runs;
use crate::ui::widgets::text::width;

/// A piece of the preview.
#[derive(Debug)]
pub enum ViewPiece {
    /// An empty row.
    Blank,
    /// Words that hang under each other.
    Text {
        /// Columns before it.
        indent: usize,
        /// What comes before its first row only: a bullet, a label.
        lead: runs::StyledRun<TextTone>,
        /// Columns of the lead; the words of every row begin after them.
        hang: usize,
        /// What it says, each part in its tone.
        runs: Runs,
    },
    /// The titles of a table.
    Head(Arc<Grid>),
    /// A row of a table.
    Row(Arc<Grid>, Vec<Runs>),
}

/// The widest label that a value is beside.
const LABEL: usize = 22;

impl ViewPiece {
    fn plain(indent: usize, runs: Runs) -> Self {
        Self::Text { indent, lead: (TextTone::Plain, String::new()), hang: 0, runs }
    }

    fn line(tone: TextTone, text: &str) -> Self {
        Self::plain(0, vec![(tone, text.to_owned())])
    }

    /// Its words, if it is a heading.
    pub fn heading(&self) -> Option<&str> {
        match self {
            Self::Text { runs, .. } => match runs.as_slice() {
                [(TextTone::Heading | TextTone::Subheading, words)] => Some(words),
                _ => None,
            },
            _ => None,
        }
    }

    /// Its words, to look for something in.
    pub fn words(&self) -> String {
        let of = |runs: &Runs| runs.iter().map(|(_, words)| words.as_str()).collect::<String>();
        match self {
            Self::Blank => String::new(),
            Self::Text { lead, runs, .. } => format!("{}{}", lead.1, of(runs)),
            Self::Head(grid) => grid.titles.join(" "),
            Self::Row(_, cells) => cells.iter().map(of).collect::<Vec<_>>().join(" "),
        }
    }
}

/// A document as it will be read.
pub fn document(document: &Document) -> Vec<ViewPiece> {
    let mut pieces = Vec::new();
    pieces.extend(document.mark.iter().map(|mark| ViewPiece::line(TextTone::Mark, mark)));
    pieces.extend(document.genre.iter().map(|genre| ViewPiece::line(TextTone::Dim, genre)));
    pieces.push(ViewPiece::line(TextTone::Strong, &document.title));
    if !document.facts.is_empty() {
        pieces.push(ViewPiece::Blank);
        facts(&mut pieces, &document.facts);
    }
    for block in &document.blocks {
        pieces.push(ViewPiece::Blank);
        match block {
            Block::Heading { level, text } => {
                let tone = if *level <= 1 { TextTone::Heading } else { TextTone::Subheading };
                pieces.push(ViewPiece::line(tone, text));
            }
            Block::Paragraph(words) => pieces.push(paragraph(words, 0)),
            Block::List(words) => list(&mut pieces, words, 0),
            Block::Table(words) => table(&mut pieces, words),
        }
    }
    pieces
}

fn facts(pieces: &mut Vec<ViewPiece>, facts: &[Fact]) {
    let hang = facts.iter().map(|fact| width(&fact.label)).filter(|label| *label <= LABEL).max();
    let hang = hang.unwrap_or(0) + 2;
    for Fact { label, value } in facts {
        let runs = vec![(TextTone::Plain, value.clone())];
        // A long label has a row of its own.
        if width(label) + 2 > hang {
            pieces.push(ViewPiece::line(TextTone::Dim, label));
            pieces.push(ViewPiece::Text {
                indent: hang,
                lead: (TextTone::Dim, String::new()),
                hang: 0,
                runs,
            });
        } else {
            pieces.push(ViewPiece::Text { indent: 0, lead: (TextTone::Dim, label.clone()), hang, runs });
        }
    }
}

fn set(paragraph: &Paragraph) -> Runs {
    let tone = |run: &Run| match (paragraph.style, run.strong) {
        (Style::Response, true) => TextTone::Answered,
        (Style::Response, false) => TextTone::Response,
        (Style::Details, _) => TextTone::Dim,
        (_, true) => TextTone::Strong,
        (_, false) => TextTone::Plain,
    };
    paragraph.runs.iter().map(|run| (tone(run), run.text.clone())).collect()
}

fn paragraph(paragraph: &Paragraph, indent: usize) -> ViewPiece {
    let quoted = if paragraph.style == Style::Quote { 4 } else { 0 };
    ViewPiece::plain(indent + quoted, set(paragraph))
}

fn list(pieces: &mut Vec<ViewPiece>, list: &List, indent: usize) {
    let most = list.items.len().saturating_sub(1);
    let marker = |at: usize| match list.markers {
        ListMarkers::Bullets => "•".to_owned(),
        ListMarkers::Numbers(first) => format!("{}.", usize::try_from(first).unwrap_or_default() + at),
    };
    let hang = width(&marker(most)) + 1;
    for (at, ListItem { paragraphs, under }) in list.items.iter().enumerate() {
        let mut paragraphs = paragraphs.iter();
        let runs = paragraphs.next().map(set).unwrap_or_default();
        pieces.push(ViewPiece::Text { indent, lead: (TextTone::Plain, marker(at)), hang, runs });
        pieces.extend(paragraphs.map(|words| paragraph(words, indent + hang)));
        for list in under {
            self::list(pieces, list, indent + hang);
        }
    }
}

fn table(pieces: &mut Vec<ViewPiece>, table: &Table) {
    let cell = |paragraphs: &Vec<Paragraph>| {
        let mut runs = Runs::new();
        for (at, words) in paragraphs.iter().enumerate() {
            if at > 0 {
                runs.push((TextTone::Plain, "\n".to_owned()));
            }
            runs.extend(set(words));
        }
        runs
    };
    let rows: Vec<Vec<Runs>> = table.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    let columns = table.columns.iter().map(|column| (column.title.clone(), usize::from(column.share)));
    grid(pieces, columns, rows);
}

fn grid(pieces: &mut Vec<ViewPiece>, columns: impl Iterator<Item = (String, usize)>, rows: Vec<Vec<Runs>>) {
    let grid = Arc::new(Grid::new(columns, &rows));
    pieces.push(ViewPiece::Head(Arc::clone(&grid)));
    pieces.extend(rows.into_iter().map(|row| ViewPiece::Row(Arc::clone(&grid), row)));
}

/// Sheets as tables, one under the other.
pub fn sheets(sheets: &[Sheet]) -> Vec<ViewPiece> {
    let mut pieces = Vec::new();
    let cell = |cell: &Cell| {
        let words = match cell {
            Cell::Empty => String::new(),
            Cell::Text(words) => words.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Date(day) => day.to_string(),
        };
        vec![(TextTone::Plain, words)]
    };
    for sheet in sheets {
        if !pieces.is_empty() {
            pieces.push(ViewPiece::Blank);
        }
        pieces.push(ViewPiece::line(TextTone::Heading, &sheet.name));
        pieces.push(ViewPiece::Blank);
        let rows: Vec<Vec<Runs>> = sheet.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        let columns = sheet.columns.iter().map(|column| (column.title.clone(), usize::from(column.width)));
        grid(&mut pieces, columns, rows);
    }
    pieces
}

/// Days, each with what happens.
pub fn calendar(calendar: &Calendar) -> Vec<ViewPiece> {
    let mut pieces = vec![ViewPiece::line(TextTone::Strong, &calendar.name)];
    for event in &calendar.events {
        let day = event.date.to_string();
        let hang = width(&day) + 2;
        let time = event.time.map(|time| format!("{time}  ")).unwrap_or_default();
        let tone = if event.is_cancelled { TextTone::Dim } else { TextTone::Plain };
        let runs = vec![(TextTone::Dim, time), (tone, event.title.clone())];
        pieces.push(ViewPiece::Blank);
        pieces.push(ViewPiece::Text { indent: 0, lead: (TextTone::Strong, day), hang, runs });
        for more in [&event.place, &event.about] {
            if !more.is_empty() {
                pieces.push(ViewPiece::plain(hang, vec![(TextTone::Dim, more.clone())]));
            }
        }
    }
    pieces
}

/// Text as it is in a file; a wrapped line hangs under its first word.
pub fn text(text: &str) -> Vec<ViewPiece> {
    let line = |line: &str| {
        let words = line.trim_start();
        let indent = width(line).saturating_sub(width(words)).min(20);
        let marker = words.split_once(' ').map_or("", |(first, _)| first);
        let is_marker = !marker.is_empty() && width(marker) <= 2 && !marker.contains(char::is_alphanumeric);
        let (lead, words) = if is_marker { words.split_once(' ').unwrap_or_default() } else { ("", words) };
        let hang = if is_marker { width(lead) + 1 } else { 0 };
        let runs = vec![(TextTone::Plain, words.to_owned())];
        ViewPiece::Text { indent, lead: (TextTone::Plain, lead.to_owned()), hang, runs }
    };
    text.lines().map(line).collect()
}
