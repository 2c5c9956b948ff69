//! One file going out: written whole or not at all, and never over another one unless that was asked for.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{beside, read};

/// Why a file was not written. Nothing has changed on the disk.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// There is a file of this name already.
    #[error("{} exists", .0.display())]
    Exists(PathBuf),
    /// There is a pipe or a device of this name: a file in its place would break what others use it for.
    #[error("{} is no ordinary file", .0.display())]
    NotOrdinary(PathBuf),
    /// There is a database of this name, and no document takes the place of one.
    #[error("{} is a database", .0.display())]
    Database(PathBuf),
    /// By its name the program takes it for its own beside a database.
    #[error("{} belongs to {}", path.display(), database.display())]
    Beside {
        /// What was to be written.
        path: PathBuf,
        /// The database beside which it would be.
        database: PathBuf,
    },
    /// The folder is not there.
    #[error("no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// The folder or the file must not be written.
    #[error("{}: {source}", path.display())]
    Denied {
        /// What could not be written.
        path: PathBuf,
        /// The error of the system.
        source: io::Error,
    },
    /// The disk is full, or something else went wrong.
    #[error("{}: {source}", path.display())]
    Failed {
        /// What could not be written.
        path: PathBuf,
        /// The error of the system.
        source: io::Error,
    },
}

/// What to do where a file of that name exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// Leave it alone and say so.
    Keep,
    /// Put the new one in its place.
    Replace,
}

/// Who may read a file that is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum For {
    /// Whoever may open what other programs write here, so that a colleague can read it in a shared folder.
    Everybody,
    /// Nobody but the one who writes it.
    Owner,
}

/// Writes a document in one step: a reader sees the old file or the whole new one, also after a power cut. One that is
/// replaced is open to the same people as before.
pub fn save(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), SaveError> {
    refuse_beside(path)?;
    write(path, bytes, existing, For::Everybody)
}

/// Writes a file as [`save()`] does, for nobody but its owner.
pub fn save_private(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), SaveError> {
    write(path, bytes, existing, For::Owner)
}

/// Refuses what has the name of something that a database has beside it.
pub(super) fn refuse_beside(path: &Path) -> Result<(), SaveError> {
    let database = beside::owner(path);
    database.map_or(Ok(()), |database| Err(SaveError::Beside { path: path.to_owned(), database }))
}

fn write(path: &Path, bytes: &[u8], existing: Existing, readers: For) -> Result<(), SaveError> {
    let folder = folder_of(path);
    if !folder.is_dir() {
        return Err(SaveError::NoFolder(folder.to_owned()));
    }
    // "new/" is a folder that is not there.
    let names_folder = path.as_os_str().to_string_lossy().ends_with(std::path::is_separator);
    if names_folder && !path.is_dir() {
        return Err(SaveError::NoFolder(path.to_owned()));
    }
    if path.is_dir() || existing == Existing::Keep && path.symlink_metadata().is_ok() {
        return Err(SaveError::Exists(path.to_owned()));
    }
    if read::require_ordinary(path).is_err_and(|error| read::is_not_ordinary(&error)) {
        return Err(SaveError::NotOrdinary(path.to_owned()));
    }
    if beside::is_database(path) {
        return Err(SaveError::Database(path.to_owned()));
    }
    let failed = |source: io::Error| failed(path, source);
    let mut file = beside_of(path, folder, readers).map_err(failed)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
    match existing {
        // Somebody may have made a file of this name since we looked.
        Existing::Keep => file.persist_noclobber(path).map_err(|error| failed(error.error))?,
        Existing::Replace => file.persist(path).map_err(|error| failed(error.error))?,
    };
    sync_folder(folder);
    Ok(())
}

/// An empty file beside the path, open to those who may read it.
#[cfg(unix)]
fn beside_of(path: &Path, folder: &Path, readers: For) -> io::Result<tempfile::NamedTempFile> {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".vidpennan-");
    if readers == For::Owner {
        return builder.tempfile_in(folder);
    }
    // The system takes away what the user's mask forbids.
    let file = builder.permissions(Permissions::from_mode(0o666)).tempfile_in(folder)?;
    if let Ok(before) = path.metadata() {
        let mode = before.permissions().mode() & 0o777;
        file.as_file().set_permissions(Permissions::from_mode(mode))?;
    }
    Ok(file)
}

/// An empty file beside the path; the folder decides who may read it.
#[cfg(not(unix))]
fn beside_of(_: &Path, folder: &Path, _: For) -> io::Result<tempfile::NamedTempFile> {
    tempfile::Builder::new().prefix(".vidpennan-").tempfile_in(folder)
}

/// The folder that a path is in; the working folder for a bare name.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// What an error of the system means for what was to be written at a path.
pub(super) fn failed(path: &Path, source: io::Error) -> SaveError {
    match source.kind() {
        io::ErrorKind::AlreadyExists => SaveError::Exists(path.to_owned()),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            SaveError::Denied { path: path.to_owned(), source }
        }
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => match folder_of(path) {
            folder if folder.is_dir() => SaveError::Denied { path: path.to_owned(), source },
            folder => SaveError::NoFolder(folder.to_owned()),
        },
        _ => SaveError::Failed { path: path.to_owned(), source },
    }
}

/// Makes the new name itself last. Not every system can; the file is whole in any case.
pub fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_file_is_left_alone_unless_it_was_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        save(&path, b"old", Existing::Keep).unwrap();
        assert!(matches!(save(&path, b"new", Existing::Keep), Err(SaveError::Exists(at)) if at == path));
        assert_eq!(std::fs::read(&path).unwrap(), b"old");
        save(&path, b"new", Existing::Replace).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
    }

    #[cfg(unix)]
    #[test]
    fn colleagues_may_open_a_document_and_nobody_else_the_settings() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        let [usual, path, private] = ["usual", "a.md", "settings"].map(|name| folder.path().join(name));
        std::fs::write(&usual, "").unwrap();
        save(&path, b"a", Existing::Keep).unwrap();
        assert_eq!(mode(&path), mode(&usual), "as any other program would make it");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
        save(&path, b"b", Existing::Replace).unwrap();
        assert_eq!(mode(&path), 0o640, "as it was");
        save_private(&private, b"a", Existing::Replace).unwrap();
        assert_eq!(mode(&private), 0o600);
    }

    #[test]
    fn no_document_takes_the_place_of_a_database() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("vidpennan.db");
        std::fs::write(&path, b"SQLite format 3\0 and what was caught").unwrap();
        let saved = save(&path, b"new", Existing::Replace);
        assert!(matches!(saved, Err(SaveError::Database(at)) if at == path));
        assert!(std::fs::read(&path).unwrap().ends_with(b"caught"));
    }

    #[cfg(unix)]
    #[test]
    fn nothing_takes_the_place_of_a_socket_or_a_pipe() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("socket");
        let _socket = std::os::unix::net::UnixListener::bind(&path).unwrap();
        let saved = save(&path, b"new", Existing::Replace);
        assert!(matches!(saved, Err(SaveError::NotOrdinary(at)) if at == path));
        assert!(!path.symlink_metadata().unwrap().is_file());
    }

    #[test]
    fn a_missing_folder_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("saknas/a.md");
        assert!(
            matches!(save(&path, b"", Existing::Keep), Err(SaveError::NoFolder(at)) if at.ends_with("saknas"))
        );
    }
}
