//! Escape throws no words away unasked: a correction at the pen comes back with Ctrl+Z, and a box with words in it that
//! are not saved stays until Escape is pressed once more.

use crate::support::app::{Driver, start, start_at_pen};

const UNSAVED: &str = "Det du skrivit är inte sparat";

fn texts(app: &Driver) -> Vec<String> {
    app.entries().into_iter().map(|entry| entry.text).collect()
}

/// After these keys a box has words in it: Escape closes it, and it comes back as it was. Who closes it once more as it
/// is drops the words, and what was done before it is not undone unasked.
fn comes_back(app: &mut Driver, script: &str, words: &str) {
    let before = texts(app);
    app.keys(script).shows(words);
    app.keys("<esc>").hides(words).shows("Inte sparat · Ctrl+Z tar tillbaka det du skrev");
    app.keys("<c-z>").shows(words).keys("<esc>").hides(words).shows("Det du skrev är kastat");
    app.keys("<c-z>").shows("Ångra: ").keys("<esc>");
    assert_eq!(texts(app), before);
}

/// After these keys something is written in a field: the first Escape keeps it and asks.
fn asks_first(app: &mut Driver, script: &str, words: &str) {
    app.keys(script).shows(words).hides(UNSAVED).keys("<esc>").shows(words).shows(UNSAVED);
    app.keys("<esc>").hides(UNSAVED).hides(words);
}

#[test]
fn a_correction_at_the_pen_comes_back() {
    let mut app = start_at_pen();
    app.keys("rad ett<enter>rad två<enter><f2> och mer<esc>")
        .hides("och mer")
        .shows("Ctrl+Z tar tillbaka den");
    app.keys("<c-z>")
        .shows("rättar ”rad två”")
        .shows("rad två och mer")
        .keys("<enter>")
        .shows("rad två och mer");
    app.keys("<c-z>");
    assert_eq!(texts(&app), ["rad ett", "rad två"]);
}

#[test]
fn a_correction_of_a_response_comes_back() {
    let mut app = start_at_pen();
    app.keys("! Frågan<enter>= Svaret<enter><f2> är nej<esc>")
        .hides("är nej")
        .keys("<c-z>")
        .shows("Svaret är nej");
    app.keys("<enter>").shows("Svaret är nej").hides("rättar");
}

#[test]
fn over_a_half_line_the_correction_comes_back_first_and_then_the_typing_is_undone() {
    let mut app = start_at_pen();
    app.keys("rad<enter>halv rad<f2> och<esc>").shows("✎  halv rad").keys("<c-z>").shows("✎  rad och");
    app.keys("<esc>").shows("✎  halv rad").keys(" mer<c-z><c-z>").shows("✎  halv").hides("halv rad");
    let mut app = start_at_pen();
    app.keys("rad<enter>halv rad<f2><esc><c-z>").shows("✎  halv").hides("halv rad");
}

#[test]
fn what_was_done_since_is_undone_before_a_correction_comes_back() {
    let mut app = start_at_pen();
    app.keys("rad ett<enter><f2> och mer<esc>rad två<enter><c-z>");
    assert_eq!(texts(&app), ["rad ett"]);
    app.keys("<c-z>").shows("rad ett och mer");
    // A line that was emptied later is newer.
    let mut app = start_at_pen();
    app.keys("rad ett<enter><f2> och mer<esc>halv<esc><c-z>").shows("✎  halv");
}

#[test]
fn boxes_come_back_with_their_words() {
    let mut app = start_at_pen();
    app.keys("! Frågan<enter>> Ett löfte @Amina<enter><a-3>");
    comes_back(&mut app, "e och mer", "och mer");
    comes_back(&mut app, "s<tab>En kommentar", "En kommentar");
    comes_back(&mut app, "lskola", "skola");
    comes_back(&mut app, "g<tab>Gösta", "Gösta");
    comes_back(&mut app, "<a-5>aGösta Ny", "Gösta Ny");
    comes_back(&mut app, "<a-1>eNytt namn", "Nytt namn");
    comes_back(&mut app, "<c-n>En titel<tab>", "En titel");
    comes_back(&mut app, "<a-2>/flytta talare Nils Ny<enter>", "Nils Ny");
    app.paste("Klistrad rad\nEn till");
    comes_back(&mut app, "", "Klistrad rad");
    let mut app = start_at_pen();
    app.keys("! Frågan<enter><a-3>e och<esc><c-z> mer<enter>");
    assert_eq!(texts(&app), ["Frågan och mer"], "{}", app.screen());
}

#[test]
fn what_was_done_since_a_box_was_closed_is_undone_first() {
    let mut app = start_at_pen();
    app.keys("! Frågan<enter><a-3>e och mer<esc>u")
        .shows("har fått en stjärna")
        .keys("<c-z>")
        .shows("Ångrat:");
    app.hides("och mer").keys("<c-z>").shows("Frågan och mer");
}

#[test]
fn a_box_comes_back_where_it_was_opened() {
    let mut app = start_at_pen();
    app.keys("! Frågan<enter><a-3>e och mer<esc><a-5><c-z>").hides("och mer").shows("Ångra: anteckna U-1?");
    app.keys("<enter>").shows("Ångrat: anteckna U-1");
    app.keys("<c-y><a-3><c-z>").shows("Frågan och mer");
}

#[test]
fn fields_that_are_no_boxes_ask_first() {
    let mut app = start_at_pen();
    app.keys("! Frågan<enter><a-3>");
    asks_first(&mut app, "yAminas", "Aminas");
    let mut app = start();
    app.keys(",").shows("Inställningar");
    asks_first(&mut app, "<enter>Någon annan", "Någon annan");
}

#[test]
fn boxes_as_they_were_are_closed_and_forgotten() {
    let mut app = start_at_pen();
    app.keys("! Frågan<enter><a-3>e<esc>").hides("Ändra U-1").hides("Inte sparat");
    app.keys("s<right><esc>").hides("Hur står det till").hides("Inte sparat");
}

#[test]
fn a_box_that_a_click_leaves_waits_with_its_words() {
    let mut app = start_at_pen();
    app.keys("! Frågan<enter><a-3>e och mer").click("Uppföljning");
    app.shows("en halv rad väntar").click("Utmaningar").keys("e").shows("! Frågan och mer");
}

#[test]
fn a_click_that_would_lose_what_is_written_in_a_box_is_refused_in_words() {
    let stays = |opens: &str, written: &str, saved: &str| {
        let mut app = start_at_pen();
        app.keys("! Frågan<enter>").keys(opens).keys(written).click("Uppföljning");
        app.shows("Spara eller stäng rutan först").shows(written).keys("<enter>").shows(saved);
    };
    stays("<c-t>b<enter>", "12", "bord 12");
    stays("<c-t>t<enter>", "Amina Berg", "ny person");
    stays("<c-t>t<enter>Amina Berg<enter>", " Ek", "Amina Berg Ek");
    let mut app = start_at_pen();
    app.keys("! Frågan<enter><a-3>yFrågorna")
        .click("Uppföljning")
        .shows("Spara eller stäng")
        .shows("Frågorna");
    app.keys("<esc><esc><esc>").click("Uppföljning").shows("c stäm av");
    let mut app = start();
    app.keys(",<enter>Någon annan").click("Utmaningar").shows("Spara eller stäng").shows("Någon annan");
}
