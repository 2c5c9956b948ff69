//! The commands about an entry where there is no screen: in the dialogue of lines, and with `add`.

use vidpennan::clock::Clock;
use vidpennan::model::{ChallengeStatus, Entry, Kind, Meeting, ResponseKind};
use vidpennan::ops::{self, Reply, Seen};
use vidpennan::store::{self, Options, Store};

use crate::support::app::now;
use crate::support::laptop::{Laptop, assert_says};
use crate::support::programme::{day, meet};
use crate::support::room::entries_of;

/// A laptop with an older meeting, and today's as the dialogue makes it.
fn laptop() -> Laptop {
    let laptop = Laptop::with_minutes();
    laptop.run_with(&["--plain"], "/nytt möte Dialogcafé\n# Parkering\n# Tips\n".as_bytes()).done();
    laptop
}

fn store(laptop: &Laptop) -> Store {
    Store::reader(&laptop.path("vidpennan.db"), Clock::System).unwrap()
}

/// The entries of the meeting that is called so.
fn entries(laptop: &Laptop, title: &str) -> Vec<Entry> {
    let store = store(laptop);
    let meetings = store::meeting::list(&store).unwrap();
    let meeting = meetings.iter().find(|meeting| meeting.title.contains(title)).unwrap();
    entries_of(&store, meeting.id)
}

/// The heading over the only entry, and the entry.
fn only(laptop: &Laptop) -> (String, Entry) {
    let entry = entries(laptop, "Dialogcafé").remove(0);
    let section = store::section::get(&store(laptop), entry.section).unwrap().unwrap();
    (section.heading, entry)
}

#[test]
fn the_dialogue_parks_and_moves_the_latest_entry() {
    let laptop = laptop();
    let dialogue = |lines: &str| laptop.run_with(&["--plain"], lines.as_bytes());
    let said =
        dialogue("/bord 2\n! Mörkt på torget\n/flytta bord 3\n/flytta omgång 2\n/flytta tips\n").done();
    assert!(said.lines().any(|line| line == "bord 2"), "{said}");
    assert_says(&said, &["U-11: bord 3\n", "U-11: omgång 2\n", "U-11 finns nu under ”Tips”\n"]);
    let (heading, entry) = only(&laptop);
    assert_eq!(
        (heading.as_str(), entry.provenance.table, entry.provenance.round),
        ("Tips", Some(3), Some(2))
    );
    assert_says(&dialogue("/parkera\n").done(), &["Parkerat: U-11"]);
    assert_eq!((only(&laptop).0.as_str(), only(&laptop).1.kind), ("Parkering", Kind::PARKED));
    let before = entries(&laptop, "Heja LKP").len();
    assert_says(
        &dialogue("/gör till utmaning\n/flytta möte heja\n").done(),
        &["är nu utmaning U-11", "U-11 finns nu i ”Anteckningar"],
    );
    assert_eq!(entries(&laptop, "Heja LKP").len(), before + 1);
    assert!(entries(&laptop, "Dialogcafé").is_empty());
}

#[test]
fn the_dialogue_marks_assigns_and_takes_away_the_latest_entry() {
    let laptop = laptop();
    let lines = "! Mörkt på torget\n/stjärna\n/tagg ljus\n/ansvarig @Amina_Berg <2026-12-24\n/flytta talare Amina Berg\n";
    let said = laptop.run_with(&["--plain"], lines.as_bytes()).done();
    assert_says(
        &said,
        &["U-11 har fått en stjärna", "U-11 har nya etiketter", "ansvarig och datum är sparade"],
    );
    let (_, entry) = only(&laptop);
    let due = entry.due.map(|due| due.iso());
    let names = (entry.owner.as_deref(), entry.speaker.as_deref(), due.as_deref());
    assert_eq!(names, (Some("Amina Berg"), Some("Amina Berg"), Some("2026-12-24")));
    assert_eq!((entry.starred, entry.tags), (true, vec!["ljus".to_owned()]));
    let said = laptop
        .run_with(&["--plain"], "/åtgärd\n/ta bort\n= nya lampor\n/gör till på gång\n".as_bytes())
        .done();
    assert_says(&said, &["Ny åtgärd ur U-11", "Å-1 är borttagen", "Återkopplingen är nu: på gång"]);
    let (_, entry) = only(&laptop);
    let given = store::response::to(&store(&laptop), entry.id).unwrap().remove(0);
    assert_eq!((given.kind, entry.kind), (ResponseKind::Underway, Kind::Challenge(ChallengeStatus::Open)));
    let said = laptop.run_with(&["--plain"], "/ta bort\n/ta bort\n".as_bytes()).done();
    assert_says(&said, &["Återkopplingen är borttagen", "U-11 är borttagen"]);
    assert!(entries(&laptop, "Dialogcafé").is_empty());
}

#[test]
fn what_is_of_an_earlier_day_is_asked_about_before_it_is_taken_away() {
    let laptop = Laptop::new();
    let options = Options { clock: now(), scribe: None, replicas: None };
    let mut store = Store::open(&laptop.path("vidpennan.db"), options).unwrap();
    meet(&mut store, "Dialogcafé", day(3, 4)).challenge(&mut store, "Mörkt på torget");
    drop(store);
    let refused = laptop.run(&["add", "/ta bort"]).failed(1);
    assert_says(&refused, &["/ta bort går inte att använda här. Använd `vidpennan --plain`"]);
    // A line in place of the answer is not lost.
    let said = laptop.run_with(&["--plain"], "/ta bort\nnej\n/ta bort\nRad\n".as_bytes()).done();
    assert_says(&said, &["Ta bort U-1? Den är från en tidigare dag. Det går att ångra. [j/N]"]);
    assert_eq!(entries(&laptop, "Dialogcafé").len(), 2);
    laptop.run_with(&["--plain"], "/ta bort\n/ta bort\nj\n".as_bytes()).done();
    assert!(entries(&laptop, "Dialogcafé").is_empty());
}

#[test]
fn a_response_of_an_earlier_day_is_asked_about_before_it_is_taken_away() {
    let laptop = Laptop::new();
    let options = Options { clock: now(), scribe: None, replicas: None };
    let mut store = Store::open(&laptop.path("vidpennan.db"), options).unwrap();
    let challenge = meet(&mut store, "Dialogcafé", day(3, 4)).challenge(&mut store, "Mörkt på torget");
    let reply = Reply { kind: ResponseKind::Answer, text: "nya lampor".to_owned(), due: None };
    ops::answer(&mut store, &[challenge], &reply).unwrap();
    drop(store);
    let responses = || store::response::to(&self::store(&laptop), challenge).unwrap().len();
    laptop.run(&["add", "/ta bort"]).failed(1);
    let said = laptop.run_with(&["--plain"], "/ta bort\nnej\n".as_bytes()).done();
    assert_says(&said, &["Ta bort återkopplingen på U-1? Den är från en tidigare dag."]);
    assert_eq!(responses(), 1);
    laptop.run_with(&["--plain"], "/ta bort\nj\n".as_bytes()).done();
    assert_eq!(responses(), 0);
}

#[test]
fn what_looks_like_a_date_and_is_none_is_not_saved_unasked() {
    let laptop = laptop();
    let texts = || entries(&laptop, "Dialogcafé").into_iter().map(|entry| entry.text).collect::<Vec<_>>();
    for line in ["Prova <31/2", "Prova <vår", "> Ring <fre <mån"] {
        let refused = laptop.run(&["add", line, "Efter"]).failed(1);
        assert_says(&refused, &["blir text", "Raden är inte sparad", "mellanslag", line]);
        assert!(texts().is_empty(), "{line}");
    }
    // As it is, in quotation marks, or after a blank.
    laptop.run(&["add", " Prova <31/2", "Kö \"<vår\""]).done();
    assert_eq!(texts(), ["Prova <31/2", "Kö \"<vår\""]);
    laptop.run(&["add", "+ mer <32/1"]).failed(1);

    let dialogue = |lines: &str| laptop.run_with(&["--plain"], lines.as_bytes());
    let said = dialogue("Ett <31/2\nnej\nTvå <31/2\nTvå <fre\nTre <31/2\nj\n").done();
    assert_says(&said, &["31/2 finns inte i kalendern och blir text. Spara raden så? [j/N]"]);
    assert_eq!(texts(), ["Prova <31/2", "Kö \"<vår\"", "Två", "Tre <31/2"]);
}

#[test]
fn what_the_words_after_a_command_do_not_say_is_refused_in_words() {
    let laptop = laptop();
    let lines = "/parkera\nRad\n/flytta\n/flytta bord x\n/flytta omgång x\n/flytta hej\n/flytta möte qqq\n\
                 /flytta talare Nils Ny\n/ansvarig Nils Ny\n/gör till hej\n/ändra\n/svara\n";
    let answer = laptop.run_with(&["--plain"], lines.as_bytes());
    assert_says(
        &answer.err,
        &[
            "Inget inlägg är skrivet härifrån",
            "/flytta behöver några ord efter sig. Skriv till exempel /flytta bord 3",
            "”x” är inget bordsnummer",
            "”x” är inget nummer på en omgång",
            "Inget avsnitt heter ”hej”",
            "”qqq”",
            "Ingen i registret heter ”Nils Ny”. Skriv @\"Nils Ny\" om det är en ny person.",
            "Slagen är: anteckning, utmaning",
            "Använd `s/…/…/`",
            "Använd `= …`",
        ],
    );
    let (heading, entry) = only(&laptop);
    assert_eq!((heading.as_str(), entry.speaker), ("Tips", None));
    assert_says(&laptop.run_with(&["--plain"], b"/flytta talare @\"Nils Ny\"\n").done(), &["”Rad”: Nils Ny"]);
}

#[test]
fn add_does_the_same_and_asks_nobody() {
    let laptop = laptop();
    let said = laptop.run(&["add", "! Mörkt", "/flytta bord 4", "/parkera", "/hann inte"]).done();
    assert_says(&said, &["U-11: bord 4", "Parkerat: U-11", "Märkt ”hann inte”"]);
    let said = laptop.run(&["add", "Ny rad", "/ta bort", "/flytta"]).failed(1);
    assert_says(&said, &["/flytta behöver några ord efter sig"]);
    assert_eq!(entries(&laptop, "Dialogcafé").len(), 1);
}

#[test]
fn the_dialogue_writes_out_what_is_typed_in_short_and_add_does_not() {
    let laptop = Laptop::new();
    let options = Options { clock: now(), scribe: None, replicas: None };
    let mut store = Store::open(&laptop.path("vidpennan.db"), options).unwrap();
    let meeting = meet(&mut store, "Dialogcafé", day(3, 4)).meeting;
    ops::move_meeting(&mut store, meeting, "LKP").unwrap();
    let programme = store::programme::list(&store).unwrap().remove(0);
    let none = Seen::now(&store, Vec::new()).unwrap();
    let known = [("lkp".to_owned(), "Livskvalitetsprogrammet".to_owned())];
    ops::edit_abbreviations(&mut store, programme.id, &none, &known).unwrap();
    drop(store);
    let said = laptop.run_with(&["--plain"], "! Om lkp och lkp\n lkp ska vara så\n".as_bytes()).done();
    assert_says(&said, &["U-1 · utmaning · bord 1 · lkp → Livskvalitetsprogrammet\n"]);
    laptop.run(&["add", "Om lkp och annat"]).done();
    let texts: Vec<String> = entries(&laptop, "Dialogcafé").into_iter().map(|entry| entry.text).collect();
    assert_eq!(texts, ["Om Livskvalitetsprogrammet och lkp", "lkp ska vara så", "Om lkp och annat"]);
}

#[test]
fn no_name_comes_into_a_meeting_without_names_from_the_command_line() {
    let laptop = laptop();
    laptop.run(&["add", "> Ringa Eva"]).done();
    let options = Options { clock: Clock::System, scribe: None, replicas: None };
    let mut store = Store::open(&laptop.path("vidpennan.db"), options).unwrap();
    let before = store::meeting::current(&store, Clock::System.today()).unwrap().unwrap();
    let after = Meeting { nameless: true, ..before.clone() };
    let before = Seen::now(&store, before).unwrap();
    ops::edit_meeting(&mut store, &before, &after).unwrap();
    drop(store);
    let why = "Det här mötet skrivs utan namn.";
    for line in [
        "@Anna tycker",
        "! Svårt @Anna",
        "+ @Anna",
        "/ansvarig Anna",
        "/flytta talare @Anna",
        "/svara @Anna vi ser",
    ] {
        assert_says(&laptop.run(&["add", line]).failed(1), &[why]);
    }
    let lines = "@Anna tycker\n+ @Anna\ns/Eva/@Anna/\n/ansvarig @Anna\n/flytta talare @Anna\n";
    let answer = laptop.run_with(&["--plain"], lines.as_bytes());
    assert_eq!(answer.err.matches(why).count(), 5, "{}", answer.err);
    laptop.file("folk.csv", "Namn\nAnna Berg\n");
    assert_says(&laptop.run(&["import", "folk.csv", "--meeting", "Dialogcafé"]).failed(1), &[why]);
    let entry = entries(&laptop, "Dialogcafé").remove(0);
    assert_eq!((entry.text.as_str(), entry.owner, entry.speaker), ("Ringa Eva", None, None));
    // Nor with an entry that is moved there.
    laptop.run(&["add", "--meeting", "Heja", "@Anna tycker"]).done();
    assert_says(&laptop.run(&["add", "--meeting", "Heja", "/flytta möte Dialogcafé"]).failed(1), &[why]);
}

#[test]
fn a_command_with_words_that_it_does_not_take_does_nothing_at_any_pen() {
    let laptop = laptop();
    laptop.run(&["add", "! Mörkt"]).done();
    let before = entries(&laptop, "Dialogcafé");
    for line in ["/ta bort något", "/stjärna den", "/parkera nu", "/hann inte med", "/ångra allt"] {
        let why = line.rsplit_once(' ').unwrap().1;
        let why = format!("”{why}” hör inte till /");
        assert_says(&laptop.run(&["add", line]).failed(1), &[&why, "Skriv kommandot ensamt"]);
        assert_says(&laptop.run_with(&["--plain"], format!("{line}\n").as_bytes()).err, &[&why]);
        assert_eq!(entries(&laptop, "Dialogcafé"), before, "{line}");
    }
}

#[test]
fn somebody_is_found_by_a_part_of_the_name_and_a_slip_makes_nobody() {
    let laptop = laptop();
    laptop.run(&["add", "! Mörkt @\"Amina Berg\""]).done();
    let who = |laptop: &Laptop| only(laptop).1.speaker.unwrap_or_default();
    for typed in ["Amina", "@berg", "amina berg", "@Amina_Berg"] {
        laptop.run(&["add", &format!("/flytta talare {typed}")]).done();
        assert_eq!(who(&laptop), "Amina Berg", "{typed}");
    }
    for line in
        ["/flytta talare @Amna", "/flytta talare Amna", "/ansvarig @Amnia", "> Ringa @Aminna", "= Ja @Amna"]
    {
        let why = laptop.run(&["add", line]).failed(1);
        assert_says(
            &why,
            &["blir en ny person; i registret finns Amina Berg", "@\"Amina Berg\" eller @\"Am"],
        );
    }
    assert_says(&laptop.run(&["add", "/flytta talare Nils"]).failed(1), &["Ingen i registret heter ”Nils”"]);
    assert_eq!(entries(&laptop, "Dialogcafé").len(), 1);
    laptop.run(&["add", "/flytta talare @\"Amna\"", "> Ringa @\"Amina Bergh\""]).done();
    assert_eq!(entries(&laptop, "Dialogcafé")[0].speaker.as_deref(), Some("Amna"));
}

#[test]
fn the_dialogue_asks_about_a_name_that_may_be_a_slip() {
    let laptop = laptop();
    laptop.run(&["add", "! Mörkt @\"Amina Berg\""]).done();
    let said = laptop.run_with(&["--plain"], "> Ringa @Amna\nn\n> Skriva @Amna\nj\n".as_bytes()).done();
    assert_says(&said, &["i registret finns Amina Berg. Spara raden så?", "Amna (ny person)"]);
    let owners: Vec<_> = entries(&laptop, "Dialogcafé").into_iter().filter_map(|entry| entry.owner).collect();
    assert_eq!(owners, ["Amna"]);
}

#[test]
fn a_line_goes_where_the_last_one_was_written_and_not_where_it_was_moved() {
    let laptop = laptop();
    laptop.run(&["add", "/bord 3", "# Tips", "! Mörkt", "/flytta bord 5", "/parkera"]).done();
    assert_says(&laptop.run(&["add", "! Kallt"]).done(), &["Tips · bord 3"]);
    // The receipt is about what was changed, wherever the pen is.
    laptop.run(&["add", "/flytta bord 2"]).done();
    for line in ["+ och blåsigt", "= Vi ser över det", "s/ser/tänker/"] {
        let said = laptop.run(&["add", "--table", "4", "--section", "Parkering", line]).done();
        assert_says(&said, &["Tips · bord 2"]);
    }
}

#[test]
fn a_command_that_changes_nothing_says_so() {
    let laptop = laptop();
    let lines =
        "! Mörkt på torget\n/tagg ljus\n/tagg ljus\n/flytta bord 3\n/flytta bord 3\n/gör till utmaning\n";
    let said = laptop.run_with(&["--plain"], lines.as_bytes()).done();
    assert_eq!(said.lines().filter(|line| *line == "Inget ändrades").count(), 3, "{said}");
}

#[test]
fn a_response_that_is_found_is_called_one() {
    let laptop = laptop();
    let said =
        laptop.run_with(&["--plain"], "! Mörkt på torget\n= Lampor i april\n/sök lampor\n".as_bytes()).done();
    let hit =
        said.lines().find(|line| line.ends_with("  Lampor i april")).unwrap_or_else(|| panic!("{said}"));
    assert!(hit.contains(" · återkoppling") && !hit.contains("utmaning"), "{hit}");
}

#[test]
fn where_there_is_nothing_to_choose_in_no_key_for_it_is_named() {
    let laptop = laptop();
    for line in ["= svar", "= nej", "+ mer", "s/fel/rätt/"] {
        let said = laptop.run_with(&["--plain"], format!("{line}\n").as_bytes()).err;
        assert!(said.contains("skriv") && !said.contains('↑'), "{line}: {said}");
    }
}
