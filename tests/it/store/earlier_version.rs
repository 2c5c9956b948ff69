//! A file of version 3, as the program of that time wrote it, opened by the program of today: it holds what it held,
//! can be undone by the replica that wrote it, and is written on.
//!
//! `fixtures/store/version-3.db` was written by the verbs of `ops` alone: every noun and every operation, by two
//! replicas (the second began with a copy of the first), in eight sittings. Afterwards the names of the machine and of
//! the path were replaced and the file was packed.

use std::fs;
use std::path::PathBuf;

use chrono::NaiveDate;
use rusqlite::Connection;
use vidpennan::clock::Clock;
use vidpennan::i18n::entry_name::entry_number;
use vidpennan::model::{Coded, Entry, FieldRole, Kind};
use vidpennan::ops::{self, CapturePlace, Caught, PersonDetails, Refused};
use vidpennan::store::fault::Fault;
use vidpennan::store::undo::Left;
use vidpennan::store::{self, Options, Store, StoreError, check};

use crate::support::at_once;
use crate::support::room::{Checked, redo_newest};
use picture::Picture;

mod log;
mod picture;

/// Words of every noun that is searched, parts of words, words that were changed or are in what was deleted.
const QUERIES: &[&str] = &[
    "avtal",
    "långa",
    "krångliga",
    "lokal",
    "UTMANING",
    "framtids",
    "kvälls",
    "inköp",
    "ladan",
    "möte",
    "fel dag",
    "försvinner",
    "åby",
    "aby",
    "lagom först",
    "🙂",
    "e",
];

/// A copy of the fixture in a folder of its own.
struct Copy {
    path: PathBuf,
    _folder: tempfile::TempDir,
}

impl Copy {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = fs::canonicalize(folder.path()).unwrap().join("vidpennan.db");
        fs::write(&path, include_bytes!("../../fixtures/store/version-3.db")).unwrap();
        Self { path, _folder: folder }
    }

    /// At the place where this replica wrote, by its number in the file.
    fn of_replica(number: i64) -> Self {
        let copy = Self::new();
        let machine = gethostname::gethostname().to_string_lossy().into_owned();
        let path = copy.path.to_str().unwrap();
        let conn = Connection::open(&copy.path).unwrap();
        let sql = "UPDATE device SET machine = ?1, path = ?2 WHERE number = ?3";
        assert_eq!(conn.execute(sql, (machine, path, number)).unwrap(), 1);
        copy
    }

    fn open(&self) -> Checked {
        let now = NaiveDate::from_ymd_opt(2026, 4, 1).unwrap().and_hms_opt(9, 0, 0).unwrap();
        let options =
            Options { clock: Clock::Fixed(now), scribe: Some("Yngve Åslund".to_owned()), replicas: None };
        Store::open(&self.path, options).unwrap().into()
    }

    fn rows_of_log(&self) -> usize {
        let conn = Connection::open(&self.path).unwrap();
        conn.query_row("SELECT count(*) FROM log", [], |row| row.get(0)).unwrap()
    }
}

/// What people see of the store now, as it is checked in beside this file.
#[track_caller]
fn assert_as_it_was(store: &Store) {
    let picture = Picture::of(store);
    insta::assert_snapshot!("version_3_nouns", picture.nouns());
    insta::assert_snapshot!("version_3_work", picture.work());
    insta::assert_snapshot!("version_3_found", picture.found(QUERIES));
    insta::assert_snapshot!("version_3_minutes", picture.minutes());
}

#[test]
fn a_file_of_version_3_holds_what_it_held() {
    let copy = Copy::new();
    let version: i64 =
        Connection::open(&copy.path).unwrap().query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    assert_eq!(version, 3, "the fixture itself");
    // Once when it is brought up to date, once as it was left then.
    for _ in 0..2 {
        let store = copy.open();
        assert_eq!(check::whole(&store).unwrap(), Vec::new());
        assert_as_it_was(&store);
        insta::assert_snapshot!("version_3_history", Picture::of(&store).history());
        let source = |sum: &str| store::meeting::from_source(&store, &sum.repeat(16)).unwrap().unwrap().title;
        assert_eq!(
            [source("c4fe"), source("a11e")],
            ["Dialogcafé om kvällsöppet", "Trygghetsvandring i Åby"]
        );
    }
}

#[test]
fn where_its_log_says_something_else_than_its_tables_that_is_said_and_neither_is_written() {
    for (spoil, is_false) in [
        ("UPDATE log SET new = 'Falskt' WHERE field = 'text'", "Falskt"),
        ("UPDATE log SET new = 'Falskt' WHERE field = 'heading'", "Falskt"),
        ("UPDATE entry SET text = 'Falskt' WHERE row = (SELECT max(row) FROM entry WHERE deleted = 0)", ""),
    ] {
        let copy = Copy::new();
        assert!(Connection::open(&copy.path).unwrap().execute(spoil, []).unwrap() > 0);
        let mut store = copy.open().into_store();
        assert!(store.damage().is_some(), "{spoil}");
        let nouns = Picture::of(&store).nouns();
        assert!(is_false.is_empty() || !nouns.contains(is_false), "{nouns}");
        let found = check::everything(&store, |_| {}).unwrap();
        assert!(found.iter().any(|fault| matches!(fault, Fault::Cell { .. })), "{found:?}");
        let meeting = store::meeting::list(&store).unwrap()[0].clone();
        let held = store::held(&store).unwrap();
        let refused = ops::delete_meeting(&mut store, meeting.id, &held);
        assert!(matches!(refused, Err(Refused::Store(StoreError::Damaged(_)))), "{refused:?}");
        // Who has seen what differs may take what the history says.
        store.rebuild().unwrap();
        store.open_for_writing();
        assert_eq!(check::everything(&store, |_| {}).unwrap(), Vec::new());
    }
}

#[test]
fn no_row_of_its_log_is_lost_or_changed() {
    let copy = Copy::new();
    let before = log::of_version_3(&copy.path);
    assert_eq!(before.len(), copy.rows_of_log());
    for _ in 0..2 {
        let store = copy.open();
        assert_eq!(log::of(&store), before);
        drop(store);
        assert_eq!(copy.rows_of_log(), before.len());
    }
}

#[test]
fn what_its_replica_did_is_undone_and_done_again() {
    let copy = Copy::of_replica(2);
    let before = log::of_version_3(&copy.path);
    let mut store = copy.open();
    let left_undone = ops::redoable(&store).unwrap().at;
    let mut undone = Vec::new();
    while let Ok(next) = ops::undoable(&store) {
        let turned = ops::undo(&mut store, next.at).unwrap().value;
        assert_eq!(turned.left, [], "{:?}", next.subject);
        undone.push(next.at);
    }
    assert_eq!(undone.len(), 56, "all but the two that it had undone itself");
    let picture = Picture::of(&store);
    insta::assert_snapshot!("version_3_undone", [picture.nouns(), picture.work()].join("\n\n"));
    drop(store);

    let mut store = copy.open();
    for at in undone.iter().rev() {
        assert_eq!(ops::redoable(&store).unwrap().at, *at);
        assert_eq!(redo_newest(&mut store).unwrap().value.left, []);
    }
    assert_as_it_was(&store);
    assert_eq!(ops::redoable(&store).unwrap().at, left_undone);
    let after = log::of(&store);
    assert!(before.iter().all(|row| after.binary_search(row).is_ok()), "the log only grows");
}

#[test]
fn what_another_replica_has_changed_since_is_left() {
    let copy = Copy::of_replica(1);
    let mut store = copy.open();
    let replica = ops::undoable(&store).unwrap().at.device;
    let mut lines = Vec::new();
    for operation in store::history::all(&store, usize::MAX).unwrap() {
        if operation.at.device != replica {
            continue;
        }
        let turned = match ops::undo(&mut store, operation.at) {
            Ok(done) => done.value,
            Err(Refused::NotDone) => continue,
            Err(error) => panic!("{error}"),
        };
        let picture = Picture::of(&store);
        let cell = |left: &Left| format!("{}.{}", picture.name(left.id), left.field);
        let cells: Vec<String> = turned.left.iter().map(cell).collect();
        if !cells.is_empty() {
            lines.push(format!("{} {:?}: {}", operation.op.code(), operation.subject, cells.join(" ")));
        }
    }
    insta::assert_snapshot!("version_3_left", lines.join("\n"));
}

/// Writes a line at the end of the newest meeting.
fn say(store: &mut Store, text: &str, kind: Kind) -> Entry {
    let caught = Caught { text: text.to_owned(), kind: Some(kind), ..Caught::default() };
    ops::capture(store, end(store), caught).unwrap().value
}

fn end(store: &Store) -> CapturePlace {
    let meeting = store::meeting::list(store).unwrap().remove(0).id;
    let section = store::section::list(store, meeting).unwrap().remove(0).id;
    CapturePlace { meeting, section, table: None, round: None }
}

#[test]
fn numbers_go_on_after_the_greatest_that_any_replica_gave() {
    let next = |copy: &Copy| {
        let mut store = copy.open();
        [Kind::CHALLENGE, Kind::ACTION].map(|kind| {
            let entry = say(&mut store, "Nytt", kind);
            let marks = store::marks(&store).unwrap();
            entry_number(&entry, marks.of(&entry)).unwrap()
        })
    };
    assert_eq!(next(&Copy::of_replica(1)), ["U-10", "Å-6"]);
    let second = Copy::of_replica(2);
    assert_eq!(next(&second), ["U-10", "Å-6"]);
    assert_eq!(next(&second), ["U-11", "Å-7"], "opened once more");
    assert_eq!(next(&Copy::new()), ["U-10", "Å-6"], "a copy is a replica of its own");
}

/// The file says of nobody in a header who it is in the register.
#[test]
fn a_rename_reaches_the_header_of_a_meeting() {
    let copy = Copy::new();
    let mut store = copy.open();
    let elin = store::person::named(&store, "Elin Björk").unwrap().unwrap();
    let after =
        PersonDetails { name: "Elin Bjarke".to_owned(), role: elin.role.clone(), ..PersonDetails::default() };
    at_once::edit_person(&mut store, &elin, &after).unwrap();
    let meetings = store::meeting::list(&store).unwrap();
    let fields = meetings.iter().flat_map(|meeting| store::field::list(&store, meeting.id).unwrap());
    let present = fields.filter(|field| field.role == FieldRole::Present).map(|field| field.value);
    let present: Vec<String> = present.filter(|value| value.contains("Elin")).collect();
    assert_eq!(present, ["Elin Bjarke, Örjan Lövgren, Björn Ängström"]);
}

/// The newest lines are searched without the index: these are so many that the others are found in the index alone.
#[test]
fn what_was_said_before_is_found_in_the_index() {
    const NEWEST: usize = 1_000;
    let copy = Copy::new();
    let mut store = copy.open();
    let before = Picture::of(&store).found(QUERIES);
    let line = |number| Caught { text: format!("Rad {number}"), ..Caught::default() };
    let at = end(&store);
    ops::capture_many(&mut store, at, (0..NEWEST).map(line).collect()).unwrap();
    assert_eq!(Picture::of(&store).found(QUERIES), before);
    assert_eq!(store::search::find(&store, "rad", 2 * NEWEST).unwrap().len(), NEWEST);
}

#[test]
fn several_windows_that_bring_a_file_up_to_date_at_once_all_open_it() {
    for _ in 0..5 {
        let copy = Copy::new();
        let opened: Vec<_> = std::thread::scope(|scope| {
            let windows: Vec<_> = (0..4)
                .map(|_| {
                    scope.spawn(|| {
                        let options = Options { clock: Clock::System, scribe: None, replicas: None };
                        Store::open(&copy.path, options)
                            .map(|store| store::meeting::list(&store).unwrap().len())
                    })
                })
                .collect();
            windows.into_iter().map(|window| window.join().unwrap()).collect()
        });
        for meetings in &opened {
            assert!(meetings.as_ref().is_ok_and(|meetings| *meetings > 0), "{opened:?}");
        }
        assert_eq!(check::everything(&copy.open(), |_| {}).unwrap(), Vec::new());
        assert!(store::backup::folder(&copy.path).join("version-3.db").exists());
    }
}
