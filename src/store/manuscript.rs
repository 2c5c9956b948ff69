//! Edited reports in the store, and when what they are about was last changed.

use rusqlite::named_params;
use uuid::Uuid;

use super::codec::{self, Cells};
use super::record::{self, Record};
use super::{Result, Store, Tx};
use crate::model::history::{Entity, Stamp, Value};
use crate::model::id::ManuscriptId;
use crate::model::{Coded, Manuscript, Report};

impl Record for Manuscript {
    const ENTITY: Entity = Entity::Manuscript;

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn cells(&self) -> Vec<Value> {
        vec![Value::Id(self.subject), codec::code(self.report), codec::text(&self.text)]
    }

    fn from_row(row: &impl Cells) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            subject: row.id("subject")?,
            report: row.code("report")?,
            text: row.text("text")?,
        })
    }
}

/// The edited text of a report about a meeting or a programme; the newest, should two laptops have made one each.
///
/// # Errors
/// Where the file cannot be read.
pub fn of(store: &Store, subject: Uuid, report: Report) -> Result<Option<Manuscript>> {
    Ok(all_of(store, subject, report)?.into_iter().next())
}

/// Every edited text of a report about a meeting or a programme, the newest first.
///
/// # Errors
/// Where the file cannot be read.
pub fn all_of(store: &Store, subject: Uuid, report: Report) -> Result<Vec<Manuscript>> {
    record::all(
        &store.conn,
        "SELECT * FROM manuscript WHERE subject = :subject AND report = :report AND shown = 1 ORDER BY id DESC",
        &[(":subject", &subject), (":report", &report.code())],
    )
}

/// The stamp of the last change that a report about this meeting or programme may contain: the meetings, what was said
/// there, the responses and the checks, deletions included. Zero where there is nothing.
///
/// # Errors
/// Where the file cannot be read.
pub fn last_change(store: &Store, subject: Uuid) -> Result<Stamp> {
    let mut statement = store.conn.prepare_cached(include_str!("manuscript/last_change.sql"))?;
    Ok(Stamp(statement.query_row(named_params! { ":subject": subject }, |row| row.get(0))?))
}

pub(crate) fn insert(tx: &mut Tx<'_>, manuscript: &Manuscript) -> Result<()> {
    tx.insert(manuscript, &[])
}

pub(crate) fn update(tx: &mut Tx<'_>, manuscript: &Manuscript) -> Result<()> {
    tx.update(manuscript)
}

/// Soft-deletes an edited text.
pub(crate) fn delete(tx: &mut Tx<'_>, id: ManuscriptId) -> Result<()> {
    tx.set_deleted(Entity::Manuscript, id.0, true)
}
