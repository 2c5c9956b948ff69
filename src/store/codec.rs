//! Values of the model as cells of SQLite. How they are written says [`crate::model::cell`].

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, Type, ValueRef};
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
            ValueRef::Text(_) => Self::Text(value.as_str()?.to_owned()),
            ValueRef::Blob(bytes) => Self::Id(Uuid::from_slice(bytes).map_err(FromSqlError::other)?),
            ValueRef::Real(_) => return Err(FromSqlError::InvalidType),
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

/// A row from which cells are read by name; a cell that cannot be understood is an error of its column.
pub(super) trait Cells {
    /// A text that is never NULL.
    fn text(&self, column: &str) -> rusqlite::Result<String>;
    /// A text that may be missing.
    fn maybe(&self, column: &str) -> rusqlite::Result<Option<String>>;
    /// Something that is written as text.
    fn parsed<T>(&self, column: &str, parse: impl FnOnce(&str) -> Option<T>) -> rusqlite::Result<T>;
    /// Something that is written as text and may be missing.
    fn maybe_parsed<T>(
        &self,
        column: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> rusqlite::Result<Option<T>>;
    /// An identity, which SQLite holds as 16 bytes.
    fn id<T: From<Uuid>>(&self, column: &str) -> rusqlite::Result<T>;
    /// An identity that may be missing.
    fn maybe_id<T: From<Uuid>>(&self, column: &str) -> rusqlite::Result<Option<T>>;

    /// A choice by its code.
    fn code<T: Coded>(&self, column: &str) -> rusqlite::Result<T> {
        self.parsed(column, T::from_stored)
    }

    /// What a person is called: by the register where that is not how the name was spelled.
    fn person(&self, spelled: &str, called: &str) -> rusqlite::Result<Option<String>> {
        Ok(self.maybe(called)?.or(self.maybe(spelled)?))
    }

    /// A list of texts.
    fn list(&self, column: &str) -> rusqlite::Result<Vec<String>> {
        Ok(cell::read_list(&self.text(column)?))
    }

    /// A kind with its status.
    fn kind(&self, column: &str) -> rusqlite::Result<Kind> {
        self.parsed(column, cell::read_kind)
    }

    /// A place in an order.
    fn position(&self, column: &str) -> rusqlite::Result<Position> {
        Ok(Position::from_stored(&self.text(column)?))
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
        Ok(cell::read_signatures(&self.text(column)?))
    }
}

impl Cells for Row<'_> {
    fn text(&self, column: &str) -> rusqlite::Result<String> {
        self.get(column)
    }

    fn maybe(&self, column: &str) -> rusqlite::Result<Option<String>> {
        self.get(column)
    }

    fn parsed<T>(&self, column: &str, parse: impl FnOnce(&str) -> Option<T>) -> rusqlite::Result<T> {
        let cell: String = self.get(column)?;
        parse(&cell).ok_or_else(|| unreadable(column, &cell))
    }

    fn maybe_parsed<T>(
        &self,
        column: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> rusqlite::Result<Option<T>> {
        let Some(cell) = self.get::<_, Option<String>>(column)? else { return Ok(None) };
        parse(&cell).map(Some).ok_or_else(|| unreadable(column, &cell))
    }

    fn id<T: From<Uuid>>(&self, column: &str) -> rusqlite::Result<T> {
        self.get::<_, Uuid>(column).map(T::from)
    }

    fn maybe_id<T: From<Uuid>>(&self, column: &str) -> rusqlite::Result<Option<T>> {
        self.get::<_, Option<Uuid>>(column).map(|id| id.map(T::from))
    }
}

fn unreadable(column: &str, cell: &str) -> rusqlite::Error {
    let why = format!("cell {column}: {cell:?}");
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, why.into())
}
