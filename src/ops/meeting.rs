//! Meetings: created, changed, soft-deleted.

use chrono::NaiveDate;

use super::nameless::has_new_signature;
use super::programme::ProgrammeChoice;
use super::section::{NewSection, add};
use super::seen::{Seen, merged_text};
use super::{Refused, Result, found, merged};
use crate::minutes::header;
use crate::model::history::{Entity, Op};
use crate::model::id::{FieldId, MeetingId};
use crate::model::{Field, Meeting, MeetingKind, MinutesStatus, SectionKind, TimeSpan};
use crate::store::{self, Done, HeldRows, Store, Tx, WriteScope};

/// What is known of a meeting that is to be created.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMeeting {
    /// Of the minutes too; never empty.
    pub title: String,
    /// The form of the meeting.
    pub kind: MeetingKind,
    /// The day it is held, if that is known.
    pub date: Option<NaiveDate>,
    /// From when to when, if that is known.
    pub time: Option<TimeSpan>,
    /// Where it is held; may be empty.
    pub place: String,
    /// For whom it is held; may be empty.
    pub audience: String,
    /// How many tables there are; 0 where nobody counts them.
    pub tables: u16,
    /// What it belongs to.
    pub programme: ProgrammeChoice,
    /// Whether it is written without names.
    pub nameless: bool,
    /// In the order of the minutes.
    pub sections: Vec<NewSection>,
}

impl NewMeeting {
    /// A meeting with the sections of a template (heading and kind of each), and nothing else known.
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
            programme: ProgrammeChoice::Usual,
            nameless: false,
            sections: template.into_iter().map(NewSection::of_template).collect(),
        }
    }
}

/// Creates a meeting with its sections.
///
/// # Errors
/// [`Refused::Empty`] without a title; those of the store.
pub fn create_meeting(store: &mut Store, new: NewMeeting) -> Result<Done<MeetingId>> {
    store.transact(Op::CreateMeeting, WriteScope::NewMeeting, |tx| create(tx, new))
}

/// The meeting that a line goes to where none is named ([`store::meeting::current`]); where there is none this one is
/// created. Nothing is written where another window has been quicker.
///
/// # Errors
/// Those of [`create_meeting`].
pub fn current_or_new_meeting(
    store: &mut Store,
    today: NaiveDate,
    new: NewMeeting,
) -> Result<Done<MeetingId>> {
    store.transact(Op::CreateMeeting, WriteScope::NewMeeting, |tx| {
        match store::meeting::current(tx.store(), today)? {
            Some(meeting) => Ok(meeting.id),
            None => create(tx, new),
        }
    })
}

fn create(tx: &mut Tx<'_>, new: NewMeeting) -> Result<MeetingId> {
    let title = new.title.trim().to_owned();
    if title.is_empty() {
        return Err(Refused::Empty);
    }
    let programme = new.programme.resolve(tx)?;
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
        nameless: new.nameless,
    };
    tx.about(meeting.title.clone());
    store::meeting::insert(tx, &meeting, None)?;
    let mut position = store::position::next(tx, None)?;
    for section in &new.sections {
        add(tx, meeting.id, position.clone(), section)?;
        position = store::position::next(tx, Some(&position))?;
    }
    Ok(meeting.id)
}

/// Changes a meeting. What is the same in `before` and `after` is left as it is now. Header fields that say the same
/// thing follow; one that was read from a document loses the way it was written only where its value has changed.
///
/// # Errors
/// [`Refused::Empty`] where the title would be left empty; [`Refused::Changed`] where another window has changed a text
/// since `before` was shown that is to be replaced; those of the store.
pub fn edit_meeting(store: &mut Store, before: &Seen<Meeting>, after: &Meeting) -> Result<Done<()>> {
    edit_meeting_in(store, before, after, None)
}

/// As [`edit_meeting`]; and puts the meeting in the programme with this name, if one is given: it is made where there
/// is none, and an empty name is no programme.
///
/// # Errors
/// Those of [`edit_meeting`].
pub fn edit_meeting_in(
    store: &mut Store,
    before: &Seen<Meeting>,
    after: &Meeting,
    programme: Option<&str>,
) -> Result<Done<()>> {
    let Seen { value: before, held } = before;
    store.transact(Op::EditMeeting, WriteScope::Meeting(before.id), |tx| {
        tx.based_on(held)?;
        let now = found(store::meeting::get(tx.store(), before.id)?, Entity::Meeting)?;
        tx.about(now.title.clone());
        for (((column, shown), (_, typed)), (_, stored)) in
            texts(before).into_iter().zip(texts(after)).zip(texts(&now))
        {
            let shown = Seen { value: shown.clone(), held: held.clone() };
            merged_text(tx.store(), (now.id.0, column), &shown, typed.clone(), stored)?;
        }
        let mut meeting = edited(before, after.clone(), now.clone());
        if let Some(name) = programme {
            meeting.programme = super::programme::named(tx, name)?;
        }
        if meeting.title.trim().is_empty() && !now.title.is_empty() {
            return Err(Refused::Empty);
        }
        if meeting.nameless && has_new_signature(&now.signoff, &meeting.signoff) {
            return Err(Refused::Nameless);
        }
        store::meeting::update(tx, &meeting)?;
        follow_fields(tx, &now, &meeting)
    })
}

/// The texts of a meeting, each with the column that it is in.
fn texts(meeting: &Meeting) -> [(&'static str, &String); 4] {
    let Meeting { title, place, audience, reference, .. } = meeting;
    [("title", title), ("place", place), ("audience", audience), ("reference", reference)]
}

/// The meeting with the cells that differ between `before` and `after` changed, and all others as they are now.
fn edited(before: &Meeting, after: Meeting, now: Meeting) -> Meeting {
    let signoff = merged(&before.signoff, after.signoff, now.signoff.clone());
    Meeting {
        id: now.id,
        programme: merged(&before.programme, after.programme, now.programme),
        kind: merged(&before.kind, after.kind, now.kind),
        status: merged(&before.status, after.status, now.status),
        title: merged(&before.title, after.title, now.title),
        date: merged(&before.date, after.date, now.date),
        time: merged(&before.time, after.time, now.time),
        place: merged(&before.place, after.place, now.place),
        audience: merged(&before.audience, after.audience, now.audience),
        reference: merged(&before.reference, after.reference, now.reference),
        tables: merged(&before.tables, after.tables, now.tables),
        next: merged(&before.next, after.next, now.next),
        signoff_as_written: now.signoff_as_written.filter(|_| signoff == now.signoff),
        nameless: merged(&before.nameless, after.nameless, now.nameless),
        signoff,
    }
}

/// A meeting whose header was read keeps its fields in step with what is known of the meeting.
fn follow_fields(tx: &mut Tx<'_>, before: &Meeting, after: &Meeting) -> Result<()> {
    let fields = store::field::list(tx.store(), after.id)?;
    if fields.is_empty() {
        return Ok(());
    }
    for (old, new) in header::stored(before).into_iter().zip(header::stored(after)) {
        if new == old {
            continue;
        }
        let header::KnownField { role, label, value } = new;
        if let Some(field) = fields.iter().find(|field| field.role == role) {
            let field = Field { value, as_written: None, ..field.clone() };
            store::field::update(tx, &field)?;
        } else {
            let position = store::position::end(tx, Entity::Field, after.id.0)?;
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

/// Soft-deletes a meeting with all that is in it. It is kept where another laptop has written in it what was not
/// `held`.
///
/// # Errors
/// Those of the store.
pub fn delete_meeting(store: &mut Store, id: MeetingId, held: &HeldRows) -> Result<Done<()>> {
    store.transact(Op::DeleteMeeting, WriteScope::Meeting(id), |tx| {
        tx.based_on(held)?;
        let meeting = found(store::meeting::get(tx.store(), id)?, Entity::Meeting)?;
        tx.about(meeting.title);
        Ok(store::meeting::delete(tx, id)?)
    })
}
