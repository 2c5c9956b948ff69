//! What can go wrong with an export as a whole. The words are in `speech`.

use super::NotWritten;
use super::docx::NotOpened;
use crate::files::save::SaveError;

/// Why files were not written. Those written before the error stay.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// No format is chosen.
    #[error("no format")]
    NoFormat,
    /// The path names a folder, or nothing.
    #[error("no file name")]
    NoName,
    /// The template could not be used.
    #[error("{path}: {error}")]
    Template {
        /// Its path as people see it.
        path: String,
        /// Why it could not be used.
        error: NotOpened,
    },
    /// The report could not be written in a format.
    #[error(transparent)]
    NotWritten(#[from] NotWritten),
    /// A file could not be saved.
    #[error(transparent)]
    NotSaved(#[from] SaveError),
}
