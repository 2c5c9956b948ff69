//! The forms of a date: pieces of text → what was written. Relative dates and weekdays are here, the rest in
//! `calendar`.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::Vague;
use super::calendar::{index_of, is_day, named, year_after};
use super::cursor::Cursor;
use super::scan::{DateToken, TokenKind};
use super::written::{DateForm, DateName, WrittenDate};
use crate::i18n::vocabulary::dates as words;

/// Skips white space, "senast", "klart", a colon and the like.
pub(super) fn skip_leads(mut at: Cursor<'_>) -> Cursor<'_> {
    loop {
        at = at.skip_space();
        let Some(rest) = at.one_of(&words::LEADS) else { return at };
        // "I morgon", "in 2 weeks" and "på fredag" begin with a lead that belongs to them.
        if relative(at).is_some() {
            return at;
        }
        at = rest.mark(':').unwrap_or(rest);
    }
}

fn weekday(at: Cursor<'_>) -> Option<(usize, Cursor<'_>)> {
    let (word, rest) = at.word()?;
    Some((index_of(&words::WEEKDAYS, word)?, rest))
}

/// The words that a date may begin with.
static FIRST_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let phrases =
        ["nu", "på", "on", "this"].iter().chain(&words::ARTICLES).chain(&words::WEEK).chain(&words::LAST);
    let phrases = phrases.chain(&words::WITHIN).chain(&words::PARTS).chain(&words::NEXT);
    let names = words::MONTHS.iter().chain(&words::WEEKDAYS).flat_map(|names| names.iter());
    let days_and_weeks = words::DAYS_AWAY.iter().chain(&words::WEEKS_AWAY).map(|(phrase, _)| phrase);
    let away = days_and_weeks.chain(words::MONTHS_AWAY.iter().map(|(phrase, _)| phrase));
    phrases.chain(names).chain(away).filter_map(|phrase| phrase.split(' ').next()).collect()
});

/// Whether a date could begin with the piece at this place: a quick look that spares most words the whole grammar.
pub(super) fn may_begin(at: Cursor<'_>) -> bool {
    at.word().map_or_else(|| at.number().is_some(), |(word, _)| FIRST_WORDS.contains(word))
}

/// Reads a date at this place.
pub(super) fn date(at: Cursor<'_>) -> Option<(WrittenDate, Cursor<'_>)> {
    // What begins with a number is named by the calendar.
    let is_word = at.word().is_some();
    if let Some(hit) = is_word.then(|| relative(at)).flatten() {
        return Some(hit);
    }
    if let Some((said, rest)) = weekday(at) {
        let rest = rest.mark('.').unwrap_or(rest);
        let rest = rest.mark(',').unwrap_or(rest).skip_space();
        let (named, rest) = named(rest).or_else(|| away(rest))?;
        return Some((WrittenDate { named, weekday: Some(said), words: None }, rest));
    }
    let (named, rest) = named(at)?;
    // "Slutet av mars" says more than the month.
    let words = words::PARTS.iter().any(|part| at.phrase(part).is_some()).then(|| at.bytes_to(rest));
    Some((WrittenDate { named, weekday: None, words }, rest))
}

/// A day, week or month named by its distance from today, a bare weekday among them; with its words.
fn relative(at: Cursor<'_>) -> Option<(WrittenDate, Cursor<'_>)> {
    if let Some((named, rest)) = away(at) {
        return Some((WrittenDate { named, weekday: None, words: Some(at.bytes_to(rest)) }, rest));
    }
    let next = words::NEXT.iter().find_map(|next| at.phrase(next)?.space());
    if let Some((said, rest)) = next.and_then(weekday) {
        let words = Some(at.bytes_to(rest));
        return Some((WrittenDate { named: DateName::Next, weekday: Some(said), words }, rest));
    }
    let lead = ["nu på", "på", "on", "this"].iter().find_map(|lead| at.phrase(lead)?.space());
    let (said, rest) = weekday(lead.unwrap_or(at))?;
    let dot = rest.mark('.').unwrap_or(rest);
    // "Fredag 13/12", "tisdag nästa vecka": the weekday is only beside the date.
    let more = dot.mark(',').unwrap_or(dot).skip_space();
    if named(more).or_else(|| away(more)).is_some() {
        return None;
    }
    let words = lead.map(|_| at.bytes_to(rest));
    Some((WrittenDate { named: DateName::Coming, weekday: Some(said), words }, rest))
}

/// A distance from today in days, weeks or months: "imorgon", "nästa vecka", "om två veckor".
fn away(at: Cursor<'_>) -> Option<(DateName, Cursor<'_>)> {
    if let Some((days, rest)) = at.looked_up(&words::DAYS_AWAY) {
        return Some((DateName::DaysAway(days), rest));
    }
    if let Some((weeks, rest)) = at.looked_up(&words::WEEKS_AWAY) {
        return Some((DateName::WeeksAway(weeks), rest));
    }
    if let Some((months, rest)) = at.looked_up(&words::MONTHS_AWAY) {
        return Some((DateName::MonthsAway(months), rest));
    }
    let rest = at.one_of(&words::WITHIN)?.space()?;
    let (count, rest) = rest.looked_up(&words::NUMBERS).or_else(|| rest.short_number(3))?;
    let unit = rest.space()?;
    if let Some(rest) = unit.one_of(&words::DAY_UNITS) {
        Some((DateName::DaysAway(i64::from(count)), rest))
    } else if let Some(rest) = unit.one_of(&words::WEEK_UNITS) {
        Some((DateName::DaysAway(7 * i64::from(count)), rest))
    } else {
        let rest = unit.one_of(&words::MONTH_UNITS)?;
        Some((DateName::MonthsAway(i32::try_from(count).ok()?), rest))
    }
}

/// Whether what was written is a date in running text too, and not a fraction, a time or a common word.
pub(super) fn is_sure(written: &WrittenDate, at: Cursor<'_>) -> bool {
    let lead = || {
        let lead = match at.word_before() {
            Some(TokenKind::Word(word)) => words::LEADS.contains(&&**word),
            Some(TokenKind::Mark(mark)) => *mark == ':',
            _ => false,
        };
        lead || written.weekday.is_some() || at.one_of(&words::ARTICLES).is_some()
    };
    match &written.named {
        DateName::Day { form: DateForm::Dotted | DateForm::MonthFirst, .. } => written.weekday.is_some(),
        DateName::Day { form: DateForm::Slashed, month, day, .. } => {
            let fraction = day < month && matches!(month, 2 | 3 | 4 | 5 | 8 | 10);
            !fraction || lead()
        }
        DateName::Day { year: Some(year), month, day, .. } => {
            // Six or eight digits that are no day are some other number.
            at.number().is_none_or(|(_, digits, _)| digits < 6) || is_day((*year, *month, *day))
        }
        DateName::Orders(orders) => orders.iter().any(|order| is_day(*order)),
        DateName::Month { year: None, .. } => {
            lead() || words::PARTS.iter().any(|part| at.phrase(part).is_some())
        }
        DateName::Week { year: None, week } => (1..=53).contains(week),
        DateName::Coming => written.words.is_some(),
        _ => true,
    }
}

/// Words that say when without naming a date, where the whole text is such words.
pub(super) fn vague(tokens: &[DateToken<'_>]) -> Option<Vague> {
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
