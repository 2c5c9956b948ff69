//! The lines that somebody wrote in the example themselves, and the way they go over to their own store.

use chrono::NaiveDate;

use crate::i18n::due::due_in_words;
use crate::i18n::{Words, labels};
use crate::minutes::{Entry, Minutes, Section};
use crate::model::history::LogId;
use crate::model::id::MeetingId;
use crate::model::{Kind, Response, SectionKind};
use crate::ops::{self, Result};
use crate::store::entry::{EntryScope, ListedEntry};
use crate::store::{self, Store, entry, history, section};

/// A line with the section that it was written in.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnLine {
    heading: String,
    kind: SectionKind,
    line: Entry,
}

impl OwnLine {
    /// A line that was being written when the example was left.
    pub fn unfinished(text: &str, words: &Words) -> Self {
        let heading = words.app.unfinished.to_owned();
        Self { heading, kind: SectionKind::Notes, line: Entry::new(Kind::NOTE, text) }
    }
}

/// The lines written after the operation `since`, in the order of the meetings, without those deleted or undone. A
/// response becomes a note with the word for it, because the challenge it answers stays in the example.
///
/// # Errors
/// Where the file cannot be read.
pub fn own_lines(store: &Store, since: LogId, words: &Words) -> store::Result<Vec<OwnLine>> {
    let is_own = |id| -> store::Result<bool> {
        let first = history::of(store, id)?.into_iter().map(|change| change.at.seq).min();
        Ok(first.is_some_and(|seq| seq > since.seq))
    };
    let mut lines = Vec::new();
    for meeting in store::meeting::list(store)? {
        for section in section::list(store, meeting.id)? {
            let mut own = |line| {
                lines.push(OwnLine { heading: section.heading.clone(), kind: section.kind, line });
            };
            let place = EntryScope { section: section.id, table: None };
            let total = entry::count(store, place)?;
            for ListedEntry { entry, responses } in entry::window(store, place, 0, total, total)? {
                if is_own(entry.id.0)? {
                    own(Entry {
                        speaker: entry.speaker,
                        owner: entry.owner,
                        tags: entry.tags,
                        due: entry.due,
                        starred: entry.starred,
                        ..Entry::new(entry.kind, entry.text)
                    });
                }
                for response in responses {
                    if is_own(response.id.0)? {
                        own(as_note(response, words));
                    }
                }
            }
        }
    }
    Ok(lines)
}

/// A response as a note that says the same: its kind, its date and its words, and who gave it.
fn as_note(response: Response, words: &Words) -> Entry {
    let kind = labels::response_kind(words.lang, response.kind).to_owned();
    let due = response.due.map(|due| due_in_words(words, &due));
    let about = [Some(kind), due].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let text = format!("{} ({about}): {}", words.publication.response, response.text);
    Entry { speaker: response.author, ..Entry::new(Kind::NOTE, text) }
}

/// Writes the lines into a new meeting of another store, under the headings they had, as one operation.
///
/// # Errors
/// The errors of the store; the lines are still in the example then.
pub fn keep(lines: &[OwnLine], store: &mut Store, title: &str, day: NaiveDate) -> Result<MeetingId> {
    let mut sections: Vec<Section> = Vec::new();
    for OwnLine { heading, kind, line } in lines {
        let at = sections.iter().position(|section| section.heading == *heading).unwrap_or_else(|| {
            sections.push(Section {
                heading: heading.clone(),
                as_written: None,
                level: 1,
                kind: *kind,
                intro: Vec::new(),
                entries: Vec::new(),
            });
            sections.len() - 1
        });
        sections[at].entries.push(line.clone());
    }
    let minutes = Minutes { title: title.to_owned(), date: Some(day), sections, ..Minutes::default() };
    Ok(ops::import_minutes(store, &minutes, None)?.value)
}
