//! How dates, times and numbers are written for people.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};

use super::Lang;

const MONTHS: [(&str, &str); 12] = [
    ("januari", "January"),
    ("februari", "February"),
    ("mars", "March"),
    ("april", "April"),
    ("maj", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("augusti", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("december", "December"),
];

const WEEKDAYS: [(&str, &str); 7] = [
    ("måndag", "Monday"),
    ("tisdag", "Tuesday"),
    ("onsdag", "Wednesday"),
    ("torsdag", "Thursday"),
    ("fredag", "Friday"),
    ("lördag", "Saturday"),
    ("söndag", "Sunday"),
];

/// The month's name.
pub fn month(lang: Lang, date: NaiveDate) -> &'static str {
    let (sv, en) = MONTHS[date.month0() as usize];
    lang.pick(sv, en)
}

/// The name of the date's weekday.
pub fn weekday(lang: Lang, date: NaiveDate) -> &'static str {
    weekday_name(lang, date.weekday())
}

/// The weekday's name.
pub fn weekday_name(lang: Lang, weekday: Weekday) -> &'static str {
    let (sv, en) = WEEKDAYS[weekday.num_days_from_monday() as usize];
    lang.pick(sv, en)
}

/// The first three letters of a word.
fn short(word: &str) -> String {
    word.chars().take(3).collect()
}

/// `5 december 2018`.
pub fn long_date(lang: Lang, date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month(lang, date), date.year())
}

/// `5 december 2018`, `3–5 december 2018`, `30 november–5 december 2018`: no more than both days need.
pub fn period(lang: Lang, from: NaiveDate, to: NaiveDate) -> String {
    let until = long_date(lang, to);
    if from == to {
        until
    } else if (from.year(), from.month()) == (to.year(), to.month()) {
        format!("{}–{until}", from.day())
    } else if from.year() == to.year() {
        format!("{} {}–{until}", from.day(), month(lang, from))
    } else {
        format!("{}–{until}", long_date(lang, from))
    }
}

/// `torsdag 5 mars`, with the year where it is not that of `today`.
pub fn near_date(lang: Lang, date: NaiveDate, today: NaiveDate) -> String {
    let day = format!("{} {} {}", weekday(lang, date), date.day(), month(lang, date));
    if date.year() == today.year() { day } else { format!("{day} {}", date.year()) }
}

/// `ons 4 mar`, with the year where it is not that of `today`.
pub fn short_date(lang: Lang, date: NaiveDate, today: NaiveDate) -> String {
    let day = format!("{} {} {}", short(weekday(lang, date)), date.day(), short(month(lang, date)));
    if date.year() == today.year() { day } else { format!("{day} {}", date.year()) }
}

/// With a capital first letter.
pub fn capitalised(word: &str) -> String {
    let mut rest = word.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// The genitive of a name or a title: "Evas", "Lars", "Person B4827:s", "processledare LKP:s".
pub fn genitive(lang: Lang, name: &str) -> String {
    let last = name.split_whitespace().last().unwrap_or_default();
    let is_short = last.chars().all(|c| c.is_uppercase() || c.is_numeric());
    match lang {
        Lang::En => format!("{name}'s"),
        Lang::Sv if is_short => format!("{name}:s"),
        Lang::Sv if last.ends_with(['s', 'x', 'z']) => name.to_owned(),
        Lang::Sv => format!("{name}s"),
    }
}

/// A time of day: `09.10`, and with a colon in English.
pub fn time(lang: Lang, when: NaiveDateTime) -> String {
    when.format(lang.pick("%H.%M", "%H:%M")).to_string()
}

/// A month in three letters, as in "4 mar".
pub fn short_month(lang: Lang, date: NaiveDate) -> String {
    short(month(lang, date))
}

/// A number with its thousands apart by a space that no line breaks at: "60 000".
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 * 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    grouped
}

/// A number and its noun: `1 möte`, `3 möten`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// With a small first letter, unless it is a name in capitals ("HR").
pub fn lowered(words: &str) -> String {
    let mut rest = words.chars();
    let first = rest.next();
    match (first, rest.clone().next()) {
        // "N.N." and "K-G" are initials.
        (Some(_), Some('.' | '-')) if rest.clone().nth(1).is_some_and(char::is_uppercase) => words.to_owned(),
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(rest).collect(),
        _ => words.to_owned(),
    }
}
