//! The work of an export: a publication in every format that was chosen, each file whole or not at all, and no file
//! replaced that nobody was asked about.

use std::path::PathBuf;
use std::sync::Arc;

use super::state::Export;
use crate::export::archive::{self, BagInfo};
use crate::export::docx::Template;
use crate::export::{ExportError, Format, NotWritten, With, render};
use crate::files::folder::save_folder;
use crate::files::name::beside;
use crate::files::save::{Existing, save};
use crate::i18n::Words;
use crate::model::history::Changes;
use crate::model::id::ProgrammeId;
use crate::ops;
use crate::report::profile::Remembered;
use crate::report::{KnownPeople, Publication, hidden};
use crate::store::Store;
use crate::ui::context::Ctx;
use crate::ui::dialogs::files_written::FilesWritten;
use crate::ui::dialogs::replace_files::ReplaceFiles;
use crate::ui::effect::{DialogAnswer, Effect, Write};
use crate::ui::error::UiError;
use crate::ui::jobs::{Finish, Job, Progress};
use crate::ui::layer::NextStep;
use crate::ui::path;

/// What is to be written, and where to.
#[derive(Debug, Clone)]
pub(super) struct WriteJob {
    pub(super) publication: Arc<Publication>,
    /// Whose names are hidden in the template too, where names are.
    pub(super) people: Arc<KnownPeople>,
    pub(super) formats: Vec<Format>,
    /// Folder and name without an ending.
    pub(super) base: PathBuf,
    /// The Word document whose look is taken on.
    pub(super) template: Option<PathBuf>,
    /// What a folder for the archive is about, where that is what is wanted.
    pub(super) archive: Option<BagInfo>,
    /// What is to be remembered when it has gone out.
    pub(super) remembered: (Option<ProgrammeId>, Remembered),
    /// Files that may be replaced.
    pub(super) replace: Vec<PathBuf>,
    /// Whether calendar files have alarms.
    pub(super) alarms: bool,
    pub(super) words: &'static Words,
}

/// A file that is to be written.
struct Leaf {
    path: PathBuf,
    bytes: Vec<u8>,
}

impl WriteJob {
    /// The work on its own thread.
    pub(super) fn job(self) -> Job {
        let all = self.formats.len();
        let label = self.formats.first().map(|format| self.label(*format, 1, all)).unwrap_or_default();
        Job::new(label, move |progress| self.write(progress))
    }

    fn label(&self, format: Format, at: usize, all: usize) -> String {
        (self.words.export.writing)((self.words.export.format)(format.code), at, all)
    }

    fn write(self, progress: &Progress) -> Result<Finish, UiError> {
        if let Some(about) = &self.archive {
            return self.write_folder(about, progress);
        }
        let template = self.read_template()?;
        let leaves = self.render(template.as_ref().map(|(template, _)| template), progress)?;
        let is_taken =
            |leaf: &&Leaf| leaf.path.symlink_metadata().is_ok() && !self.replace.contains(&leaf.path);
        let taken: Vec<PathBuf> = leaves.iter().filter(is_taken).map(|leaf| leaf.path.clone()).collect();
        if !taken.is_empty() {
            return Ok(self.ask_replace(taken));
        }
        let hidden = template.map_or(0, |(_, number)| number);
        let note = (hidden > 0).then(|| (self.words.export.hidden_in_template)(hidden));
        self.save(&leaves, note, progress)
    }

    /// The template, where Word is among the formats and one was chosen, and in how many of its texts names are hidden.
    fn read_template(&self) -> Result<Option<(Template, usize)>, UiError> {
        let Some(path) = &self.template else { return Ok(None) };
        if !self.formats.iter().any(|format| format.code == "docx") {
            return Ok(None);
        }
        let not_used = |error| ExportError::Template { path: path::shown(path), error };
        let mut template = Template::open(path).map_err(not_used)?;
        let lang = self.publication.document.lang;
        let number = match hidden::hiding(self.publication.names, &self.people, lang) {
            Some(hide) => template.hide(hide).map_err(|error| not_used(error.into()))?,
            None => 0,
        };
        Ok(Some((template, number)))
    }

    /// Everything as bytes; nothing is on the disk yet.
    fn render(&self, template: Option<&Template>, progress: &Progress) -> Result<Vec<Leaf>, UiError> {
        let all = self.formats.len();
        let with = With::new(self.words).alarms(self.alarms);
        let with = template.map_or(with, |template| with.template(template));
        let mut leaves = Vec::new();
        for (at, format) in self.formats.iter().enumerate() {
            if progress.is_cancelled() {
                return Err(UiError::Cancelled);
            }
            progress.doing(self.label(*format, at + 1, all));
            let parts = render(*format, &self.publication, &with).map_err(not_written)?;
            leaves.extend(parts.into_iter().map(|part| Leaf {
                path: beside(&self.base, part.label.as_deref(), format.ending),
                bytes: part.bytes,
            }));
            progress.step(at + 1, all + 1);
        }
        Ok(leaves)
    }

    /// A folder that can be verified, in one step.
    fn write_folder(&self, about: &BagInfo, progress: &Progress) -> Result<Finish, UiError> {
        let (words, path) = (self.words, &self.base);
        if path.symlink_metadata().is_ok() && !self.replace.contains(path) {
            return Ok(self.ask_replace(vec![path.clone()]));
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let files =
            archive::files(&self.publication, &self.formats, &name, &With::new(words).alarms(self.alarms));
        let files = archive::bag(files.map_err(not_written)?, about);
        if progress.is_cancelled() {
            return Err(UiError::Cancelled);
        }
        let existing = if self.replace.contains(path) { Existing::Replace } else { Existing::Keep };
        save_folder(path, &files, existing).map_err(ExportError::from)?;
        let written = vec![std::path::absolute(path).unwrap_or_else(|_| path.clone())];
        Ok(self.finish(written, None))
    }

    /// Has the page ask whether files that exist already are to be replaced.
    fn ask_replace(&self, taken: Vec<PathBuf>) -> Finish {
        let notice = (self.words.export.replace_title)(taken.len());
        let ask = |(), _: &Ctx| {
            let question = ReplaceFiles::new(taken.clone());
            Ok(Effect::ask(question, |page: &mut Export, answer, ctx| match answer {
                DialogAnswer::Yes => page.write(taken, ctx),
                _ => Ok(Effect::None),
            }))
        };
        Finish { notice, reply: Some(NextStep::plain(ask)), ..Finish::default() }
    }

    /// Remembers the choices, and says what was written, with a note about it.
    fn finish(&self, written: Vec<PathBuf>, note: Option<String>) -> Finish {
        let (programme, remembered) = self.remembered.clone();
        let verb = move |store: &mut Store| {
            let done = ops::remember_choices(store, programme, &remembered);
            done.map(|()| Changes::default()).map_err(UiError::NotRemembered)
        };
        let folder = written.first().and_then(|path| path.parent()).map(path::shown).unwrap_or_default();
        let notice = (self.words.export.written_in)(written.len(), &folder);
        let show = move |(), _: &Ctx| Ok(Effect::open(FilesWritten::new(written, note)));
        Finish {
            notice,
            write: Some(Write { notice: String::new(), verb: Box::new(verb), reply: None }),
            reply: Some(NextStep::plain(show)),
        }
    }

    fn save(&self, leaves: &[Leaf], note: Option<String>, progress: &Progress) -> Result<Finish, UiError> {
        let words = self.words;
        let mut written = Vec::new();
        for leaf in leaves {
            if progress.is_cancelled() {
                let number = written.len();
                return match number {
                    0 => Err(UiError::Cancelled),
                    _ => Ok(Finish { notice: (words.export.cancelled)(number), ..Finish::default() }),
                };
            }
            let existing = if self.replace.contains(&leaf.path) { Existing::Replace } else { Existing::Keep };
            save(&leaf.path, &leaf.bytes, existing).map_err(ExportError::from)?;
            written.push(std::path::absolute(&leaf.path).unwrap_or_else(|_| leaf.path.clone()));
        }
        progress.step(1, 1);
        Ok(self.finish(written, note))
    }
}

/// What a format refuses is a fault of the program, which the technical log keeps too.
fn not_written(error: NotWritten) -> ExportError {
    tracing::error!(?error, "export");
    error.into()
}
