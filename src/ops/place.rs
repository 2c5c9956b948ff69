//! Where an entry belongs: its table, its round, its meeting, who said it, and whether it is put aside.

use super::answer::refuse_names;
use super::entry::{change, give_to};
use super::nameless::refuse_name;
use super::section::{self, NewSection};
use super::{Result, found, name_of_all, register};
use crate::i18n::vocabulary::fold;
use crate::model::history::{Entity, Op};
use crate::model::id::{EntryId, MeetingId, SectionId};
use crate::model::{Entry, Kind, Section, SectionKind};
use crate::pen::{self, is_owned};
use crate::store::{self, Done, Store, Tx, WriteScope};

/// Says at which table entries were said; `None` for none.
///
/// # Errors
/// Those of the store.
pub fn move_to_table(store: &mut Store, ids: &[EntryId], table: Option<u16>) -> Result<Done<()>> {
    change(store, Op::MoveEntry, ids, |entry, _| {
        entry.provenance.table = table;
        Ok(())
    })
}

/// Says in which round entries were said; `None` for none.
///
/// # Errors
/// Those of the store.
pub fn move_to_round(store: &mut Store, ids: &[EntryId], round: Option<u16>) -> Result<Done<()>> {
    change(store, Op::MoveEntry, ids, |entry, _| {
        entry.provenance.round = round;
        Ok(())
    })
}

/// Puts another name where the pen would put one: who answers for an action or a commitment, who said anything else.
/// `None` for nobody in particular.
///
/// # Errors
/// [`super::Refused::Nameless`]; those of the store.
pub fn set_speaker(store: &mut Store, ids: &[EntryId], name: Option<&str>) -> Result<Done<()>> {
    change(store, Op::EditEntry, ids, |entry, tx| {
        let now = if is_owned(entry.kind) { &entry.owner } else { &entry.speaker };
        refuse_name(tx.store(), entry.meeting, now.as_deref(), name)?;
        let named = register::enter_any(tx, None, name.map(str::to_owned))?;
        if is_owned(entry.kind) {
            give_to(entry, named);
        } else {
            entry.speaker = named;
        }
        Ok(())
    })
}

/// Puts entries aside: they become parked, and go to the end of the meeting's section for that, if it has one.
///
/// # Errors
/// Those of the store.
pub fn park(store: &mut Store, ids: &[EntryId]) -> Result<Done<()>> {
    change(store, Op::ConvertEntry, ids, |entry, tx| {
        if !entry.kind.same_kind(Kind::PARKED) {
            entry.kind = Kind::PARKED;
        }
        let sections = store::section::list(tx.store(), entry.meeting)?;
        let is_parking = |section: &&Section| section.kind == SectionKind::Parking;
        match sections.iter().find(is_parking) {
            Some(parking) if parking.id != entry.section => put(tx, entry, parking.id),
            _ => Ok(()),
        }
    })
}

/// Moves entries to another meeting, in their order in `ids`: under the heading that they were under, otherwise to the
/// first section of the same kind, otherwise to the first; a meeting without sections gets one. They keep their
/// history, responses, follow-ups and numbers, and who said them at which table.
///
/// # Errors
/// [`super::Refused::Nameless`] where somebody is named in one, and not in the meeting; those of the store.
pub fn move_to_meeting(store: &mut Store, ids: &[EntryId], meeting: MeetingId) -> Result<Done<()>> {
    store.transact(Op::MoveEntry, WriteScope::EntriesTo(ids, meeting), |tx| {
        found(store::meeting::get(tx.store(), meeting)?, Entity::Meeting)?;
        for id in ids {
            let mut entry = found(store::entry::get(tx.store(), *id)?, Entity::Entry)?;
            tx.about(name_of_all(ids, &entry));
            if entry.meeting == meeting {
                continue;
            }
            if names_somebody(&entry) {
                refuse_name(tx.store(), meeting, None, Some(&entry.text))?;
            }
            for response in store::response::to(tx.store(), *id)? {
                refuse_names(tx.store(), &response, meeting)?;
            }
            let from = found(store::section::get_or_gone(tx.store(), entry.section)?, Entity::Section)?;
            let section = section_like(tx, meeting, &from)?;
            put(tx, &mut entry, section)?;
            store::entry::update(tx, entry)?;
        }
        Ok(())
    })
}

/// Whether an entry says who said it or who answers for it.
fn names_somebody(entry: &Entry) -> bool {
    entry.speaker.is_some() || entry.owner.is_some() || pen::names_somebody(&entry.text)
}

/// Puts an entry at the end of a section.
fn put(tx: &mut Tx<'_>, entry: &mut Entry, section: SectionId) -> Result<()> {
    entry.position = store::position::end(tx, Entity::Entry, section.0)?;
    entry.section = section;
    Ok(())
}

/// The section of a meeting that is most like another one.
fn section_like(tx: &mut Tx<'_>, meeting: MeetingId, from: &Section) -> Result<SectionId> {
    let sections = store::section::list(tx.store(), meeting)?;
    let heading = fold(&from.heading);
    let same_heading = sections.iter().find(|section| fold(&section.heading) == heading);
    let same_kind = || sections.iter().find(|section| section.kind == from.kind);
    if let Some(section) = same_heading.or_else(same_kind).or(sections.first()) {
        return Ok(section.id);
    }
    let end = store::position::end(tx, Entity::Section, meeting.0)?;
    let new = NewSection { heading: from.heading.clone(), kind: from.kind, intro: Vec::new() };
    section::add(tx, meeting, end, &new)
}
