//! The screen of all meetings: the first start, creating, changing, deleting, sections, statuses.

use vidpennan::ui::app::Ending;

use crate::support::app::{first_start, start};

#[test]
fn the_first_start_asks_who_holds_the_pen_and_offers_a_beginning() {
    let mut app = first_start();
    app.shows("Vem håller i pennan?").shows("Anteckna det som sägs").shows("F1 hjälp · Ctrl+Q avslutar");
    app.shows("‹ nytt möte ›  läs in en fil    exemplet").hides("Vad vill du börja med?");
    app.keys("<f1>").shows("Hjälp om tangenterna").keys("<esc>Eva Lind<enter>");
    app.shows("Nytt möte").shows("Titel").shows("Vid pennan: Eva Lind").keys("<esc>");
    app.shows("Vad vill du börja med?")
        .shows("F1 hjälp · Ctrl+Q avslutar")
        .shows("▌ Nytt möte")
        .shows("Läs in anteckningar")
        .shows("Öppna exemplet");
    app.keys("<enter>").shows("Titel").keys("<esc><down><down><enter>");
    assert_eq!(app.ending(), Some(Ending::Example));
}

#[test]
fn the_first_start_in_a_small_window_asks_and_says_how_to_leave() {
    let mut app = first_start();
    app.size(40, 12).shows("Vem håller i pennan?").shows("F1 hjälp · Ctrl+Q avslutar");
    app.keys("<tab>").shows("‹ nytt möte › 1 av 3").keys("<right>").shows("2 av 3");
}

#[test]
fn a_meeting_is_created_with_the_sections_of_its_kind() {
    let mut app = start();
    app.keys("n<enter>").shows("Mötet behöver en titel.");
    app.keys("Framtidsveckan<tab><tab><c-w>5 mars<tab>9-12<tab>Folkets hus<tab>ledare<tab><bs>5<enter>");
    // One is taken to the meeting.
    app.keys("<a-1>").shows("tor 5 mar").shows("Framtidsveckan").shows("utkast");
    app.shows("rundabordssamtal · Folkets hus · 09:00–12:00 · 5 bord").shows("inget öppet");
    app.keys("a").shows("Tips").shows("Det här ska jag göra imorgon!").shows("åtaganden");
}

#[test]
fn a_meeting_begins_with_the_sections_of_the_latest_one_or_with_none() {
    let to_sections = "<tab><tab><tab><tab><tab><tab><tab>";
    let mut app = start();
    app.keys("nSamling<enter><a-1>anInköp<enter><esc>");
    app.keys(&format!("nKvartalsmöte{to_sections}")).keys("<right>").shows("som i det senaste mötet");
    app.keys("<enter><a-1>a").shows("Avsnitt i Kvartalsmöte").shows("Tips").shows("Inköp").keys("<esc>");
    app.keys(&format!("nTomt{to_sections}")).keys("<right><right>").shows("inga än");
    app.keys("<enter><a-1>a").shows("Avsnitt i Tomt").hides("Tips").hides("Inköp");
}

#[test]
fn what_a_field_refuses_is_said_and_nothing_is_lost() {
    let mut app = start();
    app.keys("nKvartalsmöte<tab><tab><c-w>den trettonde<enter>")
        .shows("Det går inte att läsa som ett datum.");
    app.shows("Kvartalsmöte").shows("den trettonde").keys("<c-w><c-w>13 maj<enter><a-1>").shows("ons 13 maj");
}

#[test]
fn a_meeting_is_changed_deleted_and_brought_back() {
    let mut app = start();
    app.keys("nFramtidsveckan<enter><a-1>e<c-w>Dialogcafé<tab><right><enter>");
    app.shows("Mötet är ändrat · Ctrl+Z ångrar")
        .shows("Dialogcafé")
        .shows("dialogcafé")
        .hides("Framtidsveckan");
    app.keys("<c-z>").shows("Ångrat: ändra mötet Framtidsveckan").shows("Framtidsveckan").hides("Dialogcafé");
    app.keys("<c-y>").shows("Gjort igen").shows("Dialogcafé");
    app.keys("<del>").shows("Ta bort mötet ”Dialogcafé”?").keys("n").shows("Dialogcafé");
    app.keys("<del>j").shows("Vad vill du börja med?").keys("<c-z>").shows("Dialogcafé");
}

#[test]
fn sections_are_made_moved_changed_and_deleted() {
    let mut app = start();
    app.keys("nSamling<tab><right><right><right><right><right><enter><a-1>a").shows("Avsnitt i Samling");
    app.keys("nUpphandling<tab><right><tab>Vad köper vi?<enter>").shows("Upphandling").shows("utmaningar");
    app.keys("<end><a-up><a-up>").shows("Avsnittet är flyttat");
    assert!(app.line_of("Upphandling") < app.line_of("Beslut"));
    app.keys("e<c-w>Inköp<tab><tab>")
        .shows("Vad köper vi?")
        .keys("<enter>")
        .shows("Inköp")
        .hides("Upphandling");
    // The box with the sections is closed: it is asked about once.
    app.keys("d").hides("Inköp").keys("<esc><c-z>").shows("Ångra: ta bort avsnittet Inköp?");
    app.keys("<enter><c-z>a").shows("Upphandling");
}

#[test]
fn the_minutes_are_followed_from_draft_to_finalised() {
    let mut app = start();
    app.keys("nSamling<enter><a-1>s").shows("▌ utkast").keys("färdig<enter>");
    app.shows("Anteckningarna är färdigställda").shows("färdigställd");
    app.keys("sjust<enter>").shows("Anteckningarna är justerade").shows("justerad");
}

#[test]
fn the_screen_of_meetings() {
    let mut app = start();
    app.keys("nNätverksträff<tab><tab><c-w>12 februari<tab><tab>Rådhuset<enter>");
    app.keys("<a-1>nFramtidsveckan<tab><tab><tab>9-12<tab>Folkets hus<tab>ledare<tab><bs>5<enter><a-1>");
    insta::assert_snapshot!("meetings_80x24", app.screen());
    app.size(120, 40);
    insta::assert_snapshot!("meetings_120x40", app.screen());
    app.size(40, 12).shows("Framtidsveckan");
}
