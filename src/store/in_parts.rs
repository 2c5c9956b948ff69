//! What is too long for one transaction and is written in parts: that it is under way, and what is left of one that
//! nobody goes on with.
//!
//! While a file is being read in nobody else may have to wait for long, and SQLite has one write lock, held until a
//! transaction ends. So the parts are transactions of their own, with a pause between them in which whoever waits comes
//! first. Each is an operation of its own in the log, whole for every other laptop; the last one names the others, and
//! undo takes them as one. A window that is killed in between leaves some without a last one. Whoever stores holds a
//! lock on a file beside the store, which the system lets go with the process: where that file is and nobody holds it,
//! something was left.

use std::collections::HashSet;
use std::fs::{self, File};
use std::path::PathBuf;
use std::time::Duration;

use rusqlite::named_params;

use super::connection::with_suffix;
use super::{Result, Store, device, history};
use crate::model::Coded;
use crate::model::history::{LogId, Op, Operation};

/// How long nobody writes between two parts: several times as long as anybody waits before they look again.
pub const PAUSE: Duration = Duration::from_millis(40);

/// Said beside a store for as long as something is written to it in parts.
#[derive(Debug)]
pub struct UnderWay {
    path: PathBuf,
    lock: File,
}

impl UnderWay {
    /// Says it. `None` for a store in memory.
    ///
    /// # Errors
    /// Where no file can be made beside the store.
    pub fn begin(store: &Store) -> Result<Option<Self>> {
        let Some(path) = mark(store) else { return Ok(None) };
        loop {
            let lock = File::options().create(true).append(true).open(&path)?;
            // Several windows may; where files cannot be locked nobody finds out that one was killed.
            if let Err(error) = lock.lock_shared() {
                tracing::debug!(%error, "no lock on what is under way");
            }
            // The one before may have taken it away meanwhile.
            if path.exists() {
                return Ok(Some(Self { path, lock }));
            }
        }
    }

    /// Says it no more: all is stored, or all was taken back.
    pub fn end(self) {
        let Self { path, lock } = self;
        drop(lock);
        if is_free(&path) {
            let _gone = fs::remove_file(path);
        }
    }
}

/// The parts that an operation never ended, the newest first, where nobody writes any more. This looks through the
/// whole log, but only where the file beside the store says that there may be some.
///
/// # Errors
/// Where the file cannot be read.
pub fn abandoned(store: &Store) -> Result<Vec<Operation>> {
    if mark(store).is_none_or(|path| !is_free(&path)) {
        return Ok(Vec::new());
    }
    let Some(own) = store.device else { return Ok(Vec::new()) };
    let device = device::id(&store.conn, own)?;
    let mut statement = store.conn.prepare(
        "SELECT seq FROM log
         WHERE device = :own AND entity = 'operation' AND field IN (:read, :import, :turned, :undo, :redo)
         ORDER BY seq DESC",
    )?;
    let params = named_params! {
        ":own": own, ":read": Op::ImportPart.code(), ":import": Op::ImportMinutes.code(),
        ":turned": Op::TurnPart.code(), ":undo": Op::Undo.code(), ":redo": Op::Redo.code(),
    };
    let (mut settled, mut open) = (HashSet::new(), Vec::new());
    for seq in statement.query_map(params, |row| row.get::<_, i64>(0))? {
        let Some(operation) = history::at(store, LogId { device, seq: seq? })? else { continue };
        settled.extend(operation.parts.iter().copied());
        settled.extend(operation.reverts.map(|reverted| reverted.seq));
        let is_part = operation.op.is_part() && operation.reverts.is_none();
        if is_part && !settled.contains(&operation.at.seq) {
            open.push(operation);
        }
    }
    Ok(open)
}

/// Whether something may be left of what nobody writes any more.
pub fn is_anything_left(store: &Store) -> bool {
    mark(store).is_some_and(|path| is_free(&path))
}

/// Says that nothing is left.
pub fn settle(store: &Store) {
    if let Some(path) = mark(store).filter(is_free) {
        let _gone = fs::remove_file(path);
    }
}

/// The file that says that something is under way: `x.db` → `x.db-import`.
fn mark(store: &Store) -> Option<PathBuf> {
    store.path().map(|path| with_suffix(path, "-import"))
}

/// Whether the file is there and nobody holds it.
fn is_free(path: &PathBuf) -> bool {
    // A pipe would make it wait.
    path.is_file() && File::open(path).is_ok_and(|file| file.try_lock().is_ok())
}
