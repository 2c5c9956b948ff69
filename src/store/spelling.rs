//! How people are spelled in minutes that were read from a file: there a name stays as it was written, whatever the
//! register calls the person now. What somebody has written since is as everywhere else.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, named_params};

use super::codec::Cells;
use super::{Result, Store};
use crate::model::Coded;
use crate::model::history::Op;
use crate::model::id::{EntryId, MeetingId};

/// The names of an entry as they were written in the file, those whom the register calls something else now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SpelledNames {
    /// Who is responsible.
    pub owner: Option<String>,
    /// Who said it.
    pub speaker: Option<String>,
    /// Who wrote it down.
    pub scribe: Option<String>,
}

/// The names that came with the reading of a meeting and were not written since, of every entry that has any. Empty for
/// a meeting that was not read.
///
/// # Errors
/// Where the file cannot be read.
pub fn as_read(store: &Store, meeting: MeetingId) -> Result<HashMap<EntryId, SpelledNames>> {
    let reading: Option<(i64, i64)> = store
        .conn
        .prepare_cached(
            "SELECT made.device, made.operation FROM meeting JOIN log AS made ON made.id = meeting.id AND made.field = ''
             WHERE meeting.id = :meeting AND meeting.source IS NOT NULL LIMIT 1",
        )?
        .query_row(named_params! { ":meeting": meeting.0 }, |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((device, operation)) = reading else { return Ok(HashMap::new()) };
    let sql = format!(
        "SELECT entry.id AS id, {} AS owner, {} AS speaker, {} AS scribe
         FROM section CROSS JOIN entry ON entry.section = section.id
             AND coalesce(owner_name, speaker_name, scribe_name) IS NOT NULL
         CROSS JOIN log AS made ON made.id = entry.id AND made.field = ''
         WHERE section.meeting = :meeting AND section.shown = 1 AND entry.shown = 1
             AND made.device = :device AND made.operation = :operation",
        still_spelled("owner"),
        still_spelled("speaker"),
        still_spelled("scribe"),
    );
    let mut statement = store.conn.prepare_cached(&sql)?;
    let params = named_params! {
        ":meeting": meeting.0, ":device": device, ":operation": operation, ":undo": Op::Undo.code(),
    };
    let rows = statement.query_map(params, |row| {
        let names = SpelledNames {
            owner: row.maybe("owner")?,
            speaker: row.maybe("speaker")?,
            scribe: row.maybe("scribe")?,
        };
        Ok((row.id("id")?, names))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How a cell is spelled; NULL where that is what the register calls the person, or where it was written since. Each
/// undo takes back one write.
fn still_spelled(cell: &str) -> String {
    format!(
        "CASE WHEN {cell}_name IS NOT NULL AND (
            SELECT coalesce(sum(CASE act.field WHEN :undo THEN -1 ELSE 1 END), 0) FROM log AS written
            JOIN log AS act ON act.device = written.device AND act.seq = written.operation
            WHERE written.id = entry.id AND written.field = '{cell}'
         ) = 0 THEN {cell} END"
    )
}
