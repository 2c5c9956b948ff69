//! Maps of words that are looked up many times for every line of a text. Their hash is quick and guards against nobody:
//! whoever writes a text slows down only the search in it.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map by words.
pub type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// The same without values.
pub type WordSet<T> = HashSet<T, BuildHasherDefault<WordHasher>>;

/// Takes eight bytes at a time.
#[derive(Debug, Clone, Copy, Default)]
pub struct WordHasher(u64);

/// An odd number whose bits have no pattern: that of the golden ratio.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

impl WordHasher {
    fn take(&mut self, eight: u64) {
        self.0 = (self.0.rotate_left(5) ^ eight).wrapping_mul(SPREAD);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (chunks, rest) = bytes.as_chunks::<8>();
        for chunk in chunks {
            self.take(u64::from_le_bytes(*chunk));
        }
        if !rest.is_empty() {
            self.take(rest.iter().fold(0, |eight, byte| eight << 8 | u64::from(*byte)));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.take(u64::from(byte));
    }

    fn write_usize(&mut self, number: usize) {
        self.write(&number.to_le_bytes());
    }

    fn finish(&self) -> u64 {
        // Maps go by the lowest bits, and a product mixes the highest best.
        self.0.rotate_left(26)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::hash::Hash;

    #[test]
    fn words_that_are_alike_are_spread() {
        let hash = |word: &str| {
            let mut hasher = WordHasher::default();
            word.hash(&mut hasher);
            hasher.finish()
        };
        let words: Vec<String> = (0..4_000).map(|nth| format!("Person {nth}")).collect();
        let buckets: HashSet<u64> = words.iter().map(|word| hash(word) % 4_096).collect();
        assert!(buckets.len() > 2_000, "{} of 4,096 buckets are used", buckets.len());
        assert_ne!(hash("ek"), hash("ke"));
        assert_ne!(hash("abcdefgh"), hash("abcdefg"));
    }
}
