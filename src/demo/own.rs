//! The lines that somebody wrote in the example themselves, and the way they go over to their own store.

use chrono::NaiveDate;

use crate::i18n::Words;
use crate::model::history::LogId;
use crate::model::id::MeetingId;
use crate::model::{Kind, MeetingKind, SectionKind};
use crate::ops::{self, At, Caught, NewMeeting, NewSection, Result};
use crate::store::entry::{Listed, Place};
use crate::store::{self, Store, entry, history, section};

/// A line with the section that it was written in.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnLine {
    heading: String,
    kind: SectionKind,
    line: Caught,
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
            let place = Place { section: section.id, table: None };
            let total = entry::count(store, place)?;
            for Listed { entry, responses } in entry::window(store, place, 0, total, total)? {
                if is_own(entry.id.0)? {
                    own(Caught {
                        kind: Some(entry.kind),
                        text: entry.text,
                        speaker: entry.speaker,
                        owner: entry.owner,
                        tags: entry.tags,
                        due: entry.due,
                    });
                }
                for response in responses {
                    if is_own(response.id.0)? {
                        let text = format!("{}: {}", words.paper.response, response.text);
                        own(Caught { kind: Some(Kind::NOTE), text, ..Caught::default() });
                    }
                }
            }
        }
    }
    Ok(lines)
}

/// Writes the lines into a new meeting of another store, under the headings they had.
///
/// # Errors
/// The errors of the store; the lines are still in the example then.
pub fn keep(lines: &[OwnLine], store: &mut Store, title: &str, day: NaiveDate) -> Result<MeetingId> {
    let mut sections: Vec<NewSection> = Vec::new();
    for OwnLine { heading, kind, .. } in lines {
        if !sections.iter().any(|section| section.heading == *heading) {
            sections.push(NewSection { heading: heading.clone(), kind: *kind, intro: Vec::new() });
        }
    }
    let new = NewMeeting {
        title: title.to_owned(),
        kind: MeetingKind::RoundTable,
        date: Some(day),
        time: None,
        place: String::new(),
        audience: String::new(),
        tables: 0,
        sections,
    };
    let meeting = ops::create_meeting(store, new)?.value;
    for section in section::list(store, meeting)? {
        let own = lines.iter().filter(|line| line.heading == section.heading);
        let own: Vec<Caught> = own.map(|line| line.line.clone()).collect();
        let at = At { meeting, section: section.id, table: None, round: None };
        ops::capture_many(store, at, own)?;
    }
    Ok(meeting)
}
