//! A file in which something else than the log was damaged: the check sees it, and a rebuild mends it.

use rusqlite::functions::FunctionFlags;
use vidpennan::model::Coded;
use vidpennan::model::history::Entity;
use vidpennan::model::noun::Series;
use vidpennan::store::{self, Store};

use crate::support::apart::{copy, first, give, in_store, number};
use crate::support::room::{Checked, Room, follows_from_its_log, options, room};

/// More than are scanned without the index.
const LINES: usize = 1_000;

/// A file with more lines than are scanned without the index, after somebody ran this statement in it.
fn damaged(sql: &str) -> (tempfile::TempDir, Room) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("möten.db");
    let mut room = room(Store::open(&path, options()).unwrap());
    room.say(room.challenges, "Zebrafinken");
    for nth in 0..LINES {
        room.say(room.notes, &format!("rad {nth}"));
    }
    follows_from_its_log(&room.store);
    let conn = rusqlite::Connection::open(&path).unwrap();
    for (name, arguments) in [("number_value", 1), ("kind_class", 1), ("kind_open", 1)] {
        conn.create_scalar_function(name, arguments, FunctionFlags::SQLITE_UTF8, |_| Ok(0)).unwrap();
    }
    conn.execute_batch(sql).unwrap();
    drop(conn);
    let store = Store::open(&path, options()).unwrap();
    let reopened = in_store(&room, store);
    drop(std::mem::replace(&mut room, reopened).store.into_store());
    (folder, room)
}

/// The names of what is kept in a file.
fn named(of: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tom.db");
    drop(Checked::from(Store::open(&path, options()).unwrap()));
    let conn = rusqlite::Connection::open(&path).unwrap();
    let mut statement = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = ?1 AND sql IS NOT NULL ORDER BY name")
        .unwrap();
    statement.query_map([of], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn words_that_are_missing_in_the_vocabulary_are_seen_and_mended() {
    let (_folder, mut room) = damaged("DELETE FROM vocabulary");
    assert!(room.found("brafink").is_empty());
    assert!(!store::rebuild::deviations(&room.store).unwrap().is_empty());
    room.store.rebuild().unwrap();
    assert_eq!(room.found("brafink"), ["Zebrafinken"]);
}

#[test]
fn an_index_or_a_trigger_that_is_missing_or_another_is_seen_and_made_again() {
    let triggers = named("trigger");
    let indexes = named("index");
    assert!(triggers.len() > 1 && indexes.len() > 5);
    for (kind, name) in
        [("TRIGGER", &triggers[0]), ("INDEX", &indexes[0]), ("INDEX", indexes.last().unwrap())]
    {
        let (_folder, mut room) = damaged(&format!("DROP {kind} {name}"));
        let found = store::rebuild::deviations(&room.store).unwrap();
        assert!(found.iter().any(|line| line.contains(name.as_str())), "{name}: {found:?}");
        room.store.rebuild().unwrap();
        assert_eq!(store::rebuild::deviations(&room.store).unwrap(), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn an_index_or_a_trigger_too_many_is_seen_and_taken_away() {
    for (name, sql) in [
        (
            "eraser",
            "CREATE TRIGGER eraser AFTER INSERT ON entry BEGIN DELETE FROM entry WHERE id = new.id; END",
        ),
        ("one of a kind", "CREATE UNIQUE INDEX \"one of a kind\" ON entry (section, text)"),
    ] {
        let (_folder, mut room) = damaged(sql);
        assert_eq!(store::rebuild::deviations(&room.store).unwrap(), [format!("- {name}")]);
        room.store.rebuild().unwrap();
        follows_from_its_log(&room.store);
        let before = room.texts(room.notes).len();
        room.say(room.notes, "rad 1");
        assert_eq!(room.texts(room.notes).len(), before + 1);
    }
}

#[test]
fn what_is_remembered_of_how_new_rows_are_is_seen_and_mended() {
    for sql in
        ["DELETE FROM newest", "UPDATE newest SET id = zeroblob(16)", "UPDATE newest SET row = row - 1"]
    {
        let (_folder, mut room) = damaged(sql);
        assert!(!store::rebuild::deviations(&room.store).unwrap().is_empty(), "{sql}");
        room.store.rebuild().unwrap();
        follows_from_its_log(&room.store);
        assert_eq!(room.found("zebrafink"), ["Zebrafinken"]);
    }
}

#[test]
fn where_a_branch_leaves_is_seen_and_mended() {
    let mut first = first();
    let mut copies = [copy(&first, 1), copy(&first, 2)];
    first.say(first.notes, "Här");
    for (nth, copied) in copies.iter_mut().enumerate() {
        copied.say(copied.notes, &format!("Där {nth}"));
    }
    let mut later = copy(&copies[0], 3);
    copies[0].say(first.notes, "Sedan");
    later.say(first.notes, "Senare");
    for from in copies.iter().chain([&later]) {
        give(from, &mut first);
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("möten.db");
    store::backup::to(&first.store, &path, |_, _| true).unwrap();
    let mut first = in_store(&first, Store::open(&path, options()).unwrap());
    follows_from_its_log(&first.store);
    let branches = |path: &std::path::Path| -> Vec<(i64, Option<i64>, Option<i64>)> {
        let conn = rusqlite::Connection::open(path).unwrap();
        let mut statement = conn.prepare("SELECT number, parent, since FROM device ORDER BY number").unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    };
    let before = branches(&path);
    assert_eq!(before.iter().filter(|(_, parent, _)| parent.is_some()).count(), 3, "{before:?}");
    for sql in [
        "UPDATE device SET parent = NULL, since = NULL",
        "UPDATE device SET parent = number WHERE since IS NOT NULL",
        "UPDATE device SET since = since + 1 WHERE since IS NOT NULL",
        "UPDATE device SET parent = NULL WHERE since IS NOT NULL",
    ] {
        rusqlite::Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        assert!(!store::rebuild::deviations(&first.store).unwrap().is_empty(), "{sql}");
        first.store.rebuild().unwrap();
        follows_from_its_log(&first.store);
        assert_eq!(branches(&path), before, "{sql}");
    }
}

#[test]
fn a_replica_that_is_not_there_is_seen_and_mended() {
    let (_folder, mut room) = damaged("UPDATE entry SET maker = 7");
    assert!(!store::rebuild::deviations(&room.store).unwrap().is_empty());
    room.store.rebuild().unwrap();
    follows_from_its_log(&room.store);
}

#[test]
fn a_number_at_the_end_of_all_numbers_stops_nobody() {
    for value in [u32::MAX, u32::MAX / 2] {
        let sql = format!(
            "UPDATE log SET new = json_set(new, '$.challenge_number', 
                '{value}' || substr(new ->> '$.challenge_number', instr(new ->> '$.challenge_number', '@')))
             WHERE entity = '{}' AND field = '' AND new ->> '$.challenge_number' IS NOT NULL",
            Entity::Entry.code()
        );
        let (_folder, mut room) = damaged(&sql);
        room.store.rebuild().unwrap();
        let next = [room.say(room.challenges, "Nästa"), room.say(room.challenges, "Nästa igen")];
        let next = next.map(|id| number(&room, id).value);
        assert!(next.iter().all(|number| *number > 0), "{next:?} of {:?}", Series::Challenge);
        if value == u32::MAX {
            assert_eq!(next, [1, 2]);
        }
    }
}
