//! The page of copies: what is in each, how one differs from the store, and writing one to a file.

use std::fs;
use std::path::Path;

use vidpennan::i18n::Lang;
use vidpennan::ops::{self, CapturePlace, Caught};
use vidpennan::store::{self, ReadOnly, Store, backup};
use vidpennan::ui::app::Ending;
use vidpennan::ui::place::{Place, Tab};

use crate::screens::import_screen::EMPTY;
use crate::support::app::{Driver, over_in, start, start_example, start_in, start_with};
use crate::support::programme::programme;
use crate::support::room::options;

/// Writes a programme with a sound copy of 3 March and a damaged one of the day before; then a line that is in no copy.
fn prepare(store: &mut Store) {
    programme(store);
    let copies = backup::folder(store.path().unwrap());
    backup::to(store, &copies.join("2026-03-03.db"), |_, _| true).unwrap();
    let sound = fs::read(copies.join("2026-03-03.db")).unwrap();
    fs::write(copies.join("2026-03-02.db"), &sound[..sound.len() / 2]).unwrap();
    let meeting = store::meeting::list(store).unwrap().remove(0).id;
    let section = store::section::list(store, meeting).unwrap()[0].id;
    let place = CapturePlace { meeting, section, table: None, round: None };
    ops::capture(store, place, Caught { text: "Efter kopian".to_owned(), ..Caught::default() }).unwrap();
}

/// The page, once all copies are read.
fn page() -> Driver {
    let mut app = start_in(options(), |mut store| {
        prepare(&mut store);
        (store, Place::Tab(Tab::Meetings))
    });
    app.keys("<c-p>säkerhetskopior<enter>").wait_for("skadad").wait_for("hel");
    app
}

#[test]
fn each_copy_says_when_it_was_made_what_is_in_it_and_whether_it_is_sound() {
    let mut app = page();
    insta::assert_snapshot!("copies_80x24", app.size(80, 24).screen());
    insta::assert_snapshot!("copies_120x40", app.size(120, 40).screen());
    insta::assert_snapshot!("copies_40x12", app.size(40, 12).screen());
    app.size(80, 24).keys("<f1>").shows("Jämför kopian med databasen").shows("Lägg tillbaka kopian");
}

#[test]
fn enter_says_how_a_copy_differs_from_what_there_is() {
    let mut app = page();
    app.keys("<enter>").shows("Bara i databasen: 0 möten, 1 inlägg").keys("<esc>").shows("2 kopior");
    app.keys("<down><enter>")
        .shows("Kopian är skadad")
        .keys("t")
        .shows("Kopian är skadad")
        .hides("Lägga tillbaka");
}

#[test]
fn a_copy_is_put_back_after_a_question() {
    let mut app = page();
    app.keys("t").shows("Lägga tillbaka kopian från 3 mars 2026").shows("ställs undan i").keys("<esc>");
    assert_eq!(app.ending(), None);
    let copy = backup::folder(app.path()).join("2026-03-03.db");
    app.keys("t<enter>");
    assert_eq!(app.ending(), Some(Ending::PutBack(copy)));
}

#[test]
fn a_copy_is_written_to_a_file_and_over_none() {
    let mut app = page();
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("kopia.db");
    let write = |app: &mut Driver| {
        app.keys("f").shows("Skriv kopian till en fil").keys(EMPTY).paste(&to.display().to_string());
        app.keys("<enter>");
    };
    write(&mut app);
    app.shows("Kopian är skriven");
    assert_eq!(backup::verify(&to).unwrap().meetings, 2);
    let before = fs::read(&to).unwrap();
    write(&mut app);
    app.shows("finns redan");
    assert_eq!(fs::read(&to).unwrap(), before);
}

#[test]
fn there_are_none_of_a_new_store_and_of_the_example() {
    let folder = tempfile::tempdir().unwrap();
    let open = "<c-p>säkerhetskopior<enter>";
    start_example(&folder.path().join("egen.db")).keys(open).shows("Av exemplet tas inga säkerhetskopior");
    start().keys(open).shows("Det finns inga säkerhetskopior").keys("<enter>t").shows("Det finns inga");
}

/// A store that may not be written is compared, and stays as it is.
#[test]
fn nothing_is_put_back_over_what_may_not_be_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("möten.db");
    prepare(&mut Store::open(&path, options()).unwrap());
    let mut app =
        start_with(Store::open_to_read(&path, options(), ReadOnly::Protected).unwrap(), Place::Copies);
    app.wait_for("hel").keys("<enter>").shows("Bara i databasen").keys("<esc>t");
    app.shows("Databasen får inte skrivas i").hides("Lägga tillbaka kopian");
    assert_eq!(app.ending(), None);
}

#[test]
fn the_page_speaks_english_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("meetings.db");
    let mut store = Store::open(&path, options()).unwrap();
    prepare(&mut store);
    let mut app = over_in(store, Place::Copies, Lang::En, options().clock);
    app.wait_for("damaged").wait_for("sound").shows("2 copies, the newest first").shows("2 meetings");
    app.keys("<enter>").shows("Only in the database: 0 meetings, 1 entry").keys("<esc>t");
    app.shows("Put back the copy of").shows("put aside in");
    assert!(Path::new(&path).exists());
}
