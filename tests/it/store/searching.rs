//! Search over more lines than are scanned without the index: what is found does not depend on how new a line is.

use uuid::Uuid;
use vidpennan::clock::Clock;
use vidpennan::model::id::EntryId;
use vidpennan::ops::{self, CapturePlace, Caught};
use vidpennan::store::{self, Store};

use crate::support::apart::{self, another, first, give, meet, reply};
use crate::support::at_once;
use crate::support::room::{Room, noon, options, redo_newest, room, undo_newest};

/// More than are scanned without the index, and no multiple of how many enter it at once.
const LINES: usize = 1_300;

/// A line with a word that no other line has.
fn line(nth: usize) -> String {
    format!("Samverkan om lok{nth}ort i å{nth}")
}

/// Lines written one by one, as at the pen.
fn said(room: &mut Room) -> Vec<EntryId> {
    (0..LINES).map(|nth| room.say(room.notes, &line(nth))).collect()
}

#[test]
fn every_line_is_found_by_its_own_word_and_by_a_part_of_it() {
    let mut room = Room::new();
    said(&mut room);
    for nth in 0..LINES {
        assert_eq!(room.found(&format!("lok{nth}ort")), [line(nth)]);
        assert_eq!(room.found(&format!("ok{nth}or")), [line(nth)]);
    }
    let newest: Vec<String> = (0..LINES).rev().take(50).map(line).collect();
    assert_eq!(room.found("verkan"), newest);
    assert!(room.found("lok1300ort").is_empty());
}

#[test]
fn what_is_changed_is_found_by_its_new_words_only_however_new_it_is() {
    let mut room = Room::new();
    let entries = said(&mut room);
    for nth in [0, 127, 128, 700, LINES - 1] {
        let (before, after) = (line(nth), format!("Ändrad{nth}rad"));
        let (old, new) = (format!("ok{nth}or"), format!("ndrad{nth}ra"));
        at_once::edit_text(&mut room.store, entries[nth], &before, &after).unwrap();
        assert!(room.found(&old).is_empty(), "{nth}");
        assert_eq!(room.found(&new), [after.as_str()]);
        undo_newest(&mut room.store).unwrap();
        assert!(room.found(&new).is_empty(), "{nth}");
        assert_eq!(room.found(&old), [before.as_str()]);
        redo_newest(&mut room.store).unwrap();
        at_once::delete_entries(&mut room.store, &entries[nth..=nth]).unwrap();
        assert!(room.found(&new).is_empty(), "{nth}");
        undo_newest(&mut room.store).unwrap();
        assert_eq!(room.found(&new), [after.as_str()]);
    }
}

#[test]
fn what_is_undone_and_done_again_in_one_step_is_found_again() {
    let mut room = Room::new();
    let at = CapturePlace { meeting: room.meeting, section: room.notes, table: None, round: None };
    let lines = (0..LINES).map(|nth| Caught { text: line(nth), ..Caught::default() }).collect();
    ops::capture_many(&mut room.store, at, lines).unwrap();
    undo_newest(&mut room.store).unwrap();
    assert!(room.found("ok5or").is_empty());
    redo_newest(&mut room.store).unwrap();
    assert_eq!(room.found("ok5or"), [line(5)]);
    assert_eq!(room.found("verkan").len(), 50);
}

#[test]
fn what_another_connection_writes_is_found_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = room(Store::open(&path, options()).unwrap());
    let reader = Store::reader(&path, Clock::Fixed(noon())).unwrap();
    let found = |part: &str| -> Vec<String> {
        store::search::find(&reader, part, 50).unwrap().into_iter().map(|hit| hit.text).collect()
    };
    for nth in 0..LINES {
        room.say(room.notes, &line(nth));
        if nth % 50 == 0 {
            assert_eq!(found(&format!("ok{nth}or")), [line(nth)]);
            assert_eq!(found("ok0or"), [line(0)]);
        }
    }
}

/// Everything that a query finds, with its identity: the newest is the greatest.
fn hits(room: &Room, query: &str, limit: usize) -> Vec<(Uuid, String)> {
    store::search::find(&room.store, query, limit)
        .unwrap()
        .into_iter()
        .map(|hit| (hit.id, hit.text))
        .collect()
}

#[test]
fn a_response_is_found_where_something_that_it_answers_is_shown() {
    for later in [0, 600, LINES] {
        let mut room = Room::new();
        let [one, other] = ["Bussen", "Tåget"].map(|text| room.say(room.challenges, text));
        ops::answer(&mut room.store, &[one, other], &reply("Zebrafinken ser över")).unwrap();
        for nth in 0..later {
            room.say(room.notes, &line(nth));
        }
        at_once::delete_entries(&mut room.store, &[one]).unwrap();
        assert_eq!(room.found("zebra"), ["Zebrafinken ser över"], "it answers another, too");
        at_once::delete_section(&mut room.store, room.challenges).unwrap();
        for part in ["zebrafinken", "brafink"] {
            assert!(room.found(part).is_empty(), "{part}, {later}");
        }
        undo_newest(&mut room.store).unwrap();
        assert_eq!(room.found("brafink").len(), 1);
        at_once::delete_entries(&mut room.store, &[other]).unwrap();
        assert!(room.found("zebra").is_empty(), "{later}");
    }
}

#[test]
fn what_is_found_is_in_one_order_on_laptops_to_which_it_came_in_another() {
    let first = first();
    // Three write by turns, one of them with a clock that is years behind.
    let mut rooms = [1, 2, -5_000_000].map(|minutes| another(&first, minutes));
    for nth in 0..2_000 {
        let (at, hours) = (nth % 3, i64::try_from(nth).unwrap() * 60);
        let room = &mut rooms[at];
        room.store.set_clock(apart::options([hours, hours + 7, hours - 5_000_000][at]).clock);
        // More lines follow than are scanned without the index.
        let is_rare = nth % 4 == 0 && nth < [400, 400, 1_200][at];
        let rare = if is_rare { " om bussar" } else { "" };
        room.say(room.notes, &format!("{}{rare}", line(nth)));
    }
    let [one, other, behind] = &mut rooms;
    give(one, other);
    give(behind, one);
    meet(&mut rooms);
    rooms[2].store.rebuild().unwrap();
    // Old by the clock, and too few to enter the index.
    let notes = rooms[2].notes;
    rooms[2].say(notes, "Sist om bussar");
    meet(&mut rooms);
    for query in ["verkan", "bussar", "ussa", "lok17ort"] {
        let mut all = hits(&rooms[0], query, 3_000);
        all.sort_by(|a, b| b.cmp(a));
        let said = rooms[0].texts(notes);
        assert_eq!(all.len(), said.iter().filter(|text| text.contains(query)).count(), "{query}");
        for room in &rooms {
            for limit in [3, 50, 3_000] {
                assert_eq!(hits(room, query, limit), all[..limit.min(all.len())], "{query}, {limit}");
            }
        }
    }
}
