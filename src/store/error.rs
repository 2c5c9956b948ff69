//! What can go wrong with the store, sorted by what a person can do about it. The words are in `speech`.

use std::path::PathBuf;

use rusqlite::{ErrorCode, ffi};

use crate::model::history::Entity;

/// The result of everything in the store.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

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
    /// The file is something else than a store.
    #[error("not a store: {0}")]
    NotAStore(PathBuf),
    /// The file or the folder may not be written.
    #[error("read-only")]
    ReadOnly,
    /// The file or the folder cannot be reached.
    #[error("cannot open {path}")]
    CannotOpen {
        /// The file that could not be opened.
        path: PathBuf,
        /// What the system or SQLite reported.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The disk is full.
    #[error("disk full")]
    Full,
    /// Another program holds the file.
    #[error("busy")]
    Busy,
    /// There is no such record (any more).
    #[error("no such {0:?}")]
    NotFound(Entity),
    /// A record was to be written that belongs to another meeting than the operation was begun in.
    #[error("the {0:?} belongs to another meeting")]
    OutOfScope(Entity),
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
        let Some(code) = error.sqlite_error_code() else { return Self::Sqlite(error) };
        let extended = error.sqlite_error().map(|error| error.extended_code);
        match code {
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged(error.to_string()),
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::DiskFull => Self::Full,
            // The shared memory beside the file has to grow on the same disk.
            ErrorCode::SystemIoFailure if extended == Some(ffi::SQLITE_IOERR_SHMSIZE) => Self::Full,
            ErrorCode::SystemIoFailure => Self::Io(std::io::Error::other(error)),
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            _ => Self::Sqlite(error),
        }
    }
}
