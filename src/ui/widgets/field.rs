//! A text field of one line, edited by grapheme cluster, not by code point.

use std::ops::Range;

use chrono::NaiveDateTime;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use super::editor_history::EditorHistory;
use super::text::{fit, printable, width};
use crate::ui::canvas::Canvas;
use crate::ui::input::{Edit, TextInput};

/// One line of text and a cursor in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextField {
    text: String,
    /// Bytes before the cursor; always on a grapheme cluster boundary.
    cursor: usize,
    /// Whether all of the text is selected: what is typed comes in its place.
    selected: bool,
    history: EditorHistory,
}

impl TextField {
    /// A field with this text, the cursor at its end.
    pub fn with(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.len(), history: EditorHistory::new(&text), text, selected: false }
    }

    /// A field with this text, all of it selected: typing replaces it, an arrow keeps it.
    pub fn selected(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { selected: !text.is_empty(), ..Self::with(text) }
    }

    /// Puts another text in the place of all that is written, the cursor after it.
    pub fn replace(&mut self, text: &str) {
        self.text = text.replace(['\r', '\n'], " ");
        self.cursor = self.text.len();
        self.selected = false;
        self.wrote();
    }

    /// Takes the text out and leaves the field empty.
    pub fn take(&mut self) -> String {
        self.cursor = 0;
        self.selected = false;
        let taken = std::mem::take(&mut self.text);
        self.wrote();
        taken
    }

    /// Keeps the text as it is now, to come back to it. A field has no clock: only words make groups of what is typed.
    fn wrote(&mut self) {
        self.history.wrote(&self.text, self.cursor, NaiveDateTime::default());
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
        self.wrote();
        from != to
    }

    /// Draws the text on one line, with `…` where it is cut: its beginning, or, if `focused`, the part around the
    /// cursor, which is put there.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect, style: Style, focused: bool) {
        if area.width == 0 || area.height == 0 {
            return;
        }
        if !focused {
            canvas.text(area, &fit(&self.text, area.width.into()), style);
            return;
        }
        let (shown, before_cursor) = self.window(usize::from(area.width));
        let end = canvas.text(area, &shown, style);
        if self.selected {
            let text = Rect { width: end.saturating_sub(area.x), height: 1, ..area };
            canvas.style(text, Style::new().add_modifier(Modifier::REVERSED));
        }
        let x = u16::try_from(before_cursor).unwrap_or(0).min(area.width - 1);
        canvas.put_cursor(Position::new(area.x + x, area.y));
    }

    /// The part of the text around the cursor that there is room for, and how many of its columns are before the
    /// cursor. The cursor itself takes a column where it is at the end.
    fn window(&self, room: usize) -> (String, usize) {
        let (left, right) = self.halves();
        let (left, right) = (printable(left), printable(right));
        if width(&left) + width(&right) < room {
            return (format!("{left}{right}"), width(&left));
        }
        // At most two thirds of the room are for what is before the cursor, unless less is needed after it.
        let for_left = room.saturating_sub(width(&right).max(1)).max(room * 2 / 3).min(room - 1);
        let before = if width(&left) <= for_left { left.into_owned() } else { fit_end(&left, for_left) };
        let used = width(&before);
        (format!("{before}{}", fit(&right, room - used)), used)
    }
}

/// The end of a text in so many columns, after an ellipsis.
fn fit_end(text: &str, columns: usize) -> String {
    let mut used = 1;
    let mut start = text.len();
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        used += width(grapheme);
        if used > columns {
            break;
        }
        start = at;
    }
    let end = text.get(start..).unwrap_or_default();
    if columns == 0 { String::new() } else { format!("…{end}") }
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

    fn cursor(&self) -> usize {
        self.cursor
    }

    fn put(&mut self, range: Range<usize>, text: &str) {
        if self.text.get(range.clone()).is_some() {
            let one_line = text.replace(['\r', '\n'], " ");
            self.cursor = range.start + one_line.len();
            self.text.replace_range(range, &one_line);
            self.selected = false;
            self.wrote();
        }
    }

    fn insert(&mut self, text: &str) {
        if std::mem::take(&mut self.selected) {
            self.text.clear();
            self.cursor = 0;
        }
        let one_line = text.replace(['\r', '\n'], " ");
        self.text.insert_str(self.cursor, &one_line);
        self.cursor += one_line.len();
        self.wrote();
    }

    fn turn(&mut self, again: bool) -> Option<bool> {
        let Some((text, cursor)) = self.history.turn(again).cloned() else { return Some(false) };
        (self.text, self.cursor, self.selected) = (text, cursor, false);
        Some(true)
    }

    fn edit(&mut self, edit: Edit) -> bool {
        if std::mem::take(&mut self.selected) {
            match edit {
                Edit::Backspace | Edit::Delete | Edit::WordBackspace | Edit::WordDelete => {
                    return !self.take().is_empty();
                }
                Edit::Left | Edit::WordLeft => {
                    self.cursor = 0;
                    return false;
                }
                Edit::Right | Edit::WordRight | Edit::Home | Edit::End => {}
            }
        }
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
    use ratatui::buffer::Buffer;

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

    /// The field as it is drawn in so many columns, `▏` before the cell of the cursor.
    fn picture(field: &TextField, columns: u16, focused: bool) -> String {
        let area = Rect::new(0, 0, columns, 1);
        let mut buf = Buffer::empty(area);
        let mut canvas = Canvas::new(&mut buf);
        field.draw(&mut canvas, area, Style::new(), focused);
        let cursor = canvas.cursor;
        let mut line = String::new();
        for x in 0..columns {
            if cursor == Some(Position::new(x, 0)) {
                line.push('▏');
            }
            line.push_str(buf[(x, 0)].symbol());
        }
        line.trim_end().to_owned()
    }

    #[test]
    fn what_is_selected_is_replaced_by_typing_and_kept_by_an_arrow() {
        let typed = |keys: &[Edit]| {
            let mut field = TextField::selected("15 december");
            for key in keys {
                field.edit(*key);
            }
            field.insert("v50");
            field.text().to_owned()
        };
        assert_eq!(typed(&[]), "v50");
        assert_eq!(typed(&[Edit::Backspace]), "v50");
        assert_eq!(typed(&[Edit::End]), "15 decemberv50");
        assert_eq!(typed(&[Edit::Right]), "15 decemberv50");
        assert_eq!(typed(&[Edit::Home]), "v5015 december");
        assert_eq!(typed(&[Edit::Left]), "v5015 december");
        let mut twice = TextField::selected("gammalt");
        twice.insert("n");
        twice.insert("y");
        assert_eq!(twice.text(), "ny");
    }

    #[test]
    fn a_long_text_shows_its_beginning_when_left_and_an_ellipsis_where_it_is_cut() {
        let mut field = TextField::with("Vad kan vi göra åt det tillsammans");
        assert_eq!(picture(&field, 12, false), "Vad kan vi…");
        assert_eq!(picture(&field, 12, true), "…illsammans▏");
        field.edit(Edit::Home);
        assert_eq!(picture(&field, 12, true), "▏Vad kan vi…");
        field.edit(Edit::WordRight);
        field.edit(Edit::WordRight);
        field.edit(Edit::WordRight);
        field.edit(Edit::WordRight);
        assert_eq!(picture(&field, 12, true), "…vi göra▏ åt…");
        assert_eq!(picture(&TextField::with("kort"), 12, true), "kort▏");
    }

    #[test]
    fn what_was_typed_is_taken_back_word_by_word_and_comes_again() {
        let mut field = TextField::selected("pausen");
        for c in "köp mer".chars() {
            field.insert(c.encode_utf8(&mut [0; 4]));
        }
        let mut seen = Vec::new();
        while field.turn(false) == Some(true) {
            seen.push(field.text().to_owned());
        }
        assert_eq!(seen, ["köp", "pausen"]);
        while field.turn(true) == Some(true) {}
        assert_eq!(field.text(), "köp mer");
    }

    proptest! {
        #[test]
        fn no_width_loses_the_cursor(text in "(\\PC|🇸|\u{301}){0,30}", left in 0usize..30, columns in 1u16..20) {
            let mut field = TextField::with(text);
            for _ in 0..left {
                field.edit(Edit::Left);
            }
            prop_assert!(picture(&field, columns, true).contains('▏'));
            let (shown, before) = field.window(columns.into());
            prop_assert!(before < usize::from(columns) && width(&shown) <= usize::from(columns));
        }

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
