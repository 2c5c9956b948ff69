//! Where a text names an association or a company by a name that looks like that of a person: "Rädda Barnen", "IF
//! Lindby", "Lindby AB", "Café Solen". No word of it is a name.

use super::atoms::{Atom, Gap};
use super::finder::{Finder, NameRun};
use super::mention::Who;
use crate::i18n::vocabulary::associations::{
    AUTHORS, KINDS_OF_BODIES, association, begins_place, closes_company, is_abbreviated_form, is_kind,
    is_trade,
};
use crate::i18n::vocabulary::bodies::{is_body, is_known_thing, is_no_name, is_pair, names_town};
use crate::i18n::vocabulary::names::{AND, WordClass};
use crate::i18n::vocabulary::people::{ASKING, GREETINGS, LANGUAGES};
use crate::i18n::vocabulary::subjects::person;
use crate::i18n::vocabulary::villages::CLUBS;
use crate::text::slice;

/// How many words the name of a company has before its legal form.
const LONGEST: usize = 3;

impl Finder<'_> {
    /// The body whose name begins at an atom.
    pub(super) fn association(&self, first: usize) -> Option<NameRun> {
        let atom = self.atoms.get(first).filter(|atom| atom.capital)?;
        let run = |last| Some(NameRun { is_name: false, ..NameRun::of(first, last, Who::Stranger) });
        let rest = self.atoms.get(first..).unwrap_or_default();
        let joins = |atom: &&Atom<'_>| matches!(atom.gap, Gap::Space | Gap::Hyphen);
        let together = rest.iter().take(1).chain(rest.get(1..).unwrap_or_default().iter().take_while(joins));
        if let Some(length) = association(together.map(|atom| atom.folded)) {
            let last = first + length - 1;
            // "Astrid Lindgrens Emil"
            let is_author = self.joined(last, &[Gap::Space]).is_some_and(|next| next.capital)
                && self.atoms.get(last).is_some_and(|atom| AUTHORS.contains(atom.folded));
            return run(last + usize::from(is_author));
        }
        if self.is_in_row_of_products(first) {
            return run(first);
        }
        // "Svenska Röda Korset"
        if LANGUAGES.contains(atom.folded) && !self.is_somebody(atom) {
            let joins = |last: &usize| self.joined(*last - 1, &[Gap::Space]).is_some_and(|next| next.capital);
            if let Some(last) = (first + 1..=first + LONGEST).take_while(joins).last() {
                return run(last);
            }
        }
        if self.is_definite_thing(first) {
            return run(first);
        }
        let own_name =
            || self.joined(first, &[Gap::Space]).filter(|next| next.capital && !self.is_somebody(next));
        let is_form = |atom: &Atom<'_>| atom.shouted && is_abbreviated_form(atom.folded);
        if (is_kind(atom.folded) || is_form(atom)) && own_name().is_some_and(|next| !next.shouted) {
            return run(first + 1);
        }
        // "Gröna Lund", "Frej BK"
        let is_club = || {
            let next = self.joined(first, &[Gap::Space]).filter(|next| next.shouted);
            let is_known = self.people.index.word(atom.folded).is_some();
            let is_given = atom.class.is(WordClass::GIVEN) && !atom.shouted && !is_known;
            next.is_some_and(|next| CLUBS.contains(next.folded)) && is_given
        };
        let is_place = || {
            let next = self.joined(first, &[Gap::Space]).filter(|next| next.capital && !next.shouted);
            next.is_some() && begins_place(atom.folded) && !self.is_somebody(atom)
        };
        if is_club() || is_place() || self.is_owned_company(first) {
            return run(first + 1);
        }
        if self.is_pair_with_and(first) {
            return run(first + 2);
        }
        if self.is_kind_of_body(first) && own_name().is_some_and(|next| !next.shouted && !is_patronymic(next))
        {
            return run(first + 1);
        }
        if let Some(last) = self.body_in_full(first) {
            return run(last);
        }
        // "Fråga SK" asks somebody.
        let is_lead = atom.begins() && (ASKING.contains(&atom.folded) || GREETINGS.contains(atom.folded));
        let is_one_of_many = atom.class.is(WordClass::CLIENT);
        if self.is_somebody(atom) || atom.shouted || is_lead || is_one_of_many {
            return None;
        }
        for last in first + 1..=first + LONGEST {
            let next = self.joined(last - 1, &[Gap::Space]).filter(|next| next.capital)?;
            if is_form(next) {
                return run(last);
            }
        }
        None
    }

    /// Whether a word alone is a thing in the definite form that nobody is called by: "Vi är på Holmen".
    fn is_definite_thing(&self, at: usize) -> bool {
        let Some(atom) = self.atoms.get(at).filter(|atom| atom.class == WordClass::default()) else {
            return false;
        };
        let before = at.checked_sub(1).and_then(|before| self.atoms.get(before)).filter(|_| self.joins(at));
        let goes_on = self.joined(at, &[Gap::Space]).is_some_and(|next| next.capital);
        let is_alone = !goes_on && before.is_none_or(|word| !word.capital || word.begins());
        is_alone && is_known_thing(atom.folded) && !self.is_somebody(atom)
    }

    /// Two words that are the name of a body together, whoever is called by one of them: "Björk & Frihet".
    pub(super) fn pair_of_body(&self, first: usize) -> Option<NameRun> {
        let [atom, next] = [first, first + 1].map(|at| self.atoms.get(at).filter(|atom| atom.capital));
        let (atom, next) = (atom?, next?);
        if let Some(last) = self.row_of_company(first) {
            return Some(NameRun { is_name: false, ..NameRun::of(first, last, Who::Stranger) });
        }
        let is_pair = slice(self.text, atom.at.end..next.at.start).trim() == "&";
        let before = first.checked_sub(1).and_then(|before| self.atoms.get(before));
        let is_called = before.is_some_and(|before| {
            atom.gap == Gap::Space && (is_kind(before.folded) || KINDS_OF_BODIES.ends(before.folded))
        });
        let is_one = is_pair && (is_called || is_body(slice(self.text, atom.at.start..next.at.end)));
        is_one.then(|| NameRun { is_name: false, ..NameRun::of(first, first + 1, Who::Stranger) })
    }

    /// The last word of a company that is called after several: "Kvarnlöf, Ask & Sjö AB".
    fn row_of_company(&self, first: usize) -> Option<usize> {
        let between = |at: usize| {
            let (one, other) = (self.atoms.get(at)?, self.atoms.get(at + 1).filter(|other| other.capital)?);
            Some(slice(self.text, one.at.end..other.at.start).trim())
        };
        let mut last = first;
        while last < first + LONGEST && between(last) == Some(",") {
            last += 1;
        }
        if !matches!(between(last), Some("&" | "+")) {
            return None;
        }
        let form = self.joined(last + 1, &[Gap::Space])?;
        (form.shouted && is_abbreviated_form(form.folded)).then_some(last + 2)
    }

    /// Whether a word says what a body is whose own name is after it: "Byalaget Norrgård".
    fn is_kind_of_body(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| is_no_name(atom.folded) && person(atom.folded).is_none())
            && !self.is_title(at)
            && !self.joined(at + 1, &[Gap::Space]).is_some_and(|next| next.capital)
    }

    /// "Mark och exploatering"
    fn is_pair_with_and(&self, first: usize) -> bool {
        let word = |at: usize| self.atoms.get(at).map(|atom| slice(self.text, atom.at.clone()));
        let joins = |at: usize| self.atoms.get(at).is_some_and(|atom| atom.gap == Gap::Space);
        let is_and = self.atoms.get(first + 1).is_some_and(|atom| AND.contains(&atom.folded));
        let (Some(one), Some(other)) = (word(first), word(first + 2)) else { return false };
        is_and && joins(first + 1) && joins(first + 2) && is_pair(one, other)
    }

    /// The last word of a body whose name is one by its words: "Karl Hedin Bygghandel", "Familjen Helsingborg".
    fn body_in_full(&self, first: usize) -> Option<usize> {
        let start = self.atoms.get(first)?.at.start;
        let is_body = |last: &usize| {
            let end = self.atoms.get(*last).map_or(start, |atom| atom.at.end);
            is_body(slice(self.text, start..end))
        };
        let goes_on = |last: &usize| self.joined(last - 1, &[Gap::Space]).is_some_and(|next| next.capital);
        let longest = (first + 1..=first + LONGEST).take_while(goes_on).last()?;
        let closes = |last: &usize| {
            let is_town =
                *last == first + 1 && self.atoms.get(first).is_some_and(|atom| names_town(atom.folded));
            is_town || self.atoms.get(*last).is_some_and(|atom| closes_company(atom.folded))
        };
        (first + 1..=longest).rev().find(|last| closes(last) && is_body(last))
    }

    /// Whether a name in the genitive has a trade after it: "Karlssons Åkeri".
    pub(super) fn is_owned_company(&self, at: usize) -> bool {
        let owns = |atom: &Atom<'_>| atom.folded.ends_with('s') && !atom.class.is(WordClass::GIVEN);
        self.atoms.get(at).is_some_and(owns)
            && self.joined(at, &[Gap::Space]).is_some_and(|next| next.capital && is_trade(next.folded))
    }

    /// Whether the item before or after a word in a list is an association or a company: "Skanska, Ohlssons och Peab".
    pub(super) fn is_beside_association(&self, at: usize) -> bool {
        let is_known = |at: usize| {
            self.atoms
                .get(at)
                .is_some_and(|atom| atom.capital && association(std::iter::once(atom.folded)).is_some())
        };
        let gap = |at: usize| self.atoms.get(at).map(|atom| atom.gap);
        let is_and = |at: usize| self.atoms.get(at).is_some_and(|atom| AND.contains(&atom.folded));
        let before = at.checked_sub(1).is_some_and(|one| {
            gap(at) == Some(Gap::Comma) && is_known(one)
                || is_and(one) && one.checked_sub(1).is_some_and(is_known)
        });
        before || gap(at + 1) == Some(Gap::Comma) && is_known(at + 1) || is_and(at + 1) && is_known(at + 2)
    }

    /// Whether a word is the name of somebody, or a common given name.
    fn is_somebody(&self, atom: &Atom<'_>) -> bool {
        atom.class.is(WordClass::GIVEN) || self.people.index.word(atom.folded).is_some()
    }
}

/// Whether a word is the name of a family for certain: "Karlsson".
fn is_patronymic(atom: &Atom<'_>) -> bool {
    let stem = atom.folded.strip_suffix('s').unwrap_or(atom.folded);
    atom.folded.ends_with("sson") || stem.ends_with("sson")
}
