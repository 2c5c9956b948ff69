//! Which meetings an operation writes in. It is stated before anything is written, resolved in the same transaction,
//! and every record that the operation touches is checked against it: whatever holds for a whole meeting (that its
//! minutes may still be changed) needs to be asked in one place only.

use rusqlite::Connection;
use uuid::Uuid;

use super::{Result, Store, StoreError, answer, history, names, record};
use crate::model::history::{Entity, LogId, Value};
use crate::model::id::{EntryId, MeetingId, ResponseId, SectionId};
use crate::model::noun::{CellForm, Noun};

/// Where an operation writes. Records that belong to no meeting (persons, organisations, programmes) may be written in
/// any scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteScope<'a> {
    /// In no meeting: the register, a programme, a setting.
    Register,
    /// In a meeting that the operation itself creates.
    NewMeeting,
    /// In one meeting that exists.
    Meeting(MeetingId),
    /// In the meeting of this section.
    Section(SectionId),
    /// In the meeting of this entry.
    Entry(EntryId),
    /// In the meetings of these entries.
    Entries(&'a [EntryId]),
    /// In the meetings of these entries, and in the one that they are moved to.
    EntriesTo(&'a [EntryId], MeetingId),
    /// In the meetings whose challenges this response answers.
    Response(ResponseId),
    /// In these, and in the meeting of another challenge that it is moved to.
    ResponseTo(ResponseId, EntryId),
    /// In what an edited report is about, if that is a meeting and not a programme.
    Subject(Uuid),
    /// In the meetings where somebody is named exactly so, and no person in the register is pointed to.
    Named(&'a str),
    /// Wherever this operation of any replica wrote.
    Operation(LogId),
}

impl WriteScope<'_> {
    /// The meetings, each once; the first is the one that the history names.
    pub(super) fn meetings(self, store: &Store) -> Result<Vec<MeetingId>> {
        let conn = &store.conn;
        let mut meetings = Vec::new();
        match self {
            Self::Register | Self::NewMeeting => {}
            Self::Meeting(id) => meetings = known(conn, Entity::Meeting, id.0)?,
            Self::Section(id) => meetings = known(conn, Entity::Section, id.0)?,
            Self::Entry(id) => meetings = known(conn, Entity::Entry, id.0)?,
            Self::Entries(ids) | Self::EntriesTo(ids, _) => {
                for id in ids {
                    meetings.extend(known(conn, Entity::Entry, id.0)?);
                }
                if let Self::EntriesTo(_, to) = self {
                    meetings.extend(known(conn, Entity::Meeting, to.0)?);
                }
            }
            Self::Response(id) => meetings = known(conn, Entity::Response, id.0)?,
            Self::ResponseTo(id, to) => {
                meetings = known(conn, Entity::Response, id.0)?;
                meetings.extend(known(conn, Entity::Entry, to.0)?);
            }
            Self::Subject(id) => meetings = meetings_of(conn, Entity::Meeting, id)?,
            Self::Named(name) => {
                for unlinked in names::unlinked(conn, name, true)? {
                    meetings.extend(meetings_of(conn, unlinked.entity, unlinked.id)?);
                }
                meetings.extend(names::signed(conn, name)?.into_iter().map(MeetingId));
            }
            Self::Operation(place) => {
                if let Some(operation) = history::at(store, place)? {
                    meetings.extend(operation.meetings);
                }
                // The log of an earlier version names one meeting only; what was touched names them all.
                for (entity, id) in history::touched(store, place)? {
                    meetings.extend(meetings_of(conn, entity, id)?);
                }
            }
        }
        Ok(once(meetings))
    }
}

fn known(conn: &Connection, entity: Entity, id: Uuid) -> Result<Vec<MeetingId>> {
    let meetings = meetings_of(conn, entity, id)?;
    if meetings.is_empty() { Err(StoreError::NotFound(entity)) } else { Ok(meetings) }
}

/// The meetings whose minutes change with a record, shown or not: those that it is part of, for a response those of the
/// challenges that it answers. Empty where it belongs to none or does not exist.
pub(super) fn meetings_of(conn: &Connection, entity: Entity, id: Uuid) -> Result<Vec<MeetingId>> {
    let mut meetings = Vec::new();
    collect(conn, entity, id, &mut meetings)?;
    Ok(once(meetings))
}

fn collect(conn: &Connection, entity: Entity, id: Uuid, meetings: &mut Vec<MeetingId>) -> Result<()> {
    let Some(noun) = Noun::of(entity) else { return Ok(()) };
    if entity == Entity::Meeting {
        let is_there = record::cell(conn, entity, id, "id")?.is_some();
        meetings.extend(is_there.then_some(MeetingId(id)));
    }
    for cell in noun.cells {
        let above = match cell.form {
            CellForm::Within(parent) => parent,
            CellForm::Link(None) => Entity::Meeting,
            _ => continue,
        };
        if let Some(Value::Id(id)) = record::cell(conn, entity, id, cell.name)? {
            collect(conn, above, id, meetings)?;
        }
    }
    if entity == Entity::Response {
        for challenge in answer::not_gone(conn, ResponseId(id))? {
            collect(conn, Entity::Entry, challenge.0, meetings)?;
        }
    }
    Ok(())
}

fn once(meetings: Vec<MeetingId>) -> Vec<MeetingId> {
    let mut once: Vec<MeetingId> = Vec::with_capacity(meetings.len());
    for meeting in meetings {
        if !once.contains(&meeting) {
            once.push(meeting);
        }
    }
    once
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::clock::Clock;
    use crate::model::history::Op;
    use crate::model::{Entry, Kind, MeetingKind, MinutesStatus, Position, Section, SectionKind};
    use crate::store::{self, Options};

    /// A meeting with one section and one entry in it.
    fn meeting(store: &mut Store) -> (MeetingId, EntryId) {
        let done = store.transact(Op::CreateMeeting, WriteScope::NewMeeting, |tx| -> Result<_> {
            let meeting = crate::model::Meeting {
                id: tx.new_id(),
                programme: None,
                kind: MeetingKind::Workshop,
                status: MinutesStatus::Draft,
                title: "Kvällsöppet".to_owned(),
                date: None,
                time: None,
                place: String::new(),
                audience: String::new(),
                reference: String::new(),
                tables: 0,
                next: None,
                signoff: Vec::new(),
                signoff_as_written: None,
                nameless: false,
            };
            store::meeting::insert(tx, &meeting, None)?;
            let section = Section {
                id: tx.new_id(),
                meeting: meeting.id,
                position: Position::from_stored("a0"),
                heading: "Tips".to_owned(),
                as_written: None,
                level: 1,
                intro: Vec::new(),
                kind: SectionKind::Notes,
            };
            store::section::insert(tx, &section)?;
            let id = tx.new_id();
            let entry = Entry::new(
                id,
                meeting.id,
                section.id,
                Position::from_stored("a0"),
                Kind::NOTE,
                "Laga mer".to_owned(),
            );
            store::entry::insert(tx, entry)?;
            Ok((meeting.id, id))
        });
        done.unwrap().value
    }

    #[test]
    fn nothing_is_written_outside_the_meetings_that_were_stated() {
        let now = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap().and_hms_opt(12, 0, 0).unwrap();
        let options = Options { clock: Clock::Fixed(now), scribe: None, replicas: None };
        let mut store = Store::in_memory(options).unwrap();
        let (here, inside) = meeting(&mut store);
        let (there, outside) = meeting(&mut store);
        let mut delete = |scope: WriteScope<'_>, id| {
            store.transact(Op::DeleteEntry, scope, |tx| store::entry::delete(tx, id)).map(|_| ())
        };
        let is_refused = |result| matches!(result, Err(StoreError::OutOfScope(Entity::Entry)));
        assert!(is_refused(delete(WriteScope::Meeting(here), outside)));
        assert!(is_refused(delete(WriteScope::Entry(inside), outside)));
        assert!(is_refused(delete(WriteScope::Register, outside)));
        assert!(is_refused(delete(WriteScope::NewMeeting, outside)));
        delete(WriteScope::Entries(&[inside, outside]), inside).unwrap();
        let nowhere = delete(WriteScope::Meeting(MeetingId(Uuid::nil())), outside);
        assert!(matches!(nowhere, Err(StoreError::NotFound(Entity::Meeting))));
        assert!(store::entry::get(&store, outside).unwrap().is_some());

        let newest = history::all(&store, 1).unwrap().remove(0);
        assert_eq!((newest.op, newest.meetings), (Op::DeleteEntry, vec![here, there]));
    }
}
