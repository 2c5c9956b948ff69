//! `vidpennan backup` and `vidpennan check`: a copy of the database, and whether it is whole.

use std::path::PathBuf;

use clap::ArgMatches;

use super::{CommandResult, Desk, Failure};
use crate::store::{StoreError, backup as copies};

/// Writes a backup, in the folder beside the database unless a path is named.
pub(super) fn run(desk: &mut Desk, matches: &ArgMatches) -> CommandResult {
    let store = desk.store()?;
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

/// Checks the integrity of the whole database, and prints what is wrong with it.
pub(super) fn check(desk: &mut Desk) -> CommandResult {
    let store = desk.store()?;
    let wrong = copies::check(&store)?;
    let said = &desk.words.cli.said;
    let path = desk.database.display().to_string();
    if wrong.is_empty() {
        return desk.say(&(said.sound)(&path));
    }
    for line in &wrong {
        desk.say(line)?;
    }
    Err(Failure::Unsound)
}
