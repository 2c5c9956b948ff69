//! `vidpennan history`: what was done, the latest first. JSON is an array of objects with
//! `when op subject author meeting`.

use clap::ArgMatches;
use serde::Serialize;

use super::{CommandResult, Desk, list, warn};
use crate::i18n::operations;
use crate::model::Coded;
use crate::store::{Store, history};

#[derive(Serialize)]
struct HistoryRow<'a> {
    when: String,
    op: &'static str,
    subject: &'a str,
    author: Option<&'a str>,
    meeting: Option<String>,
}

/// Prints the operations, the latest first.
pub(super) fn run(desk: &mut Desk, store: &Store, matches: &ArgMatches) -> CommandResult {
    let limit = matches.get_one::<u32>("limit").map_or(20, |limit| *limit as usize);
    let operations = history::all(store, limit)?;
    if matches.get_flag("json") {
        let rows: Vec<HistoryRow> = operations
            .iter()
            .map(|operation| HistoryRow {
                when: operation.when.format("%Y-%m-%dT%H:%M:%S").to_string(),
                op: operation.op.code(),
                subject: &operation.subject,
                author: operation.scribe.as_deref(),
                meeting: operation.meeting().map(|meeting| meeting.0.to_string()),
            })
            .collect();
        return list::say_json(desk, &rows);
    }
    if operations.is_empty() {
        warn(desk.words.cli.said.nothing);
    }
    for operation in &operations {
        let when = operation.when.format("%Y-%m-%d %H:%M");
        let scribe = operation.scribe.as_deref().map(|scribe| format!(" · {scribe}")).unwrap_or_default();
        let other = operation.reverts.map(|place| history::at(store, place)).transpose()?.flatten();
        let what = operations::turned(desk.words.lang, operation, other.as_ref());
        desk.say(&format!("{when}{scribe}  {what}"))?;
    }
    Ok(())
}
