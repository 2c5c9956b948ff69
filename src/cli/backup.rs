//! `vidpennan backup`: a copy of the database. A command that writes makes that of the day too.

use std::path::PathBuf;

use clap::ArgMatches;

use super::{CommandResult, Desk, Failure, warn};
use crate::store::{self, Store, StoreError, backup as copies, check};
use crate::ui::error::UiError;

/// Writes a backup, in the folder beside the database unless a path is named.
pub(super) fn run(desk: &mut Desk, matches: &ArgMatches) -> CommandResult {
    let path = match matches.get_one::<String>("path") {
        Some(path) => PathBuf::from(path),
        None => copies::folder(&desk.database).join(format!("{}.db", copies::moment(desk.clock.now()))),
    };
    // Some of it is there while the database is open.
    store::refuse_beside(&path)?;
    let store = desk.store_to_read()?;
    if !path.exists() {
        store::refuse_odd(&path)?;
    }
    match copies::to(&store, &path, |_, _| true) {
        Ok(()) => {
            if let Some(why) = store.damage() {
                store::mark_damaged(&path, &why);
                warn(desk.words.check.copied);
            }
            desk.say(&(desk.words.cli.said.backed_up)(&path.display().to_string()))
        }
        Err(StoreError::Io(error)) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(Failure::AlreadyThere(path))
        }
        Err(error) => Err(Failure::not_written(error, &path)),
    }
}

/// Makes the copy of the day after a command that may have written. What the command did is done: where there can be no
/// copy, that is said, and no more.
pub(super) fn daily(desk: &mut Desk, matches: &ArgMatches) -> CommandResult {
    let writes = matches!(matches.subcommand_name(), Some("import" | "add")) || matches.get_flag("plain");
    if !writes || !desk.database.exists() || !copies::is_due(&desk.database, desk.clock.today()) {
        return Ok(());
    }
    // Whoever waits for the answer has it.
    desk.out.flush()?;
    if let Err(error) = copy_of_today(desk) {
        tracing::error!(?error, "daily copy");
        let said = match error {
            StoreError::Damaged(_) => desk.speak(&error.into()),
            error => UiError::NoBackup { folder: copies::folder(&desk.database), error }.speak(desk.words),
        };
        warn(&said.to_string());
    }
    Ok(())
}

fn copy_of_today(desk: &Desk) -> Result<(), StoreError> {
    let store = Store::reader(&desk.database, desk.clock)?;
    check::quick(&store)?;
    copies::daily(&store, desk.clock.today(), |_, _| true).inspect_err(|error| {
        if matches!(error, StoreError::Damaged(_)) {
            store.close_for_writing(error);
        }
    })?;
    Ok(())
}
