//! Full-text search with Swedish in mind: å is not a, case does not matter, and a part of a compound finds it.
//!
//! Words are folded and cut in one place, so that the index and the vocabulary agree. The newest are scanned without
//! the index, which new rows enter many at a time; a part of a word is then looked up in the vocabulary (some thousand
//! words even in a large store), and the words found there in the index. Answers come newest first and are never
//! counted to the end: that keeps them fast.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, named_params};
use uuid::Uuid;

use super::codec::Cells;
use super::{Result, Store};
use crate::model::Entry;
use crate::model::history::Entity;
use crate::model::id::{EntryId, MeetingId, ResponseId};
use crate::model::noun::{NOUNS, Noun};

mod index;
mod recent;
mod vocabulary;
mod words;

pub(super) use index::{catch_up, rebuild, update};
use recent::Recent;
pub(super) use words::fold;
use words::{WantedWords, is_part};
pub use words::{parts, words};

/// How many nouns have a place in the numbers of documents: a document's rowid is `row * PLACES` and the place of its
/// noun among those that are searched.
const PLACES: i64 = 4;

/// The nouns that are searched. A document's place in this list is in the index: a new noun comes last.
pub(super) fn searched() -> impl Iterator<Item = &'static Noun> {
    NOUNS.iter().filter(|noun| noun.searched.is_some())
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The noun: a meeting, a section, an entry or a response.
    pub entity: Entity,
    /// Of which record the text is.
    pub id: Uuid,
    /// What was searched, as it is stored.
    pub text: String,
    /// The meeting it belongs to.
    pub meeting: MeetingId,
    /// Of [`Hit::meeting`]; may be empty.
    pub meeting_title: String,
    /// The day of that meeting.
    pub meeting_date: Option<NaiveDate>,
    /// The entry itself, or for a response the first challenge that it answers.
    pub entry: Option<Entry>,
}

/// What matches a query, newest first, at most `limit`. A query without words finds nothing.
///
/// The newest are scanned first, where what is common is found; the index finds the rest.
///
/// # Errors
/// Where the file cannot be read.
pub fn find(store: &Store, query: &str, limit: usize) -> Result<Vec<Hit>> {
    let wanted = WantedWords::new(query);
    let mut hits = Vec::new();
    if wanted.words().is_empty() {
        return Ok(hits);
    }
    let mut recent = Recent::new();
    while !recent.is_done() {
        for document in recent.next(store, &wanted)? {
            hits.extend(hit(store, document)?);
            if hits.len() >= limit {
                hits.truncate(limit);
                return Ok(hits);
            }
        }
    }
    if recent.from == 0 {
        return Ok(hits);
    }
    let Some(expression) = expression(store, &wanted)? else { return Ok(hits) };
    let mut statement = store.conn.prepare_cached(
        "SELECT rowid FROM search WHERE search MATCH :query AND rowid < :below ORDER BY rowid DESC",
    )?;
    let below = document_of_row(recent.from);
    let mut rows = statement.query(named_params! { ":query": expression, ":below": below })?;
    while hits.len() < limit
        && let Some(row) = rows.next()?
    {
        hits.extend(hit(store, row.get(0)?)?);
    }
    Ok(hits)
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

fn hit(store: &Store, document: i64) -> Result<Option<Hit>> {
    let place = usize::try_from(document % PLACES).ok();
    let Some(noun) = place.and_then(|place| searched().nth(place)) else { return Ok(None) };
    let within = noun.parents().find(|(_, parent)| *parent == Entity::Meeting).map_or("id", |(cell, _)| cell);
    let sql = format!(
        "SELECT said.id, said.{} AS text, meeting.id AS meeting, meeting.title, meeting.date
         FROM {} AS said JOIN meeting ON meeting.id = said.{within} WHERE said.row = :row AND said.shown = 1",
        noun.searched.unwrap_or("id"),
        super::record::table(noun.entity),
    );
    let found = store
        .conn
        .prepare_cached(&sql)?
        .query_row(named_params! { ":row": document / PLACES }, |row| {
            Ok(Hit {
                entity: noun.entity,
                id: row.id("id")?,
                text: row.text("text")?,
                meeting: row.id("meeting")?,
                meeting_title: row.text("title")?,
                meeting_date: row.day("date")?,
                entry: None,
            })
        })
        .optional()?;
    let Some(mut hit) = found else { return Ok(None) };
    let entry = match hit.entity {
        Entity::Entry => Some(EntryId(hit.id)),
        Entity::Response => super::answer::challenges(store, ResponseId(hit.id))?.first().copied(),
        _ => None,
    };
    if let Some(entry) = entry {
        hit.entry = super::entry::get(store, entry)?;
    }
    Ok(Some(hit))
}

fn document(entity: Entity, row: i64) -> i64 {
    let place = searched().position(|noun| noun.entity == entity).unwrap_or(0);
    document_of_row(row) + i64::try_from(place).unwrap_or(0)
}

/// The first document that a row can be.
fn document_of_row(row: i64) -> i64 {
    row * PLACES
}

/// The last row that any of the searched nouns has. They share one count, so that a later row was written later
/// whatever noun it is.
pub(super) fn last_row(store: &Store) -> Result<i64> {
    let mut last = 0;
    for noun in searched() {
        let sql = format!("SELECT coalesce(max(row), 0) FROM {}", super::record::table(noun.entity));
        last = last.max(store.conn.prepare_cached(&sql)?.query_row([], |row| row.get(0))?);
    }
    Ok(last)
}
