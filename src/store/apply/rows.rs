//! Rows on their way into the log: which are there already, which follow, and which are of another branch.

use std::collections::HashMap;

use rusqlite::{Connection, named_params};

use super::{Applied, Touched};
use crate::model::history::{LogId, LogRow};
use crate::model::id::DeviceId;
use crate::store::branch::{self, Branches, Fork};
use crate::store::log::{self, LocalNumbers};
use crate::store::{Result, device, digest, numbering};

/// Takes rows, replica by replica.
pub(super) struct Incoming<'a> {
    conn: &'a Connection,
    numbers: LocalNumbers,
    branches: Branches,
    /// The last row of each replica, once it was asked for.
    last: HashMap<i64, i64>,
    /// The replica that this file is. None once somebody else has written under its name; the name of its branch where
    /// it was another one that kept the replica's.
    pub(super) own: Option<i64>,
    pub(super) touched: Touched,
    pub(super) applied: Applied,
}

impl<'a> Incoming<'a> {
    pub(super) fn of(conn: &'a Connection, own: Option<i64>) -> Result<Self> {
        let (numbers, branches) = (LocalNumbers::of(conn)?, Branches::of(conn)?);
        let (touched, applied) = (Touched::default(), Applied::default());
        Ok(Self { conn, numbers, branches, last: HashMap::new(), own, touched, applied })
    }

    /// Enters the replicas and spaces that rows mention.
    pub(super) fn learn(&mut self, rows: &[LogRow]) -> Result<()> {
        self.numbers.learn(self.conn, rows)
    }

    /// Takes rows of one replica, in their order. Returns whether they could be taken: not where rows before them are
    /// missing, or may be others than those that are held.
    pub(super) fn take(&mut self, replica: DeviceId, rows: &[LogRow]) -> Result<bool> {
        let Some(first) = rows.first() else { return Ok(true) };
        let Some(mut at) = self.numbers.number(replica) else { return Ok(false) };
        let is_consecutive = rows.windows(2).all(|pair| pair[0].at.seq + 1 == pair[1].at.seq);
        // Rows after an operation's own may be the same by chance in two branches.
        if !is_consecutive || first.at.seq != first.operation || !self.follows(at, replica, first)? {
            return Ok(false);
        }
        for row in rows {
            at = self.enter(at, row)?;
        }
        Ok(true)
    }

    /// Whether everything before a row is held.
    fn follows(&mut self, at: i64, replica: DeviceId, first: &LogRow) -> Result<bool> {
        if self.last(at)? > 0 {
            let begins = self.branches.fork(at).map_or(1, |fork| fork.since);
            let root = self.root(at);
            let known = self.row(at, first.at.seq)?;
            return Ok(first.at.seq == begins
                || known.is_some_and(|known| log::hash(&known, root) == log::hash(first, root)));
        }
        Ok(self.find_fork(replica, first)? || first.at.seq == 1)
    }

    /// Finds out whether rows whose replica is unknown are a branch of one that is not.
    fn find_fork(&mut self, replica: DeviceId, first: &LogRow) -> Result<bool> {
        let since = first.at.seq;
        for (parent, _) in device::all(self.conn)? {
            let root = self.root(parent);
            let hash = log::hash(first, root);
            let is_before =
                if since == 1 { self.last(parent)? > 0 } else { self.row(parent, since - 1)?.is_some() };
            if !is_before || branch::name(root, since, self.before(parent, since)?, hash) != replica {
                continue;
            }
            match self.row(parent, since)? {
                Some(known) if log::hash(&known, root) == hash => self.displace(parent, since, replica)?,
                _ => {
                    self.branch_off(replica, Fork { parent, since })?;
                }
            }
            return Ok(true);
        }
        Ok(false)
    }

    /// Enters a row that follows on the one before it under the name `at`. Returns under which name it is then.
    fn enter(&mut self, at: i64, row: &LogRow) -> Result<i64> {
        let seq = row.at.seq;
        let known = if seq <= self.last(at)? { self.row(at, seq)? } else { None };
        if known.is_none() && !self.branches.leaving(at).any(|(_, since)| since == seq) {
            return self.append(at, row);
        }
        let root = self.root(at);
        let hash = log::hash(row, root);
        let held = known.map(|known| log::hash(&known, root));
        if held == Some(hash) {
            return Ok(at);
        }
        let before = self.before(at, seq)?;
        let name = branch::name(root, seq, before, hash);
        let known_branch = self.numbers.number(name).filter(|branch| self.branches.fork(*branch).is_some());
        match (known_branch, held) {
            (Some(branch), _) => Ok(branch),
            (None, Some(held)) if held < hash => {
                let branch = self.branch_off(name, Fork { parent: at, since: seq })?;
                self.append(branch, row)
            }
            (None, Some(held)) => {
                self.displace(at, seq, branch::name(root, seq, before, held))?;
                self.append(at, row)
            }
            (None, None) => self.append(at, row),
        }
    }

    fn append(&mut self, at: i64, row: &LogRow) -> Result<i64> {
        let named = LogId { device: device::id(self.conn, at)?, seq: row.at.seq };
        let row = LogRow { at: named, ..row.clone() };
        log::append(self.conn, &self.numbers, &row)?;
        numbering::note(self.conn, self.numbers.space(row.space).unwrap_or(log::OWN_SPACE), &row)?;
        self.applied.rows += 1;
        self.touched.add(&row);
        self.last.insert(at, row.at.seq);
        if self.own == Some(at) {
            // Somebody else writes under this name. Nothing is written under it here any more.
            self.own = None;
        }
        if row.at.seq == 1 && self.branches.fork(at).is_none() {
            self.find_branches(at)?;
        }
        Ok(at)
    }

    /// Finds out whether replicas that came before this one are branches of it from their first row on.
    fn find_branches(&mut self, replica: i64) -> Result<()> {
        let root = self.numbers.device(replica);
        for (other, name) in device::all(self.conn)? {
            if other == replica || self.branches.fork(other).is_some() {
                continue;
            }
            let first = self.row(other, 1)?.map(|first| log::hash(&first, root));
            if first.is_some_and(|first| branch::name(root, 1, Default::default(), first) == name) {
                self.branch_off(name, Fork { parent: replica, since: 1 })?;
            }
        }
        Ok(())
    }

    /// Begins a branch.
    fn branch_off(&mut self, name: DeviceId, fork: Fork) -> Result<i64> {
        let number = match self.numbers.number(name) {
            Some(number) => number,
            None => device::enter(self.conn, name)?,
        };
        self.applied.forks.push((self.root(fork.parent), name));
        self.branches.enter(self.conn, number, fork)?;
        self.numbers = LocalNumbers::of(self.conn)?;
        Ok(number)
    }

    /// Makes rows that are held a branch, from a place on.
    fn displace(&mut self, at: i64, since: i64, name: DeviceId) -> Result<()> {
        let branch = self.branch_off(name, Fork { parent: at, since })?;
        let later: Vec<(i64, i64)> =
            self.branches.leaving(at).filter(|(_, leaves)| *leaves > since).collect();
        for (other, since) in later {
            self.branches.enter(self.conn, other, Fork { parent: branch, since })?;
        }
        let last = self.last(at)?;
        self.conn.execute(
            "UPDATE log SET device = :branch WHERE device = :at AND seq >= :since",
            named_params! { ":branch": branch, ":at": at, ":since": since },
        )?;
        digest::renew(self.conn, branch, since)?;
        for row in log::after(self.conn, &self.numbers, branch, since)? {
            self.touched.add(&row);
        }
        self.last.extend([(branch, last), (at, since - 1)]);
        if self.own == Some(at) {
            self.own = Some(branch);
        }
        Ok(())
    }

    fn row(&self, at: i64, seq: i64) -> Result<Option<LogRow>> {
        log::get(self.conn, &self.numbers, at, seq)
    }

    /// What the operation before a place is, for the name of a branch. Its own row is looked at: those after it may be
    /// the same in two branches.
    fn before(&self, at: i64, seq: i64) -> Result<[u8; 32]> {
        let there = |seq| self.row(self.branches.name_at(at, seq), seq);
        let Some(last) = there(seq - 1)? else { return Ok(Default::default()) };
        let operation = there(last.operation)?;
        Ok(operation.map(|row| log::hash(&row, self.root(at))).unwrap_or_default())
    }

    /// The identity of the replica that a branch is of.
    fn root(&self, at: i64) -> DeviceId {
        self.numbers.device(self.branches.root(at))
    }

    fn last(&mut self, at: i64) -> Result<i64> {
        if let Some(last) = self.last.get(&at) {
            return Ok(*last);
        }
        let last = log::last_seq(self.conn, at)?;
        self.last.insert(at, last);
        Ok(last)
    }
}
