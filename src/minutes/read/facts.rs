//! What minutes say about when and where: their date, time, place and registration number, and the next meeting. It
//! changes no word.

use chrono::{Datelike, NaiveDate};

use super::lines::SourceLine;
use super::meaning::is_case_of;
use crate::i18n::dates::{self, DateFailure, Doubt, FoundDate};
use crate::i18n::vocabulary::dates::JOINING_DAYS;
use crate::i18n::vocabulary::{minutes as vocabulary, occasions};
use crate::minutes::{Field, Minutes, Section};
use crate::model::{FieldRole, Occasion, Precision, TimeSpan};

/// The lines at the top among which the date of the meeting may be.
pub const TOP: usize = 10;

/// Two dates that contradict each other, as they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The one that the minutes have as their date.
    pub taken: String,
    /// The first that says another day.
    pub other: String,
}

/// The day of the meeting by its header fields and its title, and whether they contradict each other. A field for the
/// time or the place may have the day too, and the year may be in the title alone.
pub fn date(title: &str, fields: &[Field]) -> (Option<NaiveDate>, Option<Conflict>) {
    let of_role = |wanted: FieldRole| {
        fields.iter().filter(move |field| role(field) == Some(wanted)).map(|field| field.value.as_str())
    };
    let labelled = of_role(FieldRole::Date).chain(of_role(FieldRole::Time)).chain(of_role(FieldRole::Place));
    let unlabelled = fields.iter().filter(|field| field.label.is_empty()).map(|field| field.value.as_str());
    let texts: Vec<&str> = labelled.chain([title]).chain(unlabelled).collect();
    let year = only_year(title);
    let mut days = texts.iter().filter_map(|text| day_in(text, year).map(|day| (*text, day)));
    let Some((taken, day)) = days.next() else { return (None, None) };
    let conflict = days.find(|(_, other)| *other != day);
    (Some(day), conflict.map(|(other, _)| Conflict { taken: taken.to_owned(), other: other.to_owned() }))
}

/// The day of the meeting by the running text above the first heading: after a label ("Sammanträdesdatum 2017-09-28"),
/// in a sentence that is about the meeting ("Protokoll fört vid höstmötet 2012, onsdagen den 14 november"), or as a
/// paragraph of its own.
pub fn date_in_text<'a>(paragraphs: impl Iterator<Item = &'a str>) -> Option<NaiveDate> {
    let paragraphs: Vec<&str> = paragraphs.collect();
    let alone = |text: &&str| {
        let read = dates::read(text.trim_start_matches(['#', ' ']).trim_end_matches(':'), None).ok()?;
        day_of(&read)
    };
    let after_label = |text: &&str| {
        dates::find(text, None).into_iter().find_map(|found| {
            let before = text.get(..found.range.start)?.split_whitespace().next_back()?;
            let is_label = vocabulary::field_role(before) == Some(FieldRole::Date);
            day_of(&found.read.ok().filter(|_| is_label)?)
        })
    };
    let opening = |text: &&str| day_in(opening(text)?, None);
    let found = paragraphs.iter().find_map(after_label).or_else(|| paragraphs.iter().find_map(alone));
    found.or_else(|| paragraphs.first().and_then(opening))
}

/// The different days that headings have, each with its year, where they are those of meetings: a day alone, or beside
/// a word for a meeting.
pub fn days_of<'a>(headings: impl Iterator<Item = &'a str>) -> Vec<NaiveDate> {
    let of_meeting = |heading: &&str| {
        let mut words = heading.split(|c: char| !c.is_alphanumeric());
        dates::read(heading, None).is_ok() || words.any(|word| occasions::is_meeting(&word.to_lowercase()))
    };
    let mut days: Vec<NaiveDate> = headings
        .filter(of_meeting)
        .filter(|heading| tail(heading).is_none())
        .filter_map(|heading| day_in(heading, None))
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// The first sentence of minutes, where it is about the meeting itself.
fn opening(text: &str) -> Option<&str> {
    let sentence = sentence(text);
    let words = || sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_of_other = words().any(|word| occasions::is_of_other_meeting(&word.to_lowercase()));
    let is_about = words().any(|word| occasions::is_meeting(&word.to_lowercase()));
    (is_about && !is_of_other).then_some(sentence)
}

/// The line and the words of the day of a meeting that is years ahead by two digits: "31-11-22" is some other day,
/// written wrongly.
pub fn far_ahead(
    lines: &[SourceLine<'_>],
    date: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<(usize, String)> {
    let day = date.filter(|day| day.year() > today.year() + 1)?;
    let written = |line: &SourceLine<'_>| {
        let is_day = |found: &FoundDate| found.read.as_ref().is_ok_and(|read| read.due.day == day);
        let found = dates::find(&line.text, None).into_iter().find(is_day)?;
        Some((line.number, line.text.get(found.range)?.to_owned()))
    };
    let first = lines.iter().take(TOP).find_map(written)?;
    (!first.1.contains(&day.year().to_string())).then_some(first)
}

/// A day without a year in a text, as it is written.
pub fn day_without_year(text: &str) -> Option<String> {
    let found =
        dates::find(text, None).into_iter().find(|found| found.read == Err(DateFailure::NoReference))?;
    let written = text.get(found.range)?;
    written.contains(|c: char| c.is_ascii_digit()).then(|| written.trim().to_owned())
}

fn role(field: &Field) -> Option<FieldRole> {
    vocabulary::field_role(&field.label)
}

/// The day that a text names: the first of several in a row, in the year that is said beside it, or that `year` is.
fn day_in(text: &str, year: Option<i32>) -> Option<NaiveDate> {
    if let Ok(read) = dates::read(text, None) {
        return day_of(&read);
    }
    let found = dates::find(text, None);
    let with_year =
        found.iter().find_map(|found| Some((found.range.start, day_of(found.read.as_ref().ok()?)?)));
    if let Some(first) = first_of_two(text, with_year.map_or(text.len(), |(start, _)| start)) {
        return Some(first);
    }
    if let Some((_, day)) = with_year {
        return Some(day);
    }
    let year = only_year(text).or(year)?;
    let read = dates::find_in_year(text, year).into_iter().find_map(|found| found.read.ok())?;
    let fits = !read.doubts.iter().any(|doubt| matches!(doubt, Doubt::Weekday { .. }));
    day_of(&read).filter(|day| fits && day.year() == year)
}

fn day_of(read: &dates::Read) -> Option<NaiveDate> {
    (read.due.precision == Precision::Day).then(|| read.from.unwrap_or(read.due.day))
}

/// The first day of a meeting over two, the last of which has the year and begins within the first `most` bytes or
/// right behind a dash there: "14 och 15 november 2024", "den 14 till den 15 november 2024", "30 oktober–1 november
/// 2024".
fn first_of_two(text: &str, most: usize) -> Option<NaiveDate> {
    let joints = text.get(..most)?.match_indices(['-', '–', '—', '&', ' ']);
    joints.map(|(at, joint)| at + joint.len()).find_map(|end| {
        let before = joined(text.get(..end)?)?;
        let after = text.get(end..)?.trim_start();
        let last = dates::find(after, None).into_iter().find(|last| last.range.start == 0)?.read.ok()?;
        let last = day_of(&last)?;
        let dated = dates::find(before, Some(last)).into_iter().find(|first| first.range.end == before.len());
        let first = match dated {
            Some(first) => day_of(&first.read.ok()?)?,
            None => last.with_day(number_at_end(before)?)?,
        };
        (first < last).then_some(first)
    })
}

/// What is before the dash or the word that a text ends with and that joins two days.
fn joined(text: &str) -> Option<&str> {
    let text = text.trim_end();
    let word = || {
        let (before, word) = text.rsplit_once(char::is_whitespace)?;
        JOINING_DAYS.contains(&word).then_some(before)
    };
    text.strip_suffix(['-', '–', '—', '&']).or_else(word).map(str::trim_end)
}

/// The number of a day that a text ends with: "14", "den 14:e".
fn number_at_end(text: &str) -> Option<u32> {
    let number = text.trim_end_matches([':', '.', 'e', 'a']);
    let digits = number.rsplit(|c: char| !c.is_ascii_digit()).next()?;
    (1..=2).contains(&digits.len()).then(|| digits.parse().ok()).flatten()
}

/// The year in a text, where there is one and no other, and it is no part of something else.
fn only_year(text: &str) -> Option<i32> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '–');
    let words = text.split(|c: char| !is_part(c));
    let years = words.filter(|word| word.len() == 4).filter_map(|word| word.parse::<i32>().ok());
    let mut years = years.filter(|year| (1950..2100).contains(year));
    let year = years.next()?;
    years.all(|other| other == year).then_some(year)
}

/// The time of day, from its own field or from that of the date.
pub fn time(fields: &[Field]) -> Option<TimeSpan> {
    let of = |wanted: FieldRole| fields.iter().filter(move |field| role(field) == Some(wanted));
    let own = of(FieldRole::Time).find_map(|field| time_in(&field.value));
    own.or_else(|| of(FieldRole::Date).chain(of(FieldRole::Place)).find_map(|field| time_in(&field.value)))
}

fn time_in(text: &str) -> Option<TimeSpan> {
    dates::read_time(text)
        .or_else(|| dates::find_time(text).map(|(_, time)| time))
        .or_else(|| dates::read(text, None).ok().and_then(|read| read.time))
}

/// The place; what follows in a field for place and time is left out.
pub fn place(fields: &[Field]) -> Option<String> {
    let field =
        fields.iter().find(|field| role(field) == Some(FieldRole::Place) && !field.value.is_empty())?;
    let label = field.label.to_lowercase();
    let is_shared = label.split(|c: char| !c.is_alphabetic()).any(|word| occasions::TIMES.contains(&word));
    // Beside the time the place is the part that says neither when nor how long.
    let is_when = |part: &str| {
        dates::read(part, None).is_ok() || time_in(part).is_some() || day_in(part, None).is_some()
    };
    let mut parts = field.value.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
    let value = if is_shared { parts.find(|part| !is_when(part)).unwrap_or_default() } else { &field.value };
    Some(value.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|place| !place.is_empty())
}

/// The registration number: from its field, or a number of that form in the title or the lines above the first
/// heading.
pub fn reference(minutes: &Minutes) -> Option<String> {
    let field = minutes.fields.iter().find(|field| role(field) == Some(FieldRole::Reference));
    if let Some(field) = field.filter(|field| !field.value.is_empty()) {
        return Some(field.value.clone());
    }
    let unlabelled =
        minutes.fields.iter().filter(|field| field.label.is_empty()).map(|field| field.value.as_str());
    let lead = minutes.sections.first().into_iter().flat_map(|section| {
        let intro = section.intro.iter().filter(|_| section.heading.is_empty()).map(String::as_str);
        std::iter::once(section.heading.as_str()).chain(intro)
    });
    let mut words =
        std::iter::once(minutes.title.as_str()).chain(unlabelled).chain(lead).flat_map(str::split_whitespace);
    words.find(|word| is_registration_number(word)).map(str::to_owned)
}

/// `FSN-2025-5467`, `KS/2024/118`: letters, a year, a running number.
fn is_registration_number(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['-', '/']).collect();
    let [letters, year, number] = parts.as_slice() else { return false };
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    (2..=6).contains(&letters.chars().count())
        && letters.chars().all(char::is_uppercase)
        && year.len() == 4
        && digits(year)
        && (1..=6).contains(&number.len())
        && digits(number)
}

/// When the next meeting is, by the first text that says so.
pub fn next(minutes: &Minutes) -> Option<Occasion> {
    let from = minutes.date;
    let in_field =
        minutes.fields.iter().find_map(|field| next_in(&format!("{}: {}", field.label, field.value), from));
    in_field.or_else(|| minutes.sections.iter().find_map(|section| next_in_section(section, from)))
}

fn next_in_section(section: &Section, from: Option<NaiveDate>) -> Option<Occasion> {
    let texts =
        || section.intro.iter().chain(section.entries.iter().map(|entry| &entry.text)).map(String::as_str);
    let is_about_it = tail(&section.heading).is_some_and(str::is_empty);
    let under = is_about_it.then(|| texts().find_map(|text| occasion(text, from))).flatten();
    let said =
        || std::iter::once(section.heading.as_str()).chain(texts()).find_map(|text| next_in(text, from));
    under.or_else(said)
}

/// How many characters behind "nästa möte" its date may be.
const NEAR: usize = 120;

fn next_in(text: &str, from: Option<NaiveDate>) -> Option<Occasion> {
    let mut rest = text;
    while let Some(after) = tail(rest) {
        let sentence = sentence(within(after, NEAR));
        let ends_at_once = rest.strip_suffix(after).is_some_and(|before| before.ends_with('.'));
        if !ends_at_once && let Some(next) = occasion(sentence, from) {
            return Some(next);
        }
        rest = after;
    }
    None
}

/// The first sentence of a text; the full stop of "kl. 13" ends none.
fn sentence(text: &str) -> &str {
    let is_end = |(at, _): &(usize, &str)| {
        text.get(at + 2..).is_some_and(|after| after.starts_with(char::is_uppercase))
    };
    text.match_indices(". ").find(is_end).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// The first characters of a text.
fn within(text: &str, chars: usize) -> &str {
    let end = text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

/// What follows "nästa möte" in a text; `None` where the words are not in it.
fn tail(text: &str) -> Option<&str> {
    let mut was_next = false;
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end)?;
        if word.is_empty() {
            return None;
        }
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let begins_as =
            |it: &str| bare.chars().zip(it.chars()).take(1).all(|(c, lower)| is_case_of(c, lower));
        let is_among = |words: &[&str]| {
            let mut possible = words.iter().filter(|it| begins_as(it));
            possible.any(|it| bare.chars().flat_map(char::to_lowercase).eq(it.chars()))
        };
        if was_next && is_among(occasions::MEETING_NOUNS) {
            return Some(after);
        }
        was_next = is_among(occasions::NEXT);
        rest = after;
    }
}

/// The first day to come in a text, with its time.
fn occasion(text: &str, from: Option<NaiveDate>) -> Option<Occasion> {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let found = dates::find(text, from).into_iter().find_map(|found| {
        let read = found.read.ok()?;
        let is_ahead = from.is_none_or(|from| read.due.day > from);
        (read.due.precision == Precision::Day && is_ahead).then_some((found.range.end, read))
    });
    let (end, read) = found?;
    let time = read.time.or_else(|| text.get(end..).and_then(dates::find_time).map(|(_, time)| time));
    Some(Occasion { date: read.due.day, time })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(text: &str) -> Option<String> {
        let next = next_in(text, NaiveDate::from_ymd_opt(2019, 3, 26))?;
        Some(format!("{} {}", next.date, next.time.map_or_else(String::new, |time| time.to_string())))
    }

    #[test]
    fn the_next_meeting_is_found_where_it_is_said() {
        for (text, expected) in [
            ("Nästa möte hålls tisdagen den 11 juni kl. 13–16 i residenset.", Some("2019-06-11 13:00–16:00")),
            ("Nästa APT: tisdag 10 december 2019 kl. 14.00–15.30, v.50", Some("2019-12-10 14:00–15:30")),
            (
                "17 Nästa möte Torsdagen den 7 december 2019 kl. 13.00. Mötet avslutas.",
                Some("2019-12-07 13:00"),
            ),
            ("Lämna ett förslag till nästa möte. Fyra namn före den 1 november.", None),
            ("Nästa vecka den 1 april", None),
        ] {
            assert_eq!(next(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_registration_number_has_letters_a_year_and_a_number() {
        assert!(is_registration_number("FSN-2025-5467"));
        assert!(!is_registration_number("2025-10-30"));
        assert!(!is_registration_number("LKP-arbete"));
    }
}
