//! Folders going out: whole or not at all, like [`super::save`], and never in the place of anything but a folder of the
//! same sort.

use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path};

use super::save::{Existing, SaveError, failed, folder_of, refuse_beside, sync_folder};

/// Writes the files of a folder: it is made beside its place, and gets its name when everything in it is on the disk.
/// Paths have `/` between their names. Replacing takes two renames, the old one aside and the new one in: a power cut
/// between them leaves both whole, the old one in a hidden folder beside the place and nothing in the place itself.
///
/// A folder that is there is replaced only where that was asked for and the first file is in it too: then it was made
/// by the same work. Any other folder may have something in it that nobody wants to lose.
pub fn save_folder(path: &Path, files: &[(String, Vec<u8>)], existing: Existing) -> Result<(), SaveError> {
    let folder = folder_of(path);
    if !folder.is_dir() {
        return Err(SaveError::NoFolder(folder.to_owned()));
    }
    refuse_beside(path)?;
    let is_same_sort = || files.first().is_some_and(|(first, _)| path.join(first).is_file());
    let is_there = path.symlink_metadata().is_ok();
    if is_there && !(existing == Existing::Replace && path.is_dir() && !path.is_symlink() && is_same_sort()) {
        return Err(SaveError::Exists(path.to_owned()));
    }
    let failed = |source: io::Error| failed(path, source);
    let made = tempfile::Builder::new().prefix(".vidpennan-").tempdir_in(folder).map_err(failed)?;
    for (name, bytes) in files {
        write(made.path(), name, bytes).map_err(failed)?;
    }
    sync_folder(made.path());
    let aside = tempfile::Builder::new().prefix(".vidpennan-").tempdir_in(folder).map_err(failed)?;
    let before = aside.path().join("before");
    if is_there {
        fs::rename(path, &before).map_err(failed)?;
    }
    if let Err(error) = fs::rename(made.path(), path) {
        // The old folder comes back. Where it cannot, it is not deleted either.
        if is_there && fs::rename(&before, path).is_err() {
            let _ = aside.keep();
        }
        // Somebody may have made a folder of this name since we looked.
        let is_taken =
            matches!(error.kind(), io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::NotADirectory);
        return Err(if is_taken { SaveError::Exists(path.to_owned()) } else { failed(error) });
    }
    let _ = made.keep();
    sync_folder(folder);
    Ok(())
}

/// Writes one file within a folder and waits until it is on the disk.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let path = Path::new(name);
    if name.is_empty() || !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, name.to_owned()));
    }
    let path = folder.join(path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = fs::File::options().write(true).create_new(true).open(&path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    if let Some(folder) = path.parent() {
        sync_folder(folder);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(text: &str) -> Vec<(String, Vec<u8>)> {
        vec![("bagit.txt".to_owned(), b"1".to_vec()), ("data/å.txt".to_owned(), text.as_bytes().to_vec())]
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_folder_is_written_whole_and_replaced_only_where_that_was_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("arkiv");
        save_folder(&path, &files("old"), Existing::Keep).unwrap();
        assert!(matches!(save_folder(&path, &files("new"), Existing::Keep), Err(SaveError::Exists(_))));
        assert_eq!(fs::read(path.join("data/å.txt")).unwrap(), b"old");
        fs::write(path.join("data/gammal.txt"), "").unwrap();
        save_folder(&path, &files("new"), Existing::Replace).unwrap();
        assert_eq!(names(&path.join("data")), ["å.txt"]);
        assert_eq!(fs::read(path.join("data/å.txt")).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["arkiv"], "nothing is left beside it");
    }

    #[test]
    fn what_is_not_such_a_folder_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Dokument");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("viktigt.txt"), "a").unwrap();
        assert!(matches!(save_folder(&path, &files("new"), Existing::Replace), Err(SaveError::Exists(_))));
        let file = path.join("viktigt.txt");
        assert!(matches!(save_folder(&file, &files("new"), Existing::Replace), Err(SaveError::Exists(_))));
        assert_eq!(names(&path), ["viktigt.txt"]);
        assert_eq!(names(folder.path()), ["Dokument"]);
    }

    #[test]
    fn a_folder_that_fails_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["../ute.txt", "/ute.txt", ""] {
            let mut files = files("a");
            files.push((name.to_owned(), Vec::new()));
            let failed = save_folder(&folder.path().join("arkiv"), &files, Existing::Keep);
            assert!(matches!(failed, Err(SaveError::Failed { .. })), "{name}");
        }
        assert_eq!(names(folder.path()), [""; 0]);
        let missing = save_folder(&folder.path().join("saknas/arkiv"), &files("a"), Existing::Keep);
        assert!(matches!(missing, Err(SaveError::NoFolder(_))));
    }
}
