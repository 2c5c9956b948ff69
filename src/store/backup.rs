//! Copies of the file: before a migration, daily, and when asked for. It also checks whether the file is sound.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::backup::Backup;

use super::connection::with_suffix;
use super::{Options, Result, Store, StoreError, replica};

/// How many daily copies there are before the oldest goes.
const DAILY_COPIES: usize = 10;
/// How many pages are copied at once; between two batches others may write.
const BATCH: i32 = 512;

/// The folder of the copies that the program makes by itself: `x.db` → `x.db-backups`.
pub fn folder(path: &Path) -> PathBuf {
    with_suffix(path, "-backups")
}

/// Copies the open store to a new file. `progress` is called with how many pages are left and how many there are, and
/// returns whether to go on.
///
/// # Errors
/// A file that is there already ([`std::io::ErrorKind::AlreadyExists`]), a folder that cannot be written, a full disk.
pub fn to(store: &Store, path: &Path, progress: impl FnMut(i32, i32) -> bool) -> Result<()> {
    copy(&store.conn, path, progress)
}

/// A copy that is gone when it is closed; what does not fit into memory is on the disk meanwhile. That of a store in
/// memory is the same replica, as if its file had been copied: what both write from then on are two branches of it.
///
/// # Errors
/// Where the store cannot be read.
pub fn temporary(store: &Store) -> Result<Store> {
    let mut conn = Connection::open("")?;
    Backup::new(&store.conn, &mut conn)?.run_to_completion(1_000, Duration::ZERO, None)?;
    super::connection::prepare(&conn)?;
    let options = Options { clock: store.clock, scribe: store.scribe.clone(), replicas: None };
    let mut copy = Store::new(conn, None, options);
    copy.device = replica::find(&copy)?;
    Ok(copy)
}

fn copy(conn: &Connection, path: &Path, mut progress: impl FnMut(i32, i32) -> bool) -> Result<()> {
    if path.exists() {
        return Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists).into());
    }
    let unfinished = with_suffix(path, ".part");
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    let written = (|| -> Result<bool> {
        let mut target = Connection::open(&unfinished)?;
        make_private(&unfinished)?;
        {
            let backup = Backup::new(conn, &mut target)?;
            loop {
                let step = backup.step(BATCH)?;
                let state = backup.progress();
                if !progress(state.remaining, state.pagecount) {
                    return Ok(false);
                }
                match step {
                    rusqlite::backup::StepResult::Done => break,
                    rusqlite::backup::StepResult::Busy | rusqlite::backup::StepResult::Locked => {
                        std::thread::sleep(Duration::from_millis(20));
                    }
                    _ => {}
                }
            }
        }
        forget_places(&target)?;
        target.execute_batch("PRAGMA journal_mode = DELETE")?;
        Ok(true)
    })();
    match written {
        Ok(true) => Ok(fs::rename(&unfinished, path)?),
        Ok(false) => Ok(fs::remove_file(&unfinished)?),
        Err(error) => {
            drop(fs::remove_file(&unfinished));
            Err(error)
        }
    }
}

/// Takes out by what a file was known: whoever opens the copy is another replica, even if it replaces the original,
/// and the names of the user and of the machine stay here. A file from before a migration may have no tokens.
fn forget_places(conn: &Connection) -> Result<()> {
    conn.execute_batch("UPDATE device SET machine = '', path = ''")?;
    if conn.prepare("SELECT token FROM device").is_ok() {
        conn.execute_batch("UPDATE device SET token = NULL")?;
    }
    Ok(())
}

#[cfg_attr(not(unix), expect(clippy::unnecessary_wraps, reason = "only Unix has rights to set"))]
fn make_private(path: &Path) -> Result<()> {
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Whether the copy of the day is still to be made.
pub fn is_due(path: &Path, today: NaiveDate) -> bool {
    !copy_of(path, today).exists()
}

fn copy_of(path: &Path, day: NaiveDate) -> PathBuf {
    folder(path).join(format!("{day}.db"))
}

/// Reads every page of the file and checks that it fits the others; quicker and less thorough than [`check`].
///
/// # Errors
/// [`StoreError::Damaged`] with what was found.
pub fn quick_check(store: &Store) -> Result<()> {
    match faults(&store.conn, "quick_check(1)", "quick_check")?.into_iter().next() {
        None => Ok(()),
        Some(found) => Err(StoreError::Damaged(found)),
    }
}

/// What SQLite finds wrong in a file. The search is left out: it follows from the rest and is made anew with it.
fn faults(conn: &Connection, all: &str, one: &str) -> Result<Vec<String>> {
    let run = |pragma: &str| -> Result<Vec<String>> {
        let mut statement = conn.prepare(&format!("PRAGMA {pragma}"))?;
        let lines = statement.query_map([], |row| row.get(0))?;
        Ok(lines.collect::<rusqlite::Result<_>>()?)
    };
    let mut found = match run(all) {
        // Where the tables of the search cannot be read nothing else is looked at.
        Err(StoreError::Sqlite(_) | StoreError::Damaged(_)) => {
            let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0";
            let mut statement = conn.prepare(sql)?;
            let tables = statement.query_map([], |row| row.get::<_, String>(0))?;
            let tables = tables.collect::<rusqlite::Result<Vec<String>>>()?;
            let each = tables.iter().map(|table| run(&format!("{one}('{table}')")));
            each.collect::<Result<Vec<_>>>()?.concat()
        }
        found => found?,
    };
    found.retain(|line| line != "ok" && !line.to_lowercase().contains("fts5"));
    Ok(found)
}

/// The copy of the day, if there is none yet. Older copies than the last ten go. Returns the new copy.
///
/// # Errors
/// A folder that cannot be written, a full disk.
pub fn daily(
    store: &Store,
    today: NaiveDate,
    progress: impl FnMut(i32, i32) -> bool,
) -> Result<Option<PathBuf>> {
    let Some(path) = store.path() else { return Ok(None) };
    let copy = copy_of(path, today);
    if copy.exists() {
        return Ok(None);
    }
    to(store, &copy, progress)?;
    let mut copies = list(path)?;
    copies.retain(|copy| {
        copy.file_stem().and_then(|stem| stem.to_str()).is_some_and(|s| s.parse::<NaiveDate>().is_ok())
    });
    for old in copies.iter().skip(DAILY_COPIES) {
        fs::remove_file(old)?;
    }
    Ok(Some(copy))
}

/// The copies beside a store, the newest first.
///
/// # Errors
/// A folder that cannot be read.
pub fn list(path: &Path) -> Result<Vec<PathBuf>> {
    let folder = folder(path);
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut copies: Vec<PathBuf> = fs::read_dir(folder)?
        .filter_map(|file| file.ok().map(|file| file.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "db"))
        .collect();
    copies.sort_by(|a, b| b.cmp(a));
    Ok(copies)
}

pub(super) fn before_migration(conn: &Connection, path: &Path, version: i64) -> Result<()> {
    once(conn, path, &format!("version-{version}.db"))
}

/// A copy of what is about to be made anew, beside the others; the next of the same second is the same.
pub(super) fn before_rebuild(store: &Store, path: &Path) -> Result<()> {
    let now = store.clock.now().format("%Y-%m-%d-%H%M%S");
    once(&store.conn, path, &format!("before-rebuild-{now}.db"))
}

/// Copies the file beside the others under a name, unless there is such a copy.
fn once(conn: &Connection, path: &Path, name: &str) -> Result<()> {
    let copy_path = folder(path).join(name);
    if copy_path.exists() { Ok(()) } else { copy(conn, &copy_path, |_, _| true) }
}

/// Reads the whole file and says what is wrong with it; an empty list is a sound file.
///
/// # Errors
/// Where the file cannot be read at all.
pub fn check(store: &Store) -> Result<Vec<String>> {
    match faults(&store.conn, "integrity_check(20)", "integrity_check") {
        Err(StoreError::Damaged(why)) => Ok(vec![why]),
        found => found,
    }
}
