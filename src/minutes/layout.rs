//! How minutes are laid out as plain text: lines, empty lines, indents. It asks the reading what a line would be
//! understood as, so that what is written here is read as the same minutes.

use chrono::NaiveDate;

use crate::i18n::{Words, format, labels};
use crate::model::{Due, Kind, SectionKind};

use super::details::{is_owner_missed, unsaid_owner};
use super::read::meaning::{self, EntryContext};
use super::read::promise::Participants;
use super::read::shape::{LineShape, is_numbered_candidate, shape};
use super::read::table::{self, TableLine};
use super::read::{field, header, response, signoff};
use super::{Entry, Minutes, Section};
use crate::text::safe;

/// The minutes as text, lines ended by `\n`. Empty minutes are an empty text.
///
/// Everything but the items of a list is separated by one empty line. A paragraph that looks like a heading and is
/// none is right under the line before it, as it was where it was read.
pub fn text(minutes: &Minutes, words: &Words) -> String {
    let participants = Participants::of(&minutes.fields, &minutes.signoff);
    let mut page = Writer { text: String::new(), words, participants: &participants };
    // What would be read as something else is marked as the title.
    let is_read_as_title = minutes.title.is_empty() || header::is_title(&minutes.title);
    page.block(&if is_read_as_title { minutes.title.clone() } else { format!("# {}", minutes.title) });
    for field in &minutes.fields {
        match &field.as_written {
            Some(written) => page.block(written),
            None => page.block(&field::canonical(&field.label, &field.value)),
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
    // What was composed may have any character in it; in a document none moves a cursor.
    safe::lines_with_tabs(&page.text)
}

struct Writer<'w> {
    text: String,
    words: &'w Words,
    participants: &'w Participants,
}

impl Writer<'_> {
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
        let in_table = table::of_section(section);
        let goes_on = |at: usize| {
            at > 0 && [at - 1, at].iter().all(|at| in_table.get(*at).is_some_and(Option::is_some))
        };
        for (at, paragraph) in section.intro.iter().enumerate() {
            let is_first = at == 0 && section.heading.is_empty();
            if goes_on(at) { self.row(paragraph) } else { self.paragraph(paragraph, is_first) }
        }
        let context = EntryContext {
            section: section.kind,
            heading: &section.heading,
            date: minutes.date,
            participants: self.participants,
            line: None,
        };
        let is_list = section.entries.iter().any(|entry| !marker(entry).is_empty());
        for (at, entry) in section.entries.iter().enumerate() {
            let base = base_kind(marker(entry), is_list, section.kind);
            let line = section.intro.len() + at;
            let context = EntryContext { line: in_table.get(line).copied().flatten(), ..context };
            let text = self.entry_text(entry, base, context);
            match marker(entry) {
                "" if goes_on(line) => self.row(&text),
                "" => {
                    self.paragraph(&text, at == 0 && section.heading.is_empty() && section.intro.is_empty());
                }
                marker => {
                    let item =
                        format!("{:indent$}{marker} {text}", "", indent = usize::from(entry.depth) * 2);
                    let is_apart = at == 0 && !is_numbered_candidate(&item);
                    if is_apart { self.block(&item) } else { self.row(&item) }
                }
            }
        }
    }

    /// A paragraph; the first of all may have an empty line above it whatever it looks like.
    fn paragraph(&mut self, text: &str, is_first: bool) {
        let is_tight = !is_first && shape(text) != LineShape::Text && !self.text.trim_end().ends_with(',');
        if is_tight { self.row(text) } else { self.block(text) }
    }

    fn entry_text(&self, entry: &Entry, base: Kind, context: EntryContext<'_>) -> String {
        let mut text = String::new();
        let mut understood = meaning::of(&entry.text, marker(entry), base, context);
        if !says_kind(entry, understood.kind) {
            let label = format::capitalised(labels::kind(self.words.lang, entry.kind)) + ": ";
            understood = meaning::of(&format!("{label}{}", entry.text), marker(entry), base, context);
            if !entry.kind_said {
                text.push_str(&label);
            }
        }
        text.push_str(&entry.text);
        text.push_str(&self.details(entry, understood.owner.as_deref(), understood.due.as_ref()));
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

    /// Who is responsible for an entry and by when, where its words do not say it.
    fn details(&self, entry: &Entry, owner: Option<&str>, due: Option<&Due>) -> String {
        let labels = &self.words.reading;
        let withheld = owner.is_none() && is_owner_missed(entry);
        let owner = unsaid_owner(entry, owner)
            .or(withheld.then_some(self.words.publication.withheld))
            .map(|name| format!("{}: {name}", labels.owner));
        let due = entry
            .due
            .as_ref()
            .filter(|it| due != Some(*it))
            .map(|due| format!("{}: {}", labels.due, due.iso()));
        let details: Vec<String> = owner.into_iter().chain(due).collect();
        if details.is_empty() { String::new() } else { format!(" ({})", details.join(", ")) }
    }
}

/// Whether the words of an entry, understood as one of this kind, need no label for what it is.
fn says_kind(entry: &Entry, understood: Kind) -> bool {
    understood.same_kind(entry.kind) || matches!(entry.kind, Kind::Note(_))
}

/// Whether the words of each entry of a section say of which kind it is.
pub fn kinds_said(section: &Section, date: Option<NaiveDate>, participants: &Participants) -> Vec<bool> {
    let is_list = section.entries.iter().any(|entry| !marker(entry).is_empty());
    let context =
        EntryContext { section: section.kind, heading: &section.heading, date, participants, line: None };
    let says = |(entry, line): (&Entry, Option<TableLine>)| {
        let base = base_kind(marker(entry), is_list, section.kind);
        let context = EntryContext { line, ..context };
        says_kind(entry, meaning::of(&entry.text, marker(entry), base, context).kind)
    };
    let lines = table::of_section(section).into_iter().skip(section.intro.len());
    section.entries.iter().zip(lines).map(says).collect()
}

/// The bullet or number before an entry; a dash for what was written down at a meeting.
fn marker(entry: &Entry) -> &str {
    entry.as_written.as_deref().unwrap_or("-")
}

/// The kind an entry with this marker has if it says nothing itself: that of its section, but a note where a
/// paragraph is among the items of a list.
pub fn base_kind(marker: &str, is_list: bool, section: SectionKind) -> Kind {
    let is_aside = marker.is_empty() && is_list && section != SectionKind::Notes;
    if is_aside { Kind::NOTE } else { section.own_kind() }
}
