//! What is known of a file for as long as it is so, beside it: that it is damaged. No process writes in it then, until
//! it was mended or another took its place.

use std::fs;
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

/// Why a file is known to be damaged.
pub(super) fn known(path: &Path) -> Option<String> {
    read::read(&mark_of(path), LONGEST).ok().map(|why| String::from_utf8_lossy(&why).trim_end().to_owned())
}

/// Says of a file that it is damaged. Where nothing can be written beside it, nothing can be written in it either.
pub(super) fn mark(path: &Path, why: &str) {
    if let Err(error) = save_private(&mark_of(path), format!("{why}\n").as_bytes(), Existing::Replace) {
        tracing::warn!(?error, "that the file is damaged is not remembered");
    }
}

/// Says it no more: the file is sound.
pub(super) fn unmark(path: &Path) {
    // Mostly there is none.
    let _none = fs::remove_file(mark_of(path));
}
