//! The tour of the example: it follows what is done, takes nothing from the pen, and can be left.

use tempfile::TempDir;

use crate::support::app::{Driver, start, start_example};

fn example() -> (Driver, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (start_example(&folder.path().join("egna.db")), folder)
}

#[test]
fn six_steps_follow_what_is_done() {
    let (mut app, _folder) = example();
    app.shows("Rundtur 1 av 6").shows("Skriv ! och en utmaning").shows("Esc på tom rad avslutar");
    app.keys("! Bussen går för").shows("Rundtur 1 av 6").keys(" sällan<enter>");
    app.shows("Rundtur 2 av 6  Bra! Utmaningen fick ett nummer").hides("Esc på tom rad");
    app.keys("= Vi frågar kommunen<enter>").shows("Rundtur 3 av 6  Bra! Svaret");
    app.keys("> Jag ringer skolan<enter>").shows("Rundtur 4 av 6  Bra! Löftet");
    app.keys("<a-4>").shows("Rundtur 4 av 6").keys("<home>cj<esc>").shows("Rundtur 5 av 6  Bra!");
    app.keys("<c-x>").wait_for("Profil").shows("Rundtur 6 av 6  Bra!").keys("<esc>");
    app.keys("<c-f>").shows("Det var rundturen").keys("<esc>").hides("rundturen").hides("Rundtur");
    app.keys("<a-2>").hides("rundturen");
}

#[test]
fn what_was_done_before_its_turn_is_not_asked_for_again() {
    let (mut app, _folder) = example();
    app.keys("> Jag ringer skolan<enter>").shows("Rundtur 1 av 6");
    app.keys("! Bussen går för sällan<enter>= Vi frågar kommunen<enter>").shows("Rundtur 4 av 6");
}

#[test]
fn what_is_only_changed_is_no_step() {
    let (mut app, _folder) = example();
    app.keys("<a-3>u").shows("Rundtur 1 av 6").keys("<a-4>u").shows("Rundtur 1 av 6");
}

#[test]
fn escape_at_an_empty_line_or_the_palette_leaves_it() {
    let (mut app, _folder) = example();
    app.keys("! Halv<esc>")
        .shows("Rundtur 1 av 6")
        .keys("<esc>")
        .hides("Rundtur ")
        .shows("Rundturen är avslutad");
    app.keys("! Bussen går för sällan<enter>").hides("Rundtur");
    let (mut app, _folder) = example();
    app.keys("<c-p>rundtur").shows("Avsluta rundturen").keys("<enter>").shows("Rundturen är avslutad");
    app.keys("<c-p>rundtur").hides("Avsluta rundturen");
}

#[test]
fn there_is_none_in_one_s_own_store() {
    let mut app = start();
    app.hides("Rundtur").keys("<a-2>").hides("Rundtur").keys("<c-p>rundtur").hides("Avsluta rundturen");
}

#[test]
fn it_is_read_in_small_windows_and_in_english() {
    let (mut app, _folder) = example();
    app.size(40, 12)
        .shows("Rundtur 1 av 6")
        .shows("Skriv ! och")
        .shows("Enter sparar.")
        .shows("✎")
        .keys("! Bussen går<enter>");
    app.shows("Rundtur 2 av 6").shows("Bussen går").keys("<c-p>språk<enter>").shows("Tour 2 of 6  Good!");
    // A box has the room that it needs.
    app.size(40, 12).keys("<f1>").shows("Tour 2 of 6  Good!").hides("a number. Respond").keys("<esc>");
    app.shows("a number. Respond");
    for (width, height) in [(20, 6), (30, 9), (300, 60), (80, 24)] {
        app.size(width, height);
    }
    app.shows("Tour 2 of 6");
}
