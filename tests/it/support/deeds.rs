//! What a person does with meetings and the register, at random: every operation that there is.

use proptest::prelude::*;
use vidpennan::model::history::Changes;
use vidpennan::model::id::{EntryId, SectionId};
use vidpennan::model::{
    ActionStatus, ChallengeStatus, Coded, CommitmentStatus, Due, Kind, NoteKind, Response, ResponseKind,
    Section,
};
use vidpennan::ops::{
    self, Assignment, CapturePlace, Caught, EntryLine, MoveStep, NewSection, Refused, Reply,
};
use vidpennan::store::{self, Store};

use super::at_once;
use super::room::Room;

mod alike;
mod meeting;
mod picture;
mod register;

pub(crate) use alike::deed_alike;
pub(crate) use picture::picture;

/// One thing that a person does; entries are chosen by an index into those that are there.
#[derive(Debug, Clone)]
pub(crate) enum Deed {
    Capture {
        section: usize,
        text: String,
        owner: Option<&'static str>,
    },
    Paste(Vec<String>),
    Continue(usize, String),
    Correct(usize),
    Edit(usize, String),
    Delete(Vec<usize>),
    Move(usize, bool),
    MoveTo(usize, usize),
    MoveToMeeting(usize, usize),
    MoveToTable(usize, u16),
    MoveToRound(usize, u16),
    SetSpeaker(usize, String),
    Park(usize),
    Convert(usize, usize),
    Star(usize),
    Unfinished(usize),
    Tag(usize, String),
    Assign(usize),
    Action(usize),
    Answer(Vec<usize>),
    AnswerBy(usize, String),
    EditResponse(usize, String),
    DeleteResponse(usize),
    MoveResponse(usize, usize),
    ContinueResponse(usize, String),
    CorrectResponse(usize),
    FollowUp(usize, usize),
    SetStatus(usize, usize),
    Rewrite(usize, String),
    ChooseStatus(usize, usize),
    NewSection(String),
    EditSection(usize, String),
    DeleteSection(usize),
    MoveSection(usize, bool),
    NewMeeting(String),
    CurrentMeeting(String),
    EditMeeting(usize, String),
    EditMeetingIn(usize, String),
    MoveMeeting(usize, String),
    DeleteMeeting(usize),
    ImportMinutes(String),
    ImportInParts(String, bool),
    WriteManuscript(String),
    DiscardManuscript,
    RenameProgramme(String),
    EditProgramme(usize, String),
    Abbreviate(String, String),
    EnterPerson(String),
    EnterOrganisation(String),
    ImportPeople(Vec<String>, bool),
    RenamePerson(usize, String),
    JoinPersons(usize, usize),
    RemovePerson(usize),
    SaveView(String, usize),
    RenameView(usize, String),
    DeleteView(usize),
    Undo,
    Redo,
    /// Undoes an older operation that is chosen in the history.
    UndoChosen(usize),
}

impl Deed {
    /// What is done, whatever it is done to.
    pub(crate) fn verb(&self) -> String {
        let all = format!("{self:?}");
        all.split(|at: char| !at.is_alphanumeric()).next().unwrap_or_default().to_owned()
    }
}

pub(crate) fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        30 => to_entries(),
        5 => to_sections_and_responses(),
        4 => to_meetings(),
        5 => to_register(),
        6 => Just(Deed::Undo),
        4 => Just(Deed::Redo),
        2 => (0..12_usize).prop_map(Deed::UndoChosen),
    ]
}

const TEXT: &str = "[a-zåäö ]{1,12}[a-zåäö]";
const NAME: &str = "[A-ZÅÄÖ][a-zåäö]{1,6}";

/// Who owns something: nobody, one or several, however they are written.
fn owner() -> impl Strategy<Value = Option<&'static str>> {
    prop::sample::select(vec![
        None,
        Some("Amina Berg"),
        Some("Amina Berg, Lena Holm"),
        Some("Lena Holm,Amina Berg, kansliet"),
        Some("Amina Berg, Amina Berg"),
    ])
}

fn to_entries() -> impl Strategy<Value = Deed> {
    let at = 0..8_usize;
    prop_oneof![
        6 => (0..4_usize, TEXT, owner()).prop_map(|(section, text, owner)| Deed::Capture { section, text, owner }),
        1 => prop::collection::vec(TEXT, 1..4).prop_map(Deed::Paste),
        1 => (at.clone(), TEXT).prop_map(|(at, text)| Deed::Continue(at, text)),
        1 => at.clone().prop_map(Deed::Correct),
        1 => (at.clone(), TEXT).prop_map(|(at, text)| Deed::Edit(at, text)),
        2 => prop::collection::vec(at.clone(), 1..3).prop_map(Deed::Delete),
        2 => (at.clone(), any::<bool>()).prop_map(|(at, up)| Deed::Move(at, up)),
        1 => (at.clone(), 0..4_usize).prop_map(|(at, section)| Deed::MoveTo(at, section)),
        2 => (at.clone(), 0..6_usize).prop_map(|(at, kind)| Deed::Convert(at, kind)),
        2 => (at.clone(), 0..3_usize).prop_map(|(at, meeting)| Deed::MoveToMeeting(at, meeting)),
        1 => (at.clone(), 0..4_u16).prop_map(|(at, table)| Deed::MoveToTable(at, table)),
        1 => (at.clone(), 0..3_u16).prop_map(|(at, round)| Deed::MoveToRound(at, round)),
        1 => (at.clone(), NAME).prop_map(|(at, name)| Deed::SetSpeaker(at, name)),
        1 => at.clone().prop_map(Deed::Park),
        1 => at.clone().prop_map(Deed::Star),
        1 => at.clone().prop_map(Deed::Unfinished),
        1 => (at.clone(), "[a-zåäö]{1,6}").prop_map(|(at, tag)| Deed::Tag(at, tag)),
        1 => at.clone().prop_map(Deed::Assign),
        1 => at.clone().prop_map(Deed::Action),
        3 => prop::collection::vec(at.clone(), 1..3).prop_map(Deed::Answer),
        1 => (at.clone(), NAME).prop_map(|(at, name)| Deed::AnswerBy(at, name)),
        2 => (at.clone(), 0..8_usize).prop_map(|(at, status)| Deed::FollowUp(at, status)),
        1 => (at.clone(), 0..8_usize).prop_map(|(at, status)| Deed::SetStatus(at, status)),
        1 => (at.clone(), TEXT).prop_map(|(at, text)| Deed::Rewrite(at, text)),
        1 => (at, 0..8_usize).prop_map(|(at, status)| Deed::ChooseStatus(at, status)),
    ]
}

/// Every [`Deed::verb`] that there is, by the table above.
pub(crate) fn verbs() -> std::collections::BTreeSet<String> {
    let source = include_str!("deeds.rs");
    let table = source.split_once("pub(crate) enum Deed {\n").unwrap().1.split_once("\n}").unwrap().0;
    let variants = table.lines().filter(|line| line.starts_with("    ") && !line.starts_with("     "));
    let names = variants.map(|line| line.trim().split(|at: char| !at.is_alphanumeric()).next().unwrap());
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// What changes where entries are, and little else.
pub(crate) fn deed_of_place() -> impl Strategy<Value = Deed> {
    let at = 0..4_usize;
    prop_oneof![
        4 => (at.clone(), 0..6_usize).prop_map(|(at, section)| Deed::MoveTo(at, section)),
        4 => (at.clone(), 0..3_usize).prop_map(|(at, meeting)| Deed::MoveToMeeting(at, meeting)),
        1 => (at.clone(), 0..6_usize).prop_map(|(at, kind)| Deed::Convert(at, kind)),
        1 => at.clone().prop_map(|at| Deed::Answer(vec![at])),
        1 => at.clone().prop_map(Deed::DeleteSection),
        1 => at.prop_map(Deed::DeleteMeeting),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
        1 => (0..6_usize).prop_map(Deed::UndoChosen),
    ]
}

/// What changes what is answered, and whether that is there.
pub(crate) fn deed_of_answer() -> impl Strategy<Value = Deed> {
    let at = 0..4_usize;
    prop_oneof![
        4 => prop::collection::vec(at.clone(), 1..3).prop_map(Deed::Answer),
        2 => (at.clone(), TEXT).prop_map(|(at, text)| Deed::EditResponse(at, text)),
        1 => (at.clone(), TEXT).prop_map(|(at, text)| Deed::ContinueResponse(at, text)),
        3 => (at.clone(), at.clone()).prop_map(|(at, to)| Deed::MoveResponse(at, to)),
        2 => at.clone().prop_map(Deed::DeleteResponse),
        1 => at.clone().prop_map(|at| Deed::Delete(vec![at])),
        1 => (at.clone(), 0..3_usize).prop_map(|(at, meeting)| Deed::MoveToMeeting(at, meeting)),
        1 => (at.clone(), 0..6_usize).prop_map(|(at, kind)| Deed::Convert(at, kind)),
        1 => at.clone().prop_map(Deed::DeleteSection),
        1 => at.prop_map(Deed::DeleteMeeting),
        3 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
        2 => (0..6_usize).prop_map(Deed::UndoChosen),
    ]
}

fn to_sections_and_responses() -> impl Strategy<Value = Deed> {
    let at = 0..4_usize;
    prop_oneof![
        1 => TEXT.prop_map(Deed::NewSection),
        1 => (at.clone(), TEXT).prop_map(|(at, heading)| Deed::EditSection(at, heading)),
        1 => at.clone().prop_map(Deed::DeleteSection),
        1 => (at.clone(), any::<bool>()).prop_map(|(at, up)| Deed::MoveSection(at, up)),
        1 => (at.clone(), TEXT).prop_map(|(at, text)| Deed::EditResponse(at, text)),
        2 => (at.clone(), 0..8_usize).prop_map(|(at, to)| Deed::MoveResponse(at, to)),
        1 => (at.clone(), TEXT).prop_map(|(at, text)| Deed::ContinueResponse(at, text)),
        1 => at.clone().prop_map(Deed::CorrectResponse),
        1 => at.prop_map(Deed::DeleteResponse),
    ]
}

fn to_meetings() -> impl Strategy<Value = Deed> {
    let at = 0..3_usize;
    prop_oneof![
        TEXT.prop_map(Deed::NewMeeting),
        TEXT.prop_map(Deed::CurrentMeeting),
        (at.clone(), TEXT).prop_map(|(at, title)| Deed::EditMeeting(at, title)),
        (at.clone(), "(|[AB]-programmet)").prop_map(|(at, name)| Deed::EditMeetingIn(at, name)),
        (at.clone(), "(|[AB]-programmet)").prop_map(|(at, name)| Deed::MoveMeeting(at, name)),
        at.prop_map(Deed::DeleteMeeting),
        NAME.prop_map(Deed::ImportMinutes),
        (NAME, any::<bool>()).prop_map(|(name, whole)| Deed::ImportInParts(name, whole)),
        TEXT.prop_map(Deed::WriteManuscript),
        Just(Deed::DiscardManuscript),
    ]
}

fn to_register() -> impl Strategy<Value = Deed> {
    let at = 0..4_usize;
    prop_oneof![
        1 => TEXT.prop_map(Deed::RenameProgramme),
        1 => (at.clone(), TEXT).prop_map(|(at, text)| Deed::EditProgramme(at, text)),
        3 => ("[ab]", "(|[a-zåäö]{1,6})").prop_map(|(short, long)| Deed::Abbreviate(short, long)),
        2 => NAME.prop_map(Deed::EnterPerson),
        1 => NAME.prop_map(Deed::EnterOrganisation),
        1 => (prop::collection::vec(NAME, 1..3), any::<bool>())
            .prop_map(|(names, present)| Deed::ImportPeople(names, present)),
        1 => (at.clone(), NAME).prop_map(|(at, name)| Deed::RenamePerson(at, name)),
        2 => (at.clone(), 0..3_usize).prop_map(|(at, apart)| Deed::JoinPersons(at, apart)),
        1 => at.clone().prop_map(Deed::RemovePerson),
        2 => (NAME, at.clone()).prop_map(|(name, shows)| Deed::SaveView(name, shows)),
        2 => (at.clone(), NAME).prop_map(|(at, name)| Deed::RenameView(at, name)),
        1 => at.prop_map(Deed::DeleteView),
    ]
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
            let owner = owner.map(str::to_owned);
            ops::capture(store, at(place), Caught { owner, ..caught(text) })?.changes
        }
        Deed::Paste(texts) => {
            let Some(place) = place(0) else { return Ok(false) };
            let lines = texts.iter().map(caught);
            if texts.len() == 2 {
                // The second line is under a heading of its own.
                let new = NewSection {
                    heading: "Inklistrat".to_owned(),
                    kind: vidpennan::model::SectionKind::Challenges,
                    intro: Vec::new(),
                };
                let lines = [None, Some(0)].into_iter().zip(lines).collect();
                ops::capture_under(store, at(place), &[new], lines)?.changes
            } else {
                ops::capture_many(store, at(place), lines.collect())?.changes
            }
        }
        Deed::NewSection(heading) => {
            let new = NewSection {
                heading: heading.clone(),
                kind: vidpennan::model::SectionKind::Notes,
                intro: Vec::new(),
            };
            ops::create_section(store, meeting, &new)?.changes
        }
        Deed::EditSection(at, heading) => {
            let Some(before) = place(*at) else { return Ok(false) };
            let after = Section { heading: heading.clone(), ..before.clone() };
            at_once::edit_section(store, before, after)?.changes
        }
        Deed::DeleteSection(place) => {
            let Some(place) = section(*place) else { return Ok(false) };
            at_once::delete_section(store, place)?.changes
        }
        Deed::MoveSection(place, up) => {
            let Some(place) = section(*place) else { return Ok(false) };
            ops::move_section(store, place, step(*up))?.changes
        }
        Deed::Delete(which) => {
            let mut which: Vec<_> = which.iter().filter_map(|at| pick(*at)).collect();
            which.dedup();
            at_once::delete_entries(store, &which)?.changes
        }
        Deed::Answer(which) => {
            let mut which: Vec<_> = which.iter().filter_map(|at| pick(*at)).collect();
            which.dedup();
            ops::answer(store, &which, &underway())?.changes
        }
        Deed::EditResponse(at, _)
        | Deed::DeleteResponse(at)
        | Deed::MoveResponse(at, _)
        | Deed::ContinueResponse(at, _)
        | Deed::CorrectResponse(at) => change_response(store, &all, *at, deed)?,
        Deed::NewMeeting(_)
        | Deed::CurrentMeeting(_)
        | Deed::EditMeeting(..)
        | Deed::EditMeetingIn(..)
        | Deed::MoveMeeting(..)
        | Deed::DeleteMeeting(_)
        | Deed::ImportMinutes(_)
        | Deed::ImportInParts(..)
        | Deed::WriteManuscript(_)
        | Deed::DiscardManuscript => meeting::act(store, meeting, deed)?,
        Deed::RenameProgramme(_)
        | Deed::EditProgramme(..)
        | Deed::Abbreviate(..)
        | Deed::EnterPerson(_)
        | Deed::EnterOrganisation(_)
        | Deed::ImportPeople(..)
        | Deed::RenamePerson(..)
        | Deed::JoinPersons(..)
        | Deed::RemovePerson(_)
        | Deed::SaveView(..)
        | Deed::RenameView(..)
        | Deed::DeleteView(_) => register::act(store, meeting, deed)?,
        Deed::UndoChosen(at) => undo_chosen(store, *at)?,
        Deed::Undo | Deed::Redo => return Ok(false),
        deed => {
            let Some(id) = which(deed).and_then(pick) else { return Ok(false) };
            change(store, id, deed, section)?
        }
    };
    Ok(!touched.touched.is_empty())
}

fn underway() -> Reply {
    Reply { kind: ResponseKind::Underway, text: "Det är på gång".to_owned(), due: None }
}

/// Does something to one of the responses to these entries.
fn change_response(store: &mut Store, all: &[EntryId], at: usize, deed: &Deed) -> Result<Changes, Refused> {
    let responses = responses(store, all);
    let Some((challenge, before)) = responses.get(at % responses.len().max(1)) else {
        return Ok(Changes::default());
    };
    match deed {
        Deed::MoveResponse(_, to) => {
            let challenges = challenges(store, all);
            let Some(to) = challenges.get(to % challenges.len().max(1)).copied() else {
                return Ok(Changes::default());
            };
            Ok(ops::move_response(store, before.id, *challenge, to)?.changes)
        }
        Deed::CorrectResponse(_) => Ok(ops::correct_response(store, before.id, "e", "é")?.changes),
        Deed::ContinueResponse(_, words) => Ok(ops::continue_response(store, before.id, words)?.changes),
        Deed::EditResponse(_, text) => {
            let Response { kind, due, .. } = before.clone();
            let before_edit = Reply { kind, text: before.text.clone(), due };
            let after = Reply { text: text.clone(), ..before_edit.clone() };
            // A text of some lengths changes who gave it too.
            let done = if text.len().is_multiple_of(3) {
                let authors = [before.author.clone(), Some("Siv Ek".to_owned())];
                at_once::edit_response_by(store, before.id, &before_edit, &after, &authors)?
            } else {
                at_once::edit_response(store, before.id, &before_edit, &after)?
            };
            Ok(done.changes)
        }
        _ => {
            let held = store::held(store).unwrap();
            Ok(ops::delete_response(store, before.id, &[*challenge], &held)?.changes)
        }
    }
}

/// Undoes one of the operations of this laptop that are done and not undone, counted from the newest.
fn undo_chosen(store: &mut Store, nth: usize) -> Result<Changes, Refused> {
    let all = store::history::all(store, usize::MAX).unwrap().into_iter().map(|operation| operation.at);
    let mut done = all.filter(|at| store::undo::done(store, *at).unwrap().is_some());
    match done.nth(nth) {
        Some(chosen) => Ok(ops::undo(store, chosen)?.changes),
        None => Ok(Changes::default()),
    }
}

/// Those of these entries that are challenges.
fn challenges(store: &Store, entries: &[EntryId]) -> Vec<EntryId> {
    let is_challenge = |id: &EntryId| {
        let entry = store::entry::get(store, *id).unwrap();
        entry.is_some_and(|entry| matches!(entry.kind, Kind::Challenge(_)))
    };
    entries.iter().copied().filter(is_challenge).collect()
}

/// The responses to these entries, with the entry that each answers.
fn responses(store: &Store, entries: &[EntryId]) -> Vec<(EntryId, Response)> {
    let to = |id: &EntryId| {
        let responses = store::response::to(store, *id).unwrap();
        responses.into_iter().map(|response| (*id, response)).collect::<Vec<_>>()
    };
    entries.iter().flat_map(to).collect()
}

/// The entry that a deed is done to, by its index.
fn which(deed: &Deed) -> Option<usize> {
    match deed {
        Deed::Continue(which, ..)
        | Deed::Correct(which)
        | Deed::Edit(which, ..)
        | Deed::Move(which, ..)
        | Deed::MoveTo(which, ..)
        | Deed::MoveToMeeting(which, ..)
        | Deed::MoveToTable(which, ..)
        | Deed::MoveToRound(which, ..)
        | Deed::AnswerBy(which, ..)
        | Deed::SetSpeaker(which, ..)
        | Deed::Park(which)
        | Deed::Convert(which, ..)
        | Deed::Star(which)
        | Deed::Unfinished(which)
        | Deed::Tag(which, ..)
        | Deed::Assign(which)
        | Deed::Action(which)
        | Deed::FollowUp(which, _)
        | Deed::SetStatus(which, _)
        | Deed::Rewrite(which, _)
        | Deed::ChooseStatus(which, _) => Some(*which),
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
            Some(place) => ops::move_to_section(store, &[id], place)?.changes,
            None => Changes::default(),
        },
        Deed::MoveToMeeting(_, at) => {
            let meetings = store::meeting::list(store).unwrap();
            match meetings.get(at % meetings.len().max(1)) {
                Some(meeting) => ops::move_to_meeting(store, &[id], meeting.id)?.changes,
                None => Changes::default(),
            }
        }
        Deed::MoveToTable(_, table) => {
            ops::move_to_table(store, &[id], Some(*table).filter(|table| *table > 0))?.changes
        }
        Deed::MoveToRound(_, round) => {
            ops::move_to_round(store, &[id], Some(*round).filter(|round| *round > 0))?.changes
        }
        Deed::AnswerBy(_, name) => ops::answer_by(store, &[id], &underway(), Some(name.clone()))?.changes,
        Deed::SetSpeaker(_, name) => ops::set_speaker(store, &[id], Some(name))?.changes,
        Deed::Park(_) => ops::park(store, &[id])?.changes,
        Deed::Convert(_, to) => ops::convert(store, &[id], kind(*to))?.changes,
        Deed::Star(_) => ops::set_starred(store, &[id], !entry.starred)?.changes,
        Deed::Unfinished(_) => ops::set_unfinished(store, &[id], !entry.unfinished)?.changes,
        Deed::Tag(_, tag) => ops::set_tags(store, &[id], &entry.tags, std::slice::from_ref(tag))?.changes,
        Deed::Assign(_) => {
            let after = Assignment { owner: Some("Lena Holm".to_owned()), due: Due::in_week(2026, 12) };
            at_once::assign(store, id, &Assignment::of(&entry), &after)?.changes
        }
        Deed::Action(_) => at_once::make_action(store, id, "Gör något åt det", None, None)?.changes,
        Deed::FollowUp(_, at) => ops::follow_up(store, id, status(entry.kind, *at), "Frågade")?.changes,
        Deed::SetStatus(_, at) => ops::set_status(store, id, status(entry.kind, *at))?.changes,
        Deed::Rewrite(at, text) => {
            let before = EntryLine::of(&entry);
            let after = EntryLine { kind: kind(*at), text: text.clone(), ..before.clone() };
            at_once::rewrite(store, id, &before, after)?.changes
        }
        Deed::ChooseStatus(_, at) => {
            let status = status(entry.kind, *at);
            let comment = if at % 2 == 0 { "Frågade igen" } else { "" };
            at_once::choose_status(store, id, entry.kind, status, comment)?.changes
        }
        _ => Changes::default(),
    };
    Ok(changes)
}

/// One of the statuses of a kind, or of another kind where it has none.
fn status(kind: Kind, at: usize) -> Kind {
    match kind {
        Kind::Challenge(_) => Kind::Challenge(ChallengeStatus::ALL[at % ChallengeStatus::ALL.len()]),
        Kind::Action(_) => Kind::Action(ActionStatus::ALL[at % ActionStatus::ALL.len()]),
        _ => Kind::Commitment(CommitmentStatus::ALL[at % CommitmentStatus::ALL.len()]),
    }
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
