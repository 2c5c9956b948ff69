//! Programmes in the store.

use rusqlite::named_params;
use uuid::Uuid;

use super::branch::Branches;
use super::codec::{self, Cells};
use super::record::{self, Record};
use super::{Result, Store, Tx, log};
use crate::model::Programme;
use crate::model::history::{Entity, Value};
use crate::model::id::ProgrammeId;

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

/// A programme that is not gone.
///
/// # Errors
/// Where the file cannot be read.
pub fn get(store: &Store, id: ProgrammeId) -> Result<Option<Programme>> {
    record::shown(&store.conn, id.0)
}

/// How many meetings belong to each of [`list`], in its order.
///
/// # Errors
/// Where the file cannot be read.
pub fn meetings(store: &Store) -> Result<Vec<(Programme, usize)>> {
    let mut statement = store.conn.prepare_cached(
        "SELECT programme.*, (SELECT count(*) FROM meeting WHERE programme = programme.id AND shown = 1) AS meetings
         FROM programme WHERE shown = 1 ORDER BY id",
    )?;
    let rows = statement.query_map([], |row| Ok((Programme::from_row(row)?, row.get("meetings")?)))?;
    rows.map(|row| row.map_err(Into::into)).collect()
}

/// The programme that new meetings belong to, of those in the space of this file: that of the newest meeting which this
/// replica has made and which has one, or else the first that this replica made, or else the first of all. What came
/// with another's rows takes the place of none.
///
/// # Errors
/// Where the file cannot be read.
pub fn own(store: &Store) -> Result<Option<Programme>> {
    let latest = made_here(
        store,
        "SELECT programme.*, made.device AS maker, made.seq AS place FROM meeting
         JOIN log AS made ON made.id = meeting.id AND made.field = ''
         JOIN programme ON programme.id = meeting.programme AND programme.shown = 1
         JOIN log AS begun ON begun.id = programme.id AND begun.field = ''
         WHERE meeting.shown = 1 AND made.space = :own AND begun.space = :own ORDER BY meeting.id DESC",
    )?;
    if let (Some(latest), _) = latest {
        return Ok(Some(latest));
    }
    let (own, first) = made_here(
        store,
        "SELECT programme.*, log.device AS maker, log.seq AS place FROM programme
         JOIN log ON log.id = programme.id AND log.field = ''
         WHERE shown = 1 AND log.space = :own ORDER BY programme.id",
    )?;
    Ok(own.or(first))
}

/// The first programme of a list whose row is of something that this replica made, and the first of all.
fn made_here(store: &Store, sql: &str) -> Result<(Option<Programme>, Option<Programme>)> {
    let branches = Branches::of(&store.conn)?;
    let mut statement = store.conn.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! { ":own": log::OWN_SPACE })?;
    let mut first = None;
    while let Some(row) = rows.next()? {
        let programme = Programme::from_row(row)?;
        let (maker, place) = (row.get::<_, i64>("maker")?, row.get("place")?);
        if store.device.is_some_and(|own| branches.name_at(own, place) == maker) {
            return Ok((Some(programme.clone()), first.or(Some(programme))));
        }
        first = first.or(Some(programme));
    }
    Ok((None, first))
}

pub(crate) fn insert(tx: &mut Tx<'_>, programme: &Programme) -> Result<()> {
    tx.insert(programme, &[])
}

pub(crate) fn update(tx: &mut Tx<'_>, programme: &Programme) -> Result<()> {
    tx.update(programme)
}
