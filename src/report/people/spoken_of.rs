//! Whether a word in small letters that somebody known is called is the name where it is: "Fråga rune!", "enligt ek ska
//! det bli billigare", but not "en ek" and not "enligt mark- och miljödomstolen". What is before and after it decides.

use super::atoms::Gap;
use super::finder::Finder;
use super::words::Opens;
use crate::i18n::vocabulary::dates::MONTHS;
use crate::i18n::vocabulary::names::{
    AND, INDEFINITE, ONLY_PEOPLE, SAYING, VERB_PARTICLES, WHAT_PEOPLE_OWN, WordClass, YOU,
};
use crate::i18n::vocabulary::people::{ASKING, GIVING, GREETINGS, TO_PEOPLE, is_nobody, is_organisation};
use crate::i18n::vocabulary::subjects::{BE, CLAUSE, HAVE, MODAL, is_function_word, person};

/// How many words before a name somebody is said to be given something, or is spoken to.
const NEAR: usize = 5;

impl Finder<'_> {
    /// A name in lower case that is no other word.
    pub(super) fn in_small_letters_known(&self, first: usize, stem: &str, own: WordClass) -> Option<bool> {
        // "en ulf i fårakläder"
        let article = first.checked_sub(1).and_then(|before| self.atoms.get(before));
        if article.is_some_and(|article| INDEFINITE.contains(&article.folded)) {
            return None;
        }
        // "o'hara"
        if self.atoms.get(first).is_some_and(|atom| atom.gap == Gap::Apostrophe) {
            return Some(true);
        }
        // "kling ritade", but not "bo kvar"
        let begins = self.atoms.get(first).is_some_and(|atom| atom.opens == Opens::Sentence);
        let was_done = || {
            let verb = self.joined(first, &[Gap::Space]).filter(|_| self.does(first));
            verb.is_some_and(|verb| verb.folded.ends_with("de") || verb.folded.ends_with("te"))
        };
        let acts = || own.is(WordClass::WORD) && !own.is(WordClass::SMALL) && was_done() || self.acts(first);
        if begins && own.is_ambiguous() && stem == self.atoms.get(first)?.folded && acts() {
            return Some(false);
        }
        let other = WordClass::PLACE.or(WordClass::VERB).or(WordClass::SMALL).or(WordClass::THING_VERB);
        let is_other = own.is_ambiguous()
            || is_organisation(stem)
            || own.is(other)
            || own.is(WordClass::COMMON) && !self.is_asked(first);
        let is_name = own.is(WordClass::GIVEN.or(WordClass::SURNAME)) && stem.chars().nth(2).is_some();
        // "el-amin"
        let is_particle = first.checked_sub(1).is_some_and(|at| matches!(self.folded(at), "al" | "el"));
        let is_part = self.atoms.get(first).is_some_and(|atom| atom.gap == Gap::Hyphen) && !is_particle;
        let is_only_name = !is_other && !is_part && (is_name || stem.chars().nth(4).is_some());
        is_only_name.then_some(is_name).or_else(|| self.is_somebody_here(first, stem, own).then_some(false))
    }

    /// Whether what is before and after a word that is also another one says that somebody is meant.
    fn is_somebody_here(&self, first: usize, stem: &str, own: WordClass) -> bool {
        let Some(atom) = self.atoms.get(first).filter(|atom| atom.gap != Gap::Hyphen) else { return false };
        if is_nobody(stem) || stem.chars().nth(1).is_none() {
            return false;
        }
        let is_noun = own.is(WordClass::THING) || person(stem).is_some();
        if stem != atom.folded {
            // "ivars lista"
            let next = self.joined(first, &[Gap::Space]);
            return !is_noun
                && !is_function_word(atom.folded)
                && next.is_some_and(|next| WHAT_PEOPLE_OWN.contains(next.folded));
        }
        // "till maj", "från maj till juni"
        if MONTHS.iter().any(|names| names.contains(&stem)) && !self.is_asked(first) {
            return false;
        }
        let follows = self.closes(first);
        let before = first.checked_sub(1).and_then(|at| self.atoms.get(at));
        let begins = atom.opens == Opens::Sentence;
        // "jag tror att ek vet", "kan du komma, ivar?"
        let is_subject = begins
            || atom.gap == Gap::Comma
            || before.is_some_and(|before| atom.gap == Gap::Space && CLAUSE.contains(before.folded));
        if !is_function_word(stem) && person(stem).is_none() && is_subject && self.acts(first) {
            return true;
        }
        let is_spoken_to = |word: &str| YOU.contains(&word) || MODAL.contains(word);
        if begins && self.joined(first, &[Gap::Comma]).is_some_and(|next| is_spoken_to(next.folded)) {
            return true;
        }
        let near = self.atoms.get(first.saturating_sub(NEAR)..first).unwrap_or_default();
        if atom.gap == Gap::Comma && follows == Some(true) && !is_noun {
            return near.iter().any(|word| YOU.contains(&word.folded));
        }
        let (Some(before), Some(is_end)) = (before, follows) else { return false };
        let is_greeted = GREETINGS.contains(before.folded) && matches!(atom.gap, Gap::Space | Gap::Comma);
        if !is_greeted && atom.gap != Gap::Space {
            return false;
        }
        let is_asked = ASKING.contains(&before.folded)
            || ONLY_PEOPLE.contains(before.folded)
            || SAYING.contains(before.folded);
        // "ring fors eller grip"
        let is_asked = is_asked || AND.contains(&before.folded) && self.is_after_asked(first);
        if is_greeted || is_asked {
            return is_end || !is_function_word(stem);
        }
        let is_given =
            || near.iter().any(|word| GIVING.contains(word.folded) || GREETINGS.contains(word.folded));
        // "Gå till mark"
        let is_way = || near.iter().any(|word| word.class.is(WordClass::GOING));
        TO_PEOPLE.contains(before.folded)
            && !is_function_word(stem)
            && (is_end && !is_noun && own.is(WordClass::WORD) && !is_way() || is_given())
    }

    /// Whether somebody known who is asked is before the "och" before a word.
    fn is_after_asked(&self, at: usize) -> bool {
        let word = |back: usize| at.checked_sub(back).map_or("", |at| self.folded(at));
        ASKING.contains(&word(3)) && self.people.index.word(word(2)).is_some()
    }

    /// Whether the sentence or a part of it ends at a word (`true`), or goes on with what may come after a name.
    fn closes(&self, at: usize) -> Option<bool> {
        let Some(next) = self.atoms.get(at + 1) else {
            return (!self.is_followed_by(at, '-')).then_some(true);
        };
        match next.gap {
            Gap::Hyphen | Gap::Apostrophe => None,
            Gap::Space if AND.contains(&next.folded) => {
                let other = self.atoms.get(at + 2)?;
                let is_known = self.people.index.word(other.folded).is_some();
                (is_known || other.class.is(WordClass::GIVEN) && !other.class.is_ambiguous()).then_some(false)
            }
            Gap::Space => {
                let goes_on = !next.capital
                    && !VERB_PARTICLES.contains(&next.folded)
                    && (next.class.is(WordClass::SMALL.or(WordClass::VERB))
                        || is_function_word(next.folded)
                        || [&BE, &HAVE, &MODAL].iter().any(|verbs| verbs.contains(next.folded)));
                goes_on.then_some(false)
            }
            _ => (!self.is_followed_by(at, '-')).then_some(true),
        }
    }
}
