//! A file in which something else than the log was damaged: the check sees it, and a rebuild mends it.

use std::collections::BTreeSet;
use std::fs;

use vidpennan::i18n::Lang;
use vidpennan::minutes::compose::compose;
use vidpennan::model::history::Entity;
use vidpennan::model::{Coded, Kind};
use vidpennan::ops::{self, CapturePlace, Caught, Refused};
use vidpennan::report::profile::Remembered;
use vidpennan::report::{ReportScope, gather};
use vidpennan::store::fault::Fault;
use vidpennan::store::{self, Store, StoreError, check};

use crate::support::apart::{another, copy, first, give, hand_over, in_store, number, reply};
use crate::support::deeds::{Deed, act, picture};
use crate::support::digests;
use crate::support::room::{Checked, Room, entries_of, follows_from_its_log, noon, options, room};

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
    digests::register_functions(&conn);
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

/// So many words that the index is more than a page.
#[test]
fn what_finds_words_in_the_index_is_looked_at_and_mended() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = room(Store::open(&path, options()).unwrap());
    for line in 0..200 {
        let words: Vec<String> = (0..40).map(|word| format!("ord{line}x{word}")).collect();
        room.say(room.notes, &words.join(" "));
    }
    room.store.rebuild().unwrap();
    for table in ["search_idx", "search_docsize"] {
        let conn = rusqlite::Connection::open(&path).unwrap();
        conn.execute(&format!("DELETE FROM {table}"), []).unwrap();
        drop(conn);
        assert!(!store::rebuild::deviations(&room.store).unwrap().is_empty(), "{table}");
        room.store.rebuild().unwrap();
        assert_eq!(room.found("ord199x39").len(), 1);
        assert!(store::rebuild::deviations(&room.store).unwrap().is_empty(), "{table}");
    }
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
        assert!(found.contains(&Fault::Schema(name.clone())), "{name}: {found:?}");
        room.store.rebuild().unwrap();
        assert_eq!(store::rebuild::deviations(&room.store).unwrap(), Vec::new(), "{name}");
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
        assert_eq!(store::rebuild::deviations(&room.store).unwrap(), [Fault::Schema(name.to_owned())]);
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
fn what_is_printed_does_not_depend_on_what_was_counted() {
    let printed = |room: &Room| {
        let minutes = compose(&room.store, room.meeting, Lang::Sv.words()).unwrap();
        let entries = minutes.sections.iter().flat_map(|section| &section.entries);
        (entries.clone().count(), entries.map(|entry| entry.responses.len()).sum::<usize>())
    };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = room(Store::open(&path, options()).unwrap());
    for nth in 0..20 {
        let challenge = room.say(room.challenges, &format!("Utmaning {nth}"));
        ops::answer(&mut room.store, &[challenge], &reply("Vi tar det")).unwrap();
    }
    assert_eq!(printed(&room), (20, 20));
    let conn = rusqlite::Connection::open(&path).unwrap();
    digests::register_functions(&conn);
    conn.execute_batch("UPDATE section SET entries = 3; UPDATE entry SET answers = 0, rank = 0").unwrap();
    drop(conn);
    assert_eq!(printed(&room), (20, 20));
    room.store.rebuild().unwrap();
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
    // What the next two are called after such a number: of those that nobody believes nothing is counted from.
    for (value, expected) in [
        (u32::MAX, [1, 2]),
        (u32::MAX / 2, [1, 2]),
        (u32::MAX / 2 - 1, [1, 2]),
        (1_000_001, [1, 2]),
        (999_999, [1_000_000, 1_000_001]),
        (1_000_000, [1_000_001, 1_000_002]),
    ] {
        let sql = format!(
            "UPDATE log SET new = json_set(new, '$.challenge_number', 
                '{value}' || substr(new ->> '$.challenge_number', instr(new ->> '$.challenge_number', '@')))
             WHERE entity = '{}' AND field = '' AND new ->> '$.challenge_number' IS NOT NULL;
             {}",
            Entity::Entry.code(),
            digests::RENEW
        );
        let (_folder, mut room) = damaged(&sql);
        room.store.rebuild().unwrap();
        let next = ["Nästa", "Nästa igen"].map(|text| room.say(room.challenges, text));
        assert_eq!(next.map(|id| number(&room, id).value), expected, "after {value}");
        room.store.rebuild().unwrap();
        let third = room.say(room.challenges, "Efter ombyggnaden");
        assert_eq!(number(&room, third).value, expected[1] + 1, "after {value}");
    }
}

#[test]
fn a_number_that_a_damaged_row_has_is_assigned_to_nobody_else() {
    let (_folder, mut room) = damaged("DELETE FROM numbering");
    let said = ["Nästa", "Nästa igen"].map(|text| room.say(room.challenges, text));
    assert_eq!(said.map(|id| number(&room, id).value), [2, 3]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kopia.db");
    store::backup::to(&room.store, &path, |_, _| true).unwrap();
    let to = |old: u32, new: u32| {
        format!(
            "UPDATE log SET new = replace(new, '\"challenge_number\":\"{old}@', '\"challenge_number\":\"{new}@')"
        )
    };
    let conn = rusqlite::Connection::open(&path).unwrap();
    digests::register_functions(&conn);
    let renumber = [to(1, 1_000_000), to(2, 1_000_002), to(3, 1_000_003), digests::RENEW.to_owned()];
    conn.execute_batch(&renumber.join(";")).unwrap();
    let mut room = in_store(&room, Store::open(&path, options()).unwrap());
    room.store.rebuild().unwrap();
    let said = ["Efter", "Efter det"].map(|text| room.say(room.challenges, text));
    assert_eq!(said.map(|id| number(&room, id).value), [1_000_001, 1_000_004]);
}

/// A file that has something in every table.
fn full(path: &std::path::Path) -> Room {
    let mut room = room(Store::open(path, options()).unwrap());
    let name = || "Anna".to_owned();
    for nth in 0..130 {
        room.say(room.notes, &format!("rad {nth}"));
    }
    let challenge = room.say(room.challenges, "Zebrafinken");
    for deed in [
        Deed::RenameProgramme(name()),
        Deed::EditProgramme(0, name()),
        Deed::Abbreviate("a".to_owned(), name()),
        Deed::EnterPerson(name()),
        Deed::EnterOrganisation("Kommunen".to_owned()),
        Deed::ImportMinutes(name()),
        Deed::WriteManuscript(name()),
        Deed::SaveView(name(), 0),
        Deed::Action(0),
    ] {
        assert!(act(&mut room, &deed).unwrap(), "{deed:?}");
    }
    ops::answer(&mut room.store, &[challenge], &reply("Det är på gång")).unwrap();
    ops::follow_up(&mut room.store, challenge, Kind::CHALLENGE, "Frågade").unwrap();
    ops::remember_choices(&mut room.store, None, &Remembered::default()).unwrap();
    let mut other = another(&room, 1);
    for (room, text) in [(&mut room, "här"), (&mut other, "där")] {
        ops::continue_entry(&mut room.store, challenge, text).unwrap();
        room.say(room.challenges, text);
    }
    hand_over(&other, &mut room);
    room
}

/// What a log holds, row by row.
fn log(store: &Store) -> BTreeSet<String> {
    store::log::beyond(store, &[]).unwrap().iter().map(|row| format!("{row:?}")).collect()
}

#[test]
fn whatever_table_is_emptied_or_has_another_identity_nothing_stops_and_nothing_more_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hel.db");
    let whole = full(&path);
    follows_from_its_log(&whole.store);
    let (rows, lines, lists) = (log(&whole.store), whole.texts(whole.notes).len(), picture(&whole.store));
    for table in named("table").iter().filter(|table| !table.starts_with("search_")) {
        let first = if table == "log" { "entity = 'entry' AND field = ''" } else { "1" };
        let other_identity = format!(
            "UPDATE {table} SET id = randomblob(16) WHERE id = (SELECT min(id) FROM {table} WHERE {first})"
        );
        for sql in [format!("DELETE FROM {table}"), other_identity] {
            let copy = folder.path().join("skadad.db");
            let _none = std::fs::remove_file(&copy);
            store::backup::to(&whole.store, &copy, |_, _| true).unwrap();
            let conn = rusqlite::Connection::open(&copy).unwrap();
            let has_identity = conn.prepare(&format!("SELECT id FROM {table}")).is_ok();
            if sql.starts_with("UPDATE") && !has_identity {
                continue;
            }
            digests::register_functions(&conn);
            assert!(conn.execute(&sql, []).unwrap() > 0, "{sql}: there is something to damage");
            drop(conn);

            let mut room = in_store(&whole, Store::open(&copy, options()).unwrap());
            let found = check::everything(&room.store, |_| {}).unwrap();
            // What was chosen for the last export is a setting, and has no history.
            assert_eq!(found.is_empty(), table == "remembered", "{sql}");
            picture(&room.store);
            store::history::all(&room.store, usize::MAX).unwrap();
            room.found("zebrafink");
            let at =
                CapturePlace { meeting: room.meeting, section: room.challenges, table: None, round: None };
            let caught = Caught { text: "Efter skadan".to_owned(), ..Caught::default() };
            match ops::capture(&mut room.store, at, caught) {
                Ok(_) | Err(Refused::Store(StoreError::NotFound(_) | StoreError::OutOfScope(_))) => {}
                Err(error) => panic!("{sql}: {error:?}"),
            }
            match room.store.rebuild() {
                Ok(()) => {}
                Err(StoreError::LogIncomplete(_)) if table == "log" => {
                    assert!(found.iter().any(Fault::is_of_log), "{sql}: {found:?}");
                    drop(room.store.into_store());
                    continue;
                }
                Err(error) => panic!("{sql}: {error:?}"),
            }
            assert!(!found.iter().any(Fault::is_of_log), "{sql}: {found:?}");
            assert!(room.texts(room.notes).len() >= lines, "{sql}");
            if table != "log" {
                let missing: Vec<String> = rows.difference(&log(&room.store)).cloned().collect();
                assert_eq!(missing, Vec::<String>::new(), "{sql}");
            }
            let last = room.say(room.challenges, "Efter lagningen");
            let numbers: Vec<u32> = entries_of(&room.store, room.meeting)
                .iter()
                .filter(|entry| entry.id != last)
                .filter_map(|entry| entry.number().map(|number| number.value))
                .collect();
            assert!(!numbers.contains(&number(&room, last).value), "{sql}: {numbers:?}");
        }
    }
    assert_eq!(picture(&whole.store), lists);
}

#[test]
fn a_cell_that_holds_what_nobody_writes_there_stops_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hel.db");
    let whole = full(&path);
    let rows = log(&whole.store);
    let tables = named("table");
    let has = |table: &str, column: &str| {
        let conn = rusqlite::Connection::open(&path).unwrap();
        conn.prepare(&format!("SELECT {column} FROM {table}")).is_ok()
    };
    let identities =
        tables.iter().filter(|table| *table != "log" && has(table, "id")).map(|table| (&**table, "id"));
    let others = [
        ("device", "token"),
        ("device", "number"),
        ("space", "number"),
        ("indexed", "row"),
        ("numbering", "value"),
        ("shared_number", "value"),
        ("person", "name"),
        ("search_data", "block"),
        ("search_config", "v"),
    ];
    for (table, column) in identities.chain(others) {
        for value in ["'x'", "x'00'", "5000000000"] {
            let copy = folder.path().join("skadad.db");
            let _none = std::fs::remove_file(&copy);
            store::backup::to(&whole.store, &copy, |_, _| true).unwrap();
            let conn = rusqlite::Connection::open(&copy).unwrap();
            let update = format!("UPDATE {table} SET {column} = {value}");
            let first = format!(" WHERE rowid = (SELECT min(rowid) FROM {table})");
            let is_done = [first, String::new()]
                .iter()
                .any(|which| conn.execute(&(update.clone() + which), []).is_ok());
            drop(conn);
            if !is_done {
                // The table itself refuses it.
                continue;
            }
            let mut room = in_store(&whole, Store::open(&copy, options()).unwrap());
            store::rebuild::deviations(&room.store).unwrap_or_else(|error| panic!("{update}: {error:?}"));
            store::history::all(&room.store, usize::MAX)
                .unwrap_or_else(|error| panic!("{update}: {error:?}"));
            room.store.rebuild().unwrap_or_else(|error| panic!("{update}: {error:?}"));
            let missing: Vec<String> = rows.difference(&log(&room.store)).cloned().collect();
            assert_eq!(missing, Vec::<String>::new(), "{update}");
            room.say(room.notes, "Efter lagningen");
            assert_eq!(room.found("lagningen"), ["Efter lagningen"], "{update}");
        }
    }
}

#[test]
fn replicas_that_have_the_identities_of_each_other_are_seen_and_mended() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("möten.db");
    let whole = full(&path);
    let rows = log(&whole.store);
    drop(whole.store.into_store());
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch(
        "CREATE TEMP TABLE given AS SELECT number, id FROM device;
         UPDATE device SET id = randomblob(16);
         UPDATE device SET id = (SELECT given.id FROM given WHERE given.number <> device.number)",
    )
    .unwrap();
    drop(conn);
    let mut store = Store::open(&path, options()).unwrap();
    assert!(!store::rebuild::deviations(&store).unwrap().is_empty());
    store.rebuild().unwrap();
    assert_eq!(log(&store), rows);
    assert_eq!(store::rebuild::deviations(&store).unwrap(), Vec::new());
}

#[test]
fn a_record_that_the_log_does_not_have_is_not_made_up_for_by_one_that_only_the_log_has() {
    let (_folder, mut room) = damaged(
        "DELETE FROM entry WHERE text = 'rad 1';
         UPDATE log SET field = 'lost' WHERE field = '' AND new LIKE '%\"rad 2\"%'",
    );
    assert!(store::rebuild::deviations(&room.store).unwrap().contains(&Fault::NotLogged(1)));
    assert!(matches!(room.store.rebuild(), Err(StoreError::LogIncomplete(1))));
    drop(room.store.into_store());
}

/// Where something else than it should be is in a cell by which records are found, what is printed is read from the
/// log.
#[test]
fn a_cell_by_which_records_are_found_costs_nothing_that_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = full(&path);
    room.say(room.notes, "Vanlig rad");
    let meeting = room.meeting;
    let printed = |store: &Store| {
        let words = Lang::Sv.words();
        let material = gather(store, meeting, ReportScope::Meeting, words, noon().date()).unwrap();
        let data = &material.meetings[0];
        let entries = data.minutes.sections.iter().flat_map(|section| &section.entries);
        let mut said: Vec<String> = entries.map(|entry| entry.text.clone()).collect();
        said.extend(data.work.iter().map(|work| format!("{:?} {:?}", work.entry.text, work.entry.owner)));
        said
    };
    let whole = printed(&room.store);
    drop(room.store.into_store());
    let bytes = fs::read(&path).unwrap();
    for sql in [
        "UPDATE entry SET shown = 0",
        "UPDATE entry SET shown = 'x'",
        "UPDATE entry SET class = 0",
        "UPDATE entry SET owner_name = ''",
        "UPDATE entry SET section = x'01'",
        "UPDATE entry SET meeting = zeroblob(16)",
        "UPDATE section SET shown = 0",
        "UPDATE section SET id = x'01' WHERE row = (SELECT max(row) FROM section)",
        "UPDATE person SET id = 5 WHERE row = (SELECT min(row) FROM person)",
        "UPDATE answer SET shown = 0",
        "DELETE FROM answer",
        "DROP INDEX entry_place",
    ] {
        fs::write(&path, &bytes).unwrap();
        rusqlite::Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        assert_eq!(printed(&Store::open(&path, options()).unwrap()), whole, "{sql}");
    }
}

#[test]
fn a_table_with_another_column_is_seen_and_made_again_and_a_version_that_is_wrong_is_corrected() {
    for sql in ["ALTER TABLE entry RENAME COLUMN due TO until", "ALTER TABLE meeting DROP COLUMN place"] {
        let (_folder, mut room) = damaged(sql);
        let found = check::everything(&room.store, |_| {}).unwrap();
        assert!(matches!(found.as_slice(), [Fault::Schema(_)]), "{sql}: {found:?}");
        room.store.rebuild().unwrap();
        assert_eq!(check::everything(&room.store, |_| {}).unwrap(), [], "{sql}");
        assert_eq!(entries_of(&room.store, room.meeting).len(), LINES + 1, "{sql}");
    }
    for version in [-5, 0, 1, 12] {
        let (folder, room) = damaged(&format!("PRAGMA user_version = {version}"));
        assert_eq!(check::everything(&room.store, |_| {}).unwrap(), [], "{version}");
        assert_eq!(entries_of(&room.store, room.meeting).len(), LINES + 1, "{version}");
        assert!(
            !store::backup::folder(&folder.path().join("möten.db")).exists(),
            "nothing is brought up to date"
        );
    }
}

#[test]
fn a_log_that_lacks_a_column_is_refused_as_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("möten.db");
    let mut room = room(Store::open(&path, options()).unwrap());
    room.say(room.notes, "Kvar i tabellen");
    drop(room.store.into_store());
    rusqlite::Connection::open(&path).unwrap().execute_batch("ALTER TABLE log DROP COLUMN digest").unwrap();
    let mut store = Store::open(&path, options()).unwrap();
    assert!(matches!(check::everything(&store, |_| {}), Err(StoreError::Damaged(_))));
    assert!(matches!(store.rebuild(), Err(StoreError::Damaged(_))));
}

#[test]
fn an_identity_that_cannot_be_read_is_one_thing_that_is_wrong() {
    for table in ["meeting", "section", "entry"] {
        let sql = format!("UPDATE {table} SET id = x'01' WHERE id = (SELECT max(id) FROM {table})");
        let (_folder, mut room) = damaged(&sql);
        let found = check::everything(&room.store, |_| {}).unwrap();
        let of_records: Vec<&Fault> = found
            .iter()
            .filter(|fault| !matches!(fault, Fault::Derived(..) | Fault::DerivedCell { .. }))
            .collect();
        assert!(matches!(of_records[..], [Fault::Cell { stored: None, .. }]), "{table}: {of_records:?}");
        room.store.rebuild().unwrap();
        assert_eq!(check::everything(&room.store, |_| {}).unwrap(), [], "{table}");
    }
}
