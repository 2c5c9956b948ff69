//! Full-text search with Swedish in mind: å is not a, case does not matter, and a part of a compound finds it.
//!
//! Words are folded and cut in one place, so that the index and the vocabulary agree. The newest are scanned without
//! the index, which new rows enter many at a time; a part of a word is then looked up in the vocabulary (some thousand
//! words even in a large store), and the words found there in the index. Answers come newest first and are never
//! counted to the end: that keeps them fast.
//!
//! What is newest is said by the identities, which every laptop orders alike. The index has documents in the order in
//! which they came to this file; they differ where another laptop's rows came late.

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
mod older;
mod recent;
mod vocabulary;
mod words;

pub(super) use index::{catch_up, open_terms, rebuild, require_sound, update, wrongly_newest};
use recent::Recent;
pub(super) use vocabulary::all as vocabulary;
use words::WantedWords;
pub(super) use words::fold;
pub use words::{parts, words};

/// How many nouns have a place in the numbers of documents: a document's rowid is `row * PLACES` and the place of its
/// noun among those that are searched.
const PLACES: i64 = 4;

// With more, a document of one noun would have the number of another's. Raising it changes the number of every
// document: a migration has to let the index be made anew.
const _: () = assert!(count_of_searched() <= PLACES, "more searched nouns than PLACES");

const fn count_of_searched() -> i64 {
    let (mut at, mut count) = (0, 0);
    while at < NOUNS.len() {
        if NOUNS[at].searched.is_some() {
            count += 1;
        }
        at += 1;
    }
    count
}

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
        for found in recent.next(store, &wanted)? {
            hits.extend(hit(store, found)?);
            if hits.len() >= limit {
                hits.truncate(limit);
                return Ok(hits);
            }
        }
    }
    if let Some(below) = recent.below {
        for found in older::newest(store, &wanted, below, limit - hits.len())? {
            hits.extend(hit(store, found)?);
        }
    }
    Ok(hits)
}

/// How many of the newest that were found are put in the order of their meetings.
const REACH: usize = 1_000;

/// What matches a query, at most `limit`: that of the newest meeting first, and of each meeting the newest first.
/// Meetings without a date come last. Where there are more than a thousand, only the newest of them are looked at.
///
/// # Errors
/// Where the file cannot be read.
pub fn by_meeting(store: &Store, query: &str, limit: usize) -> Result<Vec<Hit>> {
    let mut hits = find(store, query, limit.max(REACH))?;
    hits.sort_by_key(|hit| std::cmp::Reverse((hit.meeting_date, hit.meeting.0)));
    hits.truncate(limit);
    Ok(hits)
}

/// A document that matches. The newest is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    id: Uuid,
    document: i64,
}

/// The noun that a document is of.
fn noun_of(document: i64) -> Option<&'static Noun> {
    searched().nth(usize::try_from(document % PLACES).ok()?)
}

fn hit(store: &Store, Found { document, .. }: Found) -> Result<Option<Hit>> {
    let Some(noun) = noun_of(document) else { return Ok(None) };
    let within = if noun.entity == Entity::Meeting { "id" } else { "meeting" };
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

/// The last row that any of the searched nouns has. They share one count: a later row came later, whatever noun it is.
pub(super) fn last_row(store: &Store) -> Result<i64> {
    let mut last = 0;
    for noun in searched() {
        let sql = format!("SELECT coalesce(max(row), 0) FROM {}", super::record::table(noun.entity));
        last = last.max(store.conn.prepare_cached(&sql)?.query_row([], |row| row.get(0))?);
    }
    Ok(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_keep_their_numbers() {
        let places = [Entity::Meeting, Entity::Section, Entity::Entry, Entity::Response];
        let searched: Vec<Entity> = searched().map(|noun| noun.entity).collect();
        assert_eq!(searched[..places.len()], places, "a new noun comes last: the others are in every index");
        let numbers: Vec<i64> = searched.iter().map(|entity| document(*entity, 7)).collect();
        assert_eq!(numbers[..places.len()], [28, 29, 30, 31]);
        for (entity, number) in searched.iter().zip(&numbers) {
            assert_eq!(noun_of(*number).map(|noun| noun.entity), Some(*entity));
            assert!(*number < document_of_row(8), "that is the place of another row");
        }
    }
}
