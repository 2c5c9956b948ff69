//! By when: a day, a week or a month, and the words in which it was said.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// How exactly a due date was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Precision {
    /// `2019-11-15`.
    Day,
    /// To the ISO 8601 week; the stored day is its Friday.
    Week,
    /// To the month; the stored day is its last.
    Month,
}

/// A due date: the last day on which the thing is in time.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Due {
    /// The last day that is in time.
    pub day: NaiveDate,
    /// How exactly it was named.
    pub precision: Precision,
    /// The words it was named with ("imorgon", "v. 49"), where they say more than the date.
    pub words: Option<String>,
}

impl Due {
    /// Due on one day.
    pub fn on(day: NaiveDate) -> Self {
        Self { day, precision: Precision::Day, words: None }
    }

    /// Due within an ISO week: by its Friday. `None` where the year has no such week.
    pub fn in_week(year: i32, week: u32) -> Option<Self> {
        let day = NaiveDate::from_isoywd_opt(year, week, Weekday::Fri)?;
        Some(Self { day, precision: Precision::Week, words: None })
    }

    /// Due within a month: by its last day. `None` where there is no such month.
    pub fn in_month(year: i32, month: u32) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let day = first.checked_add_months(chrono::Months::new(1))?.checked_sub_days(Days::new(1))?;
        Some(Self { day, precision: Precision::Month, words: None })
    }

    /// Due within the month of a day: by its last day.
    pub fn in_month_of(day: NaiveDate) -> Self {
        Self::in_month(day.year(), day.month()).unwrap_or_else(|| Self::on(day))
    }

    /// The same date, with the words it was named by.
    #[must_use]
    pub fn said(mut self, words: impl Into<String>) -> Self {
        self.words = Some(words.into());
        self
    }

    /// ISO 8601 with the precision that was given: `2019-11-15`, `2019-W50` or `2019-11`.
    pub fn iso(&self) -> String {
        match self.precision {
            Precision::Day => self.day.format("%Y-%m-%d").to_string(),
            Precision::Week => {
                let week = self.day.iso_week();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Precision::Month => self.day.format("%Y-%m").to_string(),
        }
    }

    /// Reads what [`Due::iso`] writes.
    pub fn from_iso(iso: &str) -> Option<Self> {
        if let Some((year, week)) = iso.split_once("-W") {
            return Self::in_week(year.parse().ok()?, week.parse().ok()?);
        }
        if let Ok(day) = NaiveDate::parse_from_str(iso, "%Y-%m-%d") {
            return Some(Self::on(day));
        }
        let (year, month) = iso.split_once('-')?;
        Self::in_month(year.parse().ok()?, month.parse().ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_iso_form_keeps_the_precision() {
        for iso in ["2019-11-15", "2019-W50", "2019-11", "2020-W53"] {
            assert_eq!(Due::from_iso(iso).map(|due| due.iso()).as_deref(), Some(iso));
        }
        assert_eq!(Due::from_iso("2019-W53"), None);
        assert_eq!(Due::from_iso("2019-13"), None);
    }

    #[test]
    fn a_week_is_due_on_its_friday_and_a_month_on_its_last_day() {
        let day = |iso: &str| Due::from_iso(iso).unwrap().day.to_string();
        assert_eq!(day("2019-W50"), "2019-12-13");
        assert_eq!(day("2020-02"), "2020-02-29");
    }
}
