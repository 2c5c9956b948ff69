//! The file beside the database for what was written and is not in it: a draft a line, as JSON. Several windows share
//! the file: each draft says which window answers for it, and while that is open no other takes it over.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::files::save::{Existing, save_private};
use crate::files::{private, read};
use crate::ui::draft::Draft;

/// The most windows that are distinguished.
const MOST: u16 = 100;

/// The largest file of drafts, in bytes.
const LIMIT: usize = 64 * 1024 * 1024;

/// The file, and the lines in it that this window answers for.
pub(super) struct DraftFile {
    path: PathBuf,
    own: Vec<String>,
    /// The number of this window and the file that is locked while it is open; only where it answers for something.
    window: Option<(u16, File)>,
}

/// A draft and the window that answers for it.
#[derive(Serialize, Deserialize)]
struct OwnedDraft<D> {
    window: u16,
    draft: D,
}

impl DraftFile {
    /// The file of a database; this window answers for nothing in it yet.
    pub(super) fn beside(database: &Path) -> Self {
        let mut name = database.as_os_str().to_owned();
        name.push("-draft");
        Self { path: PathBuf::from(name), own: Vec::new(), window: None }
    }

    /// What is kept in it and no open window answers for. This one does from now on.
    pub(super) fn take_over(&mut self) -> Vec<Draft> {
        self.set_aside();
        let lines = self.lines().into_iter();
        self.own = lines.filter(|line| !owner(line).is_some_and(|window| self.is_open(window))).collect();
        let drafts: Vec<Draft> = self.own.iter().map(|line| draft(line)).collect();
        if let Err(error) = self.keep(&drafts) {
            tracing::warn!(?error, "drafts are not taken over");
        }
        drafts
    }

    /// Puts a file under another name that nobody could write drafts into and read again: a pipe, or one that is larger
    /// than anything that was typed.
    fn set_aside(&self) {
        let is_large = || self.path.metadata().is_ok_and(|about| about.len() > LIMIT as u64);
        let is_odd =
            read::require_ordinary(&self.path).is_err_and(|error| error.kind() != ErrorKind::NotFound);
        if is_odd || is_large() {
            let mut name = self.path.clone().into_os_string();
            name.push("-aside");
            if let Err(error) = fs::rename(&self.path, name) {
                tracing::warn!(?error, "an odd file of drafts");
            }
        }
    }

    /// Keeps these drafts in the place of those that this window answered for. Without a draft there is no file.
    ///
    /// # Errors
    /// Where the file cannot be written; it is as before then.
    pub(super) fn keep(&mut self, drafts: &[Draft]) -> io::Result<()> {
        if !drafts.is_empty() && self.window.is_none() {
            self.window = self.claim();
        }
        let before = self.lines();
        let mut lines = before.clone();
        for own in &self.own {
            if let Some(at) = lines.iter().position(|line| line == own) {
                lines.remove(at);
            }
        }
        let window = self.window.as_ref().map(|(number, _)| *number);
        let line = |draft: &Draft| match window {
            Some(window) => serde_json::to_string(&OwnedDraft { window, draft }),
            None => serde_json::to_string(draft),
        };
        let own = drafts.iter().map(line).collect::<Result<Vec<_>, _>>()?;
        lines.extend(own.iter().cloned());
        if lines != before {
            self.write(&lines)?;
        }
        self.own = own;
        if self.own.is_empty() {
            self.release();
        }
        Ok(())
    }

    /// The file that is locked by the window with this number.
    fn lock_of(&self, window: u16) -> PathBuf {
        let mut name = self.path.clone().into_os_string();
        name.push(format!("-{window}"));
        PathBuf::from(name)
    }

    /// Whether the window with this number is open. Where files cannot be locked nobody knows, and none is.
    fn is_open(&self, window: u16) -> bool {
        let lock = File::open(self.lock_of(window));
        lock.is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
    }

    /// The first number that no open window has, locked for this one; `None` where files cannot be locked.
    fn claim(&self) -> Option<(u16, File)> {
        (1..=MOST).find_map(|number| {
            let file = private::open(&self.lock_of(number)).ok()?;
            file.try_lock().ok().map(|()| (number, file))
        })
    }

    /// Lets other windows take over what is left.
    fn release(&mut self) {
        if let Some((number, file)) = self.window.take() {
            drop(file);
            let _gone = fs::remove_file(self.lock_of(number));
        }
    }

    fn write(&self, lines: &[String]) -> io::Result<()> {
        if lines.is_empty() {
            return match fs::remove_file(&self.path) {
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
                removed => removed,
            };
        }
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        let text = lines.join("\n") + "\n";
        save_private(&self.path, text.as_bytes(), Existing::Replace).map_err(io::Error::other)
    }

    fn lines(&self) -> Vec<String> {
        let bytes = read::read(&self.path, LIMIT).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
    }
}

impl Drop for DraftFile {
    fn drop(&mut self) {
        self.release();
    }
}

/// The window that answers for a line.
fn owner(line: &str) -> Option<u16> {
    serde_json::from_str::<OwnedDraft<serde::de::IgnoredAny>>(line).ok().map(|line| line.window)
}

/// The draft in a line. What is no draft is words that somebody wrote all the same.
fn draft(line: &str) -> Draft {
    let owned = serde_json::from_str::<OwnedDraft<Draft>>(line).map(|line| line.draft);
    owned.or_else(|_| serde_json::from_str(line)).unwrap_or_else(|_| Draft::Line(line.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Draft {
        Draft::Line(text.to_owned())
    }

    #[test]
    fn a_window_takes_out_only_what_is_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("ny mapp/möten.db");
        let mut first = DraftFile::beside(&database);
        first.keep(&[line("ett\u{1b}\nett"), line("två")]).unwrap();
        let mut second = DraftFile::beside(&database);
        second.keep(&[line("tre")]).unwrap();
        first.keep(&[line("två")]).unwrap();
        let mut third = DraftFile::beside(&database);
        assert_eq!(third.take_over(), [], "two windows are open that answer for what is there");
        drop(first);
        assert_eq!(third.take_over(), [line("två")]);
        second.keep(&[]).unwrap();
        assert_eq!(DraftFile::beside(&database).take_over(), []);
        third.keep(&[]).unwrap();
        let left: Vec<_> = fs::read_dir(database.parent().unwrap()).unwrap().collect();
        assert!(left.is_empty(), "{left:?}");
    }

    #[test]
    fn what_a_window_took_over_is_another_ones_once_it_is_closed() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("möten.db");
        // A window that was killed, and one of an earlier version.
        let killed = serde_json::to_string(&OwnedDraft { window: 1, draft: line("ett") }).unwrap();
        let earlier = serde_json::to_string(&line("två")).unwrap();
        fs::write(folder.path().join("möten.db-draft"), format!("{killed}\n{earlier}\n")).unwrap();
        let mut first = DraftFile::beside(&database);
        assert_eq!(first.take_over(), [line("ett"), line("två")]);
        assert_eq!(DraftFile::beside(&database).take_over(), []);
        drop(first);
        assert_eq!(DraftFile::beside(&database).take_over(), [line("ett"), line("två")]);
    }

    #[test]
    fn words_in_another_form_are_a_line() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("möten.db");
        fs::write(folder.path().join("möten.db-draft"), "! Halva ra").unwrap();
        assert_eq!(DraftFile::beside(&database).take_over(), [line("! Halva ra")]);
    }
}
