//! Whether a surname can only be the name of a place where it is: by what is or leads there, by what the place is
//! said to be or to have, by its part or its club.

use super::atoms::{Atom, Gap};
use super::finder::{Finder, Genitive};
use super::words::Opens;
use crate::i18n::vocabulary::names::{AND, AT_PLACES, BEING, INDEFINITE, ON_PLACES, WAYS, WordClass, class};
use crate::i18n::vocabulary::villages::{
    CLUBS, FROM_TO, GROWS, GROWS_HOW, HAS, INHABITANTS, KINDS, LEADING, LIES, LIES_WHERE, OWNED,
    PARTS_OF_PLACES, THROUGH, is_lying, may_be_place,
};

/// How many words of its sentence are looked at for what says that it is a place.
const NEAR: usize = 6;

impl Finder<'_> {
    /// Whether it can only be a place here.
    pub(super) fn is_only_a_place(
        &self,
        first: usize,
        last: usize,
        stem: &str,
        genitive: Option<Genitive>,
    ) -> bool {
        if !may_be_place(stem) {
            return false;
        }
        if genitive == Some(Genitive::Joined) {
            return self.joined(last, &[Gap::Space]).is_some_and(|next| OWNED.contains(next.folded));
        }
        genitive.is_none()
            && (self.is_part_of_a_place(first)
                || self.is_where_something_lies(first)
                || self.is_end_of_a_way(first, last)
                || self.is_said_to_be_a_place(last, stem)
                || self.is_club(last))
    }

    /// Whether a part of the place is meant: "Norra Viken".
    fn is_part_of_a_place(&self, first: usize) -> bool {
        let before = first.checked_sub(1).filter(|_| self.joins(first));
        before
            .and_then(|at| self.atoms.get(at))
            .is_some_and(|before| before.capital && PARTS_OF_PLACES.contains(before.folded))
    }

    /// "badplatsen vid Viken", "linje 2 mot Ekeby", "vägen mellan Dalby och Ekeby", "i Lindby, Dalby och Ekeby"
    fn is_where_something_lies(&self, first: usize) -> bool {
        let start = self.start_of_row_of_places(first);
        let Some(within) = start.checked_sub(1).filter(|_| self.joins(start)) else { return false };
        let preposition = self.folded(within);
        let is_preposition = AT_PLACES.contains(&preposition)
            || ON_PLACES.contains(&preposition)
            || WAYS.contains(&preposition);
        let what = |back: usize| within.checked_sub(back).and_then(|at| self.atoms.get(at));
        let is_number = |atom: &Atom<'_>| atom.folded.starts_with(|c: char| c.is_ascii_digit());
        let back = if what(1).is_some_and(is_number) { 2 } else { 1 };
        let is_there = |word: &str| match preposition {
            preposition if THROUGH.contains(&preposition) => LEADING.contains(word),
            _ => is_lying(word),
        };
        let lies = what(back).is_some_and(|what| is_there(what.folded) && !self.is_name(what));
        is_preposition && self.joins(within) && lies || start < first && self.is_at_place(start)
    }

    /// The first of some places in a row, of which this one is the last so far.
    fn start_of_row_of_places(&self, first: usize) -> usize {
        let mut at = first;
        while first - at < NEAR {
            let is_and = |at: usize| AND.contains(&self.folded(at));
            let before = match self.atoms.get(at) {
                Some(atom) if atom.gap == Gap::Comma => at.checked_sub(1),
                Some(atom) if atom.gap == Gap::Space && at.checked_sub(1).is_some_and(is_and) => {
                    at.checked_sub(2)
                }
                _ => None,
            };
            let is_place = |at: &usize| {
                self.atoms.get(*at).is_some_and(|atom| {
                    atom.capital && !atom.begins() && (may_be_place(atom.folded) || !self.is_name(atom))
                })
            };
            match before.filter(is_place) {
                Some(before) => at = before,
                None => break,
            }
        }
        at
    }

    /// "Från Lindby till Dalby går ingen buss", "Vi kör via Dalby"
    fn is_end_of_a_way(&self, first: usize, last: usize) -> bool {
        let [from, to] = FROM_TO;
        let is = |at: Option<usize>, word: &str| at.is_some_and(|at| self.folded(at) == word);
        let is_capital =
            |at: Option<usize>| at.and_then(|at| self.atoms.get(at)).is_some_and(|atom| atom.capital);
        let before = first.checked_sub(1).filter(|_| self.joins(first));
        let is_from = is(before, from) && is(Some(last + 1), to) && is_capital(Some(last + 2));
        let is_to = is(before, to) && is(first.checked_sub(3), from) && is_capital(first.checked_sub(2));
        (is_from || is_to) && (self.is_on_the_way(first) || self.goes_after(last))
    }

    /// Whether the rest of its sentence is of going.
    fn goes_after(&self, last: usize) -> bool {
        let after = self.atoms.get(last + 1..).unwrap_or_default().iter();
        let same = after.take(NEAR).take_while(|atom| atom.opens != Opens::Sentence);
        same.into_iter().any(|atom| atom.class.is(WordClass::GOING))
    }

    /// "Lindby är en fin kommun", "Ekeby har 400 invånare", "Ekeby ligger vid sjön", "Viken växer"
    fn is_said_to_be_a_place(&self, last: usize, stem: &str) -> bool {
        let Some(verb) = self.joined(last, &[Gap::Space]) else { return false };
        let follows = |at: usize| self.atoms.get(at).filter(|atom| atom.gap == Gap::Space);
        let next = follows(last + 2);
        if BEING.contains(&verb.folded) {
            let is_article = next.is_some_and(|next| {
                INDEFINITE.contains(&next.folded) || next.folded.ends_with('s') || next.folded == "den"
            });
            let mut noun = (last + 3..last + NEAR).map_while(follows);
            return is_article && noun.find(|noun| KINDS.contains(noun.folded)).is_some();
        }
        if verb.folded == HAS {
            let mut counted = (last + 2..last + NEAR).map_while(follows);
            return counted.any(|noun| INHABITANTS.contains(noun.folded));
        }
        if LIES.contains(&verb.folded) {
            return next.is_some_and(|next| LIES_WHERE.contains(next.folded));
        }
        // "Berg växer" may be of somebody, or of a hill.
        !class(stem).is_ambiguous()
            && GROWS.contains(&verb.folded)
            && next.is_none_or(|next| GROWS_HOW.contains(next.folded))
    }

    /// Whether the letters of its club are after it: "Lindby IF".
    fn is_club(&self, last: usize) -> bool {
        self.joined(last, &[Gap::Space]).is_some_and(|next| next.shouted && CLUBS.contains(next.folded))
    }
}
