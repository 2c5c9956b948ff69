//! A write-ahead log beside a store that is not its own: nothing of it is ever written into the store.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};
use vidpennan::store::restore::SoundCopy;
use vidpennan::store::salvage::salvage;
use vidpennan::store::{Store, StoreError, backup, restore};

use crate::support::room::{Room, noon, options, room};

fn log_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

/// A store in which somebody writes, as it would be after the power went: the file and its log.
fn cut_off(path: &Path, into: &Path, log_into: &Path) {
    fs::copy(path, into).unwrap();
    fs::copy(log_of(path), log_of(log_into)).unwrap();
}

fn bytes(path: &Path) -> (Vec<u8>, Vec<u8>) {
    (fs::read(path).unwrap(), fs::read(log_of(path)).unwrap())
}

#[track_caller]
fn is_refused(path: &Path) {
    let before = bytes(path);
    let refused = Store::open(path, options());
    assert!(
        matches!(&refused, Err(StoreError::ForeignLog(log)) if log.ends_with(log_of(path).file_name().unwrap())),
        "{refused:?}"
    );
    assert!(bytes(path) == before, "nothing was written");
}

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A store with so many lines, left open.
    fn room(&self, name: &str, lines: usize) -> Room {
        let mut room = room(Store::open(&self.path(name), options()).unwrap());
        for nth in 0..lines {
            room.say(room.notes, &format!("Rad {nth} i {name} som tar lite plats"));
        }
        room
    }
}

fn texts(path: &Path, like: &Room) -> Vec<String> {
    let room = like.within(Store::open(path, options()).unwrap());
    room.texts(room.notes)
}

#[test]
fn the_log_of_a_store_that_was_cut_off_is_its_own() {
    let desk = Desk::new();
    for lines in [1, 40, 400] {
        let name = format!("{lines}.db");
        let room = desk.room(&name, lines);
        let found = desk.path(&format!("found-{lines}.db"));
        cut_off(&desk.path(&name), &found, &found);
        assert_eq!(texts(&found, &room).len(), lines);
    }
}

#[test]
fn a_copy_is_compared_with_a_store_without_the_log_of_another() {
    let desk = Desk::new();
    let own = desk.room("own.db", 60);
    let copy = desk.path("copy.db");
    backup::to(&own.store, &copy, |_, _| true).unwrap();
    let path = desk.path("x.db");
    fs::copy(&copy, &path).unwrap();
    drop(Store::open(&path, options()).unwrap());
    let same = SoundCopy::open(&copy, &path).unwrap().compare(&path).unwrap().unwrap();
    let other = desk.room("other.db", 20);
    fs::copy(log_of(&desk.path("other.db")), log_of(&path)).unwrap();
    let before = bytes(&path);
    let found = SoundCopy::open(&copy, &path).unwrap().compare(&path).unwrap().unwrap();
    assert_eq!(found, same);
    assert!(found.in_copy.is_empty() && found.in_store.is_empty(), "{found:?}");
    assert!(bytes(&path) == before);
    drop((own, other));
}

#[test]
fn a_copy_that_is_put_back_by_hand_beside_the_log_of_the_store_is_refused_until_it_is_put_back_by_the_program()
 {
    let desk = Desk::new();
    let mut room = desk.room("x.db", 30);
    let copy = desk.path("copy.db");
    backup::to(&room.store, &copy, |_, _| true).unwrap();
    room.say(room.notes, "Efter kopian");
    let path = desk.path("found.db");
    cut_off(&copy_with_log(&desk, &copy), &path, &path);
    is_refused(&path);
    // What is beside it is put aside with it.
    let aside = restore::put_back(&path, &path, noon()).unwrap().unwrap();
    assert_eq!(texts(&path, &room).len(), 30);
    assert!(aside.join("found.db-wal").is_file());
}

/// The copy beside the log of the store.
fn copy_with_log(desk: &Desk, copy: &Path) -> PathBuf {
    let path = desk.path("by-hand.db");
    fs::copy(copy, &path).unwrap();
    fs::copy(log_of(&desk.path("x.db")), log_of(&path)).unwrap();
    path
}

#[test]
fn the_log_of_another_store_is_refused() {
    let desk = Desk::new();
    for (own, other) in [(3, 3), (3, 200), (200, 3), (300, 300)] {
        let path = desk.path(&format!("own-{own}-{other}.db"));
        drop(desk.room(path.file_name().unwrap().to_str().unwrap(), own));
        let name = format!("other-{own}-{other}.db");
        let open = desk.room(&name, other);
        fs::copy(log_of(&desk.path(&name)), log_of(&path)).unwrap();
        is_refused(&path);
        drop(open);
    }
}

#[test]
fn the_log_of_the_same_store_at_another_time_is_refused() {
    let desk = Desk::new();
    let path = desk.path("x.db");
    let places = desk.room("x.db", 20).places();
    // Closed, a store has no log.
    let raw = desk.path("raw.db");
    fs::copy(&path, &raw).unwrap();
    let write = |from: usize, until: usize| {
        let mut room = places.within(Store::open(&path, options()).unwrap());
        for nth in from..until {
            room.say(room.notes, &format!("Rad {nth} som tar lite plats"));
        }
        room
    };
    drop(write(20, 400));
    let last = write(400, 410);
    fs::copy(log_of(&path), log_of(&raw)).unwrap();
    drop(last);
    is_refused(&raw);
}

#[test]
fn a_log_without_anything_in_it_is_nobodys() {
    let desk = Desk::new();
    let path = desk.path("x.db");
    let places = desk.room("x.db", 2).places();
    for log in [&b""[..], &[0; 32]] {
        fs::write(log_of(&path), log).unwrap();
        assert_eq!(texts(&path, &places).len(), 2);
    }
}

/// A bit in the middle of the log, or in its header.
#[test]
fn a_log_that_is_damaged_before_its_end_is_refused_and_what_is_behind_is_read_and_salvaged() {
    let desk = Desk::new();
    let room = desk.room("own.db", 30);
    let path = desk.path("x.db");
    for at in [5, 17, 40, 2_000, 30_000, 90_000] {
        cut_off(&desk.path("own.db"), &path, &path);
        let mut log = fs::read(log_of(&path)).unwrap();
        log[at] ^= 0x10;
        fs::write(log_of(&path), &log).unwrap();
        let before = bytes(&path);
        let refused = Store::open(&path, options());
        assert!(matches!(refused, Err(StoreError::Damaged(_))), "{at}: {refused:?}");
        assert!(bytes(&path) == before, "nothing was written, and the log is still there");
        let to = desk.path(&format!("{at}.db"));
        salvage(&path, &to, options()).unwrap();
        assert_eq!(texts(&to, &room), room.texts(room.notes), "{at}");
    }
}

/// One operation may have been on its way to the disk.
#[test]
fn a_log_whose_last_operation_is_torn_is_that_of_its_store() {
    let desk = Desk::new();
    let mut room = desk.room("own.db", 20);
    let path = desk.path("x.db");
    let before = fs::metadata(log_of(&desk.path("own.db"))).unwrap().len();
    room.say(room.notes, "Den sista");
    for at in [30, 2_000, 5_000] {
        cut_off(&desk.path("own.db"), &path, &path);
        let mut log = fs::read(log_of(&path)).unwrap();
        log[usize::try_from(before).unwrap() + at] ^= 0x10;
        fs::write(log_of(&path), &log).unwrap();
        assert_eq!(texts(&path, &room).len(), 20, "{at}");
    }
}

/// Changes a bit by which no page can be read.
fn damage(path: &Path, index: &str) {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    let page: usize = conn.query_row(sql, [index], |row| row.get(0)).unwrap();
    drop(conn);
    let mut bytes = fs::read(path).unwrap();
    bytes[(page - 1) * 4_096] ^= 64;
    fs::write(path, bytes).unwrap();
}

#[test]
fn the_log_of_a_file_of_which_pages_are_damaged_is_its_own_and_no_other_is() {
    let desk = Desk::new();
    let own = desk.path("own.db");
    let places = desk.room("own.db", 200).places();
    let write = |lines: usize| {
        let mut room = places.within(Store::open(&own, options()).unwrap());
        for nth in 0..lines {
            room.say(room.notes, &format!("Sist {nth}"));
        }
        room
    };
    let other = desk.room("other.db", 200);
    let raw = desk.path("raw.db");
    fs::copy(&own, &raw).unwrap();
    let room = write(5);
    let [earlier, later] = ["earlier.db", "later.db"].map(|name| desk.path(name));
    fs::copy(log_of(&own), log_of(&earlier)).unwrap();
    for index in ["meeting_date", "log_cell"] {
        let damaged = desk.path(&format!("{index}.db"));
        fs::copy(&raw, &damaged).unwrap();
        damage(&damaged, index);
        fs::copy(log_of(&desk.path("other.db")), log_of(&damaged)).unwrap();
        is_refused(&damaged);
        // With its own log everything that was acknowledged is there, and what cannot be read is made anew.
        fs::copy(log_of(&own), log_of(&damaged)).unwrap();
        let to = desk.path(&format!("{index}-salvaged.db"));
        let found = salvage(&damaged, &to, options()).unwrap();
        assert_eq!((found.entries, found.missing, found.from_tables), (205, 0, 0), "{index}");
        restore::remake(&damaged, options()).unwrap();
        assert_eq!(texts(&damaged, &room), room.texts(room.notes), "{index}: nothing is lost");
    }
    // That of an earlier and of a later time is none of it.
    drop(room);
    let newer = desk.path("newer.db");
    drop(write(400));
    fs::copy(&own, &newer).unwrap();
    let _open = write(5);
    fs::copy(log_of(&own), log_of(&later)).unwrap();
    for (file, log) in [(&newer, &earlier), (&raw, &later)] {
        damage(file, "meeting_date");
        fs::copy(log_of(log), log_of(file)).unwrap();
        is_refused(file);
    }
    drop(other);
}
