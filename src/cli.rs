//! The command line: what was asked for → what is done → answers on standard output, everything else on standard
//! error. It draws nothing, and every word it says comes from the catalogue.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::ArgMatches;

use crate::clock::Clock;
use crate::i18n::{Lang, Words};
use crate::minutes::harmless;
use crate::ops::Refused;
use crate::settings::{Places, Settings};
use crate::speech;
use crate::store::{self, Store, StoreError};

pub mod add;
pub mod command;
mod completions;
mod export;
pub mod hand;
mod history;
mod import;
mod keep;
mod list;
mod manual;
pub mod meeting;
mod open;
mod plain;
mod search;
mod usage;

/// Why a command did not do what it was asked for. The sentences are in the user's language.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It was called the wrong way.
    #[error("{0}")]
    Usage(String),
    /// It could not be done.
    #[error("{0}")]
    Failed(String),
    /// The answer could not be written.
    #[error(transparent)]
    Output(#[from] io::Error),
    /// The system asked the program to end: the number of the signal. Everything is in order.
    #[error("signal {0}")]
    Signal(i32),
}

/// What commands work with.
pub struct Desk<'a> {
    /// The words of the user's language.
    pub words: &'static Words,
    /// What this person has chosen.
    pub settings: Settings,
    /// Where the settings are kept.
    pub settings_path: Option<PathBuf>,
    /// Where the database lies.
    pub database: PathBuf,
    /// Tells the time.
    pub clock: Clock,
    /// Where answers go.
    pub out: &'a mut dyn Write,
}

/// What a command gives back.
pub type Outcome = Result<(), Failure>;

/// Does what the arguments ask for. The first argument is the name of the program.
pub fn run(arguments: &[OsString], places: Option<&Places>, out: &mut dyn Write) -> Outcome {
    let said: Vec<String> =
        arguments.iter().map(|argument| argument.to_string_lossy().into_owned()).collect();
    let settings_path = places.map(|places| places.settings.clone());
    let read = settings_path.as_deref().map(Settings::load).transpose();
    let (settings, trouble) = match read {
        Ok(settings) => (settings.unwrap_or_default(), None),
        Err(error) => (Settings::default(), Some(error)),
    };
    let words = language(&said, &settings).words();
    if let Some(error) = trouble {
        warn(&(words.cli.said.bad_settings)(&error.to_string()));
    }
    let outcome = match command::build(words).try_get_matches_from(arguments) {
        Ok(matches) => {
            let database = match matches.get_one::<String>("db") {
                Some(path) => Some(PathBuf::from(path)),
                None => std::env::var_os("VIDPENNAN_DB").filter(|path| !path.is_empty()).map(PathBuf::from),
            };
            let database =
                database.or_else(|| places.map(|places| places.database.clone())).unwrap_or_default();
            let mut desk = Desk { words, settings, settings_path, database, clock: Clock::System, out };
            dispatch(&mut desk, &matches)
        }
        Err(error) if error.use_stderr() => Err(Failure::Usage(usage::explain(&error, &said, words))),
        // Help and version are answers.
        Err(answer) => out.write_all(usage::help(&answer, words).as_bytes()).map_err(Failure::from),
    };
    let outcome = outcome.and_then(|()| out.flush().map_err(Failure::from));
    match outcome {
        // Who reads has heard enough.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(Failure::Output(error)) => Err(Failure::Failed((words.errors.io)(&error.to_string()))),
        other => other,
    }
}

fn dispatch(desk: &mut Desk, matches: &ArgMatches) -> Outcome {
    match matches.subcommand() {
        Some(("import", matches)) => import::run(desk, matches),
        Some(("export", matches)) => export::run(desk, matches),
        Some(("add", matches)) => add::run(desk, matches),
        Some(("list", matches)) => list::run(desk, matches),
        Some(("search", matches)) => search::run(desk, matches),
        Some(("backup", matches)) => keep::backup(desk, matches),
        Some(("check", _)) => keep::check(desk),
        Some(("history", matches)) => history::run(desk, matches),
        Some(("completions", matches)) => completions::run(desk, matches),
        Some(("man", _)) => manual::run(desk),
        Some(("demo", _)) => open::demo(desk),
        _ if matches.get_flag("plain") => plain::run(desk),
        _ => open::run(desk),
    }
}

/// The language that was asked for: on the command line, or in the settings, or else Swedish. The arguments are
/// looked through before they are understood, because even their errors are told in it.
fn language(arguments: &[String], settings: &Settings) -> Lang {
    let option =
        arguments.iter().enumerate().find_map(|(at, argument)| match argument.strip_prefix("--lang")? {
            "" => arguments.get(at + 1).map(String::as_str),
            value => value.strip_prefix('='),
        });
    let chosen = option.or(settings.language.as_deref());
    chosen.and_then(Lang::from_code).unwrap_or_default()
}

impl Desk<'_> {
    /// Opens the store.
    pub fn store(&self) -> Result<Store, Failure> {
        let options = store::Options { clock: self.clock, scribe: self.settings.scribe.clone() };
        Store::open(&self.database, options).map_err(|error| self.store_failed(&error))
    }

    /// Writes a line of an answer. Nothing in it moves the cursor or turns the direction of writing.
    pub fn say(&mut self, line: &str) -> Outcome {
        Ok(writeln!(self.out, "{}", harmless::line(line))?)
    }

    /// What the store said, in words; where it is damaged, with the place of its copies.
    pub fn store_failed(&self, error: &StoreError) -> Failure {
        tracing::error!(?error, "store");
        let mut said = speech::store(error, self.words);
        if matches!(error, StoreError::Damaged(_))
            && let Ok(copies) = store::backup::list(&self.database)
        {
            for copy in copies {
                said = format!("{said}\n{}", copy.display());
            }
        }
        Failure::Failed(said)
    }

    /// Why something was not done, in words.
    pub fn refused(&self, error: &Refused) -> Failure {
        match error {
            Refused::Store(error) => self.store_failed(error),
            error => Failure::Failed(speech::refused(error, self.words)),
        }
    }
}

/// Whether an answer means yes.
pub(crate) fn is_yes(answer: &str, words: &Words) -> bool {
    words.cli.said.yes.contains(&answer.trim().to_lowercase().as_str())
}

/// Says something beside the answer. Where nobody can hear it there is nothing to do about that.
pub fn warn(text: &str) {
    let mut err = io::stderr().lock();
    for line in text.lines() {
        let _ = writeln!(err, "{}", harmless::line(line));
    }
}
