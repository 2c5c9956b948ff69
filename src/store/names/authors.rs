//! Who did an operation. The log has the name that its author had then, and no cell that could point to a person; so a
//! rename reaches it by what the log says of the register: who was called so when it was done.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use super::{NAME_IN_LOG, name_of};
use crate::model::history::{Change, Operation, Stamp, Value};
use crate::store::{Result, Store};

/// What the register calls the authors of operations now.
#[derive(Debug)]
pub(in crate::store) struct Authors(HashMap<String, Vec<HadName>>);

/// That somebody who is in the register had a name.
#[derive(Debug)]
struct HadName {
    since: Stamp,
    until: Stamp,
    /// Whether they were entered by it: then they had it before, too.
    is_first: bool,
    /// How the register calls them now, or whoever they turned out to be.
    now: String,
}

impl Authors {
    pub(in crate::store) fn of(store: &Store) -> Result<Self> {
        let sql = format!(
            "SELECT person.id, stamp, {NAME_IN_LOG} AS name
             FROM person JOIN log ON log.id = person.id AND field IN ('', 'name')
             JOIN device ON device.number = log.device
             WHERE person.shown = 1 AND stamp < :end ORDER BY person.id, stamp, device.id, seq"
        );
        let mut statement = store.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(&[(":end", &Stamp::END.0)], |row| {
            // Where the cell is damaged it is no name.
            let name = if let Value::Text(name) = row.get(2)? { Some(name) } else { None };
            Ok((row.get(0)?, Stamp(row.get(1)?), name))
        })?;
        let named = rows.collect::<rusqlite::Result<Vec<(Uuid, Stamp, Option<String>)>>>()?;
        let mut authors = Self(HashMap::new());
        for of_one in named.chunk_by(|a, b| a.0 == b.0) {
            let Some(now) = of_one.first().map(|(id, ..)| name_of(&store.conn, *id)).transpose()?.flatten()
            else {
                continue;
            };
            for (at, (_, since, name)) in of_one.iter().enumerate() {
                let Some(name) = name else { continue };
                let until = of_one.get(at + 1).map_or(Stamp(i64::MAX), |(_, next, _)| *next);
                let had = HadName { since: *since, until, is_first: at == 0, now: now.clone() };
                authors.0.entry(name.clone()).or_default().push(had);
            }
        }
        Ok(authors)
    }

    /// What the register calls the only one who had this name then, or else the first who was entered by it later; the
    /// name itself where there was nobody or several. In the operation by which somebody gets a name they do not have
    /// it yet.
    fn called(&self, name: String, then: Stamp) -> String {
        let names = self.0.get(&name).map(Vec::as_slice).unwrap_or_default();
        let had = names.iter().filter(|had| had.since < then && then <= had.until);
        let now: BTreeSet<&String> = had.map(|had| &had.now).collect();
        let later = names.iter().filter(|had| had.is_first && then <= had.since);
        match (now.len(), now.first(), later.min_by_key(|had| had.since)) {
            (1, Some(only), _) => (*only).clone(),
            (0, _, Some(first)) => first.now.clone(),
            _ => name,
        }
    }

    /// Calls the author of an operation as the register does now.
    pub(in crate::store) fn rename(&self, operation: Operation, done: Stamp) -> Operation {
        Operation { scribe: operation.scribe.map(|name| self.called(name, done)), ..operation }
    }

    /// The same for the authors of changes.
    pub(in crate::store) fn rename_in(&self, changes: Vec<Change>) -> Vec<Change> {
        let rename = |change: Change| {
            let scribe = change.scribe.map(|name| self.called(name, change.done));
            Change { scribe, ..change }
        };
        changes.into_iter().map(rename).collect()
    }
}
