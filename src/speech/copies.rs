//! Copies of the store in words: what is in one, and how it differs from the store.

use crate::i18n::words::copies::Amount;
use crate::i18n::{Words, format};
use crate::store::backup::{BackupFile, Contents};
use crate::store::restore::{Difference, Only};

/// A copy of the store: when it was made, its name, and what is in it; `None` where it is not sound.
pub fn copy(copy: &BackupFile, contents: Option<Contents>, words: &Words) -> String {
    let name = copy.path.file_name().unwrap_or_default().to_string_lossy();
    let contents = (words.copies.contents)(size(copy), contents.map(amount));
    format!("{} · {name} · {contents}", made(copy, words))
}

/// When a copy was made.
pub fn made(copy: &BackupFile, words: &Words) -> String {
    let day = format::long_date(words.lang, copy.made.date());
    format!("{day} {}", format::time(words.lang, copy.made))
}

/// How large a copy is, in bytes.
pub fn size(copy: &BackupFile) -> usize {
    usize::try_from(copy.bytes).unwrap_or(usize::MAX)
}

/// How much is in a copy.
pub fn amount(contents: Contents) -> Amount {
    let number = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    Amount { meetings: number(contents.meetings), entries: number(contents.entries) }
}

/// How a copy and the database differ, in a line or two; `None` where the database cannot be read.
pub fn difference(difference: Option<&Difference>, all_words: &Words) -> Vec<String> {
    let words = &all_words.copies;
    let Some(Difference { in_copy, in_store }) = difference else {
        return vec![words.not_compared.to_owned()];
    };
    let amount = |only: &Only| Amount { meetings: only.meetings.len(), entries: only.entries };
    let has_records = |only: &&Only| !only.meetings.is_empty() || only.entries > 0;
    let mut lines = Vec::new();
    lines.extend(
        Some(in_copy).filter(has_records).map(|only| (words.only_in_copy)(amount(only), &only.meetings)),
    );
    lines.extend(
        Some(in_store).filter(has_records).map(|only| (words.only_in_database)(amount(only), &only.meetings)),
    );
    if lines.is_empty() {
        let rows = [(false, in_copy.rows), (true, in_store.rows)].into_iter().filter(|(_, rows)| *rows > 0);
        lines.extend(rows.map(|(in_database, rows)| {
            (words.written_since)(in_database, usize::try_from(rows).unwrap_or(usize::MAX))
        }));
    }
    if lines.is_empty() {
        lines.push(words.same.to_owned());
    }
    lines
}
