//! The frame of the program: tabs, help, palette, sizes, languages and themes.

use vidpennan::ui::app::Ending;

use crate::support::app::start;

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
