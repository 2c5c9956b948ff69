//! The words that reveal what the law guards most, in all their forms, indexed so that a word of a text is looked up at
//! once. Whether they are about somebody is another question: [`super::subject`].

use std::sync::OnceLock;

use crate::i18n::vocabulary::inflection::{WordForm, adjective, noun};
use crate::i18n::vocabulary::personal::{COUNTRIES, SHORTENED, Says, TASKS, patterns};
use crate::i18n::vocabulary::subjects::is_function_word;
use crate::model::FindingKind;
use crate::report::people::words::Word;
use crate::text::hash::WordMap;

/// The first or the last bytes of a word, by which patterns are found.
type Edge = [u8; 3];

/// Every term by the first of its words.
pub(super) struct Lexicon {
    whole: WordMap<String, Vec<Term>>,
    starts: WordMap<Edge, Vec<(&'static str, Term)>>,
    ends: WordMap<Edge, Vec<(String, Term)>>,
}

/// Something that a text may say about somebody.
#[derive(Debug, Clone)]
pub(super) struct Term {
    pub kind: FindingKind,
    pub says: Says,
    /// The form of the word that it begins with.
    pub form: WordForm,
    /// Its further words, each in one of several forms.
    rest: Vec<Vec<WordMatch>>,
}

/// What a word must be equal to, begin with or end with.
#[derive(Debug, Clone, Copy)]
enum WordMatch {
    Whole(&'static str),
    Start(&'static str),
    End(&'static str),
    Country,
    Any,
}

impl Lexicon {
    /// That of the vocabulary. It is made when it is first asked for.
    pub(super) fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::new)
    }

    /// Whether a word is one that begins a term.
    pub(super) fn has(&self, word: &str) -> bool {
        self.whole.contains_key(word)
    }

    fn new() -> Self {
        let mut lexicon =
            Self { whole: WordMap::default(), starts: WordMap::default(), ends: WordMap::default() };
        for (kind, says, pattern) in patterns() {
            let mut words = pattern.split(' ').map(|forms| forms.split('|').map(WordMatch::of).collect());
            let first: Vec<WordMatch> = words.next().unwrap_or_default();
            let rest: Vec<Vec<WordMatch>> = words.collect();
            for form in first {
                lexicon.add(form, &Term { kind, says, form: WordForm::One, rest: rest.clone() });
            }
        }
        lexicon
    }

    fn add(&mut self, first: WordMatch, term: &Term) {
        let forms = |word: &str| match term.says {
            _ if !term.rest.is_empty() => vec![(word.to_owned(), WordForm::One)],
            // "Visions klubb"
            Says::IsIn if !word.ends_with('s') => {
                [String::new(), "s".to_owned()].map(|end| (word.to_owned() + &end, WordForm::One)).into()
            }
            // "halvgrekisk"
            Says::Is if term.kind == FindingKind::Ethnicity && word.ends_with("sk") => {
                let half = adjective(word).into_iter().map(|(word, form)| (format!("halv{word}"), form));
                half.chain(adjective(word)).collect()
            }
            Says::Is => adjective(word),
            Says::IsA | Says::Has => noun(word),
            _ => vec![(word.to_owned(), WordForm::One)],
        };
        match first {
            WordMatch::Whole(word) => {
                for (word, form) in forms(word) {
                    self.whole.entry(word).or_default().push(Term { form, ..term.clone() });
                }
            }
            WordMatch::Start(start) => {
                if let Some(edge) = first_bytes(start) {
                    self.starts.entry(edge).or_default().push((start, term.clone()));
                }
            }
            WordMatch::Country | WordMatch::Any => {}
            WordMatch::End(end) => {
                for (end, form) in forms(end) {
                    if let Some(edge) = last_bytes(&end) {
                        self.ends.entry(edge).or_default().push((end, Term { form, ..term.clone() }));
                    }
                }
            }
        }
    }

    /// The terms that begin at the first of these words and take most of them, and how many they take.
    pub(super) fn at(&self, rest: &[Word<'_>], text: &str) -> (Vec<&Term>, usize) {
        let Some(word) = rest.first().map(|word| &*word.folded) else { return (Vec::new(), 0) };
        let whole = self.whole.get(word).into_iter().flatten();
        let starts = first_bytes(word).and_then(|edge| self.starts.get(&edge)).into_iter().flatten();
        let starts = starts.filter(|(start, _)| begins(word, start)).map(|(_, term)| term);
        let ending = last_bytes(word).and_then(|edge| self.ends.get(&edge)).into_iter().flatten();
        let ending = ending.filter(|(end, _)| ends(word, end)).map(|(_, term)| term);
        let (mut longest, mut most) = (Vec::new(), 0);
        for term in whole.chain(starts).chain(ending) {
            let Some(taken) = term.fits(rest, text) else { continue };
            if taken > most {
                (longest, most) = (Vec::new(), taken);
            }
            if taken == most {
                longest.push(term);
            }
        }
        (longest, most)
    }
}

fn first_bytes(word: &str) -> Option<Edge> {
    word.as_bytes().first_chunk().copied()
}

fn last_bytes(word: &str) -> Option<Edge> {
    word.as_bytes().last_chunk().copied()
}

/// Whether a word begins so, and does not end in a task of the municipality.
fn begins(word: &str, start: &str) -> bool {
    word.starts_with(start) && !TASKS.iter().any(|end| word.ends_with(end))
}

/// Whether a word ends so: "från" is no "rån".
fn ends(word: &str, end: &str) -> bool {
    word.len() > end.len() && word.ends_with(end) && !is_function_word(word)
}

impl Term {
    /// How many words it takes at the beginning of `rest`, the first of which fits.
    fn fits(&self, rest: &[Word<'_>], text: &str) -> Option<usize> {
        let mut before = rest.first()?;
        for (forms, word) in
            self.rest.iter().zip(rest.get(1..)?.iter().map(Some).chain(std::iter::repeat(None)))
        {
            let fits = |word: &str| forms.iter().any(|form| form.fits(word));
            let is_genitive =
                |word: &str| self.says == Says::IsIn && word.strip_suffix('s').is_some_and(fits);
            let word = word.filter(|word| fits(&word.folded) || is_genitive(&word.folded))?;
            let gap = text.get(before.at.end..word.at.start)?;
            // "SD-väljare", "SSU:are"
            let is_shortened = SHORTENED.contains(&before.folded) && matches!(gap, "." | ". ");
            if !(gap.chars().all(char::is_whitespace) || matches!(gap, "-" | "- " | ":") || is_shortened) {
                return None;
            }
            before = word;
        }
        Some(1 + self.rest.len())
    }
}

impl WordMatch {
    fn of(written: &'static str) -> Self {
        if written == "@countries" {
            return Self::Country;
        }
        if written == "@any" {
            return Self::Any;
        }
        match (written.strip_suffix('*'), written.strip_prefix('*')) {
            (Some(start), _) => Self::Start(start),
            (None, Some(end)) => Self::End(end),
            (None, None) => Self::Whole(written),
        }
    }

    fn fits(self, word: &str) -> bool {
        match self {
            Self::Whole(whole) => word == whole,
            Self::Start(start) => begins(word, start),
            Self::End(end) => ends(word, end),
            Self::Country => COUNTRIES.contains(word),
            Self::Any => word.chars().nth(3).is_some() && !is_function_word(word),
        }
    }
}
