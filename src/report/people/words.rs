//! Splits a text into words with their positions, in the folded form in which names are compared.

use std::ops::Range;

use crate::text::slice;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A word of a text.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    /// Its range in bytes.
    pub at: Range<usize>,
    /// In lower case, composed (NFC), without invisible characters.
    pub folded: String,
    /// Whether its first letter is a capital.
    pub capital: bool,
    /// Whether it has several letters, all of them capitals.
    pub shouted: bool,
    /// What it is the first word of.
    pub opens: Opens,
}

/// What a word is the first word of, from less to more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Opens {
    /// Nothing: it is within a sentence.
    Nothing,
    /// The words after a colon.
    Clause,
    /// The text or a sentence.
    Sentence,
}

impl Word {
    /// Whether its position may be the reason for its capital letter.
    pub(crate) fn begins(&self) -> bool {
        self.opens > Opens::Nothing
    }
}

/// Invisible characters, which do not separate words.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || is_unseen(c)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// The form in which names are compared: lower case, composed, with plain hyphens.
pub(crate) fn folded(text: &str) -> String {
    // Almost every word is composed already and has plain letters: checking is cheaper than composing it again.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let is_plain = !text.chars().any(|c| is_unseen(c) || is_hyphen(c));
    if is_plain && is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return text.chars().flat_map(char::to_lowercase).collect();
    }
    let plain = text.chars().filter(|c| !is_unseen(*c)).map(|c| if is_hyphen(c) { '-' } else { c });
    plain.nfc().flat_map(char::to_lowercase).collect()
}

/// The words of a text. A hyphen joins `Anna-Greta` and `anna-greta`, and separates `Eva-gruppen`.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let end_of = |at: usize| chars.get(at).map_or(text.len(), |(byte, _)| *byte);
    let letter = |at: usize| chars.get(at).map(|(_, c)| *c);
    let mut words = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !letter(at).is_some_and(is_inside) {
            at += 1;
            continue;
        }
        let start = at;
        let capital = letter(start).is_some_and(char::is_uppercase);
        loop {
            while letter(at).is_some_and(is_inside) {
                at += 1;
            }
            let joins = letter(at).is_some_and(is_hyphen)
                && letter(at + 1).is_some_and(|c| c.is_alphanumeric() && (!capital || c.is_uppercase()));
            if !joins {
                break;
            }
            at += 1;
        }
        let range = end_of(start)..end_of(at);
        let own = slice(text, range.clone());
        let before = before(chars.get(..start).unwrap_or_default());
        let letters = || own.chars().filter(|c| c.is_alphabetic());
        words.push(Word {
            folded: folded(own),
            capital,
            shouted: letters().count() > 1 && letters().all(char::is_uppercase),
            opens: match before {
                None | Some('.' | '!' | '?' | '\n') => Opens::Sentence,
                Some(':') => Opens::Clause,
                Some(_) => Opens::Nothing,
            },
            at: range,
        });
    }
    words
}

/// The last significant character before a word: quotation marks, closing brackets and dashes are not.
fn before(chars: &[(usize, char)]) -> Option<char> {
    let says = |c: char| {
        c == '\n'
            || c.is_alphanumeric()
            || matches!(c, '.' | '!' | '?' | ':' | ',' | ';' | '&' | '/' | '@' | '(')
    };
    chars.iter().rev().map(|(_, c)| *c).find(|c| says(*c))
}

/// The letters of a text as they are written in e-mail addresses: only `a`–`z` and digits.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in text.nfd().flat_map(char::to_lowercase) {
        match c {
            'ø' => plain.push('o'),
            'æ' => plain.push_str("ae"),
            'ß' => plain.push_str("ss"),
            'đ' => plain.push('d'),
            'ł' => plain.push('l'),
            c if c.is_ascii_alphanumeric() => plain.push(c),
            _ => {}
        }
    }
    plain
}

/// The e-mail addresses in a text: their ranges, and the positions of their `@`, in bytes.
pub(crate) fn addresses(text: &str) -> Vec<(Range<usize>, usize)> {
    let local =
        |c: char| c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '.' | '_' | '-' | '+' | '%');
    let domain = |c: char| c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '.' | '-');
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let (before, after) = (slice(text, ..at), slice(text, at + 1..));
        let start =
            before.len() - before.chars().rev().take_while(|c| local(*c)).map(char::len_utf8).sum::<usize>();
        let end = after.chars().take_while(|c| domain(*c)).map(char::len_utf8).sum::<usize>();
        let host = slice(after, ..end).trim_end_matches(['.', '-']);
        let name = slice(before, start..);
        let start = start + (name.len() - name.trim_start_matches(['.', '-', '_', '+', '%']).len());
        let closes = host.rsplit_once('.').is_some_and(|(host, top)| {
            !host.is_empty() && top.chars().count() >= 2 && top.chars().all(char::is_alphabetic)
        });
        if closes && start < at {
            found.push((start..at + 1 + host.len(), at));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_join_names_and_part_what_is_called_after_somebody() {
        let of = |text| words(text).into_iter().map(|word| word.folded).collect::<Vec<_>>();
        assert_eq!(of("Anna-Greta, Eva-gruppen"), ["anna-greta", "eva", "gruppen"]);
        assert_eq!(of("A\u{30a}sa Trygg\u{ad}het"), ["åsa", "trygghet"]);
    }

    #[test]
    fn addresses_end_where_the_sentence_does() {
        let text = "Maila <eva.ek@malmö.se>, eller info@exempel.se. Inte @Eva eller a@b.";
        let found: Vec<&str> = addresses(text).into_iter().filter_map(|(at, _)| text.get(at)).collect();
        assert_eq!(found, ["eva.ek@malmö.se", "info@exempel.se"]);
    }
}
