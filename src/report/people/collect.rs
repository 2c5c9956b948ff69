//! Collects who is known from a material: the register, and whoever spoke, promised, was the scribe, was there or
//! signed.

use super::index::NameParts;
use super::value::{NameSource, is_about_persons, parts, pieces};
use super::{KnownPeople, KnownPerson};
use crate::minutes::Minutes;
use crate::report::material::Material;
use crate::text::slice;

/// A name that was found, before it is clear whose it is.
struct Candidate {
    name: String,
    role: String,
    number: usize,
    parts: Vec<String>,
}

impl KnownPeople {
    /// Everybody in the register and whom the minutes name. The material must be as it was before anything was cut from
    /// it.
    pub fn of(material: &Material) -> Self {
        let mut candidates: Vec<Candidate> = Vec::new();
        for (at, person) in material.people.iter().enumerate() {
            add(&mut candidates, NameSource::Somebody, &person.name, &person.role, Some(at + 1));
        }
        let registered = material.people.len();
        for name in &material.mentioned.names {
            add(&mut candidates, NameSource::Somebody, name, "", None);
        }
        for (_, value) in material.mentioned.fields.iter().filter(|(label, _)| is_about_persons(label)) {
            add(&mut candidates, NameSource::Several, value, "", None);
        }
        for data in &material.meetings {
            of_minutes(&mut candidates, &data.minutes);
            for signature in &data.meeting.signoff {
                add(&mut candidates, NameSource::Person, &signature.name, &signature.role, None);
            }
            for work in &data.work {
                for (value, name) in
                    [(NameSource::Somebody, &work.entry.speaker), (NameSource::Somebody, &work.entry.owner)]
                {
                    add(&mut candidates, value, name.as_deref().unwrap_or_default(), "", None);
                }
                for scribe in work.checks.iter().filter_map(|check| check.scribe.as_deref()) {
                    add(&mut candidates, NameSource::Person, scribe, "", None);
                }
            }
        }
        let mut people = Self::settled(candidates, registered);
        for person in material.people.iter().filter(|person| !person.email.is_empty()) {
            people.reach(&person.name, &person.email);
        }
        people
    }

    /// Knows somebody by the address that the register has.
    fn reach(&mut self, name: &str, address: &str) {
        let Some(at) = self.whole.get(&parts(name)).copied() else { return };
        self.index.reach(at, address);
    }

    /// Those whom minutes name, without a register.
    pub fn of_minutes(minutes: &Minutes) -> Self {
        let mut candidates = Vec::new();
        of_minutes(&mut candidates, minutes);
        Self::settled(candidates, 0)
    }

    /// Merges the candidates that are the same person: "Maja" is Maja Ek, if no other Maja is known.
    fn settled(candidates: Vec<Candidate>, registered: usize) -> Self {
        let mut people = Self::default();
        let (full, short): (Vec<Candidate>, Vec<Candidate>) =
            candidates.into_iter().partition(|one| !is_short(&one.parts));
        let mut next = registered;
        let mut number = |given: usize| {
            if given > 0 {
                return given;
            }
            next += 1;
            next
        };
        for candidate in full {
            if let Some(at) = people.whole.get(&candidate.parts).copied() {
                people.complete(at, &candidate);
            } else {
                people.enter(candidate.person(&mut number));
            }
        }
        for candidate in short {
            let given = candidate.parts.first().cloned().unwrap_or_default();
            let initial = candidate.parts.get(1);
            let fits = |at: &usize| {
                let person = people.persons.get(*at).filter(|person| person.given() == given);
                let full = person.filter(|person| !is_short(&person.parts)).and_then(KnownPerson::surname);
                full.is_some_and(|surname| initial.is_none_or(|letter| surname.starts_with(letter.as_str())))
            };
            let first = given.split('-').next().unwrap_or_default();
            let parts = people.index.word(first).unwrap_or_default();
            let mut same: Vec<usize> = parts.iter().map(|part| part.person).filter(fits).collect();
            same.dedup();
            let known = people.whole.get(&candidate.parts).copied();
            let one = known.or(if let [at] = same.as_slice() { Some(*at) } else { None });
            match one {
                Some(at) => {
                    people.complete(at, &candidate);
                    people.whole.insert(candidate.parts, at);
                }
                // It is unclear which one is meant.
                None if !same.is_empty() => {}
                None => people.enter(candidate.person(&mut number)),
            }
        }
        people
    }

    fn complete(&mut self, at: usize, candidate: &Candidate) {
        let Some(person) = self.persons.get_mut(at) else { return };
        if person.role.is_empty() {
            person.role.clone_from(&candidate.role);
        }
        if candidate.number > 0 {
            person.number = person.number.min(candidate.number);
        }
    }

    fn enter(&mut self, person: KnownPerson) {
        let at = self.persons.len();
        self.whole.insert(person.parts.clone(), at);
        self.index.enter(at, &person);
        self.persons.push(person);
    }
}

impl Candidate {
    fn person(self, number: &mut impl FnMut(usize) -> usize) -> KnownPerson {
        KnownPerson {
            number: number(self.number),
            name: self.name,
            role: self.role,
            names: NameParts::of(&self.parts),
            parts: self.parts,
        }
    }
}

/// Whether a name is a given name alone, or with the initial of a surname.
fn is_short(parts: &[String]) -> bool {
    match parts {
        [_] => true,
        [_, letter] => letter.chars().count() == 1,
        _ => false,
    }
}

fn of_minutes(candidates: &mut Vec<Candidate>, minutes: &Minutes) {
    for signature in &minutes.signoff {
        add(candidates, NameSource::Person, &signature.name, &signature.role, None);
    }
    for field in minutes.fields.iter().filter(|field| is_about_persons(&field.label)) {
        add(candidates, NameSource::Several, &field.value, "", None);
    }
    for section in minutes.sections.iter().filter(|section| is_about_persons(&section.heading)) {
        for text in section.intro.iter().chain(section.entries.iter().map(|entry| &entry.text)) {
            add(candidates, NameSource::Several, text, "", None);
        }
    }
    for entry in minutes.sections.iter().flat_map(|section| &section.entries) {
        for name in [&entry.speaker, &entry.owner].into_iter().flatten() {
            add(candidates, NameSource::Somebody, name, "", None);
        }
        if let Some(scribe) = entry.provenance.as_ref().and_then(|from| from.scribe.as_deref()) {
            add(candidates, NameSource::Person, scribe, "", None);
        }
    }
}

fn add(candidates: &mut Vec<Candidate>, value: NameSource, text: &str, role: &str, number: Option<usize>) {
    let pieces = pieces(text);
    let alone = pieces.len() == 1;
    for piece in &pieces {
        for name in value.names(piece).into_iter().filter(|name| !name.is_empty()) {
            let (Some(first), Some(last)) = (name.first(), name.last()) else { continue };
            let spelled = slice(piece, first.at.start..last.at.end);
            candidates.push(Candidate {
                name: spelled.to_owned(),
                role: if alone { role.trim().to_owned() } else { String::new() },
                number: number.unwrap_or(0),
                parts: name.into_iter().map(|word| word.folded.into_owned()).collect(),
            });
        }
    }
}
