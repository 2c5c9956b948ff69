//! A second connection of the same run to the same file, for a thread that writes by itself.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use uuid::Uuid;

use super::written::WrittenRows;
use super::{Options, Result, Store, connection};

/// What it takes to open one; it goes to the thread.
#[derive(Debug, Clone)]
pub struct SecondConnection {
    path: PathBuf,
    options: Options,
    sitting: Uuid,
    written: Arc<Mutex<WrittenRows>>,
}

impl SecondConnection {
    /// Opens it. What is written through it was written in the same run, and by the same person. Nothing but SQLite
    /// opens the file for it: POSIX takes all locks of a process on a file away when any of its descriptors is closed.
    ///
    /// # Errors
    /// Where the file cannot be opened or read.
    pub fn open(self) -> Result<Store> {
        let conn = connection::open_again(&self.path)?;
        let mut store = Store::ready(conn, Some(self.path), self.options)?;
        (store.sitting, store.written) = (self.sitting, self.written);
        Ok(store)
    }
}

impl Store {
    /// A second connection to the same file. `None` for a store in memory and one that is only read.
    pub fn second(&self) -> Option<SecondConnection> {
        let path = self.path.clone().filter(|_| !self.is_read_only())?;
        let written = Arc::clone(&self.written);
        Some(SecondConnection { path, options: self.options(), sitting: self.sitting, written })
    }
}
