//! The page of persons: correct, join, remove and enter, with keys; the list follows what is undone.

use tempfile::TempDir;
use vidpennan::ops::{self, PersonDetails};
use vidpennan::store::{self, Store};
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, start, start_over, start_with};
use crate::support::at_once;
use crate::support::programme::programme;
use crate::support::room::options;

/// The page over a programme in which Björn and Björn Ek each own an action.
fn page() -> Driver {
    let mut app = start_over(Place::Tab(Tab::Meetings), programme_with_two_names);
    app.keys("p").shows("Personer");
    app
}

/// A programme, and some who are written down beside it.
fn programme_with_two_names(store: &mut Store) {
    programme(store);
    for (name, role, organisation) in [
        ("Björn", "rektor", ""),
        ("Björn Ek", "", "Barn- och utbildningsförvaltningen"),
        ("Åsa Öst", "verksamhetsutvecklare", ""),
        ("Ann-Charlotte Wennerström-Lagerkvist", "avdelningschef för vård och omsorg", "Kommunförbundet"),
    ] {
        let [role, organisation] = [role, organisation].map(|text| Some(text.to_owned()));
        let details = PersonDetails { name: name.to_owned(), role, organisation, ..PersonDetails::default() };
        ops::enter_person(store, &details).unwrap();
    }
    let work = store::work::Filter { class: store::work::WorkClass::Actions, ..Default::default() };
    let actions = store::work::list(store, &work, 0, 10).unwrap();
    for (action, name) in actions.iter().zip(["Björn", "Björn Ek"]) {
        let before = ops::Assignment::of(&action.entry);
        let after = ops::Assignment { owner: Some(name.to_owned()), ..before.clone() };
        at_once::assign(store, action.entry.id, &before, &after).unwrap();
    }
}

/// Goes to somebody by the list of all.
fn go_to<'a>(app: &'a mut Driver, name: &str) -> &'a mut Driver {
    app.keys("f").shows("Hitta en person").keys(name).keys("<enter>").hides("Hitta en person");
    app.shows(&format!("▌ {name}"))
}

#[test]
fn persons_are_in_the_order_of_the_alphabet() {
    let app = page();
    let lines: Vec<usize> =
        ["Ann-Charlotte", "Björn", "Björn Ek", "Åsa Öst"].map(|name| app.line_of(name)).to_vec();
    assert!(lines.is_sorted(), "{lines:?}");
    insta::assert_snapshot!("persons_80x24", app.screen());
    for (columns, rows, name) in [(40, 12, "persons_40x12"), (120, 40, "persons_120x40")] {
        let mut app = page();
        app.size(columns, rows);
        insta::assert_snapshot!(name, app.screen());
    }
}

#[test]
fn a_name_is_put_right_everywhere_and_the_list_follows_what_is_undone() {
    let mut app = page();
    go_to(&mut app, "Åsa Öst").keys("e<c-w><c-w>Åsa Östh<tab><tab>Kultur<enter>");
    app.shows("Åsa Östh är rättad").shows("▌ Åsa Östh").shows("Kultur");
    app.keys("<enter><c-w><c-w>Anders Öst<enter>").shows("▌ Anders Öst").hides("Åsa");
    app.keys("<c-z>").shows("▌ Åsa Östh").keys("<c-z>").shows("▌ Åsa Öst  ").hides("Kultur");
    app.keys("<c-y>").shows("▌ Åsa Östh");
}

#[test]
fn the_same_person_is_joined_after_a_question_that_names_both() {
    let mut app = page();
    go_to(&mut app, "Björn").keys("s").shows("Vem är samma person som ”Björn”?").shows("▌ Björn Ek");
    app.keys("<enter>").shows("”Björn” är ”Björn Ek”. Allt som nämner Björn visas som").keys("<esc>");
    app.hides("Samma person?").shows("▌ Björn  ");
    app.keys("s<enter><enter>").shows("Björn är Björn Ek").shows("▌ Björn Ek").hides("  Björn  ");
    let line = app.line_of("▌ Björn Ek");
    let row = app.screen().lines().nth(line).unwrap().to_owned();
    assert!(row.contains("rektor") && row.trim_end().ends_with('2'), "{row}");
    app.keys("n").shows("Ny person").keys("Björn<enter>").shows("”Björn” finns redan, som ”Björn Ek”");
    app.keys("<esc><a-5>").shows("Björn Ek").keys("fBjörn").shows("▌ Björn Ek");
    app.keys("<enter>")
        .shows("2 öppna")
        .keys("<a-1><c-z>")
        .shows("och syns inte här")
        .keys("<enter>p")
        .shows("  Björn  ");
}

#[test]
fn somebody_is_removed_after_a_question_and_comes_back() {
    let mut app = page();
    go_to(&mut app, "Björn").keys("<del>").shows("Ta bort personen?");
    app.shows("1 öppen åtgärd").keys("<esc>").hides("Ta bort").shows("▌ Björn  ");
    app.keys("<del><enter>").shows("Björn är borttagen").hides("  Björn  ");
    app.keys("<c-z>").shows("  Björn  ");
}

#[test]
fn an_address_is_entered_corrected_and_shown_where_there_is_room() {
    let mut app = start();
    app.keys("pn").shows("Ny person").keys("Åsa Öst<tab><tab><tab>").shows("Den skrivs inte ut");
    app.keys("asa@exempel.se<enter>").shows("▌ Åsa Öst").hides("asa@exempel.se");
    app.size(140, 24).shows("e-post").shows("asa@exempel.se");
    app.keys("e<tab><tab><tab><c-w><c-w><c-w>ost@exempel.se<enter>").shows("Åsa Öst är rättad");
    app.shows("ost@exempel.se").hides("asa@").keys("<c-z>").shows("asa@exempel.se");
}

#[test]
fn a_new_name_is_entered_once() {
    let mut app = start();
    app.keys("p").shows("Ingen finns här än").keys("<enter>").shows("Ny person").keys("<enter>");
    app.shows("Ny person").keys("Åsa Öst<tab>lärare<tab>Skolan<enter>").shows("▌ Åsa Öst").shows("1 person");
    app.keys("nåsa öst<enter>").shows("”Åsa Öst” finns redan. Är det samma person?").keys("<esc>");
    app.keys("nBo<enter>").shows("▌ Bo").keys("s").shows("▌ Åsa Öst").keys("<esc><del>j").keys("s");
    app.shows("Det finns ingen annan att välja");
    app.keys("e<c-w><c-w>Åsa Öst<enter>").shows("1 person").keys("<del>j").shows("Ingen finns här än");
    app.keys("s<del>f").shows("Ingen finns här än").keys("<esc>").hides("Personer");
}

#[test]
fn a_long_role_leaves_room_for_the_name_in_a_small_window() {
    let mut app = page();
    app.size(40, 12).keys("f").shows("Ann-Charlotte W").shows("avdelningschef…");
}

#[test]
fn the_history_says_who_was_corrected_joined_and_removed() {
    let mut app = page();
    go_to(&mut app, "Björn").keys("s<enter><enter>").shows("▌ Björn Ek");
    app.keys("e<c-w><c-w>Björn Ekh<tab><tab><c-w><c-w><c-w>Kultur<enter>").shows("▌ Björn Ekh");
    go_to(&mut app, "Åsa Öst").keys("<del>j");
    app.keys("<esc>h").shows("ta bort personen Åsa Öst").shows("slå ihop personerna Björn → Björn Ek");
    app.shows("ändra uppgifterna om Björn Ek → Björn Ekh")
        .keys("<enter>")
        .shows("Åsa Öst  person, borttagen");
    app.keys("<esc><down><enter>").shows("Björn Ekh  namn: Björn Ek → Björn Ekh");
    app.shows("organisation: Barn- och utbildningsförvaltn…").shows("Kultur").keys("<esc><down><enter>");
    app.shows("Björn  samma person som Björn Ekh");
}

#[test]
fn the_palette_leads_there_from_anywhere() {
    let mut app = start_over(Place::Tab(Tab::Challenges), programme);
    app.keys("<c-p>personer: rätta<enter>").shows("▌").shows("öppet").keys("<esc>").shows("U-4");
}

#[test]
fn a_form_puts_nothing_old_back() {
    let folder: TempDir = tempfile::tempdir().unwrap();
    let path = folder.path().join("möten.db");
    let mut other = Store::open(&path, options()).unwrap();
    programme_with_two_names(&mut other);
    let mut app = start_with(Store::open(&path, options()).unwrap(), Place::Tab(Tab::Meetings));
    app.keys("p");
    go_to(&mut app, "Åsa Öst").keys("e").shows("Rätta personen");
    let now = |store: &Store, name: &str| store::person::named(store, name).unwrap().unwrap();
    let details = |name: &str, role: &str| PersonDetails {
        name: name.to_owned(),
        role: Some(role.to_owned()),
        ..PersonDetails::default()
    };
    let before = now(&other, "Åsa Öst");
    at_once::edit_person(&mut other, &before, &details("Åsa Öst", "kurator")).unwrap();
    app.looks().keys("<c-w><c-w>Åsa Östberg<enter>").shows("▌ Åsa Östberg").shows("kurator");
    // The list in which somebody is looked for is about whom it showed.
    app.keys("f").shows("Hitta en person");
    let amina = now(&other, "Amina Berg").id;
    at_once::remove_person(&mut other, amina).unwrap();
    app.looks().keys("Östberg<enter>").shows("▌ Åsa Östberg");
    // Both change the role: the newer one is shown before it is replaced.
    app.keys("e<tab>").shows("kurator");
    let before = now(&other, "Åsa Östberg");
    at_once::edit_person(&mut other, &before, &details("Åsa Östberg", "lärare")).unwrap();
    app.looks().keys("<c-w>rektor<enter>").shows("Någon annan har ändrat texten").shows("”lärare”");
    assert_eq!(now(&other, "Åsa Östberg").role.as_deref(), Some("lärare"));
    app.keys("<enter>").hides("Någon annan");
    assert_eq!(now(&other, "Åsa Östberg").role.as_deref(), Some("rektor"));
}
