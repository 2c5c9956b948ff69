//! Text as such: a part of it that loses nothing, and what of it may go out. It knows no meeting and no format.

use std::ops::{Bound, RangeBounds};

pub mod cores;
pub mod hash;
pub mod json;
pub mod safe;

/// The part of a text between two byte positions that were found in it.
///
/// Positions outside the text or inside a character are a fault of the caller. A debug build stops there; a released
/// one returns the nearest whole characters around the part, because a word twice can be mended and a lost one cannot.
pub fn slice(text: &str, range: impl RangeBounds<usize>) -> &str {
    let start = match range.start_bound() {
        Bound::Included(&at) => at,
        Bound::Excluded(&at) => at + 1,
        Bound::Unbounded => 0,
    };
    let end = match range.end_bound() {
        Bound::Included(&at) => at + 1,
        Bound::Excluded(&at) => at,
        Bound::Unbounded => text.len(),
    };
    let part = text.get(start..end);
    // The positions only: what a meeting said never reaches a log.
    debug_assert!(part.is_some(), "{start}..{end} is no part of a text of {} bytes", text.len());
    part.unwrap_or_else(|| widened(text, start, end))
}

/// The smallest part with whole characters that covers what of the range is inside the text.
fn widened(text: &str, start: usize, end: usize) -> &str {
    text.get(text.floor_char_boundary(start)..text.ceil_char_boundary(end)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_range_has_its_part() {
        let text = "Åsa skrev";
        assert_eq!(slice(text, ..), text);
        assert_eq!(slice(text, ..4), "Åsa");
        assert_eq!(slice(text, 5..), "skrev");
        assert_eq!(slice(text, 5..=8), "skre");
        assert_eq!(slice(text, 10..), "");
    }

    #[test]
    #[should_panic(expected = "1..4 is no part of a text of 4 bytes")]
    #[cfg(debug_assertions)]
    fn a_debug_build_stops_at_half_a_character() {
        slice("Åsa", 1..4);
    }

    #[test]
    fn a_released_build_loses_no_word() {
        assert_eq!(widened("Åsa skrev", 1, 4), "Åsa");
        assert_eq!(widened("Åsa skrev", 5, 99), "skrev");
        assert_eq!(widened("Åsa skrev", 7, 5), "");
    }
}
