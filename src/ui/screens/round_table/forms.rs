//! The forms of one entry: its tags, who answers for it and by when, the action that is made from it. A form stays open
//! until what it asks for is on disk.

use chrono::NaiveDate;

use crate::i18n::Words;
use crate::i18n::due::due_in_words;
use crate::model::{Due, Entry, Kind, SectionKind};
use crate::ops;
use crate::pen::{self, Around, Meaning};
use crate::ui::context::Ctx;
use crate::ui::dialogs::form::{Form, FormField, Refusal};
use crate::ui::effect::Effect;

/// The tags of an entry, in one line.
pub(super) fn tags(entry: &Entry, words: &'static Words) -> Form {
    let (id, words) = (entry.id, &words.round_table);
    let field = FormField::text(words.tags_label, entry.tags.join(" ")).help(words.tags_help);
    Form::new(words.tags, vec![field]).on_submit(move |values, _| {
        let tags: Vec<String> =
            values.iter().flat_map(|typed| typed.split([' ', ','])).map(str::to_owned).collect();
        Ok(Effect::write("", move |store| ops::set_tags(store, id, &tags)))
    })
}

/// Who answers for an entry, and by when.
pub(super) fn assign(entry: &Entry, words: &'static Words) -> Form {
    let (id, before) = (entry.id, entry.due.clone());
    let fields = owner_and_due(entry, words);
    Form::new(words.round_table.assign, fields).on_submit(move |values, ctx| {
        let owner = owner(values.first());
        let due = due(values, 1, before.as_ref(), ctx)?;
        Ok(Effect::write(ctx.look.words.round_table.done.assigned, move |store| {
            ops::assign(store, id, owner, due)
        }))
    })
}

/// The action that is made from an entry.
pub(super) fn make_action(entry: &Entry, words: &'static Words) -> Form {
    let (id, before) = (entry.id, entry.due.clone());
    let mut fields = vec![FormField::text(words.round_table.what, entry.text.clone())];
    fields.extend(owner_and_due(entry, words));
    Form::new(words.round_table.make_action, fields).at(1).on_submit(move |values, ctx| {
        let text = values.first().cloned().unwrap_or_default();
        if text.is_empty() {
            return Err((0, ctx.look.words.errors.empty.to_owned()));
        }
        let owner = owner(values.get(1));
        let due = due(values, 2, before.as_ref(), ctx)?;
        Ok(Effect::write(ctx.look.words.round_table.done.made_action, move |store| {
            ops::make_action(store, id, &text, owner, due)
        }))
    })
}

fn owner_and_due(entry: &Entry, words: &'static Words) -> Vec<FormField> {
    let labels = &words.round_table;
    let due = entry.due.as_ref().map(|due| due_in_words(words, due)).unwrap_or_default();
    vec![
        FormField::text(labels.owner, entry.owner.clone().unwrap_or_default()),
        FormField::text(labels.due, due).help(labels.due_help),
    ]
}

/// The name as it was typed; the sign of the pen is not part of it.
fn owner(typed: Option<&String>) -> Option<String> {
    let name = typed?.trim().trim_start_matches('@').trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// The date in a field, read as the pen reads it after `<`; one that was not touched stays as it was.
fn due(values: &[String], field: usize, before: Option<&Due>, ctx: &Ctx) -> Result<Option<Due>, Refusal> {
    let typed = values.get(field).map_or("", |typed| typed.trim().trim_start_matches(['<', '^']).trim());
    if typed.is_empty() {
        return Ok(None);
    }
    if let Some(before) = before.filter(|before| due_in_words(ctx.look.words, before) == typed) {
        return Ok(Some(before.clone()));
    }
    let unreadable = || (field, (ctx.look.words.round_table.unreadable_date)(typed));
    read_due(typed, ctx.clock.today()).map(Some).ok_or_else(unreadable)
}

/// A date as the pen reads it.
fn read_due(typed: &str, today: NaiveDate) -> Option<Due> {
    let around = Around { today, section: SectionKind::Notes, known: &[], tags: &[], headings: &[] };
    match pen::parse(&format!(">> x <{typed}"), &around) {
        Ok(Meaning::Entry(line)) if line.text == "x" && line.kind == Some(Kind::ACTION) => line.due,
        _ => None,
    }
}
