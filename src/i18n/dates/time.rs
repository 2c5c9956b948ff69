//! Times of day: "kl. 9.00–15.30", "18:30", "kl 13–15", "kl. 13.00 15.10".

use chrono::NaiveTime;

use super::cursor::Cursor;
use crate::i18n::vocabulary::dates as words;
use crate::model::TimeSpan;

/// What may be taken for a time where "kl" is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// The whole text is a time: "13-15" is one.
    Whole,
    /// After a date: hours and minutes, "13.00".
    AfterDate,
    /// Anywhere in a text: hours and minutes with a colon, or a span of them.
    Running,
}

/// A time of day, and whether minutes and a colon were written.
struct TimeOfDay {
    time: NaiveTime,
    minutes: Option<char>,
}

/// The time of day that follows a date, with a comma, a bracket or a space between.
pub(super) fn after_date(at: Cursor<'_>) -> (Option<TimeSpan>, Cursor<'_>) {
    let rest = at.mark(',').unwrap_or(at).skip_space();
    match span(rest, Trust::AfterDate).filter(|(_, rest)| rest.ends_word()) {
        Some((time, rest)) => (Some(time), rest),
        None => (None, at),
    }
}

/// A time of day, or the hours from one to another.
pub(super) fn span(at: Cursor<'_>, trust: Trust) -> Option<(TimeSpan, Cursor<'_>)> {
    let marked = at.one_of(&words::CLOCK).map(Cursor::skip_dot);
    let (start, rest) = clock(marked.unwrap_or(at), marked.is_some())?;
    let end = until(rest, &start, marked.is_some());
    let believed = match trust {
        _ if marked.is_some() => true,
        Trust::Whole => start.minutes.is_some() || end.is_some(),
        Trust::AfterDate => start.minutes.is_some(),
        Trust::Running => {
            let full_span = end.as_ref().is_some_and(|(end, _)| end.minutes.is_some());
            start.minutes == Some(':') || start.minutes.is_some() && full_span
        }
    };
    let (end, rest) = end.map_or((None, rest), |(end, rest)| (Some(end.time), rest));
    believed.then_some((TimeSpan { start: start.time, end }, rest))
}

/// 9, 9.00, 9:00, and after "kl" 0900.
fn clock(at: Cursor<'_>, marked: bool) -> Option<(TimeOfDay, Cursor<'_>)> {
    let (value, digits, rest) = at.number()?;
    if digits == 4 && marked {
        let time = NaiveTime::from_hms_opt(value / 100, value % 100, 0)?;
        return Some((TimeOfDay { time, minutes: Some(':') }, rest));
    }
    if digits > 2 {
        return None;
    }
    for mark in [':', '.'] {
        if let Some((minutes, digits, rest)) = rest.mark(mark).and_then(Cursor::number)
            && digits == 2
        {
            return Some((
                TimeOfDay { time: NaiveTime::from_hms_opt(value, minutes, 0)?, minutes: Some(mark) },
                rest,
            ));
        }
    }
    Some((TimeOfDay { time: NaiveTime::from_hms_opt(value, 0, 0)?, minutes: None }, rest))
}

/// The end of a span: after a dash, after "till", or after "kl. 13.00 " where the dash was lost.
fn until<'a>(at: Cursor<'a>, start: &TimeOfDay, marked: bool) -> Option<(TimeOfDay, Cursor<'a>)> {
    let rest = at.skip_space();
    if let Some(rest) = rest.mark('-').or_else(|| rest.one_of(&words::UNTIL)) {
        let rest = rest.skip_space();
        let again = rest.one_of(&words::CLOCK).map(Cursor::skip_dot);
        return clock(again.unwrap_or(rest), marked);
    }
    at.space()?;
    let (end, rest) = clock(rest, false)?;
    (marked && start.minutes.is_some() && end.minutes.is_some()).then_some((end, rest))
}
