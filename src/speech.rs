//! Errors in words: what happened and what to do. It knows the errors of every layer below the screens and the
//! command line, and where they are spoken nothing else needs to.

use crate::export::NotWritten;
use crate::export::docx::{NotATemplate, NotOpened};
use crate::export::json::ReadError;
use crate::export::save::SaveError;
use crate::i18n::Words;
use crate::import::decode::Refusal;
use crate::import::file::NotRead;
use crate::import::package::Unfit;
use crate::import::people::{About, Remark};
use crate::import::source::Unread;
use crate::ops::Refused;
use crate::store::StoreError;

/// Why the store refused, in words.
pub fn store(error: &StoreError, words: &Words) -> String {
    let errors = &words.errors;
    match error {
        StoreError::Newer { found, known } => (errors.newer)(*found, *known),
        StoreError::Damaged(_) => errors.damaged.to_owned(),
        StoreError::NotAStore(path) => (errors.not_a_store)(&path.display().to_string()),
        StoreError::ReadOnly => errors.read_only.to_owned(),
        StoreError::CannotOpen { path, source } => {
            (errors.cannot_open)(&path.display().to_string(), &source.to_string())
        }
        StoreError::Full => errors.full.to_owned(),
        StoreError::Busy => errors.busy.to_owned(),
        StoreError::NotFound(_) => errors.not_found.to_owned(),
        StoreError::OutOfScope(_) => errors.out_of_scope.to_owned(),
        StoreError::Log(error) => (errors.unforeseen)(&error.to_string()),
        StoreError::Sqlite(error) => (errors.unforeseen)(&error.to_string()),
        StoreError::Io(error) => (errors.io)(&error.to_string()),
    }
}

/// Why something was not done, in words.
pub fn refused(error: &Refused, words: &Words) -> String {
    let errors = &words.errors;
    match error {
        Refused::Store(error) => store(error, words),
        Refused::Empty => errors.empty.to_owned(),
        Refused::NoMatch(wanted) => (errors.no_match)(wanted),
        Refused::NotAChallenge => errors.not_a_challenge.to_owned(),
        Refused::WrongKind => errors.wrong_kind.to_owned(),
        Refused::NothingToUndo => errors.nothing_to_undo.to_owned(),
        Refused::NothingToRedo => errors.nothing_to_redo.to_owned(),
        Refused::NotDone => errors.not_done.to_owned(),
        Refused::NotUndone => errors.not_undone.to_owned(),
    }
}

/// Why a file was not written, in words.
pub fn not_saved(error: &SaveError, words: &Words) -> String {
    let errors = &words.errors;
    let shown = |path: &std::path::Path| path.display().to_string();
    match error {
        SaveError::Exists(path) => (errors.exists)(&shown(path)),
        SaveError::Database(path) => (errors.is_database)(&shown(path)),
        SaveError::NoFolder(path) => (errors.no_folder)(&shown(path)),
        SaveError::Denied { path, .. } => (errors.denied)(&shown(path)),
        SaveError::Failed { source, .. } if source.kind() == std::io::ErrorKind::StorageFull => {
            errors.full.to_owned()
        }
        SaveError::Failed { path, source } => (errors.not_saved)(&shown(path), &source.to_string()),
    }
}

/// Why JSON was not read, in words.
fn not_json(error: &ReadError, words: &Words) -> String {
    match error {
        ReadError::Malformed(error) => (words.errors.not_json)(&error.to_string()),
        ReadError::OtherSchema(name) => (words.errors.other_schema)(name.as_deref()),
    }
}

/// Why a file was not taken as a template, in words.
pub fn not_a_template(error: &NotATemplate, words: &Words) -> &'static str {
    let errors = &words.errors;
    match error {
        NotATemplate::NotWord => errors.template_not_word,
        NotATemplate::OtherForm => errors.template_other_form,
        NotATemplate::Macros => errors.template_macros,
        NotATemplate::TooLarge => errors.template_too_large,
        NotATemplate::Damaged(_) => errors.template_damaged,
    }
}

/// Why there is no template, in words; `path` as people see it.
pub fn not_opened(error: &NotOpened, path: &str, words: &Words) -> String {
    match error {
        NotOpened::Io(error) => (words.files.unreadable)(path, &io_reason(error, words)),
        NotOpened::NotATemplate(error) => not_a_template(error, words).to_owned(),
    }
}

/// Why a paper was not written in a format, in words.
pub fn not_written(error: &NotWritten, words: &Words) -> String {
    let NotWritten::Refused { format, said } = error;
    (words.export.not_written)((words.export.format)(format), said)
}

/// Why a file could not be read, within a sentence.
fn io_reason(error: &std::io::Error, words: &Words) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => words.files.no_file.to_owned(),
        std::io::ErrorKind::IsADirectory => words.files.is_folder.to_owned(),
        std::io::ErrorKind::PermissionDenied => words.files.not_allowed.to_owned(),
        _ => error.to_string(),
    }
}

/// Why nothing was read from a file, in words; `path` as people see it.
pub fn file_not_read(error: &Unread, path: &str, words: &Words) -> String {
    let files = &words.files;
    match error {
        Unread::NotRead(error) => not_read(error, words),
        Unread::Special => (files.unreadable)(path, files.is_special),
        Unread::Io(error) => (files.unreadable)(path, &io_reason(error, words)),
    }
}

/// Why the bytes of a file were not read, in words.
pub fn not_read(error: &NotRead, words: &Words) -> String {
    match error {
        NotRead::Text(refusal) => not_text(*refusal, words),
        NotRead::Json(error) => not_json(error, words),
        NotRead::Document(unfit) => unfit_document(*unfit, words).to_owned(),
    }
}

/// Why bytes were not read as text, in words.
pub fn not_text(refusal: Refusal, words: &Words) -> String {
    match refusal {
        Refusal::Empty => words.reading.empty.to_owned(),
        Refusal::Binary => words.reading.binary.to_owned(),
        Refusal::TooLarge { size, limit } => (words.reading.too_large)(size, limit),
    }
}

/// Why a document of another program was not read, in words.
pub fn unfit_document(unfit: Unfit, words: &Words) -> &'static str {
    let reading = &words.reading;
    match unfit {
        Unfit::Broken => reading.broken,
        Unfit::Locked => reading.locked,
        Unfit::TooMuch | Unfit::Declares => reading.hostile,
        Unfit::TooLong => reading.too_long,
        Unfit::OldWord => reading.old_word,
        Unfit::Workbook => reading.workbook,
        Unfit::OpenText => reading.open_text,
        Unfit::RichText => reading.rich_text,
        Unfit::Pdf => reading.pdf,
        Unfit::WebPage => reading.web_page,
        Unfit::NoList => reading.no_list,
        Unfit::NoNames => reading.no_names,
        Unfit::Sentences => reading.sentences,
        Unfit::NoDocument => reading.no_document,
        Unfit::NoCells => reading.no_cells,
    }
}

/// What a person should look at in a list of people, in words.
pub fn list_remark(remark: &Remark, words: &Words) -> String {
    match &remark.about {
        About::NoName(rest) => (words.reading.no_person)(rest),
        About::Again(name) => (words.reading.person_again)(name),
    }
}
