//! The file beside the database for what was written and is not in it: a draft a line, as JSON. Several windows share
//! the file, so each takes out only what it took over or put in itself.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::files::save::{Existing, save_private};
use crate::ui::draft::Draft;

/// The file, and the lines in it that this window answers for.
pub(super) struct DraftFile {
    path: PathBuf,
    own: Vec<String>,
}

impl DraftFile {
    /// The file of a database; this window answers for nothing in it yet.
    pub(super) fn beside(database: &Path) -> Self {
        let mut name = database.as_os_str().to_owned();
        name.push("-draft");
        Self { path: PathBuf::from(name), own: Vec::new() }
    }

    /// What is kept in it. This window answers for it from now on.
    pub(super) fn take_over(&mut self) -> Vec<Draft> {
        self.own = self.lines();
        // What is no draft is words that somebody wrote all the same.
        let draft = |line: &String| serde_json::from_str(line).unwrap_or_else(|_| Draft::Line(line.clone()));
        self.own.iter().map(draft).collect()
    }

    /// Keeps these drafts in the place of those that this window answered for. Without a draft there is no file.
    ///
    /// # Errors
    /// Where the file cannot be written; it is as before then.
    pub(super) fn keep(&mut self, drafts: &[Draft]) -> io::Result<()> {
        let before = self.lines();
        let mut lines = before.clone();
        for own in &self.own {
            if let Some(at) = lines.iter().position(|line| line == own) {
                lines.remove(at);
            }
        }
        let own = drafts.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>()?;
        lines.extend(own.iter().cloned());
        if lines != before {
            self.write(&lines)?;
        }
        self.own = own;
        Ok(())
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
        let bytes = fs::read(&self.path).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
    }
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
        assert_eq!(third.take_over(), [line("tre"), line("två")]);
        second.keep(&[]).unwrap();
        assert_eq!(DraftFile::beside(&database).take_over(), [line("två")]);
        third.keep(&[]).unwrap();
        assert!(!third.path.exists());
    }

    #[test]
    fn words_in_another_form_are_a_line() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("möten.db");
        fs::write(folder.path().join("möten.db-draft"), "! Halva ra").unwrap();
        assert_eq!(DraftFile::beside(&database).take_over(), [line("! Halva ra")]);
    }
}
