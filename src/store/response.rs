//! Responses in the store.

use uuid::Uuid;

use super::codec::{self, Cells};
use super::record::{self, Record};
use super::{Result, Store, Tx, branch};
use crate::model::Response;
use crate::model::history::{Entity, Value};
use crate::model::id::{EntryId, MeetingId, ResponseId};

impl Record for Response {
    const ENTITY: Entity = Entity::Response;

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn cells(&self) -> Vec<Value> {
        vec![
            codec::code(self.kind),
            codec::text(&self.text),
            codec::maybe(self.as_written.as_deref()),
            codec::shown(self.on),
            codec::due(self.due.as_ref()),
            codec::maybe(self.author.as_deref()),
        ]
    }

    fn from_row(row: &impl Cells) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            meeting: row.id("meeting")?,
            kind: row.code("kind")?,
            text: row.text("text")?,
            as_written: row.exact("as_written")?,
            on: row.day("given_on")?,
            due: row.due("due")?,
            author: row.person("author", "author_name")?,
        })
    }
}

/// A response, soft-deleted or not.
///
/// # Errors
/// Where the file cannot be read.
pub fn get(store: &Store, id: ResponseId) -> Result<Option<Response>> {
    record::get(&store.conn, id.0)
}

/// A response that is not soft-deleted.
///
/// # Errors
/// Where the file cannot be read.
pub fn shown(store: &Store, id: ResponseId) -> Result<Option<Response>> {
    record::shown(&store.conn, id.0)
}

/// The newest response to a challenge of a meeting that was given on this laptop, or `in_sitting` through this open
/// store, if it is newer than this entry.
///
/// # Errors
/// Where the file cannot be read.
pub fn latest(
    store: &Store,
    meeting: MeetingId,
    after: Option<EntryId>,
    in_sitting: bool,
) -> Result<Option<Response>> {
    let newest_of = |(name, before): (i64, i64)| {
        let newest = record::all(
            &store.conn,
            "SELECT * FROM response WHERE shown = 1
             AND EXISTS (
                SELECT 1 FROM answer JOIN entry ON entry.id = answer.challenge
                WHERE answer.response = response.id AND answer.shown = 1 AND entry.meeting = :meeting)
             AND row > coalesce((SELECT row FROM entry WHERE id = :entry), 0)
             AND EXISTS (
                SELECT 1 FROM log AS made JOIN log AS act ON act.device = made.device AND act.seq = made.operation
                WHERE made.id = response.id AND made.field = '' AND made.device = :name AND made.seq < :before
                    AND (act.id = :sitting OR NOT :in_sitting))
             ORDER BY row DESC LIMIT 1",
            &[
                (":meeting", &meeting.0),
                (":entry", &after.map(|entry| entry.0)),
                (":name", &name),
                (":before", &before),
                (":sitting", &store.sitting),
                (":in_sitting", &in_sitting),
            ],
        )?;
        Ok(newest.into_iter().next())
    };
    branch::newest_by(store, newest_of)
}

/// The responses to a challenge, each once, in the order in which they were linked to it.
///
/// # Errors
/// Where the file cannot be read.
pub fn to(store: &Store, challenge: EntryId) -> Result<Vec<Response>> {
    record::all(
        &store.conn,
        "SELECT response.* FROM answer JOIN response ON response.id = answer.response
         WHERE answer.challenge = :challenge AND answer.shown = 1 GROUP BY response.id ORDER BY min(answer.id)",
        &[(":challenge", &challenge.0)],
    )
}

/// Inserts a response, which is in the meeting of the first challenge that it is linked to.
pub(crate) fn insert(tx: &mut Tx<'_>, response: &Response) -> Result<()> {
    tx.insert(response, &[("meeting", Value::Id(response.meeting.0))])
}

pub(crate) fn update(tx: &mut Tx<'_>, response: &Response) -> Result<()> {
    tx.update(response)
}

/// Soft-deletes a response.
pub(crate) fn delete(tx: &mut Tx<'_>, id: ResponseId) -> Result<()> {
    tx.set_deleted(Entity::Response, id.0, true)
}
