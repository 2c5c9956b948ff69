//! Whether the file that is open is still the one at its path. A sync client, a cleaner or a colleague may have taken
//! it away or put another there: what is written to it then is in no file that anybody opens again.

use std::cell::Cell;
use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::connection::{FRAME_HEADER, LOG_HEADER, with_suffix};
use super::header::HEADER;
use super::{Rescued, Result, Store, StoreError, backup, check, salvage};

/// The file that is open, beside SQLite's own connection. Its files are never closed while that is open: POSIX would
/// take away the locks that SQLite has on them (<https://sqlite.org/howtocorrupt.html>).
#[derive(Debug)]
pub(super) struct OpenFile {
    file: File,
    /// What was seen of it when it was last looked at.
    seen: Cell<Option<Glimpse>>,
    /// The index of its log, with the locks of SQLite too, and how long it was when it was last looked at.
    index: Option<File>,
    index_len: Cell<u64>,
    /// The write-ahead log beside it.
    log_path: PathBuf,
    /// Which file that is, once there is one: it stays the same for as long as the store is open.
    log: Cell<Option<FileId>>,
}

/// What was seen of a file to which nobody but SQLite writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Glimpse {
    bytes: u64,
    modified: Option<std::time::SystemTime>,
    header: [u8; HEADER],
    /// How far the log has been written into it, and which log that is.
    written_in: Option<[u8; WRITTEN_IN]>,
}

impl Glimpse {
    /// How often the file was changed, as its header says.
    fn changes(&self) -> u32 {
        u32::from_be_bytes([self.header[24], self.header[25], self.header[26], self.header[27]])
    }

    /// Whether SQLite cannot have made this of what was seen before: it is shorter or older, no longer written through
    /// a log, or another though nothing of the log was written into it.
    fn is_foreign_to(&self, before: &Self) -> bool {
        self.bytes < before.bytes
            || self.changes() < before.changes()
            // Both bytes of the format are 2 where SQLite writes through a log.
            || self.header[18..20] != [2, 2]
            || (self.bytes, self.header) != (before.bytes, before.header)
                && self.written_in.is_some()
                && self.written_in == before.written_in
    }
}

/// The bytes of the index of a log (`x.db-shm`) that say which log it is, how much of it is in the file, and how much
/// was about to be (<https://sqlite.org/walformat.html>, 2.1: `aSalt`, `nBackfill`, `nBackfillAttempted`).
const WRITTEN_IN: usize = 16;
const WRITTEN_IN_AT: [std::ops::Range<usize>; 3] = [32..40, 96..100, 128..132];

impl OpenFile {
    /// The file at a path. It has to be dropped after the connection to it.
    pub(super) fn at(path: &Path) -> io::Result<Self> {
        let log_path = with_suffix(path, "-wal");
        Ok(Self {
            file: File::open(path)?,
            seen: Cell::default(),
            index: OpenOptions::new().read(true).write(true).open(with_suffix(path, "-shm")).ok(),
            index_len: Cell::default(),
            log: Cell::new(file_id(&log_path)),
            log_path,
        })
    }

    /// Makes the index as long as it was, where somebody has cut it short or emptied it: SQLite has it in memory, and
    /// the system ends a program that looks there beyond the end of the file. What is in the index follows from the
    /// log, and SQLite makes it anew where it is empty.
    fn lengthen_index(&self) {
        let Some(index) = &self.index else { return };
        let Ok(len) = index.metadata().map(|about| about.len()) else { return };
        let least = self.index_len.get();
        if len >= least {
            self.index_len.set(len);
            return;
        }
        if let Err(error) = index.set_len(0).and_then(|()| index.set_len(least)) {
            tracing::error!(?error, "the index of the log was cut short");
        }
    }

    /// Whether the write-ahead log was taken away, replaced, written over, cut or emptied: what was written to it is
    /// nowhere else yet. Right after a write it begins as every log does.
    fn has_lost_log(&self, is_written: bool) -> bool {
        let now = file_id(&self.log_path);
        match self.log.get() {
            None => self.log.set(now),
            Some(_) if self.log.get() == now => {}
            Some(_) => return true,
        }
        now.is_some() && !self.has_own_log(is_written)
    }

    /// Whether the log is the one that the index is of, and has all of the pages that the index knows. Another process
    /// may begin the log anew between the look at one and at the other, so what differs is looked at again.
    fn has_own_log(&self, is_written: bool) -> bool {
        (0..LOOKS).any(|look| {
            if look > 0 {
                std::thread::sleep(Duration::from_millis(1));
            }
            let extent = self.index.as_ref().and_then(LogExtent::of_index);
            // Before anything is written to it the log may be empty.
            if extent.is_none() && !is_written {
                return true;
            }
            let (header, bytes) = match log_header(&self.log_path) {
                Ok(header) => header,
                Err(error) => {
                    // What cannot be looked at now, as where too many files are open, may well be whole.
                    return !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::UnexpectedEof);
                }
            };
            let fits = |extent: LogExtent| bytes >= extent.least && header[16..24] == extent.salts;
            (!is_written || begins_as_log(&header)) && extent.is_none_or(fits)
        })
    }

    /// Whether something else was written over it. SQLite says in the index that it is about to write into the file
    /// before it does. So the index is read after the file, and what is kept of it for the next look is from before:
    /// no write of SQLite's is ever taken for another's.
    fn is_overwritten(&self) -> io::Result<bool> {
        let index = || self.index.as_ref().and_then(written_in);
        let earlier = index();
        let about = self.file.metadata()?;
        let (bytes, modified) = (about.len(), about.modified().ok());
        let before = self.seen.get();
        if let Some(before) = before.filter(|before| (before.bytes, before.modified) == (bytes, modified)) {
            self.seen.set(Some(Glimpse { written_in: earlier, ..before }));
            return Ok(false);
        }
        let mut header = [0; HEADER];
        if read_start(&self.file, &mut header).is_err() {
            // It was emptied.
            return Ok(true);
        }
        let now = Glimpse { bytes, modified, header, written_in: index() };
        self.seen.set(Some(Glimpse { written_in: earlier, ..now }));
        Ok(before.is_some_and(|before| now.is_foreign_to(&before)))
    }
}

/// What the index of a log says of it (<https://sqlite.org/walformat.html>, 2.1: `szPage`, `mxFrame`, `aSalt`).
struct LogExtent {
    /// In bytes, with the header.
    least: u64,
    salts: [u8; 8],
}

/// How often a log that differs from its index is looked at before it is taken for another.
const LOOKS: usize = 4;

impl LogExtent {
    /// `None` where the index cannot be read, or the log has nothing that counts.
    fn of_index(index: &File) -> Option<Self> {
        let mut bytes = [0; 40];
        read_start(index, &mut bytes).ok()?;
        let page = match u16::from_ne_bytes([bytes[14], bytes[15]]) {
            1 => 65_536,
            size => u64::from(size),
        };
        let [log_header, frame_header] = [LOG_HEADER, FRAME_HEADER].map(|bytes| bytes as u64);
        let frames = u64::from(u32::from_ne_bytes([bytes[16], bytes[17], bytes[18], bytes[19]]));
        let salts = bytes[32..40].try_into().ok()?;
        (frames > 0).then(|| Self { least: log_header + frames * (frame_header + page), salts })
    }
}

fn written_in(index: &File) -> Option<[u8; WRITTEN_IN]> {
    let mut bytes = [0; 136];
    read_start(index, &mut bytes).ok()?;
    WRITTEN_IN_AT.map(|range| bytes[range].to_vec()).concat().try_into().ok()
}

/// Which file it is, wherever it is.
type FileId = (u64, u64);

/// The device and the number of the file at a path; `None` where there is none. Windows lets no open file be taken
/// away.
fn file_id(path: &Path) -> Option<FileId> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        path.metadata().ok().map(|about| (about.dev(), about.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

/// The header of a write-ahead log, and how many bytes the whole of it has.
fn log_header(path: &Path) -> io::Result<([u8; LOG_HEADER], u64)> {
    let (file, mut header) = (File::open(path)?, [0; LOG_HEADER]);
    read_start(&file, &mut header)?;
    Ok((header, file.metadata()?.len()))
}

/// Whether a header begins with one of the two magic numbers of a write-ahead log
/// (<https://sqlite.org/fileformat2.html#wal_file_format>).
fn begins_as_log(header: &[u8; LOG_HEADER]) -> bool {
    matches!(header[..4], [0x37, 0x7f, 0x06, 0x82 | 0x83])
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
    /// Refuses where the file is no longer at its path, or another is; and where its log is gone. Everything that was
    /// written is put into a copy first, beside the others.
    ///
    /// # Errors
    /// [`StoreError::Moved`] with that copy.
    pub fn refuse_moved(&self) -> Result<()> {
        self.refuse_lost(false)
    }

    /// The same right after something was written.
    ///
    /// # Errors
    /// [`StoreError::Moved`] with that copy.
    pub(super) fn refuse_moved_write(&self) -> Result<()> {
        self.refuse_lost(true)
    }

    fn refuse_lost(&self, is_written: bool) -> Result<()> {
        let Some(open) = &self.file else { return Ok(()) };
        open.lengthen_index();
        if let Some(rescued) = self.rescued.get() {
            return Err(StoreError::Moved(Some(rescued.clone())));
        }
        // A rescue that failed is tried again: the disk may have room by now.
        let is_overwritten = if let Some(known) = self.is_gone.get() {
            known
        } else {
            let is_overwritten = open.is_overwritten().map_err(StoreError::Io)?;
            if !is_overwritten && !is_elsewhere(&self.conn) && !open.has_lost_log(is_written) {
                return Ok(());
            }
            self.is_gone.set(Some(is_overwritten));
            is_overwritten
        };
        let rescued = self.rescue(open, is_overwritten);
        if let Some(rescued) = &rescued {
            let _first = self.rescued.set(rescued.clone());
        }
        Err(StoreError::Moved(rescued))
    }

    /// Writes a copy of everything; `None` where there is nothing whole to copy, or no place for it. Nothing more is
    /// written from the log into whatever is at the path now.
    fn rescue(&self, open: &OpenFile, is_overwritten: bool) -> Option<Rescued> {
        let kept = self.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
        let name = format!("rescued-{}.db", backup::moment(self.clock.now()));
        let path = self.path()?;
        let copy = backup::folder(path).join(name);
        let written = if is_overwritten {
            // All that is left is in the log, in the copies, and what this run has written.
            let written = self.written.lock().ok()?;
            salvage::of_log(path, &open.log_path, &written, &copy, self.clock).map(|found| found.missing)
        } else {
            check::quick_of(&self.conn).and_then(|()| backup::to(self, &copy, |_, _| true)).map(|()| 0)
        };
        match written {
            Ok(missing) => Some(Rescued { path: copy, missing }),
            Err(error) => {
                tracing::error!(?error, ?kept, "nothing is rescued");
                None
            }
        }
    }
}

/// What was written and is in no file that anybody opens again is put into a copy at the end too, and nothing of it
/// into whatever is at the path by then. Whoever can say so asks [`Store::refuse_moved`] before.
impl Drop for Store {
    fn drop(&mut self) {
        if self.written.lock().is_ok_and(|written| written.last.is_none()) {
            return;
        }
        if let Err(error) = self.refuse_moved() {
            tracing::error!(?error, "the file was gone at the end");
        }
    }
}
