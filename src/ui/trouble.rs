//! What can go wrong behind a screen. It keeps the typed error for the log and says it in words where it is shown.

use std::io;

use crate::i18n::Words;
use crate::ops::Refused;
use crate::speech;
use crate::store::StoreError;

/// Something that a person is told about calmly; nothing that was typed is lost by it.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// A verb of `ops` refused.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The store could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file or the terminal could not be read or written.
    #[error("input or output")]
    Io(#[from] io::Error),
    /// It was cancelled before it changed anything.
    #[error("cancelled")]
    Cancelled,
    /// The program itself made a mistake.
    #[error("the program fell")]
    Fell,
    /// A sentence that is already in the user's language: what a form refuses.
    #[error("{0}")]
    Said(String),
}

impl Trouble {
    /// What happened and what to do, for people.
    pub fn say(&self, words: &Words) -> String {
        match self {
            Self::Refused(error) => speech::refused(error, words).to_string(),
            Self::Store(error) => speech::store(error, words).to_string(),
            Self::Io(error) => speech::io(error, words).to_string(),
            Self::Cancelled => (words.errors.cancelled)().sentence,
            Self::Fell => (words.errors.fell)().sentence,
            Self::Said(sentence) => sentence.clone(),
        }
    }
}
