//! Programmes in the store.

use rusqlite::named_params;
use uuid::Uuid;

use super::branch::Branches;
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

/// The programme that new meetings belong to, of those in the space of this file: the first that this replica made,
/// and where it made none, the first of all. What came with another's rows takes the place of neither.
///
/// # Errors
/// Where the file cannot be read.
pub fn own(store: &Store) -> Result<Option<Programme>> {
    let branches = Branches::of(&store.conn)?;
    let mut statement = store.conn.prepare_cached(
        "SELECT programme.*, log.device AS maker, log.seq AS place FROM programme
         JOIN log ON log.id = programme.id AND log.field = ''
         WHERE shown = 1 AND log.space = :own ORDER BY programme.id",
    )?;
    let mut rows = statement.query(named_params! { ":own": log::OWN_SPACE })?;
    let mut first = None;
    while let Some(row) = rows.next()? {
        let programme = Programme::from_row(row)?;
        let (maker, place) = (row.get::<_, i64>("maker")?, row.get("place")?);
        if store.device.is_some_and(|own| branches.name_at(own, place) == maker) {
            return Ok(Some(programme));
        }
        first = first.or(Some(programme));
    }
    Ok(first)
}

pub(crate) fn insert(tx: &mut Tx<'_>, programme: &Programme) -> Result<()> {
    tx.insert(programme, &[])
}

pub(crate) fn update(tx: &mut Tx<'_>, programme: &Programme) -> Result<()> {
    tx.update(programme)
}
