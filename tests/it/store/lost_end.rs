//! A log whose last rows are gone is not taken for a whole one, and what the tables still have is not undone.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use vidpennan::clock::Clock;
use vidpennan::ops;
use vidpennan::store::fault::Fault;
use vidpennan::store::salvage::salvage;
use vidpennan::store::{Options, Store, StoreError, check};

use crate::support::room::{entries_of, options, room};

/// What replicas are remembered in, beside a store.
fn remembering(path: &Path) -> Options {
    Options { replicas: Some(path.with_file_name("replicas")), ..options() }
}

/// A store with a line that was corrected, without the last rows of its log: as many as the correction was.
fn without_end(folder: &Path) -> PathBuf {
    let path = folder.join("x.db");
    let mut room = room(Store::open(&path, remembering(&path)).unwrap());
    let line = room.say(room.notes, "Bidraget är 100 kronor");
    ops::correct_entry(&mut room.store, line, "100", "900").unwrap();
    drop(room.store.into_store());
    let conn = Connection::open(&path).unwrap();
    conn.execute("DELETE FROM log WHERE seq >= (SELECT max(operation) FROM log)", []).unwrap();
    path
}

fn lines(path: &Path) -> Vec<String> {
    let store = Store::open(path, options()).unwrap();
    let meeting = vidpennan::store::meeting::list(&store).unwrap()[0].id;
    entries_of(&store, meeting).into_iter().map(|entry| entry.text).collect()
}

#[test]
fn a_correction_that_only_the_tables_have_is_not_undone_but_written_to_a_new_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = without_end(folder.path());
    let mut store = Store::open(&path, remembering(&path)).unwrap();
    let found = check::everything(&store, |_| {}).unwrap();
    assert!(found.contains(&Fault::LogEnd(2)), "{found:?}");
    assert!(matches!(store.rebuild(), Err(StoreError::LogIncomplete(2))));
    drop(store);
    assert_eq!(lines(&path), ["Bidraget är 900 kronor"]);
    let to = folder.path().join("ny.db");
    let salvaged = salvage(&path, &to, remembering(&path)).unwrap();
    assert_eq!((salvaged.missing, salvaged.from_tables), (2, 1));
    assert_eq!(lines(&to), ["Bidraget är 900 kronor"]);
}

#[test]
fn a_text_that_was_changed_behind_a_whole_log_is_still_made_anew_from_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = room(Store::open(&path, remembering(&path)).unwrap());
    room.say(room.notes, "Bidraget är 100 kronor");
    drop(room.store.into_store());
    Connection::open(&path).unwrap().execute("UPDATE entry SET text = 'Bidraget är 900 kronor'", []).unwrap();
    let mut store = Store::open(&path, remembering(&path)).unwrap();
    store.rebuild().unwrap();
    drop(store);
    assert_eq!(lines(&path), ["Bidraget är 100 kronor"]);
}

#[test]
fn an_older_copy_of_the_file_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("x.db"), folder.path().join("kopia.db"));
    let mut room = room(Store::open(&path, remembering(&path)).unwrap());
    room.say(room.notes, "Före");
    Connection::open(&path).unwrap().query_row("PRAGMA wal_checkpoint(FULL)", [], |_| Ok(())).unwrap();
    // As a program for backups copies it in the middle of a run.
    fs::copy(&path, &copy).unwrap();
    room.say(room.notes, "Efter");
    drop(room.store.into_store());
    fs::rename(&copy, &path).unwrap();
    let store = Store::open(&path, remembering(&path)).unwrap();
    assert_eq!(check::everything(&store, |_| {}).unwrap(), []);
}

#[test]
fn copies_of_another_store_are_left_out_of_what_is_salvaged_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let (path, other) = (folder.path().join("x.db"), folder.path().join("annan.db"));
    let mut own = room(Store::open(&path, options()).unwrap());
    own.say(own.notes, "I databasen och i kopian");
    let copies = vidpennan::store::backup::folder(&path);
    fs::create_dir_all(&copies).unwrap();
    let (sound, foreign) = (copies.join("2026-03-01.db"), copies.join("2026-03-02.db"));
    vidpennan::store::backup::to(&own.store, &sound, |_, _| true).unwrap();
    // With a clock that runs, as no two records of two stores have one identity then.
    let running = Options { clock: Clock::System, ..options() };
    let mut room = room(Store::open(&other, running).unwrap());
    room.say(room.notes, "I en annan databas");
    vidpennan::store::backup::to(&room.store, &foreign, |_, _| true).unwrap();
    for lost in ["seq = 3", "1"] {
        let path = folder.path().join("skadad.db");
        fs::rename(&copies, vidpennan::store::backup::folder(&path)).unwrap();
        vidpennan::store::backup::to(&own.store, &path, |_, _| true).unwrap();
        Connection::open(&path).unwrap().execute(&format!("DELETE FROM log WHERE {lost}"), []).unwrap();
        let to = folder.path().join("ny.db");
        let salvaged = salvage(&path, &to, options()).unwrap();
        assert_eq!(salvaged.left_out, [vidpennan::store::backup::folder(&path).join("2026-03-02.db")]);
        assert!(salvaged.from_copies > 0, "{salvaged:?}");
        assert_eq!(lines(&to), ["I databasen och i kopian"]);
        fs::rename(vidpennan::store::backup::folder(&path), &copies).unwrap();
        fs::remove_file(&path).unwrap();
        fs::remove_file(&to).unwrap();
    }
}

#[test]
fn nothing_is_salvaged_into_what_is_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = without_end(folder.path());
    for to in [":memory:", "file:ny.db", ""] {
        let refused = salvage(&path, Path::new(to), options());
        assert!(matches!(refused, Err(StoreError::NotAFile(_))), "{to:?}: {refused:?}");
    }
}
