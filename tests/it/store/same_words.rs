//! What two laptops write alike at the same time: nobody's words are unknown to whoever changes them then.

use vidpennan::model::history::Entity;
use vidpennan::model::id::EntryId;
use vidpennan::model::{ChallengeStatus, Kind};
use vidpennan::ops;
use vidpennan::store::{self, undo::Left};

use crate::support::apart::{another, conflicts, copy, first, give, meet, options, own, text};
use crate::support::at_once;
use crate::support::room::{Room, undo_newest};

/// What is done to an entry.
type Deed = fn(&mut Room, EntryId);

/// Two laptops that have done the same to an entry and heard of it. The write of the second one won.
fn alike(deed: Deed) -> ([Room; 2], EntryId) {
    let mut first = first();
    let id = first.say(first.challenges, "Rad");
    let mut rooms = [another(&first, 1), another(&first, 2)];
    for room in &mut rooms {
        deed(room, id);
    }
    meet(&mut rooms);
    (rooms, id)
}

fn star(room: &mut Room, id: EntryId, starred: bool) {
    ops::set_starred(&mut room.store, &[id], starred).unwrap();
}

fn status(room: &mut Room, id: EntryId, status: ChallengeStatus) {
    ops::set_status(&mut room.store, id, Kind::Challenge(status)).unwrap();
}

fn edit(room: &mut Room, id: EntryId, before: &str, after: &str) {
    at_once::edit_text(&mut room.store, id, before, after).unwrap();
}

#[test]
fn what_both_have_written_is_changed_again_without_a_conflict() {
    let deeds: [(Deed, Deed); 3] = [
        (|room, id| star(room, id, true), |room, id| star(room, id, false)),
        (|room, id| edit(room, id, "Rad", "Raden"), |room, id| edit(room, id, "Raden", "Raden, rättad")),
        (
            |room, id| status(room, id, ChallengeStatus::Ongoing),
            |room, id| status(room, id, ChallengeStatus::Open),
        ),
    ];
    for (deed, then) in deeds {
        for who in 0..2 {
            let (mut rooms, id) = alike(deed);
            rooms[who].store.set_clock(options(5).clock);
            then(&mut rooms[who], id);
            assert_eq!(conflicts(&rooms[who]), 0);
            // Each is compared with its log too, when it is dropped.
            meet(&mut rooms);
            assert_eq!(conflicts(&rooms[1 - who]), 0);
        }
    }
}

#[test]
fn what_differed_before_both_wrote_alike_is_a_conflict_on_every_laptop() {
    let (rooms, id) = alike(|room, id| edit(room, id, "Rad", "Raden"));
    let [mut here, mut there] = rooms;
    edit(&mut there, id, "Raden", "Därifrån");
    here.store.set_clock(options(5).clock);
    edit(&mut here, id, "Raden", "Härifrån");
    give(&there, &mut here);
    edit(&mut here, id, "Härifrån", "Härifrån igen");
    let mut rooms = [here, there];
    meet(&mut rooms);
    assert_eq!(rooms.each_ref().map(conflicts), [1, 1]);
}

#[test]
fn ones_own_change_of_what_both_have_written_is_undone_before_a_rebuild_and_after_it() {
    for is_rebuilt in [false, true] {
        let ([mut here, _], id) = alike(|room, id| edit(room, id, "Rad", "Raden"));
        here.store.set_clock(options(5).clock);
        edit(&mut here, id, "Raden", "Raden, rättad");
        if is_rebuilt {
            here.store.rebuild().unwrap();
        }
        assert_eq!(undo_newest(&mut here.store).unwrap().value.left, []);
        assert_eq!(text(&here, id), "Raden");
    }
}

#[test]
fn undo_leaves_what_the_other_has_written_too_whoever_was_the_last() {
    let (rooms, id) = alike(|room, id| edit(room, id, "Rad", "Raden"));
    for mut room in rooms {
        let field = "text".to_owned();
        let left = [Left { entity: Entity::Entry, id: id.0, field }];
        assert_eq!(undo_newest(&mut room.store).unwrap().value.left, left);
        assert_eq!(text(&room, id), "Raden");
    }
}

#[test]
fn a_write_at_the_same_place_in_another_branch_is_not_what_its_author_has_seen() {
    let mut begun = first();
    let id = begun.say(begun.notes, "Rad");
    let mut rooms = [2, 3].map(|minutes| copy(&begun, minutes));
    for room in &mut rooms {
        star(room, id, true);
    }
    edit(&mut rooms[0], id, "Rad", "Raden");
    let made = rooms[0].say(rooms[0].notes, "Efter kopian");
    meet(&mut rooms);
    // These are the rows of the other branch over again, and of its records.
    edit(&mut rooms[1], id, "Raden", "Raden, rättad");
    star(&mut rooms[1], made, true);
    assert_eq!(conflicts(&rooms[1]), 0);
    meet(&mut rooms);
    assert_eq!(rooms.each_ref().map(conflicts), [0, 0]);
}

#[test]
fn what_a_record_was_made_with_is_known_to_whoever_has_seen_a_later_write() {
    let mut first = first();
    let id = first.say(first.notes, "Rad");
    let (mut there, mut late) = (another(&first, 1), another(&first, 2));
    let mut last = another(&first, 3);
    edit(&mut there, id, "Rad", "Raden");
    give(&there, &mut last);
    edit(&mut last, id, "Raden", "Raden, rättad");
    // The write between is missing.
    let mut rows = store::log::beyond(&last.store, &[]).unwrap();
    let missing = own(&there);
    rows.retain(|row| row.at.device != missing);
    late.store.apply(&rows).unwrap();
    assert_eq!((text(&late, id).as_str(), conflicts(&late)), ("Raden, rättad", 0));
}
