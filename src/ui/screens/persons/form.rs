//! The form of a person: name, role, organisation and e-mail address. A name that somebody else has is refused, for the
//! two may be one; nothing that another window has written meanwhile is replaced unasked.

use std::cell::RefCell;

use super::state::{ListedPerson, name_of};
use crate::i18n::Words;
use crate::model::Person;
use crate::ops::{self, PersonDetails, Seen};
use crate::pen;
use crate::store;
use crate::ui::bindings::{self, Scope};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::form::{FieldRefusal, Form, FormField, SeenValues};
use crate::ui::draft::FormAt;
use crate::ui::effect::Write;
use crate::ui::error::UiError;

/// A person as the form has them: name, role, organisation, e-mail address.
type Texts = [String; 4];

/// The fields that hold texts, and their columns.
const TEXTS: &[(usize, &str)] = &[(0, "name"), (1, "role"), (2, "organisation"), (3, "email")];

/// The form of a new person.
pub(super) fn new(words: &Words) -> Form {
    let fields = fields(&Texts::default(), words);
    let asked = RefCell::new(String::new());
    Form::new(words.persons.new, fields).kept_as(FormAt::NewPerson).on_submit(move |values, ctx| {
        let typed = texts(values);
        check_name(&typed[0], None, ctx)?;
        // A slip in a name that is known makes nobody unasked.
        let known = store::person::list(ctx.store).unwrap_or_default();
        let names: Vec<String> = known.into_iter().map(|person| person.name).collect();
        if let Some(like) = pen::name_meant(&typed[0], &names)
            && asked.replace(typed[0].clone()) != typed[0]
        {
            let remark = pen::LineRemark::LikeName { name: typed[0].clone(), like: like.to_owned() };
            let why = pen::first_remark(&[remark], ctx.look.words).unwrap_or_default();
            return Err((0, (ctx.look.words.pen.again_saves)(&why)).into());
        }
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
    let seen = Seen::now(ctx.store, person)?;
    let values = SeenValues::new(seen.value.id.0, seen.held.clone(), TEXTS, shown.to_vec());
    Ok(Form::new(words.persons.edit, fields).kept_as(at).on_submit(move |typed, ctx| {
        if !values.is_left(0, typed) {
            check_name(&texts(typed)[0], Some(&seen.value), ctx)?;
        }
        let now = store::person::get(ctx.store, seen.value.id).ok().flatten();
        let now = now.unwrap_or_else(|| seen.value.clone());
        let organisations = store::organisation::list(ctx.store).unwrap_or_default();
        let stored = self::shown(&now, name_of(&organisations, &now));
        let details = details(texts(&values.see_again(&stored, typed, ctx)?));
        let said = (ctx.look.words.persons.edited)(&details.name);
        let before = seen.clone().map(|_| now);
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
        return Err((0, (words.errors.empty)().sentence).into());
    }
    let alike = |other: &Person| other.name.to_lowercase() == name.to_lowercase();
    let others = store::person::list(ctx.store).unwrap_or_default();
    let mut others = others.into_iter().filter(|other| person.is_none_or(|person| person.id != other.id));
    if let Some(other) = others.find(alike) {
        let key = bindings::key_of(Scope::Persons, Command::JoinPersons);
        let key = key.map(|key| key.show(words)).unwrap_or_default();
        return Err((0, (words.persons.known)(&other.name, &key)).into());
    }
    match store::person::called(ctx.store, name) {
        Ok(Some(called)) if person.is_none() => Err((0, (words.persons.called)(name, &called)).into()),
        _ => Ok(()),
    }
}
