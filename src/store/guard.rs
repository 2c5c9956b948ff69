//! What is looked at before a file is opened, so that nothing is written over what could still be saved: whether it was
//! emptied beside its copies, and whether the write-ahead log beside it is its own.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, named_params};

use super::backup::{self, BackupFile};
use super::connection::{self, LOG_HEADER, with_suffix};
use super::{Result, StoreError, check, device, log, torn};
use crate::files::{beside, read};

/// Refuses what is no file: a pipe, a device, a folder, and what SQLite would take for something else than a path; and
/// what is another database's by its name.
///
/// # Errors
/// [`StoreError::NotAFile`], [`StoreError::Beside`]; [`StoreError::Link`] where a link is beside it.
pub fn refuse_odd(path: &Path) -> Result<()> {
    let text = path.to_string_lossy();
    let is_odd = || {
        let looked = read::require_ordinary(path);
        looked.is_err_and(|error| error.kind() == ErrorKind::IsADirectory || read::is_not_ordinary(&error))
    };
    if text.is_empty() || text == ":memory:" || text.starts_with("file:") || is_odd() {
        return Err(StoreError::NotAFile(path.to_owned()));
    }
    refuse_beside(path)?;
    // SQLite opens these by itself, and would wait for a pipe. They are not opened here: it may have locks on them.
    let beside = ["-wal", "-shm", "-journal"].map(|suffix| connection::with_suffix(path, suffix));
    for path in beside {
        match path.symlink_metadata() {
            Ok(about) if about.is_symlink() => return Err(StoreError::Link(path)),
            Ok(about) if !about.is_file() => return Err(StoreError::NotAFile(path)),
            _ => {}
        }
    }
    Ok(())
}

/// Refuses what has the name of something that the program, or SQLite, has beside another database.
///
/// # Errors
/// [`StoreError::Beside`].
pub fn refuse_beside(path: &Path) -> Result<()> {
    let database = beside::owner(path);
    database.map_or(Ok(()), |database| Err(StoreError::Beside { path: path.to_owned(), database }))
}

/// Refuses a file that is missing beside copies that have something in them: it is not a new one.
///
/// # Errors
/// [`StoreError::Emptied`].
pub fn refuse_missing(path: &Path) -> Result<()> {
    refuse_empty(path, &backup::list(path).unwrap_or_default())
}

/// Refuses a file that is missing, empty or no store any more beside copies that have something in them.
///
/// # Errors
/// [`StoreError::Emptied`]; [`StoreError::Damaged`] where the file does not begin as any store does.
pub(super) fn refuse_empty(path: &Path, copies: &[BackupFile]) -> Result<()> {
    let bytes = size(path);
    let is_overwritten = bytes > 0 && !connection::begins_as_store(path);
    if bytes > 0 && !is_overwritten {
        return Ok(());
    }
    let mut contents = copies.iter().filter_map(|copy| backup::contents(&copy.path).ok());
    match contents.find(|contents| contents.rows > 0) {
        Some(_) if is_overwritten => Err(StoreError::Damaged("its header is not that of a store".to_owned())),
        Some(copy) => Err(StoreError::Emptied { rows: None, copy: copy.rows }),
        None => Ok(()),
    }
}

/// Refuses a store that has less than half of its newest sound copy, in rows of its log and in entries.
///
/// # Errors
/// [`StoreError::Emptied`].
pub(super) fn refuse_emptied(store: &Connection, copies: &[BackupFile]) -> Result<()> {
    for copy in copies.iter().filter(|copy| copy.bytes > 0) {
        // How many rows its log has is looked up: no page of it is read for that. A size says nothing, as a table may
        // be emptied in its place.
        let Ok(conn) = connection::open_immutable(&copy.path) else { continue };
        let Some(there) = backup::rows(&conn).ok().filter(|rows| *rows > 0) else { continue };
        let Some(here) = rows(store).ok().filter(|here| *here < there / 2) else { return Ok(()) };
        // Where it has the entries, its log is what was damaged.
        let left = entries(store)?;
        if left > 0 && left >= entries(&conn)? / 2 {
            return Ok(());
        }
        if backup::contents(&copy.path).is_ok() {
            return Err(StoreError::Emptied { rows: Some(here), copy: there });
        }
    }
    Ok(())
}

/// How many entries a file has, shown or not; none where it has no such table.
fn entries(conn: &Connection) -> Result<u64> {
    let mut table = conn.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'entry'")?;
    if !table.exists([])? {
        return Ok(0);
    }
    Ok(conn.query_row("SELECT count(*) FROM entry", [], |row| row.get(0))?)
}

/// How many rows the log of a file has; none where it has no table at all.
fn rows(conn: &Connection) -> Result<u64> {
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if tables == 0 { Ok(0) } else { backup::rows(conn) }
}

/// Refuses a file beside which a write-ahead log is that is not its own: SQLite would write that into it. So it does
/// one whose log is damaged: SQLite would leave out what is behind that.
pub(super) fn refuse_foreign_log(path: &Path) -> Result<()> {
    let log_path = with_suffix(path, "-wal");
    if size(&log_path) <= LOG_HEADER as u64 {
        return Ok(());
    }
    if !connection::is_written_through_log(path) || !fits(path)? {
        return Err(StoreError::ForeignLog(log_path));
    }
    Ok(())
}

/// Whether another process has a file open.
pub(super) fn is_open_elsewhere(path: &Path) -> bool {
    size(path) > 0 && matches!(open_alone(path), Ok(None))
}

/// Whether a file and the log beside it are one store. Where another process has opened them they are.
fn fits(path: &Path) -> Result<bool> {
    let log_path = with_suffix(path, "-wal");
    let with_log = match open_alone(path) {
        Ok(Some(conn)) => conn,
        Ok(None) => return Ok(true),
        // Its header may be what is damaged.
        Err(StoreError::Damaged(_)) => return Ok(torn::is_of_damaged(path, &log_path)? == Some(true)),
        Err(error) => return Err(error),
    };
    if check::quick_of(&with_log).is_err() {
        // The log of another file damages one that is sound by itself.
        let is_damaged_itself =
            connection::open_immutable(path).is_ok_and(|alone| check::quick_of(&alone).is_err());
        let is_own = is_damaged_itself && torn::is_of_damaged(path, &log_path)? == Some(true);
        if is_own {
            torn::refuse(&with_log, &log_path)?;
        }
        return Ok(is_own);
    }
    torn::refuse(&with_log, &log_path)?;
    // A file may be of no use without its log: where the log was being written into it, or all that it has is there.
    let Ok(alone) = connection::open_immutable(path) else { return Ok(true) };
    match goes_on(&alone, &with_log) {
        Err(_) => Ok(torn::is_of_damaged(path, &log_path)?.unwrap_or(true)),
        goes_on => goes_on,
    }
}

/// Opens a file with its log for reading where nobody else has it open; `None` where somebody has. Nothing is changed.
fn open_alone(path: &Path) -> Result<Option<Connection>> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    conn.busy_timeout(Duration::ZERO)?;
    let opened = conn
        .pragma_update(None, "locking_mode", "EXCLUSIVE")
        .and_then(|()| conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0)));
    match opened {
        Ok(_) => Ok(Some(conn)),
        Err(error) => match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Ok(None),
            _ => Err(error.into()),
        },
    }
}

/// Whether a file with its log has every row that it has alone, and no more gaps.
fn goes_on(alone: &Connection, with_log: &Connection) -> Result<bool> {
    let replicas = device::all(with_log)?;
    for (number, id) in device::all(alone)? {
        let last = log::last_seq(alone, number)?;
        let stamp = |conn: &Connection| -> Result<Option<i64>> {
            let sql = "SELECT max(stamp) FROM log WHERE device = :device AND seq = :seq";
            let params = named_params! { ":device": number, ":seq": last };
            Ok(conn.query_row(sql, params, |row| row.get(0))?)
        };
        if !replicas.contains(&(number, id)) || stamp(alone)? != stamp(with_log)? {
            return Ok(false);
        }
    }
    Ok(log::missing(with_log)? <= log::missing(alone)?)
}

/// The bytes of a file; 0 where there is none.
fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |about| about.len())
}
