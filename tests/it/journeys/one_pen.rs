//! One pen: a line means the same wherever it is typed. Every pen is given the same lines over a copy of the same
//! store, and all rows must be equal afterwards, apart from identities, stamps and who wrote. Two windows over one file
//! never change each other's lines.

use proptest::prelude::*;
use vidpennan::model::{ResponseKind, SectionKind};
use vidpennan::ops::line::{LineTaker, LineTargets, Plain, said_to};
use vidpennan::store::entry::By;
use vidpennan::store::{self, Store};
use vidpennan::ui::place::Place;

use self::lines::{before, is_command, is_for_the_screen, line};
use self::pens::{
    Before, by_arguments, by_dialogue, by_input, by_line_taker, by_live_screen, differing, emptied, laptop,
    meeting_in, picture, round_table, typed,
};
use crate::support::app::{Driver, over_in};
use crate::support::arbitrary::cases;
use crate::support::at_once;
use crate::support::laptop::Laptop;

mod lines;
mod pens;
mod verbs;

/// Writes a line at the foot of a screen. What is asked about it is answered with one more Enter.
fn enter(app: &mut Driver, line: &str) {
    app.keys(&typed(line)).keys("<enter>");
    if app.draft().is_some() {
        app.keys("<enter>");
    }
}

proptest! {
    #![proptest_config(cases(40))]
    #[test]
    fn every_pen_leaves_the_same_store(before in before(), lines in prop::collection::vec(line(), 1..6)) {
        // The date of an answer counts from the day on which it is written, and processes have a clock of their own.
        let is_of_today = |line: &str| before.day.is_some() && line.starts_with(['=', '/']) && line.contains(['<', '^']);
        let is_for_all = |line: &String| !is_for_the_screen(line) && !is_of_today(line);
        let lines: Vec<String> = lines.into_iter().filter(is_for_all).collect();
        let (left, accepted) = by_line_taker(&before, &lines);
        prop_assert_eq!(differing(&by_live_screen(&before, &lines), &left), "", "the live screen");
        prop_assert_eq!(differing(&by_dialogue(&before, &lines, &accepted), &left), "", "--plain");
        let unasked: Vec<String> = accepted.into_iter().filter(|it| !it.is_asked).map(|it| it.line).collect();
        let (left, unasked) = by_line_taker(&before, &unasked);
        let unasked: Vec<String> = unasked.into_iter().map(|it| it.line).collect();
        prop_assert_eq!(differing(&by_input(&before, &unasked), &left), "", "add from standard input");
        prop_assert_eq!(differing(&by_arguments(&before, &unasked), &left), "", "add with arguments");
    }

    #[test]
    fn a_promise_is_a_line_whose_plain_words_are_commitments(
        before in before(),
        lines in prop::collection::vec(line(), 1..5),
    ) {
        let lines: Vec<String> = lines.into_iter().filter(|line| !is_command(line)).collect();
        let flip_chart = laptop(&before);
        let mut app = before.window(&flip_chart);
        app.keys("<a-4>n");
        for line in &lines {
            enter(&mut app, line);
            app.keys(&emptied());
        }
        drop(app);
        let plain = laptop(&before);
        let mut store = before.open(&plain);
        let mut taker = promises(&store, &before);
        for line in &lines {
            let _refused = taker.take(&mut store, line);
        }
        drop(store);
        prop_assert_eq!(differing(&picture(&flip_chart), &picture(&plain)), "");
    }

    #[test]
    fn an_answer_is_a_line_whose_plain_words_are_a_response(before in before(), line in line()) {
        prop_assume!(!is_command(&line));
        let mut before = before;
        before.lines.push("! Den sista utmaningen");
        let screen = laptop(&before);
        let store = before.open(&screen);
        let meeting = meeting_in(&store);
        let mut app = over_in(store, Place::Challenges(Some(meeting)), before.lang, before.clock());
        app.keys("r");
        enter(&mut app, &line);
        drop(app);
        let plain = laptop(&before);
        let mut store = before.open(&plain);
        let filter = store::work::Filter {
            class: store::work::WorkClass::Challenges,
            open: Some(true),
            answered: Some(false),
            ..store::work::Filter::default()
        };
        let first = store::work::list(&store, &filter, 0, 1).unwrap().remove(0).entry;
        let pen = LineTaker::in_section(first.meeting, Some(first.section), before.lang.words());
        let challenges = vec![first];
        let words = said_to(&store, &challenges).unwrap();
        let mut taker = LineTaker {
            plain: Plain::Response(ResponseKind::Underway),
            targets: LineTargets { words, challenges },
            ..pen
        };
        let _refused = taker.take(&mut store, &line);
        drop(store);
        prop_assert_eq!(differing(&picture(&screen), &picture(&plain)), "");
    }
}

/// The pen of the flip-chart: under the heading for promises, otherwise under the last one.
fn promises(store: &Store, before: &Before) -> LineTaker {
    let meeting = meeting_in(store);
    let sections = store::section::list(store, meeting).unwrap();
    let own = sections.iter().find(|section| section.kind == SectionKind::Commitments);
    let section = own.or(sections.last()).map(|section| section.id);
    let pen = LineTaker::in_section(meeting, section, before.lang.words());
    LineTaker { plain: Plain::As(SectionKind::Commitments), ..pen }
}

/// Asserts that every pen leaves the same, and that a row has all these parts.
#[track_caller]
fn everywhere(before: &Before, lines: &[&str], parts: &[&str]) {
    let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    for (pen, left) in [
        ("line-taker", by_line_taker(before, &lines).0),
        ("add", by_arguments(before, &lines)),
        ("--plain", by_dialogue(before, &lines, &[])),
        ("live screen", by_live_screen(before, &lines)),
    ] {
        let found = left.iter().any(|row| parts.iter().all(|part| row.contains(part)));
        assert!(found, "{pen}: no row has {parts:?} in\n{}", left.join("\n"));
    }
}

#[test]
fn a_heading_makes_a_section_of_its_kind_everywhere() {
    everywhere(&round_table(), &["# Beslut", "Vi fortsätter"], &["entry", "decision", "Vi fortsätter"]);
}

#[test]
fn who_gave_a_response_is_remembered_everywhere() {
    everywhere(
        &round_table(),
        &["! Svårt", "= @Amina på gång: vi ser över det"],
        &["response", "vi ser över det", "underway", "Amina Berg"],
    );
}

#[test]
fn dates_count_from_the_day_of_the_meeting_everywhere() {
    let before = Before { day: Some("2019-12-04"), ..round_table() };
    everywhere(&before, &["> Ring <fre"], &["entry", "Ring", "2019-12-06"]);
    let answered = Before { lines: vec!["! Svårt"], ..before.clone() };
    // What is answered in the evening counts from the evening.
    for (place, keys, row, due) in [
        ("<a-4>n", "Ring <lt>fre", "entry", "2019-12-06"),
        ("<a-3>r", "Det kommer <lt>fre", "response", "2026-03-06"),
    ] {
        let laptop = laptop(&answered);
        answered.window(&laptop).keys(place).keys(keys).keys("<enter>");
        let left = picture(&laptop);
        assert!(left.iter().any(|it| it.starts_with(row) && it.contains(due)), "{}", left.join("\n"));
    }
}

#[test]
fn a_tag_is_written_as_it_was_first_everywhere() {
    everywhere(&round_table(), &["köp mindre #Kök", "laga mer #kök"], &["entry", "laga mer", "\"Kök\""]);
}

#[test]
fn a_section_is_found_by_what_its_heading_begins_with_everywhere() {
    let lines = ["# Det", "Ring inköp"];
    everywhere(&round_table(), &lines, &["entry", "Ring inköp", "commitment"]);
    let lines = ["/avsnitt det", "Ring inköp"];
    everywhere(&round_table(), &lines, &["entry", "Ring inköp", "commitment"]);
    // A part inside a heading is not its beginning.
    let said = laptop(&round_table()).run(&["add", "/avsnitt ska jag"]).failed(1);
    assert!(said.contains("Inget avsnitt heter ”ska jag”"), "{said}");
}

#[test]
fn two_sections_that_begin_so_are_named_and_none_is_made() {
    let before = Before { headings: vec!["Detaljer"], ..round_table() };
    let lines = ["# Det".to_owned(), "/avsnitt det".to_owned()];
    let untouched = by_line_taker(&before, &[]).0;
    assert_eq!(by_line_taker(&before, &lines).0, untouched);
    let laptop = laptop(&before);
    let said = laptop.run(&["add", "# Det"]).failed(1);
    let named = |text: &str| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        text.contains("”Det här ska jag göra imorgon!”") && text.contains("”Detaljer”")
    };
    assert!(named(&said), "{said}");
    let mut app = before.window(&laptop);
    app.keys("# Det<enter>");
    assert!(named(&app.screen()), "{}", app.screen());
    assert_eq!(app.draft().as_deref(), Some("# Det"), "Enter takes no completion and the line stays");
    app.keys("a<enter>").shows("▌ Detaljer");
    assert_eq!(picture(&laptop), untouched);
}

#[test]
fn a_correction_that_would_leave_no_words_is_refused_and_the_pen_takes_the_next_line() {
    let before = Before { lines: vec!["? inköp"], ..round_table() };
    let lines = ["s/inköp/", "svårt"].map(String::from);
    let (left, accepted) = by_line_taker(&before, &lines);
    assert_eq!(accepted.into_iter().map(|it| it.line).collect::<Vec<_>>(), ["svårt"]);
    assert!(left.iter().any(|row| row.contains("inköp")), "{left:?}");
    assert_eq!(by_live_screen(&before, &lines), left);
    assert_eq!(by_dialogue(&before, &lines, &[]), left);
}

/// Two windows over one file: the driver is the first, the store is the second.
fn two_windows(lines: &[&'static str]) -> (Laptop, Driver, Store, LineTaker) {
    let before = Before { lines: lines.to_vec(), ..round_table() };
    let laptop = laptop(&before);
    let app = before.window(&laptop);
    let other = before.open(&laptop);
    let taker = before.taker(&other);
    (laptop, app, other, taker)
}

fn text_of(laptop: &Laptop, part: &str) -> Vec<String> {
    picture(laptop).into_iter().filter(|row| row.contains(part)).collect()
}

#[test]
fn a_response_goes_to_the_challenge_that_was_the_latest_when_it_was_begun() {
    let (laptop, mut app, mut other, mut taker) = two_windows(&["! Den första"]);
    app.keys("= svar").shows("återkoppling (svar) på U-1");
    taker.take(&mut other, "! Den andra").unwrap();
    app.looks().shows("Den andra").shows("återkoppling (svar) på U-1").keys(" nu<enter>");
    app.shows("↳ Återkoppling (svar): svar nu");
    let answer = text_of(&laptop, "answer: ");
    assert!(answer.len() == 1 && answer[0].contains("challenge=entry 1"), "{answer:?}");
    // The next line begins anew.
    app.keys("= till den andra").shows("återkoppling (svar) på U-2");
}

#[test]
fn a_line_that_is_begun_without_a_target_gets_none_from_another_window() {
    for (line, preview, refused) in [
        ("= svar", "ingen utmaning att svara på", "Ingen utmaning är skriven härifrån"),
        ("+ och mer", "Inget inlägg är skrivet härifrån", "Inget inlägg är skrivet härifrån"),
        ("s/Den/En/", "Inget inlägg att rätta", "Inget inlägg att rätta"),
    ] {
        let (laptop, mut app, mut other, mut taker) = two_windows(&[]);
        app.keys(line).shows(preview);
        taker.take(&mut other, "! Den andra").unwrap();
        app.looks().shows("Den andra").shows(preview).keys("<enter>").shows(refused);
        assert_eq!(text_of(&laptop, "text=Text(\"Den andra\")").len(), 1, "{line}");
        assert!(text_of(&laptop, "answer: ").is_empty(), "{line}");
        // Whoever writes chooses it.
        app.keys("<up><enter>").hides(refused);
    }
}

#[test]
fn more_words_and_corrections_go_to_the_entry_that_was_the_latest_when_they_were_begun() {
    for (line, preview, expected) in [
        ("+ och dyra", "fortsätter ”Avtalen är långa”", "Avtalen är långa och dyra"),
        ("s/långa/korta/", "rättar ”Avtalen är långa”: ”långa” blir ”korta”", "Avtalen är korta"),
    ] {
        let (laptop, mut app, mut other, mut taker) = two_windows(&["Avtalen är långa"]);
        app.keys(line).shows(preview);
        taker.take(&mut other, "Köerna är långa").unwrap();
        app.looks().shows("Köerna").shows(preview).keys("<enter>").shows(expected);
        assert_eq!(text_of(&laptop, &format!("text=Text(\"{expected}\")")).len(), 1, "{line}");
        assert_eq!(text_of(&laptop, "text=Text(\"Köerna är långa\")").len(), 1, "{line}");
    }
}

#[test]
fn a_target_that_another_window_took_away_is_not_replaced_by_another_entry() {
    let (laptop, mut app, mut other, taker) = two_windows(&["Den första", "Den andra"]);
    app.keys("+ och mer").shows("fortsätter ”Den andra”");
    let meeting = taker.meeting;
    let latest = store::entry::latest(&other, meeting, By::Anyone).unwrap().unwrap();
    at_once::delete_entries(&mut other, &[latest.id]).unwrap();
    app.looks().keys("<enter><esc>");
    assert_eq!(app.draft().as_deref(), Some("+ och mer"));
    assert!(text_of(&laptop, "och mer").is_empty());
    // Begun anew it goes to what is there.
    app.keys(&emptied()).keys("+ och mer").shows("fortsätter ”Den första”").keys("<enter>");
    app.shows("Den första och mer");
}

#[test]
fn whoever_writes_the_line_moves_its_target_by_walking() {
    let (_laptop, mut app, ..) = two_windows(&["! Den första", "! Den andra", "en anteckning"]);
    app.keys("= svar").shows("på U-2").keys("<up><up>").shows("på U-1").keys("<down>").shows("på U-2");
    app.keys("<down>").shows("på U-2");
    app.keys(&emptied()).keys("+ mer").shows("fortsätter ”en anteckning”").keys("<up>");
    app.shows("fortsätter U-2 ”Den andra”");
}

#[test]
fn the_latest_line_is_ones_own_though_another_window_has_written_since() {
    // The driver is one's own window, then the other store is.
    let (laptop, mut app, mut other, mut taker) = two_windows(&["! Den första"]);
    app.keys("= ja").shows("på U-1, mötets senaste utmaning").keys(&emptied());
    app.keys("! Min egen<enter>en tanke<enter>");
    taker.take(&mut other, "! Den andras").unwrap();
    taker.take(&mut other, "en annan tanke").unwrap();
    app.looks().keys("= ja").shows("på U-2").hides("mötets senaste").keys("<enter>");
    app.keys("+ till<enter>").shows("(svar): ja till");
    let receipt = taker.take(&mut other, "= nja").unwrap();
    assert_eq!(receipt.became, "återkoppling (svar) på U-3");
    taker.take(&mut other, "+ med").unwrap();
    assert_eq!(text_of(&laptop, "text=Text(\"nja med\")").len(), 1);
    assert_eq!(answered(&laptop), ["entry 2", "entry 4"]);
    // A note of one's own that has become a challenge counts, what is gone does not.
    app.keys("<down>/gör till utmaning<enter><esc>= om den").shows("på U-4").hides("mötets senaste");
    app.keys("<enter>");
    let own = store::work::list(&other, &store::work::Filter::default(), 0, 9).unwrap();
    let own: Vec<_> = own.iter().filter(|work| !work.entry.text.starts_with("Den")).collect();
    at_once::delete_entries(&mut other, &own.iter().map(|work| work.entry.id).collect::<Vec<_>>()).unwrap();
    app.looks().keys("= ja").shows("på U-3, mötets senaste utmaning");
}

#[test]
fn the_lines_at_the_foot_of_a_screen_continue_and_answer_ones_own_line_too() {
    // The line that answers a challenge goes on with that one.
    for (place, begin, continued) in [("<a-4>", "n", "Min egen"), ("<a-3>", "r", "Den första")] {
        let (laptop, mut app, mut other, mut taker) = two_windows(&["! Den första"]);
        app.keys("! Min egen<enter>");
        taker.take(&mut other, "! Den andras").unwrap();
        app.looks().keys(place).keys(begin).keys("+ utmaning<enter>");
        let text = format!("text=Text(\"{continued} utmaning\")");
        assert_eq!(text_of(&laptop, &text).len(), 1, "{place}");
    }
    let (laptop, mut app, mut other, mut taker) = two_windows(&["! Den första"]);
    app.keys("! Min egen<enter>");
    taker.take(&mut other, "! Den andras").unwrap();
    app.looks().keys("<a-4>n= ja").shows("på U-2").hides("mötets senaste").keys("<enter>");
    assert_eq!(answered(&laptop), ["entry 2"]);
}

#[test]
fn what_is_in_a_section_that_is_gone_is_not_the_latest() {
    let (laptop, app, mut other, mut taker) = two_windows(&["! Den första"]);
    drop(app);
    taker.take(&mut other, "# Nytt").unwrap();
    taker.take(&mut other, "! Den andra").unwrap();
    at_once::delete_section(&mut other, taker.section.unwrap()).unwrap();
    let mut next = LineTaker::at(&other, taker.meeting, taker.words).unwrap();
    next.take(&mut other, "+ raden").unwrap();
    assert_eq!(text_of(&laptop, "text=Text(\"Den första raden\")").len(), 1);
}

/// The challenges that responses were given to, as their rows are called.
fn answered(laptop: &Laptop) -> Vec<String> {
    let challenge = |row: String| row.split("challenge=").nth(1)?.split(" deleted").next().map(str::to_owned);
    text_of(laptop, "answer: ").into_iter().filter_map(challenge).collect()
}
