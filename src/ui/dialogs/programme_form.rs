//! A programme in forms: the field of the meeting's form, the form that moves a meeting to another programme, and that
//! of the programme itself.

use super::form::{Form, FormField, SeenValues};
use crate::i18n::Words;
use crate::i18n::vocabulary::fold;
use crate::model::id::{MeetingId, ProgrammeId};
use crate::model::{Meeting, Programme};
use crate::ops::{self, Seen};
use crate::store::{self, Store, programme};
use crate::ui::context::Ctx;
use crate::ui::draft::FormAt;
use crate::ui::effect::{Effect, Write};
use crate::ui::error::UiError;

/// The fields of a programme, and their columns.
const TEXTS: &[(usize, &str)] = &[(0, "name"), (1, "core_values"), (2, "goals")];

/// The name of a programme; empty for none.
pub(super) fn name(store: &Store, id: Option<ProgrammeId>) -> store::Result<String> {
    let found = id.map(|id| programme::get(store, id)).transpose()?.flatten();
    Ok(found.map(|programme| programme.name).unwrap_or_default())
}

/// The field of a meeting's programme, with the name that it begins with and what is said of it.
pub(super) fn field(store: &Store, name: String, help: &str, words: &Words) -> store::Result<FormField> {
    let said = &words.programmes;
    let names: Vec<String> = programme::list(store)?.into_iter().map(|programme| programme.name).collect();
    let known = if names.is_empty() { String::new() } else { (said.known)(&names.join(", ")) };
    let help = [help, &known].join(" ").trim_end().to_owned();
    Ok(FormField::programme(said.programme, name, names).help(help))
}

/// The form that moves a meeting to another programme.
///
/// # Errors
/// Where the file cannot be read.
pub fn move_meeting(id: MeetingId, now: Option<ProgrammeId>, ctx: &Ctx) -> Result<Form, UiError> {
    let words = &ctx.look.words.programmes;
    let field = field(ctx.store, name(ctx.store, now)?, words.help, ctx.look.words)?;
    Ok(Form::new(words.move_meeting, vec![field]).on_submit(move |values, ctx| {
        let words = &ctx.look.words.programmes;
        let typed = values.first().cloned().unwrap_or_default();
        let mut known = programme::list(ctx.store).unwrap_or_default().into_iter();
        let known = known.find(|programme| fold(&programme.name) == fold(&typed));
        let name = known.map_or(typed, |programme| programme.name);
        let said = if name.is_empty() { words.taken_out.to_owned() } else { (words.moved)(&name) };
        Ok(Write::new(said, move |store| ops::move_meeting(store, id, &name)))
    }))
}

/// Opens the form of the programme that a meeting belongs to; says so where it belongs to none.
///
/// # Errors
/// Where the file cannot be read.
pub fn edit(meeting: &Meeting, ctx: &Ctx) -> Result<Effect, UiError> {
    let words = &ctx.look.words.programmes;
    let Some(id) = meeting.programme else { return Ok(Effect::Notice(words.none.to_owned())) };
    let before = Seen::read(ctx.store, |store| programme::get(store, id))?;
    let Seen { value: Some(value), held } = before else { return Ok(Effect::Notice(words.none.to_owned())) };
    let form = Form::new(words.edit, of_programme(&value, ctx));
    let seen = SeenValues::new(id.0, held.clone(), TEXTS, form.values());
    let before = Seen { value, held };
    Ok(Effect::open(form.kept_as(FormAt::Programme(id.0)).on_submit(move |typed, ctx| {
        let words = &ctx.look.words.programmes;
        let now = programme::get(ctx.store, id).ok().flatten();
        let now = now.unwrap_or_else(|| before.value.clone());
        let stored: Vec<String> = of_programme(&now, ctx).iter().map(FormField::value).collect();
        let values = seen.see_again(&stored, typed, ctx)?;
        let text = |at: usize| values.get(at).cloned().unwrap_or_default();
        let list = |at: usize, now: &[String]| {
            if values.get(at) == stored.get(at) { now.to_vec() } else { parts(&text(at)) }
        };
        let after = Programme { id, name: text(0), values: list(1, &now.values), goals: list(2, &now.goals) };
        if after.name.is_empty() {
            return Err((0, words.no_name.to_owned()).into());
        }
        let others = programme::list(ctx.store).unwrap_or_default();
        let has_name = |other: &Programme| other.id != id && fold(&other.name) == fold(&after.name);
        if after.name != now.name && others.iter().any(has_name) {
            return Err((0, (words.taken)(&after.name)).into());
        }
        let before = before.clone().map(|_| now);
        Ok(Write::new((words.changed)(&after.name), move |store| ops::edit_programme(store, &before, &after)))
    })))
}

/// The fields of a programme.
fn of_programme(programme: &Programme, ctx: &Ctx) -> Vec<FormField> {
    let words = &ctx.look.words.programmes;
    vec![
        FormField::text(words.name, programme.name.as_str()),
        FormField::list(words.values, &programme.values, ';').help(words.list_help),
        FormField::list(words.goals, &programme.goals, ';').help(words.list_help),
    ]
}

/// Opens the form of what is typed in short in the programme of a meeting; says so where it belongs to none.
///
/// # Errors
/// Where the file cannot be read.
pub fn abbreviations(meeting: &Meeting, ctx: &Ctx) -> Result<Effect, UiError> {
    let words = &ctx.look.words.programmes;
    let owner = meeting.programme.map(|id| programme::get(ctx.store, id)).transpose()?.flatten();
    let Some(owner) = owner else { return Ok(Effect::Notice(words.none.to_owned())) };
    let before = Seen::read(ctx.store, |store| store::abbreviation::list(store, owner.id))?;
    let known = before.value.iter();
    let mut fields: Vec<FormField> = known
        .map(|known| FormField::text(known.short.as_str(), known.long.as_str()).help(words.long_help))
        .collect();
    fields.insert(0, FormField::text(words.short, "").help(words.short_help));
    fields.insert(1, FormField::text(words.long, "").help(words.written_out_help));
    let form = Form::new((words.abbreviations)(&owner.name), fields);
    let form = form.kept_as(FormAt::Abbreviations(owner.id.0)).on_submit(move |values, ctx| {
        let words = &ctx.look.words.programmes;
        let value = |at: usize| values.get(at).cloned().unwrap_or_default();
        let (short, long) = (value(0), value(1));
        if short.is_empty() != long.is_empty() {
            return Err((usize::from(long.is_empty()), words.both.to_owned()).into());
        }
        if !short.chars().all(|c| c.is_alphanumeric() || c == '-') {
            return Err((0, words.one_word.to_owned()).into());
        }
        let shorts = before.value.iter().map(|known| known.short.clone());
        let mut after: Vec<(String, String)> = shorts.zip(values.iter().skip(2).cloned()).collect();
        after.push((short, long));
        let (id, before) = (owner.id, before.clone());
        Ok(Write::new(words.abbreviations_saved, move |store| {
            ops::edit_abbreviations(store, id, &before, &after)
        }))
    });
    Ok(Effect::open(form))
}

/// What is written with semicolons between.
fn parts(text: &str) -> Vec<String> {
    text.split(';').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
