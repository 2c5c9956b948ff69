//! What is known of a file for as long as it is so, beside it: that it is damaged. No process writes in it then, until
//! it was mended or another took its place.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::connection::with_suffix;
use crate::files::read;
use crate::files::save::{Existing, save_private};

/// No mark says more, in bytes.
const LONGEST: usize = 64 * 1024;

/// The file that says so: `x.db` → `x.db-damaged`.
pub(super) fn mark_of(path: &Path) -> PathBuf {
    with_suffix(path, "-damaged")
}

/// Why a file is known to be damaged. A mark that cannot be read is one all the same.
pub(super) fn known(path: &Path) -> Option<String> {
    match read::read(&mark_of(path), LONGEST) {
        Ok(why) => Some(String::from_utf8_lossy(&why).trim_end().to_owned()),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => Some(error.to_string()),
    }
}

/// Why nothing is written to an open file.
#[derive(Debug)]
pub(super) struct Damage {
    pub(super) why: String,
    /// Whether the mark beside the file says so too: whoever mends it takes that away.
    pub(super) is_marked: bool,
}

/// Says of a file that it is damaged. Where nothing can be written beside it, nothing can be written in it either.
/// Returns whether it is said.
pub(super) fn mark(path: &Path, why: &str) -> bool {
    let marked = save_private(&mark_of(path), format!("{why}\n").as_bytes(), Existing::Replace);
    if let Err(error) = &marked {
        tracing::warn!(?error, "that the file is damaged is not remembered");
    }
    marked.is_ok()
}

/// Says it no more: the file is sound.
pub(super) fn unmark(path: &Path) {
    let mark = mark_of(path);
    // Mostly there is none. Something else may have made a folder of that name.
    let _none = fs::remove_file(&mark).or_else(|_| fs::remove_dir(&mark));
}
