//! Somebody at the beginning of a sentence whose name no list knows for certain, where the sentence goes on with what
//! is said of people only: "Tilde är sjukskriven", "Hanoud har hemtjänst", or with what only people do. It is in doubt.

use super::atoms::Gap;
use super::finder::{Finder, NameRun};
use super::mention::Who;
use super::words::{Opens, Word};
use crate::i18n::vocabulary::names::{WordClass, is_verb_by_form};
use crate::i18n::vocabulary::people::is_organisation;
use crate::i18n::vocabulary::subjects::{BE, DEFINITE, HAVE};
use crate::report::privacy::says_of_somebody;

/// How many words are between the verb and what is said: "är inte längre".
const ADVERBS: usize = 2;

impl Finder<'_> {
    /// One word that what the sentence says of it makes a name.
    pub(super) fn described(&self, first: usize, words: &[Word<'_>]) -> Option<NameRun> {
        let atom = self.atoms.get(first).filter(|atom| atom.capital && atom.opens == Opens::Sentence)?;
        let verb = self.joined(first, &[Gap::Space])?;
        let is_said_so = BE.contains(verb.folded) || HAVE.contains(verb.folded);
        let acts = !is_said_so && self.acts(first);
        if !is_said_so && !acts {
            return None;
        }
        let is_unknown = || {
            // "Google säger", "Elever tycker"
            let is_other = acts && atom.folded.ends_with(['r', 't', 's']);
            atom.class == WordClass::default()
                && self.may_be_name(first, atom)
                && !is_noun_by_form(atom.folded)
                && !is_other
        };
        let is_given = !acts && atom.class.is(WordClass::GIVEN) && !is_organisation(atom.folded);
        if !is_given && !is_unknown() {
            return None;
        }
        let next = words.partition_point(|word| word.at.start < verb.at.end);
        let is_said = |at: usize| says_of_somebody(words.get(at..).unwrap_or_default(), self.text);
        let is_somebody = acts || (next..=next + ADVERBS).any(is_said);
        is_somebody.then(|| NameRun { is_sure: false, ..NameRun::of(first, first, Who::Stranger) })
    }
}

/// Whether a word that may be a name is a noun by its form, one that is known: "idén".
fn is_noun_by_form(folded: &str) -> bool {
    let is_known = DEFINITE.ends(folded) || folded.ends_with("in");
    is_known || folded.chars().nth(2).is_none() || is_verb_by_form(folded)
}
