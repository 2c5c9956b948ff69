//! Words as the index has them: how a text is folded and cut, and where the words of a query occur in it. Pure.

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

/// From this length on a word of a query is looked for inside words; below, at their beginning only.
pub(super) const PART: usize = 3;

/// The words of a text as the index has them: composed (NFC), lower case, without soft hyphens.
pub fn words(text: &str) -> Vec<String> {
    split(&fold(text)).map(str::to_owned).collect()
}

/// The words of a folded text.
pub(super) fn split(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|character| !in_word(character)).filter(|word| !word.is_empty())
}

/// A text as it is compared: composed (NFC), lower case, without characters that cannot be seen.
pub(in crate::store) fn fold(text: &str) -> String {
    // Characters below the combining ones are composed already; that is nearly all that is written, and much quicker.
    if text.chars().all(|character| character < '\u{300}') {
        let lower = text.to_lowercase();
        return if lower.contains('\u{ad}') { lower.replace('\u{ad}', "") } else { lower };
    }
    text.nfc()
        .filter(|character| {
            !matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether a character belongs to a word.
fn in_word(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character)
}

/// The words of a query, ready to be looked for in folded texts.
#[derive(Debug)]
pub(super) struct WantedWords(Vec<String>);

impl WantedWords {
    pub(super) fn new(query: &str) -> Self {
        Self(words(query))
    }

    /// Folded, in the order in which they were typed.
    pub(super) fn words(&self) -> &[String] {
        &self.0
    }

    /// Whether a text contains all of them.
    pub(super) fn matches(&self, text: &str) -> bool {
        let folded = fold(text);
        self.0.iter().all(|word| {
            if is_part(word) {
                folded.contains(word.as_str())
            } else {
                split(&folded).any(|other| other.starts_with(word.as_str()))
            }
        })
    }
}

/// Whether a word of a query may match inside another.
pub(super) fn is_part(word: &str) -> bool {
    word.chars().count() >= PART
}

/// Where the words of a query occur in a text, as ranges of its bytes in order: whole grapheme clusters, by the same
/// folding as the index has.
pub fn parts(query: &str, text: &str) -> Vec<Range<usize>> {
    let mut folded = String::new();
    // For every byte of the folded text, the grapheme cluster that it came from.
    let mut from: Vec<Range<usize>> = Vec::new();
    for (at, cluster) in text.grapheme_indices(true) {
        folded.push_str(&fold(cluster));
        from.resize(folded.len(), at..at + cluster.len());
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words(query) {
        let begins_only = !is_part(&word);
        for (at, _) in folded.match_indices(&word) {
            let inside = folded.get(..at).and_then(|before| before.chars().next_back()).is_some_and(in_word);
            if begins_only && inside {
                continue;
            }
            if let (Some(first), Some(last)) = (from.get(at), from.get(at + word.len() - 1)) {
                found.push(first.start..last.end);
            }
        }
    }
    found.sort_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in found {
        match joined.last_mut().filter(|before| range.start <= before.end) {
            Some(before) => before.end = before.end.max(range.end),
            None => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_as_swedish_reads_them() {
        assert_eq!(words("ÅTGÄRDSLISTA, för må\u{ad}len!"), ["åtgärdslista", "för", "målen"]);
        assert_eq!(words("A\u{30a}sa"), ["åsa"]);
        assert_eq!(words("LKP-arbete 2018"), ["lkp", "arbete", "2018"]);
        assert!(words("🙂 – …").is_empty());
    }

    #[test]
    fn what_was_found_is_marked_in_the_text_as_it_is_written() {
        let marked = |query: &str, text: &'static str| {
            parts(query, text).into_iter().filter_map(|range| text.get(range)).collect::<Vec<_>>()
        };
        assert_eq!(marked("KVALITET", "Livskvalitetsprogrammet"), ["kvalitet"]);
        assert_eq!(marked("åsa", "A\u{30a}sa och Asa"), ["A\u{30a}sa"]);
        assert_eq!(marked("målen", "må\u{ad}len"), ["må\u{ad}len"]);
        assert_eq!(marked("bo", "Bordet i ladan, hobo"), ["Bo"]);
        assert_eq!(marked("avtal talen", "Avtalen"), ["Avtalen"]);
        assert!(marked("", "Avtalen").is_empty());
    }

    #[test]
    fn a_text_is_matched_as_the_index_would() {
        let matches = |query: &str, text: &str| WantedWords::new(query).matches(text);
        assert!(matches("kvalitet", "Livskvalitetsprogrammet"));
        assert!(matches("kvalitet PROG", "Livskvalitetsprogrammet"));
        assert!(matches("å", "Öppna ån"));
        assert!(!matches("å", "på"));
        assert!(!matches("far", "får"));
    }
}
