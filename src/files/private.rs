//! Files for their owner alone, though others may have opened them up.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// Takes from everybody else what they may do with a file or a folder. Where it belongs to somebody else, or the system
/// knows no such rights, it stays as it is.
pub fn tighten(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let Ok(about) = path.metadata() else { return };
        let mode = about.permissions().mode();
        if mode & 0o077 != 0 {
            let _unable = std::fs::set_permissions(path, PermissionsExt::from_mode(mode & 0o700));
        }
    }
    #[cfg(not(unix))]
    let _ = path;
}

/// Tightens a folder and the files in it. What is a link leads elsewhere and stays as it is.
pub fn tighten_files_in(folder: &Path) {
    let Ok(files) = std::fs::read_dir(folder) else { return };
    tighten(folder);
    for file in files.flatten().filter(|file| file.file_type().is_ok_and(|kind| !kind.is_symlink())) {
        tighten(&file.path());
    }
}

/// Opens a file for writing, made for its owner alone where there is none.
///
/// # Errors
/// Those of the system.
pub fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn what_is_in_a_folder_is_its_owners_and_what_it_leads_to_stays() {
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let [own, link] = ["own", "link"].map(|name| folder.path().join(name));
        let theirs = other.path().join("theirs");
        for path in [&own, &theirs] {
            fs::write(path, "").unwrap();
            fs::set_permissions(path, Permissions::from_mode(0o666)).unwrap();
        }
        std::os::unix::fs::symlink(&theirs, link).unwrap();
        fs::set_permissions(folder.path(), Permissions::from_mode(0o777)).unwrap();
        tighten_files_in(folder.path());
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!([mode(folder.path()), mode(&own), mode(&theirs)], [0o700, 0o600, 0o666]);
    }
}
