//! Forms: what can be filled in is seen, what is typed comes in place of what was there, and is said in words.

use vidpennan::store::{self, Store};
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, now, start, start_at_pen, start_over};
use crate::support::programme::programme;

fn persons(app: &Driver) -> Vec<String> {
    let store = Store::reader(app.path(), now()).unwrap();
    store::person::list(&store).unwrap().into_iter().map(|person| person.name).collect()
}

/// Owner and date of a commitment, in a programme whose register knows Amina Berg.
fn owner_and_date() -> Driver {
    let mut app = start_over(Place::Tab(Tab::FollowUp), programme);
    app.keys("fåtaganden<enter><home>").keys("a").shows("Ansvarig").shows("Senast");
    app
}

#[test]
fn an_empty_field_is_seen_by_its_ground() {
    let mut app = start();
    app.keys("n").shows("Plats");
    assert!(app.underlined("Plats") > 30, "{}", app.screen());
    assert_eq!(app.underlined("Slag"), 0, "what is chosen is no text");
}

#[test]
fn what_is_typed_replaces_what_was_there_and_an_arrow_keeps_it() {
    let mut app = start();
    app.keys("nHeldag<tab><tab>6/3").shows("Datum       6/3").hides("2026-03-046/3");
    app.keys("<tab><tab><tab><tab>8").shows("Antal bord  8").hides("08");
    app.keys("<tab><s-tab><end>0").shows("Antal bord  80");
    app.keys("<bs><tab><s-tab><bs>").hides("Antal bord  8").keys("<enter>").shows("Mötet är skapat");
}

#[test]
fn a_long_field_shows_its_beginning_when_it_is_left() {
    let mut app = start();
    app.keys("nEn mycket lång rubrik som inte får plats i rutan för titeln på mötet, alls");
    app.shows("för titeln på mötet, alls").hides("En mycket");
    app.keys("<tab>").shows("Titel       En mycket lång rubrik").shows("…").hides("alls");
}

#[test]
fn a_date_is_said_in_words_while_it_is_typed() {
    let mut app = start();
    app.keys("nHeldag<tab><tab>").shows("onsdag 4 mars 2026");
    app.keys("fre").shows("fredag 6 mars 2026").keys("<bs>x").shows("”frx” går inte att läsa som ett datum");
    let mut app = owner_and_date();
    app.keys("<tab>v12").shows("vecka 12 2026").keys("<c-w>imorgon").shows("torsdag 5 mars 2026");
    app.keys("<c-w>31/2").shows("”31/2” går inte att läsa som ett datum");
}

#[test]
fn fields_out_of_sight_are_counted() {
    let mut app = start();
    app.keys("n").hides("av 10").size(40, 12).shows("1 av 10").shows("Titel").shows("Plats");
    app.keys("<tab><tab><tab><tab><tab><tab>").shows("7 av 10").shows("Antal bord").hides("Titel ");
}

#[test]
fn the_usual_sections_are_named() {
    let mut app = start();
    app.keys("nHeldag<tab><tab><tab><tab><tab><tab><tab>").shows("de vanliga för slaget");
    app.shows("Tips · Anteckningar · Utmaningar · Det här ska jag göra imorgon!");
    app.keys("<right>").hides("Tips ·");
}

#[test]
fn an_owner_is_completed_from_the_register() {
    let mut app = owner_and_date();
    app.keys("am").shows("▌ Amina Berg").shows("Tab väljer");
    app.keys("<tab>").shows("Ansvarig  Amina Berg").hides("ny person").hides("▌ Amina Berg");
    app.keys("<enter>").shows("Inget ändrades");
    assert!(!persons(&app).iter().any(|name| name == "am"));
}

#[test]
fn a_slip_never_makes_a_person_unasked() {
    let mut app = owner_and_date();
    let before = persons(&app);
    app.keys("Am<enter>").shows("”Am” finns inte i registret. Menar du Amina Berg?");
    assert_eq!(persons(&app), before, "one is asked first");
    app.keys("<bs><bs>Åsa Ny<tab>").shows("ny person").keys("<s-tab>").shows("Åsa Ny finns inte i registret");
    app.keys("<bs><bs><bs><bs><bs><bs>Am<esc>").shows("ny person").keys("<enter>").shows("Menar du");
    app.keys("<enter>").shows("ansvarig och datum är sparade");
    assert_eq!(persons(&app).len(), before.len() + 1, "who says so a second time means it");
}

#[test]
fn escape_closes_the_names_before_the_form() {
    let mut app = owner_and_date();
    app.keys("am<esc>").shows("Ansvarig").hides("▌ Amina Berg").keys("<esc>").hides("Senast");
}

#[test]
fn another_language_waits_until_the_form_is_closed() {
    let mut app = start();
    app.keys("nMötet<c-p>byt språk<enter>").shows("Språket byts när rutan är stängd");
    app.shows("Titel").shows("Mötet").keys("<enter>").shows("Round tables").hides("Bordssamtal");
    app.keys("<c-n>").shows("Title");
}

#[test]
fn the_words_of_a_new_action_are_selected_so_that_typing_replaces_them() {
    let mut app = start_at_pen();
    app.keys("! Frågan<enter><c-g>")
        .shows("Text      Frågan")
        .keys("Ring")
        .shows("Text      Ring")
        .hides("FråganRing");
}

#[test]
fn what_every_field_begins_with_is_replaced_by_typing_and_kept_by_end() {
    let mut app = start();
    let programme = |app: &mut Driver| {
        app.keys("<c-p>programmet<enter>");
    };
    app.keys("nHeldag<s-tab>Gamla namnet<enter>");
    programme(&mut app);
    app.shows("Gamla namnet").keys("Nytt namn<tab>hela dygnet<enter>").shows("Nytt namn");
    programme(&mut app);
    app.shows("Nytt namn").shows("hela dygnet").hides("Gamla");
    app.keys("<end> och mer<enter>");
    programme(&mut app);
    app.shows("Nytt namn och mer").shows("hela dygnet");
}

#[test]
fn what_is_typed_in_a_list_comes_after_what_is_in_it() {
    let mut app = start_at_pen();
    app.keys("! Frågan #stress<enter><a-3>").keys("l").shows("Etiketter").keys("paus<enter>");
    app.keys("l").shows("Etiketter  stress paus").keys("<enter>").shows("Inget ändrades");
    app.keys("l<bs><bs><bs><bs><bs><enter>l").shows("Etiketter  stress").hides("paus");
    let mut app = start();
    app.keys("nHeldag<s-tab>Programmet<enter>").keys("<c-p>programmet<enter><tab>hela dygnet; mod<enter>");
    app.keys("<c-p>programmet<enter><tab>").shows("hela dygnet; mod;").keys("<esc>").hides("Inte sparat");
    app.keys("<c-p>programmet<enter><tab>lugn<enter>").keys("<c-p>programmet<enter>");
    app.shows("hela dygnet; mod; lugn")
        .keys("<tab><c-w><c-w><c-w><c-w>bara det<enter>")
        .keys("<c-p>programmet<enter>");
    app.shows("bara det").hides("lugn");
}

#[test]
fn a_date_a_time_and_a_number_that_are_refused_are_replaced_by_typing() {
    let mut app = start();
    app.keys("nMötet<tab><tab>32/13<enter>").shows("32/13").keys("5 mars<tab>25:99<enter>").hides("32/13");
    app.shows("25:99").keys("9-12<tab><tab><tab>tio<enter>").shows("tio").hides("25:99");
    app.keys("8<enter>").shows("Mötet").hides("tio");
}

#[test]
fn a_name_that_is_taken_and_a_short_form_of_two_words_are_replaced_by_typing() {
    let mut app = start();
    app.keys("nHeldag<s-tab>Programmet<enter>").keys("<a-1>nKväll<s-tab>Andra<enter>");
    app.keys("<c-p>programmet<enter>Programmet<enter>").shows("Programmet").keys("Tredje<enter>");
    app.hides("ProgrammetTredje").keys("<c-p>programmet<enter>").shows("Tredje").keys("<esc>");
    app.keys("<c-p>förkort<enter>l k p<tab>Livet<enter>").shows("l k p").keys("lkp<enter>").hides("l k plkp");
    app.keys("<c-p>förkort<enter>").shows("lkp").shows("Livet");
    let mut app = owner_and_date();
    app.keys("<esc><c-p>personer<enter>nAmina Berg<enter>").shows("Amina Berg").keys("Siv Ek<enter>");
    assert!(persons(&app).iter().any(|name| name == "Siv Ek"), "{:?}", persons(&app));
}

#[test]
fn a_part_of_a_name_is_read_as_the_pen_reads_it() {
    for typed in ["Amina", "berg", "amina berg"] {
        let mut app = owner_and_date();
        let before = persons(&app);
        app.keys("<c-u>").keys(typed).hides("blir en ny person").keys("<enter>").hides("Menar du");
        app.shows("Amina Berg");
        assert_eq!(persons(&app), before, "{typed}");
    }
}
