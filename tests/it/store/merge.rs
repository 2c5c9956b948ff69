//! Four laptops write in the same meetings and hand each other their rows, in any order and more than once. In the end
//! all have the same store, whatever their clocks say, and no words are gone that nobody who deleted them had.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDateTime, TimeDelta, Timelike};
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;
use vidpennan::clock::Clock;
use vidpennan::model::history::{LogId, LogRow, Op, Stamp, Value};
use vidpennan::model::id::{DeviceId, EntryId, MeetingId, ResponseId};
use vidpennan::model::{Kind, Section, cell};
use vidpennan::ops::{self, Assignment, CapturePlace, Caught, Seen};
use vidpennan::store::work::{self, Filter, WorkClass};
use vidpennan::store::{self, Options, Store};

use crate::support::arbitrary::cases;
use crate::support::deeds::{Deed, act, deed, deed_alike, deed_of_answer, deed_of_place, entries, picture};
use crate::support::room::{
    Room, another_meeting, entries_of, follows_from_its_log, noon, redo_newest, room, undo_newest,
};

/// How far from noon the clocks of the four laptops are, in minutes: twelve years behind, right, five minutes ahead,
/// ten years ahead.
const CLOCKS: [i64; 4] = [-12 * 525_960, 0, 5, 10 * 525_960];

/// What an editor or form is for.
#[derive(Debug, Clone, Copy)]
enum FormKind {
    Text,
    Assignment,
    Section,
}

/// What happens at one of the laptops.
#[derive(Debug, Clone)]
enum Happening {
    Deed(usize, Deed),
    /// Minutes pass on its clock.
    Wait(usize, i64),
    /// Its clock is put right.
    PutRight(usize),
    /// The text of an entry, its assignment or the form of its section is opened.
    Open(usize, usize, FormKind),
    /// What was opened is saved.
    Save(usize, String),
    /// One laptop's file is copied to another, in the place of its own. Both go on as the same replica.
    Copy {
        from: usize,
        to: usize,
    },
    /// One hands its rows to another: those that are new or all, from the front or from the back, perhaps twice.
    Send {
        from: usize,
        to: usize,
        all: bool,
        reversed: bool,
        twice: bool,
    },
    /// Everybody gets everything.
    Meet,
}

/// Any deed, with words of any kind.
fn any_happening() -> impl Strategy<Value = Happening> {
    happening(deed(), "[a-zåäö ]{1,12}[a-zåäö]")
}

/// Deeds to few records with few values: what two do at the same time is often the same.
fn happening_alike() -> impl Strategy<Value = Happening> {
    happening(deed_alike(), select(&["Rad", "Raden"][..]).prop_map(str::to_owned))
}

/// Deeds that change where entries are.
fn happening_to_places() -> impl Strategy<Value = Happening> {
    happening(deed_of_place(), select(&["Rad"][..]).prop_map(str::to_owned))
}

/// Deeds that change what is answered.
fn happening_to_answers() -> impl Strategy<Value = Happening> {
    happening(deed_of_answer(), select(&["Rad"][..]).prop_map(str::to_owned))
}

fn happening(
    deed: impl Strategy<Value = Deed>,
    words: impl Strategy<Value = String>,
) -> impl Strategy<Value = Happening> {
    let who = 0..CLOCKS.len();
    let form = prop_oneof![Just(FormKind::Text), Just(FormKind::Assignment), Just(FormKind::Section)];
    prop_oneof![
        8 => (who.clone(), deed).prop_map(|(who, deed)| Happening::Deed(who, deed)),
        1 => (who.clone(), 0..200_i64).prop_map(|(who, minutes)| Happening::Wait(who, minutes)),
        1 => who.clone().prop_map(Happening::PutRight),
        1 => (who.clone(), 0..8_usize, form).prop_map(|(who, at, form)| Happening::Open(who, at, form)),
        1 => (who.clone(), words).prop_map(|(who, text)| Happening::Save(who, text)),
        1 => (who.clone(), who.clone()).prop_map(|(from, to)| Happening::Copy { from, to }),
        4 => (who.clone(), who, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
            |(from, to, all, reversed, twice)| Happening::Send { from, to, all, reversed, twice }
        ),
        1 => Just(Happening::Meet),
    ]
}

/// An editor or form that is open, with what was in it and how much was held then.
#[derive(Clone)]
enum OpenForm {
    Text(EntryId, Seen<String>),
    Assignment(EntryId, Seen<Assignment>),
    Section(Seen<Section>),
}

/// A laptop, and what is open on it.
struct Laptop {
    room: Room,
    clock: NaiveDateTime,
    open: Option<OpenForm>,
}

/// Four laptops that know of two meetings.
fn laptops() -> Vec<Laptop> {
    let store = |clock| {
        Store::in_memory(Options { clock: Clock::Fixed(clock), scribe: None, replicas: None }).unwrap()
    };
    let mut first = room(store(noon()));
    let Room { meeting, notes, challenges, tomorrow, .. } = first;
    let (there, section) = another_meeting(&mut first.store, "Heja", noon().date());
    first.say(first.notes, "Rad");
    first.say(first.challenges, "Rad");
    let at = CapturePlace { meeting: there, section, table: None, round: None };
    let caught = Caught { kind: Some(Kind::CHALLENGE), text: "Rad".to_owned(), ..Caught::default() };
    ops::capture(&mut first.store, at, caught).unwrap();
    let rows = store::log::beyond(&first.store, &[]).unwrap();
    drop(first.store.into_store());
    // No two clocks ever show the same: identities of new records are made from what a fixed clock shows.
    let clocks = CLOCKS
        .into_iter()
        .zip(0..)
        .map(|(minutes, millis)| noon() + TimeDelta::minutes(minutes) + TimeDelta::milliseconds(millis));
    let mut laptops: Vec<Laptop> = Vec::new();
    for clock in clocks {
        let mut store = store(clock);
        store.apply(&rows).unwrap();
        let room = Room { store: store.into(), meeting, notes, challenges, tomorrow };
        laptops.push(Laptop { room, clock, open: None });
    }
    laptops
}

/// Hands rows over, and all of them where those that are new do not follow on what is held. Returns how many were new.
fn send(from: &Laptop, to: &mut Laptop, all: bool, reversed: bool) -> usize {
    let known = if all { Vec::new() } else { store::log::last(&to.room.store).unwrap() };
    let mut hand_over = |known: &[LogId]| {
        let mut rows = store::log::beyond(&from.room.store, known).unwrap();
        if reversed {
            rows.reverse();
        }
        to.room.store.apply(&rows).unwrap()
    };
    let mut applied = hand_over(&known);
    let mut new = applied.rows;
    if !applied.wanted.is_empty() {
        applied = hand_over(&[]);
        new += applied.rows;
    }
    assert_eq!(applied.wanted, Vec::new());
    new
}

fn open(store: &Store, id: EntryId, form: FormKind) -> OpenForm {
    let entry = store::entry::get(store, id).unwrap().unwrap();
    match form {
        FormKind::Text => OpenForm::Text(id, Seen::now(store, entry.text).unwrap()),
        FormKind::Assignment => OpenForm::Assignment(id, Seen::now(store, Assignment::of(&entry)).unwrap()),
        FormKind::Section => {
            let section = store::section::get(store, entry.section).unwrap().unwrap();
            OpenForm::Section(Seen::now(store, section).unwrap())
        }
    }
}

fn save(store: &mut Store, form: OpenForm, text: &str) -> Result<(), ops::Refused> {
    match form {
        OpenForm::Text(id, before) => ops::edit_text(store, id, &before, text).map(drop),
        OpenForm::Assignment(id, before) => {
            let after = Assignment { owner: Some(text.to_owned()), ..before.value.clone() };
            ops::assign(store, &[id], &before, &after).map(drop)
        }
        OpenForm::Section(before) => {
            let after = Section { heading: text.to_owned(), ..before.value.clone() };
            ops::edit_section(store, &before, after).map(drop)
        }
    }
}

fn happen(laptops: &mut [Laptop], happening: &Happening) {
    match happening {
        Happening::Deed(who, deed) => {
            let room = &mut laptops[*who].room;
            // What cannot be done now is not done; that nothing is left of it is tested elsewhere.
            let _ = match deed {
                Deed::Undo => undo_newest(&mut room.store).map(|_| true),
                Deed::Redo => redo_newest(&mut room.store).map(|_| true),
                deed => act(room, deed),
            };
        }
        Happening::Wait(who, minutes) => {
            let laptop = &mut laptops[*who];
            laptop.clock += TimeDelta::minutes(*minutes);
            laptop.room.store.set_clock(Clock::Fixed(laptop.clock));
        }
        Happening::PutRight(who) => {
            let is_right = |clock: &NaiveDateTime| (*clock - noon()).abs() < TimeDelta::days(365);
            let right = laptops.iter().map(|laptop| laptop.clock).filter(is_right).max();
            let laptop = &mut laptops[*who];
            // The last digit is each laptop's own, so that no two clocks ever show the same.
            laptop.clock = right.unwrap_or_else(noon).with_nanosecond(0).unwrap()
                + TimeDelta::seconds(1)
                + TimeDelta::milliseconds(i64::try_from(*who).unwrap());
            laptop.room.store.set_clock(Clock::Fixed(laptop.clock));
        }
        Happening::Open(who, at, form) => {
            let laptop = &mut laptops[*who];
            let entries = entries(&laptop.room);
            let Some(id) = entries.get(at % entries.len().max(1)) else { return };
            laptop.open = Some(open(&laptop.room.store, *id, *form));
        }
        Happening::Save(who, text) => {
            let laptop = &mut laptops[*who];
            let Some(form) = laptop.open.take() else { return };
            // What is gone meanwhile is refused.
            let _ = save(&mut laptop.room.store, form, text);
        }
        Happening::Send { from, to, .. } | Happening::Copy { from, to } if from == to => {}
        Happening::Copy { from, to } => {
            let [from, to] = laptops.get_disjoint_mut([*from, *to]).unwrap();
            // No clock ever shows the same to two replicas, nor to one in two files.
            to.clock += TimeDelta::seconds(1);
            let mut store = store::backup::temporary(&from.room.store).unwrap();
            store.set_clock(Clock::Fixed(to.clock));
            to.room.store = store.into();
            to.open.clone_from(&from.open);
        }
        Happening::Meet => meet(laptops),
        Happening::Send { from, to, all, reversed, twice } => {
            let [from, to] = laptops.get_disjoint_mut([*from, *to]).unwrap();
            send(from, to, *all, *reversed);
            if *twice {
                assert_eq!(send(from, to, *all, *reversed), 0, "nothing is new the second time");
            }
        }
    }
}

/// Everybody gets everything.
fn meet(laptops: &mut [Laptop]) {
    for _ in 0..3 {
        for at in 0..laptops.len() {
            let next = (at + 1) % laptops.len();
            let [from, to] = laptops.get_disjoint_mut([at, next]).unwrap();
            send(from, to, false, false);
        }
    }
}

/// What a row says, whatever name the replica has that wrote it: the run and the time of its operation, and the write
/// with its own time. Under a new name a laptop begins at the first row again, perhaps before its clock has moved; the
/// time of a write is after those that its author held of the cell.
type Content = (Uuid, Stamp, LogId, Uuid, String, Value, Stamp);

/// The rows of a store by what they say.
fn contents(store: &Store) -> Vec<(Content, LogRow)> {
    let rows = store::log::beyond(store, &[]).unwrap();
    let operations: HashMap<LogId, &LogRow> = rows.iter().map(|row| (row.at, row)).collect();
    let content = |row: &LogRow| {
        let operation = operations[&LogId { seq: row.operation, ..row.at }];
        let place = LogId { device: DeviceId(uuid::Uuid::nil()), seq: row.at.seq };
        (operation.id, operation.stamp, place, row.id, row.field.clone(), row.new.clone(), row.stamp)
    };
    rows.iter().map(|row| (content(row), row.clone())).collect()
}

fn is_deletion(row: &LogRow) -> bool {
    row.field == "deleted" && row.new == Value::Integer(1)
}

/// What was held where a deletion was written, by the deletion. Asked at once, of those who wrote it.
#[derive(Default)]
struct Deleters(HashMap<Content, HashSet<Content>>);

impl Deleters {
    fn note(&mut self, store: &Store) {
        let rows = contents(store);
        let all: HashSet<Content> = rows.iter().map(|(content, _)| content.clone()).collect();
        for (deletion, _) in rows.into_iter().filter(|(_, row)| is_deletion(row)) {
            self.0.entry(deletion).or_insert_with(|| all.clone());
        }
    }

    /// No entry, response, check or report is hidden that nobody who deleted it or what it is in had.
    fn have_taken_nothing_unseen(&self, store: &Store) -> Result<(), TestCaseError> {
        let rows = contents(store);
        for (_, made) in rows.iter().filter(|(_, row)| row.field.is_empty()) {
            let (is_hidden, outside) = match made.entity.as_str() {
                "entry" => (
                    store::entry::get(store, EntryId(made.id)).unwrap().is_none(),
                    &["section", "meeting"][..],
                ),
                "response" => (
                    store::answer::challenges(store, ResponseId(made.id)).unwrap().is_empty(),
                    &["answer", "entry", "section", "meeting"][..],
                ),
                "follow_up" => {
                    let checks = store::follow_up::list(store, EntryId(written_in(made, "entry"))).unwrap();
                    (checks.iter().all(|check| check.id.0 != made.id), &["entry", "section", "meeting"][..])
                }
                "manuscript" => {
                    let about = MeetingId(written_in(made, "subject"));
                    (store::meeting::get(store, about).unwrap().is_none(), &["meeting"][..])
                }
                _ => continue,
            };
            if !is_hidden {
                continue;
            }
            let deletes = |row: &LogRow| {
                is_deletion(row) && (row.id == made.id || outside.contains(&row.entity.as_str()))
            };
            let holding: Vec<_> =
                rows.iter().filter(|(_, row)| deletes(row)).map(|(content, _)| &self.0[content]).collect();
            for (content, row) in rows.iter().filter(|(_, row)| row.id == made.id && row.field != "deleted") {
                let is_held = holding.iter().any(|held| held.contains(content));
                prop_assert!(is_held, "{:?} is gone", row);
            }
        }
        Ok(())
    }
}

/// The record that a cell of a new one names.
fn written_in(made: &LogRow, field: &str) -> Uuid {
    let Value::Text(cells) = &made.new else { panic!("{made:?}") };
    let written =
        cell::read_made(cells).into_iter().find_map(|(cell, value)| (cell == field).then_some(value));
    let Some(Value::Id(id)) = written else { panic!("{made:?}") };
    id
}

/// Whether every entry belongs to the meeting in which it is listed, and is counted there.
fn are_counted_where_they_are_listed(store: &Store) -> Result<(), TestCaseError> {
    for counted in store::meeting::counted(store, 0, 100).unwrap() {
        let meeting = counted.meeting.id;
        let listed = entries_of(store, meeting);
        prop_assert!(listed.iter().all(|entry| entry.meeting == meeting));
        let count = |filter: Filter| work::count(store, &filter).unwrap();
        let challenges = listed.iter().filter(|entry| matches!(entry.kind, Kind::Challenge(_))).count();
        let owed = listed.iter().filter(|entry| matches!(entry.kind, Kind::Action(_) | Kind::Commitment(_)));
        let of = |class| count(Filter { class, meeting: Some(meeting), ..Filter::default() });
        prop_assert_eq!(
            (counted.entries, counted.challenges, of(WorkClass::Challenges), of(WorkClass::Owed)),
            (listed.len(), challenges, challenges, owed.count())
        );
    }
    Ok(())
}

/// Whether every response is shown and found where the first challenge is that it answers, and only there.
fn are_read_where_they_answer(store: &Store) -> Result<(), TestCaseError> {
    let found = store::search::find(store, "gång", usize::MAX).unwrap();
    let rows = store::log::beyond(store, &[]).unwrap();
    for made in rows.iter().filter(|row| row.entity == "response" && row.field.is_empty()) {
        let id = ResponseId(made.id);
        let response = store::response::get(store, id).unwrap().unwrap();
        let challenges = store::answer::challenges(store, id).unwrap();
        let shown = store::response::shown(store, id).unwrap();
        prop_assert_eq!(shown.is_some(), !challenges.is_empty());
        let first = challenges.first().map(|id| store::entry::get(store, *id).unwrap().unwrap().meeting);
        prop_assert!(first.is_none_or(|meeting| meeting == response.meeting));
        let hit = found.iter().find(|hit| hit.id == id.0);
        let meets = first.filter(|_| response.text.contains("gång"));
        prop_assert_eq!(hit.map(|hit| hit.meeting), meets);
    }
    Ok(())
}

/// The operations in the order in which a laptop shows them, with all that it says of each.
fn history(store: &Store) -> Vec<String> {
    let operations = store::history::all(store, usize::MAX).unwrap();
    operations.iter().map(|operation| format!("{operation:?}")).collect()
}

/// Whether all laptops are the same after these, and have lost nothing.
fn agree(happenings: &[Happening]) -> Result<(), TestCaseError> {
    let mut laptops = laptops();
    let mut deleters = Deleters::default();
    for one in happenings {
        happen(&mut laptops, one);
        if let Happening::Deed(who, _) | Happening::Save(who, _) = one {
            deleters.note(&laptops[*who].room.store);
        }
    }
    meet(&mut laptops);
    let first = &laptops[0].room.store;
    let (state, seen) = (store::rebuild::state(first).unwrap(), picture(first));
    let done = history(first);
    for laptop in &laptops[1..] {
        let other = store::rebuild::state(&laptop.room.store).unwrap();
        let differences: Vec<&String> = state.symmetric_difference(&other).collect();
        prop_assert_eq!(differences, Vec::<&String>::new());
        prop_assert_eq!(&picture(&laptop.room.store), &seen);
        prop_assert_eq!(&history(&laptop.room.store), &done);
    }
    are_counted_where_they_are_listed(first)?;
    are_read_where_they_answer(first)?;
    deleters.have_taken_nothing_unseen(first)?;
    follows_from_its_log(first);
    // What is done now is the newest, whatever the clocks were. The stores are equal but for that.
    for mut laptop in laptops {
        ops::rename_programme(&mut laptop.room.store, "Nu").unwrap();
        let newest = store::history::all(&laptop.room.store, 1).unwrap().remove(0);
        prop_assert_eq!(newest.op, Op::EditProgramme);
        let before = history(&laptop.room.store);
        prop_assert_eq!(&before[1..], &done[..]);
        drop(laptop.room.store.into_store());
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn whatever_happens_all_laptops_have_the_same_store_in_the_end(
        happenings in prop::collection::vec(any_happening(), 1..40)
    ) {
        agree(&happenings)?;
    }

    #[test]
    fn what_is_done_alike_on_several_laptops_gives_the_same_store_too(
        happenings in prop::collection::vec(happening_alike(), 1..30)
    ) {
        agree(&happenings)?;
    }

    #[test]
    fn what_several_laptops_move_is_in_the_same_place_on_all_and_counted_there(
        happenings in prop::collection::vec(happening_to_places(), 1..30)
    ) {
        agree(&happenings)?;
    }

    #[test]
    fn what_several_laptops_answer_is_read_where_one_of_its_challenges_is(
        happenings in prop::collection::vec(happening_to_answers(), 1..30)
    ) {
        agree(&happenings)?;
    }
}

#[test]
fn what_is_deleted_again_under_a_new_name_in_the_same_instant_was_held_the_second_time() {
    let happenings = [
        Happening::Deed(3, Deed::Park(1)),
        Happening::Deed(0, Deed::Delete(vec![1])),
        Happening::Copy { from: 0, to: 1 },
        Happening::Deed(1, Deed::EditMeeting(0, "ää".to_owned())),
        Happening::Meet,
        Happening::Deed(0, Deed::Delete(vec![1])),
    ];
    agree(&happenings).unwrap();
}
