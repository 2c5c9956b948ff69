//! A job ends while something else is open or being typed in: it shows a notice and takes no key, and its questions
//! wait for the page that started it.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use tempfile::TempDir;
use vidpennan::store;
use vidpennan::ui::place::Place;

use crate::screens::import_screen::{EMPTY, MINUTES};
use crate::support::app::{Driver, logged, start_in};
use crate::support::programme::programme;
use crate::support::room::options;

/// The export page of the newest meeting, about to write the file `name` into a folder of its own.
fn page(name: &str) -> (Driver, TempDir) {
    page_over(name, |_| {})
}

/// The same, over a database that is prepared first.
fn page_over(name: &str, prepare: impl FnOnce(&Path)) -> (Driver, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let mut app = start_in(options(), |mut store| {
        programme(&mut store);
        prepare(store.path().unwrap());
        let meeting = store::meeting::list(&store).unwrap()[0].id;
        (store, Place::Meeting(meeting))
    });
    app.keys("Skriv till anna.ek@exempel.se<enter>")
        .keys("<c-x>")
        .wait_for("Hur pratar vi om stress")
        .wait_till_gone("Läser …");
    if app.screen().contains("● PDF") {
        app.click("● PDF");
    }
    app.click("Fil ").keys(EMPTY).paste(&folder.path().join(name).display().to_string());
    (app, folder)
}

/// The same, with the files under way and nothing heard of them yet.
fn writing(name: &str) -> (Driver, TempDir) {
    let (mut app, folder) = page(name);
    app.hold_jobs().keys("<enter>").shows("innan det går ut").keys("x").shows("Skriver");
    (app, folder)
}

/// The picture without the rule over the footer, where notices are.
fn without_notice(app: &Driver) -> String {
    let screen = app.screen();
    let mut rows: Vec<&str> = screen.lines().collect();
    rows.remove(rows.len() - 2);
    rows.join("\n")
}

/// What is opened over or beside the export page: its name, the keys from there, and text that is typed in it.
const PLACES: &[(&str, &str, &str)] = &[
    ("export, typing the name of the file", "<bs>", "ny"),
    ("help", "<f1>", ""),
    ("palette", "<c-p>", "hjälp"),
    ("what may be personal", "<c-g>", ""),
    ("pen", "<esc>", "! Svårt med samverkan @Eva"),
    ("pen, correcting", "<esc><up><f2>", " och mer"),
    ("pen, tables", "<esc><c-b>", "3"),
    ("pen, tags", "<esc><up><c-l>", "skola"),
    ("pen, kind", "<esc><up><c-t>", "fråga"),
    ("meetings", "<esc><a-1>", ""),
    ("meetings, delete?", "<esc><a-1><del>", ""),
    ("meetings, new", "<esc><a-1>n", "Vårens samtal"),
    ("meetings, edit", "<esc><a-1>e", " och våren"),
    ("meetings, status", "<esc><a-1>s", "just"),
    ("meetings, sections", "<esc><a-1>a", ""),
    ("meetings, new section", "<esc><a-1>an", "Beslut"),
    ("challenges", "<esc><a-3>", ""),
    ("challenges, filter", "<esc><a-3>f", "öpp"),
    ("challenges, answer line", "<esc><a-3>r", "Nytt avtalsråd från april"),
    ("challenges, edit", "<esc><a-3>e", " alls"),
    ("challenges, status", "<esc><a-3>s<tab>", "frågat Bo"),
    ("tomorrow", "<esc><a-4>", ""),
    ("tomorrow, promise line", "<esc><a-4>n", "Ringa Amina"),
    ("tomorrow, check-in", "<esc><a-4>c", ""),
    ("tomorrow, comment of the check-in", "<esc><a-4>ck", "hon var borta"),
    ("follow-up", "<esc><a-5>", ""),
    ("follow-up, filter", "<esc><a-5>f", "klar"),
    ("follow-up, owner", "<esc><a-5>a", "Ek"),
    ("search", "<esc><c-f>", "stress"),
    ("history", "<esc><a-1>h", ""),
    ("changes of an operation", "<esc><a-1>h<enter>", ""),
    ("import", "<esc><a-1><c-o>", "x"),
];

#[test]
fn a_job_that_ends_takes_no_key_and_closes_nothing() {
    for (file, said) in [("ut", "Skrivet: 1 fil i "), ("saknas/ut", "Mappen")] {
        for (name, keys, text) in PLACES {
            let (mut app, _folder) = writing(file);
            app.keys(keys);
            match *name {
                // One question and its answer.
                "search" => app.paste(text).wait_for("träff"),
                _ => app.keys(text),
            };
            let before = without_notice(&app);
            app.release_jobs();
            assert_eq!(before, without_notice(&app), "{name}, {said}");
            app.shows(said);
            // The next key goes where the last one went.
            let after = if text.is_empty() { "" } else { "z" };
            app.keys(after).shows(&format!("{text}{after}"));
        }
    }
}

#[test]
fn pasted_lines_are_not_lost_when_a_job_ends() {
    let (mut app, _folder) = writing("ut");
    app.keys("<esc>").paste("Köp mindre\nLaga mer\nLåna verktyg").shows("Klistra in 3 rader");
    app.release_jobs().shows("Klistra in 3 rader");
    app.keys("<enter>").hides("Klistra in").shows("Låna verktyg").shows("7 inlägg");
}

#[test]
fn a_typed_answer_and_a_typed_promise_stay_when_a_job_ends() {
    let (mut app, _folder) = writing("ut");
    app.keys("<esc><a-3>rVi tar frågan i april").release_jobs().shows("Vi tar frågan i april");
    app.keys("<enter>").shows("✓ på gång");
    let (mut app, _folder) = writing("ut");
    app.keys("<esc><a-4>nRinga Amina")
        .release_jobs()
        .shows("Ringa Amina")
        .keys("<enter>")
        .shows("Ringa Amina");
}

#[test]
fn a_check_in_asks_about_the_same_promise_when_a_job_ends() {
    let (mut app, _folder) = writing("ut");
    app.keys("<esc><a-4>c").shows("1 av 3").release_jobs().shows("1 av 3").keys("d").shows("2 av 3");
}

#[test]
fn the_palette_and_the_question_who_holds_the_pen_live_on_when_a_job_ends() {
    let (mut app, _folder) = writing("ut");
    app.keys("<esc><c-p>historik").release_jobs().keys("<enter>").shows("alla möten");
    let (mut app, _folder) = writing("ut");
    app.keys("<esc><c-p>håller i<enter>").shows("Vem håller i pennan?").release_jobs();
    app.keys("<c-w><c-w>Bo Ek<enter>").shows("Vid pennan: Bo Ek");
}

#[test]
fn a_question_waits_for_the_page_that_asks_it() {
    let (mut app, folder) = page("ut");
    fs::write(folder.path().join("ut.docx"), "något annat").unwrap();
    app.hold_jobs().keys("<enter>").keys("x").shows("Skriver").keys("<f1>");
    app.release_jobs().shows("Filen finns redan").hides("Det som står där").keys("<esc>");
    app.shows("Filen finns redan").keys("<enter>").shows("Skrivet: 1 fil");
    assert!(is_word(&folder.path().join("ut.docx")));
}

#[test]
fn what_was_written_is_said_when_one_comes_back_to_the_page() {
    let (mut app, folder) = page("ut");
    app.keys("<s-tab><s-tab><s-tab><s-tab><s-tab><s-tab><s-tab><s-tab><s-tab>").shows("▌ Rapport");
    app.keys("<right><right><right><right>").wait_for("Sammanfattning").wait_till_gone("Läser …");
    app.hold_jobs().keys("<enter>").keys("x").shows("Skriver").keys("<c-e><tab>Åsa Ek");
    app.release_jobs()
        .shows("Skrivet: 1 fil i ")
        .shows("Åsa Ek")
        .keys(" och Bo Ek")
        .shows("Åsa Ek och Bo Ek");
    app.keys("<esc>").shows("Skrivet: 1 fil").keys("<esc>").wait_for("Åsa Ek och Bo Ek");
    assert!(is_word(&folder.path().join("ut.docx")));
}

#[test]
fn no_dialog_opens_while_somebody_writes_on_the_page_itself() {
    let (mut app, _folder) = writing("saknas/ut");
    app.paste("ny");
    let before = without_notice(&app);
    app.release_jobs().shows("Mappen");
    assert_eq!(before, without_notice(&app), "what is pasted is being written");
    // The next field takes text too; only where none does the error opens.
    app.keys("<s-tab>mall").shows("mall").keys("<s-tab>").shows("Mappen").shows("╭─");
}

#[test]
fn a_dialog_that_one_job_has_opened_stays_when_another_ends() {
    for (name, there, shown) in
        [("ut", false, "Skrivet: 1 fil"), ("saknas/ut", false, "Mappen"), ("ut", true, "Filen finns redan")]
    {
        let (mut app, folder) = page(name);
        if there {
            fs::write(folder.path().join("ut.docx"), "något annat").unwrap();
        }
        app.hold_jobs().keys("<c-o>").keys("<enter>").shows("innan det går ut").keys("x");
        app.release_newest_job().shows(shown);
        let before = without_notice(&app);
        app.release_jobs();
        assert_eq!(before, without_notice(&app), "{shown}");
    }
}

#[test]
fn what_was_understood_of_a_file_stays_when_a_job_ends() {
    let (mut app, _folder) = writing("ut");
    app.keys("<esc><c-o>").keys(EMPTY).paste(MINUTES).keys("<enter>").wait_for("14 åtaganden");
    let before = without_notice(&app);
    app.release_jobs();
    assert_eq!(before, without_notice(&app));
    app.keys("<enter>").shows("Anteckningar från runda");
}

/// Lets the database refuse to remember with which choices something went out.
fn forbid_remembering(database: &Path) {
    let conn = Connection::open(database).unwrap();
    conn.execute_batch(
        "CREATE TRIGGER refused BEFORE INSERT ON remembered BEGIN SELECT RAISE(ABORT, 'nej'); END",
    )
    .unwrap();
}

const NOT_REMEMBERED: &str = "Filerna är skrivna, men dina val sparades inte.";

#[test]
fn a_write_that_fails_after_a_job_is_said_and_takes_nothing_that_is_typed() {
    let (mut app, folder) = page_over("ut", forbid_remembering);
    app.hold_jobs().keys("<enter>").shows("innan det går ut").keys("x").shows("Skriver");
    app.keys("<esc>! Svårt med samverkan");
    let before = without_notice(&app);
    let log = logged(|| {
        app.release_jobs();
    });
    assert_eq!(before, without_notice(&app));
    assert!(log.contains("nej"), "{log}");
    app.shows(NOT_REMEMBERED).keys(" @Eva").shows("! Svårt med samverkan @Eva");
    app.keys("<enter>").shows("Svårt med samverkan").hides("! Svårt");
    assert!(is_word(&folder.path().join("ut.docx")));
}

#[test]
fn a_write_that_fails_is_said_on_the_page_that_waits_for_its_job() {
    let (mut app, _folder) = page_over("ut", forbid_remembering);
    app.keys("<enter>").shows("innan det går ut").keys("x");
    app.shows("Skrivet: 1 fil").shows(NOT_REMEMBERED);
}

fn is_word(path: &Path) -> bool {
    fs::read(path).unwrap().starts_with(b"PK")
}
