//! A part of a long list that is in memory: so many rows near the chosen one, however many there are.

use std::ops::Range;

/// Rows `offset..offset + rows.len()` of `total`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window<T> {
    /// Where the rows begin in the whole list.
    pub offset: usize,
    /// The rows that are in memory.
    pub rows: Vec<T>,
    /// How many there are in all.
    pub total: usize,
}

impl<T> Default for Window<T> {
    fn default() -> Self {
        Self::unread(0)
    }
}

impl<T> Window<T> {
    /// How many rows are read on each side of the chosen one: more than the tallest terminal shows.
    pub const REACH: usize = 200;
    /// How many rows on each side of the chosen one must be in memory for it to be walked from.
    const NEAR: usize = Self::REACH / 2;

    /// A list of so many rows, none of them in memory.
    pub fn unread(total: usize) -> Self {
        Self { offset: 0, rows: Vec::new(), total }
    }

    /// The row at this place of the whole list, if it is in memory.
    pub fn get(&self, index: usize) -> Option<&T> {
        self.rows.get(index.checked_sub(self.offset)?)
    }

    /// Reads the rows near the chosen one, unless those in memory are enough to walk from it. `first` is the row of
    /// what is shown where this list begins, as `chosen` is one of what is shown: several lists may be shown under each
    /// other. `read` returns the rows of a range of this list. Returns whether it was needed.
    pub fn fill<E>(
        &mut self,
        chosen: usize,
        first: usize,
        read: impl FnOnce(Range<usize>) -> Result<Vec<T>, E>,
    ) -> Result<bool, E> {
        let within = |reach: usize| {
            let end = (chosen + reach).saturating_sub(first).min(self.total);
            chosen.saturating_sub(reach).saturating_sub(first)..end
        };
        let (near, wanted) = (within(Self::NEAR), within(Self::REACH));
        let held = self.offset..self.offset + self.rows.len();
        let needed = !near.is_empty() && (near.start < held.start || held.end < near.end);
        if needed {
            self.rows = read(wanted.clone())?;
            self.offset = wanted.start;
        }
        Ok(needed)
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    /// The range that is read for a chosen row, if any.
    fn read(list: &Window<usize>, chosen: usize, first: usize) -> Option<Range<usize>> {
        let (mut list, mut range) = (list.clone(), None);
        let filled = list.fill(chosen, first, |wanted| {
            range = Some(wanted.clone());
            Ok::<_, Infallible>(wanted.collect())
        });
        assert_eq!(filled, Ok(range.is_some()));
        assert_eq!(list.get(chosen - first), Some(&(chosen - first)));
        range
    }

    #[test]
    fn walking_reads_a_new_part_only_near_the_edge() {
        let part = Window { offset: 0, rows: (0..300).collect::<Vec<usize>>(), total: 100_000 };
        assert_eq!(read(&part, 0, 0), None);
        assert_eq!(read(&part, 150, 0), None);
        assert_eq!(read(&part, 250, 0), Some(50..450));
        assert_eq!(read(&part, 99_999, 0), Some(99_799..100_000));
        assert_eq!(part.get(299), Some(&299));
        assert_eq!(part.get(300), None);
    }

    #[test]
    fn of_lists_under_each_other_those_near_the_chosen_row_are_read() {
        let second = Window::<usize>::unread(1_000);
        assert_eq!(read(&second, 60, 50), Some(0..210));
        let mut far = second.clone();
        let never = |_| -> Result<Vec<usize>, Infallible> { panic!("a list out of sight is read") };
        assert_eq!(far.fill(10, 500, never), Ok(false));
        assert_eq!(far.fill(5_000, 500, never), Ok(false));
        assert_eq!(far, second);
    }
}
