//! Edited reports in the store, and whether what they are about has changed since.

use std::collections::HashMap;

use rusqlite::named_params;
use uuid::Uuid;

use super::branch::Branches;
use super::codec::{self, Cells};
use super::record::{self, Record};
use super::{HeldRows, Result, Store, Tx, device, heads, history, log};
use crate::model::history::{Entity, Value};
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

/// Whether anything that an edited report may contain was written that its author did not hold when the editing of its
/// text began: about the meetings, what was said there, the responses and the checks, deletions included. What time it
/// was is no matter, so that no wrong clock makes a report outdated or keeps it from being so. Of one that an earlier
/// version saved, what is newer in the history counts.
///
/// # Errors
/// Where the file cannot be read.
pub fn is_outdated(store: &Store, manuscript: &Manuscript) -> Result<bool> {
    let Some(written) = heads::all(&store.conn, manuscript.id.0, "text")?.pop() else { return Ok(false) };
    let branches = Branches::of(&store.conn)?;
    let held = log::held(&store.conn, written.device, written.seq)?;
    let held = held.map(|held| HeldRows::read(&held).of_own_branch(&branches, written.device));
    let operation = log::operation_at(&store.conn, written.device, written.seq)?;
    let by_order = match held {
        Some(_) => HashMap::new(),
        None => history::held_by_order(store, written.device, operation)?,
    };
    let mut statement = store.conn.prepare_cached(include_str!("manuscript/changed_after.sql"))?;
    for (device, _) in device::all(&store.conn)? {
        let by_order = || by_order.get(&device).copied().unwrap_or(0);
        let known = held.as_ref().map_or_else(by_order, |held| held.last(&branches, device));
        let changed =
            named_params! { ":subject": manuscript.subject, ":device": device, ":operation": known };
        if statement.exists(changed)? {
            return Ok(true);
        }
    }
    Ok(false)
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
