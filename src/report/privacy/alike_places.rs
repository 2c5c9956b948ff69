//! Which of the words that were hidden in doubt at places that read alike are said at which of these: those of the
//! first at the first, so that each is said once however many read alike.

use std::ops::Range;
use std::ptr;

use crate::text::hash::WordMap;

/// How many places read alike, by the words that were hidden at any of them.
#[derive(Default)]
pub(super) struct AlikePlaces {
    by_words: WordMap<*const Vec<String>, Turns>,
}

#[derive(Default)]
struct Turns {
    places: usize,
    done: usize,
}

impl AlikePlaces {
    /// Counts one more place with this slice of words.
    pub(super) fn count(&mut self, words: &[Vec<String>]) {
        if !words.is_empty() {
            self.by_words.entry(key(words)).or_default().places += 1;
        }
    }

    /// The words of the next of the places that were counted with this slice.
    pub(super) fn at_next<'w>(&mut self, words: &'w [Vec<String>]) -> &'w [Vec<String>] {
        let Some(turns) = self.by_words.get_mut(&key(words)) else { return words };
        let own = share(words.len(), turns.places, turns.done);
        turns.done += 1;
        words.get(own).unwrap_or_default()
    }
}

/// The same slice is the same places.
fn key(words: &[Vec<String>]) -> *const Vec<String> {
    ptr::from_ref(words).cast()
}

/// Whose words are said at the place with this index, where several read alike: those of one, unless there are fewer
/// places than there were.
fn share(words: usize, places: usize, at: usize) -> Range<usize> {
    let most = words.div_ceil(places.max(1)).max(1);
    let parts = words.div_ceil(most).max(1);
    let from = at % parts * most;
    from..words.min(from + most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_said_at_a_place_and_no_place_says_them_all() {
        for words in 1..12 {
            for places in 1..12 {
                let shares: Vec<Range<usize>> = (0..places).map(|at| share(words, places, at)).collect();
                let said: Vec<usize> = shares.iter().cloned().flatten().collect();
                assert!((0..words).all(|word| said.contains(&word)), "{words} words at {places} places");
                assert!(said.len() < words + places, "{words} words at {places} places");
                assert!(shares.iter().all(|own| !own.is_empty()));
            }
        }
        assert_eq!(share(3, 3, 1), 1..2);
        assert_eq!(share(1, 62, 40), 0..1);
        assert_eq!(share(8, 2, 1), 4..8);
    }
}
