//! Now and today, real or fixed. Everything that needs the time is handed a [`Clock`]; nothing else asks the system.

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, TimeZone};

/// Tells the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The laptop's own clock.
    System,
    /// Always this local time: for tests and pictures.
    Fixed(NaiveDateTime),
}

impl Clock {
    /// The local time.
    pub fn now(self) -> NaiveDateTime {
        match self {
            Self::System => Local::now().naive_local(),
            Self::Fixed(now) => now,
        }
    }

    /// The local date.
    pub fn today(self) -> NaiveDate {
        self.now().date()
    }

    /// Milliseconds since 1970, UTC; what stamps and ids are made of.
    pub fn millis(self) -> i64 {
        match self {
            Self::System => chrono::Utc::now().timestamp_millis(),
            Self::Fixed(now) => now.and_utc().timestamp_millis(),
        }
    }

    /// The local time of a moment given in milliseconds since 1970.
    pub fn local(self, millis: i64) -> NaiveDateTime {
        let utc = DateTime::from_timestamp_millis(millis).unwrap_or_default();
        match self {
            Self::System => Local.from_utc_datetime(&utc.naive_utc()).naive_local(),
            Self::Fixed(_) => utc.naive_utc(),
        }
    }
}
