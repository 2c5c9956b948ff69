//! Organisations in the store.

use uuid::Uuid;

use super::codec::{self, Cells};
use super::record::{self, Record};
use super::{Result, Store, Tx};
use crate::model::Organisation;
use crate::model::history::{Entity, Value};

impl Record for Organisation {
    const ENTITY: Entity = Entity::Organisation;

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn cells(&self) -> Vec<Value> {
        vec![codec::text(&self.name), codec::maybe(self.short.as_deref())]
    }

    fn from_row(row: &impl Cells) -> rusqlite::Result<Self> {
        Ok(Self { id: row.id("id")?, name: row.text("name")?, short: row.maybe("short")? })
    }
}

/// All organisations, in the order in which they were entered.
///
/// # Errors
/// Where the file cannot be read.
pub fn list(store: &Store) -> Result<Vec<Organisation>> {
    record::all(&store.conn, "SELECT * FROM organisation WHERE shown = 1 ORDER BY id", &[])
}

pub(crate) fn insert(tx: &mut Tx<'_>, organisation: &Organisation) -> Result<()> {
    tx.insert(organisation, &[])
}
