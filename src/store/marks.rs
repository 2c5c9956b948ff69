//! What distinguishes two visible numbers that are the same.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::branch::Branches;
use super::{Result, Store, device, log, numbering};
use crate::model::id::{DeviceId, EntryId};
use crate::model::noun::Series;
use crate::model::{Entry, Kind};

/// The characters of a mark: those that are not taken for each other.
const CHARACTERS: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";

/// The marks that visible numbers need: `U-12·k3d`, where two replicas have given the same number at the same time.
/// They are the same on every laptop.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    shared: HashSet<(Series, u32)>,
    replicas: HashMap<DeviceId, String>,
    /// Of entries whose numbers one replica assigned twice, in two files at once or in two spaces.
    entries: HashMap<EntryId, String>,
}

impl Marks {
    /// The mark of an entry's number, if it needs one.
    pub fn of(&self, entry: &Entry) -> Option<&str> {
        let series = match entry.kind {
            Kind::Challenge(_) => Series::Challenge,
            _ => Series::Action,
        };
        let number = entry.number()?;
        let is_shared = self.shared.contains(&(series, number.value));
        let mark = self.entries.get(&entry.id).or_else(|| self.replicas.get(&number.device));
        mark.filter(|_| is_shared).map(String::as_str)
    }
}

/// The marks that numbers need in this file.
///
/// # Errors
/// Where the file cannot be read.
pub fn marks(store: &Store) -> Result<Marks> {
    let shared = numbering::shared(&store.conn)?;
    if shared.is_empty() {
        return Ok(Marks::default());
    }
    let replicas = device::all(&store.conn)?.into_iter().map(|(_, id)| (id, mark(id.0))).collect();
    let may_repeat = !Branches::of(&store.conn)?.is_empty() || log::has_several_spaces(&store.conn)?;
    let entries = if may_repeat { assigned_twice(store)? } else { HashMap::new() };
    Ok(Marks { shared, replicas, entries })
}

/// The entries that have the same number of the same replica as another, with marks of their own.
fn assigned_twice(store: &Store) -> Result<HashMap<EntryId, String>> {
    let mut statement = store.conn.prepare_cached(
        "SELECT id FROM entry
         WHERE challenge_number IN (SELECT challenge_number FROM entry GROUP BY challenge_number HAVING count(*) > 1)
             OR action_number IN (SELECT action_number FROM entry GROUP BY action_number HAVING count(*) > 1)",
    )?;
    let ids = statement.query_map([], |row| row.get::<_, Uuid>(0))?;
    ids.map(|id| id.map(|id| (EntryId(id), mark(id))).map_err(Into::into)).collect()
}

/// Three characters that follow from an identity.
fn mark(id: Uuid) -> String {
    log::digest(id.as_bytes())[..3]
        .iter()
        .map(|byte| char::from(CHARACTERS[usize::from(byte % 32)]))
        .collect()
}
