//! Which meeting is meant: a number in the list of meetings, a date, the beginning of an id, or a part of the title.

use crate::i18n::dates;
use crate::i18n::vocabulary::fold;
use crate::model::Meeting;

/// The meetings that fit best, each with its number, which is its place in the list counted from 1.
pub fn fitting_meetings<'m>(meetings: &'m [Meeting], query: &str) -> Vec<(usize, &'m Meeting)> {
    let query = query.trim();
    let numbered = || meetings.iter().enumerate().map(|(at, meeting)| (at + 1, meeting));
    if let Ok(number) = query.parse::<usize>()
        && let Some(meeting) = number.checked_sub(1).and_then(|at| meetings.get(at))
    {
        return vec![(number, meeting)];
    }
    let day = dates::read(query, None).ok().map(|read| read.due.day);
    let wanted = fold(query);
    let id = wanted.replace('-', "");
    let ways: [&dyn Fn(&Meeting) -> bool; 4] = [
        &|meeting| day.is_some() && meeting.date == day,
        &|meeting| id.len() >= 4 && meeting.id.0.simple().to_string().starts_with(&id),
        &|meeting| fold(&meeting.title) == wanted,
        &|meeting| !wanted.is_empty() && fold(&meeting.title).contains(&wanted),
    ];
    let found = ways.iter().map(|fits| numbered().filter(|(_, meeting)| fits(meeting)).collect::<Vec<_>>());
    found.into_iter().find(|fitting| !fitting.is_empty()).unwrap_or_default()
}
