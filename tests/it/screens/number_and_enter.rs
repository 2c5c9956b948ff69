//! A number that chooses in a box may be followed by Enter: what is under the box gets neither.

use crate::support::app::{Driver, start_at_pen};

const HINT: &str = "Nummer väljer utan Enter";

/// At the pen of a meeting with so many tables, and two lines.
fn room(tables: u16) -> Driver {
    let mut app = start_at_pen();
    app.keys(&format!("<c-b>{tables}<enter><esc>"));
    app.keys("Skriva avtal @Amina<enter>Köpa kaffe @Jonas<enter>");
    app
}

fn texts(app: &Driver) -> Vec<String> {
    app.entries().into_iter().map(|entry| entry.text).collect()
}

#[test]
fn neither_a_number_alone_nor_one_with_enter_opens_the_row_under_the_box() {
    for opens in ["<c-b>", "<c-t>", "<c-t>a", "<c-t>b", "<c-t>t", "<up><c-t>b<enter>", "<up><c-t>a<enter>"] {
        for then in ["", "<enter>"] {
            let mut app = room(8);
            app.keys(opens).keys("2").keys(then).hides("rättar").hides(HINT);
            app.keys("Nästa<enter>");
            let mut texts = texts(&app);
            texts.sort_unstable();
            assert_eq!(texts, ["Köpa kaffe", "Nästa", "Skriva avtal"], "{opens} {then}");
        }
    }
}

#[test]
fn only_the_very_next_enter_is_taken_by_the_number() {
    let mut app = room(8);
    app.keys("<c-t>b4<enter><up><enter>").shows("rättar");
    let mut app = room(8);
    app.keys("<c-t>b4 och<bs><bs><bs><bs><up><enter>").shows("rättar");
}

#[test]
fn a_second_digit_where_there_is_no_such_number_is_not_written_at_the_pen() {
    for (opens, said) in [
        ("<c-t>b", "”2” skrevs inte · ”Köpa kaffe”: bord 1 · Ctrl+Z ångrar"),
        ("<c-t>", "”2” skrevs inte · ”Köpa kaffe”: bord 1 · Ctrl+Z ångrar"),
        ("<c-b>", "”2” skrevs inte"),
    ] {
        let mut app = room(8);
        app.keys(opens).keys("12").shows(said).keys("<enter>").hides("✎  2");
        app.keys("Nästa<enter>");
        let mut texts = texts(&app);
        texts.sort_unstable();
        assert_eq!(texts, ["Köpa kaffe", "Nästa", "Skriva avtal"], "{opens}");
    }
}

#[test]
fn a_number_that_others_begin_as_waits_for_enter_and_is_taken_by_it() {
    for opens in ["<c-b>", "<c-t>b"] {
        let mut app = room(12);
        app.keys(opens).keys("1").shows("Bord 12").keys("<enter>").hides("rättar");
        let mut app = room(12);
        app.keys(opens).keys("12").hides("Bord 11").keys("<enter>").hides("rättar");
    }
}

#[test]
fn every_box_with_numbers_says_so_at_every_size() {
    for opens in ["<c-b>", "<c-t>", "<c-t>b<enter>", "<c-t>a<enter>", "<c-t>t<enter>"] {
        for (width, height) in [(80, 24), (40, 12)] {
            let mut app = room(8);
            app.size(width, height).keys(opens).shows(HINT);
        }
    }
}

#[test]
fn a_view_that_is_called_up_by_its_number_is_not_opened_by_the_enter_after_it() {
    let mut app = room(8);
    app.keys("! Frågan<enter><a-3>fobesvarade<enter>").keys("yAlla<enter>");
    app.keys("<esc>").keys("y1<enter>").hides("Sparade vyer").hides("= ");
}

#[test]
fn a_view_is_replaced_only_after_a_question_and_no_number_is_a_name() {
    let mut app = room(8);
    app.keys("! Frågan<enter><a-3>yAlla<enter>")
        .shows("Vyn ”Alla” är sparad")
        .keys("Alla<enter>")
        .shows("finns redan");
    app.keys("<enter>").hides("finns redan").keys("3<enter>").shows("Ingen vy har nummer 3");
}
