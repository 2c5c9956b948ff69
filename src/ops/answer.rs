//! Responses to challenges: one response for one challenge or several.

use super::nameless::{refuse_name, refuse_words};
use super::seen::{Seen, merged_text};
use super::{Refused, Result, found, merged, name_of, paragraph, paragraph_unless, register, replaced};
use crate::model::history::{Entity, Op};
use crate::model::id::{EntryId, MeetingId, ResponseId};
use crate::model::{Due, Kind, Response, ResponseKind};
use crate::store::{self, Done, HeldRows, Store, WriteScope};

/// A response that is to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// Whether it is planned, under way, declined …
    pub kind: ResponseKind,
    /// The text, one paragraph.
    pub text: String,
    /// By when what is planned happens.
    pub due: Option<Due>,
}

/// Answers one challenge, or several at once with one response.
///
/// # Errors
/// [`Refused::Empty`] without words or challenges, [`Refused::NotAChallenge`], [`Refused::Nameless`]; those of the
/// store.
pub fn answer(store: &mut Store, challenges: &[EntryId], reply: &Reply) -> Result<Done<ResponseId>> {
    answer_by(store, challenges, reply, None)
}

/// The same for a named author; without one, the scribe is the author.
///
/// # Errors
/// Those of [`answer`].
pub fn answer_by(
    store: &mut Store,
    challenges: &[EntryId],
    reply: &Reply,
    author: Option<String>,
) -> Result<Done<ResponseId>> {
    let text = paragraph(&reply.text)?;
    store.transact(Op::Answer, WriteScope::Entries(challenges), |tx| {
        let mut names = Vec::new();
        let mut meeting = None;
        for id in challenges {
            let entry = found(store::entry::get(tx.store(), *id)?, Entity::Entry)?;
            if !matches!(entry.kind, Kind::Challenge(_)) {
                return Err(Refused::NotAChallenge);
            }
            refuse_name(tx.store(), entry.meeting, None, author.as_deref())?;
            refuse_words(tx.store(), entry.meeting, "", &text)?;
            names.push(name_of(&entry));
            meeting.get_or_insert(entry.meeting);
        }
        let meeting = meeting.ok_or(Refused::Empty)?;
        tx.about(names.join(", "));
        let author = register::enter_any(tx, None, author)?;
        let response = Response {
            id: tx.new_id(),
            meeting,
            kind: reply.kind,
            text,
            as_written: None,
            on: Some(tx.store().clock().today()),
            due: reply.due.clone(),
            author: author.or_else(|| tx.store().scribe().map(str::to_owned)),
        };
        store::response::insert(tx, &response)?;
        challenges.iter().try_for_each(|challenge| store::answer::link(tx, response.id, *challenge))?;
        Ok(response.id)
    })
}

/// Replaces the text, the kind and the date of a response, which were `before` when it was opened for editing. What is
/// the same in `before` and `after` is left as it is now.
///
/// # Errors
/// [`Refused::Empty`] without words; [`Refused::Changed`] where another window has changed the text since; those of the
/// store.
pub fn edit_response(
    store: &mut Store,
    id: ResponseId,
    before: &Seen<Reply>,
    after: &Reply,
) -> Result<Done<()>> {
    edit_response_by(store, id, before, after, &[None, None])
}

/// The same with its author, before and after the edit; where they are the same it is left as it is now.
///
/// # Errors
/// Those of [`edit_response`], and [`Refused::Nameless`].
pub fn edit_response_by(
    store: &mut Store,
    id: ResponseId,
    before: &Seen<Reply>,
    after: &Reply,
    [author_before, author]: &[Option<String>; 2],
) -> Result<Done<()>> {
    let shown_text = before.clone().map(|before| before.text);
    let Seen { value: before, held } = before;
    let text = paragraph_unless(&before.text, &after.text)?;
    store.transact(Op::EditResponse, WriteScope::Response(id), |tx| {
        tx.based_on(held)?;
        let mut response = found(store::response::shown(tx.store(), id)?, Entity::Response)?;
        tx.about(super::first_words(&response.text));
        let text = merged_text(tx.store(), (id.0, "text"), &shown_text, text, &response.text)?;
        for meeting in store::answer::meetings(tx.store(), id)? {
            refuse_name(tx.store(), meeting, author_before.as_deref(), author.as_deref())?;
            refuse_words(tx.store(), meeting, &response.text, &text)?;
        }
        let is_new = author != author_before && author.as_deref() != tx.store().scribe();
        let author = if is_new { register::enter_any(tx, None, author.clone())? } else { author.clone() };
        response.author = merged(author_before, author, response.author.take());
        if response.text != text {
            response.as_written = None;
        }
        response.text = text;
        response.kind = merged(&before.kind, after.kind, response.kind);
        response.due = merged(&before.due, after.due.clone(), response.due.take());
        Ok(store::response::update(tx, &response)?)
    })
}

/// Appends words to a response (`+ …` at the pen).
///
/// # Errors
/// [`Refused::Empty`] without words; those of the store.
pub fn continue_response(store: &mut Store, id: ResponseId, words: &str) -> Result<Done<()>> {
    let words = paragraph(words)?;
    change_text(store, id, |text| Ok(format!("{text} {words}")))
}

/// Replaces the first occurrence of `from` in a response (`s/from/to/` at the pen).
///
/// # Errors
/// As [`super::correct_entry`].
pub fn correct_response(store: &mut Store, id: ResponseId, from: &str, to: &str) -> Result<Done<()>> {
    change_text(store, id, |text| replaced(text, from, to))
}

/// Changes the words of a response by a function of them.
fn change_text(
    store: &mut Store,
    id: ResponseId,
    change: impl FnOnce(&str) -> Result<String>,
) -> Result<Done<()>> {
    store.transact(Op::EditResponse, WriteScope::Response(id), |tx| {
        let response = found(store::response::shown(tx.store(), id)?, Entity::Response)?;
        tx.about(super::first_words(&response.text));
        let text = change(&response.text)?;
        for meeting in store::answer::meetings(tx.store(), id)? {
            refuse_words(tx.store(), meeting, &response.text, &text)?;
        }
        Ok(store::response::update(tx, &Response { text, as_written: None, ..response })?)
    })
}

/// Moves a response from one challenge to another. What else it answers it goes on answering.
///
/// # Errors
/// [`Refused::NotAChallenge`], [`Refused::Nameless`]; those of the store, also where it does not answer `from` any
/// more.
pub fn move_response(store: &mut Store, id: ResponseId, from: EntryId, to: EntryId) -> Result<Done<()>> {
    store.transact(Op::MoveResponse, WriteScope::ResponseTo(id, to), |tx| {
        let response = found(store::response::shown(tx.store(), id)?, Entity::Response)?;
        tx.about(super::first_words(&response.text));
        let challenge = found(store::entry::get(tx.store(), to)?, Entity::Entry)?;
        if !matches!(challenge.kind, Kind::Challenge(_)) {
            return Err(Refused::NotAChallenge);
        }
        let answered = store::answer::challenges(tx.store(), id)?;
        found(answered.contains(&from).then_some(()), Entity::Answer)?;
        if from == to {
            return Ok(());
        }
        if !answered.contains(&to) {
            if !store::answer::meetings(tx.store(), id)?.contains(&challenge.meeting) {
                refuse_names(tx.store(), &response, challenge.meeting)?;
            }
            store::answer::link(tx, id, to)?;
        }
        Ok(store::answer::unlink(tx, id, from)?)
    })
}

/// Refuses to take a response with a name to a meeting that is written without. Whoever holds the pen is named as the
/// author of what is written at it.
pub(super) fn refuse_names(store: &Store, response: &Response, meeting: MeetingId) -> Result<()> {
    refuse_name(store, meeting, store.scribe(), response.author.as_deref())?;
    refuse_words(store, meeting, "", &response.text)
}

/// Takes a response away from challenges; one that answers no other is soft-deleted. It is kept where another laptop
/// has written in it what was not `held`.
///
/// # Errors
/// Those of the store.
pub fn delete_response(
    store: &mut Store,
    id: ResponseId,
    from: &[EntryId],
    held: &HeldRows,
) -> Result<Done<()>> {
    store.transact(Op::DeleteResponse, WriteScope::Response(id), |tx| {
        tx.based_on(held)?;
        let response = found(store::response::get(tx.store(), id)?, Entity::Response)?;
        tx.about(super::first_words(&response.text));
        let mut challenges = store::answer::challenges(tx.store(), id)?;
        challenges.retain(|answered| !from.contains(answered));
        if challenges.is_empty() {
            // Its link stays: it is shown if the response is kept.
            store::response::delete(tx, id)?;
        } else {
            for challenge in from {
                store::answer::unlink(tx, id, *challenge)?;
            }
        }
        Ok(())
    })
}
