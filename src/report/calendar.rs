//! Days to keep: due dates and meetings, for a calendar. It knows no file.

use chrono::{NaiveDate, NaiveDateTime};

use crate::model::TimeSpan;

/// Days to keep.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    /// What it is called.
    pub name: String,
    /// What happens, in the order of its days.
    pub events: Vec<Event>,
}

/// Something that happens on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its identity in every calendar: the same each time, so that a second import changes it instead of adding one.
    pub uid: String,
    /// How often it was changed (RFC 5545, 3.8.7.4): a calendar takes the one with the greater number.
    pub sequence: u32,
    /// When it was last changed, in UTC.
    pub changed: NaiveDateTime,
    /// The day.
    pub date: NaiveDate,
    /// The time of day in Sweden; without one it is the whole day, and nobody is busy.
    pub time: Option<TimeSpan>,
    /// What it is called.
    pub title: String,
    /// What it is about; `\n` breaks a line. May be empty.
    pub about: String,
    /// Where it is; may be empty.
    pub place: String,
}
