//! Files coming in. None but an ordinary file is opened: a pipe waits for whoever writes into it, and a device may
//! never end.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::mem::ManuallyDrop;
use std::path::Path;

/// It is neither a file nor a folder, but a pipe, a device or a socket.
#[derive(Debug, thiserror::Error)]
#[error("no ordinary file")]
struct NotOrdinary;

/// Opens an ordinary file.
///
/// # Errors
/// Those of the system; [`ErrorKind::IsADirectory`]; one that [`is_not_ordinary`].
pub fn open(path: &Path) -> io::Result<File> {
    require_ordinary(path)?;
    File::open(path)
}

/// Reads an ordinary file whole, or one byte more than `limit` bytes: enough to see that it is too large.
///
/// # Errors
/// As [`open`].
pub fn read(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads an ordinary file whole, and leaves it open for as long as the program runs: POSIX takes all locks of a process
/// on a file away when any of its descriptors is closed, and SQLite may have some.
///
/// # Errors
/// As [`open`].
pub fn read_and_leave_open(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut file = ManuallyDrop::new(open(path)?);
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Looks at a path without opening what is there.
///
/// # Errors
/// As [`open`].
pub fn require_ordinary(path: &Path) -> io::Result<()> {
    let about = fs::metadata(path)?;
    if about.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if about.is_file() { Ok(()) } else { Err(io::Error::other(NotOrdinary)) }
}

/// Whether something was not opened because it is no ordinary file.
pub fn is_not_ordinary(error: &io::Error) -> bool {
    error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<NotOrdinary>)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_and_a_device_are_not_opened_and_a_large_file_is_not_read_whole() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(open(folder.path()).unwrap_err().kind(), ErrorKind::IsADirectory);
        let path = folder.path().join("a");
        assert_eq!(open(&path).unwrap_err().kind(), ErrorKind::NotFound);
        fs::write(&path, [7; 100]).unwrap();
        assert_eq!(read(&path, 100).unwrap().len(), 100);
        assert_eq!(read(&path, 9).unwrap().len(), 10);
        #[cfg(unix)]
        assert!(is_not_ordinary(&open(Path::new("/dev/zero")).unwrap_err()));
    }
}
