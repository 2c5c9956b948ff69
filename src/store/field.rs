//! Header fields in the store.

use uuid::Uuid;

use super::codec::{self, Cells};
use super::record::{self, Record};
use super::{Result, Store, Tx};
use crate::model::Field;
use crate::model::history::{Entity, Value};
use crate::model::id::MeetingId;

impl Record for Field {
    const ENTITY: Entity = Entity::Field;

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn cells(&self) -> Vec<Value> {
        vec![
            Value::Id(self.meeting.0),
            codec::text(self.position.as_str()),
            codec::code(self.role),
            codec::text(&self.label),
            codec::text(&self.value),
            codec::maybe(self.as_written.as_deref()),
        ]
    }

    fn from_row(row: &impl Cells) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            meeting: row.id("meeting")?,
            position: row.position("position")?,
            role: row.code("role")?,
            label: row.text("label")?,
            value: row.person("value", "value_name")?.unwrap_or_default(),
            as_written: row.maybe("as_written")?,
        })
    }
}

/// The header fields of a meeting, in order.
///
/// # Errors
/// Where the file cannot be read.
pub fn list(store: &Store, meeting: MeetingId) -> Result<Vec<Field>> {
    record::all(
        &store.conn,
        "SELECT * FROM field WHERE meeting = :meeting AND shown = 1 ORDER BY position, id",
        &[(":meeting", &meeting.0)],
    )
}

pub(crate) fn insert(tx: &mut Tx<'_>, field: &Field) -> Result<()> {
    tx.insert(field, &[])
}

pub(crate) fn update(tx: &mut Tx<'_>, field: &Field) -> Result<()> {
    tx.update(field)
}
