//! What minutes say about when and where: their date, time, place and registration number, and the next meeting. It
//! changes no word.

use chrono::NaiveDate;

use super::meaning::is_case_of;
use crate::i18n::dates::{self, DateFailure};
use crate::i18n::vocabulary::minutes as vocabulary;
use crate::minutes::{Field, Minutes, Section};
use crate::model::{FieldRole, Occasion, Precision, TimeSpan};

/// Two dates that contradict each other, as they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The one that the minutes have as their date.
    pub taken: String,
    /// The first that says another day.
    pub other: String,
}

/// The day of the meeting by its header fields and its title, and whether they contradict each other.
pub fn date(title: &str, fields: &[Field]) -> (Option<NaiveDate>, Option<Conflict>) {
    let of_role =
        fields.iter().filter(|field| role(field) == Some(FieldRole::Date)).map(|field| field.value.as_str());
    let unlabelled = fields.iter().filter(|field| field.label.is_empty()).map(|field| field.value.as_str());
    let texts = of_role.chain([title]).chain(unlabelled);
    let mut days = texts.filter_map(|text| day_in(text).map(|day| (text, day)));
    let Some((taken, day)) = days.next() else { return (None, None) };
    let conflict = days.find(|(_, other)| *other != day);
    (Some(day), conflict.map(|(other, _)| Conflict { taken: taken.to_owned(), other: other.to_owned() }))
}

/// The day of the meeting by a label in the running text above the first heading ("Sammanträdesdatum 2017-09-28").
pub fn date_in_text<'a>(mut paragraphs: impl Iterator<Item = &'a str>) -> Option<NaiveDate> {
    paragraphs.find_map(|text| {
        dates::find(text, None).into_iter().find_map(|found| {
            let before = text.get(..found.range.start)?.split_whitespace().next_back()?;
            let is_label = vocabulary::field_role(before) == Some(FieldRole::Date);
            is_label
                .then_some(found.read.ok()?.due)
                .filter(|due| due.precision == Precision::Day)
                .map(|due| due.day)
        })
    })
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

fn day_in(text: &str) -> Option<NaiveDate> {
    let whole = dates::read(text, None).ok();
    let read = whole.or_else(|| dates::find(text, None).into_iter().find_map(|found| found.read.ok()))?;
    (read.due.precision == Precision::Day).then_some(read.due.day)
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
    let is_shared = field.label.to_lowercase().split_whitespace().any(|word| word == "tid");
    let value = if is_shared { field.value.split(',').next().unwrap_or_default() } else { &field.value };
    Some(value.split_whitespace().collect::<Vec<_>>().join(" "))
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
        if was_next && is_among(vocabulary::MEETING_NOUNS) {
            return Some(after);
        }
        was_next = is_among(vocabulary::NEXT);
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
