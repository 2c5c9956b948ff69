//! Now and today, real or fixed. Everything that needs the time takes a [`Clock`]; nothing else reads the system's.

use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, TimeZone};

/// The beginning of the year 6400, in seconds since 1970, UTC: the stamps of the log end soon after it.
const END: u64 = 139_797_273_600;

/// Whether the system's clock shows a day that the log can write down: from 1970 to 6399.
pub fn is_plausible() -> bool {
    is_between(SystemTime::now())
}

fn is_between(time: SystemTime) -> bool {
    time.duration_since(UNIX_EPOCH).is_ok_and(|since| since.as_secs() < END)
}

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

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_clock_that_is_far_off_shows_no_day() {
        assert!(is_plausible());
        assert!(!is_between(UNIX_EPOCH - Duration::from_secs(1)));
        assert!(is_between(UNIX_EPOCH));
        assert!(is_between(UNIX_EPOCH + Duration::from_secs(END - 1)));
        assert!(!is_between(UNIX_EPOCH + Duration::from_secs(END)));
        let last = DateTime::from_timestamp(i64::try_from(END).unwrap() - 1, 0).unwrap();
        assert_eq!(last.to_string(), "6399-12-31 23:59:59 UTC");
    }
}
