//! Which copies were compared with their logs and found to be true, by the digests of their files: whatever became of
//! one since is noticed, and none is compared twice. A list in the folder of the copies, which may be lost.

use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::files::read;
use crate::files::save::{Existing, folder_of, save_private};

/// What the list is called.
const NAME: &str = "proven.sha256";
/// No list of copies is longer, in bytes.
const LONGEST: usize = 1 << 20;

/// A file is read in parts of so many bytes.
const PART: usize = 1 << 16;

/// Whether a copy was found to be true and has not changed since.
pub(super) fn is_proven(copy: &Path) -> bool {
    let name = name_of(copy);
    let known = listed(folder_of(copy)).into_iter().find(|(_, listed)| *listed == name);
    known.is_some_and(|(known, _)| digest(copy).is_ok_and(|digest| digest == known))
}

/// Notes that a copy was found to be true. Where that cannot be written it is compared again.
pub(super) fn note(copy: &Path) {
    let folder = folder_of(copy);
    let Ok(digest) = digest(copy) else { return };
    let name = name_of(copy);
    let mut known = listed(folder);
    known.retain(|(_, listed)| *listed != name && folder.join(listed).exists());
    known.push((digest, name));
    let lines: Vec<String> = known.iter().map(|(digest, name)| format!("{digest}  {name}\n")).collect();
    if let Err(error) = save_private(&folder.join(NAME), lines.concat().as_bytes(), Existing::Replace) {
        tracing::debug!(?error, "that a copy is sound is not noted");
    }
}

/// The digests and the names of the copies in the list.
fn listed(folder: &Path) -> Vec<(String, String)> {
    let text = read::read(&folder.join(NAME), LONGEST).unwrap_or_default();
    let text = String::from_utf8_lossy(&text).into_owned();
    let line = |line: &str| line.split_once("  ").map(|(digest, name)| (digest.to_owned(), name.to_owned()));
    text.lines().filter_map(line).collect()
}

fn name_of(copy: &Path) -> String {
    copy.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The SHA-256 of a file, in hexadecimal digits.
fn digest(path: &Path) -> io::Result<String> {
    let (mut file, mut hash, mut part) = (read::open(path)?, Sha256::new(), vec![0; PART]);
    loop {
        match file.read(&mut part)? {
            0 => break,
            bytes => hash.update(&part[..bytes]),
        }
    }
    let digits: Vec<String> = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(digits.concat())
}
