//! Whether a word that is a name and something else too is a name at the beginning of a sentence, where its capital
//! letter says nothing.

use super::atoms::{Atom, Gap};
use super::context::Following;
use super::finder::Finder;
use super::known::NameForm;
use super::words::Opens;
use crate::i18n::vocabulary::is_shouted;
use crate::i18n::vocabulary::names::{AFTER_PERSONS, IMPERATIVES, ONLY_AFTER_PERSONS, WHO, WordClass, YOU};
use crate::i18n::vocabulary::subjects::{SPEAKERS_WORDS, is_function_word};
use crate::text::slice;

impl Finder<'_> {
    /// A word that may be a name at the beginning of a sentence.
    pub(super) fn at_beginning(
        &self,
        first: usize,
        last: usize,
        own: WordClass,
        written: NameForm,
        is_known: bool,
    ) -> Option<bool> {
        let is_family = is_known && written == NameForm::Family;
        if is_known && self.atoms.len() == 1 {
            return Some(false);
        }
        if written == NameForm::Given && self.is_what_a_thing_is_called(last) {
            return None;
        }
        let is_modifier = own.is(WordClass::WORD);
        if self.is_labelled(first) {
            return (is_known || own.is(WordClass::GIVEN)).then_some(true);
        }
        // "Dag, du glömde nyckeln"
        let spoken_to = self.joined(last, &[Gap::Comma]).filter(|next| is_known && !next.capital);
        if spoken_to.is_some_and(|next| YOU.contains(&next.folded)) {
            return Some(true);
        }
        // "'Gun' sa så", "Gun=ordf", "Ebba, 4 år, ritade"
        let is_marked = || !is_family && self.is_quoted_alone(first, last);
        if is_known && (is_marked() || self.is_set_equal(last) || self.is_aged(last)) {
            return Some(false);
        }
        // "Ali, kom hit!", "Jan själv gick hem"
        let is_of_persons = |next: &Atom<'_>| ONLY_AFTER_PERSONS.contains(&next.folded);
        if spoken_to.is_some_and(|next| IMPERATIVES.contains(next.folded))
            || is_known && self.joined(last, &[Gap::Space]).is_some_and(is_of_persons)
        {
            return Some(false);
        }
        if !is_known && own.is(WordClass::GIVEN) && self.is_somebody_at_beginning(first, last, own) {
            return Some(false);
        }
        let is_clause = self.atoms.get(first).is_some_and(|atom| atom.opens == Opens::Clause);
        // "Vik-förslaget"
        if is_known && self.joined(last, &[Gap::Hyphen]).is_some_and(|noun| !noun.capital) {
            return Some(false);
        }
        match self.next(last) {
            Following::Speech => Some(!(is_family && self.may_be_town(first, last, self.folded(first)))),
            Following::Name => Some(is_known || !is_modifier),
            Following::Role | Following::Colon => is_known.then_some(false),
            // "Lund växer": the town or the person; "Strand saknas i listan", but not "Strand växer igen".
            Following::Thing
                if is_family
                    && self.passive(last).is_none()
                    && (own.is(WordClass::PLACE) || self.is_as_people_do(last)) =>
            {
                Some(false)
            }
            Following::Verb if is_modifier => (is_known && self.does(last)).then_some(false),
            Following::Verb | Following::Being if is_known => Some(false),
            Following::Other if is_known && self.does(last) => Some(false),
            Following::End | Following::Other if is_family && !is_modifier => Some(false),
            Following::End if is_known && is_clause || self.is_cell(first, last) => Some(false),
            Following::End => (is_known && !own.is(WordClass::THING)).then_some(false),
            Following::Small if is_family && !is_modifier => self.is_with_capital(last).then_some(false),
            // "Tuva i 5B"
            Following::Small if own.is(WordClass::GIVEN) => self.is_of_a_class(last).then_some(false),
            Following::Other
            | Following::Small
            | Following::Verb
            | Following::Being
            | Following::Thing
            | Following::Pair => None,
        }
    }

    /// Whether a given name of somebody unknown is one by what is after it: "Linda: vi behöver", "Lisa, som var med",
    /// "Lotta (KF) ordnar", "Linda från KF".
    fn is_somebody_at_beginning(&self, first: usize, last: usize, own: WordClass) -> bool {
        if is_function_word(self.folded(first)) {
            return false;
        }
        let next = self.atoms.get(last + 1);
        let says = next.is_some_and(|next| {
            let is_line = self.begins_line(first) && next.gap == Gap::Colon && !next.capital;
            let is_word = !own.is(WordClass::THING) && next.is_alphabetic();
            is_line && (is_word || SPEAKERS_WORDS.contains(next.folded))
        });
        let is_who = || {
            let who = self.joined(last, &[Gap::Comma]).filter(|next| next.folded == WHO);
            who.is_some() && !own.is(WordClass::THING)
        };
        let is_from = || {
            let from = self.joined(last, &[Gap::Space]).filter(|next| next.folded == AFTER_PERSONS[0]);
            from.is_some() && self.joined(last + 1, &[Gap::Space]).is_some_and(|place| place.capital)
        };
        says || is_who() || is_from() || self.is_before_letters(last)
    }

    /// Whether the letters of a body in brackets are right after it: "Lotta (KF)".
    fn is_before_letters(&self, last: usize) -> bool {
        let end = self.atoms.get(last).map_or(0, |atom| atom.at.end);
        let letters = slice(self.text, end..).strip_prefix(" (").and_then(|after| after.split_once(')'));
        letters.is_some_and(|(letters, _)| letters.len() < 6 && is_shouted(letters))
    }
}
