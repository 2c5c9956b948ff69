//! The form of a person: name, role, organisation and e-mail address. A name that somebody else has is refused, for the
//! two may be one; nothing that another window has written meanwhile is replaced unasked.

use std::cell::RefCell;

use super::state::{ListedPerson, name_of};
use crate::i18n::Words;
use crate::model::Person;
use crate::ops::{self, PersonDetails, Seen};
use crate::speech;
use crate::store;
use crate::ui::bindings::{self, Scope};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::form::{FieldRefusal, Form, FormField};
use crate::ui::draft::FormAt;
use crate::ui::effect::Write;
use crate::ui::error::UiError;

/// A person as the form has them: name, role, organisation, e-mail address.
type Texts = [String; 4];

/// The form of a new person.
pub(super) fn new(words: &Words) -> Form {
    let fields = fields(&Texts::default(), words);
    Form::new(words.persons.new, fields).kept_as(FormAt::NewPerson).on_submit(|values, ctx| {
        let typed = texts(values);
        check_name(&typed[0], None, ctx)?;
        let (said, details) = ((ctx.look.words.persons.entered)(&typed[0]), details(typed));
        Ok(Write::new(said, move |store| ops::enter_person(store, &details)))
    })
}

/// The form of a person in the register.
///
/// # Errors
/// Where the file cannot be read.
pub(super) fn edit(listed: &ListedPerson, ctx: &Ctx) -> Result<Form, UiError> {
    let words = ctx.look.words;
    let person = listed.person.clone();
    let shown = shown(&person, listed.organisation.clone());
    let fields = fields(&shown, words);
    let at = FormAt::Person(person.id.0);
    let seen = RefCell::new((Seen::now(ctx.store, person)?, shown));
    Ok(Form::new(words.persons.edit, fields).kept_as(at).on_submit(move |values, ctx| {
        let typed = texts(values);
        let (person, shown) = &mut *seen.borrow_mut();
        if typed[0] != shown[0] {
            check_name(&typed[0], Some(&person.value), ctx)?;
        }
        see_again(person, shown, &typed, ctx)?;
        let (said, before) = ((ctx.look.words.persons.edited)(&typed[0]), person.clone());
        let details = details(typed);
        Ok(Write::new(said, move |store| ops::edit_person(store, &before, &details)))
    }))
}

fn fields(shown: &Texts, words: &Words) -> Vec<FormField> {
    let [name, role, organisation, email] = words.persons.fields;
    vec![
        FormField::text(name, &*shown[0]).help(words.persons.name_help),
        FormField::text(role, &*shown[1]),
        FormField::text(organisation, &*shown[2]),
        FormField::text(email, &*shown[3]).help(words.persons.email_help),
    ]
}

fn texts(values: &[String]) -> Texts {
    std::array::from_fn(|field| values.get(field).cloned().unwrap_or_default())
}

fn shown(person: &Person, organisation: String) -> Texts {
    let [role, email] = [&person.role, &person.email].map(|text| text.clone().unwrap_or_default());
    [person.name.clone(), role, organisation, email]
}

fn details([name, role, organisation, email]: Texts) -> PersonDetails {
    PersonDetails { name, role: Some(role), organisation: Some(organisation), email: Some(email) }
}

/// Refuses a name that is empty, or that another person has already.
fn check_name(name: &str, person: Option<&Person>, ctx: &Ctx) -> Result<(), FieldRefusal> {
    let words = ctx.look.words;
    if name.is_empty() {
        return Err((0, (words.errors.empty)().sentence));
    }
    let alike = |other: &Person| other.name.to_lowercase() == name.to_lowercase();
    let others = store::person::list(ctx.store).unwrap_or_default();
    let mut others = others.into_iter().filter(|other| person.is_none_or(|person| person.id != other.id));
    if let Some(other) = others.find(alike) {
        let key = bindings::key_of(Scope::Persons, Command::JoinPersons);
        let key = key.map(|key| key.show(words)).unwrap_or_default();
        return Err((0, (words.persons.known)(&other.name, &key)));
    }
    match store::person::called(ctx.store, name) {
        Ok(Some(called)) if person.is_none() => Err((0, (words.persons.called)(name, &called))),
        _ => Ok(()),
    }
}

/// Takes what is stored now for what was shown. A text that is to be replaced and has been changed in another window is
/// refused once, with what it says now. Another laptop's is kept as a conflict.
fn see_again(
    Seen { value: person, held }: &mut Seen<Person>,
    shown: &mut Texts,
    typed: &Texts,
    ctx: &Ctx,
) -> Result<(), FieldRefusal> {
    let (Ok(Some(now)), Ok(organisations)) =
        (store::person::get(ctx.store, person.id), store::organisation::list(ctx.store))
    else {
        return Ok(());
    };
    let stored = self::shown(&now, name_of(&organisations, &now));
    for (field, ((text, shown), typed)) in stored.into_iter().zip(&mut *shown).zip(typed).enumerate() {
        let column = ["name", "role", "organisation", "email"][field];
        let is_elsewhere = store::is_written_elsewhere_only(ctx.store, held, person.id.0, column);
        if typed != shown && text != *shown && text != *typed && !is_elsewhere.unwrap_or(false) {
            let said = speech::newer_text(&text, ctx.look.words);
            *shown = text;
            match field {
                0 => person.name = now.name,
                1 => person.role = now.role,
                2 => person.organisation = now.organisation,
                _ => person.email = now.email,
            }
            return Err((field, said));
        }
    }
    Ok(())
}
