//! The copies beside a store: when each was made, and what is in it.

use std::cmp::Reverse;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::SystemTime;

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, NaiveTime};
use rusqlite::Connection;

use super::{folder, proven};
use crate::files::read;
use crate::files::save::folder_of;
use crate::store::{Result, check, connection};

/// The file of a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupFile {
    /// Where it is.
    pub path: PathBuf,
    /// When it was made: the day in its name, with the time of the file where that is of the same day.
    pub made: NaiveDateTime,
    /// How large it is.
    pub bytes: u64,
}

/// How much is in a store or a copy of one. What was deleted is not counted, but for the rows of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Contents {
    /// How many meetings.
    pub meetings: u64,
    /// How many entries.
    pub entries: u64,
    /// How many rows the log has: each cell that was ever written.
    pub rows: u64,
}

impl Contents {
    /// Counts them, in a file of any version.
    pub(in crate::store) fn of(conn: &Connection) -> Result<Self> {
        let count = |sql: &str| -> Result<u64> { Ok(conn.query_row(sql, [], |row| row.get(0))?) };
        Ok(Self {
            meetings: count("SELECT count(*) FROM meeting WHERE deleted = 0")?,
            entries: count("SELECT count(*) FROM entry WHERE deleted = 0")?,
            rows: rows(conn)?,
        })
    }
}

/// How many rows the log of a file has, without reading them: those of a replica have no gaps.
pub(in crate::store) fn rows(conn: &Connection) -> Result<u64> {
    let sql = "SELECT coalesce(sum((SELECT max(seq) FROM log WHERE device = number)), 0) FROM device";
    Ok(conn.query_row(sql, [], |row| row.get(0))?)
}

/// The copies beside a store, the newest first.
///
/// # Errors
/// A folder that cannot be read.
pub fn list(path: &Path) -> Result<Vec<BackupFile>> {
    let folder = folder(path);
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let files = fs::read_dir(folder)?.filter_map(|file| file.ok().map(|file| file.path()));
    let copies = files.filter(|path| path.extension().is_some_and(|ending| ending == "db"));
    let mut copies: Vec<BackupFile> = copies.filter_map(|path| describe(path).ok()).collect();
    copies.sort_by_cached_key(|copy| Reverse((copy.made, copy.path.clone())));
    Ok(copies)
}

fn describe(path: PathBuf) -> Result<BackupFile> {
    read::require_ordinary(&path)?;
    let about = fs::metadata(&path)?;
    let written = DateTime::<Local>::from(about.modified()?).naive_local();
    let made = match day_in_name(&path) {
        Some(day) if day != written.date() => day.and_time(NaiveTime::MIN),
        _ => written,
    };
    Ok(BackupFile { path, made, bytes: about.len() })
}

/// The day with which the name of a copy begins.
fn day_in_name(path: &Path) -> Option<NaiveDate> {
    path.file_stem()?.to_str()?.get(..10)?.parse().ok()
}

/// The day of a copy that is the one of its day: its name is nothing else.
pub(super) fn day_of(path: &Path) -> Option<NaiveDate> {
    path.file_stem()?.to_str()?.parse().ok()
}

/// For a list, copies of so many bytes are not compared with their logs.
const LARGE: u64 = 64 << 20;

/// The copies that this run has read, with what they were found to hold.
static READ: Mutex<Vec<(BackupFile, SystemTime, Contents)>> = Mutex::new(Vec::new());

/// Reads a whole copy like [`verify`], for a list: one that this run has read and that was not written since, as its
/// size and time say, is not read again.
///
/// # Errors
/// As [`verify`].
pub fn verify_once(copy: &BackupFile) -> Result<Contents> {
    let written = fs::metadata(&copy.path)?.modified()?;
    let known = |read: &[(BackupFile, SystemTime, Contents)]| {
        let is_it = |(file, at, _): &&(BackupFile, SystemTime, Contents)| file == copy && *at == written;
        read.iter().find(is_it).map(|(.., contents)| *contents)
    };
    if let Some(contents) = READ.lock().ok().and_then(|read| known(&read)) {
        return Ok(contents);
    }
    let contents = verify(&copy.path)?;
    if let Ok(mut read) = READ.lock() {
        read.retain(|(file, ..)| file.path != copy.path);
        read.push((copy.clone(), written, contents));
    }
    Ok(contents)
}

/// Reads a whole copy, compares it with its log unless it is very large, and counts what is in it. Its write-ahead log
/// is not read.
///
/// # Errors
/// [`StoreError::Damaged`](crate::store::StoreError::Damaged) where it is no sound store, or it cannot be read.
pub fn verify(path: &Path) -> Result<Contents> {
    if fs::metadata(path)?.len() > LARGE && !proven::is_proven(path) { contents(path) } else { prove(path) }
}

/// The same, however large it is. What was found to be true is noted beside the copies.
///
/// # Errors
/// As [`verify`].
pub(super) fn prove(path: &Path) -> Result<Contents> {
    let conn = connection::open_immutable(path)?;
    if proven::is_proven(path) {
        return Contents::of(&conn);
    }
    let copy = check::true_copy(conn)?;
    let is_beside_store = folder_of(path).to_string_lossy().ends_with("-backups");
    if is_beside_store {
        proven::note(path);
    }
    Contents::of(&copy.conn)
}

/// Reads a whole copy, and counts what is in it.
///
/// # Errors
/// As [`verify`].
pub(in crate::store) fn contents(path: &Path) -> Result<Contents> {
    let conn = connection::open_immutable(path)?;
    check::quick_of(&conn)?;
    Contents::of(&conn)
}
