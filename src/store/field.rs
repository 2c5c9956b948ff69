//! Header fields in the store.

use uuid::Uuid;

use super::codec::{self, Cells};
use super::record::{self, Record};
use super::{Result, Store, StoreError, Tx, names};
use crate::model::history::{Entity, Value};
use crate::model::id::{FieldId, MeetingId};
use crate::model::person::names_in;
use crate::model::{Field, cell};

impl Record for Field {
    const ENTITY: Entity = Entity::Field;

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn cells(&self) -> Vec<Value> {
        vec![
            Value::Id(self.meeting.0),
            codec::text(self.position.as_str()),
            codec::code(self.role),
            codec::text(&self.label),
            codec::text(&self.value),
            codec::maybe(self.as_written.as_deref()),
        ]
    }

    fn from_row(row: &impl Cells) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            meeting: row.id("meeting")?,
            position: row.position("position")?,
            role: row.code("role")?,
            label: row.text("label")?,
            value: row.person("value", "value_name")?.unwrap_or_default(),
            as_written: row.exact("as_written")?,
        })
    }
}

/// The header fields of a meeting, in order.
///
/// # Errors
/// Where the file cannot be read.
pub fn list(store: &Store, meeting: MeetingId) -> Result<Vec<Field>> {
    record::all(
        &store.conn,
        "SELECT * FROM field WHERE meeting = :meeting AND shown = 1 ORDER BY position, id",
        &[(":meeting", &meeting.0)],
    )
}

pub(crate) fn insert(tx: &mut Tx<'_>, field: &Field) -> Result<()> {
    tx.insert(field, &[])
}

/// Changes a row of names as it is spelled, whatever the register calls them now: `reword` adds names at its end. Those
/// who are there keep whom they point to.
pub(crate) fn reword_names(tx: &mut Tx<'_>, id: FieldId, reword: impl FnOnce(&str) -> String) -> Result<()> {
    let conn = &tx.store().conn;
    let text = |cell: &str| match record::cell(conn, Entity::Field, id.0, cell)? {
        Some(Value::Text(text)) => Ok::<_, StoreError>(text),
        _ => Ok(String::new()),
    };
    let (before, people) = (text("value")?, text("people")?);
    let after = reword(&before);
    if after == before {
        return Ok(());
    }
    let known = names_in(&before).len();
    let mut people = cell::read_list(&people);
    people.resize(known, String::new());
    for name in names_in(&after).into_iter().skip(known) {
        let person = names::known(conn, name)?;
        people.push(person.map_or(String::new(), |person| person.id.simple().to_string()));
    }
    tx.set(Entity::Field, id.0, "value", &Value::Text(after))?;
    tx.set(Entity::Field, id.0, "as_written", &Value::Null)?;
    if people.iter().any(|person| !person.is_empty()) {
        tx.set(Entity::Field, id.0, "people", &Value::Text(cell::list(&people)))?;
    }
    Ok(())
}

pub(crate) fn update(tx: &mut Tx<'_>, field: &Field) -> Result<()> {
    tx.update(field)
}
