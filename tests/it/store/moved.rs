//! A store whose file is taken away, replaced or written over while it is open: the next write says so, and nothing
//! that was acknowledged is lost.

use std::fs;
use std::path::{Path, PathBuf};

use vidpennan::ops::{self, CapturePlace, Caught, Refused};
use vidpennan::store::{Store, StoreError, backup};

use crate::support::room::{Room, options, room};

struct Desk {
    folder: tempfile::TempDir,
    room: Room,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut room = room(Store::open(&folder.path().join("x.db"), options()).unwrap());
        for nth in 0..3 {
            room.say(room.notes, &format!("Rad {nth}"));
        }
        Self { folder, room }
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
            Err(Refused::Store(StoreError::Moved(rescued))) => rescued,
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
