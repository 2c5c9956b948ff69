//! Follow-ups in the store.

use chrono::{DateTime, NaiveDate};
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

    fn from_row(row: &impl Cells) -> rusqlite::Result<Self> {
        let id = row.id::<Uuid>("id")?;
        Ok(Self {
            id: id.into(),
            entry: row.id("entry")?,
            on: row.day("made_on")?.unwrap_or_else(|| day_of(id)),
            outcome: row.kind("outcome")?,
            comment: row.text("comment")?,
            scribe: row.person("author", "author_name")?,
        })
    }
}

/// The day on which a record was made, by its identity: of a check that does not say its own.
fn day_of(id: Uuid) -> NaiveDate {
    let made = id.get_timestamp().and_then(|at| DateTime::from_timestamp(at.to_unix().0.try_into().ok()?, 0));
    made.unwrap_or_default().date_naive()
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
    let mut cells = record::known_cells(follow_up);
    if follow_up.outcome.is_unknown()
        && let Some(kind) = record::cell(&tx.store().conn, Entity::Entry, follow_up.entry.0, "kind")?
        && let Some((_, outcome)) = cells.iter_mut().find(|(name, _)| *name == "outcome")
    {
        // The check found what a newer version wrote, and has left it.
        *outcome = kind;
    }
    tx.insert_cells(record::noun::<FollowUp>(), follow_up.id.0, &cells, &[])
}
