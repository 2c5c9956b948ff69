//! Where a text mentions somebody who is known: in full, by given name or surname alone, in the genitive, by dotted
//! initials or by an e-mail address.

use std::collections::HashMap;
use std::ops::Range;

use super::words::{Opens, Word, addresses, plain, words};
use super::{KnownPeople, KnownPerson};
use crate::i18n::vocabulary::people as vocabulary;
use crate::text::slice;

/// Whom a text mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// This one of [`KnownPeople::persons`].
    One(usize),
    /// One of several known people, or somebody unknown with the given name of one who is known.
    Somebody,
}

/// A place where a text mentions somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its range in bytes, with its genitive ending.
    pub at: Range<usize>,
    /// Whom it refers to.
    pub who: Who,
    /// Whether it has the ending of a genitive ("Annas"), which what replaces it needs too.
    pub genitive: bool,
    /// Whether it is the first word of a sentence.
    pub opens: bool,
}

impl KnownPeople {
    /// The mentions in a text, from left to right and without overlaps.
    pub fn find(&self, text: &str) -> Vec<Mention> {
        self.find_among(text, words(text))
    }

    /// The same for a text that was split into words already.
    pub(crate) fn find_among(&self, text: &str, mut words: Vec<Word>) -> Vec<Mention> {
        if self.persons.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<Mention> = Vec::new();
        let addresses = addresses(text);
        for (at, local_end) in &addresses {
            let local = slice(text, at.start..*local_end);
            if let Some(who) = self.addressed(local) {
                found.push(Mention { at: at.clone(), who, genitive: false, opens: false });
            }
        }
        words.retain(|word| !addresses.iter().any(|(at, _)| at.contains(&word.at.start)));
        let mut next = 0;
        while next < words.len() {
            match self.at(text, &words, next) {
                Some((mention, taken)) => {
                    next += taken.max(1);
                    found.push(mention);
                }
                None => next += 1,
            }
        }
        found.sort_by_key(|mention| mention.at.start);
        found
    }

    /// Whose address begins with this local part.
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

    /// The mention that begins at a word, and how many words it consists of.
    fn at(&self, text: &str, words: &[Word], first: usize) -> Option<(Mention, usize)> {
        self.initialled(text, words, first)
            .or_else(|| self.by_given(text, words, first))
            .or_else(|| self.by_surname(text, words, first))
    }

    fn by_given(&self, text: &str, words: &[Word], first: usize) -> Option<(Mention, usize)> {
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
            return Some((mention(words, first, first + 1, who, ends), 2));
        }
        Some((mention(words, first, last, who_of(&who)?, genitive), last - first + 1))
    }

    /// Those of `who` whose name continues with this word; and the length in bytes of its genitive ending, if it has
    /// one.
    fn narrowed(&self, who: &[usize], next: &Word, text: &str) -> Option<(Vec<usize>, Option<usize>)> {
        let having = |word: &str| -> Vec<usize> {
            let has = |person: &KnownPerson| person.parts.iter().skip(1).any(|part| part == word);
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
        let starts =
            |person: &KnownPerson| person.surname().is_some_and(|surname| surname.starts_with(letter));
        let initial: Vec<usize> =
            who.iter().copied().filter(|at| single && self.persons.get(*at).is_some_and(starts)).collect();
        (!initial.is_empty()).then_some((initial, ends))
    }

    fn by_surname(&self, text: &str, words: &[Word], first: usize) -> Option<(Mention, usize)> {
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
                return Some((mention(words, first, first + 1, who_of(&both)?, ends), 2));
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
        Some((mention(words, first, first, who_of(&who)?, genitive), 1))
    }

    /// "E.E." and "E. Ek".
    fn initialled(&self, text: &str, words: &[Word], first: usize) -> Option<(Mention, usize)> {
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
            return Some((Mention { at, who, genitive: false, opens: word.opens == Opens::Sentence }, taken));
        }
        let next = words.get(first + 1).filter(|next| next.capital && word.folded.chars().count() == 1)?;
        if text.get(word.at.end..next.at.start)?.trim_end() != "." {
            return None;
        }
        let (who, genitive) = look_up(&self.family, next, text)?;
        let starts =
            |at: &usize| self.persons.get(*at).is_some_and(|person| person.given().starts_with(&word.folded));
        let who: Vec<usize> = who.into_iter().filter(starts).collect();
        (!who.is_empty()).then(|| Some((mention(words, first, first + 1, who_of(&who)?, genitive), 2)))?
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

/// Those with this name; and the length in bytes of its genitive ending after the word, if it has one.
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

/// The length in bytes of a genitive ending that is separated from the name: `EU:s`, `Eva's`, `Lars’`.
fn suffix(text: &str, end: usize) -> Option<usize> {
    let mut after = text.get(end..)?.chars();
    let mark = after.next().filter(|c| matches!(c, ':' | '\'' | '’' | '´'))?;
    if !after.next().is_some_and(|c| c == 's' || c == 'S') || after.next().is_some_and(char::is_alphanumeric)
    {
        return None;
    }
    Some(mark.len_utf8() + 1)
}

fn mention(words: &[Word], first: usize, last: usize, who: Who, genitive: Option<usize>) -> Mention {
    let start = words.get(first).map_or(0, |word| word.at.start);
    let end = words.get(last).map_or(start, |word| word.at.end) + genitive.unwrap_or(0);
    let opens = words.get(first).is_some_and(|word| word.opens == Opens::Sentence);
    Mention { at: start..end, who, genitive: genitive.is_some(), opens }
}

/// The next word, if only white space separates it from this one.
fn adjacent<'a>(text: &str, words: &'a [Word], at: usize) -> Option<&'a Word> {
    let (word, next) = (words.get(at)?, words.get(at + 1)?);
    let between = text.get(word.at.end..next.at.start)?;
    (!between.is_empty() && between.chars().all(char::is_whitespace)).then_some(next)
}

/// Whether a word in lower case is still understood as a name.
fn may_be_small(folded: &str) -> bool {
    !vocabulary::is_also_a_word(folded) && (vocabulary::is_given(folded) || folded.chars().count() >= 5)
}

/// Whether a word after a given name looks like a surname.
fn is_surname(word: &Word) -> bool {
    let known = [vocabulary::is_organisation, vocabulary::is_place, vocabulary::is_given];
    word.capital
        && !word.shouted
        && word.folded.chars().count() > 1
        && word.folded.chars().all(|c| c.is_alphabetic() || c == '-')
        && !known.iter().any(|is_known| is_known(&word.folded))
}
