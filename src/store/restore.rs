//! A copy in the place of the store that it is of, or that is gone. Nothing is deleted: the files that were there are
//! put aside together.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rusqlite::Connection;
use uuid::Uuid;

use super::connection::{self, with_suffix};
use super::{Options, Result, Store, StoreError, backup, check, damage, guard, migrations, salvage};
use crate::files::save::{folder_of, sync_folder};

/// What one of two stores has and the other has not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Only {
    /// The titles of its meetings.
    pub meetings: Vec<String>,
    /// How many entries.
    pub entries: usize,
    /// How many rows of the log: each cell that was written.
    pub rows: u64,
}

impl Only {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How a copy and the store differ.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// What would come back.
    pub in_copy: Only,
    /// What would be put aside.
    pub in_store: Only,
}

/// A copy that was read whole and is sound. Reading a large one takes a while: it is read once for all that is done
/// with it.
#[derive(Debug)]
pub struct SoundCopy {
    copy: Store,
}

impl SoundCopy {
    /// Opens a copy and reads it whole. The store itself, at `path`, and a copy are read without what is beside them.
    ///
    /// # Errors
    /// A copy that is not sound, is of a newer program, or no store at all.
    pub fn open(copy: &Path, path: &Path) -> Result<Self> {
        let is_by_itself = !connection::is_written_through_log(copy)
            || connection::resolve(copy) == connection::resolve(path)
            || guard::refuse_foreign_log(copy).is_err();
        let conn =
            if is_by_itself { connection::open_immutable(copy)? } else { connection::open_read_only(copy)? };
        connection::keep_in_memory(&conn, connection::memory_for(&conn)?)?;
        check::quick_of(&conn)?;
        migrations::refuse_unknown(&conn, copy)?;
        // What is left of the store itself may be all that there is.
        let is_store = connection::resolve(copy) == connection::resolve(path);
        Ok(Self { copy: if is_store { check::read_copy(conn) } else { check::true_copy(conn)? } })
    }

    /// Compares it with the store at a path; `None` where there is no store that can be read.
    ///
    /// # Errors
    /// A copy without the tables of a store.
    pub fn compare(&self, path: &Path) -> Result<Option<Difference>> {
        // Where it is open its log is its own.
        let has_own_log = guard::is_open_elsewhere(path) || guard::refuse_foreign_log(path).is_ok();
        let open = if has_own_log { connection::open_read_only } else { connection::open_immutable };
        let store = open(path).and_then(|conn| Inventory::of(&conn));
        let Ok(store) = store else { return Ok(None) };
        let copy = Inventory::of(&self.copy.conn)?;
        Ok(Some(Difference { in_copy: copy.beyond(&store), in_store: store.beyond(&copy) }))
    }

    /// Puts it in the place of the store at a path, as a replica of its own. Returns the folder in which the files are
    /// that were there, if any.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where another process has the store open; a folder that cannot be written, a full disk. The
    /// store is as it was then.
    pub fn put_back(self, path: &Path, now: NaiveDateTime) -> Result<Option<PathBuf>> {
        let path = &connection::resolve(path);
        guard::refuse_beside(path)?;
        require_closed(path)?;
        connection::make_private_folder(folder_of(path), true)?;
        let made = backup::beside(&self.copy.conn, path)?;
        // It may be the store itself.
        drop(self);
        let aside = put_aside(path, now)?;
        made.persist(path).map_err(|error| error.error)?;
        sync_folder(folder_of(path));
        Ok(aside)
    }
}

/// What a store holds, by identities.
struct Inventory {
    meetings: HashMap<Uuid, String>,
    entries: HashSet<Uuid>,
    /// The last row of each replica.
    replicas: HashMap<Uuid, u64>,
}

impl Inventory {
    fn of(conn: &Connection) -> Result<Self> {
        Ok(Self {
            meetings: pairs(conn, "SELECT id, title FROM meeting WHERE deleted = 0")?,
            entries: pairs::<i64>(conn, "SELECT id, 0 FROM entry WHERE deleted = 0")?.into_keys().collect(),
            replicas: pairs(
                conn,
                "SELECT id, coalesce((SELECT max(seq) FROM log WHERE device = number), 0) FROM device",
            )?,
        })
    }

    fn beyond(&self, other: &Self) -> Only {
        let meetings = self.meetings.iter().filter(|(id, _)| !other.meetings.contains_key(*id));
        let mut meetings: Vec<String> = meetings.map(|(_, title)| title.clone()).collect();
        meetings.sort_unstable();
        let replicas = self.replicas.iter();
        Only {
            meetings,
            entries: self.entries.difference(&other.entries).count(),
            rows: replicas
                .map(|(id, last)| last.saturating_sub(other.replicas.get(id).copied().unwrap_or_default()))
                .sum(),
        }
    }
}

fn pairs<T: rusqlite::types::FromSql>(conn: &Connection, sql: &str) -> Result<HashMap<Uuid, T>> {
    let mut statement = conn.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Puts a copy in the place of the store at a path: [`SoundCopy::open`] and [`SoundCopy::put_back`].
///
/// # Errors
/// Those of both.
pub fn put_back(copy: &Path, path: &Path, now: NaiveDateTime) -> Result<Option<PathBuf>> {
    require_closed(&connection::resolve(path))?;
    SoundCopy::open(copy, path)?.put_back(path, now)
}

/// Makes a file anew of which pages are damaged, from its log, and puts that in its place, as a replica of its own.
/// Returns the folder in which the files are that were there.
///
/// # Errors
/// [`StoreError::Damaged`] and [`StoreError::LogIncomplete`] where anything would be lost by it; [`StoreError::Busy`]
/// where another process has the store open; a folder that cannot be written. The store is as it was then.
pub fn remake(path: &Path, options: Options) -> Result<Option<PathBuf>> {
    let path = &connection::resolve(path);
    require_closed(path)?;
    let now = options.clock.now();
    SoundCopy { copy: salvage::made_anew(path, options)? }.put_back(path, now)
}

/// Leaves a store that is gone and begins anew: what is left of it is put aside, and so are its copies, beside which
/// the next one would be taken for it.
///
/// # Errors
/// A folder that cannot be written.
pub fn begin_anew(path: &Path, now: NaiveDateTime) -> Result<()> {
    let path = &connection::resolve(path);
    require_closed(path)?;
    put_aside(path, now)?;
    let copies = backup::folder(path);
    let mut before = copies.clone().into_os_string();
    before.push(format!("-{}", backup::moment(now)));
    if copies.exists() {
        fs::rename(copies, before)?;
    }
    sync_folder(folder_of(path));
    Ok(())
}

/// Refuses what is done to a store that another process has open.
fn require_closed(path: &Path) -> Result<()> {
    if guard::is_open_elsewhere(path) {
        return Err(StoreError::Busy("another process".into()));
    }
    Ok(())
}

/// Moves a store and what belongs to it to a folder among its copies, and returns that; `None` where there was nothing.
/// The store goes first: whatever is left where this is cut short is not opened by itself.
fn put_aside(path: &Path, now: NaiveDateTime) -> Result<Option<PathBuf>> {
    let files = ["", "-wal", "-shm"].map(|suffix| with_suffix(path, suffix));
    let there: Vec<&PathBuf> = files.iter().filter(|file| file.symlink_metadata().is_ok()).collect();
    damage::unmark(path);
    if there.is_empty() {
        return Ok(None);
    }
    let folder = free_folder(&backup::folder(path), &format!("replaced-{}", backup::moment(now)))?;
    for file in there {
        fs::rename(file, folder.join(file.file_name().unwrap_or_default()))?;
    }
    sync_folder(&folder);
    Ok(Some(folder))
}

/// Makes a folder with a name that no other has.
fn free_folder(parent: &Path, name: &str) -> Result<PathBuf> {
    connection::make_private_folder(parent, true)?;
    let mut nth = 1;
    loop {
        let folder = parent.join(if nth == 1 { name.to_owned() } else { format!("{name}-{nth}") });
        match connection::make_private_folder(&folder, false) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => nth += 1,
            made => return Ok(made.map(|()| folder)?),
        }
    }
}
