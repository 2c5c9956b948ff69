//! Which words of a sentence are one person: a name, a pronoun, "min mamma", "eleven i 9C". Many people, people in
//! general and bodies are none.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::reading::{ScannedText, is};
use crate::i18n::vocabulary::inflection::WordForm;
use crate::i18n::vocabulary::minutes::is_role;
use crate::i18n::vocabulary::people::{is_organisation, is_particle, is_place};
use crate::i18n::vocabulary::subjects::{
    ALSO_I, ANYBODY, ARTICLES, BE, DEFINITE, FEW, HAVE, OF, ONE, OURSELVES, PRONOUNS, PersonNoun, TOPICS,
    WANTED, is_also_plural, is_function_word, person,
};
use crate::report::people::words::Word;

/// Words that are one person.
#[derive(Debug, Clone)]
pub(super) struct OnePerson {
    /// Its words, by their indices in the text.
    pub words: Range<usize>,
    pub naming: NamedBy,
    /// Whether it may be anybody: "en elev".
    pub is_any: bool,
}

/// How words name one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NamedBy {
    /// By name, by a pronoun, or as somebody that the sentence knows.
    Known,
    /// By an office: whoever has it often only passes on what is said.
    Office,
    /// As names are written. It is enough where something is said that is said of persons only.
    Likely,
}

enum Article {
    /// One that is known, or several that are counted; it is this word.
    One(usize),
    Anybody,
}

impl ScannedText<'_> {
    /// Everybody in these words.
    pub(super) fn somebody(&self, sentence: &Range<usize>) -> Vec<OnePerson> {
        let mut all: Vec<OnePerson> = Vec::new();
        let mut at = sentence.start;
        while at < sentence.end {
            match self.somebody_at(at, sentence) {
                Some(somebody) => {
                    at = somebody.words.end.max(at + 1);
                    all.push(somebody);
                }
                None => at += 1,
            }
        }
        all
    }

    /// Whether these words are about somebody whom the sentence knows, apart from those that are `own`.
    pub(super) fn knows_somebody(&self, sentence: &Range<usize>, own: &Range<usize>) -> bool {
        let apart = |one: &OnePerson| one.words.start < own.start || one.words.start >= own.end;
        self.somebody(sentence).iter().any(|one| one.naming == NamedBy::Known && apart(one))
    }

    /// Whether these words are about somebody whom the sentence knows, or has what looks like a name of two words.
    pub(super) fn names_somebody(&self, sentence: &Range<usize>) -> bool {
        let is_named = |one: &OnePerson| match one.naming {
            NamedBy::Known => true,
            NamedBy::Office => false,
            NamedBy::Likely => one.words.len() > 1,
        };
        self.somebody(sentence).iter().any(is_named)
    }

    fn somebody_at(&self, at: usize, sentence: &Range<usize>) -> Option<OnePerson> {
        let word = self.words.get(at)?;
        let next = self.words.get(at + 1).filter(|_| at + 1 < sentence.end);
        let one = |words: Range<usize>, naming: NamedBy| Some(OnePerson { words, naming, is_any: false });
        if let Some(name) = self.name_at(word) {
            return one(at..self.word_at(name.end - 1).max(at) + 1, NamedBy::Known);
        }
        // "ja har", as some write "jag".
        let is_verb = |word: &Word| is(&BE, word) || is(&HAVE, word);
        // "tre av oss"
        let is_group = is(&FEW, word)
            && next.is_some_and(|next| is(&OF, next))
            && self.words.get(at + 2).is_some_and(|who| is(&OURSELVES, who) || OURSELVES.ends(&who.folded));
        if is_group && at + 2 < sentence.end {
            return one(at..at + 3, NamedBy::Known);
        }
        let also_i = is(&ALSO_I, word) && next.is_some_and(is_verb) && self.touches(at + 1);
        if is(&PRONOUNS, word) || also_i {
            return one(at..at + 1, NamedBy::Known);
        }
        let Some((sort, form)) = named_by(word) else {
            return self.likely_name(at, sentence).and_then(|words| one(words, NamedBy::Likely));
        };
        // "Rektor Ahmadi"
        let titled = |next: &Word| {
            next.capital && self.touches(at + 1) && !next.begins() && !is_particle(&next.folded)
        };
        if form <= WordForm::Known && (!word.shouted || word.begins()) && next.is_some_and(titled) {
            return one(at..at + 2, NamedBy::Known);
        }
        // "Enhetschef söks": whoever gets the post.
        if sort == PersonNoun::Role && next.is_some_and(|next| is(&WANTED, next)) {
            return None;
        }
        let (from, is_any) = self.noun(at, sort, form, sentence)?;
        let naming = if sort == PersonNoun::Role { NamedBy::Office } else { NamedBy::Known };
        Some(OnePerson { words: from..at + 1, naming, is_any })
    }

    /// The name that a word is part of.
    pub(super) fn name_at(&self, word: &Word) -> Option<&Range<usize>> {
        let at = self.names.partition_point(|name| name.end <= word.at.start);
        self.names.get(at).filter(|name| name.start <= word.at.start)
    }

    /// Where the words of a noun for one person begin, and whether it may be anybody.
    fn noun(
        &self,
        at: usize,
        sort: PersonNoun,
        form: WordForm,
        sentence: &Range<usize>,
    ) -> Option<(usize, bool)> {
        let article = self.article(at, sentence);
        match (form, article) {
            (WordForm::Known, _) => Some((at, false)),
            (
                WordForm::One | WordForm::Neuter | WordForm::Several | WordForm::AllKnown,
                Some(Article::Anybody),
            )
            | (WordForm::Neuter | WordForm::Several, None) => None,
            // "de två barnen", "en av eleverna", "två av kvinnorna"
            (WordForm::AllKnown, Some(Article::One(from))) => {
                let counted = self.words.get(from).is_some_and(|word| !is(&ARTICLES, word));
                counted.then_some((from, false))
            }
            (WordForm::AllKnown, None) => {
                let from = at.checked_sub(2).filter(|from| *from >= sentence.start)?;
                (self.is_word(from, &FEW) && self.is_word(from + 1, &OF)).then_some((from, false))
            }
            (WordForm::One, Some(Article::One(from))) => {
                Some((from, sort != PersonNoun::Kin && self.is_word(from, &ARTICLES)))
            }
            (_, Some(Article::One(from))) => Some((from, false)),
            (WordForm::One, None) => {
                // "Granne till mig", "Ny elev", but not "Brukare", who may be several.
                let opens = self.gap(at).contains(':') || self.is_described(sentence.start..at);
                let neuter = |before: usize| before >= sentence.start && self.is_neuter(before);
                let single = self.words.get(at).is_some_and(|word| !is_also_plural(&word.folded));
                let single = single || at.checked_sub(1).is_some_and(neuter);
                // "brukare 14"
                let is_number = |next: &Word| next.folded.bytes().all(|byte| byte.is_ascii_digit());
                let is_numbered = self.words.get(at + 1).is_some_and(is_number) && self.touches(at + 1);
                (is_numbered || sort == PersonNoun::Kin || opens && single).then_some((at, false))
            }
        }
    }

    /// Whether nothing but adjectives opens the sentence before a noun: "Äldre ensam man".
    fn is_described(&self, mut before: Range<usize>) -> bool {
        before.len() <= 2
            && before.all(|at| {
                let adjective = |word: &Word| !is_function_word(&word.folded) && named_by(word).is_none();
                self.words.get(at).is_some_and(adjective) && !self.parts(at + 1)
            })
    }

    fn is_neuter(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.folded.ends_with("tt"))
    }

    /// The article of a noun, with at most two adjectives between.
    fn article(&self, noun: usize, sentence: &Range<usize>) -> Option<Article> {
        for from in (noun.saturating_sub(3).max(sentence.start)..noun).rev() {
            if self.parts(from + 1) {
                return None;
            }
            let word = self.words.get(from)?;
            if is(&ANYBODY, word) {
                return Some(Article::Anybody);
            }
            if is(&ONE, word) || self.is_genitive(word) {
                return Some(Article::One(from));
            }
            if is_function_word(&word.folded) {
                return None;
            }
        }
        None
    }

    /// Whether a word says whose the next one is: "Karins", "grannens".
    fn is_genitive(&self, word: &Word) -> bool {
        let is_known = || person(&word.folded).is_some_and(|(_, form)| form == WordForm::Known);
        word.folded.ends_with('s') && (self.name_at(word).is_some() || is_known())
    }

    /// Words that are written as names are, where nothing says that they are something else.
    fn likely_name(&self, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
        let word = self.words.get(at)?;
        let next = self.words.get(at + 1).filter(|_| at + 1 < sentence.end);
        // "K.S."
        let initial = |word: &Word| word.capital && word.folded.chars().count() == 1;
        if initial(word) && next.is_some_and(initial) && matches!(self.gap(at + 1), "." | ". " | "-") {
            return Some(at..at + 2);
        }
        if !may_be_name(word) {
            return None;
        }
        let next = next.filter(|_| self.touches(at + 1));
        if next.is_some_and(|next| may_be_name(next) && next.shouted == word.shouted) {
            let after_colon = self.gap(at).contains([':', '|', '–']);
            return (!word.shouted || after_colon).then_some(at..at + 2);
        }
        // Alone in a cell.
        let is_cell = self.gap(at).contains('|') && self.gap(at + 1).contains('|');
        let has_verb = next.is_some_and(|next| is(&BE, next) || is(&HAVE, next));
        let is_name = is_cell || !word.begins() || has_verb && self.is_subject_name(at);
        (!word.shouted && is_name).then_some(at..at + 1)
    }

    /// Whether the first word of a sentence is written as a name is, and no noun that is known: "Idén".
    pub(super) fn is_subject_name(&self, at: usize) -> bool {
        let is_definite = |word: &Word| DEFINITE.ends(&word.folded);
        self.words.get(at).is_some_and(|word| {
            may_be_name(word) && !word.shouted && !is_definite(word) && !Lexicon::get().has(&word.folded)
        })
    }
}

/// Whether a word is written as names are, and is nothing else that is.
fn may_be_name(word: &Word) -> bool {
    word.capital
        && word.folded.chars().count() > 1
        && !is_function_word(&word.folded)
        && !is_place(&word.folded)
        && !is_organisation(&word.folded)
        && !is(&ANYBODY, word)
        && !is(&TOPICS, word)
        && !is(&ONE, word)
}

/// How a noun names a person, if it does.
fn named_by(word: &Word) -> Option<(PersonNoun, WordForm)> {
    person(&word.folded).or_else(|| is_role(&word.folded).then_some((PersonNoun::Role, WordForm::One)))
}
