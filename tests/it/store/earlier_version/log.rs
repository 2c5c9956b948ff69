//! Every row of the log as text: as SQL finds it in a file of version 3, and as the program reads it in any version.

use std::collections::HashMap;
use std::path::Path;

use chrono::DateTime;
use rusqlite::{Connection, Row};
use uuid::Uuid;
use vidpennan::model::Coded;
use vidpennan::model::history::Value;
use vidpennan::store::{self, Store};

/// The rows that SQL finds, without a word of the program's own. The numbers that replicas have in the file are
/// replaced by their identities: the numbers are this file's own.
pub(super) fn of_version_3(path: &Path) -> Vec<String> {
    let conn = Connection::open(path).unwrap();
    let mut replicas = conn.prepare("SELECT number, id FROM device").unwrap();
    let replicas: HashMap<i64, Uuid> =
        replicas.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
    let mut log = conn.prepare("SELECT * FROM log").unwrap();
    let rows = log.query_map([], |row| {
        let device = replicas[&row.get("device")?];
        if row.get::<_, String>("entity")? == "operation" {
            operation(row, device)
        } else {
            let seen: String = row.get("seen")?;
            let seen = seen.split(' ').filter(|place| !place.is_empty()).map(|place| {
                let (number, seq) = place.split_once(':').unwrap();
                format!("{}:{seq}", replicas[&number.parse().unwrap()])
            });
            change(row, device, &seen.collect::<Vec<_>>())
        }
    });
    sorted(rows.unwrap().map(Result::unwrap))
}

fn operation(row: &Row<'_>, device: Uuid) -> rusqlite::Result<String> {
    let (seq, stamp): (i64, i64) = (row.get("seq")?, row.get("stamp")?);
    let when = DateTime::from_timestamp_millis(stamp >> 16).unwrap().naive_utc();
    let about: serde_json::Value = serde_json::from_str(&row.get::<_, String>("new")?).unwrap();
    let others = about["others"].as_array().into_iter().flatten();
    let meetings = about["meeting"].as_str().into_iter().chain(others.filter_map(|id| id.as_str()));
    let meetings: Vec<Uuid> = meetings.map(|id| id.parse().unwrap()).collect();
    let (op, sitting): (String, Uuid) = (row.get("field")?, row.get("id")?);
    let (subject, reverts) = (about["subject"].as_str().unwrap(), about["reverts"].as_i64());
    let author: Option<String> = row.get("author")?;
    Ok(format!(
        "{device}:{seq} {when} {op} {subject:?} {meetings:?} {author:?} {sitting} reverts {reverts:?}"
    ))
}

fn change(row: &Row<'_>, device: Uuid, seen: &[String]) -> rusqlite::Result<String> {
    let (seq, stamp): (i64, i64) = (row.get("seq")?, row.get("stamp")?);
    let (entity, id, field): (String, Uuid, String) = (row.get("entity")?, row.get("id")?, row.get("field")?);
    let (old, new): (Value, Value) = (row.get("old")?, row.get("new")?);
    let author: Option<String> = row.get("author")?;
    Ok(format!("{device}:{seq} {stamp} {entity} {id} {field} {old:?} {new:?} {seen:?} {author:?}"))
}

/// The same rows, as the program reads them.
pub(super) fn of(store: &Store) -> Vec<String> {
    let mut rows = Vec::new();
    for operation in store::history::all(store, usize::MAX).unwrap() {
        let (device, seq) = (operation.at.device.0, operation.at.seq);
        let meetings: Vec<Uuid> = operation.meetings.iter().map(|id| id.0).collect();
        let (when, op, subject) = (operation.when, operation.op.code(), &operation.subject);
        let reverts = operation.reverts.map(|at| at.seq);
        assert!(operation.reverts.is_none_or(|at| at.device == operation.at.device));
        let (author, sitting) = (&operation.scribe, operation.sitting);
        rows.push(format!(
            "{device}:{seq} {when} {op} {subject:?} {meetings:?} {author:?} {sitting} reverts {reverts:?}"
        ));
        for change in store::change::within(store, operation.at, usize::MAX).unwrap() {
            let (device, seq, stamp) = (change.at.device.0, change.at.seq, change.stamp.0);
            let (entity, id, field) = (change.entity.code(), change.id, &change.field);
            let seen: Vec<String> =
                change.seen.iter().map(|at| format!("{}:{}", at.device.0, at.seq)).collect();
            let (old, new, author) = (&change.old, &change.new, &change.scribe);
            rows.push(format!(
                "{device}:{seq} {stamp} {entity} {id} {field} {old:?} {new:?} {seen:?} {author:?}"
            ));
        }
    }
    sorted(rows)
}

fn sorted(rows: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut rows: Vec<String> = rows.into_iter().collect();
    rows.sort();
    rows
}
