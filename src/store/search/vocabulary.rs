//! The vocabulary of the store: in it a part of a word is looked up before the index is asked. It knows words only, not
//! where they occur.

use std::collections::HashSet;

use memchr::memmem;
use rusqlite::named_params;

use super::super::{Result, Store};

/// How many bytes of words a row of the table takes before another is begun: what fits in a page with its neighbours
/// undivided.
const FULL: usize = 3_000;

/// The words that hold a part, each once.
pub(super) fn holding(store: &Store, part: &str) -> Result<Vec<String>> {
    let part = memmem::Finder::new(part);
    let mut statement = store.conn.prepare_cached("SELECT words FROM vocabulary ORDER BY number")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let mut rest = row.get_ref(0)?.as_str().unwrap_or_default();
        while let Some((before, from)) = part.find(rest.as_bytes()).and_then(|at| rest.split_at_checked(at)) {
            let (end, after) = from.split_once('\n').unwrap_or((from, ""));
            let begin = before.rsplit('\n').next().unwrap_or_default();
            found.push(format!("{begin}{end}"));
            rest = after;
        }
    }
    Ok(found)
}

/// Every word that a part of a word is looked up in.
pub(in crate::store) fn all(store: &Store) -> Result<HashSet<String>> {
    let mut statement = store.conn.prepare_cached("SELECT words FROM vocabulary")?;
    let mut rows = statement.query([])?;
    let mut found = HashSet::new();
    while let Some(row) = rows.next()? {
        found.extend(row.get_ref(0)?.as_str().unwrap_or_default().lines().map(str::to_owned));
    }
    Ok(found)
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
