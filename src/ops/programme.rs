//! Programmes: made with the first meeting that is put in them, renamed; and which one a meeting belongs to.

use super::seen::{Seen, merged_text};
use super::{Refused, Result, found, merged};
use crate::i18n::vocabulary::fold;
use crate::model::history::{Entity, Op};
use crate::model::id::{MeetingId, ProgrammeId};
use crate::model::{Meeting, Programme};
use crate::store::{self, Done, Store, Tx, WriteScope};

/// The programme that a new meeting is to belong to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ProgrammeChoice {
    /// The one that new meetings belong to by themselves ([`store::programme::own`]).
    #[default]
    Usual,
    /// The one with this name, which is made where there is none; none at all where the name is empty.
    Named(String),
}

impl ProgrammeChoice {
    /// The programme that it means now.
    pub(super) fn resolve(&self, tx: &mut Tx<'_>) -> Result<Option<ProgrammeId>> {
        match self {
            Self::Usual => Ok(store::programme::own(tx.store())?.map(|programme| programme.id)),
            Self::Named(name) => named(tx, name),
        }
    }
}

/// The programme with this name; one that is not known yet is made. `None` for blanks.
pub(super) fn named(tx: &mut Tx<'_>, name: &str) -> Result<Option<ProgrammeId>> {
    let name = name.trim();
    if name.is_empty() {
        return Ok(None);
    }
    let known = store::programme::list(tx.store())?;
    if let Some(known) = known.iter().find(|known| fold(&known.name) == fold(name)) {
        return Ok(Some(known.id));
    }
    make(tx, name).map(|programme| Some(programme.id))
}

fn make(tx: &mut Tx<'_>, name: &str) -> Result<Programme> {
    let programme =
        Programme { id: tx.new_id(), name: name.to_owned(), values: Vec::new(), goals: Vec::new() };
    store::programme::insert(tx, &programme)?;
    Ok(programme)
}

/// Puts a meeting in the programme with this name, which is made where there is none; an empty name takes it out of the
/// one that it is in.
///
/// # Errors
/// Those of the store.
pub fn move_meeting(store: &mut Store, id: MeetingId, programme: &str) -> Result<Done<()>> {
    store.transact(Op::MoveMeeting, WriteScope::Meeting(id), |tx| {
        let meeting = found(store::meeting::get(tx.store(), id)?, Entity::Meeting)?;
        tx.about(meeting.title.clone());
        let programme = named(tx, programme)?;
        Ok(store::meeting::update(tx, &Meeting { programme, ..meeting })?)
    })
}

/// Changes a programme. What is the same in `before` and `after` is left as it is now.
///
/// # Errors
/// [`Refused::Empty`] without a name; [`Refused::Changed`] where another window has changed the name since `before` was
/// shown; those of the store.
pub fn edit_programme(
    store: &mut Store,
    before: &Seen<Programme>,
    after: &Programme,
) -> Result<Done<Programme>> {
    let shown = before.clone().map(|programme| programme.name);
    let Seen { value: before, held } = before;
    let new_name = after.name.trim().to_owned();
    if new_name.is_empty() {
        return Err(Refused::Empty);
    }
    store.transact(Op::EditProgramme, WriteScope::Register, |tx| {
        tx.based_on(held)?;
        let now = found(store::programme::get(tx.store(), before.id)?, Entity::Programme)?;
        let name = merged_text(tx.store(), (now.id.0, "name"), &shown, new_name, &now.name)?;
        tx.about(if name == now.name { name.clone() } else { format!("{} → {name}", now.name) });
        let programme = Programme {
            id: now.id,
            name,
            values: merged(&before.values, after.values.clone(), now.values),
            goals: merged(&before.goals, after.goals.clone(), now.goals),
        };
        store::programme::update(tx, &programme)?;
        Ok(programme)
    })
}

/// Names the programme that new meetings belong to; makes it where there is none.
///
/// # Errors
/// [`Refused::Empty`] without a name; those of the store.
pub fn rename_programme(store: &mut Store, name: &str) -> Result<Done<Programme>> {
    let name = name.trim().to_owned();
    if name.is_empty() {
        return Err(Refused::Empty);
    }
    store.transact(Op::EditProgramme, WriteScope::Register, |tx| {
        tx.about(name.clone());
        let Some(programme) = store::programme::own(tx.store())? else { return make(tx, &name) };
        let programme = Programme { name, ..programme };
        store::programme::update(tx, &programme)?;
        Ok(programme)
    })
}
