//! Bodies that are called after somebody: "Brf Linnéa", "Vårdcentralen Lina", "Ekets BK", "Stiftelsen Anders Bergs
//! minne", "Klaras kök". No word of their names is a person.

use super::atoms::{Atom, Gap};
use super::finder::{Finder, NameRun};
use super::mention::Who;
use crate::i18n::vocabulary::names::{AND, WordClass, class, is_finite_by_form, is_verb_by_form};
use crate::i18n::vocabulary::namesakes::{
    BUSINESS_DOES, BUSINESSES, FOUNDATIONS, MEMORIALS, SHORT_VERBS, STRANDED, is_club, named_after_it,
};
use crate::i18n::vocabulary::people::{ASKING, GREETINGS, is_particle};
use crate::i18n::vocabulary::subjects::{BE, HAVE, MODAL};
use crate::text::slice;

/// How many words the name of somebody has in that of a foundation: "Karin och Per Ros minne".
const LONGEST: usize = 6;

impl Finder<'_> {
    /// The name that begins at an atom and is that of a body.
    pub(super) fn namesake(&self, first: usize) -> Option<NameRun> {
        let atom = self.atoms.get(first).filter(|atom| atom.capital && atom.is_alphabetic())?;
        let before = first.checked_sub(1).filter(|_| self.joins(first));
        let is_after = self.joined(first, &[Gap::Space]).is_some_and(|next| next.capital);
        let last = Some(first)
            .filter(|_| is_after)
            .and_then(|kind| self.in_foundation(kind, first + 1).or_else(|| self.after_kind(kind, first + 1)))
            .or_else(|| self.in_foundation(before?, first))
            .or_else(|| self.after_kind(before?, first))
            .or_else(|| self.club(first, atom))
            .or_else(|| self.after_club(first))
            .or_else(|| self.business(first, atom))?;
        Some(NameRun { is_name: false, ..NameRun::of(first, last, Who::Stranger) })
    }

    /// The name after what a body is: "Brf Linnéa", "på vårdcentralen Lina", but not "Brf Linnéa Ek" and not "kaféet
    /// Maria driver".
    fn after_kind(&self, kind: usize, name: usize) -> Option<usize> {
        let is_definite = named_after_it(self.folded(kind))?;
        let atom = self.atoms.get(name)?;
        let stem = atom.folded.strip_suffix('s').unwrap_or(atom.folded);
        let is_given = [atom.folded, stem].iter().any(|word| class(word).is(WordClass::GIVEN));
        let is_known = || [atom.folded, stem].iter().any(|word| self.people.index.word(word).is_some());
        let goes_on = self.joined(name, &[Gap::Space, Gap::Hyphen]).is_some_and(|next| next.capital);
        let is_person = is_definite && (is_known() || self.is_of_clause(kind, name));
        // "Brf Karlavagnen"
        let is_name = is_given || !is_definite && atom.capital && atom.is_alphabetic();
        (is_name && !atom.shouted && !goes_on && !is_person).then_some(name)
    }

    /// Whether a name after the word for a thing begins what is said of that: "kaféet Maria driver är stängt",
    /// "skolan Elsa går på".
    pub(super) fn is_of_clause(&self, kind: usize, name: usize) -> bool {
        let is_verb = |atom: &Atom<'_>| {
            let own = atom.folded;
            !atom.capital && (is_finite(atom) || is_verb_by_form(own) || is_finite_by_form(own))
        };
        if !self.joined(name, &[Gap::Space]).is_some_and(is_verb) {
            return false;
        }
        // "Brf Linnéa och vårdcentralen Lina svarar"
        let is_joined = kind.checked_sub(1).is_some_and(|and| AND.contains(&self.folded(and)));
        // "På förskolan Alma går Wilmas son"
        let is_led = kind.checked_sub(1).and_then(|at| self.atoms.get(at)).is_some_and(Atom::begins);
        let goes_on = self.joined(name + 1, &[Gap::Space]).is_some();
        let is_first = is_joined || is_led && goes_on || self.atoms.get(kind).is_some_and(Atom::begins);
        let after = self.joined(name + 1, &[Gap::Space]);
        let closes = |at: usize| self.joined(at, &[Gap::Space]).is_none_or(is_closing);
        let is_stranded = after.is_some_and(|after| STRANDED.contains(after.folded)) && closes(name + 2);
        let is_next = |after: &Atom<'_>| {
            is_closing(after) || is_led && (is_verb(after) || !after.capital && after.folded.ends_with("as"))
        };
        !is_first || after.is_some_and(is_next) || is_stranded
    }

    /// The last word of what somebody left: "minne" of "Stiftelsen Anders Bergs minne".
    fn in_foundation(&self, kind: usize, name: usize) -> Option<usize> {
        if !FOUNDATIONS.contains(self.folded(kind)) {
            return None;
        }
        let is_part = |at: &usize| {
            self.atoms.get(*at).is_some_and(|atom| {
                atom.gap == Gap::Space
                    && (atom.capital || AND.contains(&atom.folded) || is_particle(atom.folded))
            })
        };
        let last = (name..name + LONGEST).take_while(is_part).last()?;
        let is_theirs = self.folded(last).ends_with(['s', 'x', 'z']);
        let noun = self.joined(last, &[Gap::Space]).filter(|noun| MEMORIALS.contains(noun.folded));
        noun.filter(|_| is_theirs).map(|_| last + 1)
    }

    /// The word that closes the name of a club: "Ekets BK". Of somebody known only the genitive is one of it.
    fn club(&self, first: usize, atom: &Atom<'_>) -> Option<usize> {
        let next = self.joined(first, &[Gap::Space])?;
        // "Fråga SK" asks somebody.
        if atom.begins() && (ASKING.contains(&atom.folded) || GREETINGS.contains(atom.folded)) {
            return None;
        }
        let is_owned = atom.folded.ends_with('s');
        let is_name = is_owned || self.people.index.word(atom.folded).is_none();
        (is_name && !atom.shouted && is_club(slice(self.text, next.at.clone()))).then_some(first + 1)
    }

    /// The name after the letters of a club: "IFK Ros".
    fn after_club(&self, club: usize) -> Option<usize> {
        let letters = self.atoms.get(club).filter(|letters| is_club(slice(self.text, letters.at.clone())))?;
        let name = self.joined(club, &[Gap::Space]).filter(|name| name.capital && !name.shouted)?;
        let goes_on = self.joined(club + 1, &[Gap::Space, Gap::Hyphen]).is_some_and(|next| next.capital);
        (letters.capital && !goes_on && name.is_alphabetic()).then_some(club + 1)
    }

    /// What a small business calls itself, where it does what businesses do or is in a list: "Klaras kök serverar".
    fn business(&self, first: usize, atom: &Atom<'_>) -> Option<usize> {
        let stem = atom.folded.strip_suffix('s').filter(|stem| class(stem).is(WordClass::GIVEN))?;
        let noun = self.joined(first, &[Gap::Space]).filter(|noun| BUSINESSES.contains(noun.folded))?;
        let next = self.atoms.get(first + 2);
        let does = next.is_some_and(|next| next.gap == Gap::Space && BUSINESS_DOES.contains(next.folded));
        let ends = next.is_none_or(|next| next.gap == Gap::Comma);
        let is_item = || ends && (self.is_listed(first) || self.is_in_list_of_names(first));
        let is_known = self.people.index.word(stem).is_some();
        (!is_known && (noun.capital || does || is_item())).then_some(first + 1)
    }

    /// Whether a name in full is the item before a word or the second one after it: "Sven Ek, Klaras kök, Bo Lind".
    fn is_in_list_of_names(&self, first: usize) -> bool {
        let is_capital = |at: usize| self.atoms.get(at).is_some_and(|atom| atom.capital);
        let gap = |at: usize| self.atoms.get(at).map(|atom| atom.gap);
        let is_full = |at: usize| is_capital(at) && is_capital(at + 1) && gap(at + 1) == Some(Gap::Space);
        gap(first) == Some(Gap::Comma) && first.checked_sub(2).is_some_and(is_full)
            || first == 0 && gap(first + 2) == Some(Gap::Comma) && is_full(first + 2)
    }
}

/// Whether a word is a verb that a clause has one of: "är", "har", "ska", "ligger".
fn is_finite(atom: &Atom<'_>) -> bool {
    let lists = [&BE, &HAVE, &MODAL];
    !atom.capital && (lists.iter().any(|verbs| verbs.contains(atom.folded)) || atom.class.is(WordClass::VERB))
}

/// Whether a word is the verb of the clause around what is said of a house, and no part of the verb before it: "är",
/// but not "fått" of "förskolan Elsa har fått".
fn is_closing(atom: &Atom<'_>) -> bool {
    let own = atom.folded;
    !atom.capital && (is_finite_by_form(own) || MODAL.contains(own) || SHORT_VERBS.contains(own))
}
