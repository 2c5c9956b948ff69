//! Sections: created, changed, moved, soft-deleted.

use super::entry::MoveStep;
use super::nameless::refuse_words;
use super::seen::{Seen, merged_text};
use super::{Refused, Result, found, merged};
use crate::model::history::{Entity, Op};
use crate::model::id::{MeetingId, SectionId};
use crate::model::{Position, Section, SectionKind};
use crate::store::{self, Done, HeldRows, Store, Tx, WriteScope};

/// A section that is to be created.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSection {
    /// Without a closing colon; never empty.
    pub heading: String,
    /// What a line becomes in it.
    pub kind: SectionKind,
    /// The paragraphs under the heading.
    pub intro: Vec<String>,
}

impl NewSection {
    /// A section of a template: its heading and its kind.
    pub(super) fn of_template((heading, kind): (&str, SectionKind)) -> Self {
        Self { heading: heading.to_owned(), kind, intro: Vec::new() }
    }
}

/// Creates a section at the end of a meeting.
///
/// # Errors
/// [`Refused::Empty`] without a heading; [`Refused::Nameless`] for one that names somebody in a meeting without names;
/// those of the store.
pub fn create_section(store: &mut Store, meeting: MeetingId, new: &NewSection) -> Result<Done<SectionId>> {
    store.transact(Op::CreateSection, WriteScope::Meeting(meeting), |tx| {
        tx.about(new.heading.trim());
        found(store::meeting::get(tx.store(), meeting)?, Entity::Meeting)?;
        refuse_words(tx.store(), meeting, "", &new.heading)?;
        let end = store::position::end(tx, Entity::Section, meeting.0)?;
        add(tx, meeting, end, new)
    })
}

pub(super) fn add(
    tx: &mut Tx<'_>,
    meeting: MeetingId,
    position: Position,
    new: &NewSection,
) -> Result<SectionId> {
    let heading = new.heading.trim();
    if heading.is_empty() {
        return Err(Refused::Empty);
    }
    let section = Section {
        id: tx.new_id(),
        meeting,
        position,
        heading: heading.to_owned(),
        as_written: None,
        level: 1,
        intro: new.intro.clone(),
        kind: new.kind,
    };
    store::section::insert(tx, &section)?;
    Ok(section.id)
}

/// Changes the heading, the intro, the level or the kind of a section. What is the same in `before` and `after` is left
/// as it is now.
///
/// # Errors
/// [`Refused::Empty`] where a heading would be left empty; [`Refused::Nameless`] as for a new one; [`Refused::Changed`]
/// where another window has changed a text since `before` was shown that is to be replaced; those of the store.
pub fn edit_section(store: &mut Store, before: &Seen<Section>, after: Section) -> Result<Done<()>> {
    let Seen { value: before, held } = before;
    store.transact(Op::EditSection, WriteScope::Section(before.id), |tx| {
        tx.based_on(held)?;
        let now = found(store::section::get(tx.store(), before.id)?, Entity::Section)?;
        tx.about(now.heading.clone());
        refuse_words(tx.store(), now.meeting, &now.heading, &after.heading)?;
        let text = |column, shown: String, typed, stored: &str| {
            let shown = Seen { value: shown, held: held.clone() };
            merged_text(tx.store(), (before.id.0, column), &shown, typed, stored)
        };
        let is_left = after.heading == before.heading;
        let typed = if is_left { after.heading } else { after.heading.trim().to_owned() };
        let heading = text("heading", before.heading.clone(), typed, &now.heading)?;
        let [intro_before, intro_after, intro_now] =
            [&before.intro, &after.intro, &now.intro].map(|intro| intro.join("\n"));
        text("intro", intro_before, intro_after, &intro_now)?;
        if heading.is_empty() && !now.heading.is_empty() {
            return Err(Refused::Empty);
        }
        let section = Section {
            as_written: now.as_written.filter(|_| heading == now.heading),
            heading,
            meeting: merged(&before.meeting, after.meeting, now.meeting),
            level: merged(&before.level, after.level, now.level),
            intro: merged(&before.intro, after.intro, now.intro),
            kind: merged(&before.kind, after.kind, now.kind),
            ..now
        };
        Ok(store::section::update(tx, &section)?)
    })
}

/// Moves a section past its neighbour. At the end of the meeting nothing changes.
///
/// # Errors
/// Those of the store.
pub fn move_section(store: &mut Store, id: SectionId, step: MoveStep) -> Result<Done<()>> {
    store.transact(Op::MoveSection, WriteScope::Section(id), |tx| {
        let section = found(store::section::get(tx.store(), id)?, Entity::Section)?;
        tx.about(section.heading);
        Ok(store::position::step(tx, Entity::Section, id.0, step == MoveStep::Up)?)
    })
}

/// Soft-deletes a section with its entries. It is kept where another laptop has written in it what was not `held`.
///
/// # Errors
/// Those of the store.
pub fn delete_section(store: &mut Store, id: SectionId, held: &HeldRows) -> Result<Done<()>> {
    store.transact(Op::DeleteSection, WriteScope::Section(id), |tx| {
        tx.based_on(held)?;
        let section = found(store::section::get(tx.store(), id)?, Entity::Section)?;
        tx.about(section.heading);
        Ok(store::section::delete(tx, id)?)
    })
}
