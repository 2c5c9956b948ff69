//! What is left in words and looks as if it was meant as a date: it becomes text, and whoever writes it should know.

use chrono::NaiveDate;

use super::LineRemark;
use crate::i18n::dates::{self, DateFailure};
use crate::i18n::vocabulary::{fold, pen::SPANS};

/// What is no date after words.
const HEART: &str = "<3";

/// What follows `<` or `^` in a text that is stored as it is: at the start of a word, behind a bracket, after a blank,
/// or joined to a name or a tag. `has_due` says whether the text has a date beside it.
pub fn left_dates(text: &str, has_due: bool, today: NaiveDate) -> Vec<LineRemark> {
    let mut remarks = Vec::new();
    let mut word_at = 0;
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        let before = std::mem::replace(&mut previous, c);
        if before.is_whitespace() {
            word_at = at;
        }
        let Some(after) = text.get(at + c.len_utf8()..).filter(|_| matches!(c, '<' | '^')) else { continue };
        let joined = text.get(word_at..at).unwrap_or_default();
        let remark = match joined {
            // Alone it is no heart after words.
            "" if text.trim() == HEART => Some(not_a_date(after)),
            "" => remark(after, has_due, today),
            // What is in quotation marks is text on purpose.
            "(" | "[" => remark(after, has_due, today).map(|_| not_a_date(word_of(text, word_at))),
            token if token.starts_with(['@', '#']) => {
                remark(after, has_due, today).map(|_| not_a_date(word_of(text, at)))
            }
            _ => None,
        };
        remarks.extend(remark);
    }
    remarks
}

/// The heart in words that may have a date and have none: the third may be meant.
pub(super) fn left_heart(text: &str, has_due: bool) -> Option<LineRemark> {
    let is_meant = !has_due && text != HEART && text.split_whitespace().any(|word| trimmed(word) == HEART);
    is_meant.then(|| LineRemark::NotADate(HEART.to_owned()))
}

/// What there is to say of a line that was not so before, when it was `shown` to be edited.
pub fn new_remarks(mut remarks: Vec<LineRemark>, shown: &str, today: NaiveDate) -> Vec<LineRemark> {
    let mut known = [true, false].map(|has_due| left_dates(shown, has_due, today)).concat();
    known.extend(left_heart(shown, false));
    remarks.retain(|remark| match remark {
        LineRemark::NotAName(word) => !shown.contains(word),
        LineRemark::TagInResponse(tag) => !shown.contains(&format!("#{tag}")),
        remark => !known.contains(remark),
    });
    remarks
}

/// What there is to say of the text after the marker.
fn remark(after: &str, has_due: bool, today: NaiveDate) -> Option<LineRemark> {
    if let Some(apart) = after.strip_prefix(' ').filter(|apart| apart.starts_with(char::is_alphabetic)) {
        // "< fre" is a date with a blank too many; "a < b" is none.
        let date = dates::read_start(apart, today).filter(|date| date.read.is_ok())?;
        return Some(not_a_date(&format!("< {}", apart.get(date.range)?)));
    }
    let word = trimmed(after.split(char::is_whitespace).next().unwrap_or_default());
    // A heart, an arrow and an address in angle brackets are no dates.
    let is_heart = word == HEART.trim_start_matches('<') && !counts_days(after);
    if is_heart || word.ends_with('>') || !word.contains(char::is_alphanumeric) {
        return None;
    }
    let date = dates::read_start(after, today);
    Some(match date.map(|date| (date.read, after.get(date.range))) {
        Some((Ok(_), Some(date))) if has_due => LineRemark::SecondDate(date.to_owned()),
        Some((Ok(_), Some(date))) => LineRemark::DateAsText(date.to_owned()),
        Some((Err(DateFailure::NoSuchDay), Some(date))) => LineRemark::NoSuchDay(date.to_owned()),
        _ => not_a_date(word),
    })
}

fn not_a_date(word: &str) -> LineRemark {
    LineRemark::NotADate(trimmed(word).to_owned())
}

/// The word that begins at these bytes.
fn word_of(text: &str, at: usize) -> &str {
    text.get(at..).and_then(|rest| rest.split_whitespace().next()).unwrap_or_default()
}

fn trimmed(word: &str) -> &str {
    word.trim_end_matches([',', '.', ';', ':', '!', '?', ')'])
}

/// Whether a number of days, weeks … begins the text: "3 dagar".
fn counts_days(text: &str) -> bool {
    let unit = text.split_whitespace().nth(1).map(trimmed).unwrap_or_default();
    SPANS.contains(&fold(unit).as_str())
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
        for word in ["< fre", "(<fre", "3 dagar", "@Amina<fre", "#tag<fre"] {
            let marked = if word.contains('<') { word.to_owned() } else { format!("<{word}") };
            assert_eq!(of(&format!("Prova {marked}"), false).len(), 1, "{word}");
        }
        assert_eq!(of("Ring < fre", false), no_date("< fre"));
        for word in ["32/1", "1/13", "0/5", "31/2"] {
            assert_eq!(of(&format!("Prova ^{word}"), false).len(), 1, "{word}");
        }
        assert_eq!(of("Prova <fre", false), [LineRemark::DateAsText("fre".to_owned())]);
        assert_eq!(of("<3", false), no_date("3"));
        assert_eq!(of("<fre Prova", true), [LineRemark::SecondDate("fre".to_owned())]);
    }

    #[test]
    fn what_is_no_date_and_not_meant_as_one_is_left_alone() {
        for text in [
            "Säg \"<fre\"",
            "Jag <3 er",
            "1 < 2",
            "a < b",
            "färre < fler",
            "a<fre",
            "<- hit",
            "Eva <eva@x.se>",
            "^_^",
            "<",
        ] {
            assert_eq!(of(text, false), [], "{text}");
        }
    }
}
