//! What can still be read of a damaged file is written to a new one.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use vidpennan::model::Kind;
use vidpennan::ops;
use vidpennan::report::profile::Remembered;
use vidpennan::store::salvage::{Salvaged, salvage};
use vidpennan::store::{Store, StoreError, backup, check, restore};

use crate::support::apart::reply;
use crate::support::room::{Room, options, room};

/// How many lines the file has.
const LINES: usize = 120;

/// A file with lines, responses and later changes, all of it in the file itself.
fn written(path: &Path) -> Room {
    let mut room = room(Store::open(path, options()).unwrap());
    for nth in 0..LINES {
        let id = room
            .say(room.notes, &format!("Rad {nth}: hållplatsen ligger för långt bort för den som går dåligt"));
        if nth % 3 == 0 {
            ops::continue_entry(&mut room.store, id, "och är mörk").unwrap();
        }
    }
    let challenge = room.say(room.challenges, "Vem tar hand om det?");
    ops::answer(&mut room.store, &[challenge], &reply("Vi tar det")).unwrap();
    ops::follow_up(&mut room.store, challenge, Kind::CHALLENGE, "Frågade").unwrap();
    ops::remember_choices(&mut room.store, None, &Remembered::default()).unwrap();
    room
}

/// What is remembered of exports.
fn remembered(path: &Path) -> String {
    let conn = Connection::open(path).unwrap();
    conn.query_row("SELECT group_concat(choices) FROM remembered", [], |row| row.get(0)).unwrap_or_default()
}

/// Every line that is shown, and the responses.
fn words(path: &Path) -> Vec<String> {
    let conn = Connection::open(path).unwrap();
    let sql = "SELECT text FROM entry WHERE shown = 1 UNION ALL SELECT text FROM response WHERE shown = 1
        UNION ALL SELECT comment FROM follow_up WHERE shown = 1 UNION ALL SELECT title FROM meeting ORDER BY 1";
    let mut statement = conn.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

/// A closed file, its bytes and what is in it.
fn closed(folder: &Path) -> (Vec<u8>, Vec<String>) {
    let path = folder.join("hel.db");
    drop(written(&path).store.into_store());
    (fs::read(&path).unwrap(), words(&path))
}

/// Salvages these bytes. The new file is sound.
fn salvaged(folder: &Path, bytes: &[u8]) -> (Result<Salvaged, StoreError>, Vec<String>) {
    let (path, to) = (folder.join("skadad.db"), folder.join("ny.db"));
    fs::write(&path, bytes).unwrap();
    let _none = fs::remove_file(&to);
    let outcome = salvage(&path, &to, options());
    if outcome.is_err() {
        assert!(!to.exists());
        return (outcome, Vec::new());
    }
    let store = Store::open(&to, options()).unwrap();
    assert_eq!(check::everything(&store, |_| {}).unwrap(), Vec::new());
    drop(store);
    assert_eq!(fs::read(&path).unwrap(), bytes, "it is only read");
    (outcome, words(&to))
}

#[test]
fn of_a_sound_file_everything_is_salvaged_and_its_history_too() {
    let folder = tempfile::tempdir().unwrap();
    let (bytes, all) = closed(folder.path());
    let (outcome, words) = salvaged(folder.path(), &bytes);
    let found = outcome.unwrap();
    assert_eq!(words, all);
    assert_eq!((found.meetings, found.entries, found.missing, found.from_tables), (1, LINES + 1, 0, 0));
    let [from, to] = ["hel.db", "ny.db"].map(|name| remembered(&folder.path().join(name)));
    assert!(from == to && !to.is_empty());
    let store = Store::open(&folder.path().join("ny.db"), options()).unwrap();
    assert!(vidpennan::store::history::all(&store, 1_000).unwrap().len() > LINES);
}

/// The first pages of the tables and indexes of a file, from 1, by name and by the table that it is or is of.
fn root_pages(path: &Path) -> Vec<(String, String, usize)> {
    let conn = Connection::open(path).unwrap();
    let sql = "SELECT name, tbl_name, rootpage FROM sqlite_schema WHERE rootpage > 0";
    let mut statement = conn.prepare(sql).unwrap();
    let pages = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    pages.collect::<Result<_, _>>().unwrap()
}

#[test]
fn whatever_is_damaged_beside_the_log_is_made_anew_from_it_in_the_place_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let (bytes, all) = closed(folder.path());
    let path = folder.path().join("skadad.db");
    for (name, of, page) in root_pages(&folder.path().join("hel.db")) {
        let mut damaged = bytes.clone();
        // No page of any kind begins so.
        damaged[(page - 1) * 4_096] ^= 64;
        fs::write(&path, &damaged).unwrap();
        let made = restore::remake(&path, options());
        if name == "log" {
            assert!(matches!(made, Err(StoreError::Damaged(_))), "{made:?}");
            assert_eq!(fs::read(&path).unwrap(), damaged, "nothing was changed");
            continue;
        }
        let aside = made.unwrap().unwrap();
        assert_eq!(fs::read(aside.join("skadad.db")).unwrap(), damaged, "{name}: it is put aside");
        let store = Store::open(&path, options()).unwrap();
        assert_eq!(check::everything(&store, |_| {}).unwrap(), Vec::new(), "{name} of {of}");
        assert!(matches!(restore::remake(&path, options()), Err(StoreError::Busy(_))), "it is open");
        drop(store);
        assert_eq!(words(&path), all, "{name}");
        let chosen = remembered(&folder.path().join("hel.db"));
        assert_eq!(remembered(&path), if of == "remembered" { String::new() } else { chosen }, "{name}");
    }
}

#[test]
fn whichever_page_is_torn_next_to_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let (bytes, all) = closed(folder.path());
    let page = 4096;
    let (mut kept, mut expected) = (0, 0);
    for at in (0..bytes.len()).step_by(page) {
        let mut torn = bytes.clone();
        torn[at..at + page].fill(0xa5);
        let (outcome, words) = salvaged(folder.path(), &torn);
        assert!(outcome.is_ok(), "page {}: {outcome:?}", at / page + 1);
        kept += all.iter().filter(|line| words.contains(line)).count();
        expected += all.len();
    }
    assert!(kept * 1_000 >= expected * 995, "{kept} of {expected}");
}

#[test]
fn bits_that_changed_anywhere_cost_next_to_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (bytes, all) = closed(folder.path());
    let (mut kept, mut expected) = (0, 0);
    for nth in 0..60_usize {
        let mut flipped = bytes.clone();
        // Spread over the file, and over the bits of a byte.
        flipped[(nth * 7_919 + nth * nth * 31) % bytes.len()] ^= 1 << (nth % 8);
        let (outcome, words) = salvaged(folder.path(), &flipped);
        assert!(outcome.is_ok(), "{nth}: {outcome:?}");
        kept += all.iter().filter(|line| words.contains(line)).count();
        expected += all.len();
    }
    assert!(kept * 1_000 >= expected * 995, "{kept} of {expected}");
}

#[test]
fn rows_that_the_history_lacks_come_from_the_copies_or_else_from_the_tables() {
    let folder = tempfile::tempdir().unwrap();
    let (_, all) = closed(folder.path());
    let path = folder.path().join("hel.db");
    let conn = Connection::open(&path).unwrap();
    conn.execute("DELETE FROM log WHERE seq BETWEEN 100 AND 140", []).unwrap();
    drop(conn);
    let to = folder.path().join("ur tabellerna.db");
    let found = salvage(&path, &to, options()).unwrap();
    assert!(found.missing == 41 && found.from_tables > 10, "{found:?}");
    assert_eq!(words(&to), all);

    let path = folder.path().join("med kopia.db");
    let mut room = written(&path);
    backup::daily(&room.store, "2026-03-04".parse().unwrap(), |_, _| true).unwrap();
    room.say(room.notes, "Efter kopian");
    drop(room.store.into_store());
    let all = words(&path);
    let conn = Connection::open(&path).unwrap();
    conn.execute("DELETE FROM log WHERE seq BETWEEN 100 AND 140", []).unwrap();
    drop(conn);
    let to = folder.path().join("ur kopian.db");
    let found = salvage(&path, &to, options()).unwrap();
    assert_eq!((found.from_copies, found.missing, found.from_tables), (41, 0, 0));
    assert_eq!(words(&to), all);
}

#[test]
fn what_only_the_tables_have_is_salvaged_though_the_history_has_no_gap() {
    let folder = tempfile::tempdir().unwrap();
    let (_, all) = closed(folder.path());
    let path = folder.path().join("hel.db");
    Connection::open(&path).unwrap().execute("DELETE FROM log", []).unwrap();
    let to = folder.path().join("ur tabellerna.db");
    let found = salvage(&path, &to, options()).unwrap();
    assert!(found.rows == 0 && found.from_tables > 10, "{found:?}");
    assert_eq!(words(&to), all);

    let path = folder.path().join("med kopia.db");
    let mut room = written(&path);
    backup::daily(&room.store, "2026-03-04".parse().unwrap(), |_, _| true).unwrap();
    let last = |conn: &Connection| -> i64 {
        conn.query_row("SELECT max(seq) FROM log", [], |row| row.get(0)).unwrap()
    };
    let last = last(&Connection::open(&path).unwrap());
    room.say(room.notes, "Efter kopian");
    drop(room.store.into_store());
    let all = words(&path);
    Connection::open(&path).unwrap().execute("DELETE FROM log WHERE seq > ?1", [last]).unwrap();
    let to = folder.path().join("ur båda.db");
    assert!(salvage(&path, &to, options()).unwrap().from_tables > 0);
    assert_eq!(words(&to), all);
}

#[test]
fn lines_whose_section_or_meeting_is_gone_are_found_under_the_name_of_the_file() {
    for gone in [
        "DROP TABLE log; DROP TABLE meeting",
        "DROP TABLE log; DROP TABLE section",
        "DROP TABLE log; DROP TABLE section; DROP TABLE meeting",
        "DELETE FROM log; UPDATE entry SET section = x'01'",
        "DELETE FROM log; DELETE FROM meeting; UPDATE section SET meeting = NULL",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let (_, all) = closed(folder.path());
        let path = folder.path().join("hel.db");
        // A table that refuses what is written here is made anew without rules, as a damaged page has none.
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch(
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '') WHERE type = 'table'",
        )
        .unwrap();
        drop(conn);
        Connection::open(&path).unwrap().execute_batch(gone).unwrap();
        let to = folder.path().join("ny.db");
        let found = salvage(&path, &to, options()).unwrap();
        assert_eq!((found.meetings, found.entries), (1, LINES + 1), "{gone}");
        let lines = |words: Vec<String>| -> Vec<String> {
            words.into_iter().filter(|line| line.starts_with("Rad") || line.starts_with("Vi tar")).collect()
        };
        assert_eq!(lines(words(&to)), lines(all), "{gone}");
    }
}

#[test]
fn what_is_no_store_is_said_to_be_none_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (bytes, _) = closed(folder.path());
    for bytes in [&b""[..], b"Anteckningar", &[0; 8192], &bytes[..4096]] {
        let (outcome, _) = salvaged(folder.path(), bytes);
        assert!(matches!(outcome, Err(StoreError::Damaged(_))), "{outcome:?}");
    }
    let there = folder.path().join("hel.db");
    assert!(matches!(salvage(&there, &there, options()), Err(StoreError::Io(_))));
}
