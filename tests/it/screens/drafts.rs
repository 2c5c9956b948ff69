//! What was written and could not be stored when the program ended: it is kept, and stored or asked about the next
//! time.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;
use vidpennan::model::id::MeetingId;
use vidpennan::report::Report;
use vidpennan::store::{self, Store};
use vidpennan::ui::draft::Draft;
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, again, start_with};
use crate::support::at_once;
use crate::support::programme::programme;
use crate::support::room::options;

const TAB: Place = Place::Tab(Tab::Meetings);

/// A programme in a file, and the newest meeting in it.
fn programme_in(folder: &TempDir) -> (PathBuf, MeetingId) {
    let path = folder.path().join("möten.db");
    let mut store = Store::open(&path, options()).unwrap();
    programme(&mut store);
    let meeting = store::meeting::list(&store).unwrap().remove(0).id;
    (path, meeting)
}

fn open(path: &Path) -> Store {
    Store::open(path, options()).unwrap()
}

/// The statement about the meeting as it is stored.
fn stored(path: &Path, meeting: MeetingId) -> Option<String> {
    let manuscript = store::manuscript::of(&open(path), meeting.0, Report::Statement).unwrap();
    manuscript.map(|manuscript| manuscript.text)
}

/// Writes on the statement about the newest meeting.
fn write_on(app: &mut Driver, words: &str) {
    app.keys("<home>x").wait_for("Hur pratar vi").keys("<right><right><right><right>");
    app.wait_for("Sammanfattning").wait_till_gone("Läser …").keys("<c-e>").shows("luckor kvar");
    app.keys("<c-end><enter>").keys(words).shows(words).shows("inte sparat än");
}

/// Ends the program by a signal while another one holds the file, and returns what it kept.
fn end_while_locked(path: &Path, app: &mut Driver) -> Vec<Draft> {
    let locker = Connection::open(path).unwrap();
    locker.execute_batch("BEGIN IMMEDIATE").unwrap();
    app.signal()
}

#[test]
fn a_report_that_cannot_be_stored_at_the_end_is_stored_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let (path, meeting) = programme_in(&folder);
    let mut app = start_with(open(&path), TAB);
    write_on(&mut app, "Mina ord");
    let drafts = end_while_locked(&path, &mut app);
    assert_eq!(stored(&path, meeting), None);
    let mut app = again(open(&path), TAB, drafts);
    app.shows("Sparat nu, som inte kunde sparas förra gången: Tjänsteskrivelse");
    assert!(stored(&path, meeting).unwrap().ends_with("\nMina ord"));
    assert!(app.saved_drafts().is_empty());
}

#[test]
fn a_report_that_can_be_stored_leaves_no_draft() {
    let folder = tempfile::tempdir().unwrap();
    let (path, meeting) = programme_in(&folder);
    let mut app = start_with(open(&path), TAB);
    write_on(&mut app, "Mina ord");
    assert!(app.signal().is_empty());
    assert!(stored(&path, meeting).unwrap().ends_with("\nMina ord"));
}

#[test]
fn a_report_that_somebody_else_has_changed_since_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let (path, meeting) = programme_in(&folder);
    let mut app = start_with(open(&path), TAB);
    write_on(&mut app, "Mina ord");
    let drafts = end_while_locked(&path, &mut app);
    at_once::write_manuscript(&mut open(&path), meeting.0, Report::Statement, None, "# Läget i maj").unwrap();

    let mut app = again(open(&path), TAB, drafts.clone());
    app.shows("Skriva över det som någon annan har sparat?").shows("Tjänsteskrivelse · ").keys("<esc>");
    assert_eq!(app.signal(), drafts, "who does not answer is asked again");
    let mut app = again(open(&path), TAB, drafts.clone());
    app.keys("<down><enter>").hides("Skriva över");
    assert!(app.saved_drafts().is_empty());
    assert_eq!(stored(&path, meeting).unwrap(), "# Läget i maj");
    let mut app = again(open(&path), TAB, drafts);
    app.keys("<enter>").hides("Skriva över");
    assert!(stored(&path, meeting).unwrap().ends_with("\nMina ord"));
    assert!(app.saved_drafts().is_empty());
}

#[test]
fn a_draft_waits_while_it_cannot_be_stored() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = programme_in(&folder);
    let mut app = start_with(open(&path), TAB);
    write_on(&mut app, "Mina ord");
    let drafts = end_while_locked(&path, &mut app);
    let store = open(&path);
    let locker = Connection::open(&path).unwrap();
    locker.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut app = again(store, TAB, drafts.clone());
    app.shows("Fortfarande inte sparat: Tjänsteskrivelse");
    drop(locker);
    assert_eq!(app.signal(), drafts);
}

#[test]
fn a_line_waits_for_a_screen_with_a_place_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let (path, meeting) = programme_in(&folder);
    let line = vec![Draft::Line("Halva ra".to_owned())];
    let mut app = again(open(&path), TAB, line.clone());
    assert_eq!(app.hides("Halva ra").signal(), line);
    let mut app = again(open(&path), Place::Meeting(meeting), line);
    app.shows("Halva ra").keys("den<enter>").shows("Halva raden");
    assert!(app.signal().is_empty());
}
