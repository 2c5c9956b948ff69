//! A file of which pages are damaged, made anew where its log is whole: everything else follows from that.

use std::path::Path;

use super::damaged_file::DamagedFile;
use super::{ReadableRows, folded, found, made_in, overlay, whole_file};
use crate::store::{Options, Result, Store, StoreError, branch, guard, rebuild};

/// Makes a store from the log of a file that nobody has open, and with what is remembered in it. It is gone when it is
/// closed, and the file is only read.
///
/// # Errors
/// [`StoreError::Damaged`] where the log cannot be read from its first row to its last; [`StoreError::LogIncomplete`]
/// where it lacks what was written last, or a record that a table has.
pub(in crate::store) fn made_anew(path: &Path, options: Options) -> Result<Store> {
    guard::refuse_foreign_log(path)?;
    let work = tempfile::Builder::new().prefix("vidpennan-").tempdir()?;
    let found = ReadableRows::of(&DamagedFile::of(whole_file(path, work.path(), true)?.0));
    if !found.is_log_whole {
        return Err(StoreError::Damaged("the log cannot be read to its end".to_owned()));
    }
    let (mut store, (), faults) =
        made_in(work.path(), options, |store, replicas| write(store, &found, replicas))?;
    if let Some(fault) = faults.first() {
        return Err(StoreError::Damaged(fault.to_string()));
    }
    store.copy = Some(work);
    Ok(store)
}

/// Writes what was found into an empty store, within a transaction.
fn write(store: &Store, found: &ReadableRows, replicas: Option<&Path>) -> Result<()> {
    let conn = &store.conn;
    found::enter(conn, found)?;
    branch::mend(conn)?;
    let lost = found.lost_end(conn, replicas)?;
    if lost > 0 {
        return Err(StoreError::LogIncomplete(lost));
    }
    rebuild::rebuild_whole(store)?;
    let mut known = folded(conn)?;
    let logged = known.len();
    if overlay(conn, found, &mut known, false)? {
        return Err(StoreError::LogIncomplete(known.len() - logged));
    }
    Ok(())
}
