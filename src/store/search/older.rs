//! What is older than the newest that were scanned: found in the index, and among the few rows that are not in it yet.
//! The index is walked from what came last to what came first, and no further than something can still be new enough.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rusqlite::{OptionalExtension, named_params};
use uuid::Uuid;

use super::super::device::HAS_IDENTITY;
use super::super::record::table;
use super::super::{Result, Store};
use super::words::{WantedWords, is_part};
use super::{Found, PLACES, document, document_of_row, noun_of, searched, vocabulary};
use crate::model::noun::Noun;

/// The newest documents of those older than `below` that match, the newest first, at most `limit`.
pub(super) fn newest(store: &Store, wanted: &WantedWords, below: Uuid, limit: usize) -> Result<Vec<Found>> {
    let until = store.conn.prepare_cached("SELECT row FROM indexed")?.query_row([], |row| row.get(0))?;
    let mut kept = Newest { found: BinaryHeap::new(), limit };
    for noun in searched() {
        not_indexed(store, noun, until, wanted, below, &mut kept)?;
    }
    if let Some(expression) = expression(store, wanted)? {
        indexed(store, &expression, until, below, &mut kept)?;
    }
    Ok(kept.found.into_sorted_vec().into_iter().map(|Reverse(found)| found).collect())
}

/// The newest that were found so far, as many as are wanted.
struct Newest {
    found: BinaryHeap<Reverse<Found>>,
    limit: usize,
}

impl Newest {
    fn add(&mut self, found: Found) {
        self.found.push(Reverse(found));
        if self.found.len() > self.limit {
            self.found.pop();
        }
    }

    /// Whether something of which none is newer than this may still be among them.
    fn may_take(&self, newest: Uuid) -> bool {
        self.found.len() < self.limit || self.found.peek().is_some_and(|Reverse(last)| last.id < newest)
    }
}

/// The documents of a noun that are not in the index yet.
fn not_indexed(
    store: &Store,
    noun: &Noun,
    until: i64,
    wanted: &WantedWords,
    below: Uuid,
    kept: &mut Newest,
) -> Result<()> {
    let sql = format!(
        "SELECT row, id, {} FROM {} WHERE row > :until AND id < :below AND shown = 1 AND {HAS_IDENTITY} ORDER BY row",
        noun.searched.unwrap_or("id"),
        table(noun.entity),
    );
    let mut statement = store.conn.prepare_cached(&sql)?;
    let mut rows = statement.query(named_params! { ":until": until, ":below": below })?;
    while let Some(row) = rows.next()? {
        if wanted.matches(row.get_ref(2)?.as_str().unwrap_or_default()) {
            kept.add(Found { id: row.get(1)?, document: document(noun.entity, row.get(0)?) });
        }
    }
    Ok(())
}

/// The documents in the index.
fn indexed(store: &Store, expression: &str, until: i64, below: Uuid, kept: &mut Newest) -> Result<()> {
    let mut statement = store.conn.prepare_cached(
        "SELECT rowid FROM search WHERE search MATCH :query AND rowid < :after ORDER BY rowid DESC",
    )?;
    let after = document_of_row(until + 1);
    let mut rows = statement.query(named_params! { ":query": expression, ":after": after })?;
    let mut part = Part { from: i64::MAX, newest: Uuid::max() };
    while let Some(row) = rows.next()? {
        let document: i64 = row.get(0)?;
        if kept.found.len() >= kept.limit {
            let row = document / PLACES;
            if row < part.from {
                part = Part::of(store, row)?;
            }
            if !kept.may_take(part.newest) {
                break;
            }
        }
        if let Some(id) = id_of(store, document, below)? {
            kept.add(Found { id, document });
        }
    }
    Ok(())
}

/// Rows that came one after the other.
struct Part {
    from: i64,
    /// The greatest identity of all rows up to the end of it.
    newest: Uuid,
}

impl Part {
    /// The part that a row is in.
    fn of(store: &Store, row: i64) -> Result<Self> {
        let mut statement = store.conn.prepare_cached(
            "SELECT (SELECT coalesce(max(row), -1) + 1 FROM newest WHERE row < :row) AS since, id
             FROM newest WHERE row >= :row ORDER BY row LIMIT 1",
        )?;
        let found = statement.query_row(named_params! { ":row": row }, |found| {
            Ok(Self { from: found.get("since")?, newest: found.get("id").unwrap_or(Uuid::max()) })
        });
        Ok(found.optional()?.unwrap_or(Self { from: row, newest: Uuid::max() }))
    }
}

/// The identity of what a document is of, if that is shown and older than `below`.
fn id_of(store: &Store, document: i64, below: Uuid) -> Result<Option<Uuid>> {
    let Some(noun) = noun_of(document) else { return Ok(None) };
    let table = table(noun.entity);
    let sql =
        format!("SELECT id FROM {table} WHERE row = :row AND id < :below AND shown = 1 AND {HAS_IDENTITY}");
    let mut statement = store.conn.prepare_cached(&sql)?;
    let row = document / PLACES;
    Ok(statement.query_row(named_params! { ":row": row, ":below": below }, |row| row.get(0)).optional()?)
}

/// The query in the language of FTS5: every word of it, each as any of the words that hold it. `None` if nothing can
/// match.
fn expression(store: &Store, wanted: &WantedWords) -> Result<Option<String>> {
    let mut all = Vec::new();
    for word in wanted.words() {
        if !is_part(word) {
            all.push(format!("\"{word}\"*"));
            continue;
        }
        let holding = vocabulary::holding(store, word)?;
        if holding.is_empty() {
            return Ok(None);
        }
        all.push(format!("(\"{}\")", holding.join("\" OR \"")));
    }
    Ok(Some(all.join(" AND ")))
}
