//! An evening of follow-up at the keys: the promises are asked about, several get a status together, the list is
//! narrowed to one person and goes out as a text to mail, and an old meeting is closed.

use std::fs;

use vidpennan::model::{CommitmentStatus, Entry, Kind};
use vidpennan::store::Store;
use vidpennan::store::work::{self, Filter, WorkClass};
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, now, start_over};
use crate::support::programme::programme;

fn stored(app: &Driver, text: &str) -> Entry {
    let store = Store::reader(app.path(), now()).unwrap();
    let all = [WorkClass::Challenges, WorkClass::Owed].into_iter().flat_map(|class| {
        let filter = Filter { class, ..Filter::default() };
        work::list(&store, &filter, 0, 99).unwrap()
    });
    let mut all = all.map(|listed| listed.entry);
    all.find(|entry| entry.text.starts_with(text)).unwrap_or_else(|| panic!("{text} is nowhere"))
}

#[test]
fn an_evening_of_follow_up() {
    let mut app = start_over(Place::Tab(Tab::Meetings), programme);

    // The check-in: each promise of the latest meeting, one with a comment, one slip undone.
    app.keys("C").shows("Hur gick det?").keys("j").shows("2 av").keys("<c-z>").shows("1 av");
    app.keys("kMötet blev av i går<enter>j").shows("2 av").keys("i").shows("3 av").keys("f<esc>");
    assert_eq!(stored(&app, "Boka ett möte").kind, Kind::Commitment(CommitmentStatus::Done));
    assert_eq!(stored(&app, "Gå hem i tid").kind, Kind::Commitment(CommitmentStatus::Abandoned));
    assert_eq!(stored(&app, "Läsa på").kind, Kind::Commitment(CommitmentStatus::Continuous));

    // The challenges: two are answered together.
    app.keys("<a-3><home><space><space>r").keys("Det ses över i vår<enter>").shows("✓");
    let store = Store::reader(app.path(), now()).unwrap();
    let answered = Filter { class: WorkClass::Challenges, answered: Some(true), ..Filter::default() };
    assert_eq!(work::count(&store, &answered).unwrap(), 2);
    drop(store);

    // The list of one person: narrowed, two rows get a status together, and the rest is not touched.
    app.keys("<a-5>fåtgärder<enter>flena<enter>").shows("åtgärder · Lena Holm").hides("Se över lokalerna");
    app.keys("<home><space><space>").shows("2 markerade");
    app.keys("s<right><enter>").shows("2 inlägg: pågår");
    assert_eq!(stored(&app, "Boka chefsdag").kind.status_code(), Some("ongoing"));
    assert_eq!(stored(&app, "Fråga facket").kind.status_code(), Some("ongoing"));
    assert_eq!(stored(&app, "Se över").kind.status_code(), Some("new"));

    // What is left of it goes out as a text to mail, and is about nobody else.
    let folder = tempfile::tempdir().unwrap();
    app.keys("<esc>").keys("<c-x>").wait_for("Gäller").wait_till_gone("Läser …");
    for _ in 0..9 {
        if app.screen().contains("‹ Påminnelse att mejla ›") {
            break;
        }
        app.keys("<right>").wait_till_gone("Läser …");
    }
    app.shows("Påminnelse att mejla");
    if !app.screen().contains("● text") {
        app.click("○ text").wait_till_gone("Läser …");
    }
    app.click("Fil ").keys("<c-w><c-w><c-w><c-w><c-w><c-w><c-w><c-w>");
    app.paste(&folder.path().join("till Lena").display().to_string()).keys("<enter>");
    if app.screen().contains("innan det går ut") {
        app.keys("x");
    }
    app.shows("Skrivet").keys("<esc><esc>");
    let mail = fs::read_to_string(folder.path().join("till Lena.txt")).unwrap();
    for said in ["Boka chefsdag", "Fråga facket", "Lena"] {
        assert!(mail.contains(said), "{said} is not in:\n{mail}");
    }
    assert!(!mail.contains("Se över lokalerna") && !mail.contains("Fika"), "{mail}");

    // The old meeting is closed, after a question, and everything can be brought back.
    app.keys("<a-5>vfframtidsv<enter>").keys("<c-p>arkivera mötets<enter>").shows("Framtidsveckan?");
    app.keys("<enter>").shows("arkiverade");
    assert_eq!(stored(&app, "Fika").kind, Kind::Commitment(CommitmentStatus::Archived));
    app.keys("<c-z>");
    assert_eq!(stored(&app, "Fika").kind, Kind::Commitment(CommitmentStatus::Promised));
}
