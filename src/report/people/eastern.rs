//! Names that are written with the surname first, or whose given name has a hyphen before a small letter: "Zhang
//! Xiuying", "Kim Min-jun".

use super::atoms::Gap;
use super::finder::Finder;
use crate::i18n::vocabulary::names::{EASTERN, WordClass};
use crate::i18n::vocabulary::people::is_organisation;
use crate::i18n::vocabulary::subjects::is_function_word;

impl Finder<'_> {
    /// The last word of a given name that comes after its surname and that no list knows: "Zhang Xiuying".
    pub(super) fn given_after(&self, surname: usize) -> Option<usize> {
        let next = self.joined(surname, &[Gap::Space]).filter(|next| next.capital && !next.shouted)?;
        let is_name =
            next.is_alphabetic() && !is_organisation(next.folded) && !next.class.is(WordClass::NO_NAME);
        is_name.then(|| self.extended(surname + 1))
    }

    /// Whether the two words at a hyphen are a given name as it is written in Korea: "Min-jun".
    pub(super) fn is_eastern_given(&self, at: usize) -> bool {
        let is_syllable = |at: usize| {
            self.atoms.get(at).is_some_and(|atom| {
                (2..=5).contains(&atom.folded.chars().count())
                    && atom.is_alphabetic()
                    && (atom.capital || !is_function_word(atom.folded) && !atom.class.is(WordClass::NO_NAME))
            })
        };
        let follows = at.checked_sub(1).and_then(|before| self.atoms.get(before));
        follows.is_some_and(|surname| EASTERN.contains(surname.folded))
            && is_syllable(at)
            && is_syllable(at + 1)
    }
}
