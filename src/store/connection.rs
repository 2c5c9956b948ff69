//! Opening the file: what kind of file it is, how it is written, who may read it.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::header::{HEADER, MAGIC, MARK, StoreHeader};
use super::{Result, StoreError};
use crate::files::beside;
use crate::files::private::{self, tighten, tighten_files_in};
use crate::files::read;
use crate::files::save::folder_of;

/// "vidp" in the header of the file: SQLite's `application_id`.
pub(super) const APPLICATION_ID: i64 = MARK as i64;
/// How long a write waits for another instance.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often it looks whether it may write; less than the pauses of whoever writes in parts
/// ([`super::in_parts::PAUSE`]).
const POLL: Duration = Duration::from_millis(10);
/// Where a write-ahead log has its first frame, and where a frame has its page
/// (<https://sqlite.org/fileformat2.html#wal_file_format>).
pub(super) const LOG_HEADER: usize = 32;
pub(super) const FRAME_HEADER: usize = 24;

/// Opens a file for writing, and makes it where there is none. `look` sees what is in it before anything is written to
/// it, and may refuse it.
pub(super) fn open(path: &Path, look: impl FnOnce(&Connection) -> Result<()>) -> Result<Connection> {
    make_private_folder(folder_of(path), true).map_err(|error| cannot_open(path, error))?;
    check_header(path)?;
    make_private(path)?;
    open_and(path, look)
}

/// Opens a file that this process may have open already, or that was looked at.
pub(super) fn open_again(path: &Path) -> Result<Connection> {
    open_and(path, |_| Ok(()))
}

fn open_and(path: &Path, look: impl FnOnce(&Connection) -> Result<()>) -> Result<Connection> {
    let mut conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
    .map_err(|error| StoreError::CannotOpen { path: path.to_owned(), source: error.into() })?;
    prepare(&mut conn)?;
    look(&conn)?;
    turn_to_wal(&conn)?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    Ok(conn)
}

/// Refuses a file that is there and may not be written, or beside which something has to be made that may not be:
/// SQLite would report neither as what it is.
pub(super) fn require_writable(path: &Path) -> Result<()> {
    for suffix in ["", "-wal", "-shm"] {
        let path = with_suffix(path, suffix);
        match OpenOptions::new().write(true).open(&path) {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {
                // SQLite makes the files beside one that is there.
                if !suffix.is_empty() {
                    require_writable_folder(folder_of(&path)).map_err(|error| cannot_open(&path, error))?;
                }
            }
            Err(error) => return Err(cannot_open(&path, error)),
        }
    }
    Ok(())
}

#[cfg(unix)]
fn require_writable_folder(folder: &Path) -> std::io::Result<()> {
    use rustix::fs::{Access, access};
    match access(folder, Access::WRITE_OK | Access::EXEC_OK) {
        // A new one is made.
        Err(rustix::io::Errno::NOENT) => Ok(()),
        outcome => Ok(outcome?),
    }
}

/// The rights of a folder on Windows are not known before something is made in it.
#[cfg(not(unix))]
fn require_writable_folder(_: &Path) -> std::io::Result<()> {
    Ok(())
}

/// A new file is turned to WAL by whoever is first. SQLite does not wait for that: of two at once it refuses both.
fn turn_to_wal(conn: &Connection) -> Result<()> {
    let began = Instant::now();
    loop {
        match conn.pragma_update(None, "journal_mode", "WAL") {
            Err(error)
                if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
                    && began.elapsed() < PATIENCE =>
            {
                thread::sleep(Duration::from_millis(10));
            }
            turned => return Ok(turned?),
        }
    }
}

pub(super) fn open_read_only(path: &Path) -> Result<Connection> {
    let mut conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    prepare(&mut conn)?;
    // It is opened when something is asked for.
    let _objects: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(conn)
}

/// A file that nobody writes to, as it is by itself: what is beside it is not read, and nothing is made there.
pub(super) fn open_immutable(path: &Path) -> Result<Connection> {
    check_header(path)?;
    let mut conn = Connection::open_with_flags(
        format!("file:{}?immutable=1", in_uri(path)),
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI,
    )?;
    prepare(&mut conn)?;
    Ok(conn)
}

/// A path within a URI (<https://sqlite.org/uri.html>).
fn in_uri(path: &Path) -> String {
    let path = path.to_string_lossy();
    // A drive of Windows comes after a slash.
    let path = if cfg!(windows) { format!("/{}", path.replace('\\', "/")) } else { path.into_owned() };
    path.replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}

pub(super) fn in_memory() -> Result<Connection> {
    let mut conn = Connection::open_in_memory()?;
    prepare(&mut conn)?;
    Ok(conn)
}

/// The path as the system knows it, so that the same file has the same name from any folder.
pub(super) fn resolve(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// The patience comes first: switching to WAL already needs the file.
pub(super) fn prepare(conn: &mut Connection) -> Result<()> {
    conn.busy_handler(Some(wait_for_others))?;
    // On purpose, as are the missing STRICT and CHECK: the log may bring rows in any order, an answer before its
    // challenge, and from a newer program. What holds between records is looked after in `ops`, never by refusing a
    // row.
    conn.pragma_update(None, "foreign_keys", "OFF")?;
    conn.pragma_update(None, "cache_size", -8_000)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    // The plan of a statement never depends on what is bound to it. Otherwise SQLite prepares some statements anew for
    // each execution, to see whether a partial index would do.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    super::derived::register_functions(conn)?;
    super::digest::register_functions(conn)?;
    super::numbering::register_functions(conn)?;
    Ok(())
}

/// The most that is kept of a file, in KiB; what is beyond it is read from the disk again.
const MOST_KEPT: i64 = 128 * 1024;

/// Whether a file has a table.
pub(super) fn has_table(conn: &Connection, name: &str) -> Result<bool> {
    Ok(conn.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1")?.exists([name])?)
}

/// How much memory the pages of a file take, in KiB.
pub(super) fn memory_for(conn: &Connection) -> Result<i64> {
    let size = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
    let bytes: i64 = conn.query_row(size, [], |row| row.get(0))?;
    // A page takes a little more in memory than on the disk.
    Ok((bytes / 1024 * 5 / 4 + 1024).min(MOST_KEPT))
}

/// Keeps the pages that were read of a file until it is closed.
pub(super) fn keep_in_memory(conn: &Connection, kibibytes: i64) -> Result<()> {
    Ok(conn.pragma_update(None, "cache_size", -kibibytes)?)
}

/// Waits for whoever writes. Many short waits: who writes much in parts pauses only briefly between them.
fn wait_for_others(times: i32) -> bool {
    let waited = POLL * times.unsigned_abs();
    if waited < PATIENCE {
        thread::sleep(POLL);
    }
    waited < PATIENCE
}

fn cannot_open(path: &Path, error: std::io::Error) -> StoreError {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            StoreError::ReadOnly(Some(error.into()))
        }
        ErrorKind::StorageFull => StoreError::Full(error.into()),
        _ => StoreError::CannotOpen { path: path.to_owned(), source: error.into() },
    }
}

/// Checks the header before SQLite reads it: SQLite would happily write into a file that is cut short.
///
/// # Errors
/// [`StoreError::NotAStore`], [`StoreError::Damaged`], and where the file cannot be read.
pub(super) fn check_header(path: &Path) -> Result<()> {
    let mut file = match read::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(cannot_open(path, error)),
    };
    let about = file.metadata()?;
    if about.len() == 0 {
        return Ok(());
    }
    let mut header = [0_u8; HEADER];
    if file.read_exact(&mut header).is_err() {
        return Err(StoreError::NotAStore(path.to_owned()));
    }
    let header = StoreHeader(header);
    let wal = fs::metadata(with_suffix(path, "-wal")).map_or(0, |wal| wal.len());
    // Somebody else's database must not even be turned to WAL. A store of ours that has never been left keeps its mark
    // in the log beside it; until then the file has one page.
    let may_be_unmarked = wal > 0 || about.len() <= header.page_size().unwrap_or_default();
    let is_store = header.was_marked() || header.begins_as_store() && may_be_unmarked;
    if !is_store {
        return Err(StoreError::NotAStore(path.to_owned()));
    }
    if let Some(fault) = header.fault() {
        return Err(StoreError::Damaged(fault.to_owned()));
    }
    let bytes = header.pages().unwrap_or_default() * header.page_size().unwrap_or_default();
    if wal == 0 && bytes > about.len() {
        return Err(StoreError::Damaged(format!("{} bytes of {bytes}", about.len())));
    }
    if !header.is_marked() && !may_be_unmarked {
        return Err(StoreError::Damaged("the mark of the program in the header".to_owned()));
    }
    Ok(())
}

/// Whether a file begins as every file of SQLite does; also where it cannot be read.
pub(super) fn begins_as_store(path: &Path) -> bool {
    let mut magic = [0; MAGIC.len()];
    match read::open(path).and_then(|mut file| file.read_exact(&mut magic)) {
        Ok(()) => magic == *MAGIC,
        Err(error) => error.kind() != ErrorKind::UnexpectedEof,
    }
}

/// Makes a folder for its owner alone. Where it may be there already, those that it is in are made too.
pub(super) fn make_private_folder(folder: &Path, may_exist: bool) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(may_exist);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Whether what is written to a file goes through the write-ahead log beside it, as its header says. No copy is, and no
/// log belongs to it. A header may be damaged so that it says neither.
pub(super) fn is_written_through_log(path: &Path) -> bool {
    let mut header = [0_u8; 19];
    let read = read::open(path).and_then(|mut file| file.read_exact(&mut header));
    read.is_ok() && header[18] != 1
}

/// The path with something after its name: `x.db` → `x.db-wal`.
pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Makes the file where there is none, for its owner alone. SQLite creates the files beside it with the same rights.
/// Those that others may read are tightened, and so are the copies.
fn make_private(path: &Path) -> Result<()> {
    tighten(path);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let is_own = |file: &fs::DirEntry| {
        let file_name = file.file_name().to_string_lossy().into_owned();
        let rest = file_name.strip_prefix(&name);
        rest.is_some_and(beside::is_suffix) && file.file_type().is_ok_and(|kind| !kind.is_symlink())
    };
    for file in fs::read_dir(folder_of(path)).into_iter().flatten().flatten().filter(is_own) {
        if file.path().is_dir() { tighten_files_in(&file.path()) } else { tighten(&file.path()) }
    }
    private::open(path).map(drop).map_err(|error| cannot_open(path, error))
}
