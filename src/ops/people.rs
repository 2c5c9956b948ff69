//! A list of people: into the register in one step, and onto a meeting as those who were there.

use std::collections::{HashMap, HashSet};

use super::register::{self, PersonDetails};
use super::{Refused, Result, found};
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::minutes::is_role;
use crate::i18n::vocabulary::people::is_given;
use crate::i18n::vocabulary::subjects::{PersonNoun, person};
use crate::minutes::header;
use crate::model::history::{Entity, Op};
use crate::model::id::{FieldId, MeetingId, PersonId};
use crate::model::person::names_in;
use crate::model::{Field, FieldRole, Meeting, Person, Position};
use crate::store::{self, Done, Store, Tx, WriteScope};

/// How a list was entered, in persons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Entered {
    /// Those who are new in the register.
    pub new: usize,
    /// Those of whom the register knew less.
    pub completed: usize,
    /// Those of whom the register knew as much.
    pub known: usize,
}

/// Enters people in the register; what is known of one is completed and never replaced. Where a meeting is given, they
/// are among those who were there.
///
/// # Errors
/// [`Refused::Empty`] where nobody has a name; [`Refused::Nameless`]; a meeting that is not there; those of the store.
pub fn enter_people(
    store: &mut Store,
    people: &[PersonDetails],
    meeting: Option<MeetingId>,
) -> Result<Done<Entered>> {
    let called = |person: &PersonDetails| PersonDetails {
        name: register::without_comma(&person.name),
        ..person.clone()
    };
    let people = people.iter().map(called).filter(|person| !person.name.is_empty());
    let people: Vec<PersonDetails> = people.collect();
    if people.is_empty() {
        return Err(Refused::Empty);
    }
    let scope = meeting.map_or(WriteScope::Register, WriteScope::Meeting);
    store.transact(Op::ImportPeople, scope, |tx| {
        let meeting = match meeting {
            Some(id) => Some(found(store::meeting::get(tx.store(), id)?, Entity::Meeting)?),
            None => None,
        };
        if let Some(meeting) = &meeting {
            if meeting.nameless {
                return Err(Refused::Nameless);
            }
            tx.about(meeting.title.clone());
        }
        let entered = enter(tx, &people)?;
        if let Some(meeting) = &meeting {
            let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
            set_present(tx, meeting, &names)?;
        }
        Ok(entered)
    })
}

fn enter(tx: &mut Tx<'_>, people: &[PersonDetails]) -> Result<Entered> {
    let mut organisations = store::organisation::list(tx.store())?;
    let mut register: HashMap<PersonId, Person> = HashMap::new();
    let mut named: HashMap<String, PersonId> = HashMap::new();
    for person in store::person::list(tx.store())? {
        named.entry(person.name.to_lowercase()).or_insert(person.id);
        register.insert(person.id, person);
    }
    // Who turned out to be another is known by their name, too.
    for (name, person) in store::person::joined_names(tx.store())? {
        named.entry(name.to_lowercase()).or_insert(person);
    }
    let mut entered = Entered::default();
    for new in people {
        let name = new.name.as_str();
        let role = register::filled(new.role.as_ref());
        let organisation = match register::filled(new.organisation.as_ref()) {
            Some(name) => Some(register::organisation(tx, &mut organisations, &name, None)?),
            None => None,
        };
        let email = register::filled(new.email.as_ref());
        let key = name.to_lowercase();
        let Some(known) = named.get(&key).and_then(|id| register.get_mut(id)) else {
            let person = Person { id: tx.new_id(), name: name.to_owned(), role, organisation, email };
            store::person::insert(tx, &person)?;
            named.insert(key, person.id);
            register.insert(person.id, person);
            entered.new += 1;
            continue;
        };
        let fuller = Person {
            role: register::title(known).or(role),
            organisation: known.organisation.or(organisation),
            email: known.email.clone().or(email),
            ..known.clone()
        };
        if fuller == *known {
            entered.known += 1;
        } else {
            store::person::update(tx, &fuller)?;
            *known = fuller;
            entered.completed += 1;
        }
    }
    Ok(entered)
}

/// Adds people to the field that says who was there.
fn set_present(tx: &mut Tx<'_>, meeting: &Meeting, names: &[&str]) -> Result<()> {
    let mut fields = store::field::list(tx.store(), meeting.id)?;
    if fields.is_empty() {
        // A header of its own takes the place of the one made from the meeting: it must say the same.
        fields = stored_header(meeting, tx)?;
        for field in &fields {
            store::field::insert(tx, field)?;
        }
    }
    if let Some(field) = fields.iter().find(|field| field.role == FieldRole::Present) {
        // Whoever is there under another name, as it was spelled or as the register has it now, is there already.
        let listed = listed_in(&field.value);
        let registered: HashSet<String> =
            store::person::list(tx.store())?.into_iter().map(|person| person.name).collect();
        let is_there = |name: &str| {
            let is_meant = |short: &&str| !registered.contains(*short) && is_only(short, name, names);
            listed.contains(name) || listed.iter().any(is_meant)
        };
        let new: Vec<&str> = names.iter().copied().filter(|name| !is_there(name)).collect();
        return Ok(store::field::reword_names(tx, field.id, |spelled| with_names(spelled, &new))?);
    }
    let absent = fields.iter().position(|field| field.role == FieldRole::Absent);
    let before = match absent {
        Some(at) => at.checked_sub(1).and_then(|at| fields.get(at)),
        None => fields.last(),
    };
    let before = before.map(|field| field.id.0);
    let position = store::position::after(tx, Entity::Field, meeting.id.0, before)?;
    let field = new_field(tx, meeting, position, FieldRole::Present, with_names("", names));
    Ok(store::field::insert(tx, &field)?)
}

/// Whether a short name means this one of several and no other: "Siv", "Tagg" and "S. Tagg" for Siv Tagg.
fn is_only(short: &str, name: &str, all: &[&str]) -> bool {
    is_part_of(short, name) && all.iter().filter(|other| is_part_of(short, other)).count() == 1
}

/// Whether words are a part of a name, given names before surnames; a letter is for the word that it begins.
fn is_part_of(short: &str, name: &str) -> bool {
    let words = |text: &str| text.to_lowercase().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (short, name) = (words(short), words(name));
    let fits = |short: &str, word: &str| {
        let letter = short.trim_end_matches('.');
        short == word || letter.chars().nth(1).is_none() && !letter.is_empty() && word.starts_with(letter)
    };
    let is_word = short.iter().any(|word| word.trim_end_matches('.').chars().nth(1).is_some());
    let is_shorter = short.len() < name.len()
        || short.iter().any(|word| word.ends_with('.') || word.chars().nth(1).is_none());
    let mut rest = name.iter();
    is_word && is_shorter && short.iter().all(|short| rest.any(|word| fits(short, word)))
}

/// The header of a meeting without fields of its own, as fields.
fn stored_header(meeting: &Meeting, tx: &mut Tx<'_>) -> Result<Vec<Field>> {
    let mut position = store::position::next(tx, None)?;
    let mut fields = Vec::new();
    for known in header::stored(meeting).into_iter().filter(|known| !known.value.is_empty()) {
        fields.push(new_field(tx, meeting, position.clone(), known.role, known.value));
        position = store::position::next(tx, Some(&position))?;
    }
    Ok(fields)
}

fn new_field(
    tx: &mut Tx<'_>,
    meeting: &Meeting,
    position: Position,
    role: FieldRole,
    value: String,
) -> Field {
    let label = header::stored_label(role).to_owned();
    Field { id: FieldId(tx.new_id()), meeting: meeting.id, position, role, label, value, as_written: None }
}

/// The names that a row of those present has, with what it says beside them and without: "Eva Ek", "Eva Ek (ordf.)" and
/// "ordf." of "Eva Ek (ordf.)", "Eva Ek" of "Rektor Eva Ek" and of "Ordförande: Eva Ek".
fn listed_in(value: &str) -> HashSet<&str> {
    let marks = ['(', ')', '[', ']', ':', '|', '\t', '\n', '/'];
    let names = names_in(value);
    let mut all: HashSet<&str> = names.iter().copied().collect();
    for name in names {
        let parts = name.split(marks).flat_map(|part| part.split(" – ")).flat_map(|part| part.split(" - "));
        let bare = parts.map(|part| part.trim().trim_start_matches(['-', '•', '*', '–']).trim());
        for part in bare.filter(|part| !part.is_empty()) {
            all.insert(part);
            all.extend(untitled(part));
        }
    }
    all
}

/// A name after the title before it: "Eva Ek" of "Rektor Eva Ek" and of "vice ordförande Eva Ek".
fn untitled(part: &str) -> Option<&str> {
    let is_title = |word: &str| {
        let own = fold(word);
        let is_work = matches!(person(&own), Some((PersonNoun::Role, _)));
        word.starts_with(char::is_lowercase) || is_role(&own) || is_work && !is_given(&own)
    };
    let mut name = part;
    while let Some((_, after)) = name.split_once(' ').filter(|(word, _)| is_title(word)) {
        name = after.trim_start();
    }
    (name.len() < part.len()).then_some(name)
}

/// The value of a field with names added, those that it has already left out.
fn with_names(value: &str, names: &[&str]) -> String {
    let between = if value.contains(';') { "; " } else { ", " };
    let mut listed = listed_in(value);
    let mut all = value.trim().to_owned();
    for name in names {
        if !listed.contains(name) {
            if !all.is_empty() {
                all.push_str(between);
            }
            all.push_str(name);
            listed.extend(listed_in(name));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::with_names;

    #[test]
    fn nobody_is_listed_twice() {
        assert_eq!(with_names("", &["Eva Ek", "Bo Al", "Eva Ek"]), "Eva Ek, Bo Al");
        assert_eq!(with_names("Eva Ek, HR; Bo Al", &["Bo Al", "Åsa"]), "Eva Ek, HR; Bo Al; Åsa");
        assert_eq!(with_names("Bo Al och Eva Ek", &["Eva", "Bo Al"]), "Bo Al och Eva Ek, Eva");
        let with_roles =
            "Eva Ek (ordf.), Bo Al – kock, Rektor Åsa Lo, sekreterare: Siv Ax [V], kurator Ada Bo";
        assert_eq!(with_names(with_roles, &["Eva Ek", "Bo Al", "Åsa Lo", "Siv Ax", "Ada Bo"]), with_roles);
        assert_eq!(
            with_names("Eva Ek Lund (V), Bo", &["Eva Ek", "Lo Bo"]),
            "Eva Ek Lund (V), Bo, Eva Ek, Lo Bo"
        );
    }
}
