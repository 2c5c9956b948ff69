//! What can go wrong with the store, sorted by what a person can do about it. The words are in `speech`.

use std::path::PathBuf;

use rusqlite::{ErrorCode, ffi};

use crate::model::history::Entity;

/// The result of everything in the store.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// What the system or SQLite reported.
type Cause = Box<dyn std::error::Error + Send + Sync>;

/// The copy of everything that was in a file which is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescued {
    /// Where it is.
    pub path: PathBuf,
    /// How many rows of the log are not in it: each cell that was written.
    pub missing: usize,
}

/// Why the store refused.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file was written by a newer version of the program.
    #[error("the file has version {found}, this program knows up to {known}")]
    Newer {
        /// The version of the file.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// The file is damaged; nothing was written to it.
    #[error("damaged: {0}")]
    Damaged(String),
    /// The file is missing or empty, or has less than half of the newest copy beside it.
    #[error("{rows:?} rows beside a copy with {copy}")]
    Emptied {
        /// How many rows its log has; `None` where there is no file, or nothing in it.
        rows: Option<u64>,
        /// How many the newest sound copy has.
        copy: u64,
    },
    /// The write-ahead log beside the file is of another file. Neither was written to.
    #[error("not the log of this file: {0}")]
    ForeignLog(PathBuf),
    /// The file is not at its path any more, or another is: nothing more is written to it.
    #[error("the file was taken away or replaced; {0:?}")]
    Moved(Option<Rescued>),
    /// What was named is no file, and never will be: a pipe, a device, a folder, `:memory:`.
    #[error("not a file: {0}")]
    NotAFile(PathBuf),
    /// What is beside the file is a link, where SQLite takes none.
    #[error("a link: {0}")]
    Link(PathBuf),
    /// By its name the program takes it for its own beside a database.
    #[error("{path} belongs to {database}")]
    Beside {
        /// What was named.
        path: PathBuf,
        /// The database beside which it is.
        database: PathBuf,
    },
    /// The file is something else than a store.
    #[error("not a store: {0}")]
    NotAStore(PathBuf),
    /// The file or the folder may not be written. No cause where the store was opened to
    /// be read only.
    #[error("read-only")]
    ReadOnly(#[source] Option<Cause>),
    /// The file or the folder cannot be reached.
    #[error("cannot open {path}")]
    CannotOpen {
        /// The file that could not be opened.
        path: PathBuf,
        /// What the system or SQLite reported.
        source: Cause,
    },
    /// The disk is full.
    #[error("disk full")]
    Full(#[source] Cause),
    /// Another program holds the file.
    #[error("busy")]
    Busy(#[source] Cause),
    /// There is no such record (any more).
    #[error("no such {0:?}")]
    NotFound(Entity),
    /// A record was to be written that belongs to another meeting than the operation was begun in.
    #[error("the {0:?} belongs to another meeting")]
    OutOfScope(Entity),
    /// Another window has written in a record that was to be deleted, since that was decided.
    #[error("more was written in the {0:?}")]
    WrittenSince(Entity),
    /// The clock of whoever wrote it last was so far ahead that nothing can be written after it.
    #[error("the {0:?} was written at the end of time")]
    EndOfTime(Entity),
    /// The log does not hold so many of the records that there are: nothing was made anew from it.
    #[error("{0} records are not in the log")]
    LogIncomplete(usize),
    /// What was done cannot be put into the log.
    #[error("cannot encode for the log")]
    Log(#[from] serde_json::Error),
    /// Anything else that SQLite said.
    #[error(transparent)]
    Sqlite(rusqlite::Error),
    /// Reading or writing another file failed.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error::{
            FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType, SqlInputError,
        };
        let Some(code) = error.sqlite_error_code() else {
            return match error {
                // A cell that holds what no version writes there.
                FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..) => {
                    Self::Damaged(error.to_string())
                }
                // Every statement of the program is about tables and columns that every file has.
                SqlInputError { ref msg, .. } if is_of_schema(msg) => Self::Damaged(msg.clone()),
                _ => Self::Sqlite(error),
            };
        };
        let extended = error.sqlite_error().map(|error| error.extended_code);
        match code {
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged(error.to_string()),
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly(Some(error.into())),
            ErrorCode::DiskFull => Self::Full(error.into()),
            // The shared memory beside the file has to grow on the same disk.
            ErrorCode::SystemIoFailure if extended == Some(ffi::SQLITE_IOERR_SHMSIZE) => {
                Self::Full(error.into())
            }
            ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => Self::Io(std::io::Error::other(error)),
            // So many write at once that SQLite has given up trying.
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => {
                Self::Busy(error.into())
            }
            ErrorCode::Unknown if is_of_file(&error.to_string()) => Self::Damaged(error.to_string()),
            _ => Self::Sqlite(error),
        }
    }
}

/// Whether SQLite refused a file for what is in its header, or a statement for what is in its tables.
fn is_of_file(said: &str) -> bool {
    is_of_schema(said) || said.contains("unsupported file format")
}

/// Whether SQLite refused a statement because the tables are others than those that the program makes.
fn is_of_schema(said: &str) -> bool {
    let phrases =
        ["no such table", "no such column", "has no column named", "already exists", "duplicate column name"];
    phrases.iter().any(|phrase| said.contains(phrase))
}

#[cfg(test)]
mod tests {
    use std::error::Error;

    use super::*;

    #[test]
    fn a_refusal_of_sqlite_is_kept_as_the_cause() {
        for (code, said) in [
            (ffi::SQLITE_READONLY, "read-only"),
            (ffi::SQLITE_PERM, "read-only"),
            (ffi::SQLITE_FULL, "disk full"),
            (ffi::SQLITE_IOERR_SHMSIZE, "disk full"),
            (ffi::SQLITE_BUSY, "busy"),
            (ffi::SQLITE_LOCKED, "busy"),
        ] {
            let cause = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            let expected = cause.to_string();
            let error = StoreError::from(cause);
            assert_eq!(error.to_string(), said);
            assert_eq!(error.source().map(ToString::to_string), Some(expected));
        }
    }
}
