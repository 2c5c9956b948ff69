//! The Swedish calendar: red days by law, the eves that municipalities keep free, and working days.
//!
//! Source: lag (1989:253) om allmänna helgdagar, 1–2 §§ (with the national day, red since 2005). The eves are no red
//! days by law; that nobody works on them is municipal practice. Their names are in `i18n`.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A public holiday by law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RedDay {
    /// In Swedish: nyårsdagen.
    NewYear,
    /// In Swedish: trettondedag jul.
    Epiphany,
    /// In Swedish: långfredagen.
    GoodFriday,
    /// In Swedish: påskdagen.
    Easter,
    /// In Swedish: annandag påsk.
    EasterMonday,
    /// In Swedish: första maj.
    MayDay,
    /// In Swedish: Kristi himmelsfärdsdag.
    Ascension,
    /// In Swedish: pingstdagen.
    Pentecost,
    /// In Swedish: nationaldagen.
    National,
    /// In Swedish: midsommardagen.
    Midsummer,
    /// In Swedish: alla helgons dag.
    AllSaints,
    /// In Swedish: juldagen.
    Christmas,
    /// In Swedish: annandag jul.
    BoxingDay,
}

/// An eve on which nobody works, though it is no red day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Eve {
    /// In Swedish: påskafton.
    Easter,
    /// In Swedish: pingstafton.
    Pentecost,
    /// In Swedish: midsommarafton.
    Midsummer,
    /// In Swedish: julafton.
    Christmas,
    /// In Swedish: nyårsafton.
    NewYear,
}

/// Which red day it is, Sundays without a name left out.
pub fn red_day(date: NaiveDate) -> Option<RedDay> {
    let fixed = match (date.month(), date.day()) {
        (1, 1) => Some(RedDay::NewYear),
        (1, 6) => Some(RedDay::Epiphany),
        (5, 1) => Some(RedDay::MayDay),
        (6, 6) => Some(RedDay::National),
        (12, 25) => Some(RedDay::Christmas),
        (12, 26) => Some(RedDay::BoxingDay),
        _ => None,
    };
    fixed.or_else(|| match since_easter(date) {
        -2 => Some(RedDay::GoodFriday),
        0 => Some(RedDay::Easter),
        1 => Some(RedDay::EasterMonday),
        39 => Some(RedDay::Ascension),
        49 => Some(RedDay::Pentecost),
        _ if is_midsummer(date) => Some(RedDay::Midsummer),
        // The Saturday between 31 October and 6 November.
        _ if date.weekday() == Weekday::Sat && in_week_from(date, 10, 31) => Some(RedDay::AllSaints),
        _ => None,
    })
}

/// Which eve it is.
pub fn eve(date: NaiveDate) -> Option<Eve> {
    match (date.month(), date.day()) {
        (12, 24) => return Some(Eve::Christmas),
        (12, 31) => return Some(Eve::NewYear),
        _ => {}
    }
    match since_easter(date) {
        -1 => Some(Eve::Easter),
        48 => Some(Eve::Pentecost),
        _ => date.succ_opt().is_some_and(is_midsummer).then_some(Eve::Midsummer),
    }
}

/// Whether people are at work: no Saturday, Sunday, red day or eve.
pub fn is_working_day(date: NaiveDate) -> bool {
    let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    !weekend && red_day(date).is_none() && eve(date).is_none()
}

/// The first working day after a date. At the very end of what a date can hold, the date itself.
pub fn next_working_day(after: NaiveDate) -> NaiveDate {
    after.iter_days().skip(1).find(|day| is_working_day(*day)).unwrap_or(after)
}

/// Whether a day can be one of a meeting or a promise: from 1970 to 9999, as everything else here assumes.
pub fn is_plausible(day: NaiveDate) -> bool {
    (1970..=9999).contains(&day.year())
}

/// Midsummer's day: the Saturday between 20 and 26 June.
fn is_midsummer(date: NaiveDate) -> bool {
    date.weekday() == Weekday::Sat && in_week_from(date, 6, 20)
}

/// Whether the date is one of the seven days that begin with this one.
fn in_week_from(date: NaiveDate, month: u32, day: u32) -> bool {
    NaiveDate::from_ymd_opt(date.year(), month, day)
        .and_then(|first| Some(date >= first && date < first.checked_add_days(Days::new(7))?))
        .unwrap_or(false)
}

/// Days since Easter Sunday of the date's year; negative before it.
fn since_easter(date: NaiveDate) -> i64 {
    easter(date.year()).map_or(i64::MAX, |easter| (date - easter).num_days())
}

/// Easter Sunday in the Gregorian calendar, by the anonymous method of 1876 ("Meeus/Jones/Butcher").
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let moon_correction = (century + 8).div_euclid(25);
    let sun_correction = (century - moon_correction + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - sun_correction + 15).rem_euclid(30);
    let to_sunday = (32 + 2 * century.rem_euclid(4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * to_sunday).div_euclid(451);
    let count = epact + to_sunday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(count / 31).ok()?, u32::try_from(count % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_time_have_no_easter_but_do_not_panic() {
        for date in [NaiveDate::MIN, NaiveDate::MAX] {
            assert!(red_day(date).is_some() || eve(date).is_some(), "{date}");
        }
        assert_eq!(next_working_day(NaiveDate::MAX), NaiveDate::MAX);
    }
}
