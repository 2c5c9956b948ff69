//! The copy of each day, and which of the earlier ones go.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::listed::{self, BackupFile, Contents, list};
use super::{copy_and, copy_of, folder, generations, proven};
use crate::files::private::tighten;
use crate::store::{Result, Store, StoreError, check, connection};

/// Fewer sound copies than these are never left.
const FEWEST: usize = 3;

/// The copy of the day, if there is none yet. It has its name once it was compared with its log. Older ones that are no
/// longer needed go then, and not while fewer than three sound ones would be left. Returns the new copy.
///
/// # Errors
/// A folder that cannot be written, a full disk; [`StoreError::Damaged`] where the store is: no copy was made of it.
pub fn daily(
    store: &Store,
    today: NaiveDate,
    progress: impl FnMut(i32, i32) -> bool,
) -> Result<Option<PathBuf>> {
    let Some(path) = store.path() else { return Ok(None) };
    let copy = copy_of(path, today);
    match copy_and(&store.conn, &copy, progress, require_true) {
        // Another window was first.
        Err(StoreError::Io(error)) if error.kind() == ErrorKind::AlreadyExists && copy.exists() => {
            return Ok(None);
        }
        made => made?,
    }
    // It was stopped.
    if !copy.exists() {
        return Ok(None);
    }
    proven::note(&copy);
    tighten(&folder(path));
    for copy in list(path)? {
        tighten(&copy.path);
    }
    remove_superfluous(path, today)?;
    Ok(Some(copy))
}

/// Refuses a copy that does not have what was written, or no tables at all.
fn require_true(made: &Path) -> Result<()> {
    let copy = check::true_copy(connection::open_immutable(made)?)?;
    Contents::of(&copy.conn).map(drop)
}

/// Removes the copies of days that are no longer needed.
fn remove_superfluous(path: &Path, today: NaiveDate) -> Result<()> {
    let copies = list(path)?;
    let days: Vec<NaiveDate> = copies.iter().filter_map(|copy| listed::day_of(&copy.path)).collect();
    let superfluous = generations::superfluous(&days, today);
    let is_superfluous =
        |copy: &BackupFile| listed::day_of(&copy.path).is_some_and(|day| superfluous.contains(&day));
    let (old, left): (Vec<_>, Vec<_>) = copies.into_iter().partition(is_superfluous);
    if old.is_empty()
        || left.iter().filter(|copy| listed::prove(&copy.path).is_ok()).take(FEWEST).count() < FEWEST
    {
        return Ok(());
    }
    for copy in old {
        match fs::remove_file(&copy.path) {
            // Another window was first.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            removed => removed?,
        }
    }
    Ok(())
}
