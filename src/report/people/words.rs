//! Splits a text into words with their positions, in the folded form in which names are compared.

use std::borrow::Cow;
use std::ops::Range;

use crate::i18n::vocabulary::is_shouted;
use crate::text::slice;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A word of a text.
#[derive(Debug, Clone)]
pub(crate) struct Word<'a> {
    /// Its range in bytes.
    pub at: Range<usize>,
    /// In lower case, composed (NFC), without invisible characters. Most words of a text are so already.
    pub folded: Cow<'a, str>,
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

impl Word<'_> {
    /// Whether its position may be the reason for its capital letter.
    pub(crate) fn begins(&self) -> bool {
        self.opens > Opens::Nothing
    }
}

/// A shortened article within Dutch names.
const DUTCH_ARTICLE: &str = "'t";

/// Invisible characters, which do not separate words.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || !c.is_ascii() && (is_combining_mark(c) || is_unseen(c))
}

/// Whether a character joins the parts of a word.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// The form in which names are compared: lower case, composed, with plain hyphens.
pub(crate) fn folded(text: &str) -> Cow<'_, str> {
    // Almost every word is composed already and has small, plain letters: checking is cheaper than writing it again.
    if text.is_ascii() {
        let is_small = !text.bytes().any(|byte| byte.is_ascii_uppercase());
        return if is_small { text.into() } else { text.to_ascii_lowercase().into() };
    }
    let is_plain = !text.chars().any(|c| is_unseen(c) || is_hyphen(c) && c != '-');
    if is_plain && is_nfc_quick(text.chars()) == IsNormalized::Yes {
        let is_small = text.chars().all(|c| c.is_lowercase() || c.is_ascii_digit() || c == '-');
        return if is_small { text.into() } else { text.to_lowercase().into() };
    }
    let plain = text.chars().filter(|c| !is_unseen(*c)).map(|c| if is_hyphen(c) { '-' } else { c });
    plain.nfc().flat_map(char::to_lowercase).collect::<String>().into()
}

/// The words of a text. A hyphen joins `Anna-Greta` and `anna-greta`, and separates `Eva-gruppen` and `al-Sayed`.
pub(crate) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut opens = Opens::Sentence;
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        // "van 't Hoff"
        if matches!(first, '\'' | '’') && slice(text, ..start).ends_with(' ') {
            let end = start + first.len_utf8() + DUTCH_ARTICLE.len() - 1;
            let is_article = text.get(start + first.len_utf8()..).is_some_and(|rest| rest.starts_with("t "));
            if is_article {
                chars.next();
                let folded = Cow::Borrowed(DUTCH_ARTICLE);
                words.push(Word { folded, capital: false, shouted: false, opens, at: start..end });
                opens = Opens::Nothing;
                continue;
            }
        }
        if !is_inside(first) {
            opens = after(first, opens);
            continue;
        }
        let capital = first.is_uppercase();
        let mut end = start + first.len_utf8();
        while let Some((at, c)) = chars.peek().copied() {
            let joins = is_inside(c)
                || is_hyphen(c) && {
                    let mut beyond = text.get(at + c.len_utf8()..).unwrap_or_default().chars();
                    beyond.next().is_some_and(|c| c.is_alphanumeric() && capital == c.is_uppercase())
                };
            if !joins {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        let own = slice(text, start..end);
        let is_number =
            first.is_ascii_digit() && words.last().is_some_and(|code: &Word<'_>| is_code(text, code, start));
        words.push(Word {
            folded: folded(own),
            capital,
            shouted: capital && is_shouted(own),
            opens,
            at: start..end,
        });
        opens = if is_number { Opens::Sentence } else { Opens::Nothing };
    }
    words
}

/// Whether a word is the letter of the number of an entry, which opens its text: "Å-10 Rita en karta".
fn is_code(text: &str, letter: &Word<'_>, number: usize) -> bool {
    letter.opens == Opens::Sentence
        && letter.capital
        && letter.folded.chars().nth(1).is_none()
        && slice(text, letter.at.end..number) == "-"
}

/// What a word opens after this character: quotation marks, closing brackets and dashes change nothing.
fn after(c: char, before: Opens) -> Opens {
    match c {
        '.' | '!' | '?' | '\n' => Opens::Sentence,
        ':' => Opens::Clause,
        ',' | ';' | '&' | '/' | '@' | '(' => Opens::Nothing,
        _ => before,
    }
}

/// A word with two letters for each that has dots or a ring, as those write who have no such keys: `aengquist`; `None`
/// where it is the same.
pub(crate) fn two_lettered(word: &str) -> Option<String> {
    let mut all = String::with_capacity(word.len() + 2);
    for c in word.chars() {
        match c {
            'ä' | 'æ' => all.push_str("ae"),
            'ö' | 'ø' => all.push_str("oe"),
            'å' => all.push_str("aa"),
            'ü' => all.push_str("ue"),
            c => all.push(c),
        }
    }
    (all != word).then_some(all)
}

/// The letters of a text as they are written in e-mail addresses: only `a`–`z` and digits.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Of these almost every word consists: they need no decomposing.
            c if c.is_ascii_alphanumeric() => plain.push(c.to_ascii_lowercase()),
            'å' | 'ä' | 'Å' | 'Ä' => plain.push('a'),
            'ö' | 'Ö' => plain.push('o'),
            c if c.is_ascii() => {}
            c => push_plain(&mut plain, c),
        }
    }
    plain
}

fn push_plain(plain: &mut String, c: char) {
    for c in std::iter::once(c).nfd().flat_map(char::to_lowercase) {
        match c {
            'ø' => plain.push('o'),
            'æ' => plain.push_str("ae"),
            'ß' => plain.push_str("ss"),
            'đ' | 'ð' => plain.push('d'),
            'þ' => plain.push_str("th"),
            'ł' => plain.push('l'),
            'ı' => plain.push('i'),
            'ə' => plain.push('e'),
            'ħ' => plain.push('h'),
            'ŋ' => plain.push('n'),
            'ŧ' => plain.push('t'),
            'œ' => plain.push_str("oe"),
            c if c.is_ascii_alphanumeric() => plain.push(c),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_join_names_and_part_what_is_called_after_somebody() {
        let of = |text| words(text).into_iter().map(|word| word.folded.into_owned()).collect::<Vec<_>>();
        assert_eq!(of("Anna-Greta, Eva-gruppen"), ["anna-greta", "eva", "gruppen"]);
        assert_eq!(of("Omar al-Sayed, e-post"), ["omar", "al", "sayed", "e-post"]);
        assert_eq!(of("A\u{30a}sa Trygg\u{ad}het"), ["åsa", "trygghet"]);
    }

    #[test]
    fn a_word_knows_what_it_opens_and_how_it_is_written() {
        let all = words("Ja. ”Eva sa: Nej” (Bo, ÅSA): Kim\nOlle och eva-lena");
        let opening: Vec<&str> =
            all.iter().filter(|word| word.begins()).map(|word| word.folded.as_ref()).collect();
        assert_eq!(opening, ["ja", "eva", "nej", "kim", "olle"]);
        let shouted: Vec<&str> =
            all.iter().filter(|word| word.shouted).map(|word| word.folded.as_ref()).collect();
        assert_eq!(shouted, ["åsa"]);
        assert!(matches!(all.last().map(|word| &word.folded), Some(Cow::Borrowed("eva-lena"))));
    }
}
