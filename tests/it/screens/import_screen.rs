//! Files in and out by the keys: what is understood is shown before it is stored, and what was stored is written again.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use vidpennan::ops;
use vidpennan::store::{self, Store};
use vidpennan::ui::app::Ending;
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, start_in, start_over, start_with};
use crate::support::programme::programme;
use crate::support::room::options;

pub(crate) const MINUTES: &str = "tests/fixtures/minutes/001_e73191a1bb23a1f9.txt";
/// Empties a field, however many words are in it.
pub(crate) const EMPTY: &str = "<c-w><c-w><c-w><c-w><c-w><c-w><c-w><c-w><c-w><c-w><c-w><c-w>";

fn app(place: Place) -> Driver {
    start_in(options(), |store| (store, place))
}

/// Asks for a file on the import page.
fn read(app: &mut Driver, file: &Path) {
    app.keys(EMPTY).paste(&file.display().to_string()).keys("<enter>");
}

fn folder_with(name: &str, bytes: &[u8]) -> (TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

#[test]
fn minutes_are_read_shown_stored_and_written_again() {
    let original = fs::read_to_string(MINUTES).unwrap();
    let (folder, path) = folder_with("rundabord.txt", original.as_bytes());
    let mut app = app(Place::Tab(Tab::Meetings));
    app.keys("<c-o>").shows("Skriv sökvägen");
    read(&mut app, &path);
    app.wait_for("5 december 2018").shows("10 utmaningar, 4 obesvarade · 14 åtaganden");
    app.keys("<esc>").shows("Skriv sökvägen").hides("14 åtaganden");
    app.keys("<enter>").wait_for("14 åtaganden").keys("<enter>").shows("Inläst:");

    let out = folder.path().join("ut.txt");
    app.keys("<c-x>")
        .wait_for("För vem?")
        .click("● Word")
        .click("● PDF")
        .click("○ text")
        .click("Fil ")
        .keys(EMPTY);
    app.paste(&out.display().to_string()).keys("<enter>").keys("x").shows("Skrivet: 1 fil").keys("<enter>");
    let words = |text: &str| {
        let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>()
    };
    assert_eq!(words(&fs::read_to_string(&out).unwrap()), words(&original));
    app.keys("<esc><c-z>").shows("Ångrat: läsa in");
}

#[test]
fn the_same_file_twice_is_asked_about() {
    let mut app = app(Place::Import(Some(MINUTES.into())));
    app.wait_for("14 åtaganden").hides("redan inläst").keys("<enter>");
    app.keys("<c-o>");
    read(&mut app, Path::new(MINUTES));
    app.wait_for("Filen är redan inläst").keys("<enter>").shows("en gång till?").keys("<esc>");
    app.keys("<enter><enter>").shows("Inläst:");
}

#[test]
fn double_encoding_is_repaired_when_one_asks_for_it() {
    let (_folder, path) = folder_with("a.txt", "Möte\n\nFrÃ¥gor frÃ¥n mÃ¶tet\n".as_bytes());
    let mut app = app(Place::Import(Some(path)));
    app.wait_for("Mellanslag reparerar").shows("frÃ¥n");
    app.keys("<space>").wait_for("är reparerad").shows("Frågor från mötet").hides("frÃ¥n");
    app.keys("<space>").wait_for("Mellanslag reparerar").shows("frÃ¥n");
}

#[test]
fn a_file_that_cannot_be_read_is_reported_and_changes_nothing() {
    let mut app = app(Place::Import(None));
    for (name, bytes, said) in [
        ("tom.txt", b"".as_slice(), "Filen är tom"),
        ("bild.txt", b"\x89PNG\r\n\x1a\n".as_slice(), "Filen är inte text"),
        ("data.json", b"{\"schema\": 3}".as_slice(), "JSON"),
    ] {
        let (_folder, path) = folder_with(name, bytes);
        read(&mut app, &path);
        app.wait_for(said);
    }
    read(&mut app, Path::new("saknas.txt"));
    app.wait_for("filen finns inte").keys("<esc>").shows("Möten");
}

#[test]
fn file_names_are_completed() {
    let (folder, _path) = folder_with("Rundabord mars.txt", "Möte\n\n- Köp mindre\n".as_bytes());
    let mut app = app(Place::Import(None));
    app.keys(EMPTY).paste(&format!("{}/run", folder.path().display()));
    app.shows("Rundabord mars.txt").keys("<tab><enter>").wait_for("inte sparad än");
}

/// A folder with these files, and the path of each.
fn minutes_in(names: &[&str]) -> (TempDir, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &&str| {
        let path = folder.path().join(name);
        fs::write(&path, format!("Mötet {name}\n\nTips\n\n- Köp mindre {name}\n")).unwrap();
        path.display().to_string()
    };
    let paths = names.iter().map(write).collect();
    (folder, paths)
}

#[test]
fn a_path_that_is_pasted_or_dragged_takes_the_place_of_the_folder() {
    let (_folder, paths) = minutes_in(&["Åsas möte (1).txt"]);
    let path = &paths[0];
    let escaped = path.replace(' ', "\\ ").replace('(', "\\(").replace(')', "\\)");
    let address =
        format!("file://{}", path.replace(' ', "%20").replace('Å', "%C3%85").replace('ö', "%C3%B6"));
    for pasted in [path.clone(), format!("'{path}' "), format!("\"{path}\"\n"), escaped, address] {
        let mut app = app(Place::Import(None));
        app.paste(&pasted).hides("//").keys("<enter>").wait_for("Köp mindre Åsas");
    }
}

#[test]
fn another_path_typed_behind_the_folder_begins_anew() {
    let (_folder, paths) = minutes_in(&["Mars.txt"]);
    for typed in [paths[0].clone(), format!("'{}'", paths[0]), format!("\"{}", paths[0])] {
        let mut app = app(Place::Import(None));
        app.keys(&typed).keys("<enter>").wait_for("Köp mindre Mars");
    }
    let mut app = app(Place::Import(None));
    app.keys("~/saknas.txt<enter>").wait_for("~/saknas.txt gick inte att läsa");
    app.keys(&paths[0]).keys("<enter>").wait_for("Köp mindre Mars");
}

#[test]
fn the_first_row_leads_to_the_folder_over_this_one() {
    let folder = tempfile::tempdir().unwrap();
    for inner in ["a", "mars/inre"] {
        fs::create_dir_all(folder.path().join(inner)).unwrap();
    }
    let mut app = app(Place::Import(None));
    app.paste(&format!("{}/mars/inre/", folder.path().display())).shows("▌ ..");
    app.keys("<enter>").shows("mars/inre/").hides("▌ ..").keys("<up><enter>");
    let row = app.line_of("/mars/");
    assert_eq!(row, app.line_of("▌"), "{}", app.screen());
    app.keys(EMPTY).paste("/").shows("Läs in  /").hides(" ..");
}

#[test]
fn several_files_are_read_one_after_the_other_with_one_receipt() {
    let (folder, _paths) = minutes_in(&["a.txt", "b.txt", "c.txt", "d.txt"]);
    let mut app = app(Place::Import(None));
    app.paste(&format!("{}/", folder.path().display())).shows("Tab markera");
    app.keys("<tab><down><tab><up><up><tab>").shows("3 filer valda: a.txt, c.txt, b.txt");
    app.keys("<enter>").wait_for("Fil 1 av 3").shows("Köp mindre a.txt").shows("Tab hoppa över");
    app.keys("<enter>").wait_for("Fil 2 av 3").shows("Köp mindre c.txt").hides("Inläst");
    app.shows("Filen är inte sparad än");
    app.keys("<enter>").wait_for("Fil 3 av 3").shows("Köp mindre b.txt");
    app.keys("<enter>")
        .shows("3 filer inlästa")
        .shows("Mötet a.txt")
        .shows("Mötet b.txt")
        .hides("Mötet d.txt");
    app.keys("<c-z>").shows("Ångrat: läsa in Mötet b.txt").shows("Mötet a.txt").shows("Mötet c.txt");
}

#[test]
fn several_paths_are_pasted_at_once_and_any_of_them_can_be_skipped() {
    let (folder, paths) = minutes_in(&["a b.txt", "c.txt"]);
    let missing = folder.path().join("saknas.txt").display().to_string();
    let mut app = app(Place::Import(None));
    app.paste(&format!("'{}' '{missing}' '{}'", paths[0], paths[1]))
        .shows("3 filer valda: a b.txt, saknas.txt");
    app.keys("<enter>").wait_for("Fil 1 av 3").keys("<tab>").wait_for("Fil 3 av 3");
    app.keys("<enter>")
        .shows("1 av 3 filer inläst. ")
        .shows("saknas.txt gick inte att läsa")
        .shows("Läs in ");
    app.keys("<esc>").shows("Mötet c.txt").hides("Mötet a b.txt");

    app.keys("<c-o>").paste(&paths.join("\n")).shows("2 filer valda").keys("<enter>").wait_for("Fil 1 av 2");
    app.keys("<esc>").shows("2 filer valda").keys("<esc>").hides("valda").shows("Läs in ").keys("<esc>");
    app.shows("Möten");
}

#[test]
fn the_footer_of_the_preview_offers_what_works_there() {
    let mut app = app(Place::Import(Some(MINUTES.into())));
    app.wait_for("14 åtaganden").shows("↑↓ bläddra").hides("ändra").hides("nästa").hides("hoppa över");
    let top = app.screen();
    app.keys("<down><down>").shows("↑ 2").keys("<up><up><left><right><tab>");
    assert_eq!(app.screen(), top);
}

#[test]
fn the_files_can_be_seen_in_a_small_window() {
    let (folder, _paths) = minutes_in(&["a.txt", "b.txt"]);
    let mut app = app(Place::Import(None));
    app.size(40, 12).paste(&format!("{}/", folder.path().display())).shows("Välj en fil").shows("b.txt");
}

#[test]
fn the_pages_at_their_sizes() {
    let mut app = app(Place::Import(Some(MINUTES.into())));
    app.wait_for("14 åtaganden");
    insta::assert_snapshot!("import_80", app.screen());
    for (width, height) in [(40, 12), (20, 6), (3, 3)] {
        app.size(width, height).keys("<tab>");
    }
}

/// One meeting is stored, or none.
#[test]
fn going_back_stores_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("möten.db");
    let mut app = start_with(Store::open(&path, options()).unwrap(), Place::Import(Some(MINUTES.into())));
    app.wait_for("14 åtaganden").keys("<esc><esc>");
    let reader = Store::reader(&path, options().clock).unwrap();
    assert_eq!(store::meeting::count(&reader).unwrap(), 0);
}

#[test]
fn the_path_that_is_written_is_the_file_that_is_read() {
    let (folder, three) = folder_with("tre.txt", MINUTES_OF_THREE.as_bytes());
    let home = folder.path().join("hem.txt");
    fs::write(&home, "Hemmamöte\n\nTips\n- Nytt\n").unwrap();
    let people = folder.path().join("folk.csv");
    fs::write(&people, "Namn;E-post\nAnna Ek;anna@lindby.se\n").unwrap();
    // After a preview another path takes the place of the one that was typed.
    let mut first = app(Place::Tab(Tab::Meetings));
    first.keys("<c-o>").keys(&format!("{}<enter>", three.display())).wait_for("Tremöte").keys("<esc>");
    first.keys(&format!("{}<enter>", home.display())).wait_for("Hemmamöte").hides("finns inte");
    // It is read though others were chosen before.
    let mut second = app(Place::Tab(Tab::Meetings));
    second.keys("<c-o>").paste(&format!("'{}' '{}'", three.display(), people.display())).keys("<enter>");
    second.wait_for("Fil 1 av 2").keys("<esc>");
    second.keys(&format!("{}<enter>", home.display())).wait_for("Hemmamöte").hides("Fil 1 av 2");
}

const MINUTES_OF_THREE: &str = "Tremöte\n\nTips\n- Nytt\n";

#[test]
fn the_programme_that_the_meeting_will_belong_to_is_said_before_it_is_stored() {
    let (_folder, paths) = minutes_in(&["Mars.txt"]);
    let mut app = app(Place::Import(None));
    app.paste(&paths[0]).keys("<enter>").wait_for("Enter sparar som ett nytt möte, Esc").keys("<esc><esc>");
    let mut app = start_over(Place::Import(None), |store| {
        ops::rename_programme(store, "Hållbara liv").unwrap();
    });
    app.paste(&paths[0]).keys("<enter>").wait_for("sparar som ett nytt möte i programmet Hållbara");
}

/// A file that is so long that it is stored by a job, and the program that has understood it.
fn with_long_file() -> (TempDir, Driver) {
    let rows: Vec<String> = (0..3_000).map(|at| format!("- Svårt med samverkan nummer {at}")).collect();
    let rows = rows.join("\n");
    let (folder, path) = folder_with("stor.txt", format!("Stort möte\n\nUtmaningar\n\n{rows}").as_bytes());
    let mut app = start_in(options(), |mut store| {
        programme(&mut store);
        let meeting = store::meeting::list(&store).unwrap()[0].id;
        (store, Place::Meeting(meeting))
    });
    app.keys("<c-o>");
    read(&mut app, &path);
    app.wait_for("3000 utmaningar");
    (folder, app)
}

/// How many entries begin with these words on the disk.
fn stored(app: &Driver, words: &str) -> usize {
    app.entries().iter().filter(|entry| entry.text.starts_with(words)).count()
}

#[test]
fn keys_reach_the_screen_while_a_long_file_is_stored() {
    let (_folder, mut app) = with_long_file();
    app.hold_jobs().keys("<enter>").shows("Läser in 0 av 3\u{a0}000").shows("Esc avbryt");
    // Elsewhere one goes on writing, and what is written is on the disk at once.
    app.keys("<a-2>Mitt i inläsningen<enter>").shows("Mitt i inläsningen");
    assert_eq!(stored(&app, "Mitt i inläsningen"), 1);
    app.release_jobs().shows("Inläst: Stort möte");
    app.keys("<c-z>").shows("Ångrat: läsa in Stort möte");
    assert_eq!((stored(&app, "Svårt"), stored(&app, "Mitt i")), (0, 1));
}

#[test]
fn a_long_file_that_is_stored_on_its_page_opens_and_is_undone_at_once() {
    let (_folder, mut app) = with_long_file();
    app.keys("<enter>").shows("Inläst: Stort möte").shows("Svårt med samverkan nummer 2999");
    app.keys("<c-z>").shows("Ångrat: läsa in Stort möte");
    assert_eq!(stored(&app, "Svårt med samverkan nummer"), 0);
}

#[test]
fn a_long_file_is_cancelled_whole() {
    let (_folder, mut app) = with_long_file();
    app.hold_jobs().keys("<enter>").shows("Läser in").keys("<esc>").release_jobs();
    app.shows("Inget av den är sparat.").shows("Filen är inte sparad än").shows("3000 utmaningar");
    assert_eq!(stored(&app, "Svårt med samverkan nummer"), 0);
    app.keys("<enter>").shows("Inläst: Stort möte");
    assert_eq!(stored(&app, "Svårt med samverkan nummer"), 3_000);
}

#[test]
fn keys_reach_the_screen_while_a_long_file_is_undone() {
    let (_folder, mut app) = with_long_file();
    app.keys("<enter>").shows("Inläst: Stort möte");
    app.hold_jobs().keys("<c-z>").shows("Ångrar: läsa in Stort möte");
    // In another meeting, so that it is no work in what is undone, whether that has begun or ended by now.
    app.keys("<a-1><home><enter>").hides("Svårt med samverkan");
    app.keys("Mitt i ångrandet<enter>Inte det<enter>").shows("Mitt i ångrandet");
    // The line is undone at once, and what is being undone is not undone twice.
    app.keys("<c-z>");
    assert_eq!((stored(&app, "Mitt i"), stored(&app, "Inte det")), (1, 0));
    app.release_jobs().shows("Ångrat: läsa in Stort möte");
    assert_eq!((stored(&app, "Svårt"), stored(&app, "Mitt i")), (0, 1));
}

#[test]
fn the_undo_of_a_long_file_is_cancelled_whole() {
    let (_folder, mut app) = with_long_file();
    app.keys("<enter>").shows("Inläst: Stort möte");
    app.hold_jobs().keys("<c-z>").shows("Ångrar: läsa in").keys("<c-c>").release_jobs();
    app.shows("Det avbröts. Allt är som förut.").shows("Svårt med samverkan nummer 2999");
    assert_eq!(stored(&app, "Svårt"), 3_000);
    app.keys("<c-z>").shows("Ångrat: läsa in Stort möte");
    app.keys("<c-y>").shows("Gjort igen: läsa in Stort möte");
    assert_eq!(stored(&app, "Svårt"), 3_000);
}

#[test]
fn quitting_asks_while_a_long_file_is_stored_and_takes_it_back_first() {
    let (_folder, mut app) = with_long_file();
    app.hold_jobs().keys("<enter>").shows("Läser in").keys("<c-q>").shows("Avbryta och avsluta?");
    app.shows("Slutar du nu tas det som redan är").keys("<esc>").shows("Läser in");
    assert_eq!(app.ending(), None);
    app.keys("<c-q><enter>");
    assert_eq!(app.ending(), None, "what is stored is taken away first");
    app.release_jobs();
    assert_eq!(app.ending(), Some(Ending::Quit));
    assert_eq!(stored(&app, "Svårt"), 0);
}

#[test]
fn escape_leads_from_what_was_read_in_to_where_one_was() {
    let (_folder, paths) = minutes_in(&["Mars.txt"]);
    let mut app = crate::support::app::start();
    app.keys("<a-5>").keys("<c-o>").paste(&paths[0]).keys("<enter>").wait_for("Köp mindre Mars");
    app.keys("<enter>").wait_for("vid pennan   Mötet Mars").keys("<esc>").shows("Läs in").hides("Köp mindre");
    app.keys("<esc>").shows("0 öppna");
}
