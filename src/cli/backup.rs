//! `vidpennan backup` and `vidpennan check`: a copy of the database, and whether it is whole.

use std::path::PathBuf;

use clap::ArgMatches;

use super::{CommandResult, Desk, Failure};
use crate::store::{StoreError, backup as copies, rebuild};

/// Writes a backup, in the folder beside the database unless a path is named.
pub(super) fn run(desk: &mut Desk, matches: &ArgMatches) -> CommandResult {
    let store = desk.store_to_read()?;
    let path = match matches.get_one::<String>("path") {
        Some(path) => PathBuf::from(path),
        None => {
            copies::folder(&desk.database).join(format!("{}.db", desk.clock.now().format("%Y-%m-%d-%H%M%S")))
        }
    };
    match copies::to(&store, &path, |_, _| true) {
        Ok(()) => desk.say(&(desk.words.cli.said.backed_up)(&path.display().to_string())),
        Err(StoreError::Io(error)) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(Failure::Exist(vec![path]))
        }
        Err(StoreError::Io(source)) => Err(Failure::NotBackedUp { path, source }),
        Err(error) => Err(error.into()),
    }
}

/// Checks the whole database: whether it can be read, and whether everything in it follows from its log. With
/// `--rebuild` what does not is made anew from the log, unless the log is what is damaged.
pub(super) fn check(desk: &mut Desk, matches: &ArgMatches) -> CommandResult {
    let mut store = desk.store_to_read()?;
    let wrong = copies::check(&store)?;
    if !wrong.is_empty() {
        for line in &wrong {
            desk.say(line)?;
        }
        return Err(Failure::Unsound);
    }
    let said = &desk.words.cli.said;
    let found = rebuild::examine(&store)?;
    if found.lost > 0 {
        return Err(StoreError::LogIncomplete(found.lost).into());
    }
    let deviations = found.deviations.len();
    if deviations == 0 {
        return desk.say(&(said.sound)(&desk.database.display().to_string()));
    }
    if !matches.get_flag("rebuild") {
        return Err(Failure::Deviates(deviations));
    }
    store.rebuild()?;
    desk.say(&(said.rebuilt)(deviations))
}
