//! The days of a meeting, and the calendar file that holds them.

use vidpennan::i18n::Lang;
use vidpennan::model::{Coded, CommitmentStatus, Due, Kind};
use vidpennan::ops;
use vidpennan::report::calendar::{Calendar, Event};
use vidpennan::report::{Choices, Report};
use vidpennan::store::Store;
use vidpennan::store::work::Class;

use crate::sheets::{day, listed, material, stored};

fn calendar(store: &Store, meeting: vidpennan::model::id::MeetingId) -> Calendar {
    Report::Minutes.write(&material(store, meeting, Choices::default()), Lang::Sv.words()).calendar
}

fn event<'a>(calendar: &'a Calendar, title: &str) -> &'a Event {
    let found = calendar.events.iter().find(|event| event.title.starts_with(title));
    found.unwrap_or_else(|| panic!("no {title} in {calendar:?}"))
}

#[test]
fn meetings_due_dates_and_planned_answers_are_days_to_keep() {
    let (store, meeting) = stored();
    let calendar = calendar(&store, meeting);
    let days: Vec<String> =
        calendar.events.iter().map(|event| format!("{} {}", event.date, event.title)).collect();
    assert_eq!(
        days,
        [
            "2026-03-05 Anteckningar från dialogcafé om Vallby torg",
            "2026-03-06 Klart senast: Ringa fastighetsägaren",
            "2026-05-31 Klart senast: Å-1 Ta fram en skötselplan för torget",
            "2026-06-11 Nästa möte efter Anteckningar från dialogcafé om Vallby torg",
            "2026-10-02 Planerat: Ny belysning sätts upp",
        ]
    );
    let held = event(&calendar, "Anteckningar");
    assert_eq!(held.time.unwrap().to_string(), "13:00–15:30");
    assert_eq!(held.place, "Folkets hus, Vallby");
    let next = event(&calendar, "Nästa");
    assert_eq!(next.uid, held.uid.replace('@', "-next@"));
    assert_eq!(
        event(&calendar, "Klart senast: Å-1").about,
        "Ansvarig: Malte Grahn\nKlart senast: maj 2026\nStatus: pågår\nAnteckningar från dialogcafé om Vallby torg, 5 mars 2026"
    );
    assert!(event(&calendar, "Planerat").about.contains("Svar på: U-1 Mörkt på kvällarna."));
    assert!(!format!("{calendar:?}").contains("Disa Norén"), "names were not asked for");
}

#[test]
fn a_change_keeps_the_identity_and_counts_on() {
    let (mut store, meeting) = stored();
    let before = calendar(&store, meeting);
    assert_eq!(calendar(&store, meeting), before, "nothing changed, nothing is new");

    let action = listed(&store, Class::Actions)[0].entry.clone();
    ops::assign(&mut store, action.id, action.owner, Some(Due::on(day("2026-06-15")))).unwrap();
    let after = calendar(&store, meeting);
    let (old, new) = (event(&before, "Klart senast: Å-1"), event(&after, "Klart senast: Å-1"));
    assert_eq!(old.uid, new.uid);
    assert!(new.sequence > old.sequence, "{} and then {}", old.sequence, new.sequence);
    assert_eq!(new.date, day("2026-06-15"));
    assert_eq!(event(&before, "Planerat"), event(&after, "Planerat"), "nothing else moved");
}

#[test]
fn what_is_done_is_not_due() {
    let (mut store, meeting) = stored();
    let promise =
        listed(&store, Class::Commitments).into_iter().find(|work| work.entry.due.is_some()).unwrap();
    let done = Kind::Commitment(CommitmentStatus::from_code("done").unwrap());
    ops::set_status(&mut store, promise.entry.id, done).unwrap();
    let calendar = calendar(&store, meeting);
    assert!(calendar.events.iter().all(|event| !event.title.contains("Ringa fastighetsägaren")));
}

#[test]
fn an_answer_to_several_challenges_is_one_day() {
    let (mut store, meeting) = stored();
    let challenges: Vec<_> = listed(&store, Class::Challenges).iter().map(|work| work.entry.id).collect();
    let reply = ops::Reply {
        kind: vidpennan::model::ResponseKind::Planned,
        text: "Stödpaket".to_owned(),
        due: Some(Due::on(day("2026-09-01"))),
    };
    ops::answer(&mut store, &challenges, &reply).unwrap();
    let calendar = calendar(&store, meeting);
    assert_eq!(calendar.events.iter().filter(|event| event.title.contains("Stödpaket")).count(), 1);
    let about = &event(&calendar, "Planerat: Stödpaket").about;
    assert!(about.contains("U-1") && about.contains("U-2") && about.contains("U-3"), "{about}");
}
