//! Replaces the names in texts, so that what is left reads as Swedish.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::lead::follows_private_noun;
use super::replaced::Replaced;
use super::replacement::{NamePosition, NameSetting, Replacement};
use super::rows::{EditPart, MaskedText, NamesInPart, WordEdit};
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::leads::REACHED_BY;
use crate::i18n::{Lang, format, labels};
use crate::model::Names;
use crate::report::people::{KnownPeople, Mention, Naming, Who};
use crate::text::hash::WordSet;
use crate::text::{cores, slice};

/// Replaces the names of known people in texts.
#[derive(Debug)]
pub(crate) struct Mask<'a> {
    people: &'a KnownPeople,
    names: Names,
    /// What replaces each of [`KnownPeople::persons`]; `None` for those who may be named.
    of: Vec<Option<Replacement>>,
    /// Whether everybody is hidden: strangers, and mentions that fit several people.
    hides_all: bool,
    pub(super) lang: Lang,
    /// What becomes of texts that were searched and not asked for yet.
    ready: HashMap<String, Option<Page>>,
    /// What became of texts that were asked for already: much is said in the minutes and in the lists of work.
    seen: HashMap<String, Option<String>>,
    /// What replaced names so far.
    pub(crate) replaced: Replaced,
}

impl<'a> Mask<'a> {
    /// `None` where names may be shown.
    pub(crate) fn new(names: Names, people: &'a KnownPeople, lang: Lang) -> Option<Self> {
        if !names.hides() {
            return None;
        }
        // Many have the same role, and each is searched for names.
        let mut roles: HashMap<&str, Option<Replacement>> = HashMap::new();
        let codes = if names == Names::Pseudonym { people.codes() } else { Vec::new() };
        let of = people.persons().iter().enumerate().map(|(at, person)| {
            let code = codes.get(at).map(String::as_str).unwrap_or_default();
            let replacement = || Replacement::of(names, person, code, people, lang);
            match names {
                Names::Role => roles.entry(&person.role).or_insert_with(replacement).clone(),
                _ => replacement(),
            }
        });
        let of = of.collect();
        Some(Self {
            people,
            names,
            of,
            hides_all: true,
            lang,
            ready: HashMap::new(),
            seen: HashMap::new(),
            replaced: Replaced::default(),
        })
    }

    /// Hides only those whose name `with` has and `without` does not, by a word for somebody.
    pub(crate) fn left_out(with: &str, without: &str, people: &'a KnownPeople, lang: Lang) -> Self {
        let found_in = |text: &str| -> HashSet<usize> {
            let one = |mention: Mention| if let Who::One(at) = mention.who { Some(at) } else { None };
            people.find(text).into_iter().filter_map(one).collect()
        };
        let (with, without) = (found_in(with), found_in(without));
        let is_hidden = |at: usize| with.contains(&at) && !without.contains(&at);
        let of =
            (0..people.persons().len()).map(|at| is_hidden(at).then_some(Replacement::SOMEBODY)).collect();
        let (ready, seen, replaced) = (HashMap::new(), HashMap::new(), Replaced::default());
        Self { people, names: Names::Role, of, hides_all: false, lang, ready, seen, replaced }
    }

    /// Searches texts that will be asked for, many at once.
    pub(super) fn prepare(&mut self, texts: &[&str]) {
        let mut known = WordSet::default();
        let new: Vec<&str> =
            texts.iter().copied().filter(|text| !text.is_empty() && known.insert(*text)).collect();
        let hidden = cores::each(&new, |text| self.hidden(text, false));
        self.ready.extend(new.into_iter().map(str::to_owned).zip(hidden));
    }

    /// The text with nobody named in it who is hidden.
    pub(crate) fn text(&mut self, text: &str) -> String {
        self.replaced(text).unwrap_or_else(|| text.to_owned())
    }

    /// The same; `None` where it stays as it is.
    pub(super) fn replaced(&mut self, text: &str) -> Option<String> {
        if text.is_empty() {
            return None;
        }
        if let Some(known) = self.seen.get(text) {
            return known.clone();
        }
        let (text, hidden) =
            self.ready.remove_entry(text).unwrap_or_else(|| (text.to_owned(), self.hidden(text, false)));
        let hidden = hidden.map(|page| self.written("", page));
        self.seen.insert(text, hidden.clone());
        hidden
    }

    /// The text of a page; what replaced names in it is remembered, with the label before a value.
    fn written(&mut self, label: &str, page: Page) -> String {
        let Page { text, put } = page;
        if label.is_empty() {
            let put = put.iter().map(|put| (put.at.start, put.in_doubt.clone())).collect();
            self.replaced.note_whole(&text, put);
        }
        for Put { at, is_name, in_doubt } in put {
            self.replaced.note(label, &text, at, is_name, in_doubt);
        }
        text
    }

    /// The choice that it follows.
    pub(super) fn names(&self) -> Names {
        self.names
    }

    /// Whether a text has a name in it.
    pub(super) fn names_somebody(&self, text: &str) -> bool {
        !self.people.find(text).is_empty()
    }

    /// Whether a text has nothing but ways to reach somebody, with the words before them.
    pub(super) fn is_only_contacts(&self, text: &str) -> bool {
        let found = self.people.find(text);
        let mut rest = text.to_owned();
        for mention in found.iter().rev() {
            rest.replace_range(mention.at.clone(), "");
        }
        let mut words =
            rest.split(|c: char| !(c.is_alphabetic() || c == '-')).filter(|word| !word.is_empty());
        !found.is_empty()
            && found.iter().all(|mention| mention.naming.contact().is_some())
            && words.all(|word| REACHED_BY.contains(&fold(word).as_str()))
    }

    /// The value of a field that may name somebody; `None` where it stays as it is.
    pub(super) fn value(&mut self, label: &str, value: &str) -> Option<String> {
        let hidden = self.ready.get(value).cloned().unwrap_or_else(|| self.hidden(value, false));
        hidden.map(|page| self.written(label, page))
    }

    /// A value that is a whole name, or a list of names.
    pub(crate) fn name(&mut self, name: &str) -> String {
        self.names_of("", name)
    }

    /// The same in a field.
    pub(super) fn names_of(&mut self, label: &str, name: &str) -> String {
        let at = self.people.index_named(name);
        let place = NamePosition { within: NameSetting::List, ..NamePosition::default() };
        match at.and_then(|at| self.of.get(at)).and_then(Option::as_ref) {
            Some(instead) => {
                let words = format::capitalised(&instead.at(place, self.lang));
                self.replaced.note(label, &words, 0..words.len(), true, Vec::new());
                words
            }
            None => match self.hidden(name, true) {
                Some(page) => self.written(label, page),
                None => name.to_owned(),
            },
        }
    }

    /// The text without its names; `None` where there are none to hide.
    fn hidden(&self, text: &str, is_list: bool) -> Option<Page> {
        let found: Vec<(Mention, Replacement)> = self
            .people
            .find(text)
            .into_iter()
            .filter_map(|mention| self.replacement(&mention, text).map(|instead| (mention, instead)))
            .collect();
        if found.is_empty() {
            return None;
        }
        let reading = MaskedText { text, is_list, takes_titles: self.hides_all, lang: self.lang };
        let page = Page::of(text, reading.edits(found));
        Some(if is_list { page.without_repeats() } else { page })
    }

    /// What replaces somebody whom only texts name, after these words.
    fn stranger(&self, called: &str, before: &str) -> Option<Replacement> {
        match self.names {
            // "Klienten Moa Ek", "familjen Ek": nobody is to follow them from one text to the next.
            Names::Pseudonym if follows_private_noun(before) => Some(Replacement::SOMEBODY),
            Names::Pseudonym => {
                let code = self.people.code_of_stranger(called);
                Some(Replacement::Fixed(labels::pseudonym(self.lang, &code)))
            }
            Names::Role => {
                let role = self.people.role_of_stranger(called);
                role.and_then(|role| Replacement::titled(role, self.lang)).or(Some(Replacement::SOMEBODY))
            }
            names => Replacement::of_called(names, called, self.lang),
        }
    }

    /// What replaces a mention, where it is hidden.
    fn replacement(&self, mention: &Mention, text: &str) -> Option<Replacement> {
        match mention.who {
            Who::One(at) if mention.naming != Naming::Client => self.of.get(at).cloned().flatten(),
            _ if !self.hides_all => None,
            Who::One(_) | Who::Somebody | Who::Stranger => {
                let called = slice(text, mention.at.clone());
                match mention.naming {
                    // Initials stay as they are where names become initials.
                    Naming::Initials if self.names == Names::Initials => None,
                    Naming::Client if self.names == Names::Initials => Some(Replacement::nameless(self.lang)),
                    Naming::Name if mention.who == Who::Stranger => {
                        self.stranger(called, slice(text, ..mention.at.start))
                    }
                    _ => Replacement::of_called(self.names, called, self.lang),
                }
            }
        }
    }
}

/// A text that was written again with other words in it.
#[derive(Debug, Clone)]
struct Page {
    text: String,
    put: Vec<Put>,
}

/// Where words were put in place of a name.
#[derive(Debug, Clone)]
struct Put {
    at: Range<usize>,
    is_name: bool,
    in_doubt: Vec<String>,
}

impl Page {
    /// A text with these edits made, from left to right.
    fn of(original: &str, edits: Vec<WordEdit>) -> Self {
        let mut page = Self { text: String::with_capacity(original.len()), put: Vec::new() };
        let mut from = 0;
        for edit in edits {
            page.text.push_str(slice(original, from.min(edit.at.start)..edit.at.start));
            for EditPart { words, of } in edit.parts {
                let start = page.text.len();
                page.text.push_str(&words);
                if let Some(NamesInPart { is_name, in_doubt }) = of {
                    page.put.push(Put { at: start..page.text.len(), is_name, in_doubt });
                }
            }
            from = edit.at.end;
            // "N.N." ends a sentence with its own full stop.
            if page.text.ends_with('.') && slice(original, from..).starts_with('.') {
                from += 1;
            }
        }
        page.text.push_str(slice(original, from..));
        page
    }

    /// A list without what is said once more of the same person, or of those whom one word replaces: "Rektor (S),
    /// rektor", "2 lärare, Skolan, Skolan".
    fn without_repeats(self) -> Self {
        let mut page = Self { text: String::with_capacity(self.text.len()), put: Vec::new() };
        let mut put = self.put.into_iter().peekable();
        let mut said: Vec<String> = Vec::new();
        for (before, part) in listed_parts(&self.text) {
            let mut own = Vec::new();
            while let Some(next) = put.next_if(|put| put.at.start < part.end) {
                own.push(next);
            }
            let words = slice(&self.text, part.clone());
            if before.contains([';', '\n']) || own.iter().any(|put| put.is_name) {
                said.clear();
            } else if own.is_empty() && said.contains(&bare(words)) {
                continue;
            }
            said.push(bare(words));
            page.text.push_str(before);
            let moved = part.start - page.text.len();
            page.text.push_str(words);
            let back = |put: Put| Put { at: put.at.start - moved..put.at.end - moved, ..put };
            page.put.extend(own.into_iter().map(back));
        }
        page
    }
}

/// The parts of a list, each with what separates it from the one before.
fn listed_parts(text: &str) -> Vec<(&str, Range<usize>)> {
    let mut parts = Vec::new();
    let (mut separator, mut start) = (0..0, 0);
    let marks = [", ", "; ", "\n", " – "];
    while let Some((at, mark)) = marks
        .iter()
        .filter_map(|mark| Some((slice(text, start..).find(mark)?, mark)))
        .min_by_key(|(at, _)| *at)
    {
        parts.push((slice(text, separator), start..start + at));
        separator = start + at..start + at + mark.len();
        start = separator.end;
    }
    parts.push((slice(text, separator), start..text.len()));
    parts
}

/// What a part of a list says without a note in brackets, in the form in which such parts are compared.
fn bare(part: &str) -> String {
    fold(part.split(" (").next().unwrap_or_default().trim())
}
