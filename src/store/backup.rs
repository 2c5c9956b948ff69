//! Copies of the file: before a migration, daily, and when asked for.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use tempfile::TempPath;

use super::connection::{self, with_suffix};
use super::{Options, Result, Store, StoreError, damage, replica};
use crate::files::save::{folder_of, sync_folder};

mod daily;
mod generations;
mod listed;
mod proven;

pub use daily::daily;
pub use listed::{BackupFile, Contents, list, verify, verify_once};
pub(super) use listed::{contents, rows};

/// What a copy is called until it has its name.
const PREFIX: &str = ".vidpennan-";
const SUFFIX: &str = ".part";
/// How long a copy is not written to before it is taken for one that nobody will finish.
const ABANDONED: Duration = Duration::from_hours(24);
/// How many pages are copied at once; between two batches others may write.
const BATCH: i32 = 512;

/// The folder of the copies that the program makes by itself: `x.db` → `x.db-backups`.
pub fn folder(path: &Path) -> PathBuf {
    with_suffix(path, "-backups")
}

/// A moment as it is written in the names of copies, to the second.
pub fn moment(now: NaiveDateTime) -> String {
    now.format("%Y-%m-%d-%H%M%S").to_string()
}

/// Copies the open store to a new file. `progress` is called with how many pages are left and how many there are, and
/// returns whether to go on.
///
/// # Errors
/// A file that is there already ([`std::io::ErrorKind::AlreadyExists`]), a folder that cannot be written, a full disk.
pub fn to(store: &Store, path: &Path, progress: impl FnMut(i32, i32) -> bool) -> Result<()> {
    copy(&store.conn, path, progress)
}

/// A copy that is gone when it is closed; what does not fit into memory is on the disk meanwhile. That of a store in
/// memory is the same replica, as if its file had been copied: what both write from then on are two branches of it.
///
/// # Errors
/// Where the store cannot be read.
pub fn temporary(store: &Store) -> Result<Store> {
    store_of(store, temporary_file(&store.conn)?)
}

/// The same, as it is.
pub(super) fn temporary_file(conn: &Connection) -> Result<Connection> {
    let mut copy = Connection::open("")?;
    connection::prepare(&mut copy)?;
    connection::keep_in_memory(&copy, connection::memory_for(conn)?)?;
    Backup::new(conn, &mut copy)?.run_to_completion(1_000, Duration::ZERO, None)?;
    Ok(copy)
}

/// A copy of a store as a store of its own.
pub(super) fn store_of(store: &Store, copy: Connection) -> Result<Store> {
    let options = Options { clock: store.clock, scribe: store.scribe.clone(), replicas: None };
    let mut copy = Store::new(copy, None, options);
    copy.device = replica::find(&copy)?;
    Ok(copy)
}

/// Copies to a file with a name of its own, which gets its name when it is whole: nobody else writes to it, and it
/// takes the place of nothing.
fn copy(conn: &Connection, path: &Path, progress: impl FnMut(i32, i32) -> bool) -> Result<()> {
    copy_and(conn, path, progress, |_| Ok(()))
}

/// The same; `look` may refuse the copy before it has its name.
fn copy_and(
    conn: &Connection,
    path: &Path,
    progress: impl FnMut(i32, i32) -> bool,
    look: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    if path.symlink_metadata().is_ok() {
        return Err(std::io::Error::from(ErrorKind::AlreadyExists).into());
    }
    let folder = folder_of(path);
    connection::make_private_folder(folder, true)?;
    if let Some(whole) = unnamed(conn, folder, progress)? {
        look(&whole)?;
        whole.persist_noclobber(path).map_err(|error| error.error)?;
        sync_folder(folder);
    }
    Ok(())
}

/// A copy in the folder of a store, which has no name yet and is gone when it is dropped.
pub(super) fn beside(conn: &Connection, path: &Path) -> Result<TempPath> {
    let copy = unnamed(conn, folder_of(path), |_, _| true)?;
    copy.ok_or_else(|| StoreError::Io(ErrorKind::Interrupted.into()))
}

/// Removes what copies have left that never got their name, as when the program was killed: nobody writes to a file
/// that has not changed for so long.
fn remove_abandoned(folder: &Path) {
    let is_abandoned = |file: &fs::DirEntry| {
        let name = file.file_name().to_string_lossy().into_owned();
        let about = file.metadata();
        let age =
            about.ok().filter(fs::Metadata::is_file).and_then(|about| about.modified().ok()?.elapsed().ok());
        // SQLite's journal of such a file has its name, and more.
        name.starts_with(PREFIX) && name.contains(SUFFIX) && age.is_some_and(|age| age > ABANDONED)
    };
    for file in fs::read_dir(folder).into_iter().flatten().flatten().filter(is_abandoned) {
        if let Err(error) = fs::remove_file(file.path()) {
            tracing::warn!(?error, "an abandoned copy");
        }
    }
}

/// `None` where it was stopped.
fn unnamed(
    conn: &Connection,
    folder: &Path,
    progress: impl FnMut(i32, i32) -> bool,
) -> Result<Option<TempPath>> {
    remove_abandoned(folder);
    // For its owner alone, as everything that it makes.
    let file = tempfile::Builder::new().prefix(PREFIX).suffix(SUFFIX).tempfile_in(folder)?;
    let file = file.into_temp_path();
    Ok(if fill(conn, &file, progress)? { Some(file) } else { None })
}

/// Writes everything to an empty file. Returns whether it was not stopped.
fn fill(conn: &Connection, path: &Path, mut progress: impl FnMut(i32, i32) -> bool) -> Result<bool> {
    let mut target = Connection::open(path)?;
    {
        let backup = Backup::new(conn, &mut target)?;
        loop {
            let step = backup.step(BATCH)?;
            let state = backup.progress();
            if !progress(state.remaining, state.pagecount) {
                return Ok(false);
            }
            match step {
                StepResult::Done => break,
                StepResult::Busy | StepResult::Locked => std::thread::sleep(Duration::from_millis(20)),
                _ => {}
            }
        }
    }
    forget_places(&target)?;
    target.execute_batch("PRAGMA journal_mode = DELETE")?;
    Ok(true)
}

/// Takes out by what a file was known: whoever opens the copy is another replica, even if it replaces the original,
/// and the names of the user and of the machine stay here. A file from before a migration may have no tokens, and a
/// damaged one not the table.
fn forget_places(conn: &Connection) -> Result<()> {
    for set in ["machine = '', path = ''", "token = NULL"] {
        if let Ok(mut forget) = conn.prepare(&format!("UPDATE device SET {set}")) {
            forget.execute([])?;
        }
    }
    Ok(())
}

/// Whether the copy of the day is still to be made. None is made of a file that is known to be damaged.
pub fn is_due(path: &Path, today: NaiveDate) -> bool {
    !copy_of(path, today).exists() && damage::known(path).is_none()
}

fn copy_of(path: &Path, day: NaiveDate) -> PathBuf {
    folder(path).join(format!("{day}.db"))
}

pub(super) fn before_migration(conn: &Connection, path: &Path, version: i64) -> Result<()> {
    once(conn, path, &format!("version-{version}.db"))
}

/// A copy of what is about to be made anew, beside the others; the next of the same second is the same.
pub(super) fn before_rebuild(store: &Store, path: &Path) -> Result<()> {
    once(&store.conn, path, &format!("before-rebuild-{}.db", moment(store.clock.now())))
}

/// Copies the file beside the others under a name, unless there is such a copy.
fn once(conn: &Connection, path: &Path, name: &str) -> Result<()> {
    let path = folder(path).join(name);
    match copy(conn, &path, |_, _| true) {
        Err(StoreError::Io(error)) if error.kind() == ErrorKind::AlreadyExists && path.exists() => Ok(()),
        made => made,
    }
}
