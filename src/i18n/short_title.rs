//! What a meeting is called where there is little room: its title without the words that say only what sort of document
//! it is.

use chrono::NaiveDate;

use super::Words;
use super::format::{self, capitalised};
use crate::model::Meeting;

/// Words for a document, and for the conversations that all of it is about.
const DOCUMENT: [&str; 16] = [
    "anteckning",
    "anteckningar",
    "minnesanteckning",
    "minnesanteckningar",
    "mötesanteckningar",
    "samtalsanteckningar",
    "protokoll",
    "mötesprotokoll",
    "bordssamtal",
    "bordssamtalet",
    "bordssamtalen",
    "rundabordssamtal",
    "rundabordssamtalet",
    "rundabordssamtalen",
    "notes",
    "minutes",
];

/// Words that only lead from one of those to what follows.
const LEADING: [&str; 8] = ["från", "av", "på", "om", "vid", "from", "of", "for"];

/// The title without such words at its beginning: "Anteckningar från runda bordssamtalen på Skärgårdsdagen" is
/// "Skärgårdsdagen". A title that has no other words stays as it is.
pub fn short_title(title: &str) -> String {
    let words: Vec<&str> = title.split_whitespace().collect();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let plain = plain(word);
        let next = words.get(at + 1).map(|next| self::plain(next));
        let round = plain == "runda" && next.is_some_and(|next| DOCUMENT.contains(&next.as_str()));
        let leads = at > 0 && (plain.is_empty() || LEADING.contains(&plain.as_str()));
        if !(round || leads || DOCUMENT.contains(&plain.as_str())) {
            break;
        }
        at += 1;
    }
    let rest = words.get(at..).unwrap_or_default().join(" ");
    if rest.chars().any(char::is_alphabetic) { capitalised(&rest) } else { title.trim().to_owned() }
}

/// A word in small letters, without punctuation before and after.
fn plain(word: &str) -> String {
    word.trim_matches(|char: char| !char.is_alphanumeric()).to_lowercase()
}

/// The short title and the day of a meeting, unless it is held today. One without a day is not known to be.
pub fn other_meeting(meeting: &Meeting, words: &Words, today: NaiveDate) -> Option<String> {
    let day = match meeting.date {
        Some(day) if day == today => return None,
        Some(day) => format::short_date(words.lang, day, today),
        None => words.meetings.no_date.to_owned(),
    };
    Some(format!("{}, {day}", short_title(&meeting.title)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_the_document_are_left_out() {
        for (title, short) in [
            ("Anteckningar från runda bordssamtalen på Skärgårdsdagen", "Skärgårdsdagen"),
            ("Anteckningar från rundabordssamtal – Trygghetsvecka", "Trygghetsvecka"),
            ("Minnesanteckningar – nätverksträff", "Nätverksträff"),
            ("MINNESANTECKNINGAR APT", "APT"),
            ("Protokoll från ögonblickets årsmöte", "Ögonblickets årsmöte"),
            ("Runda bordssamtal på Grönholmsdagen", "Grönholmsdagen"),
            ("Notes from the autumn fair", "The autumn fair"),
        ] {
            assert_eq!(short_title(title), short);
        }
    }

    #[test]
    fn a_title_keeps_what_it_is_about() {
        for title in [
            "Dialogcafé: Hur blir vi fler?",
            "Minnesanteckningar 2016-02-15",
            "Rundabordssamtal",
            "Runda ord om rummet",
            "Om lokalerna",
            "Protokollsutskottet",
            "",
        ] {
            assert_eq!(short_title(title), title);
        }
    }
}
