//! Undo ∘ do = nothing, whatever was done and in whatever order it is undone and redone; and every operation says in
//! which meetings it wrote.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use vidpennan::model::Coded;
use vidpennan::model::history::{Entity, Op, Value};
use vidpennan::model::id::MeetingId;
use vidpennan::ops::Refused;
use vidpennan::store::{self, Store, StoreError};

use crate::support::arbitrary::cases;
use crate::support::deeds::{Deed, act, deed, entries, picture, verbs as all_verbs};
use crate::support::room::{Room, options, redo_newest, room, undo_newest};

/// The meetings that a record is in, by what the log says of it and of the records it belongs to.
fn meetings_of(store: &Store, entity: Entity, id: uuid::Uuid) -> BTreeSet<MeetingId> {
    let mut cells = BTreeMap::new();
    for change in store::history::of(store, id).unwrap() {
        match change.field.as_str() {
            "" => cells.extend(store::change::cells(&change)),
            field => drop(cells.insert(field.to_owned(), change.new.clone())),
        }
    }
    let own = (entity == Entity::Meeting).then_some(MeetingId(id));
    let owners = cells.iter().flat_map(|(field, value)| meetings_by(store, field, value));
    own.into_iter().chain(owners).collect()
}

/// The meetings that a cell says its record is in.
fn meetings_by(store: &Store, field: &str, value: &Value) -> BTreeSet<MeetingId> {
    let Value::Id(id) = value else { return BTreeSet::new() };
    match field {
        "meeting" => meetings_of(store, Entity::Meeting, *id),
        "section" => meetings_of(store, Entity::Section, *id),
        "challenge" | "entry" => meetings_of(store, Entity::Entry, *id),
        _ => BTreeSet::new(),
    }
}

/// The newest operation names the meeting of everything that it touched.
fn states_its_meetings(store: &Store) -> Result<(), TestCaseError> {
    let newest = store::history::all(store, 1).unwrap().remove(0);
    let stated: BTreeSet<MeetingId> = newest.meetings.iter().copied().collect();
    let mut touched = BTreeSet::new();
    for change in store::change::within(store, newest.at, usize::MAX).unwrap() {
        touched.extend(meetings_of(store, change.entity, change.id));
        // What was moved was in another one before.
        touched.extend(meetings_by(store, &change.field, &change.old));
    }
    prop_assert!(!stated.is_empty() || touched.is_empty(), "{newest:?}");
    prop_assert!(touched.is_subset(&stated), "{:?} touched {:?}", newest, touched);
    Ok(())
}

/// Sessions that are the same in every run.
#[test]
fn every_operation_is_done_in_random_sessions() {
    let mut runner = TestRunner::deterministic();
    let sessions = prop::collection::vec(deed(), 60);
    let (mut done, mut tried, mut verbs) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for _ in 0..90 {
        let mut room = Room::new();
        for deed in sessions.new_tree(&mut runner).unwrap().current() {
            let verb = deed.verb();
            tried.insert(verb.clone());
            // What cannot be done now is not done.
            let is_done = match deed {
                Deed::Undo => undo_newest(&mut room.store).map(|_| true),
                Deed::Redo => redo_newest(&mut room.store).map(|_| true),
                deed => act(&mut room, &deed),
            };
            if is_done.unwrap_or(false) {
                verbs.insert(verb);
            }
        }
        for operation in store::history::all(&room.store, usize::MAX).unwrap() {
            done.insert(operation.op);
            // They are listed with what they are parts of.
            let part = if operation.is_turn() { Op::TurnPart } else { Op::ImportPart };
            done.extend((!operation.parts.is_empty()).then_some(part));
        }
    }
    let missing: Vec<&Op> = Op::ALL.iter().filter(|op| !done.contains(*op)).collect();
    assert_eq!(missing, Vec::<&Op>::new(), "no deed of `support::deeds` does these");
    // One operation may be done by several verbs. That the deeds do all of them is seen to in `tidy::verbs`.
    assert_eq!((&verbs, &tried), (&all_verbs(), &all_verbs()));
}

#[test]
fn a_report_brings_no_meeting_back_that_was_deleted() {
    let first = room(Store::in_memory(options()).unwrap());
    let mut room = room(first.store);
    for deed in [Deed::Capture { section: 0, text: "aa".to_owned(), owner: None }, Deed::DeleteMeeting(0)] {
        assert!(act(&mut room, &deed).unwrap());
    }
    let before = picture(&room.store);
    let written = act(&mut room, &Deed::WriteManuscript("aö".to_owned()));
    assert!(matches!(written, Err(Refused::Store(StoreError::NotFound(_)))), "{written:?}");
    let discarded = act(&mut room, &Deed::DiscardManuscript);
    assert!(matches!(discarded, Err(Refused::Store(StoreError::NotFound(_)))), "{discarded:?}");
    assert_eq!(picture(&room.store), before);
}

proptest! {
    #![proptest_config(cases(40))]

    /// The pictures form a line with a cursor in it: a deed cuts the line after the cursor and adds one, undo and redo
    /// move the cursor, and the store always shows the picture under it.
    #[test]
    fn the_store_is_always_where_undo_and_redo_have_brought_it(deeds in prop::collection::vec(deed(), 1..40)) {
        let first = room(Store::in_memory(options()).unwrap());
        let mut room = room(first.store);
        let mut line = vec![picture(&room.store)];
        let mut cursor = 0;
        for deed in &deeds {
            match deed {
                // That leads to no picture of the line.
                Deed::UndoChosen(_) => continue,
                // Below is the creation of the meetings themselves.
                Deed::Undo if cursor == 0 => {}
                Deed::Undo => {
                    let turned = undo_newest(&mut room.store).unwrap().value;
                    prop_assert!(turned.left.is_empty(), "{:?}", turned);
                    cursor -= 1;
                }
                Deed::Redo if cursor + 1 == line.len() => {
                    prop_assert!(matches!(redo_newest(&mut room.store), Err(Refused::NothingToRedo)));
                }
                Deed::Redo => {
                    let turned = redo_newest(&mut room.store).unwrap().value;
                    prop_assert!(turned.left.is_empty(), "{:?}", turned);
                    cursor += 1;
                }
                deed => {
                    if act(&mut room, deed).unwrap_or(false) {
                        line.truncate(cursor + 1);
                        line.push(picture(&room.store));
                        cursor += 1;
                    }
                }
            }
            prop_assert_eq!(&picture(&room.store), &line[cursor], "after {:?}", deed);
            states_its_meetings(&room.store)?;
        }
        while cursor > 0 {
            undo_newest(&mut room.store).unwrap();
            cursor -= 1;
            prop_assert_eq!(&picture(&room.store), &line[cursor]);
        }
        while cursor + 1 < line.len() {
            redo_newest(&mut room.store).unwrap();
            cursor += 1;
            prop_assert_eq!(&picture(&room.store), &line[cursor]);
        }
    }

    /// Whatever was written since stays where it is seen.
    #[test]
    fn an_operation_that_is_chosen_takes_nothing_along_that_was_written_later(
        deeds in prop::collection::vec(deed(), 1..40),
    ) {
        let mut room = Room::new();
        for deed in &deeds {
            let before: BTreeSet<_> = entries(&room).into_iter().collect();
            let is_done = act(&mut room, deed).unwrap_or(false);
            if let Deed::UndoChosen(_) = deed && is_done {
                let undo = store::history::all(&room.store, 1).unwrap().remove(0);
                let touched = store::history::touched(&room.store, undo.at).unwrap();
                let after = entries(&room);
                for gone in before.iter().filter(|entry| !after.contains(entry)) {
                    prop_assert!(touched.contains(&(Entity::Entry, gone.0)), "{gone:?} is gone with {undo:?}");
                }
            }
        }
    }
}
