//! What is typed in short, in the store.

use uuid::Uuid;

use super::codec::{self, Cells};
use super::record::{self, Record};
use super::{Result, Store, Tx};
use crate::model::Abbreviation;
use crate::model::history::{Entity, Value};
use crate::model::id::{AbbreviationId, ProgrammeId};

impl Record for Abbreviation {
    const ENTITY: Entity = Entity::Abbreviation;

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn cells(&self) -> Vec<Value> {
        vec![codec::id(Some(self.programme.0)), codec::text(&self.short), codec::text(&self.long)]
    }

    fn from_row(row: &impl Cells) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            programme: row.id("programme")?,
            short: row.text("short")?,
            long: row.text("long")?,
        })
    }
}

/// Those of a programme, in the order of what is typed. Two laptops may have given it the same one each.
///
/// # Errors
/// Where the file cannot be read.
pub fn list(store: &Store, programme: ProgrammeId) -> Result<Vec<Abbreviation>> {
    record::all(
        &store.conn,
        "SELECT * FROM abbreviation WHERE programme = :programme AND shown = 1 ORDER BY short, id",
        &[(":programme", &programme.0)],
    )
}

pub(crate) fn insert(tx: &mut Tx<'_>, abbreviation: &Abbreviation) -> Result<()> {
    tx.insert(abbreviation, &[])
}

pub(crate) fn update(tx: &mut Tx<'_>, abbreviation: &Abbreviation) -> Result<()> {
    tx.update(abbreviation)
}

pub(crate) fn delete(tx: &mut Tx<'_>, id: AbbreviationId) -> Result<()> {
    tx.set_deleted(Entity::Abbreviation, id.0, true)
}
