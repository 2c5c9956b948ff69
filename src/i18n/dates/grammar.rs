//! The forms of a date: pieces of text → what was written, before it is known which day that is.

use std::ops::Range;

use super::Vague;
use super::cursor::{Cursor, century, opening};
use super::scan::{Token, TokenKind};
use crate::i18n::vocabulary::dates as words;

/// A date as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) named: Named,
    /// The weekday beside it, 0 for Monday.
    pub(super) weekday: Option<usize>,
    /// The bytes of a relative expression, to keep its words.
    pub(super) words: Option<Range<usize>>,
}

/// What a date was named by. A year may be missing; days and months are not yet known to exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named {
    Day {
        year: Option<i32>,
        month: u32,
        day: u32,
        form: Form,
    },
    /// Two or more orders of day, month and year are possible, the likeliest first.
    Orders(Vec<(i32, u32, u32)>),
    LastDay {
        year: Option<i32>,
        month: u32,
    },
    Month {
        year: Option<i32>,
        month: u32,
    },
    Week {
        year: Option<i32>,
        week: u32,
    },
    DaysAway(i64),
    WeeksAway(i64),
    MonthsAway(i32),
    /// The first such weekday to come.
    Coming,
    /// "Nästa fredag".
    Next,
}

/// How a day was written: some forms are dates in any text, some only where nothing else can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// 2018-12-05, 5 december.
    Sure,
    /// 5/12: may be a fraction.
    Slashed,
    /// 5.12: may be a number or a time.
    Dotted,
}

/// Skips white space, "senast", "klart", a colon and the like.
pub(super) fn skip_leads(mut at: Cursor<'_>) -> Cursor<'_> {
    loop {
        at = at.skip_space();
        let Some(rest) = at.one_of(&words::LEADS) else { return at };
        // "I morgon", "in 2 weeks" and "på fredag" begin with a lead that belongs to them.
        if relative(at).is_some() {
            return at;
        }
        at = rest.sign(':').unwrap_or(rest);
    }
}

fn index_of(table: &[&[&str]], word: &str) -> Option<usize> {
    table.iter().position(|names| names.contains(&word))
}

fn month(at: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    let (word, rest) = at.word()?;
    Some((u32::try_from(index_of(&words::MONTHS, word)?).ok()? + 1, rest))
}

fn weekday(at: Cursor<'_>) -> Option<(usize, Cursor<'_>)> {
    let (word, rest) = at.word()?;
    Some((index_of(&words::WEEKDAYS, word)?, rest))
}

/// Whether a date could begin with the piece at this place: a quick look that spares most words the whole grammar.
pub(super) fn may_begin(at: Cursor<'_>) -> bool {
    let Some((word, _)) = at.word() else { return at.number().is_some() };
    let leads =
        |phrase: &str| opening(phrase, word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let is_among = |words: &[&str]| words.iter().any(|phrase| leads(phrase));
    is_among(&[words::ARTICLE, "nu", "på", "on"])
        || is_among(&words::WEEK)
        || is_among(&words::LAST)
        || is_among(&words::WITHIN)
        || words::MONTHS.iter().chain(&words::WEEKDAYS).any(|names| is_among(names))
        || words::PARTS.iter().chain(&words::NEXT).any(|phrase| leads(phrase))
        || words::DAYS_AWAY.iter().chain(&words::WEEKS_AWAY).any(|(phrase, _)| leads(phrase))
        || words::MONTHS_AWAY.iter().any(|(phrase, _)| leads(phrase))
}

/// Reads a date at this place.
pub(super) fn date(at: Cursor<'_>) -> Option<(Written, Cursor<'_>)> {
    // What begins with a number is named by the calendar.
    let is_word = at.word().is_some();
    if let Some(hit) = is_word.then(|| relative(at)).flatten() {
        return Some(hit);
    }
    if let Some((said, rest)) = weekday(at) {
        let rest = rest.sign('.').unwrap_or(rest);
        let rest = rest.sign(',').unwrap_or(rest).skip_space();
        let (named, rest) = named(rest).or_else(|| away(rest))?;
        return Some((Written { named, weekday: Some(said), words: None }, rest));
    }
    let (named, rest) = named(at)?;
    // "Slutet av mars" says more than the month.
    let words = words::PARTS.iter().any(|part| at.phrase(part).is_some()).then(|| at.bytes_to(rest));
    Some((Written { named, weekday: None, words }, rest))
}

/// A date by the calendar, without its weekday.
fn named(at: Cursor<'_>) -> Option<(Named, Cursor<'_>)> {
    let at = at.one_of(&[words::ARTICLE]).and_then(Cursor::space).unwrap_or(at);
    iso(at)
        .or_else(|| packed(at))
        .or_else(|| grouped(at))
        .or_else(|| day_and_month(at))
        .or_else(|| week(at))
        .or_else(|| last_day(at))
        .or_else(|| month_alone(at))
}

/// 2018-12-05, 2018.12.05, 2018/12/05, 2018-W49-3, 2018-W49.
fn iso(at: Cursor<'_>) -> Option<(Named, Cursor<'_>)> {
    let (year, rest) = at.year()?;
    if let Some(rest) = rest.sign('-').and_then(|rest| rest.one_of(&["w", "v"])) {
        let (week, rest) = rest.short_number(2)?;
        let named = Named::Week { year: Some(year), week };
        let day = rest.sign('-').and_then(|rest| rest.short_number(1));
        return match day {
            Some((day, rest)) => Some((iso_day(year, week, day), rest)),
            None => Some((named, rest)),
        };
    }
    let sign = ['-', '.', '/'].into_iter().find(|sign| rest.sign(*sign).is_some())?;
    let (month, rest) = rest.sign(sign)?.short_number(2)?;
    match rest.sign(sign).and_then(|rest| rest.short_number(2)) {
        Some((day, rest)) => Some((Named::Day { year: Some(year), month, day, form: Form::Sure }, rest)),
        None if sign == '-' && (1..=12).contains(&month) => {
            Some((Named::Month { year: Some(year), month }, rest))
        }
        None => None,
    }
}

/// The day of an ISO week date; one that is not there becomes a week that is not there.
fn iso_day(year: i32, week: u32, day: u32) -> Named {
    use chrono::{Datelike, NaiveDate, Weekday};
    let weekday = u8::try_from(day.wrapping_sub(1)).ok().and_then(|day| Weekday::try_from(day).ok());
    weekday.and_then(|weekday| NaiveDate::from_isoywd_opt(year, week, weekday)).map_or(
        Named::Week { year: Some(year), week: 0 },
        |date| Named::Day { year: Some(date.year()), month: date.month(), day: date.day(), form: Form::Sure },
    )
}

/// 20181205 and 181205.
fn packed(at: Cursor<'_>) -> Option<(Named, Cursor<'_>)> {
    let (value, digits, rest) = at.number()?;
    let (front, month, day) = (value / 10_000, value / 100 % 100, value % 100);
    let year = match digits {
        8 => i32::try_from(front).ok().filter(|year| (1900..2100).contains(year))?,
        6 => century(front),
        _ => return None,
    };
    Some((Named::Day { year: Some(year), month, day, form: Form::Sure }, rest))
}

/// 18-12-05, 5.12.2018, 24.12.06, 05/12/2018: three short groups with the same sign between.
fn grouped(at: Cursor<'_>) -> Option<(Named, Cursor<'_>)> {
    let (first, first_digits, rest) = at.number().filter(|(_, digits, _)| *digits <= 2)?;
    let sign = ['-', '.', '/'].into_iter().find(|sign| rest.sign(*sign).is_some())?;
    let (second, rest) = rest.sign(sign)?.short_number(2)?;
    let rest = rest.sign(sign)?;
    if let Some((year, rest)) = rest.year() {
        let mut orders = vec![(year, second, first)];
        // Between slashes Americans write the month first.
        if sign == '/' && second <= 12 && first <= 12 && first != second {
            orders.push((year, first, second));
        }
        return Some((Named::Orders(orders), rest));
    }
    let (third, rest) = rest.short_number(2).filter(|_| first_digits == 2)?;
    let (year_first, year_last) = ((century(first), second, third), (century(third), second, first));
    let orders = match sign {
        '-' if is_day(year_first) => vec![year_first],
        '/' => vec![year_last, (century(third), first, second)],
        _ => vec![year_first, year_last],
    };
    Some((Named::Orders(orders), rest))
}

fn is_day((year, month, day): (i32, u32, u32)) -> bool {
    chrono::NaiveDate::from_ymd_opt(year, month, day).is_some()
}

/// 5 december 2018, 5:e dec -18, 5/12 2018, 5/12-18, 5/12, 5.12.
fn day_and_month(at: Cursor<'_>) -> Option<(Named, Cursor<'_>)> {
    let (day, rest) = at.short_number(2)?;
    for (sign, form) in [('/', Form::Slashed), ('.', Form::Dotted)] {
        if let Some((month, rest)) = rest.sign(sign).and_then(|rest| rest.short_number(2))
            && (1..=31).contains(&day)
            && (1..=12).contains(&month)
        {
            let (year, rest) = year_after(rest, false);
            let form = if year.is_some() { Form::Sure } else { form };
            return Some((Named::Day { year, month, day, form }, rest));
        }
    }
    let (first, (day, rest)) = match last_of_days(day, rest) {
        Some(last) => (Some(day), last),
        None => (None, (day, rest)),
    };
    let ordinal = rest.sign(':').and_then(|rest| rest.one_of(&words::ORDINALS));
    let (month, rest) = month(ordinal.unwrap_or(rest).skip_space())?;
    let (year, rest) = year_after(rest, true);
    let named = match (year, first) {
        (Some(year), Some(first)) => Named::Orders(vec![(year, month, day), (year, month, first)]),
        _ => Named::Day { year, month, day, form: Form::Sure },
    };
    Some((named, rest))
}

/// The last of several days, after the first: "3–5 mars". What is due then is in time on the last.
fn last_of_days(first: u32, at: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    let rest = at.skip_space().sign('-')?.skip_space();
    rest.short_number(2).filter(|(last, _)| first < *last)
}

/// The year after day and month: ` 2018`, ` -18`, `-18`, `, 2018`, and after a month's name `. 2018` and ` 18`.
fn year_after(at: Cursor<'_>, after_name: bool) -> (Option<i32>, Cursor<'_>) {
    let rest = if after_name { at.sign('.').unwrap_or(at) } else { at };
    let rest = rest.sign(',').unwrap_or(rest).skip_space();
    let dashed = rest.sign('-').or_else(|| rest.sign('\'')).or_else(|| rest.sign('’'));
    let hit = rest.year().or_else(|| dashed.and_then(|rest| rest.year().or_else(|| rest.short_year())));
    match hit.filter(|(_, rest)| rest.ends_word()) {
        Some((year, rest)) => (Some(year), rest),
        None => (None, at),
    }
}

/// v. 49 2018, v49, vecka 1 2019, v.50, v 50 -19.
fn week(at: Cursor<'_>) -> Option<(Named, Cursor<'_>)> {
    let rest = at.one_of(&words::WEEK)?.skip_dot();
    let (week, rest) = rest.short_number(2)?;
    let (year, rest) = year_after(rest, false);
    Some((Named::Week { year, week }, rest))
}

/// "Sista mars".
fn last_day(at: Cursor<'_>) -> Option<(Named, Cursor<'_>)> {
    let rest = at.one_of(&words::LAST)?.space()?;
    let (month, rest) = month(rest)?;
    let (year, rest) = year_after(rest, true);
    Some((Named::LastDay { year, month }, rest))
}

/// "Nov 2019", "slutet av mars", "maj".
fn month_alone(at: Cursor<'_>) -> Option<(Named, Cursor<'_>)> {
    let part = words::PARTS.iter().find_map(|part| at.phrase(part)?.space());
    // Alone, "jul" is Christmas.
    let (month, rest) = month(part.unwrap_or(at)).filter(|_| at.one_of(&["jul"]).is_none())?;
    let (year, rest) = year_after(rest, true);
    Some((Named::Month { year, month }, rest))
}

/// A day, week or month named by its distance from today, a bare weekday among them; with its words.
fn relative(at: Cursor<'_>) -> Option<(Written, Cursor<'_>)> {
    if let Some((named, rest)) = away(at) {
        return Some((Written { named, weekday: None, words: Some(at.bytes_to(rest)) }, rest));
    }
    let next = words::NEXT.iter().find_map(|next| at.phrase(next)?.space());
    if let Some((said, rest)) = next.and_then(weekday) {
        let words = Some(at.bytes_to(rest));
        return Some((Written { named: Named::Next, weekday: Some(said), words }, rest));
    }
    let lead = ["nu på", "på", "on"].iter().find_map(|lead| at.phrase(lead)?.space());
    let (said, rest) = weekday(lead.unwrap_or(at))?;
    let dot = rest.sign('.').unwrap_or(rest);
    // "Fredag 13/12", "tisdag nästa vecka": the weekday is only beside the date.
    let more = dot.sign(',').unwrap_or(dot).skip_space();
    if named(more).or_else(|| away(more)).is_some() {
        return None;
    }
    let words = lead.map(|_| at.bytes_to(rest));
    Some((Written { named: Named::Coming, weekday: Some(said), words }, rest))
}

/// "Imorgon", "nästa vecka", "om två veckor".
fn away(at: Cursor<'_>) -> Option<(Named, Cursor<'_>)> {
    if let Some((days, rest)) = at.looked_up(&words::DAYS_AWAY) {
        return Some((Named::DaysAway(days), rest));
    }
    if let Some((weeks, rest)) = at.looked_up(&words::WEEKS_AWAY) {
        return Some((Named::WeeksAway(weeks), rest));
    }
    if let Some((months, rest)) = at.looked_up(&words::MONTHS_AWAY) {
        return Some((Named::MonthsAway(months), rest));
    }
    let rest = at.one_of(&words::WITHIN)?.space()?;
    let (count, rest) = rest.looked_up(&words::NUMBERS).or_else(|| rest.short_number(3))?;
    let unit = rest.space()?;
    if let Some(rest) = unit.one_of(&words::DAY_UNITS) {
        Some((Named::DaysAway(i64::from(count)), rest))
    } else if let Some(rest) = unit.one_of(&words::WEEK_UNITS) {
        Some((Named::DaysAway(7 * i64::from(count)), rest))
    } else {
        let rest = unit.one_of(&words::MONTH_UNITS)?;
        Some((Named::MonthsAway(i32::try_from(count).ok()?), rest))
    }
}

/// The week that stands after a date and its time: "…, v.50", "(v. 49)".
pub(super) fn week_beside(at: Cursor<'_>) -> (Option<u32>, Cursor<'_>) {
    let rest = at.sign(',').unwrap_or(at).skip_space();
    let open = rest.sign('(');
    match week(open.unwrap_or(rest)) {
        Some((Named::Week { week, .. }, rest)) => {
            (Some(week), open.and_then(|_| rest.sign(')')).unwrap_or(rest))
        }
        _ => (None, at),
    }
}

/// Whether what was written is a date in running text too, and not a fraction, a time or a common word.
pub(super) fn is_sure(written: &Written, at: Cursor<'_>) -> bool {
    let lead = || {
        let lead = match at.word_before() {
            Some(TokenKind::Word(word)) => words::LEADS.contains(&word.as_str()),
            Some(TokenKind::Sign(sign)) => *sign == ':',
            _ => false,
        };
        lead || written.weekday.is_some() || at.one_of(&[words::ARTICLE]).is_some()
    };
    match &written.named {
        Named::Day { form: Form::Dotted, .. } => written.weekday.is_some(),
        Named::Day { form: Form::Slashed, month, day, .. } => {
            let fraction = day < month && matches!(month, 2 | 3 | 4 | 5 | 8 | 10);
            !fraction || lead()
        }
        Named::Day { year: Some(year), month, day, .. } => {
            // Six or eight digits that are no day are some other number.
            at.number().is_none_or(|(_, digits, _)| digits < 6) || is_day((*year, *month, *day))
        }
        Named::Orders(orders) => orders.iter().any(|order| is_day(*order)),
        Named::Month { year: None, .. } => {
            lead() || words::PARTS.iter().any(|part| at.phrase(part).is_some())
        }
        Named::Week { year: None, week } => (1..=53).contains(week),
        Named::Coming => written.words.is_some(),
        _ => true,
    }
}

/// Words that say when without naming a date, where the whole text is such words.
pub(super) fn vague(tokens: &[Token]) -> Option<Vague> {
    let at = Cursor::new(tokens).skip_space();
    let whole = |start: Cursor<'_>, phrases: &[&str]| {
        phrases.iter().any(|phrase| start.phrase(phrase).is_some_and(Cursor::is_finished))
    };
    for start in [Some(at), Some(skip_leads(at))].into_iter().flatten() {
        for (phrases, vague) in [
            (&words::NEXT_MEETING[..], Vague::NextMeeting),
            (&words::SOON[..], Vague::Soon),
            (&words::CONTINUOUS[..], Vague::Continuous),
        ] {
            if whole(start, phrases) {
                return Some(vague);
            }
        }
        let season = start.one_of(&["efter", "vid", "after"]).and_then(Cursor::space).unwrap_or(start);
        if let Some(rest) = season.one_of(&words::SEASONS)
            && year_after(rest, false).1.is_finished()
        {
            return Some(Vague::Season);
        }
    }
    None
}
