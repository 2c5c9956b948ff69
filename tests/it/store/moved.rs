//! A store whose file is taken away, replaced or written over while it is open: the next write says so, and nothing
//! that was acknowledged is lost.

use std::fs;
use std::path::{Path, PathBuf};

use vidpennan::ops::{self, CapturePlace, Caught, Refused};
use vidpennan::store::{Store, StoreError, backup};

use crate::support::room::{Room, options, room};

struct Desk {
    room: Room,
    /// Goes last: what is still open would be rescued into it.
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut room = room(Store::open(&folder.path().join("x.db"), options()).unwrap());
        for nth in 0..3 {
            room.say(room.notes, &format!("Rad {nth}"));
        }
        Self { room, folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The next line is refused; the copy that was made of everything.
    fn refused(&mut self) -> Option<PathBuf> {
        let at =
            CapturePlace { meeting: self.room.meeting, section: self.room.notes, table: None, round: None };
        let line = Caught { text: "Nästa rad".to_owned(), ..Caught::default() };
        match ops::capture(&mut self.room.store, at, line) {
            Err(Refused::Store(StoreError::Moved(rescued))) => rescued.map(|rescued| rescued.path),
            other => panic!("{other:?}"),
        }
    }

    fn texts(&self, path: &Path) -> Vec<String> {
        let room = self.room.within(Store::open(path, options()).unwrap());
        room.texts(room.notes)
    }
}

const ALL: [&str; 3] = ["Rad 0", "Rad 1", "Rad 2"];

#[cfg(unix)]
#[test]
fn what_was_written_to_a_file_that_is_taken_away_is_in_a_copy_before_the_next_line_is_refused() {
    let mut desk = Desk::new();
    fs::remove_file(desk.path("x.db")).unwrap();
    let rescued = desk.refused().unwrap();
    assert_eq!(desk.refused(), Some(rescued.clone()), "and so are all that follow");
    assert_eq!(desk.texts(&rescued), ALL);
    assert!(!desk.path("x.db").exists(), "no empty one is made in its place");
    let again = Store::open(&desk.path("x.db"), options());
    assert!(matches!(again, Err(StoreError::Emptied { .. })), "{again:?}");
}

#[cfg(unix)]
#[test]
fn a_file_that_is_moved_or_replaced_by_another_is_noticed() {
    for is_replaced in [false, true] {
        let mut desk = Desk::new();
        fs::rename(desk.path("x.db"), desk.path("y.db")).unwrap();
        if is_replaced {
            backup::to(&desk.room.store, &desk.path("x.db"), |_, _| true).unwrap();
        }
        let rescued = desk.refused().unwrap();
        assert_eq!(desk.texts(&rescued), ALL);
    }
}

#[test]
fn a_file_that_a_copy_is_written_over_is_noticed() {
    let mut desk = Desk::new();
    let copy = desk.path("copy.db");
    backup::to(&desk.room.store, &copy, |_, _| true).unwrap();
    desk.room.say(desk.room.notes, "Efter kopian");
    let bytes = fs::read(&copy).unwrap();
    fs::write(desk.path("x.db"), bytes).unwrap();
    // What was written before is in the log of the file, or not at all.
    let _rescued = desk.refused();
}

/// Nothing is written into whatever is there at the end, and what was acknowledged is in a copy.
#[cfg(unix)]
#[test]
fn a_session_that_ends_after_its_file_was_replaced_leaves_the_other_whole_and_its_own_lines_in_a_copy() {
    for is_written_over in [false, true] {
        let Desk { folder, room } = Desk::new();
        let path = |name: &str| folder.path().join(name);
        let mut other = self::room(Store::open(&path("other.db"), options()).unwrap());
        other.say(other.notes, "Andras rad");
        let copy = path("copy.db");
        backup::to(&other.store, &copy, |_, _| true).unwrap();
        let bytes = fs::read(&copy).unwrap();
        if is_written_over {
            fs::write(path("x.db"), &bytes).unwrap();
        } else {
            fs::rename(&copy, path("x.db")).unwrap();
        }
        drop(room);
        assert_eq!(fs::read(path("x.db")).unwrap(), bytes);
        let copies = fs::read_dir(path("x.db-backups")).unwrap().map(|copy| copy.unwrap().path());
        let rescued = copies.filter(|copy| copy.to_string_lossy().contains("rescued-"));
        assert_eq!(rescued.count(), 1);
    }
}

/// A disk that was full when the file was taken away may have room later.
#[cfg(unix)]
#[test]
fn a_rescue_that_failed_is_tried_again() {
    let mut desk = Desk::new();
    fs::remove_dir_all(desk.path("x.db-backups")).ok();
    fs::write(desk.path("x.db-backups"), "no folder").unwrap();
    fs::remove_file(desk.path("x.db")).unwrap();
    assert_eq!(desk.refused(), None);
    fs::remove_file(desk.path("x.db-backups")).unwrap();
    let rescued = desk.refused().unwrap();
    assert_eq!(desk.texts(&rescued), ALL);
}

/// What stays is the same file, and no longer the log that the lines were written to.
#[cfg(unix)]
#[test]
fn a_log_that_is_cut_or_written_over_is_noticed_before_the_next_line_is_called_saved() {
    for is_cut in [false, true] {
        let mut desk = Desk::new();
        let log = desk.path("x.db-wal");
        if is_cut {
            fs::OpenOptions::new().write(true).open(&log).unwrap().set_len(4_096).unwrap();
        } else {
            let mut other = self::room(Store::open(&desk.path("other.db"), options()).unwrap());
            other.say(other.notes, "Andras rad");
            let bytes = fs::read(desk.path("other.db-wal")).unwrap();
            fs::write(&log, bytes).unwrap();
        }
        let _rescued = desk.refused();
    }
}

/// What is acknowledged is in the log, and not in the file yet.
#[cfg(unix)]
#[test]
fn a_log_that_is_taken_away_or_replaced_is_noticed_before_the_next_line_is_saved() {
    for is_replaced in [false, true] {
        let mut desk = Desk::new();
        if is_replaced {
            fs::write(desk.path("other"), [0; 64]).unwrap();
            fs::rename(desk.path("other"), desk.path("x.db-wal")).unwrap();
        } else {
            fs::remove_file(desk.path("x.db-wal")).unwrap();
        }
        let rescued = desk.refused().unwrap();
        assert_eq!(desk.texts(&rescued), ALL);
    }
}

#[cfg(unix)]
#[test]
fn a_log_that_is_emptied_is_noticed_before_the_next_line_is_called_saved() {
    let mut desk = Desk::new();
    fs::write(desk.path("x.db-wal"), "").unwrap();
    let before = fs::read(desk.path("x.db")).unwrap();
    let _rescued = desk.refused();
    let path = desk.path("x.db");
    drop(desk.room.store.into_store());
    assert!(fs::read(path).unwrap() == before, "what is left of the log is not written into the file");
}

#[test]
fn what_was_acknowledged_before_another_file_is_written_over_the_store_is_rescued_from_the_log_and_the_copies()
 {
    let mut desk = Desk::new();
    backup::daily(&desk.room.store, "2026-03-04".parse().unwrap(), |_, _| true).unwrap();
    desk.room.say(desk.room.notes, "Efter kopian");
    let other = desk.path("other.db");
    drop(room(Store::open(&other, options()).unwrap()));
    fs::write(desk.path("x.db"), fs::read(&other).unwrap()).unwrap();
    let rescued = desk.refused().unwrap();
    assert_eq!(desk.texts(&rescued), [&ALL[..], &["Efter kopian"]].concat());
}

/// SQLite has begun the log anew meanwhile, and there is no copy yet.
#[test]
fn every_line_of_a_long_session_is_rescued_with_its_meeting_where_another_file_is_written_over_the_store() {
    for is_cut in [false, true] {
        let Desk { folder, room } = Desk::new();
        let places = room.places();
        drop(room.store.into_store());
        let mut desk = Desk {
            room: places.within(Store::open(&folder.path().join("x.db"), options()).unwrap()),
            folder,
        };
        let said: Vec<String> =
            (0..300).map(|nth| format!("Rad {nth} i ett långt möte, med ord som tar plats")).collect();
        for line in &said {
            desk.room.say(desk.room.notes, line);
        }
        let other = desk.path("other.db");
        drop(self::room(Store::open(&other, options()).unwrap()));
        let bytes = if is_cut { Vec::new() } else { fs::read(&other).unwrap() };
        fs::write(desk.path("x.db"), bytes).unwrap();
        let Err(StoreError::Moved(Some(rescued))) = desk.room.store.refuse_moved() else { panic!() };
        let texts = desk.texts(&rescued.path);
        assert!(said.iter().all(|line| texts.contains(line)), "{} of {}", texts.len(), said.len());
        let found = ALL.iter().filter(|line| texts.contains(&(**line).to_owned())).count();
        assert!(found == ALL.len() || rescued.missing > 0, "what else there was is there, or it is said");
        drop(desk.room.store.into_store());
    }
}

/// It is neither shorter nor older.
#[test]
fn a_larger_store_that_is_written_over_an_open_one_is_noticed_and_nothing_is_written_into_it() {
    let Desk { folder, room } = Desk::new();
    let [own, other] = ["x.db", "other.db"].map(|name| folder.path().join(name));
    let places = room.places();
    drop(room.store.into_store());
    fs::copy(&own, &other).unwrap();
    let mut larger = places.within(Store::open(&other, options()).unwrap());
    for nth in 0..200 {
        larger.say(larger.notes, &format!("Rad {nth} i det andra lagret som tar lite plats"));
    }
    drop(larger.store.into_store());
    let mut desk = Desk { room: places.within(Store::open(&own, options()).unwrap()), folder };
    for line in ["Bara här", "Också bara här"] {
        desk.room.say(desk.room.notes, line);
    }
    let bytes = fs::read(&other).unwrap();
    fs::write(desk.path("x.db"), &bytes).unwrap();
    let rescued = desk.refused().unwrap();
    let path = desk.path("x.db");
    assert!(desk.texts(&rescued).contains(&"Bara här".to_owned()));
    drop(desk.room.store.into_store());
    assert!(fs::read(path).unwrap() == bytes);
}

#[test]
fn a_file_that_others_write_to_is_where_it_was() {
    let mut desk = Desk::new();
    let mut other = desk.room.within(Store::open(&desk.path("x.db"), options()).unwrap());
    for nth in 0..400 {
        other.say(
            other.notes,
            &format!("Rad {nth} i ett annat fönster, lång nog för att loggen ska skrivas in"),
        );
        if nth % 40 == 0 {
            desk.room.say(desk.room.notes, "Här också");
        }
    }
    drop(other);
    desk.room.say(desk.room.notes, "Till sist");
}
