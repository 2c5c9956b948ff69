//! Whether what helps people is where somebody works, or who is to do something: "Siv på socialtjänsten", "kuratorn
//! från psykiatrin", "LSS-handläggare", "Jamal svarade att socialtjänsten gör det". A colleague's workplace is nothing
//! about them; a client's contact with it is.

use std::ops::Range;

use super::reading::ScannedText;
use crate::i18n::vocabulary::bodies::is_no_name;
use crate::i18n::vocabulary::minutes::is_role;
use crate::i18n::vocabulary::names::{ON_PLACES, SAYING, WordClass, class, is_verb_by_form};
use crate::i18n::vocabulary::people::is_organisation;
use crate::i18n::vocabulary::personal::TASKS;
use crate::i18n::vocabulary::subjects::{BE, CLAUSE, DEFINITE, HAVE, PRONOUNS, PersonNoun, TALK, person};
use crate::i18n::vocabulary::workplaces::{
    COLLEAGUES, COMING, COMING_FROM, CONSULTING, CONSULTING_WITH, CONTACTS, EMPLOYED, INSIDE,
    RESPONSIBLE_FOR, SERVICES, TREATING,
};
use crate::report::people::words::Word;
use crate::text::slice;

/// How many words are between a verb and the preposition that goes with it: "tar frågan med".
const NEAR: usize = 4;

impl ScannedText<'_> {
    /// Whether words are where somebody works, who is asked, or who does something.
    pub(super) fn is_workplace(&self, words: &Range<usize>) -> bool {
        if self.is_profession(words) {
            return true;
        }
        let Some(word) = self.words.get(words.start).filter(|_| words.len() == 1) else { return false };
        if self.is_compound(words.end) {
            return true;
        }
        if !is_service(word) {
            return false;
        }
        let Some(before) = words.start.checked_sub(1).and_then(|at| self.words.get(at)) else { return false };
        if self.touches(words.start) {
            let preposition = &*before.folded;
            let is_at = ON_PLACES.contains(&preposition) || INSIDE.contains(preposition);
            return is_at && self.is_of_a_colleague(words.start - 1)
                || RESPONSIBLE_FOR.contains(preposition) && self.is_by_work(words.start - 1)
                || self.is_employed_at(words.start - 1)
                || preposition == CONSULTING_WITH && self.is_consulted(words.start - 1)
                || self.is_doing(words.start);
        }
        // "Eva Ek, socialtjänsten", "Eva Ek (socialtjänsten)"
        matches!(self.gap(words.start), " (" | ", ") && self.name_at(before).is_some()
    }

    /// Whether it is what somebody is for others: "Lisa är boendestödjare", "Lisa, ledsagare, ringer".
    fn is_profession(&self, words: &Range<usize>) -> bool {
        let is_noun = |word: &Word<'_>| is_role(&word.folded) || person(&word.folded).is_some();
        let before = words.start.checked_sub(1).and_then(|at| self.words.get(at));
        let is_said = before.is_some_and(|before| {
            BE.contains(&before.folded) && self.touches(words.start)
                || self.gap(words.start) == ", " && self.name_at(before).is_some()
        });
        is_said && words.end.checked_sub(1).and_then(|at| self.words.get(at)).is_some_and(is_noun)
    }

    /// Whether it is the unit of somebody whose name in full is before it, who says or shows something: "Olle Frisk,
    /// ekonomiskt bistånd, redovisade".
    pub(super) fn is_unit_of_speaker(&self, words: &Range<usize>) -> bool {
        let name = words.start.checked_sub(1).and_then(|at| self.name_at(self.words.get(at)?));
        let is_full = name.is_some_and(|name| slice(self.text, name.clone()).contains(' '));
        let speaks = self.words.get(words.end).is_some_and(|verb| {
            let own = &verb.folded;
            TALK.contains(own) || SAYING.contains(own) || COMING.contains(own) && !BE.contains(own)
        });
        is_full && speaks && [words.start, words.end].iter().all(|at| self.gap(*at) == ", ")
    }

    /// Whether a hyphen and what somebody is or a unit follow: "LSS-handläggare", "LSS-enheten".
    fn is_compound(&self, next: usize) -> bool {
        let is_other = |word: &Word<'_>| {
            let own = &*word.folded;
            !TREATING.ends(own)
                && (is_role(own)
                    || person(own).is_some_and(|(noun, _)| noun == PersonNoun::Role)
                    || is_organisation(own)
                    || TASKS.contains(&own))
        };
        self.gap(next) == "-" && self.words.get(next).is_some_and(is_other)
    }

    /// Whether somebody who works there is right before a preposition: "Siv på", "kuratorn från", "en kollega hos".
    fn is_of_a_colleague(&self, preposition: usize) -> bool {
        let before = preposition.checked_sub(1).and_then(|at| self.words.get(at));
        before.is_some_and(|one| self.name_at(one).is_some() || COLLEAGUES.contains(&one.folded))
            || self.is_by_work(preposition)
    }

    /// Whether whoever is right before a preposition is called by the work.
    fn is_by_work(&self, preposition: usize) -> bool {
        let before = preposition.checked_sub(1).and_then(|at| self.words.get(at));
        before.is_some_and(|one| {
            is_role(&one.folded) || person(&one.folded).is_some_and(|(noun, _)| noun == PersonNoun::Role)
        })
    }

    /// Whether what is before a preposition is what people do where they work: "är anställd på", "kommer från".
    fn is_employed_at(&self, preposition: usize) -> bool {
        let Some(verb) = preposition.checked_sub(1).filter(|_| self.touches(preposition)) else {
            return false;
        };
        let is = |at: usize| self.words.get(at).map_or("", |word| &*word.folded);
        if EMPLOYED.contains(is(verb)) {
            return true;
        }
        // "Mannen kommer från kriminalvården" is no colleague.
        let is_private = || {
            let one = verb.checked_sub(1).map_or("", is);
            person(one).is_some_and(|(noun, _)| noun != PersonNoun::Role)
        };
        is(preposition) == COMING_FROM && COMING.contains(is(verb)) && !is_private()
    }

    /// Whether something is done together with it: "tar frågan med", but not "har kontakt med".
    fn is_consulted(&self, preposition: usize) -> bool {
        let sentence = self.sentence(preposition);
        let near = preposition.saturating_sub(NEAR).max(sentence.start)..preposition;
        near.clone().any(|at| self.is_word(at, &CONSULTING))
            && !near.into_iter().any(|at| self.is_word(at, &CONTACTS))
    }

    /// Whether it is what does something in its clause, and that is done to nobody: "att socialtjänsten gör det".
    fn is_doing(&self, at: usize) -> bool {
        let is_clause = at.checked_sub(1).is_some_and(|before| self.is_word(before, &CLAUSE));
        let verb = self.words.get(at + 1).filter(|_| self.touches(at + 1));
        let does = verb.is_some_and(|verb| {
            let own = &*verb.folded;
            (class(own).is(WordClass::VERB) || is_verb_by_form(own))
                && !BE.contains(own)
                && !HAVE.contains(own)
        });
        let sentence = self.sentence(at);
        let rest = at + 2..sentence.end.min(at + 2 + NEAR);
        let is_somebody = |at: usize| self.is_word(at, &PRONOUNS);
        is_clause && does && !rest.into_iter().take_while(|at| !self.parts(*at)).any(is_somebody)
    }
}

/// Whether a word is a body that helps people, as one that is known.
fn is_service(word: &Word<'_>) -> bool {
    SERVICES.contains(&word.folded) || is_no_name(&word.folded) && DEFINITE.ends(&word.folded)
}
