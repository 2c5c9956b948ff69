//! A file that may not be written, and beside which nothing may be made: on a protected stick, in another's folder, on
//! a full disk. It can be read all the same.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;

use super::connection::{self, with_suffix};
use super::{Result, guard, migrations};

/// What is read in the place of a file.
pub(super) struct Protected {
    pub(super) conn: Connection,
    /// The folder of the copy and its path, where a copy is read.
    pub(super) copy: Option<(TempDir, PathBuf)>,
}

/// Opens such a file. Where its log has something in it, or it is of an earlier version, both are copied to a temporary
/// folder and opened there.
pub(super) fn open(path: &Path) -> Result<Protected> {
    let log_path = with_suffix(path, "-wal");
    let has_log = log_path.metadata().is_ok_and(|log| log.len() > 0);
    if !has_log {
        let conn = connection::open_immutable(path)?;
        migrations::refuse_unknown(&conn, path)?;
        if migrations::is_up_to_date(&conn)? {
            return Ok(Protected { conn, copy: None });
        }
    }
    let folder = tempfile::Builder::new().prefix("vidpennan-").tempdir()?;
    let copy = folder.path().join("copy.db");
    // The rights of the file are left behind.
    let take = |from: &Path, to: &Path| io::copy(&mut File::open(from)?, &mut File::create(to)?);
    take(path, &copy)?;
    if has_log {
        take(&log_path, &with_suffix(&copy, "-wal"))?;
    }
    guard::refuse_foreign_log(&copy)?;
    Ok(Protected { conn: connection::open(&copy, |_| Ok(()))?, copy: Some((folder, copy)) })
}
