//! Something that is wrong in a file, and what it is about. The words are in `i18n::words::check`.

use std::fmt;

use uuid::Uuid;

use crate::model::history::{Entity, Value};

/// A record that something is wrong with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultyRecord {
    /// What kind of record it is.
    pub entity: Entity,
    /// Its identity; nil where that cannot be read.
    pub id: Uuid,
    /// What it is called, where that can be read.
    pub name: Option<String>,
}

impl FaultyRecord {
    /// A record with what is in the cell that it is called by.
    pub(super) fn called(entity: Entity, id: Uuid, cell: Option<&Value>) -> Self {
        let name = match cell {
            Some(Value::Text(name)) if !name.trim().is_empty() => Some(name.clone()),
            _ => None,
        };
        Self { entity, id, name }
    }
}

/// What follows from the log and is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Derived {
    /// Who the replicas are, which space is which, and where branches leave.
    Replicas,
    /// Which writes of a cell were made without having seen each other.
    Conflicts,
    /// The visible numbers that are known, and those that two records have.
    Numbers,
    /// Which records have which words.
    Search,
    /// The words that there are.
    Vocabulary,
}

/// Something that is wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A page that cannot be read, or does not fit the others; in the words of SQLite.
    Page(String),
    /// An index that does not fit its table.
    Index(String),
    /// A table that is not there.
    NoTable(String),
    /// An index or a trigger that is not there, or not as it should be.
    Schema(String),
    /// A row of the log is not what was written.
    LogRow {
        /// Which record the row says something of.
        record: FaultyRecord,
        /// Which cell it wrote; empty where the record was made.
        cell: String,
    },
    /// So many rows of the log are not there, or do not say what was made.
    LogGap(usize),
    /// So many rows that were written last are not in the log, and the tables say what it does not.
    LogEnd(usize),
    /// So many records, or changes of them, are in the tables and not in the log.
    NotLogged(usize),
    /// The log has a record that is not in its table.
    Missing(FaultyRecord),
    /// A record is in its table and not in the log.
    Superfluous(FaultyRecord),
    /// A cell is not what was written last.
    Cell {
        /// Which record it is in.
        record: FaultyRecord,
        /// By its name in the table.
        cell: String,
        /// What it holds; `None` where that cannot be read.
        stored: Option<Value>,
        /// What the log says.
        logged: Value,
    },
    /// A cell that follows from others does not.
    DerivedCell {
        /// Which record it is in.
        record: FaultyRecord,
        /// By its name in the table.
        cell: String,
    },
    /// Something that follows from the log, and is no record, does not; which, as a line for those who look into it.
    Derived(Derived, String),
    /// So many of the choices that are remembered are not what was chosen.
    Remembered(usize),
}

impl Fault {
    /// Whether it is something in the file itself: everything that is made from the log is made through it.
    pub fn is_of_pages(&self) -> bool {
        matches!(self, Self::Page(_))
    }

    /// Whether it is a table, an index or a trigger that is not there, or not as it should be.
    pub fn is_of_schema(&self) -> bool {
        matches!(self, Self::NoTable(_) | Self::Schema(_))
    }

    /// Whether what was written cannot be read as it was. A file of an earlier version may have in its tables what its
    /// log has not; and everything that is made from others is made again.
    pub fn is_of_words(&self) -> bool {
        match self {
            Self::NotLogged(_) => false,
            Self::Page(_) | Self::Index(_) | Self::NoTable(_) | Self::Missing(_) | Self::Cell { .. } => true,
            _ => self.is_of_log(),
        }
    }

    /// Whether the tables say something that the log does not.
    pub fn is_in_tables_only(&self) -> bool {
        matches!(self, Self::Cell { stored: Some(_), .. } | Self::Superfluous(_) | Self::NotLogged(_))
    }

    /// Whether the log lacks something: nothing can be made anew from it then.
    pub fn is_of_log(&self) -> bool {
        matches!(self, Self::LogRow { .. } | Self::LogGap(_) | Self::LogEnd(_) | Self::NotLogged(_))
    }
}

/// For the technical log and the mark beside the file: no words of a meeting.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(why) => f.write_str(why),
            Self::Index(name) => write!(f, "index {name} does not fit its table"),
            Self::NoTable(name) | Self::Schema(name) => write!(f, "{name} is not as it should be"),
            Self::LogRow { record, cell } => {
                write!(f, "row of the log about {:?} {} {cell:?}", record.entity, record.id)
            }
            Self::LogGap(rows) => write!(f, "{rows} rows of the log missing"),
            Self::LogEnd(rows) => write!(f, "the last {rows} rows of the log missing"),
            Self::NotLogged(records) => write!(f, "{records} records not in the log"),
            Self::Missing(record) => write!(f, "{:?} {} missing", record.entity, record.id),
            Self::Superfluous(record) => write!(f, "{:?} {} superfluous", record.entity, record.id),
            Self::Cell { record, cell, .. } | Self::DerivedCell { record, cell } => {
                write!(f, "{cell} of {:?} {}", record.entity, record.id)
            }
            Self::Derived(derived, _) => write!(f, "{derived:?}"),
            Self::Remembered(choices) => write!(f, "{choices} remembered choices"),
        }
    }
}
