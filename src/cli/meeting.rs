//! Which meeting is meant: a number from `list meetings`, a date, the beginning of an id, or a part of the title.

use super::{Desk, Failure, Unresolved};
use crate::i18n::{dates, format};
use crate::model::Meeting;
use crate::store::{self, Store};

/// The one meeting that fits. Where several do, the error lists them.
pub fn choose(desk: &Desk, store: &Store, query: &str) -> Result<Meeting, Failure> {
    let meetings = store::meeting::list(store)?;
    if meetings.is_empty() {
        return Err(Unresolved::NoMeetings.into());
    }
    let mut fitting = fitting(&meetings, query.trim());
    match fitting.len() {
        0 => Err(Unresolved::NoMeeting(query.to_owned()).into()),
        1 => Ok(fitting.remove(0).1.clone()),
        _ => {
            let candidates = fitting.into_iter().map(|(number, meeting)| titled(desk, number, meeting));
            Err(Unresolved::SeveralMeetings { query: query.to_owned(), candidates: candidates.collect() }
                .into())
        }
    }
}

/// The meetings that fit best, with their numbers in `list meetings`.
fn fitting<'m>(meetings: &'m [Meeting], query: &str) -> Vec<(usize, &'m Meeting)> {
    let numbered = || meetings.iter().enumerate().map(|(at, meeting)| (at + 1, meeting));
    if let Ok(number) = query.parse::<usize>()
        && let Some(meeting) = number.checked_sub(1).and_then(|at| meetings.get(at))
    {
        return vec![(number, meeting)];
    }
    let day = dates::read(query, None).ok().map(|read| read.due.day);
    let wanted = query.to_lowercase();
    let id = wanted.replace('-', "");
    let ways: [&dyn Fn(&Meeting) -> bool; 4] = [
        &|meeting| day.is_some() && meeting.date == day,
        &|meeting| id.len() >= 4 && meeting.id.0.simple().to_string().starts_with(&id),
        &|meeting| meeting.title.to_lowercase() == wanted,
        &|meeting| !wanted.is_empty() && meeting.title.to_lowercase().contains(&wanted),
    ];
    let found = ways.iter().map(|fits| numbered().filter(|(_, meeting)| fits(meeting)).collect::<Vec<_>>());
    found.into_iter().find(|fitting| !fitting.is_empty()).unwrap_or_default()
}

/// The number, day and title of a meeting on one line.
pub fn titled(desk: &Desk, number: usize, meeting: &Meeting) -> String {
    format!("{number}  {}  {}", day_of(desk, meeting), title_of(desk, meeting))
}

/// The title, or words that say that there is none.
pub fn title_of<'d>(desk: &Desk, meeting: &'d Meeting) -> &'d str {
    if meeting.title.is_empty() { desk.words.cli.said.untitled } else { &meeting.title }
}

fn day_of(desk: &Desk, meeting: &Meeting) -> String {
    meeting.date.map_or_else(
        || desk.words.cli.said.undated.to_owned(),
        |date| format::long_date(desk.words.lang, date),
    )
}
