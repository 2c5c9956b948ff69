//! Full-text search with Swedish in mind: å is not a, case does not matter, and a part of a compound finds it.
//!
//! Words are folded and cut here, so that the index and the vocabulary agree. A part of a word is first looked up
//! in the vocabulary (some thousand words even in a large store), and the words found there in the index.
//! Answers come newest first and are never counted to the end: that is what keeps them fast.

use std::collections::HashSet;
use std::ops::Range;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, named_params};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use uuid::Uuid;

use super::codec::Cells;
use super::record::Record;
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
    fold(text).split(|sign| !in_word(sign)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn fold(text: &str) -> String {
    text.nfc()
        .filter(|sign| !matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether a sign belongs to a word.
fn in_word(sign: char) -> bool {
    sign.is_alphanumeric() || unicode_normalization::char::is_combining_mark(sign)
}

/// What matches a query, newest first, at most `limit`. A query without words finds nothing.
///
/// Who searches while somebody types keeps a [`Searcher`] instead.
///
/// # Errors
/// Where the file cannot be read.
pub fn find(store: &Store, query: &str, limit: usize) -> Result<Vec<Hit>> {
    let mut vocabulary = Vocabulary::default();
    search(store, &mut vocabulary, query, limit)
}

/// Searches again and again: it keeps the vocabulary in memory and reads only the words that are new.
#[derive(Debug)]
pub struct Searcher {
    store: Store,
    vocabulary: Vocabulary,
}

impl Searcher {
    /// A searcher over a store of its own, such as [`Store::reader`] gives.
    pub fn new(store: Store) -> Self {
        Self { store, vocabulary: Vocabulary::default() }
    }

    /// The same as [`find`].
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn find(&mut self, query: &str, limit: usize) -> Result<Vec<Hit>> {
        search(&self.store, &mut self.vocabulary, query, limit)
    }
}

fn search(store: &Store, vocabulary: &mut Vocabulary, query: &str, limit: usize) -> Result<Vec<Hit>> {
    let Some(expression) = expression(store, vocabulary, query)? else { return Ok(Vec::new()) };
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
fn expression(store: &Store, vocabulary: &mut Vocabulary, query: &str) -> Result<Option<String>> {
    let mut all = Vec::new();
    for word in words(query) {
        if word.chars().count() < PART {
            all.push(format!("\"{word}\"*"));
            continue;
        }
        vocabulary.learn(store)?;
        let holders: Vec<String> = vocabulary.holding(&word).map(|holder| format!("\"{holder}\"")).collect();
        if holders.is_empty() {
            return Ok(None);
        }
        all.push(format!("({})", holders.join(" OR ")));
    }
    Ok(if all.is_empty() { None } else { Some(all.join(" AND ")) })
}

/// All words of the store in one text, each between line breaks: the quickest thing to look for a part in.
#[derive(Debug, Default)]
struct Vocabulary {
    text: String,
    /// The last row of the table that has been read.
    last: i64,
}

impl Vocabulary {
    /// Reads the words that are new since last time.
    fn learn(&mut self, store: &Store) -> Result<()> {
        let mut statement =
            store.conn.prepare_cached("SELECT row, word FROM word WHERE row > :last ORDER BY row")?;
        let mut rows = statement.query(named_params! { ":last": self.last })?;
        while let Some(row) = rows.next()? {
            self.last = row.get(0)?;
            let word = row.get_ref(1)?;
            self.text.push_str(word.as_str().unwrap_or_default());
            self.text.push('\n');
        }
        Ok(())
    }

    /// The words that hold a part, each once.
    fn holding<'a>(&'a self, part: &'a str) -> impl Iterator<Item = &'a str> {
        let text = self.text.as_bytes();
        let mut after = 0;
        memchr::memmem::find_iter(text, part.as_bytes()).filter_map(move |at| {
            if at < after {
                return None;
            }
            let start = memchr::memrchr(b'\n', text.get(..at)?).map_or(0, |line| line + 1);
            after = memchr::memchr(b'\n', text.get(at..)?).map_or(text.len(), |line| at + line);
            self.text.get(start..after)
        })
    }
}

fn hit(store: &Store, document: i64) -> Result<Option<Hit>> {
    let nouns = i64::try_from(NOUNS.len()).unwrap_or(1);
    let Some(entity) = usize::try_from(document % nouns).ok().and_then(|noun| NOUNS.get(noun).copied())
    else {
        return Ok(None);
    };
    let sql = match entity {
        Entity::Meeting => {
            "SELECT meeting.id, meeting.title AS text, meeting.id AS meeting, title, date, NULL AS challenge
             FROM meeting WHERE row = :row AND deleted = 0"
        }
        Entity::Section => {
            "SELECT section.id, heading AS text, meeting, title, date, NULL AS challenge FROM section
             JOIN meeting ON meeting.id = section.meeting
             WHERE section.row = :row AND section.deleted = 0 AND meeting.deleted = 0"
        }
        Entity::Response => {
            "SELECT response.id, text, response.meeting, title, date,
                (SELECT challenge FROM answer WHERE response = response.id AND deleted = 0 ORDER BY row LIMIT 1)
                    AS challenge
             FROM response JOIN meeting ON meeting.id = response.meeting
             WHERE response.row = :row AND response.deleted = 0 AND meeting.deleted = 0"
        }
        _ => {
            "SELECT entry.*, title, date FROM entry
             JOIN meeting ON meeting.id = entry.meeting JOIN section ON section.id = entry.section
             WHERE entry.row = :row AND entry.deleted = 0 AND section.deleted = 0 AND meeting.deleted = 0"
        }
    };
    let found = store
        .conn
        .prepare_cached(sql)?
        .query_row(named_params! { ":row": document / nouns }, |row| {
            let challenge =
                if entity == Entity::Entry { None } else { row.maybe_id::<EntryId>("challenge")? };
            let entry = if entity == Entity::Entry { Some(Entry::from_row(row)?) } else { None };
            Ok((
                Hit {
                    entity,
                    id: row.id("id")?,
                    text: row.text("text")?,
                    meeting: row.id("meeting")?,
                    meeting_title: row.text("title")?,
                    meeting_date: row.day("date")?,
                    entry,
                },
                challenge,
            ))
        })
        .optional()?;
    let Some((mut hit, challenge)) = found else { return Ok(None) };
    if let Some(challenge) = challenge {
        hit.entry = super::entry::get(store, challenge)?;
    }
    Ok(Some(hit))
}

/// Where the words of a query stand in a text, as ranges of its bytes in order: whole signs, by the same folding as
/// the index has.
pub fn parts(query: &str, text: &str) -> Vec<Range<usize>> {
    let mut folded = String::new();
    // For every byte of the folded text, the sign of the text that it came from.
    let mut from: Vec<Range<usize>> = Vec::new();
    for (at, sign) in text.grapheme_indices(true) {
        folded.push_str(&fold(sign));
        from.resize(folded.len(), at..at + sign.len());
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words(query) {
        let begins_only = word.chars().count() < PART;
        for (at, _) in folded.match_indices(&word) {
            let inside = folded.get(..at).and_then(|before| before.chars().next_back()).is_some_and(in_word);
            if begins_only && inside {
                continue;
            }
            if let (Some(first), Some(last)) = (from.get(at), from.get(at + word.len() - 1)) {
                found.push(first.start..last.end);
            }
        }
    }
    found.sort_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in found {
        match joined.last_mut().filter(|before| range.start <= before.end) {
            Some(before) => before.end = before.end.max(range.end),
            None => joined.push(range),
        }
    }
    joined
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
    use super::{parts, words};

    #[test]
    fn words_are_folded_as_swedish_reads_them() {
        assert_eq!(words("ÅTGÄRDSLISTA, för må\u{ad}len!"), ["åtgärdslista", "för", "målen"]);
        assert_eq!(words("A\u{30a}sa"), ["åsa"]);
        assert_eq!(words("LKP-arbete 2018"), ["lkp", "arbete", "2018"]);
        assert!(words("🙂 – …").is_empty());
    }

    #[test]
    fn what_was_found_is_marked_in_the_text_as_it_is_written() {
        let marked = |query: &str, text: &'static str| {
            parts(query, text).into_iter().filter_map(|range| text.get(range)).collect::<Vec<_>>()
        };
        assert_eq!(marked("KVALITET", "Livskvalitetsprogrammet"), ["kvalitet"]);
        assert_eq!(marked("åsa", "A\u{30a}sa och Asa"), ["A\u{30a}sa"]);
        assert_eq!(marked("målen", "må\u{ad}len"), ["må\u{ad}len"]);
        assert_eq!(marked("bo", "Bordet i ladan, hobo"), ["Bo"]);
        assert_eq!(marked("avtal talen", "Avtalen"), ["Avtalen"]);
        assert!(marked("", "Avtalen").is_empty());
    }
}
