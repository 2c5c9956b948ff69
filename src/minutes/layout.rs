//! How a paper lies in plain text: its lines, its empty lines, its indents. What reading understands and what
//! writing sets down meet here, so that what was written is read as the same paper.

use crate::i18n::{Words, format, labels};
use crate::model::{Due, Kind, SectionKind};

use super::read::heading::{Shape, is_numbered_candidate, shape};
use super::read::meaning::{self, Context};
use super::read::promise::People;
use super::read::{header, response, signoff};
use super::{Entry, Minutes, Section};
use crate::text::safe;

/// The minutes as text, lines ended by `\n`. Empty minutes give an empty text.
///
/// Everything is set with one empty line between, but the items of a list. A paragraph that looks like a heading
/// and is none stands right under the line before it, as it did where it was read.
pub fn text(minutes: &Minutes, words: &Words) -> String {
    let people = People::of(&minutes.fields, &minutes.signoff);
    let mut page = Page { text: String::new(), words, people: &people };
    page.block(&minutes.title);
    for field in &minutes.fields {
        match &field.as_written {
            Some(written) => page.block(written),
            None => page.block(&header::canonical(&field.label, &field.value)),
        }
    }
    for section in &minutes.sections {
        page.section(section, minutes);
    }
    if let Some(written) = &minutes.signoff_as_written {
        page.block(written);
    } else if minutes.signatures_below().next().is_some() {
        page.block(&signoff::canonical(minutes.signatures_below(), words.lang));
    }
    // What was composed may hold anything; on paper no character moves a cursor.
    safe::lines(&page.text)
}

struct Page<'w> {
    text: String,
    words: &'w Words,
    people: &'w People,
}

impl Page<'_> {
    /// Something with an empty line above it.
    fn block(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.row(text);
    }

    /// Something right under the line before it.
    fn row(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn section(&mut self, section: &Section, minutes: &Minutes) {
        self.block(section.as_written.as_deref().unwrap_or(&section.heading));
        for (at, paragraph) in section.intro.iter().enumerate() {
            let is_first = at == 0 && section.heading.is_empty();
            self.paragraph(paragraph, is_first);
        }
        let context = Context {
            section: section.kind,
            heading: &section.heading,
            date: minutes.date,
            people: self.people,
        };
        let is_list = section.entries.iter().any(|entry| !mark(entry).is_empty());
        for (at, entry) in section.entries.iter().enumerate() {
            let base = base_kind(mark(entry), is_list, section.kind);
            let text = self.entry_text(entry, base, context);
            match mark(entry) {
                "" => {
                    self.paragraph(&text, at == 0 && section.heading.is_empty() && section.intro.is_empty());
                }
                mark => {
                    let item = format!("{:indent$}{mark} {text}", "", indent = usize::from(entry.depth) * 2);
                    let stands_apart = at == 0 && !is_numbered_candidate(&item);
                    if stands_apart { self.block(&item) } else { self.row(&item) }
                }
            }
        }
    }

    /// A paragraph; the first one of a paper may stand apart whatever it looks like.
    fn paragraph(&mut self, text: &str, is_first: bool) {
        let is_tight = !is_first && shape(text) != Shape::Text && !self.text.trim_end().ends_with(',');
        if is_tight { self.row(text) } else { self.block(text) }
    }

    fn entry_text(&self, entry: &Entry, base: Kind, context: Context<'_>) -> String {
        let mut text = String::new();
        let mut told = meaning::of(&entry.text, mark(entry), base, context);
        if !told.kind.same_kind(entry.kind) && !matches!(entry.kind, Kind::Note(_)) {
            text.push_str(&format::capitalised(labels::kind(self.words.lang, entry.kind)));
            text.push_str(": ");
            told = meaning::of(&format!("{text}{}", entry.text), mark(entry), base, context);
        }
        text.push_str(&entry.text);
        text.push_str(&self.details(entry, told.owner.as_deref(), told.due.as_ref()));
        for response in &entry.responses {
            let written = response::as_text(response, self.words.lang);
            match written.strip_prefix('\n') {
                Some(row) => {
                    text.push('\n');
                    text.push_str(&" ".repeat(usize::from(entry.depth) * 2 + 2));
                    text.push_str(row);
                }
                None => text.push_str(&written),
            }
        }
        text
    }

    /// Who answers for an entry and by when, where its words do not tell.
    fn details(&self, entry: &Entry, owner: Option<&str>, due: Option<&Due>) -> String {
        let paper = &self.words.reading;
        let owner = entry
            .owner
            .as_deref()
            .filter(|name| owner != Some(*name))
            .map(|name| format!("{}: {name}", paper.owner));
        let due = entry
            .due
            .as_ref()
            .filter(|it| due != Some(*it))
            .map(|due| format!("{}: {}", paper.due, due.iso()));
        let details: Vec<String> = owner.into_iter().chain(due).collect();
        if details.is_empty() { String::new() } else { format!(" ({})", details.join(", ")) }
    }
}

/// What stands before an entry; what was caught at a meeting gets a dash.
fn mark(entry: &Entry) -> &str {
    entry.as_written.as_deref().unwrap_or("-")
}

/// The kind an entry with this mark would have if it said nothing itself: its section's, but a note where a
/// paragraph stands among the items of a list.
pub fn base_kind(mark: &str, is_list: bool, section: SectionKind) -> Kind {
    let is_aside = mark.is_empty() && is_list && section != SectionKind::Notes;
    if is_aside { Kind::NOTE } else { section.own_kind() }
}
