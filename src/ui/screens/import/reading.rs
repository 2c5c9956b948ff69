//! A file → what is understood of it. It runs on a thread and touches no store.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::i18n::Words;
use crate::import::decode::{self, LIMIT, Refusal};
use crate::import::file::{self, NotRead};
use crate::minutes::Minutes;
use crate::minutes::read::Options;

/// What is to be read, and how.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) file: PathBuf,
    /// Whether double encoding is undone first.
    pub(super) repair: bool,
    pub(super) today: NaiveDate,
    pub(super) words: &'static Words,
}

/// What was understood.
#[derive(Debug, Clone)]
pub(super) struct Understood {
    pub(super) minutes: Minutes,
    /// Of the file as it lies there, by which a second reading is noticed.
    pub(super) sha256: String,
    /// Whether double encoding was undone.
    pub(super) repaired: bool,
}

/// Why nothing was understood.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unread {
    /// The file could not be opened.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It is no minutes.
    #[error(transparent)]
    NotRead(#[from] NotRead),
}

impl Unread {
    /// What happened and what to do.
    pub(super) fn say(&self, path: &str, words: &Words) -> String {
        match self {
            Self::NotRead(error) => error.message(words),
            Self::Io(error) => {
                let why = match error.kind() {
                    ErrorKind::NotFound | ErrorKind::NotADirectory => words.files.no_file.to_owned(),
                    ErrorKind::IsADirectory => words.files.is_folder.to_owned(),
                    ErrorKind::PermissionDenied => words.files.not_allowed.to_owned(),
                    _ => error.to_string(),
                };
                (words.files.unreadable)(path, &why)
            }
        }
    }
}

/// Reads a file as minutes.
pub(super) fn understand(question: &Question) -> Result<Understood, Unread> {
    let bytes = bytes_of(&question.file)?;
    let sha256 = Sha256::digest(&bytes).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    let options = Options { today: question.today, words: question.words };
    let name = question.file.to_string_lossy();
    let better = if question.repair { repaired(&bytes, question.words)? } else { None };
    let minutes = file::minutes(better.as_deref().unwrap_or(&bytes), &name, &options)?;
    Ok(Understood { minutes, sha256, repaired: better.is_some() })
}

/// The bytes without double encoding, if they have any.
fn repaired(bytes: &[u8], words: &Words) -> Result<Option<Vec<u8>>, Unread> {
    let decoded = decode::decode(bytes, words).map_err(NotRead::from)?;
    Ok(decode::repair(&decoded.text).map(String::into_bytes))
}

/// All of the file, unless it is too large.
fn bytes_of(file: &Path) -> Result<Vec<u8>, Unread> {
    let opened = File::open(file)?;
    let about = opened.metadata()?;
    if about.is_dir() {
        return Err(io::Error::from(ErrorKind::IsADirectory).into());
    }
    let mut bytes = Vec::new();
    // One byte more than is read at most: enough to see that it is too much.
    opened.take(LIMIT as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > LIMIT {
        let size = usize::try_from(about.len()).unwrap_or(usize::MAX).max(bytes.len());
        return Err(NotRead::from(Refusal::TooLarge { size, limit: LIMIT }).into());
    }
    Ok(bytes)
}
