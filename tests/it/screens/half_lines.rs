//! Lines that were begun and not saved: each waits where it was written, and comes back there and nowhere else.

use std::path::{Path, PathBuf};

use tempfile::TempDir;
use vidpennan::model::id::MeetingId;
use vidpennan::store::{self, Store};
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, again, start_with};
use crate::support::at_once;
use crate::support::programme::programme;
use crate::support::room::options;

/// A programme in a file, and its meetings, the newest first.
fn programme_in(folder: &TempDir) -> (PathBuf, Vec<MeetingId>) {
    let path = folder.path().join("möten.db");
    let mut store = Store::open(&path, options()).unwrap();
    programme(&mut store);
    let meetings = store::meeting::list(&store).unwrap().into_iter().map(|meeting| meeting.id).collect();
    (path, meetings)
}

fn open(path: &Path) -> Store {
    Store::open(path, options()).unwrap()
}

/// The program is closed with its terminal and opened again.
fn reopened(path: &Path, app: &mut Driver, place: Place) -> Driver {
    let drafts = app.signal();
    again(open(path), place, drafts)
}

#[test]
fn a_half_line_stays_at_the_pen_of_its_meeting() {
    let folder = tempfile::tempdir().unwrap();
    let (path, meetings) = programme_in(&folder);
    let mut app = start_with(open(&path), Place::Meeting(meetings[0]));
    app.keys("! Halva ra").hides("väntar");
    app.keys("<a-1><down><enter>").shows("Framtidsveckan").hides("Halva ra");
    app.shows("✎ en halv rad väntar:").keys("Här<enter>").shows("Här").hides("Halva ra");
    app.keys("! Andra ra<a-1>")
        .shows("2 halva rader väntar")
        .keys("<up><enter>")
        .shows("! Halva ra")
        .hides("Andra ra");
    app.keys("den<enter>").shows("Halva raden").shows("en halv rad väntar");

    let mut app = reopened(&path, &mut app, Place::Meeting(meetings[0]));
    app.hides("Andra ra").shows("✎ en halv rad väntar: Framtidsveckan");
    let mut app = reopened(&path, &mut app, Place::Tab(Tab::Meetings));
    app.shows("✎ en halv rad väntar: Framtidsveckan")
        .keys("<down><enter>")
        .shows("! Andra ra")
        .hides("väntar");
    app.keys("d<enter>").shows("Andra rad");
    assert!(app.signal().is_empty());
}

#[test]
fn every_line_that_is_begun_survives_a_closed_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let (path, meetings) = programme_in(&folder);
    let mut app = start_with(open(&path), Place::Meeting(meetings[0]));
    // A line that is set aside under a correction, a response, and a promise.
    app.keys("Satt åt sid<f2> och mer");
    app.keys("<a-3><enter>Vi tar de").click("Imorgon!").keys("nJag sk").click("Bordssamtal");
    app.shows("2 halva rader väntar: återkoppling på U-1 · löfte i Nätverksträff");
    let mut app = reopened(&path, &mut app, Place::Meeting(meetings[0]));
    app.shows("och mer").shows("rättar Å-4").keys("<esc>").shows("Satt åt sid");
    app.keys("<a-3><down><enter>").hides("Vi tar de").keys("<esc><up><enter>").shows("Vi tar de");
    app.click("Imorgon!").keys("n").shows("Jag sk").shows("2 halva rader väntar");
}

#[test]
fn what_is_said_of_a_half_line_follows_the_language() {
    let folder = tempfile::tempdir().unwrap();
    let (path, meetings) = programme_in(&folder);
    let mut app = start_with(open(&path), Place::Meeting(meetings[0]));
    app.keys("! Halva ra<a-1>")
        .shows("en halv rad väntar")
        .keys("<c-p>språk<enter>")
        .shows("half a line waits");
}

#[test]
fn a_half_correction_comes_back_to_its_entry_and_to_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = programme_in(&folder);
    let mut app = start_with(open(&path), Place::Tab(Tab::FollowUp));
    app.keys("e halvt").shows("halvt");
    let mut app = reopened(&path, &mut app, Place::Tab(Tab::FollowUp));
    app.shows("✎ en halv rad väntar: ändring av").keys("<down>e").hides("halvt").keys("<esc>");
    app.keys("<up>e").shows("halvt").hides("väntar").keys("<enter>").shows("halvt");
    assert!(app.signal().is_empty());
}

#[test]
fn a_line_of_a_meeting_that_is_gone_is_kept_at_the_pen() {
    let folder = tempfile::tempdir().unwrap();
    let (path, meetings) = programme_in(&folder);
    let mut app = start_with(open(&path), Place::Meeting(meetings[1]));
    app.keys("Halva ra");
    let drafts = app.signal();
    at_once::delete_meeting(&mut open(&path), meetings[1]).unwrap();
    let mut app = again(open(&path), Place::Meeting(meetings[0]), drafts);
    app.shows("Halva ra").shows("hör till något som är borttaget");
}

#[test]
fn a_correction_that_is_begun_is_not_replaced_by_another() {
    let folder = tempfile::tempdir().unwrap();
    let (path, meetings) = programme_in(&folder);
    let mut app = start_with(open(&path), Place::Meeting(meetings[0]));
    app.keys("En<enter>Två<enter><f2> och mer<up><f2>").shows("och mer");
}
