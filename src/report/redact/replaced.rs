//! The words that replaced names, recognised again in whatever their texts became a part of: a paragraph with a label,
//! a line of an edited report, a cell. So a check sees a person there, and never finds the replacement itself.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use crate::report::people::words::Word;
use crate::text::slice;

/// How many letters and digits before and after a replacement distinguish it from the same words elsewhere.
const NEAR: usize = 12;

/// Everything that replaced a name in a publication.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Replaced {
    /// By their first word, the longest first, all in small letters.
    by_first: HashMap<String, Vec<String>>,
    /// By themselves in small letters.
    places: HashMap<String, AlikeWords>,
    /// By the whole text, as it reads now: where each replacement begins, with what was hidden there in doubt.
    whole: HashMap<String, HashMap<usize, InDoubt>>,
}

/// What was hidden in doubt at places that read alike: the words of each in the order of the places, the same ones
/// once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct InDoubt {
    words: Vec<Vec<String>>,
    known: HashSet<Vec<String>>,
}

impl InDoubt {
    fn of(words: Vec<String>) -> Self {
        let mut own = Self::default();
        own.add(words);
        own
    }

    fn add(&mut self, words: Vec<String>) {
        if self.known.insert(words.clone()) {
            self.words.push(words);
        }
    }
}

/// Where the same words replaced something.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct AlikeWords {
    /// How many letters are known before and after, fewer where the text begins or ends; their sum first.
    lengths: BTreeSet<(usize, usize, usize)>,
    /// By those letters.
    of: HashMap<(String, String), Was>,
}

/// What was replaced.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Was {
    is_name: bool,
    /// Whether there was one that nothing speaks against.
    is_sure: bool,
    in_doubt: InDoubt,
}

impl Was {
    fn add(&mut self, other: Self) {
        self.is_name |= other.is_name;
        self.is_sure |= other.is_sure;
        other.in_doubt.words.into_iter().for_each(|words| self.in_doubt.add(words));
    }
}

/// A place in a text where a name was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::report) struct WasName {
    /// Its range in the text, in bytes.
    pub at: Range<usize>,
    /// Whether it named somebody; otherwise it said how somebody is reached.
    pub is_name: bool,
}

impl Replaced {
    /// Remembers what replaced something in a text, as the text reads now. In the value of a field the label is what
    /// sets it apart from other values that read alike.
    pub(super) fn note(
        &mut self,
        label: &str,
        text: &str,
        at: Range<usize>,
        is_name: bool,
        in_doubt: Vec<String>,
    ) {
        let words = slice(text, at.clone()).to_lowercase();
        let Some(first) = first_word(&words) else { return };
        if !self.places.contains_key(&words) {
            let alike = self.by_first.entry(first.to_owned()).or_default();
            let at = alike.partition_point(|own| own.len() >= words.len());
            alike.insert(at, words.clone());
        }
        let places = self.places.entry(words).or_default();
        if !label.is_empty() {
            places.note(near("", text, &at), Was { is_name, ..Was::default() });
        }
        let is_sure = in_doubt.is_empty();
        places.note(near(label, text, &at), Was { is_name, is_sure, in_doubt: InDoubt::of(in_doubt) });
    }

    /// Remembers where in a text something was replaced, each with the words that were hidden there in doubt, so that
    /// a text that only begins alike is not taken for it.
    pub(super) fn note_whole(&mut self, text: &str, put: Vec<(usize, Vec<String>)>) {
        let known = self.whole.entry(text.to_owned()).or_default();
        for (start, words) in put {
            known.entry(start).or_default().add(words);
        }
    }

    /// Remembers what another one knows too.
    pub(in crate::report) fn extend(&mut self, other: Self) {
        for (text, put) in other.whole {
            let of_place = |(start, own): (usize, InDoubt)| own.words.into_iter().map(move |it| (start, it));
            self.note_whole(&text, put.into_iter().flat_map(of_place).collect());
        }
        for (first, words) in other.by_first {
            let alike = self.by_first.entry(first).or_default();
            let new: Vec<String> = words.into_iter().filter(|words| !alike.contains(words)).collect();
            alike.extend(new);
            alike.sort_by_key(|words| std::cmp::Reverse(words.len()));
        }
        for (words, places) in other.places {
            let own = self.places.entry(words).or_default();
            for (near, was) in places.of {
                own.note(near, was);
            }
        }
    }

    /// Where a text that was split into words has names replaced, from left to right.
    pub(in crate::report) fn find(&self, text: &str, words: &[Word<'_>]) -> Vec<WasName> {
        let mut found: Vec<WasName> = Vec::new();
        if self.by_first.is_empty() {
            return found;
        }
        for word in words {
            let own = slice(text, word.at.clone());
            if found.last().is_some_and(|last| last.at.end > word.at.start) {
                continue;
            }
            let first = own.to_lowercase();
            let alike = first_word(&first).and_then(|first| self.by_first.get(first));
            found.extend(alike.into_iter().flatten().find_map(|words| self.at(text, word.at.start, words)));
        }
        found
    }

    /// What these words replaced where they begin here.
    fn at(&self, text: &str, start: usize, words: &str) -> Option<WasName> {
        let rest = slice(text, start..);
        let mut end = start;
        let mut letters = words.chars();
        for c in rest.chars() {
            let mut small = c.to_lowercase();
            if letters.as_str().is_empty() {
                break;
            }
            if !small.all(|c| letters.next() == Some(c)) {
                return None;
            }
            end += c.len_utf8();
        }
        let goes_on =
            words.ends_with(char::is_alphanumeric) && slice(text, end..).starts_with(char::is_alphanumeric);
        if !letters.as_str().is_empty() || goes_on {
            return None;
        }
        let (was, _) = self.places.get(words)?.was(&near("", text, &(start..end)))?;
        Some(WasName { at: start..end, is_name: was.is_name })
    }

    /// The words that were hidden at a place though they may be something else than a name: those of each place that
    /// reads alike, in the same slice for all of these. Where nothing but the replacement is known of a text that is a
    /// part of another one now, only what all that read alike were.
    pub(in crate::report) fn in_doubt(&self, label: &str, text: &str, at: &Range<usize>) -> &[Vec<String>] {
        if let Some(own) = self.whole.get(text).filter(|_| label.is_empty()) {
            return own.get(&at.start).map_or(&[], |own| &own.words);
        }
        let words = slice(text, at.clone()).to_lowercase();
        let Some(places) = self.places.get(&words) else { return &[] };
        let labelled = places.was(&near(label, text, at)).filter(|(_, is_whole)| *is_whole);
        let was = labelled.or_else(|| places.was(&near("", text, at)));
        was.filter(|(was, is_whole)| *is_whole || !was.is_sure).map_or(&[], |(was, _)| &was.in_doubt.words)
    }
}

impl AlikeWords {
    fn note(&mut self, near: (String, String), was: Was) {
        let (before, after) = (near.0.chars().count(), near.1.chars().count());
        self.lengths.insert((before + after, before, after));
        self.of.entry(near).or_default().add(was);
    }

    /// What is known to have been among these letters, of the longest that are known; and whether they are all of them.
    fn was(&self, (before, after): &(String, String)) -> Option<(&Was, bool)> {
        let (on_left, on_right) = (before.chars().count(), after.chars().count());
        let fits = |(_, _, right): &&(usize, usize, usize)| *right <= on_right;
        self.lengths.iter().rev().filter(fits).find_map(|(_, left, right)| {
            let skipped = on_left.checked_sub(*left)?;
            let before: String = before.chars().skip(skipped).collect();
            let was = self.of.get(&(before, after.chars().take(*right).collect()))?;
            Some((was, (*left, *right) == (on_left, on_right)))
        })
    }
}

/// The letters and digits that a text begins with.
fn first_word(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    text.get(..end).filter(|first| !first.is_empty())
}

/// The letters and digits nearest before and after a range in its line, small; before the text is its label.
fn near(label: &str, text: &str, at: &Range<usize>) -> (String, String) {
    let same_line = |c: &char| *c != '\n';
    let own = |c: &char| c.is_alphanumeric();
    let before = slice(text, ..at.start).chars().rev().chain(label.chars().rev());
    let before: Vec<char> = before.take_while(same_line).filter(own).take(NEAR).collect();
    let after = slice(text, at.end..).chars().take_while(same_line).filter(own).take(NEAR);
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    (before.into_iter().rev().map(small).collect(), after.map(small).collect())
}
