//! The digest in every row of the log: a byte that changed on the disk is seen, and a bit is found again.

use std::path::Path;

use rusqlite::Connection;
use vidpennan::model::history::Entity;
use vidpennan::ops;
use vidpennan::report::profile::Remembered;
use vidpennan::store::fault::Fault;
use vidpennan::store::{Store, StoreError, check};

use crate::support::apart::in_store;
use crate::support::digests;
use crate::support::room::{Room, follows_from_its_log, options, room};

/// A file with a few lines, one of which was changed later.
fn written(path: &Path) -> Room {
    let mut room = room(Store::open(path, options()).unwrap());
    let id = room.say(room.notes, "Hållplatsen ligger för långt bort");
    room.say(room.challenges, "Vem tar hand om det?");
    ops::continue_entry(&mut room.store, id, "och är mörk").unwrap();
    ops::remember_choices(&mut room.store, None, &Remembered::default()).unwrap();
    room
}

/// The file after this statement was run in it.
fn after(room: Room, path: &Path, sql: &str) -> Room {
    let conn = Connection::open(path).unwrap();
    digests::register_functions(&conn);
    assert!(conn.execute(sql, []).unwrap() > 0, "{sql}: there is something to damage");
    drop(conn);
    let damaged = in_store(&room, Store::open(path, options()).unwrap());
    drop(room.store.into_store());
    damaged
}

fn with_a_file(test: impl FnOnce(&Path, Room)) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("möten.db");
    let room = written(&path);
    test(&path, room);
}

fn log_rows(room: &Room) -> Vec<String> {
    vidpennan::store::log::beyond(&room.store, &[]).unwrap().iter().map(|row| format!("{row:?}")).collect()
}

#[test]
fn every_row_has_the_digest_that_its_bytes_make() {
    with_a_file(|path, room| {
        follows_from_its_log(&room.store);
        let conn = Connection::open(path).unwrap();
        digests::register_functions(&conn);
        assert_eq!(conn.execute(digests::RENEW, []).unwrap(), 0, "as other code computes it");
    });
}

#[test]
fn a_bit_that_changed_in_a_row_of_the_log_is_seen_and_found_again() {
    for sql in [
        "UPDATE log SET new = replace(new, 'ligger', 'liggar') WHERE field = '' AND new LIKE '%ligger%'",
        "UPDATE log SET stamp = stamp + 1 - 2 * (stamp % 2) WHERE seq = 3",
        "UPDATE log SET author = 'Verc' WHERE author = 'Vera'",
        "UPDATE log SET digest = digest + 1 WHERE digest % 2 = 0",
        "UPDATE log SET field = 'tex4' WHERE field = 'text'",
        "UPDATE log SET entity = 'meetinG' WHERE entity = 'meeting'",
        // No text any more.
        "UPDATE log SET new = cast(replace(cast(new AS BLOB), x'48C3A5', x'48C3E5') AS TEXT)
            WHERE field = '' AND new LIKE '%Hållplatsen%'",
    ] {
        with_a_file(|path, room| {
            let before = log_rows(&room);
            let mut room = after(room, path, sql);
            let found = check::everything(&room.store, |_| {}).unwrap();
            assert!(found.iter().any(|fault| matches!(fault, Fault::LogRow { .. })), "{sql}: {found:?}");
            room.store.rebuild().unwrap();
            follows_from_its_log(&room.store);
            assert_eq!(log_rows(&room), before, "{sql}");
        });
    }
}

#[test]
fn a_row_that_lost_more_than_a_bit_is_taken_for_nothing_unless_its_table_has_it() {
    with_a_file(|path, room| {
        let texts = room.texts(room.notes);
        // The table has the words that were written last.
        let sql = "UPDATE log SET new = 'något helt annat' WHERE field = 'text'";
        let mut room = after(room, path, sql);
        room.store.rebuild().unwrap();
        follows_from_its_log(&room.store);
        assert_eq!(room.texts(room.notes), texts);

        let sql = "UPDATE log SET new = json_set(new, '$.text', 'något helt annat')
            WHERE entity = 'entry' AND field = ''";
        let mut room = after(room, path, sql);
        let found = check::everything(&room.store, |_| {}).unwrap();
        let is_of_entry =
            |fault: &Fault| matches!(fault, Fault::LogRow { record, .. } if record.entity == Entity::Entry);
        assert!(found.iter().any(is_of_entry), "{found:?}");
        assert!(matches!(room.store.rebuild(), Err(StoreError::LogIncomplete(2))));
        assert_eq!(room.texts(room.notes), texts, "the damage goes no further");
        drop(room.store.into_store());
    });
}

#[test]
fn a_choice_that_changed_on_the_disk_is_forgotten() {
    with_a_file(|path, room| {
        let mut room = after(room, path, "UPDATE remembered SET choices = replace(choices, '{', '[')");
        let found = check::everything(&room.store, |_| {}).unwrap();
        assert_eq!(found, [Fault::Remembered(1)]);
        room.store.rebuild().unwrap();
        follows_from_its_log(&room.store);
    });
}

#[test]
fn an_index_of_the_log_that_does_not_fit_is_made_anew() {
    with_a_file(|path, room| {
        let conn = Connection::open(path).unwrap();
        let root: i64 = conn
            .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'log_cell'", [], |row| row.get(0))
            .unwrap();
        let size: i64 = conn.query_row("PRAGMA page_size", [], |row| row.get(0)).unwrap();
        conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
        drop(conn);
        drop(room.store.into_store());
        let mut bytes = std::fs::read(path).unwrap();
        let page = usize::try_from((root - 1) * size).unwrap();
        // The last byte of the page is in the key of its first row.
        bytes[page + usize::try_from(size).unwrap() - 8] ^= 1;
        std::fs::write(path, bytes).unwrap();
        let mut store = Store::open(path, options()).unwrap();
        let found = check::everything(&store, |_| {}).unwrap();
        assert!(found.contains(&Fault::Index("log_cell".to_owned())), "{found:?}");
        store.rebuild().unwrap();
        assert_eq!(check::everything(&store, |_| {}).unwrap(), Vec::new());
    });
}

/// Whatever became of a row of the log, the check says that it did, and does not stop there.
#[test]
fn a_row_of_the_log_that_cannot_be_read_at_all_is_named() {
    for cell in ["field = x'ff'", "id = x'01'", "id = 7", "space = 'x'", "entity = x'ff'", "stamp = 'x'"] {
        with_a_file(|path, room| {
            let sql = format!("UPDATE log SET {cell} WHERE seq = (SELECT max(seq) - 2 FROM log)");
            let damaged = after(room, path, &sql).store.into_store();
            let found = check::everything(&damaged, |_| {}).unwrap();
            assert!(found.iter().any(|fault| matches!(fault, Fault::LogRow { .. })), "{cell}: {found:?}");
        });
    }
}

/// One identity that cannot be read costs its record, and no search.
#[test]
fn a_record_without_an_identity_stops_no_search() {
    for identity in ["x'01'", "7", "'text'"] {
        with_a_file(|path, room| {
            let sql = format!("UPDATE entry SET id = {identity} WHERE text LIKE 'Vem%'");
            let damaged = after(room, path, &sql);
            let found = damaged.found("Hållplatsen");
            drop(damaged.store.into_store());
            assert_eq!(found.len(), 1, "{identity}");
        });
    }
}

#[test]
fn a_row_that_changed_is_handed_to_no_other_laptop() {
    with_a_file(|path, room| {
        let known = vidpennan::store::log::last(&room.store).unwrap();
        let sql = "UPDATE log SET new = 'Andra ord' WHERE seq = (SELECT max(seq) FROM log)";
        let room = after(room, path, sql);
        for known in [&known[..], &[]] {
            let handed = vidpennan::store::log::beyond(&room.store, known);
            assert!(matches!(handed, Err(StoreError::Damaged(_))), "{handed:?}");
        }
        drop(room.store.into_store());
    });
}
