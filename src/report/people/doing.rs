//! What the verb after a word that begins a sentence says of it: "Stig dukar" and "Rask utses" are somebody, but not
//! "Per kilometer", "Klara regler behövs" and "Berg sprängs".

use super::atoms::{Atom, Gap};
use super::context::{Following, is_numeral};
use super::finder::Finder;
use crate::i18n::vocabulary::dates::WEEKDAYS;
use crate::i18n::vocabulary::names::{
    AND, OF_AGE, WHO, WordClass, is_finite_by_form, is_noun_like_verb, is_verb_by_form,
};
use crate::i18n::vocabulary::passives::{PassiveSubject, passive_subject};
use crate::i18n::vocabulary::subjects::{BE, HAVE, MODAL, is_function_word, person};

impl Finder<'_> {
    /// Whether what follows can be what somebody does. A noun looks so too; where a verb follows that, it is one.
    pub(super) fn does(&self, last: usize) -> bool {
        let Some(verb) = self.joined(last, &[Gap::Space]) else { return false };
        let is_verb =
            |atom: &Atom<'_>| !atom.capital && atom.class.is(WordClass::VERB.or(WordClass::THING_VERB));
        !verb.capital
            && verb.is_alphabetic()
            && is_finite_by_form(verb.folded)
            && !self.joined(last + 1, &[Gap::Space]).is_some_and(is_verb)
    }

    /// Of whom the verb with s after a word is said: "Rask utses", "Berg sprängs".
    pub(super) fn passive(&self, last: usize) -> Option<PassiveSubject> {
        let verb = self.joined(last, &[Gap::Space]).filter(|verb| !verb.capital)?;
        if verb.class.is(WordClass::VERB) { None } else { passive_subject(verb.folded) }
    }

    /// Whether how old somebody is follows a word: "Ebba, 4 år, ritade", "Ester, 80, bakar".
    pub(super) fn is_aged(&self, last: usize) -> bool {
        let is_age = self.joined(last, &[Gap::Comma]).is_some_and(is_numeral);
        let after = self.atoms.get(last + 2);
        is_age && after.is_some_and(|after| after.gap == Gap::Comma || OF_AGE.contains(&after.folded))
    }

    /// Whether a word that begins a sentence is another one than a name there.
    pub(super) fn is_other_word(&self, first: usize, last: usize, own: WordClass, is_known: bool) -> bool {
        self.is_something_else(first, last, own) || !is_known && self.is_other_at_beginning(last, own)
    }

    /// Whether a word that is of somebody's name is something else where it begins a sentence: "Kaj byggs om", "Penna
    /// och papper behövs", "Ek, alm och ask planteras", "Svensk mat serveras", "Fredag är mötesdag".
    fn is_something_else(&self, first: usize, last: usize, own: WordClass) -> bool {
        let is_listed = own.is(WordClass::GIVEN.or(WordClass::SURNAME));
        let may_be_other = !is_listed || own.is(WordClass::COMMON) || own.is_ambiguous();
        if !may_be_other {
            return false;
        }
        self.passive(last) == Some(PassiveSubject::Things)
            || self.is_row_of_nouns(last)
            || self.is_stuff(last)
            || !is_listed && (self.is_day(first, last) || self.is_half_of_pair(last))
    }

    /// Whether a word in small letters is a noun, as far as no list knows it for something else.
    fn is_small_noun(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| {
            let lists = [&BE, &HAVE, &MODAL];
            !atom.capital
                && atom.is_alphabetic()
                && !atom.is_letter()
                && !atom.class.is(WordClass::VERB.or(WordClass::THING_VERB).or(WordClass::SMALL))
                && !is_function_word(atom.folded)
                && (!is_verb_by_form(atom.folded) || is_noun_like_verb(atom.folded))
                && !lists.iter().any(|verbs| verbs.contains(atom.folded))
                && person(atom.folded).is_none()
        })
    }

    /// "Ek, alm och ask", but not "Ek, lärare och mentor".
    fn is_row_of_nouns(&self, last: usize) -> bool {
        let and = self.joined(last + 1, &[Gap::Space]);
        self.joined(last, &[Gap::Comma]).is_some()
            && self.is_small_noun(last + 1)
            && and.is_some_and(|and| AND.contains(&and.folded))
            && self.is_small_noun(last + 3)
    }

    /// "Ek som golv är dyrt", but not "Ek som var med".
    fn is_stuff(&self, last: usize) -> bool {
        let is = |verb: &Atom<'_>| BE.contains(verb.folded) || verb.class.is(WordClass::THING_VERB);
        self.joined(last, &[Gap::Space]).is_some_and(|who| who.folded == WHO)
            && self.joined(last + 1, &[Gap::Space]).is_some()
            && self.is_small_noun(last + 2)
            && self.joined(last + 2, &[Gap::Space]).is_some_and(is)
    }

    /// "Penna och papper"
    fn is_half_of_pair(&self, last: usize) -> bool {
        let and = self.joined(last, &[Gap::Space]).is_some_and(|and| AND.contains(&and.folded));
        and && self.joined(last + 1, &[Gap::Space]).is_some() && self.is_small_noun(last + 2)
    }

    /// "Fredag är mötesdag"
    fn is_day(&self, first: usize, last: usize) -> bool {
        WEEKDAYS.iter().any(|day| day.first() == Some(&self.folded(first)))
            && matches!(self.next(last), Following::Being | Following::Small | Following::Other)
    }
}
