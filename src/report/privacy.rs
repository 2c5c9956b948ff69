//! What in a paper may tell something about a person, each with its place. It finds and says where; what is done about
//! it is for the one who sends the paper.

use std::collections::HashMap;
use std::ops::Range;

use self::sensitive::Lexicon;
use super::document::{Block, Document, Item, List, Paragraph};
use super::names::People;
use super::names::words::words;
use super::sheet::Cell;
use super::{Calendar, Paper, Sheet};
pub use crate::model::FindingKind;
use crate::text::slice;

mod likely;
mod numbers;
mod sensitive;

/// Something in a paper that may tell something about a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// The words that were found, as they stand.
    pub text: String,
    /// Where they stand.
    pub place: Place,
}

/// Where something stands in a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What it stands in.
    pub at: At,
    /// The heading it stands under; the sheet's name in a sheet. Empty where there is none.
    pub heading: String,
    /// Some words around it, on one line.
    pub excerpt: String,
    /// Which characters of the excerpt are what was found.
    pub found: Range<usize>,
}

/// A part of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum At {
    /// The document's title or what it calls itself.
    Title,
    /// Who made it, in its properties.
    Author,
    /// The fact with this number.
    Fact(usize),
    /// Within the block with this number: the paragraph with this number of it, cells and items in reading order.
    Block {
        /// Which of the document's blocks.
        block: usize,
        /// Which of its paragraphs.
        paragraph: usize,
    },
    /// A cell of a sheet.
    Cell {
        /// Which sheet.
        sheet: usize,
        /// Which of its rows, without the titles.
        row: usize,
        /// Which of its columns.
        column: usize,
    },
    /// An event of the calendar.
    Event(usize),
    /// Only in formats for programs: a tag, a remark.
    Data,
}

/// Everything in a paper that may tell something about a person, in the order in which it stands. `known` are the people
/// of the material *before* it was cut ([`People::of`]): one whose name was left out may still be named in the text.
pub fn check(paper: &Paper, known: &People) -> Vec<Finding> {
    let mut desk = Desk::new(known);
    desk.document(&paper.document);
    desk.data(paper);
    desk.sheets(&paper.sheets);
    desk.calendar(&paper.calendar);
    desk.found
}

/// The same of the document alone, for formats that hold nothing else.
pub fn check_document(document: &Document, known: &People) -> Vec<Finding> {
    let mut desk = Desk::new(known);
    desk.document(document);
    desk.found
}

/// Those of the findings that stand in files of these formats: pages show the document alone, a calendar its days.
pub fn within(findings: &[Finding], formats: &[&str]) -> Vec<Finding> {
    let any = |codes: &[&str]| formats.iter().any(|format| codes.contains(format));
    let is_within = |finding: &&Finding| match finding.place.at {
        At::Cell { .. } => any(&["xlsx", "csv"]),
        At::Event(_) => any(&["ics"]),
        At::Author => any(&["docx", "pdf", "xlsx"]),
        At::Data => any(&["json", "md", "txt"]),
        _ => any(&["docx", "pdf", "html", "txt", "md", "json"]),
    };
    findings.iter().filter(is_within).cloned().collect()
}

/// What one text holds: kinds and places in bytes, from left to right and without overlaps. Where two kinds meet, the
/// more certain one counts.
pub fn scan(text: &str, known: &People) -> Vec<(FindingKind, Range<usize>)> {
    scan_with(text, known, &Lexicon::new())
}

fn scan_with(text: &str, known: &People, lexicon: &Lexicon) -> Vec<(FindingKind, Range<usize>)> {
    let words = words(text);
    let (sensitive, likely) = (lexicon.find(text, &words), likely::find(text, &words));
    let mut all = numbers::find(text);
    all.extend(known.find_among(text, words).into_iter().map(|named| (FindingKind::Name, named.at)));
    all.extend(sensitive);
    all.extend(likely);
    let mut apart: Vec<(FindingKind, Range<usize>)> = Vec::new();
    for (kind, at) in all {
        if !apart.iter().any(|(_, other)| at.start < other.end && other.start < at.end) {
            apart.push((kind, at));
        }
    }
    apart.sort_by_key(|(_, at)| at.start);
    apart
}

struct Desk<'a> {
    known: &'a People,
    lexicon: Lexicon,
    /// What was looked at: the title of a meeting stands in every row of a sheet, and what was said in pages and sheets.
    seen: HashMap<String, Vec<(FindingKind, Range<usize>)>>,
    found: Vec<Finding>,
}

impl<'a> Desk<'a> {
    fn new(known: &'a People) -> Self {
        Self { known, lexicon: Lexicon::new(), seen: HashMap::new(), found: Vec::new() }
    }

    fn look(&mut self, text: &str, heading: &str, at: At) {
        if !self.seen.contains_key(text) {
            self.seen.insert(text.to_owned(), scan_with(text, self.known, &self.lexicon));
        }
        for (kind, range) in self.seen.get(text).into_iter().flatten() {
            let (excerpt, found) = excerpt(text, range);
            let text = slice(text, range.clone()).to_owned();
            let place = Place { at, heading: heading.to_owned(), excerpt, found };
            self.found.push(Finding { kind: *kind, text, place });
        }
    }

    fn document(&mut self, document: &Document) {
        self.look(document.genre.as_deref().unwrap_or_default(), "", At::Title);
        self.look(&document.title, "", At::Title);
        for (at, fact) in document.facts.iter().enumerate() {
            self.look(&fact.value, &fact.label, At::Fact(at));
        }
        let mut heading = "";
        let pen = document.lang.words().paper.at_the_pen;
        for (block, content) in document.blocks.iter().enumerate() {
            let mut paragraph = 0;
            let mut text = |desk: &mut Self, text: &str| {
                desk.look(text, heading, At::Block { block, paragraph });
                paragraph += 1;
            };
            match content {
                Block::Heading { text: words, .. } => text(self, words),
                Block::Paragraph(words) => text(self, &words.text()),
                Block::List(list) => in_list(list, &mut |words| text(self, &words.text())),
                Block::Table(table) => {
                    table.columns.iter().for_each(|column| text(self, &column.title));
                    table.rows.iter().flatten().flatten().for_each(|words| text(self, &words.text()));
                }
            }
            match content {
                Block::Heading { text, .. } => heading = text,
                // The sign-off has no heading of its own.
                Block::Paragraph(words) if words.text() == pen => heading = pen,
                _ => {}
            }
        }
        // The author is told in the properties of a file, and stands in the document as a rule.
        self.look(document.author.as_deref().unwrap_or_default(), "", At::Author);
    }

    fn data(&mut self, paper: &Paper) {
        let Some(minutes) = &paper.minutes else { return };
        for section in &minutes.sections {
            for tag in section.entries.iter().flat_map(|entry| &entry.tags) {
                self.look(tag, &section.heading, At::Data);
            }
        }
        minutes.remarks.iter().for_each(|remark| self.look(&remark.message, "", At::Data));
    }

    fn sheets(&mut self, sheets: &[Sheet]) {
        for (sheet, content) in sheets.iter().enumerate() {
            for (row, cells) in content.rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    let at = At::Cell { sheet, row, column };
                    match cell {
                        Cell::Text(text) => self.look(text, &content.name, at),
                        Cell::Number(number) => self.look(&number.to_string(), &content.name, at),
                        _ => {}
                    }
                }
            }
        }
    }

    fn calendar(&mut self, calendar: &Calendar) {
        for (at, event) in calendar.events.iter().enumerate() {
            for text in [&event.title, &event.about, &event.place] {
                self.look(text, &calendar.name, At::Event(at));
            }
        }
    }
}

fn in_list(list: &List, look: &mut impl FnMut(&Paragraph)) {
    for Item { paragraphs, under } in &list.items {
        paragraphs.iter().for_each(&mut *look);
        for list in under {
            in_list(list, look);
        }
    }
}

/// How many characters stand in an excerpt before and after what was found.
const AROUND: usize = 30;

/// The words around a place, on one line; and which of its characters are what was found.
fn excerpt(text: &str, at: &Range<usize>) -> (String, Range<usize>) {
    let line = |text: &str| text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    let (before, after) = (slice(text, ..at.start), slice(text, at.end..));
    let mut excerpt = String::new();
    let long = before.chars().count() > AROUND;
    let start = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let near = slice(before, start..);
    // From the next whole word on.
    let near = if long { near.split_once(' ').map_or(near, |(_, words)| words) } else { near };
    if long {
        excerpt.push('…');
    }
    excerpt.push_str(&line(near));
    let first = excerpt.chars().count();
    excerpt.push_str(&line(slice(text, at.clone())));
    let last = excerpt.chars().count();
    let near: String = after.chars().take(AROUND).collect();
    if after.chars().nth(AROUND).is_some() {
        excerpt.push_str(&line(near.rsplit_once(' ').map_or(near.as_str(), |(words, _)| words)));
        excerpt.push('…');
    } else {
        excerpt.push_str(&line(&near));
    }
    (excerpt, first..last)
}
