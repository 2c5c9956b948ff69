//! The line-taker by itself: what it names, what it refuses, what it freezes.

use chrono::NaiveDate;

use super::*;
use crate::clock::Clock;
use crate::i18n::{Lang, templates};
use crate::model::{Kind, MeetingKind, SectionKind};
use crate::ops::{self, NewMeeting, NewSection, ProgrammeChoice};
use crate::speech;
use crate::store::Options;

/// A store on Wednesday 4 March 2026 with a round-table conversation held on a day; without a day it has none.
fn meeting(day: Option<&str>) -> (Store, LineTaker) {
    let now = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap().and_hms_opt(9, 10, 0).unwrap();
    let options = Options { clock: Clock::Fixed(now), scribe: Some("Eva Lind".to_owned()), replicas: None };
    let mut store = Store::in_memory(options).unwrap();
    let kind = MeetingKind::RoundTable;
    let sections = templates::sections(Lang::Sv, kind).into_iter().map(|(heading, kind)| NewSection {
        heading: heading.to_owned(),
        kind,
        intro: Vec::new(),
    });
    let new = NewMeeting {
        programme: ProgrammeChoice::Usual,
        nameless: false,
        title: "Framtidsveckan".to_owned(),
        kind,
        date: day.map(|day| day.parse().unwrap()),
        time: None,
        place: String::new(),
        audience: String::new(),
        tables: 0,
        sections: sections.collect(),
    };
    let meeting = ops::create_meeting(&mut store, new).unwrap().value;
    let taker = LineTaker::at(&store, meeting, Lang::Sv.words()).unwrap();
    (store, taker)
}

fn takes(store: &mut Store, taker: &mut LineTaker, line: &str) -> LineOutcome {
    taker.take(store, line).unwrap_or_else(|error| panic!("{line:?}: {error}")).outcome
}

fn refuses(store: &mut Store, taker: &mut LineTaker, line: &str) -> String {
    let error = taker.take(store, line).expect_err(line);
    speech::not_taken(&error, taker.words).to_string()
}

fn entries(store: &Store, taker: &LineTaker) -> Vec<(Kind, String)> {
    let place = store::entry::EntryScope { section: taker.section.unwrap(), table: None };
    let listed = store::entry::window(store, place, 0, 100, 100).unwrap();
    listed.into_iter().map(|listed| (listed.entry.kind, listed.entry.text)).collect()
}

fn heading(store: &Store, taker: &LineTaker) -> (String, SectionKind) {
    let section = store::section::get(store, taker.section.unwrap()).unwrap().unwrap();
    (section.heading, section.kind)
}

#[test]
fn a_heading_goes_to_the_only_section_that_begins_so_and_otherwise_makes_one_of_its_kind() {
    let (mut store, mut taker) = meeting(None);
    assert!(matches!(takes(&mut store, &mut taker, "# Det"), LineOutcome::WentTo(_)));
    assert_eq!(heading(&store, &taker).1, SectionKind::Commitments);
    assert!(matches!(takes(&mut store, &mut taker, "# Beslut"), LineOutcome::MadeSection(_)));
    assert_eq!(heading(&store, &taker), ("Beslut".to_owned(), SectionKind::Decisions));
    takes(&mut store, &mut taker, "Vi fortsätter");
    assert_eq!(entries(&store, &taker), [(Kind::Decision, "Vi fortsätter".to_owned())]);
    assert!(matches!(takes(&mut store, &mut taker, "# Tipsrunda"), LineOutcome::MadeSection(_)));
    let several = "Flera avsnitt börjar med ”ti”: ”Tips”, ”Tipsrunda”. Skriv mer av rubriken.";
    for line in ["# ti", "/avsnitt ti"] {
        assert_eq!(refuses(&mut store, &mut taker, line), several);
    }
    assert_eq!(heading(&store, &taker).0, "Tipsrunda", "a refused line leads nowhere");
    takes(&mut store, &mut taker, "/avsnitt TIPS");
    assert_eq!(heading(&store, &taker).0, "Tips");
    assert!(refuses(&mut store, &mut taker, "/avsnitt runda").contains("Inget avsnitt heter ”runda”"));
    assert_eq!(refuses(&mut store, &mut taker, "# :"), "Skriv rubriken efter #.");
    assert_eq!(store::section::list(&store, taker.meeting).unwrap().len(), 6);
}

#[test]
fn dates_count_from_the_day_of_the_meeting() {
    for (day, expected) in [(Some("2025-11-24"), "2025-11-28"), (None, "2026-03-06")] {
        let (mut store, mut taker) = meeting(day);
        let LineOutcome::Entry(id, _) = takes(&mut store, &mut taker, "> Ring <fre") else { panic!() };
        let due = store::entry::get(&store, id).unwrap().unwrap().due.unwrap();
        assert_eq!(due.iso(), expected);
    }
}

#[test]
fn who_gave_a_response_is_remembered() {
    let (mut store, mut taker) = meeting(None);
    let LineOutcome::Entry(challenge, _) = takes(&mut store, &mut taker, "! Svårt") else { panic!() };
    let outcome = takes(&mut store, &mut taker, "= @Amina på gång: vi ser över det");
    let LineOutcome::Response { response, challenges } = outcome else { panic!() };
    let response = store::response::get(&store, response).unwrap().unwrap();
    assert_eq!((response.author.as_deref(), response.text.as_str()), (Some("Amina"), "vi ser över det"));
    assert_eq!(challenges, [challenge]);
}

#[test]
fn what_is_not_there_is_neither_answered_nor_corrected() {
    let (mut store, mut taker) = meeting(None);
    for (line, why) in [
        ("= svar", "Ingen utmaning är skriven härifrån; välj en med ↑ vid pennan."),
        ("+ mer", "Inget inlägg är skrivet härifrån; välj ett med ↑ vid pennan."),
        ("s/a/b/", "Inget inlägg att rätta är skrivet härifrån; välj ett med ↑ vid pennan."),
        ("/bord fyra", "”fyra” är inget bordsnummer."),
    ] {
        assert!(refuses(&mut store, &mut taker, line).starts_with(why.trim_end_matches('.')), "{line}");
    }
    takes(&mut store, &mut taker, "Rad");
    assert_eq!(refuses(&mut store, &mut taker, "s/a b/c/"), "”a b” står inte i ”Rad”.");
    assert_eq!(refuses(&mut store, &mut taker, "s/Rad/ /"), "Det behövs några ord.");
    assert_eq!(takes(&mut store, &mut taker, "/bord 3"), LineOutcome::Table(Some(3)));
    assert_eq!(takes(&mut store, &mut taker, "/bord 0"), LineOutcome::Table(None));
    assert_eq!(takes(&mut store, &mut taker, "/hjälp"), LineOutcome::Command(Verb::Help, String::new()));
}

#[test]
fn a_frozen_target_is_not_moved_by_another_pen() {
    let (mut store, mut mine) = meeting(None);
    let mut other = mine.clone();
    let LineOutcome::Entry(first, _) = takes(&mut store, &mut mine, "! Första") else { panic!() };
    let target = store::entry::get(&store, first).unwrap();
    mine.targets = LineTargets {
        words: target.clone().map(WordsTarget::Entry),
        challenges: target.into_iter().collect(),
    };
    takes(&mut store, &mut other, "! Andra");
    let frozen = mine.clone();
    assert_eq!(frozen.preview(&store, "= svar").unwrap().becomes, "återkoppling (svar) på U-1");
    assert_eq!(frozen.preview(&store, "+ gången").unwrap().becomes, "fortsätter U-1 ”Första”");
    for (line, expected) in
        [("+ gången", LineOutcome::Continued(first)), ("s/gången/raden/", LineOutcome::Corrected(first))]
    {
        let mut pen = frozen.clone();
        pen.targets.words = store::entry::get(&store, first).unwrap().map(WordsTarget::Entry);
        assert_eq!(takes(&mut store, &mut pen, line), expected);
        assert_eq!(pen.targets, LineTargets::default(), "the next line begins anew");
    }
    let outcome = takes(&mut store, &mut frozen.clone(), "= svar");
    assert!(matches!(outcome, LineOutcome::Response { challenges, .. } if challenges == [first]));
    let texts: Vec<_> = entries(&store, &mine).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["Första raden", "Andra"]);
}

#[test]
fn after_a_response_more_words_and_corrections_are_for_it() {
    let (mut store, mut taker) = meeting(None);
    takes(&mut store, &mut taker, "! Avtalen är för långa");
    let LineOutcome::Response { response, .. } = takes(&mut store, &mut taker, "= vi tar det i mars") else {
        panic!()
    };
    let becomes = |store: &Store, taker: &LineTaker, line| taker.preview(store, line).unwrap().becomes;
    let said = "fortsätter återkopplingen på U-1 ”vi tar det i mars”";
    assert_eq!(becomes(&store, &taker, "+ kanske"), said);
    assert_eq!(takes(&mut store, &mut taker, "+ kanske"), LineOutcome::ChangedResponse(response));
    let not_there = "”maj” står inte i återkopplingen på U-1 ”vi tar det i mars …”.";
    assert_eq!(refuses(&mut store, &mut taker, "s/maj/juni/"), not_there);
    assert_eq!(takes(&mut store, &mut taker, "s/mars/april/"), LineOutcome::ChangedResponse(response));
    let text = store::response::get(&store, response).unwrap().unwrap().text;
    assert_eq!(text, "vi tar det i april kanske");
    assert_eq!(entries(&store, &taker), [(Kind::CHALLENGE, "Avtalen är för långa".to_owned())]);

    takes(&mut store, &mut taker, "Nästa rad");
    assert_eq!(becomes(&store, &taker, "+ mer"), "fortsätter ”Nästa rad”", "what was written last");
    for _ in 0..3 {
        let last = ops::undoable(&store).unwrap().at;
        ops::undo(&mut store, last).unwrap();
    }
    let last = ops::undoable(&store).unwrap().at;
    ops::undo(&mut store, last).unwrap();
    assert_eq!(becomes(&store, &taker, "+ mer"), "fortsätter U-1 ”Avtalen är för långa”", "it is taken back");
}

#[test]
fn a_meeting_without_sections_gets_one_with_its_first_entry() {
    for (plain, expected) in [
        (Plain::Own, ("Anteckningar", SectionKind::Notes)),
        (Plain::As(SectionKind::Commitments), ("Det här ska jag göra imorgon!", SectionKind::Commitments)),
    ] {
        let (mut store, mut taker) = meeting(None);
        for section in store::section::list(&store, taker.meeting).unwrap() {
            let held = store::held(&store).unwrap();
            ops::delete_section(&mut store, section.id, &held).unwrap();
        }
        taker = LineTaker { plain, ..LineTaker::at(&store, taker.meeting, taker.words).unwrap() };
        assert_eq!(taker.section, None);
        takes(&mut store, &mut taker, "/bord 2");
        assert!(store::section::list(&store, taker.meeting).unwrap().is_empty(), "nothing is made too early");
        let LineOutcome::Entry(id, _) = takes(&mut store, &mut taker, "Ring") else { panic!() };
        takes(&mut store, &mut taker, "Skriv");
        let entry = store::entry::get(&store, id).unwrap().unwrap();
        assert_eq!((entry.kind, entry.provenance.table), (expected.1.own_kind(), Some(2)));
        let sections = store::section::list(&store, taker.meeting).unwrap();
        assert_eq!(sections.len(), 1);
        assert_eq!((sections[0].heading.as_str(), sections[0].kind), expected);
    }
}

#[test]
fn a_command_that_takes_no_words_is_refused_with_words() {
    let (mut store, mut taker) = meeting(None);
    takes(&mut store, &mut taker, "! Mörkt");
    for line in ["/ta bort något", "/stjärna  den", "/ångra 2", "/hjälp mig"] {
        let why = refuses(&mut store, &mut taker, line);
        assert!(why.contains("hör inte till /"), "{line}: {why}");
        assert_eq!(taker.preview(&store, line).unwrap().becomes, why);
    }
    assert!(matches!(takes(&mut store, &mut taker, "/ta bort"), LineOutcome::Command(..)));
}
