//! Names that are left in a text knowingly: in the name of a body, in what is called after somebody, and where the word
//! means something else. It asks the same finder that hides names.

use std::ops::Range;

use super::KnownPeople;
use super::atoms::{Atom, Gap, atoms};
use super::finder::{Finder, NameRun};
use super::words::words;
use crate::i18n::vocabulary::names::{WordClass, class};
use crate::model::WhyKept;
use crate::text::slice;

impl KnownPeople {
    /// The names that hiding leaves in a text, with the words that they are a part of, and why each is left.
    pub(in crate::report) fn kept(&self, text: &str) -> Vec<(String, WhyKept)> {
        let words = words(text);
        let contacts = self.contacts(text, &words);
        let finder = Finder { people: self, text, atoms: atoms(text, &words, &contacts) };
        let mut kept = Vec::new();
        let mut next = 0;
        while let Some(atom) = finder.atoms.get(next) {
            let run = finder.run(next, &words);
            let found = match &run {
                Some(run) if run.is_name => None,
                Some(run) => finder.kept_in(run),
                None if atom.capital && finder.is_company(next) && finder.is_of_names(atom) => {
                    Some((atom.at.start..finder.end_of_capitals(next), WhyKept::Body))
                }
                None if (atom.capital || finder.is_tagged_word(atom)) && finder.is_known(atom) => {
                    Some((atom.at.clone(), WhyKept::OtherMeaning))
                }
                None => None,
            };
            kept.extend(found.map(|(at, why)| (slice(text, at).to_owned(), why)));
            next = run.map_or(next, |run| run.last) + 1;
        }
        kept
    }
}

impl Finder<'_> {
    /// What is called after somebody, or the body with a name in it, in bytes. `None` where no word of it is a name.
    fn kept_in(&self, run: &NameRun) -> Option<(Range<usize>, WhyKept)> {
        let own = self.atoms.get(run.first..=run.last)?;
        if !own.iter().any(|atom| atom.capital && self.is_of_names(atom)) {
            return None;
        }
        let is_joined = self.joined(run.last, &[Gap::Hyphen]).is_some();
        let body = || self.pair_of_body(run.first).or_else(|| self.association(run.first));
        let is_body = !is_joined && body().is_some();
        // "Nils Holgersson-priset", "Max Lundgrens gata"
        let after = self.joined(run.last, &[Gap::Hyphen, Gap::Space]).filter(|_| !is_body);
        let end = after.map_or(self.end_of_capitals(run.last), |after| after.at.end);
        let why = if is_body { WhyKept::Body } else { WhyKept::CalledAfter };
        Some((own.first()?.at.start..end, why))
    }

    /// Whether a word is that of a tag: "#ström".
    fn is_tagged_word(&self, atom: &Atom<'_>) -> bool {
        slice(self.text, ..atom.at.start).ends_with('#')
    }

    /// Whether a word is a name by itself, or of somebody who is known.
    fn is_of_names(&self, atom: &Atom<'_>) -> bool {
        let stem = atom.folded.strip_suffix('s').unwrap_or(atom.folded);
        let any = WordClass::GIVEN.or(WordClass::SURNAME);
        atom.class.is(any) || class(stem).is(any) || self.is_known(atom)
    }

    /// Where the words with capital letters end that begin with one: "Ek & Co AB".
    fn end_of_capitals(&self, first: usize) -> usize {
        let end = |at: usize| self.atoms.get(at).map_or(0, |atom| atom.at.end);
        let goes_on = |at: &usize| {
            let next = self.atoms.get(at + 1).filter(|next| next.capital);
            next.is_some_and(|next| matches!(slice(self.text, end(*at)..next.at.start), " " | " & " | " + "))
        };
        end((first..self.atoms.len()).find(|at| !goes_on(at)).unwrap_or(first))
    }

    /// Whether a word is of the name of somebody who is known.
    fn is_known(&self, atom: &Atom<'_>) -> bool {
        let has = |word: &str| self.people.index.word(word).is_some();
        has(atom.folded) || atom.folded.strip_suffix('s').is_some_and(has)
    }
}
