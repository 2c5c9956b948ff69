//! The vocabulary of the store: in it a part of a word is looked up before the index is asked. It knows words only, not
//! where they occur.

use std::collections::HashSet;

use rusqlite::named_params;

use super::super::{Result, Store};

/// How many bytes of words a row of the table takes before another is begun: what fits in a page with its neighbours
/// undivided.
const FULL: usize = 3_000;

/// All words of the store in one text, each followed by a line break: the quickest thing to look for a part in.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    text: String,
    /// The last row of the table that has been read, and how many bytes of it: a row that is not full yet grows.
    last: i64,
    read: usize,
}

impl Vocabulary {
    /// Reads the words that are new since last time.
    pub(super) fn learn(&mut self, store: &Store) -> Result<()> {
        let mut statement = store
            .conn
            .prepare_cached("SELECT number, words FROM vocabulary WHERE number >= :last ORDER BY number")?;
        let mut rows = statement.query(named_params! { ":last": self.last })?;
        while let Some(row) = rows.next()? {
            let (number, words) = (row.get(0)?, row.get_ref(1)?.as_str().unwrap_or_default());
            let from = if number == self.last { self.read } else { 0 };
            self.text.push_str(words.get(from..).unwrap_or_default());
            (self.last, self.read) = (number, words.len());
        }
        Ok(())
    }

    /// The words that hold a part, each once.
    pub(super) fn holding<'a>(&'a self, part: &'a str) -> impl Iterator<Item = &'a str> {
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

/// Enters the words that are not in the table yet.
pub(super) fn enter(store: &Store, mut words: HashSet<String>) -> Result<()> {
    if words.is_empty() {
        return Ok(());
    }
    let (mut number, mut length) = (1, 0);
    let mut statement = store.conn.prepare_cached("SELECT number, words FROM vocabulary ORDER BY number")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let known = row.get_ref(1)?.as_str().unwrap_or_default();
        (number, length) = (row.get(0)?, known.len());
        for word in known.lines() {
            words.remove(word);
        }
    }
    let mut words: Vec<String> = words.into_iter().collect();
    words.sort_unstable();
    let mut more = String::new();
    for word in words {
        if length + more.len() >= FULL {
            append(store, number, &more)?;
            (number, length) = (number + 1, 0);
            more.clear();
        }
        more.push_str(&word);
        more.push('\n');
    }
    if more.is_empty() { Ok(()) } else { append(store, number, &more) }
}

/// Adds words to a row, or makes it.
fn append(store: &Store, number: i64, more: &str) -> Result<()> {
    store
        .conn
        .prepare_cached(
            "INSERT INTO vocabulary (number, words) VALUES (:number, :more)
             ON CONFLICT DO UPDATE SET words = words || :more",
        )?
        .execute(named_params! { ":number": number, ":more": more })?;
    Ok(())
}
