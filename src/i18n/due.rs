//! Due dates and meeting times as they are written out, and back: exactly what is written here can be read here.
//! Dates as people write them are read by `dates`.

use chrono::{Datelike, NaiveDate};

use super::format::{long_date, month, short_date, weekday};
use super::vocabulary::dates::{ENGLISH, IN_BOTH};
use super::vocabulary::fold;
use super::{Lang, Words};
use crate::model::{Due, Occasion, Precision};

/// `15 november 2019`, `vecka 50 2019`, `november 2019`; where it was said in words of this language, those come first:
/// `imorgon (6 december 2018)`.
pub fn due_in_words(words: &Words, due: &Due) -> String {
    let date = match due.precision {
        Precision::Day => long_date(words.lang, due.day),
        Precision::Week => {
            let week = due.day.iso_week();
            format!("{} {} {}", words.publication.week, week.week(), week.year())
        }
        Precision::Month => format!("{} {}", month(words.lang, due.day), due.day.year()),
    };
    match due.words.as_deref().filter(|said| is_said_in(words.lang, said)) {
        Some(said) => format!("{said} ({date})"),
        None => date,
    }
}

/// Whether the words that a date was said in ("imorgon", "next week") can be among those of a language. Numbers can.
pub fn is_said_in(lang: Lang, said: &str) -> bool {
    let mut words = said.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(fold);
    match lang {
        Lang::Sv => !words.any(|word| ENGLISH.contains(&&*word)),
        Lang::En => words.all(|word| ENGLISH.contains(&&*word) || IN_BOTH.contains(&&*word)),
    }
}

/// The same in full, for whoever has typed it: `fredag 6 mars 2026`, `vecka 50 2019`.
pub fn due_with_weekday(words: &Words, due: &Due) -> String {
    let date = due_in_words(words, &Due { words: None, ..due.clone() });
    match due.precision {
        Precision::Day => format!("{} {date}", weekday(words.lang, due.day)),
        Precision::Week | Precision::Month => date,
    }
}

/// The same in short, beside words that were said on a day: `fre 6 mar`, `vecka 49`, `november`; the year where it is
/// not that of the day.
pub fn due_near(words: &Words, due: &Due, day: NaiveDate) -> String {
    let with_year = |text: String, year: i32, of_day: i32| {
        if year == of_day { text } else { format!("{text} {year}") }
    };
    match due.precision {
        Precision::Day => short_date(words.lang, due.day, day),
        Precision::Week => {
            let week = due.day.iso_week();
            with_year((words.pen.week)(week.week()), week.year(), day.iso_week().year())
        }
        Precision::Month => with_year(month(words.lang, due.day).to_owned(), due.day.year(), day.year()),
    }
}

/// Reads what [`due_in_words`] writes.
pub fn due_from_words(words: &Words, text: &str) -> Option<Due> {
    match text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")) {
        Some((said, date)) => Some(date_from_words(words, date)?.said(said)),
        None => date_from_words(words, text),
    }
}

fn date_from_words(words: &Words, text: &str) -> Option<Due> {
    let mut parts = text.split(' ');
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    match third {
        Some(year) if first == words.publication.week => {
            Due::in_week(year.parse().ok()?, second.parse().ok()?)
        }
        Some(year) => {
            let month = month_number(words.lang, second)?;
            NaiveDate::from_ymd_opt(year.parse().ok()?, month, first.parse().ok()?).map(Due::on)
        }
        None => Due::in_month(second.parse().ok()?, month_number(words.lang, first)?),
    }
}

/// `11 juni 2019 kl. 13:00–16:00`, or the day alone.
pub fn occasion_in_words(words: &Words, occasion: &Occasion) -> String {
    let day = long_date(words.lang, occasion.date);
    match occasion.time {
        Some(time) => format!("{day} {} {time}", words.publication.at_time),
        None => day,
    }
}

/// The month of this name, from 1.
fn month_number(lang: Lang, name: &str) -> Option<u32> {
    (1..=12).find(|&number| {
        NaiveDate::from_ymd_opt(2000, number, 1).is_some_and(|first| month(lang, first) == name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::vocabulary::dates::{DAYS_AWAY, MONTHS_AWAY, WEEKS_AWAY};

    #[test]
    fn a_due_date_that_was_written_out_is_read_back() {
        for lang in [Lang::Sv, Lang::En] {
            for iso in ["2019-11-15", "2019-W50", "2019-11", "2020-W53"] {
                let due = Due::from_iso(iso).unwrap();
                let written = due_in_words(lang.words(), &due);
                assert_eq!(due_from_words(lang.words(), &written), Some(due), "{written}");
            }
        }
    }

    #[test]
    fn another_year_than_that_of_the_day_is_seen() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
        let near = |iso: &str| due_near(Lang::Sv.words(), &Due::from_iso(iso).unwrap(), day);
        assert_eq!(["2026-05", "2026-W12", "2026-03-06"].map(near), ["maj", "vecka 12", "fre 6 mar"]);
        let other = ["2020-05", "2027-W02", "2020-03-06"].map(near);
        assert_eq!(other, ["maj 2020", "vecka 2 2027", "fre 6 mar 2020"]);
    }

    #[test]
    fn what_was_said_comes_before_the_date() {
        let due = Due::from_iso("2018-12-06").unwrap().said("imorgon");
        assert_eq!(due_in_words(Lang::Sv.words(), &due), "imorgon (6 december 2018)");
        assert_eq!(due_from_words(Lang::Sv.words(), "imorgon (6 december 2018)"), Some(due.clone()));
        assert_eq!(due_in_words(Lang::En.words(), &due), "6 December 2018");
        assert_eq!(
            due_in_words(Lang::En.words(), &due.said("the 5th week after")),
            "the 5th week after (6 December 2018)"
        );
    }

    #[test]
    fn every_phrase_that_is_understood_is_said_in_one_language_only() {
        let days = DAYS_AWAY.iter().map(|(said, _)| *said);
        let weeks = WEEKS_AWAY.iter().map(|(said, _)| *said);
        let months = MONTHS_AWAY.iter().map(|(said, _)| *said);
        for said in days.chain(weeks).chain(months).chain([
            "om två veckor",
            "in two weeks",
            "nästa fredag",
            "next fri",
        ]) {
            let (sv, en) = (is_said_in(Lang::Sv, said), is_said_in(Lang::En, said));
            assert!(sv != en, "{said}: sv {sv}, en {en}");
        }
        assert!(is_said_in(Lang::Sv, "12/3") && is_said_in(Lang::En, "12/3"));
    }
}
