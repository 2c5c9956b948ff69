//! The register of persons.

use std::collections::HashSet;

use super::seen::{Seen, merged_text};
use super::{Refused, Result, found, merged};
use crate::i18n::occupations::title_of_signer;
use crate::i18n::vocabulary::{fold, folds_to};
use crate::model::history::{Entity, Op};
use crate::model::id::{OrganisationId, PersonId};
use crate::model::person::{each_known, each_named};
use crate::model::{Organisation, Person};
use crate::store::{self, Done, HeldRows, Store, Tx, WriteScope};

/// A person as somebody writes them down, in a form or in a list that is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonDetails {
    /// In full; in a list, those without one are skipped.
    pub name: String,
    /// Their title or role.
    pub role: Option<String>,
    /// Where they work, by its name or its short name.
    pub organisation: Option<String>,
    /// Their e-mail address.
    pub email: Option<String>,
}

/// The words of a detail; `None` for blanks.
pub(super) fn filled(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Enters a person, or completes the one with that name.
///
/// # Errors
/// [`Refused::Empty`] without a name; those of the store.
pub fn enter_person(store: &mut Store, details: &PersonDetails) -> Result<Done<PersonId>> {
    store.transact(Op::EditRegister, WriteScope::Register, |tx| {
        tx.about(details.name.trim());
        let organisation = organisation_of(tx, details)?;
        let email = filled(details.email.as_ref());
        let entered = complete(tx, &details.name, details.role.as_deref(), organisation, email)?;
        entered.map(|(id, _)| id).ok_or(Refused::Empty)
    })
}

/// Corrects a person in the register. Everything that names them follows; how a name was spelled in minutes that were
/// read stays. What is the same in `before` and `after` is left as it is now.
///
/// # Errors
/// [`Refused::Empty`] without a name; [`Refused::Changed`] where another window has changed a text since `before` was
/// shown that is to be replaced; those of the store.
pub fn edit_person(store: &mut Store, before: &Seen<Person>, after: &PersonDetails) -> Result<Done<Person>> {
    let shown_name = before.clone().map(|person| person.name);
    let shown_role = before.clone().map(|person| person.role.unwrap_or_default());
    let shown_email = before.clone().map(|person| person.email.unwrap_or_default());
    let Seen { value: before, held } = before;
    let new_name = without_comma(&after.name);
    if new_name.is_empty() {
        return Err(Refused::Empty);
    }
    store.transact(Op::EditRegister, WriteScope::Named(&before.name), |tx| {
        tx.based_on(held)?;
        let now = found(store::person::get(tx.store(), before.id)?, Entity::Person)?;
        let name = merged_text(tx.store(), (now.id.0, "name"), &shown_name, new_name, &now.name)?;
        tx.about(if name == now.name { name.clone() } else { format!("{} → {name}", now.name) });
        if name != now.name && now.name == before.name {
            store::person::link(tx, &now)?;
        }
        let role = filled(after.role.as_ref()).unwrap_or_default();
        let role_now = now.role.unwrap_or_default();
        let role = merged_text(tx.store(), (now.id.0, "role"), &shown_role, role, &role_now)?;
        let email = filled(after.email.as_ref()).unwrap_or_default();
        let email_now = now.email.unwrap_or_default();
        let email = merged_text(tx.store(), (now.id.0, "email"), &shown_email, email, &email_now)?;
        let organisation = organisation_of(tx, after)?;
        let person = Person {
            id: now.id,
            name,
            role: Some(role).filter(|role| !role.is_empty()),
            organisation: merged(&before.organisation, organisation, now.organisation),
            email: Some(email).filter(|email| !email.is_empty()),
        };
        store::person::update(tx, &person)?;
        if person.name != now.name && now.name == before.name {
            rename_signer(tx, &now.name, &person.name)?;
        }
        Ok(person)
    })
}

/// Replaces a name where minutes are signed off, but not in those that were read.
fn rename_signer(tx: &mut Tx<'_>, before: &str, after: &str) -> Result<()> {
    for mut meeting in store::meeting::signed_by(tx.store(), before)? {
        for signature in meeting.signoff.iter_mut().filter(|signature| signature.name == before) {
            after.clone_into(&mut signature.name);
        }
        let mut signed = HashSet::new();
        meeting.signoff.retain(|signature| signed.insert(signature.clone()));
        store::meeting::update(tx, &meeting)?;
    }
    Ok(())
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
            email: other.email.or(person.email),
            ..other
        };
        store::person::update(tx, &fuller)?;
        rename_signer(tx, &person.name, &fuller.name)?;
        Ok(fuller)
    })
}

/// Removes a person from the register, with those who turned out to be the same. What names them keeps the name as it
/// was spelled. One of whom another laptop has written what was not `held` is kept.
///
/// # Errors
/// Those of the store.
pub fn remove_person(store: &mut Store, id: PersonId, held: &HeldRows) -> Result<Done<()>> {
    store.transact(Op::RemovePerson, WriteScope::Register, |tx| {
        tx.based_on(held)?;
        let person = found(store::person::get(tx.store(), id)?, Entity::Person)?;
        tx.about(person.name);
        for same in store::person::joined_to(tx.store(), id)? {
            store::person::delete(tx, same)?;
        }
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

/// Where a person works; an organisation that is not known yet is entered.
fn organisation_of(tx: &mut Tx<'_>, details: &PersonDetails) -> Result<Option<OrganisationId>> {
    let Some(name) = filled(details.organisation.as_ref()) else { return Ok(None) };
    let mut known = store::organisation::list(tx.store())?;
    organisation(tx, &mut known, &name, None).map(Some)
}

/// Enters the names in a text in the register unless they are there, so that they can be completed next time. Returns
/// the text with each as the register has it: known in any letter case, and apart from another known one after "och".
pub(super) fn enter_named(tx: &mut Tx<'_>, names: &str) -> Result<String> {
    let is_known = |name: &str| alike(tx.store(), name).is_ok_and(|known| known.is_some());
    let each = each_known(names, is_known);
    let mut written = Vec::with_capacity(each.len());
    for name in &each {
        written.extend(complete(tx, name, None, None, None)?.map(|(_, name)| name));
    }
    Ok(if written.iter().eq(each_named(names)) { names.to_owned() } else { written.join(", ") })
}

/// The same of nobody or some. What was there `before` stays as it is written.
pub(super) fn enter_any(
    tx: &mut Tx<'_>,
    before: Option<&str>,
    names: Option<String>,
) -> Result<Option<String>> {
    let entered = names.as_deref().map(|names| enter_named(tx, names)).transpose()?;
    Ok(if names.as_deref() == before { names } else { entered })
}

/// Enters whoever signed in the register, unless they are there; a role that is not known yet is added.
pub(super) fn enter_signer(tx: &mut Tx<'_>, name: &str, role: Option<&str>) -> Result<()> {
    each_named(name).try_for_each(|name| complete(tx, name, role, None, None).map(drop))
}

/// What somebody is, unless the register only has the label of a signature ("Vid pennan").
pub(super) fn title(person: &Person) -> Option<String> {
    person.role.clone().filter(|role| title_of_signer(role).is_some())
}

/// A name as the register has it. "Ek, Siv" is Siv Ek: a comma is between several.
pub(super) fn without_comma(name: &str) -> String {
    let mut parts: Vec<&str> = each_named(name).collect();
    if let [surname, given, ..] = parts.as_mut_slice()
        && given.starts_with(char::is_uppercase)
    {
        std::mem::swap(surname, given);
    }
    parts.join(" ")
}

/// The person with exactly this name, or with it in any letter case.
fn alike(store: &Store, name: &str) -> store::Result<Option<Person>> {
    if let Some(known) = store::person::named(store, name)? {
        return Ok(Some(known));
    }
    let folded = fold(name);
    let known = store::person::list(store)?.into_iter().find(|known| folds_to(&known.name, &folded));
    if known.is_some() {
        return Ok(known);
    }
    let joined = store::person::joined_names(store)?.into_iter().find(|(name, _)| folds_to(name, &folded));
    joined.map_or(Ok(None), |(name, _)| store::person::named(store, &name))
}

/// The person with this name, or who that turned out to be; what was not known of them is added. A new one is entered.
/// Returns them with the name as the register has it; `None` for an empty name.
fn complete(
    tx: &mut Tx<'_>,
    name: &str,
    role: Option<&str>,
    organisation: Option<OrganisationId>,
    email: Option<String>,
) -> Result<Option<(PersonId, String)>> {
    let name = &without_comma(name);
    if name.is_empty() {
        return Ok(None);
    }
    let role = role.map(str::trim).filter(|role| !role.is_empty()).map(str::to_owned);
    if let Some(known) = alike(tx.store(), name)? {
        let spelled = known.name.clone();
        let known = store::person::now(tx.store(), known)?;
        let fuller = Person {
            role: title(&known).or(role),
            organisation: known.organisation.or(organisation),
            email: known.email.clone().or(email),
            ..known.clone()
        };
        if fuller != known {
            store::person::update(tx, &fuller)?;
        }
        return Ok(Some((fuller.id, spelled)));
    }
    let person = Person { id: tx.new_id(), name: name.to_owned(), role, organisation, email };
    store::person::insert(tx, &person)?;
    Ok(Some((person.id, person.name)))
}
