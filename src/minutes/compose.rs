//! The store → [`Minutes`]: composes the minutes of a meeting.
//!
//! Everything the store knows is put in; what a reader is not to see is taken out by the choices of an export.

use super::{Entry, Field, Minutes, Provenance, Response, Section, header};
use crate::i18n::Words;
use crate::i18n::entry_name::entry_number;
use crate::model::history::Entity;
use crate::model::id::MeetingId;
use crate::model::{self, Meeting, SectionKind};
use crate::store::spelling::SpelledNames;
use crate::store::{self, Result, Store, StoreError};

/// Composes the minutes of a meeting.
///
/// In minutes that were read, people are called as they were spelled there; what was written since names them as the
/// register does.
///
/// Challenges and commitments that were written down in another section are printed under the meeting's section of
/// their kind, if it has one, after those already there.
///
/// # Errors
/// [`StoreError::NotFound`] for a meeting that is not there; a file that cannot be read.
pub fn compose(store: &Store, meeting: MeetingId, words: &Words) -> Result<Minutes> {
    let meeting = store::meeting::get(store, meeting)?.ok_or(StoreError::NotFound(Entity::Meeting))?;
    let marks = store::marks(store)?;
    let mut spelled = store::spelling::as_read(store, meeting.id)?;
    let mut sections = Vec::new();
    for section in store::section::list(store, meeting.id)? {
        let entries = store::entry::all(store, section.id)?;
        let entries = entries.into_iter().map(|mut listed| {
            if let Some(names) = spelled.remove(&listed.entry.id) {
                spell(&mut listed.entry, names);
            }
            entry(listed, &marks)
        });
        sections.push(Section {
            heading: section.heading,
            as_written: section.as_written,
            level: section.level,
            kind: section.kind,
            intro: section.intro,
            entries: entries.collect(),
        });
    }
    for kind in [SectionKind::Challenges, SectionKind::Commitments] {
        gather(&mut sections, kind);
    }
    Ok(Minutes {
        schema: (),
        title: meeting.title.clone(),
        status: meeting.status,
        date: meeting.date,
        time: meeting.time,
        place: filled(&meeting.place),
        reference: filled(&meeting.reference),
        fields: fields(store, &meeting, words)?,
        sections,
        next: meeting.next,
        signoff: meeting.signoff,
        signoff_as_written: meeting.signoff_as_written,
        remarks: Vec::new(),
    })
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// Moves what belongs in a section of `kind` to the end of the first such section.
fn gather(sections: &mut [Section], kind: SectionKind) {
    let Some(home) = sections.iter().position(|section| section.kind == kind) else { return };
    let belongs = |entry: &Entry| entry.kind.same_kind(kind.own_kind());
    let mut strays = Vec::new();
    for section in sections.iter_mut().filter(|section| section.kind != kind) {
        let (leave, stay) =
            std::mem::take(&mut section.entries).into_iter().partition(|entry| belongs(entry));
        section.entries = stay;
        strays.extend::<Vec<Entry>>(leave);
    }
    for entry in &mut strays {
        entry.depth = 0;
    }
    sections[home].entries.extend(strays);
}

/// Names the people of an entry as they were spelled in the file that it was read from.
fn spell(entry: &mut model::Entry, names: SpelledNames) {
    let SpelledNames { owner, speaker, scribe } = names;
    if owner.is_some() {
        (entry.owner, entry.owner_spelled) = (owner, None);
    }
    entry.speaker = speaker.or(entry.speaker.take());
    entry.provenance.scribe = scribe.or(entry.provenance.scribe.take());
}

/// An entry of the store as minutes have it.
pub(crate) fn entry(listed: store::entry::ListedEntry, marks: &store::Marks) -> Entry {
    let store::entry::ListedEntry { entry, responses } = listed;
    let number = entry_number(&entry, marks.of(&entry));
    let model::Provenance { table, round, scribe, .. } = entry.provenance;
    let provenance = Provenance { table, round, scribe };
    let known = provenance.table.is_some() || provenance.round.is_some() || provenance.scribe.is_some();
    Entry {
        kind: entry.kind,
        text: entry.text,
        depth: entry.depth,
        as_written: entry.as_written,
        number,
        responses: responses.into_iter().map(response).collect(),
        owner: entry.owner,
        owner_spelled: entry.owner_spelled,
        owner_withheld: false,
        owner_said: false,
        kind_said: false,
        due: entry.due,
        tags: entry.tags,
        starred: entry.starred,
        unfinished: entry.unfinished,
        speaker: entry.speaker,
        provenance: known.then_some(provenance),
    }
}

/// A stored response as minutes show it.
pub(crate) fn response(response: model::Response) -> Response {
    Response { text: response.text, kind: response.kind, as_written: response.as_written, due: response.due }
}

/// The header: as it was read, or made from what is known of the meeting.
fn fields(store: &Store, meeting: &Meeting, words: &Words) -> Result<Vec<Field>> {
    let read = store::field::list(store, meeting.id)?;
    if !read.is_empty() {
        let field = |field: model::Field| Field {
            label: field.label,
            value: field.value,
            as_written: field.as_written,
        };
        return Ok(read.into_iter().map(field).collect());
    }
    let known = header::of(meeting, words.lang).into_iter().filter(|known| !known.value.is_empty());
    Ok(known
        .map(|known| Field { label: known.label.to_owned(), value: known.value, as_written: None })
        .collect())
}
