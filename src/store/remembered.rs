//! The choices of the last export, for each programme: a setting of this file, in no log. `report::profile`
//! knows what they mean.

use rusqlite::{OptionalExtension, named_params};
use uuid::Uuid;

use super::{Result, Store, Tx};
use crate::model::id::ProgrammeId;

/// What was remembered for a programme, or for meetings without one.
///
/// # Errors
/// Where the file cannot be read.
pub fn get(store: &Store, programme: Option<ProgrammeId>) -> Result<Option<String>> {
    Ok(store
        .conn
        .prepare_cached("SELECT choices FROM remembered WHERE programme = :programme")?
        .query_row(named_params! { ":programme": key(programme) }, |row| row.get(0))
        .optional()?)
}

/// Remembers it in the place of what was remembered before. No cell of the log changes.
pub(crate) fn put(tx: &Tx<'_>, programme: Option<ProgrammeId>, choices: &str) -> Result<()> {
    tx.store()
        .conn
        .prepare_cached(
            "INSERT INTO remembered (programme, choices, digest)
             VALUES (:programme, :choices, row_digest(:programme, :choices))
             ON CONFLICT (programme) DO UPDATE SET choices = excluded.choices, digest = excluded.digest",
        )?
        .execute(named_params! { ":programme": key(programme), ":choices": choices })?;
    Ok(())
}

fn key(programme: Option<ProgrammeId>) -> Uuid {
    programme.map_or(Uuid::nil(), |programme| programme.0)
}
