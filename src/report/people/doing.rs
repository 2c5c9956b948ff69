//! Whether a word that begins a sentence is somebody because of the verb after it, also a verb that no list knows:
//! "Stig dukar", but not "Per kilometer" and not "Klara regler behövs".

use super::atoms::{Atom, Gap};
use super::finder::Finder;
use crate::i18n::vocabulary::names::{WordClass, is_finite_by_form};

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
}
