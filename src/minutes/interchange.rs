//! Minutes as JSON, written and read: the value itself, `vidpennan.minutes/1`.
//!
//! One object: `schema`, `title`, `status` (`draft`, `circulated`, `finalised`, `verified`), `date` (ISO 8601 or null),
//! `time` (`09:00–12:00`), `place`, `reference`, `fields` (`label`, `value`, `as_written`), `sections` (`heading`,
//! `level` 1–6, `kind`, `intro`, `entries`), `next` (`date`, `time`), `signoff` (`name`, `role`) and `remarks` (`line`,
//! `code`, `message`). An entry has `kind`, `status` where its kind has one, `text`, `depth`, `number`, `responses`
//! (`text`, `kind`, `due`), `owner` (or `owner_withheld`, where the name was left out), `due` (`2019-11-15`,
//! `2019-W50`, `2019-11`, or an object with `date` and `words`), `tags`, `starred`, `unfinished`, `speaker` and
//! `provenance`. Members that say nothing may be absent. Control characters and those that turn the direction of
//! writing are written as `\uXXXX`.

use super::{Minutes, SCHEMA};
use crate::text::json;

pub mod values;

/// Why bytes are not minutes in this format.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It is not JSON, or a member has a value that it cannot have.
    #[error("not minutes: {0}")]
    Malformed(serde_json::Error),
    /// It is JSON of another form or version; the value of its `schema` member, if any.
    #[error("schema {0:?} instead of {SCHEMA:?}")]
    OtherSchema(Option<String>),
}

/// Indented JSON with a line break at the end.
pub fn write(minutes: &Minutes) -> String {
    json::pretty(minutes) + "\n"
}

/// Reads what [`write()`] writes.
///
/// # Errors
/// Where the bytes are no JSON, or JSON of another form or version.
pub fn read(bytes: &[u8]) -> Result<Minutes, ReadError> {
    let value: serde_json::Value = serde_json::from_slice(bytes).map_err(ReadError::Malformed)?;
    let schema = value.get("schema").and_then(serde_json::Value::as_str);
    if schema != Some(SCHEMA) {
        return Err(ReadError::OtherSchema(schema.map(str::to_owned)));
    }
    // Parsed from the bytes again, so that errors have line numbers.
    serde_json::from_slice(bytes).map_err(ReadError::Malformed)
}
