//! Entries and responses that go to another place: what goes with them, and what takes them back.

use chrono::NaiveDate;
use vidpennan::model::{Kind, ResponseKind};
use vidpennan::ops::{self, CapturePlace, Caught, Refused, Reply};
use vidpennan::store::work::{self, Filter};
use vidpennan::store::{self, StoreError};

use crate::support::at_once;
use crate::support::room::{Room, another_meeting, undo_newest};

fn reply(text: &str) -> Reply {
    Reply { kind: ResponseKind::Underway, text: text.to_owned(), due: None }
}

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
    ops::delete_response(&mut room.store, response, challenge, &held).unwrap();
    assert!(ops::continue_response(&mut room.store, response, "eller juni").is_err());
}
