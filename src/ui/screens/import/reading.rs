//! What the import page asks its worker: a file → what is understood of it. It runs on a thread and touches no store.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::i18n::Words;
use crate::import::source::{FileContent, ReadAs, Unread, read_file};
use crate::minutes::read::ReadOptions;
use crate::speech;
use crate::ui::path;

/// What is to be read, and how.
#[derive(Debug)]
pub(super) struct ReadingQuestion {
    pub(super) file: PathBuf,
    /// Whether double encoding is undone first.
    pub(super) repair: bool,
    pub(super) today: NaiveDate,
    pub(super) words: &'static Words,
}

impl ReadingQuestion {
    /// Reads the file and says in words what went wrong.
    pub(super) fn answer(&self) -> Result<FileContent, String> {
        understand(self).map_err(|unread| {
            speech::file_not_read(&unread, &path::shown(&self.file), self.words).to_string()
        })
    }
}

/// Reads a file.
fn understand(question: &ReadingQuestion) -> Result<FileContent, Unread> {
    let options = ReadOptions { day: None, today: question.today, words: question.words };
    read_file(&question.file, ReadAs { repair: question.repair, people: false }, &options)
}
