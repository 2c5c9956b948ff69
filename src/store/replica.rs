//! Which replica this file is. A random token is in the file, and in a small file of this user outside it. Both change
//! with the first write of each run. A file whose token is known outside goes on as the replica that wrote in it last,
//! whatever it is called and wherever it is; one whose token is not is a copy, or was restored, and a new replica. The
//! file outside also says how far the replica came, so that a copy made in the middle of a run is an older one after
//! it. So no two files ever write under the same name.
//!
//! The file outside is written before the commit and knows the new token alone. Where the power fails between the two,
//! the next run is a new replica, which costs undo of what came before and nothing else.

use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use uuid::Uuid;

use super::branch::Branches;
use super::device::{self, Location};
use super::{Result, Store, connection, log};
use crate::model::id::DeviceId;

/// Where in the file outside the number of the last row begins: after the token and the end of its line.
const SEQ_START: u64 = uuid::fmt::Simple::LENGTH as u64 + 1;

/// How many digits that number has, so that it can be written in its place.
const SEQ_LEN: usize = 19;

/// The folder outside for a store in a file; there is none for one in memory.
struct Outside<'a> {
    folder: &'a Path,
    /// The path of the store.
    path: &'a Path,
}

/// What is remembered of a replica.
struct Known {
    token: Uuid,
    /// The last row that it has written. Whoever does not hold it is an older copy, made while the replica was writing.
    seq: i64,
    /// Where its file was when it wrote last.
    path: PathBuf,
}

/// The replica that this file is, by its number in it; `None` where it has not written yet, or is a copy.
pub(super) fn find(store: &Store) -> Result<Option<i64>> {
    let Some(outside) = Outside::of(store) else { return device::at(&store.conn, &Location::of(store)) };
    for (number, id, token) in device::with_token(&store.conn)? {
        let Some(remembered) = outside.read(id).filter(|remembered| remembered.token == token) else {
            continue;
        };
        if remembered.seq <= log::last_seq(&store.conn, number)?
            && (remembered.path == outside.path || !is_held_by(&remembered.path, id, token))
        {
            return Ok(Some(number));
        }
    }
    // An earlier version knew a file by its place. Of one that has had a token this is an older copy.
    let by_place = device::without_token_at(&store.conn, &Location::of(store))?;
    Ok(by_place.filter(|(_, id)| outside.read(*id).is_none()).map(|(number, _)| number))
}

/// How many rows at the end of a store's log are not there: so many more were written, as is remembered outside. None
/// for an older copy that is a whole one, which only its tables can say.
pub(super) fn lost_rows(store: &Store) -> Result<usize> {
    // The log is not there at all where it was dropped, and the table of replicas may be what is damaged.
    if !connection::has_table(&store.conn, "log")? {
        return Ok(0);
    }
    let known = device::with_token(&store.conn).unwrap_or_default();
    let tokens: Vec<(DeviceId, Uuid)> = known.into_iter().map(|(_, id, token)| (id, token)).collect();
    lost_end(&store.conn, store.replicas.as_deref(), &tokens)
}

/// The same for replicas that had these tokens, where `folder` is where they are remembered.
pub(super) fn lost_end(
    conn: &Connection,
    folder: Option<&Path>,
    tokens: &[(DeviceId, Uuid)],
) -> Result<usize> {
    let Some(folder) = folder.filter(|_| !tokens.is_empty()) else { return Ok(0) };
    let outside = Outside { folder, path: Path::new("") };
    let (branches, numbers) = (Branches::of(conn)?, device::all(conn)?);
    let mut missing = 0;
    for (id, token) in tokens {
        let Some(remembered) = outside.read(*id).filter(|remembered| remembered.token == *token) else {
            continue;
        };
        let Some((own, _)) = numbers.iter().find(|(_, known)| known == id) else { continue };
        // What it wrote may be a branch of it now.
        let mut last = 0;
        for (number, _) in numbers.iter().filter(|(number, _)| branches.root(*number) == branches.root(*own))
        {
            last = last.max(log::last_seq(conn, *number)?);
        }
        missing += usize::try_from(remembered.seq - last).unwrap_or_default();
    }
    Ok(missing)
}

/// Enters a new replica, unless nothing can be remembered outside and there is one of this place. Inside a write
/// transaction.
fn register(store: &Store) -> Result<i64> {
    let location = Location::of(store);
    if Outside::of(store).is_some_and(|outside| !outside.is_writable())
        && let Some(number) = device::at(&store.conn, &location)?
    {
        return Ok(number);
    }
    device::register(&store.conn, &location)
}

/// Whether a file, which is not this one, is the one that the replica wrote to last. One that cannot be read may be.
fn is_held_by(path: &Path, id: DeviceId, token: Uuid) -> bool {
    let read = || device::with_token(&connection::open_read_only(path)?);
    path.exists() && read().map_or(true, |found| found.iter().any(|found| (found.1, found.2) == (id, token)))
}

impl<'a> Outside<'a> {
    fn of(store: &'a Store) -> Option<Self> {
        Some(Self { folder: store.replicas.as_deref()?, path: store.path.as_deref()? })
    }

    fn entry(&self, id: DeviceId) -> PathBuf {
        self.folder.join(id.0.simple().to_string())
    }

    fn read(&self, id: DeviceId) -> Option<Known> {
        let text = fs::read_to_string(self.entry(id)).ok()?;
        let mut parts = text.splitn(3, '\n');
        let (token, seq) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Known { token, seq, path: PathBuf::from(parts.next()?) })
    }

    /// Remembers it as a whole. Nothing waits for the disk.
    fn write(&self, id: DeviceId, token: Uuid, seq: i64) -> std::io::Result<()> {
        let mut file = tempfile::NamedTempFile::new_in(self.folder)?;
        let text = format!("{}\n{seq:0SEQ_LEN$}\n{}", token.simple(), self.path.display());
        file.write_all(text.as_bytes())?;
        file.persist(self.entry(id))?;
        Ok(())
    }

    /// Remembers how far a replica came that is remembered already.
    fn write_seq(&self, id: DeviceId, seq: i64) -> std::io::Result<()> {
        let mut file = fs::OpenOptions::new().write(true).open(self.entry(id))?;
        file.seek(SeekFrom::Start(SEQ_START))?;
        file.write_all(format!("{seq:0SEQ_LEN$}").as_bytes())
    }

    fn is_writable(&self) -> bool {
        fs::create_dir_all(self.folder).and_then(|()| tempfile::tempfile_in(self.folder)).is_ok()
    }
}

impl Store {
    /// Finds out which replica this file is, or makes it one. Inside a write transaction: whichever window writes
    /// first, the others see its token.
    pub(super) fn identify(&mut self) -> Result<()> {
        self.find_again()?;
        if self.device.is_none() {
            self.device = Some(register(self)?);
        }
        Ok(())
    }

    /// Finds out which replica this file is, if it is one. What another window did to it counts. Inside a write
    /// transaction.
    pub(super) fn find_again(&mut self) -> Result<()> {
        let is_known = match self.device {
            Some(number) if self.noted.is_some() => device::token(&self.conn, number)?.is_some(),
            _ => false,
        };
        if !is_known {
            self.noted = None;
            self.device = find(self)?;
        }
        Ok(())
    }

    /// Goes on as another replica, or as none until the next write, and returns which it was if it is another. Inside a
    /// write transaction.
    pub(super) fn become_replica(&mut self, number: Option<i64>) -> Result<Option<DeviceId>> {
        let Some(before) = self.device.filter(|before| Some(*before) != number) else { return Ok(None) };
        device::disown(&self.conn, before)?;
        if let Some(number) = number {
            device::move_to(&self.conn, number, &Location::of(self))?;
        }
        (self.device, self.noted) = (number, None);
        Ok(Some(device::id(&self.conn, before)?))
    }

    /// Forgets outside what this file was.
    pub(super) fn forget(&self, replica: Option<DeviceId>) {
        if let (Some(outside), Some(replica)) = (Outside::of(self), replica) {
            // Where there is none, or it stays: the file has no such token.
            let _none = fs::remove_file(outside.entry(replica));
        }
    }

    /// Does in one transaction what `work` writes: all of it, or nothing.
    pub(super) fn atomically<T>(&mut self, work: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        self.conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        let outcome = work(self).and_then(|value| self.commit().map(|()| value));
        if outcome.is_err() {
            self.roll_back();
        }
        outcome
    }

    fn commit(&self) -> Result<()> {
        self.conn.prepare_cached("COMMIT")?.execute([])?;
        Ok(())
    }

    pub(super) fn roll_back(&mut self) {
        // Some errors (a full disk) have rolled back already; there is nothing left to do then.
        if !self.conn.is_autocommit()
            && let Err(error) = self.conn.execute_batch("ROLLBACK")
        {
            tracing::error!(%error, "rollback");
        }
        // A replica that was registered in this transaction is not there any more.
        self.device = find(self).unwrap_or_default();
        self.digits.set(None);
    }

    /// Commits, with a new token if this is the first write of the run.
    pub(super) fn commit_as_replica(&mut self) -> Result<()> {
        let before = self.device.filter(|_| self.noted.is_none()).map(|number| self.seal(number));
        let Some(before) = before.transpose()?.flatten() else {
            self.commit()?;
            if let Err(error) = self.note_progress() {
                tracing::debug!(%error, "how far the replica came is not remembered");
            }
            return Ok(());
        };
        self.commit().inspect_err(|_| {
            // What is in the file is the token from before.
            let put_back = match &before.content {
                Some(content) => fs::write(&before.entry, content),
                None => fs::remove_file(&before.entry),
            };
            if let Err(error) = put_back {
                tracing::warn!(%error, "what is remembered of the replica");
            }
            self.noted = None;
        })
    }

    /// Makes a new token of this replica and returns what was remembered of it; `None` where nothing can be remembered.
    fn seal(&mut self, number: i64) -> Result<Option<Before>> {
        let location = Location::of(self);
        let Some(outside) = Outside::of(self) else { return Ok(None) };
        let (id, seq) = (device::id(&self.conn, number)?, log::last_seq(&self.conn, number)?);
        let entry = outside.entry(id);
        let before = Before { content: fs::read(&entry).ok(), entry };
        let token = Uuid::now_v7();
        let written = fs::create_dir_all(outside.folder).and_then(|()| outside.write(id, token, seq));
        if let Err(error) = written {
            tracing::warn!(%error, "the replica is not remembered outside its file");
            return Ok(None);
        }
        device::set_token(&self.conn, number, token, &location)?;
        self.noted = Some(seq);
        Ok(Some(before))
    }

    /// Remembers how far the replica came with what was committed.
    fn note_progress(&mut self) -> Result<()> {
        let (Some(outside), Some(number), Some(noted)) = (Outside::of(self), self.device, self.noted) else {
            return Ok(());
        };
        let seq = log::last_seq(&self.conn, number)?;
        if seq > noted {
            outside.write_seq(device::id(&self.conn, number)?, seq)?;
            self.noted = Some(seq);
        }
        Ok(())
    }
}

/// What was remembered of a replica before a write.
struct Before {
    entry: PathBuf,
    /// `None` where there was nothing.
    content: Option<Vec<u8>>,
}
