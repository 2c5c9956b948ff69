//! Meetings: created, changed, put away.

use chrono::NaiveDate;

use super::section::{NewSection, add};
use super::{Refused, Result, found};
use crate::minutes::header;
use crate::model::history::{Entity, Op};
use crate::model::id::{FieldId, MeetingId};
use crate::model::{Field, Meeting, MeetingKind, MinutesStatus, Position, SectionKind, TimeSpan};
use crate::store::{self, Done, Scope, Store, Tx};

/// What a new meeting is to be.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMeeting {
    /// The title.
    pub title: String,
    /// What kind of meeting it is.
    pub kind: MeetingKind,
    /// The day.
    pub date: Option<NaiveDate>,
    /// The time of day.
    pub time: Option<TimeSpan>,
    /// Where.
    pub place: String,
    /// For whom.
    pub audience: String,
    /// How many tables.
    pub tables: u16,
    /// Its sections, in order.
    pub sections: Vec<NewSection>,
}

impl NewMeeting {
    /// A meeting with the usual sections of its kind (heading and what is caught under it), and nothing else known.
    pub fn from_template(
        title: impl Into<String>,
        kind: MeetingKind,
        template: Vec<(&str, SectionKind)>,
    ) -> Self {
        Self {
            title: title.into(),
            kind,
            date: None,
            time: None,
            place: String::new(),
            audience: String::new(),
            tables: 0,
            sections: template.into_iter().map(NewSection::of_template).collect(),
        }
    }
}

/// Creates a meeting with its sections, in the first programme there is.
///
/// # Errors
/// [`Refused::Empty`] without a title; those of the store.
pub fn create_meeting(store: &mut Store, new: NewMeeting) -> Result<Done<MeetingId>> {
    store.transact(Op::CreateMeeting, Scope::NewMeeting, |tx| {
        let title = new.title.trim().to_owned();
        if title.is_empty() {
            return Err(Refused::Empty);
        }
        let programme = store::programme::list(tx.store())?.first().map(|programme| programme.id);
        let meeting = Meeting {
            id: tx.new_id(),
            programme,
            kind: new.kind,
            status: MinutesStatus::Draft,
            title,
            date: new.date,
            time: new.time,
            place: new.place,
            audience: new.audience,
            reference: String::new(),
            tables: new.tables,
            next: None,
            signoff: Vec::new(),
            signoff_as_written: None,
        };
        tx.about(meeting.title.clone());
        store::meeting::insert(tx, &meeting)?;
        let mut position = Position::first();
        for section in &new.sections {
            add(tx, meeting.id, position.clone(), section)?;
            position = position.next();
        }
        Ok(meeting.id)
    })
}

/// Changes a meeting. Header fields that say the same thing follow; one that was read from a document loses the
/// way it was written only where its value has changed.
///
/// # Errors
/// [`Refused::Empty`] where the title would be left empty; those of the store.
pub fn edit_meeting(store: &mut Store, meeting: &Meeting) -> Result<Done<()>> {
    store.transact(Op::EditMeeting, Scope::Meeting(meeting.id), |tx| {
        let before = found(store::meeting::get(tx.store(), meeting.id)?, Entity::Meeting)?;
        tx.about(before.title.clone());
        if meeting.title.trim().is_empty() && !before.title.is_empty() {
            return Err(Refused::Empty);
        }
        let stood = meeting.signoff_as_written.clone().filter(|_| meeting.signoff == before.signoff);
        store::meeting::update(tx, &Meeting { signoff_as_written: stood, ..meeting.clone() })?;
        follow_fields(tx, &before, meeting)
    })
}

/// A meeting whose header was read keeps its fields in step with what is known of the meeting.
fn follow_fields(tx: &mut Tx<'_>, before: &Meeting, after: &Meeting) -> Result<()> {
    let fields = store::field::list(tx.store(), after.id)?;
    if fields.is_empty() {
        return Ok(());
    }
    let mut end = fields.last().map(|field| field.position.clone());
    for (old, new) in header::stored(before).into_iter().zip(header::stored(after)) {
        if new == old {
            continue;
        }
        let header::Known { role, label, value } = new;
        if let Some(field) = fields.iter().find(|field| field.role == role) {
            let field = Field { value, as_written: None, ..field.clone() };
            store::field::update(tx, &field)?;
        } else {
            let position = Position::between(end.as_ref(), None);
            end = Some(position.clone());
            let field = Field {
                id: FieldId(tx.new_id()),
                meeting: after.id,
                position,
                role,
                label: label.to_owned(),
                value,
                as_written: None,
            };
            store::field::insert(tx, &field)?;
        }
    }
    Ok(())
}

/// Puts a meeting away with all that is in it.
///
/// # Errors
/// Those of the store.
pub fn delete_meeting(store: &mut Store, id: MeetingId) -> Result<Done<()>> {
    store.transact(Op::DeleteMeeting, Scope::Meeting(id), |tx| {
        let meeting = found(store::meeting::get(tx.store(), id)?, Entity::Meeting)?;
        tx.about(meeting.title);
        Ok(store::meeting::delete(tx, id)?)
    })
}
