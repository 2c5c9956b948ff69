//! What a line has that is not taken as it may be meant is said before Enter takes it.

use crate::support::app::{Driver, start, start_at_pen};

/// At the pen, in a new meeting of today, where Björn Ågren and Jonas are known.
fn pen() -> Driver {
    let mut app = start_at_pen();
    app.keys("> Ett @\"Björn Ågren\"<enter>> Två @Jonas<enter><enter>");
    app
}

/// Whether a line is taken at the second Enter, and not at the first, which says why.
fn is_asked_about(line: &str, why: &str) {
    let mut app = pen();
    let before = app.entries();
    app.keys(&line.replace('<', "<lt>")).shows(why).keys("<enter>").shows(why).shows("✎");
    assert_eq!(app.entries(), before, "{line}");
    app.keys("<enter>");
    assert_eq!(app.entries().len(), before.len() + 1, "{line}");
}

#[test]
fn another_last_name_behind_a_known_first_name_is_asked_about() {
    is_asked_about("! text @Björn Lund", "”Lund” blir text; namnet är Björn Ågren");
    is_asked_about("> Boka @Jonas Berg <fre", "”Berg” blir text; namnet är Jonas");
    is_asked_about("! Anna @Björn Ågren Lund", "”Lund” blir text; namnet är Björn Ågren");
    let mut app = pen();
    app.keys("! Det går @Björn nu<enter>");
    assert_eq!(app.entries().last().unwrap().speaker.as_deref(), Some("Björn Ågren"));
}

#[test]
fn a_name_that_is_none_is_asked_about() {
    for word in ["(@Amina)", "@Björn.Ågren", "@\"Åsa\"x", "@»Kim"] {
        is_asked_about(&format!("> Ring {word} nu"), &format!("”{word}” är inget namn"));
    }
    let mut app = pen();
    app.keys("Mejla karin@lindby.se och @Jonas<enter>").shows("Mejla karin@lindby.se");
}

#[test]
fn a_date_with_something_before_it_is_asked_about() {
    for (line, word) in
        [("> x <3 dagar", "3"), ("> z < fre", "< fre"), ("> z (<fre)", "(<fre"), ("> z #tag<fre", "fre")]
    {
        let _ = word;
        is_asked_about(line, "är inget datum");
    }
    is_asked_about("> z @Amina<fre", "blir text");
    let mut app = pen();
    let before = app.entries().len();
    app.keys("Jag <lt>3 er<enter>1 < 2<enter>");
    assert_eq!(app.entries().len(), before + 2);
}

#[test]
fn a_tag_in_a_response_stays_in_its_words_and_is_asked_about() {
    let mut app = pen();
    app.keys("! Ny utmaning<enter>= Vi tar upp det #budget")
        .shows("”#budget” blir text: en återkoppling har");
    app.keys("<enter>").shows("✎  = Vi").keys("<enter>").shows("Återkoppling (svar): Vi tar upp det #budget");
    // In the list of challenges too.
    app.keys("<a-3>rEtt svar #tagg<enter>").shows("”#tagg” blir text").keys("<enter>");
    app.keys("<a-2>").shows("Ett svar #tagg");
}

#[test]
fn words_behind_a_command_are_not_dropped() {
    for (line, name) in [
        ("/parkera nu då", "nu då"),
        ("/hann inte mer", "mer"),
        ("/ångra allt", "allt"),
        ("/idag nu", "nu"),
        ("/stjärna två", "två"),
    ] {
        let mut app = pen();
        let before = app.entries();
        app.keys(line).keys("<enter>").shows(&format!("”{name}” hör inte till /")).shows(line);
        assert_eq!(app.entries(), before, "{line}");
    }
    let mut app = pen();
    app.keys("<a-4>n/ångra allt<enter>").shows("”allt” hör inte till /ångra");
}

#[test]
fn promises_under_a_row_that_ends_with_a_colon_are_pasted() {
    for head in ["Här är det vi skrev vid bord 4:", "Karin skrev 3 mars:"] {
        let mut app = pen();
        app.paste(&format!(
            "Hej!\n{head}\n! Bussen går sällan\n> Jag ringer Västtrafik @Amina <fre\n> Boka möte @Jonas"
        ));
        app.shows("● !  Bussen går sällan").shows("● >  Jag ringer Västtrafik").shows("● >  Boka möte");
        app.keys("<up><up><up><up>").shows("tas inte med: ser ut att höra till ett mejl");
    }
    // A quotation is left out, and a promise in it is not.
    let mut app = pen();
    app.paste("Så här:\nDen 3 mars 2026 skrev Karin:\n> Vi sågs i går\n> Jag ringer @Amina <fre\n");
    app.shows("○    Vi sågs i går").shows("● >  Jag ringer");
}

#[test]
fn a_word_in_short_is_written_out_at_the_end_of_a_line() {
    let mut app = start();
    app.keys("nHeldag<s-tab>LKP<enter><c-p>förkort<enter>");
    app.keys("lkp<tab>Livskvalitetsprogrammet<enter>");
    app.keys("vi behöver mer lkp<enter>").shows("-  vi behöver mer Livskvalitetsprogrammet");
    // What is only looked at stays as it is, and so does what was typed before something else.
    app.keys("lkp först lkp<left><right><enter>").shows("först lkp");
    app.keys("<f2><enter>").shows("först lkp");
}
