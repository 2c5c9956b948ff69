//! Two windows on one file: a form or editor that was opened before somebody else wrote puts nothing old back, and no
//! text is replaced unasked.

use std::path::PathBuf;

use tempfile::TempDir;
use vidpennan::i18n::Lang;
use vidpennan::model::history::Entity;
use vidpennan::model::id::SectionId;
use vidpennan::model::{ChallengeStatus, Kind, Meeting, NoteKind, ResponseKind};
use vidpennan::ops::line::{LineTaker, NotTaken};
use vidpennan::ops::{self, Assignment, CapturePlace, Caught, MoveStep, Reply};
use vidpennan::report::Report;
use vidpennan::speech;
use vidpennan::store::change::NamedRecord;
use vidpennan::store::entry::By;
use vidpennan::store::work::{self, Filter, ListedWork, WorkClass};
use vidpennan::store::{self, Store};
use vidpennan::ui::place::{Place, Tab};

use crate::screens::import_screen::EMPTY;
use crate::support::app::{Driver, logged, start_with};
use crate::support::at_once;
use crate::support::programme::programme;
use crate::support::room::{newest_of, options};

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
    at_once::edit_meeting(&mut shared.other, &before, &after).unwrap();
    shared.app.looks().keys("<end> i februari<enter>");
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
    at_once::edit_section(&mut shared.other, &section, after).unwrap();
    shared.app.keys("<end> och kvällen<enter>").shows("Vardagen och kvällen");
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
    at_once::assign(&mut shared.other, entry.id, &before, &after).unwrap();
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
    ops::set_tags(&mut shared.other, &[entry.id], &[], &["stress".to_owned()]).unwrap();
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
    at_once::edit_text(&mut shared.other, entry.id, &entry.text, "Hur pratar vi om oro?").unwrap();
    shared.app.keys(EMPTY).keys("Hur pratar vi om sorg?<enter>").shows("Någon annan har ändrat texten");
    shared.app.shows("om oro?”").shows("om sorg?");
    assert_eq!(shared.work(WorkClass::Challenges, "Hur").entry.text, "Hur pratar vi om oro?");
    shared.app.keys("<enter>").hides("Någon annan");
    assert_eq!(shared.work(WorkClass::Challenges, "Hur").entry.text, "Hur pratar vi om sorg?");
}

#[test]
fn a_correction_at_the_pen_asks_before_it_replaces_a_newer_text() {
    let mut shared = shared(Tab::Meetings);
    shared.app.keys("<home><enter>").shows("Fråga facket").keys("<up><down><f2>").shows("rättar Å-4");
    let entry = shared.work(WorkClass::Actions, "Fråga facket").entry;
    at_once::edit_text(&mut shared.other, entry.id, &entry.text, "Fråga facket i maj").unwrap();
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
    at_once::edit_response(&mut shared.other, given, &reply("I april"), &reply("I maj")).unwrap();
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
        at_once::write_manuscript(&mut shared.other, meeting.0, report, before, text).unwrap();
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
    at_once::write_manuscript(&mut shared.other, meeting.0, Report::Statement, None, "Deras hemliga")
        .unwrap();
    shared.app.looks();
    let log = logged(|| {
        shared.app.keys("<c-q>").shows("Någon annan har ändrat");
    });
    assert_eq!(log, "");
}

/// The section with this heading of the newest meeting, taken away by the other program.
fn take_away(shared: &mut Shared, heading: &str) -> SectionId {
    let sections = store::section::list(&shared.other, shared.meeting().id).unwrap();
    let section = sections.iter().find(|section| section.heading == heading).unwrap().id;
    at_once::delete_section(&mut shared.other, section).unwrap();
    section
}

/// The newest entry, as it is on disk: its kind, its words and the heading over it.
fn newest(shared: &Shared) -> (Kind, String, String) {
    let entry = store::entry::latest(&shared.other, shared.meeting().id, By::Anyone).unwrap().unwrap();
    let section = store::section::get(&shared.other, entry.section).unwrap().unwrap();
    (entry.kind, entry.text, section.heading)
}

/// The live screen of a meeting with the sections "Tankar", "Utmaningar" and "Beslut", at the second.
fn at_challenges() -> Shared {
    let mut shared = shared(Tab::Meetings);
    let meeting = shared.meeting().id;
    for section in store::section::list(&shared.other, meeting).unwrap() {
        at_once::delete_section(&mut shared.other, section.id).unwrap();
    }
    shared.app.looks().keys("<home><enter># Tankar<enter># Utmaningar<enter># Beslut<enter><s-tab>");
    shared.app.shows("▌ Utmaningar");
    shared
}

#[test]
fn a_line_whose_section_is_taken_away_says_where_it_goes_and_stays_what_it_was() {
    let mut shared = at_challenges();
    shared.app.keys("Avtalen är").shows("utmaning");
    take_away(&mut shared, "Utmaningar");
    let said = "Avsnittet ”Utmaningar” finns inte längre. Raden hamnar under ”Beslut”.";
    shared.app.looks().shows(said).keys(" för långa").shows(said).shows("utmaning");
    // What goes to no section says nothing of one.
    shared.app.keys("<home>+ ").hides("finns inte längre").keys("<home><del><del>").shows(said);
    shared.app.keys("<end><enter>").hides("finns inte längre").shows("Avtalen är för långa");
    assert_eq!(newest(&shared), (Kind::CHALLENGE, "Avtalen är för långa".to_owned(), "Beslut".to_owned()));
    // The next line is begun where the pen is now.
    shared.app.keys("Vi fortsätter").shows("beslut").hides("utmaning").keys("<enter>");
    assert_eq!(newest(&shared), (Kind::Decision, "Vi fortsätter".to_owned(), "Beslut".to_owned()));
}

#[test]
fn a_section_that_is_taken_away_at_enter_leaves_the_line_in_the_pen() {
    let mut shared = at_challenges();
    shared.app.keys("Avtalen är för långa");
    take_away(&mut shared, "Utmaningar");
    let said = "Avsnittet ”Utmaningar” finns inte längre. Raden hamnar under ”Beslut”.";
    shared.app.keys("<enter>").shows(said);
    assert_eq!(shared.app.draft().as_deref(), Some("Avtalen är för långa"));
    // Whoever writes it may choose another section, or even let the last one go.
    shared.app.keys("<s-tab>").shows("▌ Tankar").hides("finns inte längre").shows("anteckning");
    take_away(&mut shared, "Tankar");
    take_away(&mut shared, "Beslut");
    shared.app.looks().shows("Avsnittet ”Tankar” finns inte längre.").shows("ett nytt avsnitt.");
    shared.app.keys("<enter>").hides("finns inte längre");
    let kept = "Avtalen är för långa".to_owned();
    assert_eq!(newest(&shared), (Kind::Note(NoteKind::Note), kept, "Anteckningar".to_owned()));
}

#[test]
fn a_line_that_is_set_aside_says_where_it_goes_when_it_comes_back() {
    let mut shared = at_challenges();
    shared.app.keys("Mörkt i parken<enter>Avtalen är").keys("<f2>").shows("rättar U-");
    take_away(&mut shared, "Utmaningar");
    shared.app.looks().hides("Raden hamnar").keys("<esc>").shows("Avtalen är");
    shared.app.shows("Avsnittet ”Utmaningar” finns inte längre. Raden hamnar under ”Beslut”.");
}

#[test]
fn a_line_whose_meeting_is_taken_away_says_where_it_goes() {
    for looks in [true, false] {
        let mut shared = at_challenges();
        let meeting = shared.meeting();
        shared.app.keys("Avtalen är");
        at_once::delete_meeting(&mut shared.other, meeting.id).unwrap();
        if looks {
            shared.app.looks()
        } else {
            shared.app.keys("<enter>")
        };
        let next = shared.meeting().title;
        let said = format!("Mötet ”{}” finns inte längre. Raden hamnar i ”{next}”.", meeting.title);
        shared.app.shows(&said).shows("utmaning").keys("<enter>").hides("finns inte längre");
        let (kind, text, _) = newest(&shared);
        assert_eq!((kind, text.as_str()), (Kind::CHALLENGE, "Avtalen är"));
    }
}

#[test]
fn no_pen_writes_where_nobody_sees_it() {
    let mut shared = at_challenges();
    let meeting = shared.meeting().id;
    let mut taker = LineTaker::at(&shared.other, meeting, Lang::Sv.words()).unwrap();
    taker.go_to(&shared.other, "Utmaningar").unwrap();
    let gone = take_away(&mut shared, "Utmaningar");
    let why = taker.take(&mut shared.other, "Avtalen är för långa").unwrap_err();
    let said = "Avsnittet ”Utmaningar” finns inte längre. Skriv raden igen, så hamnar den under ”Beslut”.";
    assert_eq!(speech::not_taken(&why, taker.words).to_string(), said);
    taker.take(&mut shared.other, "Avtalen är för långa").unwrap();
    assert_eq!(newest(&shared).2, "Beslut");
    let at = CapturePlace { meeting, section: gone, table: None, round: None };
    let caught = Caught { text: "Mörkt".to_owned(), ..Caught::default() };
    assert!(ops::capture(&mut shared.other, at, caught).is_err());
}

#[test]
fn a_pen_whose_meeting_is_taken_away_says_where_it_goes() {
    let mut shared = at_challenges();
    let meeting = shared.meeting();
    let words = Lang::Sv.words();
    let pens = ["Avtalen är för långa", "# Nytt", "/avsnitt Utmaningar", "= svar"]
        .map(|line| (line, LineTaker::at(&shared.other, meeting.id, words).unwrap()));
    at_once::delete_meeting(&mut shared.other, meeting.id).unwrap();
    let next = shared.meeting();
    for (line, mut taker) in pens {
        assert!(taker.take(&mut shared.other, "/bord 3").is_ok());
        let why = taker.take(&mut shared.other, line).unwrap_err();
        let said = format!(
            "Mötet ”{}” finns inte längre. Skriv raden igen, så hamnar den i ”{}”.",
            meeting.title, next.title
        );
        assert_eq!(speech::not_taken(&why, words).to_string(), said, "{line}");
        assert_eq!(taker.meeting, next.id);
        let taken = taker.take(&mut shared.other, line);
        assert!(
            !matches!(taken, Err(NotTaken::MeetingGone { .. } | NotTaken::Refused(_))),
            "{line}: {taken:?}"
        );
    }
    assert_eq!(newest(&shared).1, "Avtalen är för långa");
    at_once::delete_meeting(&mut shared.other, next.id).unwrap();
    let mut taker = LineTaker::at(&shared.other, next.id, words).unwrap();
    let why = taker.take(&mut shared.other, "Rad").unwrap_err();
    assert!(speech::not_taken(&why, words).to_string().ends_with("Börja ett nytt med /nytt möte."));
}

#[test]
fn a_promise_whose_meeting_is_taken_away_goes_where_it_says() {
    let mut shared = at_challenges();
    let meeting = shared.meeting();
    shared.app.keys("<a-4><left>nRinga Åsa");
    at_once::delete_meeting(&mut shared.other, meeting.id).unwrap();
    shared
        .app
        .keys("<enter>")
        .shows("finns inte längre. Skriv raden igen")
        .shows("Ringa Åsa")
        .keys("<enter>");
    let (kind, text, heading) = newest(&shared);
    assert_eq!((kind, text.as_str()), (Kind::COMMITMENT, "Ringa Åsa"));
    assert_eq!(heading, "Det här ska jag göra imorgon!");
}

#[test]
fn a_promise_whose_section_is_taken_away_stays_in_its_line() {
    let mut shared = at_challenges();
    shared.app.keys("<a-4><left>nRinga Åsa");
    take_away(&mut shared, "Beslut");
    shared.app.keys("<enter>").shows("”Beslut” finns inte längre").shows("Ringa Åsa").keys("<enter>");
    assert_eq!(newest(&shared).1, "Ringa Åsa");
    assert_eq!(newest(&shared).2, "Utmaningar");
}

#[test]
fn words_for_an_entry_whose_section_is_taken_away_stay_in_the_pen() {
    for line in ["+ och dyra", "s/Avtalen/Alla avtal/", "= vi ser över det"] {
        let mut shared = at_challenges();
        shared.app.keys("Avtalen är långa<enter>").keys(line);
        let id = shared.work(WorkClass::Challenges, "Avtalen är långa").entry.id;
        take_away(&mut shared, "Utmaningar");
        shared.app.looks().keys("<enter><esc>");
        assert_eq!(shared.app.draft().as_deref(), Some(line));
        let named = store::change::named(&shared.other, Entity::Entry, id.0).unwrap();
        let Some(NamedRecord::Entry(entry)) = named else { panic!("{named:?}") };
        assert_eq!(entry.text, "Avtalen är långa");
        assert_eq!(store::response::to(&shared.other, id).unwrap(), []);
    }
}

/// Walks to the row that begins with this number.
fn choose(app: &mut Driver, number: &str) {
    while !app.screen().contains(&format!("▌   {number}")) {
        app.keys("<down>");
    }
}

#[test]
fn a_status_that_was_not_chosen_is_left_as_it_is() {
    for (comment, checks) in [("", 0), ("frågat Bo", 1)] {
        let mut shared = shared(Tab::Challenges);
        let entry = shared.work(WorkClass::Challenges, "Hur pratar vi").entry;
        choose(&mut shared.app, "U-4");
        shared.app.keys("s").shows("Status");
        let solved = Kind::Challenge(ChallengeStatus::Solved);
        ops::set_status(&mut shared.other, entry.id, solved).unwrap();
        shared.app.keys("<tab>").keys(comment).keys("<enter>");
        assert_eq!(shared.work(WorkClass::Challenges, "Hur pratar vi").entry.kind, solved, "{comment:?}");
        let made = store::follow_up::list(&shared.other, entry.id).unwrap();
        assert_eq!(made.len(), checks);
        assert!(made.iter().all(|check| check.outcome == solved && check.comment == comment), "{made:?}");
    }
}

#[test]
fn what_was_asked_about_is_what_is_deleted_or_edited() {
    for (key, shown) in [("d", "finns inte längre"), ("e", "finns inte längre")] {
        let mut shared = shared(Tab::Challenges);
        let reply = Reply { kind: ResponseKind::Answer, text: "I april".to_owned(), due: None };
        let ids =
            ["Avtalen", "Hur pratar vi"].map(|begins| shared.work(WorkClass::Challenges, begins).entry.id);
        ops::answer(&mut shared.other, &ids, &reply).unwrap();
        shared.app.looks();
        choose(&mut shared.app, "U-1");
        shared.app.keys(key).shows("▌ Avtalen är för långa");
        at_once::delete_entries(&mut shared.other, &ids[..1]).unwrap();
        shared.app.looks().keys("<enter>").shows(shown);
        assert!(store::entry::get(&shared.other, ids[1]).unwrap().is_some());
    }
}

#[test]
fn what_another_window_writes_while_the_question_is_open_is_not_deleted_with_the_rest() {
    let mut shared = shared(Tab::Meetings);
    let meeting = shared.meeting();
    let place = |shared: &Shared| {
        let section = store::section::list(&shared.other, meeting.id).unwrap().remove(0).id;
        CapturePlace { meeting: meeting.id, section, table: None, round: None }
    };
    let line = |text: &str| Caught { text: text.to_owned(), ..Caught::default() };
    shared.app.keys("<home><c-d>").shows("följer med");
    let at = place(&shared);
    ops::capture(&mut shared.other, at, line("Skriven medan frågan stod öppen")).unwrap();
    shared.app.keys("<enter>").shows("Någon har skrivit mer där i ett annat fönster");
    assert_eq!(shared.meeting().id, meeting.id);

    shared.app.looks().keys("<esc>").keys("a").shows("▌ Vardagen").keys("<c-d>").shows("följer med");
    ops::capture(&mut shared.other, at, line("Också då")).unwrap();
    shared.app.keys("<enter>").shows("Någon har skrivit mer där i ett annat fönster");
    assert_eq!(place(&shared).section, at.section);
    shared.app.looks().keys("<esc><c-d><enter>").hides("Vardagen");
    assert_ne!(place(&shared).section, at.section);
}

#[test]
fn no_text_of_a_form_is_replaced_unasked() {
    let mut shared = shared(Tab::Meetings);
    let before = shared.meeting();
    shared.app.keys("<home>e").shows("Nätverksträff").keys("<tab><tab><tab><tab>").keys(EMPTY).keys("Stora");
    let after = Meeting { place: "Folkets hus".to_owned(), ..before.clone() };
    at_once::edit_meeting(&mut shared.other, &before, &after).unwrap();
    shared.app.looks().keys("<enter>").shows("Någon annan har ändrat texten").shows("Nu står det: ”Folkets");
    assert_eq!(shared.meeting().place, "Folkets hus");
    shared.app.keys("<enter>").hides("Någon annan");
    assert_eq!(shared.meeting().place, "Stora");

    let section = store::section::list(&shared.other, before.id).unwrap().remove(0);
    shared.app.keys("a<enter>").shows("Vardagen").keys("<tab><tab>Kort och gott");
    let intro = vec!["Hur har ni det?".to_owned(), "Berätta.".to_owned()];
    let after = vidpennan::model::Section { intro: intro.clone(), ..section.clone() };
    at_once::edit_section(&mut shared.other, &section, after).unwrap();
    shared.app.looks().keys("<enter>").shows("Någon annan har ändrat texten").shows("det? / Berätta.”");
    let intro_now = |shared: &Shared| store::section::get(&shared.other, section.id).unwrap().unwrap().intro;
    assert_eq!(intro_now(&shared), intro);
    shared.app.keys("<enter>").hides("Någon annan");
    assert_eq!(intro_now(&shared), ["Kort och gott"]);
}

#[test]
fn no_owner_is_replaced_unasked_and_no_deleted_response_comes_back() {
    let mut shared = shared(Tab::FollowUp);
    while !shared.app.screen().contains("▌   Å-4") {
        shared.app.keys("<down>");
    }
    shared.app.keys("a").shows("Ansvarig");
    let entry = shared.work(WorkClass::Actions, "Fråga facket").entry;
    let before = Assignment::of(&entry);
    let after = Assignment { owner: Some("Eva Al".to_owned()), ..before.clone() };
    at_once::assign(&mut shared.other, entry.id, &before, &after).unwrap();
    shared.app.looks().keys(EMPTY).keys("Bo Ek<enter>").shows("Någon annan har ändrat").shows("Eva Al");
    let owner = |shared: &Shared| shared.work(WorkClass::Actions, "Fråga facket").entry.owner;
    assert_eq!(owner(&shared).as_deref(), Some("Eva Al"));
    shared.app.keys("<enter><enter>").hides("Någon annan har ändrat");
    assert_eq!(owner(&shared).as_deref(), Some("Bo Ek"));

    let challenge = shared.work(WorkClass::Challenges, "Avtalen").entry.id;
    let reply = Reply { kind: ResponseKind::Answer, text: "I april".to_owned(), due: None };
    let response = ops::answer(&mut shared.other, &[challenge], &reply).unwrap().value;
    let seen = ops::Seen::now(&shared.other, reply.clone()).unwrap();
    let held = store::held(&shared.other).unwrap();
    ops::delete_response(&mut shared.other, response, &[challenge], &held).unwrap();
    let edited = Reply { text: "I maj".to_owned(), ..reply };
    let refused = ops::edit_response(&mut shared.other, response, &seen, &edited).unwrap_err();
    assert!(matches!(refused, ops::Refused::Store(store::StoreError::NotFound(Entity::Response))));
    assert_eq!(store::response::shown(&shared.other, response).unwrap(), None);
}

#[test]
fn a_section_is_gone_to_by_what_it_is_and_not_by_its_place() {
    let mut shared = at_challenges();
    shared.app.keys("/avsnitt<enter>").shows("▌ Utmaningar").keys("<down>").shows("▌ Beslut");
    let sections = store::section::list(&shared.other, shared.meeting().id).unwrap();
    ops::move_section(&mut shared.other, sections[2].id, MoveStep::Up).unwrap();
    shared.app.looks().keys("<enter>Vi fortsätter<enter>");
    assert_eq!(newest(&shared).2, "Beslut");
}

#[test]
fn the_list_of_sections_keeps_its_choice() {
    let mut shared = shared(Tab::Meetings);
    let section = store::section::list(&shared.other, shared.meeting().id).unwrap().remove(1);
    assert_eq!(section.heading, "Utmaningar");
    shared.app.keys("<home>a<down>").shows("▌ Utmaningar");
    ops::move_section(&mut shared.other, section.id, MoveStep::Up).unwrap();
    shared.app.looks().shows("▌ Utmaningar").keys("e<end> nu<enter>").shows("▌ Utmaningar nu");
    shared
        .app
        .keys("<a-down><a-down>")
        .shows("▌ Utmaningar nu")
        .keys("<a-down><a-down>")
        .shows("▌ Utmaningar nu");
    let last = store::section::list(&shared.other, shared.meeting().id).unwrap().pop().unwrap();
    assert_eq!(last.id, section.id);
}

#[test]
fn nothing_personal_goes_out_that_was_not_in_the_list() {
    let mut shared = shared(Tab::Meetings);
    let folder = tempfile::tempdir().unwrap();
    let met = shared.meeting().id;
    let mut taker = LineTaker::at(&shared.other, met, Lang::Sv.words()).unwrap();
    taker.take(&mut shared.other, "Skriv till anna.ek@exempel.se").unwrap();
    shared.app.size(140, 60).looks().keys("<home>x").wait_for("anna.ek@exempel.se").wait_till_gone("Läser …");
    shared.app.click("Fil ").keys(EMPTY).paste(&folder.path().join("ut").display().to_string());
    shared.app.keys("<enter>").shows("╭─ 3 saker att titta på");
    taker.take(&mut shared.other, "Ring 070-123 45 67").unwrap();
    shared.app.looks().wait_for("070-123 45 67").keys("x").shows("╭─ 4 saker att titta på");
    assert_eq!(folder.path().read_dir().unwrap().count(), 0);
    shared.app.keys("x").wait_for("Skrivet: ");
}

#[test]
fn a_line_of_another_window_takes_no_key_that_was_meant_for_ones_own() {
    let mut shared = shared(Tab::RoundTable);
    let met = shared.meeting().id;
    shared.app.keys("Min rad<enter>").shows("▌ >> Min rad");
    let section = newest_of(&shared.other, met).section;
    let mut taker = LineTaker::in_section(met, Some(section), Lang::Sv.words());
    taker.take(&mut shared.other, "- Någon annans rad").unwrap();
    shared.app.looks().shows("Någon annans rad").shows("▌ >> Min rad").keys("<f2>").shows("rättar Å-5");
    // Nor do more words for it, or a correction, lead to the other line.
    shared.app.keys("<esc>+ och mer<enter>").shows("▌ >> Min rad och mer");
    shared.app.keys("s/mer/annat/<enter>").shows("▌ >> Min rad och annat");
    shared.app.keys("<c-d>").shows("Å-5 är borttagen").shows("Någon annans rad").keys("<c-z>");
    // The next line is the newest again, and whoever only looks on sees what comes in.
    shared.app.keys("Ny rad<enter>").shows("▌ >> Ny rad");
    for nth in 0..7 {
        taker.take(&mut shared.other, &format!("Rad {nth}")).unwrap();
        shared.app.looks();
    }
    shared.app.shows("Rad 6").shows("▌ >> Rad 6");
}
