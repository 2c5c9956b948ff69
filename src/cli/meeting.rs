//! Which meeting the command line is about, and how it is named there.

use super::{Desk, Failure, Unresolved};
use crate::i18n::format;
use crate::model::Meeting;
use crate::ops::line::fitting_meetings;
use crate::store::{self, Store};

/// The one meeting that fits. Where several do, the error lists them.
pub fn choose(desk: &Desk, store: &Store, query: &str) -> Result<Meeting, Failure> {
    let meetings = store::meeting::list(store)?;
    if meetings.is_empty() {
        return Err(Unresolved::NoMeetings.into());
    }
    let mut fitting = fitting_meetings(&meetings, query);
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
