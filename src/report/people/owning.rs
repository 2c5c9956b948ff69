//! Whether a name that ends with s says whose something is: "Lars bok", but not "Lars läser" and not "Ring Lars
//! torsdag". No ending distinguishes the two; the words beside it do.

use super::atoms::{Atom, Gap};
use super::finder::{Finder, Genitive};
use crate::i18n::vocabulary::dates::{MONTHS, WEEKDAYS};
use crate::i18n::vocabulary::names::{
    AFTER_NAMES, ASKING_FOR_PARTICIPLES, DESCRIBING_THINGS, ONLY_PEOPLE, PERMITTING, SAYING,
    SHORT_INFINITIVES, TOPIC_LEADS, WHAT_PEOPLE_OWN, WordClass, is_finite_by_form, is_noun_like_verb,
};
use crate::i18n::vocabulary::subjects::{BE, MODAL, is_function_word, person};

impl Finder<'_> {
    /// Whether what follows the name from `first` to `last` is theirs, though its ending does not say so.
    pub(super) fn owns_silently(&self, first: usize, last: usize) -> bool {
        let ends =
            self.atoms.get(last).is_some_and(|atom| atom.capital && atom.folded.ends_with(['s', 'x', 'z']));
        let next = self.joined(last, &[Gap::Space]);
        let Some(next) =
            next.filter(|next| ends && !next.capital && next.is_alphabetic() && !next.is_letter())
        else {
            return false;
        };
        let word = next.folded;
        let is_verb = |atom: &Atom<'_>| atom.class.is(WordClass::VERB.or(WordClass::THING_VERB));
        let is_small = |atom: &Atom<'_>| atom.class.is(WordClass::SMALL) || is_function_word(atom.folded);
        let after = self.joined(last + 1, &[Gap::Space]).filter(|after| !after.capital);
        let is_described = || {
            DESCRIBING_THINGS.contains(&word)
                && after.is_some_and(|noun| noun.is_alphabetic() && !is_small(noun) && !is_verb(noun))
        };
        let is_day = |days: &[&[&str]]| days.iter().any(|names| names.contains(&word));
        if AFTER_NAMES.contains(word) || is_day(&WEEKDAYS) || is_day(&MONTHS) {
            return false;
        }
        if WHAT_PEOPLE_OWN.contains(word)
            || is_noun_like_verb(word)
            || person(word).is_some() && !ONLY_PEOPLE.contains(word)
            || is_described()
        {
            return true;
        }
        if is_verb(next) || is_small(next) {
            return false;
        }
        let before = first.checked_sub(1).and_then(|before| self.atoms.get(before));
        let before = before.filter(|_| self.atoms.get(first).is_some_and(|atom| atom.gap == Gap::Space));
        // "Kan Lars ringa?", "Har Lars svarat?"
        let asks_for = before.is_some_and(|before| {
            let is_infinitive = || word.ends_with('a') || SHORT_INFINITIVES.contains(&word);
            (MODAL.contains(before.folded) || PERMITTING.contains(before.folded)) && is_infinitive()
                || ASKING_FOR_PARTICIPLES.contains(&before.folded) && word.ends_with('t')
        });
        if asks_for {
            return false;
        }
        if !is_finite_by_form(word) {
            return true;
        }
        // "Lars bullar tog slut": where a verb follows, what looks like one is a noun; so it is after another verb.
        let follows_verb = before.is_some_and(|before| {
            is_verb(before) && !SAYING.contains(before.folded) && !before.capital
                || TOPIC_LEADS.contains(&before.folded)
        });
        let precedes_verb = after
            .is_some_and(|after| is_verb(after) || BE.contains(after.folded) || MODAL.contains(after.folded));
        follows_verb || precedes_verb
    }

    /// How an initial ends that a genitive follows after its full stop: "A.E.s nyckel".
    pub(super) fn stopped_genitive(&self, at: usize) -> Option<Genitive> {
        let after = self.text.get(self.atoms.get(at)?.at.end..)?.strip_prefix(".s")?;
        (!after.starts_with(char::is_alphanumeric)).then_some(Genitive::After(2))
    }
}
