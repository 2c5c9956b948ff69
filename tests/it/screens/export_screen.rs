//! The export page by the keys: what is chosen is seen before it is written, files are written whole, and none is
//! replaced unasked.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use tempfile::TempDir;
use vidpennan::store::Store;
use vidpennan::ui::place::{Place, Tab};

use crate::screens::import_screen::{EMPTY, MINUTES};
use crate::support::app::{Driver, start_in, start_with};
use crate::support::laptop::{Laptop, assert_says};
use crate::support::room::options;

/// The export page of the minutes from the round tables, and a folder to write to.
fn page() -> (Driver, TempDir) {
    let mut app = start_in(options(), |store| (store, Place::Import(Some(MINUTES.into()))));
    app.wait_for("14 åtaganden").keys("<enter><c-x>").wait_for("För vem?");
    // Word alone, whatever else the profile takes.
    if app.screen().contains("● PDF") {
        app.click("● PDF").keys("<up><up>");
    }
    (app, tempfile::tempdir().unwrap())
}

/// Writes the files although there are names in them.
fn write(app: &mut Driver) -> &mut Driver {
    app.wait_till_gone("Läser …").keys("<enter>").shows("saker att titta på innan det går ut").keys("x")
}

/// Writes another name into the field.
fn name(app: &mut Driver, path: &Path) {
    app.click("Fil ").keys(EMPTY).paste(&path.display().to_string());
}

#[test]
fn what_is_chosen_is_seen_before_it_is_written() {
    let (mut app, _folder) = page();
    app.size(80, 400).shows("Stödpaket").shows("● Word");
    app.click("Återkoppling").shows("‹ nej ›").wait_till_gone("Stödpaket");
    app.keys("<left>").wait_for("Stödpaket");
}

#[test]
fn several_formats_are_written_at_once_and_nothing_is_replaced_unasked() {
    let (mut app, folder) = page();
    app.click("webbsida").click("text");
    name(&mut app, &folder.path().join("Möte 1.5"));
    write(&mut app).shows("Skrivet: 3 filer").keys("<esc>").hides("Skrivet");
    let of = |ending: &str| folder.path().join(format!("Möte 1.5.{ending}"));
    assert!(fs::read(of("docx")).unwrap().starts_with(b"PK"));
    assert!(fs::read_to_string(of("html")).unwrap().contains("<h1>"));
    let text = fs::read_to_string(of("txt")).unwrap();

    fs::write(of("txt"), "något annat").unwrap();
    fs::remove_file(of("html")).unwrap();
    app.keys("<enter>").shows("2 filer finns redan").shows("1.5.txt").shows("1.5.docx").keys("<esc>");
    assert_eq!(fs::read_to_string(of("txt")).unwrap(), "något annat");
    assert!(!of("html").exists(), "none is written before all are agreed on");
    app.keys("<enter>").keys("<enter>").shows("Skrivet: 3 filer");
    assert_eq!(fs::read_to_string(of("txt")).unwrap(), text);
}

#[test]
fn in_a_folder_alone_the_files_are_called_as_proposed() {
    for written in ["", "ny/"] {
        let (mut app, folder) = page();
        fs::create_dir(folder.path().join("ny")).unwrap();
        let (at, new) = (folder.path(), folder.path().join("ny"));
        app.click("text");
        name(&mut app, if written == "ny/" { &new } else { at });
        app.keys(if written == "ny/" { "/" } else { "" });
        write(&mut app).shows("Skrivet: 2 filer");
        let into = if written == "ny/" { &new } else { at };
        let files = fs::read_dir(into).unwrap().map(|file| file.unwrap().path());
        let mut endings: Vec<String> = files
            .filter(|file| file.is_file() && file.file_stem().is_some_and(|stem| stem.len() > 8))
            .map(|file| file.extension().unwrap().to_string_lossy().into_owned())
            .collect();
        endings.sort();
        assert_eq!(endings, ["docx", "txt"], "{written}");
    }
}

#[test]
fn a_name_or_a_format_that_is_missing_is_asked_for() {
    let (mut app, folder) = page();
    app.click("Fil ").keys(EMPTY).keys("<enter>").shows("Filen behöver ett namn.").keys("<esc>");
    name(&mut app, &folder.path().join("saknas/x"));
    write(&mut app).shows("Mappen").keys("<esc>");
    app.click("Word").keys("<enter>").shows("Välj minst ett format.");
}

#[test]
fn the_preview_is_scrolled_and_shows_the_text_of_files() {
    let (mut app, _folder) = page();
    app.keys("<end>").shows("↑").hides("För vem?").keys("<home>").shows("För vem?");
    app.keys("<pgdn>").hides("För vem?").keys("<home><a-down>").hides("1 Plats");
    app.click("Visa").wait_for("Status: Öppen").keys("<right>").wait_for("Klart senast");
    app.keys("<right>").wait_for("filen som text");
}

#[test]
fn what_may_be_personal_is_looked_through_before_it_leaves() {
    let (mut app, folder) = page();
    name(&mut app, &folder.path().join("ut"));
    app.keys("<enter>").shows("saker att titta på innan det går ut").shows("e-postadress");
    insta::assert_snapshot!("findings_80", app.screen());
    app.keys("<enter>").shows("Systematiskt LKP").keys("<down><enter>").hides("innan det går ut").shows("▌");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing has left");
    app.keys("<enter>p").wait_for("Namn som pseudonym").wait_till_gone("Sofie Heimdahl");
}

/// A person who is named often is one thing to look at; its places open, and each of them leads to its own entry.
#[test]
fn every_place_of_a_person_leads_to_its_own_entry() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("möte.txt");
    let entry =
        |at: usize| format!("- Fråga Karin Öhman om det här är punkt nummer {at} i en lång rad av frågor\n");
    let entries: String = (1..=40).map(entry).collect();
    fs::write(&path, format!("Möte\n\nNärvarande: Karin Öhman\n\nTips:\n\n{entries}- Ring 070-123 45 67\n"))
        .unwrap();
    let mut app = start_in(options(), |store| (store, Place::Import(Some(path))));
    app.wait_for("41 inlägg").keys("<enter><c-x>").wait_for("Karin Öhman").wait_till_gone("Läser …");
    app.shows("2 saker att titta på")
        .keys("<c-g>")
        .shows("namn              Karin Öhman")
        .shows("41 ställen");
    app.shows("telefonnummer").keys("<enter>").shows("Närvarande").keys("<down><down><enter>");
    app.hides("innan det går ut").shows("▌ • Fråga Karin Öhman om det här är punkt nummer 1 i");
    // The list opens where one was, so that one can go on to the next place.
    app.keys("<c-g>").shows("41 ställen").keys(&"<down>".repeat(36)).keys("<enter>");
    app.hides("innan det går ut").shows("▌ • Fråga Karin Öhman om det här är punkt nummer 37 i");
    app.keys("<c-g><home><enter>").hides("Närvarande").keys("<down><enter>").hides("innan det går ut");
    app.shows("▌ • Ring 070-123 45 67");
}

/// What a profile for outsiders has hidden, and what it has not, is said on the page.
#[test]
fn the_page_says_what_is_hidden() {
    let (mut app, _folder) = page();
    app.size(140, 40).shows("10 saker att titta på").hides("Dolt:").click("Profil");
    while !app.screen().contains("‹ webb ›") {
        app.keys("<right>");
    }
    app.shows("Profilen webb skriver: webbsida, PDF");
    app.wait_till_gone("Läser …").shows("Dolt: 2 namn på totalt 3 ställen").hides("Sofie Johansson");
    // Where there is no room for it beside the title it has rows of its own, and none of it is cut.
    app.size(80, 24).shows(" Exportera  Anteckningar").shows("\n Dolt: 2 namn på totalt 3 ställen");
    app.size(40, 12).shows("\n Dolt: 2 namn på totalt 3 ställen").shows("7 saker att titta på");
    app.size(24, 6).size(80, 24);
}

/// Changes one bit of the identity of the only meeting, or back.
fn change_identity(path: &Path) {
    let conn = Connection::open(path).unwrap();
    let mut id: Vec<u8> = conn.query_row("SELECT id FROM meeting", [], |row| row.get(0)).unwrap();
    id[15] ^= 4;
    conn.execute("UPDATE meeting SET id = ?1", [id]).unwrap();
}

#[test]
fn a_meeting_whose_identity_is_damaged_goes_out_as_the_history_has_it_and_that_is_said() {
    let (mut app, folder) = page();
    let text = |app: &mut Driver, called: &str| {
        let path = folder.path().join(called);
        // What was chosen before is remembered.
        if app.screen().contains("○ text") {
            app.click("○ text");
        }
        name(app, &path);
        write(app).shows("Skrivet: ").keys("<esc><esc>");
        fs::read_to_string(path.with_extension("txt")).unwrap()
    };
    app.hides("läst ur historiken");
    let before = text(&mut app, "före");
    // The page that is open knows it by its own identity, whoever opens it anew by the other.
    change_identity(app.path());
    app.keys("<c-x>").wait_for("databasen är skadad: läst ur historiken");
    assert_eq!(text(&mut app, "efter"), before);
    let mut again = start_with(Store::open(app.path(), options()).unwrap(), Place::Tab(Tab::Meetings));
    again
        .keys("<enter>")
        .wait_for("inga avsnitt")
        .keys("<c-x>")
        .wait_for("databasen är skadad: läst ur historiken");
    assert_eq!(text(&mut again, "på nytt"), before);
    change_identity(app.path());
}

/// Minutes with names that are hidden in doubt, on the export page with a profile that hides names.
fn page_of_doubts(more: &str) -> Driver {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("möte.txt");
    let point = |at: usize| format!("- Punkt nummer {at}\n");
    let rows: String = (1..=40).map(point).collect();
    let said = format!("- Per sa ja\n- {more}\n{rows}- Bergs förslag\n");
    fs::write(&path, format!("Möte\n\nDatum: 2026-03-05\nNärvarande: Per Berg\n\nTips:\n\n{said}")).unwrap();
    let mut app = start_in(options(), |store| (store, Place::Import(Some(path))));
    app.wait_for("43 inlägg").keys("<enter><c-x>").wait_for("Per sa ja").click("Profil");
    while !app.screen().contains("‹ extern ›") {
        app.keys("<right>");
    }
    app.wait_till_gone("Läser …");
    app
}

/// What was hidden in doubt is in the list, and leads to what replaced it; nobody is asked about it.
#[test]
fn what_was_hidden_in_doubt_leads_to_its_place_and_stops_nothing() {
    let mut app = page_of_doubts("Kaffe");
    let folder = tempfile::tempdir().unwrap();
    app.shows("1 sak att titta på").keys("<c-g>").shows("dolt, osäkert").keys("<enter>");
    app.shows("▌ • N.N:s förslag").hides("Punkt nummer 1\n");
    // The mark is there as long as nothing else is chosen.
    app.wait_for_answer().shows("▌ • N.N:s förslag");
    name(&mut app, &folder.path().join("ut"));
    app.keys("<enter>").hides("innan det går ut").wait_for("Skrivet: ");
}

/// In a small window names and words can be read whole.
#[test]
fn what_was_found_can_be_read_in_a_small_window() {
    let mut app = page_of_doubts("Min kollega är sjukskriven");
    app.size(40, 12).keys("<c-g>").shows("╭─ 2 saker att titta på ─");
    app.shows("Bergs → N.N:s förslag").shows("dolt, osäkert · Tips").keys("<end><enter>");
    app.hides("innan det går ut").shows("▌ • N.N:s förslag").keys("<c-g><home><enter>");
    app.shows("▌ • Min kollega är sjukskriven");
    let (mut app, _folder) = page();
    app.wait_till_gone("Läser …").size(40, 12).keys("<c-g>").keys("<enter>");
    insta::assert_snapshot!("findings_40", app.screen());
}

/// A place in a view that the page does not show is marked when that is there.
#[test]
fn a_place_in_another_view_is_marked_there() {
    let (mut app, _folder) = page();
    app.size(120, 40).click("○ Excel").click("● Word").wait_till_gone("Läser …").keys("<c-g><down><enter>");
    app.wait_for("tabellerna").wait_till_gone("Läser …");
    let marked = app.screen().lines().any(|line| line.contains("│ ▌ ") && line.contains("Camilla"));
    assert!(marked, "{}", app.screen());
}

#[test]
fn a_statement_is_written_on_and_goes_out_with_those_words() {
    let (mut app, _folder) = page();
    app.keys("<right><right><right><right>").wait_for("Sammanfattning").wait_till_gone("Läser …");
    app.keys("<c-e>").shows("luckor kvar").shows("# ");
    insta::assert_snapshot!("editing_80", app.screen());
    app.keys("<tab>Åsa Ek").shows("Vår referens: Sofie Johansson").shows("Åsa Ek").shows("inte sparat än");
    app.keys("<c-s>").shows("· sparat").keys("<tab>Chef<c-z>").hides("Chef").keys("<c-y>").shows("Chef");
    app.keys("<esc>").wait_for("redigerad text").wait_for("Åsa Ek");

    // What was written is there the next time, and can be given up.
    app.keys("<c-e>").shows("Åsa Ek").keys("<c-r>").shows("Börja om med en ny text?").keys("<enter>");
    app.shows("[e-postadress]").keys("<esc>").wait_till_gone("redigerad text");
}

#[test]
fn nothing_that_was_written_is_lost_by_going_elsewhere() {
    let (mut app, _folder) = page();
    app.keys("<right><right><right><right>").wait_for("Sammanfattning").wait_till_gone("Läser …");
    app.keys("<c-e><tab>Åsa Ek");
    app.click("1 Möten").keys("<c-x>").wait_for("För vem?");
    app.keys("<right><right><right><right>").wait_for("redigerad text").wait_for("Åsa Ek");
}

#[test]
fn the_archive_gets_a_folder_and_the_choices_are_remembered() {
    let (mut app, folder) = page();
    let bag = folder.path().join("Möte 1.5");
    name(&mut app, &bag);
    app.click("Profil");
    while !app.screen().contains("‹ arkiv ›") {
        app.keys("<right>");
    }
    app.wait_till_gone("Läser …");
    write(&mut app).shows("Skrivet: 1 fil").keys("<esc>");
    assert!(bag.join("manifest-sha256.txt").is_file() && bag.join("data/Möte 1.5.txt").is_file());
    app.keys("<enter>").shows("Filen finns redan").keys("<enter>").shows("Skrivet: 1 fil").keys("<esc>");
    app.keys("<esc><c-x>").wait_for("För vem?").shows("Profil arkiv").shows("Namn hela");
}

#[test]
fn a_long_title_leaves_room_for_the_name_of_the_report() {
    let laptop = Laptop::new();
    let meeting = include_str!("../../fixtures/export/meeting.json");
    let mut meeting: serde_json::Value = serde_json::from_str(meeting).unwrap();
    meeting["title"] = "Rundabordssamtal om trygghet ".repeat(9).trim().into();
    laptop.file("möte.json", meeting.to_string());
    laptop.run(&["import", "möte.json"]).done();
    let minutes = laptop.run(&["export", "1"]).done();
    let feedback = laptop.run(&["export", "1", "-r", "feedback"]).done();
    assert_ne!(minutes, feedback);
    assert!(feedback.trim_end().ends_with("gjorde.txt"), "{feedback}");
    assert!(feedback.trim_end().chars().count() <= 84, "{feedback}");
}

#[test]
fn an_export_is_written_whole_or_not_at_all() {
    let laptop = Laptop::with_minutes();
    let export = |more: &[&str]| {
        let arguments: Vec<&str> = ["export", "1", "-o", "ut.txt"].iter().chain(more).copied().collect();
        laptop.run(&arguments)
    };
    laptop.file("ut.json", "mitt eget");
    laptop.file("ut.html", "mitt eget");
    assert_says(&export(&["-f", "txt,json,html"]).failed(1), &["ut.json", "ut.html", "finns redan"]);
    assert!(!laptop.path("ut.txt").exists(), "nothing is written where not all can be");
    assert_eq!(export(&["-f", "txt,json,txt", "--force"]).done().lines().count(), 2);
    assert_eq!(laptop.read("ut.html"), "mitt eget");
}

#[test]
fn reports_profiles_and_checks_from_the_shell() {
    let laptop = Laptop::with_minutes();
    let export = |more: &[&str]| {
        let arguments: Vec<&str> = ["export", "1"].iter().chain(more).copied().collect();
        laptop.run(&arguments)
    };
    let feedback = export(&["--report", "feedback", "-o", "-"]);
    assert_says(&feedback.err, &["kan vara personuppgifter", "--check"]);
    assert_says(&feedback.done(), &["Ni sa – vi gjorde", "Stödpaket"]);
    let found = export(&["--check"]);
    assert_says(&found.out, &["e-postadress: sofia.mattsson@helsingborg.se", "namn: Sofie Heimdahl"]);
    assert_says(&found.failed(1), &["kan vara personuppgifter"]);
    assert!(!export(&["--names", "pseudonym", "-o", "-"]).done().contains("Heimdahl"));
    export(&["--profile", "webb", "-f", "html", "-o", "webb.html", "--yes"]).done();
    assert!(!laptop.read("webb.html").contains("Heimdahl"), "the profile hides names in the text too");

    let files = export(&["-f", "csv,ics", "-o", "ut.csv"]).done();
    assert!(files.lines().count() > 2 && files.lines().all(|file| laptop.path(file).is_file()), "{files}");
    let folder = export(&["--profile", "arkiv"]).done();
    assert!(laptop.path(folder.trim_end()).join("bagit.txt").is_file());
    assert_says(&export(&["--profile", "arkiv"]).failed(1), &["--force"]);
    export(&["--profile", "arkiv", "--force"]).done();

    assert_says(&export(&["-f", "csv", "-o", "-"]).failed(2), &["flera filer"]);
    assert_says(&export(&["--programme"]).failed(2), &["ett möte"]);
    assert_says(&export(&["-r", "feedback", "-f", "ics"]).failed(2), &["Ni sa – vi gjorde", "ics"]);
    assert_says(
        &export(&["-f", "docx", "--template", "saknas.docx"]).failed(1),
        &["saknas.docx", "finns inte"],
    );
    laptop.file("mall.docx", "inget Word");
    assert_says(
        &export(&["-f", "docx", "--template", "mall.docx"]).failed(1),
        &["Mallen är inget Word-dokument"],
    );
}

#[test]
fn the_page_at_its_sizes() {
    let (mut app, _folder) = page();
    app.click("Fil ").keys(EMPTY).keys("~/ut");
    insta::assert_snapshot!("export_80", app.screen());
    app.size(120, 40).keys("<tab><tab>");
    insta::assert_snapshot!("export_120", app.screen());
    app.size(40, 12).keys("<tab><tab><tab><tab>");
    insta::assert_snapshot!("export_40", app.screen());
    for (width, height) in [(100, 6), (20, 6), (3, 3)] {
        app.size(width, height).keys("<tab><right>");
    }
}
