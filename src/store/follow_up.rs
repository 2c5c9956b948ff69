//! Follow-ups in the store.

use rusqlite::Row;
use uuid::Uuid;

use super::codec::{self, Cells};
use super::record::{self, Record};
use super::{Result, Store, Tx};
use crate::model::FollowUp;
use crate::model::history::{Entity, Value};
use crate::model::id::EntryId;

impl Record for FollowUp {
    const ENTITY: Entity = Entity::FollowUp;

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn cells(&self) -> Vec<Value> {
        vec![
            Value::Id(self.entry.0),
            codec::shown(Some(self.on)),
            codec::kind(self.outcome),
            codec::text(&self.comment),
            codec::maybe(self.scribe.as_deref()),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            entry: row.id("entry")?,
            on: row.parsed("made_on", |cell| cell.parse().ok())?,
            outcome: row.kind("outcome")?,
            comment: row.text("comment")?,
            scribe: row.person("author", "author_name")?,
        })
    }
}

/// The follow-ups of an entry, oldest first.
///
/// # Errors
/// Where the file cannot be read.
pub fn list(store: &Store, entry: EntryId) -> Result<Vec<FollowUp>> {
    record::all(
        &store.conn,
        "SELECT * FROM follow_up WHERE entry = :entry AND shown = 1 ORDER BY made_on, id",
        &[(":entry", &entry.0)],
    )
}

pub(crate) fn insert(tx: &mut Tx<'_>, follow_up: &FollowUp) -> Result<()> {
    tx.insert(follow_up, &[])
}
