//! Another laptop's rows come while an editor, a form or a question is open: what was not changed there is not written,
//! where both wrote both are kept, and what nobody had seen is not deleted.

use tempfile::TempDir;
use uuid::Uuid;
use vidpennan::model::history::Value;
use vidpennan::model::id::{EntryId, ManuscriptId};
use vidpennan::model::{Meeting, ResponseKind, Section, SectionKind, Signature};
use vidpennan::ops::{self, Assignment, CapturePlace, Caught, NewSection, PersonDetails, Reply};
use vidpennan::report::Report;
use vidpennan::store::work::{self, Filter, ListedWork, WorkClass};
use vidpennan::store::{self, Store};
use vidpennan::ui::place::{Place, Tab};

use crate::screens::import_screen::EMPTY;
use crate::support::app::{Driver, start_with};
use crate::support::at_once;
use crate::support::programme::programme;
use crate::support::room::{Checked, options};

/// A programme that is open in a window here, and on another laptop that has all of it.
struct Joined {
    app: Driver,
    /// A connection of its own to the file here.
    here: Store,
    there: Checked,
    folder: TempDir,
}

fn joined(tab: Tab) -> Joined {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("möten.db");
    let mut here = Store::open(&path, options()).unwrap();
    programme(&mut here);
    let mut there = Store::in_memory(options()).unwrap();
    there.apply(&store::log::beyond(&here, &[]).unwrap()).unwrap();
    let app = start_with(Store::open(&path, options()).unwrap(), Place::Tab(tab));
    Joined { app, here, there: there.into(), folder }
}

impl Joined {
    /// What the other laptop has written comes here.
    fn come(&mut self) {
        let known = store::log::last(&self.here).unwrap();
        let applied = self.here.apply(&store::log::beyond(&self.there, &known).unwrap()).unwrap();
        assert!(applied.rows > 0 && applied.wanted.is_empty() && applied.forks.is_empty());
        self.app.looks();
    }

    /// What was written here comes to the other laptop, which shows the same then.
    fn go(&mut self) {
        let known = store::log::last(&self.there).unwrap();
        self.there.apply(&store::log::beyond(&self.here, &known).unwrap()).unwrap();
        assert_eq!(store::rebuild::state(&self.here).unwrap(), store::rebuild::state(&self.there).unwrap());
    }

    /// The newest meeting, as it is on disk here.
    fn meeting(&self) -> Meeting {
        store::meeting::list(&self.here).unwrap().remove(0)
    }

    fn section(&self, heading: &str) -> Section {
        let sections = store::section::list(&self.here, self.meeting().id).unwrap();
        sections.into_iter().find(|section| section.heading == heading).unwrap()
    }

    /// The challenge that begins so, as it is on disk here.
    fn challenge(&self, begins: &str) -> ListedWork {
        listed(&self.here, WorkClass::Challenges, begins).unwrap()
    }

    /// Walks to the row that begins so.
    fn walk_to(&mut self, row: &str) {
        while !self.app.screen().contains(row) {
            self.app.keys("<down>");
        }
    }

    /// How many texts of a record lost to another that was written at the same time.
    fn conflicts(&self, id: Uuid) -> usize {
        let id = format!("{:?}", Value::Id(id));
        let state = store::rebuild::state(&self.here).unwrap();
        state.iter().filter(|line| line.starts_with("conflict ") && line.contains(&id)).count()
    }

    /// The cells of a record that were written, in their order.
    fn written(&self, id: Uuid) -> Vec<String> {
        store::history::of(&self.here, id).unwrap().into_iter().map(|change| change.field).collect()
    }
}

fn listed(store: &Store, class: WorkClass, begins: &str) -> Option<ListedWork> {
    let all = work::list(store, &Filter { class, ..Filter::default() }, 0, 50).unwrap();
    all.into_iter().find(|work| work.entry.text.starts_with(begins))
}

fn reply(text: &str) -> Reply {
    Reply { kind: ResponseKind::Answer, text: text.to_owned(), due: None }
}

#[test]
fn a_text_that_comes_while_another_is_written_is_kept_beside_it() {
    let mut joined = joined(Tab::Challenges);
    let entry = joined.challenge("Hur pratar vi").entry;
    joined.walk_to("▌   U-4");
    joined.app.keys("e").shows("Hur pratar vi");
    at_once::edit_text(&mut joined.there, entry.id, &entry.text, "Hur pratar vi om oro?").unwrap();
    joined.come();
    joined.app.keys(EMPTY).keys("Hur pratar vi om sorg?<enter>").hides("Någon annan har ändrat");
    assert_eq!(joined.challenge("Hur").entry.text, "Hur pratar vi om sorg?");
    assert_eq!(joined.conflicts(entry.id.0), 1, "the other text is kept");
    joined.go();

    // Once it has been seen it is replaced without more ado.
    joined.app.keys("e<end>!<enter>");
    assert_eq!(joined.challenge("Hur").entry.text, "Hur pratar vi om sorg?!");
    joined.go();
}

#[test]
fn an_editor_that_was_left_as_it_was_writes_nothing() {
    let mut joined = joined(Tab::Challenges);
    let entry = joined.challenge("Hur pratar vi").entry;
    joined.walk_to("▌   U-4");
    joined.app.keys("e").shows("Hur pratar vi");
    at_once::edit_text(&mut joined.there, entry.id, &entry.text, "Hur pratar vi om oro?").unwrap();
    joined.come();
    joined.app.keys("<enter>");
    assert_eq!(joined.challenge("Hur").entry.text, "Hur pratar vi om oro?");
    assert_eq!(
        (joined.written(entry.id.0), joined.conflicts(entry.id.0)),
        (vec![String::new(), "text".to_owned()], 0)
    );
}

#[test]
fn what_is_corrected_at_the_pen_and_elsewhere_is_kept_twice() {
    let mut joined = joined(Tab::Meetings);
    joined.app.keys("<home><enter>").shows("Fråga facket").keys("<up><down><f2>").shows("rättar Å-4");
    let entry = listed(&joined.here, WorkClass::Actions, "Fråga facket").unwrap().entry;
    at_once::edit_text(&mut joined.there, entry.id, &entry.text, "Fråga facket i maj").unwrap();
    joined.come();
    joined.app.keys(" och HR<enter>").hides("rättar");
    let entry = listed(&joined.here, WorkClass::Actions, "Fråga").unwrap().entry;
    assert_eq!((entry.text.as_str(), joined.conflicts(entry.id.0)), ("Fråga facket och HR", 1));
    joined.go();
}

#[test]
fn a_form_writes_what_was_changed_in_it_beside_what_has_come() {
    let mut joined = joined(Tab::Meetings);
    let before = joined.meeting();
    // Names that the form cannot show as they are.
    let signoff = vec![Signature { name: "Eva Ek".to_owned(), role: "ordförande; sekreterare".to_owned() }];
    let before_signoff = Meeting { signoff: signoff.clone(), ..before.clone() };
    at_once::edit_meeting(&mut joined.here, &before, &before_signoff).unwrap();
    joined.go();
    joined.app.looks().keys("<home>e").shows("Nätverksträff");
    let before = joined.meeting();
    let after = Meeting { place: "Biblioteket".to_owned(), title: "Träffen".to_owned(), ..before.clone() };
    at_once::edit_meeting(&mut joined.there, &before, &after).unwrap();
    joined.come();
    joined.app.keys("<end> i februari<enter>");
    let meeting = joined.meeting();
    assert_eq!((meeting.title.as_str(), meeting.place.as_str()), ("Nätverksträff i februari", "Biblioteket"));
    assert_eq!(meeting.signoff, signoff);
    assert_eq!(joined.conflicts(meeting.id.0), 1, "the other title is kept");
    assert_eq!(joined.written(meeting.id.0), ["", "signoff", "title", "place", "title"]);
    joined.go();
}

#[test]
fn a_section_and_an_assignment_are_written_beside_what_has_come() {
    let mut joined = joined(Tab::Meetings);
    let section = joined.section("Vardagen");
    joined.app.keys("<home>a<enter>").shows("Vardagen");
    let after = Section { kind: SectionKind::Commitments, heading: "Livet".to_owned(), ..section.clone() };
    at_once::edit_section(&mut joined.there, &section, after).unwrap();
    joined.come();
    joined.app.keys("<end> och kvällen<enter>").shows("Vardagen och kvällen");
    let section = store::section::get(&joined.here, section.id).unwrap().unwrap();
    assert_eq!((section.heading.as_str(), section.kind), ("Vardagen och kvällen", SectionKind::Commitments));
    assert_eq!(joined.conflicts(section.id.0), 1, "the other heading is kept");
    joined.go();

    joined.app.keys("<esc>5").shows("Försenat");
    joined.walk_to("▌   Å-4");
    joined.app.keys("a").shows("Ansvarig");
    let entry = listed(&joined.here, WorkClass::Actions, "Fråga facket").unwrap().entry;
    let before = Assignment::of(&entry);
    let after = Assignment { owner: Some("Bo Ek".to_owned()), ..before.clone() };
    at_once::assign(&mut joined.there, entry.id, &before, &after).unwrap();
    joined.come();
    joined.app.keys("<tab>2026-06-15<enter>");
    let entry = listed(&joined.here, WorkClass::Actions, "Fråga facket").unwrap().entry;
    assert_eq!((entry.owner.as_deref(), entry.due.unwrap().iso().as_str()), (Some("Bo Ek"), "2026-06-15"));
    assert_eq!(joined.conflicts(entry.id.0), 0);
    joined.go();
}

#[test]
fn a_response_is_written_beside_what_has_come() {
    let mut joined = joined(Tab::Challenges);
    let entry = joined.challenge("Hur pratar vi").entry;
    let given = ops::answer(&mut joined.here, &[entry.id], &reply("I april")).unwrap().value;
    joined.go();
    joined.app.looks();
    joined.walk_to("▌   U-4");
    joined.app.keys("e<down><enter>").shows("I april");
    let after = Reply { kind: ResponseKind::Declined, ..reply("I maj") };
    at_once::edit_response(&mut joined.there, given, &reply("I april"), &after).unwrap();
    joined.come();
    joined.app.keys(" kanske<enter>").hides("Någon annan har ändrat");
    let response = store::response::get(&joined.here, given).unwrap().unwrap();
    assert_eq!((response.text.as_str(), response.kind), ("I april kanske", ResponseKind::Declined));
    assert_eq!(joined.conflicts(given.0), 1);
    joined.go();
}

/// An edited report is being written on here, and another text of it has come; with its identity.
fn with_two_edited_reports() -> (Joined, ManuscriptId) {
    let mut joined = joined(Tab::Meetings);
    let meeting = joined.meeting().id;
    let write = |store: &mut Store, before: Option<&str>, text: &str| {
        at_once::write_manuscript(store, meeting.0, Report::Statement, before, text).unwrap()
    };
    let id = write(&mut joined.here, None, "# Läget i mars").value;
    joined.go();
    joined.app.looks().keys("<home>x").wait_for("Hur pratar vi").keys("<right><right><right><right>");
    joined.app.wait_for("Läget i mars").wait_till_gone("Läser …").keys("<c-e>").shows("# Läget i mars");
    joined.app.keys("<c-end> är gott");
    write(&mut joined.there, Some("# Läget i mars"), "# Läget i maj");
    joined.come();
    (joined, id)
}

#[test]
fn a_report_that_is_left_is_stored_beside_what_has_come() {
    let (mut joined, id) = with_two_edited_reports();
    joined.app.click("1 Möten").hides("Någon annan har ändrat");
    let meeting = joined.meeting().id;
    let stored = store::manuscript::of(&joined.here, meeting.0, Report::Statement).unwrap().unwrap();
    assert_eq!((stored.id, stored.text.as_str()), (id, "# Läget i mars är gott"));
    assert_eq!(joined.conflicts(id.0), 1);
    joined.go();
}

#[test]
fn a_report_that_is_replaced_knowingly_leaves_no_conflict() {
    let (mut joined, id) = with_two_edited_reports();
    joined.app.keys("<c-s>").shows("Skriva över det som någon annan har sparat?").keys("<enter>");
    assert_eq!(joined.conflicts(id.0), 0);
    joined.go();
}

#[test]
fn a_report_that_is_discarded_stays_where_another_laptop_has_written_on_it() {
    let mut joined = joined(Tab::Meetings);
    let meeting = joined.meeting().id.0;
    let report = Report::Statement;
    at_once::write_manuscript(&mut joined.here, meeting, report, None, "# Läget i mars").unwrap();
    joined.go();
    let before = ops::Seen::now(&joined.here, Some("# Läget i mars".to_owned())).unwrap();
    at_once::write_manuscript(&mut joined.there, meeting, report, Some("# Läget i mars"), "# I maj").unwrap();
    joined.come();
    ops::discard_manuscript(&mut joined.here, meeting, report, &before).unwrap();
    let text =
        |store: &Store| store::manuscript::of(store, meeting, report).unwrap().map(|stored| stored.text);
    assert_eq!(text(&joined.here).as_deref(), Some("# I maj"));
    joined.go();
    // Without news it goes.
    at_once::discard_manuscript(&mut joined.there, meeting, report, Some("# I maj")).unwrap();
    joined.come();
    assert_eq!(text(&joined.here), None);
}

/// A line that the other laptop writes in a section.
fn say_there(joined: &mut Joined, heading: &str, text: &str) {
    let section = joined.section(heading);
    let at = CapturePlace { meeting: section.meeting, section: section.id, table: None, round: None };
    ops::capture(&mut joined.there, at, Caught { text: text.to_owned(), ..Caught::default() }).unwrap();
}

#[test]
fn a_section_stays_where_something_came_while_one_was_asked() {
    for comes in [true, false] {
        let mut joined = joined(Tab::Meetings);
        let section = joined.section("Vardagen");
        say_there(&mut joined, "Vardagen", "Sedd");
        joined.come();
        joined.app.keys("<home>a").shows("Vardagen").keys("<del>").shows("Ta bort");
        if comes {
            say_there(&mut joined, "Vardagen", "Osedd");
            joined.come();
        }
        let said = if comes { "”Vardagen” är kvar, för någon" } else { "Avsnittet är borttaget" };
        joined.app.keys("<enter>").hides("Ta bort").shows(said);
        assert_eq!(store::section::get(&joined.here, section.id).unwrap().is_some(), comes);
        joined.go();
    }
}

#[test]
fn a_meeting_stays_where_something_came_while_one_was_asked() {
    for comes in [true, false] {
        let mut joined = joined(Tab::Meetings);
        let meeting = joined.meeting().id;
        joined.app.keys("<home><del>").shows("Ta bort");
        if comes {
            let new = NewSection { heading: "Osett".to_owned(), kind: SectionKind::Notes, intro: Vec::new() };
            ops::create_section(&mut joined.there, meeting, &new).unwrap();
            joined.come();
        }
        let said = if comes { "”Nätverksträff” är kvar, för någon" } else { "Mötet är borttaget" };
        joined.app.keys("<enter>").hides("Ta bort").shows(said);
        assert_eq!(store::meeting::get(&joined.here, meeting).unwrap().is_some(), comes);
        joined.go();
    }
}

#[test]
fn a_challenge_and_a_response_stay_where_something_came_while_one_was_asked() {
    for (comes, keys) in
        [(true, "<enter>"), (true, "<down><enter>"), (false, "<enter>"), (false, "<down><enter>")]
    {
        let mut joined = joined(Tab::Challenges);
        let entry = joined.challenge("Hur pratar vi").entry;
        let given = ops::answer(&mut joined.here, &[entry.id], &reply("I april")).unwrap().value;
        joined.go();
        joined.app.looks();
        joined.walk_to("▌   U-4");
        joined.app.keys("<del>").shows("↳ I april");
        if comes {
            let text = "Hur pratar vi om oro?";
            at_once::edit_text(&mut joined.there, entry.id, &entry.text, text).unwrap();
            at_once::edit_response(&mut joined.there, given, &reply("I april"), &reply("I maj")).unwrap();
            joined.come();
        }
        let said = match (comes, keys) {
            (true, "<enter>") => "U-4 är kvar, för någon annan har skrivit där",
            (true, _) => "”I maj” är kvar, för någon annan har skrivit där",
            (false, "<enter>") => "U-4 är borttagen",
            (false, _) => "Återkopplingen är borttagen",
        };
        joined.app.keys(keys);
        if keys == "<enter>" {
            joined.app.shows("Ta bort U-4?").keys("<enter>");
        }
        joined.app.shows(said);
        let is_there = if keys == "<enter>" {
            store::entry::get(&joined.here, entry.id).unwrap().is_some()
        } else {
            store::response::to(&joined.here, entry.id).unwrap().iter().any(|response| response.id == given)
        };
        assert_eq!(is_there, comes, "{keys}");
        joined.go();
    }
}

#[test]
fn a_command_at_the_pen_is_about_ones_own_latest_line_unless_another_is_chosen() {
    let commands = [
        ("/stjärna", "starred"),
        ("/tagg kök", "tags"),
        ("/ändra", "text"),
        ("/ta bort", "deleted"),
        ("/gör till beslut", "kind"),
        ("/åtgärd", ""),
        ("/svara", ""),
        ("/ansvarig Bo Ek", "owner"),
    ];
    for (command, cell) in commands {
        let mut joined = joined(Tab::Meetings);
        joined.app.keys("<home><enter>").shows("Fråga facket");
        joined.app.keys("# Utmaningar<enter>Min egen<enter>").shows("Min egen");
        let own = joined.challenge("Min egen").entry.id.0;
        joined.go();
        say_there(&mut joined, "Utmaningar", "Deras");
        joined.come();
        joined.app.shows("!  Deras").shows("▌ !  Min egen");
        let theirs = joined.challenge("Deras").entry.id.0;
        joined.app.keys(command).keys("<enter>");
        if command == "/ändra" {
            joined.app.shows("rättar").keys(" nu<enter>").hides("rättar");
        }
        if command == "/åtgärd" {
            joined.app.shows("Min egen").keys("<enter>");
            let made = store::entry::made_from(&joined.here, EntryId(own)).unwrap();
            assert_eq!(made.len(), 1);
        }
        if command == "/svara" {
            joined.app.keys("Ja<enter>").shows("(svar): Ja");
            assert_eq!(store::response::to(&joined.here, EntryId(own)).unwrap().len(), 1);
        }
        assert_eq!(joined.written(theirs), [""], "{command}");
        let written = joined.written(own);
        assert!(cell.is_empty() || written.iter().any(|field| field == cell), "{command}: {written:?}");
        joined.go();
    }
}

#[test]
fn a_command_at_the_pen_is_about_the_chosen_line_whoever_wrote_it() {
    let mut joined = joined(Tab::Meetings);
    joined.app.keys("<home><enter>").shows("Fråga facket").keys("# Utmaningar<enter>Min egen<enter>");
    joined.go();
    say_there(&mut joined, "Utmaningar", "Deras");
    joined.come();
    joined.app.keys("<down>/stjärna<enter>");
    assert!(joined.challenge("Deras").entry.starred && !joined.challenge("Min egen").entry.starred);
    joined.go();

    // Where one has written nothing, nothing is meant.
    let mut reader = Store::open(&joined.folder.path().join("läsare.db"), options()).unwrap();
    reader.apply(&store::log::beyond(&joined.there, &[]).unwrap()).unwrap();
    let mut app = start_with(reader, Place::Tab(Tab::RoundTable));
    app.keys("/stjärna<enter>").shows("Välj ett inlägg med ↑ först.").keys("<c-w><c-w>/svara<enter>");
    app.shows("Ingen utmaning är skriven härifrån; välj en med ↑ vid pennan.");
}

#[test]
fn a_person_stays_where_something_came_while_one_was_asked() {
    let mut joined = joined(Tab::Meetings);
    let person = |store: &Store, name: &str| {
        store::person::list(store).unwrap().into_iter().find(|person| person.name == name)
    };
    let [bo, lena] = ["Bo Ek", "Lena Holm"].map(|name| person(&joined.here, name).unwrap());
    ops::join_persons(&mut joined.here, bo.id, lena.id).unwrap();
    joined.go();
    joined.app.looks().keys("p");
    joined.walk_to("▌ Lena Holm");
    joined.app.keys("<del>").shows("Ta bort");
    let after = PersonDetails {
        name: lena.name.clone(),
        role: Some("rektor".to_owned()),
        ..PersonDetails::default()
    };
    at_once::edit_person(&mut joined.there, &lena, &after).unwrap();
    joined.come();
    joined
        .app
        .keys("<enter>")
        .shows("”Lena Holm” är kvar, för någon annan har skrivit där; resten är borttaget");
    assert!(person(&joined.here, "Lena Holm").is_some());
    joined.go();
}
