//! How people are spelled in minutes that were read from a file: there a name stays as it was written, whatever the
//! register calls the person now. What somebody has written since is as everywhere else.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, named_params};

use super::codec::Cells;
use super::{Result, Store, heads};
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
    let mut statement = store.conn.prepare_cached(
        "SELECT entry.id AS id, owner, speaker, scribe, owner_name IS NOT NULL AS owner_is_renamed,
             speaker_name IS NOT NULL AS speaker_is_renamed, scribe_name IS NOT NULL AS scribe_is_renamed
         FROM section CROSS JOIN entry ON entry.section = section.id
             AND coalesce(owner_name, speaker_name, scribe_name) IS NOT NULL
         CROSS JOIN log AS made ON made.id = entry.id AND made.field = ''
         WHERE section.meeting = :meeting AND section.shown = 1 AND entry.shown = 1
             AND made.device = :device AND made.operation = :operation",
    )?;
    let params = named_params! { ":meeting": meeting.0, ":device": device, ":operation": operation };
    let mut rows = statement.query(params)?;
    let mut found = HashMap::new();
    while let Some(row) = rows.next()? {
        let id: EntryId = row.id("id")?;
        let spelled = |cell: &str| -> Result<Option<String>> {
            let is_renamed: bool = row.get(format!("{cell}_is_renamed").as_str())?;
            let is_spelled = is_renamed && heads::is_as_made(store, id.0, cell)?;
            Ok(if is_spelled { row.maybe(cell)? } else { None })
        };
        let names = SpelledNames {
            owner: spelled("owner")?,
            speaker: spelled("speaker")?,
            scribe: spelled("scribe")?,
        };
        found.insert(id, names);
    }
    Ok(found)
}
