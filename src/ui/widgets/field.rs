//! A text field of one line, edited by grapheme cluster, not by code point.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::text::{printable, width};
use crate::ui::canvas::Canvas;
use crate::ui::input::{Edit, TextInput};

/// One line of text and a cursor in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextField {
    text: String,
    /// Bytes before the cursor; always on a grapheme cluster boundary.
    cursor: usize,
}

impl TextField {
    /// A field with this text, the cursor at its end.
    pub fn with(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.len(), text }
    }

    /// Takes the text out and leaves the field empty.
    pub fn take(&mut self) -> String {
        self.cursor = 0;
        std::mem::take(&mut self.text)
    }

    /// The text before and after the cursor.
    fn halves(&self) -> (&str, &str) {
        self.text.split_at_checked(self.cursor).unwrap_or((&self.text, ""))
    }

    /// The place before the grapheme cluster, or the word, left of the cursor.
    fn before(&self, by_word: bool) -> usize {
        let (left, _) = self.halves();
        let step = if by_word { last_word(left) } else { left.graphemes(true).next_back() };
        self.cursor - step.map_or(0, str::len)
    }

    /// The place after the grapheme cluster, or the word, right of the cursor.
    fn after(&self, by_word: bool) -> usize {
        let (_, right) = self.halves();
        let step = if by_word { first_word(right) } else { right.graphemes(true).next() };
        self.cursor + step.map_or(0, str::len)
    }

    fn remove(&mut self, from: usize, to: usize) -> bool {
        self.text.replace_range(from..to, "");
        self.cursor = from;
        from != to
    }

    /// Draws the text on one line, scrolled so that the cursor is seen, and puts the cursor there if `focused`.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect, style: Style, focused: bool) {
        if area.width == 0 || area.height == 0 {
            return;
        }
        let room = usize::from(area.width).saturating_sub(1);
        let (left, right) = self.halves();
        let mut seen = String::new();
        let mut used = 0;
        let skip_from = left.graphemes(true).rev().find_map(|grapheme| {
            used += width(&printable(grapheme));
            (used > room).then(|| grapheme.as_ptr().addr() - left.as_ptr().addr() + grapheme.len())
        });
        let shown = skip_from.and_then(|at| left.get(at..)).unwrap_or(left);
        seen.push_str(shown);
        seen.push_str(right);
        canvas.text(area, &seen, style);
        if focused {
            let x = width(&printable(shown)).min(room);
            canvas.put_cursor(Position::new(area.x + u16::try_from(x).unwrap_or(0), area.y));
        }
    }
}

/// The last word of a text with the blanks after it.
pub(super) fn last_word(text: &str) -> Option<&str> {
    let word = text.trim_end();
    let at =
        word.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8());
    text.get(at..)
}

/// The first word of a text with the blanks before it.
pub(super) fn first_word(text: &str) -> Option<&str> {
    let blanks = text.len() - text.trim_start().len();
    let word = text.trim_start().find(char::is_whitespace).unwrap_or(text.trim_start().len());
    text.get(..blanks + word)
}

impl TextInput for TextField {
    fn text(&self) -> &str {
        &self.text
    }

    fn insert(&mut self, text: &str) {
        let one_line = text.replace(['\r', '\n'], " ");
        self.text.insert_str(self.cursor, &one_line);
        self.cursor += one_line.len();
    }

    fn edit(&mut self, edit: Edit) -> bool {
        match edit {
            Edit::Left => self.cursor = self.before(false),
            Edit::Right => self.cursor = self.after(false),
            Edit::WordLeft => self.cursor = self.before(true),
            Edit::WordRight => self.cursor = self.after(true),
            Edit::Home => self.cursor = 0,
            Edit::End => self.cursor = self.text.len(),
            Edit::Backspace => return self.remove(self.before(false), self.cursor),
            Edit::Delete => return self.remove(self.cursor, self.after(false)),
            Edit::WordBackspace => return self.remove(self.before(true), self.cursor),
            Edit::WordDelete => return self.remove(self.cursor, self.after(true)),
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn backspace_deletes_a_whole_grapheme_cluster() {
        for grapheme in ["å", "e\u{301}", "👩‍👩‍👧", "🇸🇪"] {
            let mut field = TextField::with(format!("a{grapheme}"));
            assert!(field.edit(Edit::Backspace));
            assert_eq!(field.text(), "a");
        }
    }

    #[test]
    fn words_are_stepped_over_and_deleted() {
        let mut field = TextField::with("Köp mindre, laga mer");
        field.edit(Edit::WordBackspace);
        assert_eq!(field.text(), "Köp mindre, laga ");
        field.edit(Edit::WordLeft);
        field.insert("gärna ");
        assert_eq!(field.text(), "Köp mindre, gärna laga ");
        field.edit(Edit::Home);
        field.edit(Edit::WordDelete);
        assert_eq!(field.text(), " mindre, gärna laga ");
    }

    proptest! {
        #[test]
        fn no_keys_break_the_text(keys in proptest::collection::vec((0u8..12, "\\PC{0,3}"), 0..60)) {
            let mut field = TextField::default();
            let edits = [Edit::Left, Edit::Right, Edit::WordLeft, Edit::WordRight, Edit::Home, Edit::End,
                Edit::Backspace, Edit::Delete, Edit::WordBackspace, Edit::WordDelete];
            for (key, text) in keys {
                match edits.get(usize::from(key)) {
                    Some(edit) => { field.edit(*edit); }
                    None => field.insert(&text),
                }
                prop_assert!(field.text.is_char_boundary(field.cursor));
            }
        }
    }
}
