//! A replica that was written in two places, from a copy: its branches are the same on every laptop, and nobody's words
//! are lost or doubled.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use vidpennan::model::history::{Entity, Value};
use vidpennan::model::id::{DeviceId, EntryId};
use vidpennan::ops::{self, Refused, Seen};
use vidpennan::store::{self, Options, Store};

use crate::support::apart::{
    another, conflicts, copy, first, give, hand_over, in_store, meet, number, options, own, text,
};
use crate::support::at_once;
use crate::support::room::{Room, follows_from_its_log, redo_newest, room, undo_newest};

/// Copies of one replica, which write different lines.
fn copies() -> (Room, [Room; 2]) {
    let first = first();
    let mut copies = [1, 2].map(|minutes| copy(&first, minutes));
    for (room, line) in copies.iter_mut().zip(["I den ena", "I den andra"]) {
        room.say(room.notes, line);
    }
    (first, copies)
}

/// Whether the first of two copies that have written keeps the name of the replica.
fn keeps_name(one: &Room, other: &Room) -> bool {
    let mut trial = copy(one, 9);
    give(other, &mut trial);
    own(&trial) == own(one)
}

/// Two copies that have written, so that the first keeps the name of the replica and the second gets another.
fn kept_and_displaced([one, other]: [Room; 2]) -> [Room; 2] {
    if keeps_name(&one, &other) { [one, other] } else { [other, one] }
}

/// The first attempt that came out so. Which of two branches keeps the name is chance.
fn until<T>(attempt: impl Fn() -> T, is_so: impl Fn(&T) -> bool) -> T {
    (0..100).map(|_| attempt()).find(is_so).unwrap()
}

/// Three branches of one replica: the stem, one that leaves it early and one that leaves it later, whose author deletes
/// an entry.
struct Tree {
    replica: DeviceId,
    branches: [Room; 3],
    deleted: EntryId,
}

fn tree() -> Tree {
    let mut stem = first();
    let replica = own(&stem);
    let deleted = stem.say(stem.challenges, "Rad");
    let mut early = copy(&stem, 1);
    at_once::edit_text(&mut early.store, deleted, "Rad", "Tidig rad").unwrap();
    early.say(early.notes, "Tidig gren");
    stem.say(stem.notes, "Stam");
    let mut late = copy(&stem, 2);
    late.say(late.notes, "Sen gren");
    at_once::delete_entries(&mut late.store, &[deleted]).unwrap();
    stem.say(stem.notes, "Stammen går vidare");
    Tree { replica, branches: [stem, early, late], deleted }
}

#[test]
fn in_whatever_order_branches_come_they_are_the_same() {
    for keep_name in [[true, true], [true, false], [false, true], [false, false]] {
        let is_so = |Tree { branches: [stem, early, late], .. }: &Tree| {
            [early, late].map(|branch| keeps_name(branch, stem)) == keep_name
        };
        let Tree { replica, mut branches, deleted } = until(tree, is_so);
        let mut listeners = Vec::new();
        for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
            let mut listener = in_store(&branches[0], Store::in_memory(options(3)).unwrap());
            let mut forks = BTreeSet::new();
            // The second time nothing is new.
            for from in [order, order].concat() {
                for (of, name) in give(&branches[from], &mut listener) {
                    assert!(of == replica && name != replica);
                    assert!(forks.insert(name), "every branch is reported once");
                }
            }
            assert_eq!(forks.len(), 2);
            let entry = store::entry::get(&listener.store, deleted).unwrap();
            assert!(entry.is_some(), "who deleted it had not held what the early branch wrote there");
            listeners.push((forks, store::rebuild::state(&listener.store).unwrap()));
        }
        assert!(listeners.windows(2).all(|pair| pair[0] == pair[1]), "the names, and what follows");
        meet(&mut branches);
        let mut texts = branches[0].texts(branches[0].notes);
        texts.sort();
        assert_eq!(texts, ["Sen gren", "Stam", "Stammen går vidare", "Tidig gren"]);
        let names: BTreeSet<DeviceId> = branches.iter().map(own).collect();
        assert_eq!(names, listeners[0].0.iter().copied().chain([replica]).collect());
    }
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
fn a_branch_comes_before_what_it_is_a_branch_of() {
    // Rows are taken in the order of the names of those who wrote them.
    let attempt = || {
        let mut branches = tree().branches;
        let [stem, early, late] = &branches;
        let [early_keeps_name, late_keeps_name] = [early, late].map(|branch| keeps_name(branch, stem));
        meet(&mut branches);
        let [stem, _, late] = branches;
        let [parent, child] = if late_keeps_name { [late, stem] } else { [stem, late] };
        let is_child_first = early_keeps_name && own(&child) < own(&parent);
        (child, is_child_first)
    };
    let (room, _) = until(attempt, |(_, is_child_first)| *is_child_first);
    let mut listener = Store::in_memory(options(3)).unwrap();
    let applied = listener.apply(&store::log::beyond(&room.store, &[]).unwrap()).unwrap();
    assert_eq!((applied.forks.len(), applied.wanted), (2, vec![]));
}

#[test]
fn a_branch_that_leaves_at_the_first_row_comes_before_the_replica() {
    // When it is copied it has a name, and has written nothing: there was nothing to change.
    let mut first = first();
    let id = first.say(first.notes, "Rad");
    let mut blank = another(&first, 1);
    ops::set_starred(&mut blank.store, &[id], false).unwrap();
    let mut copies = [2, 3].map(|minutes| copy(&blank, minutes));
    for (room, line) in copies.iter_mut().zip(["I den ena", "I den andra"]) {
        room.say(room.notes, line);
    }
    let [replica, same] = copies.each_ref().map(own);
    assert_eq!(replica, same);
    meet(&mut copies);
    let branch = copies.iter().map(own).find(|name| *name != replica).unwrap();
    let rows = store::log::beyond(&copies[0].store, &[]).unwrap();
    let (later, sooner): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.at.device == replica);
    let mut listener = Store::in_memory(options(4)).unwrap();
    assert_eq!(listener.apply(&sooner).unwrap().forks, []);
    let applied = listener.apply(&later).unwrap();
    assert_eq!((applied.forks, applied.wanted), (vec![(replica, branch)], vec![]));
    follows_from_its_log(&listener);
    assert_eq!(store::rebuild::state(&listener).unwrap(), store::rebuild::state(&copies[0].store).unwrap());
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
    for (opened, lines) in [(0, 0), (1, 0), (0, 5), (1, 5)] {
        let mut first = first();
        let id = first.say(first.notes, "Rad");
        let mut rooms = [1, 2].map(|minutes| copy(&first, minutes));
        for (room, text) in rooms.iter_mut().zip(["Den ena", "Den andra"]) {
            at_once::edit_text(&mut room.store, id, "Rad", text).unwrap();
        }
        rooms = kept_and_displaced(rooms);
        rooms.swap(0, opened);
        let [here, there] = &mut rooms;
        for line in 0..lines {
            // Places in the log that the other branch has, too.
            here.say(here.challenges, &format!("Rad {line}"));
        }
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

#[test]
fn what_another_window_wrote_before_a_fork_is_still_ones_own() {
    let mut first = first();
    let id = first.say(first.notes, "Rad");
    let before = Seen::now(&first.store, "Rad".to_owned()).unwrap();
    at_once::edit_text(&mut first.store, id, "Rad", "I ett annat fönster").unwrap();
    let mut rooms = [1, 2].map(|minutes| copy(&first, minutes));
    for room in &mut rooms {
        room.say(room.notes, "Rad två");
    }
    meet(&mut rooms);
    for room in &mut rooms {
        let edited = ops::edit_text(&mut room.store, id, &before, "Härifrån");
        assert!(matches!(edited, Err(Refused::Changed(now)) if now == "I ett annat fönster"));
    }
}

#[test]
fn whoever_saw_one_branch_has_not_settled_the_words_of_the_other() {
    for held in [0, 1] {
        let mut first = first();
        let id = first.say(first.notes, "Rad");
        let mut writes = another(&first, 3);
        let mut branches = [1, 2].map(|minutes| copy(&first, minutes));
        for (room, text) in branches.iter_mut().zip(["Den ena", "Den andra"]) {
            at_once::edit_text(&mut room.store, id, "Rad", text).unwrap();
        }
        give(&branches[held], &mut writes);
        let before = text(&writes, id);
        at_once::edit_text(&mut writes.store, id, &before, "Sist skrivet").unwrap();
        let [one, other] = branches;
        let mut rooms = [one, other, writes];
        meet(&mut rooms);
        assert!(rooms.iter().all(|room| text(room, id) == "Sist skrivet" && conflicts(room) == 2));
    }
}

#[test]
fn what_was_held_of_one_branch_says_nothing_of_another() {
    for is_of_the_replica in [false, true] {
        let mut first = first();
        let [worded, deleted, deleted_before] =
            ["Ett", "Två", "Tre"].map(|text| first.say(first.notes, text));
        let (replica, mut here) = if is_of_the_replica {
            let mut rooms = [1, 2].map(|minutes| copy(&first, minutes));
            for room in &mut rooms {
                room.say(room.challenges, "Tidigare");
            }
            rooms = kept_and_displaced(rooms);
            meet(&mut rooms);
            rooms.into()
        } else {
            let here = another(&first, 1);
            (first, here)
        };
        let copies = || {
            let [mut rewrites, mut says] = [3, 4].map(|minutes| copy(&replica, minutes));
            for (id, before) in [(worded, "Ett"), (deleted, "Två"), (deleted_before, "Tre")] {
                at_once::edit_text(&mut rewrites.store, id, before, "Ändrad").unwrap();
            }
            for line in 0..5 {
                says.say(says.challenges, &format!("Rad {line}"));
            }
            [rewrites, says]
        };
        let [keeps, loses] = until(copies, |[rewrites, says]| keeps_name(rewrites, says));
        give(&loses, &mut here);
        let before = Seen::now(&here.store, "Ett".to_owned()).unwrap();
        at_once::delete_entries(&mut here.store, &[deleted_before]).unwrap();
        give(&keeps, &mut here);
        here.store.set_clock(options(5).clock);
        ops::edit_text(&mut here.store, worded, &before, "Sist skrivet").unwrap();
        let kept = ops::delete_entries(&mut here.store, &[deleted], &before.held).unwrap().changes.kept;
        assert_eq!(kept, [(Entity::Entry, deleted.0)]);
        // Whoever has not heard of the branch that was held sees it too.
        let mut knows_one = another(&keeps, 6);
        let mut rows = store::log::beyond(&here.store, &[]).unwrap();
        rows.retain(|row| row.at.device == own(&here));
        knows_one.store.apply(&rows).unwrap();
        assert_eq!(text(&knows_one, deleted), "Ändrad");
        let mut rooms = [keeps, loses, here];
        meet(&mut rooms);
        for room in &rooms {
            assert_eq!((text(room, worded).as_str(), conflicts(room)), ("Sist skrivet", 1));
            assert_eq!([deleted, deleted_before].map(|id| text(room, id)), ["Ändrad", "Ändrad"]);
        }
    }
}

#[test]
fn what_was_seen_on_a_branch_stays_deleted() {
    let mut first = first();
    let shared = ["Före", "Före två"].map(|text| first.say(first.notes, text));
    let mut rooms = [1, 2].map(|minutes| copy(&first, minutes));
    for (room, id) in rooms.iter_mut().zip(shared) {
        at_once::delete_entries(&mut room.store, &[id]).unwrap();
    }
    let [one, other] = rooms.each_mut().map(|room| room.say(room.notes, "Efter"));
    meet(&mut rooms);
    for (room, id) in rooms.iter_mut().zip([other, one]) {
        assert_eq!(room.texts(room.notes), ["Efter", "Efter"]);
        at_once::delete_entries(&mut room.store, &[id]).unwrap();
        assert_eq!(room.texts(room.notes), ["Efter"], "it has seen what the other branch wrote");
    }
    meet(&mut rooms);
    assert!(rooms.iter().all(|room| room.texts(room.notes).is_empty()));
}

#[test]
fn rows_that_begin_within_an_operation_are_not_taken() {
    let mut first = first();
    let id = first.say(first.notes, "Rad");
    // What both write is the same, but for the operations' own rows.
    let [mut one, mut other] = [1, 1].map(|minutes| copy(&first, minutes));
    for room in [&mut one, &mut other] {
        ops::set_starred(&mut room.store, &[id], true).unwrap();
    }
    one.say(one.notes, "Till");
    let rows = store::log::beyond(&one.store, &store::log::last(&other.store).unwrap()).unwrap();
    let applied = other.store.apply(&rows[1..]).unwrap();
    assert_eq!((applied.rows, applied.wanted), (0, vec![own(&first)]));
    assert_eq!(give(&one, &mut other).len(), 1);
}

#[test]
fn an_older_copy_does_not_go_on_where_another_has_gone_on() {
    let mut first = first();
    let mut older = copy(&first, 1);
    first.say(first.notes, "Här");
    hand_over(&first, &mut older);
    assert!(matches!(ops::undoable(&older.store), Err(Refused::NothingToUndo)), "it is nobody yet");
    older.say(older.notes, "I kopian");
    assert_ne!(own(&older), own(&first));
    hand_over(&older, &mut first);
    for room in [first, older] {
        assert_eq!(room.texts(room.notes).len(), 2);
    }
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
