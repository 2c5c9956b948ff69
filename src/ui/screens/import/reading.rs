//! What the import page asks its worker: a file → what is understood of it. It runs on a thread and touches no store.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::i18n::Words;
use crate::import::source::{FileContent, ReadAs, Unread, read_file};
use crate::minutes::read::ReadOptions;

/// What is to be read, and how.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) file: PathBuf,
    /// Whether double encoding is undone first.
    pub(super) repair: bool,
    pub(super) today: NaiveDate,
    pub(super) words: &'static Words,
}

/// Reads a file.
pub(super) fn understand(question: &Question) -> Result<FileContent, Unread> {
    let options = ReadOptions { today: question.today, words: question.words };
    read_file(&question.file, ReadAs { repair: question.repair, people: false }, &options)
}
