//! Who is known, gathered from a material: the register, and whoever spoke, promised, held the pen, was there or signed.

use std::collections::HashMap;

use super::words::{Word, plain, words};
use super::{People, Person};
use crate::i18n::vocabulary::minutes::{field_role, is_role, is_signer};
use crate::i18n::vocabulary::people as vocabulary;
use crate::minutes::Minutes;
use crate::model::FieldRole;
use crate::report::Material;
use crate::text::slice;

/// What parts one name from the next in a value.
const BETWEEN: &[&str] =
    &[",", ";", "/", "&", "+", "\n", "(", ")", ":", " och ", " samt ", " and ", " – ", " - ", "- ", " -"];

/// How sure it is that a value is a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Value {
    /// Who held the pen, who made a check, who signs: always persons.
    Person,
    /// Who spoke or answers for something: a person, or a role or a body.
    Somebody,
    /// Who was there: names among other words.
    Several,
}

/// A name that was found, before it is known whose it is.
struct Candidate {
    name: String,
    role: String,
    number: usize,
    parts: Vec<String>,
}

impl People {
    /// Everybody in the register and whom the papers name. Of the material before anything was cut from it.
    pub fn of(material: &Material) -> Self {
        let mut candidates: Vec<Candidate> = Vec::new();
        for (at, person) in material.people.iter().enumerate() {
            add(&mut candidates, Value::Somebody, &person.name, &person.role, Some(at + 1));
        }
        let registered = material.people.len();
        for name in &material.mentioned.names {
            add(&mut candidates, Value::Somebody, name, "", None);
        }
        for (_, value) in material.mentioned.fields.iter().filter(|(label, _)| is_about_persons(label)) {
            add(&mut candidates, Value::Several, value, "", None);
        }
        for told in &material.meetings {
            of_minutes(&mut candidates, &told.minutes);
            for signature in &told.meeting.signoff {
                add(&mut candidates, Value::Person, &signature.name, &signature.role, None);
            }
            for work in &told.work {
                for (value, name) in
                    [(Value::Somebody, &work.entry.speaker), (Value::Somebody, &work.entry.owner)]
                {
                    add(&mut candidates, value, name.as_deref().unwrap_or_default(), "", None);
                }
                for author in work.checks.iter().filter_map(|check| check.author.as_deref()) {
                    add(&mut candidates, Value::Person, author, "", None);
                }
            }
        }
        Self::settled(candidates, registered)
    }

    /// Those whom minutes name, where nothing else is known.
    pub fn of_minutes(minutes: &Minutes) -> Self {
        let mut candidates = Vec::new();
        of_minutes(&mut candidates, minutes);
        Self::settled(candidates, 0)
    }

    /// Puts together what is the same person: "Maja" is Maja Ek, if no other Maja is known.
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
                people.enter(Person {
                    number: number(candidate.number),
                    name: candidate.name,
                    role: candidate.role,
                    parts: candidate.parts,
                });
            }
        }
        for candidate in short {
            let given = candidate.parts.first().cloned().unwrap_or_default();
            let initial = candidate.parts.get(1);
            let fits = |at: &&usize| {
                let person = people.persons.get(**at);
                let full = person.filter(|person| !is_short(&person.parts)).and_then(Person::surname);
                full.is_some_and(|surname| initial.is_none_or(|letter| surname.starts_with(letter.as_str())))
            };
            let same: Vec<usize> = people
                .given
                .get(&given)
                .map(|all| all.iter().filter(fits).copied().collect())
                .unwrap_or_default();
            let known = people.whole.get(&candidate.parts).copied();
            let one = known.or(if let [at] = same.as_slice() { Some(*at) } else { None });
            match one {
                Some(at) => {
                    people.complete(at, &candidate);
                    people.whole.insert(candidate.parts, at);
                }
                // Which one is meant cannot be told.
                None if !same.is_empty() => {}
                None => people.enter(Person {
                    number: number(candidate.number),
                    name: candidate.name,
                    role: candidate.role,
                    parts: candidate.parts,
                }),
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

    fn enter(&mut self, person: Person) {
        let at = self.persons.len();
        let put = |map: &mut HashMap<String, Vec<usize>>, key: String| {
            let all = map.entry(key).or_default();
            if !key_is_there(all, at) {
                all.push(at);
            }
        };
        self.whole.insert(person.parts.clone(), at);
        put(&mut self.given, person.given().to_owned());
        if let Some(surname) = person.surname().filter(|surname| surname.chars().count() > 1) {
            put(&mut self.family, surname.to_owned());
        }
        if let Some(initials) = initials(&person.name).filter(|_| person.parts.len() > 1) {
            put(&mut self.initials, initials);
        }
        for local in addresses(&person.parts) {
            put(&mut self.local, local);
        }
        self.persons.push(person);
    }
}

fn key_is_there(all: &[usize], at: usize) -> bool {
    all.last() == Some(&at)
}

/// Whether a name is a given name alone, or one with the letter of a surname.
fn is_short(parts: &[String]) -> bool {
    match parts {
        [_] => true,
        [_, letter] => letter.chars().count() == 1,
        _ => false,
    }
}

/// What may stand before the `@` of somebody with this name: `eva.ek`, `ek.eva`, `eek`, `eva.e`; for one of whom only
/// the given name is known, that.
fn addresses(parts: &[String]) -> Vec<String> {
    let plain: Vec<String> = parts.iter().map(|part| plain(part)).collect();
    let (Some(given), Some(surname)) = (plain.first(), plain.last()) else { return Vec::new() };
    if parts.len() == 1 {
        return vec![given.clone()];
    }
    let first = |word: &str| word.chars().take(1).collect::<String>();
    let mut all = vec![plain.concat(), format!("{given}{surname}"), format!("{surname}{given}")];
    if surname.len() > 1 {
        all.extend([
            format!("{}{surname}", first(given)),
            format!("{surname}{}", first(given)),
            format!("{given}{}", first(surname)),
        ]);
    }
    all
}

/// The initials with a full stop after each, as `Choices` writes them.
fn initials(name: &str) -> Option<String> {
    let initials = crate::report::choices::initials(name);
    (initials.matches('.').count() > 1).then_some(initials)
}

fn of_minutes(candidates: &mut Vec<Candidate>, minutes: &Minutes) {
    for signature in &minutes.signoff {
        add(candidates, Value::Person, &signature.name, &signature.role, None);
    }
    for field in minutes.fields.iter().filter(|field| is_about_persons(&field.label)) {
        add(candidates, Value::Several, &field.value, "", None);
    }
    for entry in minutes.sections.iter().flat_map(|section| &section.entries) {
        for name in [&entry.speaker, &entry.owner].into_iter().flatten() {
            add(candidates, Value::Somebody, name, "", None);
        }
        if let Some(scribe) = entry.provenance.as_ref().and_then(|from| from.scribe.as_deref()) {
            add(candidates, Value::Person, scribe, "", None);
        }
    }
}

/// Whether a header field with this label holds names of persons.
pub(crate) fn is_about_persons(label: &str) -> bool {
    let label = crate::i18n::vocabulary::minutes::bare(label);
    matches!(field_role(&label), Some(FieldRole::Present | FieldRole::Absent))
        || is_signer(&label)
        || vocabulary::PERSON_LABELS.contains(&label.as_str())
}

/// The words of a name, without what is no name: the short form of a body after it, a number.
pub(super) fn parts(name: &str) -> Vec<String> {
    name_words(name).into_iter().map(|word| word.folded).collect()
}

fn name_words(name: &str) -> Vec<Word> {
    let mut all: Vec<Word> =
        words(name).into_iter().filter(|word| word.folded.chars().any(char::is_alphabetic)).collect();
    while all.len() > 1 && all.last().is_some_and(|word| word.shouted) && !all.iter().all(|word| word.shouted)
    {
        all.pop();
    }
    all
}

/// The names of a value, one by one.
pub(crate) fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![text.to_owned()];
    for between in BETWEEN {
        pieces = pieces
            .iter()
            .flat_map(|piece| piece.split(between).map(str::to_owned).collect::<Vec<_>>())
            .collect();
    }
    pieces
}

fn add(candidates: &mut Vec<Candidate>, value: Value, text: &str, role: &str, number: Option<usize>) {
    let pieces = pieces(text);
    let alone = pieces.len() == 1;
    for piece in &pieces {
        let found = match value {
            Value::Several => among(piece),
            Value::Person | Value::Somebody if is_person(piece, value == Value::Person) => {
                vec![name_words(piece)]
            }
            Value::Person | Value::Somebody => Vec::new(),
        };
        for name in found.into_iter().filter(|name| !name.is_empty()) {
            let (Some(first), Some(last)) = (name.first(), name.last()) else { continue };
            let spelled = slice(piece, first.at.start..last.at.end);
            candidates.push(Candidate {
                name: spelled.to_owned(),
                role: if alone { role.trim().to_owned() } else { String::new() },
                number: number.unwrap_or(0),
                parts: name.into_iter().map(|word| word.folded).collect(),
            });
        }
    }
}

/// Whether a value names a person rather than a role, a body or nobody.
fn is_person(piece: &str, sure: bool) -> bool {
    let all = name_words(piece);
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return false };
    if all.iter().any(|word| vocabulary::is_nobody(&word.folded)) || all.len() > 5 {
        return false;
    }
    if sure {
        return !is_role(&first.folded) || all.len() > 1 && last.capital;
    }
    let body =
        |word: &Word| vocabulary::is_organisation(&word.folded) || is_role(&word.folded) && !word.capital;
    let is_name = |word: &Word| word.capital || vocabulary::is_particle(&word.folded);
    let titled = is_role(&first.folded) || is_role(first.folded.trim_end_matches("en").trim_end_matches('n'));
    match all.as_slice() {
        [one] if !one.capital => vocabulary::is_given(&one.folded),
        [one] => {
            !body(one)
                && !titled
                && !vocabulary::is_place(&one.folded)
                && (!one.shouted || vocabulary::is_given(&one.folded))
        }
        several if vocabulary::is_given(&first.folded) => several.iter().all(|word| !body(word)),
        several => several.iter().all(is_name) && !several.iter().any(body) && !titled,
    }
}

/// The names among other words: runs of words with a capital letter.
fn among(piece: &str) -> Vec<Vec<Word>> {
    let all = words(piece);
    let mut names = Vec::new();
    let mut run: Vec<Word> = Vec::new();
    let only = all.len() == 1;
    for (at, word) in all.iter().enumerate() {
        let within = !run.is_empty()
            && vocabulary::is_particle(&word.folded)
            && all.get(at + 1).is_some_and(|next| next.capital);
        if word.capital && !is_role(&word.folded) || within {
            run.push(word.clone());
            continue;
        }
        names.extend(of_run(std::mem::take(&mut run), false));
    }
    names.extend(of_run(run, only));
    names
}

fn of_run(mut run: Vec<Word>, alone: bool) -> Vec<Vec<Word>> {
    while run.len() > 1 && run.last().is_some_and(|word| word.shouted) && !run.iter().all(|word| word.shouted)
    {
        run.pop();
    }
    let is_body = |word: &Word| vocabulary::is_organisation(&word.folded);
    let is_given = |word: &Word| vocabulary::is_given(&word.folded);
    match run.as_slice() {
        [] => Vec::new(),
        [one] => {
            let may = alone
                && one.folded.chars().count() > 1
                && !is_body(one)
                && !one.shouted
                && !vocabulary::is_nobody(&one.folded)
                && !vocabulary::is_place(&one.folded);
            if is_given(one) || may { vec![run] } else { Vec::new() }
        }
        // Two names without a comma between them, or a body before a name.
        several if several.len() > 4 || several.iter().any(is_body) => {
            let pairs = several
                .windows(2)
                .filter(|pair| is_given(&pair[0]) && !is_given(&pair[1]) && !is_body(&pair[1]));
            pairs.map(<[Word]>::to_vec).collect()
        }
        several if several.iter().any(|word| vocabulary::is_nobody(&word.folded)) => Vec::new(),
        _ => vec![run],
    }
}
