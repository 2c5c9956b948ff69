//! The frame of the program: tabs, help, palette, sizes, languages and themes.

use vidpennan::ui::app::Ending;

use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{start, start_at, start_over};
use crate::support::programme::programme;

#[test]
fn tabs_are_changed_by_number_and_by_click() {
    let mut app = start();
    app.keys("<a-3>").shows("3 Utmaningar").keys("<a-2>").shows("Enter spara");
    app.click("5 Uppföljning").shows("c stäm av");
}

#[test]
fn the_help_and_the_palette_know_the_keys_of_the_screen() {
    let mut app = start();
    app.size(80, 60).keys("<f1>").shows("Nytt möte").shows("Ctrl+Z").keys("<esc>").hides("Ctrl+Z");
    app.keys("<c-p>färg").shows("Byt färger").hides("Ångra").keys("<enter>").shows("Färger: hög kontrast");
}

#[test]
fn the_help_and_the_palette_are_reached_from_every_box() {
    let boxes = [
        ("<a-1>", "n", "Titel"),
        ("<a-1>", "a", "Avsnitt i"),
        ("<a-1>", "d", "Ta bort mötet"),
        ("<a-1>", "s", "Hur långt"),
        ("<a-3>", "r", "‹ på gång ›"),
        ("<a-4>", "n", "Esc tillbaka"),
        ("<a-4>", "c", "Hur gick det?"),
        ("<a-1>", "<c-p>", "Alla kommandon"),
        ("<a-1>", "<c-o>", "Läs in"),
    ];
    for (tab, opens, shows) in boxes {
        let mut app = start_over(Place::Tab(Tab::Meetings), programme);
        app.keys(tab).keys(opens).shows(shows);
        app.keys("<f1>").shows("Hjälp om tangenterna").keys("<esc>").shows(shows);
        if opens != "<c-p>" {
            app.keys("<c-p>språk").shows("Byt språk").keys("<esc>").shows(shows);
        }
        app.keys("<c-c>").shows("Ctrl+Q avslutar").shows(shows);
    }
}

#[test]
fn the_palette_does_not_leave_what_is_written_in_a_form() {
    let mut app = start();
    app.keys("nHeldag<c-p>möten").shows("inga träffar").keys("<esc>").shows("Heldag");
    app.keys("<c-p>spara<enter>").shows("Mötet är skapat");
}

#[test]
fn the_palette_finds_by_names_and_by_other_words() {
    let first = |typed: &str| {
        let mut app = start();
        app.keys("<a-2><c-p>").keys(typed);
        let rows = app.screen();
        rows.lines().find(|line| line.contains('▌')).unwrap_or_default().to_owned()
    };
    for (typed, label) in [
        ("hann inte", "Märk ”hann inte”"),
        ("/hann inte", "Märk ”hann inte”"),
        ("/bord", "Välj bord"),
        ("stäng", "Avsluta"),
        ("quit", "Avsluta"),
        ("tema", "Byt färger"),
        ("larm", "Inställningar"),
        ("byt namn", "Personer"),
        ("skriv ut", "Exportera"),
        ("merge", "Personer"),
    ] {
        assert!(first(typed).contains(label), "{typed}: {}", first(typed));
    }
    start().keys("<c-p>xqz").shows("inga träffar");
    let mut app = start();
    app.size(40, 12).keys("<a-2><c-p>").shows("Ta bort inlägget").shows("Ändra texten");
}

#[test]
fn the_palette_has_groups_slash_names_and_says_that_it_goes_on() {
    let mut app = start_at(Place::Tab(Tab::RoundTable));
    app.keys("<c-p>").shows("inlägget    ").shows("↓").hides("gå till  ").keys("<end>").shows("programmet");
    app.shows("↑").hides("Ta bort inlägget");
    app.keys("flytta").shows("▌ inlägget    Flytta inlägget till annat avsnitt").shows("Flytta uppåt");
    app.keys("<c-w>tal").hides("Ångra");
    app.keys("<c-w>qx")
        .shows("inga träffar")
        .keys("<c-w>ta bort")
        .shows("/ta bort")
        .shows("▌ inlägget    Ta bort");
    app.keys("<c-p>").hides("› ta bort");
}

#[test]
fn the_footer_follows_what_goes_on() {
    let mut app = start_over(Place::Tab(Tab::FollowUp), programme);
    app.keys("<home><space><space>").shows("2 markerade   Esc avmarkerar").keys("<esc>").hides("avmarkerar");
    app.keys("fåtaganden<enter>").shows("Esc visa alla").keys("<esc>").hides("Esc visa alla");
    app.keys("<a-2>/").shows("Tab väljer   ↑↓ annan   Esc stänger listan").keys("<esc>").shows("Enter spara");
    app.keys("<bs>").keys("<up><f2>").shows("Enter sparar rättelsen   Esc ångrar");
    app.keys("<esc>").hides("rättelsen");
}

#[test]
fn a_slash_and_an_equals_say_what_is_possible() {
    let mut app = start_at(Place::Tab(Tab::RoundTable));
    app.keys("/").shows("▌ /bord").shows("Gå till bordet med det numret").shows("/idag").shows(" ↓ ");
    app.keys("ta b").shows("▌ /ta bort   Ta bort inlägget").keys("<esc><bs><bs><bs><bs><bs>");
    app.keys("= ").shows("▌ svar:").shows("på gång:").shows("arbetet pågår").shows("det finns på plats");
    app.keys("pl").shows("▌ planerat:   det ska göras").keys("<tab>i maj").shows("= planerat: i maj");
}

#[test]
fn a_paste_into_a_field_is_one_line() {
    start().keys("<c-p>").paste("Byt\r\n  språk\u{1b}").shows("› Byt språk");
}

#[test]
fn the_language_is_changed_on_the_spot() {
    let mut app = start();
    app.shows("Utmaningar").keys("<c-p>språk<enter>").shows("Challenges").hides("Utmaningar");
}

#[test]
fn no_size_breaks_the_picture() {
    let mut app = start();
    for keys in ["", "<f1>", "<esc><c-p>", "ö"] {
        app.keys(keys);
        for (width, height) in [(1, 1), (3, 2), (19, 40), (20, 6), (40, 12), (80, 1), (300, 500), (80, 24)] {
            app.size(width, height);
        }
    }
    app.keys("<esc>").size(19, 5).shows("Fönstret är för");
}

#[test]
fn ctrl_q_leaves() {
    let mut app = start();
    app.keys("q");
    assert_eq!(app.ending(), None);
    app.keys("<c-q>");
    assert_eq!(app.ending(), Some(Ending::Quit));
}

#[test]
fn ctrl_q_leaves_from_a_dialog_too() {
    for opens in ["<c-p>", "<f1>", "<a-1>n"] {
        let mut app = start();
        app.keys(opens).keys("<c-q>");
        assert_eq!(app.ending(), Some(Ending::Quit), "after {opens}");
    }
}

#[test]
fn a_row_is_copied_in_every_list() {
    let mut app = start_over(Place::Tab(Tab::Meetings), programme);
    app.keys("<a-c>").shows("Kopierat till urklipp");
    assert_eq!(app.copied().as_deref(), Some("Nätverksträff · ons 11 feb"));
    app.keys("h<a-c>").shows("7 rader är kopierade till urklipp");
    assert_eq!(app.copied().unwrap().lines().count(), 7);
    app.keys("<esc>p<a-c>").shows("Kopierat till urklipp");
    assert_eq!(app.copied().as_deref(), Some("Amina Berg"));
}

#[test]
fn a_shortcut_that_does_nothing_in_a_place_says_so() {
    let mut app = start_over(Place::Tab(Tab::Meetings), programme);
    app.keys("p<c-t>").shows("Ctrl+T (Annat slag (typ) eller plats) går inte att använda här").keys("<esc>");
    app.keys("n<a-2>").shows("Alt+2").shows("går inte att använda här").keys("<esc>");
    let mut app = start();
    app.keys("<a-5><a-c>").shows("Det finns inget att göra det med här.");
    app.keys("<a-2><c-u>").shows("Det finns inget att göra det med här.");
}
