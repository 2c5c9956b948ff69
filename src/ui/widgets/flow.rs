//! Where the rows of a text begin when it is broken between words to a width. An edit breaks anew only
//! the rows next to it. Knows no cursor and draws nothing.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::text::{printable, width};

/// The starts of the rows of a text, in bytes. Every grapheme cluster belongs to one row; white space at the end of a
/// row may hang over its edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Flow {
    columns: usize,
    /// Never empty; the first is 0.
    starts: Vec<usize>,
}

impl Flow {
    /// The rows of a text, each at most so many columns wide (but never less than one grapheme cluster).
    pub(super) fn of(text: &str, columns: usize) -> Self {
        let mut starts = vec![0];
        let mut at = 0;
        while let Some(next) = row_end(text, at, columns) {
            starts.push(next);
            at = next;
        }
        Self { columns, starts }
    }

    /// How wide a row is.
    pub(super) fn columns(&self) -> usize {
        self.columns
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// The row that holds this byte; a place between two rows belongs to the second.
    pub(super) fn row_of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// The bytes of a row, white space at its end and a line break among them.
    pub(super) fn row(&self, text: &str, row: usize) -> Range<usize> {
        let start = self.starts.get(row).copied().unwrap_or(text.len());
        start..self.starts.get(row + 1).copied().unwrap_or(text.len())
    }

    /// The text has changed: at this place so many bytes were removed and so many added. Returns how many rows were
    /// broken anew.
    pub(super) fn edited(&mut self, text: &str, at: usize, removed: usize, added: usize) -> usize {
        // Where a row ends depends on the word after it, and a combining character can change the cluster before it:
        // two rows up nothing can have changed.
        let first = self.row_of(at).saturating_sub(2);
        let untouched = self.starts.partition_point(|start| *start < at + removed).max(first + 1);
        let old: Vec<usize> =
            self.starts.split_off(untouched).into_iter().map(|start| start - removed + added).collect();
        self.starts.truncate(first + 1);
        let mut at_row = self.starts.last().copied().unwrap_or(0);
        let mut broken = 1;
        while let Some(next) = row_end(text, at_row, self.columns) {
            if next >= at + added
                && let Ok(same) = old.binary_search(&next)
            {
                // From here on the same text is broken from the same place.
                self.starts.extend(old.into_iter().skip(same));
                return broken;
            }
            self.starts.push(next);
            at_row = next;
            broken += 1;
        }
        broken
    }
}

/// Where the row that starts here ends and another begins; `None` for the last row.
fn row_end(text: &str, start: usize, columns: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let mut used = 0;
    let mut last_break = None;
    for (at, grapheme) in rest.grapheme_indices(true) {
        let after = at + grapheme.len();
        if grapheme == "\n" {
            return Some(start + after);
        }
        if grapheme.chars().all(char::is_whitespace) {
            last_break = Some(after);
            used += grapheme_width(grapheme);
            continue;
        }
        used += grapheme_width(grapheme);
        if used > columns && at > 0 {
            return Some(start + last_break.unwrap_or(at));
        }
    }
    None
}

/// The columns of one grapheme cluster as it is shown.
pub(super) fn grapheme_width(grapheme: &str) -> usize {
    width(&printable(grapheme))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(text: &str, columns: usize) -> Vec<&str> {
        let flow = Flow::of(text, columns);
        (0..flow.len()).map(|row| text.get(flow.row(text, row)).unwrap()).collect()
    }

    #[test]
    fn rows_break_between_words_and_keep_every_grapheme_cluster() {
        assert_eq!(rows("Köp mindre, laga mer", 12), ["Köp mindre, ", "laga mer"]);
        assert_eq!(rows("ab      cd", 3), ["ab      ", "cd"]);
        assert_eq!(rows("aaaaaaaa b", 4), ["aaaa", "aaaa ", "b"]);
        assert_eq!(rows("日本語", 4), ["日本", "語"]);
        assert_eq!(rows("👩‍👩‍👧👩‍👩‍👧", 2), ["👩‍👩‍👧", "👩‍👩‍👧"]);
        assert_eq!(rows("日", 1), ["日"]);
        assert_eq!(rows("ett\n\ntvå\n", 9), ["ett\n", "\n", "två\n", ""]);
        assert_eq!(rows("", 4), [""]);
    }

    #[test]
    fn an_edit_in_a_very_long_line_breaks_only_the_rows_next_to_it() {
        let mut text = "Avtalen är för långa för att hinna ändra något. ".repeat(260);
        let mut flow = Flow::of(&text, 80);
        assert!(flow.len() > 150);
        for at in [0, text.len() / 2, text.len()] {
            let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap();
            text.insert(at, 'å');
            let broken = flow.edited(&text, at, 0, 'å'.len_utf8());
            assert!(broken <= 8, "{broken} rows at {at}");
        }
    }

    proptest! {
        #[test]
        fn an_edit_breaks_the_rows_as_if_the_text_were_new(
            text in "([a-zå]{1,9}|[ \n]{1,3}|👩‍👩‍👧|🇸🇪|日|\u{301}|\u{200d}){0,40}",
            columns in 1_usize..12,
            edits in proptest::collection::vec(
                (any::<prop::sample::Index>(), any::<prop::sample::Index>(), "([a-z ]{0,8}|🇸|\u{301}|👩\u{200d}|\n)"), 1..5),
        ) {
            let mut text = text;
            let mut flow = Flow::of(&text, columns);
            for (from, to, new) in edits {
                let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
                let (from, to) = (places[from.index(places.len())], places[to.index(places.len())]);
                let (from, to) = (from.min(to), from.max(to));
                text.replace_range(from..to, &new);
                flow.edited(&text, from, to - from, new.len());
                prop_assert_eq!(&flow, &Flow::of(&text, columns), "{:?}", text);
            }
        }
    }
}
