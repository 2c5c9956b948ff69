//! Spaces: what is shared as a whole. Every row keeps the space that it was written in, whoever hands it on; numbers
//! are counted in each.

use vidpennan::model::history::LogRow;
use vidpennan::model::{MeetingKind, SectionKind};
use vidpennan::ops::{self, CapturePlace, Caught, NewMeeting};
use vidpennan::store::{self, Store};

use crate::support::apart::{another, first, give, hand_over, in_store, meet, number, options, own, reply};
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
