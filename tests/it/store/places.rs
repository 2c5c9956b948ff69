//! Places in lists: whatever keys the rows have, one moves by one and no other changes its place; and what several
//! laptops write at the end of a section at once stays in one piece.

use std::collections::HashSet;

use chrono::TimeDelta;
use proptest::prelude::*;
use vidpennan::clock::Clock;
use vidpennan::model::cell;
use vidpennan::model::history::{LogRow, Value};
use vidpennan::model::id::EntryId;
use vidpennan::model::position::ReplicaDigits;
use vidpennan::ops::{self, CapturePlace, Caught, MoveStep, NewSection};
use vidpennan::store::entry::EntryScope;
use vidpennan::store::{self, Options, Store};

use crate::support::arbitrary::cases;
use crate::support::at_once;
use crate::support::room::{Room, noon, redo_newest, room, undo_newest};

/// Keys as earlier versions made them, many of them the same, and such as are none.
const KEYS: [&str; 9] = ["a0", "a1", "a1", "a1", "a1V", "b00", "", "a!", "~"];

/// A meeting as another laptop wrote it: notes with these keys, and sections after the usual three with these.
fn written_elsewhere(notes: &[&str], sections: &[&str]) -> Room {
    let mut other = Room::new();
    let (_, made_before) = (other.say(other.tomorrow, "Först"), store::log::last(&other.store).unwrap());
    for nth in 0..notes.len() {
        other.say(other.notes, &nth.to_string());
    }
    for nth in 0..sections.len() {
        let new = NewSection {
            heading: format!("Avsnitt {nth}"),
            kind: vidpennan::model::SectionKind::Notes,
            intro: Vec::new(),
        };
        ops::create_section(&mut other.store, other.meeting, &new).unwrap();
    }
    let mut rows = store::log::beyond(&other.store, &[]).unwrap();
    let mut keys = notes.iter().chain(sections);
    for row in rows.iter_mut().filter(|row| row.at.seq > made_before[0].seq && row.field.is_empty()) {
        if row.entity != "operation" {
            set_key(row, keys.next().unwrap());
        }
    }
    let Room { meeting, notes, challenges, tomorrow, .. } = other;
    let clock = Clock::Fixed(noon() + TimeDelta::minutes(1));
    let mut store = Store::in_memory(Options { clock, scribe: None, replicas: None }).unwrap();
    store.apply(&rows).unwrap();
    Room { store: store.into(), meeting, notes, challenges, tomorrow }
}

/// Replaces the key in the row that says that a record was made.
fn set_key(row: &mut LogRow, key: &str) {
    let Value::Text(made) = &row.new else { panic!("{row:?}") };
    let mut cells = cell::read_made(made);
    for (_, value) in cells.iter_mut().filter(|(name, _)| name == "position") {
        *value = Value::Text(key.to_owned());
    }
    let cells: Vec<(&str, Value)> =
        cells.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    row.new = Value::Text(cell::made(&cells).unwrap());
}

fn notes(room: &Room) -> Vec<EntryId> {
    let place = EntryScope { section: room.notes, table: None };
    let total = store::entry::count(&room.store, place).unwrap();
    let listed = store::entry::window(&room.store, place, 0, total, total).unwrap();
    listed.into_iter().map(|listed| listed.entry.id).collect()
}

fn headings(room: &Room) -> Vec<String> {
    let sections = store::section::list(&room.store, room.meeting).unwrap();
    sections.into_iter().map(|section| section.heading).collect()
}

/// Where a row is after a step.
fn target(at: usize, len: usize, step: MoveStep) -> usize {
    match step {
        MoveStep::Up => at.saturating_sub(1),
        MoveStep::Down => (at + 1).min(len - 1),
    }
}

/// What is done to one of the notes.
#[derive(Debug, Clone, Copy)]
enum Deed {
    Move(usize, MoveStep),
    Action(usize),
    Delete(usize),
}

fn step() -> impl Strategy<Value = MoveStep> + Clone {
    prop_oneof![Just(MoveStep::Up), Just(MoveStep::Down)]
}

fn keys() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(&KEYS[..]), 2..10)
}

#[test]
fn a_line_moves_past_lines_with_one_key_and_only_the_second_of_them_is_given_another() {
    let mut room = written_elsewhere(&["a0", "a0", "a1"], &[]);
    let lines = room.texts(room.notes);
    let last = notes(&room)[2];
    let done = ops::move_entry(&mut room.store, last, MoveStep::Up).unwrap();
    assert_eq!(room.texts(room.notes), [&*lines[0], &*lines[2], &*lines[1]]);
    let touched: HashSet<_> = done.changes.touched.iter().map(|(_, id)| *id).collect();
    assert_eq!(touched, [last.0, notes(&room)[2].0].into());
    undo_newest(&mut room.store).unwrap();
    assert_eq!(room.texts(room.notes), lines);

    let first = notes(&room)[0];
    let action = at_once::make_action(&mut room.store, first, "Laga mer", None, None).unwrap().value;
    assert_eq!(notes(&room)[..2], [first, action.id]);
    assert_eq!(room.texts(room.notes)[2..], lines[1..]);
}

#[test]
fn a_line_comes_at_the_end_whatever_keys_are_there() {
    for keys in [&["a0", "a0"][..], &["a3", "a!", ""], &["", ""]] {
        let mut room = written_elsewhere(keys, &[]);
        let said = ["a", "b", "c"].map(|text| room.say(room.notes, text));
        assert_eq!(notes(&room)[keys.len()..], said);
    }
    let mut room = written_elsewhere(&["a0", "~"], &[]);
    let said = ["a", "b", "c"].map(|text| room.say(room.notes, text));
    assert_eq!(notes(&room)[1..4], said, "before what no key comes after");
}

#[test]
fn what_is_deleted_and_comes_back_has_its_key_to_itself() {
    let mut room = Room::new();
    let gone = room.say(room.notes, "Bort");
    let key = |room: &Room, id| store::entry::get(&room.store, id).unwrap().unwrap().position;
    at_once::delete_entries(&mut room.store, &[gone]).unwrap();
    let deletion = ops::undoable(&room.store).unwrap().at;
    let next = room.say(room.notes, "Kvar");
    ops::undo(&mut room.store, deletion).unwrap();
    assert!(key(&room, gone) < key(&room, next));
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn a_line_moves_by_one_and_no_other_changes_its_place(
        keys in keys(),
        deeds in prop::collection::vec(
            prop_oneof![
                6 => (0..10_usize, step()).prop_map(|(at, step)| Deed::Move(at, step)),
                1 => (0..10_usize).prop_map(Deed::Action),
                1 => (0..10_usize).prop_map(Deed::Delete),
            ],
            1..8
        )
    ) {
        let mut room = written_elsewhere(&keys, &[]);
        let mut orders = vec![notes(&room)];
        for deed in deeds {
            let mut order = notes(&room);
            let pick = |at: usize| at % order.len();
            match deed {
                _ if order.is_empty() => continue,
                Deed::Move(at, step) => {
                    let (at, to) = (pick(at), target(pick(at), order.len(), step));
                    ops::move_entry(&mut room.store, order[at], step).unwrap();
                    if at == to {
                        continue;
                    }
                    order.swap(at, to);
                }
                Deed::Action(at) => {
                    let at = pick(at);
                    let made = at_once::make_action(&mut room.store, order[at], "Gör", None, None).unwrap().value;
                    order.insert(at + 1, made.id);
                }
                Deed::Delete(at) => {
                    let id = order.remove(pick(at));
                    at_once::delete_entries(&mut room.store, &[id]).unwrap();
                }
            }
            prop_assert_eq!(&notes(&room), &order, "{:?}", deed);
            orders.push(order);
        }
        let newest = orders.pop().unwrap();
        for order in orders.iter().rev() {
            undo_newest(&mut room.store).unwrap();
            prop_assert_eq!(&notes(&room), order);
        }
        for _ in &orders {
            redo_newest(&mut room.store).unwrap();
        }
        prop_assert_eq!(notes(&room), newest);
    }

    #[test]
    fn a_section_moves_by_one_and_no_other_changes_its_place(
        keys in keys(),
        moves in prop::collection::vec((0..10_usize, step()), 1..8)
    ) {
        let mut room = written_elsewhere(&[], &keys);
        for (at, step) in moves {
            let mut order = headings(&room);
            let at = at % order.len();
            let id = store::section::list(&room.store, room.meeting).unwrap()[at].id;
            ops::move_section(&mut room.store, id, step).unwrap();
            let to = target(at, order.len(), step);
            order.swap(at, to);
            prop_assert_eq!(headings(&room), order);
        }
    }

    #[test]
    fn what_several_laptops_write_at_the_end_at_once_is_whole_and_in_one_order(
        happenings in prop::collection::vec(happening(), 1..30)
    ) {
        let mut laptops = laptops();
        let mut pastes: Vec<Vec<EntryId>> = Vec::new();
        for one in &happenings {
            pastes.extend(happen(&mut laptops, one));
        }
        for _ in 0..2 {
            for at in 0..4 {
                send(&mut laptops, at, (at + 1) % 4);
            }
        }
        let order = notes(&laptops[0]);
        for laptop in &laptops[1..] {
            prop_assert_eq!(&notes(laptop), &order);
        }
        let key = |id: &EntryId| store::entry::get(&laptops[0].store, *id).unwrap().unwrap().position;
        let keys: Vec<_> = order.iter().map(key).collect();
        prop_assert!(keys.is_sorted_by(|a, b| a < b), "{:?}", keys);
        for paste in pastes {
            let left: Vec<EntryId> = paste.into_iter().filter(|id| order.contains(id)).collect();
            let at = left.first().map_or(0, |first| order.iter().position(|id| id == first).unwrap());
            prop_assert_eq!(&order[at..at + left.len()], &left[..]);
        }
    }
}

/// What happens at one of four laptops.
#[derive(Debug, Clone)]
enum Happening {
    Say(usize),
    Paste(usize, usize),
    Delete(usize, usize),
    Undo(usize),
    Send(usize, usize),
}

fn happening() -> impl Strategy<Value = Happening> {
    let who = 0..4_usize;
    prop_oneof![
        3 => who.clone().prop_map(Happening::Say),
        3 => (who.clone(), 1..6_usize).prop_map(|(who, lines)| Happening::Paste(who, lines)),
        1 => (who.clone(), 0..9_usize).prop_map(|(who, at)| Happening::Delete(who, at)),
        1 => who.clone().prop_map(Happening::Undo),
        3 => (who.clone(), who).prop_map(|(from, to)| Happening::Send(from, to)),
    ]
}

/// Four laptops that know of one meeting, with digits of their own.
fn laptops() -> Vec<Room> {
    let first = room(
        Store::in_memory(Options { clock: Clock::Fixed(noon()), scribe: None, replicas: None }).unwrap(),
    );
    let rows = store::log::beyond(&first.store, &[]).unwrap();
    let mut known: Vec<ReplicaDigits> = Vec::new();
    let mut laptops: Vec<Room> = Vec::new();
    while laptops.len() < 4 {
        let minutes = i64::try_from(laptops.len()).unwrap() + 1;
        let clock = Clock::Fixed(noon() + TimeDelta::minutes(minutes));
        let mut store = Store::in_memory(Options { clock, scribe: None, replicas: None }).unwrap();
        store.apply(&rows).unwrap();
        let Room { meeting, notes, challenges, tomorrow, .. } = first;
        let mut room = Room { store: store.into(), meeting, notes, challenges, tomorrow };
        room.say(room.tomorrow, "Först");
        let digits = ReplicaDigits::of(ops::undoable(&room.store).unwrap().at.device);
        // Two of four have the same once in forty thousand times.
        if !known.contains(&digits) {
            known.push(digits);
            laptops.push(room);
        }
    }
    laptops
}

/// Returns what was pasted.
fn happen(laptops: &mut [Room], happening: &Happening) -> Option<Vec<EntryId>> {
    match happening {
        Happening::Say(who) => {
            let room = &mut laptops[*who];
            room.say(room.notes, "Rad");
        }
        Happening::Paste(who, lines) => {
            let room = &mut laptops[*who];
            let at = CapturePlace { meeting: room.meeting, section: room.notes, table: None, round: None };
            let line = |nth: usize| Caught { text: nth.to_string(), ..Caught::default() };
            return Some(
                ops::capture_many(&mut room.store, at, (0..*lines).map(line).collect()).unwrap().value,
            );
        }
        Happening::Delete(who, at) => {
            let room = &mut laptops[*who];
            let lines = notes(room);
            if let Some(id) = lines.get(lines.len().saturating_sub(at + 1)) {
                at_once::delete_entries(&mut room.store, &[*id]).unwrap();
            }
        }
        Happening::Undo(who) => {
            let _ = undo_newest(&mut laptops[*who].store);
        }
        Happening::Send(from, to) => send(laptops, *from, *to),
    }
    None
}

fn send(laptops: &mut [Room], from: usize, to: usize) {
    if from != to {
        let [from, to] = laptops.get_disjoint_mut([from, to]).unwrap();
        let known = store::log::last(&to.store).unwrap();
        to.store.apply(&store::log::beyond(&from.store, &known).unwrap()).unwrap();
    }
}
