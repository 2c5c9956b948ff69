//! People who own what is done in a room, and how they are called.

use vidpennan::model::id::{EntryId, PersonId};
use vidpennan::model::{Kind, Person};
use vidpennan::ops::{self, CapturePlace, Caught, PersonDetails};
use vidpennan::store::{self, Store};

use super::at_once;
use super::room::Room;

/// An action that somebody owns.
pub(crate) fn owned(room: &mut Room, owner: &str) -> EntryId {
    let at = CapturePlace { meeting: room.meeting, section: room.notes, table: None, round: None };
    let caught = Caught {
        text: format!("Ringa, {owner}"),
        kind: Some(Kind::ACTION),
        owner: Some(owner.to_owned()),
        speaker: Some(owner.to_owned()),
        ..Caught::default()
    };
    ops::capture(&mut room.store, at, caught).unwrap().value.id
}

pub(crate) fn owner(room: &Room, id: EntryId) -> String {
    store::entry::get(&room.store, id).unwrap().unwrap().owner.unwrap()
}

pub(crate) fn person(store: &Store, name: &str) -> Person {
    store::person::named(store, name).unwrap().unwrap()
}

/// A person without an organisation, by another name.
pub(crate) fn named(person: &Person, name: &str) -> PersonDetails {
    PersonDetails { name: name.to_owned(), role: person.role.clone(), ..PersonDetails::default() }
}

/// Enters somebody of whom nothing else is known.
pub(crate) fn enter(store: &mut Store, name: &str) {
    ops::enter_person(store, &PersonDetails { name: name.to_owned(), ..PersonDetails::default() }).unwrap();
}

pub(crate) fn rename(store: &mut Store, from: &str, to: &str) -> PersonId {
    let before = person(store, from);
    at_once::edit_person(store, &before, &named(&before, to)).unwrap().value.id
}
