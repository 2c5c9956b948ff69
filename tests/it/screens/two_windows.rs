//! Two windows on one file: a form or editor that was opened before somebody else wrote puts nothing old back, and no
//! text is replaced unasked.

use std::path::PathBuf;

use tempfile::TempDir;
use vidpennan::model::Meeting;
use vidpennan::ops::{self, Assignment, Reply};
use vidpennan::report::Report;
use vidpennan::store::work::{self, Filter, ListedWork, WorkClass};
use vidpennan::store::{self, Store};
use vidpennan::ui::place::{Place, Tab};

use crate::screens::import_screen::EMPTY;
use crate::support::app::{Driver, logged, start_with};
use crate::support::programme::programme;
use crate::support::room::options;

/// A programme in a file, open in a window and in another program.
struct Shared {
    app: Driver,
    other: Store,
    _folder: TempDir,
}

fn shared(tab: Tab) -> Shared {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("möten.db");
    let mut other = Store::open(&path, options()).unwrap();
    programme(&mut other);
    let app = start_with(Store::open(&path, options()).unwrap(), Place::Tab(tab));
    Shared { app, other, _folder: folder }
}

impl Shared {
    /// The newest meeting, as it is on disk.
    fn meeting(&self) -> Meeting {
        store::meeting::list(&self.other).unwrap().remove(0)
    }

    /// The work of a class that begins so, as it is on disk.
    fn work(&self, class: WorkClass, begins: &str) -> ListedWork {
        let all = work::list(&self.other, &Filter { class, ..Filter::default() }, 0, 50).unwrap();
        all.into_iter().find(|work| work.entry.text.starts_with(begins)).unwrap()
    }
}

#[test]
fn a_form_writes_only_what_was_changed_in_it() {
    let mut shared = shared(Tab::Meetings);
    let before = shared.meeting();
    shared.app.keys("<home>e").shows("Nätverksträff");
    let after = Meeting { place: "Biblioteket".to_owned(), tables: 7, ..before.clone() };
    ops::edit_meeting(&mut shared.other, &before, &after).unwrap();
    shared.app.looks().keys(" i februari<enter>");
    let meeting = shared.meeting();
    assert_eq!(meeting.title, "Nätverksträff i februari");
    assert_eq!((meeting.place.as_str(), meeting.tables), ("Biblioteket", 7));
}

#[test]
fn a_section_and_an_assignment_keep_what_somebody_else_has_set() {
    let mut shared = shared(Tab::Meetings);
    let section = store::section::list(&shared.other, shared.meeting().id).unwrap().remove(0);
    shared.app.keys("<home>a<enter>").shows("Vardagen");
    let intro = vec!["Hur har ni det?".to_owned()];
    let after = vidpennan::model::Section { intro: intro.clone(), ..section.clone() };
    ops::edit_section(&mut shared.other, &section, after).unwrap();
    shared.app.keys(" och kvällen<enter>").shows("Vardagen och kvällen");
    let section = store::section::get(&shared.other, section.id).unwrap().unwrap();
    assert_eq!((section.heading.as_str(), section.intro), ("Vardagen och kvällen", intro));

    shared.app.keys("<esc>5").shows("Försenat");
    while !shared.app.screen().contains("▌   Å-4") {
        shared.app.keys("<down>");
    }
    shared.app.keys("a").shows("Ansvarig");
    let entry = shared.work(WorkClass::Actions, "Fråga facket").entry;
    let before = Assignment::of(&entry);
    let after = Assignment { owner: Some("Bo Ek".to_owned()), ..before.clone() };
    ops::assign(&mut shared.other, entry.id, &before, after).unwrap();
    shared.app.keys("<tab>2026-06-15<enter>");
    let entry = shared.work(WorkClass::Actions, "Fråga facket").entry;
    assert_eq!(entry.owner.as_deref(), Some("Bo Ek"));
    assert_eq!(entry.due.unwrap().iso(), "2026-06-15");
}

#[test]
fn tags_of_both_are_kept() {
    let mut shared = shared(Tab::Challenges);
    let entry = shared.work(WorkClass::Challenges, "Hur pratar vi").entry;
    while !shared.app.screen().contains("▌   U-4") {
        shared.app.keys("<down>");
    }
    shared.app.keys("l").shows("Etiketter på U-4");
    ops::set_tags(&mut shared.other, entry.id, &[], &["stress".to_owned()]).unwrap();
    shared.app.keys("samtal<enter>");
    assert_eq!(shared.work(WorkClass::Challenges, "Hur pratar vi").entry.tags, ["samtal", "stress"]);
}

#[test]
fn a_newer_text_is_shown_before_it_is_replaced() {
    let mut shared = shared(Tab::Challenges);
    let entry = shared.work(WorkClass::Challenges, "Hur pratar vi").entry;
    while !shared.app.screen().contains("▌   U-4") {
        shared.app.keys("<down>");
    }
    shared.app.keys("e").shows("Hur pratar vi");
    ops::edit_text(&mut shared.other, entry.id, &entry.text, "Hur pratar vi om oro?").unwrap();
    shared.app.keys(EMPTY).keys("Hur pratar vi om sorg?<enter>").shows("Någon annan har ändrat texten");
    shared.app.shows("vi om oro?”").shows("om sorg?");
    assert_eq!(shared.work(WorkClass::Challenges, "Hur").entry.text, "Hur pratar vi om oro?");
    shared.app.keys("<enter>").hides("Någon annan");
    assert_eq!(shared.work(WorkClass::Challenges, "Hur").entry.text, "Hur pratar vi om sorg?");
}

#[test]
fn a_correction_at_the_pen_asks_before_it_replaces_a_newer_text() {
    let mut shared = shared(Tab::Meetings);
    shared.app.keys("<home><enter>").shows("Fråga facket").keys("<up><down><f2>").shows("rättar Å-4");
    let entry = shared.work(WorkClass::Actions, "Fråga facket").entry;
    ops::edit_text(&mut shared.other, entry.id, &entry.text, "Fråga facket i maj").unwrap();
    shared.app.looks().keys(" och HR<enter>").shows("Någon annan har ändrat texten");
    assert_eq!(shared.work(WorkClass::Actions, "Fråga").entry.text, "Fråga facket i maj");
    shared.app.keys("<enter>").hides("rättar");
    assert_eq!(shared.work(WorkClass::Actions, "Fråga").entry.text, "Fråga facket och HR");
}

#[test]
fn a_response_is_not_replaced_unasked() {
    let mut shared = shared(Tab::Challenges);
    let entry = shared.work(WorkClass::Challenges, "Hur pratar vi").entry;
    let reply =
        |text: &str| Reply { kind: vidpennan::model::ResponseKind::Answer, text: text.to_owned(), due: None };
    let given = ops::answer(&mut shared.other, &[entry.id], &reply("I april")).unwrap().value;
    shared.app.looks();
    while !shared.app.screen().contains("▌   U-4") {
        shared.app.keys("<down>");
    }
    shared.app.keys("e<down><enter>").shows("I april");
    ops::edit_response(&mut shared.other, given, &reply("I april"), &reply("I maj")).unwrap();
    shared.app.keys(" kanske<enter>").shows("Någon annan har ändrat texten").shows("”I maj”").keys("<esc>");
    let text = |shared: &Shared| store::response::get(&shared.other, given).unwrap().unwrap().text;
    assert_eq!(text(&shared), "I maj");
    shared.app.shows("I april kanske").keys("<enter>");
    assert_eq!(text(&shared), "I april kanske");
}

#[test]
fn an_open_report_takes_a_newer_text_or_asks() {
    let mut shared = shared(Tab::Meetings);
    let meeting = shared.meeting().id;
    shared.app.keys("<home>x").wait_for("Hur pratar vi").keys("<right><right><right><right>");
    shared.app.wait_for("Sammanfattning").wait_till_gone("Läser …").keys("<c-e>").shows("luckor kvar");
    let write = |shared: &mut Shared, before: Option<&str>, text: &str| {
        let report = Report::Statement;
        ops::write_manuscript(&mut shared.other, meeting.0, report, before, text).unwrap();
        shared.app.looks();
    };
    write(&mut shared, None, "# Läget i mars");
    shared.app.shows("# Läget i mars").shows("· sparat").keys("<c-end> är gott");
    write(&mut shared, Some("# Läget i mars"), "# Läget i maj");
    shared.app.shows("# Läget i mars är gott").shows("ändrad av någon annan");
    shared.app.keys("<c-s>").shows("Skriva över det som någon annan har sparat?").keys("<esc>");
    let stored = |shared: &Shared| {
        store::manuscript::of(&shared.other, meeting.0, Report::Statement).unwrap().unwrap().text
    };
    assert_eq!(stored(&shared), "# Läget i maj");
    // Nor is it replaced by going elsewhere: one stays, and sees why.
    shared.app.click("1 Möten").shows("Någon annan har ändrat texten").keys("<esc>");
    shared.app.shows("# Läget i mars är gott").keys("<c-q>").shows("Någon annan har ändrat").keys("<esc>");
    assert_eq!(shared.app.ending(), None);
    assert_eq!(stored(&shared), "# Läget i maj");
    shared.app.keys("<c-s><enter>").hides("någon annan");
    assert_eq!(stored(&shared), "# Läget i mars är gott");
}

#[test]
fn no_text_of_a_meeting_goes_to_the_technical_log() {
    let mut shared = shared(Tab::Meetings);
    let meeting = shared.meeting().id;
    shared.app.keys("<home>x").wait_for("Hur pratar vi").keys("<right><right><right><right>");
    shared.app.wait_for("Sammanfattning").wait_till_gone("Läser …").keys("<c-e>").shows("luckor kvar");
    shared.app.keys("mitt");
    ops::write_manuscript(&mut shared.other, meeting.0, Report::Statement, None, "Deras hemliga").unwrap();
    shared.app.looks();
    let log = logged(|| {
        shared.app.keys("<c-q>").shows("Någon annan har ändrat");
    });
    assert_eq!(log, "");
}
