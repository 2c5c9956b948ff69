//! A place in an order that one row can take without touching its neighbours: a fractional key.
//!
//! The scheme is the one Figma made known for lists that several people reorder: a key is an integer part
//! whose first letter says how long it is, and a fraction. Appending counts the integer up, so keys stay
//! short after a hundred thousand lines; putting something between two keys lengthens the fraction.
//! Keys are compared as bytes; ties are settled by the id of the row.

use std::fmt;

/// Digits in byte order.
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// The smallest integer part: nothing comes before it but fractions of it.
const SMALLEST: &str = "A00000000000000000000000000";
/// The integer part that an empty list begins with.
const FIRST: &str = "a0";

/// A fractional key. Never empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position(String);

impl Position {
    /// A key between two others; without a neighbour on one side, outside the other.
    /// Where `before` is not smaller than `after` (two rows with one key), the key follows `before`.
    pub fn between(before: Option<&Self>, after: Option<&Self>) -> Self {
        let before = before.map_or("", |key| key.0.as_str());
        let after = after.map(|key| key.0.as_str()).filter(|after| before < *after);
        Self(key_between(before, after))
    }

    /// The first key of an empty list.
    pub fn first() -> Self {
        Self(FIRST.to_owned())
    }

    /// The next key at the end of a list.
    #[must_use]
    pub fn next(&self) -> Self {
        Self::between(Some(self), None)
    }

    /// The key as text, compared byte by byte.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A key from a store. Anything that is no key becomes the first one rather than an error: the order of
    /// a damaged row is worth less than its words.
    pub fn from_stored(text: &str) -> Self {
        let well_formed = integer_len(text).is_some_and(|len| len <= text.len())
            && text.bytes().all(|byte| DIGITS.contains(&byte));
        if well_formed { Self(text.to_owned()) } else { Self::first() }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
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

/// `before` is empty for "from the beginning"; otherwise `before < after`.
fn key_between(before: &str, after: Option<&str>) -> String {
    match (before, after) {
        ("", None) => FIRST.to_owned(),
        ("", Some(after)) => {
            let (integer, fraction) = split(after);
            if integer == SMALLEST {
                return format!("{SMALLEST}{}", midpoint("", Some(fraction)));
            }
            if integer < after {
                return integer.to_owned();
            }
            decrement(integer).unwrap_or_else(|| format!("{SMALLEST}{}", midpoint("", None)))
        }
        (before, None) => {
            let (integer, fraction) = split(before);
            increment(integer).unwrap_or_else(|| format!("{integer}{}", midpoint(fraction, None)))
        }
        (before, Some(after)) => {
            let (low, low_fraction) = split(before);
            let (high, high_fraction) = split(after);
            if low == high {
                return format!("{low}{}", midpoint(low_fraction, Some(high_fraction)));
            }
            match increment(low) {
                Some(next) if next.as_str() < after => next,
                _ => format!("{low}{}", midpoint(low_fraction, None)),
            }
        }
    }
}

/// A fraction strictly between two, without trailing zeros. `after` is `None` for "up to one".
fn midpoint(before: &str, after: Option<&str>) -> String {
    let digit = |text: &str, at: usize| {
        text.as_bytes().get(at).and_then(|byte| DIGITS.iter().position(|d| d == byte))
    };
    let mut fraction = String::new();
    let mut ceiling = after;
    for at in 0.. {
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
    fraction
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

    use super::*;

    #[test]
    fn keys_stay_short_when_lines_are_appended() {
        let mut key = Position::first();
        for _ in 0..100_000 {
            let next = key.next();
            assert!(key < next);
            key = next;
        }
        assert!(key.as_str().len() <= 5, "{key}");
    }

    proptest! {
        /// Wherever something is put in, the order holds and no two keys are the same.
        #[test]
        fn any_row_of_insertions_stays_in_order(places in prop::collection::vec(any::<prop::sample::Index>(), 1..200)) {
            let mut keys: Vec<Position> = Vec::new();
            for place in places {
                let at = place.index(keys.len() + 1);
                let key = Position::between(at.checked_sub(1).and_then(|i| keys.get(i)), keys.get(at));
                prop_assert_eq!(&Position::from_stored(key.as_str()), &key);
                keys.insert(at, key);
            }
            prop_assert!(keys.is_sorted_by(|a, b| a < b), "{:?}", keys);
        }
    }
}
