//! Lists of words: in a file of `assets/words`, which is compiled into the program, or in the code.

use std::ops::Range;
use std::sync::OnceLock;

use crate::text::hash::WordSet;

/// One word or pattern a line, `#` begins a comment; or words with spaces between. The text is sorted when a word is
/// first looked up, so that a start that needs no list pays nothing.
#[derive(Debug)]
pub struct WordList {
    text: &'static str,
    /// What is between two of them.
    between: Between,
    whole: OnceLock<WordSet<&'static str>>,
    beginnings: OnceLock<Narrowed>,
    endings: OnceLock<Narrowed>,
}

/// Words by their bytes in an order: from the first to the last, or from the last to the first.
#[derive(Debug)]
struct Narrowed {
    sorted: Vec<&'static str>,
    /// Where the words with each first byte are among them.
    by_first: Vec<Range<usize>>,
    /// The byte at an index in the order.
    nth: fn(&str, usize) -> Option<u8>,
}

#[derive(Debug, Clone, Copy)]
enum Between {
    Lines,
    Spaces,
}

impl WordList {
    /// A line each.
    pub(super) const fn new(text: &'static str) -> Self {
        Self::separated(text, Between::Lines)
    }

    /// With spaces or line ends between.
    pub(super) const fn words(text: &'static str) -> Self {
        Self::separated(text, Between::Spaces)
    }

    const fn separated(text: &'static str, between: Between) -> Self {
        Self { text, between, whole: OnceLock::new(), beginnings: OnceLock::new(), endings: OnceLock::new() }
    }

    /// Whether a word is in the list, as it is written there: in lower case and NFC.
    pub fn contains(&self, word: &str) -> bool {
        self.whole.get_or_init(|| self.iter().collect()).contains(word)
    }

    /// Whether a word ends with one of the list; in a list with `*skolan` and the like, with one of these.
    pub fn ends(&self, word: &str) -> bool {
        let endings = self.endings.get_or_init(|| {
            let patterns: Vec<&str> = self.iter().filter_map(|word| word.strip_prefix('*')).collect();
            let endings = if patterns.is_empty() { self.iter().collect() } else { patterns };
            Narrowed::of(endings, |ending, at| {
                ending.len().checked_sub(at + 1).and_then(|at| ending.as_bytes().get(at)).copied()
            })
        });
        endings.narrows(word.bytes().rev())
    }

    /// Whether a word begins with one of the list.
    pub fn begins(&self, word: &str) -> bool {
        let nth = |beginning: &str, at: usize| beginning.as_bytes().get(at).copied();
        self.beginnings.get_or_init(|| Narrowed::of(self.iter().collect(), nth)).narrows(word.bytes())
    }

    /// All of them, in the order in which they are written.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        let between = self.between;
        let lines = self.text.lines().map(str::trim).filter(|line| !line.starts_with('#'));
        let parts = lines.flat_map(move |line| {
            line.split(move |c: char| matches!(between, Between::Spaces) && c.is_whitespace())
        });
        parts.filter(|part| !part.is_empty())
    }
}

impl Narrowed {
    fn of(mut words: Vec<&'static str>, nth: fn(&str, usize) -> Option<u8>) -> Self {
        let bytes = |word: &'static str| (0..).map_while(move |at| nth(word, at));
        words.sort_unstable_by(|one, other| bytes(one).cmp(bytes(other)));
        let from = |first: usize| {
            words.partition_point(|word| nth(word, 0).is_none_or(|own| usize::from(own) < first))
        };
        let by_first = (0..=usize::from(u8::MAX)).map(|first| from(first)..from(first + 1)).collect();
        Self { sorted: words, by_first, nth }
    }

    /// Whether the first of these bytes are those of one of the words.
    fn narrows(&self, mut bytes: impl Iterator<Item = u8>) -> bool {
        let with_first = |first: u8| self.sorted.get(self.by_first.get(usize::from(first))?.clone());
        let mut left = bytes.next().and_then(with_first).unwrap_or_default();
        for at in 1.. {
            // Of those that are alike so far, the shortest is first.
            match left.first() {
                None => return false,
                Some(word) if word.len() == at => return true,
                Some(_) => {}
            }
            let Some(byte) = bytes.next() else { return false };
            let from = left.partition_point(|word| (self.nth)(word, at) < Some(byte));
            let rest = left.get(from..).unwrap_or_default();
            let len = rest.partition_point(|word| (self.nth)(word, at) == Some(byte));
            left = rest.get(..len).unwrap_or_default();
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::vocabulary::{
        associations, bodies, fold, names, people, personal, places, subjects, villages,
    };

    #[test]
    fn a_list_is_its_lines_in_any_order_without_comments() {
        let list = WordList::new("# whose\nåsa\n\n  bo \n# added later\nanna\n");
        assert_eq!(list.iter().collect::<Vec<_>>(), ["åsa", "bo", "anna"]);
        assert!(list.contains("bo") && list.contains("åsa"));
        assert!(!list.contains("whose") && !list.contains("#") && !list.contains("an"));
    }

    #[test]
    fn a_word_ends_with_one_of_a_list() {
        let list = WordList::words("skola skolan a-skolan å bolag");
        for word in ["skola", "förskola", "förskolan", "a-skolan", "å", "ännu en å", "kommunalbolag"] {
            assert!(list.ends(word), "{word}");
        }
        for word in ["", "s", "kola", "bolaget", "skolå s", "skolor", "ä"] {
            assert!(!list.ends(word), "{word}");
        }
        for word in ["skolan", "åk", "bolagets"] {
            assert!(list.begins(word), "{word}");
        }
        for word in ["", "skol", "förskola", "äk"] {
            assert!(!list.begins(word), "{word}");
        }
        let patterns = WordList::words("skola *bolag *lag");
        assert!(patterns.ends("bolag") && patterns.ends("olag") && !patterns.ends("skola"));
        for word in people::ORGANISATIONS.iter() {
            assert!(people::ORGANISATIONS.ends(word));
        }
    }

    #[test]
    fn a_list_in_the_code_is_its_words() {
        let list = WordList::words("åsa bo\n    anna");
        assert_eq!(list.iter().collect::<Vec<_>>(), ["åsa", "bo", "anna"]);
        assert!(list.contains("anna") && !list.contains("åsa bo"));
    }

    #[test]
    fn every_word_is_written_once_and_folded() {
        let lists = names::LISTS.into_iter().map(|(list, _)| list).chain([
            &people::ORGANISATIONS,
            &people::OFFICES,
            &bodies::ABOUT,
            &associations::ASSOCIATIONS,
            &personal::COUNTRIES,
        ]);
        let lists = lists.chain(subjects::LISTS).chain(places::LISTS).chain(villages::LISTS);
        for list in lists.chain(personal::CATEGORIES.iter().map(|(_, list)| list)) {
            for word in list.iter() {
                assert_eq!(fold(word), word);
            }
            let mut words: Vec<&str> = list.iter().collect();
            words.sort_unstable();
            for pair in words.windows(2) {
                assert_ne!(pair[0], pair[1]);
            }
        }
    }
}
