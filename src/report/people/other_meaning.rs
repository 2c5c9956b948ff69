//! Whether a surname that is the word for a body, a direction or a letter too is a name where it is; and what else
//! says that a word is a thing, a place or half of another word there.

use super::atoms::{Atom, Gap};
use super::context::{Following, is_numeral};
use super::finder::{Finder, Genitive};
use super::words::is_hyphen;
use crate::i18n::vocabulary::bodies::is_no_name;
use crate::i18n::vocabulary::leads::FOR;
use crate::i18n::vocabulary::names::{
    AFTER_WHAT_THINGS_DO, AND, AT_PLACES, BEFORE_NOUNS, BEING, IT, KINDS_OF_PLACES, NAMED, ON_PLACES,
    THINGS_AND_PEOPLE_DO, VERB_PARTICLES, WAYS, WordClass, class, is_before_named, is_neuter_by_form,
    is_verb_by_form,
};
use crate::i18n::vocabulary::people::{NUMBERED_THINGS, is_organisation};
use crate::i18n::vocabulary::subjects::{DEFINITE, is_function_word, person};
use crate::text::slice;

impl Finder<'_> {
    /// A surname that names bodies or directions too: "Enligt Stad", but not "Region Skåne", "i
    /// Väst" or "Skola: Björkskolan".
    pub(super) fn beside_other_meaning(
        &self,
        at: usize,
        stem: &str,
        own: WordClass,
        genitive: Option<Genitive>,
    ) -> Option<bool> {
        let atom = self.atoms.get(at)?;
        if stem.chars().nth(1).is_none() {
            return self.is_surname_of_a_letter(at, genitive);
        }
        let before = at.checked_sub(1).filter(|_| atom.gap == Gap::Space);
        let next = self.next(at);
        let follows = self.joined(at, &[Gap::Space]);
        if follows.is_some_and(|next| next.capital || is_organisation(next.folded) || is_numeral(next)) {
            return None;
        }
        if let Some(before) = before.and_then(|before| self.atoms.get(before).map(|word| (before, word))) {
            let (at_before, word) = before;
            let is_other = word.capital
                && !self.speaks(at_before)
                && !self.is_title(at_before)
                && !(word.begins()
                    && (word.class.is(WordClass::SMALL.or(WordClass::VERB))
                        || is_function_word(word.folded)));
            if is_other || AT_PLACES.contains(&word.folded) {
                return None;
            }
            let is_owner = genitive.is_some() && next == Following::Other;
            // "Kim och Öst"
            let other = at_before.checked_sub(1).and_then(|at| self.atoms.get(at));
            let is_listed = AND.contains(&word.folded) && other.is_some_and(|other| self.is_name(other));
            let is_sure = self.speaks(at_before) || next == Following::Speech || is_listed;
            return (is_sure || is_owner || !own.is(WordClass::WORD)).then_some(is_sure);
        }
        if self.is_labelled(at) {
            return Some(true);
        }
        match next {
            Following::Speech | Following::Name => Some(true),
            Following::Being | Following::Role => Some(false),
            // "Öst ritar kartan"
            Following::Verb if self.does(at) && genitive.is_none() => Some(false),
            Following::Other if genitive == Some(Genitive::Joined) => Some(false),
            Following::End if atom.gap == Gap::Comma => Some(false),
            _ if matches!(genitive, Some(Genitive::After(length)) if length > 1) => Some(true),
            _ => None,
        }
    }

    /// Whether a given name at the beginning of a sentence is another word there: "Siv och vass växer", "Tyra ner
    /// tempot".
    pub(super) fn is_other_at_beginning(&self, at: usize, own: WordClass) -> bool {
        let is_noun = |at: usize| {
            self.atoms.get(at).is_some_and(|noun| {
                !noun.capital && !noun.class.is(WordClass::SMALL) && person(noun.folded).is_none()
            })
        };
        let is_definite =
            |at: usize| self.atoms.get(at).is_some_and(|noun| noun.folded.ends_with(['n', 't', 'a']));
        if own.is(WordClass::COMMON) && self.next(at) == Following::Pair {
            return is_noun(at + 2) && !is_definite(at + 2);
        }
        let is_verb = self.atoms.get(at).is_some_and(|atom| atom.folded.ends_with('a'));
        let has_particle =
            self.joined(at, &[Gap::Space]).is_some_and(|next| VERB_PARTICLES.contains(&next.folded));
        is_verb && has_particle && is_noun(at + 2) && is_definite(at + 2)
    }

    /// A surname that is a single letter: "fråga Å", "Å ordnar", but not "Å, vad bra", "bord Ö" or
    /// "från A till Ö".
    fn is_surname_of_a_letter(&self, at: usize, genitive: Option<Genitive>) -> Option<bool> {
        let atom = self.atoms.get(at)?;
        let (next, follows) = (self.next(at), self.joined(at, &[Gap::Space]));
        if follows.is_some_and(|next| next.capital || is_numeral(next)) {
            return None;
        }
        let is_letter = |at: Option<usize>| {
            at.and_then(|at| self.atoms.get(at)).is_some_and(|atom| atom.capital && atom.is_letter())
        };
        let before = at.checked_sub(1).filter(|_| atom.gap == Gap::Space);
        if let Some((before, word)) = before.and_then(|at| Some((at, self.atoms.get(at)?))) {
            let leads = word.class.is(WordClass::SMALL.or(WordClass::VERB))
                || is_function_word(word.folded)
                || is_verb_by_form(word.folded)
                || AND.contains(&word.folded)
                || self.is_title(before)
                || self.speaks(before);
            let is_row = is_letter(at.checked_sub(2)) && WAYS.contains(&word.folded);
            let is_other = AT_PLACES.contains(&word.folded)
                || ON_PLACES.contains(&word.folded) && !WAYS.contains(&word.folded) && !self.speaks(before)
                || WAYS.contains(&word.folded) && self.is_on_the_way(at)
                || is_row;
            return (leads && !is_other).then(|| self.speaks(before) || next == Following::Speech);
        }
        let is_in_row =
            self.is_followed_by(at, '/') && self.atoms.get(at + 1).is_some_and(|other| self.is_name(other));
        match next {
            _ if self.is_labelled(at) || is_in_row => Some(true),
            Following::Speech | Following::Name => Some(true),
            Following::Colon | Following::Being | Following::Role | Following::Verb => Some(false),
            Following::Other if genitive.is_some() => Some(false),
            Following::End if !atom.begins() => Some(false),
            _ if matches!(genitive, Some(Genitive::After(length)) if length > 1) => Some(true),
            _ => None,
        }
    }

    /// Whether what something is closes the sentence in the form of a neuter: "är hårt".
    pub(super) fn is_neuter_at_end(&self, at: usize) -> bool {
        let Some(atom) = self.atoms.get(at).filter(|atom| !atom.capital) else { return false };
        let is_end = self.joined(at, &[Gap::Space]).is_none();
        is_neuter_by_form(atom.folded)
            && is_end
            && !is_function_word(atom.folded)
            && person(atom.folded).is_none()
    }

    /// Whether the verb after a word is said of people as well as of things, and what follows it of both.
    pub(super) fn is_as_people_do(&self, last: usize) -> bool {
        let is_said = |verb: &Atom<'_>| THINGS_AND_PEOPLE_DO.contains(&verb.folded);
        let next = self.joined(last + 1, &[Gap::Space]);
        self.joined(last, &[Gap::Space]).is_some_and(is_said)
            && next.is_none_or(|next| !AFTER_WHAT_THINGS_DO.contains(&next.folded))
    }

    /// Whether a word that is the name of a thing too comes after that of a house or a room: "Villa Björk".
    pub(super) fn is_after_kind_of_place(&self, first: usize) -> bool {
        let before = first.checked_sub(1).and_then(|before| self.atoms.get(before));
        let is_thing =
            |atom: &Atom<'_>| atom.gap == Gap::Space && atom.class.is(WordClass::THING.or(WordClass::PLACE));
        self.atoms.get(first).is_some_and(is_thing)
            && before.is_some_and(|before| before.capital && KINDS_OF_PLACES.contains(before.folded))
    }

    /// Whether the second half of a compound comes later: "Trans- och teaterfestival".
    pub(super) fn has_hanging_hyphen(&self, last: usize) -> bool {
        let end = self.atoms.get(last).map_or(0, |atom| atom.at.end);
        let mut after = slice(self.text, end..).chars();
        after.next().is_some_and(is_hyphen) && after.next() == Some(' ')
    }

    /// Whether a word is the first half of a compound about something else: "skogs- och markfrågor", though somebody is
    /// called Skog; but not "Annika- och Lisagruppen".
    pub(super) fn is_half_of_compound(&self, first: usize, last: usize, genitive: Option<Genitive>) -> bool {
        let Some(atom) = self.atoms.get(first).filter(|_| self.has_hanging_hyphen(last)) else {
            return false;
        };
        // "Frisk- och Örn-förslagen": what names are before has a hyphen.
        if atom.capital && self.is_in_row_of_compounds(last) {
            return false;
        }
        let is_joint = genitive == Some(Genitive::Joined);
        let stem = atom.folded.strip_suffix('s').filter(|_| is_joint).unwrap_or(atom.folded);
        let own = class(stem);
        let is_given = own.is(WordClass::GIVEN) && !own.is_ambiguous();
        !atom.capital || own.is_ambiguous() || own.is(WordClass::PLACE) || is_joint && !is_given
    }

    /// Whether a body is called after what a word names: "Arbetsgruppen för Liv och Lust".
    pub(super) fn is_topic_of_body(&self, first: usize) -> bool {
        let is_and = |at: usize| AND.contains(&self.folded(at));
        let start = match first.checked_sub(2) {
            Some(other) if self.joins(first) && is_and(first - 1) => other,
            _ => first,
        };
        let lead = start.checked_sub(1).filter(|_| self.joins(start)).filter(|at| self.folded(*at) == FOR);
        let body = lead.and_then(|at| at.checked_sub(1)).filter(|at| self.joins(at + 1));
        body.is_some_and(|at| is_no_name(self.folded(at)))
    }

    /// Whether a row of halves with hyphens closes with a capital letter before a hyphen of its own: "Karin-, Stig- och
    /// Moa-borden".
    pub(super) fn is_in_row_of_compounds(&self, last: usize) -> bool {
        const LONGEST: usize = 8;
        let row = last + 1..last + LONGEST;
        let is_half = |at: &usize| {
            self.atoms.get(*at).is_some_and(|atom| {
                AND.contains(&atom.folded) || atom.capital && self.has_hanging_hyphen(*at)
            })
        };
        let end = row.clone().find(|at| !is_half(at));
        end.filter(|end| *end > last + 1).and_then(|end| self.atoms.get(end)).is_some_and(|atom| {
            let goes_on = slice(self.text, atom.at.end..).strip_prefix(is_hyphen);
            atom.capital && !atom.shouted && goes_on.is_some_and(|rest| rest.starts_with(char::is_lowercase))
        })
    }

    /// Whether what a word names has a number: "Väg 111".
    pub(super) fn is_numbered_thing(&self, last: usize) -> bool {
        NUMBERED_THINGS.contains(self.folded(last))
            && self.joined(last, &[Gap::Space]).is_some_and(is_numeral)
    }

    /// Whether a sentence says how a thing is called: "Kim heter robotklipparen".
    pub(super) fn is_what_a_thing_is_called(&self, last: usize) -> bool {
        let is_called = self.joined(last, &[Gap::Space]).is_some_and(|verb| NAMED.contains(&verb.folded));
        is_called
            && self.joined(last + 1, &[Gap::Space]).is_some_and(|thing| {
                let is_thing = DEFINITE.ends(thing.folded) && person(thing.folded).is_none();
                !thing.capital && (is_thing || is_before_named(thing.folded, false))
            })
    }

    /// Whether an article is before a word, an adjective between or not: "en Dag", "en bra Dag".
    pub(super) fn is_noun_here(&self, at: usize) -> bool {
        let joins = |at: usize| self.atoms.get(at).is_some_and(|atom| atom.gap == Gap::Space);
        let word = |back: usize| at.checked_sub(back).and_then(|at| self.atoms.get(at));
        // "en bra dag", but not "Är det My?"
        let is_asked = |back: usize| {
            let is = |word: &Atom<'_>| BEING.contains(&word.folded);
            word(back).is_some_and(|word| word.folded == IT) && word(back + 1).is_some_and(is)
        };
        let is_article = |word: &Atom<'_>| BEFORE_NOUNS.contains(word.folded);
        let is_adjective = |word: &Atom<'_>| {
            !word.capital
                && !word.class.is(WordClass::VERB)
                && !is_function_word(word.folded)
                && person(word.folded).is_none()
        };
        joins(at)
            && (word(1).is_some_and(is_article) && !is_asked(1)
                || word(1).is_some_and(is_adjective) && joins(at - 1) && word(2).is_some_and(is_article))
    }
}
