//! The work of an export: a paper in every format that was chosen, each file whole or not at all, and no file replaced
//! that nobody was asked about.

use std::path::PathBuf;
use std::sync::Arc;

use super::replace::Replace;
use super::written::Written;
use crate::export::save::{Existing, beside, save};
use crate::export::{Format, With, render};
use crate::i18n::Words;
use crate::report::Paper;
use crate::speech;
use crate::ui::effect::Effect;
use crate::ui::jobs::{Finish, Job, Progress};
use crate::ui::trouble::Trouble;

/// What is to be written, and where to.
#[derive(Debug, Clone)]
pub(super) struct Order {
    pub(super) paper: Arc<Paper>,
    pub(super) formats: Vec<Format>,
    /// Folder and name without an ending.
    pub(super) base: PathBuf,
    /// Files that may be replaced.
    pub(super) replace: Vec<PathBuf>,
    pub(super) words: &'static Words,
}

/// A file that is to be written.
struct Leaf {
    path: PathBuf,
    bytes: Vec<u8>,
}

impl Order {
    /// The work on its own thread.
    pub(super) fn job(self) -> Job {
        let all = self.formats.len();
        let label = self.formats.first().map(|format| self.label(*format, 1, all)).unwrap_or_default();
        Job::new(label, move |progress| self.write(progress))
    }

    fn label(&self, format: Format, at: usize, all: usize) -> String {
        (self.words.export.writing)((self.words.export.format)(format.code), at, all)
    }

    fn write(self, progress: &Progress) -> Result<Finish, Trouble> {
        let leaves = self.render(progress)?;
        let is_taken =
            |leaf: &&Leaf| leaf.path.symlink_metadata().is_ok() && !self.replace.contains(&leaf.path);
        let taken: Vec<PathBuf> = leaves.iter().filter(is_taken).map(|leaf| leaf.path.clone()).collect();
        if !taken.is_empty() {
            return Ok(Box::new(move |_| Ok(Effect::open(Replace::new(taken)))));
        }
        self.save(&leaves, progress)
    }

    /// Everything as bytes; nothing is on the disk yet.
    fn render(&self, progress: &Progress) -> Result<Vec<Leaf>, Trouble> {
        let all = self.formats.len();
        let mut leaves = Vec::new();
        for (at, format) in self.formats.iter().enumerate() {
            if progress.is_cancelled() {
                return Err(Trouble::Cancelled);
            }
            progress.doing(self.label(*format, at + 1, all));
            let parts = render(*format, &self.paper, &With::new(self.words)).map_err(|error| {
                tracing::error!(?error, "export");
                let name = (self.words.export.format)(format.code);
                Trouble::Said((self.words.export.not_written)(name, &error.to_string()))
            })?;
            leaves.extend(parts.into_iter().map(|part| Leaf {
                path: beside(&self.base, part.label.as_deref(), format.ending),
                bytes: part.bytes,
            }));
            progress.step(at + 1, all + 1);
        }
        Ok(leaves)
    }

    fn save(&self, leaves: &[Leaf], progress: &Progress) -> Result<Finish, Trouble> {
        let words = self.words;
        let mut written = Vec::new();
        for leaf in leaves {
            if progress.is_cancelled() {
                let number = written.len();
                return match number {
                    0 => Err(Trouble::Cancelled),
                    _ => Ok(Box::new(move |_| Ok(Effect::Notice((words.export.cancelled)(number))))),
                };
            }
            let existing = if self.replace.contains(&leaf.path) { Existing::Replace } else { Existing::Keep };
            save(&leaf.path, &leaf.bytes, existing)
                .map_err(|error| Trouble::Said(speech::not_saved(&error, words)))?;
            written.push(std::path::absolute(&leaf.path).unwrap_or_else(|_| leaf.path.clone()));
        }
        progress.step(1, 1);
        Ok(Box::new(move |_| Ok(Effect::open(Written::new(written)))))
    }
}
