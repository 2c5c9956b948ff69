//! Due dates as people name them while they work: "imorgon" is the next working day. Knows nothing of lines or forms.

use chrono::NaiveDate;

use crate::i18n::dates::{self, DateFailure};
use crate::i18n::vocabulary::{dates::DAYS_AWAY, fold};
use crate::model::Due;
use crate::model::calendar::{is_working_day, next_working_day};

/// Reads a text that is a due date as a whole, as in a form.
///
/// # Errors
/// It is no date.
pub fn read_due(text: &str, today: NaiveDate) -> Result<Due, DateFailure> {
    Ok(proposed(dates::read_ahead(text, today)?.due, today).0)
}

/// The due date to propose, and the calendar day where that is another: tomorrow that is no working day is the next
/// one that is.
pub(super) fn proposed(mut due: Due, today: NaiveDate) -> (Due, Option<NaiveDate>) {
    if !is_tomorrow(&due) || is_working_day(due.day) {
        return (due, None);
    }
    let calendar = due.day;
    due.day = next_working_day(today);
    (due, Some(calendar))
}

/// Whether a date was named "imorgon".
fn is_tomorrow(due: &Due) -> bool {
    let said = due.words.as_deref().map(fold);
    said.is_some_and(|said| DAYS_AWAY.iter().any(|(phrase, days)| *days == 1 && said == *phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tomorrow_on_a_friday_is_monday_and_keeps_its_word() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        let due = read_due("imorgon", day(6)).unwrap();
        assert_eq!((due.day, due.words.as_deref()), (day(9), Some("imorgon")));
        assert_eq!(read_due("imorgon", day(5)).unwrap().day, day(6));
        assert_eq!(read_due("lör", day(6)).unwrap().day, day(7), "a day that is named is meant");
    }
}
