//! A place in an order that one row can take without touching its neighbours: a fractional key.
//!
//! The scheme is the one Figma made known for lists that several people reorder: a key is an integer part
//! whose first letter says how long it is, and a fraction. Keys are compared as bytes; ties are settled by the id of
//! the row.
//!
//! What a replica adds to the place are its own digits and a count, `a6` `k3X` `a1`: two replicas that choose the same
//! place at once have different keys, and what one of them puts in a row (`a6k3Xa1`, `a6k3Xa2`, …) stays in a row. The
//! count has the form of an integer part, so keys stay short after a hundred thousand lines. No key that is made ends
//! in a zero: there is always room before it. Keys from before there were digits have a place alone.

use std::fmt;

use super::id::DeviceId;

/// Digits in byte order.
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// The smallest integer part: nothing comes before it but fractions of it.
const SMALLEST: &str = "A00000000000000000000000000";
/// The integer part that an empty list begins with.
const FIRST: &str = "a0";
/// The count of the first key that a replica makes in a place.
const FIRST_COUNT: &str = "a1";

/// A fractional key. Never empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position(String);

/// The digits of one replica in the keys that it makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReplicaDigits([u8; 3]);

impl ReplicaDigits {
    /// Follow from the replica's identity. Of eight replicas, two have the same digits once in eight thousand times.
    pub fn of(replica: DeviceId) -> Self {
        let number = usize::try_from(replica.0.as_u128() % (62 * 62 * 62)).unwrap_or_default();
        Self([DIGITS[number / (62 * 62)], DIGITS[number / 62 % 62], DIGITS[number % 62]])
    }

    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl Position {
    /// The key that a replica makes between two others; without a neighbour on one side, outside the other. `None`
    /// where there is no room: `before` is not smaller than `after`, or `after` is the very next key.
    pub fn between(before: Option<&Self>, after: Option<&Self>, by: ReplicaDigits) -> Option<Self> {
        let (low, high) = (before.map(Self::as_str), after.map(Self::as_str));
        let Some(high) = high else { return Some(Self::at_end(before, by)) };
        let fits = |key: &String| low.is_none_or(|low| low < key.as_str()) && key.as_str() < high;
        let after_low = || low.and_then(|low| in_own_row(low, by, next_count)).filter(fits);
        let before_high = || in_own_row(high, by, previous_count).filter(fits);
        let on_its_own = || Some(own_key(&place_between(low, high)?, by)).filter(fits);
        after_low().or_else(before_high).or_else(on_its_own).map(Self)
    }

    /// The key that a replica makes at the end of a list, after its greatest key; `None` for the first.
    pub fn at_end(greatest: Option<&Self>, by: ReplicaDigits) -> Self {
        let Some(Self(greatest)) = greatest else { return Self(own_key(FIRST, by)) };
        Self(in_own_row(greatest, by, next_count).unwrap_or_else(|| own_key(&place_after(greatest), by)))
    }

    /// The key as text, compared byte by byte.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads a key. `None` for anything that is none.
    pub fn parse(text: &str) -> Option<Self> {
        let well_formed = integer_len(text).is_some_and(|len| len <= text.len())
            && text.bytes().all(|byte| DIGITS.contains(&byte));
        well_formed.then(|| Self(text.to_owned()))
    }

    /// A key from a store. Anything that is no key becomes the first one rather than an error: the order of
    /// a damaged row is worth less than its words.
    pub fn from_stored(text: &str) -> Self {
        Self::parse(text).unwrap_or_else(|| Self(FIRST.to_owned()))
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The first key of a replica in a place.
fn own_key(place: &str, by: ReplicaDigits) -> String {
    [place, by.as_str(), FIRST_COUNT].concat()
}

/// The key beside one of the same replica, in the same place.
fn in_own_row(key: &str, by: ReplicaDigits, step: fn(&str) -> Option<String>) -> Option<String> {
    let (integer, fraction) = split(key);
    let (place, count) = fraction.rsplit_once(by.as_str())?;
    let count = step(count).filter(|_| integer_len(count) == Some(count.len()))?;
    Some([integer, place, by.as_str(), &count].concat())
}

fn next_count(count: &str) -> Option<String> {
    let next = increment(count)?;
    if next.ends_with('0') { increment(&next) } else { Some(next) }
}

fn previous_count(count: &str) -> Option<String> {
    let previous = decrement(count)?;
    if previous.ends_with('0') { decrement(&previous) } else { Some(previous) }
}

/// How many bytes the integer part of a key has, by its first letter: `a` two, `b` three … and downwards
/// from `Z` two, `Y` three for keys before the beginning.
fn integer_len(key: &str) -> Option<usize> {
    match key.bytes().next()? {
        head @ b'a'..=b'z' => Some(usize::from(head - b'a') + 2),
        head @ b'A'..=b'Z' => Some(usize::from(b'Z' - head) + 2),
        _ => None,
    }
}

fn split(key: &str) -> (&str, &str) {
    let len = integer_len(key).unwrap_or(0).min(key.len());
    key.split_at_checked(len).unwrap_or((key, ""))
}

/// A place after a key at the end of a list.
fn place_after(key: &str) -> String {
    let (integer, fraction) = split(key);
    increment(integer)
        .or_else(|| Some(format!("{integer}{}", midpoint(fraction, None)?)))
        .unwrap_or_else(|| key.to_owned())
}

/// A place between two keys, without `before` one at the beginning of the list: whatever follows it, the key is between
/// them too.
fn place_between(before: Option<&str>, after: &str) -> Option<String> {
    let (high, high_fraction) = split(after);
    let Some(before) = before else {
        let ceiling = (high == SMALLEST).then_some(high_fraction);
        return decrement(high).or_else(|| Some(format!("{SMALLEST}{}", midpoint("", ceiling)?)));
    };
    let (low, low_fraction) = split(before);
    if low == high {
        return Some(format!("{low}{}", midpoint(low_fraction, Some(high_fraction))?));
    }
    match increment(low) {
        Some(next) if next.as_str() < high => Some(next),
        _ => Some(format!("{low}{}", midpoint(low_fraction, None)?)),
    }
}

/// A fraction strictly between two, without trailing zeros. `after` is `None` for "up to one". `None` where they
/// differ in zeros only.
fn midpoint(before: &str, after: Option<&str>) -> Option<String> {
    let digit = |text: &str, at: usize| {
        text.as_bytes().get(at).and_then(|byte| DIGITS.iter().position(|d| d == byte))
    };
    let mut fraction = String::new();
    let mut ceiling = after;
    for at in 0.. {
        if ceiling.is_some_and(|after| at >= after.len()) {
            return None;
        }
        let low = digit(before, at).unwrap_or(0);
        let high = ceiling.map_or(DIGITS.len(), |after| digit(after, at).unwrap_or(0));
        if high > low + 1 {
            fraction.push(char::from(DIGITS[low.midpoint(high)]));
            break;
        }
        fraction.push(char::from(DIGITS[low]));
        if high > low {
            // From here on anything above `before` will do.
            ceiling = None;
        }
    }
    Some(fraction)
}

fn increment(integer: &str) -> Option<String> {
    let mut bytes = integer.as_bytes().to_vec();
    for byte in bytes.iter_mut().skip(1).rev() {
        let digit = DIGITS.iter().position(|d| d == byte)?;
        if digit + 1 < DIGITS.len() {
            *byte = DIGITS[digit + 1];
            return String::from_utf8(bytes).ok();
        }
        *byte = DIGITS[0];
    }
    match *bytes.first()? {
        b'z' => None,
        b'Z' => Some(FIRST.to_owned()),
        head => {
            let head = head + 1;
            let len = integer_len(&char::from(head).to_string())?;
            let mut next = vec![DIGITS[0]; len];
            next[0] = head;
            String::from_utf8(next).ok()
        }
    }
}

fn decrement(integer: &str) -> Option<String> {
    let last = DIGITS[DIGITS.len() - 1];
    let mut bytes = integer.as_bytes().to_vec();
    for byte in bytes.iter_mut().skip(1).rev() {
        let digit = DIGITS.iter().position(|d| d == byte)?;
        if digit > 0 {
            *byte = DIGITS[digit - 1];
            return String::from_utf8(bytes).ok().filter(|integer| integer != SMALLEST);
        }
        *byte = last;
    }
    match *bytes.first()? {
        b'A' => None,
        b'a' => Some(format!("Z{}", char::from(last))),
        head => {
            let head = head - 1;
            let len = integer_len(&char::from(head).to_string())?;
            let mut previous = vec![last; len];
            previous[0] = head;
            String::from_utf8(previous).ok()
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn replica(number: u128) -> ReplicaDigits {
        ReplicaDigits::of(DeviceId(Uuid::from_u128(number * 7_919)))
    }

    /// A key after each of the others, by these replicas in turn, and the longest of them in bytes.
    fn longest_of_appended(count: u128, replicas: u128) -> usize {
        let mut key = Position::at_end(None, replica(0));
        let mut longest = 0;
        for nth in 1..count {
            let next = Position::at_end(Some(&key), replica(nth % replicas));
            assert!(key < next, "{key} {next}");
            longest = longest.max(next.as_str().len());
            key = next;
        }
        longest
    }

    /// The longest key of those that are put, by these replicas in turn, directly before or after the last that was put
    /// there.
    fn longest_of_inserted(count: u128, replicas: u128, before_the_last: bool) -> usize {
        let first = Position::at_end(None, replica(9));
        let last = Position::at_end(Some(&first), replica(8));
        let (mut low, mut high) = (first, last);
        let mut longest = 0;
        for nth in 0..count {
            let key = Position::between(Some(&low), Some(&high), replica(nth % replicas)).unwrap();
            assert!(low < key && key < high, "{low} {key} {high}");
            longest = longest.max(key.as_str().len());
            *if before_the_last { &mut high } else { &mut low } = key;
        }
        longest
    }

    #[test]
    fn keys_stay_short_when_lines_are_appended() {
        assert_eq!(longest_of_appended(100_000, 1), 9);
        assert_eq!(longest_of_appended(100_000, 8), 9);
    }

    #[test]
    fn keys_stay_short_when_lines_are_put_in_at_one_place() {
        for before_the_last in [false, true] {
            assert_eq!(longest_of_inserted(1_000, 1, before_the_last), 9);
            // A digit has room for six keys where each is by another than the one before.
            assert!(longest_of_inserted(1_000, 2, before_the_last) < 1_000 / 5);
        }
    }

    #[test]
    fn what_several_put_in_at_once_has_different_keys_and_stays_in_a_row() {
        let old = [Position::from_stored("a5"), Position::from_stored("a6")];
        for (low, high) in [(None, None), (Some(&old[1]), None), (Some(&old[0]), Some(&old[1]))] {
            let row = |number| {
                let mut keys: Vec<Position> = Vec::new();
                for _ in 0..100 {
                    keys.push(Position::between(keys.last().or(low), high, replica(number)).unwrap());
                }
                keys
            };
            let mut rows = [row(1), row(2), row(3)];
            rows.sort();
            assert!(rows.concat().is_sorted_by(|a, b| a < b), "{rows:?}");
        }
    }

    #[test]
    fn there_is_no_room_between_equal_keys_or_before_a_zero() {
        let key = |text: &str| Position::from_stored(text);
        for (low, high) in [("a1", "a1"), ("a2", "a1"), ("a1", "a10"), ("a1V", "a1V00")] {
            assert_eq!(Position::between(Some(&key(low)), Some(&key(high)), replica(1)), None);
        }
        assert_eq!(Position::between(None, Some(&key(SMALLEST)), replica(1)), None);
    }

    proptest! {
        /// Wherever something is put in, and by whom, the order holds and no two keys are the same.
        #[test]
        fn any_row_of_insertions_stays_in_order(
            places in prop::collection::vec((any::<prop::sample::Index>(), 0..4_u128), 1..200)
        ) {
            let mut keys: Vec<Position> = Vec::new();
            for (place, by) in places {
                let at = place.index(keys.len() + 1);
                let before = at.checked_sub(1).and_then(|i| keys.get(i));
                let key = Position::between(before, keys.get(at), replica(by)).unwrap();
                prop_assert_eq!(&Position::from_stored(key.as_str()), &key);
                keys.insert(at, key);
            }
            prop_assert!(keys.is_sorted_by(|a, b| a < b), "{:?}", keys);
        }

        /// Any two keys that ever came into a file have a key between them, or none is made.
        #[test]
        fn a_key_between_any_two_is_between_them(low in "[Z-b][0-9A-Za-z]{1,8}", high in "[Z-b][0-9A-Za-z]{1,8}") {
            let (Some(low), Some(high)) = (Position::parse(&low), Position::parse(&high)) else { return Ok(()) };
            if let Some(key) = Position::between(Some(&low), Some(&high), replica(1)) {
                prop_assert!(low < key && key < high, "{} {} {}", low, key, high);
            }
            prop_assert!(Position::at_end(Some(&low), replica(1)) > low);
            prop_assert!(Position::between(None, Some(&low), replica(1)).is_none_or(|key| key < low));
        }
    }
}
