//! The vocabulary of the store in memory: in it a part of a word is looked up before the index is asked. It knows
//! words only, not where they occur.

use rusqlite::named_params;

use super::super::{Result, Store};

/// All words of the store in one text, each between line breaks: the quickest thing to look for a part in.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    text: String,
    /// The last row of the table that has been read.
    last: i64,
}

impl Vocabulary {
    /// Reads the words that are new since last time.
    pub(super) fn learn(&mut self, store: &Store) -> Result<()> {
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
