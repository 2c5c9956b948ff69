//! A meeting with three sections in a store in memory, and short ways to say something there and look at it.

use std::ops::{Deref, DerefMut};
use std::time::Duration;

use chrono::{NaiveDate, NaiveDateTime};
use vidpennan::clock::Clock;
use vidpennan::model::history::LogId;
use vidpennan::model::id::{EntryId, MeetingId, SectionId};
use vidpennan::model::{Entry, MeetingKind, SectionKind};
use vidpennan::ops::{self, CapturePlace, Caught, NewMeeting, NewSection, ProgrammeChoice, Refused, Turned};
use vidpennan::store::entry::EntryScope;
use vidpennan::store::undo::Turn;
use vidpennan::store::work::{self, Filter};
use vidpennan::store::{self, Done, Options, Store};

pub(crate) fn noon() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 3, 4).unwrap().and_hms_opt(12, 0, 0).unwrap()
}

pub(crate) fn options() -> Options {
    Options { clock: Clock::Fixed(noon()), scribe: Some("Vera".to_owned()), replicas: None }
}

/// A store that is compared with its log when it is dropped: what is in its tables follows from the log and nothing
/// else.
pub(crate) struct Checked(Option<Store>);

impl Checked {
    /// The store, for whoever checks it next.
    pub(crate) fn into_store(mut self) -> Store {
        self.0.take().unwrap()
    }
}

impl From<Store> for Checked {
    fn from(store: Store) -> Self {
        Self(Some(store))
    }
}

impl Deref for Checked {
    type Target = Store;

    fn deref(&self) -> &Store {
        self.0.as_ref().unwrap()
    }
}

impl DerefMut for Checked {
    fn deref_mut(&mut self) -> &mut Store {
        self.0.as_mut().unwrap()
    }
}

impl Drop for Checked {
    fn drop(&mut self) {
        if let Some(store) = self.0.as_ref().filter(|_| !std::thread::panicking()) {
            follows_from_its_log(store);
        }
    }
}

#[track_caller]
pub(crate) fn follows_from_its_log(store: &Store) {
    assert_eq!(store::check::everything(store, |_| {}).unwrap(), Vec::new());
}

pub(crate) struct Room {
    pub(crate) store: Checked,
    pub(crate) meeting: MeetingId,
    pub(crate) notes: SectionId,
    pub(crate) challenges: SectionId,
    pub(crate) tomorrow: SectionId,
}

pub(crate) fn room(store: impl Into<Checked>) -> Room {
    let mut store = store.into();
    let section = |heading: &str, kind| NewSection { heading: heading.to_owned(), kind, intro: Vec::new() };
    let meeting = ops::create_meeting(
        &mut store,
        NewMeeting {
            programme: ProgrammeChoice::Usual,
            nameless: false,
            title: "Framtidsveckan".to_owned(),
            kind: MeetingKind::RoundTable,
            date: Some(noon().date()),
            time: None,
            place: "Folkets hus".to_owned(),
            audience: String::new(),
            tables: 5,
            sections: vec![
                section("Tips", SectionKind::Notes),
                section("Utmaningar", SectionKind::Challenges),
                section("Det här ska jag göra imorgon!", SectionKind::Commitments),
            ],
        },
    )
    .unwrap()
    .value;
    let sections: Vec<SectionId> =
        store::section::list(&store, meeting).unwrap().iter().map(|section| section.id).collect();
    Room { store, meeting, notes: sections[0], challenges: sections[1], tomorrow: sections[2] }
}

/// Undoes what is next to undo; what was done in parts in parts.
pub(crate) fn undo_newest(store: &mut Store) -> Result<Done<Turned>, Refused> {
    let next = ops::undoable(store)?;
    if next.parts.is_empty() { ops::undo(store, next.at) } else { in_parts(store, next.at, Turn::Undo) }
}

/// Redoes what is next to redo; what was done in parts in parts.
pub(crate) fn redo_newest(store: &mut Store) -> Result<Done<Turned>, Refused> {
    let next = ops::redoable(store)?;
    if next.parts.is_empty() { ops::redo(store, next.at) } else { in_parts(store, next.at, Turn::Redo) }
}

fn in_parts(store: &mut Store, at: LogId, turn: Turn) -> Result<Done<Turned>, Refused> {
    let turned = ops::turn_in_parts(store, at, turn, Duration::ZERO, |_| true)?;
    Ok(turned.expect("nobody cancels it"))
}

/// Another meeting of that day, with one section for notes.
pub(crate) fn another_meeting(store: &mut Store, title: &str, day: NaiveDate) -> (MeetingId, SectionId) {
    let notes = NewSection { heading: "Tips".to_owned(), kind: SectionKind::Notes, intro: Vec::new() };
    let new = NewMeeting {
        programme: ProgrammeChoice::Usual,
        nameless: false,
        title: title.to_owned(),
        kind: MeetingKind::RoundTable,
        date: Some(day),
        time: None,
        place: String::new(),
        audience: String::new(),
        tables: 5,
        sections: vec![notes],
    };
    let meeting = ops::create_meeting(store, new).unwrap().value;
    (meeting, store::section::list(store, meeting).unwrap()[0].id)
}

impl Room {
    pub(crate) fn new() -> Self {
        room(Store::in_memory(options()).unwrap())
    }

    /// The same places in another store.
    pub(crate) fn within(&self, store: Store) -> Self {
        Self { store: store.into(), ..*self }
    }

    /// The places by themselves: the store is an empty one.
    pub(crate) fn places(&self) -> Self {
        self.within(Store::in_memory(options()).unwrap())
    }

    pub(crate) fn say(&mut self, section: SectionId, text: &str) -> EntryId {
        let at = CapturePlace { meeting: self.meeting, section, table: Some(3), round: None };
        ops::capture(&mut self.store, at, Caught { text: text.to_owned(), ..Caught::default() })
            .unwrap()
            .value
            .id
    }

    pub(crate) fn texts(&self, section: SectionId) -> Vec<String> {
        let place = EntryScope { section, table: None };
        let total = store::entry::count(&self.store, place).unwrap();
        let listed = store::entry::window(&self.store, place, 0, total, total).unwrap();
        assert_eq!(listed.len(), total, "the count and the list agree");
        listed.into_iter().map(|listed| listed.entry.text).collect()
    }

    pub(crate) fn found(&self, query: &str) -> Vec<String> {
        store::search::find(&self.store, query, 50).unwrap().into_iter().map(|hit| hit.text).collect()
    }

    pub(crate) fn unanswered(&self) -> usize {
        let filter = Filter { answered: Some(false), open: Some(true), ..Filter::default() };
        work::count(&self.store, &filter).unwrap()
    }
}

/// The entry of a meeting that was written last.
pub(crate) fn newest_of(store: &Store, meeting: MeetingId) -> Entry {
    entries_of(store, meeting).into_iter().max_by_key(|entry| entry.id).unwrap()
}

/// Every entry of a meeting, in the order of its sections.
pub(crate) fn entries_of(store: &Store, meeting: MeetingId) -> Vec<Entry> {
    let sections = store::section::list(store, meeting).unwrap();
    let listed = sections.iter().flat_map(|section| {
        let place = EntryScope { section: section.id, table: None };
        let total = store::entry::count(store, place).unwrap();
        store::entry::window(store, place, 0, total, total).unwrap()
    });
    listed.map(|listed| listed.entry).collect()
}
