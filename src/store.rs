//! What is remembered: one SQLite file. The only place that speaks SQL.
//!
//! Reading is a function on [`Store`] beside each noun. Writing happens inside [`Store::transact`] only: one named
//! operation in a stated [`WriteScope`], one transaction, its field changes in the append-only log. What a write
//! returns is on disk (WAL, `synchronous=FULL`). Nothing is deleted: a record is soft-deleted by its cell `deleted`.
//!
//! No table has foreign keys, CHECK or STRICT, on purpose: the log of another replica may bring rows in any order, and
//! of a newer program.

use std::cell::{Cell, OnceCell, RefCell};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use rusqlite::Connection;
use uuid::Uuid;

use crate::clock::Clock;
use crate::model::position::ReplicaDigits;
use damage::Damage;

pub mod abbreviation;
pub mod answer;
mod apply;
pub mod backup;
mod branch;
pub mod change;
pub mod check;
mod codec;
mod connection;
mod damage;
pub mod derived;
mod device;
mod digest;
pub mod entry;
mod error;
pub mod fault;
pub mod field;
pub mod follow_up;
mod guard;
mod header;
mod heads;
mod held;
pub mod history;
mod identity;
mod ids;
pub mod in_parts;
pub mod log;
pub mod manuscript;
mod marks;
pub mod meeting;
mod migrations;
mod moved;
mod names;
mod numbering;
pub mod organisation;
pub mod person;
pub(crate) mod position;
mod present;
pub mod programme;
mod protected;
pub mod rebuild;
mod record;
pub mod remembered;
mod replica;
pub mod response;
pub mod restore;
pub mod salvage;
pub mod saved_view;
mod scope;
pub mod search;
mod second;
pub mod section;
pub mod spelling;
mod torn;
mod transaction;
pub mod undo;
pub mod work;
mod written;

pub use apply::Applied;
pub use error::{Rescued, Result, StoreError};
pub use guard::{refuse_beside, refuse_missing, refuse_odd};
pub use heads::is_written_elsewhere_only;
pub use held::{HeldRows, held};
pub use marks::{Marks, marks};
pub use scope::WriteScope;
pub use second::SecondConnection;
pub use transaction::{Done, Tx};

/// Has nothing written to a file that cannot be opened, by any process, until it is mended or another takes its place.
pub fn mark_damaged(path: &Path, why: &str) {
    // Where it cannot be said here, nothing can be written here.
    let _is_said = damage::mark(&connection::resolve(path), why);
}

/// With what a store is opened.
#[derive(Debug, Clone)]
pub struct Options {
    /// Stamps every change, and is today for everything that asks.
    pub clock: Clock,
    /// Who holds the pen, by name; written beside every change in the log.
    pub scribe: Option<String>,
    /// The folder in which this user's replicas are remembered, so that a store goes on as the same replica after it
    /// was moved or renamed, and a copy of it does not. Without one it is known by its place.
    pub replicas: Option<PathBuf>,
}

/// Why a store is only read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadOnly {
    /// The file or its folder may not be written.
    Protected,
    /// There is no space to write in; there may be again.
    DiskFull,
    /// It is damaged, and what could be read of it is read in its place.
    Damaged,
}

/// An open store.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
    path: Option<PathBuf>,
    clock: Clock,
    ids: ids::Ids,
    scribe: Option<String>,
    /// This run of the program; undo asks before it reaches into an earlier one.
    sitting: Uuid,
    /// The folder in which replicas are remembered.
    replicas: Option<PathBuf>,
    /// The number of this replica in the file, once it is known.
    device: Option<i64>,
    /// The last own row that is remembered outside the file; `None` until this run has written.
    noted: Option<i64>,
    /// The digits of this replica in the keys that it makes, with its number, once they are known.
    digits: Cell<Option<(i64, ReplicaDigits)>>,
    /// Why nothing is written to the file any more; set when it was found to be damaged.
    damaged: RefCell<Option<Damage>>,
    /// The file itself, where this is not a store in memory or one that is only read. It is closed after `conn`.
    file: Option<moved::OpenFile>,
    /// Why nothing is written to the file; `None` where it is.
    read_only: Option<ReadOnly>,
    /// The folder of the copy that is read in the place of the file.
    copy: Option<tempfile::TempDir>,
    /// The copy of everything that was made when the file was found to be gone, if one could be made.
    rescued: OnceCell<Rescued>,
    /// That it is gone, and whether another was written over it.
    is_gone: Cell<Option<bool>>,
    /// What was written in this run, through whatever connection.
    written: Arc<Mutex<written::WrittenRows>>,
}

impl Store {
    /// Opens the file, makes it where there is none, and brings an older one up to date (after a backup).
    ///
    /// # Errors
    /// A file that is damaged, newer than this program, no store at all, or that cannot be written; one that was
    /// emptied beside its copies, or that has the write-ahead log of another beside it. Nothing was written then.
    pub fn open(path: &Path, options: Options) -> Result<Self> {
        let path = connection::resolve(path);
        guard::refuse_odd(&path)?;
        let copies = backup::list(&path).unwrap_or_default();
        guard::refuse_empty(&path, &copies)?;
        connection::require_writable(&path)?;
        guard::refuse_foreign_log(&path)?;
        let conn = connection::open(&path, |conn| guard::refuse_emptied(conn, &copies))?;
        let mut store = Self::ready(conn, Some(connection::resolve(&path)), options)?;
        store.file = Some(moved::OpenFile::at(&path)?);
        Ok(store)
    }

    /// Opens a file that cannot be written now. Nothing is made beside it, and every write is refused. Where the disk
    /// was full, each write looks first whether the file can be written after all.
    ///
    /// # Errors
    /// A file that is damaged, newer than this program, or no store at all.
    pub fn open_to_read(path: &Path, options: Options, why: ReadOnly) -> Result<Self> {
        let path = connection::resolve(path);
        guard::refuse_odd(&path)?;
        let protected::Protected { conn, copy } = protected::open(&path)?;
        let mut store = match &copy {
            Some((_, copy)) => Self::ready(conn, Some(copy.clone()), options)?,
            None => Self::new(conn, None, options),
        };
        (store.path, store.read_only, store.copy) = (Some(path), Some(why), copy.map(|(folder, _)| folder));
        Ok(store)
    }

    /// Why nothing is written to the file; `None` where it is.
    pub fn read_only(&self) -> Option<ReadOnly> {
        self.read_only
    }

    /// Whether nothing is written to the file.
    pub fn is_read_only(&self) -> bool {
        self.read_only.is_some()
    }

    /// With what it was opened, as it is now.
    fn options(&self) -> Options {
        Options { clock: self.clock, scribe: self.scribe.clone(), replicas: self.replicas.clone() }
    }

    /// Where another thread reads what this store shows: the file, or what is read in the place of a damaged one.
    pub fn path_to_read(&self) -> Option<PathBuf> {
        match (&self.copy, self.read_only) {
            (Some(folder), Some(ReadOnly::Damaged)) => Some(salvage::shown_in(folder.path())),
            _ => self.path.clone(),
        }
    }

    /// Opens a file for writing that was only read because the disk was full, or it was damaged, if that is over.
    fn open_where_it_may_be_written(&mut self) -> Result<()> {
        let is_over = match self.read_only {
            Some(ReadOnly::DiskFull) => true,
            Some(ReadOnly::Damaged) => self.damage().is_none(),
            _ => false,
        };
        let Some(path) = self.path.as_ref().filter(|_| is_over) else { return Ok(()) };
        let mut store = Self::open(path, self.options())?;
        store.sitting = self.sitting;
        *self = store;
        Ok(())
    }

    /// A store that lives in memory only.
    ///
    /// # Errors
    /// Only where SQLite itself fails.
    pub fn in_memory(options: Options) -> Result<Self> {
        Self::ready(connection::in_memory()?, None, options)
    }

    /// A second, read-only connection to the same file, for a thread of its own.
    ///
    /// # Errors
    /// A store in memory has none; otherwise as [`Store::open`].
    pub fn reader(path: &Path, clock: Clock) -> Result<Self> {
        let options = Options { clock, scribe: None, replicas: None };
        match connection::open_read_only(path) {
            Ok(conn) => Ok(Self::new(conn, Some(connection::resolve(path)), options)),
            Err(error @ StoreError::Damaged(_)) => Err(error),
            // SQLite makes files beside it, which is not always possible.
            Err(error) => Self::open_to_read(path, options, ReadOnly::Protected).map_err(|_| error),
        }
    }

    /// A store in the place of one that is closed. Nothing is in it, and every write is refused.
    ///
    /// # Errors
    /// Only where SQLite itself fails.
    pub fn nothing(clock: Clock) -> Result<Self> {
        let mut store = Self::in_memory(Options { clock, scribe: None, replicas: None })?;
        store.read_only = Some(ReadOnly::Protected);
        Ok(store)
    }

    fn ready(conn: Connection, path: Option<PathBuf>, options: Options) -> Result<Self> {
        let mut store = Self::new(conn, path, options);
        migrations::run(&mut store, rebuild::after_upgrade)?;
        store.device = match replica::find(&store) {
            // It can be looked at and mended.
            Err(StoreError::Damaged(why)) => {
                store.damaged.get_mut().get_or_insert(Damage { why, is_marked: false });
                None
            }
            found => found?,
        };
        Ok(store)
    }

    fn new(conn: Connection, path: Option<PathBuf>, options: Options) -> Self {
        conn.set_prepared_statement_cache_capacity(128);
        let Options { clock, scribe, replicas } = options;
        let ids = ids::Ids::beside(clock);
        Self {
            conn,
            path,
            clock,
            ids,
            scribe,
            sitting: Uuid::now_v7(),
            replicas,
            device: None,
            noted: None,
            digits: Cell::new(None),
            damaged: RefCell::default(),
            file: None,
            read_only: None,
            copy: None,
            rescued: OnceCell::new(),
            is_gone: Cell::new(None),
            written: Arc::default(),
        }
    }

    /// The path of the file; `None` for a store in memory.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Where now and today come from.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// Replaces the clock: for an example whose work is in the past.
    pub fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
        self.ids = ids::Ids::beside(clock);
    }

    /// Who holds the pen, by name.
    pub fn scribe(&self) -> Option<&str> {
        self.scribe.as_deref()
    }

    /// Hands the pen over: what is written from now on is written by this person.
    pub fn set_scribe(&mut self, scribe: Option<String>) {
        self.scribe = scribe;
    }

    /// This run of the program.
    pub fn sitting(&self) -> Uuid {
        self.sitting
    }

    /// Why nothing is written to the file, where it is known to be damaged: found here, or by another process
    /// meanwhile. Once it was mended it is not any more, whoever did that.
    pub fn damage(&self) -> Option<String> {
        let known = self.path().and_then(damage::known);
        let mut damaged = self.damaged.borrow_mut();
        match known {
            Some(why) => damaged.get_or_insert(Damage { why, is_marked: true }).is_marked = true,
            None if damaged.as_ref().is_some_and(|damage| damage.is_marked) => *damaged = None,
            None => {}
        }
        damaged.as_ref().map(|damage| damage.why.clone())
    }

    /// Refuses every write from now on, with this error, here and wherever else the file is opened: it was found to be
    /// damaged.
    pub fn close_for_writing(&self, found: &StoreError) {
        let why = match found {
            StoreError::Damaged(why) => why.clone(),
            error => error.to_string(),
        };
        // What was found first stays the reason.
        let why = self.damage().unwrap_or(why);
        let mut damaged = self.damaged.borrow_mut();
        let damage = damaged.get_or_insert(Damage { why, is_marked: false });
        damage.is_marked |= self.path().is_some_and(|path| damage::mark(path, &damage.why));
    }

    /// Takes writes again: the file was found to be sound, or made so.
    pub fn open_for_writing(&mut self) {
        self.damaged.get_mut().take();
        if let Some(path) = self.path() {
            damage::unmark(path);
        }
    }

    /// Refuses a write where the file may not be written, is known to be damaged, or is gone.
    fn require_writable(&self) -> Result<()> {
        let is_shown_only = self.read_only == Some(ReadOnly::Damaged);
        if self.is_read_only() && !is_shown_only {
            return Err(StoreError::ReadOnly(None));
        }
        if let Some(why) = self.damage() {
            return Err(StoreError::Damaged(why));
        }
        if is_shown_only {
            return Err(StoreError::Damaged("what is shown is not the file".to_owned()));
        }
        self.refuse_moved()
    }

    /// A number that changes when another connection has written to the file.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn version(&self) -> Result<i64> {
        Ok(self.conn.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }
}
