//! Lines that were begun and not saved: each waits where it was written, and comes back there and nowhere else.

use std::path::{Path, PathBuf};

use tempfile::TempDir;
use vidpennan::model::id::MeetingId;
use vidpennan::store::{self, Store};
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, again, start_with};
use crate::support::at_once;
use crate::support::programme::programme;
use crate::support::room::{newest_of, options};

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
    app.shows("Halva ra").shows("hör till något borttaget");
}

#[test]
fn a_correction_that_is_begun_is_not_replaced_by_another() {
    let folder = tempfile::tempdir().unwrap();
    let (path, meetings) = programme_in(&folder);
    let mut app = start_with(open(&path), Place::Meeting(meetings[0]));
    app.keys("En<enter>Två<enter><f2> och mer<up><f2>").shows("och mer");
}

#[test]
fn a_form_that_is_half_filled_survives_a_closed_terminal_and_a_click_on_a_tab() {
    let folder = tempfile::tempdir().unwrap();
    let (path, meetings) = programme_in(&folder);
    let mut app = start_with(open(&path), Place::Tab(Tab::Meetings));
    app.keys("nDialogcafé<tab><right><tab><tab><tab>Kulturhuset");
    let mut app = reopened(&path, &mut app, Place::Meeting(meetings[0]));
    app.shows("✎ en halv rad väntar: formuläret ”Nytt möte”").keys("<c-n>");
    app.shows("Dialogcafé").shows("Kulturhuset").hides("‹ rundabordssamtal ›").hides("väntar");
    app.click("Bordssamtal").shows("väntar: formuläret ”Nytt möte”").keys("<c-n>").shows("Kulturhuset");
    app.keys("<enter>").shows("Dialogcafé").hides("väntar");
    assert!(app.signal().is_empty());
    // What is not filled in is not kept, nor what Escape has closed.
    let mut app = start_with(open(&path), Place::Tab(Tab::Meetings));
    app.keys("n");
    assert!(app.signal().is_empty());
    let mut app = start_with(open(&path), Place::Tab(Tab::Meetings));
    app.keys("nHalv<esc>");
    assert!(app.signal().is_empty());
}

#[test]
fn a_half_filled_form_comes_back_for_what_it_was_of_and_for_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let (path, meetings) = programme_in(&folder);
    let mut app = start_with(open(&path), Place::Tab(Tab::Meetings));
    app.keys("<home>e<tab><tab><tab><tab>Torget");
    let mut app = reopened(&path, &mut app, Place::Tab(Tab::Meetings));
    app.shows("formuläret ”Ändra möte").keys("<home><down>e").hides("Torget").keys("<esc>");
    // Another window has changed the same field meanwhile: it is said.
    let mut other = open(&path);
    let before = store::meeting::get(&other, meetings[0]).unwrap().unwrap();
    let after = vidpennan::model::Meeting { place: "Biblioteket".to_owned(), ..before.clone() };
    let before = vidpennan::ops::Seen::now(&other, before).unwrap();
    vidpennan::ops::edit_meeting(&mut other, &before, &after).unwrap();
    app.keys("<esc><home>e").shows("Torget").shows("Biblioteket").keys("<enter>");
    assert_eq!(store::meeting::get(&other, meetings[0]).unwrap().unwrap().place, "Torget");

    let mut app = start_with(open(&path), Place::Tab(Tab::FollowUp));
    app.keys("<home>aLena Ny");
    let entry = app.signal();
    let mut app = again(open(&path), Place::Tab(Tab::FollowUp), entry.clone());
    app.keys("<home><down>a").hides("Lena Ny").keys("<esc><home>a").shows("Lena Ny").keys("<esc>");
    // Of what is deleted the words are left at the pen.
    app.keys("<home>d<enter>");
    let mut app = again(open(&path), Place::Meeting(meetings[0]), entry);
    app.shows("✎  Lena Ny");
}

#[test]
fn a_half_correction_says_what_another_window_has_made_of_it_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let (path, meetings) = programme_in(&folder);
    let mut app = start_with(open(&path), Place::Meeting(meetings[0]));
    app.keys("<f2> och mer");
    let drafts = app.signal();
    let mut other = open(&path);
    let before = newest_of(&other, meetings[0]);
    at_once::edit_text(&mut other, before.id, &before.text, "Något helt annat").unwrap();
    let mut app = again(open(&path), Place::Meeting(meetings[0]), drafts);
    app.shows("och mer").shows("Något helt annat").keys("<enter>");
    assert!(newest_of(&other, meetings[0]).text.ends_with("och mer"), "{}", app.screen());
    // In a list, too.
    let mut app = start_with(open(&path), Place::Tab(Tab::FollowUp));
    app.keys("<home>e till");
    let drafts = app.signal();
    let first = newest_of(&other, meetings[1]);
    at_once::edit_text(&mut other, first.id, &first.text, "Ändrat av Bo").unwrap();
    let mut app = again(open(&path), Place::Tab(Tab::FollowUp), drafts);
    app.keys("<home>e").shows("till").shows("Ändrat av Bo");
    // A response.
    let mut app = start_with(open(&path), Place::Tab(Tab::Challenges));
    let edit = "<end>e<down><enter>";
    app.keys("<home><enter>Vi tar det<enter>").keys(edit).shows("Ändra återkopplingen").keys(" snart");
    let drafts = app.signal();
    let given = vidpennan::ops::line::latest_response(&other, meetings[1], None).unwrap().unwrap();
    vidpennan::ops::continue_response(&mut other, given.response.id, "i maj").unwrap();
    let mut app = again(open(&path), Place::Tab(Tab::Challenges), drafts);
    app.keys(edit)
        .shows("Vi tar det snart")
        .keys("<enter>")
        .shows("Vi tar det i maj")
        .shows("Vi tar det snart");
}

#[test]
fn a_half_line_that_is_saved_is_kept_beside_the_store_no_longer() {
    let folder = tempfile::tempdir().unwrap();
    let (path, meetings) = programme_in(&folder);
    let mut app = start_with(open(&path), Place::Meeting(meetings[0]));
    app.keys("! Halva ra");
    let mut app = reopened(&path, &mut app, Place::Meeting(meetings[0]));
    assert_eq!(app.saved_drafts().len(), 1);
    app.keys("den<enter>").shows("Halva raden");
    assert_eq!(app.saved_drafts(), []);
}

#[test]
fn the_name_of_a_view_and_of_the_scribe_wait_where_they_were_typed() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = programme_in(&folder);
    let mut app = start_with(open(&path), Place::Tab(Tab::FollowUp));
    app.keys("yDet som brådskar");
    let drafts = app.signal();
    let mut app = again(open(&path), Place::Tab(Tab::FollowUp), drafts);
    app.shows("Du höll på med: ").shows("Sparade vyer").keys("y").shows("Det som brådskar").keys("<enter>");
    app.shows("Vyn ”Det som brådskar” är sparad");
    assert_eq!(app.saved_drafts(), []);

    let mut app = start_with(open(&path), Place::Tab(Tab::Meetings));
    app.keys("<c-p>håller i pennan<enter><c-u><c-w>Siv Ek");
    let drafts = app.signal();
    assert_eq!(drafts.len(), 1, "{}", app.screen());
    let mut app = again(open(&path), Place::Tab(Tab::Meetings), drafts);
    app.keys("<c-p>håller i pennan<enter>").shows("Siv Ek");
}
