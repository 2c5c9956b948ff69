//! What is left in words and looks as if it was meant as a date: it becomes text, and whoever writes it should know.

use chrono::NaiveDate;

use super::LineRemark;
use crate::i18n::dates::{self, DateFailure};

/// What follows `<` or `^` at the start of a word of a text that is stored as it is. `has_due` says whether the text
/// has a date beside it.
pub fn left_dates(text: &str, has_due: bool, today: NaiveDate) -> Vec<LineRemark> {
    let mut previous = ' ';
    let mut remarks = Vec::new();
    for (at, c) in text.char_indices() {
        let starts_word = std::mem::replace(&mut previous, c).is_whitespace();
        if !starts_word || !matches!(c, '<' | '^') {
            continue;
        }
        let Some(after) = text.get(at + 1..) else { continue };
        let typed = after.split(char::is_whitespace).next().unwrap_or_default();
        let word = typed.trim_end_matches([',', '.', ';', ':', '!', '?', ')']);
        // A heart, an arrow and an address in angle brackets are no dates.
        if word == "3" || word.ends_with('>') || !word.contains(char::is_alphanumeric) {
            continue;
        }
        let date = dates::read_start(after, today);
        remarks.push(match date.map(|date| (date.read, after.get(date.range))) {
            Some((Ok(_), Some(date))) if has_due => LineRemark::SecondDate(date.to_owned()),
            Some((Ok(_), Some(date))) => LineRemark::DateAsText(date.to_owned()),
            Some((Err(DateFailure::NoSuchDay), Some(date))) => LineRemark::NoSuchDay(date.to_owned()),
            _ => LineRemark::NotADate(word.to_owned()),
        });
    }
    remarks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, has_due: bool) -> Vec<LineRemark> {
        left_dates(text, has_due, NaiveDate::from_ymd_opt(2026, 3, 4).unwrap())
    }

    #[test]
    fn whatever_follows_the_marker_of_dates_is_said() {
        let no_date = |word: &str| vec![LineRemark::NotADate(word.to_owned())];
        for word in ["vår", "snarast", "2027", "15/12-16/12", "\"fre\"", "julafton2"] {
            assert_eq!(of(&format!("Prova <{word}, sa hon"), false), no_date(word), "{word}");
        }
        for word in ["32/1", "1/13", "0/5", "31/2"] {
            assert_eq!(of(&format!("Prova ^{word}"), false).len(), 1, "{word}");
        }
        assert_eq!(of("Prova <fre", false), [LineRemark::DateAsText("fre".to_owned())]);
        assert_eq!(of("<fre Prova", true), [LineRemark::SecondDate("fre".to_owned())]);
    }

    #[test]
    fn what_is_no_date_and_not_meant_as_one_is_left_alone() {
        for text in ["Jag <3 er", "1 < 2", "a<fre", "<- hit", "Eva <eva@x.se>", "^_^", "<"] {
            assert_eq!(of(text, false), [], "{text}");
        }
    }
}
