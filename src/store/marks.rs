//! What distinguishes two visible numbers that are the same.

use std::collections::{HashMap, HashSet};

use super::{Result, Store, device, log, numbering};
use crate::model::id::DeviceId;
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
        self.replicas.get(&number.device).filter(|_| is_shared).map(String::as_str)
    }
}

/// The marks that numbers need in this file.
///
/// # Errors
/// Where the file cannot be read.
pub fn marks(store: &Store) -> Result<Marks> {
    let shared = numbering::shared(&store.conn)?;
    let replicas = if shared.is_empty() { Vec::new() } else { device::all(&store.conn)? };
    Ok(Marks { shared, replicas: replicas.into_iter().map(|(_, id)| (id, mark(id))).collect() })
}

/// Three characters that follow from the identity of a replica.
fn mark(replica: DeviceId) -> String {
    log::digest(replica.0.as_bytes())[..3]
        .iter()
        .map(|byte| char::from(CHARACTERS[usize::from(byte % 32)]))
        .collect()
}
