//! Finds what may be personal data in a publication. What is done about it is decided by the one who sends it.

use std::ops::Range;

use self::reading::ScannedText;
use super::calendar::Calendar;
use super::document::{Block, Document, List, ListItem, Paragraph};
use super::numbers;
use super::people::words::{Word, words};
use super::people::{KnownPeople, Mention, Naming, Who};
use super::publication::Publication;
use super::redact::{Replaced, WasName};
use super::sheet::{Cell, Sheet};
pub use crate::model::FindingKind;
use crate::model::Names;
use crate::text::hash::WordMap;
use crate::text::slice;

mod account;
mod address;
mod case;
mod lexicon;
mod network;
mod reading;
mod sensitive;
mod somebody;
mod subject;
mod user_id;
mod vehicle;

/// Something in a publication that may be personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The kind of personal data.
    pub kind: FindingKind,
    /// The words that were found, as they are written.
    pub text: String,
    /// Whom or what they are about: the name of the person where it is known whose it is, or the words themselves.
    pub about: String,
    /// Where in the publication.
    pub place: FindingPlace,
    /// Whether it was hidden as a name, though it may be something else: it does not go out, and what replaced it is
    /// shown in its place.
    pub is_hidden: bool,
}

/// The place of a finding in a publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingPlace {
    /// The part of the publication that it is in.
    pub at: PublicationPart,
    /// The heading that it is under, or the name of the sheet. Empty where there is none.
    pub heading: String,
    /// The words before and after it, on one line.
    pub excerpt: String,
    /// Which characters of the excerpt were found.
    pub found: Range<usize>,
}

impl FindingPlace {
    /// What is there now, on one line: what was found, or what replaced it where that was hidden.
    pub fn words(&self) -> String {
        self.excerpt.chars().skip(self.found.start).take(self.found.len()).collect()
    }
}

/// Where in a publication a text is, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PublicationPart {
    /// The document's title or genre.
    Title,
    /// The author, in the properties of files.
    Author,
    /// The fact with this index.
    Fact(usize),
    /// A paragraph of a block, where cells and items count in reading order.
    Block {
        /// The index of the block in the document.
        block: usize,
        /// The index of the paragraph in the block.
        paragraph: usize,
    },
    /// A cell of a sheet.
    Cell {
        /// The index of the sheet.
        sheet: usize,
        /// The index of the row, without the titles.
        row: usize,
        /// The index of the column.
        column: usize,
    },
    /// The event of the calendar with this index.
    Event(usize),
    /// Something that only formats for programs show: a tag, a remark.
    Data,
}

/// Everything in a publication that may be personal data, in reading order. `known` are the people of the material
/// *before* it was cut ([`KnownPeople::of`]): somebody whose name was left out of a field may still be named in the
/// text. Where `oneself` is said to have noted something, that is no finding: whoever looks at it knows.
pub fn check(publication: &Publication, known: &KnownPeople, oneself: Option<&str>) -> Vec<Finding> {
    let mut checker = Checker::new(known);
    checker.oneself = oneself;
    checker.scribe = publication.document.lang.words().publication.scribe;
    checker.names = publication.names;
    checker.replaced = Some(&publication.replaced);
    checker.document(&publication.document);
    checker.data(publication);
    checker.sheets(&publication.sheets);
    checker.calendar(&publication.calendar);
    checker.found
}

/// The same for a document alone.
pub fn check_document(document: &Document, known: &KnownPeople) -> Vec<Finding> {
    let mut checker = Checker::new(known);
    checker.document(document);
    checker.found
}

/// Those of the findings that are in files of these formats: pages show only the document, calendar files only dates.
pub fn within(findings: &[Finding], formats: &[&str]) -> Vec<Finding> {
    let any = |codes: &[&str]| formats.iter().any(|format| codes.contains(format));
    let is_within = |finding: &&Finding| match finding.place.at {
        PublicationPart::Cell { .. } => any(&["xlsx", "csv"]),
        PublicationPart::Event(_) => any(&["ics"]),
        PublicationPart::Author => any(&["docx", "pdf", "xlsx"]),
        PublicationPart::Data => any(&["json", "md", "txt"]),
        _ => any(&["docx", "pdf", "html", "txt", "md", "json"]),
    };
    findings.iter().filter(is_within).cloned().collect()
}

/// The findings in a text: their kinds and ranges in bytes, from left to right and without overlaps. Where two kinds
/// overlap, the more certain one wins.
pub fn scan(text: &str, known: &KnownPeople) -> Vec<(FindingKind, Range<usize>)> {
    scan_beside(text, &words(text), known, Names::Full, &[])
}

/// The same where names became what this choice says: initials are then no finding, and no replacement is one. Where
/// there was a name, there is somebody all the same: an address beside it is found.
fn scan_beside(
    text: &str,
    words: &[Word<'_>],
    known: &KnownPeople,
    names: Names,
    replaced: &[WasName<'_>],
) -> Vec<(FindingKind, Range<usize>)> {
    let places: Vec<Range<usize>> = replaced.iter().map(|was| was.at.clone()).collect();
    let mentions = known.find_beside(text, words, &places).into_iter();
    let mentions = mentions.filter(|mention| names != Names::Initials || mention.naming != Naming::Initials);
    let people: Vec<_> = mentions.map(|mention| (kind(&mention), mention.at)).collect();
    let is_name = |kind: FindingKind| matches!(kind, FindingKind::Name | FindingKind::LikelyName);
    let found = people.iter().filter(|(kind, _)| is_name(*kind)).map(|(_, at)| at.clone());
    let was = replaced.iter().filter(|was| was.is_name).map(|was| was.at.clone());
    let mut found: Vec<Range<usize>> = found.chain(was).collect();
    found.sort_by_key(|at| at.start);
    let reading = ScannedText { text, words, names: &found };
    // "trans" is a surname too.
    let (known, likely): (Vec<_>, Vec<_>) =
        people.into_iter().partition(|(kind, _)| *kind != FindingKind::LikelyName);
    let mut all = numbered(&reading);
    all.extend(known);
    all.extend(sensitive::find(&reading));
    all.extend(likely);
    // "Enhetschef hemtjänst" and "Person 2" in place of a name say nothing of their own.
    all.retain(|(_, at)| !places.iter().any(|own| own.start <= at.start && at.end <= own.end));
    let mut apart: Vec<(FindingKind, Range<usize>)> = Vec::new();
    for (kind, at) in all {
        if !apart.iter().any(|(_, other)| at.start < other.end && other.start < at.end) {
            apart.push((kind, at));
        }
    }
    apart.sort_by_key(|(_, at)| at.start);
    apart
}

/// What a mention of somebody reveals.
fn kind(mention: &Mention) -> FindingKind {
    mention.naming.contact().unwrap_or(match mention.who {
        Who::One(_) | Who::Somebody => FindingKind::Name,
        Who::Stranger => FindingKind::LikelyName,
    })
}

/// What has digits, the more certain first.
fn numbered(reading: &ScannedText<'_>) -> Vec<(FindingKind, Range<usize>)> {
    let groups = digit_groups(reading.text);
    if groups.is_empty() {
        return Vec::new();
    }
    let mut all = Vec::new();
    let mut add =
        |kind: FindingKind, found: Vec<Range<usize>>| all.extend(found.into_iter().map(|at| (kind, at)));
    let numbers = numbers::find(reading.text);
    let of = |kind: FindingKind| {
        numbers.iter().filter(|(own, _)| *own == kind).map(|(_, at)| at.clone()).collect::<Vec<_>>()
    };
    let phones = of(FindingKind::Phone);
    add(FindingKind::Network, network::find(reading));
    add(FindingKind::Account, account::find(reading, &groups, &phones));
    add(FindingKind::Handle, user_id::find(reading, &groups));
    add(FindingKind::PersonalNumber, of(FindingKind::PersonalNumber));
    add(FindingKind::Case, case::find(reading, &groups));
    add(FindingKind::Vehicle, vehicle::find(reading, &groups));
    add(FindingKind::Address, address::find(reading, &groups));
    all
}

/// The groups of digits in a text, in bytes.
fn digit_groups(text: &str) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match groups.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end += 1,
            None => groups.push(at..at + 1),
        }
    }
    groups
}

/// What a text has, ranges in bytes.
struct Looked {
    /// Each with the name of the person whom it means, or its words.
    found: Vec<(FindingKind, Range<usize>, String)>,
    /// What was hidden in doubt, as it was written, and where that was.
    in_doubt: Vec<(String, Range<usize>)>,
}

struct Checker<'a> {
    known: &'a KnownPeople,
    /// The name of whoever looks.
    oneself: Option<&'a str>,
    /// The label of those who noted something.
    scribe: &'static str,
    /// Initials are what the names became, where that was chosen.
    names: Names,
    replaced: Option<&'a Replaced>,
    /// The findings of texts that were scanned already: the title of a meeting is in every row of a sheet, and the same
    /// words are in the document and in sheets.
    seen: WordMap<String, Looked>,
    found: Vec<Finding>,
}

impl<'a> Checker<'a> {
    fn new(known: &'a KnownPeople) -> Self {
        Self {
            known,
            oneself: None,
            scribe: "",
            names: Names::Full,
            replaced: None,
            seen: WordMap::default(),
            found: Vec::new(),
        }
    }

    fn look(&mut self, text: &str, heading: &str, at: PublicationPart) {
        if !self.seen.contains_key(text) {
            self.seen.insert(text.to_owned(), self.looked(text));
        }
        let (oneself, scribe) = (self.oneself, self.scribe);
        let is_own_note = |range: &Range<usize>| {
            let label = slice(text, ..range.start).strip_suffix(": ");
            oneself == Some(slice(text, range.clone())) && label.is_some_and(|label| label.ends_with(scribe))
        };
        let Some(Looked { found, in_doubt }) = self.seen.get(text) else { return };
        for (kind, range, about) in found.iter().filter(|(_, range, _)| !is_own_note(range)) {
            let (excerpt, found) = excerpt(text, range);
            let text = slice(text, range.clone()).to_owned();
            let about = about.clone();
            let place = FindingPlace { at, heading: heading.to_owned(), excerpt, found };
            self.found.push(Finding { kind: *kind, text, about, place, is_hidden: false });
        }
        for (word, range) in in_doubt {
            let (excerpt, found) = excerpt(text, range);
            let place = FindingPlace { at, heading: heading.to_owned(), excerpt, found };
            let (kind, text) = (FindingKind::LikelyName, word.clone());
            self.found.push(Finding { kind, about: text.clone(), text, place, is_hidden: true });
        }
    }

    fn looked(&self, text: &str) -> Looked {
        let words = words(text);
        let replaced = self.replaced.map(|replaced| replaced.find(text, &words)).unwrap_or_default();
        let found = scan_beside(text, &words, self.known, self.names, &replaced);
        let in_doubt = replaced.iter().flat_map(|was| was.in_doubt.iter().map(|word| (word, &was.at)));
        Looked {
            in_doubt: in_doubt.map(|(word, at)| (word.clone(), at.clone())).collect(),
            found: found
                .into_iter()
                .map(|(kind, at)| (kind, at.clone(), self.about(slice(text, at))))
                .collect(),
        }
    }

    fn about(&self, words: &str) -> String {
        self.known.meant(words).unwrap_or(words).to_owned()
    }

    fn document(&mut self, document: &Document) {
        self.look(document.genre.as_deref().unwrap_or_default(), "", PublicationPart::Title);
        self.look(&document.title, "", PublicationPart::Title);
        for (at, fact) in document.facts.iter().enumerate() {
            if fact.label != self.scribe || !self.is_oneself(&fact.value) {
                self.look(&fact.value, &fact.label, PublicationPart::Fact(at));
            }
        }
        let mut heading = "";
        let pen = document.lang.words().publication.at_the_pen;
        for (block, content) in document.blocks.iter().enumerate() {
            let mut paragraph = 0;
            let mut text = |checker: &mut Self, text: &str| {
                checker.look(text, heading, PublicationPart::Block { block, paragraph });
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
                // The sign-off begins with a paragraph instead of a heading.
                Block::Paragraph(words) if words.text() == pen => heading = pen,
                _ => {}
            }
        }
        // The author is in the properties of a file, and usually in the document too.
        self.look(document.author.as_deref().unwrap_or_default(), "", PublicationPart::Author);
    }

    fn data(&mut self, publication: &Publication) {
        let Some(minutes) = &publication.minutes else { return };
        for section in &minutes.sections {
            for tag in section.entries.iter().flat_map(|entry| &entry.tags) {
                self.look(tag, &section.heading, PublicationPart::Data);
            }
        }
        minutes.remarks.iter().for_each(|remark| self.look(&remark.message, "", PublicationPart::Data));
    }

    fn is_oneself(&self, name: &str) -> bool {
        self.oneself == Some(name)
    }

    fn sheets(&mut self, sheets: &[Sheet]) {
        for (sheet, content) in sheets.iter().enumerate() {
            for (row, cells) in content.rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    let at = PublicationPart::Cell { sheet, row, column };
                    let is_scribe =
                        content.columns.get(column).is_some_and(|column| column.title == self.scribe);
                    match cell {
                        Cell::Text(text) if is_scribe && self.is_oneself(text) => {}
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
                self.look(text, &calendar.name, PublicationPart::Event(at));
            }
        }
    }
}

fn in_list(list: &List, look: &mut impl FnMut(&Paragraph)) {
    for ListItem { paragraphs, under } in &list.items {
        paragraphs.iter().for_each(&mut *look);
        for list in under {
            in_list(list, look);
        }
    }
}

/// How many characters an excerpt has before and after what was found.
const CONTEXT: usize = 30;

/// A range of a text with its context on one line, and which characters of that are the range.
fn excerpt(text: &str, at: &Range<usize>) -> (String, Range<usize>) {
    let line = |text: &str| text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    let (before, after) = (slice(text, ..at.start), slice(text, at.end..));
    let mut excerpt = String::new();
    let long = before.chars().count() > CONTEXT;
    let start = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let near = slice(before, start..);
    // Begin with a whole word.
    let near = if long { near.split_once(' ').map_or(near, |(_, words)| words) } else { near };
    if long {
        excerpt.push('…');
    }
    excerpt.push_str(&line(near));
    let first = excerpt.chars().count();
    excerpt.push_str(&line(slice(text, at.clone())));
    let last = excerpt.chars().count();
    let near: String = after.chars().take(CONTEXT).collect();
    if after.chars().nth(CONTEXT).is_some() {
        excerpt.push_str(&line(near.rsplit_once(' ').map_or(near.as_str(), |(words, _)| words)));
        excerpt.push('…');
    } else {
        excerpt.push_str(&line(&near));
    }
    (excerpt, first..last)
}
