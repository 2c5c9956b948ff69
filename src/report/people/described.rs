//! Somebody at the beginning of a sentence whose name no list knows for certain, where the sentence goes on with what
//! is said of people only: "Tilde är sjukskriven", "Hanoud har hemtjänst". It is in doubt.

use super::atoms::Gap;
use super::finder::{Finder, NameRun};
use super::mention::Who;
use super::words::{Opens, Word};
use crate::i18n::vocabulary::names::{UNIT_ENDINGS, WordClass, is_verb_by_form};
use crate::i18n::vocabulary::people::{ORGANISATIONS, is_organisation};
use crate::i18n::vocabulary::subjects::{BE, DEFINITE, HAVE, is_function_word};
use crate::report::privacy::says_of_somebody;

/// How many words are between the verb and what is said: "är inte längre".
const ADVERBS: usize = 2;

impl Finder<'_> {
    /// One word that what the sentence says of it makes a name.
    pub(super) fn described(&self, first: usize, words: &[Word<'_>]) -> Option<NameRun> {
        let atom = self.atoms.get(first).filter(|atom| atom.capital && atom.opens == Opens::Sentence)?;
        let verb = self.joined(first, &[Gap::Space])?;
        if !BE.contains(verb.folded) && !HAVE.contains(verb.folded) {
            return None;
        }
        let is_given = atom.class.is(WordClass::GIVEN);
        let is_noun = || {
            DEFINITE.iter().chain(ORGANISATIONS.iter()).any(|end| atom.folded.ends_with(end))
                || UNIT_ENDINGS.iter().any(|end| atom.folded.ends_with(end))
                || atom.folded.ends_with("in")
                || is_verb_by_form(atom.folded)
                || is_function_word(atom.folded)
        };
        let may_be = is_given && !is_organisation(atom.folded)
            || atom.class == WordClass::default() && self.may_be_name(first, atom) && !is_noun();
        if !may_be {
            return None;
        }
        let next = words.partition_point(|word| word.at.start < verb.at.end);
        let is_said = (next..=next + ADVERBS)
            .any(|at| says_of_somebody(words.get(at..).unwrap_or_default(), self.text));
        is_said.then(|| NameRun { is_sure: false, ..NameRun::of(first, first, Who::Stranger) })
    }
}
