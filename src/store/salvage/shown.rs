//! What can be read of a damaged file, in a file of its own that is only read, and is gone when it is closed.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{LogBeside, Salvaged, guard, salvage, salvage_with};
use crate::store::damage::{self, Damage};
use crate::store::{Options, ReadOnly, Result, Store, StoreError, backup, connection, rebuild};

/// The file in such a folder.
pub(in crate::store) fn shown_in(folder: &Path) -> PathBuf {
    folder.join("read.db")
}

/// The store as its log makes it, or as far as it can be read, to be read and thrown away.
///
/// # Errors
/// Where next to nothing can be read, or there is no place for it.
pub fn as_logged(store: &Store) -> Result<Store> {
    match (rebuild::from_log(store), store.path()) {
        (Err(_), Some(path)) => to_read_open(path, store.options()),
        (made, _) => made,
    }
}

/// The same in the place of a store that was found to be damaged: other threads can read it too, and a write is refused
/// with `why` until the file was mended.
///
/// # Errors
/// As [`as_logged`]; a store in memory.
pub fn in_place_of(store: &Store, why: &str) -> Result<Store> {
    let path = store.path().ok_or_else(|| StoreError::Damaged(why.to_owned()))?;
    let shown = match rebuild::from_log(store) {
        Ok(logged) => {
            let folder = folder()?;
            backup::to(&logged, &shown_in(folder.path()), |_, _| true)?;
            opened(folder, path, store.options())?
        }
        Err(_) => to_read_open(path, store.options())?,
    };
    Ok(closed_for(shown, path, why))
}

/// What can be read of a file that cannot be opened, to be thrown away. A write is refused with `why`.
///
/// # Errors
/// Where less is left in it than in its copies, or there is no place for it.
pub fn to_read(path: &Path, options: Options, why: &str) -> Result<Store> {
    guard::refuse_odd(path)?;
    let path = connection::resolve(path);
    let folder = folder()?;
    let found = salvage(&path, &shown_in(folder.path()), Options { replicas: None, ..options.clone() })?;
    require_most(&found)?;
    Ok(closed_for(opened(folder, &path, options)?, &path, why))
}

/// The same of one that this process has open: the log beside it is its own.
fn to_read_open(path: &Path, options: Options) -> Result<Store> {
    let folder = folder()?;
    let to = shown_in(folder.path());
    let found = salvage_with(path, LogBeside::Own, &to, Options { replicas: None, ..options.clone() })?;
    require_most(&found)?;
    opened(folder, path, options)
}

fn folder() -> Result<TempDir> {
    Ok(tempfile::Builder::new().prefix("vidpennan-").tempdir()?)
}

/// Refuses what is of copies rather than of the file: who reads it would take what is older for what was written last.
fn require_most(found: &Salvaged) -> Result<()> {
    if found.rows + found.from_tables < found.from_copies + found.missing {
        return Err(StoreError::Damaged("less is left in the file than in its copies".to_owned()));
    }
    Ok(())
}

/// Opens what was written to a folder, as what is read of the file at a path.
fn opened(folder: TempDir, path: &Path, options: Options) -> Result<Store> {
    let mut store = Store::open(&shown_in(folder.path()), Options { replicas: None, ..options.clone() })?;
    (store.path, store.replicas) = (Some(path.to_owned()), options.replicas);
    (store.read_only, store.copy, store.file) = (Some(ReadOnly::Damaged), Some(folder), None);
    Ok(store)
}

fn closed_for(mut store: Store, path: &Path, why: &str) -> Store {
    let is_marked = damage::known(path).is_some();
    store.damaged.get_mut().replace(Damage { why: why.to_owned(), is_marked });
    store
}
