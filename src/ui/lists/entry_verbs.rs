//! What one does to the chosen entry or to all that are marked, whatever screen they are on: edit, delete, convert,
//! star, tag, assign, set the status with a comment, make an action, see the history, go to it. It has no state: each
//! verb is one effect, and one write for all of them.

use chrono::NaiveDate;

use crate::i18n::{Words, due, labels};
use crate::model::id::EntryId;
use crate::model::{Due, Entry, Kind};
use crate::ops::line::bodies;
use crate::ops::{self, Assignment, AtStake, Refused, Seen};
use crate::pen::read_due;
use crate::speech;
use crate::store::{self, HeldRows};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::confirm::Confirm;
use crate::ui::dialogs::form::{FieldRefusal, Form, FormField, SeenValues};
use crate::ui::draft::FormAt;
use crate::ui::effect::{DialogAnswer, Effect, Outcome, Write};
use crate::ui::lists::entry_line::EntryLineBox;
use crate::ui::lists::entry_targets::{Targets, persons_for};
use crate::ui::lists::marked::Marked;
use crate::ui::lists::{copied, entry_refile};
use crate::ui::place::Place;

pub use crate::ui::lists::entry_refile::{make, moves};
pub use crate::ui::lists::entry_targets::{ask_about, name, name_all};

/// Whether a command only shows something: it is about the chosen entry. Any other is about what is marked.
pub fn only_shows(command: Command) -> bool {
    matches!(command, Command::EntryHistory | Command::GoToEntry)
}

/// Whether a command is done to all that are marked in one step.
pub fn takes_several(command: Command) -> bool {
    matches!(
        command,
        Command::Delete
            | Command::Convert
            | Command::Star
            | Command::Unfinished
            | Command::Tag
            | Command::Assign
            | Command::SetStatus
            | Command::MakeAction
            | Command::Copy
    ) || moves(command)
}

/// What is said where several are marked and the command is for one only; `None` where it may go on.
pub fn only_one(command: Command, marked: usize, words: &Words) -> Option<Effect> {
    let is_for_one =
        matches!(command, Command::Edit | Command::MoveUp | Command::MoveDown) || only_shows(command);
    (is_for_one && marked > 1).then(|| Effect::Notice((words.work.verbs.only_one)(marked)))
}

/// What is said where a command cannot be done to what is marked: it is for one only, or nothing of what is marked can
/// be seen. `None` where it may go on.
pub fn refused_of_marks(command: Command, marked: &Marked, words: &Words) -> Option<Effect> {
    let is_done_to_them = takes_several(command) && command != Command::Copy;
    let unseen = marked.only_unseen(words).filter(|_| is_done_to_them);
    unseen.map(Effect::Notice).or_else(|| only_one(command, marked.len(), words))
}

/// The challenges among entries, which a response is for, and what is said where others are among them.
///
/// # Errors
/// [`Refused::NotAChallenge`] where there is none.
pub fn challenges_among(entries: &[Entry], words: &Words) -> Result<(Vec<EntryId>, Effect), Refused> {
    let challenges = entries.iter().filter(|entry| matches!(entry.kind, Kind::Challenge(_)));
    let challenges: Vec<EntryId> = challenges.map(|entry| entry.id).collect();
    if challenges.is_empty() {
        return Err(Refused::NotAChallenge);
    }
    let some = || Effect::Notice((words.work.verbs.some_of)(challenges.len(), entries.len()));
    let said = if challenges.len() < entries.len() { some() } else { Effect::None };
    Ok((challenges, said))
}

/// What a command asks of entries; [`Effect::Pass`] for a command that is no verb on entries. Of several only what
/// [`takes_several`] is done.
pub fn act(command: Command, ids: &[EntryId], ctx: &Ctx) -> Outcome {
    let targets = Targets::read(ids, ctx)?;
    let words = ctx.look.words;
    Ok(match (command, targets.only()) {
        (Command::Edit, Some(entry)) => edit(entry, &targets, ctx)?,
        (Command::EntryHistory, Some(entry)) => Effect::GoTo(Place::History(Some(entry.id))),
        (Command::GoToEntry, Some(entry)) => Effect::GoTo(Place::Entry(entry.meeting, entry.id)),
        (Command::Delete, _) => delete(targets, ctx)?,
        (Command::Convert, _) => entry_refile::turn(targets, ctx)?,
        (command, _) if moves(command) => entry_refile::go(command, targets, "", ctx)?,
        (Command::Copy, _) => copied::copy(&targets.entries, ctx)?,
        (Command::Star, _) => next_mark(&targets, words),
        (Command::Unfinished, _) => unfinished(&targets, words),
        (Command::Tag, _) => tag(targets, words),
        (Command::Assign, _) => assign(targets, ctx)?,
        (Command::SetStatus, _) => set_status(targets, words),
        (Command::MakeAction, _) => make_action(targets, ctx)?,
        _ => Effect::Pass,
    })
}

/// Soft-deletes entries, in one step, with what is in them of the rows that were held. Asks first where one of them has
/// been answered or followed up, or is of an earlier day.
fn delete(targets: Targets, ctx: &Ctx) -> Outcome {
    let at_stake = ops::at_stake(ctx.store, &targets.entries, ctx.look.now.date())?;
    let ids = targets.ids();
    let (Targets { held, name, asked, .. }, words) = (targets, ctx.look.words);
    if at_stake == AtStake::default() {
        return Ok(delete_at_once(ids, held, &name, words));
    }
    let verbs = &words.work.verbs;
    let AtStake { answered, followed_up, earlier } = at_stake;
    let text = (verbs.delete_text)(ids.len(), answered, followed_up, earlier);
    let question = Confirm::new((verbs.delete)(&asked), text);
    Ok(Effect::ask_plain(question, move |answer, _| {
        let delete = || delete_at_once(ids, held, &name, words);
        Ok(if answer == DialogAnswer::Yes { delete() } else { Effect::None })
    }))
}

/// Soft-deletes entries as [`act`] does, with what is in them of the rows `held`, which may be older.
pub fn delete_held(ids: &[EntryId], held: HeldRows, ctx: &Ctx) -> Outcome {
    delete(Targets { held, ..Targets::read(ids, ctx)? }, ctx)
}

/// Soft-deletes entries that are called `name` together, where one has been asked already.
fn delete_at_once(ids: Vec<EntryId>, held: HeldRows, name: &str, words: &Words) -> Effect {
    let said = (words.work.verbs.deleted)(ids.len(), name);
    Effect::write(said, move |store| ops::delete_entries(store, &ids, &held))
}

fn edit(entry: &Entry, targets: &Targets, ctx: &Ctx) -> Outcome {
    let seen = Seen { value: entry.clone(), held: targets.held.clone() };
    Ok(Effect::open(EntryLineBox::of(seen, &targets.name, ctx)?))
}

/// The next mark for all of them: a star; where all have one, "unfinished"; where all are that, none.
fn next_mark(targets: &Targets, words: &Words) -> Effect {
    let (ids, verbs) = (targets.ids(), &words.work.verbs);
    let all = |has: fn(&Entry) -> bool| targets.entries.iter().all(has);
    if all(|entry| entry.starred) || all(|entry| entry.unfinished) {
        return unfinished(targets, words);
    }
    Effect::write((verbs.starred)(&targets.name), move |store| ops::set_starred(store, &ids, true))
}

/// All of them are marked as unfinished, unless all are.
fn unfinished(targets: &Targets, words: &Words) -> Effect {
    let (ids, unfinished) = (targets.ids(), !targets.entries.iter().all(|entry| entry.unfinished));
    let verbs = &words.work.verbs;
    let said = if unfinished { verbs.unfinished } else { verbs.unmarked };
    Effect::write(said(&targets.name), move |store| ops::set_unfinished(store, &ids, unfinished))
}

/// The form shows the tags that all of them have; those that only some have stay.
fn tag(targets: Targets, words: &Words) -> Effect {
    let verbs = &words.work.verbs;
    let has = |entry: &Entry, tag: &String| entry.tags.contains(tag);
    let before: Vec<String> = targets.entries.first().map(|entry| entry.tags.clone()).unwrap_or_default();
    let before: Vec<String> =
        before.into_iter().filter(|tag| targets.entries.iter().all(|entry| has(entry, tag))).collect();
    let help = if targets.only().is_some() { verbs.tags_help } else { verbs.tags_of_several_help };
    let field = FormField::list(verbs.tags, &before, ' ').help(help);
    let (ids, name) = (targets.ids(), targets.name);
    let form = Form::new((verbs.tag)(&targets.asked), vec![field]).kept_as(form_of(Command::Tag, &ids));
    Effect::open(form.on_submit(move |values, ctx| {
        let tags: Vec<String> = value(values, 0).split([' ', ',']).map(str::to_owned).collect();
        let said = (ctx.look.words.work.verbs.tagged)(&name);
        let (ids, before) = (ids.clone(), before.clone());
        Ok(Write::new(said, move |store| ops::set_tags(store, &ids, &before, &tags)))
    }))
}

/// A field where the entries differ is empty, and leaves each as it is where nothing is written in it.
fn assign(targets: Targets, ctx: &Ctx) -> Outcome {
    let words = ctx.look.words;
    let verbs = &words.work.verbs;
    let Some((targets, left_out)) = targets.those(|entry| entry.kind.has_owner(), words) else {
        return Ok(Effect::Notice(verbs.no_owner.to_owned()));
    };
    let owner_now = targets.common(|entry| entry.owner.clone());
    let due_now = targets.common(|entry| entry.due.clone());
    let help = |common: bool, help: &'static str| if common { help } else { verbs.differ_help };
    let (owner_help, due_help) = (help(owner_now.is_some(), ""), help(due_now.is_some(), verbs.due_help));
    let before = Assignment { owner: owner_now.flatten(), due: due_now.flatten() };
    let shown = ShownDue::of(before.due.as_ref(), words);
    let before = Seen { value: before, held: targets.held.clone() };
    let people = persons_for(&targets, ctx)?;
    let is_nameless = people.is_none();
    let owner_shown = before.value.owner.clone().unwrap_or_default();
    let fields =
        vec![owner_field(owner_shown, people, owner_help, ctx)?, due_field(verbs.due, &shown).help(due_help)];
    let form = Form::new((verbs.assign)(&targets.asked), fields);
    let as_shown = form.values();
    let (ids, name) = (targets.ids(), targets.name);
    let only = if let [only] = ids[..] { Some(only) } else { None };
    let seen =
        only.map(|id| (id, SeenValues::new(id.0, before.held.clone(), &[(0, "owner")], as_shown.clone())));
    Ok(Effect::open(form.kept_as(form_of(Command::Assign, &ids)).on_submit(move |values, ctx| {
        if let Some((id, seen)) = &seen {
            let now = store::entry::get(ctx.store, *id).ok().flatten().and_then(|entry| entry.owner);
            seen.see_again(&[now.unwrap_or_default(), value(values, 1)], values, ctx)?;
        }
        let is_same = values.first() == as_shown.first();
        let owner = if is_same { before.value.owner.clone() } else { owner(values, 0) };
        if is_nameless && !is_same && owner.is_some() {
            return Err((0, nameless(ctx.look.words)).into());
        }
        let after = Assignment { owner, due: shown.read(values, 1, ctx)? };
        let verbs = &ctx.look.words.work.verbs;
        let said = format!("{}{}", (verbs.assigned)(&name), (verbs.left_out)(left_out));
        let (ids, before) = (ids.clone(), before.clone());
        Ok(Write::new(said, move |store| ops::assign(store, &ids, &before, &after)))
    })))
}

/// What a status is called for all of these kinds: `på väg / pågår`. `None` where one of them has none like it.
fn label(kinds: &[Kind], status: Kind, words: &Words) -> Option<String> {
    let mut labels: Vec<&str> = Vec::new();
    for kind in kinds {
        let label = labels::status(words.lang, kind.in_status_like(status)?)?;
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    Some(labels.join(" / "))
}

/// Of several kinds one chooses among what all of them can become.
fn set_status(targets: Targets, words: &'static Words) -> Effect {
    let verbs = &words.work.verbs;
    let has = |entry: &Entry| entry.kind.status_code().is_some();
    let Some((targets, left_out)) = targets.those(has, words) else {
        return Effect::Notice(verbs.no_status.to_owned());
    };
    let kinds: Vec<Kind> = targets.entries.iter().map(|entry| entry.kind).collect();
    let first = kinds.first().copied().unwrap_or(Kind::ACTION);
    let statuses: Vec<(Kind, String)> = first
        .statuses()
        .into_iter()
        .filter_map(|status| Some((status, label(&kinds, status, words)?)))
        .collect();
    let code = |status: Kind| status.status_code().unwrap_or_default().to_owned();
    let now = Some(first).filter(|first| kinds.iter().all(|kind| kind.in_status_like(*first) == Some(*kind)));
    let shown = match now {
        Some(status) => (code(status), labels::status(words.lang, status).unwrap_or_default().to_owned()),
        None => (String::new(), verbs.differ.to_owned()),
    };
    let options = statuses.iter().map(|(status, label)| (code(*status), label.clone())).collect();
    let fields = vec![
        FormField::pick_or_keep(verbs.status_label, options, (&shown.0, &shown.1)),
        FormField::text(verbs.comment, "")
            .help(verbs.comment_help)
            .of_meeting(targets.common(|entry| entry.meeting)),
    ];
    let before = Seen { value: now, held: targets.held.clone() };
    let (ids, name) = (targets.ids(), targets.name);
    let form = Form::new((verbs.status)(&targets.asked), fields);
    Effect::open(form.kept_as(form_of(Command::SetStatus, &ids)).on_submit(move |values, ctx| {
        let chosen = values
            .first()
            .and_then(|code| statuses.iter().find(|(status, _)| status.status_code() == Some(code.as_str())));
        let status = chosen.map(|(status, _)| *status);
        let changed = chosen.filter(|(status, _)| before.value != Some(*status));
        let label = match (changed, ids.as_slice()) {
            (Some((_, label)), _) => label.clone(),
            // A status that was not chosen here is what somebody else may have made of it.
            (None, [id]) => {
                let now = store::entry::get(ctx.store, *id).ok().flatten().map(|entry| entry.kind);
                now.and_then(|kind| labels::status(ctx.look.words.lang, kind)).unwrap_or_default().to_owned()
            }
            (None, _) => ctx.look.words.work.verbs.status_kept.to_owned(),
        };
        let verbs = &ctx.look.words.work.verbs;
        let said = format!("{}{}", (verbs.status_is)(&name, &label), (verbs.left_out)(left_out));
        let (ids, before, comment) = (ids.clone(), before.clone(), value(values, 1));
        Ok(Write::new(said, move |store| ops::choose_status(store, &ids, &before, status, &comment)))
    }))
}

/// One action of each; of a single one the words can be changed.
fn make_action(targets: Targets, ctx: &Ctx) -> Outcome {
    let words = ctx.look.words;
    let verbs = &words.work.verbs;
    let due = targets.common(|entry| entry.due.clone()).flatten();
    let owner_now = targets.common(|entry| entry.owner.clone()).flatten();
    let before = ShownDue::of(due.as_ref(), words);
    let text = |entry: &Entry| FormField::text(verbs.text, &*entry.text).of_meeting(Some(entry.meeting));
    let text = targets.only().map(text);
    let first = usize::from(text.is_some());
    let people = persons_for(&targets, ctx)?;
    let is_nameless = people.is_none();
    let fields = text
        .into_iter()
        .chain([
            owner_field(owner_now.clone().unwrap_or_default(), people, "", ctx)?,
            due_field(verbs.due, &before).help(verbs.due_help),
        ])
        .collect();
    let (ids, name) = (targets.ids(), targets.name);
    let title =
        if first == 1 { (verbs.make_action)(&targets.asked) } else { (verbs.make_actions)(&targets.asked) };
    let form = Form::new(title, fields).kept_as(form_of(Command::MakeAction, &ids));
    Ok(Effect::open(form.on_submit(move |values, ctx| {
        let text = (first == 1).then(|| filled(values, 0, ctx.look.words)).transpose()?;
        let assignment =
            Assignment { owner: owner(values, first), due: before.read(values, first + 1, ctx)? };
        if is_nameless && assignment.owner.is_some() && assignment.owner != owner_now {
            return Err((first, nameless(ctx.look.words)).into());
        }
        let verbs = &ctx.look.words.work.verbs;
        let said = if first == 1 { (verbs.made_action)(&name) } else { (verbs.made_actions)(ids.len()) };
        let ids = ids.clone();
        Ok(Write::new(said, move |store| ops::make_action(store, &ids, text.as_deref(), &assignment)))
    })))
}

/// The form of what a command does with entries.
fn form_of(command: Command, ids: &[EntryId]) -> FormAt {
    FormAt::Entries { command: command.name().to_owned(), entries: ids.iter().map(|id| id.0).collect() }
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
        let due = typed_due(&text, ctx.clock.today());
        due.map(Some).ok_or_else(|| (field, ctx.look.words.work.verbs.no_date.to_owned()).into())
    }
}

/// The field of who answers for something. Without names of the register nobody can be written in it.
fn owner_field(
    value: String,
    people: Option<Vec<String>>,
    help: &str,
    ctx: &Ctx,
) -> store::Result<FormField> {
    let words = ctx.look.words;
    let label = words.work.verbs.owner;
    Ok(match people {
        Some(names) => FormField::person(label, value, names).or_bodies(bodies(ctx.store)?).help(help),
        None => FormField::text(label, value).help(nameless(words)),
    })
}

/// Why nobody can be named.
fn nameless(words: &Words) -> String {
    speech::refused(&Refused::Nameless, words).to_string()
}

/// The field of a due date, which says in words what is typed.
fn due_field(label: &str, shown: &ShownDue) -> FormField {
    FormField::text(label, &*shown.text).date(typed_due)
}

/// A due date as it is typed in a form, with or without the marker of the pen.
fn typed_due(text: &str, today: NaiveDate) -> Option<Due> {
    read_due(text.trim_start_matches(['<', '^']).trim(), today).ok()
}

fn value(values: &[String], field: usize) -> String {
    values.get(field).map(|value| value.trim().to_owned()).unwrap_or_default()
}

fn filled(values: &[String], field: usize, words: &Words) -> Result<String, FieldRefusal> {
    let text = value(values, field);
    if text.is_empty() { Err((field, (words.errors.empty)().sentence).into()) } else { Ok(text) }
}

fn owner(values: &[String], field: usize) -> Option<String> {
    Some(value(values, field).trim_start_matches('@').to_owned()).filter(|owner| !owner.is_empty())
}
