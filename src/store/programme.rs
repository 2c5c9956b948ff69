//! Programmes in the store.

use uuid::Uuid;

use super::codec::{self, Cells};
use super::record::{self, Record};
use super::{Result, Store, Tx, log};
use crate::model::Programme;
use crate::model::history::{Entity, Value};

impl Record for Programme {
    const ENTITY: Entity = Entity::Programme;

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn cells(&self) -> Vec<Value> {
        vec![codec::text(&self.name), codec::list(&self.values), codec::list(&self.goals)]
    }

    fn from_row(row: &impl Cells) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            name: row.text("name")?,
            values: row.list("core_values")?,
            goals: row.list("goals")?,
        })
    }
}

/// All programmes, in the order in which they were made.
///
/// # Errors
/// Where the file cannot be read.
pub fn list(store: &Store) -> Result<Vec<Programme>> {
    record::all(&store.conn, "SELECT * FROM programme WHERE shown = 1 ORDER BY id", &[])
}

/// The programme that new meetings belong to: the first that was made in the space of this file. Those that came with
/// another's rows are theirs.
///
/// # Errors
/// Where the file cannot be read.
pub fn own(store: &Store) -> Result<Option<Programme>> {
    let own = record::all(
        &store.conn,
        "SELECT programme.* FROM programme JOIN log ON log.id = programme.id AND log.field = ''
         WHERE shown = 1 AND log.space = :own ORDER BY programme.id LIMIT 1",
        &[(":own", &log::OWN_SPACE)],
    )?;
    Ok(own.into_iter().next())
}

pub(crate) fn insert(tx: &mut Tx<'_>, programme: &Programme) -> Result<()> {
    tx.insert(programme, &[])
}

pub(crate) fn update(tx: &mut Tx<'_>, programme: &Programme) -> Result<()> {
    tx.update(programme)
}
