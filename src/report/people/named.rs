//! Whom the texts of the meetings name in full though nobody else knows them: where "Moa Ek" is, "Ek" alone is a name.

use std::collections::HashSet;

use super::index::NameParts;
use super::long_names::LongNames;
use super::value::parts;
use super::words::{folded, words};
use super::{KnownPeople, KnownPerson, Mention, NamedStrangers, Naming, Who};
use crate::i18n::vocabulary::bodies::is_no_name;
use crate::i18n::vocabulary::inflection::WordForm;
use crate::i18n::vocabulary::minutes::is_signer;
use crate::i18n::vocabulary::names::{AND, UNIT_ENDINGS, WordClass, class};
use crate::i18n::vocabulary::people::{is_given, is_organisation, is_particle};
use crate::i18n::vocabulary::subjects::{PersonNoun, is_function_word, person};
use crate::minutes::{Entry, Response};
use crate::model::Programme;
use crate::report::material::{Material, MeetingData};
use crate::text::{cores, slice};

impl KnownPeople {
    /// Reads the texts of a material for names in full.
    pub(super) fn read_names(&mut self, texts: Vec<&str>) {
        // Work is in the minutes too.
        let mut seen: HashSet<&str> = HashSet::with_capacity(texts.len());
        let new = texts.into_iter().filter(|text| seen.insert(*text));
        let lines: Vec<&str> = new.flat_map(str::lines).filter(|line| may_name(line)).collect();
        let named = cores::each(&lines, |line| self.names_in_full(line));
        let in_rows = named
            .iter()
            .enumerate()
            .flat_map(|(line, named)| named.iter().map(move |one| ((line, one.row), one.words.as_slice())));
        self.strangers.long = LongNames::of(in_rows);
        for one in named.into_iter().flatten() {
            self.name_stranger(one);
        }
    }

    /// Knows the words of a name in full, and whose they are where nobody else has them.
    fn name_stranger(&mut self, NamedInFull { words, role, is_somebody, .. }: NamedInFull) {
        let identity = self.strangers.in_full(&words);
        for (word, is_family) in words_of(&NameParts::of(&words)) {
            let whole = self.strangers.whole.entry(word.clone()).or_insert_with(|| Some(identity.clone()));
            if whole.as_ref().is_some_and(|whole| *whole != identity) {
                *whole = None;
            }
            if is_somebody {
                self.named.insert(word, is_family);
            }
        }
        if let Some(role) = role {
            self.strangers.roles.entry(identity).or_insert(role);
        }
    }

    /// What never changes about somebody whom only texts name: the words of the name, in full where a text has it so
    /// and nobody else is called that.
    pub(super) fn identity_of_stranger(&self, called: &str) -> String {
        let words = parts(called);
        let whole = |word: &str| self.strangers.whole.get(word).cloned().flatten();
        match words.as_slice() {
            [one] => {
                let stem = one.strip_suffix('s').unwrap_or_default();
                let is_name = class(one).is(WordClass::GIVEN.or(WordClass::SURNAME));
                let is_stem = class(stem).is(WordClass::GIVEN.or(WordClass::SURNAME)) && !is_name;
                let bare = if is_stem { stem } else { one.as_str() };
                whole(one).or_else(|| whole(stem)).unwrap_or_else(|| bare.to_owned())
            }
            // "H. Asp"
            [letter, family] if letter.chars().nth(1).is_none() => whole(family)
                .filter(|whole| whole.starts_with(letter.as_str()))
                .unwrap_or_else(|| words.join(" ")),
            [.., last] => {
                let stem = last.strip_suffix('s').filter(|stem| whole(stem).is_some());
                let bare = stem.map(|stem| {
                    [words.get(..words.len() - 1).unwrap_or_default(), &[stem.to_owned()]].concat()
                });
                let is_own = |bare: &Vec<String>| {
                    let own = self.strangers.in_full(bare);
                    bare.iter().all(|word| whole(word).as_ref() == Some(&own))
                };
                self.strangers.in_full(bare.as_ref().filter(|bare| is_own(bare)).unwrap_or(&words))
            }
            [] => String::new(),
        }
    }

    /// What a text says that somebody is whom only texts name: "enhetschef".
    pub(in crate::report) fn role_of_stranger(&self, called: &str) -> Option<&str> {
        self.strangers.roles.get(&self.identity_of_stranger(called)).map(String::as_str)
    }

    /// The names in full by which texts mention those who are known by a given name alone: "Tor Vik" where somebody is
    /// known as Tor.
    pub(super) fn in_full(&self, texts: &[&str]) -> Vec<String> {
        let is_short = |person: &KnownPerson| person.names.family.is_empty();
        let given: HashSet<&str> =
            self.persons.iter().filter(|one| is_short(one)).map(KnownPerson::given).collect();
        if given.is_empty() {
            return Vec::new();
        }
        let mut seen: HashSet<&str> = HashSet::new();
        let new =
            texts.iter().flat_map(|text| text.lines()).filter(|line| seen.insert(line) && may_name(line));
        let lines: Vec<&str> =
            new.filter(|line| words(line).iter().any(|word| given.contains(&*word.folded))).collect();
        let in_line = |line: &str| {
            let of_short = |mention: &Mention| {
                matches!(mention.who, Who::One(at) if self.person(at).is_some_and(is_short))
                    && mention.naming == Naming::Name
                    && mention.is_sure
            };
            let names =
                self.find(line).into_iter().filter(of_short).map(|mention| called(line, &mention).to_owned());
            names.filter(|name| parts(name).len() > 1).collect::<Vec<_>>()
        };
        cores::each(&lines, |line| in_line(line)).into_iter().flatten().collect()
    }

    /// The names in full of those whom a line names and nobody knows.
    fn names_in_full(&self, line: &str) -> Vec<NamedInFull> {
        let mut named = Vec::new();
        let (mut last, mut row) = (None, 0);
        for mention in self.find(line) {
            if mention.who != Who::Stranger || mention.naming != Naming::Name {
                continue;
            }
            let words = parts(called(line, &mention));
            if words.len() > 1 {
                let goes_on = last.replace(mention.at.end).is_some_and(|last| {
                    let between = slice(line, last..mention.at.start).trim();
                    matches!(between, "," | "&" | "/") || AND.contains(&between)
                });
                row += usize::from(!goes_on);
                let is_somebody =
                    mention.is_sure || is_said(slice(line, mention.at.end..)) || is_item(line, &mention);
                let role = role_beside(line, &mention);
                named.push(NamedInFull { words, role, is_somebody, row });
            }
        }
        named
    }

    /// Whether a word is of the name of somebody whom a text names in full and nobody else knows; and whether it is of
    /// the surname.
    pub(super) fn named_in_full(&self, folded: &str) -> Option<bool> {
        self.named.get(folded).copied()
    }
}

impl NamedStrangers {
    /// The words of a name, in full where only some were written.
    fn in_full(&self, words: &[String]) -> String {
        self.long.of_shorter(words).map_or(words, Vec::as_slice).join(" ")
    }
}

/// A name in full that a text has.
struct NamedInFull {
    /// Its words, folded.
    words: Vec<String>,
    /// What the text says that they are.
    role: Option<String>,
    /// Whether the words alone are a name too.
    is_somebody: bool,
    /// Which of the rows of names in its line it is in: "Per Ek och Per Olof Ek".
    row: usize,
}

/// What a line says that somebody is, right after the name: "enhetschef" of "Moa Ek, enhetschef på Ekbacken". Not
/// what is asked of them at a meeting, and not the title of the next one.
fn role_beside(line: &str, mention: &Mention) -> Option<String> {
    let after = slice(line, mention.at.end..);
    let rest = [", ", " (", " – "].iter().find_map(|mark| after.strip_prefix(*mark))?;
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(rest.len());
    let (word, next) = rest.split_at(end);
    let is_office = word.starts_with(char::is_lowercase)
        && person(word) == Some((PersonNoun::Role, WordForm::One))
        && !is_signer(word);
    let of = next.strip_prefix(' ').and_then(|next| next.split(|c: char| !c.is_alphanumeric()).next());
    let is_of_next = of.is_some_and(|of| {
        of.starts_with(char::is_uppercase) && !is_organisation(&folded(of)) && !is_unit(of)
    });
    (is_office && !is_of_next && !next.starts_with(':')).then(|| word.to_owned())
}

/// Whether a word names a unit: "Samhällsplanering".
fn is_unit(word: &str) -> bool {
    let word = folded(word);
    is_no_name(&word) || UNIT_ENDINGS.iter().any(|end| word.ends_with(end))
}

/// What a mention calls somebody, without the ending of a genitive: "Moa Ek" of "Moa Ek:s".
fn called<'t>(line: &'t str, mention: &Mention) -> &'t str {
    let own = slice(line, mention.at.clone());
    let marked = [":s", "'s", "’s", "´s"].iter().find_map(|end| own.strip_suffix(*end));
    if let Some(name) = marked {
        return name;
    }
    let last = folded(own.rsplit([' ', '-']).next().unwrap_or_default());
    let is_joined =
        mention.genitive && own.contains(' ') && last.len() > 2 && !class(&last).is(WordClass::SURNAME);
    own.strip_suffix('s').filter(|_| is_joined).unwrap_or(own)
}

/// Whether what follows a name is what people do: "Lisa Blomma sa".
fn is_said(after: &str) -> bool {
    let next = after.strip_prefix(' ').and_then(|after| after.split(|c: char| !c.is_alphanumeric()).next());
    next.is_some_and(|next| class(next).is(WordClass::VERB))
}

/// Whether a name is a line, a cell, a value or an item of a list by itself: "| Tor Vik | rektor |".
fn is_item(line: &str, mention: &Mention) -> bool {
    let (before, after) = (slice(line, ..mention.at.start).trim_end(), slice(line, mention.at.end..));
    let begins = before.is_empty()
        || before.ends_with([':', ',', ';', '|', '•', '–', '-', '*', '…'])
        || before.ends_with("..")
        || AND.iter().any(|and| before.ends_with(and) && before.trim_end_matches(and).ends_with(' '));
    let next = after.trim_start();
    let ends = next.is_empty()
        || next.starts_with([',', ';', '|', '(', ')', '–', '•'])
        || AND.iter().any(|and| next.strip_prefix(and).is_some_and(|rest| rest.starts_with(' ')));
    begins && ends
}

/// The words of a name that may be used alone, with whether they are of the surname.
fn words_of(names: &NameParts) -> Vec<(String, bool)> {
    let given = names.given.iter().map(|word| (word, false));
    let all = given.chain(names.family.iter().map(|word| (word, true)));
    let is_other = |word: &str| {
        word.chars().nth(1).is_none()
            || is_organisation(word)
            || is_function_word(word) && !class(word).is(WordClass::GIVEN)
    };
    all.filter(|(word, _)| !is_other(word)).map(|(word, is_family)| (word.clone(), is_family)).collect()
}

/// Whether a line has two words in a row that may be a name in full. Most lines have none, and are not searched.
fn may_name(line: &str) -> bool {
    let mut before: Option<&str> = None;
    for token in line.split_whitespace() {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        if !word.starts_with(char::is_uppercase) {
            before = before.filter(|_| is_particle(word));
            continue;
        }
        let is_initial = |before: &str| before.chars().nth(3).is_none();
        let is_name = |before: &str| {
            let (first, last) = (folded(before), folded(word));
            let is_unlisted = || [&first, &last].iter().all(|word| class(word) == WordClass::default());
            let is_family = class(&last).is(WordClass::SURNAME.or(WordClass::THING));
            is_initial(before) || is_given(&first) || is_family || is_unlisted()
        };
        if before.is_some_and(is_name) {
            return true;
        }
        before = token.ends_with(char::is_alphanumeric).then_some(word).or_else(|| {
            // "J. Tamm"
            (is_initial(word) && token.ends_with('.')).then_some(word)
        });
    }
    false
}

/// Every text of a material that people read; what was written is in the texts.
pub(in crate::report) fn texts_of(material: &Material) -> Vec<&str> {
    let mut texts: Vec<&str> = Vec::new();
    if let Some(Programme { name, values, goals, .. }) = &material.programme {
        texts.push(name);
        texts.extend(values.iter().chain(goals).map(String::as_str));
    }
    for MeetingData { meeting, minutes, work, .. } in &material.meetings {
        texts.extend(
            [&meeting.title, &meeting.place, &meeting.audience, &meeting.reference].map(String::as_str),
        );
        texts.extend(minutes.fields.iter().map(|field| field.value.as_str()));
        for section in &minutes.sections {
            texts.push(&section.heading);
            texts.extend(section.intro.iter().map(String::as_str));
            section.entries.iter().for_each(|entry| of_entry(entry, &mut texts));
        }
        for work in work {
            of_entry(&work.entry, &mut texts);
            work.responses.iter().for_each(|given| of_response(&given.response, &mut texts));
            texts.extend(work.checks.iter().map(|check| check.comment.as_str()));
        }
    }
    texts
}

fn of_entry<'a>(entry: &'a Entry, texts: &mut Vec<&'a str>) {
    texts.push(&entry.text);
    entry.responses.iter().for_each(|response| of_response(response, texts));
}

fn of_response<'a>(response: &'a Response, texts: &mut Vec<&'a str>) {
    texts.push(&response.text);
}
