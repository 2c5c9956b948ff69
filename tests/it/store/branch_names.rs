//! Names of branches, as they are: they go from laptop to laptop, and two versions that disagree on them never have the
//! same log again.

use std::collections::BTreeMap;

use uuid::Uuid;
use vidpennan::model::history::{LogId, LogRow, Stamp, Value};
use vidpennan::model::id::DeviceId;
use vidpennan::store::{self, Store};

use crate::support::apart::options;
use crate::support::room::Checked;

const REPLICA: DeviceId = DeviceId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001));

/// An operation of two rows: an organisation is entered.
fn operation(seq: i64, name: &str) -> [LogRow; 2] {
    let own = LogRow {
        at: LogId { device: REPLICA, seq },
        stamp: Stamp::at(1_772_625_600_000 + seq),
        operation: seq,
        space: Uuid::from_u128(2),
        entity: "operation".to_owned(),
        id: Uuid::from_u128(3),
        field: "edit_register".to_owned(),
        old: Value::Null,
        new: Value::Text(format!(r#"{{"subject":"{name}"}}"#)),
        seen: Vec::new(),
        held: None,
        scribe: Some("Vera".to_owned()),
    };
    let made = LogRow {
        at: LogId { device: REPLICA, seq: seq + 1 },
        entity: "organisation".to_owned(),
        id: Uuid::from_u128(name.bytes().fold(0, |id, byte| id << 8 | u128::from(byte))),
        field: String::new(),
        new: Value::Text(format!(r#"{{"name":"{name}"}}"#)),
        ..own.clone()
    };
    [own, made]
}

/// A replica's rows in one of the places where it was written: an operation for each name.
fn written(names: &[&str]) -> Vec<LogRow> {
    names.iter().zip(0..).flat_map(|(name, at)| operation(2 * at + 1, name)).collect()
}

/// Under which name what was entered is held.
fn names(store: &Store) -> BTreeMap<String, String> {
    let rows = store::log::beyond(store, &[]).unwrap();
    let made = rows.into_iter().filter(|row| row.field.is_empty());
    made.map(|row| {
        let Value::Text(made) = row.new else { panic!("{row:?}") };
        (made, row.at.device.0.to_string())
    })
    .collect()
}

#[test]
fn the_branch_with_the_smaller_hash_keeps_the_name_and_the_others_have_these() {
    let places = [
        written(&["Stam", "A", "A vidare"]),
        written(&["Stam", "B", "B vidare"]),
        written(&["Stam", "C", "C vidare"]),
        written(&["Stam", "B", "B åt sidan"]),
        written(&["Annan början"]),
    ];
    let expected = [
        ("Stam", "01900000-0000-7000-8000-000000000001"),
        ("A", "01900000-0000-7000-8000-000000000001"),
        ("A vidare", "01900000-0000-7000-8000-000000000001"),
        ("B", "f98eb301-c6c3-c9d4-6177-1fe83934e2d1"),
        ("B vidare", "f98eb301-c6c3-c9d4-6177-1fe83934e2d1"),
        ("B åt sidan", "d30798e7-952e-66ef-ab25-451be8200f06"),
        ("C", "d6b32d71-9bf3-e9f4-af34-dcc4d35c528b"),
        ("C vidare", "d6b32d71-9bf3-e9f4-af34-dcc4d35c528b"),
        ("Annan början", "078bc8ee-b1fa-d6f8-0cae-3ad7db45cc48"),
    ];
    let expected =
        expected.map(|(name, held_as)| (format!(r#"{{"name":"{name}"}}"#), held_as.to_owned())).into();
    for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 4, 0, 3, 1]] {
        let mut store = Checked::from(Store::in_memory(options(0)).unwrap());
        for at in order {
            assert_eq!(store.apply(&places[at]).unwrap().wanted, []);
        }
        assert_eq!(names(&store), expected);
    }
}
