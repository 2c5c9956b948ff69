//! The example: an invented programme with three meetings, one finished, one with unanswered challenges, one today. It
//! is read from `assets/demo`, and its dates are moved so that the third meeting is today.

mod own;

pub use own::{OwnWork, amount, keep, own_work};

use chrono::{Days, NaiveDate, TimeDelta};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::clock::Clock;
use crate::minutes::{Entry, Minutes};
use crate::model::id::{EntryId, MeetingId};
use crate::model::{Coded, Due, Kind, Precision, ResponseKind};
use crate::ops::{self, Assignment, PersonDetails, Refused, Reply, Result, Seen};
use crate::store::work::{self, Filter, WorkClass};
use crate::store::{Options, Store, StoreError};

/// The date of the third meeting in the files.
const WRITTEN_FOR: NaiveDate = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();

const MEETINGS: [&str; 3] = [
    include_str!("../assets/demo/1-kvallsoppet.json"),
    include_str!("../assets/demo/2-framtidsveckan.json"),
    include_str!("../assets/demo/3-dialogcafe.json"),
];

/// The programme, its people, and the steps taken since the meetings.
const PROGRAMME: &str = include_str!("../assets/demo/programme.json");
/// The scribe of the example.
pub const SCRIBE: &str = "Vera Lundmark";

/// Puts the example into an empty store and returns today's meeting.
///
/// # Errors
/// The errors of the store.
pub fn fill(store: &mut Store) -> Result<MeetingId> {
    let clock = store.clock();
    let programme: ExampleProgramme = read(PROGRAMME)?;
    let own = ops::rename_programme(store, &programme.name)?.value;
    for person in &programme.people {
        let role = Some(person.role.clone());
        ops::enter_person(
            store,
            &PersonDetails { name: person.name.clone(), role, ..PersonDetails::default() },
        )?;
    }
    let none = Seen::now(store, Vec::new())?;
    ops::edit_abbreviations(store, own.id, &none, &programme.abbreviations)?;
    let mut last = None;
    for text in MEETINGS {
        let minutes: Minutes = read(text)?;
        last = Some(ops::import_minutes(store, &moved(minutes, clock.today()), None)?.value);
    }
    for step in programme.steps {
        let done = self::step(store, step, clock.today());
        store.set_clock(clock);
        done?;
    }
    last.ok_or(Refused::Empty)
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T> {
    Ok(serde_json::from_str(text).map_err(|error| StoreError::Io(error.into()))?)
}

#[derive(Deserialize)]
struct ExampleProgramme {
    name: String,
    /// What is typed in short, and what it becomes.
    abbreviations: Vec<(String, String)>,
    people: Vec<Somebody>,
    steps: Vec<ExampleStep>,
}

/// A person in the register, so that the name can be completed.
#[derive(Deserialize)]
struct Somebody {
    name: String,
    role: String,
}

/// A step taken after a meeting.
#[derive(Deserialize)]
struct ExampleStep {
    day: NaiveDate,
    /// The beginnings of the entries that it was done to.
    about: Vec<String>,
    #[serde(flatten)]
    what: What,
}

#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
enum What {
    Answer { kind: String, text: String, due: Option<String> },
    Action { text: String, owner: String, due: String },
    Check { status: String, comment: String },
}

/// A store in memory with the example. Also returns today's meeting.
///
/// # Errors
/// The errors of the store.
pub fn in_memory(clock: Clock) -> Result<(Store, MeetingId)> {
    let mut store = Store::in_memory(Options { clock, scribe: Some(SCRIBE.to_owned()), replicas: None })?;
    let meeting = fill(&mut store)?;
    Ok((store, meeting))
}

/// Does a step with the clock set to its day.
fn step(store: &mut Store, step: ExampleStep, today: NaiveDate) -> Result<()> {
    let due = |iso: &str| Due::from_iso(iso).map(|due| moved_to(&due, today));
    let morning = moved_day(step.day, today).and_time(chrono::NaiveTime::MIN) + TimeDelta::hours(9);
    let mut about = Vec::new();
    for class in [WorkClass::Challenges, WorkClass::Owed] {
        let filter = Filter { class, ..Filter::default() };
        let all = work::count(store, &filter)?;
        let known = work::list(store, &filter, 0, all)?.into_iter().map(|listed| listed.entry);
        about.extend(known.filter(|entry| step.about.contains(&entry.text)));
    }
    store.set_clock(Clock::Fixed(morning));
    let ids: Vec<EntryId> = about.iter().map(|entry| entry.id).collect();
    let first = about.first().ok_or(Refused::Empty)?;
    match step.what {
        What::Answer { kind, text, due: by } => {
            let kind = ResponseKind::from_code(&kind).unwrap_or(ResponseKind::Answer);
            ops::answer(store, &ids, &Reply { kind, text, due: by.as_deref().and_then(due) })?;
        }
        What::Action { text, owner, due: by } => {
            let assignment = Assignment { owner: Some(owner), due: due(&by) };
            ops::make_action(store, &[first.id], Some(&text), &assignment)?;
        }
        What::Check { status, comment } => {
            let outcome = Kind::from_codes(first.kind.code(), Some(&status)).unwrap_or(first.kind);
            ops::follow_up(store, first.id, outcome, &comment)?;
        }
    }
    Ok(())
}

/// The minutes with all dates moved, so that the third meeting is today.
fn moved(mut minutes: Minutes, today: NaiveDate) -> Minutes {
    let later = |day: NaiveDate| moved_day(day, today);
    let written = minutes.date;
    minutes.date = written.map(later);
    for field in &mut minutes.fields {
        if let Ok(day) = field.value.parse::<NaiveDate>() {
            field.value = later(day).to_string();
        }
    }
    if let Some(next) = &mut minutes.next {
        next.date = later(next.date);
    }
    for entry in minutes.sections.iter_mut().flat_map(|section| &mut section.entries) {
        move_due(entry, today);
    }
    minutes
}

fn move_due(entry: &mut Entry, today: NaiveDate) {
    entry.due = entry.due.as_ref().map(|due| moved_to(due, today));
}

fn moved_to(due: &Due, today: NaiveDate) -> Due {
    match due.precision {
        Precision::Month => Due::in_month_of(moved_day(due.day, today)),
        _ => Due { day: moved_day(due.day, today), ..due.clone() },
    }
}

fn moved_day(day: NaiveDate, today: NaiveDate) -> NaiveDate {
    let days = (today - WRITTEN_FOR).num_days();
    let span = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(span) } else { day.checked_add_days(span) };
    moved.unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store;

    #[test]
    fn the_example_has_a_meeting_today_and_work_left_over() {
        let now = NaiveDate::from_ymd_opt(2027, 9, 30).unwrap().and_hms_opt(8, 30, 0).unwrap();
        let (store, meeting) = in_memory(Clock::Fixed(now)).unwrap();
        let meetings = store::meeting::list(&store).unwrap();
        assert_eq!(meetings.len(), 3);
        assert_eq!(meetings[0].id, meeting);
        assert_eq!(meetings[0].date, Some(now.date()));
        assert_eq!(meetings[2].date, NaiveDate::from_ymd_opt(2027, 7, 8));
        let unanswered = Filter { answered: Some(false), open: Some(true), ..Filter::default() };
        assert!(work::count(&store, &unanswered).unwrap() >= 5);
        let overdue = Filter {
            class: WorkClass::Actions,
            open: Some(true),
            before: Some(now.date()),
            ..Filter::default()
        };
        assert!(work::count(&store, &overdue).unwrap() >= 1);
        assert_eq!(store.clock(), Clock::Fixed(now));
    }
}
