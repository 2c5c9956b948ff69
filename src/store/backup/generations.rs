//! Which copies of earlier days stay: those of the last days, and of the weeks and months before them one each.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

/// How many copies of days stay, how many of weeks before them, and how many of months before those.
const DAYS: usize = 10;
const WEEKS: usize = 8;
const MONTHS: usize = 12;

/// The days whose copies may go, the oldest first. One of a day that is still to come is never among them and counts
/// for nothing: the clock was wrong when it was made, or is now.
pub(super) fn superfluous(days: &[NaiveDate], today: NaiveDate) -> Vec<NaiveDate> {
    let mut past: Vec<NaiveDate> = days.iter().copied().filter(|day| *day <= today).collect();
    past.sort_unstable_by_key(|day| Reverse(*day));
    past.dedup();
    let mut kept = BTreeSet::new();
    keep_newest(&past, &mut kept, DAYS, |day| day);
    keep_newest(&past, &mut kept, WEEKS, |day| (day.iso_week().year(), day.iso_week().week()));
    keep_newest(&past, &mut kept, MONTHS, |day| (day.year(), day.month()));
    past.into_iter().rev().filter(|day| !kept.contains(day)).collect()
}

/// Keeps the newest day of each period, of as many periods as there are places for. A day that stays anyway takes none.
fn keep_newest<P: PartialEq>(
    days: &[NaiveDate],
    kept: &mut BTreeSet<NaiveDate>,
    places: usize,
    period: impl Fn(NaiveDate) -> P,
) {
    let (mut last, mut taken) = (None, 0);
    for day in days {
        let this = Some(period(*day));
        if taken < places && this != last && kept.insert(*day) {
            taken += 1;
        }
        last = this;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    /// The copies that are left where the program is used on these days, one after the other.
    fn left(days: impl IntoIterator<Item = NaiveDate>) -> Vec<NaiveDate> {
        let mut left = BTreeSet::new();
        for today in days {
            left.insert(today);
            let all: Vec<NaiveDate> = left.iter().copied().collect();
            for gone in superfluous(&all, today) {
                left.remove(&gone);
            }
        }
        left.into_iter().collect()
    }

    #[test]
    fn after_two_years_of_daily_use_there_are_ten_days_eight_weeks_and_twelve_months() {
        let left = left(day(2024, 1, 1).iter_days().take(731));
        assert_eq!(left.len(), DAYS + WEEKS + MONTHS);
        assert_eq!(left[left.len() - DAYS..], day(2025, 12, 22).iter_days().take(10).collect::<Vec<_>>());
        assert!(left[0] < day(2024, 12, 1), "it goes back more than a year: {left:?}");
    }

    #[test]
    fn a_date_ahead_pushes_none_out() {
        let mut days: Vec<NaiveDate> = day(2026, 3, 1).iter_days().take(9).collect();
        days.extend(day(2062, 1, 1).iter_days().take(30));
        assert_eq!(superfluous(&days, day(2026, 3, 9)), []);
    }

    proptest! {
        #[test]
        fn the_ten_newest_always_stay_and_what_goes_has_newer_ones_of_its_time(
            offsets in prop::collection::btree_set(0_i64..1_500, 1..80),
        ) {
            let first = day(2024, 1, 1);
            let days: Vec<NaiveDate> =
                offsets.iter().map(|offset| first + chrono::Duration::days(*offset)).collect();
            let today = days[days.len() - 1];
            let gone = superfluous(&days, today);
            let stay: Vec<NaiveDate> = days.iter().copied().filter(|day| !gone.contains(day)).collect();
            prop_assert!(stay.len() <= DAYS + WEEKS + MONTHS);
            prop_assert!(days.iter().rev().take(DAYS).all(|day| stay.contains(day)));
            prop_assert_eq!(superfluous(&stay, today), Vec::<NaiveDate>::new(), "asked again, nothing more goes");
        }
    }
}
