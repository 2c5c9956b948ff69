//! Which line a laptop takes for its latest, beside what others write: that which its next words are about, and where a
//! pen begins.

use vidpennan::ops::line::{PenPlace, PlacesLeft};
use vidpennan::ops::{self, CapturePlace, Caught};
use vidpennan::store::{self, entry::By};

use crate::support::apart::{another, copy, first, hand_over, meet, options};
use crate::support::room::{Room, undo_newest};

fn latest(room: &Room, by: By) -> Option<String> {
    store::entry::latest(&room.store, room.meeting, by).unwrap().map(|entry| entry.text)
}

#[test]
fn lines_from_before_a_branch_got_another_name_are_ones_own_and_those_of_other_branches_are_not() {
    let mut first = first();
    first.say(first.notes, "Före kopian");
    let mut rooms = [1, 2].map(|minutes| copy(&first, minutes));
    for (room, text) in rooms.iter_mut().zip(["Den ena", "Den andra"]) {
        room.say(room.notes, text);
    }
    meet(&mut rooms);
    for (room, text) in rooms.iter_mut().zip(["Den ena", "Den andra"]) {
        assert_eq!(latest(room, By::ThisReplica).as_deref(), Some(text));
        undo_newest(&mut room.store).unwrap();
        assert_eq!(latest(room, By::ThisReplica).as_deref(), Some("Före kopian"));
        assert_eq!(latest(room, By::ThisSitting), None, "the copy was opened since");
    }
}

#[test]
fn lines_of_this_sitting_are_found_though_its_branch_got_another_name() {
    // Which of the two is given another name is chance.
    for _ in 0..8 {
        let mut here = first();
        here.say(here.notes, "Före kopian");
        let mut rooms = [copy(&here, 1), here];
        rooms[1].store.set_clock(options(2).clock);
        for room in &mut rooms {
            room.say(room.notes, "Efter kopian");
        }
        meet(&mut rooms);
        for (room, before) in rooms.iter_mut().zip([None, Some("Före kopian")]) {
            assert_eq!(latest(room, By::ThisSitting).as_deref(), Some("Efter kopian"));
            undo_newest(&mut room.store).unwrap();
            assert_eq!(latest(room, By::ThisSitting).as_deref(), before);
        }
    }
}

#[test]
fn a_pen_begins_at_the_latest_line_of_its_own_laptop() {
    let first = first();
    let (mut here, mut there) = (another(&first, 1), another(&first, 2));
    let at = CapturePlace { meeting: there.meeting, section: there.tomorrow, table: Some(9), round: None };
    ops::capture(&mut there.store, at, Caught { text: "Där".to_owned(), ..Caught::default() }).unwrap();
    hand_over(&there, &mut here);
    let begins = |room: &Room| PlacesLeft::default().enter(&room.store, room.meeting).unwrap();
    assert_eq!(begins(&here), PenPlace { section: Some(here.notes), table: Some(1) });
    assert_eq!(begins(&there), PenPlace { section: Some(there.tomorrow), table: Some(9) });
    here.say(here.challenges, "Här, bord 3");
    hand_over(&there, &mut here);
    assert_eq!(begins(&here), PenPlace { section: Some(here.challenges), table: Some(3) });
}
