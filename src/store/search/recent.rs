//! The newest of what was said, scanned without the index. What is common is found here at once, however often it was
//! said before; what is rare is left to the index.

use rusqlite::named_params;

use super::super::record::table;
use super::super::{Result, Store};
use super::words::WantedWords;
use super::{document, searched};
use crate::model::history::Entity;
use crate::model::noun::Noun;

/// How many entries are scanned at first, and in all.
const FIRST: i64 = 64;
const ALL: i64 = 512;

/// Walks the newest documents.
#[derive(Debug)]
pub(super) struct Recent {
    /// Rows from here on have been scanned.
    pub(super) from: i64,
    batch: i64,
    looked: i64,
}

impl Recent {
    pub(super) fn new() -> Self {
        Self { from: i64::MAX, batch: FIRST, looked: 0 }
    }

    /// Whether as much has been scanned as is worth it, or all there is.
    pub(super) fn is_done(&self) -> bool {
        self.looked >= ALL || self.from == 0
    }

    /// The documents of the next batch that match, the newest first.
    pub(super) fn next(&mut self, store: &Store, wanted: &WantedWords) -> Result<Vec<i64>> {
        let mut found = Vec::new();
        let until = self.from;
        let (rows, last) = self.entries(store, wanted, &mut found)?;
        // Fewer than were asked for: everything has been scanned.
        self.from = if rows < self.batch { 0 } else { last };
        for noun in searched().filter(|noun| noun.entity != Entity::Entry) {
            others(store, noun, self.from..until, wanted, &mut found)?;
        }
        self.looked += rows;
        self.batch *= 2;
        found.sort_unstable_by(|a, b| b.cmp(a));
        Ok(found)
    }

    /// The entries of the batch: how many there were, and the row of the oldest.
    fn entries(&self, store: &Store, wanted: &WantedWords, found: &mut Vec<i64>) -> Result<(i64, i64)> {
        let mut statement = store.conn.prepare_cached(
            "SELECT row, text FROM entry WHERE row < :until AND shown = 1 ORDER BY row DESC LIMIT :batch",
        )?;
        let mut rows = statement.query(named_params! { ":until": self.from, ":batch": self.batch })?;
        let (mut count, mut last) = (0, self.from);
        while let Some(row) = rows.next()? {
            (count, last) = (count + 1, row.get(0)?);
            if wanted.matches(row.get_ref(1)?.as_str().unwrap_or_default()) {
                found.push(document(Entity::Entry, last));
            }
        }
        Ok((count, last))
    }
}

/// The documents of another noun in these rows.
fn others(
    store: &Store,
    noun: &Noun,
    rows: std::ops::Range<i64>,
    wanted: &WantedWords,
    found: &mut Vec<i64>,
) -> Result<()> {
    let sql = format!(
        "SELECT row, {} FROM {} WHERE row >= :from AND row < :until AND shown = 1 ORDER BY row",
        noun.searched.unwrap_or("id"),
        table(noun.entity),
    );
    let mut statement = store.conn.prepare_cached(&sql)?;
    let mut rows = statement.query(named_params! { ":from": rows.start, ":until": rows.end })?;
    while let Some(row) = rows.next()? {
        if wanted.matches(row.get_ref(1)?.as_str().unwrap_or_default()) {
            found.push(document(noun.entity, row.get(0)?));
        }
    }
    Ok(())
}
