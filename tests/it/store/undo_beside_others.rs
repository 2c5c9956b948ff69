//! What is undone while another laptop writes: its words stay where they are seen, and what was left for them is named.

use vidpennan::model::history::Entity;
use vidpennan::model::id::EntryId;
use vidpennan::model::{ChallengeStatus, Kind};
use vidpennan::ops::{self, CapturePlace, Caught, PersonDetails};
use vidpennan::store::{self, undo::Left};

use crate::support::apart::{another, conflicts, first, hand_over, meet, number, reply, text};
use crate::support::at_once;
use crate::support::room::{Room, redo_newest, undo_newest};

/// What another laptop does with an entry.
type Work = fn(&mut Room, EntryId);

/// What the undo of the newest operation left.
fn undone(room: &mut Room) -> Vec<(Entity, String)> {
    let left = undo_newest(&mut room.store).unwrap().value.left;
    left.into_iter().map(|Left { entity, field, .. }| (entity, field)).collect()
}

fn kind(room: &Room, id: EntryId) -> Kind {
    store::entry::get(&room.store, id).unwrap().unwrap().kind
}

#[test]
fn a_note_that_became_a_challenge_stays_one_where_another_laptop_has_worked_on_it() {
    let asked = Kind::Challenge(ChallengeStatus::Ongoing);
    let works: [(&str, Work, bool); 6] = [
        ("answer", |room, id| drop(ops::answer(&mut room.store, &[id], &reply("Ja")).unwrap()), true),
        (
            "check",
            |room, id| drop(ops::follow_up(&mut room.store, id, Kind::CHALLENGE, "Hur?").unwrap()),
            true,
        ),
        (
            "status",
            |room, id| {
                let status = Kind::Challenge(ChallengeStatus::Ongoing);
                ops::set_status(&mut room.store, id, status).unwrap();
            },
            true,
        ),
        (
            "answer that was deleted",
            |room, id| {
                ops::answer(&mut room.store, &[id], &reply("Ja")).unwrap();
                undo_newest(&mut room.store).unwrap();
            },
            false,
        ),
        ("text", |room, id| drop(at_once::edit_text(&mut room.store, id, "Rad", "Raden").unwrap()), false),
        ("nothing", |_, _| (), false),
    ];
    for (what, work, is_left) in works {
        let first = first();
        let (mut here, mut there) = (another(&first, 1), another(&first, 2));
        let id = here.say(here.notes, "Rad");
        ops::convert(&mut here.store, &[id], Kind::CHALLENGE).unwrap();
        let given = number(&here, id);
        hand_over(&here, &mut there);
        work(&mut there, id);
        hand_over(&there, &mut here);
        let named: &[(Entity, String)] = &[(Entity::Entry, "kind".to_owned())];
        assert_eq!(undone(&mut here), &named[..usize::from(is_left)], "{what}");
        let mut rooms = [here, there];
        meet(&mut rooms);
        for room in &mut rooms {
            if is_left {
                assert_eq!(kind(room, id), if what == "status" { asked } else { Kind::CHALLENGE }, "{what}");
                assert_eq!(number(room, id), given, "{what}: the number that was said aloud stays");
            } else {
                assert_eq!(kind(room, id), Kind::NOTE, "{what}");
            }
            assert_eq!(store::response::to(&room.store, id).unwrap().len(), usize::from(what == "answer"));
        }
    }
}

#[test]
fn a_challenge_comes_back_whatever_was_answered_and_is_not_taken_again() {
    let mut first = first();
    let id = first.say(first.challenges, "Rad");
    let (mut here, mut there) = (another(&first, 1), another(&first, 2));
    ops::convert(&mut here.store, &[id], Kind::NOTE).unwrap();
    ops::answer(&mut there.store, &[id], &reply("Ja")).unwrap();
    hand_over(&there, &mut here);
    assert_eq!(undone(&mut here), []);
    assert_eq!(kind(&here, id), Kind::CHALLENGE);
    let left = redo_newest(&mut here.store).unwrap().value.left;
    assert_eq!(left.into_iter().map(|left| left.field).collect::<Vec<_>>(), ["kind"]);
    assert_eq!(kind(&here, id), Kind::CHALLENGE);
}

#[test]
fn an_answer_that_another_laptop_has_worded_anew_stays_with_its_challenge() {
    let mut first = first();
    let id = first.say(first.challenges, "Rad");
    let (mut here, mut there) = (another(&first, 1), another(&first, 2));
    let response = ops::answer(&mut here.store, &[id], &reply("Ja")).unwrap().value;
    hand_over(&here, &mut there);
    at_once::edit_response(&mut there.store, response, &reply("Ja"), &reply("Ja, i maj")).unwrap();
    hand_over(&there, &mut here);
    let deleted = "deleted".to_owned();
    assert_eq!(undone(&mut here), [(Entity::Response, deleted.clone()), (Entity::Answer, deleted)]);
    let texts: Vec<_> = store::response::to(&here.store, id).unwrap().into_iter().map(|it| it.text).collect();
    assert_eq!(texts, ["Ja, i maj"]);
}

#[test]
fn what_another_laptop_has_written_in_since_the_undo_is_not_deleted_again() {
    let works: [(&str, Work, bool); 3] = [
        ("text", |room, id| drop(at_once::edit_text(&mut room.store, id, "Rad", "Raden").unwrap()), true),
        ("answer", |room, id| drop(ops::answer(&mut room.store, &[id], &reply("Ja")).unwrap()), true),
        ("nothing", |_, _| (), false),
    ];
    for (what, work, is_left) in works {
        let mut first = first();
        let id = first.say(first.challenges, "Rad");
        let (mut here, mut there) = (another(&first, 1), another(&first, 2));
        at_once::delete_entries(&mut here.store, &[id]).unwrap();
        assert_eq!(undone(&mut here), []);
        work(&mut there, id);
        hand_over(&there, &mut here);
        let left = redo_newest(&mut here.store).unwrap().value.left;
        let named: Vec<_> = left.into_iter().map(|left| (left.entity, left.field)).collect();
        assert_eq!(named, &[(Entity::Entry, "deleted".to_owned())][..usize::from(is_left)], "{what}");
        assert_eq!(here.texts(here.challenges).len(), usize::from(is_left), "{what}");
        meet(&mut [here, there]);
    }
}

#[test]
fn undo_settles_no_conflict() {
    let mut first = first();
    let id = first.say(first.notes, "Rad");
    let (mut here, mut there) = (another(&first, 2), another(&first, 1));
    at_once::edit_text(&mut here.store, id, "Rad", "Härifrån").unwrap();
    at_once::edit_text(&mut there.store, id, "Rad", "Därifrån").unwrap();
    hand_over(&there, &mut here);
    assert_eq!((text(&here, id).as_str(), conflicts(&here)), ("Härifrån", 1));
    assert_eq!(undone(&mut here), [(Entity::Entry, "text".to_owned())]);
    assert_eq!((text(&here, id).as_str(), conflicts(&here)), ("Härifrån", 1));
}

#[test]
fn undo_leaves_what_another_laptop_has_written_last_though_it_is_the_same() {
    let mut first = first();
    let id = first.say(first.notes, "Rad");
    let (mut here, mut there) = (another(&first, 1), another(&first, 2));
    at_once::edit_text(&mut here.store, id, "Rad", "Raden").unwrap();
    hand_over(&here, &mut there);
    for (before, after) in [("Raden", "Något annat"), ("Något annat", "Raden")] {
        at_once::edit_text(&mut there.store, id, before, after).unwrap();
    }
    hand_over(&there, &mut here);
    assert_eq!(undone(&mut here), [(Entity::Entry, "text".to_owned())]);
    assert_eq!(text(&here, id), "Raden", "the other laptop has decided for it");
}

fn details(name: &str, role: Option<&str>) -> PersonDetails {
    PersonDetails { name: name.to_owned(), role: role.map(str::to_owned), ..PersonDetails::default() }
}

#[test]
fn two_persons_are_not_joined_again_where_another_laptop_has_written_of_the_one_since() {
    for is_written in [false, true] {
        let mut first = first();
        let short = ops::enter_person(&mut first.store, &details("Anna", None)).unwrap().value;
        let full = ops::enter_person(&mut first.store, &details("Anna Ek", None)).unwrap().value;
        let (mut here, mut there) = (another(&first, 1), another(&first, 2));
        ops::join_persons(&mut here.store, short, full).unwrap();
        undo_newest(&mut here.store).unwrap();
        if is_written {
            let before = store::person::named(&there.store, "Anna").unwrap().unwrap();
            at_once::edit_person(&mut there.store, &before, &details("Anna", Some("chef"))).unwrap();
        }
        hand_over(&there, &mut here);
        let left = redo_newest(&mut here.store).unwrap().value.left;
        let named = [Left { entity: Entity::Person, id: short.0, field: "same_as".to_owned() }];
        assert_eq!(left, &named[..usize::from(is_written)]);
        let roles: Vec<_> =
            store::person::list(&here.store).unwrap().into_iter().map(|person| person.role).collect();
        assert_eq!(roles, if is_written { vec![Some("chef".to_owned()), None] } else { vec![None] });
    }
}

#[test]
fn a_person_whom_another_laptop_has_named_stays_in_the_register() {
    let names: [fn(&mut Room); 3] = [
        |room| {
            let caught = Caught { owner: Some("Anna Ek".to_owned()), ..Caught::default() };
            name_in_a_line(room, caught);
        },
        |room| {
            let anna = details("Anna Ek", None);
            ops::enter_people(&mut room.store, &[anna], Some(room.meeting)).unwrap();
        },
        |_| (),
    ];
    for (name, is_left) in names.into_iter().zip([true, true, false]) {
        let first = first();
        let (mut here, mut there) = (another(&first, 1), another(&first, 2));
        let anna = ops::enter_person(&mut here.store, &details("Anna Ek", None)).unwrap().value;
        hand_over(&here, &mut there);
        name(&mut there);
        hand_over(&there, &mut here);
        let left = undo_newest(&mut here.store).unwrap().value.left;
        let person = [Left { entity: Entity::Person, id: anna.0, field: "deleted".to_owned() }];
        assert_eq!(left, &person[..usize::from(is_left)]);
        assert_eq!(store::person::get(&here.store, anna).unwrap().is_some(), is_left);
    }
}

fn name_in_a_line(room: &mut Room, caught: Caught) {
    let at = CapturePlace { meeting: room.meeting, section: room.notes, table: None, round: None };
    let caught = Caught { text: "Ringa".to_owned(), kind: Some(Kind::ACTION), ..caught };
    ops::capture(&mut room.store, at, caught).unwrap();
}
