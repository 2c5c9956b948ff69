//! Minutes that were read become a meeting: one operation, however long they are. Long ones are stored in [`parts`].

use std::collections::HashMap;

use super::{Result, register};
use crate::i18n::Lang;
use crate::i18n::occupations::title_of_signer;
use crate::i18n::vocabulary::bodies::is_body;
use crate::minutes::header::role;
use crate::minutes::{self, Minutes};
use crate::model::history::{Entity, Op};
use crate::model::id::{EntryId, MeetingId, ProgrammeId, ResponseId, SectionId};
use crate::model::{Entry, Field, FieldRole, Meeting, MeetingKind, Position, Provenance, Response, Section};
use crate::store::{self, Done, Store, StoreError, Tx, WriteScope};

mod parts;

pub use parts::{ImportProgress, Imported, LONG, Pace, import_in_parts, length};

/// The responses that were stored, by their words.
type StoredResponses = HashMap<String, Vec<(minutes::Response, ResponseId)>>;

/// Stores minutes as a new meeting. `source` is the SHA-256 of the file they were read from, by which a second
/// reading of the same file is noticed.
///
/// # Errors
/// Those of the store; then nothing was stored.
pub fn import_minutes(store: &mut Store, minutes: &Minutes, source: Option<&str>) -> Result<Done<MeetingId>> {
    store.transact(Op::ImportMinutes, WriteScope::NewMeeting, |tx| {
        let programme = usual_programme(tx)?;
        write_whole(tx, minutes, source, programme)
    })
}

/// The same for minutes that are of no programme, whatever meetings there are.
///
/// # Errors
/// Those of the store; then nothing was stored.
pub fn keep_minutes(store: &mut Store, minutes: &Minutes) -> Result<Done<MeetingId>> {
    store.transact(Op::ImportMinutes, WriteScope::NewMeeting, |tx| write_whole(tx, minutes, None, None))
}

fn write_whole(
    tx: &mut Tx<'_>,
    minutes: &Minutes,
    source: Option<&str>,
    programme: Option<ProgrammeId>,
) -> Result<MeetingId> {
    let mut writing = Writing::begin(tx, minutes, source, programme)?;
    while writing.step(tx)? {}
    writing.finish(tx)?;
    Ok(writing.meeting)
}

/// Minutes on their way into a store: a section or an entry at a time.
struct Writing<'m> {
    minutes: &'m Minutes,
    meeting: MeetingId,
    /// The section that is written, and how many of its entries are; `None` before the first one.
    section: Option<OpenSection<'m>>,
    /// The sections after it.
    ahead: std::slice::Iter<'m, minutes::Section>,
    /// Where the next section and the next entry come.
    places: (Position, Position),
    stored: StoredResponses,
    /// How many entries are written.
    entries: usize,
}

/// A section whose heading is written.
struct OpenSection<'m> {
    id: SectionId,
    ahead: std::slice::Iter<'m, minutes::Entry>,
}

impl<'m> Writing<'m> {
    /// Writes the meeting with its header, in this programme.
    fn begin(
        tx: &mut Tx<'_>,
        minutes: &'m Minutes,
        source: Option<&str>,
        programme: Option<ProgrammeId>,
    ) -> Result<Self, StoreError> {
        let meeting = Meeting { programme, ..meeting(tx, minutes) };
        tx.about(meeting.title.clone());
        store::meeting::insert(tx, &meeting, source)?;
        fields(tx, meeting.id, minutes)?;
        let first = store::position::next(tx, None)?;
        Ok(Self {
            minutes,
            meeting: meeting.id,
            section: None,
            ahead: minutes.sections.iter(),
            places: (first.clone(), first),
            stored: StoredResponses::new(),
            entries: 0,
        })
    }

    /// Goes on in another transaction: others may have written at the end meanwhile.
    fn resume(&mut self, tx: &Tx<'_>) -> Result<(), StoreError> {
        self.places.0 = store::position::end(tx, Entity::Section, self.meeting.0)?;
        if let Some(section) = &self.section {
            self.places.1 = store::position::end(tx, Entity::Entry, section.id.0)?;
        }
        Ok(())
    }

    /// Whether everything but the end is written.
    fn is_done(&self) -> bool {
        self.ahead.len() == 0 && self.section.as_ref().is_none_or(|section| section.ahead.len() == 0)
    }

    /// Writes the next entry or section; `false` where there is none.
    fn step(&mut self, tx: &mut Tx<'_>) -> Result<bool, StoreError> {
        let next = self.section.as_mut().and_then(|section| Some((section.id, section.ahead.next()?)));
        if let Some((section, read)) = next {
            let id = entry(tx, self.meeting, section, self.places.1.clone(), read)?;
            self.places.1 = store::position::next(tx, Some(&self.places.1))?;
            for read in &read.responses {
                let response = response(tx, self.meeting, read, &mut self.stored)?;
                store::answer::link(tx, response, id)?;
            }
            self.entries += 1;
            return Ok(true);
        }
        let Some(read) = self.ahead.next() else { return Ok(false) };
        let id = section(tx, self.meeting, self.places.0.clone(), read)?;
        self.places = (store::position::next(tx, Some(&self.places.0))?, store::position::next(tx, None)?);
        self.section = Some(OpenSection { id, ahead: read.entries.iter() });
        Ok(true)
    }

    /// Enters those who signed.
    fn finish(&self, tx: &mut Tx<'_>) -> Result<()> {
        for signature in self.minutes.signoff.iter().filter(|signature| !is_body(&signature.name)) {
            register::enter_signer(tx, &signature.name, title_of_signer(&signature.role))?;
        }
        Ok(())
    }
}

/// The programme that a new meeting belongs to.
fn usual_programme(tx: &Tx<'_>) -> Result<Option<ProgrammeId>, StoreError> {
    Ok(store::programme::own(tx.store())?.map(|programme| programme.id))
}

fn meeting(tx: &mut Tx<'_>, minutes: &Minutes) -> Meeting {
    let audience = minutes.fields.iter().find(|field| role(&field.label) == FieldRole::Audience);
    Meeting {
        id: tx.new_id(),
        programme: None,
        kind: MeetingKind::RoundTable,
        status: minutes.status,
        title: minutes.title.clone(),
        date: minutes.date,
        time: minutes.time,
        place: minutes.place.clone().unwrap_or_default(),
        audience: audience.map(|field| field.value.clone()).unwrap_or_default(),
        reference: minutes.reference.clone().unwrap_or_default(),
        tables: tables(minutes),
        next: minutes.next,
        signoff: minutes.signoff.clone(),
        signoff_as_written: minutes.signoff_as_written.clone(),
        nameless: false,
    }
}

/// As many tables as the highest number that an entry came from.
fn tables(minutes: &Minutes) -> u16 {
    let entries = minutes.sections.iter().flat_map(|section| &section.entries);
    entries.filter_map(|entry| entry.provenance.as_ref()?.table).max().unwrap_or(0)
}

fn fields(tx: &mut Tx<'_>, meeting: MeetingId, minutes: &Minutes) -> Result<(), StoreError> {
    let mut position = store::position::next(tx, None)?;
    for read in &minutes.fields {
        let field = Field {
            id: tx.new_id(),
            meeting,
            position: position.clone(),
            role: role(&read.label),
            label: read.label.clone(),
            value: read.value.clone(),
            as_written: read.as_written.clone(),
        };
        store::field::insert(tx, &field)?;
        position = store::position::next(tx, Some(&position))?;
    }
    Ok(())
}

fn section(
    tx: &mut Tx<'_>,
    meeting: MeetingId,
    position: Position,
    read: &minutes::Section,
) -> Result<SectionId, StoreError> {
    let section = Section {
        id: tx.new_id(),
        meeting,
        position,
        heading: read.heading.clone(),
        as_written: read.as_written.clone(),
        level: read.level,
        intro: read.intro.clone(),
        kind: read.kind,
    };
    store::section::insert(tx, &section)?;
    Ok(section.id)
}

fn entry(
    tx: &mut Tx<'_>,
    meeting: MeetingId,
    section: SectionId,
    position: Position,
    read: &minutes::Entry,
) -> Result<EntryId, StoreError> {
    let provenance = read.provenance.as_ref().map(|provenance| Provenance {
        table: provenance.table,
        round: provenance.round,
        scribe: provenance.scribe.clone(),
        captured_at: None,
    });
    // Whoever it is, there is somebody: an entry without an owner would say that there is none.
    let withheld = Lang::default().words().publication.withheld;
    let entry = Entry {
        depth: read.depth,
        as_written: read.as_written.clone(),
        provenance: provenance.unwrap_or_default(),
        speaker: read.speaker.clone(),
        tags: read.tags.clone(),
        starred: read.starred,
        unfinished: read.unfinished,
        owner: read.owner.clone().or_else(|| read.owner_withheld.then(|| withheld.to_owned())),
        due: read.due.clone(),
        ..Entry::new(tx.new_id(), meeting, section, position, read.kind, read.text.clone())
    };
    Ok(store::entry::insert(tx, entry)?.id)
}

/// A response to several challenges is written under each of them with the same words; it is stored once.
fn response(
    tx: &mut Tx<'_>,
    meeting: MeetingId,
    read: &minutes::Response,
    stored: &mut StoredResponses,
) -> Result<ResponseId, StoreError> {
    let alike = stored.entry(read.text.clone()).or_default();
    if let Some((_, id)) = alike.iter().find(|(before, _)| before == read) {
        return Ok(*id);
    }
    let response = Response {
        id: tx.new_id(),
        meeting,
        kind: read.kind,
        text: read.text.clone(),
        as_written: read.as_written.clone(),
        on: None,
        due: read.due.clone(),
        author: None,
    };
    store::response::insert(tx, &response)?;
    alike.push((read.clone(), response.id));
    Ok(response.id)
}
