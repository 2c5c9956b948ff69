//! What a verb is done to: entries as they are now, and what they are called together.

use crate::i18n::Words;
use crate::i18n::entry_name::entry_name;
use crate::model::Entry;
use crate::model::history::Entity;
use crate::model::id::EntryId;
use crate::ops::{Seen, is_nameless};
use crate::store::{self, HeldRows, StoreError};
use crate::ui::context::Ctx;
use crate::ui::error::UiError;
use crate::ui::widgets::text::fit;

/// What a verb is for.
pub(super) struct Targets {
    /// As they are now: the rows that are shown may be older. Never none.
    pub(super) entries: Vec<Entry>,
    /// What of the log was held then.
    pub(super) held: HeldRows,
    /// What they are called in a sentence: the name of the only one, or how many they are.
    pub(super) name: String,
    /// The same before anything is done to them: several are marked, and no more so afterwards.
    pub(super) asked: String,
}

impl Targets {
    pub(super) fn read(ids: &[EntryId], ctx: &Ctx) -> Result<Self, UiError> {
        let seen = Seen::read(ctx.store, |store| {
            ids.iter().map(|id| store::entry::get(store, *id)).collect::<store::Result<Vec<_>>>()
        })?;
        let entries: Vec<Entry> = seen.value.into_iter().flatten().collect();
        let name = name_all(&entries, ctx)?.ok_or(StoreError::NotFound(Entity::Entry))?;
        let asked = ask_about(&entries, ctx)?.unwrap_or_default();
        Ok(Self { entries, held: seen.held, name, asked })
    }

    pub(super) fn ids(&self) -> Vec<EntryId> {
        self.entries.iter().map(|entry| entry.id).collect()
    }

    /// The only one; `None` where there are several.
    pub(super) fn only(&self) -> Option<&Entry> {
        if let [entry] = self.entries.as_slice() { Some(entry) } else { None }
    }

    /// Those that pass, and how many do not; `None` where none does.
    pub(super) fn those(self, pass: impl Fn(&Entry) -> bool, words: &Words) -> Option<(Self, usize)> {
        let before = self.entries.len();
        let entries: Vec<Entry> = self.entries.into_iter().filter(pass).collect();
        let left_out = before - entries.len();
        // Of several that are marked it is said how many are meant, before anything is done.
        if left_out == 0 || entries.is_empty() {
            return (left_out == 0).then_some((Self { entries, ..self }, 0));
        }
        let name = (words.work.verbs.some_of)(entries.len(), before);
        Some((Self { entries, held: self.held, asked: name.clone(), name }, left_out))
    }

    /// What all of them have; `None` where they differ.
    pub(super) fn common<T: PartialEq>(&self, part: impl Fn(&Entry) -> T) -> Option<T> {
        let mut parts = self.entries.iter().map(part);
        let first = parts.next()?;
        parts.all(|part| part == first).then_some(first)
    }
}

/// What an entry is called: `U-4`, otherwise its first words.
pub fn name(entry: &Entry, ctx: &Ctx) -> store::Result<String> {
    let marks = store::marks(ctx.store)?;
    let quoted = |text: &str| (ctx.look.words.pen.quoted)(&fit(text, 24), false);
    Ok(entry_name(entry, marks.of(entry), quoted))
}

/// What entries are called together: the name of the only one, or how many they are; `None` for none.
pub fn name_all(entries: &[Entry], ctx: &Ctx) -> store::Result<Option<String>> {
    match entries {
        [] => Ok(None),
        [entry] => name(entry, ctx).map(Some),
        several => Ok(Some((ctx.look.words.work.verbs.several)(several.len()))),
    }
}

/// What entries are called before anything is done to them: the name of the only one, or how many are marked; `None`
/// for none.
pub fn ask_about(entries: &[Entry], ctx: &Ctx) -> store::Result<Option<String>> {
    match entries {
        [_, _, ..] => Ok(Some((ctx.look.words.work.marked)(entries.len(), 0))),
        few => name_all(few, ctx),
    }
}

/// The names of the register; `None` where one of the entries is in a meeting that is written without names.
pub(super) fn persons_for(targets: &Targets, ctx: &Ctx) -> store::Result<Option<Vec<String>>> {
    for entry in &targets.entries {
        if is_nameless(ctx.store, entry.meeting)? {
            return Ok(None);
        }
    }
    persons(ctx).map(Some)
}

/// The names of the register.
pub(super) fn persons(ctx: &Ctx) -> store::Result<Vec<String>> {
    Ok(store::person::list(ctx.store)?.into_iter().map(|person| person.name).collect())
}
