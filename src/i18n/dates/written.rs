//! A date as it was written, before it is known which day that is.

use std::ops::Range;

/// A date as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WrittenDate {
    pub(super) named: DateName,
    /// The weekday beside it, 0 for Monday.
    pub(super) weekday: Option<usize>,
    /// The bytes of a relative expression, to keep its words.
    pub(super) words: Option<Range<usize>>,
}

/// What a date was named by. A year may be missing; days and months are not yet known to exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DateName {
    Day {
        year: Option<i32>,
        month: u32,
        day: u32,
        form: DateForm,
    },
    /// Several days in a row of one month, which what is due has till the last.
    Days {
        year: Option<i32>,
        month: u32,
        first: u32,
        last: u32,
    },
    /// Two or more orders of day, month and year are possible, the likeliest first.
    Orders(Vec<(i32, u32, u32)>),
    LastDay {
        year: Option<i32>,
        month: u32,
    },
    Month {
        year: Option<i32>,
        month: u32,
    },
    Week {
        year: Option<i32>,
        week: u32,
    },
    DaysAway(i64),
    WeeksAway(i64),
    MonthsAway(i32),
    /// The first such weekday to come.
    Coming,
    /// "Nästa fredag": that of next week; the first to come is a doubt.
    Next,
}

/// How a day was written: some forms are dates in any text, some only where nothing else can be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateForm {
    /// 2018-12-05, 5 december.
    Sure,
    /// 5/12: may be a fraction.
    Slashed,
    /// 5.12: may be a number or a time.
    Dotted,
    /// December 5: the number may be one of something else.
    MonthFirst,
}
