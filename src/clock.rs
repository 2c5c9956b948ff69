//! Now and today, real or fixed. Everything that needs the time takes a [`Clock`]; nothing else reads the system's.

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, TimeZone};

/// The source of the time. Local times have no zone: a meeting is where its laptop is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The clock of the system.
    System,
    /// Always this local time, for tests and pictures.
    Fixed(NaiveDateTime),
}

impl Clock {
    /// The date and time in the zone of the system.
    pub fn now(self) -> NaiveDateTime {
        match self {
            Self::System => Local::now().naive_local(),
            Self::Fixed(now) => now,
        }
    }

    /// The date of [`Clock::now`].
    pub fn today(self) -> NaiveDate {
        self.now().date()
    }

    /// Milliseconds since 1970, UTC, as stamps and ids contain them.
    pub fn millis(self) -> i64 {
        match self {
            Self::System => chrono::Utc::now().timestamp_millis(),
            Self::Fixed(now) => now.and_utc().timestamp_millis(),
        }
    }

    /// The local time of a stamp in milliseconds since 1970, UTC.
    pub fn local(self, millis: i64) -> NaiveDateTime {
        let utc = DateTime::from_timestamp_millis(millis).unwrap_or_default();
        match self {
            Self::System => Local.from_utc_datetime(&utc.naive_utc()).naive_local(),
            Self::Fixed(_) => utc.naive_utc(),
        }
    }
}
