//! Brings the index up to date. New rows enter it many at a time: until then the scan of the newest finds them, and a
//! write of one line stays small.

use std::collections::{BTreeMap, HashSet};

use rusqlite::{Connection, OptionalExtension, named_params};
use uuid::Uuid;

use super::super::device::HAS_IDENTITY;
use super::super::record::table;
use super::super::{Result, Store, StoreError};
use super::words::{fold, split};
use super::{document, document_of_row, searched, vocabulary};
use crate::model::history::Entity;
use crate::model::noun::Noun;

/// How many rows may be newer than the index. The scan of the newest must reach as far.
pub(super) const BEHIND: i64 = 128;

/// Brings the index up to date before a commit: for records that were changed, soft-deleted or restored, and for new
/// rows, once there are enough of them. `last` is the last row that the write has made, if it made any.
pub(in crate::store) fn update(
    store: &Store,
    changed: &HashSet<(Entity, Uuid)>,
    last: Option<i64>,
) -> Result<()> {
    let Some(until) = reaches(store)? else { return rebuild(store) };
    let mut index = Index { store, met: HashSet::new() };
    let mut again = BTreeMap::new();
    for (entity, id) in changed {
        again.extend(index.forget(*entity, *id, until)?);
    }
    // In the order of their rows: out of it, each would be written by itself.
    for (document, text) in again {
        index.enter(document, &text)?;
    }
    if let Some(last) = last.filter(|last| last - until >= BEHIND) {
        index.enter_after(until, last)?;
    }
    vocabulary::enter(store, index.met)
}

/// The index while it is written. It is never asked meanwhile: that would write what it has so far.
struct Index<'a> {
    store: &'a Store,
    /// The words of what has entered it.
    met: HashSet<String>,
}

impl Index<'_> {
    /// Takes a record out, and returns the document with the text to be entered in its place. Nothing for a noun that
    /// is not searched and for a row after `until`, which is not in the index yet.
    fn forget(&self, entity: Entity, id: Uuid, until: i64) -> Result<Option<(i64, String)>> {
        let Some(text) = Noun::of(entity).and_then(|noun| noun.searched) else { return Ok(None) };
        let table = table(entity);
        let sql =
            format!("SELECT row, {text}, deleted AND NOT kept FROM {table} WHERE id = :id AND row <= :until");
        let found: Option<(i64, String, bool)> = self
            .store
            .conn
            .prepare_cached(&sql)?
            .query_row(named_params! { ":id": id, ":until": until }, |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .optional()?;
        let Some((row, text, deleted)) = found else { return Ok(None) };
        let document = document(entity, row);
        self.store
            .conn
            .prepare_cached("DELETE FROM search WHERE rowid = :document")?
            .execute(named_params! { ":document": document })?;
        Ok((!deleted).then_some((document, text)))
    }

    /// Enters a document.
    fn enter(&mut self, document: i64, text: &str) -> Result<()> {
        let folded = fold(text);
        let mut body = String::with_capacity(folded.len());
        for word in split(&folded) {
            if !body.is_empty() {
                body.push(' ');
            }
            body.push_str(word);
            if !self.met.contains(word) {
                self.met.insert(word.to_owned());
            }
        }
        if !body.is_empty() {
            self.store
                .conn
                .prepare_cached("INSERT INTO search (rowid, body) VALUES (:document, :body)")?
                .execute(named_params! { ":document": document, ":body": body })?;
        }
        Ok(())
    }

    /// Enters every row after this one, and remembers up to which row the index goes now, and how new they are.
    fn enter_after(&mut self, until: i64, last: i64) -> Result<()> {
        let conn = &self.store.conn;
        let select = |(noun, place): (&Noun, i64)| {
            let (text, table) = (noun.searched.unwrap_or("id"), table(noun.entity));
            format!("SELECT row, {place}, {text}, id, deleted AND NOT kept FROM {table} WHERE row > :until")
        };
        let selects: Vec<String> = searched().zip(0..).map(select).collect();
        let sql = format!("{} ORDER BY 1", selects.join(" UNION ALL "));
        let mut statement = conn.prepare_cached(&sql)?;
        let mut rows = statement.query(named_params! { ":until": until })?;
        let mut newest: Uuid = conn
            .prepare_cached(&format!("SELECT id FROM newest WHERE {HAS_IDENTITY} ORDER BY row DESC LIMIT 1"))?
            .query_row([], |row| row.get(0))
            .optional()?
            .unwrap_or_default();
        let mut write = conn.prepare_cached("INSERT OR REPLACE INTO newest (row, id) VALUES (:row, :id)")?;
        let mut part = until;
        while let Some(row) = rows.next()? {
            let at: i64 = row.get(0)?;
            // What is deleted may come back.
            newest = newest.max(row.get(3).unwrap_or_default());
            if at - part >= BEHIND {
                write.execute(named_params! { ":row": at, ":id": newest })?;
                part = at;
            }
            if !row.get::<_, bool>(4)? {
                let document = document_of_row(at) + row.get::<_, i64>(1)?;
                self.enter(document, row.get_ref(2)?.as_str().unwrap_or_default())?;
            }
        }
        write.execute(named_params! { ":row": last, ":id": newest })?;
        conn.prepare_cached("UPDATE indexed SET row = :last")?.execute(named_params! { ":last": last })?;
        Ok(())
    }
}

/// The last row that is in the index. `None` where the file does not say: then it has to be made anew.
fn reaches(store: &Store) -> Result<Option<i64>> {
    let mut statement = store.conn.prepare_cached("SELECT row FROM indexed WHERE typeof(row) = 'integer'")?;
    let rows = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    Ok(if let [only] = rows[..] { Some(only) } else { None })
}

/// Makes the words of the index readable as `temp.term`: each as `term`, with how many records have it as `doc`.
pub(in crate::store) fn open_terms(conn: &Connection) -> Result<()> {
    conn.execute_batch("CREATE VIRTUAL TABLE IF NOT EXISTS temp.term USING fts5vocab(main, search, row)")?;
    Ok(())
}

/// Of so many words one is looked up, and each that more records than this have.
const LOOKED_UP: usize = 16;
const FREQUENT: i64 = 64;

/// Has FTS5 look at its own tables, and looks words up that are in them: what finds a word in the index is no part of
/// what it looks at.
///
/// # Errors
/// [`StoreError::Damaged`] where a word is not found wherever it is, or the tables do not fit each other.
pub(in crate::store) fn require_sound(store: &Store) -> Result<()> {
    let conn = &store.conn;
    conn.execute("INSERT INTO search (search) VALUES ('integrity-check')", [])?;
    open_terms(conn)?;
    let mut terms = conn.prepare("SELECT term, doc FROM temp.term")?;
    let mut look_up = conn.prepare("SELECT count(*) FROM search WHERE search MATCH ?1")?;
    let mut rows = terms.query([])?;
    let mut nth = 0;
    while let Some(row) = rows.next()? {
        let (term, records): (String, i64) = (row.get(0)?, row.get(1)?);
        let is_looked_up = nth % LOOKED_UP == 0 || records > FREQUENT;
        nth += 1;
        if is_looked_up {
            let phrase = format!("\"{}\"", term.replace('"', "\"\""));
            let found: i64 = look_up.query_row([phrase], |row| row.get(0))?;
            if found != records {
                return Err(StoreError::Damaged("the index does not find what is in it".to_owned()));
            }
        }
    }
    Ok(())
}

/// Enters every row that is not in the index yet.
pub(in crate::store) fn catch_up(store: &Store) -> Result<()> {
    let Some(until) = reaches(store)? else { return rebuild(store) };
    let mut index = Index { store, met: HashSet::new() };
    index.enter_after(until, super::last_row(store)?)?;
    vocabulary::enter(store, index.met)
}

/// Where the file remembers otherwise than its rows say how new they are, one line for each.
pub(in crate::store) fn wrongly_newest(store: &Store) -> Result<Vec<String>> {
    let tables: Vec<String> = searched()
        .map(|noun| format!("SELECT row, id FROM {} WHERE {HAS_IDENTITY}", table(noun.entity)))
        .collect();
    let mut said = store.conn.prepare(&format!("{} ORDER BY row", tables.join(" UNION ALL ")))?;
    let mut said = said.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.peekable();
    let sql = format!(
        "SELECT row, CASE WHEN {HAS_IDENTITY} THEN id ELSE zeroblob(16) END FROM newest ORDER BY row"
    );
    let mut remembered = store.conn.prepare(&sql)?;
    let remembered = remembered.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (mut greatest, mut last, mut wrong) = (Uuid::nil(), 0, Vec::new());
    for remembered in remembered {
        let (until, id): (i64, Uuid) = remembered?;
        let is_later =
            |said: &rusqlite::Result<(i64, Uuid)>| said.as_ref().is_ok_and(|(row, _)| *row > until);
        while let Some(said) = said.next_if(|said| !is_later(said)) {
            greatest = greatest.max(said?.1);
        }
        if id != greatest {
            wrong.extend([format!("- newest {until} {id}"), format!("+ newest {until} {greatest}")]);
        }
        last = until;
    }
    match reaches(store)? {
        Some(indexed) if last < indexed => wrong.push(format!("+ newest {indexed}")),
        Some(_) => {}
        None => wrong.push("+ indexed".to_owned()),
    }
    Ok(wrong)
}

/// The version of the tables of FTS5, as it is in each of them.
const FTS5_VERSION: i64 = 4;

/// Makes the index anew, though its own tables are damaged.
pub(in crate::store) fn rebuild(store: &Store) -> Result<()> {
    let sql = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'search'";
    let create: String = store.conn.query_row(sql, [], |row| row.get(0))?;
    // FTS5 takes no table away whose version it does not know.
    store.conn.execute_batch(&format!(
        "INSERT OR REPLACE INTO search_config (k, v) VALUES ('version', {FTS5_VERSION});
         DROP TABLE search; {create}; DELETE FROM vocabulary; DELETE FROM newest;
         DELETE FROM indexed; INSERT INTO indexed (row) VALUES (0)",
    ))?;
    catch_up(store)
}
