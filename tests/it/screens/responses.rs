//! A response is put right wherever it is seen: at the pen, in the list of challenges, in a search.

use vidpennan::i18n::Lang;
use vidpennan::model::{Response, ResponseKind};
use vidpennan::store::work::{self, Filter};
use vidpennan::store::{self, Options, Store};
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, now, over_in, start_at_pen, start_over};
use crate::support::programme::{day, meet, programme};

/// At the pen, where two challenges were said and the first was answered.
fn answered() -> Driver {
    let mut app = start_at_pen();
    app.keys("! Ingen äger frågan<enter>! Avtalen är långa<enter>");
    app.keys("<up>= Vi tar det i mars<enter>").shows("↳ Återkoppling (svar): Vi tar det i mars");
    app
}

/// Every response by the number of its challenge, in order.
fn stored(app: &Driver) -> Vec<(u32, Response)> {
    let store = Store::reader(app.path(), now()).unwrap();
    let listed = work::list(&store, &Filter::default(), 0, 99).unwrap();
    let of = |work: store::work::ListedWork| {
        let number = work.entry.challenge_number.unwrap().value;
        work.responses.into_iter().map(move |response| (number, response))
    };
    let mut all: Vec<_> = listed.into_iter().flat_map(of).collect();
    all.sort_by_key(|(number, _)| *number);
    all
}

fn only(app: &Driver) -> (u32, ResponseKind, String) {
    let mut all = stored(app);
    let (number, response) = all.pop().unwrap();
    assert!(all.is_empty(), "{all:?}");
    (number, response.kind, response.text)
}

#[test]
fn more_words_and_corrections_go_to_the_response_that_was_given_last_and_say_so() {
    let mut app = start_at_pen();
    app.keys("! Utmaning X<enter>= Svar Y<enter>");
    app.keys("+ mer").shows("fortsätter återkopplingen på U-1 ”Svar Y”");
    app.keys("<enter>").shows("Svar Y mer").shows("!  Utmaning X");
    app.keys("s/Svar/Besked/").shows("rättar återkopplingen på U-1 ”Svar Y mer”: ”Svar” blir ”Besked”");
    app.keys("<enter>").shows("Besked Y mer").keys("<c-z><c-z>").shows(": Svar Y");
    app.keys("s/Utmaning/Fråga/").shows("”Utmaning” står inte i återkopplingen på U-1");
    app.keys("<esc>Ny rad<enter>+ till").shows("fortsätter ”Ny rad”");
}

#[test]
fn a_chosen_row_is_what_more_words_and_corrections_change() {
    let mut app = answered();
    // From the last challenge upwards: the response to the first one, then that one itself.
    app.keys("<end><up>+ mer").shows("fortsätter återkopplingen på U-1 ”Vi tar det i mars”");
    app.keys("<esc><up>+ mer").shows("fortsätter U-1 ”Ingen äger frågan”");
    app.keys("<esc><down>s/mars/april/<enter>").shows("Vi tar det i april");
    app.keys("<down>+ och dyra<enter>").shows("Avtalen är långa och dyra");
    assert_eq!(only(&app), (1, ResponseKind::Answer, "Vi tar det i april".to_owned()));
}

#[test]
fn several_marked_rows_get_no_words_and_it_is_said_before_enter() {
    let mut app = answered();
    app.keys("<home><s-down><s-down>").shows("2 markerade").keys("+ mer");
    app.shows("Det här görs med ett inlägg i taget").keys("<enter>").shows("+ mer");
    app.keys("<esc>/ta bort").shows("kommando /ta bort · 2 markerade");
}

#[test]
fn a_response_is_edited_with_its_kind_and_date_where_it_is_seen() {
    let mut app = answered();
    app.keys("<end><up><f2>").shows("rättar återkopplingen på U-1").shows("= Vi tar det i mars");
    app.keys("<home><right><right>på gång: <end> <lt>15/4").shows("återkoppling (på gång) · onsdag 15 april");
    app.keys("<enter>").shows("Återkoppling (på gång, ons 15 apr): Vi tar det");
    app.keys("<f2>").shows("= på gång: Vi tar det i mars <15/4").keys("<esc>").shows("Skriv vad som sägs");
    // A name in a response is that of who gave it, and stays where a word leans on it.
    app.keys("<enter> med @Anna<enter>").shows("mars med Anna");
    app.keys("<f2><end><bs><bs><bs><bs><bs><enter>");
    assert_eq!(only(&app).1, ResponseKind::Underway, "{}", app.screen());
    app.keys("<c-z><c-z><c-z>").shows("Återkoppling (svar): Vi tar det i mars");
}

#[test]
fn a_response_at_the_pen_becomes_another_kind_is_deleted_and_has_a_history() {
    let mut app = answered();
    app.keys("<end><up><c-t>").shows("Gör om eller flytta återkopplingen på U-1");
    app.shows("u annan utmaning").keys("plan<enter>").shows("Återkopplingen är nu: planerat");
    app.keys("<c-t>h<enter>").shows("Historia  ↳ Vi tar det i mars").shows("svar → planerat").keys("<esc>");
    app.keys("<c-u>").shows("Det går inte att göra med en återkoppling");
    app.keys("/gör till finns redan<enter>").shows("Återkoppling (finns redan)");
    app.keys("<c-d>").shows("Återkopplingen är borttagen").hides("↳").shows("!  Ingen äger frågan");
    app.keys("<c-z>").shows("↳ Återkoppling (finns redan): Vi tar det i mars");
    app.keys("/ta bort").shows("kommando /ta bort · återkopplingen på U-1").keys("<enter>").hides("↳");
}

#[test]
fn a_response_is_moved_to_another_challenge_and_back_by_undo() {
    let mut app = answered();
    app.keys("<end><up><c-t>u<enter>").shows("Flytta återkopplingen till").shows("U-2  Avtalen är långa");
    app.keys("<enter>").shows("Återkopplingen hör nu till U-2");
    assert_eq!(only(&app).0, 2);
    // It stays chosen where it is now.
    app.keys("<c-t>").shows("Gör om eller flytta återkopplingen på U-2").keys("<esc><c-z>");
    assert_eq!(only(&app).0, 1);
    app.keys("<c-y>");
    assert_eq!(only(&app).0, 2);
    app.keys("<end><down>/flytta<enter>")
        .shows("Flytta återkopplingen till")
        .shows("U-1  Ingen")
        .keys("<esc>");
    // Nor is the challenge that it was under what a verb is for, where the other one is in another section.
    app.keys("<tab># Ny<enter>! Sist<enter>/avsnitt Tips<enter><end><down><c-t>u<enter>U-3<enter>")
        .shows("hör nu till U-3");
    app.keys("<c-t>").shows("återkopplingen på U-3").keys("<esc>");
    for (line, said) in [("+ mer", "U-3"), ("= ja", "på U-3"), ("s/mars/april/", "april")] {
        app.keys(line).shows(said).hides("U-2 ”").keys("<esc>");
    }
}

#[test]
fn while_a_response_is_written_one_walks_from_challenge_to_challenge() {
    let mut app = answered();
    app.keys("<end>= Ja").shows("på U-2").keys("<up>").shows("på U-1").keys("<down>").shows("på U-2");
}

/// In the list of challenges, where the first one has a response.
fn evening() -> Driver {
    let mut app = start_over(Place::Tab(Tab::Challenges), programme);
    app.keys("<enter>Vi tar det i mars<enter>").shows("U-1 är besvarad").keys("<end>");
    app
}

#[test]
fn in_the_list_of_challenges_a_response_is_put_right_too() {
    let mut app = evening();
    app.keys("t").shows("Vad vill du göra om eller flytta?").keys("↳<enter>");
    app.shows("Gör om eller flytta återkopplingen på U-1").keys("plan<enter>").shows("✓ planerat");
    app.keys("t↳<enter>u<enter>").shows("Flytta återkopplingen till").keys("U-2<enter>");
    app.shows("Återkopplingen hör nu till U-2");
    assert_eq!(only(&app), (2, ResponseKind::Planned, "Vi tar det i mars".to_owned()));
    app.keys("<c-z>").keys("t<enter>").shows("Gör om eller flytta U-1");
}

#[test]
fn in_the_line_that_answers_more_words_go_to_what_it_answers() {
    let mut app = evening();
    app.keys("r+ eller april").shows("fortsätter återkopplingen på U-1 ”Vi tar det i mars”");
    app.keys("<enter><esc>");
    assert_eq!(only(&app).2, "Vi tar det i mars eller april");
    app.keys("<home>r+ i år").shows("fortsätter U-2");
}

#[test]
fn a_response_that_was_found_is_turned_and_moved_there() {
    let mut app = evening();
    app.keys("<c-f>").paste("mars").wait_for("1 träff").keys("<down><c-t>");
    app.shows("Gör om eller flytta återkopplingen på U-1").keys("finns<enter>");
    assert_eq!(only(&app).1, ResponseKind::Exists);
}

#[test]
fn in_english_a_response_is_put_right_in_the_same_way() {
    let options = Options { clock: now(), scribe: None, replicas: None };
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("x.db"), options).unwrap();
    meet(&mut store, "Workshop", day(3, 4));
    let mut app = over_in(store, Place::Tab(Tab::RoundTable), Lang::En, now());
    app.keys("! Nobody knows<enter>= We will ask<enter>");
    app.keys("+ soon").shows("continues the response to U-1 “We will ask”").keys("<enter>");
    app.keys("<down><c-t>").shows("Turn or move the response to U-1").shows("c other challenge");
    app.keys("under<enter>").shows("The response is now: under way");
    app.keys("<f2>").shows("= under way: We will ask soon");
}

#[test]
fn a_click_on_a_response_chooses_it_and_not_what_it_answers() {
    let mut app = answered();
    app.click("Vi tar det i mars").keys("+ mer");
    app.shows("fortsätter återkopplingen på U-1 ”Vi tar det i mars”").keys("<esc>");
    app.click("Ingen äger frågan").keys("+ mer").shows("fortsätter U-1 ”Ingen äger frågan”").keys("<esc>");

    let mut app = evening();
    app.size(160, 40).click("Vi tar det i mars").keys("e").shows("Ändra återkopplingen").keys("<esc>");
    app.keys("t").shows("Gör om eller flytta återkopplingen på U-1").keys("<esc>");
    app.keys("<esc>t").shows("Vad vill du göra om eller flytta?").keys("<esc>");
    app.click("Vi tar det i mars")
        .keys("<home><end>t")
        .shows("Vad vill du göra om eller flytta?")
        .keys("<esc>");
    app.size(80, 24).keys("o").click("Vi tar det i mars").keys("d").shows("Återkopplingen är borttagen");
    assert!(stored(&app).is_empty());
}

#[test]
fn by_when_it_was_planned_goes_where_nothing_is_to_come() {
    let mut app = start_at_pen();
    app.keys("! Frågan<enter>= Det kommer <lt>maj<enter>").shows("planerat, maj");
    app.keys("<c-t>nej<enter>").shows("(nej").hides("maj");
    app.keys("<c-z>").shows("planerat, maj");
}

#[test]
fn more_words_go_on_in_what_was_written_last_until_another_row_is_chosen() {
    let mut app = start_at_pen();
    app.keys("! Ingen äger frågan<enter>! Avtalen är långa<enter>! Svårt att hitta<enter>");
    // An older challenge was walked to, and answered.
    app.keys("<home>= svar ett<enter>+ och mer").shows("fortsätter återkopplingen på U-1 ”svar ett”");
    app.keys("<enter>").shows("svar ett och mer").shows("!  Ingen äger frågan   ");
    app.keys("s/mer/mest/<enter>").shows("svar ett och mest");
    // Another row afterwards is meant instead.
    app.keys("<end><up>+ för").shows("fortsätter U-2 ”Avtalen är långa”").keys("<esc>");
    // So it is with marks: what they were answered with, and the line after them.
    app.keys("<home><s-down><s-down>= båda<enter>").hides("markerade");
    app.keys("+ två").shows("fortsätter återkopplingen på U-1, U-2 ”båda”").keys("<esc>");
    app.keys("<home><s-down>Ny rad<enter>+ till")
        .shows("fortsätter ”Ny rad”")
        .shows("1 markerad")
        .keys("<esc>");
    app.keys("<home><s-down>+ av").shows("fortsätter U-2");
}

#[test]
fn an_answer_that_is_undone_is_not_what_more_words_are_for() {
    let mut app = start_at_pen();
    app.keys("! Ingen äger frågan<enter>! Avtalen är långa<enter><up>= fel<enter><c-z>").hides("fel");
    app.keys("+ mer").shows("fortsätter U-1 ”Ingen äger frågan”");
}

#[test]
fn an_answer_to_a_challenge_elsewhere_is_what_more_words_are_for() {
    let mut app = start_at_pen();
    app.keys("! Ingen äger frågan<enter><tab>En rad<enter>En till<enter><up>= svar<enter>");
    app.keys("+ mer")
        .shows("fortsätter återkopplingen på U-1 ”svar”")
        .keys("<enter><s-tab>")
        .shows("svar mer");
}

/// An old meeting, where a challenge waits.
fn old_meeting(store: &mut Store) {
    let date = chrono::NaiveDate::from_ymd_opt(2018, 12, 5).unwrap();
    meet(store, "Träff", date).challenge(store, "Ingen äger frågan");
}

#[test]
fn the_date_of_an_answer_counts_from_the_evening_when_it_is_written() {
    let mut app = start_over(Place::Tab(Tab::Challenges), old_meeting);
    app.keys("rDet kommer <lt>februari").shows("planerat feb 2027").keys("<enter>");
    assert_eq!(only(&app).2, "Det kommer");
    let due = |app: &Driver| stored(app).pop().unwrap().1.due.unwrap().day;
    assert_eq!(due(&app), chrono::NaiveDate::from_ymd_opt(2027, 2, 28).unwrap());
    let mut app = start_over(Place::Tab(Tab::Meetings), old_meeting);
    app.keys("<enter>= Det kommer <lt>maj")
        .shows("återkoppling (planerat) på U-1 · maj")
        .hides("2019")
        .keys("<enter>");
    assert_eq!(due(&app), day(5, 31));
    // A correction of it, too; what is promised there counts from the meeting.
    app.keys("<f2><end><bs><bs><bs><bs><bs><bs><bs>juni<enter>");
    assert_eq!(due(&app), day(6, 30));
    app.keys("> Ringa <lt>maj").shows("maj 2019");
}

#[test]
fn an_answer_of_another_kind_that_has_a_date_is_not_headed_planned() {
    let mut app = start_over(Place::Tab(Tab::Challenges), old_meeting);
    app.keys("rsvar: Det kommer <lt>maj").shows("‹ svar ›").shows("maj").hides("planerat maj");
}

#[test]
fn what_is_under_way_loses_its_date_too_where_nothing_is_to_come_of_it() {
    let mut app = start_at_pen();
    app.keys("! Svårt att hitta<enter>= på gång: Vi tar det <lt>maj<enter>").shows("(på gång, maj");
    app.keys("<c-t>nej<enter>").shows("nej, därför att").hides("maj");
}

#[test]
fn a_shared_response_that_is_moved_says_what_it_still_answers() {
    let mut app = start_at_pen();
    app.keys("! Ett<enter>! Två<enter>! Tre<enter>! Fyra<enter>")
        .keys("<a-3><home><space><down><space>rSvar<enter><esc>");
    app.keys("<a-2><home><down><c-t>u<enter>").shows("Flytta återkopplingen till").keys("Fyra<enter>");
    app.shows("hör nu till U-4, och fortfarande till U-3");
}
