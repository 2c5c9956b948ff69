//! Values of the model as cells of SQLite. How they are written says [`crate::model::cell`].

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, Type, ValueRef};
use rusqlite::{Row, Statement};
use uuid::Uuid;

use crate::model::history::Value;
use crate::model::{Coded, Due, Kind, Number, Occasion, Position, Signature, cell};

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Self::Integer(number) => ToSqlOutput::Borrowed(ValueRef::Integer(*number)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Id(id) => ToSqlOutput::Borrowed(ValueRef::Blob(id.as_bytes())),
        })
    }
}

impl FromSql for Value {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(number) => Self::Integer(number),
            ValueRef::Text(text) => Self::Text(String::from_utf8_lossy(text).into_owned()),
            // What no version writes, but a damaged file may hold.
            ValueRef::Blob(bytes) => Uuid::from_slice(bytes).map_or(Self::Null, Self::Id),
            ValueRef::Real(number) => Self::Text(number.to_string()),
        })
    }
}

/// A text cell.
pub(super) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// A text cell that may be empty.
pub(super) fn maybe(text: Option<&str>) -> Value {
    text.map_or(Value::Null, |text| Value::Text(text.to_owned()))
}

/// A cell with something that prints, such as a date.
pub(super) fn shown(value: Option<impl ToString>) -> Value {
    value.map_or(Value::Null, |value| Value::Text(value.to_string()))
}

/// A cell with a whole number.
pub(super) fn integer(number: impl Into<i64>) -> Value {
    Value::Integer(number.into())
}

/// A cell that points to another record.
pub(super) fn id(id: Option<Uuid>) -> Value {
    id.map_or(Value::Null, Value::Id)
}

/// A choice as its code.
pub(super) fn code(choice: impl Coded) -> Value {
    text(choice.code())
}

/// A list of texts in one cell.
pub(super) fn list<'a>(texts: impl IntoIterator<Item = &'a String>) -> Value {
    Value::Text(cell::list(texts))
}

/// A kind with its status.
pub(super) fn kind(kind: Kind) -> Value {
    Value::Text(cell::kind(kind))
}

/// A due date that may be missing.
pub(super) fn due(due: Option<&Due>) -> Value {
    due.map_or(Value::Null, |due| Value::Text(cell::due(due)))
}

/// A visible number with the replica that assigned it.
pub(super) fn number(number: Option<Number>) -> Value {
    number.map_or(Value::Null, |number| Value::Text(cell::number(number)))
}

/// A moment of local time, to the second.
pub(super) fn moment(moment: Option<NaiveDateTime>) -> Value {
    moment.map_or(Value::Null, |moment| Value::Text(cell::moment(moment)))
}

/// The next meeting.
pub(super) fn occasion(next: Option<Occasion>) -> Value {
    next.map_or(Value::Null, |next| Value::Text(cell::occasion(next)))
}

/// Those who sign off: name and role, one after the other.
pub(super) fn signatures(signoff: &[Signature]) -> Value {
    Value::Text(cell::signatures(signoff))
}

/// What is shown of a text that cannot be read at all: the replacement character of Unicode, which also is in the place
/// of single bytes that are none.
const UNREADABLE: &str = "\u{fffd}";

/// A row from which cells are read by name. No cell makes a list fail: of a damaged text what can be read is shown with
/// a mark, anything else is read as if it were empty, and the technical log says in which record. A code of a newer
/// version is not damaged.
pub(super) trait Cells {
    /// What SQLite holds.
    fn raw(&self, column: &str) -> rusqlite::Result<ValueRef<'_>>;
    /// Says that a cell is damaged: in which record, never what is in it.
    fn warn(&self, column: &str);

    /// Something that may be missing.
    fn maybe_read<T>(
        &self,
        column: &str,
        read: impl FnOnce(ValueRef<'_>) -> Option<T>,
    ) -> rusqlite::Result<Option<T>> {
        let raw = self.raw(column)?;
        if raw == ValueRef::Null {
            return Ok(None);
        }
        let value = read(raw);
        if value.is_none() {
            self.warn(column);
        }
        Ok(value)
    }

    /// Something that is written as text and may be missing.
    fn maybe_parsed<T>(
        &self,
        column: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> rusqlite::Result<Option<T>> {
        self.maybe_read(column, |raw| parse(raw.as_str().ok()?))
    }

    /// A text that may be missing. What cannot be read of it is marked: �.
    fn maybe(&self, column: &str) -> rusqlite::Result<Option<String>> {
        let raw = self.raw(column)?;
        let readable = match raw {
            ValueRef::Null => return Ok(None),
            ValueRef::Text(text) => String::from_utf8_lossy(text),
            _ => Cow::Borrowed(UNREADABLE),
        };
        if matches!(readable, Cow::Owned(_)) || !matches!(raw, ValueRef::Text(_)) {
            self.warn(column);
        }
        Ok(Some(readable.into_owned()))
    }

    /// Text as it was written; missing where it is damaged.
    fn exact(&self, column: &str) -> rusqlite::Result<Option<String>> {
        self.maybe_parsed(column, |cell| Some(cell.to_owned()))
    }

    /// What a cell holds that is written as text and never missing; nothing where it is damaged.
    fn written(&self, column: &str) -> rusqlite::Result<String> {
        Ok(self.exact(column)?.unwrap_or_default())
    }

    /// A text that is never missing.
    fn text(&self, column: &str) -> rusqlite::Result<String> {
        Ok(self.maybe(column)?.unwrap_or_default())
    }

    /// A whole number that may be missing.
    fn maybe_count<T: TryFrom<i64>>(&self, column: &str) -> rusqlite::Result<Option<T>> {
        self.maybe_read(column, |raw| T::try_from(raw.as_i64().ok()?).ok())
    }

    /// A whole number.
    fn count<T: TryFrom<i64> + Default>(&self, column: &str) -> rusqlite::Result<T> {
        Ok(self.maybe_count(column)?.unwrap_or_default())
    }

    /// 0 or 1.
    fn flag(&self, column: &str) -> rusqlite::Result<bool> {
        Ok(self.count::<i64>(column)? != 0)
    }

    /// An identity that may be missing; SQLite holds it as 16 bytes.
    fn maybe_id<T: From<Uuid>>(&self, column: &str) -> rusqlite::Result<Option<T>> {
        self.maybe_read(column, |raw| Uuid::from_slice(raw.as_blob().ok()?).ok().map(T::from))
    }

    /// An identity; where it is damaged, one that no record has.
    fn id<T: From<Uuid>>(&self, column: &str) -> rusqlite::Result<T> {
        Ok(self.maybe_id(column)?.unwrap_or_else(|| T::from(Uuid::nil())))
    }

    /// A choice by its code.
    fn code<T: Coded>(&self, column: &str) -> rusqlite::Result<T> {
        let code = self.written(column)?;
        T::from_stored(&code).or(T::ALL.first().copied()).ok_or_else(|| no_such_choice(column))
    }

    /// What a person is called: by the register where that is not how the name was spelled.
    fn person(&self, spelled: &str, called: &str) -> rusqlite::Result<Option<String>> {
        Ok(self.maybe(called)?.or(self.maybe(spelled)?))
    }

    /// A list of texts.
    fn list(&self, column: &str) -> rusqlite::Result<Vec<String>> {
        Ok(cell::read_list(&self.written(column)?))
    }

    /// A kind with its status.
    fn kind(&self, column: &str) -> rusqlite::Result<Kind> {
        Ok(cell::read_kind(&self.written(column)?))
    }

    /// A place in an order.
    fn position(&self, column: &str) -> rusqlite::Result<Position> {
        Ok(Position::from_stored(&self.written(column)?))
    }

    /// A due date.
    fn due(&self, column: &str) -> rusqlite::Result<Option<Due>> {
        self.maybe_parsed(column, cell::read_due)
    }

    /// A visible number.
    fn number(&self, column: &str) -> rusqlite::Result<Option<Number>> {
        self.maybe_parsed(column, cell::read_number)
    }

    /// An ISO 8601 date that may be missing.
    fn day(&self, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
        self.maybe_parsed(column, |cell| cell.parse().ok())
    }

    /// Local time to the second; may be missing.
    fn moment(&self, column: &str) -> rusqlite::Result<Option<NaiveDateTime>> {
        self.maybe_parsed(column, cell::read_moment)
    }

    /// The next meeting.
    fn occasion(&self, column: &str) -> rusqlite::Result<Option<Occasion>> {
        self.maybe_parsed(column, cell::read_occasion)
    }

    /// Those who sign off.
    fn signatures(&self, column: &str) -> rusqlite::Result<Vec<Signature>> {
        Ok(cell::read_signatures(&self.written(column)?))
    }
}

/// Where the columns of a statement are. SQLite would look for every name again in each row of a list.
pub(super) struct Columns(HashMap<String, usize>);

impl Columns {
    pub(super) fn of(statement: &Statement<'_>) -> Self {
        let mut columns = HashMap::new();
        for (name, at) in statement.column_names().zip(0..) {
            columns.entry(name.to_owned()).or_insert(at);
        }
        Self(columns)
    }

    /// A row of the statement.
    pub(super) fn row<'r>(&'r self, row: &'r Row<'r>) -> impl Cells + 'r {
        ListedRow { columns: self, row }
    }
}

/// Cells by the places of their columns.
struct ListedRow<'r> {
    columns: &'r Columns,
    row: &'r Row<'r>,
}

impl Cells for ListedRow<'_> {
    fn raw(&self, column: &str) -> rusqlite::Result<ValueRef<'_>> {
        match self.columns.0.get(column) {
            Some(at) => self.row.get_ref(*at),
            None => self.row.raw(column),
        }
    }

    fn warn(&self, column: &str) {
        self.row.warn(column);
    }
}

impl Cells for Row<'_> {
    fn raw(&self, column: &str) -> rusqlite::Result<ValueRef<'_>> {
        self.get_ref(column)
    }

    fn warn(&self, column: &str) {
        let record = self.get::<_, Uuid>("id").ok();
        tracing::warn!(?record, column, "a cell is damaged");
    }
}

fn no_such_choice(column: &str) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(0, column.to_owned(), Type::Text)
}
