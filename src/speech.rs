//! Errors in words: what happened, and apart from it what to do. It chooses the sentences for the errors of every layer
//! below the screens and the command line. Those two choose the sentences for errors of their own (`ui::error`,
//! `cli::failure`, `cli::usage`), carry all others here, and lay out the [`Spoken`] that comes of either. The sentences
//! themselves are in `i18n::words`.

use std::fmt;
use std::io;

use crate::files::place::Risk;
use crate::files::read;
use crate::i18n::Words;
use crate::i18n::words::errors::ErrorText;
use crate::ops::line::NotTaken;
use crate::ops::{Abandoned, Refused};
use crate::pen::{self, Target};
use crate::store::StoreError;

pub mod copies;
mod export;
mod import;

pub use export::{export, not_a_template};
pub use import::{file_not_read, list_remark, list_remarks, not_read, not_text, unfit_document};

/// What sort of error it is: who can do something about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// The program was called the wrong way.
    Usage,
    /// It cannot be done with what there is; another request can.
    Refused,
    /// The file, the disk, the terminal or the program itself failed.
    Fault,
}

/// An error in the user's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Who can do something about it.
    pub kind: ErrorKind,
    /// What happened, in whole sentences.
    pub sentence: String,
    /// What to do, where there is something to do.
    pub hint: Option<String>,
    /// What belongs to it, a line each: candidates, copies, the line that was refused.
    pub details: Vec<String>,
}

impl Spoken {
    /// An error in the words of the catalogue.
    pub fn new(kind: ErrorKind, text: impl Into<ErrorText>) -> Self {
        let text = text.into();
        Self { kind, sentence: text.sentence, hint: text.hint, details: Vec::new() }
    }

    /// Something cannot be done with what there is.
    pub fn refused(text: impl Into<ErrorText>) -> Self {
        Self::new(ErrorKind::Refused, text)
    }

    /// An error, whatever was wrong: a file, the store, a job.
    pub fn fault(text: impl Into<ErrorText>) -> Self {
        Self::new(ErrorKind::Fault, text)
    }

    /// The same with lines that belong to it.
    #[must_use]
    pub fn with_details(mut self, details: impl IntoIterator<Item = String>) -> Self {
        self.details.extend(details);
        self
    }
}

/// One paragraph, and a line for each detail.
impl fmt::Display for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)?;
        if let Some(hint) = &self.hint {
            write!(f, " {hint}")?;
        }
        self.details.iter().try_for_each(|detail| write!(f, "\n{detail}"))
    }
}

/// Why the store refused.
pub fn store(error: &StoreError, words: &Words) -> Spoken {
    let errors = &words.errors;
    match error {
        StoreError::Newer { found, known } => Spoken::refused((errors.newer)(*found, *known)),
        StoreError::Damaged(_) => Spoken::fault((errors.damaged)()),
        StoreError::Emptied { rows, .. } => Spoken::refused((errors.emptied)(rows.is_some())),
        StoreError::ForeignLog(path) => Spoken::refused((errors.foreign_log)(&path.display().to_string())),
        StoreError::Moved(rescued) => {
            let rescued = rescued.as_ref().map(|found| (found.path.display().to_string(), found.missing));
            Spoken::fault((errors.moved)(rescued.as_ref().map(|(path, missing)| (path.as_str(), *missing))))
        }
        StoreError::NotAFile(path) => Spoken::refused((errors.not_a_file)(&path.display().to_string())),
        StoreError::Link(path) => Spoken::refused((errors.link)(&path.display().to_string())),
        StoreError::Beside { path, database } => {
            Spoken::refused((errors.is_beside)(&path.display().to_string(), &database.display().to_string()))
        }
        StoreError::NotAStore(path) => Spoken::refused((errors.not_a_store)(&path.display().to_string())),
        StoreError::ReadOnly(_) => Spoken::fault((errors.read_only)()),
        StoreError::CannotOpen { path, source } => Spoken::fault((errors.cannot_open)(
            &path.display().to_string(),
            cause_reason(source.as_ref(), words),
        )),
        StoreError::Full(_) => Spoken::fault((errors.full)()),
        StoreError::Busy(_) => Spoken::fault((errors.busy)()),
        StoreError::NotFound(_) => Spoken::refused((errors.not_found)()),
        StoreError::OutOfScope(_) => Spoken::refused((errors.out_of_scope)()),
        StoreError::WrittenSince(_) => Spoken::refused((errors.written_since)()),
        StoreError::EndOfTime(_) => Spoken::refused((errors.end_of_time)()),
        StoreError::LogIncomplete(lost) => Spoken::fault((errors.log_incomplete)(*lost)),
        StoreError::Log(_) | StoreError::Sqlite(_) => Spoken::fault((errors.unforeseen)()),
        StoreError::Io(error) => io(error, words),
    }
}

/// What was not done to the end when the program was killed, and is as before now. Empty where that is nothing.
pub fn abandoned(abandoned: &Abandoned, words: &Words) -> String {
    let Abandoned { imports, turned } = abandoned;
    let imports = (!imports.is_empty()).then(|| (words.files.taken_back)(imports));
    let turned = (!turned.is_empty()).then(|| (words.app.put_back)(turned));
    imports.into_iter().chain(turned).collect::<Vec<_>>().join(" ")
}

/// Why a database does not belong where it is.
pub fn risk(risk: &Risk, words: &Words) -> String {
    match risk {
        Risk::Synchronised(service) => (words.copies.synchronised)(service),
        Risk::Remote => words.copies.remote.to_owned(),
    }
}

/// That another window has changed a text to this meanwhile.
pub fn newer_text(now: &str, words: &Words) -> String {
    refused(&Refused::Changed(now.to_owned()), words).to_string()
}

/// Why something was not done.
pub fn refused(error: &Refused, words: &Words) -> Spoken {
    let errors = &words.errors;
    let text = match error {
        Refused::Store(error) => return store(error, words),
        Refused::Empty => (errors.empty)(),
        Refused::NoMatch(wanted) => (errors.no_match)(wanted),
        Refused::Changed(now) => (errors.changed)(now),
        Refused::NotAChallenge => (errors.not_a_challenge)(),
        Refused::WrongKind => (errors.wrong_kind)(),
        Refused::Nameless => (errors.nameless)(),
        Refused::SamePerson => (errors.same_person)(),
        Refused::NothingToUndo => (errors.nothing_to_undo)(),
        Refused::NothingToRedo => (errors.nothing_to_redo)(),
        Refused::NotDone => (errors.not_done)(),
        Refused::BuiltOn(later) => (errors.built_on)(later.within, later.records),
        Refused::NotUndone => (errors.not_undone)(),
    };
    Spoken::refused(text)
}

/// Why a line was not taken.
pub fn not_taken(error: &NotTaken, words: &Words) -> Spoken {
    let said = &words.pen;
    Spoken::refused(match error {
        NotTaken::Refused(error) => return refused(error, words),
        NotTaken::NotUnderstood(refusal) => pen::describe_refusal(refusal, words),
        NotTaken::NoChallenge => said.no_challenge.to_owned(),
        NotTaken::NothingToContinue => said.nothing_to_continue.to_owned(),
        NotTaken::NothingToCorrect => said.no_entry_to_correct.to_owned(),
        NotTaken::NotThere { words: missing, number, text, is_response } => {
            let target = Target { number, text, is_response: *is_response };
            (said.not_there)(missing, &pen::called(target, words))
        }
        NotTaken::NoHeading => said.no_heading.to_owned(),
        NotTaken::NoSection(heading) => (said.no_section)(heading),
        NotTaken::SeveralSections { typed, headings } => {
            (said.several_sections)(typed, &headings.iter().map(String::as_str).collect::<Vec<_>>())
        }
        NotTaken::SectionGone { gone, goes_to } => (said.section_gone)(gone, goes_to),
        NotTaken::MeetingGone { gone, goes_to } => {
            (said.meeting_gone)(called(gone, words), goes_to.as_deref().map(|title| called(title, words)))
        }
        NotTaken::InDoubt(remark) => {
            let why = pen::first_remark(std::slice::from_ref(remark), words).unwrap_or_default();
            let hint = Some(pen::unasked(remark, words));
            return Spoken { hint, ..Spoken::refused(format!("{why}.")) };
        }
        NotTaken::CommandAlone { verb, words: typed } => {
            (said.command_alone)(typed.trim(), verb.name(words.lang))
        }
        NotTaken::NotATable(typed) => (words.round_table.unknown_table)(typed),
    })
}

/// A meeting by its title.
fn called<'t>(title: &'t str, words: &Words) -> &'t str {
    if title.is_empty() { words.search.untitled } else { title }
}

/// Why reading or writing failed, where the file is not known.
pub fn io(error: &io::Error, words: &Words) -> Spoken {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Spoken::fault((words.errors.full)()),
        _ => Spoken::fault((words.errors.io)(io_reason(error, words))),
    }
}

/// Why something could not be read or written, within a sentence. What the system or a library says is in English, and
/// goes to the technical log.
pub fn io_reason(error: &io::Error, words: &Words) -> &'static str {
    use io::ErrorKind::{
        AlreadyExists, ConnectionAborted, ConnectionReset, ExecutableFileBusy, FileTooLarge, HostUnreachable,
        InvalidFilename, IsADirectory, NetworkDown, NetworkUnreachable, NotADirectory, NotConnected,
        NotFound, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, ResourceBusy, StaleNetworkFileHandle,
        StorageFull, TimedOut, UnexpectedEof, WriteZero,
    };
    let files = &words.files;
    if read::is_not_ordinary(error) {
        return files.is_special;
    }
    match error.kind() {
        NotFound | NotADirectory => files.no_file,
        IsADirectory => files.is_folder,
        PermissionDenied => files.not_allowed,
        StorageFull | QuotaExceeded | FileTooLarge | WriteZero => files.is_full,
        ReadOnlyFilesystem => files.is_protected,
        ResourceBusy | ExecutableFileBusy => files.is_busy,
        StaleNetworkFileHandle
        | TimedOut
        | NotConnected
        | HostUnreachable
        | NetworkUnreachable
        | NetworkDown
        | ConnectionReset
        | ConnectionAborted => files.no_answer,
        UnexpectedEof => files.ends_early,
        InvalidFilename | AlreadyExists => files.bad_name,
        _ => files.disk_failed,
    }
}

/// The same for what the store reports as the cause: an error of the system, or of SQLite.
fn cause_reason(cause: &(dyn std::error::Error + Send + Sync + 'static), words: &Words) -> &'static str {
    cause.downcast_ref::<io::Error>().map_or(words.files.disk_failed, |error| io_reason(error, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn what_happened_and_what_to_do_are_apart_and_read_as_one_paragraph() {
        let spoken = store(&StoreError::Full("SQLITE_FULL".into()), Lang::En.words());
        assert_eq!(spoken.kind, ErrorKind::Fault);
        assert_eq!(spoken.sentence, "The disk is full. What you wrote is still there but not saved.");
        assert_eq!(spoken.hint.as_deref(), Some("Free some space and save again."));
        let lines = spoken.with_details(["a".to_owned(), "b".to_owned()]).to_string();
        assert_eq!(
            lines,
            "The disk is full. What you wrote is still there but not saved. Free some space and save again.\na\nb"
        );
        assert_eq!(refused(&Refused::Empty, Lang::En.words()).hint, None);
    }

    #[test]
    fn what_the_system_says_is_said_in_words_of_the_catalogue() {
        let errors = (1..133).map(io::Error::from_raw_os_error).chain([
            io::Error::other("disk I/O error"),
            io::Error::new(io::ErrorKind::UnexpectedEof, "failed to fill whole buffer"),
        ]);
        for error in errors {
            let raw = error.to_string();
            let raw = raw.split(" (os error").next().unwrap_or_default().to_lowercase();
            for lang in [Lang::Sv, Lang::En] {
                let words = lang.words();
                let cannot_open = StoreError::CannotOpen { path: "x.db".into(), source: raw.clone().into() };
                for spoken in [io(&error, words), store(&cannot_open, words)] {
                    assert!(!spoken.to_string().to_lowercase().contains(&raw), "{spoken}");
                    assert!(spoken.hint.is_some(), "{spoken}");
                }
            }
        }
    }
}
