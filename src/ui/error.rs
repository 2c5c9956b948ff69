//! What can go wrong behind a screen: typed where it happens, put into words where it is shown. The errors of the
//! layers below are put into words by `speech`; those that only the terminal has, here.

use std::io;
use std::path::PathBuf;

use crate::export::ExportError;
use crate::i18n::Words;
use crate::ops::Refused;
use crate::speech::{self, Spoken};
use crate::store::StoreError;

/// An error that a dialog or a notice shows. Nothing that was typed is lost by it.
#[derive(Debug, thiserror::Error)]
pub enum UiError {
    /// A verb of `ops` refused.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The store could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file or the terminal could not be read or written.
    #[error("input or output")]
    Io(#[from] io::Error),
    /// Files could not be exported.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// A folder could not be shown.
    #[error(transparent)]
    Desktop(#[from] DesktopError),
    /// The backup of the day could not be written.
    #[error("no backup in {}: {error}", folder.display())]
    NoBackup {
        /// The folder of the backups.
        folder: PathBuf,
        /// Why it could not be written.
        error: StoreError,
    },
    /// Files went out, and the choices that they went out with could not be remembered.
    #[error("choices not remembered: {0}")]
    NotRemembered(Refused),
    /// An error of a layer above, such as the command line, in words already.
    #[error("{0}")]
    Message(Spoken),
    /// The job was cancelled before it changed anything.
    #[error("cancelled")]
    Cancelled,
    /// The job panicked.
    #[error("panicked")]
    Panicked,
}

/// Why a folder was not shown; `folder` is its path as people see it.
#[derive(Debug, thiserror::Error)]
pub enum DesktopError {
    /// There is no desktop, as over SSH.
    #[error("no desktop for {folder}")]
    None {
        /// Its path, shortened for display.
        folder: String,
    },
    /// The program that shows folders failed.
    #[error("{folder}: {source}")]
    NotOpened {
        /// Its path, shortened for display.
        folder: String,
        /// The error of the operating system.
        source: io::Error,
    },
}

impl UiError {
    /// The error in words, and whether it is a refusal or a fault.
    pub fn speak(&self, words: &Words) -> Spoken {
        let errors = &words.errors;
        match self {
            Self::Refused(error) => speech::refused(error, words),
            Self::Store(error) => speech::store(error, words),
            Self::Io(error) => speech::io(error, words),
            Self::Export(error) => speech::export(error, words),
            Self::Desktop(DesktopError::None { folder }) => {
                Spoken::refused((words.export.no_desktop)(folder))
            }
            Self::Desktop(DesktopError::NotOpened { folder, source }) => {
                Spoken::fault((words.export.not_opened)(folder, speech::io_reason(source, words)))
            }
            Self::NoBackup { folder, error } => {
                let why = match error {
                    // What was typed is saved.
                    StoreError::Full(_) => Spoken::fault((errors.io)(words.files.is_full)),
                    error => speech::store(error, words),
                };
                let why = why.to_string();
                Spoken::fault((errors.no_copy)(&folder.display().to_string(), &why))
            }
            Self::NotRemembered(error) => {
                Spoken::fault((errors.not_remembered)(&speech::refused(error, words).to_string()))
            }
            Self::Message(spoken) => spoken.clone(),
            Self::Cancelled => Spoken::refused((errors.cancelled)()),
            Self::Panicked => Spoken::fault((errors.panicked)()),
        }
    }

    /// What the store said, where it is that which failed.
    pub fn of_store(&self) -> Option<&StoreError> {
        match self {
            Self::Store(error)
            | Self::Refused(Refused::Store(error))
            | Self::NotRemembered(Refused::Store(error)) => Some(error),
            _ => None,
        }
    }

    /// Writes what failed to the technical log; `when` is what was being done. Refusals are not written
    /// there: they may hold words of a meeting.
    pub fn log(&self, when: &str) {
        if let Some(error) = self.of_store() {
            tracing::error!(?error, "{when}");
        }
        match self {
            Self::Io(error) | Self::Desktop(DesktopError::NotOpened { source: error, .. }) => {
                tracing::error!(?error, "{when}");
            }
            Self::Export(error @ (ExportError::NotWritten(_) | ExportError::NotSaved(_))) => {
                tracing::error!(?error, "{when}");
            }
            _ => {}
        }
    }

    /// The error as one paragraph for a dialog or a notice.
    pub fn message(&self, words: &Words) -> String {
        self.speak(words).to_string()
    }
}
