//! A job ends while something else is open or being typed in: it shows a notice and takes no key, and its questions
//! wait for the page that started it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;
use vidpennan::report::Report;
use vidpennan::store::{self, Store, StoreError};
use vidpennan::ui::context::Ctx;
use vidpennan::ui::effect::Effect;
use vidpennan::ui::error::UiError;
use vidpennan::ui::jobs::{Finish, Job};
use vidpennan::ui::layer::NextStep;
use vidpennan::ui::place::Place;

use crate::screens::import_screen::{EMPTY, MINUTES};
use crate::support::app::{Driver, logged, start_during, start_in};
use crate::support::at_once;
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

/// What is opened over or beside the export page: its name, the screen or dialog on top, the keys from there, and text
/// that is typed in it.
const PLACES: &[(&str, &str, &str, &str)] = &[
    ("export, typing the name of the file", "export", "<bs>", "ny"),
    ("help", "help", "<f1>", ""),
    ("palette", "palette", "<c-p>", "hjälp"),
    ("what may be personal", "findings", "<c-g>", ""),
    ("pen", "round_table", "<esc>", "! Svårt med samverkan @Eva"),
    ("pen, correcting", "round_table", "<esc><up><f2>", " och mer"),
    ("pen, tables", "choice", "<esc><c-b>", "bor"),
    ("pen, tags", "form", "<esc><up><c-l>", "skola"),
    ("pen, kind", "choice", "<esc><up><c-t>", "fråga"),
    ("meetings", "meetings", "<esc><a-1>", ""),
    ("meetings, delete?", "confirm", "<esc><a-1><del>", ""),
    ("meetings, new", "meeting_form", "<esc><a-1>n", "Vårens samtal"),
    ("meetings, edit", "meeting_form", "<esc><a-1>e", " och våren"),
    ("meetings, move", "programme_form", "<esc><a-1>m", "Vårens program"),
    ("meetings, status", "choice", "<esc><a-1>s", "just"),
    ("meetings, sections", "sections", "<esc><a-1>a", ""),
    ("meetings, new section", "form", "<esc><a-1>an", "Beslut"),
    ("persons", "persons", "<esc><a-1>p", ""),
    ("persons, find", "choice", "<esc><a-1>pf", "amina"),
    ("persons, correct", "form", "<esc><a-1>p<enter>", " den andra"),
    ("undo in another meeting?", "confirm", "<esc><a-1><down><enter><c-z>", ""),
    ("challenges", "challenges", "<esc><a-3>", ""),
    ("challenges, filter", "choice", "<esc><a-3>f", "öpp"),
    ("challenges, answer line", "challenges", "<esc><a-3>r", "Nytt avtalsråd från april"),
    ("challenges, edit", "form", "<esc><a-3>e", " alls"),
    ("challenges, status", "form", "<esc><a-3>s<tab>", "frågat Bo"),
    ("tomorrow", "tomorrow", "<esc><a-4>", ""),
    ("tomorrow, promise line", "tomorrow", "<esc><a-4>n", "Ringa Amina"),
    ("tomorrow, check-in", "check_in", "<esc><a-4>c", ""),
    ("tomorrow, comment of the check-in", "check_in", "<esc><a-4>ck", "hon var borta"),
    ("follow-up", "follow_up", "<esc><a-5>", ""),
    ("follow-up, filter", "choice", "<esc><a-5>f", "klar"),
    ("follow-up, owner", "form", "<esc><a-5>a", "Ek"),
    ("follow-up, views", "views", "<esc><a-5>y", "Lenas"),
    ("follow-up, what it can become", "refile", "<esc><a-5>t", "id"),
    ("search", "search", "<esc><c-f>", "stress"),
    ("history", "history", "<esc><a-1>h", ""),
    ("changes of an operation", "history", "<esc><a-1>h<enter>", ""),
    ("import", "import", "<esc><a-1><c-o>", "x"),
    ("handbook", "handbook", "<esc><a-1><c-p>handbok<enter>", ""),
    ("settings", "settings", "<esc><a-1>,", ""),
    ("copies", "copies", "<esc><a-1><c-p>säkerhetskopior<enter>", ""),
    ("settings, name", "settings", "<esc><a-1>,<enter>", "Åsa"),
];

/// The screens and dialogs that more than keys leads to, and the test that has them on top while a job ends.
const TESTED_APART: &[(&str, fn())] = &[
    ("files_written", a_dialog_that_one_job_has_opened_stays_when_another_ends),
    ("manuscript", what_was_written_is_said_when_one_comes_back_to_the_page),
    ("message", a_dialog_that_one_job_has_opened_stays_when_another_ends),
    ("paste", pasted_lines_are_not_lost_when_a_job_ends),
    ("replace_files", a_dialog_that_one_job_has_opened_stays_when_another_ends),
];

/// The names of the files in a folder of the interface.
fn names(folder: &str) -> impl Iterator<Item = String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui").join(folder);
    let paths = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let files = paths.filter(|path| path.is_file());
    files.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
}

#[test]
fn a_job_ends_while_each_screen_and_each_dialog_is_on_top() {
    let all: BTreeSet<String> = names("screens").chain(names("dialogs")).collect();
    let apart = TESTED_APART.iter().map(|(name, _)| *name);
    let tested: BTreeSet<String> =
        PLACES.iter().map(|(_, top, ..)| *top).chain(apart).map(str::to_owned).collect();
    assert_eq!(tested, all);
}

#[test]
fn a_job_that_ends_takes_no_key_and_closes_nothing() {
    for (file, said) in [("ut", "Skrivet: 1 fil i "), ("saknas/ut", "Mappen")] {
        for (name, _, keys, text) in PLACES {
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
    app.keys("<esc>").paste("Köp mindre\nLaga mer\nLåna verktyg").shows("3 av 3 rader");
    app.release_jobs().shows("3 av 3 rader");
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
    app.keys("<esc><a-4>c").shows("1 av 3").release_jobs().shows("1 av 3").keys("j").shows("2 av 3");
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

/// Has the export page write a statement, and edits its text before anything is heard of that.
fn edit_statement(app: &mut Driver) {
    app.keys("<s-tab><s-tab><s-tab><s-tab><s-tab><s-tab><s-tab><s-tab><s-tab>").shows("▌ Rapport");
    app.keys("<right><right><right><right>").wait_for("Sammanfattning").wait_till_gone("Läser …");
    app.hold_jobs().keys("<enter>").keys("x").shows("Skriver").keys("<c-e><tab>Åsa Ek").shows("Åsa Ek");
}

#[test]
fn a_question_of_an_edited_report_stays_when_a_job_ends() {
    let mut database = PathBuf::new();
    let (mut app, _folder) = page_over("ut", |path| path.clone_into(&mut database));
    edit_statement(&mut app);
    app.keys("<c-r>").shows("Börja om med en ny text?");
    let before = without_notice(&app);
    app.release_jobs().shows("Skrivet: 1 fil");
    assert_eq!(before, without_notice(&app));
    app.keys("<enter>").hides("Börja om").hides("Åsa Ek").shows("luckor kvar");

    let (mut app, _folder) = page_over("ut", |path| path.clone_into(&mut database));
    edit_statement(&mut app);
    let mut other = Store::open(&database, options()).unwrap();
    let meeting = store::meeting::list(&other).unwrap()[0].id.0;
    at_once::write_manuscript(&mut other, meeting, Report::Statement, None, "# Läget i maj").unwrap();
    app.looks().keys("<c-s>").shows("Skriva över det som någon annan har sparat?");
    let before = without_notice(&app);
    app.release_jobs().shows("Skrivet: 1 fil");
    assert_eq!(before, without_notice(&app));
    app.keys("<enter>").hides("Skriva över").shows("Åsa Ek");
    let stored = store::manuscript::of(&other, meeting, Report::Statement).unwrap().unwrap();
    assert!(stored.text.contains("Åsa Ek"), "{}", stored.text);
}

#[test]
fn what_was_written_is_said_when_one_comes_back_to_the_page() {
    let (mut app, folder) = page("ut");
    edit_statement(&mut app);
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

#[test]
fn the_people_of_a_list_stay_when_a_job_ends() {
    let (mut app, folder) = writing("ut");
    let list = folder.path().join("deltagare.csv");
    fs::write(&list, "Namn;Organisation\nMaja Lund;Skolan\nOlle Vik;Socialtjänsten\n").unwrap();
    app.keys("<esc><c-o>")
        .keys(EMPTY)
        .paste(&list.display().to_string())
        .keys("<enter>")
        .wait_for("Olle Vik");
    let before = without_notice(&app);
    app.release_jobs().shows("Skrivet: 1 fil");
    assert_eq!(before, without_notice(&app));
    app.keys("<enter>").shows("Inläst i registret: 2 personer");
}

#[test]
fn the_question_whether_to_undo_undoes_what_it_names_when_a_job_has_ended() {
    let (mut app, _folder) = writing("ut");
    app.keys("<esc><a-1><down><enter><c-z>").shows("Ångra: anteckna Å-5?");
    app.release_jobs().shows("Skrivet: 1 fil").keys("<enter>").shows("Ångrat: anteckna Å-5");
    app.keys("<a-1><up><enter>").hides("Skriv till anna.ek");
}

/// Work that a job of the program itself may have done: what it ends with, and the notice.
fn own_work() -> Vec<(Job, &'static str)> {
    let job = |work: fn() -> Result<Finish, UiError>| Job::new("Kopierar", move |_| work());
    let no_backup = || {
        let error = StoreError::Damaged(String::new());
        Err(UiError::NoBackup { folder: PathBuf::from("kopior"), error })
    };
    let closed = || {
        let reply = NextStep::plain(|(), _: &Ctx| Ok(Effect::Notice("Stängd".to_owned())));
        Ok(Finish { reply: Some(reply), ..Finish::default() })
    };
    vec![
        (job(|| Ok(Finish::default())), ""),
        (job(no_backup), "Dagens säkerhetskopia blev inte av"),
        (job(closed), "Stängd"),
    ]
}

#[test]
fn the_first_questions_go_on_when_the_work_of_the_start_ends() {
    for (work, said) in own_work() {
        let mut app = start_during(work, None);
        app.keys("Eva").shows("Vem håller i pennan?");
        let before = without_notice(&app);
        app.release_jobs().shows(said);
        assert_eq!(before, without_notice(&app));
        app.keys(" Lind<enter>").shows("Vid pennan: Eva Lind").shows("Nytt möte");
    }
    for (work, said) in own_work() {
        let mut app = start_during(work, Some("Eva Lind"));
        app.keys("<down>").shows("▌ Läs in anteckningar");
        let before = without_notice(&app);
        app.release_jobs().shows(said);
        assert_eq!(before, without_notice(&app));
        app.keys("<up><enter>").shows("Titel");
    }
}

/// Lets the database refuse to remember with which choices something went out.
fn forbid_remembering(database: &Path) {
    let conn = Connection::open(database).unwrap();
    conn.execute_batch(
        "CREATE TRIGGER refused BEFORE INSERT ON remembered BEGIN SELECT RAISE(ABORT, 'nej'); END",
    )
    .unwrap();
}

/// Takes back what forbids it: a check would find that.
fn allow_remembering(app: &Driver) {
    Connection::open(app.path()).unwrap().execute_batch("DROP TRIGGER refused").unwrap();
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
    allow_remembering(&app);
}

#[test]
fn a_write_that_fails_is_said_on_the_page_that_waits_for_its_job() {
    let (mut app, _folder) = page_over("ut", forbid_remembering);
    app.keys("<enter>").shows("innan det går ut").keys("x");
    app.shows("Skrivet: 1 fil").shows(NOT_REMEMBERED);
    allow_remembering(&app);
}

fn is_word(path: &Path) -> bool {
    fs::read(path).unwrap().starts_with(b"PK")
}
