//! Whom the texts of the meetings name in full though nobody else knows them: where "Moa Ek" is, "Ek" alone is a name.

use std::collections::HashSet;

use super::index::NameParts;
use super::value::parts;
use super::words::folded;
use super::{KnownPeople, Naming, Who};
use crate::i18n::vocabulary::names::{WordClass, class};
use crate::i18n::vocabulary::people::{is_given, is_organisation, is_particle};
use crate::i18n::vocabulary::subjects::is_function_word;
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
        let named = cores::each(&lines, |line| self.words_of_names(line));
        self.named.extend(named.into_iter().flatten());
    }

    /// The words of the names in full of those whom a line names and nobody knows, with whether they are of the
    /// surname.
    fn words_of_names(&self, line: &str) -> Vec<(String, bool)> {
        let mut named = Vec::new();
        for mention in self.find(line) {
            let is_name = mention.who == Who::Stranger && mention.naming == Naming::Name;
            if !is_name || !mention.is_sure && !is_said(slice(line, mention.at.end..)) {
                continue;
            }
            let mut words = parts(slice(line, mention.at.clone()));
            // "Moa Ek:s"
            if words.len() > 2 && words.last().is_some_and(|word| word == "s") {
                words.pop();
            }
            if let (true, [_, .., last]) = (mention.genitive, words.as_mut_slice())
                && let Some(stem) = last.strip_suffix('s').filter(|stem| stem.len() > 1)
                && !class(last).is(WordClass::SURNAME)
            {
                *last = stem.to_owned();
            }
            if words.len() > 1 {
                named.extend(words_of(&NameParts::of(&words)));
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

/// Whether what follows a name is what people do: "Lisa Blomma sa".
fn is_said(after: &str) -> bool {
    let next = after.strip_prefix(' ').and_then(|after| after.split(|c: char| !c.is_alphanumeric()).next());
    next.is_some_and(|next| class(next).is(WordClass::VERB))
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
            is_initial(before) || is_given(&first) || class(&last).is(WordClass::SURNAME) || is_unlisted()
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
