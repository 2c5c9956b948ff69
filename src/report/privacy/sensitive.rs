//! Words about health, unions, belief, politics, sexuality and origin. The words themselves are vocabulary.

use std::collections::HashMap;
use std::ops::Range;

use crate::i18n::vocabulary::personal::{CATEGORIES, TASKS, UNIONS};
use crate::model::FindingKind;
use crate::report::names::words::{Word, words};

/// The vocabulary, sorted by how a word begins: it is asked for every word of a paper.
pub(super) struct Lexicon {
    starts: HashMap<char, Vec<(FindingKind, &'static str)>>,
    ends: Vec<(FindingKind, &'static str)>,
}

impl Lexicon {
    pub(super) fn new() -> Self {
        let mut lexicon = Self { starts: HashMap::new(), ends: Vec::new() };
        for (kind, pattern) in
            CATEGORIES.iter().flat_map(|(kind, all)| all.iter().map(|pattern| (*kind, *pattern)))
        {
            let first = pattern.split(' ').next().unwrap_or_default();
            for c in first.split('|').filter_map(|one| one.chars().next()) {
                let among = if c == '*' { &mut lexicon.ends } else { lexicon.starts.entry(c).or_default() };
                if among.last() != Some(&(kind, pattern)) {
                    among.push((kind, pattern));
                }
            }
        }
        lexicon
    }

    /// All of them.
    pub(super) fn find(&self, text: &str) -> Vec<(FindingKind, Range<usize>)> {
        let words = words(text);
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
            .filter_map(|(kind, pattern)| Some((*kind, fits(pattern, rest, text)?)));
        fitting.max_by_key(|(_, taken)| *taken)
    }
}

/// A union whose name is an ordinary word: with a capital letter within a sentence.
fn is_union(rest: &[Word]) -> bool {
    rest.first().is_some_and(|word| word.capital && !word.begins() && UNIONS.contains(&word.folded.as_str()))
}

/// How many words a pattern takes at the beginning of `words`.
fn fits(pattern: &str, rest: &[Word], text: &str) -> Option<usize> {
    let mut taken: usize = 0;
    for alternatives in pattern.split(' ') {
        let word = rest.get(taken)?;
        if let Some(before) = taken.checked_sub(1).and_then(|before| rest.get(before)) {
            let gap = text.get(before.at.end..word.at.start)?;
            if !gap.chars().all(char::is_whitespace) {
                return None;
            }
        }
        if !alternatives.split('|').any(|one| is(one, &word.folded)) {
            return None;
        }
        taken += 1;
    }
    Some(taken)
}

fn is(pattern: &str, word: &str) -> bool {
    let is_task = || TASKS.iter().any(|end| word.ends_with(end));
    if let Some(start) = pattern.strip_suffix('*') {
        return word.starts_with(start) && !is_task();
    }
    match pattern.strip_prefix('*') {
        Some(end) => word.ends_with(end),
        None => word == pattern,
    }
}
