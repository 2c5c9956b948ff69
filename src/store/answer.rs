//! Which response answers which challenge: a record of its own, because both sides have many.

use rusqlite::{Connection, named_params};
use uuid::Uuid;

use super::codec::Cells;
use super::record::{self, Record};
use super::{Result, Store, Tx, scope};
use crate::model::history::{Entity, Value};
use crate::model::id::{AnswerId, EntryId, MeetingId, ResponseId};

/// A link between a response and a challenge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) id: AnswerId,
    pub(crate) response: ResponseId,
    pub(crate) challenge: EntryId,
}

impl Record for Answer {
    const ENTITY: Entity = Entity::Answer;

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn cells(&self) -> Vec<Value> {
        vec![Value::Id(self.response.0), Value::Id(self.challenge.0)]
    }

    fn from_row(row: &impl Cells) -> rusqlite::Result<Self> {
        Ok(Self { id: row.id("id")?, response: row.id("response")?, challenge: row.id("challenge")? })
    }
}

/// The challenges that a response answers, in the order in which they were linked.
///
/// # Errors
/// Where the file cannot be read.
pub fn challenges(store: &Store, response: ResponseId) -> Result<Vec<EntryId>> {
    challenges_of(&store.conn, response, "shown = 1")
}

/// The response and the challenge of a link, soft-deleted or not.
///
/// # Errors
/// Where the file cannot be read.
pub fn ends(store: &Store, id: AnswerId) -> Result<Option<(ResponseId, EntryId)>> {
    Ok(record::get::<Answer>(&store.conn, id.0)?.map(|answer| (answer.response, answer.challenge)))
}

/// The meetings of the challenges that a response answers, each once, the first first.
///
/// # Errors
/// Where the file cannot be read.
pub fn meetings(store: &Store, response: ResponseId) -> Result<Vec<MeetingId>> {
    scope::meetings_of(&store.conn, Entity::Response, response.0)
}

/// The challenges that a response answers or answered, soft-deleted or not.
///
/// # Errors
/// Where the file cannot be read.
pub fn all_challenges(store: &Store, response: ResponseId) -> Result<Vec<EntryId>> {
    challenges_of(&store.conn, response, "1")
}

/// The challenges of [`challenges`], and those that are not shown: their meeting, section or they themselves were
/// deleted.
pub(super) fn not_gone(conn: &Connection, response: ResponseId) -> Result<Vec<EntryId>> {
    challenges_of(conn, response, "(deleted = 0 OR kept = 1)")
}

fn challenges_of(conn: &Connection, response: ResponseId, which: &str) -> Result<Vec<EntryId>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT challenge FROM answer WHERE response = :response AND {which} GROUP BY challenge ORDER BY min(id)"
    ))?;
    let rows = statement.query_map(named_params! { ":response": response.0 }, |row| row.id("challenge"))?;
    rows.map(|row| row.map_err(Into::into)).collect()
}

/// Links a response to a challenge.
pub(crate) fn link(tx: &mut Tx<'_>, response: ResponseId, challenge: EntryId) -> Result<()> {
    let answer = Answer { id: tx.new_id(), response, challenge };
    tx.insert(&answer, &[])
}

/// Removes the link to one challenge; the response still answers the others.
pub(crate) fn unlink(tx: &mut Tx<'_>, response: ResponseId, challenge: EntryId) -> Result<()> {
    let ids: Vec<Uuid> = {
        let mut statement = tx.store().conn.prepare_cached(
            "SELECT id FROM answer WHERE response = :response AND challenge = :challenge AND shown = 1 ORDER BY id",
        )?;
        let params = named_params! { ":response": response.0, ":challenge": challenge.0 };
        statement.query_map(params, |row| row.get(0))?.collect::<rusqlite::Result<_>>()?
    };
    ids.into_iter().try_for_each(|id| tx.set_deleted(Entity::Answer, id, true))
}
