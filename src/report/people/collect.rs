//! Collects who is known from a material: the register, and whom cells and lists of those present name.

use uuid::Uuid;

use super::accented::AccentedNames;
use super::index::NameParts;
use super::list_heading::{lone_names, rows_of_names, tables_of_names};
use super::listed::is_further_cell;
use super::named::texts_of;
use super::row_of_names::{holds_names, is_label_within, is_occupation, is_row_of_names, is_title_in_list};
use super::value::{NameSource, are_initials, parts, pieces};
use super::words::{Word, words};
use super::{KnownPeople, KnownPerson, Who};
use crate::i18n::occupations::title_of_signer;
use crate::i18n::vocabulary::minutes::is_about_presence;
use crate::i18n::vocabulary::names::{WordClass, class};
use crate::i18n::vocabulary::people::{is_given, is_organisation, is_particle, may_be_surname};
use crate::minutes::read::signers::signers;
use crate::model::Signature;
use crate::report::material::{Material, MeetingData, NamedInCell};
use crate::store::person::WrittenName;
use crate::text::slice;

/// The longest label before names in a text, in bytes.
const LONGEST_LABEL: usize = 60;

/// A name that was found, before it is clear whose it is.
#[derive(Clone, Default)]
struct Candidate {
    name: String,
    role: String,
    /// Whether the role is the label before the name.
    is_labelled: bool,
    /// What never changes about them, where the register has them by this name.
    identity: Option<String>,
    /// The record that has the name first; the greatest id where that is unknown.
    since: Uuid,
    /// The words of the name by which the register has them, where that may be another one.
    called: Option<Vec<String>>,
    parts: Vec<String>,
}

impl KnownPeople {
    /// Everybody in the register, and whom cells and lists name. The material must be as it was before anything was cut
    /// from it.
    pub fn of(material: &Material) -> Self {
        let mut candidates: Vec<Candidate> = Vec::new();
        for person in &material.people {
            let from = candidates.len();
            let is_person = !person.email.is_empty() || is_occupation(&person.role);
            let source = if is_person { NameSource::RegisteredPerson } else { NameSource::Registered };
            add(&mut candidates, source, &person.name, &person.role);
            let identity = Some(&person.identity).filter(|identity| !identity.is_empty());
            for candidate in candidates.iter_mut().skip(from) {
                candidate.since = person.since;
                candidate.identity = Some(identity.cloned().unwrap_or_else(|| candidate.parts.join(" ")));
            }
        }
        // Where it is known who is meant, the name is theirs, also in cells that do not say so.
        let (meant, others): (Vec<_>, Vec<_>) =
            material.mentioned.cells.iter().partition(|cell| cell.person.is_some());
        for cell in meant.into_iter().chain(others) {
            of_cell(&mut candidates, cell, material);
        }
        for (since, text) in &material.mentioned.listed {
            let from = candidates.len();
            add(&mut candidates, NameSource::Several, text, "");
            candidates.iter_mut().skip(from).for_each(|candidate| candidate.since = *since);
        }
        for MeetingData { minutes, .. } in &material.meetings {
            for name in lone_names(minutes).chain(rows_of_names(minutes)) {
                add(&mut candidates, NameSource::Several, name, "");
            }
            for row in tables_of_names(minutes) {
                add(&mut candidates, NameSource::Several, &row, "");
            }
        }
        // "Besök: Doris Hus, Kent Öd" in the text.
        let texts = texts_of(material);
        for (label, list) in
            texts.iter().flat_map(|text| text.lines()).filter_map(|line| line.split_once(": "))
        {
            let is_short = label.len() < LONGEST_LABEL;
            if is_short && list.contains([',', '&', '/', ' ']) && is_row_of_names(label, list) {
                add(&mut candidates, NameSource::Several, list, "");
            }
        }
        let mut people = Self::settled(candidates.clone());
        // Whoever is called Tor in a cell may be Tor Vik in the text.
        let in_full = people.in_full(&texts);
        if !in_full.is_empty() {
            for name in &in_full {
                add(&mut candidates, NameSource::Several, name, "");
            }
            people = Self::settled(candidates);
        }
        people.secret = material.secret;
        let places = material.meetings.iter().map(|data| data.meeting.place.trim());
        people.places = places.filter(|place| !place.is_empty()).map(str::to_owned).collect();
        for person in material.people.iter().filter(|person| !person.email.is_empty()) {
            people.reach(&person.name, &person.email);
        }
        people.read_names(texts);
        people
    }

    /// Knows somebody by the address that the register has.
    fn reach(&mut self, name: &str, address: &str) {
        let Some(at) = self.whole.get(&parts(name)).copied() else { return };
        self.index.reach(at, address);
    }

    /// Merges the candidates that are the same person: "Maja" is Maja Ek, if no other Maja is known.
    fn settled(candidates: Vec<Candidate>) -> Self {
        let mut people = Self::default();
        let is_whole: Vec<bool> = candidates.iter().map(|one| one.is_whole(&candidates)).collect();
        let mut is_whole = is_whole.into_iter();
        let (full, short): (Vec<Candidate>, Vec<Candidate>) =
            candidates.into_iter().partition(|_| is_whole.next() == Some(true));
        let spelled = AccentedNames::of(full.iter().map(|candidate| candidate.parts.as_slice()));
        let variant_of = |one: &Candidate| spelled.of_variant(&one.parts).filter(|_| one.identity.is_none());
        // "Asa Lind" is Åsa Lind, whoever was named first.
        let (variants, full): (Vec<Candidate>, Vec<Candidate>) =
            full.into_iter().partition(|candidate| variant_of(candidate).is_some());
        for candidate in full.into_iter().chain(variants) {
            let other = || Some(*people.whole.get(variant_of(&candidate)?)?);
            if let Some(at) = people.whole.get(&candidate.parts).copied().or_else(other) {
                people.whole.entry(candidate.parts.clone()).or_insert(at);
                people.complete(at, &candidate);
            } else if let Some(at) = people.called(&candidate) {
                people.enter_other_name(at, candidate);
            } else if let Some(at) = people.without_initials(&candidate.parts) {
                people.complete(at, &candidate);
                people.whole.insert(candidate.parts, at);
            } else {
                people.enter(candidate.person());
            }
        }
        for candidate in short {
            let same = match (candidate.letters(), candidate.given_letters()) {
                (Some(letters), _) => people.with_initials(&letters),
                (None, Some(letters)) => people.with_initial(&letters, &candidate.parts[1]),
                (None, None) => people.with_part(&candidate.parts),
            };
            if candidate.called.is_none() {
                people.keep_first_identity(&same, &candidate.parts, candidate.since);
            }
            let known = people.whole.get(&candidate.parts).copied();
            let one = known.or(if let [at] = same.as_slice() { Some(*at) } else { None });
            match one {
                Some(at) => {
                    people.complete(at, &candidate);
                    people.whole.insert(candidate.parts, at);
                }
                // It is unclear which one is meant, or whether it is a person.
                None if !same.is_empty() || candidate.is_body() => {}
                None => match people.called(&candidate) {
                    Some(at) => people.enter_other_name(at, candidate),
                    None => people.enter(candidate.person()),
                },
            }
        }
        people
    }

    /// The one with this name but for the initials of middle names: "Ada K. Nyman" is Ada Nyman.
    fn without_initials(&self, parts: &[String]) -> Option<usize> {
        let [given, middle @ .., family] = parts else { return None };
        let is_letter = |word: &String| word.chars().nth(1).is_none();
        let are_initials = !middle.is_empty() && middle.iter().all(is_letter);
        are_initials.then(|| self.whole.get(&vec![given.clone(), family.clone()]).copied()).flatten()
    }

    /// Those in full with these initials: "K-G" for Karl-Gustav Ek.
    fn with_initials(&self, letters: &str) -> Vec<usize> {
        let all = self.persons.iter().enumerate();
        let fits = |person: &KnownPerson| person.names.initials().iter().any(|own| own == letters);
        let same = all.filter(|(_, person)| is_of_surname(&person.parts) && fits(person));
        let mut same: Vec<usize> = same.map(|(at, _)| self.whose(at)).collect();
        same.sort_unstable();
        same.dedup();
        same
    }

    /// Those whose name has these words of a short one: "Karl Johan" for Karl-Johan Ström, "Maja E" for Maja Ek; where
    /// nobody is called so, those with this surname.
    fn with_part(&self, short: &[String]) -> Vec<usize> {
        if let [letter, family] = short
            && letter.chars().nth(1).is_none()
        {
            return self.with_initial(letter, family);
        }
        let first = short.first().map_or("", String::as_str);
        let initial = short.get(1).filter(|word| word.chars().nth(1).is_none());
        let units: Vec<&str> = match initial {
            Some(_) => first.split('-').collect(),
            None => short.iter().flat_map(|word| word.split('-')).collect(),
        };
        // "Al-Rashid" is Zainab al-Rashid.
        let units = match units.as_slice() {
            [particle, name @ ..] if !name.is_empty() && is_particle(particle) => name.to_vec(),
            _ => units,
        };
        // The register may have somebody whose surname is a given name too: "Ulf Sten".
        let is_full = |person: &&KnownPerson| is_of_surname(&person.parts) || is_double_given(&person.parts);
        let called = |at: &usize| {
            self.persons.get(*at).filter(is_full).is_some_and(|person| {
                let surname = person.surname().unwrap_or_default();
                initial.is_none_or(|letter| surname.starts_with(letter.as_str()))
                    && (person.names.given == units || person.given() == first && short.len() == 1)
            })
        };
        let family = |at: &usize| {
            self.persons.get(*at).filter(is_full).is_some_and(|person| person.names.family == units)
        };
        let may_be_family = initial.is_none() && (!is_given(first) || class(first).is(WordClass::SURNAME));
        let parts = self.index.word(units.first().copied().unwrap_or_default()).unwrap_or_default();
        let distinct = |fits: &dyn Fn(&usize) -> bool| {
            let same = parts.iter().map(|part| part.person).filter(fits);
            let mut same: Vec<usize> = same.map(|at| self.whose(at)).collect();
            same.sort_unstable();
            same.dedup();
            same
        };
        let called = distinct(&called);
        if called.is_empty() && may_be_family { distinct(&family) } else { called }
    }

    /// Those of this family whose given name begins with a letter, or each of whose given names with one of several:
    /// "T. Loo" for Tage Loo, "A-K Öberg" for Anna-Karin Öberg.
    fn with_initial(&self, letter: &str, family: &str) -> Vec<usize> {
        let units: Vec<&str> = family.split('-').collect();
        let parts = self.index.word(units.first().copied().unwrap_or_default()).unwrap_or_default();
        let is_called = |person: &KnownPerson| {
            let first = person.names.given.iter().filter_map(|word| word.chars().next());
            person.given().starts_with(letter) || letter.len() > 1 && first.eq(letter.chars())
        };
        let fits = |person: &&KnownPerson| person.names.family == units && is_called(person);
        let is_one = |at: &usize| self.persons.get(*at).as_ref().is_some_and(fits);
        let mut same: Vec<usize> =
            parts.iter().map(|part| part.person).filter(is_one).map(|at| self.whose(at)).collect();
        same.sort_unstable();
        same.dedup();
        same
    }

    fn complete(&mut self, at: usize, candidate: &Candidate) {
        if candidate.called.is_none() {
            self.keep_identity(at, &candidate.parts, candidate.since);
        }
        let Some(person) = self.persons.get_mut(at) else { return };
        if person.role.is_empty() {
            person.role.clone_from(&candidate.role);
        }
    }

    fn enter(&mut self, person: KnownPerson) {
        let at = self.persons.len();
        self.whole.insert(person.parts.clone(), person.other_name_of.unwrap_or(at));
        self.index.enter(at, &person);
        self.persons.push(person);
    }

    /// The one who has another name in the register.
    fn called(&self, candidate: &Candidate) -> Option<usize> {
        self.whole.get(candidate.called.as_ref()?).copied()
    }

    /// Knows somebody by one more name.
    fn enter_other_name(&mut self, at: usize, candidate: Candidate) {
        let Some(person) = self.persons.get(at) else { return };
        let (identity, role) = (person.identity.clone(), person.role.clone());
        let other = Candidate { identity: Some(identity), role, ..candidate }.person();
        self.enter(KnownPerson { other_name_of: Some(at), ..other });
    }

    /// Whose name it is: the same index for all names of one person.
    fn whose(&self, at: usize) -> usize {
        self.persons.get(at).and_then(|person| person.other_name_of).unwrap_or(at)
    }

    /// Whom these are, of all with a name that fits.
    pub(super) fn among(&self, persons: &[usize]) -> Option<Who> {
        let one = self.whose(*persons.first()?);
        let is_one = persons.iter().all(|at| self.whose(*at) == one);
        Some(if is_one { Who::One(one) } else { Who::Somebody })
    }
}

impl Candidate {
    /// Whether it is a word for a body: "Region" is somebody's name only where somebody is called so.
    fn is_body(&self) -> bool {
        matches!(self.parts.as_slice(), [one] if may_be_surname(one) && !class(one).is(WordClass::SURNAME))
    }

    /// Whether it is the whole name of somebody, of these who are named.
    fn is_whole(&self, all: &[Self]) -> bool {
        let is_longer = |other: &Self, letter: &str| {
            other.parts.first() == self.parts.first()
                && other.parts.last().is_some_and(|last| last != letter && last.starts_with(letter))
        };
        match self.parts.as_slice() {
            // "Bo Å", where there is no Bo Åberg.
            [_, letter] if is_letter_of_surname(letter) => !all.iter().any(|other| is_longer(other, letter)),
            [_, _] if self.given_letters().is_some() => false,
            parts => !is_short(parts) || self.is_entry_of_double_name(),
        }
    }

    /// The letters of somebody who is called by initials alone.
    fn letters(&self) -> Option<String> {
        let [one] = self.parts.as_slice() else { return None };
        let are_initials = words(&self.name).first().is_some_and(are_initials);
        are_initials.then(|| one.replace('-', ""))
    }

    /// The letters before the surname of somebody with two given names: "A-K Öberg", "AK Öberg".
    fn given_letters(&self) -> Option<String> {
        let [given, _] = self.parts.as_slice() else { return None };
        let own = words(&self.name);
        let [first, .., last] = own.as_slice() else { return None };
        let are_letters = given.contains('-') && given.split('-').all(|unit| unit.chars().nth(1).is_none());
        let is_shouted = first.shouted && !last.shouted && given.chars().count() == 2 && !is_given(given);
        (are_letters || is_shouted).then(|| given.replace('-', ""))
    }

    /// Whether the register itself has somebody with two given names and nothing else.
    fn is_entry_of_double_name(&self) -> bool {
        self.identity.is_some() && is_double_given(&self.parts)
    }

    fn person(self) -> KnownPerson {
        KnownPerson {
            identity: self.identity.unwrap_or_else(|| self.parts.join(" ")),
            since: self.since,
            name: self.name,
            role: self.role,
            other_name_of: None,
            names: NameParts::of(&self.parts),
            parts: self.parts,
        }
    }
}

/// Whether a single letter is a surname too: "Å", "Ö".
fn is_letter_of_surname(letter: &str) -> bool {
    !letter.is_ascii() && letter.chars().nth(1).is_none()
}

/// Whether a name is a part of one: a single word, a given name with the initial of a surname, or several given names.
fn is_short(parts: &[String]) -> bool {
    match parts {
        [_] => true,
        [letter, _] | [_, letter] if letter.chars().nth(1).is_none() => true,
        several => is_double_given(several),
    }
}

/// Whether a name has a surname, be it a single letter.
fn is_of_surname(parts: &[String]) -> bool {
    !is_short(parts)
        || matches!(parts, [_, letter] if is_letter_of_surname(letter))
        || matches!(parts, [letter, _] if letter.chars().nth(1).is_none())
}

/// "Karl Johan": two given names of which the last is no surname.
fn is_double_given(parts: &[String]) -> bool {
    let is_only_given = |word: &String| is_given(word) && !class(word).is(WordClass::SURNAME);
    parts.len() == 2 && parts.iter().all(is_only_given)
}

fn of_cell(candidates: &mut Vec<Candidate>, cell: &NamedInCell, material: &Material) {
    let from = candidates.len();
    match &cell.written {
        WrittenName::Person(name) => add(candidates, NameSource::Person, name, ""),
        WrittenName::Somebody(name) => add(candidates, NameSource::Somebody, name, ""),
        WrittenName::Signature(signature) => {
            for Signature { name, role } in apart(signature) {
                // What somebody was at another meeting, they need not have been here.
                let title = title_of_signer(&role).filter(|_| cell.is_of_meeting);
                add(candidates, NameSource::Person, &name, title.unwrap_or_default());
            }
        }
        WrittenName::Row { label, names }
            if label.as_deref().is_none_or(|label| holds_names(label, names)) =>
        {
            add(candidates, NameSource::Several, names, "");
            // "Ordförande: Moa Ek, sekreterare: Ola Lund" says what is asked of them at this meeting alone.
            if !label.as_deref().is_none_or(is_about_presence) {
                let labelled = candidates.iter_mut().skip(from).filter(|candidate| candidate.is_labelled);
                labelled.for_each(|candidate| candidate.role.clear());
            }
        }
        WrittenName::Row { .. } => {}
    }
    candidates.iter_mut().skip(from).for_each(|candidate| candidate.since = cell.since);
    if let (Some(person), [candidate]) = (cell.person, candidates.get_mut(from..).unwrap_or_default()) {
        candidate.called = material.people.get(person).map(|person| parts(&person.name));
    }
}

/// Those who sign together, where older minutes have them as one: "Moa Ek" who is "Ola Lund".
fn apart(signature: &Signature) -> Vec<Signature> {
    let Signature { name, role } = signature;
    match title_of_signer(role).filter(|role| !role.is_empty()) {
        Some(role) => signers(&format!("{name}, {role}"), ""),
        None => signers(name, role),
    }
}

/// Whether a word after somebody's name is a note about them ("Lisa Ax (Kultur)", "Lisa Ax, Fritid") rather than one
/// more person: it is no name that the lists or the register have.
fn is_note(candidates: &[Candidate], name: &[Word<'_>], is_in_brackets: bool) -> bool {
    let [word] = name else { return false };
    if are_initials(word) && !is_in_brackets {
        return false;
    }
    let known = class(&word.folded);
    let is_other = known.is(WordClass::WORD) || is_in_brackets && known.is_ambiguous();
    let is_surname = known.is(WordClass::SURNAME) && !is_other && !is_organisation(&word.folded);
    let is_registered = || {
        candidates
            .iter()
            .any(|own| own.identity.is_some() && own.parts.iter().any(|part| *part == word.folded))
    };
    !is_given(&word.folded) && !is_surname && !is_registered()
}

fn add(candidates: &mut Vec<Candidate>, value: NameSource, text: &str, role: &str) {
    let pieces = pieces(text);
    // What the next one is, by the label before them.
    let mut led = None;
    let (alone, from) = (pieces.len() == 1, candidates.len());
    let mut at = 0;
    // Whether somebody was named in the item so far, and in full.
    let (mut is_after_name, mut is_after_full_name, mut was_in_brackets) = (false, false, false);
    for piece in &pieces {
        at += slice(text, at..).find(piece.as_str()).unwrap_or_default();
        let before = slice(text, ..at);
        let is_in_brackets = before.matches('(').count() > before.matches(')').count();
        // What follows a bracket is about somebody else, unless it is a title: "Moa Ek (S), kommunalråd".
        let is_blank = piece.trim().is_empty();
        if was_in_brackets && !is_in_brackets && !is_blank && !is_title_in_list(piece) {
            (is_after_name, is_after_full_name) = (false, false);
        }
        was_in_brackets = is_in_brackets || was_in_brackets && is_blank;
        at += piece.len();
        // "Tage Ek, foto: Moa Lund"
        if value == NameSource::Several
            && slice(text, at..).starts_with(':')
            && (is_label_within(piece) || is_title_in_list(piece))
        {
            (is_after_name, is_after_full_name) = (false, false);
            led = is_title_in_list(piece).then_some(piece.trim());
            continue;
        }
        // "Ola Lund, Kock, Siv Holm"
        let is_role = value == NameSource::Several && is_after_full_name && is_occupation(piece);
        if value == NameSource::Several
            && (is_after_full_name || is_after_name && is_in_brackets)
            && is_title_in_list(piece)
            && let Some(last) = candidates.get_mut(from..).and_then(<[_]>::last_mut)
            && last.role.is_empty()
        {
            piece.trim().clone_into(&mut last.role);
        }
        let mut names = if is_role { Vec::new() } else { value.names(piece) };
        let is_cell = value == NameSource::Several && is_further_cell(text, at - piece.len());
        if is_after_full_name || is_cell || is_after_name && is_in_brackets {
            names.retain(|name| !is_note(candidates, name, is_in_brackets));
        } else {
            is_after_name = !names.is_empty();
        }
        // "Moa Ek, Ekskolan, rektor; Ola Lund"
        let stays = is_in_brackets || is_cell && names.is_empty();
        is_after_full_name = is_after_full_name && stays || names.iter().any(|name| name.len() > 1);
        for name in names.into_iter().filter(|name| !name.is_empty()) {
            let (Some(first), Some(last)) = (name.first(), name.last()) else { continue };
            let spelled = slice(piece, first.at.start..last.at.end);
            // "Biträdande rektor Moa Ek"
            let before = slice(piece, ..first.at.start).trim();
            let is_title = |title: &&str| title.split(' ').any(is_occupation) && is_title_in_list(title);
            let title = Some(before).filter(is_title);
            let label = led.take();
            let own = match value {
                NameSource::Several => title.or(label).unwrap_or_default(),
                _ if alone => role.trim(),
                _ => "",
            };
            candidates.push(Candidate {
                name: spelled.to_owned(),
                role: own.to_owned(),
                is_labelled: title.is_none() && label.is_some(),
                since: Uuid::max(),
                parts: name.into_iter().map(|word| word.folded.into_owned()).collect(),
                ..Candidate::default()
            });
        }
    }
}
