//! An operation that is chosen in the history and undone though more was written since: nothing that came later goes
//! with it.

use vidpennan::model::history::{Entity, LogId, Op};
use vidpennan::model::{Kind, Report, SectionKind};
use vidpennan::ops::{self, NewSection, Refused};
use vidpennan::store::undo::LaterWork;
use vidpennan::store::{self, Store};

use crate::support::apart::reply;
use crate::support::at_once;
use crate::support::deeds::picture;
use crate::support::people::{owned, owner, person, rename};
use crate::support::room::{Room, redo_newest, undo_newest};

fn newest(room: &Room) -> LogId {
    ops::undoable(&room.store).unwrap().at
}

/// What the undo of an operation is refused for. Nothing has changed then.
#[track_caller]
fn refused(room: &mut Room, operation: LogId) -> (Entity, usize) {
    let before = picture(&room.store);
    let refused = ops::undo(&mut room.store, operation).unwrap_err();
    assert_eq!(picture(&room.store), before);
    let Refused::BuiltOn(LaterWork { within, records }) = refused else { panic!("{refused:?}") };
    (within, records)
}

/// The operation that made the meeting.
fn making(store: &Store) -> LogId {
    let all = store::history::all(store, usize::MAX).unwrap();
    all.into_iter().find(|operation| operation.op == Op::CreateMeeting).unwrap().at
}

#[test]
fn a_meeting_with_later_lines_is_not_undone_as_a_whole() {
    let mut room = Room::new();
    let id = room.say(room.notes, "Bussen");
    ops::convert(&mut room.store, &[id], Kind::CHALLENGE).unwrap();
    ops::answer(&mut room.store, &[id], &reply("Ja")).unwrap();
    let made = making(&room.store);
    assert_eq!(refused(&mut room, made), (Entity::Meeting, 2), "the line and its response");
    at_once::write_manuscript(&mut room.store, room.meeting.0, Report::News, None, "Nytt").unwrap();
    assert_eq!(refused(&mut room, made), (Entity::Meeting, 3), "and the report that somebody edited");
    for _ in 0..4 {
        undo_newest(&mut room.store).unwrap();
    }
    assert_eq!(newest(&room), made, "the newest first goes as before");
    undo_newest(&mut room.store).unwrap();
    assert_eq!(store::meeting::count(&room.store).unwrap(), 0);
    for _ in 0..5 {
        assert_eq!(redo_newest(&mut room.store).unwrap().value.left, []);
    }
    assert_eq!(room.found("Bussen"), ["Bussen"]);
}

#[test]
fn a_section_with_later_lines_is_not_undone_and_one_without_is() {
    let mut room = Room::new();
    let new = NewSection { heading: "Rubrik".to_owned(), kind: SectionKind::Notes, intro: Vec::new() };
    let section = ops::create_section(&mut room.store, room.meeting, &new).unwrap().value;
    let made = newest(&room);
    let moved = room.say(room.notes, "Ett");
    let said = room.say(section, "Två");
    ops::move_to_section(&mut room.store, &[moved], section).unwrap();
    assert_eq!(refused(&mut room, made), (Entity::Section, 2));
    at_once::delete_entries(&mut room.store, &[said]).unwrap();
    assert_eq!(refused(&mut room, made), (Entity::Section, 1), "what is deleted is not lost");
    ops::move_to_section(&mut room.store, &[moved], room.notes).unwrap();
    assert_eq!(ops::undo(&mut room.store, made).unwrap().value.left, []);
    assert!(store::section::get(&room.store, section).unwrap().is_none());
    assert_eq!(room.texts(room.notes), ["Ett"]);
}

#[test]
fn a_line_that_later_lines_answer_or_come_from_is_not_undone() {
    let mut room = Room::new();
    let challenge = room.say(room.challenges, "Bussen");
    let said = newest(&room);
    ops::answer(&mut room.store, &[challenge], &reply("Ja")).unwrap();
    ops::follow_up(&mut room.store, challenge, Kind::CHALLENGE, "Hur?").unwrap();
    at_once::make_action(&mut room.store, challenge, "Ring", None, None).unwrap();
    assert_eq!(refused(&mut room, said), (Entity::Entry, 3));
}

#[test]
fn a_note_that_became_a_challenge_stays_one_where_it_was_answered_since() {
    let mut room = Room::new();
    let id = room.say(room.notes, "Bussen");
    ops::convert(&mut room.store, &[id], Kind::CHALLENGE).unwrap();
    let became = newest(&room);
    ops::answer(&mut room.store, &[id], &reply("Ja")).unwrap();
    assert_eq!(refused(&mut room, became), (Entity::Entry, 1));
    undo_newest(&mut room.store).unwrap();
    assert_eq!(ops::undo(&mut room.store, became).unwrap().value.left, []);
    assert_eq!(store::entry::get(&room.store, id).unwrap().unwrap().kind, Kind::NOTE);
}

#[test]
fn what_was_answered_before_it_became_another_kind_is_no_later_work() {
    let mut room = Room::new();
    let id = room.say(room.challenges, "Bussen");
    ops::answer(&mut room.store, &[id], &reply("Ja")).unwrap();
    for kind in [Kind::NOTE, Kind::CHALLENGE] {
        ops::convert(&mut room.store, &[id], kind).unwrap();
    }
    assert_eq!(undo_newest(&mut room.store).unwrap().value.left, []);
    assert_eq!(store::entry::get(&room.store, id).unwrap().unwrap().kind, Kind::NOTE);
}

#[test]
fn who_is_named_in_a_later_line_stays_in_the_register() {
    let mut room = Room::new();
    let first = owned(&mut room, "Bo");
    let said = newest(&room);
    let later = owned(&mut room, "Bo");
    let left = ops::undo(&mut room.store, said).unwrap().value.left;
    assert_eq!(left.iter().map(|left| left.entity).collect::<Vec<_>>(), [Entity::Person]);
    assert!(store::entry::get(&room.store, first).unwrap().is_none());
    let bo = person(&room.store, "Bo").id;
    assert_eq!(redo_newest(&mut room.store).unwrap().value.left, [], "there is nothing to bring back");
    undo_newest(&mut room.store).unwrap();
    assert_eq!(rename(&mut room.store, "Bo", "Bo Falk"), bo);
    assert_eq!(owner(&room, later), "Bo Falk");
}

#[test]
fn a_line_that_was_added_to_or_corrected_later_is_not_undone_unless_that_is() {
    let mut room = Room::new();
    let id = room.say(room.notes, "Bussen");
    let said = newest(&room);
    ops::continue_entry(&mut room.store, id, "går för sällan").unwrap();
    assert_eq!(refused(&mut room, said), (Entity::Entry, 1));
    ops::correct_entry(&mut room.store, id, "Bussen", "Tåget").unwrap();
    assert_eq!(refused(&mut room, said), (Entity::Entry, 1), "one line, however often");
    undo_newest(&mut room.store).unwrap();
    undo_newest(&mut room.store).unwrap();
    assert_eq!(room.texts(room.notes), ["Bussen"]);
    assert_eq!(ops::undo(&mut room.store, said).unwrap().value.left, []);
    assert!(room.texts(room.notes).is_empty());

    let challenge = room.say(room.challenges, "Långt");
    let response = ops::answer(&mut room.store, &[challenge], &reply("Ja")).unwrap().value;
    let answered = newest(&room);
    ops::continue_response(&mut room.store, response, "i mars").unwrap();
    assert_eq!(refused(&mut room, answered), (Entity::Response, 1));
    // What is no word of it does not hinder.
    let other = room.say(room.notes, "Tåget");
    let said = newest(&room);
    ops::set_starred(&mut room.store, &[other], true).unwrap();
    assert_eq!(ops::undo(&mut room.store, said).unwrap().value.left, []);
}
