//! Files that are read one after the other, each with a preview of its own, and what has become of them.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use crate::i18n::Words;
use crate::model::id::MeetingId;

/// The files that were chosen together; one is a series too.
#[derive(Debug, Default)]
pub(super) struct FileSeries {
    /// The current file and those after it.
    left: VecDeque<PathBuf>,
    /// How many there were in the beginning.
    total: usize,
    /// How many were stored: minutes and lists of people.
    stored: usize,
    /// The meetings that were made.
    pub(super) meetings: Vec<MeetingId>,
    /// Why files were not read, in words.
    pub(super) unread: Vec<String>,
}

impl FileSeries {
    /// These files, the first one current.
    pub(super) fn of(files: Vec<PathBuf>) -> Self {
        Self { total: files.len(), left: files.into(), ..Self::default() }
    }

    /// The file that is read or shown.
    pub(super) fn current(&self) -> Option<&Path> {
        self.left.front().map(PathBuf::as_path)
    }

    /// Whether there was more than one.
    pub(super) fn has_several(&self) -> bool {
        self.total > 1
    }

    /// Goes to the next file, and returns whether there is one.
    pub(super) fn advance(&mut self) -> bool {
        self.left.pop_front();
        !self.left.is_empty()
    }

    /// The current file is on disk, as this meeting or in the register.
    pub(super) fn keep(&mut self, meeting: Option<MeetingId>) {
        self.stored += 1;
        self.meetings.extend(meeting);
    }

    /// Whether any of them was stored.
    pub(super) fn has_stored(&self) -> bool {
        self.stored > 0
    }

    /// Leaves the rest, and returns it.
    pub(super) fn leave_rest(&mut self) -> Vec<PathBuf> {
        std::mem::take(&mut self.left).into()
    }

    /// "Fil 2 av 3"; `None` for a single file.
    pub(super) fn place(&self, words: &Words) -> Option<String> {
        let nth = self.total + 1 - self.left.len();
        self.has_several().then(|| (words.files.nth_file)(nth.min(self.total), self.total))
    }

    /// What has become of them all, once.
    pub(super) fn receipt(&self, words: &Words) -> Option<String> {
        self.has_several().then(|| (words.files.stored_files)(self.stored, self.total))
    }
}
