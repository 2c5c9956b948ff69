//! The order of changes that were written in the same millisecond: the same on every laptop, whatever came first.

use vidpennan::model::history::{Change, LogId, Stamp};
use vidpennan::ops;
use vidpennan::store;

use crate::support::apart::{another, first, meet, options, reply};
use crate::support::at_once;
use crate::support::room::Room;

/// Four laptops, the later the fewer rows of its own, whose clocks show the same when `work` is done on each.
fn at_once_on_four(first: &Room, work: impl Fn(usize, &mut Room)) -> Vec<Room> {
    let mut rooms: Vec<Room> = (1..5).map(|minutes| another(first, minutes)).collect();
    for (at, room) in rooms.iter_mut().enumerate() {
        for line in at..4 {
            room.say(room.notes, &format!("Rad {line}"));
        }
    }
    for (at, room) in rooms.iter_mut().enumerate() {
        room.store.set_clock(options(60).clock);
        work(at, room);
    }
    meet(&mut rooms);
    rooms
}

/// The places in the log, which are in order.
fn places(changes: &[Change]) -> Vec<(Stamp, LogId)> {
    changes.iter().map(|change| (change.stamp, change.at)).collect()
}

#[track_caller]
fn are_in_order(lists: &[Vec<Change>]) {
    let expected = places(&lists[0]);
    assert!(expected.is_sorted(), "{expected:?}");
    assert!(expected.windows(2).any(|pair| pair[0].0 == pair[1].0), "some are of one millisecond");
    for list in lists {
        assert_eq!(places(list), expected);
    }
}

#[test]
fn changes_of_a_record() {
    let mut first = first();
    let id = first.say(first.notes, "Rad");
    let rooms = at_once_on_four(&first, |at, room| {
        at_once::edit_text(&mut room.store, id, "Rad", &format!("Rad {at}")).unwrap();
    });
    let lists: Vec<_> = rooms.iter().map(|room| store::history::of(&room.store, id.0).unwrap()).collect();
    are_in_order(&lists);
}

#[test]
fn changes_of_the_responses_to_a_challenge() {
    let mut first = first();
    let id = first.say(first.challenges, "Rad");
    let responses: Vec<_> =
        (0..4).map(|_| ops::answer(&mut first.store, &[id], &reply("Ja")).unwrap().value).collect();
    let rooms = at_once_on_four(&first, |at, room| {
        at_once::edit_response(&mut room.store, responses[at], &reply("Ja"), &reply(&format!("{at}")))
            .unwrap();
    });
    let lists: Vec<_> = rooms.iter().map(|room| store::change::about(&room.store, id).unwrap()).collect();
    are_in_order(&lists);
}
