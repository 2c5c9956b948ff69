//! A file on the disk, or what is piped in → what is in it. It stores nothing, and may run on any thread.

use std::fmt::Write as _;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::decode::{self, DecodeError, LIMIT};
use super::file::{self, NotRead};
use super::package::{COMPOUND, Unfit, ZIP};
use super::people::{self, PeopleList};
use crate::files::read as ordinary;
use crate::i18n::Words;
use crate::minutes::Minutes;
use crate::minutes::read::ReadOptions;

/// Minutes that were read of a file, and what is to be known of the file.
#[derive(Debug, Clone)]
pub struct ReadMinutes {
    /// With remarks of decoding and reading.
    pub minutes: Minutes,
    /// SHA-256 of the bytes of the file, in hexadecimal: by it a second import is noticed.
    pub sha256: String,
    /// Whether double encoding was undone.
    pub repaired: bool,
}

/// What a file turned out to be.
#[derive(Debug, Clone)]
pub enum FileContent {
    /// The minutes of a meeting.
    Minutes(Box<ReadMinutes>),
    /// People for the register.
    People(PeopleList),
}

/// The name that means standard input.
const STDIN: &str = "-";

/// What the user says about a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReadAs {
    /// Undo double encoding first.
    pub repair: bool,
    /// It is a list of people, whatever it is called.
    pub people: bool,
}

/// Why nothing was read.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// The file could not be opened.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It is no minutes.
    #[error(transparent)]
    NotRead(#[from] NotRead),
}

/// Reads a file as a list of people, if its name ends like one, or as minutes.
///
/// # Errors
/// A file that cannot be opened, is a folder, is too large, or has no text in it.
pub fn read_file(path: &Path, read_as: ReadAs, options: &ReadOptions<'_>) -> Result<FileContent, Unread> {
    let opened = ordinary::open(path)?;
    let size = usize::try_from(opened.metadata()?.len()).unwrap_or(usize::MAX);
    read(opened, size, &path.to_string_lossy(), read_as, options)
}

/// Reads what comes from `source`. `size` is its size in bytes, where that is known; the form is chosen by `name`.
///
/// # Errors
/// As [`read_file`].
pub fn read(
    source: impl Read,
    size: usize,
    name: &str,
    read_as: ReadAs,
    options: &ReadOptions<'_>,
) -> Result<FileContent, Unread> {
    let mut bytes = Vec::new();
    // One byte more than is read at most: enough to see that it is too much.
    source.take(LIMIT as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > LIMIT {
        let size = size.max(bytes.len());
        return Err(NotRead::from(DecodeError::TooLarge { size, limit: LIMIT }).into());
    }
    let better = if read_as.repair { repaired(&bytes, options.words)? } else { None };
    let read = better.as_deref().unwrap_or(&bytes);
    let is_list = people::is_list(name);
    if read_as.people && !is_list && name != STDIN {
        return Err(NotRead::from(Unfit::NoList).into());
    }
    if read_as.people || is_list {
        return Ok(FileContent::People(whole(|| people::read(read, options.words))?));
    }
    let minutes = whole(|| file::minutes(read, name, options))?;
    let sha256 = hex(&Sha256::digest(&bytes));
    Ok(FileContent::Minutes(Box::new(ReadMinutes { minutes, sha256, repaired: better.is_some() })))
}

/// What a reader makes of a file. One that panics over it says no more than that it is broken: the next file is read
/// as ever.
fn whole<T>(read: impl FnOnce() -> Result<T, NotRead>) -> Result<T, NotRead> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(Unfit::Broken.into()))
}

/// The bytes without double encoding, if they have any.
fn repaired(bytes: &[u8], words: &Words) -> Result<Option<Vec<u8>>, NotRead> {
    // The text of a document is never encoded twice: programs wrote it.
    if bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND) {
        return Ok(None);
    }
    let decoded = decode::decode(bytes, words)?;
    Ok(decode::repair(&decoded.text).map(String::into_bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::i18n::Lang;
    use crate::speech;

    fn options() -> ReadOptions<'static> {
        let today = NaiveDate::from_ymd_opt(2026, 3, 3).unwrap_or_default();
        ReadOptions { day: None, today, words: Lang::Sv.words() }
    }

    #[test]
    fn a_text_is_no_list_of_people_but_what_is_piped_in_may_be() {
        let read_as = ReadAs { people: true, ..ReadAs::default() };
        let list = |name: &str| read(&b"Eva Ek\nBo Al\n"[..], 0, name, read_as, &options());
        for name in ["namn.txt", "namn.md", "namn.docx", "namn.html", "namn"] {
            let why = speech::file_not_read(&list(name).unwrap_err(), name, Lang::Sv.words()).to_string();
            assert!(why.contains("--meeting"), "{name}: {why}");
        }
        assert!(matches!(list("-"), Ok(FileContent::People(people)) if people.people.len() == 2));
        assert!(matches!(list("namn.csv"), Ok(FileContent::People(_))));
    }

    #[test]
    fn a_web_page_is_refused_by_its_name_and_by_its_beginning() {
        for (name, text) in [("a.html", "Möte"), ("a.txt", "\u{feff} <!doctype HTML><p>Möte")] {
            let refused = read(text.as_bytes(), 0, name, ReadAs::default(), &options());
            let why = speech::file_not_read(&refused.unwrap_err(), name, Lang::Sv.words()).to_string();
            assert!(why.contains("webbsida"), "{name}: {why}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn what_never_ends_is_not_opened() {
        let refused = read_file(Path::new("/dev/zero"), ReadAs::default(), &options());
        assert!(matches!(refused, Err(Unread::Io(error)) if ordinary::is_not_ordinary(&error)));
    }
}
