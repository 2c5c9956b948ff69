//! What one does to a response, whatever screen it is seen on: another kind, another challenge, delete, copy, see its
//! history. Its words are changed where they are seen.

use crate::i18n::entry_name::entry_number;
use crate::i18n::labels;
use crate::model::history::Entity;
use crate::model::id::{EntryId, ResponseId};
use crate::model::{Coded, Entry, Response, ResponseKind};
use crate::ops::line::challenges_of;
use crate::ops::{self, Reply, Seen};
use crate::speech;
use crate::store::work::{self, Filter};
use crate::store::{self, HeldRows, StoreError};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::choice::{Choice, ChoiceItem};
use crate::ui::dialogs::confirm::Confirm;
use crate::ui::dialogs::refile::{Refile, RefileKey, RefileKind};
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::lists::{copied, entry_verbs};
use crate::ui::place::Place;
use crate::ui::widgets::text::fit;

/// The most challenges that a response can be moved to by choosing in a list.
const MOST: usize = 2_000;

/// What a command asks of a response to a challenge; a notice for a command that is for entries only.
pub fn act(command: Command, response: ResponseId, challenge: EntryId, ctx: &Ctx) -> Outcome {
    let words = ctx.look.words;
    Ok(match command {
        Command::Delete => delete(response, vec![challenge], store::held(ctx.store)?, ctx)?,
        Command::Convert => turn(response, challenge, ctx)?,
        Command::MoveTo => move_to(response, challenge, ctx)?,
        Command::EntryHistory => Effect::GoTo(Place::ResponseHistory(response)),
        Command::Copy => copied::as_effect(&[format!("↳ {}", read(response, ctx)?.text)], 1, ctx),
        command if entry_verbs::takes_several(command) || entry_verbs::moves(command) => {
            Effect::Notice(words.refile.not_for_responses.to_owned())
        }
        Command::MoveUp | Command::MoveDown | Command::CheckIn => {
            Effect::Notice(words.refile.not_for_responses.to_owned())
        }
        _ => Effect::Pass,
    })
}

/// Takes a response from challenges, with what is in it of the rows `held`. Asks first where it is of an earlier day,
/// and says which other challenges it still answers.
pub fn delete(response: ResponseId, from: Vec<EntryId>, held: HeldRows, ctx: &Ctx) -> Outcome {
    let verbs = &ctx.look.words.work.verbs;
    let (gone, left): (Vec<Entry>, Vec<Entry>) =
        challenges_of(ctx.store, response)?.into_iter().partition(|entry| from.contains(&entry.id));
    let said = if left.is_empty() {
        verbs.response_deleted.to_owned()
    } else {
        (verbs.response_taken_from)(&names(&gone, ctx)?, &names(&left, ctx)?)
    };
    let now = read(response, ctx)?;
    let delete =
        move || Effect::write(said, move |store| ops::delete_response(store, response, &from, &held));
    if now.on == Some(ctx.look.now.date()) {
        return Ok(delete());
    }
    let title = (verbs.delete)(&(ctx.look.words.refile.response_to)(&names(&gone, ctx)?));
    let question = Confirm::new(title, (verbs.delete_text)(1, 0, 0, 1));
    Ok(Effect::ask_plain(question, move |answer, _| {
        Ok(if answer == DialogAnswer::Yes { delete() } else { Effect::None })
    }))
}

/// Makes a response another kind. By when it was planned goes with the plan, where nothing is to come of it.
pub fn make(response: ResponseId, kind: ResponseKind, ctx: &Ctx) -> Outcome {
    let words = ctx.look.words;
    let before = Seen::read(ctx.store, |store| store::response::shown(store, response))?;
    let Some(now) = before.value else { return Err(StoreError::NotFound(Entity::Response).into()) };
    let before = Seen { value: Reply { kind: now.kind, text: now.text, due: now.due }, held: before.held };
    let is_to_come = !matches!(kind, ResponseKind::Exists | ResponseKind::Agrees | ResponseKind::Declined);
    let was_to_come = matches!(before.value.kind, ResponseKind::Planned | ResponseKind::Underway);
    let due = before.value.due.clone().filter(|_| is_to_come || !was_to_come);
    let after = Reply { kind, due, ..before.value.clone() };
    let said = (words.refile.response_is)(labels::response_kind(words.lang, kind));
    Ok(Effect::write(said, move |store| ops::edit_response(store, response, &before, &after)))
}

/// What to say where another window has changed a response since it was `seen`. It counts as seen from then on, so that
/// to save again replaces it.
pub fn changed_since(id: ResponseId, seen: &mut Seen<Reply>, typed: &str, ctx: &Ctx) -> Option<String> {
    let text = seen.clone().map(|seen| seen.text);
    let now = ops::newer_response_text(ctx.store, id, &text, typed).ok()??;
    let said = speech::newer_text(&now, ctx.look.words);
    seen.value.text = now;
    Some(said)
}

/// What a response is called in a sentence, by all that it answers: "återkopplingen på U-1, U-2".
pub fn name(response: ResponseId, ctx: &Ctx) -> store::Result<String> {
    Ok((ctx.look.words.refile.response_to)(&names(&challenges_of(ctx.store, response)?, ctx)?))
}

/// What challenges are called, one after the other.
fn names(challenges: &[Entry], ctx: &Ctx) -> store::Result<String> {
    let names = challenges.iter().map(|entry| entry_verbs::name(entry, ctx));
    Ok(names.collect::<store::Result<Vec<_>>>()?.join(", "))
}

fn read(response: ResponseId, ctx: &Ctx) -> store::Result<Response> {
    store::response::shown(ctx.store, response)?.ok_or(StoreError::NotFound(Entity::Response))
}

fn challenge_of(challenge: EntryId, ctx: &Ctx) -> store::Result<Entry> {
    store::entry::get(ctx.store, challenge)?.ok_or(StoreError::NotFound(Entity::Entry))
}

/// The box of what a response can become, and where it can go.
fn turn(response: ResponseId, challenge: EntryId, ctx: &Ctx) -> Outcome {
    let words = ctx.look.words;
    let now = read(response, ctx)?;
    let rows = ResponseKind::ALL.iter().map(|kind| RefileKind {
        markers: Vec::new(),
        label: labels::response_kind(words.lang, *kind).to_owned(),
    });
    let letters = words.refile.response.map(|(key, label)| RefileKey { key, label, takes_number: false });
    let at = ResponseKind::ALL.iter().position(|kind| *kind == now.kind);
    let title = (words.refile.title)(&name(response, ctx)?);
    let list = Refile::new(title, rows.collect(), letters.to_vec(), at);
    Ok(Effect::ask_plain(list, move |answer, ctx| {
        let DialogAnswer::Choice(at) = answer else { return Ok(Effect::None) };
        match ResponseKind::ALL.get(at) {
            Some(kind) => make(response, *kind, ctx),
            None if at == ResponseKind::ALL.len() => move_to(response, challenge, ctx),
            None => Ok(Effect::GoTo(Place::ResponseHistory(response))),
        }
    }))
}

/// Asks which challenge a response is moved to: those of the same meeting first.
fn move_to(response: ResponseId, challenge: EntryId, ctx: &Ctx) -> Outcome {
    let words = ctx.look.words;
    let from = challenge_of(challenge, ctx)?;
    let of_meeting = |meeting| work::list(ctx.store, &Filter { meeting, ..Filter::default() }, 0, MOST);
    let here = of_meeting(Some(from.meeting))?;
    let elsewhere = of_meeting(None)?.into_iter().filter(|work| work.entry.meeting != from.meeting);
    let others = here.into_iter().chain(elsewhere).filter(|work| work.entry.id != from.id);
    let others: Vec<_> = others.map(|work| (work.entry, work.meeting_title)).collect();
    if others.is_empty() {
        return Ok(Effect::Notice(words.refile.only_challenge.to_owned()));
    }
    let marks = store::marks(ctx.store)?;
    let mut items = Vec::with_capacity(others.len());
    for (entry, title) in &others {
        let number = entry_number(entry, marks.of(entry)).map(|number| format!("{number}  "));
        let label = format!("{}{}", number.unwrap_or_default(), entry.text);
        let note = if entry.meeting == from.meeting { String::new() } else { fit(title, 20).into_owned() };
        items.push(ChoiceItem::new(label).note(note));
    }
    Ok(Effect::ask_plain(Choice::new(words.refile.other_challenge, items), move |answer, ctx| {
        let DialogAnswer::Choice(at) = answer else { return Ok(Effect::None) };
        let Some((to, _)) = others.get(at) else { return Ok(Effect::None) };
        let still = challenges_of(ctx.store, response)?;
        let still = still.iter().filter(|answered| answered.id != challenge && answered.id != to.id);
        let still =
            still.map(|answered| entry_verbs::name(answered, ctx)).collect::<store::Result<Vec<_>>>()?;
        let still = labels::listed(ctx.look.words.lang, &still);
        let (to, said) = (to.id, (ctx.look.words.refile.moved_to)(&entry_verbs::name(to, ctx)?, &still));
        Ok(Effect::write(said, move |store| ops::move_response(store, response, challenge, to)))
    }))
}
