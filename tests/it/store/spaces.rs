//! Spaces: what is shared as a whole. Every row keeps the space that it was written in, whoever hands it on; numbers
//! are counted in each.

use vidpennan::model::history::LogRow;
use vidpennan::model::{MeetingKind, SectionKind};
use vidpennan::ops::{self, CapturePlace, Caught, NewMeeting};
use vidpennan::store::{self, Store};

use crate::support::apart::{
    another, copy, first, give, hand_over, in_store, meet, number, options, own, reply,
};
use crate::support::at_once;
use crate::support::room::{Room, room, undo_newest};

/// All that is held, whatever came first.
fn rows(room: &Room) -> Vec<LogRow> {
    let mut rows = store::log::beyond(&room.store, &[]).unwrap();
    rows.sort_by_key(|row| row.at);
    rows
}

/// The rows that the replica wrote which is `by`, as `held` has them.
fn rows_by(by: &Room, held: &Room) -> Vec<LogRow> {
    let by = own(by);
    rows(held).into_iter().filter(|row| row.at.device == by).collect()
}

#[test]
fn a_laptop_that_begins_with_what_it_is_given_goes_on_in_the_same_space() {
    let first = first();
    let mut other = another(&first, 1);
    let id = other.say(other.challenges, "Rad");
    ops::enter_organisation(&mut other.store, "Enhet", None).unwrap();
    let space = rows(&first)[0].space;
    assert!(rows(&other).iter().all(|row| row.space == space));
    let mut third = another(&other, 2);
    third.say(third.challenges, "Till");
    assert!(rows(&third).iter().all(|row| row.space == space));
    assert_eq!(number(&third, id).value, 1);
}

#[test]
fn rows_keep_their_space_in_a_file_that_has_begun_in_another() {
    let mut there = room(Store::in_memory(options(0)).unwrap());
    let mut own_room = room(Store::in_memory(options(1)).unwrap());
    let asked: Vec<_> = (0..3).map(|at| there.say(there.challenges, &format!("Deras {at}"))).collect();
    own_room.say(own_room.challenges, "Vår");
    let [their_space, our_space] = [&there, &own_room].map(|room| rows(room)[0].space);
    assert_ne!(their_space, our_space);
    hand_over(&there, &mut own_room);
    assert!(rows_by(&there, &own_room) == rows(&there), "handed on as they were written");

    // What is done in one of their meetings is of their space, with their numbers.
    let mut in_theirs = in_store(&there, own_room.store.into_store());
    let newest = |room: &Room| rows_by(room, room).last().unwrap().space;
    let next = in_theirs.say(in_theirs.challenges, "Till");
    assert_eq!((number(&in_theirs, next).value, newest(&in_theirs)), (4, their_space));
    for act in [
        (|room, id| drop(at_once::edit_text(&mut room.store, id, "Deras 0", "Ändrat").unwrap()))
            as fn(&mut Room, _),
        |room, id| drop(ops::answer(&mut room.store, &[id], &reply("Ja")).unwrap()),
        |room, id| drop(ops::set_starred(&mut room.store, &[id], true).unwrap()),
        |room, _| drop(undo_newest(&mut room.store).unwrap()),
    ] {
        act(&mut in_theirs, asked[0]);
        assert_eq!(newest(&in_theirs), their_space);
    }
    ops::rename_programme(&mut in_theirs.store, "Vårt program").unwrap();
    assert_eq!(newest(&in_theirs), our_space, "what is in no meeting is of the file's own space");
    let sections = vec![("Utmaningar", SectionKind::Challenges)];
    let new = NewMeeting::from_template("Nytt", MeetingKind::RoundTable, sections);
    let meeting = ops::create_meeting(&mut in_theirs.store, new).unwrap().value;
    assert_eq!(newest(&in_theirs), our_space);
    let section = store::section::list(&in_theirs.store, meeting).unwrap()[0].id;
    let at = CapturePlace { meeting, section, table: None, round: None };
    let caught = Caught { text: "Vår andra".to_owned(), ..Caught::default() };
    let second = ops::capture(&mut in_theirs.store, at, caught).unwrap().value;
    assert_eq!(second.number().unwrap().value, 2);

    // A third laptop has the same of both, and counts on in each.
    let mut third = in_store(&there, Store::in_memory(options(3)).unwrap());
    give(&in_theirs, &mut third);
    assert!(rows(&third) == rows(&in_theirs));
    third.store.rebuild().unwrap();
    let next = third.say(third.challenges, "Från en tredje");
    assert_eq!(number(&third, next).value, 5);
    meet(&mut [in_theirs, third]);
}

#[test]
fn a_number_that_another_space_has_is_marked_as_soon_as_it_is_given() {
    let mut there = room(Store::in_memory(options(0)).unwrap());
    let mut here = room(Store::in_memory(options(1)).unwrap());
    let asked: Vec<_> = (0..2).map(|at| there.say(there.challenges, &format!("Deras {at}"))).collect();
    here.say(here.challenges, "Vår");
    hand_over(&there, &mut here);
    let second = here.say(here.challenges, "Vår andra");
    let marked = |room: &Room, id| {
        let entry = store::entry::get(&room.store, id).unwrap().unwrap();
        store::marks(&room.store).unwrap().of(&entry).is_some()
    };
    assert_eq!(number(&here, second).value, 2);
    assert!(marked(&here, second) && marked(&here, asked[1]));
    let third = here.say(here.challenges, "Vår tredje");
    assert!(!marked(&here, third));
}

#[test]
fn the_programme_of_another_space_stays_as_it_is_called_there() {
    let mut there = room(Store::in_memory(options(0)).unwrap());
    let mut here = room(Store::in_memory(options(1)).unwrap());
    let other = ops::rename_programme(&mut there.store, "Deras program").unwrap().value;
    hand_over(&there, &mut here);
    let own = ops::rename_programme(&mut here.store, "Vårt program").unwrap().value;
    assert_ne!(own.id, other.id);
    let new = NewMeeting::from_template("Nytt", MeetingKind::RoundTable, Vec::new());
    let meeting = ops::create_meeting(&mut here.store, new).unwrap().value;
    let meeting = store::meeting::get(&here.store, meeting).unwrap().unwrap();
    assert_eq!(meeting.programme, Some(own.id));
    let names: Vec<_> = store::programme::list(&here.store).unwrap().into_iter().map(|it| it.name).collect();
    assert_eq!(names, ["Deras program", "Vårt program"]);
}

#[test]
fn a_number_that_one_laptop_gives_in_two_spaces_is_marked_differently_in_each() {
    let mut there = room(Store::in_memory(options(0)).unwrap());
    let here = room(Store::in_memory(options(1)).unwrap());
    there.say(there.challenges, "Deras");
    let mut guest = in_store(&there, here.store.into_store());
    hand_over(&there, &mut guest);
    let theirs = guest.say(guest.challenges, "Deras andra, skriven här");
    let Room { meeting, notes, challenges, tomorrow, .. } = here;
    let mut here = Room { store: guest.store, meeting, notes, challenges, tomorrow };
    here.say(here.challenges, "Vår");
    let here_too = here.say(here.challenges, "Vår andra");
    assert_eq!(number(&here, theirs), number(&here, here_too));
    hand_over(&here, &mut there);
    for room in [&here, &there] {
        let marks = [theirs, here_too].map(|id| {
            let entry = store::entry::get(&room.store, id).unwrap().unwrap();
            store::marks(&room.store).unwrap().of(&entry).map(str::to_owned).unwrap()
        });
        assert_ne!(marks[0], marks[1]);
    }
}

/// What the programmes are called.
fn programmes(room: &Room) -> Vec<String> {
    store::programme::list(&room.store).unwrap().into_iter().map(|programme| programme.name).collect()
}

/// The programme that a new meeting comes to belong to.
fn programme_of_new_meeting(room: &mut Room) -> String {
    let new = NewMeeting::from_template("Nytt", MeetingKind::RoundTable, Vec::new());
    let meeting = ops::create_meeting(&mut room.store, new).unwrap().value;
    let own = store::meeting::get(&room.store, meeting).unwrap().unwrap().programme;
    let mut all = store::programme::list(&room.store).unwrap().into_iter();
    all.find(|programme| Some(programme.id) == own).unwrap().name
}

#[test]
fn a_laptop_goes_on_with_the_programme_that_it_has_made_whatever_comes_from_others() {
    for clocks in [[10, 20], [20, 10]] {
        let first = first();
        let mut rooms = clocks.map(|minutes| another(&first, minutes));
        for (room, name) in rooms.iter_mut().zip(["As program", "Bs program"]) {
            ops::rename_programme(&mut room.store, name).unwrap();
        }
        meet(&mut rooms);
        for (room, name) in rooms.iter_mut().zip(["As program", "Bs program"]) {
            assert_eq!(programme_of_new_meeting(room), name);
        }
        ops::rename_programme(&mut rooms[1].store, "Bs nya namn").unwrap();
        let mut names = programmes(&rooms[1]);
        names.sort();
        assert_eq!(names, ["As program", "Bs nya namn"]);
        assert_eq!(programme_of_new_meeting(&mut rooms[1]), "Bs nya namn");
    }
}

#[test]
fn a_laptop_without_a_programme_of_its_own_takes_the_first_of_the_space() {
    let mut first = first();
    ops::rename_programme(&mut first.store, "Förberett").unwrap();
    let mut here = another(&first, 1);
    assert_eq!(programme_of_new_meeting(&mut here), "Förberett");
    ops::rename_programme(&mut here.store, "Förberett igen").unwrap();
    assert_eq!(programmes(&here), ["Förberett igen"]);
}

#[test]
fn a_laptop_keeps_the_programme_that_it_made_before_a_branch_of_it_got_another_name() {
    let first = first();
    let (mut one, mut other) = (another(&first, 1), another(&first, 2));
    ops::rename_programme(&mut one.store, "Deras").unwrap();
    ops::rename_programme(&mut other.store, "Eget").unwrap();
    let mut copies = [3, 4].map(|minutes| copy(&other, minutes));
    for room in &mut copies {
        room.say(room.notes, "Efter kopian");
    }
    let [here, there] = copies;
    let mut rooms = [one, here, there];
    meet(&mut rooms);
    for room in &mut rooms[1..] {
        assert_eq!(programme_of_new_meeting(room), "Eget");
    }
}

#[test]
fn a_new_file_that_is_given_two_spaces_goes_on_in_that_of_whoever_gives() {
    // Whose identity is the smaller one is chance.
    for _ in 0..8 {
        let mut guest = room(Store::in_memory(options(0)).unwrap());
        ops::rename_programme(&mut guest.store, "Gästens").unwrap();
        let mut giver = room(Store::in_memory(options(1)).unwrap());
        ops::rename_programme(&mut giver.store, "Givarens").unwrap();
        hand_over(&guest, &mut giver);
        let mut new = in_store(&giver, Store::in_memory(options(2)).unwrap());
        hand_over(&giver, &mut new);
        assert_eq!(programme_of_new_meeting(&mut new), "Givarens");
    }
}
