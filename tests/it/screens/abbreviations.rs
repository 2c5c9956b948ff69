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
    // A full stop may go on, as in an address or the name of a file.
    app.keys("och skr.").shows("Vi i Livskvalitetsprogrammet och skr.").keys("<enter>");
    app.shows("Vi i Livskvalitetsprogrammet och skolråd.");
    app.keys("Se lkp.se/x, lkp.docx. I lkp. Då<enter>");
    app.shows("Se lkp.se/x, lkp.docx. I").shows("Livskvalitetsprogrammet. Då");
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

#[test]
fn it_is_written_out_wherever_words_of_the_meeting_are_written() {
    let mut app = with_abbreviations();
    app.keys("! Svårt<enter>= Vi ser<enter>> Ringa<enter>");
    // At the pen: what is corrected, an entry or a response; a form over it.
    for keys in ["<a-2><end><f2> ", "<a-2><home><down><f2> ", "<a-2><c-p>ändra avsnittet<enter>"] {
        app.keys(keys).keys("om lkp ").shows("Livskvalitetsprogrammet").keys("<esc><esc><esc>");
    }
    // In the lists: a promise, an answer, a response that is edited, the forms of an entry, a comment.
    for keys in [
        "<a-4>n",
        "<a-3><home>r",
        "<a-3><home>e<down><enter><end> ",
        "<a-3><home>e<enter><end> ",
        "<a-3><home>g<end> ",
        "<a-3><home>s<tab>",
        "<a-4><home>ck",
    ] {
        app.keys(keys).keys("om lkp ").shows("Livskvalitetsprogrammet").keys("<esc><esc><esc>");
    }
}

#[test]
fn a_backspace_brings_back_what_was_typed_in_a_form_too() {
    let mut app = with_abbreviations();
    app.keys("! Svårt<enter><a-3><home>e<end> i lkp ").shows("Svårt i Livskvalitetsprogrammet");
    app.keys("<bs>").shows("Svårt i lkp ").hides("Livskvalitet").keys("<enter>").shows("Svårt i lkp");
    app.keys("lskr lkp ").hides("skolråd").keys("<esc>");
    app.keys("aamina lkp ").hides("Livskvalitet").keys("<esc>");
}

#[test]
fn the_form_is_in_the_palette_of_every_page() {
    let mut app = with_abbreviations();
    for page in ["<a-1>", "<a-2>", "<a-3>", "<a-4>", "<a-5>", "<c-f>ord<enter>", "<c-p>historik<enter>"] {
        app.keys(page).keys("<c-p>förkort<enter>").shows("Förkortningar i LKP").keys("<esc><esc>");
    }
}

#[test]
fn the_genitive_of_a_word_in_short_is_written_out_too() {
    let mut app = with_abbreviations();
    app.keys("Om lkp:s")
        .hides("Livskvalitet")
        .keys(" mål")
        .shows("Om Livskvalitetsprogrammets mål")
        .keys("<enter>");
    app.keys("Till skr: ").shows("Till skolråd:").keys("<bs>").shows("Till skr:");
    app.keys("<esc>Nya lkp:are ").shows("Nya lkp:are");
}

#[test]
fn a_report_that_is_edited_writes_out_as_every_pen() {
    let mut app = with_abbreviations();
    app.keys("! Hur pratar vi<enter><a-1>x").wait_for("UTKAST").keys("<right><right><right><right>");
    app.wait_for("Sammanfattning").wait_till_gone("Läser …").keys("<c-e>").shows("luckor kvar");
    app.keys("<c-end><enter>skr och lkp:s mål. ").shows("Skolråd och Livskvalitetsprogrammets mål.");
    app.keys("<enter>om skr ").shows("om skolråd").keys("<bs>").shows("om skr");
}
