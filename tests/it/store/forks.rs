//! A replica that was written in two places, from a copy: its branches are the same on every laptop, and nobody's words
//! are lost or doubled.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use vidpennan::model::history::Value;
use vidpennan::model::id::DeviceId;
use vidpennan::ops::{self, Seen};
use vidpennan::store::{self, Options, Store};

use crate::support::apart::{
    another, conflicts, copy, first, give, in_store, meet, number, options, own, text,
};
use crate::support::at_once;
use crate::support::room::{Room, redo_newest, room, undo_newest};

/// Copies of one replica, which write different lines.
fn copies() -> (Room, [Room; 2]) {
    let first = first();
    let mut copies = [1, 2].map(|minutes| copy(&first, minutes));
    for (room, line) in copies.iter_mut().zip(["I den ena", "I den andra"]) {
        room.say(room.notes, line);
    }
    (first, copies)
}

/// Two copies that have written, so that the first keeps the name of the replica and the second gets another.
fn kept_and_displaced([one, other]: [Room; 2]) -> [Room; 2] {
    let mut trial = copy(&one, 9);
    give(&other, &mut trial);
    if own(&trial) == own(&one) { [one, other] } else { [other, one] }
}

#[test]
fn in_whatever_order_branches_come_they_have_the_same_names() {
    let mut first = first();
    let replica = own(&first);
    let mut early = copy(&first, 1);
    early.say(early.notes, "Tidig gren");
    first.say(first.notes, "Stam");
    let mut late = copy(&first, 2);
    late.say(late.notes, "Sen gren");
    first.say(first.notes, "Stammen går vidare");
    let mut branches = [first, early, late];
    let mut listeners = Vec::new();
    for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
        let mut listener = in_store(&branches[0], Store::in_memory(options(3)).unwrap());
        let mut forks = BTreeSet::new();
        for from in order {
            for (of, name) in give(&branches[from], &mut listener) {
                assert!(of == replica && name != replica);
                assert!(forks.insert(name), "every branch is reported once");
            }
        }
        assert_eq!(forks.len(), 2);
        listeners.push((forks, store::rebuild::state(&listener.store).unwrap()));
    }
    assert!(listeners.windows(2).all(|pair| pair[0].0 == pair[1].0), "the names");
    meet(&mut branches);
    let mut texts = branches[0].texts(branches[0].notes);
    texts.sort();
    assert_eq!(texts, ["Sen gren", "Stam", "Stammen går vidare", "Tidig gren"]);
    let names: BTreeSet<DeviceId> = branches.iter().map(own).collect();
    assert_eq!(names, listeners[0].0.iter().copied().chain([replica]).collect());
}

#[test]
fn branches_of_branches_that_wrote_the_same_row_are_kept_apart() {
    // Which branch keeps the name is chance.
    for _ in 0..16 {
        let mut first = first();
        first.say(first.notes, "Rad");
        // By a clock that is behind, an undo comes right after the line: the same row as the other's.
        let mut undone = copy(&first, -60 * 24 * 365);
        undo_newest(&mut undone.store).unwrap();
        let mut later = copy(&undone, 2);
        ops::enter_organisation(&mut undone.store, "Enhet", None).unwrap();
        undo_newest(&mut first.store).unwrap();
        ops::enter_organisation(&mut later.store, "Nämnd", None).unwrap();
        let other = another(&first, 3);
        meet(&mut [undone, other, first, later]);
    }
}

#[test]
fn a_deletion_by_somebody_who_held_one_branch_keeps_what_the_other_wrote() {
    let mut first = first();
    let id = first.say(first.notes, "Rad");
    let mut branches = [1, 2].map(|minutes| copy(&first, minutes));
    for (room, text) in branches.iter_mut().zip(["Från den ena", "Från den andra"]) {
        at_once::edit_text(&mut room.store, id, "Rad", text).unwrap();
    }
    let is_shown = |room: &Room| store::entry::get(&room.store, id).unwrap().is_some();
    for held in [vec![0], vec![1], vec![0, 1]] {
        let mut deletes = another(&first, 3);
        for from in &held {
            give(&branches[*from], &mut deletes);
        }
        at_once::delete_entries(&mut deletes.store, &[id]).unwrap();
        assert!(!is_shown(&deletes));
        let mut rooms = [copy(&branches[0], 4), copy(&branches[1], 5), deletes];
        meet(&mut rooms);
        assert!(rooms.iter().all(|room| is_shown(room) == (held.len() == 1)), "{held:?}");
    }
}

#[test]
fn a_laptop_whose_branch_is_displaced_goes_on_under_its_new_name() {
    let (first, mut rooms) = copies();
    let replica = own(&first);
    let lines = rooms.each_ref().map(|room| room.texts(room.notes));
    let numbers = rooms.each_mut().map(|room| {
        let id = room.say(room.challenges, "Samma nummer");
        (id, number(room, id).value)
    });
    let [one, other] = &mut rooms;
    let forks = give(one, other);
    assert_eq!(give(other, one), forks);
    let [(of, branch)] = forks[..] else { panic!("{forks:?}") };
    assert_eq!((of, numbers.map(|(_, number)| number)), (replica, [1, 1]));
    let mut names = [own(one), own(other)];
    names.sort();
    let mut expected = [replica, branch];
    expected.sort();
    assert_eq!(names, expected, "one keeps its name");

    for room in &mut rooms {
        let name = own(room);
        let texts = room.texts(room.notes);
        assert_eq!(texts.len(), 2, "nothing is lost or doubled: {texts:?}");
        assert!(lines.iter().flatten().all(|line| texts.contains(line)));
        let marked = numbers.map(|(id, _)| {
            let entry = store::entry::get(&room.store, id).unwrap().unwrap();
            store::marks(&room.store).unwrap().of(&entry).map(str::to_owned)
        });
        assert!(marked[0].is_some() && marked[1].is_some() && marked[0] != marked[1], "{marked:?}");

        undo_newest(&mut room.store).unwrap();
        assert_eq!(room.texts(room.challenges).len(), 1);
        undo_newest(&mut room.store).unwrap();
        assert_eq!(room.texts(room.notes).len(), 1, "the line before the fork healed");
        redo_newest(&mut room.store).unwrap();
        redo_newest(&mut room.store).unwrap();
        assert_eq!((room.texts(room.challenges).len(), room.texts(room.notes)), (2, texts));
        let next = room.say(room.challenges, "Nästa");
        assert_eq!((own(room), number(room, next).value), (name, 2));
    }
    meet(&mut rooms);
    assert_eq!(rooms.each_ref().map(|room| room.texts(room.challenges).len()), [4, 4]);
}

#[test]
fn an_editor_that_was_open_while_a_fork_healed_keeps_both_texts_as_a_conflict() {
    for opened in [0, 1] {
        let mut first = first();
        let id = first.say(first.notes, "Rad");
        let mut rooms = [1, 2].map(|minutes| copy(&first, minutes));
        for (room, text) in rooms.iter_mut().zip(["Den ena", "Den andra"]) {
            at_once::edit_text(&mut room.store, id, "Rad", text).unwrap();
        }
        rooms = kept_and_displaced(rooms);
        rooms.swap(0, opened);
        let [here, there] = &mut rooms;
        let before = Seen::now(&here.store, text(here, id)).unwrap();
        there.store.set_clock(options(5).clock);
        let theirs = text(there, id);
        at_once::edit_text(&mut there.store, id, &theirs, "Deras senare").unwrap();
        give(there, here);
        assert_eq!(text(here, id), "Deras senare");
        ops::edit_text(&mut here.store, id, &before, "Sist skrivet").unwrap();
        assert_eq!((text(here, id).as_str(), conflicts(here)), ("Sist skrivet", 1));
        meet(&mut rooms);
        for room in &rooms {
            assert_eq!((text(room, id).as_str(), conflicts(room)), ("Sist skrivet", 1));
            let history = store::history::of(&room.store, id.0).unwrap();
            assert!(history.iter().any(|change| change.new == Value::Text("Deras senare".to_owned())));
        }
    }
}

#[test]
fn of_two_branches_that_have_had_one_name_neither_counts_as_seen() {
    let mut first = first();
    let id = first.say(first.notes, "Rad");
    let mut rooms = [1, 2].map(|minutes| copy(&first, minutes));
    for room in &mut rooms {
        room.say(room.notes, "Rad två");
    }
    rooms = kept_and_displaced(rooms);
    meet(&mut rooms);
    let [kept, mut here] = rooms;
    let mut copies = [copy(&kept, 3), copy(&kept, 4)];
    for (room, text) in copies.iter_mut().zip(["Den ena", "Den andra"]) {
        at_once::edit_text(&mut room.store, id, "Rad", text).unwrap();
    }
    let [takes_name, loses_name] = kept_and_displaced(copies);
    give(&loses_name, &mut here);
    let before = Seen::now(&here.store, text(&here, id)).unwrap();
    assert_eq!(give(&takes_name, &mut here).len(), 1);
    here.store.set_clock(options(5).clock);
    ops::edit_text(&mut here.store, id, &before, "Sist skrivet").unwrap();
    assert_eq!((text(&here, id).as_str(), conflicts(&here)), ("Sist skrivet", 2));
}

/// The files of a laptop: its store, and what is remembered of replicas outside it.
fn open_on(laptop: &Path, minutes: i64) -> Store {
    let replicas = Some(laptop.join("replicas"));
    Store::open(&laptop.join("möten.db"), Options { replicas, ..options(minutes) }).unwrap()
}

#[test]
fn a_file_whose_branch_is_displaced_stays_the_replica_that_it_has_become() {
    let folder = tempfile::tempdir().unwrap();
    let laptop = folder.path().join("laptop");
    fs::create_dir_all(&laptop).unwrap();
    let first = room(open_on(&laptop, 0));
    let replica = own(&first);
    let meeting = in_store(&first, Store::in_memory(options(9)).unwrap());
    drop(first);
    // As an image of the disk that is put on a second laptop, and both go on.
    let clone = folder.path().join("clone");
    fs::create_dir_all(clone.join("replicas")).unwrap();
    for name in ["möten.db".into(), format!("replicas/{}", replica.0.simple())] {
        fs::copy(laptop.join(&name), clone.join(&name)).unwrap();
    }
    let mut laptops = Vec::new();
    for (minutes, line) in [(1, "I den ena"), (2, "I den andra")] {
        let mut room = in_store(&meeting, open_on(&laptop, minutes));
        room.say(room.notes, line);
        assert_eq!(own(&room), replica);
        drop(room);
        let place = folder.path().join(line);
        fs::rename(&laptop, &place).unwrap();
        if clone.exists() {
            fs::rename(&clone, &laptop).unwrap();
        }
        laptops.push(place);
    }
    let open = |minutes| -> Vec<Room> {
        laptops.iter().map(|laptop| in_store(&meeting, open_on(laptop, minutes))).collect()
    };
    let mut rooms = open(3);
    meet(&mut rooms);
    let names: Vec<DeviceId> = rooms.iter().map(own).collect();
    assert!(names[0] != names[1] && names.contains(&replica));
    drop(rooms);
    for minutes in [4, 5] {
        for (room, name) in open(minutes).iter_mut().zip(&names) {
            assert_eq!(own(room), *name, "what it did can be undone in the next run");
            room.say(room.notes, "Nästa rad");
            assert_eq!(own(room), *name);
        }
    }
    let mut rooms = open(6);
    meet(&mut rooms);
    assert_eq!(rooms[0].texts(rooms[0].notes).len(), 6);
}
