//! Dates for a calendar: meetings and due dates. It knows no file format.

use chrono::{NaiveDate, NaiveDateTime};

use crate::model::TimeSpan;

/// The dates of a publication.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    /// The name under which calendar programs list it.
    pub name: String,
    /// In chronological order.
    pub events: Vec<CalendarEvent>,
}

impl Calendar {
    /// The same with its alarms, or without any.
    #[must_use]
    pub fn with_alarms(&self, alarms: bool) -> Self {
        let mut calendar = self.clone();
        for event in &mut calendar.events {
            event.reminds &= alarms;
        }
        calendar
    }
}

/// A meeting, or something that is due on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEvent {
    /// The same in every export, so that a second import updates the event instead of adding another.
    pub uid: String,
    /// How often it was changed (RFC 5545, 3.8.7.4): calendar programs keep the version with the greater number.
    pub sequence: u32,
    /// The last change, in UTC.
    pub changed: NaiveDateTime,
    /// The day on which it happens.
    pub date: NaiveDate,
    /// Swedish local time. Without one it is an all-day event during which nobody is busy.
    pub time: Option<TimeSpan>,
    /// A single line.
    pub title: String,
    /// The description, in lines separated by `\n`; may be empty.
    pub about: String,
    /// The location; may be empty.
    pub place: String,
    /// Whether it does not happen any more, or is done. It stays in the calendar, since an earlier export may have
    /// brought it to calendar programs, which only then take it away.
    pub is_cancelled: bool,
    /// Whether calendar programs remind of it on the morning of its day.
    pub reminds: bool,
}
