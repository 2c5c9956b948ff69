//! What somebody did in the example themselves: the words that go over to their own store, and what cannot.

use std::collections::HashSet;

use uuid::Uuid;

use crate::i18n::due::due_in_words;
use crate::i18n::{Words, format, labels};
use crate::minutes::{self, Entry, Minutes, Section};
use crate::model::history::{Change, Entity, LogId, Op, Operation, Value};
use crate::model::id::MeetingId;
use crate::model::noun::Noun;
use crate::model::{Coded, FollowUp, Kind, Report, Response, SectionKind};
use crate::ops::{self, Result};
use crate::store::entry::ListedEntry;
use crate::store::{self, Store, answer, change, entry, follow_up, history, manuscript, programme, section};

/// What was done in the example after it was filled.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnWork {
    /// The words, as a meeting: lines under the headings they had, and each edited report under its name.
    pub written: Minutes,
    /// The operations that did more than write those words, the newest first.
    pub stays: Vec<Operation>,
}

impl OwnWork {
    /// Whether nothing was done, or all of it is undone.
    pub fn is_empty(&self) -> bool {
        self.written.sections.is_empty() && self.stays.is_empty()
    }

    /// Adds a line that was being written when the example was left.
    pub fn add_unfinished(&mut self, text: &str, words: &Words) {
        let line = Entry::new(Kind::NOTE, text);
        add(&mut self.written.sections, words.app.unfinished, SectionKind::Notes, line);
    }
}

/// How many lines and how many edited reports there are in [`OwnWork::written`].
pub fn amount(written: &Minutes) -> (usize, usize) {
    let reports = written.sections.iter().filter(|section| is_report(section)).count();
    let entries = written.sections.iter().flat_map(|section| &section.entries);
    (entries.map(|entry| 1 + entry.responses.len()).sum(), reports)
}

/// What was done after the operation `since` and is not undone. A response goes with its challenge; where that stays in
/// the example it becomes a note with the word for it, as a check does.
///
/// # Errors
/// Where the file cannot be read.
pub fn own_work(store: &Store, since: LogId, words: &Words) -> store::Result<OwnWork> {
    let operations = history::all(store, usize::MAX)?;
    let operations: Vec<Operation> =
        operations.into_iter().take_while(|operation| operation.at.seq > since.seq).collect();
    let first = operations.last().map_or(i64::MAX, |operation| operation.at.seq);
    let (sections, reports, taken) = (Vec::new(), Vec::new(), HashSet::new());
    let mut gatherer = Gatherer { store, first, words, sections, reports, taken };
    for meeting in store::meeting::list(store)? {
        for section in section::list(store, meeting.id)? {
            gatherer.gather(&section)?;
        }
        gatherer.gather_reports(meeting.id.0, &meeting.title)?;
    }
    for programme in programme::list(store)? {
        gatherer.gather_reports(programme.id.0, &programme.name)?;
    }
    let stays = gatherer.stays(operations)?;
    let today = store.clock().today();
    let written = Minutes {
        title: (words.app.from_example)(&format::long_date(words.lang, today)),
        date: Some(today),
        sections: gatherer.sections.into_iter().chain(gatherer.reports).collect(),
        ..Minutes::default()
    };
    Ok(OwnWork { written, stays })
}

/// Writes the words into a new meeting of another store, as one operation. It belongs to no programme: what was tried
/// out goes into no paper about one.
///
/// # Errors
/// The errors of the store; the words are still in the example then.
pub fn keep(written: &Minutes, store: &mut Store) -> Result<store::Done<MeetingId>> {
    ops::keep_minutes(store, written)
}

/// Reads the example for what is not its own.
struct Gatherer<'a> {
    store: &'a Store,
    /// The place in the log of the first operation that is not the example's.
    first: i64,
    words: &'a Words,
    sections: Vec<Section>,
    reports: Vec<Section>,
    /// The records whose words have been gathered, and the sections that they are in.
    taken: HashSet<Uuid>,
}

impl Gatherer<'_> {
    fn gather(&mut self, section: &crate::model::Section) -> store::Result<()> {
        for ListedEntry { entry, responses } in entry::all(self.store, section.id)? {
            let checks = follow_up::list(self.store, entry.id)?;
            let is_own_entry = self.is_own(entry.id.0, &entry.text)?;
            let mut given = Vec::new();
            for response in responses {
                if !self.is_own(response.id.0, &response.text)? {
                    continue;
                }
                if is_own_entry {
                    self.taken.insert(response.id.0);
                    let author = self.of_somebody_else(response.author.clone());
                    given.push(response_of(response, author));
                } else if !self.answers_own(&response)? {
                    let id = response.id.0;
                    let author = self.of_somebody_else(response.author.clone());
                    self.take(section, id, response_as_note(response, author, self.words));
                }
            }
            if is_own_entry {
                let line = Entry {
                    responses: given,
                    speaker: entry.speaker,
                    owner: entry.owner,
                    tags: entry.tags,
                    due: entry.due,
                    starred: entry.starred,
                    unfinished: entry.unfinished,
                    ..Entry::new(entry.kind, entry.text)
                };
                self.take(section, entry.id.0, line);
            }
            for check in checks.iter().filter(|check| !check.comment.is_empty()) {
                if self.is_own(check.id.0, &check.comment)? {
                    let scribe = self.of_somebody_else(check.scribe.clone());
                    self.take(section, check.id.0, check_as_note(check, scribe, self.words));
                }
            }
        }
        Ok(())
    }

    /// A name that is not that of whoever is at the pen in the example: it is the user who has written there.
    fn of_somebody_else(&self, name: Option<String>) -> Option<String> {
        name.filter(|name| Some(name.as_str()) != self.store.scribe())
    }

    /// Whether a response answers a challenge whose words go over, and goes with it.
    fn answers_own(&self, response: &Response) -> store::Result<bool> {
        for challenge in answer::challenges(self.store, response.id)? {
            let Some(entry) = entry::get(self.store, challenge)? else { continue };
            if self.is_own(entry.id.0, &entry.text)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn gather_reports(&mut self, subject: Uuid, name: &str) -> store::Result<()> {
        for report in Report::ALL {
            let Some(edited) = manuscript::of(self.store, subject, *report)? else { continue };
            if self.is_own(edited.id.0, &edited.text)? {
                let heading = format!("{}: {name}", labels::report(self.words.lang, *report));
                let paragraphs = edited.text.lines().filter(|line| !line.trim().is_empty());
                let intro = paragraphs.map(str::to_owned).collect();
                self.reports.push(Section { intro, ..empty(&heading, SectionKind::Notes) });
                self.taken.insert(edited.id.0);
            }
        }
        Ok(())
    }

    fn take(&mut self, section: &crate::model::Section, id: Uuid, line: Entry) {
        add(&mut self.sections, &section.heading, section.kind, line);
        self.taken.extend([id, section.id.0]);
    }

    /// Whether a record was made since, or its words are others than they were.
    fn is_own(&self, id: Uuid, words: &str) -> store::Result<bool> {
        let changes = history::of(self.store, id)?;
        let is_of_words = |change: &&Change| {
            let noun = Noun::of(change.entity);
            self.is_since(change) && noun.and_then(|noun| noun.words) == Some(change.field.as_str())
        };
        let reworded = changes.iter().find(is_of_words);
        let reworded = reworded.is_some_and(|change| change.old != Value::Text(words.to_owned()));
        Ok(reworded || self.is_made(&changes))
    }

    fn is_since(&self, change: &Change) -> bool {
        change.at.seq >= self.first
    }

    fn is_made(&self, changes: &[Change]) -> bool {
        changes.iter().all(|change| self.is_since(change))
    }

    /// Those of the operations, newest first, that are not undone and did more than write what has been gathered.
    fn stays(&self, operations: Vec<Operation>) -> store::Result<Vec<Operation>> {
        let mut turned = HashSet::new();
        let mut undone = HashSet::new();
        let mut stays = Vec::new();
        for operation in operations {
            match operation.reverts {
                // Only the last time that it was undone or done again counts.
                Some(at) if turned.insert(at) && operation.op == Op::Undo => {
                    undone.insert(at);
                }
                None if !undone.contains(&operation.at) && self.leaves_something(operation.at)? => {
                    stays.push(operation);
                }
                _ => {}
            }
        }
        Ok(stays)
    }

    fn leaves_something(&self, operation: LogId) -> store::Result<bool> {
        let mut touched = history::touched(self.store, operation)?;
        // Names are entered in the register as they are written.
        let is_of_meeting = |entity: Entity| Noun::of(entity).is_some_and(Noun::is_of_meeting);
        if touched.iter().any(|(entity, _)| is_of_meeting(*entity)) {
            touched.retain(|(entity, _)| is_of_meeting(*entity));
        }
        for (entity, id) in touched {
            let is_missed = || -> store::Result<bool> {
                Ok(!self.is_made(&history::of(self.store, id)?) || self.says_something(entity, id)?)
            };
            if !self.taken.contains(&id) && is_missed()? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether a record is there and more than a link: what is part of another and has no words says nothing alone.
    fn says_something(&self, entity: Entity, id: Uuid) -> store::Result<bool> {
        let is_part = Noun::of(entity).is_some_and(|noun| noun.parents().next().is_some());
        let words = change::words(self.store, entity, id)?;
        Ok(words.is_some_and(|words| !words.is_empty() || !is_part))
    }
}

/// Puts a line under its heading, which is made if it is not there.
fn add(sections: &mut Vec<Section>, heading: &str, kind: SectionKind, line: Entry) {
    let known = sections.iter().position(|section| section.heading == heading && !is_report(section));
    let at = known.unwrap_or_else(|| {
        sections.push(empty(heading, kind));
        sections.len() - 1
    });
    sections[at].entries.push(line);
}

fn empty(heading: &str, kind: SectionKind) -> Section {
    let heading = heading.to_owned();
    Section { heading, as_written: None, level: 1, kind, intro: Vec::new(), entries: Vec::new() }
}

/// Lines are entries, and a report is the text under a heading.
fn is_report(section: &Section) -> bool {
    !section.intro.is_empty()
}

/// A response as it goes over with its challenge. Minutes do not say whose it is: where it is somebody else's than the
/// user's own the words do.
fn response_of(response: Response, author: Option<String>) -> minutes::Response {
    let Response { kind, due, text, .. } = response;
    let text = author.map_or_else(|| text.clone(), |author| format!("{text} ({author})"));
    minutes::Response { text, kind, as_written: None, due }
}

/// A response as a note that says the same: its kind, its date and its words, and who gave it.
fn response_as_note(response: Response, author: Option<String>, words: &Words) -> Entry {
    let kind = labels::response_kind(words.lang, response.kind).to_owned();
    let due = response.due.map(|due| due_in_words(words, &due));
    let about = [Some(kind), due].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let text = format!("{} ({about}): {}", words.publication.response, response.text);
    Entry { speaker: author, ..Entry::new(Kind::NOTE, text) }
}

/// A check as a note: what came out of it, what was said, and who wrote it.
fn check_as_note(check: &FollowUp, scribe: Option<String>, words: &Words) -> Entry {
    let outcome = labels::status(words.lang, check.outcome).unwrap_or_default();
    let text = format!("{} ({outcome}): {}", words.app.tabs.follow_up, check.comment);
    Entry { speaker: scribe, ..Entry::new(Kind::NOTE, text) }
}
