//! The screen of challenges: an evening of answering.

use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, start_over};
use crate::support::programme::{day, meet, programme};

fn evening() -> Driver {
    start_over(Place::Tab(Tab::Challenges), programme)
}

#[test]
fn the_oldest_unanswered_challenge_comes_first() {
    let mut app = evening();
    app.shows("4 obesvarade · äldst 84 dagar · besvarade 0 %").shows("Obesvarade (4)").shows("alla möten");
    insta::assert_snapshot!("challenges_80x24", app.screen());
    app.size(160, 40);
    app.shows("Obesvarad");
}

#[test]
fn one_response_answers_all_that_are_marked_and_is_undone_at_once() {
    let mut app = evening();
    app.keys("<space><space>").shows("2 markerade").keys("r").shows("En återkoppling till 2: U-1, U-2");
    app.keys("Stödpaket på gång <lt>maj").shows("‹ planerat ›").shows("planerat maj").keys("<enter>");
    app.shows("U-1, U-2 är besvarade").shows("2 obesvarade · äldst 84 dagar · besvarade 50 %");
    app.shows("✓ planerat maj").hides("markerade").hides("<maj");
    insta::assert_snapshot!("challenges_answered_120x40", app.size(120, 40).screen());
    app.keys("<c-z>").shows("4 obesvarade").hides("✓").keys("<c-y>").shows("besvarade 50 %");
}

#[test]
fn tab_changes_the_kind_and_escape_keeps_nothing() {
    let mut app = evening();
    app.keys("<enter>").shows("Återkoppling till U-1").shows("‹ på gång ›");
    app.keys("<tab><tab><tab><tab>").shows("‹ nej, därför att ›").keys("avtalet löper till 2027<enter>");
    app.shows("✓ nej").shows("U-1 är besvarad");
    app.keys("<enter>")
        .shows("Återkoppling till U-2")
        .keys("ångrar mig<esc>")
        .shows("3 obesvarade")
        .hides("ångrar mig");
}

#[test]
fn all_kinds_are_in_sight_and_walked_in_both_directions() {
    let mut app = evening();
    app.keys("<enter>").shows("‹ på gång ›  planerat    finns redan").shows("nej, därför att");
    app.keys("<tab><tab>")
        .shows("på gång    planerat  ‹ finns redan ›")
        .keys("<s-tab>")
        .shows("‹ planerat ›");
    app.keys("<s-tab><s-tab>").shows("‹ svar ›").size(40, 12).shows("‹ svar ›");
}

#[test]
fn a_long_answer_wraps_and_is_walked_by_rows() {
    let mut app = evening();
    let words = "Nytt avtalsråd från april där frågan tas upp varje kvartal med alla förvaltningar, ";
    app.keys("<enter>").keys(words).keys(words).keys("och sist en gång till.");
    app.shows("Nytt avtalsråd från april").shows("och sist en gång till.");
    app.keys("<up><up><home>Först: ").shows("Först: Nytt avtalsråd");
    app.size(40, 12).shows("Först").size(80, 24);
    app.keys("<enter>").shows("U-1 är besvarad");
}

#[test]
fn nothing_is_written_without_words() {
    evening().keys("<enter><enter>").shows("Återkoppling till U-1").shows("4 obesvarade");
}

#[test]
fn a_response_is_edited_and_taken_away_without_touching_the_challenge() {
    let mut app = evening();
    app.keys("rNytt avtalsråd<enter>").keys("<end>").shows("▌   U-1");
    app.keys("e").shows("Vad vill du ändra?").shows("↳ Nytt avtalsråd").keys("<down><enter>");
    app.shows("Ändra återkopplingen").shows("Nytt avtalsråd").keys(" i april<enter>");
    app.shows("Återkopplingen är ändrad")
        .keys("o")
        .shows("Nytt avtalsråd i april")
        .shows("Eva Lind")
        .keys("<esc>");
    app.keys("d<down><enter>")
        .shows("Återkopplingen är borttagen")
        .shows("4 obesvarade")
        .shows("Avtalen är för långa");
    app.keys("<c-z>").shows("3 obesvarade");
}

#[test]
fn escape_takes_marks_and_then_the_filter_away() {
    let mut app = evening();
    app.keys("fnätverks<enter>").shows("U-4").hides("U-1 ").keys("<space>").shows("1 markerad");
    app.keys("<esc>").hides("1 markerad").hides("U-1 ").keys("<esc>").shows("alla möten").shows("U-1");
}

#[test]
fn challenges_are_grouped_by_who_answers_with_how_many() {
    let mut app = evening();
    app.keys("aLena Holm<enter>").keys("<down>aLena Holm<enter>");
    app.keys("b").shows("efter den som svarar").shows("Lena Holm (2)").shows("ingen ska svara än (2)");
    app.keys("b").hides("Lena Holm (2)").shows("Obesvarade");
}

#[test]
fn a_row_its_answer_and_the_list_are_copied() {
    let mut app = evening();
    app.keys("<a-c>").shows("Kopierat till urklipp");
    assert_eq!(app.copied().unwrap(), "U-1 Avtalen är för långa för att hinna ändra något");
    app.keys("<enter>Nytt avtalsråd<enter><end><a-c>");
    let answered = "U-1 Avtalen är för långa för att hinna ändra något\n  ↳ Nytt avtalsråd";
    assert_eq!(app.copied().unwrap(), answered);
    app.keys("<home><space><space><a-c>").shows("2 rader är kopierade");
    assert_eq!(app.copied().unwrap().lines().count(), 2);
    app.keys("<esc><c-p>hela listan<enter>").shows("4 rader är kopierade");
    let list = app.copied().unwrap();
    assert!(
        list.starts_with("Obesvarade (3)\nU-2 ") && list.ends_with(&format!("Besvarade (1)\n{answered}")),
        "{list}"
    );
}

#[test]
fn a_label_and_a_table_narrow_the_list() {
    let mut app = evening();
    app.keys("lvården<enter>").keys("f#vården<enter>").shows("#vården").shows("U-1").hides("U-4");
    app.keys("<esc>fbord 3<enter>").shows("bord 3").shows("U-4");
}

#[test]
fn a_filter_is_said_and_taken_away() {
    let mut app = evening();
    app.keys("fnätverks<enter>")
        .shows("Nätverksträff ons 11 feb")
        .shows("U-4")
        .hides("U-1 ")
        .shows("1 obesvarad");
    app.keys("v").shows("alla möten").shows("U-1");
    app.keys("fhänvisad<enter>").shows("Inget här passar filtret").keys("v").shows("U-1");
}

#[test]
fn a_challenge_gets_a_responder_a_status_and_an_action() {
    let mut app = evening();
    app.keys("aInköp<enter><enter>").size(120, 40).shows("Inköp").size(80, 24);
    app.keys("gTa fram korta avtal").keys("<tab><c-w>Lena Holm<tab>1/4<enter>").shows("Ny åtgärd ur U-1");
    app.keys("o").shows("Åtgärder härifrån").shows("Ta fram korta avtal").keys("<esc>");
    app.keys("s<right><right><enter>").shows("U-1: löst").shows("Avslutade (1)").shows("3 obesvarade");
    app.keys("<c-z>").shows("4 obesvarade");
}

#[test]
fn a_challenge_is_starred_tagged_converted_and_found_in_its_meeting() {
    let mut app = evening();
    app.keys("u")
        .shows("★")
        .keys("lupphandling avtal<enter>")
        .keys("o")
        .shows("#upphandling #avtal")
        .keys("<esc>");
    app.keys("tidé<enter>").shows("är nu idé").shows("3 obesvarade").keys("<c-z>").shows("4 obesvarade");
    app.keys("<home>d").shows("U-1 är borttagen").shows("3 obesvarade").keys("<c-z>").shows("U-1");
    app.keys("<home>eAvtal: <enter>").shows("U-1 är ändrad");
}

#[test]
fn no_size_breaks_the_picture() {
    let mut app = evening();
    for keys in ["", "o", "<esc>r", "<esc>c", "<esc>f", "<esc>"] {
        app.keys(keys);
        for (width, height) in [(20, 6), (40, 12), (60, 10), (150, 50), (300, 20), (80, 24)] {
            app.size(width, height);
        }
    }
    app.size(40, 12).shows("U-1");
}

#[test]
fn a_long_list_is_walked_from_end_to_end_and_back() {
    let mut app = start_over(Place::Tab(Tab::Challenges), |store| {
        let met = meet(store, "Stormötet", day(2, 11));
        for at in 1..=900 {
            met.challenge(store, &format!("Fråga nummer {at}"));
        }
    });
    app.shows("Obesvarade (900)")
        .keys("<end>")
        .shows("Fråga nummer 900")
        .keys("r")
        .shows("till U-900")
        .keys("ja<enter>");
    app.shows("Besvarade (1)").keys("<home>").shows("Fråga nummer 1").keys(&"<pgdn>".repeat(30));
    app.shows("Fråga nummer 450").keys("<end>").shows("✓ på gång").keys("<up>r").shows("till U-899");
}

#[test]
fn a_click_on_what_is_said_of_a_response_shows_it() {
    for columns in [80, 160] {
        let mut app = start_over(Place::Tab(Tab::Challenges), programme);
        app.size(columns, 24).keys("<enter>Vi tar det i mars<enter>").shows("✓ på gång").keys("<home>");
        app.click("✓ på gång").shows("Vi tar det i mars");
        app.keys("t").shows("Gör om eller flytta återkopplingen på U-1");
    }
}

#[test]
fn the_totals_are_those_of_what_the_filter_shows() {
    let mut app = evening();
    app.shows("4 obesvarade")
        .keys("ljobb<enter>")
        .keys("fjobb<enter>")
        .shows("1 obesvarad")
        .hides("4 obesvarade");
}

#[test]
fn the_filter_says_whom_a_challenge_waits_for() {
    let mut app = evening();
    app.keys("futan ansvarig").shows("inga träffar").keys("<esc>fingen ska svara<enter>");
    app.shows("Obesvarade (4)").shows("ingen ska svara än");
    // Who owns promises and actions alone is asked for nothing here.
    app.keys("v").keys("fAmina").shows("inga träffar");
}

#[test]
fn the_filter_knows_who_is_asked_for_a_response() {
    let mut app = evening();
    app.keys("<home>aLena Holm<enter>").keys("flena<enter>").shows("Obesvarade (1)").shows("Lena Holm");
}
