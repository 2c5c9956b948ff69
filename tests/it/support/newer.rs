//! A replica with a newer version of the program: rows of the log that hold what this version does not know.

use std::path::Path;

use serde_json::json;
use uuid::Uuid;
use vidpennan::model::history::{Entity, LogId, LogRow, Stamp, Value};
use vidpennan::model::id::{DeviceId, EntryId, ResponseId};
use vidpennan::model::{Coded, Kind, ResponseKind};
use vidpennan::ops;
use vidpennan::store::{Applied, Store, history, log};

use super::digests;
use super::room::{Room, room};

/// Writes rows as the newer version would that holds all that a store holds, after those that it wrote before.
pub(crate) struct Newer {
    device: DeviceId,
    space: Uuid,
    stamp: i64,
    operation: i64,
    /// What the store held before.
    held: Vec<LogRow>,
    pub(crate) rows: Vec<LogRow>,
}

impl Newer {
    pub(crate) fn beside(store: &Store) -> Self {
        Self::of(DeviceId(Uuid::from_u128(0xBEEF)), store)
    }

    /// The replica that the store is itself, as a newer version goes on with it.
    pub(crate) fn instead_of(store: &Store) -> Self {
        Self::of(history::all(store, 100).unwrap().last().unwrap().at.device, store)
    }

    fn of(device: DeviceId, store: &Store) -> Self {
        let held = log::beyond(store, &[]).unwrap();
        Self {
            device,
            space: held[0].space,
            stamp: held.iter().map(|row| row.stamp.0).max().unwrap(),
            operation: 0,
            rows: held.iter().filter(|row| row.at.device == device).cloned().collect(),
            held: held.into_iter().filter(|row| row.at.device != device).collect(),
        }
    }

    /// Begins an operation, by its code.
    pub(crate) fn does(&mut self, op: &str, subject: &str) -> &mut Self {
        self.operation = self.next();
        let about = json!({ "subject": subject, "mood": "calm" }).to_string();
        self.row("operation", Uuid::from_u128(0xD0), op, Value::Text(about))
    }

    /// Makes a record of some noun with these cells.
    pub(crate) fn makes(&mut self, entity: &str, id: Uuid, cells: &serde_json::Value) -> &mut Self {
        self.row(entity, id, "", Value::Text(cells.to_string()))
    }

    /// Changes a cell.
    pub(crate) fn sets(
        &mut self,
        entity: Entity,
        id: Uuid,
        field: &str,
        new: impl Into<NewValue>,
    ) -> &mut Self {
        self.row(entity.code(), id, field, new.into().0)
    }

    /// Changes a cell of a noun that this version does not know.
    pub(crate) fn sets_unknown(&mut self, entity: &str, id: Uuid, field: &str) -> &mut Self {
        self.row(entity, id, field, Value::Text("ny".to_owned()))
    }

    /// Hands everything over.
    pub(crate) fn hands_to(&self, store: &mut Store) -> Applied {
        store.apply(&self.rows).unwrap()
    }

    /// Writes everything into the file itself, as a newer version does that has it open.
    pub(crate) fn goes_on_in(&self, path: &Path) {
        let conn = rusqlite::Connection::open(path).unwrap();
        for row in &self.rows {
            let new = match &row.new {
                Value::Text(text) => Some(text),
                _ => None,
            };
            conn.execute(
                "INSERT OR IGNORE INTO log (device, seq, stamp, operation, entity, id, field, old, new, seen)
                 SELECT number, ?2, ?3, ?4, ?5, ?6, ?7, NULL, ?8, '' FROM device WHERE id = ?1",
                rusqlite::params![
                    row.at.device.0,
                    row.at.seq,
                    row.stamp.0,
                    row.operation,
                    row.entity,
                    row.id,
                    row.field,
                    new
                ],
            )
            .unwrap();
        }
        digests::register_functions(&conn);
        conn.execute(digests::RENEW, []).unwrap();
    }

    fn next(&self) -> i64 {
        i64::try_from(self.rows.len()).unwrap() + 1
    }

    fn row(&mut self, entity: &str, id: Uuid, field: &str, new: Value) -> &mut Self {
        self.stamp += 1;
        let is_of_cell = |row: &&LogRow| row.id == id && (row.field.is_empty() || row.field == field);
        let seen = self.held.iter().chain(&self.rows).filter(is_of_cell).max_by_key(|row| row.stamp);
        self.rows.push(LogRow {
            at: LogId { device: self.device, seq: self.next() },
            stamp: Stamp(self.stamp),
            operation: self.operation,
            space: self.space,
            entity: entity.to_owned(),
            id,
            field: field.to_owned(),
            old: Value::Null,
            new,
            seen: seen.map(|row| row.at).into_iter().collect(),
            held: None,
            scribe: Some("Nova".to_owned()),
        });
        self
    }
}

/// What a cell is to hold.
pub(crate) struct NewValue(Value);

impl From<&str> for NewValue {
    fn from(text: &str) -> Self {
        Self(Value::Text(text.to_owned()))
    }
}

impl From<i64> for NewValue {
    fn from(number: i64) -> Self {
        Self(Value::Integer(number))
    }
}

impl From<Value> for NewValue {
    fn from(value: Value) -> Self {
        Self(value)
    }
}

/// A meeting with one entry of each kind, a check and a response, all of which a newer version has changed.
pub(crate) struct Mixed {
    pub(crate) room: Room,
    pub(crate) newer: Newer,
    pub(crate) note: EntryId,
    pub(crate) challenge: EntryId,
    pub(crate) commitment: EntryId,
    pub(crate) action: EntryId,
    pub(crate) parked: EntryId,
    pub(crate) response: ResponseId,
}

const DIARY: Uuid = Uuid::from_u128(0xD1A);
pub(crate) const MADE: Uuid = Uuid::from_u128(0xF00D);
pub(crate) const CHECK: Uuid = Uuid::from_u128(0xC4EC);
const FIELD: Uuid = Uuid::from_u128(0xF1E1D);

pub(crate) fn mixed(store: Store) -> Mixed {
    let mut room = room(store);
    let (notes, challenges, tomorrow) = (room.notes, room.challenges, room.tomorrow);
    let note = room.say(notes, "En vision om skolgården");
    let challenge = room.say(challenges, "Bussen går för sällan");
    let commitment = room.say(tomorrow, "Ringa trafikbolaget");
    let action = room.say(notes, "Mäta väntetiderna");
    let parked = room.say(notes, "Lekplatsen tar vi sedan");
    ops::convert(&mut room.store, &[action], Kind::ACTION).unwrap();
    ops::convert(&mut room.store, &[parked], Kind::PARKED).unwrap();
    let reply = ops::Reply { kind: ResponseKind::Answer, text: "Det ordnar vi".to_owned(), due: None };
    let response = ops::answer(&mut room.store, &[challenge], &reply).unwrap().value;
    let newer = newer(&room, [note, challenge, commitment, action, parked], response);
    newer.hands_to(&mut room.store);
    Mixed { room, newer, note, challenge, commitment, action, parked, response }
}

fn newer(
    room: &Room,
    [note, challenge, commitment, action, parked]: [EntryId; 5],
    response: ResponseId,
) -> Newer {
    let (meeting, notes) = (room.meeting.0, room.notes.0);
    let id = |id: Uuid| json!([id.simple().to_string()]);
    let mut newer = Newer::beside(&room.store);
    newer
        .does("paint_wall", "Hela väggen")
        .sets(Entity::Entry, note.0, "kind", "vision")
        .sets(Entity::Entry, challenge.0, "kind", "challenge:someday")
        .sets(Entity::Entry, commitment.0, "kind", "commitment:someday")
        .sets(Entity::Entry, action.0, "kind", "action:someday")
        .sets(Entity::Entry, parked.0, "kind", "parked:someday")
        .sets(Entity::Entry, note.0, "mood", "glad")
        .sets(Entity::Response, response.0, "kind", "sung")
        .sets(Entity::Section, notes, "kind", "drawings")
        .sets(Entity::Meeting, meeting, "kind", "seance")
        .sets(Entity::Meeting, meeting, "status", "sealed");
    newer.does("capture", "En rad till");
    newer
        .makes("entry", MADE, &json!({
            "meeting": id(meeting), "section": id(notes), "position": "z", "kind": "note", "mood": "glad",
            "text": "Skriven i en nyare version", "weather": { "sun": true }, "likes": [1, 2],
        }))
        .makes("follow_up", CHECK, &json!({
            "entry": id(challenge.0), "outcome": "challenge:someday", "comment": "Vi får se",
        }))
        .makes("field", FIELD, &json!({
            "meeting": id(meeting), "position": "a0", "role": "mascot", "label": "Maskot", "value": "Grodan",
        }))
        .makes("manuscript", Uuid::from_u128(0x3A), &json!({
            "subject": id(meeting), "report": "opera", "text": "Akt ett",
        }))
        .makes("diary", DIARY, &json!({ "text": "Kära dagbok", "entry": id(note.0) }))
        .sets_unknown("diary", DIARY, "text")
        .sets_unknown("diary", DIARY, "deleted");
    newer
}
