//! Whether the file that is open is still the one at its path. A sync client, a cleaner or a colleague may have taken
//! it away or put another there: what is written to it then is in no file that anybody opens again.

use std::cell::Cell;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::connection::HEADER;
use super::{Result, Store, StoreError, backup, check};

/// The file that is open, beside SQLite's own connection. It is never closed while that is open: POSIX would take away
/// the locks that SQLite has on it (<https://sqlite.org/howtocorrupt.html>).
#[derive(Debug)]
pub(super) struct OpenFile {
    file: File,
    /// What was seen of it when it was last looked at.
    seen: Cell<Glimpse>,
}

/// What only grows in a file that nobody but SQLite writes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Glimpse {
    bytes: u64,
    modified: Option<std::time::SystemTime>,
    /// How often the file was changed, as its header says.
    changes: u32,
}

impl OpenFile {
    /// The file at a path. It has to be dropped after the connection to it.
    pub(super) fn at(path: &Path) -> io::Result<Self> {
        Ok(Self { file: File::open(path)?, seen: Cell::default() })
    }

    /// Whether something else was written over it: it is shorter, older, or no longer written through a log.
    fn is_overwritten(&self) -> io::Result<bool> {
        let about = self.file.metadata()?;
        let before = self.seen.get();
        let now = Glimpse { bytes: about.len(), modified: about.modified().ok(), changes: before.changes };
        if now == before {
            return Ok(false);
        }
        let mut header = [0; HEADER];
        read_start(&self.file, &mut header)?;
        let changes = u32::from_be_bytes([header[24], header[25], header[26], header[27]]);
        self.seen.set(Glimpse { changes, ..now });
        // Both bytes of the format are 2 where SQLite writes through a log.
        Ok(now.bytes < before.bytes || changes < before.changes || header[18..20] != [2, 2])
    }
}

/// Reads the first bytes of a file.
#[cfg(unix)]
fn read_start(file: &File, bytes: &mut [u8]) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, 0)
}

#[cfg(windows)]
fn read_start(file: &File, bytes: &mut [u8]) -> io::Result<()> {
    let read = std::os::windows::fs::FileExt::seek_read(file, bytes, 0)?;
    if read == bytes.len() { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

/// Whether there is another file, or none, where the open one was. Windows does not let an open one be moved.
#[cfg(unix)]
fn is_elsewhere(conn: &Connection) -> bool {
    let mut moved = 0;
    let asked = conn.file_control(Some(rusqlite::MAIN_DB), rusqlite::FileControl::HasMoved(&mut moved));
    asked.is_ok() && moved != 0
}

#[cfg(not(unix))]
fn is_elsewhere(_: &Connection) -> bool {
    false
}

impl Store {
    /// Refuses where the file is no longer at its path, or another is. Everything that was written is put into a copy
    /// first, beside the others.
    ///
    /// # Errors
    /// [`StoreError::Moved`] with that copy.
    pub fn refuse_moved(&self) -> Result<()> {
        let Some(open) = &self.file else { return Ok(()) };
        if self.rescued.get().is_none()
            && !is_elsewhere(&self.conn)
            && !open.is_overwritten().map_err(StoreError::Io)?
        {
            return Ok(());
        }
        Err(StoreError::Moved(self.rescued.get_or_init(|| self.rescue()).clone()))
    }

    /// Writes a copy of everything; `None` where there is nothing whole to copy, or no place for it.
    fn rescue(&self) -> Option<PathBuf> {
        let name = format!("rescued-{}.db", backup::moment(self.clock.now()));
        let copy = backup::folder(self.path()?).join(name);
        let written = check::quick_of(&self.conn).and_then(|()| backup::to(self, &copy, |_, _| true));
        if let Err(error) = written {
            tracing::error!(?error, "nothing is rescued");
            return None;
        }
        Some(copy)
    }
}
