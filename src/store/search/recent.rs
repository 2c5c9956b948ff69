//! The newest of what was said, scanned without the index. What is common is found here at once, however often it was
//! said before; what is rare is left to the index.

use rusqlite::named_params;
use uuid::Uuid;

use super::super::device::HAS_IDENTITY;
use super::super::record::table;
use super::super::{Result, Store};
use super::words::WantedWords;
use super::{Found, document, searched};
use crate::model::history::Entity;
use crate::model::noun::Noun;

/// How many entries are scanned at first, and in all.
const FIRST: i64 = 64;
const ALL: i64 = 512;

/// Walks the newest documents.
#[derive(Debug)]
pub(super) struct Recent {
    /// All that are not older have been scanned; `None` once everything has been.
    pub(super) below: Option<Uuid>,
    batch: i64,
    looked: i64,
}

impl Recent {
    pub(super) fn new() -> Self {
        Self { below: Some(Uuid::max()), batch: FIRST, looked: 0 }
    }

    /// Whether as much has been scanned as is worth it, or all there is.
    pub(super) fn is_done(&self) -> bool {
        self.looked >= ALL || self.below.is_none()
    }

    /// The documents of the next batch that match, the newest first.
    pub(super) fn next(&mut self, store: &Store, wanted: &WantedWords) -> Result<Vec<Found>> {
        let mut found = Vec::new();
        let Some(below) = self.below else { return Ok(found) };
        let (rows, last) = self.entries(store, below, wanted, &mut found)?;
        // Fewer than were asked for: everything has been scanned.
        self.below = (rows == self.batch).then_some(last);
        let from = self.below.unwrap_or(Uuid::nil());
        for noun in searched().filter(|noun| noun.entity != Entity::Entry) {
            others(store, noun, from..below, wanted, &mut found)?;
        }
        self.looked += rows;
        self.batch *= 2;
        found.sort_unstable_by(|a, b| b.cmp(a));
        Ok(found)
    }

    /// The entries of the batch: how many there were, and the oldest.
    fn entries(
        &self,
        store: &Store,
        below: Uuid,
        wanted: &WantedWords,
        found: &mut Vec<Found>,
    ) -> Result<(i64, Uuid)> {
        let mut statement = store.conn.prepare_cached(&format!(
            "SELECT row, id, text FROM entry WHERE id < :below AND shown = 1 AND {HAS_IDENTITY}
             ORDER BY id DESC LIMIT :batch"
        ))?;
        let mut rows = statement.query(named_params! { ":below": below, ":batch": self.batch })?;
        let (mut count, mut last) = (0, below);
        while let Some(row) = rows.next()? {
            (count, last) = (count + 1, row.get(1)?);
            if wanted.matches(row.get_ref(2)?.as_str().unwrap_or_default()) {
                found.push(Found { id: last, document: document(Entity::Entry, row.get(0)?) });
            }
        }
        Ok((count, last))
    }
}

/// The documents of another noun with these identities.
fn others(
    store: &Store,
    noun: &Noun,
    ids: std::ops::Range<Uuid>,
    wanted: &WantedWords,
    found: &mut Vec<Found>,
) -> Result<()> {
    let sql = format!(
        "SELECT row, id, {} FROM {} WHERE id >= :from AND id < :below AND shown = 1 AND {HAS_IDENTITY} ORDER BY id",
        noun.searched.unwrap_or("id"),
        table(noun.entity),
    );
    let mut statement = store.conn.prepare_cached(&sql)?;
    let mut rows = statement.query(named_params! { ":from": ids.start, ":below": ids.end })?;
    while let Some(row) = rows.next()? {
        if wanted.matches(row.get_ref(2)?.as_str().unwrap_or_default()) {
            found.push(Found { id: row.get(1)?, document: document(noun.entity, row.get(0)?) });
        }
    }
    Ok(())
}
