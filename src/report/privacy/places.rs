//! Every text of a publication with its place, in reading order. It knows what a publication has, and looks for
//! nothing.

use std::borrow::Cow;

use super::PublicationPart;
use crate::report::calendar::Calendar;
use crate::report::document::{Block, Document, List, ListItem, Paragraph};
use crate::report::publication::Publication;
use crate::report::sheet::{Cell, Sheet};

/// A text of a publication.
#[derive(Debug)]
pub(super) struct TextPlace<'a> {
    pub text: Cow<'a, str>,
    /// The heading that it is under, or the name of its sheet.
    pub heading: &'a str,
    pub at: PublicationPart,
}

/// All of a publication but the cells where somebody, `oneself`, is said to have noted something.
pub(super) fn of<'a>(publication: &'a Publication, oneself: Option<&'a str>) -> Vec<TextPlace<'a>> {
    let scribe = publication.document.lang.words().publication.scribe;
    let mut places = PlaceCollector { oneself, scribe, all: Vec::new() };
    places.document(&publication.document);
    places.data(publication);
    places.sheets(&publication.sheets);
    places.calendar(&publication.calendar);
    places.all
}

/// Those of a document alone.
pub(super) fn of_document(document: &Document) -> Vec<TextPlace<'_>> {
    let mut places = PlaceCollector { oneself: None, scribe: "", all: Vec::new() };
    places.document(document);
    places.all
}

struct PlaceCollector<'a> {
    oneself: Option<&'a str>,
    /// The label of those who noted something.
    scribe: &'static str,
    all: Vec<TextPlace<'a>>,
}

impl<'a> PlaceCollector<'a> {
    fn add(&mut self, text: impl Into<Cow<'a, str>>, heading: &'a str, at: PublicationPart) {
        self.all.push(TextPlace { text: text.into(), heading, at });
    }

    fn document(&mut self, document: &'a Document) {
        self.add(document.genre.as_deref().unwrap_or_default(), "", PublicationPart::Title);
        self.add(&document.title, "", PublicationPart::Title);
        for (at, fact) in document.facts.iter().enumerate() {
            self.add(&fact.value, &fact.label, PublicationPart::Fact(at));
        }
        let mut heading = "";
        let pen = document.lang.words().publication.at_the_pen;
        for (block, content) in document.blocks.iter().enumerate() {
            let mut paragraph = 0;
            let mut text = |places: &mut Self, text: Cow<'a, str>| {
                places.add(text, heading, PublicationPart::Block { block, paragraph });
                paragraph += 1;
            };
            match content {
                Block::Heading { text: words, .. } => text(self, words.into()),
                Block::Paragraph(words) => text(self, said(words)),
                Block::List(list) => in_list(list, &mut |words| text(self, said(words))),
                Block::Table(table) => {
                    table.columns.iter().for_each(|column| text(self, (&column.title).into()));
                    table.rows.iter().flatten().flatten().for_each(|words| text(self, said(words)));
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
        self.add(document.author.as_deref().unwrap_or_default(), "", PublicationPart::Author);
    }

    fn data(&mut self, publication: &'a Publication) {
        let Some(minutes) = &publication.minutes else { return };
        for section in &minutes.sections {
            for tag in section.entries.iter().flat_map(|entry| &entry.tags) {
                self.add(tag, &section.heading, PublicationPart::Data);
            }
        }
        minutes.remarks.iter().for_each(|remark| self.add(&remark.message, "", PublicationPart::Data));
    }

    fn is_oneself(&self, name: &str) -> bool {
        self.oneself == Some(name)
    }

    fn sheets(&mut self, sheets: &'a [Sheet]) {
        for (sheet, content) in sheets.iter().enumerate() {
            for (row, cells) in content.rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    let at = PublicationPart::Cell { sheet, row, column };
                    let is_scribe =
                        content.columns.get(column).is_some_and(|column| column.title == self.scribe);
                    match cell {
                        Cell::Text(text) if is_scribe && self.is_oneself(text) => {}
                        Cell::Text(text) => self.add(text, &content.name, at),
                        Cell::Number(number) => self.add(number.to_string(), &content.name, at),
                        _ => {}
                    }
                }
            }
        }
    }

    fn calendar(&mut self, calendar: &'a Calendar) {
        for (at, event) in calendar.events.iter().enumerate() {
            for text in [&event.title, &event.about, &event.place] {
                self.add(text, &calendar.name, PublicationPart::Event(at));
            }
        }
    }
}

fn said(paragraph: &Paragraph) -> Cow<'_, str> {
    match paragraph.runs.as_slice() {
        [run] => (&run.text).into(),
        _ => paragraph.text().into(),
    }
}

fn in_list<'a>(list: &'a List, look: &mut impl FnMut(&'a Paragraph)) {
    for ListItem { paragraphs, under } in &list.items {
        paragraphs.iter().for_each(&mut *look);
        for list in under {
            in_list(list, look);
        }
    }
}
