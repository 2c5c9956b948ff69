//! Who is known, and where a text names them: in full, by given name or surname alone, with a genitive, by dotted
//! initials or by an e-mail address. It knows no paper and does not say what is to stand in their place.

use std::collections::HashMap;
use std::ops::Range;

use self::words::{Opens, Word, addresses, plain, words};
use crate::i18n::vocabulary::people as vocabulary;
use crate::text::slice;

pub(crate) mod gather;
pub(crate) mod words;

/// Everybody who is known: the register first, in its order, and after it those whom the papers name.
#[derive(Debug, Clone, Default)]
pub struct People {
    persons: Vec<Person>,
    given: HashMap<String, Vec<usize>>,
    family: HashMap<String, Vec<usize>>,
    initials: HashMap<String, Vec<usize>>,
    /// The letters before an `@`.
    local: HashMap<String, Vec<usize>>,
    /// Every spelling of a whole name.
    whole: HashMap<Vec<String>, usize>,
}

/// Somebody who is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their name, as it was written first.
    pub name: String,
    /// Their title or role; may be empty.
    pub role: String,
    /// The number by which they go when their name is hidden. For those in the register their place in it, so that it
    /// is the same in every paper.
    pub number: usize,
    /// The words of the name, folded.
    parts: Vec<String>,
}

/// Whom a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// This one of [`People::persons`].
    One(usize),
    /// One of several, or somebody unknown with the given name of one who is known.
    Somebody,
}

/// A name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Where it stands, in bytes, its genitive included.
    pub at: Range<usize>,
    /// Whom it names.
    pub who: Who,
    /// Whether it stands in the genitive.
    pub genitive: bool,
    /// Whether it opens a sentence.
    pub opens: bool,
}

impl Person {
    fn given(&self) -> &str {
        self.parts.first().map_or("", String::as_str)
    }

    /// The last word of the name, where there are several.
    fn surname(&self) -> Option<&str> {
        self.parts.get(1..)?.last().map(String::as_str)
    }
}

impl People {
    /// Everybody, in the order of their numbers.
    pub fn persons(&self) -> &[Person] {
        &self.persons
    }

    /// The one whose whole name this is.
    pub fn named(&self, name: &str) -> Option<&Person> {
        self.whole.get(&gather::parts(name)).and_then(|at| self.persons.get(*at))
    }

    /// Where the text names somebody who is known, from left to right and without overlaps.
    pub fn find(&self, text: &str) -> Vec<Named> {
        self.find_among(text, words(text))
    }

    /// The same, of a text whose words are known already.
    pub(crate) fn find_among(&self, text: &str, mut words: Vec<Word>) -> Vec<Named> {
        if self.persons.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<Named> = Vec::new();
        let addresses = addresses(text);
        for (at, local_end) in &addresses {
            let local = slice(text, at.start..*local_end);
            if let Some(who) = self.addressed(local) {
                found.push(Named { at: at.clone(), who, genitive: false, opens: false });
            }
        }
        words.retain(|word| !addresses.iter().any(|(at, _)| at.contains(&word.at.start)));
        let mut next = 0;
        while next < words.len() {
            match self.at(text, &words, next) {
                Some((named, taken)) => {
                    next += taken.max(1);
                    found.push(named);
                }
                None => next += 1,
            }
        }
        found.sort_by_key(|named| named.at.start);
        found
    }

    /// Whose address begins so.
    fn addressed(&self, local: &str) -> Option<Who> {
        let letters = plain(local);
        let letters = letters.trim_end_matches(|c: char| c.is_ascii_digit());
        if let Some(who) = self.local.get(letters) {
            return who_of(who);
        }
        let given = |part: &str| self.given.keys().any(|given| plain(given) == part);
        let parts = local.split(['.', '_', '-', '+']).map(plain);
        parts.into_iter().any(|part| part.len() > 1 && given(&part)).then_some(Who::Somebody)
    }

    /// The name that begins at a word, and how many words it takes.
    fn at(&self, text: &str, words: &[Word], first: usize) -> Option<(Named, usize)> {
        self.initialled(text, words, first)
            .or_else(|| self.by_given(text, words, first))
            .or_else(|| self.by_surname(text, words, first))
    }

    fn by_given(&self, text: &str, words: &[Word], first: usize) -> Option<(Named, usize)> {
        let word = words.get(first)?;
        let (mut who, mut genitive) = look_up(&self.given, word, text)?;
        let stem = if genitive.is_some() {
            word.folded.strip_suffix('s').unwrap_or(&word.folded)
        } else {
            &word.folded
        };
        if !word.capital && !may_be_small(stem) {
            return None;
        }
        let mut last = first;
        while genitive.is_none() {
            let Some(next) = adjacent(text, words, last) else { break };
            let Some((narrowed, ends)) = self.narrowed(&who, next, text) else { break };
            who = narrowed;
            genitive = ends;
            last += 1;
        }
        let alone = last == first;
        // "Eva Lund" where only Eva Ek is known is somebody else, and so is "Eva Ek-Lund".
        if alone
            && genitive.is_none()
            && let Some(next) = adjacent(text, words, first).filter(|next| is_surname(next))
        {
            let nameless = match who.as_slice() {
                [one] => self.persons.get(*one).is_some_and(|person| person.surname().is_none()),
                _ => false,
            };
            let ends = next.folded.ends_with('s').then_some(0).or_else(|| suffix(text, next.at.end));
            let who = if nameless { who_of(&who)? } else { Who::Somebody };
            return Some((named(words, first, first + 1, who, ends), 2));
        }
        Some((named(words, first, last, who_of(&who)?, genitive), last - first + 1))
    }

    /// Those of `who` whose name goes on with this word; and the genitive it stands in, if it does.
    fn narrowed(&self, who: &[usize], next: &Word, text: &str) -> Option<(Vec<usize>, Option<usize>)> {
        let having = |word: &str| -> Vec<usize> {
            let has = |person: &Person| person.parts.iter().skip(1).any(|part| part == word);
            who.iter().copied().filter(|at| self.persons.get(*at).is_some_and(has)).collect()
        };
        let full = having(&next.folded);
        if !full.is_empty() {
            return Some((full, suffix(text, next.at.end)));
        }
        if let Some(stem) = next.folded.strip_suffix('s') {
            let full = having(stem);
            if !full.is_empty() {
                return Some((full, Some(0)));
            }
        }
        // "Eva B" and "Eva Bs".
        let (letter, ends) = match next.folded.strip_suffix('s').filter(|letter| !letter.is_empty()) {
            Some(letter) => (letter, Some(0)),
            None => (next.folded.as_str(), suffix(text, next.at.end)),
        };
        let single = next.capital && letter.chars().count() == 1;
        let starts = |person: &Person| person.surname().is_some_and(|surname| surname.starts_with(letter));
        let initial: Vec<usize> =
            who.iter().copied().filter(|at| single && self.persons.get(*at).is_some_and(starts)).collect();
        (!initial.is_empty()).then_some((initial, ends))
    }

    fn by_surname(&self, text: &str, words: &[Word], first: usize) -> Option<(Named, usize)> {
        let word = words.get(first).filter(|word| word.capital)?;
        let (who, genitive) = look_up(&self.family, word, text)?;
        let stem = if genitive.is_some() {
            word.folded.strip_suffix('s').unwrap_or(&word.folded)
        } else {
            &word.folded
        };
        // "Ek, Eva" and "Ek Eva".
        if genitive.is_none()
            && let Some(next) = words.get(first + 1)
        {
            let between = slice(text, word.at.end..next.at.start);
            let is_given =
                |at: &usize| self.persons.get(*at).is_some_and(|person| person.given() == next.folded);
            let both: Vec<usize> = who.iter().copied().filter(is_given).collect();
            if !both.is_empty() && (between == ", " || between.trim().is_empty()) {
                let ends = suffix(text, next.at.end);
                return Some((named(words, first, first + 1, who_of(&both)?, ends), 2));
            }
        }
        let is_word = vocabulary::is_also_a_word(stem) && word.begins();
        let is_somebody_else =
            first.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|before| {
                let touches = text.get(before.at.end..word.at.start).is_some_and(|gap| gap.trim().is_empty());
                touches
                    && before.capital
                    && (vocabulary::is_given(&before.folded) || !before.begins() && !before.shouted)
            });
        if vocabulary::is_place(stem) || is_word || is_somebody_else {
            return None;
        }
        Some((named(words, first, first, who_of(&who)?, genitive), 1))
    }

    /// "E.E." and "E. Ek".
    fn initialled(&self, text: &str, words: &[Word], first: usize) -> Option<(Named, usize)> {
        let word = words.get(first).filter(|word| word.capital)?;
        let rest = text.get(word.at.start..)?;
        let dotted = |initials: &&String| {
            let after = rest.get(initials.len()..).and_then(|after| after.chars().next());
            rest.starts_with(initials.as_str()) && !after.is_some_and(char::is_alphanumeric)
        };
        if let Some(initials) = self.initials.keys().filter(dotted).max_by_key(|initials| initials.len()) {
            let end = word.at.start + initials.len();
            let taken = words.iter().skip(first).take_while(|word| word.at.start < end).count();
            let at = word.at.start..end;
            let who = who_of(self.initials.get(initials)?)?;
            return Some((Named { at, who, genitive: false, opens: word.opens == Opens::Sentence }, taken));
        }
        let next = words.get(first + 1).filter(|next| next.capital && word.folded.chars().count() == 1)?;
        if text.get(word.at.end..next.at.start)?.trim_end() != "." {
            return None;
        }
        let (who, genitive) = look_up(&self.family, next, text)?;
        let starts =
            |at: &usize| self.persons.get(*at).is_some_and(|person| person.given().starts_with(&word.folded));
        let who: Vec<usize> = who.into_iter().filter(starts).collect();
        (!who.is_empty()).then(|| Some((named(words, first, first + 1, who_of(&who)?, genitive), 2)))?
    }
}

/// One, or one of several.
fn who_of(who: &[usize]) -> Option<Who> {
    match who {
        [] => None,
        [one] => Some(Who::One(*one)),
        _ => Some(Who::Somebody),
    }
}

/// Those of this word, and the genitive it stands in: how many bytes of it stand after the word.
fn look_up(
    among: &HashMap<String, Vec<usize>>,
    word: &Word,
    text: &str,
) -> Option<(Vec<usize>, Option<usize>)> {
    if let Some(who) = among.get(&word.folded) {
        return Some((who.clone(), suffix(text, word.at.end)));
    }
    let who = among.get(word.folded.strip_suffix('s')?)?;
    Some((who.clone(), Some(0)))
}

/// The bytes of a genitive that stands apart from the name: `EU:s`, `Eva's`, `Lars’`.
fn suffix(text: &str, end: usize) -> Option<usize> {
    let mut after = text.get(end..)?.chars();
    let sign = after.next().filter(|c| matches!(c, ':' | '\'' | '’' | '´'))?;
    if !after.next().is_some_and(|c| c == 's' || c == 'S') || after.next().is_some_and(char::is_alphanumeric)
    {
        return None;
    }
    Some(sign.len_utf8() + 1)
}

fn named(words: &[Word], first: usize, last: usize, who: Who, genitive: Option<usize>) -> Named {
    let start = words.get(first).map_or(0, |word| word.at.start);
    let end = words.get(last).map_or(start, |word| word.at.end) + genitive.unwrap_or(0);
    let opens = words.get(first).is_some_and(|word| word.opens == Opens::Sentence);
    Named { at: start..end, who, genitive: genitive.is_some(), opens }
}

/// The next word, if nothing but space stands before it.
fn adjacent<'a>(text: &str, words: &'a [Word], at: usize) -> Option<&'a Word> {
    let (word, next) = (words.get(at)?, words.get(at + 1)?);
    let between = text.get(word.at.end..next.at.start)?;
    (!between.is_empty() && between.chars().all(char::is_whitespace)).then_some(next)
}

/// Whether a name is meant although it stands in lower case.
fn may_be_small(folded: &str) -> bool {
    !vocabulary::is_also_a_word(folded) && (vocabulary::is_given(folded) || folded.chars().count() >= 5)
}

/// Whether a word after a given name is a surname.
fn is_surname(word: &Word) -> bool {
    let known = [vocabulary::is_organisation, vocabulary::is_place, vocabulary::is_given];
    word.capital
        && !word.shouted
        && word.folded.chars().count() > 1
        && word.folded.chars().all(|c| c.is_alphabetic() || c == '-')
        && !known.iter().any(|is_known| is_known(&word.folded))
}
