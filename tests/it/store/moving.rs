//! Entries and responses that go to another place: what goes with them, and what takes them back.

use chrono::NaiveDate;
use serde_json::json;
use uuid::Uuid;
use vidpennan::model::Kind;
use vidpennan::model::history::{Entity, Value};
use vidpennan::model::id::{EntryId, MeetingId, ResponseId, SectionId};
use vidpennan::ops::{self, CapturePlace, Caught, Refused};
use vidpennan::store::work::{self, Filter};
use vidpennan::store::{self, StoreError};

use crate::support::apart::{another, first, hand_over, meet, reply};
use crate::support::at_once;
use crate::support::newer::Newer;
use crate::support::room::{Room, another_meeting, entries_of, redo_newest, undo_newest};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 2, 2).unwrap()
}

#[test]
fn an_entry_in_another_meeting_is_found_and_counted_there_with_its_responses() {
    let mut room = Room::new();
    let challenge = room.say(room.challenges, "Svårt med samverkan");
    ops::answer(&mut room.store, &[challenge], &reply("Vi ser över det")).unwrap();
    let (there, _) = another_meeting(&mut room.store, "Heja", day());
    ops::move_to_meeting(&mut room.store, &[challenge], there).unwrap();
    let of = |room: &Room, meeting| {
        let filter = Filter { meeting: Some(meeting), ..Filter::default() };
        work::list(&room.store, &filter, 0, 9).unwrap()
    };
    let listed = of(&room, there);
    assert_eq!((listed.len(), listed[0].responses.len(), listed[0].meeting_title.as_str()), (1, 1, "Heja"));
    assert!(of(&room, room.meeting).is_empty());
    assert_eq!(
        store::section::counted(&room.store, there).unwrap().iter().map(|it| it.challenges).sum::<usize>(),
        1
    );
    assert_eq!(listed[0].entry.number().unwrap().value, 1, "numbers are kept");
    // What is deleted is the place that it has left.
    at_once::delete_meeting(&mut room.store, room.meeting).unwrap();
    assert_eq!((of(&room, there).len(), of(&room, there)[0].responses.len()), (1, 1));
    undo_newest(&mut room.store).unwrap();
    undo_newest(&mut room.store).unwrap();
    assert!(of(&room, there).is_empty());
    assert_eq!(of(&room, room.meeting)[0].responses.len(), 1);
}

/// In which of these meetings an entry is listed, and in which it is counted.
fn places(room: &Room, id: EntryId, meetings: [MeetingId; 2]) -> [(bool, usize, usize); 2] {
    let counted = store::meeting::counted(&room.store, 0, 10).unwrap();
    meetings.map(|meeting| {
        let listed = entries_of(&room.store, meeting);
        let filter = Filter { meeting: Some(meeting), ..Filter::default() };
        let counted = counted.iter().find(|counted| counted.meeting.id == meeting).unwrap();
        let is_listed = listed.iter().any(|entry| entry.id == id && entry.meeting == meeting);
        (is_listed, counted.challenges, work::count(&room.store, &filter).unwrap())
    })
}

#[test]
fn an_entry_that_two_laptops_move_at_once_is_counted_where_it_is_listed() {
    // Whose clock is ahead is the last to have moved it.
    for (minutes, is_there) in [(1, false), (3, true)] {
        let mut first = first();
        let id = first.say(first.challenges, "Svårt med samverkan");
        let (there, _) = another_meeting(&mut first.store, "Heja", day());
        let mut rooms = [another(&first, minutes), another(&first, 2)];
        ops::move_to_meeting(&mut rooms[0].store, &[id], there).unwrap();
        ops::move_to_section(&mut rooms[1].store, &[id], first.tomorrow).unwrap();
        meet(&mut rooms);
        let (yes, no) = ((true, 1, 1), (false, 0, 0));
        let expected = if is_there { [no, yes] } else { [yes, no] };
        assert_eq!(rooms.each_ref().map(|room| places(room, id, [first.meeting, there])), [expected; 2]);
        rooms[0].store.rebuild().unwrap();
        assert_eq!(places(&rooms[0], id, [first.meeting, there]), expected);
    }
}

#[test]
fn an_entry_is_in_the_meeting_of_its_section_however_late_that_comes() {
    let mut first = first();
    let (there, section) = another_meeting(&mut first.store, "Heja", day());
    let mut writer = another(&first, 1);
    let at = CapturePlace { meeting: there, section, table: None, round: None };
    let caught = Caught { kind: Some(Kind::CHALLENGE), text: "Långt".to_owned(), ..Caught::default() };
    let id = ops::capture(&mut writer.store, at, caught).unwrap().value.id;
    let mut late = Room::new();
    let rows = store::log::beyond(&writer.store, &store::log::last(&first.store).unwrap()).unwrap();
    late.store.apply(&rows).unwrap();
    assert_eq!(work::count(&late.store, &Filter::default()).unwrap(), 0, "it is nowhere yet");
    hand_over(&first, &mut late);
    assert_eq!(places(&late, id, [first.meeting, there]), [(false, 0, 0), (true, 1, 1)]);
}

#[test]
fn what_a_log_says_of_an_entrys_meeting_changes_nothing_and_without_a_section_it_is_in_none() {
    let mut room = Room::new();
    let id = room.say(room.challenges, "Svårt med samverkan");
    let (there, _) = another_meeting(&mut room.store, "Heja", day());
    let mut earlier = Newer::beside(&room.store);
    earlier.does("move_entry", "");
    earlier.sets(Entity::Entry, id.0, "meeting", Value::Id(there.0));
    let (nowhere, lost) = (Uuid::from_u128(7), Uuid::from_u128(8));
    let meeting = json!([there.0.simple().to_string()]);
    earlier.makes("entry", nowhere, &json!({ "meeting": meeting, "kind": "challenge:open", "text": "A" }));
    earlier.makes("entry", lost, &json!({ "section": meeting, "kind": "challenge:open", "text": "B" }));
    earlier.hands_to(&mut room.store);
    assert_eq!(places(&room, id, [room.meeting, there]), [(true, 1, 1), (false, 0, 0)]);
    for id in [nowhere, lost] {
        assert_eq!(store::entry::get(&room.store, EntryId(id)).unwrap(), None);
    }
    let at = CapturePlace { meeting: there, section: SectionId(nowhere), table: None, round: None };
    let caught = Caught { text: "C".to_owned(), ..Caught::default() };
    let refused = ops::capture(&mut room.store, at, caught).unwrap_err();
    assert!(matches!(refused, Refused::Store(StoreError::NotFound(Entity::Section))), "{refused:?}");
}

#[test]
fn a_response_goes_with_the_challenge_that_it_is_moved_to() {
    let mut room = Room::new();
    let [here, also] = ["Okunskap", "Otydligt"].map(|text| room.say(room.challenges, text));
    let (meeting, section) = another_meeting(&mut room.store, "Heja", day());
    let at = CapturePlace { meeting, section, table: None, round: None };
    let caught = Caught { kind: Some(Kind::CHALLENGE), text: "Långt".to_owned(), ..Caught::default() };
    let there = ops::capture(&mut room.store, at, caught).unwrap().value.id;
    let response = ops::answer(&mut room.store, &[here, also], &reply("På gång")).unwrap().value;
    let meeting_of = |room: &Room| store::response::get(&room.store, response).unwrap().unwrap().meeting;
    ops::move_response(&mut room.store, response, here, there).unwrap();
    assert_eq!(store::answer::challenges(&room.store, response).unwrap(), [also, there]);
    assert_eq!(meeting_of(&room), room.meeting, "it still answers one of there");
    let gone = ops::move_response(&mut room.store, response, here, there).unwrap_err();
    assert!(matches!(gone, Refused::Store(StoreError::NotFound(_))), "{gone:?}");
    ops::move_response(&mut room.store, response, also, there).unwrap();
    assert_eq!(
        (store::answer::challenges(&room.store, response).unwrap(), meeting_of(&room)),
        (vec![there], meeting)
    );
    at_once::delete_meeting(&mut room.store, room.meeting).unwrap();
    assert_eq!(store::response::to(&room.store, there).unwrap().len(), 1);
    for _ in 0..3 {
        undo_newest(&mut room.store).unwrap();
    }
    assert_eq!(store::answer::challenges(&room.store, response).unwrap(), [here, also]);
    let note = room.say(room.notes, "Inget att svara på");
    let refused = ops::move_response(&mut room.store, response, here, note).unwrap_err();
    assert!(matches!(refused, Refused::NotAChallenge));
}

#[test]
fn words_are_added_to_what_was_answered_and_not_to_what_is_gone() {
    let mut room = Room::new();
    let challenge = room.say(room.challenges, "Okunskap");
    let response = ops::answer(&mut room.store, &[challenge], &reply("På gång")).unwrap().value;
    ops::continue_response(&mut room.store, response, "i mars").unwrap();
    ops::correct_response(&mut room.store, response, "mars", "maj").unwrap();
    assert_eq!(store::response::get(&room.store, response).unwrap().unwrap().text, "På gång i maj");
    let held = store::held(&room.store).unwrap();
    ops::delete_response(&mut room.store, response, &[challenge], &held).unwrap();
    assert!(ops::continue_response(&mut room.store, response, "eller juni").is_err());
}

/// A challenge in each of two meetings, with one response to both.
fn answered_in_two_meetings() -> (Room, [EntryId; 2], [MeetingId; 2], ResponseId) {
    let mut room = first();
    let here = room.say(room.challenges, "Bussen");
    let (meeting, section) = another_meeting(&mut room.store, "Heja", day());
    let at = CapturePlace { meeting, section, table: None, round: None };
    let caught = Caught { kind: Some(Kind::CHALLENGE), text: "Tåget".to_owned(), ..Caught::default() };
    let there = ops::capture(&mut room.store, at, caught).unwrap().value.id;
    let response = ops::answer(&mut room.store, &[here, there], &reply("Ny tidtabell")).unwrap().value;
    let meetings = [room.meeting, meeting];
    (room, [here, there], meetings, response)
}

/// The texts of the responses to a challenge.
fn responses(room: &Room, challenge: EntryId) -> Vec<String> {
    store::response::to(&room.store, challenge).unwrap().into_iter().map(|response| response.text).collect()
}

#[test]
fn a_response_stays_where_it_answers_when_another_of_its_meetings_is_deleted() {
    for at in 0..2 {
        let (mut room, challenges, meetings, _) = answered_in_two_meetings();
        at_once::delete_meeting(&mut room.store, meetings[at]).unwrap();
        assert_eq!(responses(&room, challenges[1 - at]), ["Ny tidtabell"]);
        let listed = work::list(&room.store, &Filter::default(), 0, 9).unwrap();
        assert_eq!(listed.iter().map(|work| work.responses.len()).collect::<Vec<_>>(), [1]);
        let hits = store::search::find(&room.store, "tidtabell", 9).unwrap();
        assert_eq!(hits.iter().map(|hit| hit.meeting).collect::<Vec<_>>(), [meetings[1 - at]]);
        at_once::delete_meeting(&mut room.store, meetings[1 - at]).unwrap();
        assert_eq!(store::search::find(&room.store, "tidtabell", 9).unwrap(), []);
        undo_newest(&mut room.store).unwrap();
        undo_newest(&mut room.store).unwrap();
        assert_eq!(challenges.map(|challenge| responses(&room, challenge).len()), [1, 1]);
    }
}

#[test]
fn an_answer_to_what_was_moved_meanwhile_is_in_the_meeting_that_it_was_moved_to() {
    let mut first = first();
    let id = first.say(first.challenges, "Svårt med samverkan");
    let (there, _) = another_meeting(&mut first.store, "Heja", day());
    let mut rooms = [another(&first, 1), another(&first, 2)];
    ops::move_to_meeting(&mut rooms[0].store, &[id], there).unwrap();
    ops::answer(&mut rooms[1].store, &[id], &reply("Vi ser över det")).unwrap();
    meet(&mut rooms);
    for room in &mut rooms {
        let hits = store::search::find(&room.store, "över", 9).unwrap();
        assert_eq!(hits.iter().map(|hit| hit.meeting).collect::<Vec<_>>(), [there]);
        at_once::delete_meeting(&mut room.store, first.meeting).unwrap();
        assert_eq!(responses(room, id), ["Vi ser över det"]);
    }
}

#[test]
fn an_undo_of_a_move_takes_what_was_answered_since_along() {
    let mut room = Room::new();
    let id = room.say(room.challenges, "Svårt med samverkan");
    let (there, _) = another_meeting(&mut room.store, "Heja", day());
    let moved = ops::move_to_meeting(&mut room.store, &[id], there).unwrap();
    assert!(!moved.changes.touched.is_empty());
    let place = ops::undoable(&room.store).unwrap().at;
    ops::answer(&mut room.store, &[id], &reply("Vi ser över det")).unwrap();
    ops::undo(&mut room.store, place).unwrap();
    at_once::delete_meeting(&mut room.store, there).unwrap();
    assert_eq!(responses(&room, id), ["Vi ser över det"]);
    let hits = store::search::find(&room.store, "över", 9).unwrap();
    assert_eq!(hits.iter().map(|hit| hit.meeting).collect::<Vec<_>>(), [room.meeting]);
}

#[test]
fn what_was_just_answered_is_the_latest_in_each_of_its_meetings() {
    let (mut room, challenges, meetings, response) = answered_in_two_meetings();
    let latest = |room: &Room, meeting| {
        let latest = store::response::latest(&room.store, meeting, None, false).unwrap();
        latest.map(|response| response.id)
    };
    assert_eq!(meetings.map(|meeting| latest(&room, meeting)), [Some(response); 2]);
    let held = store::held(&room.store).unwrap();
    ops::delete_response(&mut room.store, response, &challenges[..1], &held).unwrap();
    assert_eq!(meetings.map(|meeting| latest(&room, meeting)), [None, Some(response)]);
}

#[test]
fn a_response_of_another_laptop_that_was_moved_by_mistake_goes_back() {
    let mut first = first();
    let [from, to] = ["Okunskap", "Otydligt"].map(|text| first.say(first.challenges, text));
    let response = ops::answer(&mut first.store, &[from], &reply("På gång")).unwrap().value;
    let mut rooms = [first, Room::new()];
    rooms[1] = another(&rooms[0], 1);
    ops::move_response(&mut rooms[1].store, response, from, to).unwrap();
    let undone = undo_newest(&mut rooms[1].store).unwrap().value;
    assert_eq!(undone.left, []);
    meet(&mut rooms);
    for room in &rooms {
        assert_eq!([from, to].map(|challenge| responses(room, challenge).len()), [1, 0]);
    }
}

#[test]
fn an_answer_is_undone_and_redone_though_its_response_was_in_another_meeting_meanwhile() {
    let mut room = Room::new();
    let here = room.say(room.challenges, "Bussen");
    let (meeting, section) = another_meeting(&mut room.store, "Heja", day());
    let at = CapturePlace { meeting, section, table: None, round: None };
    let caught = Caught { kind: Some(Kind::CHALLENGE), text: "Tåget".to_owned(), ..Caught::default() };
    let there = ops::capture(&mut room.store, at, caught).unwrap().value.id;
    let response = ops::answer(&mut room.store, &[here], &reply("På gång")).unwrap().value;
    ops::move_response(&mut room.store, response, here, there).unwrap();
    for _ in 0..2 {
        undo_newest(&mut room.store).unwrap();
    }
    assert_eq!([here, there].map(|challenge| responses(&room, challenge).len()), [0, 0]);
    redo_newest(&mut room.store).unwrap();
    assert_eq!([here, there].map(|challenge| responses(&room, challenge).len()), [1, 0]);
    redo_newest(&mut room.store).unwrap();
    assert_eq!([here, there].map(|challenge| responses(&room, challenge).len()), [0, 1]);
}

#[test]
fn a_challenge_that_was_deleted_stays_so_when_a_response_is_changed_under_another() {
    let (mut room, challenges, _, response) = answered_in_two_meetings();
    at_once::delete_entries(&mut room.store, &challenges[..1]).unwrap();
    ops::continue_response(&mut room.store, response, "i mars").unwrap();
    assert_eq!(store::entry::get(&room.store, challenges[0]).unwrap(), None);
    assert_eq!(responses(&room, challenges[1]), ["Ny tidtabell i mars"]);
}

#[test]
fn whoever_knows_that_a_challenge_is_deleted_changes_its_response_under_another() {
    let (first, challenges, _, response) = answered_in_two_meetings();
    let mut rooms = [first, Room::new()];
    rooms[1] = another(&rooms[0], 1);
    at_once::delete_entries(&mut rooms[0].store, &challenges[..1]).unwrap();
    let is_there = |room: &Room| store::entry::get(&room.store, challenges[0]).unwrap().is_some();

    // Who does not know of it writes under both.
    let mut apart = another(&rooms[1], 2);
    ops::continue_response(&mut apart.store, response, "i april").unwrap();
    meet(&mut rooms);
    ops::continue_response(&mut rooms[1].store, response, "i mars").unwrap();
    meet(&mut rooms);
    for room in &rooms {
        assert!(!is_there(room));
        assert_eq!(responses(room, challenges[1]), ["Ny tidtabell i mars"]);
    }
    let [first, second] = rooms;
    let mut rooms = [first, second, apart];
    meet(&mut rooms);
    assert!(rooms.iter().all(is_there));
}

#[test]
fn of_two_who_each_leave_another_challenge_answered_neither_takes_the_response_away() {
    let (first, challenges, _, response) = answered_in_two_meetings();
    let mut rooms = [another(&first, 1), another(&first, 2)];
    for (room, challenge) in rooms.iter_mut().zip(challenges) {
        let held = store::held(&room.store).unwrap();
        ops::delete_response(&mut room.store, response, &[challenge], &held).unwrap();
        assert!(responses(room, challenge).is_empty());
    }
    meet(&mut rooms);
    for room in &rooms {
        assert_eq!(challenges.map(|challenge| responses(room, challenge).len()), [1, 1]);
    }
    // One who has seen both takes it away.
    let held = store::held(&rooms[0].store).unwrap();
    ops::delete_response(&mut rooms[0].store, response, &challenges, &held).unwrap();
    meet(&mut rooms);
    assert_eq!(challenges.map(|challenge| responses(&rooms[1], challenge).len()), [0, 0]);
}
