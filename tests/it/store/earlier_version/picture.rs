//! What a store holds, as text: everything that the program itself reads from it, and no table and no row. A record is
//! named by its noun and a number, in the order in which the records were made; a replica by a letter, in the order in
//! which the replicas first wrote.

use std::collections::HashMap;
use std::fmt::Display;

use uuid::Uuid;
use vidpennan::i18n::labels;
use vidpennan::model::history::{Change, Operation};
use vidpennan::model::id::DeviceId;
use vidpennan::model::{Coded, Entry, Kind, Meeting, Number};
use vidpennan::store::{self, Store};

mod history;
mod lists;
mod nouns;

/// More than there is of anything.
const ALL: usize = 100_000;

/// A store, and what its records are called in the text.
pub(super) struct Picture<'a> {
    store: &'a Store,
    names: HashMap<Uuid, String>,
    /// In the order in which they first wrote.
    replicas: Vec<DeviceId>,
    /// In the order in which they began.
    sittings: Vec<Uuid>,
    /// The oldest first, each with its changes.
    operations: Vec<(Operation, Vec<Change>)>,
}

impl<'a> Picture<'a> {
    pub(super) fn of(store: &'a Store) -> Self {
        let mut operations = store::history::all(store, ALL).unwrap();
        operations.reverse();
        let mut picture = Self {
            store,
            names: HashMap::new(),
            replicas: Vec::new(),
            sittings: Vec::new(),
            operations: Vec::new(),
        };
        let mut counts = HashMap::new();
        for operation in operations {
            let changes = store::change::within(store, operation.at, ALL).unwrap();
            if !picture.replicas.contains(&operation.at.device) {
                picture.replicas.push(operation.at.device);
            }
            if !picture.sittings.contains(&operation.sitting) {
                picture.sittings.push(operation.sitting);
            }
            for change in &changes {
                picture.names.entry(change.id).or_insert_with(|| {
                    let count = counts.entry(change.entity).or_insert(0);
                    *count += 1;
                    format!("{}#{count}", change.entity.code())
                });
            }
            picture.operations.push((operation, changes));
        }
        picture
    }

    /// What a record is called in the text.
    pub(super) fn name(&self, id: Uuid) -> &str {
        self.names.get(&id).map_or("unknown", String::as_str)
    }

    fn names(&self, ids: impl IntoIterator<Item = Uuid>) -> String {
        ids.into_iter().map(|id| self.name(id)).collect::<Vec<_>>().join(" ")
    }

    /// What a replica is called in the text.
    fn replica(&self, device: DeviceId) -> char {
        let number = self.replicas.iter().position(|replica| *replica == device).unwrap();
        char::from(b'a' + u8::try_from(number).unwrap())
    }

    /// The visible number of an entry, for one that has none a hyphen.
    fn number(&self, entry: &Entry) -> String {
        let number = entry.number().map(|number| self.numbered(entry.kind, number));
        number.unwrap_or_else(|| "-".to_owned())
    }

    /// A visible number, with the replica that gave it.
    fn numbered(&self, kind: Kind, number: Number) -> String {
        labels::number(kind, number.value, Some(&self.replica(number.device).to_string()))
    }

    fn meetings(&self) -> Vec<Meeting> {
        store::meeting::list(self.store).unwrap()
    }
}

/// Something to say of a record, with its name; nothing where it is missing or empty.
fn part(name: &str, value: Option<impl Display>) -> String {
    let value = value.map(|value| value.to_string()).filter(|value| !value.is_empty());
    value.map(|value| format!(" | {name} {value}")).unwrap_or_default()
}

/// A text as it was written in a document, with what cannot be seen in it.
fn as_written(text: Option<&String>) -> String {
    part("as written", text.map(|text| format!("{text:?}")))
}
