//! Finds words about health, unions, belief, politics, sexuality and origin. The words themselves are in the
//! vocabulary.

use std::collections::HashMap;
use std::ops::Range;

use crate::i18n::vocabulary::personal::{CATEGORIES, TASKS, UNIONS};
use crate::model::FindingKind;
use crate::report::people::words::Word;

/// The vocabulary, indexed by first letters: it is searched for every word of a publication.
pub(super) struct Lexicon {
    starts: HashMap<char, Vec<Pattern>>,
    ends: Vec<Pattern>,
}

/// Consecutive words, each in one of several forms.
#[derive(Clone, PartialEq)]
struct Pattern {
    kind: FindingKind,
    words: Vec<Vec<WordMatch>>,
}

/// What a word must be equal to, begin with or end with.
#[derive(Clone, Copy, PartialEq)]
enum WordMatch {
    Whole(&'static str),
    Start(&'static str),
    End(&'static str),
}

impl Lexicon {
    pub(super) fn new() -> Self {
        let mut lexicon = Self { starts: HashMap::new(), ends: Vec::new() };
        for (kind, written) in CATEGORIES.iter().flat_map(|(kind, all)| all.iter().map(|one| (*kind, one))) {
            let pattern = Pattern::of(kind, written);
            for form in pattern.words.first().into_iter().flatten() {
                let among = match form {
                    WordMatch::End(_) => &mut lexicon.ends,
                    WordMatch::Whole(word) | WordMatch::Start(word) => {
                        let Some(c) = word.chars().next() else { continue };
                        lexicon.starts.entry(c).or_default()
                    }
                };
                if among.last() != Some(&pattern) {
                    among.push(pattern.clone());
                }
            }
        }
        lexicon
    }

    /// Ranges are in bytes.
    pub(super) fn find(&self, text: &str, words: &[Word]) -> Vec<(FindingKind, Range<usize>)> {
        let mut found = Vec::new();
        let mut next = 0;
        while let Some(rest) = words.get(next..).filter(|rest| !rest.is_empty()) {
            let (kind, taken) = match self.at(rest, text) {
                Some(here) => here,
                None if is_union(rest) => (FindingKind::Union, 1),
                None => {
                    next += 1;
                    continue;
                }
            };
            if let (Some(first), Some(last)) = (words.get(next), words.get(next + taken - 1)) {
                found.push((kind, first.at.start..last.at.end));
            }
            next += taken.max(1);
        }
        found
    }

    /// What begins at the first of these words, and how many of them it takes.
    fn at(&self, rest: &[Word], text: &str) -> Option<(FindingKind, usize)> {
        let first = rest.first()?.folded.chars().next()?;
        let starts = self.starts.get(&first).map(Vec::as_slice).unwrap_or_default();
        let fitting = starts
            .iter()
            .chain(&self.ends)
            .filter_map(|pattern| Some((pattern.kind, pattern.fits(rest, text)?)));
        fitting.max_by_key(|(_, taken)| *taken)
    }
}

/// A union whose name is an ordinary word: with a capital letter within a sentence.
fn is_union(rest: &[Word]) -> bool {
    rest.first().is_some_and(|word| word.capital && !word.begins() && UNIONS.contains(&&*word.folded))
}

impl Pattern {
    /// A pattern as the vocabulary writes it: words with spaces between, forms with `|` between, `*` for any letters.
    fn of(kind: FindingKind, written: &'static str) -> Self {
        Self {
            kind,
            words: written.split(' ').map(|forms| forms.split('|').map(WordMatch::of).collect()).collect(),
        }
    }

    /// How many words it takes at the beginning of `rest`.
    fn fits(&self, rest: &[Word], text: &str) -> Option<usize> {
        let mut before: Option<&Word> = None;
        for (at, forms) in self.words.iter().enumerate() {
            let word = rest.get(at)?;
            if !forms.iter().any(|form| form.fits(&word.folded)) {
                return None;
            }
            if let Some(before) = before {
                let gap = text.get(before.at.end..word.at.start)?;
                if !gap.chars().all(char::is_whitespace) {
                    return None;
                }
            }
            before = Some(word);
        }
        Some(self.words.len())
    }
}

impl WordMatch {
    fn of(written: &'static str) -> Self {
        match (written.strip_suffix('*'), written.strip_prefix('*')) {
            (Some(start), _) => Self::Start(start),
            (None, Some(end)) => Self::End(end),
            (None, None) => Self::Whole(written),
        }
    }

    fn fits(self, word: &str) -> bool {
        match self {
            Self::Whole(whole) => word == whole,
            Self::Start(start) => word.starts_with(start) && !TASKS.iter().any(|end| word.ends_with(end)),
            Self::End(end) => word.ends_with(end),
        }
    }
}
