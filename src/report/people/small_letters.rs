//! Names of strangers in small letters: "fråga anneli", "lena eller bosse". Only what can hardly be another word.

use super::atoms::{Atom, Gap};
use super::context::Following;
use super::finder::{Finder, Genitive, NameRun};
use super::mention::Who;
use crate::i18n::vocabulary::names::{
    AFTER_NOUNS, AFTER_PERSONS, AND, CONTACTING, TALKING, THANKED, VERB_PARTICLES, WITH_SOMEBODY, WordClass,
    class, is_verb_by_form,
};
use crate::i18n::vocabulary::people::{ASKING, BEFORE_NAMES, GIVING, TO_PEOPLE, is_organisation};
use crate::i18n::vocabulary::subjects::{PRONOUNS, is_function_word, person};

/// How many words before a preposition somebody is said to talk.
const NEAR: usize = 4;

impl Finder<'_> {
    /// "fråga anneli", "karin öhman": a name that is nothing else.
    pub(super) fn in_small_letters(
        &self,
        first: usize,
        name: &str,
        genitive: Option<Genitive>,
    ) -> Option<NameRun> {
        let atom = self.atoms.get(first)?;
        if genitive.is_none() && (self.is_small_pair(first) || self.is_addressed_pair(first)) {
            let is_more =
                |at: usize| self.joined(at, &[Gap::Hyphen]).is_some_and(|next| is_small_family(next));
            let last = if is_more(first + 1) { first + 2 } else { first + 1 };
            return Some(NameRun {
                genitive: self.small_genitive(last),
                ..NameRun::of(first, last, Who::Stranger)
            });
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
                || last == first && (self.is_small_surname(last + 1) || self.is_other_name(last + 1))
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

    /// Whether a word that is a name too and something else is a surname after a given name: "kerstin mark kommer".
    fn is_other_name(&self, at: usize) -> bool {
        let is_name = |atom: &Atom<'_>| {
            atom.class.is(WordClass::GIVEN.or(WordClass::SURNAME))
                && !atom.class.is(WordClass::VERB.or(WordClass::SMALL))
                && atom.folded.chars().nth(2).is_some()
                && !is_function_word(atom.folded)
        };
        let closes = |next: &Atom<'_>| {
            next.gap != Gap::Space
                || !next.capital
                    && (next.class.is(WordClass::VERB.or(WordClass::SMALL)) || is_function_word(next.folded))
        };
        self.atoms.get(at).is_some_and(is_name) && self.atoms.get(at + 1).is_none_or(closes)
    }

    /// Whether a given name and a surname are in small letters where somebody is asked or does something: "med lena
    /// berg", "eva strand ringde".
    fn is_small_pair(&self, first: usize) -> bool {
        let is_other = WordClass::WORD.or(WordClass::VERB).or(WordClass::SMALL);
        let family = self.joined(first, &[Gap::Space]).filter(|next| !next.capital);
        let is_family = |atom: &Atom<'_>| {
            atom.class.is(WordClass::SURNAME)
                && !atom.class.is(is_other)
                && atom.folded.chars().nth(1).is_some()
        };
        let Some(atom) = self.atoms.get(first).filter(|_| family.is_some_and(is_family)) else {
            return false;
        };
        // "mats håkansson", but not "en sten berg"
        let is_only_family =
            || self.joined(first, &[Gap::Space]).is_some_and(|next| next.class == WordClass::SURNAME);
        let is_given = atom.folded.chars().nth(2).is_some()
            && !atom.class.is(is_other)
            && (!atom.class.is(WordClass::THING) || is_only_family())
            && !is_function_word(atom.folded)
            && self.joined(first + 1, &[Gap::Hyphen]).is_none();
        let before = first.checked_sub(1).and_then(|before| self.atoms.get(before));
        let is_asked = atom.gap == Gap::Space
            && before.is_some_and(|before| {
                BEFORE_NAMES.contains(&before.folded) || ASKING.contains(&before.folded)
            });
        let does =
            || self.joined(first + 1, &[Gap::Space]).is_some_and(|next| next.class.is(WordClass::VERB));
        is_given && (is_asked || does())
    }

    /// Whether a given name and a surname in small letters, both of them other words too, are whom somebody talks to:
    /// "prata med linda berg", "ring mats berg".
    fn is_addressed_pair(&self, first: usize) -> bool {
        let Some(atom) = self.atoms.get(first) else { return false };
        let Some(family) = self.joined(first, &[Gap::Space]).filter(|next| is_small_family(next)) else {
            return false;
        };
        let is_only_family = !family.class.is_ambiguous() && !family.class.is(WordClass::PLACE);
        let is_given = atom.class.is(WordClass::GIVEN)
            && atom.folded.chars().nth(1).is_some()
            && (is_only_family || !PRONOUNS.contains(atom.folded));
        // "stig lindgren lånar"
        let does = || {
            self.joined(first + 1, &[Gap::Space])
                .is_some_and(|next| !next.capital && next.class.is(WordClass::VERB))
        };
        is_given && (self.is_addressed(first) || is_only_family && does())
    }

    /// Whether a whole name in small letters is two other words too, and nothing says it is meant: "5 kr per ström".
    pub(super) fn is_pair_of_words(&self, first: usize, last: usize) -> bool {
        let is_word = |at: usize| {
            let atom = self.atoms.get(at);
            atom.is_some_and(|atom| {
                !atom.capital && (atom.class.is_ambiguous() || is_function_word(atom.folded))
            })
        };
        let acts = self.joined(last, &[Gap::Space]).is_some_and(|next| next.class.is(WordClass::VERB));
        let opens = self.atoms.get(first).is_none_or(|atom| atom.begins() || atom.gap != Gap::Space);
        last == first + 1 && is_word(first) && is_word(last) && !acts && !opens && !self.is_addressed(first)
    }

    /// Whether a word that begins a sentence and is in no list of names may be any other word there: "Kull av katter i
    /// källaren", but not "Kull sa nej".
    pub(super) fn may_be_unlisted_word(&self, first: usize, last: usize, genitive: Option<Genitive>) -> bool {
        let Some(atom) = self.atoms.get(first).filter(|atom| atom.begins()) else { return false };
        // "Mos av potatis"
        if genitive == Some(Genitive::Joined) {
            return self.joined(last, &[Gap::Space]).is_some_and(|next| AFTER_NOUNS.contains(&next.folded));
        }
        let is_listed = atom.class.is(WordClass::GIVEN.or(WordClass::SURNAME));
        let follows = self.joined(last, &[Gap::Space]);
        genitive.is_none()
            && !is_listed
            && follows.is_some_and(|next| {
                !next.capital
                    && !AFTER_PERSONS.contains(&next.folded)
                    && matches!(
                        self.next(last),
                        Following::Small | Following::Other | Following::Thing | Following::Pair
                    )
            })
    }

    /// Whether what is before a word is what somebody does with people: "ring", "prata med", "skicka till".
    fn is_addressed(&self, first: usize) -> bool {
        let Some(before) = first.checked_sub(1).filter(|_| self.joins(first)) else { return false };
        // "ring upp"
        let before = match self.folded(before) {
            particle if VERB_PARTICLES.contains(&particle) => before.saturating_sub(1),
            _ => before,
        };
        let word = self.folded(before);
        if ASKING.contains(&word) || THANKED.contains(word) || CONTACTING.contains(word) {
            return true;
        }
        let near = self.atoms.get(before.saturating_sub(NEAR)..before).unwrap_or_default();
        let talks = |atom: &Atom<'_>| GIVING.contains(atom.folded) || TALKING.contains(atom.folded);
        (TO_PEOPLE.contains(word) || WITH_SOMEBODY.contains(&word)) && near.iter().any(talks)
    }

    /// How a surname in small letters ends, where that is a genitive: "mats bergs lista".
    fn small_genitive(&self, last: usize) -> Option<Genitive> {
        let is_bare = self.atoms.get(last).is_some_and(|atom| is_family_word(atom.class));
        self.ending(last).or_else(|| (!is_bare).then_some(Genitive::Joined))
    }
}

fn is_family_word(own: WordClass) -> bool {
    let is_other = WordClass::WORD.or(WordClass::VERB).or(WordClass::SMALL);
    own.is(WordClass::SURNAME.or(WordClass::THING)) && !own.is(is_other)
}

/// Whether a word in small letters may be a surname, in the genitive or not.
fn is_small_family(atom: &Atom<'_>) -> bool {
    let stem = || atom.folded.strip_suffix('s').is_some_and(|stem| is_family_word(class(stem)));
    let is_other = WordClass::WORD.or(WordClass::VERB).or(WordClass::SMALL);
    !atom.capital
        && atom.is_alphabetic()
        && (is_family_word(atom.class)
            || stem() && !atom.class.is(is_other) && !is_function_word(atom.folded))
}
