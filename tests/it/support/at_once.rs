//! Edits and deletions by somebody who has just looked: all that there is now is held.

use uuid::Uuid;
use vidpennan::model::id::{EntryId, ManuscriptId, MeetingId, PersonId, ResponseId, SectionId};
use vidpennan::model::{Due, Entry, Kind, Meeting, Person, Programme, Report, Section};
use vidpennan::ops::{self, Assignment, EntryLine, PersonDetails, Refused, Reply, Seen};
use vidpennan::store::{self, Done, Store};

fn seen<T>(store: &Store, value: T) -> Seen<T> {
    Seen::now(store, value).unwrap()
}

pub(crate) fn edit_text(
    store: &mut Store,
    id: EntryId,
    before: &str,
    text: &str,
) -> Result<Done<Entry>, Refused> {
    let before = seen(store, before.to_owned());
    ops::edit_text(store, id, &before, text)
}

pub(crate) fn rewrite(
    store: &mut Store,
    id: EntryId,
    before: &EntryLine,
    after: EntryLine,
) -> Result<Done<Entry>, Refused> {
    let before = seen(store, before.clone());
    ops::rewrite(store, id, &before, after)
}

pub(crate) fn choose_status(
    store: &mut Store,
    id: EntryId,
    before: Kind,
    status: Kind,
    comment: &str,
) -> Result<Done<()>, Refused> {
    let (before, status) = (seen(store, Some(before)), Some(status));
    ops::choose_status(store, &[id], &before, status, comment)
}

pub(crate) fn assign(
    store: &mut Store,
    id: EntryId,
    before: &Assignment,
    after: &Assignment,
) -> Result<Done<()>, Refused> {
    let before = seen(store, before.clone());
    ops::assign(store, &[id], &before, after)
}

/// An action with these words, owner and due date.
pub(crate) fn make_action(
    store: &mut Store,
    source: EntryId,
    text: &str,
    owner: Option<String>,
    due: Option<Due>,
) -> Result<Done<Entry>, Refused> {
    let made = ops::make_action(store, &[source], Some(text), &Assignment { owner, due })?;
    Ok(made.map(|mut actions| actions.remove(0)))
}

pub(crate) fn edit_response(
    store: &mut Store,
    id: ResponseId,
    before: &Reply,
    after: &Reply,
) -> Result<Done<()>, Refused> {
    let before = seen(store, before.clone());
    ops::edit_response(store, id, &before, after)
}

pub(crate) fn edit_response_by(
    store: &mut Store,
    id: ResponseId,
    before: &Reply,
    after: &Reply,
    authors: &[Option<String>; 2],
) -> Result<Done<()>, Refused> {
    let before = seen(store, before.clone());
    ops::edit_response_by(store, id, &before, after, authors)
}

pub(crate) fn edit_section(store: &mut Store, before: &Section, after: Section) -> Result<Done<()>, Refused> {
    let before = seen(store, before.clone());
    ops::edit_section(store, &before, after)
}

pub(crate) fn edit_meeting(
    store: &mut Store,
    before: &Meeting,
    after: &Meeting,
) -> Result<Done<()>, Refused> {
    let before = seen(store, before.clone());
    ops::edit_meeting(store, &before, after)
}

pub(crate) fn edit_programme(
    store: &mut Store,
    before: &Programme,
    after: &Programme,
) -> Result<Done<Programme>, Refused> {
    let before = seen(store, before.clone());
    ops::edit_programme(store, &before, after)
}

pub(crate) fn write_manuscript(
    store: &mut Store,
    subject: Uuid,
    report: Report,
    before: Option<&str>,
    text: &str,
) -> Result<Done<ManuscriptId>, Refused> {
    let before = seen(store, before.map(str::to_owned));
    ops::write_manuscript(store, subject, report, &before, text)
}

pub(crate) fn discard_manuscript(
    store: &mut Store,
    subject: Uuid,
    report: Report,
    before: Option<&str>,
) -> Result<Done<()>, Refused> {
    let before = seen(store, before.map(str::to_owned));
    ops::discard_manuscript(store, subject, report, &before)
}

pub(crate) fn delete_entries(store: &mut Store, ids: &[EntryId]) -> Result<Done<()>, Refused> {
    let held = store::held(store).unwrap();
    ops::delete_entries(store, ids, &held)
}

pub(crate) fn delete_section(store: &mut Store, id: SectionId) -> Result<Done<()>, Refused> {
    let held = store::held(store).unwrap();
    ops::delete_section(store, id, &held)
}

pub(crate) fn delete_meeting(store: &mut Store, id: MeetingId) -> Result<Done<()>, Refused> {
    let held = store::held(store).unwrap();
    ops::delete_meeting(store, id, &held)
}

pub(crate) fn edit_person(
    store: &mut Store,
    before: &Person,
    after: &PersonDetails,
) -> Result<Done<Person>, Refused> {
    let before = seen(store, before.clone());
    ops::edit_person(store, &before, after)
}

pub(crate) fn remove_person(store: &mut Store, id: PersonId) -> Result<Done<()>, Refused> {
    let held = store::held(store).unwrap();
    ops::remove_person(store, id, &held)
}
