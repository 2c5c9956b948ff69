//! The register of persons, and the programme.

use super::{Refused, Result, found, merged};
use crate::model::history::{Entity, Op};
use crate::model::id::{OrganisationId, PersonId};
use crate::model::{Organisation, Person, Programme};
use crate::store::{self, Done, Store, Tx, WriteScope};

/// Enters a person, or completes the one with that name.
///
/// # Errors
/// [`Refused::Empty`] without a name; those of the store.
pub fn enter_person(store: &mut Store, name: &str, role: Option<&str>) -> Result<Done<PersonId>> {
    store.transact(Op::EditRegister, WriteScope::Register, |tx| {
        tx.about(name.trim());
        remember(tx, name, role)?.ok_or(Refused::Empty)
    })
}

/// Corrects a person in the register. Everything that names them follows; how a name was spelled in minutes that were
/// read stays. What is the same in `before` and `after` is left as it is now.
///
/// # Errors
/// [`Refused::Empty`] without a name; those of the store.
pub fn edit_person(store: &mut Store, before: &Person, after: Person) -> Result<Done<Person>> {
    if after.name.trim().is_empty() {
        return Err(Refused::Empty);
    }
    store.transact(Op::EditRegister, WriteScope::Named(&before.name), |tx| {
        let now = found(store::person::get(tx.store(), before.id)?, Entity::Person)?;
        tx.about(now.name.clone());
        let name = merged(&before.name, after.name.trim().to_owned(), now.name.clone());
        if name != now.name && now.name == before.name {
            store::person::link(tx, &now)?;
        }
        let person = Person {
            id: now.id,
            name,
            role: merged(&before.role, after.role, now.role),
            organisation: merged(&before.organisation, after.organisation, now.organisation),
        };
        store::person::update(tx, &person)?;
        Ok(person)
    })
}

/// Says that two persons in the register are one: `other` stays, and knows what only the first did.
///
/// # Errors
/// [`Refused::SamePerson`] for one and the same; those of the store.
pub fn join_persons(store: &mut Store, id: PersonId, other: PersonId) -> Result<Done<Person>> {
    if id == other {
        return Err(Refused::SamePerson);
    }
    let name = found(store::person::get(store, id)?, Entity::Person)?.name;
    store.transact(Op::JoinPersons, WriteScope::Named(&name), |tx| {
        let person = found(store::person::get(tx.store(), id)?, Entity::Person)?;
        let other = found(store::person::get(tx.store(), other)?, Entity::Person)?;
        tx.about(format!("{} → {}", person.name, other.name));
        store::person::link(tx, &person)?;
        store::person::join(tx, person.id, other.id)?;
        let fuller = Person {
            role: other.role.or(person.role),
            organisation: other.organisation.or(person.organisation),
            ..other
        };
        store::person::update(tx, &fuller)?;
        Ok(fuller)
    })
}

/// Removes a person from the register. What names them keeps the name.
///
/// # Errors
/// Those of the store.
pub fn remove_person(store: &mut Store, id: PersonId) -> Result<Done<()>> {
    store.transact(Op::RemovePerson, WriteScope::Register, |tx| {
        let person = found(store::person::get(tx.store(), id)?, Entity::Person)?;
        tx.about(person.name);
        Ok(store::person::delete(tx, id)?)
    })
}

/// Enters an organisation, with what people call it for short.
///
/// # Errors
/// [`Refused::Empty`] without a name; those of the store.
pub fn enter_organisation(
    store: &mut Store,
    name: &str,
    short: Option<&str>,
) -> Result<Done<OrganisationId>> {
    let name = name.trim().to_owned();
    if name.is_empty() {
        return Err(Refused::Empty);
    }
    store.transact(Op::EditRegister, WriteScope::Register, |tx| {
        tx.about(name.clone());
        let mut known = store::organisation::list(tx.store())?;
        organisation(tx, &mut known, &name, short)
    })
}

/// The organisation of this name or short name among those known; a new one is entered.
pub(super) fn organisation(
    tx: &mut Tx<'_>,
    known: &mut Vec<Organisation>,
    name: &str,
    short: Option<&str>,
) -> Result<OrganisationId> {
    let wanted = name.to_lowercase();
    let is_it = |it: &&Organisation| {
        it.name.to_lowercase() == wanted
            || it.short.as_ref().is_some_and(|short| short.to_lowercase() == wanted)
    };
    if let Some(known) = known.iter().find(is_it) {
        return Ok(known.id);
    }
    let organisation =
        Organisation { id: tx.new_id(), name: name.to_owned(), short: short.map(str::to_owned) };
    store::organisation::insert(tx, &organisation)?;
    let id = organisation.id;
    known.push(organisation);
    Ok(id)
}

/// Enters a name in the register unless it is there, so that it can be completed next time. A role that is not known
/// yet is added. `None` for an empty name.
pub(super) fn remember(tx: &mut Tx<'_>, name: &str, role: Option<&str>) -> Result<Option<PersonId>> {
    let name = name.trim();
    if name.is_empty() {
        return Ok(None);
    }
    let role = role.map(str::trim).filter(|role| !role.is_empty());
    let known = store::person::named(tx.store(), name)?;
    Ok(Some(match known {
        Some(person) if person.role.is_none() && role.is_some() => {
            store::person::update(tx, &Person { role: role.map(str::to_owned), ..person.clone() })?;
            person.id
        }
        Some(person) => person.id,
        None => {
            let person = Person {
                id: tx.new_id(),
                name: name.to_owned(),
                role: role.map(str::to_owned),
                organisation: None,
            };
            store::person::insert(tx, &person)?;
            person.id
        }
    }))
}

/// Names the programme that meetings belong to; makes it where there is none.
///
/// # Errors
/// [`Refused::Empty`] without a name; those of the store.
pub fn rename_programme(store: &mut Store, name: &str) -> Result<Done<Programme>> {
    let name = name.trim().to_owned();
    if name.is_empty() {
        return Err(Refused::Empty);
    }
    store.transact(Op::EditProgramme, WriteScope::Register, |tx| {
        tx.about(name.clone());
        let first = store::programme::list(tx.store())?.into_iter().next();
        if let Some(programme) = first {
            let programme = Programme { name, ..programme };
            store::programme::update(tx, &programme)?;
            return Ok(programme);
        }
        let programme = Programme { id: tx.new_id(), name, values: Vec::new(), goals: Vec::new() };
        store::programme::insert(tx, &programme)?;
        Ok(programme)
    })
}
