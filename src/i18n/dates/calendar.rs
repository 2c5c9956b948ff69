//! Dates by the calendar: a day, a week or a month with its number or its name.

use super::cursor::{Cursor, century};
use super::written::{DateForm, DateName};
use crate::i18n::vocabulary::dates as words;

/// A date by the calendar, without its weekday.
pub(super) fn named(at: Cursor<'_>) -> Option<(DateName, Cursor<'_>)> {
    let at = at.one_of(&words::ARTICLES).and_then(Cursor::space).unwrap_or(at);
    iso(at)
        .or_else(|| packed(at))
        .or_else(|| grouped(at))
        .or_else(|| day_and_month(at))
        .or_else(|| week(at))
        .or_else(|| last_day(at))
        .or_else(|| month_and_day(at))
        .or_else(|| month_alone(at))
}

/// 2018-12-05, 2018.12.05, 2018/12/05, 2018-W49-3, 2018-W49.
fn iso(at: Cursor<'_>) -> Option<(DateName, Cursor<'_>)> {
    let (year, rest) = at.year()?;
    if let Some(rest) = rest.mark('-').and_then(|rest| rest.one_of(&["w", "v"])) {
        let (week, rest) = rest.short_number(2)?;
        let named = DateName::Week { year: Some(year), week };
        let day = rest.mark('-').and_then(|rest| rest.short_number(1));
        return match day {
            Some((day, rest)) => Some((iso_day(year, week, day), rest)),
            None => Some((named, rest)),
        };
    }
    let mark = ['-', '.', '/'].into_iter().find(|mark| rest.mark(*mark).is_some())?;
    let (month, rest) = rest.mark(mark)?.short_number(2)?;
    match rest.mark(mark).and_then(|rest| rest.short_number(2)) {
        Some((day, rest)) => {
            Some((DateName::Day { year: Some(year), month, day, form: DateForm::Sure }, rest))
        }
        None if mark == '-' && (1..=12).contains(&month) => {
            Some((DateName::Month { year: Some(year), month }, rest))
        }
        None => None,
    }
}

/// The day of an ISO week date; one that is not there becomes a week that is not there.
fn iso_day(year: i32, week: u32, day: u32) -> DateName {
    use chrono::{Datelike, NaiveDate, Weekday};
    let weekday = u8::try_from(day.wrapping_sub(1)).ok().and_then(|day| Weekday::try_from(day).ok());
    weekday.and_then(|weekday| NaiveDate::from_isoywd_opt(year, week, weekday)).map_or(
        DateName::Week { year: Some(year), week: 0 },
        |date| DateName::Day {
            year: Some(date.year()),
            month: date.month(),
            day: date.day(),
            form: DateForm::Sure,
        },
    )
}

/// 20181205 and 181205.
fn packed(at: Cursor<'_>) -> Option<(DateName, Cursor<'_>)> {
    let (value, digits, rest) = at.number()?;
    let (front, month, day) = (value / 10_000, value / 100 % 100, value % 100);
    let year = match digits {
        8 => i32::try_from(front).ok().filter(|year| (1900..2100).contains(year))?,
        6 => century(front),
        _ => return None,
    };
    Some((DateName::Day { year: Some(year), month, day, form: DateForm::Sure }, rest))
}

/// 18-12-05, 5.12.2018, 24.12.06, 05/12/2018: three short groups with the same mark between.
fn grouped(at: Cursor<'_>) -> Option<(DateName, Cursor<'_>)> {
    let (first, first_digits, rest) = at.number().filter(|(_, digits, _)| *digits <= 2)?;
    let mark = ['-', '.', '/'].into_iter().find(|mark| rest.mark(*mark).is_some())?;
    let (second, rest) = rest.mark(mark)?.short_number(2)?;
    let rest = rest.mark(mark)?;
    if let Some((year, rest)) = rest.year() {
        let mut orders = vec![(year, second, first)];
        // Between slashes Americans write the month first.
        if mark == '/' && second <= 12 && first <= 12 && first != second {
            orders.push((year, first, second));
        }
        return Some((DateName::Orders(orders), rest));
    }
    let (third, rest) = rest.short_number(2).filter(|_| first_digits == 2)?;
    let (year_first, year_last) = ((century(first), second, third), (century(third), second, first));
    let orders = match mark {
        '-' if is_day(year_first) => vec![year_first],
        '/' => vec![year_last, (century(third), first, second)],
        _ => vec![year_first, year_last],
    };
    Some((DateName::Orders(orders), rest))
}

pub(super) fn is_day((year, month, day): (i32, u32, u32)) -> bool {
    chrono::NaiveDate::from_ymd_opt(year, month, day).is_some()
}

/// 5 december 2018, 5:e dec -18, 5/12 2018, 5/12-18, 5/12, 5.12.
fn day_and_month(at: Cursor<'_>) -> Option<(DateName, Cursor<'_>)> {
    let (day, rest) = at.short_number(2)?;
    for (mark, form) in [('/', DateForm::Slashed), ('.', DateForm::Dotted)] {
        if let Some((month, rest)) = rest.mark(mark).and_then(|rest| rest.short_number(2))
            && (1..=31).contains(&day)
            && (1..=12).contains(&month)
        {
            let (year, rest) = year_after(rest, false);
            let form = if year.is_some() { DateForm::Sure } else { form };
            return Some((DateName::Day { year, month, day, form }, rest));
        }
    }
    let (first, (day, rest)) = match last_of_days(day, rest) {
        Some(last) => (Some(day), last),
        None => (None, (day, rest)),
    };
    let ordinal = rest.mark(':').and_then(|rest| rest.one_of(&words::ORDINALS));
    let dotted = rest.mark('.').filter(|dotted| dotted.space().is_some());
    let is_dotted = ordinal.is_none() && dotted.is_some();
    let ordinal = ordinal.or_else(|| rest.one_of(&words::ENGLISH_ORDINALS)).or(dotted);
    let rest = ordinal.unwrap_or(rest).skip_space();
    let of = rest.one_of(&words::OF).and_then(Cursor::space);
    let (month, rest) = month(of.unwrap_or(rest))?;
    let (year, rest) = year_after(rest, true);
    let named = match first {
        Some(first) => DateName::Days { year, month, first, last: day },
        // "3. juni" in Norwegian and Danish; without a year it may be the third row of a list.
        None if is_dotted && year.is_none() => DateName::Day { year, month, day, form: DateForm::Dotted },
        None => DateName::Day { year, month, day, form: DateForm::Sure },
    };
    Some((named, rest))
}

/// The last of several days, after the first: "3–5 mars". What is due then is in time on the last.
fn last_of_days(first: u32, at: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    let rest = at.skip_space().mark('-')?.skip_space();
    rest.short_number(2).filter(|(last, _)| first < *last)
}

/// The year after day and month: ` 2018`, ` -18`, `-18`, `, 2018`, and after a month's name `. 2018` and ` 18`.
pub(super) fn year_after(at: Cursor<'_>, after_name: bool) -> (Option<i32>, Cursor<'_>) {
    let rest = if after_name { at.mark('.').unwrap_or(at) } else { at };
    let rest = rest.mark(',').unwrap_or(rest).skip_space();
    let dashed = rest.mark('-').or_else(|| rest.mark('\'')).or_else(|| rest.mark('’'));
    let hit = rest.year().or_else(|| dashed.and_then(|rest| rest.year().or_else(|| short_year(rest))));
    match hit.filter(|(_, rest)| rest.ends_word()) {
        Some((year, rest)) => (Some(year), rest),
        None => (None, at),
    }
}

/// A year of two digits; in "23 april–24 april 2015" the dash leads to another day.
fn short_year(at: Cursor<'_>) -> Option<(i32, Cursor<'_>)> {
    at.short_year().filter(|(_, rest)| month(rest.skip_space()).is_none())
}

/// v. 49 2018, v49, vecka 1 2019, v.50, v 50 -19.
fn week(at: Cursor<'_>) -> Option<(DateName, Cursor<'_>)> {
    let rest = at.one_of(&words::WEEK)?.skip_dot();
    let (week, rest) = rest.short_number(2)?;
    let (year, rest) = year_after(rest, false);
    Some((DateName::Week { year, week }, rest))
}

/// "Sista mars", "last of March".
fn last_day(at: Cursor<'_>) -> Option<(DateName, Cursor<'_>)> {
    let rest = words::LAST.iter().find_map(|last| at.phrase(last)?.space())?;
    let (month, rest) = month(rest)?;
    let (year, rest) = year_after(rest, true);
    Some((DateName::LastDay { year, month }, rest))
}

/// The month first, as in English: "December 5th", "Dec 5, 2018"; "Dec 5" only where nothing follows.
fn month_and_day(at: Cursor<'_>) -> Option<(DateName, Cursor<'_>)> {
    let (month, rest) = month(at)?;
    let (day, rest) = rest.skip_dot().short_number(2)?;
    let ordinal = rest.one_of(&words::ENGLISH_ORDINALS);
    let (year, rest) = year_after(ordinal.unwrap_or(rest), false);
    let form = if ordinal.is_some() || year.is_some() { DateForm::Sure } else { DateForm::MonthFirst };
    let is_date = form == DateForm::Sure || rest.is_finished();
    (is_date && (1..=31).contains(&day)).then_some((DateName::Day { year, month, day, form }, rest))
}

/// A month without a day: "nov 2019", "slutet av mars", "maj".
fn month_alone(at: Cursor<'_>) -> Option<(DateName, Cursor<'_>)> {
    let part = words::PARTS.iter().find_map(|part| at.phrase(part)?.space());
    // Alone, "jul" is Christmas.
    let (month, rest) = month(part.unwrap_or(at)).filter(|_| at.one_of(&["jul"]).is_none())?;
    let (year, rest) = year_after(rest, true);
    Some((DateName::Month { year, month }, rest))
}

/// The week that follows a date and its time: "…, v.50", "(v. 49)".
pub(super) fn week_beside(at: Cursor<'_>) -> (Option<u32>, Cursor<'_>) {
    let rest = at.mark(',').unwrap_or(at).skip_space();
    let open = rest.mark('(');
    match week(open.unwrap_or(rest)) {
        Some((DateName::Week { week, .. }, rest)) => {
            (Some(week), open.and_then(|_| rest.mark(')')).unwrap_or(rest))
        }
        _ => (None, at),
    }
}

fn month(at: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    let (word, rest) = at.word()?;
    Some((u32::try_from(index_of(&words::MONTHS, word)?).ok()? + 1, rest))
}

/// Which row of a table has a word among its names.
pub(super) fn index_of(table: &[&[&str]], word: &str) -> Option<usize> {
    table.iter().position(|names| names.contains(&word))
}
