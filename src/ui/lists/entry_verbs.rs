//! What one does to a chosen entry, whatever screen it is chosen on: edit, delete, convert, star, tag, assign, set the
//! status with a comment, make an action, see its history, go to it. It has no state: each verb is one effect.

use std::cell::RefCell;

use crate::i18n::entry_name::entry_name;
use crate::i18n::{Words, due, labels};
use crate::model::id::EntryId;
use crate::model::{Coded, Due, Entry, Kind, NoteKind};
use crate::ops::{self, Assignment, Refused, Seen};
use crate::pen::read_due;
use crate::speech;
use crate::store::{self, HeldRows};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::choice::{Choice, ChoiceItem};
use crate::ui::dialogs::form::{FieldRefusal, Form, FormField};
use crate::ui::effect::{DialogAnswer, Effect, Outcome, Write};
use crate::ui::place::Place;

/// What a command asks of the chosen entry; [`Effect::Pass`] for a command that is no verb on an entry.
pub fn act(command: Command, entry: &Entry, ctx: &Ctx) -> Outcome {
    let name = name(entry, ctx)?;
    let words = ctx.look.words;
    // As it is now: the row that is shown may be older.
    let seen = Seen::read(ctx.store, |store| {
        Ok(store::entry::get(store, entry.id)?.unwrap_or_else(|| entry.clone()))
    })?;
    Ok(match command {
        Command::Edit => edit(seen, &name, words),
        Command::Delete => delete(vec![entry.id], seen.held, &name, words),
        Command::Convert => convert(entry, name, words),
        Command::Star => star(entry, &name, words),
        Command::Tag => tag(entry, name, words),
        Command::Assign => assign(&seen, name, words),
        Command::SetStatus => set_status(&seen, name, words),
        Command::MakeAction => make_action(entry, name, words),
        Command::EntryHistory => Effect::GoTo(Place::History(Some(entry.id))),
        Command::GoToEntry => Effect::GoTo(Place::Entry(entry.meeting, entry.id)),
        _ => Effect::Pass,
    })
}

/// What an entry is called: `U-4`, otherwise its first words.
pub fn name(entry: &Entry, ctx: &Ctx) -> store::Result<String> {
    let marks = store::marks(ctx.store)?;
    let quoted = |text: &str| format!("”{}”", crate::ui::widgets::text::fit(text, 24));
    Ok(entry_name(entry, marks.of(entry), quoted))
}

/// Soft-deletes entries, in one step, with what is in them of the rows `held`; `name` is that of the only one.
pub fn delete(ids: Vec<EntryId>, held: HeldRows, name: &str, words: &Words) -> Effect {
    let said = (words.work.verbs.deleted)(ids.len(), name);
    Effect::write(said, move |store| ops::delete_entries(store, &ids, &held))
}

fn edit(entry: Seen<Entry>, name: &str, words: &Words) -> Effect {
    let verbs = &words.work.verbs;
    let (id, said) = (entry.value.id, (verbs.edited)(name));
    let seen = entry.map(|entry| entry.text);
    let form = Form::new((verbs.edit)(name), vec![FormField::text(verbs.text, &*seen.value)]);
    let (shown, text, seen) = (form.values(), seen.value.clone(), RefCell::new(seen));
    Effect::open(form.on_submit(move |values, ctx| {
        let text = if values == shown { text.clone() } else { filled(values, 0, ctx.look.words)? };
        if let Some(changed) = changed_since(id, &mut seen.borrow_mut(), &text, ctx) {
            return Err((0, changed));
        }
        let before = seen.borrow().clone();
        Ok(Write::new(said.clone(), move |store| ops::edit_text(store, id, &before, &text)))
    }))
}

/// What to say where another window has changed an entry since its text was `seen`. It counts as seen from then on, so
/// that to save again replaces it.
pub fn changed_since(id: EntryId, seen: &mut Seen<String>, typed: &str, ctx: &Ctx) -> Option<String> {
    let newer = Seen::read(ctx.store, |store| ops::newer_entry_text(store, id, seen, typed)).ok()?;
    let now = newer.value?;
    let said = newer_text(&now, ctx.look.words);
    *seen = Seen { value: now, held: newer.held };
    Some(said)
}

/// What to say of a text that another window has changed to this.
pub fn newer_text(now: &str, words: &Words) -> String {
    speech::refused(&Refused::Changed(now.to_owned()), words).to_string()
}

fn convert(entry: &Entry, name: String, words: &'static Words) -> Effect {
    let kinds = all_kinds();
    let label = |kind: &Kind| ChoiceItem::new(labels::kind(words.lang, *kind));
    let at = kinds.iter().position(|kind| kind.code() == entry.kind.code()).unwrap_or(0);
    let (id, items) = (entry.id, kinds.iter().map(label).collect());
    let list = Choice::new((words.work.verbs.convert)(&name), items).at(at);
    Effect::ask_plain(list, move |answer, _| {
        let DialogAnswer::Choice(row) = answer else { return Ok(Effect::None) };
        Ok(kinds.get(row).map_or(Effect::None, |kind| make(id, &name, *kind, words)))
    })
}

/// Makes an entry another kind.
pub fn make(id: EntryId, name: &str, kind: Kind, words: &Words) -> Effect {
    let said = (words.work.verbs.converted)(name, labels::kind(words.lang, kind));
    Effect::write(said, move |store| ops::convert(store, id, kind))
}

/// Every kind, as it begins.
pub fn all_kinds() -> Vec<Kind> {
    let begun = [Kind::NOTE, Kind::CHALLENGE, Kind::COMMITMENT, Kind::ACTION, Kind::Decision, Kind::PARKED];
    let notes = NoteKind::ALL.iter().map(|kind| Kind::Note(*kind)).filter(|kind| *kind != Kind::NOTE);
    begun.into_iter().chain(notes).collect()
}

fn star(entry: &Entry, name: &str, words: &Words) -> Effect {
    let (id, starred) = (entry.id, !entry.starred);
    let verbs = &words.work.verbs;
    let said = if starred { (verbs.starred)(name) } else { (verbs.unstarred)(name) };
    Effect::write(said, move |store| ops::set_starred(store, id, starred))
}

fn tag(entry: &Entry, name: String, words: &Words) -> Effect {
    let verbs = &words.work.verbs;
    let (id, before) = (entry.id, entry.tags.clone());
    let field = FormField::text(verbs.tags, entry.tags.join(" ")).help(verbs.tags_help);
    Effect::open(Form::new((verbs.tag)(&name), vec![field]).on_submit(move |values, ctx| {
        let tags: Vec<String> = value(values, 0).split([' ', ',']).map(str::to_owned).collect();
        let said = (ctx.look.words.work.verbs.tagged)(&name);
        let before = before.clone();
        Ok(Write::new(said, move |store| ops::set_tags(store, id, &before, &tags)))
    }))
}

fn assign(Seen { value: entry, held }: &Seen<Entry>, name: String, words: &Words) -> Effect {
    let verbs = &words.work.verbs;
    if !entry.kind.has_owner() {
        return Effect::Notice(verbs.no_owner.to_owned());
    }
    let (id, shown) = (entry.id, ShownDue::of(entry.due.as_ref(), words));
    let before = Seen { value: Assignment::of(entry), held: held.clone() };
    let fields = vec![
        FormField::text(verbs.owner, entry.owner.clone().unwrap_or_default()),
        FormField::text(verbs.due, &*shown.text).help(verbs.due_help),
    ];
    let form = Form::new((verbs.assign)(&name), fields);
    let as_shown = form.values();
    Effect::open(form.on_submit(move |values, ctx| {
        let is_same = values.first() == as_shown.first();
        let owner = if is_same { before.value.owner.clone() } else { owner(values, 0) };
        let after = Assignment { owner, due: shown.read(values, 1, ctx)? };
        let (said, before) = ((ctx.look.words.work.verbs.assigned)(&name), before.clone());
        Ok(Write::new(said, move |store| ops::assign(store, id, &before, after)))
    }))
}

fn set_status(Seen { value: entry, held }: &Seen<Entry>, name: String, words: &'static Words) -> Effect {
    let verbs = &words.work.verbs;
    let statuses = entry.kind.statuses();
    let (Some(code), Some(label)) = (entry.kind.status_code(), labels::status(words.lang, entry.kind)) else {
        return Effect::Notice(verbs.no_status.to_owned());
    };
    let option = |kind: &Kind| {
        let label = labels::status(words.lang, *kind).unwrap_or_default();
        (kind.status_code().unwrap_or_default().to_owned(), label.to_owned())
    };
    let (id, before, kind) = (entry.id, entry.kind, entry.kind.code());
    let seen = Seen { value: before, held: held.clone() };
    let fields = vec![
        FormField::pick_or_keep(verbs.status_label, statuses.iter().map(option).collect(), (code, label)),
        FormField::text(verbs.comment, "").help(verbs.comment_help),
    ];
    Effect::open(Form::new((verbs.status)(&name), fields).on_submit(move |values, ctx| {
        let status = Kind::from_codes(kind, values.first().map(String::as_str)).unwrap_or(before);
        let now = store::entry::get(ctx.store, id).ok().flatten().map_or(before, |entry| entry.kind);
        // A status that was not chosen here is what somebody else may have made of it.
        let kept = if status == before { now } else { status };
        let label = labels::status(words.lang, kept).unwrap_or_default();
        let (said, comment) = ((words.work.verbs.status_is)(&name, label), value(values, 1));
        let seen = seen.clone();
        Ok(Write::new(said, move |store| ops::choose_status(store, id, &seen, status, &comment)))
    }))
}

fn make_action(entry: &Entry, name: String, words: &Words) -> Effect {
    let verbs = &words.work.verbs;
    let (id, before) = (entry.id, ShownDue::of(entry.due.as_ref(), words));
    let fields = vec![
        FormField::text(verbs.text, &*entry.text),
        FormField::text(verbs.owner, entry.owner.clone().unwrap_or_default()),
        FormField::text(verbs.due, &*before.text).help(verbs.due_help),
    ];
    Effect::open(Form::new((verbs.make_action)(&name), fields).on_submit(move |values, ctx| {
        let text = filled(values, 0, ctx.look.words)?;
        let (owner, due) = (owner(values, 1), before.read(values, 2, ctx)?);
        let said = (ctx.look.words.work.verbs.made_action)(&name);
        Ok(Write::new(said, move |store| ops::make_action(store, id, &text, owner, due)))
    }))
}

/// A due date as a form shows it. Where it is left as it is, the date is too, with its words.
struct ShownDue {
    due: Option<Due>,
    text: String,
}

impl ShownDue {
    fn of(due: Option<&Due>, words: &Words) -> Self {
        let plain = due.map(|due| Due { words: None, ..due.clone() });
        let text = plain.map(|plain| due::due_in_words(words, &plain)).unwrap_or_default();
        Self { due: due.cloned(), text }
    }

    fn read(&self, values: &[String], field: usize, ctx: &Ctx) -> Result<Option<Due>, FieldRefusal> {
        let text = value(values, field);
        if text == self.text {
            return Ok(self.due.clone());
        }
        if text.is_empty() {
            return Ok(None);
        }
        match read_due(text.trim_start_matches(['<', '^']).trim(), ctx.clock.today()) {
            Ok(due) => Ok(Some(due)),
            Err(_) => Err((field, ctx.look.words.work.verbs.no_date.to_owned())),
        }
    }
}

fn value(values: &[String], field: usize) -> String {
    values.get(field).map(|value| value.trim().to_owned()).unwrap_or_default()
}

fn filled(values: &[String], field: usize, words: &Words) -> Result<String, FieldRefusal> {
    let text = value(values, field);
    if text.is_empty() { Err((field, (words.errors.empty)().sentence)) } else { Ok(text) }
}

fn owner(values: &[String], field: usize) -> Option<String> {
    Some(value(values, field).trim_start_matches('@').to_owned()).filter(|owner| !owner.is_empty())
}
