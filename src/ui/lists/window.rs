//! A part of a long list that is kept in memory: so many rows around the chosen one, however many there are.

use std::ops::Range;

/// Rows `offset..offset + rows.len()` of `total`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window<T> {
    /// Where the rows begin in the whole list.
    pub offset: usize,
    /// The rows that are kept.
    pub rows: Vec<T>,
    /// How many there are in all.
    pub total: usize,
}

impl<T> Default for Window<T> {
    fn default() -> Self {
        Self { offset: 0, rows: Vec::new(), total: 0 }
    }
}

impl<T> Window<T> {
    /// How many rows are kept on each side of the chosen one: more than the tallest terminal shows.
    pub const REACH: usize = 300;

    /// A list that is kept whole.
    pub fn whole(rows: Vec<T>) -> Self {
        Self { offset: 0, total: rows.len(), rows }
    }

    /// The row at this place of the whole list, if it is kept.
    pub fn get(&self, index: usize) -> Option<&T> {
        self.rows.get(index.checked_sub(self.offset)?)
    }

    /// The rows to read so that `index` can be walked from; `None` while those that are kept do.
    pub fn wants(&self, index: usize) -> Option<Range<usize>> {
        let near = index.saturating_sub(Self::REACH / 3)..(index + Self::REACH / 3).min(self.total);
        let held = self.offset..self.offset + self.rows.len();
        let enough = near.is_empty() || (held.start <= near.start && near.end <= held.end);
        (!enough).then(|| Self::around(index))
    }

    /// The rows around one, to read first.
    pub fn around(index: usize) -> Range<usize> {
        index.saturating_sub(Self::REACH)..index + Self::REACH
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walking_reads_a_new_part_only_near_the_edge() {
        let part = Window { offset: 0, rows: (0..300).collect::<Vec<usize>>(), total: 100_000 };
        assert_eq!(part.wants(0), None);
        assert_eq!(part.wants(150), None);
        assert_eq!(part.wants(250), Some(0..550));
        assert_eq!(part.wants(99_999), Some(99_699..100_299));
        assert_eq!(part.get(299), Some(&299));
        assert_eq!(part.get(300), None);
    }
}
