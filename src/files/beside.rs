//! What a database has beside it, by its name: files that are made, read and deleted for it. Nothing else may be
//! written there.

use std::fs::File;
use std::io::Read;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use super::read;

/// What SQLite makes beside a database.
const OF_SQLITE: [&str; 3] = ["-wal", "-shm", "-journal"];
/// What the program makes; a number may follow.
const OF_PROGRAM: [&str; 4] = ["-draft", "-damaged", "-backups", "-import"];

/// Whether something that is called so after the name of a database belongs to it: `-wal`, `-draft-1`,
/// `-backups-2026-03-04-120000`.
pub fn is_suffix(rest: &str) -> bool {
    let after = OF_PROGRAM.iter().find_map(|start| rest.strip_prefix(start));
    let is_numbered =
        |after: &str| after.starts_with('-') && after.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
    OF_SQLITE.contains(&rest) || after.is_some_and(|after| after.is_empty() || is_numbered(after))
}

/// The file whose own a path is by its name: `x.db-wal` is that of `x.db`, where that is there.
pub fn owner(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    name.match_indices('-').find_map(|(at, _)| {
        let (before, rest) = name.split_at_checked(at)?;
        let owner = path.with_file_name(before);
        let is_own = is_suffix(rest) && !before.is_empty() && owner.is_file();
        (is_own && (OF_SQLITE.contains(&rest) || is_database(&owner))).then_some(owner)
    })
}

/// Whether this is a database of SQLite, or its write-ahead log, by its first bytes (sqlite.org/fileformat.html): all
/// that was ever written down may be in it, whatever it is called.
pub(super) fn is_database(path: &Path) -> bool {
    let mut start = [0; 16];
    let Ok(mut file) = read::open(path) else { return false };
    let is_database = file.read_exact(&mut start).is_ok()
        && (start == *b"SQLite format 3\0" || matches!(start, [0x37, 0x7f, 0x06, 0x82 | 0x83, ..]));
    if is_database {
        // It may be our own, and open: POSIX takes away the locks that SQLite has on a file when any other handle of
        // it is closed (https://sqlite.org/howtocorrupt.html). This one stays open.
        let _open: ManuallyDrop<File> = ManuallyDrop::new(file);
    }
    is_database
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_belongs_to_the_database_that_is_there_and_to_no_other_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::write(path("x.db"), b"SQLite format 3\0 and so on").unwrap();
        std::fs::write(path("rapport"), "Text").unwrap();
        let own = [
            "-wal",
            "-shm",
            "-journal",
            "-draft",
            "-draft-1",
            "-damaged",
            "-backups",
            "-backups-2026",
            "-import",
        ];
        for suffix in own {
            assert_eq!(owner(&path(&format!("x.db{suffix}"))), Some(path("x.db")), "{suffix}");
        }
        assert_eq!(owner(&path("rapport-wal")), Some(path("rapport")));
        for other in [
            "x.db-importerad.db",
            "x.db-wal2",
            "y.db-wal",
            "x.db",
            "x.db-rapport.txt",
            "rapport-draft.txt",
            "rapport-wal.txt",
            "-wal",
        ] {
            assert_eq!(owner(&path(other)), None, "{other}");
        }
    }
}
