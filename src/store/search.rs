//! Full-text search with Swedish in mind: å is not a, case does not matter, and a part of a compound finds it.
//!
//! Words are folded and cut here, so that the index and the vocabulary agree. A part of a word is first looked up
//! in the vocabulary (some thousand words even in a large store), and the words found there in the index.
//! Answers come newest first and are never counted to the end: that is what keeps them fast.

use std::collections::HashSet;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, named_params};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

use super::codec::Cells;
use super::{Result, Store};
use crate::model::Entry;
use crate::model::history::Entity;
use crate::model::id::{EntryId, MeetingId};

/// The nouns that are searched; a document's rowid is `row * NOUNS.len() + place in this list`.
const NOUNS: [Entity; 4] = [Entity::Meeting, Entity::Section, Entity::Entry, Entity::Response];
/// From this length on a word of the query is looked for inside words; below, at their beginning only.
const PART: usize = 3;

/// Something that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The noun: a meeting, a section, an entry or a response.
    pub entity: Entity,
    /// The record.
    pub id: Uuid,
    /// Its words.
    pub text: String,
    /// The meeting it belongs to.
    pub meeting: MeetingId,
    /// The title of that meeting.
    pub meeting_title: String,
    /// The day of that meeting.
    pub meeting_date: Option<NaiveDate>,
    /// The entry itself, or for a response the first challenge that it answers.
    pub entry: Option<Entry>,
}

/// The words of a text as the index has them: composed (NFC), lower case, without soft hyphens.
pub fn words(text: &str) -> Vec<String> {
    let folded: String = text
        .nfc()
        .filter(|sign| !matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'))
        .flat_map(char::to_lowercase)
        .collect();
    folded
        .split(|sign: char| !(sign.is_alphanumeric() || unicode_normalization::char::is_combining_mark(sign)))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What matches a query, newest first, at most `limit`. A query without words finds nothing.
///
/// # Errors
/// Where the file cannot be read.
pub fn find(store: &Store, query: &str, limit: usize) -> Result<Vec<Hit>> {
    let Some(expression) = expression(store, query)? else { return Ok(Vec::new()) };
    let mut statement = store
        .conn
        .prepare_cached("SELECT rowid FROM search WHERE search MATCH :query ORDER BY rowid DESC")?;
    let mut rows = statement.query(named_params! { ":query": expression })?;
    let mut hits = Vec::new();
    while hits.len() < limit
        && let Some(row) = rows.next()?
    {
        hits.extend(hit(store, row.get(0)?)?);
    }
    Ok(hits)
}

/// The query in the language of FTS5: every word of it, each as any of the words that hold it. `None` if nothing can match.
fn expression(store: &Store, query: &str) -> Result<Option<String>> {
    let mut all = Vec::new();
    for word in words(query) {
        if word.chars().count() < PART {
            all.push(format!("\"{word}\"*"));
            continue;
        }
        let mut statement =
            store.conn.prepare_cached("SELECT word FROM word WHERE instr(word, :part) > 0")?;
        let holders: Vec<String> = statement
            .query_map(named_params! { ":part": word }, |row| {
                Ok(format!("\"{}\"", row.get::<_, String>(0)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        if holders.is_empty() {
            return Ok(None);
        }
        all.push(format!("({})", holders.join(" OR ")));
    }
    Ok(if all.is_empty() { None } else { Some(all.join(" AND ")) })
}

fn hit(store: &Store, document: i64) -> Result<Option<Hit>> {
    let nouns = i64::try_from(NOUNS.len()).unwrap_or(1);
    let Some(entity) = usize::try_from(document % nouns).ok().and_then(|noun| NOUNS.get(noun).copied())
    else {
        return Ok(None);
    };
    let sql = match entity {
        Entity::Meeting => {
            "SELECT meeting.id, meeting.title AS text, meeting.id AS meeting, title, date, NULL AS entry
             FROM meeting WHERE row = :row AND deleted = 0"
        }
        Entity::Section => {
            "SELECT section.id, heading AS text, meeting, title, date, NULL AS entry FROM section
             JOIN meeting ON meeting.id = section.meeting
             WHERE section.row = :row AND section.deleted = 0 AND meeting.deleted = 0"
        }
        Entity::Response => {
            "SELECT response.id, text, response.meeting, title, date,
                (SELECT challenge FROM answer WHERE response = response.id AND deleted = 0 ORDER BY row LIMIT 1) AS entry
             FROM response JOIN meeting ON meeting.id = response.meeting
             WHERE response.row = :row AND response.deleted = 0 AND meeting.deleted = 0"
        }
        _ => {
            "SELECT entry.id, text, entry.meeting, title, date, entry.id AS entry FROM entry
             JOIN meeting ON meeting.id = entry.meeting JOIN section ON section.id = entry.section
             WHERE entry.row = :row AND entry.deleted = 0 AND section.deleted = 0 AND meeting.deleted = 0"
        }
    };
    let found = store
        .conn
        .prepare_cached(sql)?
        .query_row(named_params! { ":row": document / nouns }, |row| {
            Ok((
                Hit {
                    entity,
                    id: row.get("id")?,
                    text: row.text("text")?,
                    meeting: row.id("meeting")?,
                    meeting_title: row.text("title")?,
                    meeting_date: row.day("date")?,
                    entry: None,
                },
                row.maybe_id::<EntryId>("entry")?,
            ))
        })
        .optional()?;
    let Some((hit, entry)) = found else { return Ok(None) };
    let entry = entry.map(|entry| super::entry::get(store, entry)).transpose()?.flatten();
    Ok(Some(Hit { entry, ..hit }))
}

/// Puts a new document into the index.
pub(super) fn add(store: &Store, entity: Entity, row: i64, text: &str) -> Result<()> {
    let words = words(text);
    if words.is_empty() {
        return Ok(());
    }
    let mut enter = store.conn.prepare_cached("INSERT OR IGNORE INTO word (word) VALUES (:word)")?;
    let mut known = HashSet::new();
    for word in &words {
        if known.insert(word.as_str()) {
            enter.execute(named_params! { ":word": word })?;
        }
    }
    store
        .conn
        .prepare_cached("INSERT INTO search (rowid, body) VALUES (:document, :body)")?
        .execute(named_params! { ":document": document(entity, row), ":body": words.join(" ") })?;
    Ok(())
}

fn document(entity: Entity, row: i64) -> i64 {
    let noun = NOUNS.iter().position(|noun| *noun == entity).unwrap_or(0);
    row * i64::try_from(NOUNS.len()).unwrap_or(1) + i64::try_from(noun).unwrap_or(0)
}

/// Brings the index up to date for a record that was changed, put away or taken back.
pub(super) fn index(store: &Store, entity: Entity, id: Uuid) -> Result<()> {
    let text = match entity {
        Entity::Meeting => "title",
        Entity::Section => "heading",
        Entity::Entry | Entity::Response => "text",
        _ => return Ok(()),
    };
    let sql = format!("SELECT row, {text}, deleted FROM {} WHERE id = :id", super::record::table(entity));
    let (row, text, deleted): (i64, String, bool) = store
        .conn
        .prepare_cached(&sql)?
        .query_row(named_params! { ":id": id }, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    store
        .conn
        .prepare_cached("DELETE FROM search WHERE rowid = :document")?
        .execute(named_params! { ":document": document(entity, row) })?;
    if deleted { Ok(()) } else { add(store, entity, row, &text) }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_folded_as_swedish_reads_them() {
        assert_eq!(words("ÅTGÄRDSLISTA, för må\u{ad}len!"), ["åtgärdslista", "för", "målen"]);
        assert_eq!(words("A\u{30a}sa"), ["åsa"]);
        assert_eq!(words("LKP-arbete 2018"), ["lkp", "arbete", "2018"]);
        assert!(words("🙂 – …").is_empty());
    }
}
