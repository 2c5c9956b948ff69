//! Whether what is said is about somebody or a subject of the talk: "hon har diabetes", not "en föreläsning om
//! diabetes".
//!
//! From the words that say it the sentence is read backwards. Somebody who comes first is whom it is about; a word that
//! makes it a subject ("om", "rutin", "informerade"), or another subject of its verb, says that it is about nobody.
//! What follows counts where it leads to somebody: "orosanmälan för pojken".

use std::ops::Range;

use super::reading::{ScannedText, is};
use super::somebody::{NamedBy, OnePerson};
use crate::i18n::vocabulary::inflection::WordForm;
use crate::i18n::vocabulary::leads::{ELECTED_DO, ELECTED_OFFICES};
use crate::i18n::vocabulary::names::{AND, PARTY_LETTERS, WordClass, class};
use crate::i18n::vocabulary::personal::Says;
use crate::i18n::vocabulary::subjects::{
    ANYBODY, AS, BE, CLAUSE, HAVE, IF, MATTERS, MEMBERS, MEMBERSHIPS, MODAL, ONE, OWN, PersonNoun, SUPPORTS,
    TALK, THAT, THEMES, TOPICS, TOWARDS, WANTED, WHERE, WHO, is_also_plural, is_function_word, person,
};
use crate::i18n::vocabulary::word_list::WordList;
use crate::report::people::words::Word;

/// A word or several that may be about somebody.
#[derive(Debug, Clone)]
pub(super) struct Statement {
    /// Its words, by their indices in the text.
    pub words: Range<usize>,
    pub says: Says,
    pub form: WordForm,
}

impl ScannedText<'_> {
    /// Whether a word is about somebody.
    pub(super) fn is_about_somebody(&self, statement: &Statement) -> bool {
        let sentence = self.sentence(statement.words.start);
        let all = self.somebody(&sentence);
        Judgement { reading: self, sentence, all: &all, statement }.is_about_somebody()
    }
}

/// What a statement is judged by.
struct Judgement<'a> {
    reading: &'a ScannedText<'a>,
    sentence: Range<usize>,
    all: &'a [OnePerson],
    statement: &'a Statement,
}

/// What is found on the way from a statement to the beginning of its sentence.
enum Way {
    /// Somebody whom it is about.
    Somebody,
    /// It is the subject of talk, or of a thing.
    Elsewhere,
    /// Nobody, as yet.
    Open,
}

impl Judgement<'_> {
    fn word(&self, at: usize) -> Option<&Word<'_>> {
        self.reading.words.get(at).filter(|_| self.sentence.contains(&at))
    }

    fn has(&self, list: &WordList, at: usize) -> bool {
        self.word(at).is_some_and(|word| is(list, word))
    }

    fn somebody(&self, at: usize) -> Option<&OnePerson> {
        self.all.iter().find(|somebody| somebody.words.contains(&at))
    }

    fn is_about_somebody(&self) -> bool {
        let Statement { words, says, form } = self.statement;
        let before = words.start.checked_sub(1);
        let are_letters =
            *says == Says::Letters || *says == Says::IsIn && self.has(&PARTY_LETTERS, words.start);
        if are_letters && words.len() == 1 && self.is_in_brackets() {
            let somebody = before.and_then(|at| self.somebody(at));
            return somebody.is_some_and(|one| !self.is_elected(one));
        }
        if *says == Says::Case {
            return !self.is_talk();
        }
        if *says == Says::Of {
            let after = |one: &&OnePerson| one.words.end == words.start && one.naming != NamedBy::Office;
            let one = before.and_then(|before| self.somebody(before)).filter(after);
            return one.is_some_and(|one| !self.is_hypothetical(one)) && self.reading.touches(words.start);
        }
        if self.is_something_else() {
            return false;
        }
        // Within what names somebody: "en romsk familj".
        let within = |one: &OnePerson| one.words.len() > 1 && one.naming != NamedBy::Likely;
        if let Some(somebody) = self.somebody(words.start).filter(|one| within(one)) {
            return !self.is_hypothetical(somebody);
        }
        if *says == Says::Is && self.is_attribute() {
            let anybody = words.start.checked_sub(1).is_some_and(|before| self.has(&ANYBODY, before));
            let noun = self.word(words.end);
            let one = noun.and_then(|word| person(&word.folded));
            // "Litauiska gästarbetare"
            let before = || words.start.checked_sub(1).is_some_and(|before| self.has(&ONE, before));
            let many = *form >= WordForm::Several
                && noun.is_some_and(|word| is_also_plural(&word.folded))
                && !before();
            // "den somaliska mamman", but not "svenska kyrkoherden", who is of a body.
            let is_one =
                |(sort, form)| form == WordForm::One || form == WordForm::Known && sort != PersonNoun::Role;
            return !anybody && !many && one.is_some_and(is_one);
        }
        // "Kicki gick in i väggen"
        let opens = words.start == self.sentence.start + 1;
        if *says == Says::Does && opens && self.reading.is_subject_name(self.sentence.start) {
            return true;
        }
        // "Birgitta anmäler förhinder, opererar höften"
        if *says == Says::Does
            && self.reading.parts(words.start)
            && let Some(first) = self.somebody(self.sentence.start)
            && !self.is_hypothetical(first)
        {
            return true;
        }
        match self.back() {
            Way::Somebody => true,
            Way::Elsewhere => false,
            Way::Open => self.forth(),
        }
    }

    /// Whether somebody with the letters of a party in brackets is elected: "Karin Frisk (S) yrkar bifall",
    /// "kommunalrådet Frisk (S)", "Karin Frisk (S), ordförande", or one of several who have letters.
    fn is_elected(&self, somebody: &OnePerson) -> bool {
        let Range { start, end } = self.statement.words;
        let has_office = |at: usize| self.has(&ELECTED_OFFICES, at);
        // Titles go with the first word of a name: "kommunalrådet Karin | Frisk".
        let is_name =
            |at: &usize| self.reading.touches(*at + 1) && (self.reading.is_capital(*at) || has_office(*at));
        let before = (self.sentence.start..somebody.words.start).rev().take_while(is_name);
        let is_after = || self.reading.gap(end).starts_with("),") && has_office(end);
        let is_party = |at: usize| {
            at != start
                && self.has(&PARTY_LETTERS, at)
                && self.is_bracketed(&(at..at + 1))
                && self.reading.is_capital(at - 1)
        };
        self.has(&ELECTED_DO, end)
            || before.chain(somebody.words.clone()).any(has_office)
            || is_after()
            || self.sentence.clone().skip(1).any(is_party)
    }

    /// Whether the words before it in its sentence make it a subject of talk, or one that may come.
    fn is_talk(&self) -> bool {
        let lists = [&TOPICS, &TALK, &IF, &MODAL, &ANYBODY];
        let before = self.sentence.start..self.statement.words.start;
        before.into_iter().any(|at| lists.iter().any(|list| self.has(list, at)))
    }

    /// Whether the words right around it show that it means nothing of the kind.
    fn is_something_else(&self) -> bool {
        let Statement { words, says, form } = self.statement;
        let word = self.word(words.start);
        // "… är ett tema på föräldrakvällen"
        let is_theme = (self.has(&BE, words.end) || self.has(&HAVE, words.end))
            && (words.end + 1..words.end + 4).any(|at| self.has(&THEMES, at));
        if is_theme {
            return true;
        }
        let is_short = word.is_some_and(|word| words.len() == 1 && word.at.len() <= 3 && !word.capital);
        match says {
            Says::IsIn => !self.is_membership() || self.is_subject(),
            // "(SOC)" is an office, and "3 ms" a measure.
            Says::Has => {
                self.is_in_brackets() && word.is_some_and(|word| word.shouted)
                    || is_short && !self.is_after(&HAVE) && !self.is_after(&OWN)
                    || self.is_subject()
            }
            Says::IsA => self.is_subject(),
            // "sjukt dyrt": no adjective, but how something is; "bi" is an animal where nobody is it.
            Says::Is if is_short || *form == WordForm::Neuter => {
                !(self.is_after(&BE) || is_short && (self.is_after(&AS) || self.is_attribute()))
            }
            // A letter that is no party: "vecka v 12", "med i C-laget".
            Says::Letters => {
                !word.is_some_and(|word| word.capital) || !self.is_membership() || self.is_part()
            }
            _ => false,
        }
    }

    /// Whether it is a part of another word or has a number: "C-laget", "V 12".
    fn is_part(&self) -> bool {
        let end = self.statement.words.end;
        let gap = self.reading.gap(end);
        gap.starts_with(['-', ':']) || self.word(end).is_some_and(is_number)
    }

    /// Whether a word is right before the statement, adverbs and degrees between them or not.
    fn is_after(&self, list: &WordList) -> bool {
        let before = (self.sentence.start..self.statement.words.start).rev().take(3);
        before.into_iter().any(|at| self.has(list, at))
    }

    fn is_in_brackets(&self) -> bool {
        self.is_bracketed(&self.statement.words)
    }

    fn is_bracketed(&self, words: &Range<usize>) -> bool {
        let Range { start, end } = *words;
        let after = self.reading.words.get(end.saturating_sub(1)).map_or(0, |word| word.at.end);
        let closes = self.reading.text.get(after..).is_some_and(|after| after.starts_with([')', ',', ';']));
        self.reading.gap(start).ends_with('(') && closes
    }

    /// Whether an adjective has a noun after it.
    fn is_attribute(&self) -> bool {
        let Range { start, end } = self.statement.words;
        let Some(next) = self.word(end).filter(|_| !self.reading.parts(end)) else { return false };
        let direct = start.checked_sub(1).is_some_and(|before| self.has(&BE, before));
        !direct
            && !is_function_word(&next.folded)
            && self.somebody(end).is_none_or(|one| one.words.len() == 1)
            && next.folded.chars().all(char::is_alphabetic)
    }

    /// Whether it is what its own clause is about.
    fn is_subject(&self) -> bool {
        let Range { start, end } = self.statement.words;
        let opens = start == self.sentence.start
            || self.reading.parts(start)
            || start.checked_sub(1).is_some_and(|before| self.has(&THAT, before));
        let verb = [&BE, &HAVE, &MODAL, &WANTED].iter().any(|verbs| self.has(verbs, end))
            && !self.reading.parts(end);
        opens && verb && self.somebody(end + 1).is_none()
    }

    /// "med i Kommunal", "gått ur facket", "röstar på SD", "(Vision)" after a name.
    fn is_membership(&self) -> bool {
        let start = self.statement.words.start;
        let Some(before) = start.checked_sub(1) else { return false };
        if self.is_in_brackets() {
            return self.somebody(before).is_some();
        }
        // "| ersättare | Liberalerna |"
        if self.reading.parts(start) {
            return self.has(&MEMBERS, before);
        }
        let earlier =
            |list: &WordList| (self.sentence.start..before).rev().take(6).any(|at| self.has(list, at));
        let frame = MEMBERSHIPS.iter().find(|(preposition, _)| self.has(preposition, before));
        if let Some((_, words)) = frame {
            return earlier(words);
        }
        self.has(&SUPPORTS, before)
    }

    fn is_hypothetical(&self, somebody: &OnePerson) -> bool {
        let before = somebody.words.start.checked_sub(1);
        somebody.is_any
            && (self.sentence.clone().any(|at| self.has(&MODAL, at))
                || before.is_some_and(|before| self.has(&IF, before)))
    }

    /// Looks from the statement to the beginning of the sentence.
    fn back(&self) -> Way {
        let start = self.statement.words.start;
        let mut verb = false;
        let mut at = start;
        while at > self.sentence.start {
            at -= 1;
            if let Some(somebody) = self.somebody(at) {
                let is_said = verb || self.may_be_said_of(somebody);
                return if is_said && !self.is_hypothetical(somebody) {
                    Way::Somebody
                } else {
                    Way::Elsewhere
                };
            }
            if at + 2 >= start && self.has(&OWN, at) {
                return Way::Somebody;
            }
            let matter = at.checked_sub(1).is_some_and(|before| self.has(&MATTERS, before));
            // Membership has verbs of its own: "delar ut flygblad för".
            let talks = !matches!(self.statement.says, Says::IsIn | Says::Letters) && self.has(&TALK, at);
            // "på plan 14"
            let is_numbered = self.word(at + 1).is_some_and(is_number);
            if !verb && (self.has(&TOPICS, at) && !matter && !is_numbered || talks) {
                return Way::Elsewhere;
            }
            if self.has(&ANYBODY, at) && self.is_anybody(at) {
                return Way::Elsewhere;
            }
            if self.has(&BE, at) || self.has(&HAVE, at) {
                match self.head(at) {
                    Some(way) => return way,
                    None => verb = true,
                }
            }
        }
        if self.statement.form >= WordForm::Several && !verb { Way::Elsewhere } else { Way::Open }
    }

    /// Whether it may be said of somebody without a verb between: "Anders sjuk", but not "Kaj Lund, Synskadade", which
    /// is one of several, and not "Karin träffade samer".
    fn may_be_said_of(&self, somebody: &OnePerson) -> bool {
        let Statement { words, says, form } = self.statement;
        match says {
            Says::Is => *form < WordForm::Several,
            Says::IsA => {
                let near = words.start.saturating_sub(somebody.words.end) <= 2;
                let named = words.start.checked_sub(1).is_some_and(|before| self.has(&AS, before));
                *form < WordForm::Several && (near || named)
            }
            _ => true,
        }
    }

    /// Whether a word such as "alla" is the subject and not a word about another.
    fn is_anybody(&self, at: usize) -> bool {
        let next = at + 1;
        next == self.statement.words.start
            || self.has(&BE, next)
            || self.has(&HAVE, next)
            || self.has(&MODAL, next)
            || self.has(&WHO, next)
            || self.has(&BE, at.wrapping_sub(1))
            || self.has(&HAVE, at.wrapping_sub(1))
    }

    /// Whom the verb at this position is about: the words before it in its clause. None where they are in an earlier
    /// clause.
    fn head(&self, verb: usize) -> Option<Way> {
        let opens = |at: &usize| self.has(&CLAUSE, *at);
        let mut clause = self.sentence.start;
        for at in (self.sentence.start..verb).rev() {
            if opens(&at) && !self.joins_nouns(at) {
                // "Hon som städar är polack": whom the clause is about is what the verb after it is about.
                let one = at.checked_sub(1).and_then(|before| self.somebody(before));
                if self.has(&AS, at) && at + 1 < verb && one.is_some_and(|one| !self.is_hypothetical(one)) {
                    return Some(Way::Somebody);
                }
                clause = at + 1;
                break;
            }
            if self.reading.parts(at) && at > self.sentence.start {
                clause = at;
                break;
            }
        }
        let first = (clause..verb).find(|at| {
            let is_small = |word: &Word<'_>| is_function_word(&word.folded) || is(&ONE, word);
            self.somebody(*at).is_some() || self.word(*at).is_some_and(|word| !is_small(word))
        });
        // "Nya rektorn har iranskt påbrå"
        let is_described = |at: usize| {
            self.somebody(at).is_none()
                && self.somebody(at + 1).is_some()
                && at + 1 < verb
                && self.word(at).is_some_and(|word| word.folded.ends_with(['a', 'e']))
        };
        let first = first.map(|at| if is_described(at) { at + 1 } else { at });
        match first {
            Some(at) => match self.somebody(at) {
                Some(somebody) if !self.is_hypothetical(somebody) => Some(Way::Somebody),
                _ => Some(Way::Elsewhere),
            },
            None if clause == self.sentence.start && self.statement.words.start - verb <= 3 => {
                // "Är sjuk till fredag": whoever it is was said before.
                (verb == self.sentence.start).then_some(Way::Somebody)
            }
            None => None,
        }
    }

    /// Whether "och" here is between two nouns before the first verb: "kollegan på vård och omsorg har".
    fn joins_nouns(&self, at: usize) -> bool {
        let is_and = self.word(at).is_some_and(|word| AND.contains(&&*word.folded));
        let is_verb = |at: usize| {
            let known = self.word(at).map(|word| class(&word.folded)).unwrap_or_default();
            [&BE, &HAVE, &MODAL].iter().any(|verbs| self.has(verbs, at)) || known.is(WordClass::VERB)
        };
        is_and && !(self.sentence.start..at).any(is_verb) && !self.reading.parts(at)
    }

    /// Looks for somebody after the statement: "orosanmälan för pojken", "Sjuk: Eva".
    fn forth(&self) -> bool {
        let end = self.statement.words.end;
        for at in end..self.sentence.end.min(end + 8) {
            if let Some(somebody) = self.somebody(at) {
                if self.is_hypothetical(somebody) {
                    return false;
                }
                let named = at == end && self.reading.gap(at).contains([':', '–', '(', '-', ',']);
                let verb =
                    at.checked_sub(1).is_some_and(|before| self.has(&BE, before) || self.has(&HAVE, before));
                let towards = at.checked_sub(1).is_some_and(|before| self.has(&TOWARDS, before));
                let likely = somebody.naming == NamedBy::Likely;
                let place = at.checked_sub(1).is_some_and(|before| self.has(&WHERE, before));
                return named
                    || verb && at == end + 1
                    || towards && somebody.naming != NamedBy::Office && !(likely && place);
            }
            if self.has(&ANYBODY, at) || (self.has(&BE, at) || self.has(&MODAL, at)) && at > end {
                return false;
            }
        }
        false
    }
}

fn is_number(word: &Word<'_>) -> bool {
    word.folded.starts_with(|c: char| c.is_ascii_digit())
}
