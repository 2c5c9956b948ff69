//! Names of strangers in small letters: "fråga anneli", "lena eller bosse". Only what can hardly be another word.

use super::atoms::{Atom, Gap};
use super::finder::{Finder, Genitive, NameRun};
use super::mention::Who;
use crate::i18n::vocabulary::names::{AND, WordClass, class, is_verb_by_form};
use crate::i18n::vocabulary::people::is_organisation;
use crate::i18n::vocabulary::subjects::{is_function_word, person};

impl Finder<'_> {
    /// "fråga anneli", "karin öhman": a name that is nothing else.
    pub(super) fn in_small_letters(
        &self,
        first: usize,
        name: &str,
        genitive: Option<Genitive>,
    ) -> Option<NameRun> {
        let atom = self.atoms.get(first)?;
        if genitive.is_none() && self.is_small_pair(first) {
            return Some(NameRun::of(first, first + 1, Who::Stranger));
        }
        // "klass" is no genitive of Klas.
        let known = class(name).or(atom.class);
        if known.is_ambiguous()
            || known.is(WordClass::PLACE.or(WordClass::VERB).or(WordClass::SMALL))
            || known.is(WordClass::COMMON) && !self.is_beside_small(first)
            || name.chars().nth(3).is_none()
        {
            return None;
        }
        if atom.gap == Gap::Hyphen
            || self.joined(first, &[Gap::Hyphen]).is_some_and(|next| !next.class.is(WordClass::GIVEN))
        {
            return None;
        }
        let mut last = first;
        while genitive.is_none()
            && let Some(next) = self.joined(last, &[Gap::Space, Gap::Hyphen])
        {
            let is_more = next.gap == Gap::Hyphen
                || last == first && self.is_small_surname(last + 1)
                || (next.class.is(WordClass::SURNAME) || self.people.is_family(next.folded))
                    && !next.class.is(WordClass::WORD.or(WordClass::VERB).or(WordClass::SMALL));
            if !is_more || last > first + 2 {
                break;
            }
            last += 1;
        }
        Some(NameRun { genitive, is_sure: last > first, ..NameRun::of(first, last, Who::Stranger) })
    }

    /// Whether a name in small letters that is no other word is beside it: "lena eller bosse".
    fn is_beside_small(&self, at: usize) -> bool {
        let is_and = |at: usize| {
            self.atoms.get(at).is_some_and(|atom| atom.gap == Gap::Space && AND.contains(&atom.folded))
        };
        let other = WordClass::PLACE.or(WordClass::VERB).or(WordClass::SMALL).or(WordClass::COMMON);
        let is_name = |at: usize| {
            self.atoms.get(at).is_some_and(|atom| {
                let is_long = atom.folded.chars().nth(3).is_some();
                atom.class.is(WordClass::GIVEN)
                    && !atom.class.is_ambiguous()
                    && !atom.class.is(other)
                    && is_long
            })
        };
        is_and(at + 1) && is_name(at + 2)
            || at.checked_sub(2).is_some_and(|before| is_and(at - 1) && is_name(before))
    }

    /// Whether a word in small letters between a given name and what somebody does is no word that is known:
    /// "kristoffer wängelin fixar".
    fn is_small_surname(&self, at: usize) -> bool {
        let does = |next: &Atom<'_>| next.class.is(WordClass::VERB) && !next.capital;
        self.atoms.get(at).is_some_and(|atom| {
            atom.class == WordClass::default()
                && atom.folded.chars().nth(4).is_some()
                && atom.is_alphabetic()
                && !is_function_word(atom.folded)
                && !is_verb_by_form(atom.folded)
                && !is_organisation(atom.folded)
                && person(atom.folded).is_none()
        }) && self.joined(at, &[Gap::Space]).is_some_and(does)
    }
}
