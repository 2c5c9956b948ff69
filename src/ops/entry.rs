//! What one can do to an existing entry.

use chrono::NaiveDate;

use super::nameless::{refuse_name, refuse_words};
use super::seen::{Seen, merged_text};
use super::{Refused, Result, found, merged, name_of, name_of_all, paragraph, paragraph_unless, register};
use crate::model::history::{Entity, Op};
use crate::model::id::{EntryId, SectionId};
use crate::model::{Due, Entry, Kind};
use crate::store::{self, Done, HeldRows, Store, Tx, WriteScope};

/// One step up or down in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveStep {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

/// Changes entries in one operation. The change may refuse, and none is changed then.
pub(super) fn change(
    store: &mut Store,
    op: Op,
    ids: &[EntryId],
    mut change: impl FnMut(&mut Entry, &mut Tx<'_>) -> Result<()>,
) -> Result<Done<()>> {
    store.transact(op, WriteScope::Entries(ids), |tx| {
        for id in ids {
            let mut entry = found(store::entry::get(tx.store(), *id)?, Entity::Entry)?;
            tx.about(name_of_all(ids, &entry));
            change(&mut entry, tx)?;
            store::entry::update(tx, entry)?;
        }
        Ok(())
    })
}

/// Replaces the text of an entry, which was `before` when it was opened for editing.
///
/// # Errors
/// [`Refused::Empty`] without words; [`Refused::Changed`] where another window has changed it since;
/// [`Refused::Nameless`]; those of the store.
pub fn edit_text(store: &mut Store, id: EntryId, before: &Seen<String>, text: &str) -> Result<Done<Entry>> {
    let text = paragraph_unless(&before.value, text)?;
    store.transact(Op::EditEntry, WriteScope::Entry(id), |tx| {
        tx.based_on(&before.held)?;
        let mut entry = found(store::entry::get(tx.store(), id)?, Entity::Entry)?;
        tx.about(name_of(&entry));
        let text = merged_text(tx.store(), (id.0, "text"), before, text, &entry.text)?;
        refuse_words(tx.store(), entry.meeting, &entry.text, &text)?;
        entry.text = text;
        Ok(store::entry::update(tx, entry)?)
    })
}

/// Lets somebody answer for an entry. The spelling of another name is not theirs.
pub(super) fn give_to(entry: &mut Entry, owner: Option<String>) {
    if owner != entry.owner {
        (entry.owner, entry.owner_spelled) = (owner, None);
    }
}

/// What a line says of an entry: all that can be typed of it.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryLine {
    /// What it is, with its status.
    pub kind: Kind,
    /// One paragraph of words.
    pub text: String,
    /// Who said it.
    pub speaker: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Without `#`.
    pub tags: Vec<String>,
    /// By when it is to be done.
    pub due: Option<Due>,
}

impl EntryLine {
    /// That of an entry.
    pub fn of(entry: &Entry) -> Self {
        Self {
            kind: entry.kind,
            text: entry.text.clone(),
            speaker: entry.speaker.clone(),
            owner: entry.owner.clone(),
            tags: entry.tags.clone(),
            due: entry.due.clone(),
        }
    }
}

/// Writes an entry anew as a line that was edited; what is the same in `before` and `after` is left as it is now.
///
/// # Errors
/// As [`edit_text`].
pub fn rewrite(
    store: &mut Store,
    id: EntryId,
    before: &Seen<EntryLine>,
    after: EntryLine,
) -> Result<Done<Entry>> {
    let Seen { value: before, held } = before;
    let text = Seen { value: before.text.clone(), held: held.clone() };
    let words = paragraph_unless(&text.value, &after.text)?;
    store.transact(Op::EditEntry, WriteScope::Entry(id), |tx| {
        tx.based_on(held)?;
        let mut entry = found(store::entry::get(tx.store(), id)?, Entity::Entry)?;
        tx.about(name_of(&entry));
        let words = merged_text(tx.store(), (id.0, "text"), &text, words, &entry.text)?;
        refuse_words(tx.store(), entry.meeting, &entry.text, &words)?;
        entry.text = words;
        entry.kind = merged(&before.kind, after.kind, entry.kind);
        entry.speaker = merged(&before.speaker, after.speaker, entry.speaker.take());
        let owner = merged(&before.owner, after.owner, entry.owner.clone());
        give_to(&mut entry, owner);
        entry.tags = merged(&before.tags, after.tags, std::mem::take(&mut entry.tags));
        entry.due = merged(&before.due, after.due, entry.due.take());
        for named in [&mut entry.speaker, &mut entry.owner] {
            let shown = [&before.speaker, &before.owner].into_iter().find(|shown| *shown == &*named);
            let shown = shown.and_then(|name| name.as_deref());
            refuse_name(tx.store(), entry.meeting, shown, named.as_deref())?;
            *named = register::enter_any(tx, shown, named.take())?;
        }
        Ok(store::entry::update(tx, entry)?)
    })
}

/// Moves an entry past its neighbour. At the end of its section nothing changes.
///
/// # Errors
/// Those of the store.
pub fn move_entry(store: &mut Store, id: EntryId, step: MoveStep) -> Result<Done<Entry>> {
    store.transact(Op::MoveEntry, WriteScope::Entry(id), |tx| {
        let entry = found(store::entry::get(tx.store(), id)?, Entity::Entry)?;
        tx.about(name_of(&entry));
        store::position::step(tx, Entity::Entry, id.0, step == MoveStep::Up)?;
        Ok(found(store::entry::get(tx.store(), id)?, Entity::Entry)?)
    })
}

/// Moves entries to the end of another section, in their order in `ids`.
///
/// # Errors
/// Those of the store.
pub fn move_to_section(store: &mut Store, ids: &[EntryId], section: SectionId) -> Result<Done<()>> {
    change(store, Op::MoveEntry, ids, |entry, tx| {
        found(store::section::get(tx.store(), section)?, Entity::Section)?;
        entry.position = store::position::end(tx, Entity::Entry, section.0)?;
        entry.section = section;
        Ok(())
    })
}

/// What there is to ask about before entries are deleted: how many of them have any of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AtStake {
    /// Challenges that were answered.
    pub answered: usize,
    /// What somebody has followed up.
    pub followed_up: usize,
    /// What was not written down today.
    pub earlier: usize,
}

/// What there is to ask about before these entries are deleted.
///
/// # Errors
/// Where the file cannot be read.
pub fn at_stake(store: &Store, entries: &[Entry], today: NaiveDate) -> Result<AtStake> {
    let mut at_stake = AtStake::default();
    for entry in entries {
        at_stake.answered += usize::from(!store::response::to(store, entry.id)?.is_empty());
        at_stake.followed_up += usize::from(!store::follow_up::list(store, entry.id)?.is_empty());
        at_stake.earlier += usize::from(written_on(store, entry)?.is_none_or(|day| day < today));
    }
    Ok(at_stake)
}

/// The day on which an entry was written down; of one that was read from minutes, the day of the meeting.
fn written_on(store: &Store, entry: &Entry) -> Result<Option<NaiveDate>> {
    match entry.provenance.captured_at {
        Some(at) => Ok(Some(at.date())),
        None => Ok(store::meeting::get(store, entry.meeting)?.and_then(|meeting| meeting.date)),
    }
}

/// Soft-deletes entries, in one step. One in which another laptop has written what was not `held` is kept.
///
/// # Errors
/// Those of the store.
pub fn delete_entries(store: &mut Store, ids: &[EntryId], held: &HeldRows) -> Result<Done<()>> {
    store.transact(Op::DeleteEntry, WriteScope::Entries(ids), |tx| {
        tx.based_on(held)?;
        for id in ids {
            let entry = found(store::entry::get(tx.store(), *id)?, Entity::Entry)?;
            tx.about(name_of_all(ids, &entry));
            store::entry::delete(tx, *id)?;
        }
        Ok(())
    })
}

/// Converts entries to another kind. They keep identity, place, history, responses, owner, due date and numbers.
///
/// # Errors
/// Those of the store.
pub fn convert(store: &mut Store, ids: &[EntryId], kind: Kind) -> Result<Done<()>> {
    change(store, Op::ConvertEntry, ids, |entry, _| {
        if !entry.kind.same_kind(kind) {
            entry.kind = kind;
        }
        Ok(())
    })
}

/// Marks entries as important, in place of another mark, or removes that mark.
///
/// # Errors
/// Those of the store.
pub fn set_starred(store: &mut Store, ids: &[EntryId], starred: bool) -> Result<Done<()>> {
    let op = if starred { Op::StarEntry } else { Op::UnstarEntry };
    change(store, op, ids, |entry, _| {
        entry.starred = starred;
        entry.unfinished &= !starred;
        Ok(())
    })
}

/// Marks entries as not written down in full, in place of another mark, or removes that mark.
///
/// # Errors
/// Those of the store.
pub fn set_unfinished(store: &mut Store, ids: &[EntryId], unfinished: bool) -> Result<Done<()>> {
    let op = if unfinished { Op::MarkUnfinished } else { Op::ClearUnfinished };
    change(store, op, ids, |entry, _| {
        entry.unfinished = unfinished;
        entry.starred &= !unfinished;
        Ok(())
    })
}

/// Adds the tags of `tags` that are not among `before` to entries, and removes those of `before` that are not among
/// `tags`; what somebody else has tagged meanwhile stays, so that it does not matter how much was held. A `#` before a
/// tag, blanks and duplicates are removed.
///
/// # Errors
/// Those of the store.
pub fn set_tags(store: &mut Store, ids: &[EntryId], before: &[String], tags: &[String]) -> Result<Done<()>> {
    let mut clean: Vec<String> = Vec::new();
    for tag in tags {
        let tag = tag.trim().trim_start_matches('#').to_owned();
        if !tag.is_empty() && !clean.contains(&tag) {
            clean.push(tag);
        }
    }
    change(store, Op::TagEntry, ids, |entry, _| {
        let others = entry.tags.iter().filter(|tag| !before.contains(tag) && !clean.contains(tag));
        entry.tags = clean.iter().chain(others).cloned().collect();
        Ok(())
    })
}

/// Who answers for an entry, and by when.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Assignment {
    /// The name as it was written.
    pub owner: Option<String>,
    /// The due date with its words.
    pub due: Option<Due>,
}

impl Assignment {
    /// The assignment of an entry.
    pub fn of(entry: &Entry) -> Self {
        Self { owner: entry.owner.clone(), due: entry.due.clone() }
    }
}

/// Sets who answers for entries, and by when. What is the same in `before` and `after` is left as it is now.
///
/// # Errors
/// [`Refused::WrongKind`] for a kind without an owner; [`Refused::Nameless`]; those of the store.
pub fn assign(
    store: &mut Store,
    ids: &[EntryId],
    before: &Seen<Assignment>,
    after: &Assignment,
) -> Result<Done<()>> {
    let Seen { value: before, held } = before;
    change(store, Op::AssignEntry, ids, |entry, tx| {
        tx.based_on(held)?;
        if !entry.kind.has_owner() {
            return Err(Refused::WrongKind);
        }
        let owner = merged(&before.owner, after.owner.clone(), entry.owner.clone());
        refuse_name(tx.store(), entry.meeting, entry.owner.as_deref(), owner.as_deref())?;
        let owner = register::enter_any(tx, entry.owner.as_deref(), owner)?;
        give_to(entry, owner);
        entry.due = merged(&before.due, after.due.clone(), entry.due.take());
        Ok(())
    })
}

/// Makes an action from an entry, or one from each of several. The sources keep their kinds, places and numbers; each
/// action comes right after its source. `text` is the words of the action; `None` for those of its source.
///
/// # Errors
/// [`Refused::Empty`] without words; [`Refused::Nameless`]; those of the store.
pub fn make_action(
    store: &mut Store,
    sources: &[EntryId],
    text: Option<&str>,
    assignment: &Assignment,
) -> Result<Done<Vec<Entry>>> {
    let text = text.map(paragraph).transpose()?;
    store.transact(Op::MakeAction, WriteScope::Entries(sources), |tx| {
        let owner = register::enter_any(tx, None, assignment.owner.clone())?;
        let mut actions = Vec::with_capacity(sources.len());
        for id in sources {
            let source = found(store::entry::get(tx.store(), *id)?, Entity::Entry)?;
            let position = store::position::after(tx, Entity::Entry, source.section.0, Some(source.id.0))?;
            refuse_name(tx.store(), source.meeting, source.owner.as_deref(), assignment.owner.as_deref())?;
            let text = text.clone().unwrap_or(source.text);
            let mut action =
                Entry::new(tx.new_id(), source.meeting, source.section, position, Kind::ACTION, text);
            action.depth = source.depth;
            (action.owner, action.due) = (owner.clone(), assignment.due.clone());
            action.source = Some(source.id);
            action.provenance.table = source.provenance.table;
            action.provenance.scribe = tx.store().scribe().map(str::to_owned);
            action.provenance.captured_at = Some(tx.store().clock().now());
            let action = store::entry::insert(tx, action)?;
            tx.about(name_of_all(sources, &action));
            actions.push(action);
        }
        Ok(actions)
    })
}
