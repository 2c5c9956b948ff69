//! What a person does with a meeting, at random, and a picture of what can be seen of the store afterwards.

use proptest::prelude::*;
use vidpennan::i18n::Lang;
use vidpennan::minutes::compose::compose;
use vidpennan::model::history::Changes;
use vidpennan::model::id::{EntryId, SectionId};
use vidpennan::model::{
    ActionStatus, ChallengeStatus, Coded, CommitmentStatus, Due, Kind, NoteKind, ResponseKind, Section,
};
use vidpennan::ops::{
    self, Assignment, CapturePlace, Caught, MoveStep, NewSection, PersonDetails, Refused, Reply,
};
use vidpennan::store::work::{self, Filter, WorkClass};
use vidpennan::store::{self, Store};

use super::at_once;
use super::room::Room;

/// One thing that a person does; entries are chosen by an index into those that are there.
#[derive(Debug, Clone)]
pub(crate) enum Deed {
    Capture { section: usize, text: String, owner: bool },
    Paste(Vec<String>),
    Continue(usize, String),
    Correct(usize),
    Edit(usize, String),
    Delete(Vec<usize>),
    Move(usize, bool),
    MoveTo(usize, usize),
    Convert(usize, usize),
    Star(usize),
    Tag(usize, String),
    Assign(usize),
    Action(usize),
    Answer(Vec<usize>),
    FollowUp(usize),
    NewSection(String),
    DeleteSection(usize),
    MoveSection(usize, bool),
    Rename(String),
    RenamePerson(usize, String),
    JoinPersons(usize, usize),
    RemovePerson(usize),
    Undo,
    Redo,
}

pub(crate) fn deed() -> impl Strategy<Value = Deed> {
    let at = 0..8_usize;
    let text = "[a-zåäö ]{1,12}[a-zåäö]";
    prop_oneof![
        6 => (0..4_usize, text, any::<bool>()).prop_map(|(section, text, owner)| Deed::Capture { section, text, owner }),
        1 => prop::collection::vec(text, 1..4).prop_map(Deed::Paste),
        1 => (at.clone(), text).prop_map(|(at, text)| Deed::Continue(at, text)),
        1 => at.clone().prop_map(Deed::Correct),
        1 => (at.clone(), text).prop_map(|(at, text)| Deed::Edit(at, text)),
        2 => prop::collection::vec(at.clone(), 1..3).prop_map(Deed::Delete),
        2 => (at.clone(), any::<bool>()).prop_map(|(at, up)| Deed::Move(at, up)),
        1 => (at.clone(), 0..4_usize).prop_map(|(at, section)| Deed::MoveTo(at, section)),
        2 => (at.clone(), 0..6_usize).prop_map(|(at, kind)| Deed::Convert(at, kind)),
        1 => at.clone().prop_map(Deed::Star),
        1 => (at.clone(), "[a-zåäö]{1,6}").prop_map(|(at, tag)| Deed::Tag(at, tag)),
        1 => at.clone().prop_map(Deed::Assign),
        1 => at.clone().prop_map(Deed::Action),
        3 => prop::collection::vec(at.clone(), 1..3).prop_map(Deed::Answer),
        2 => at.prop_map(Deed::FollowUp),
        1 => text.prop_map(Deed::NewSection),
        1 => (0..4_usize).prop_map(Deed::DeleteSection),
        1 => (0..4_usize, any::<bool>()).prop_map(|(at, up)| Deed::MoveSection(at, up)),
        1 => text.prop_map(Deed::Rename),
        1 => (0..4_usize, "[A-ZÅÄÖ][a-zåäö]{1,6}").prop_map(|(at, name)| Deed::RenamePerson(at, name)),
        1 => (0..4_usize, 0..4_usize).prop_map(|(at, other)| Deed::JoinPersons(at, other)),
        1 => (0..4_usize).prop_map(Deed::RemovePerson),
        5 => Just(Deed::Undo),
        3 => Just(Deed::Redo),
    ]
}

/// Everything that people can see of a store.
pub(crate) fn picture(store: &Store) -> String {
    let mut picture: Vec<String> = Vec::new();
    for meeting in store::meeting::list(store).unwrap() {
        let minutes = compose(store, meeting.id, Lang::Sv.words()).unwrap();
        picture.push(serde_json::to_string_pretty(&minutes).unwrap());
        for counted in store::section::counted(store, meeting.id).unwrap() {
            picture.push(format!("{} {} {}", counted.entries, counted.challenges, counted.answered));
        }
    }
    for class in [WorkClass::Challenges, WorkClass::Owed] {
        for listed in work::list(store, &Filter { class, ..Filter::default() }, 0, 500).unwrap() {
            let log = store::follow_up::list(store, listed.entry.id).unwrap();
            picture.push(format!("{:?} {} {log:?}", listed.entry.id, listed.responses.len()));
        }
    }
    for query in ["a", "ö", "sam"] {
        let hits: Vec<_> =
            store::search::find(store, query, 500).unwrap().into_iter().map(|hit| hit.id).collect();
        picture.push(format!("{hits:?}"));
    }
    for person in store::person::list(store).unwrap() {
        picture.push(person.name);
    }
    picture.join("\n")
}

/// The sections of every meeting.
fn sections(store: &Store) -> Vec<Section> {
    let meetings = store::meeting::list(store).unwrap();
    meetings.iter().flat_map(|meeting| store::section::list(store, meeting.id).unwrap()).collect()
}

/// The entries of every meeting.
pub(crate) fn entries(room: &Room) -> Vec<EntryId> {
    let mut entries = Vec::new();
    for section in sections(&room.store) {
        let place = store::entry::EntryScope { section: section.id, table: None };
        let total = store::entry::count(&room.store, place).unwrap();
        let listed = store::entry::window(&room.store, place, 0, total, total).unwrap();
        entries.extend(listed.into_iter().map(|listed| listed.entry.id));
    }
    entries
}

/// Does it, if it can be done now. Says whether anything was written.
pub(crate) fn act(room: &mut Room, deed: &Deed) -> Result<bool, Refused> {
    let sections = sections(&room.store);
    let all = entries(room);
    let pick = |at: usize| all.get(at % all.len().max(1)).copied();
    let place = |at: usize| sections.get(at % sections.len().max(1));
    let section = |at: usize| place(at).map(|section| section.id);
    let (meeting, store) = (room.meeting, &mut room.store);
    let caught = |text: &String| Caught { text: text.clone(), ..Caught::default() };
    let at = |section: &Section| CapturePlace {
        meeting: section.meeting,
        section: section.id,
        table: Some(2),
        round: None,
    };
    let touched = match deed {
        Deed::Capture { section, text, owner } => {
            let Some(place) = place(*section) else { return Ok(false) };
            let owner = owner.then(|| "Amina Berg".to_owned());
            ops::capture(store, at(place), Caught { owner, ..caught(text) })?.changes
        }
        Deed::Paste(texts) => {
            let Some(place) = place(0) else { return Ok(false) };
            ops::capture_many(store, at(place), texts.iter().map(caught).collect())?.changes
        }
        Deed::NewSection(heading) => {
            let new = NewSection {
                heading: heading.clone(),
                kind: vidpennan::model::SectionKind::Notes,
                intro: Vec::new(),
            };
            ops::create_section(store, meeting, &new)?.changes
        }
        Deed::DeleteSection(place) => {
            let Some(place) = section(*place) else { return Ok(false) };
            at_once::delete_section(store, place)?.changes
        }
        Deed::MoveSection(place, up) => {
            let Some(place) = section(*place) else { return Ok(false) };
            ops::move_section(store, place, step(*up))?.changes
        }
        Deed::Rename(title) => {
            let before = store::meeting::get(store, meeting).unwrap().unwrap();
            let after = vidpennan::model::Meeting { title: title.clone(), ..before.clone() };
            at_once::edit_meeting(store, &before, &after)?.changes
        }
        Deed::Delete(which) => {
            let mut which: Vec<_> = which.iter().filter_map(|at| pick(*at)).collect();
            which.dedup();
            at_once::delete_entries(store, &which)?.changes
        }
        Deed::Answer(which) => {
            let mut which: Vec<_> = which.iter().filter_map(|at| pick(*at)).collect();
            which.dedup();
            let reply =
                Reply { kind: ResponseKind::Underway, text: "Det är på gång".to_owned(), due: None };
            ops::answer(store, &which, &reply)?.changes
        }
        Deed::RenamePerson(..) | Deed::JoinPersons(..) | Deed::RemovePerson(_) => register(store, deed)?,
        Deed::Undo | Deed::Redo => return Ok(false),
        deed => {
            let Some(id) = which(deed).and_then(pick) else { return Ok(false) };
            change(store, id, deed, section)?
        }
    };
    Ok(!touched.touched.is_empty())
}

/// Does it to the register.
fn register(store: &mut Store, deed: &Deed) -> Result<Changes, Refused> {
    let persons = store::person::list(store).unwrap();
    let pick = |at: &usize| persons.get(at % persons.len().max(1)).cloned();
    Ok(match deed {
        Deed::RenamePerson(at, name) => {
            let Some(before) = pick(at) else { return Ok(Changes::default()) };
            let details =
                PersonDetails { name: name.clone(), role: before.role.clone(), ..PersonDetails::default() };
            at_once::edit_person(store, &before, &details)?.changes
        }
        Deed::JoinPersons(at, other) => {
            let (Some(one), Some(other)) = (pick(at), pick(other)) else { return Ok(Changes::default()) };
            ops::join_persons(store, one.id, other.id)?.changes
        }
        Deed::RemovePerson(at) => {
            let Some(person) = pick(at) else { return Ok(Changes::default()) };
            at_once::remove_person(store, person.id)?.changes
        }
        _ => Changes::default(),
    })
}

/// The entry that a deed is done to, by its index.
fn which(deed: &Deed) -> Option<usize> {
    match deed {
        Deed::Continue(which, ..)
        | Deed::Correct(which)
        | Deed::Edit(which, ..)
        | Deed::Move(which, ..)
        | Deed::MoveTo(which, ..)
        | Deed::Convert(which, ..)
        | Deed::Star(which)
        | Deed::Tag(which, ..)
        | Deed::Assign(which)
        | Deed::Action(which)
        | Deed::FollowUp(which) => Some(*which),
        _ => None,
    }
}

/// Does it to one entry.
fn change(
    store: &mut Store,
    id: EntryId,
    deed: &Deed,
    section: impl Fn(usize) -> Option<SectionId>,
) -> Result<Changes, Refused> {
    let entry = store::entry::get(store, id).unwrap().unwrap();
    let changes = match deed {
        Deed::Continue(_, words) => ops::continue_entry(store, id, words)?.changes,
        Deed::Correct(_) => ops::correct_entry(store, id, "a", "å")?.changes,
        Deed::Edit(_, text) => at_once::edit_text(store, id, &entry.text, text)?.changes,
        Deed::Move(_, up) => ops::move_entry(store, id, step(*up))?.changes,
        Deed::MoveTo(_, place) => match section(*place) {
            Some(place) => ops::move_to_section(store, id, place)?.changes,
            None => Changes::default(),
        },
        Deed::Convert(_, to) => ops::convert(store, id, kind(*to))?.changes,
        Deed::Star(_) => ops::set_starred(store, id, !entry.starred)?.changes,
        Deed::Tag(_, tag) => ops::set_tags(store, id, &entry.tags, std::slice::from_ref(tag))?.changes,
        Deed::Assign(_) => {
            let after = Assignment { owner: Some("Lena Holm".to_owned()), due: Due::in_week(2026, 12) };
            at_once::assign(store, id, &Assignment::of(&entry), after)?.changes
        }
        Deed::Action(_) => ops::make_action(store, id, "Gör något åt det", None, None)?.changes,
        deed => {
            let at = which(deed).unwrap_or_default();
            let outcome = match entry.kind {
                Kind::Challenge(_) => Kind::Challenge(ChallengeStatus::ALL[at % ChallengeStatus::ALL.len()]),
                Kind::Action(_) => Kind::Action(ActionStatus::ALL[at % ActionStatus::ALL.len()]),
                _ => Kind::Commitment(CommitmentStatus::ALL[at % CommitmentStatus::ALL.len()]),
            };
            ops::follow_up(store, id, outcome, "Frågade")?.changes
        }
    };
    Ok(changes)
}

fn step(up: bool) -> MoveStep {
    if up { MoveStep::Up } else { MoveStep::Down }
}

fn kind(at: usize) -> Kind {
    let kinds = [
        Kind::NOTE,
        Kind::Note(NoteKind::Quote),
        Kind::CHALLENGE,
        Kind::COMMITMENT,
        Kind::ACTION,
        Kind::Decision,
    ];
    kinds[at % kinds.len()]
}
