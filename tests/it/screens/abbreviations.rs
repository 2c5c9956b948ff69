//! What is typed in short in the meetings of a programme, and written out by the pen.

use crate::support::app::{Driver, start};

/// A meeting of a programme in which "lkp" and "skr" are written out, with the pen in it.
fn with_abbreviations() -> Driver {
    let mut app = start();
    app.keys("nHeldag<s-tab>LKP<enter>");
    app.keys("<c-p>förkort<enter>")
        .shows("Förkortningar i LKP")
        .keys("lkp<tab>Livskvalitetsprogrammet<enter>");
    app.shows("Förkortningarna är sparade · Ctrl+Z ångrar");
    app.keys("<c-p>förkort<enter>skr<tab>skolråd<enter>");
    app
}

#[test]
fn a_word_in_short_is_written_out_once_a_blank_or_punctuation_follows() {
    let mut app = with_abbreviations();
    app.keys("Vi i lkp").hides("Livskvalitet").keys(" ").shows("Vi i Livskvalitetsprogrammet");
    app.keys("och skr.").shows("Vi i Livskvalitetsprogrammet och skolråd.").keys("<enter>");
    app.keys("! skr ").shows("! Skolråd").keys("<enter>").shows("U-1");
}

#[test]
fn undo_and_backspace_bring_back_what_was_typed() {
    let mut app = with_abbreviations();
    app.keys("Inom lkp ").shows("Inom Livskvalitetsprogrammet").keys("<c-z>").shows("Inom lkp");
    app.keys("tror vi").shows("Inom lkp tror vi").keys("<enter>");
    app.keys("Om lkp,").shows("Om Livskvalitetsprogrammet,").keys("<bs>").shows("Om lkp,");
    app.keys(" och<bs><bs><bs>").shows("Om lkp,").keys("så<enter>").shows("Om lkp, så");
    app.keys("Om lkp .<bs>").shows("Om Livskvalitetsprogrammet").keys("<bs><bs>t<enter>");
    app.shows("Om Livskvalitetsprogrammet");
}

#[test]
fn names_tags_and_capitals_are_left_as_they_are() {
    let mut app = with_abbreviations();
    app.keys("LKP och #lkp och @lkp <enter>").hides("Livskvalitetsprogrammet");
}

#[test]
fn an_abbreviation_is_changed_removed_and_brought_back() {
    let mut app = with_abbreviations();
    app.keys("<c-p>förkort<enter><tab><tab>").shows("Töm fältet för att ta bort förkortningen.");
    app.keys("<c-w>Programmet<tab><c-w><enter>").shows("Förkortningarna är sparade");
    app.keys("i lkp ").shows("i Programmet").keys("med skr ").shows("med skr").keys("<enter>");
    app.keys("<c-z><c-z>").shows("Ångrat: ändra förkortningarna i LKP").keys("i lkp ");
    app.shows("i Livskvalitetsprogrammet");
}

#[test]
fn what_cannot_be_an_abbreviation_is_refused_in_words() {
    let mut app = with_abbreviations();
    app.keys("<c-p>förkort<enter>två ord<tab>Något<enter>").shows("En förkortning är ett enda ord.");
    app.keys("<c-w><c-w><enter>").shows("Skriv både förkortningen och vad den blir.").keys("<esc>");
    app.keys("<a-1>nFritt möte<s-tab><bs><enter><c-p>förkort<enter>");
    app.shows("Mötet hör inte till något program.").keys("om lkp ").hides("Livskvalitet");
}
