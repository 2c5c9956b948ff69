//! Names that are written with the surname first, or whose given name has a hyphen before a small letter: "Zhang
//! Xiuying", "Kim Min-jun"; and given names with letters that no Swedish word has.

use super::atoms::Gap;
use super::finder::{Finder, NameRun};
use super::mention::Who;
use crate::i18n::vocabulary::names::{EASTERN, PEOPLE_TOO, THANKED, WordClass, has_foreign_letter};
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

    /// A given name alone with a letter that no Swedish word has, of whom people do something: "Māris spelade", "Fråga
    /// Šárka".
    pub(super) fn by_foreign_letter(&self, first: usize) -> Option<NameRun> {
        let atom =
            self.atoms.get(first).filter(|atom| atom.capital && !atom.shouted && atom.is_alphabetic())?;
        let is_name = has_foreign_letter(atom.folded)
            && atom.class == WordClass::default()
            && !is_organisation(atom.folded)
            && !self.is_after_capital(first);
        let before = first.checked_sub(1).filter(|_| self.joins(first));
        let is_met = before.is_some_and(|before| THANKED.contains(self.folded(before)));
        let does = self.joined(first, &[Gap::Space]).is_some_and(|verb| PEOPLE_TOO.contains(verb.folded));
        let is_somebody = is_met || does || self.is_asked(first) || self.acts(first);
        (is_name && is_somebody)
            .then(|| NameRun { is_sure: false, ..NameRun::of(first, first, Who::Stranger) })
    }
}
