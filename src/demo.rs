//! The example: an invented programme with three meetings, one finished, one with challenges that wait for an answer,
//! one today. It is read from `assets/demo` and moved in time so that the third meeting is held today.

use chrono::{Days, NaiveDate};

use crate::clock::Clock;
use crate::minutes::{Entry, Minutes};
use crate::model::id::MeetingId;
use crate::model::{Due, Kind};
use crate::ops::{self, Refused, Result};
use crate::store::work::{self, Class, Filter};
use crate::store::{Options, Store, StoreError};

/// The day on which the third meeting is held in the files.
const WRITTEN_FOR: NaiveDate = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();

const MEETINGS: [&str; 3] = [
    include_str!("../assets/demo/1-kvallsoppet.json"),
    include_str!("../assets/demo/2-framtidsveckan.json"),
    include_str!("../assets/demo/3-dialogcafe.json"),
];

/// The name of the programme and of who holds its pen.
const PROGRAMME: &str = "God vardag i Lindby";
/// Names that can be completed, besides those who sign.
const PEOPLE: [&str; 4] = ["Amina Bergqvist", "Jonas Ekdahl", "Lena Holm", "Siri Nyqvist"];
/// Who holds the pen in the example.
pub const HOLDER: &str = "Vera Lundmark";

/// Puts the example into an empty store and returns today's meeting.
///
/// # Errors
/// Those of the store.
pub fn fill(store: &mut Store) -> Result<MeetingId> {
    ops::rename_programme(store, PROGRAMME)?;
    for name in PEOPLE {
        ops::enter_person(store, name, None)?;
    }
    let today = store.clock().today();
    let mut last = None;
    for text in MEETINGS {
        let minutes: Minutes = serde_json::from_str(text).map_err(|error| StoreError::Io(error.into()))?;
        last = Some(ops::import_minutes(store, &moved(minutes, today), None)?.value);
    }
    follow_up(store)?;
    last.ok_or(Refused::Empty)
}

/// A store in memory with the example, for pictures and tests.
///
/// # Errors
/// Those of the store.
pub fn in_memory(clock: Clock) -> Result<(Store, MeetingId)> {
    let mut store = Store::in_memory(Options { clock, author: Some(HOLDER.to_owned()) })?;
    let meeting = fill(&mut store)?;
    Ok((store, meeting))
}

/// The finished promises have been asked about.
fn follow_up(store: &mut Store) -> Result<()> {
    let asked = Filter { class: Class::Commitments, open: Some(false), ..Filter::default() };
    for promise in work::list(store, &asked, 0, 100)? {
        ops::follow_up(store, promise.entry.id, promise.entry.kind, "")?;
    }
    Ok(())
}

/// The same minutes, so many days later that the third meeting is today.
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
    let later = |due: &Due| match due.precision {
        crate::model::Precision::Month => Due::in_month_of(moved_day(due.day, today)),
        _ => Due { day: moved_day(due.day, today), ..due.clone() },
    };
    entry.due = entry.due.as_ref().map(later);
    if matches!(entry.kind, Kind::Challenge(_)) {
        for response in &mut entry.responses {
            response.due = response.due.as_ref().map(later);
        }
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
        let overdue =
            Filter { class: Class::Actions, open: Some(true), before: Some(now.date()), ..Filter::default() };
        assert!(work::count(&store, &overdue).unwrap() >= 1);
    }
}
