//! Which day was meant: what was written, together with the day on which it was written.

use std::ops::Range;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::written::{DateName, WrittenDate};
use super::{DateFailure, Doubt, Read};
use crate::model::{Due, Precision, calendar};

/// The day on which a text was written, and the earliest day that a date without a year may mean.
#[derive(Debug, Clone, Copy)]
pub(super) struct ReferenceDays {
    pub(super) reference: Option<NaiveDate>,
    pub(super) earliest: Option<NaiveDate>,
}

/// The day that was meant, with the doubts about it.
pub(super) fn resolve(written: &WrittenDate, text: &str, frame: ReferenceDays) -> Result<Read, DateFailure> {
    let said = written.weekday.and_then(|day| Weekday::try_from(u8::try_from(day).ok()?).ok());
    let (mut doubts, mut from) = (Vec::new(), None);
    let reference = || frame.reference.ok_or(DateFailure::NoReference);
    let due = match &written.named {
        DateName::Day { year, month, day, .. } => {
            let date = |year| NaiveDate::from_ymd_opt(year, *month, *day).map(Due::on);
            let due = in_year(*year, frame, &mut doubts, date)?;
            check_weekday(due.day, said, &mut doubts);
            due
        }
        DateName::Days { year, month, first, last } => {
            let due = in_year(*year, frame, &mut doubts, |year| {
                NaiveDate::from_ymd_opt(year, *month, *last).map(Due::on)
            })?;
            from = NaiveDate::from_ymd_opt(due.day.year(), *month, *first);
            check_weekday(from.unwrap_or(due.day), said, &mut doubts);
            due
        }
        DateName::Orders(orders) => {
            let due = in_order(orders, frame, &mut doubts).map(Due::on)?;
            check_weekday(due.day, said, &mut doubts);
            due
        }
        DateName::LastDay { year, month } => in_year(*year, frame, &mut doubts, |year| {
            Due::in_month(year, *month).map(|due| Due { precision: Precision::Day, ..due })
        })?,
        DateName::Month { year, month } => {
            in_year(*year, frame, &mut doubts, |year| Due::in_month(year, *month))?
        }
        DateName::Week { year, week } => {
            let due = in_year(*year, frame, &mut doubts, |year| Due::in_week(year, *week))?;
            on_weekday(due, said)
        }
        DateName::DaysAway(days) => Due::on(shift(reference()?, *days)?),
        DateName::WeeksAway(weeks) => {
            let week = shift(reference()?, 7 * weeks)?.iso_week();
            on_weekday(Due::in_week(week.year(), week.week()).ok_or(DateFailure::NoSuchDay)?, said)
        }
        DateName::MonthsAway(months) => {
            let months = Months::new(u32::try_from(*months).map_err(|_| DateFailure::NoSuchDay)?);
            let month = reference()?.checked_add_months(months).ok_or(DateFailure::NoSuchDay)?;
            Due::in_month(month.year(), month.month()).ok_or(DateFailure::NoSuchDay)?
        }
        DateName::Coming => Due::on(coming(reference()?, said)?),
        DateName::Next => {
            let first = coming(reference()?, said)?;
            let next_week = shift(reference()?, 7)?.iso_week();
            let day =
                said.and_then(|said| NaiveDate::from_isoywd_opt(next_week.year(), next_week.week(), said));
            let day = day.ok_or(DateFailure::NoSuchDay)?;
            if first != day {
                doubts.push(Doubt::Ambiguous(first));
            }
            Due::on(day)
        }
    };
    if !calendar::is_plausible(due.day) {
        return Err(DateFailure::NoSuchDay);
    }
    let words = written.words.clone().and_then(|range| words(text, range));
    Ok(Read { due: Due { words, ..due }, from, time: None, doubts })
}

/// A piece of the text as it is written, each white space made one plain space.
fn words(text: &str, range: Range<usize>) -> Option<String> {
    Some(text.get(range)?.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Puts a date into the year that was written, or else into the first year where it is not before the earliest day.
/// Eight years hold a 29 February even around 2100.
fn in_year(
    year: Option<i32>,
    frame: ReferenceDays,
    doubts: &mut Vec<Doubt>,
    date: impl Fn(i32) -> Option<Due>,
) -> Result<Due, DateFailure> {
    if let Some(year) = year {
        return date(year).ok_or(DateFailure::NoSuchDay);
    }
    // 2000 is a leap year and has, like every year, a week 52; for week 53 it is 2004.
    if date(2000).is_none() && date(2004).is_none() {
        return Err(DateFailure::NoSuchDay);
    }
    let earliest = frame.earliest.ok_or(DateFailure::NoReference)?;
    doubts.push(Doubt::NoYear);
    let years = earliest.year() - 1..=earliest.year() + 8;
    years.filter_map(date).find(|due| due.day >= earliest).ok_or(DateFailure::NoSuchDay)
}

/// The likeliest order of day, month and year: the nearest to the reference, or else the first.
fn in_order(
    orders: &[(i32, u32, u32)],
    frame: ReferenceDays,
    doubts: &mut Vec<Doubt>,
) -> Result<NaiveDate, DateFailure> {
    let mut days: Vec<NaiveDate> =
        orders.iter().filter_map(|(year, month, day)| NaiveDate::from_ymd_opt(*year, *month, *day)).collect();
    // Between day/month and month/day nearness decides nothing; between two years it does.
    if let Some(reference) = frame.reference
        && days.iter().any(|day| Some(day.year()) != days.first().map(Datelike::year))
    {
        days.sort_by_key(|day| (*day - reference).num_days().abs());
    }
    days.dedup();
    let (first, others) = days.split_first().ok_or(DateFailure::NoSuchDay)?;
    doubts.extend(others.iter().map(|day| Doubt::Ambiguous(*day)));
    Ok(*first)
}

fn check_weekday(day: NaiveDate, said: Option<Weekday>, doubts: &mut Vec<Doubt>) {
    let is = day.weekday();
    doubts.extend(said.filter(|said| *said != is).map(|said| Doubt::Weekday { said, is }));
}

/// The weekday within a due week, where one was said: "onsdag v. 49".
fn on_weekday(due: Due, said: Option<Weekday>) -> Due {
    let week = due.day.iso_week();
    let day = said.and_then(|said| NaiveDate::from_isoywd_opt(week.year(), week.week(), said));
    day.map_or(due, Due::on)
}

/// The first such weekday after the reference: "på fredag" said on a Friday is in a week.
fn coming(reference: NaiveDate, said: Option<Weekday>) -> Result<NaiveDate, DateFailure> {
    reference
        .iter_days()
        .skip(1)
        .take(7)
        .find(|day| Some(day.weekday()) == said)
        .ok_or(DateFailure::NoSuchDay)
}

fn shift(day: NaiveDate, days: i64) -> Result<NaiveDate, DateFailure> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) }
        .ok_or(DateFailure::NoSuchDay)
}

/// Compares the week written beside a date with the date's own, and adds the week's Friday as another reading.
pub(super) fn compare_week(read: &mut Read, week: Option<u32>) {
    let own = read.due.day.iso_week();
    let other = week.filter(|week| *week != own.week()).and_then(|week| Due::in_week(own.year(), week));
    read.doubts.extend(other.map(|due| Doubt::Ambiguous(due.day)));
}
