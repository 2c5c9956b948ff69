//! Why a command failed: typed where it happens, spoken once, in `cli::run`. The errors of the layers below are put
//! into words by `speech`; those that only the command line has, here.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use super::usage;
use crate::export::{ExportError, NotWritten};
use crate::files::save::SaveError;
use crate::i18n::words::errors::ErrorText;
use crate::i18n::{Words, labels};
use crate::import::source::Unread;
use crate::import::stream::LineError;
use crate::model::Coded;
use crate::ops::Refused;
use crate::ops::line::NotTaken;
use crate::pen::Verb;
use crate::report::{Report, handbook};
use crate::speech::{self, ErrorKind, Spoken};
use crate::store::{self, StoreError};
use crate::ui::terminal::TerminalError;

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It was called the wrong way.
    #[error(transparent)]
    Misuse(#[from] Misuse),
    /// The store could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no database to read.
    #[error("there is no database")]
    NoDatabase,
    /// A verb of `ops` refused.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// What a command is about could not be found.
    #[error(transparent)]
    Unresolved(#[from] Unresolved),
    /// A typed line was not taken.
    #[error("not taken: {line:?}")]
    Line {
        /// The reason, in words already where the pen did not understand it.
        why: NotTaken,
        /// The line as it was typed.
        line: String,
    },
    /// The line of standard input with this number is no text.
    #[error("line {0} is no text")]
    NotText(usize),
    /// The line with this number of standard input is longer than a whole file may be.
    #[error("line {0} is too long")]
    TooLong(usize),
    /// The pen could not be put to a section.
    #[error(transparent)]
    Section(NotTaken),
    /// This command of the pen does not work in a dialogue of lines.
    #[error("/{0:?} does not work here")]
    OnlyAtThePen(Verb),
    /// This command of the pen needs words after it in a dialogue of lines.
    #[error("/{0:?} without words")]
    WithoutWords(Verb),
    /// What `/ångra` would undo was done in an earlier sitting or another meeting, and there is nobody to ask.
    #[error("{0:?} was done on another occasion")]
    UndoFar(String),
    /// A file was not understood.
    #[error("{file}: {error}")]
    Unread {
        /// The file as it was named in the arguments; `-` is standard input.
        file: String,
        /// What is wrong with it.
        error: Unread,
    },
    /// A file was imported before, and there is no terminal to ask in whether to import it again.
    #[error("{file} was imported before")]
    ImportedBefore {
        /// The file as it was named in the arguments.
        file: String,
        /// The title of the meeting that it became.
        title: String,
    },
    /// A report could not be exported.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// Files of these names exist, and nothing was written.
    #[error("{0:?} exist")]
    Exist(Vec<PathBuf>),
    /// A backup could not be written.
    #[error("{}: {source}", path.display())]
    NotBackedUp {
        /// Where it was to go.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The clock of the machine is before 1970 or after 9999.
    #[error("the clock is wrong")]
    Clock,
    /// No copy of the database is called so.
    #[error("no copy {0:?}")]
    NoCopy(String),
    /// The copy that was to be put back is not sound.
    #[error("not sound: {}", .0.display())]
    UnsoundCopy(PathBuf),
    /// So many things in a report may be personal.
    #[error("{0} findings")]
    Findings(usize),
    /// So many things in a report for outsiders may be personal, and nobody has said that they may go out.
    #[error("{0} findings are not let out")]
    NotLetOut(usize),
    /// Pages of the database cannot be read; which has been printed.
    #[error("the database cannot be read")]
    Unreadable,
    /// Pages of the database cannot be read, and not everything that was written is in its log.
    #[error("the database cannot be made anew")]
    NotRebuilt,
    /// The database that was to be made is there already.
    #[error("{} is there already", .0.display())]
    AlreadyThere(PathBuf),
    /// Nothing in the database can be read.
    #[error("nothing can be read")]
    NothingSalvaged,
    /// So many rows of the log are missing or changed; which has been printed.
    #[error("{0} rows of the log are damaged")]
    LogDamaged(usize),
    /// So many rows at the end of the log are missing, and the tables know more; which has been printed.
    #[error("the last {0} rows of the log are missing")]
    LogEnded(usize),
    /// So many records, numbers or words of the index do not follow from the log.
    #[error("{0} deviations from the log")]
    Deviates(usize),
    /// So much does not follow from the log of a file of an earlier version, which may be what is wrong.
    #[error("{0} deviations from a log without digests")]
    Unproven(usize),
    /// So many records are in the tables alone.
    #[error("{0} records are not in the log")]
    OnlyInTables(usize),
    /// A file was not stored, as that was cancelled: what is left of it, in words.
    #[error("cancelled")]
    NotImported(String),
    /// The command panicked.
    #[error("the command panicked")]
    Panicked,
    /// The terminal cannot be used, or the program panicked in it.
    #[error(transparent)]
    Terminal(#[from] TerminalError),
    /// The output could not be written, or the input not be read.
    #[error(transparent)]
    Output(#[from] io::Error),
    /// A signal with this number ended the program. Nothing went wrong.
    #[error("signal {0}")]
    Signal(i32),
}

/// What cannot be done as it was asked for on the command line; the exit code is 2.
#[derive(Debug, thiserror::Error)]
pub enum Misuse {
    /// The arguments do not form a command.
    #[error("{error}")]
    Arguments {
        /// What the parser found.
        error: clap::Error,
        /// All arguments; the first is the name of the program.
        arguments: Vec<OsString>,
    },
    /// Several formats for standard output.
    #[error("several formats for standard output")]
    OneFormat,
    /// This format becomes several files, and standard output takes one.
    #[error("{0} becomes several files")]
    OneFile(&'static str),
    /// The report has nothing that the format could show.
    #[error("{report:?} has nothing to show as {format}")]
    NotFitting {
        /// The report that was named.
        report: Report,
        /// The format by its code.
        format: &'static str,
    },
    /// The file to be written has an ending that is no format.
    #[error("no format has the ending {0}")]
    NoFormat(String),
    /// The handbook is not written in this format.
    #[error("no handbook as {0}")]
    NotOfHandbook(&'static str),
    /// A report about one meeting was requested for the whole programme.
    #[error("not a report about a programme")]
    NoProgramme,
    /// A report that cannot be about the work of one owner was requested for one.
    #[error("{0:?} is not about owners")]
    NoShares(Report),
}

/// What was named is not there, or is several things.
#[derive(Debug, thiserror::Error)]
pub enum Unresolved {
    /// There is no meeting at all.
    #[error("no meetings")]
    NoMeetings,
    /// No meeting fits these words.
    #[error("no meeting {0:?}")]
    NoMeeting(String),
    /// Several meetings fit.
    #[error("several meetings {query:?}")]
    SeveralMeetings {
        /// The words that should name one meeting.
        query: String,
        /// Those that fit, a line each.
        candidates: Vec<String>,
    },
    /// No kind of entry is called so.
    #[error("no kind {typed:?}")]
    NoKind {
        /// What should name a kind.
        typed: String,
        /// What they are called.
        kinds: Vec<&'static str>,
    },
    /// No round has this number.
    #[error("no round {0:?}")]
    NoRound(String),
    /// Nobody in the register or the meeting is called so.
    #[error("no person {0:?}")]
    NoPerson(String),
    /// Nobody called so is responsible for anything in what is to be written.
    #[error("{0:?} owns nothing")]
    NoOwner(String),
    /// Several who are responsible for something are called so.
    #[error("{name:?} is {candidates:?}")]
    SeveralOwners {
        /// The first name that should name one of them.
        name: String,
        /// What they are called.
        candidates: Vec<String>,
    },
    /// Nobody is responsible for anything in what is to be written.
    #[error("nobody owns anything")]
    NoOwners,
}

impl From<NotWritten> for Failure {
    fn from(error: NotWritten) -> Self {
        Self::Export(error.into())
    }
}

impl From<SaveError> for Failure {
    fn from(error: SaveError) -> Self {
        Self::Export(error.into())
    }
}

impl From<LineError> for Failure {
    fn from(error: LineError) -> Self {
        match error {
            LineError::Io(error) => Self::Output(error),
            LineError::NotText(line) => Self::NotText(line),
            LineError::TooLong(line) => Self::TooLong(line),
        }
    }
}

impl Failure {
    /// Why a database was not written to a path: nobody has typed anything that would be lost by it.
    pub(super) fn not_written(error: StoreError, path: &Path) -> Self {
        let source = match error {
            StoreError::Io(source) => source,
            StoreError::Full(_) => io::ErrorKind::StorageFull.into(),
            error => return error.into(),
        };
        Self::NotBackedUp { path: path.to_owned(), source }
    }

    /// What the store said, where it is that which failed.
    pub(super) fn of_store(&self) -> Option<&StoreError> {
        match self {
            Self::Store(error)
            | Self::Refused(Refused::Store(error))
            | Self::Line { why: NotTaken::Refused(Refused::Store(error)), .. }
            | Self::Section(NotTaken::Refused(Refused::Store(error))) => Some(error),
            _ => None,
        }
    }

    /// The error behind it, where something broke. It never holds a typed line.
    pub(super) fn fault(&self) -> Option<&dyn std::error::Error> {
        if let Some(error) = self.of_store() {
            return Some(error);
        }
        match self {
            Self::Export(ExportError::NotWritten(error)) => Some(error),
            Self::Export(ExportError::NotSaved(error)) => Some(error),
            Self::Unread { error: Unread::Io(error), .. }
            | Self::NotBackedUp { source: error, .. }
            | Self::Terminal(TerminalError::Io(error))
            | Self::Output(error) => Some(error),
            _ => None,
        }
    }

    /// The failure in words. `database` is where copies are looked for if it is damaged.
    pub(super) fn speak(&self, words: &Words, database: &Path) -> Spoken {
        let (errors, said) = (&words.errors, &words.cli.said);
        let shown = |path: &Path| path.display().to_string();
        match self {
            Self::Misuse(misuse) => misuse.speak(words),
            Self::Unresolved(unresolved) => unresolved.speak(words),
            Self::Store(error) | Self::Refused(Refused::Store(error)) => store(error, words, database),
            Self::Refused(error) => speech::refused(error, words),
            Self::Line { why, line } => not_taken(why, words, database).with_details([format!("  {line}")]),
            Self::Section(why) => not_taken(why, words, database),
            Self::Panicked => Spoken::fault((errors.panicked)()),
            Self::NoDatabase => Spoken::refused((said.no_database)(&shown(database))),
            Self::NotText(line) => Spoken::refused((words.cli.usage.not_text)(*line)),
            Self::TooLong(line) => Spoken::refused((words.cli.usage.line_too_long)(*line)),
            Self::UndoFar(what) => Spoken::refused((said.not_undone)(what)),
            Self::OnlyAtThePen(verb) => only_at_the_pen(*verb, words),
            Self::WithoutWords(verb) => {
                Spoken::refused((said.without_words)(verb.code(), verb.name(words.lang)))
            }
            Self::Unread { file, error } => {
                let mut spoken = speech::file_not_read(error, file, words);
                // A sentence about what is in a file does not name the file.
                if !spoken.sentence.contains(file) {
                    spoken.sentence = format!("{file}: {}", spoken.sentence);
                }
                spoken
            }
            Self::ImportedBefore { file, title } => Spoken::refused(ErrorText {
                sentence: (said.read_before)(file, title),
                hint: Some(said.say_again.to_owned()),
            }),
            Self::Export(error) => speech::export(error, words),
            Self::Exist(paths) => {
                let paths: Vec<String> = paths.iter().map(|path| shown(path)).collect();
                Spoken::refused((errors.exists)(&paths.join(", ")))
            }
            Self::NotBackedUp { path, source } => {
                Spoken::fault((errors.not_saved)(&shown(path), speech::io_reason(source, words)))
            }
            Self::NotImported(said) => Spoken::refused(said.clone()),
            Self::Clock => Spoken::refused((errors.clock)()),
            Self::NoCopy(name) => Spoken::refused((words.copies.unknown)(name)),
            Self::UnsoundCopy(path) => Spoken::refused((words.copies.unsound)(&shown(path))),
            Self::Findings(findings) => Spoken::refused(format!("{}.", (said.found)(*findings))),
            Self::NotLetOut(findings) => Spoken::refused((said.not_let_out)(*findings)),
            Self::Deviates(faults) => Spoken::fault((words.check.deviates)(*faults)),
            Self::Unproven(faults) => Spoken::fault((words.check.unproven)(*faults)),
            Self::OnlyInTables(records) => Spoken::fault((words.check.only_in_tables)(*records)),
            Self::LogDamaged(rows) => {
                Spoken::fault((words.check.log_damaged)(*rows)).with_details(copies(database, words))
            }
            Self::LogEnded(rows) => Spoken::fault((words.check.log_ended)(*rows)),
            Self::AlreadyThere(path) => Spoken::refused((words.copies.taken)(&shown(path))),
            Self::NothingSalvaged => Spoken::fault((words.check.nothing_salvaged)(&shown(database))),
            Self::Unreadable => {
                Spoken::fault((words.check.unreadable)()).with_details(copies(database, words))
            }
            Self::NotRebuilt => {
                Spoken::fault((words.check.not_rebuilt)()).with_details(copies(database, words))
            }
            Self::Terminal(error) => terminal(error, words),
            Self::Output(error) => speech::io(error, words),
            Self::Signal(_) => Spoken::fault((errors.cancelled)()),
        }
    }
}

impl Misuse {
    fn speak(&self, words: &Words) -> Spoken {
        let usage = &words.cli.usage;
        let text = match self {
            Self::Arguments { error, arguments } => return usage::explain(error, arguments, words),
            Self::OneFormat => (usage.one_format)(),
            Self::OneFile(format) => (usage.one_file)(format),
            Self::NotFitting { report, format } => {
                (usage.not_fitting)(labels::report(words.lang, *report), format)
            }
            Self::NoFormat(ending) => (usage.no_format)(ending),
            Self::NotOfHandbook(format) => (usage.not_of_handbook)(format, &handbook::FORMATS.join(", ")),
            Self::NoProgramme => (usage.no_programme)(),
            Self::NoShares(report) => (usage.no_shares)(labels::report(words.lang, *report)),
        };
        Spoken::new(ErrorKind::Usage, text)
    }
}

impl Unresolved {
    fn speak(&self, words: &Words) -> Spoken {
        let usage = &words.cli.usage;
        match self {
            Self::NoMeetings => Spoken::refused((usage.no_meetings)()),
            Self::NoMeeting(query) => Spoken::refused((usage.no_meeting)(query)),
            Self::NoOwner(name) => Spoken::refused((usage.no_owner)(name)),
            Self::SeveralOwners { name, candidates } => {
                let candidates = candidates.iter().map(|line| format!("  {line}"));
                Spoken::refused((usage.several_owners)(name)).with_details(candidates)
            }
            Self::NoKind { typed, kinds } => Spoken::refused((usage.no_kind)(typed, &kinds.join(", "))),
            Self::NoRound(typed) => Spoken::refused((words.refile.unknown_round)(typed)),
            Self::NoPerson(name) => Spoken::refused((usage.no_person)(name)),
            Self::NoOwners => Spoken::refused((usage.no_owners)()),
            Self::SeveralMeetings { query, candidates } => {
                let candidates = candidates.iter().map(|line| format!("  {line}"));
                Spoken::refused((usage.several_meetings)(query)).with_details(candidates)
            }
        }
    }
}

fn only_at_the_pen(verb: Verb, words: &Words) -> Spoken {
    Spoken::refused((words.cli.said.only_at_the_pen)(verb.name(words.lang), elsewhere(verb)))
}

/// Whether a command of the pen is one of the command line instead.
fn has_command(verb: Verb) -> bool {
    elsewhere(verb).strip_prefix("vidpennan ").is_some_and(|command| !command.starts_with('-'))
}

/// The command of the command line that does what a command of the pen does; the program itself where none does.
fn elsewhere(verb: Verb) -> &'static str {
    match verb {
        Verb::Export => "vidpennan export",
        Verb::Import => "vidpennan import",
        Verb::History => "vidpennan history",
        Verb::Search => "vidpennan search",
        Verb::Meeting | Verb::Meetings => "vidpennan list meetings",
        Verb::Challenges => "vidpennan list challenges",
        Verb::Tomorrow => "vidpennan list commitments",
        Verb::FollowUp => "vidpennan list actions",
        Verb::Edit => "s/…/…/",
        Verb::Respond => "= …",
        Verb::Persons => "vidpennan list people",
        Verb::Handbook => "vidpennan handbook",
        Verb::Language => "vidpennan --lang",
        Verb::Help => "vidpennan --help",
        Verb::NewMeeting | Verb::Today | Verb::Section | Verb::Table | Verb::Delete | Verb::Quit => {
            "vidpennan --plain"
        }
        _ => "vidpennan",
    }
}

/// Why a line was not taken; where the store said no, as [`store()`] says it.
fn not_taken(why: &NotTaken, words: &Words, database: &Path) -> Spoken {
    match why {
        NotTaken::Refused(Refused::Store(error)) => store(error, words, database),
        // There is no list to choose in.
        NotTaken::NoChallenge => Spoken::refused(words.cli.said.nothing_before[0].to_owned()),
        NotTaken::NothingToContinue => Spoken::refused(words.cli.said.nothing_before[1].to_owned()),
        NotTaken::NothingToCorrect => Spoken::refused(words.cli.said.nothing_before[2].to_owned()),
        // Alone it would not do either.
        NotTaken::CommandAlone { verb, .. } if has_command(*verb) => only_at_the_pen(*verb, words),
        why => speech::not_taken(why, words),
    }
}

/// What the store said; where it is damaged, with its copies.
fn store(error: &StoreError, words: &Words, database: &Path) -> Spoken {
    let spoken = speech::store(error, words);
    match error {
        StoreError::Damaged(_)
        | StoreError::Emptied { .. }
        | StoreError::ForeignLog(_)
        | StoreError::LogIncomplete(_) => spoken.with_details(copies(database, words)),
        _ => spoken,
    }
}

/// The copies of a database, a line each.
fn copies(database: &Path, words: &Words) -> Vec<String> {
    let copies = store::backup::list(database).unwrap_or_default();
    let said = |copy: &store::backup::BackupFile| {
        speech::copies::copy(copy, store::backup::verify(&copy.path).ok(), words)
    };
    copies.iter().map(|copy| format!("  {}", said(copy))).collect()
}

fn terminal(error: &TerminalError, words: &Words) -> Spoken {
    let errors = &words.errors;
    match error {
        TerminalError::NotATerminal => Spoken::refused((errors.not_a_terminal)()),
        TerminalError::Dumb => Spoken::refused((errors.dumb_terminal)()),
        TerminalError::Panicked => Spoken::fault((errors.panicked)()),
        TerminalError::Io(error) => speech::io(error, words),
    }
}
