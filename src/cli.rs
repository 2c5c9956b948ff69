//! The command line: arguments → a command → its output on standard output, everything else on standard error. It draws
//! nothing, and all its words come from the catalogue.

use std::ffi::OsString;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use clap::ArgMatches;

use crate::clock::{self, Clock};
use crate::files::place;
use crate::i18n::{Lang, Words};
use crate::model::Meeting;
use crate::ops;
use crate::settings::{Places, Settings, SettingsError};
use crate::speech::{self, ErrorKind, Spoken};
use crate::store::{self, ReadOnly, Store, StoreError, derived, salvage};
use crate::text::safe;

pub mod add;
mod arguments;
mod backup;
mod check;
pub mod command;
mod completions;
mod drafts;
mod export;
mod failure;
mod handbook;
mod history;
mod import;
mod line_pen;
mod line_verbs;
mod list;
mod manual;
pub mod meeting;
mod open;
mod plain;
mod progress;
mod reading;
mod rescue;
mod restore;
mod search;
mod settings;
mod standard_input;
mod usage;

pub use failure::{Failure, Misuse, Unresolved};
pub use standard_input::StandardInput;

/// What every command gets to work with.
pub struct Desk<'a> {
    /// The catalogue in the user's language.
    pub words: &'static Words,
    /// The settings of this user, or the defaults where they could not be read.
    pub settings: Settings,
    /// Why they could not be read, until somebody takes it.
    pub unreadable: Option<SettingsError>,
    /// The settings file; `None` without a home folder.
    pub settings_path: Option<PathBuf>,
    /// The path of the database, which may not exist yet.
    pub database: PathBuf,
    /// The folder in which this user's replicas are remembered; `None` without a home folder.
    pub replicas: Option<PathBuf>,
    /// The clock that new records are stamped with.
    pub clock: Clock,
    /// The reader of standard input.
    pub input: StandardInput,
    /// Standard output, or a buffer in its place.
    pub out: &'a mut dyn Write,
}

/// The result of a command; its output has been written already.
pub type CommandResult = Result<(), Failure>;

/// How the program ends, as `main` turns it into an exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExitStatus {
    /// The command succeeded.
    Done,
    /// The command failed, and the reason is on standard error.
    Failed,
    /// The arguments were wrong, and the reason is on standard error.
    Misused,
    /// A signal with this number ended the program. Nothing went wrong.
    Signal(i32),
}

/// Runs the command that the arguments name, and prints the reason where it fails. The first argument is the name of
/// the program.
pub fn run(given: &[OsString], places: Option<&Places>, out: &mut dyn Write) -> ExitStatus {
    let settings_path = places.map(|places| places.settings.clone());
    let read = settings_path.as_deref().map(Settings::load).transpose();
    let (settings, unreadable) = match read {
        Ok(settings) => (settings.unwrap_or_default(), None),
        Err(error) => (Settings::default(), Some(error)),
    };
    let words = language(given, &settings).words();
    if let Some(error) = &unreadable {
        tracing::error!(?error, "settings");
        let said = settings::not_read(error, words).map(|complaint| complaint.say(words));
        warn(&said.unwrap_or_default());
    }
    for said in settings::complaints(&settings) {
        warn(&said.say(words));
    }
    let tree = command::build(words);
    let arguments = arguments::with_lines_last(given, &tree);
    let parsed = tree.try_get_matches_from(arguments);
    let named = parsed.as_ref().ok().and_then(|matches| matches.get_one::<String>("db"));
    let database = database(named, places);
    let mut desk = Desk {
        words,
        settings,
        unreadable,
        settings_path,
        database,
        replicas: places.map(|places| places.replicas.clone()),
        clock: Clock::System,
        input: StandardInput::default(),
        out,
    };
    let outcome = match parsed {
        Ok(_) if !clock::is_plausible() => Err(Failure::Clock),
        Ok(matches) => catch_unwind(AssertUnwindSafe(|| {
            dispatch(&mut desk, &matches).and_then(|()| backup::daily(&mut desk, &matches))
        }))
        .unwrap_or(Err(Failure::Panicked)),
        Err(error) if error.use_stderr() => {
            Err(Misuse::Arguments { error, arguments: given.to_vec() }.into())
        }
        // Help and version are output, not errors.
        Err(answer) => desk.out.write_all(usage::help(&answer, words).as_bytes()).map_err(Failure::from),
    };
    let outcome = outcome.and_then(|()| desk.out.flush().map_err(Failure::from));
    match outcome {
        Ok(()) => ExitStatus::Done,
        // The reader, such as `head`, has closed the pipe: it has had enough.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitStatus::Done,
        Err(Failure::Signal(signal)) => ExitStatus::Signal(signal),
        Err(failure) => report(&desk, &failure),
    }
}

/// The database of `--db`, of `VIDPENNAN_DB`, or of this machine, in this order.
fn database(named: Option<&String>, places: Option<&Places>) -> PathBuf {
    let of_environment = || std::env::var_os("VIDPENNAN_DB").filter(|path| !path.is_empty());
    let named = named.map(PathBuf::from).or_else(|| of_environment().map(PathBuf::from));
    named.or_else(|| places.map(|places| places.database.clone())).unwrap_or_default()
}

/// Prints why a command failed: the only place where a failure becomes words on standard error.
fn report(desk: &Desk<'_>, failure: &Failure) -> ExitStatus {
    let spoken = desk.speak(failure);
    match spoken.kind {
        ErrorKind::Usage => {
            warn(&format!("{}: {spoken}", desk.words.cli.usage.error));
            ExitStatus::Misused
        }
        ErrorKind::Refused | ErrorKind::Fault => {
            warn(&spoken.to_string());
            ExitStatus::Failed
        }
    }
}

fn dispatch(desk: &mut Desk, matches: &ArgMatches) -> CommandResult {
    match matches.subcommand() {
        Some(("import", matches)) => import::run(desk, matches),
        Some(("export", matches)) => export::run(desk, matches),
        Some(("add", matches)) => add::run(desk, matches),
        Some(("list", matches)) => {
            reading::read(desk, derived::is_all_findable, |desk, store| list::run(desk, store, matches))
        }
        Some(("search", matches)) => {
            reading::read(desk, derived::is_all_findable, |desk, store| search::run(desk, store, matches))
        }
        Some(("backup", matches)) => backup::run(desk, matches),
        Some(("check", matches)) => check::run(desk, matches),
        Some(("restore", matches)) => restore::run(desk, matches),
        Some(("history", matches)) => {
            reading::read(desk, |_| Ok(true), |desk, store| history::run(desk, store, matches))
        }
        Some(("completions", matches)) => completions::run(desk, matches),
        Some(("handbook", matches)) => handbook::run(desk, matches),
        Some(("man", _)) => manual::run(desk),
        Some(("demo", _)) => open::demo(desk),
        _ if matches.get_flag("plain") => plain::run(desk),
        _ => open::run(desk),
    }
}

/// The language of `--lang`, of the settings, or Swedish. The arguments are searched before they are parsed, because
/// the errors of parsing are in this language too.
fn language(arguments: &[OsString], settings: &Settings) -> Lang {
    let options = arguments.iter().take_while(|argument| *argument != "--");
    let option =
        options.enumerate().find_map(|(at, argument)| match argument.to_str()?.strip_prefix("--lang")? {
            "" => arguments.get(at + 1)?.to_str(),
            value => value.strip_prefix('='),
        });
    let chosen = option.or(settings.language.as_deref());
    chosen.and_then(Lang::from_code).unwrap_or_default()
}

impl Desk<'_> {
    /// Opens the database, and creates it where there is none.
    pub fn store(&self) -> Result<Store, Failure> {
        if let Some(risk) = place::risk(&self.database) {
            warn(&speech::risk(&risk, self.words));
        }
        let mut store = Store::open(&self.database, self.options())?;
        let left = speech::abandoned(&ops::take_back_abandoned(&mut store)?, self.words);
        if !left.is_empty() {
            warn(&left);
        }
        Ok(store)
    }

    /// Opens the database, to be read only where it may not be written, and creates it where there is none.
    pub(crate) fn store_to_open(&self) -> Result<Store, Failure> {
        match Store::open(&self.database, self.options()) {
            Err(StoreError::ReadOnly(_)) if self.database.exists() => {
                self.store_only_read(ReadOnly::Protected)
            }
            Err(StoreError::Full(_)) if self.database.exists() => self.store_only_read(ReadOnly::DiskFull),
            opened => Ok(opened?),
        }
    }

    /// The store that somebody is about to work in, and today's meeting in it. Of one that is damaged what can be read
    /// is shown, and every write is refused.
    pub(crate) fn store_at_work(
        &self,
        open: impl FnOnce(&Self) -> Result<Store, Failure>,
    ) -> Result<(Store, Option<Meeting>), Failure> {
        let current = |store: &Store| store::meeting::current(store, self.clock.today());
        let store = match open(self) {
            Err(failure) => match failure.of_store() {
                Some(StoreError::Damaged(why)) => self.shown_of_unopened(why)?,
                _ => return Err(failure),
            },
            opened => opened?,
        };
        match current(&store) {
            Err(error @ StoreError::Damaged(_)) => {
                let shown = shown_instead(&store, error)?;
                let found = current(&shown)?;
                Ok((shown, found))
            }
            found => Ok((store, found?)),
        }
    }

    /// What can be read of a database that cannot be opened.
    fn shown_of_unopened(&self, why: &str) -> Result<Store, Failure> {
        let shown = salvage::to_read(&self.database, self.options(), why);
        let shown = shown.map_err(|_| StoreError::Damaged(why.to_owned()))?;
        store::mark_damaged(&self.database, why);
        Ok(shown)
    }

    fn store_only_read(&self, why: ReadOnly) -> Result<Store, Failure> {
        Ok(Store::open_to_read(&self.database, self.options(), why)?)
    }

    /// Opens the database, for a command that only reads.
    ///
    /// # Errors
    /// [`Failure::NoDatabase`] where there is none, and never was; it is not created.
    pub(crate) fn store_to_read(&self) -> Result<Store, Failure> {
        if !self.database.exists() {
            store::refuse_odd(&self.database)?;
            store::refuse_missing(&self.database)?;
            return Err(Failure::NoDatabase);
        }
        let store = self.store_to_open()?;
        if store::in_parts::is_anything_left(&store) {
            warn(self.words.cli.said.half_done);
        }
        Ok(store)
    }

    /// With what the user's own store is opened.
    pub(crate) fn options(&self) -> store::Options {
        store::Options {
            clock: self.clock,
            scribe: self.settings.scribe.clone(),
            replicas: self.replicas.clone(),
        }
    }

    /// The next line of standard input; `None` where it has ended.
    ///
    /// # Errors
    /// [`Failure::Signal`] where a session is asked to end.
    pub(crate) fn read_line(&mut self) -> Result<Option<String>, Failure> {
        self.input.next()
    }

    /// Prints a line of output. Nothing in it moves the cursor or changes the writing direction.
    pub fn say(&mut self, line: &str) -> CommandResult {
        Ok(writeln!(self.out, "{}", safe::line(line))?)
    }

    /// The failure in words. Faults go to the technical log as well.
    pub(crate) fn speak(&self, failure: &Failure) -> Spoken {
        if let Some(error) = failure.fault() {
            tracing::error!(?error, "command");
        }
        failure.speak(self.words, &self.database)
    }
}

/// What can be read of a store that was found to be damaged, to which nothing is written any more.
fn shown_instead(store: &Store, found: StoreError) -> Result<Store, Failure> {
    store.close_for_writing(&found);
    salvage::in_place_of(store, &found.to_string()).map_err(|why_not| {
        tracing::error!(?why_not, "nothing can be shown");
        Failure::Store(found)
    })
}

/// Whether an answer of the user means yes, in either language.
pub(crate) fn is_yes(answer: &str, words: &Words) -> bool {
    words.cli.said.yes.contains(&answer.trim().to_lowercase().as_str())
}

/// Prints to standard error. Where that is closed, there is nowhere to report it.
pub fn warn(text: &str) {
    let mut err = io::stderr().lock();
    for line in text.lines() {
        let _ = writeln!(err, "{}", safe::line(line));
    }
}
