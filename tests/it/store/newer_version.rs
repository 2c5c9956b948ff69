//! What a newer version wrote is kept, shown as unknown and passed on. It never makes a list or the history fail, and
//! neither does a cell that is damaged.

use chrono::NaiveDate;
use serde_json::json;
use uuid::Uuid;
use vidpennan::i18n::Lang;
use vidpennan::minutes::{compose, interchange};
use vidpennan::model::history::{Entity, Op, Value};
use vidpennan::model::id::EntryId;
use vidpennan::model::{
    ActionStatus, ChallengeStatus, CommitmentStatus, FieldRole, Kind, MeetingKind, MinutesStatus, NoteKind,
    Position, ResponseKind, SectionKind,
};
use vidpennan::ops;
use vidpennan::store::entry::EntryScope;
use vidpennan::store::work::{self, Filter, WorkClass};
use vidpennan::store::{self, Store, change, history, log};

use crate::support::app::logged;
use crate::support::at_once;
use crate::support::newer::{CHECK, MADE, Mixed, Newer, mixed};
use crate::support::programme::meet;
use crate::support::room::{Checked, Room, follows_from_its_log, noon, options, undo_newest};

fn in_memory() -> Mixed {
    mixed(Store::in_memory(options()).unwrap())
}

fn kind(store: &Store, id: EntryId) -> Kind {
    store::entry::get(store, id).unwrap().unwrap().kind
}

/// What the log has last of a cell.
fn in_log(store: &Store, id: Uuid, field: &str) -> Value {
    let rows = log::beyond(store, &[]).unwrap();
    let mut rows: Vec<_> = rows.into_iter().filter(|row| row.id == id && row.field == field).collect();
    rows.sort_by_key(|row| row.stamp);
    rows.pop().unwrap().new
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

#[test]
fn every_list_shows_what_is_unknown_and_nothing_fails() {
    let Mixed { room, note, challenge, commitment, action, parked, response, .. } = in_memory();
    let store = &room.store;
    assert_eq!(kind(store, note), Kind::Note(NoteKind::Unknown));
    assert_eq!(kind(store, challenge), Kind::Challenge(ChallengeStatus::Unknown));
    assert_eq!(kind(store, parked), Kind::PARKED.in_unknown_status());
    let meeting = &store::meeting::counted(store, 0, 10).unwrap()[0].meeting;
    assert_eq!((meeting.kind, meeting.status), (MeetingKind::Unknown, MinutesStatus::Unknown));
    assert_eq!(store::section::list(store, room.meeting).unwrap()[0].kind, SectionKind::Unknown);
    assert_eq!(store::response::get(store, response).unwrap().unwrap().kind, ResponseKind::Unknown);
    assert_eq!(store::field::list(store, room.meeting).unwrap()[0].role, FieldRole::Unknown);
    let checks = store::follow_up::list(store, challenge).unwrap();
    assert_eq!((checks[0].outcome, checks[0].comment.as_str()), (kind(store, challenge), "Vi får se"));

    let listed = |filter: &Filter| -> Vec<EntryId> {
        work::list(store, filter, 0, 50).unwrap().into_iter().map(|listed| listed.entry.id).collect()
    };
    for (class, expected, status) in [
        (WorkClass::Challenges, challenge, Kind::Challenge(ChallengeStatus::Unknown)),
        (WorkClass::Commitments, commitment, Kind::Commitment(CommitmentStatus::Unknown)),
        (WorkClass::Actions, action, Kind::Action(ActionStatus::Unknown)),
    ] {
        let open = Filter { class, open: Some(true), ..Filter::default() };
        assert_eq!(listed(&open), [expected], "an unknown status counts as open: {class:?}");
        assert_eq!(listed(&Filter { status: Some(status), ..open.clone() }), [expected]);
        let begun = status.initial();
        assert!(listed(&Filter { status: Some(begun), ..open }).is_empty());
    }
    assert_eq!(room.found("vision skolgården"), ["En vision om skolgården"]);
    assert_eq!(room.found("nyare version"), ["Skriven i en nyare version"]);
    assert_eq!(room.texts(room.notes).len(), 4);
    follows_from_its_log(store);
}

#[test]
fn what_is_unknown_is_never_offered() {
    let all =
        [Kind::CHALLENGE, Kind::COMMITMENT, Kind::ACTION, Kind::PARKED].into_iter().flat_map(Kind::statuses);
    assert!(all.chain(Kind::all()).all(|kind| !kind.is_unknown()));
    for (kind, open) in
        [(Kind::CHALLENGE, true), (Kind::COMMITMENT, true), (Kind::PARKED, true), (Kind::NOTE, false)]
    {
        assert_eq!(kind.in_unknown_status().is_open(), open);
        assert!(kind.same_kind(kind.in_unknown_status()));
    }
}

#[test]
fn rows_are_passed_on_as_they_came_and_the_tables_can_be_made_anew() {
    let Mixed { mut room, newer, .. } = in_memory();
    let theirs = |store: &Store| -> Vec<_> {
        let rows = log::beyond(store, &[]).unwrap();
        rows.into_iter().filter(|row| row.at.device == newer.rows[0].at.device).collect()
    };
    assert_eq!(theirs(&room.store), newer.rows);
    let before = store::rebuild::state(&room.store).unwrap();
    room.store.rebuild().unwrap();
    assert_eq!(store::rebuild::state(&room.store).unwrap(), before);
    assert_eq!(theirs(&room.store), newer.rows);
    let mut third = Checked::from(Store::in_memory(options()).unwrap());
    third.apply(&log::beyond(&room.store, &[]).unwrap()).unwrap();
    assert_eq!(store::rebuild::state(&third).unwrap(), before);
    assert_eq!(theirs(&third), newer.rows);
}

#[test]
fn a_change_of_another_cell_leaves_what_is_unknown_and_is_undone() {
    let Mixed { mut room, note, challenge, action, response, .. } = in_memory();
    for (id, code) in [(note, "vision"), (challenge, "challenge:someday"), (action, "action:someday")] {
        ops::set_starred(&mut room.store, &[id], true).unwrap();
        let before = store::entry::get(&room.store, id).unwrap().unwrap().text;
        at_once::edit_text(&mut room.store, id, &before, "Nya ord").unwrap();
        assert_eq!(in_log(&room.store, id.0, "kind"), text(code));
        undo_newest(&mut room.store).unwrap();
        let left = undo_newest(&mut room.store).unwrap().value.left;
        assert!(left.is_empty(), "{left:?}");
        assert!(!store::entry::get(&room.store, id).unwrap().unwrap().starred);
    }
    let meeting = store::meeting::get(&room.store, room.meeting).unwrap().unwrap();
    let moved = vidpennan::model::Meeting { place: "Biblioteket".to_owned(), ..meeting.clone() };
    at_once::edit_meeting(&mut room.store, &meeting, &moved).unwrap();
    let section = store::section::get(&room.store, room.notes).unwrap().unwrap();
    let renamed = vidpennan::model::Section { heading: "Bilder".to_owned(), ..section.clone() };
    at_once::edit_section(&mut room.store, &section, renamed).unwrap();
    for (id, field, code) in [
        (room.meeting.0, "kind", "seance"),
        (room.meeting.0, "status", "sealed"),
        (room.notes.0, "kind", "drawings"),
        (response.0, "kind", "sung"),
    ] {
        assert_eq!(in_log(&room.store, id, field), text(code));
    }
}

#[test]
fn a_change_of_what_is_unknown_is_undone_to_the_code_that_was_there() {
    let Mixed { mut room, note, challenge, .. } = in_memory();
    ops::set_status(&mut room.store, challenge, Kind::Challenge(ChallengeStatus::Solved)).unwrap();
    assert_eq!(in_log(&room.store, challenge.0, "kind"), text("challenge:solved"));
    undo_newest(&mut room.store).unwrap();
    assert_eq!(in_log(&room.store, challenge.0, "kind"), text("challenge:someday"));
    ops::convert(&mut room.store, &[note], Kind::Decision).unwrap();
    undo_newest(&mut room.store).unwrap();
    assert_eq!(in_log(&room.store, note.0, "kind"), text("vision"));
}

#[test]
fn no_code_is_written_that_this_version_made_up() {
    let Mixed { mut room, challenge, .. } = in_memory();
    let found = kind(&room.store, challenge);
    ops::follow_up(&mut room.store, challenge, found, "Frågat igen").unwrap();
    let checks = store::follow_up::list(&room.store, challenge).unwrap();
    assert_eq!(checks.iter().filter(|check| check.outcome == found).count(), 2);
    // Minutes that are written and read again: the codes themselves are not in them.
    let minutes = compose::compose(&room.store, room.meeting, Lang::Sv.words()).unwrap();
    let again = interchange::read(interchange::write(&minutes).as_bytes()).unwrap();
    assert_eq!(again, minutes);
    ops::import_minutes(&mut room.store, &again, None).unwrap();
    let own = log::beyond(&room.store, &[]).unwrap();
    let own = own.into_iter().filter(|row| row.scribe.as_deref() != Some("Nova"));
    let said = own.map(|row| format!("{:?}{:?}", row.old, row.new)).collect::<Vec<_>>().concat();
    assert!(!said.contains("unknown"), "{said}");
    assert!(said.contains("challenge:someday"), "the check has the status that it found");
}

#[test]
fn a_record_without_a_cell_that_came_later_is_read() {
    let mut room = Room::new();
    let mut newer = Newer::beside(&room.store);
    let id = |id: Uuid| json!([id.simple().to_string()]);
    newer.does("capture", "");
    newer.makes(
        "entry",
        MADE,
        &json!({ "meeting": id(room.meeting.0), "section": id(room.notes.0), "text": "Kort" }),
    );
    newer.makes("follow_up", CHECK, &json!({ "entry": id(MADE) }));
    newer.makes("section", Uuid::from_u128(7), &json!({ "meeting": id(room.meeting.0) }));
    newer.makes("meeting", Uuid::from_u128(8), &json!({}));
    newer.makes("entry", Uuid::from_u128(9), &json!({ "text": "Utan möte" }));
    newer.makes("entry", Uuid::from_u128(10), &json!("trasig"));
    newer.hands_to(&mut room.store);
    assert_eq!(room.texts(room.notes), ["Kort"]);
    assert_eq!(kind(&room.store, EntryId(MADE)), Kind::NOTE);
    assert_eq!(store::follow_up::list(&room.store, EntryId(MADE)).unwrap().len(), 1);
    assert_eq!(store::section::list(&room.store, room.meeting).unwrap().len(), 4);
    assert_eq!(store::meeting::list(&room.store).unwrap().len(), 2);
}

#[test]
fn a_damaged_cell_costs_what_it_holds_and_is_named_in_the_technical_log() {
    let Mixed { mut room, note, challenge, action, response, .. } = in_memory();
    let mut newer = Newer::beside(&room.store);
    let before = newer.rows.len();
    newer.does("edit_entry", "");
    let entry = [
        ("due", text("hemligt i morgon")),
        ("captured_at", text("hemligt i går")),
        ("position", text("!!!")),
        ("depth", Value::Integer(9_000)),
        ("table_no", Value::Integer(-1)),
        ("round", text("tre")),
        ("starred", Value::Integer(7)),
        ("challenge_number", text("12abc")),
        ("tags", Value::Null),
        ("owner", Value::Integer(4)),
        ("source", text("hemligt")),
        ("deleted", Value::Null),
    ];
    for id in [note, challenge, action] {
        for (field, value) in entry.clone() {
            newer.sets(Entity::Entry, id.0, field, value);
        }
    }
    newer.sets(Entity::Entry, note.0, "kind", Value::Id(Uuid::max()));
    newer.sets(Entity::Entry, note.0, "text", Value::Null);
    for (field, value) in
        [("date", "hemlig dag"), ("time", "hemlig tid"), ("next", "hemligt"), ("tables", "3.5")]
    {
        newer.sets(Entity::Meeting, room.meeting.0, field, value);
    }
    newer.sets(Entity::Response, response.0, "given_on", "hemlig dag");
    newer.sets(Entity::Response, response.0, "due", "hemligt");
    newer.sets(Entity::FollowUp, CHECK, "made_on", "hemlig dag");
    newer.sets(Entity::Section, room.notes.0, "level", "djup");
    assert_eq!(newer.hands_to(&mut room.store).rows, newer.rows.len() - before);

    let log = logged(|| read_everything(&room.store, &[note, challenge, action]));
    assert!(log.contains(&challenge.0.to_string()) && log.contains("due"), "{log}");
    assert!(!log.contains("hemlig"), "no words: {log}");
    let read = store::entry::get(&room.store, challenge).unwrap().unwrap();
    assert_eq!((read.due, read.depth, read.owner, read.source), (None, 0, None, None));
    assert_eq!(read.position, Position::from_stored("a0"));
    assert_eq!(read.text, "Bussen går för sällan");
    assert_eq!(room.texts(room.challenges), ["Bussen går för sällan"]);
    ops::set_starred(&mut room.store, &[challenge], false).unwrap();
    assert_eq!(in_log(&room.store, challenge.0, "due"), text("hemligt i morgon"), "it stays as it was");
    undo_newest(&mut room.store).unwrap();
    follows_from_its_log(&room.store);
}

#[test]
fn a_challenge_without_a_readable_day_does_not_hide_the_oldest() {
    let mut room = Room::new();
    room.say(room.challenges, "Utan dag");
    let day = NaiveDate::from_ymd_opt(2026, 2, 11).unwrap();
    meet(&mut room.store, "Nätverksträff", day).challenge(&mut room.store, "Med dag");
    let mut newer = Newer::beside(&room.store);
    newer.does("edit_meeting", "");
    newer.sets(Entity::Meeting, room.meeting.0, "date", "11 februari");
    newer.hands_to(&mut room.store);
    assert_eq!(work::oldest_unanswered(&room.store, &Filter::default()).unwrap(), Some(day));
    let of_meeting = Filter { meeting: Some(room.meeting), ..Filter::default() };
    assert_eq!(work::oldest_unanswered(&room.store, &of_meeting).unwrap(), None);
}

/// Everything that lists and documents read.
fn read_everything(store: &Store, entries: &[EntryId]) {
    for meeting in store::meeting::list(store).unwrap() {
        compose::compose(store, meeting.id, Lang::Sv.words()).unwrap();
        for counted in store::section::counted(store, meeting.id).unwrap() {
            let place = EntryScope { section: counted.section.id, table: None };
            let total = store::entry::count(store, place).unwrap();
            store::entry::window(store, place, 0, total, total).unwrap();
        }
    }
    store::meeting::counted(store, 0, 10).unwrap();
    store::meeting::current(store, noon().date()).unwrap();
    work::oldest_unanswered(store, &Filter::default()).unwrap();
    for class in [WorkClass::Challenges, WorkClass::Owed, WorkClass::Actions, WorkClass::Commitments] {
        work::list(store, &Filter { class, ..Filter::default() }, 0, 50).unwrap();
        work::meetings(store, class).unwrap();
    }
    store::search::find(store, "bussen", 50).unwrap();
    for id in entries {
        store::follow_up::list(store, *id).unwrap();
        change::about(store, *id).unwrap();
    }
    for operation in history::all(store, 100).unwrap() {
        change::within(store, operation.at, 100).unwrap();
        history::touched(store, operation.at).unwrap();
    }
}

#[test]
fn the_history_names_what_is_unknown_and_undo_leaves_it() {
    let Mixed { mut room, .. } = in_memory();
    let operations = history::all(&room.store, 100).unwrap();
    assert_eq!((operations[1].op, operations[1].subject.as_str()), (Op::Unknown, "Hela väggen"));
    let theirs = change::within(&room.store, operations[0].at, 100).unwrap();
    assert_eq!(theirs.iter().filter(|change| change.entity == Entity::Unknown).count(), 3);
    // The next to undo is this replica's own, below what the newer version wrote.
    let undone = undo_newest(&mut room.store).unwrap().value;
    assert_eq!(undone.operation.op, Op::Answer);
}
