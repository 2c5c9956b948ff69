//! Why files and templates were not written or opened.

use std::path::Path;

use super::{Spoken, io_reason};
use crate::export::docx::{NotATemplate, NotOpened};
use crate::export::{ExportError, NotWritten};
use crate::files::save::SaveError;
use crate::i18n::Words;

/// Why files were not exported.
pub fn export(error: &ExportError, words: &Words) -> Spoken {
    match error {
        ExportError::NoFormat => Spoken::refused(words.export.no_format),
        ExportError::NoName => Spoken::refused(words.files.no_name),
        ExportError::Template { path, error } => not_opened(error, path, words),
        ExportError::NotWritten(error) => not_written(error, words),
        ExportError::NotSaved(error) => not_saved(error, words),
    }
}

/// Why a file was not written.
fn not_saved(error: &SaveError, words: &Words) -> Spoken {
    let errors = &words.errors;
    let shown = |path: &Path| path.display().to_string();
    match error {
        SaveError::Exists(path) => Spoken::refused((errors.exists)(&shown(path))),
        SaveError::NotOrdinary(path) => Spoken::refused((errors.not_ordinary)(&shown(path))),
        SaveError::Database(path) => Spoken::refused((errors.is_database)(&shown(path))),
        SaveError::Beside { path, database } => {
            Spoken::refused((errors.is_beside)(&shown(path), &shown(database)))
        }
        SaveError::NoFolder(path) => Spoken::refused((errors.no_folder)(&shown(path))),
        SaveError::Denied { path, .. } => Spoken::fault((errors.denied)(&shown(path))),
        SaveError::Failed { path, source } => {
            Spoken::fault((errors.not_saved)(&shown(path), io_reason(source, words)))
        }
    }
}

/// Why a file was not taken as a template.
pub fn not_a_template(error: &NotATemplate, words: &Words) -> Spoken {
    let errors = &words.errors;
    Spoken::refused(match error {
        NotATemplate::NotWord => (errors.template_not_word)(),
        NotATemplate::OtherForm => (errors.template_other_form)(),
        NotATemplate::Macros => (errors.template_macros)(),
        NotATemplate::TooLarge => (errors.template_too_large)(),
        NotATemplate::Damaged(_) => (errors.template_damaged)(),
    })
}

/// Why a template was not opened; `path` as people see it.
fn not_opened(error: &NotOpened, path: &str, words: &Words) -> Spoken {
    match error {
        NotOpened::Io(error) => Spoken::fault((words.files.unreadable)(path, io_reason(error, words))),
        NotOpened::NotATemplate(error) => not_a_template(error, words),
    }
}

/// Why a report could not be written in a format.
fn not_written(error: &NotWritten, words: &Words) -> Spoken {
    let NotWritten::Refused { format, .. } = error;
    Spoken::fault((words.export.not_written)((words.export.format)(format)))
}
