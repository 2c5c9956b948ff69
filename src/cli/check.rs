//! `vidpennan check`: whether the database is whole and everything in it follows from its log.

use clap::ArgMatches;

use super::{CommandResult, Desk, Failure};
use crate::store::{StoreError, check, rebuild};

/// Checks the whole database: whether it can be read, and whether everything in it follows from its log. With
/// `--rebuild` what does not is made anew from the log, unless the log is what is damaged.
pub(super) fn run(desk: &mut Desk, matches: &ArgMatches) -> CommandResult {
    let mut store = desk.store_to_read()?;
    let wrong = check::whole(&store)?;
    if !wrong.is_empty() {
        for line in &wrong {
            desk.say(line)?;
        }
        store.close_for_writing(&StoreError::Damaged(wrong.join("; ")));
        return Err(Failure::Unsound);
    }
    let said = &desk.words.cli.said;
    let found = rebuild::examine(&store)?;
    if found.lost > 0 {
        return Err(StoreError::LogIncomplete(found.lost).into());
    }
    let deviations = found.deviations.len();
    if deviations == 0 {
        store.open_for_writing();
        return desk.say(&(said.sound)(&desk.database.display().to_string()));
    }
    if !matches.get_flag("rebuild") {
        return Err(Failure::Deviates(deviations));
    }
    store.rebuild()?;
    store.open_for_writing();
    desk.say(&(said.rebuilt)(deviations))
}
