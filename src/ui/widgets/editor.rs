//! A text field of several rows that breaks its text softly between words, edited by grapheme
//! cluster. It knows no keys and no noun of the program.
//!
//! ```text
//! ✎ Avtalen är för långa för att hinna
//!   ändra något▏
//! ```

use std::cell::{Cell, RefCell};
use std::ops::Range;

use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::editor_history::State;
use super::field::{first_word, last_word};
use super::flow::{Flow, grapheme_width};
use crate::text::slice;
use crate::ui::canvas::Canvas;
use crate::ui::input::{Edit, TextInput};

/// Whether Enter and pasted line breaks stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Breaks {
    /// The text is one paragraph: a line break becomes a space.
    #[default]
    Spaces,
    /// The text may have several paragraphs.
    Preserved,
}

/// A text, a cursor in it, and how it is broken into rows.
#[derive(Debug, Clone)]
pub struct Editor {
    text: String,
    /// Bytes before the cursor; always on a grapheme cluster boundary.
    cursor: usize,
    breaks: Breaks,
    /// The column that Up and Down try to keep.
    goal: Option<usize>,
    /// The rows of the text as it was last drawn or measured; edits keep it up to date.
    flow: RefCell<Flow>,
    /// The first row in sight.
    top: Cell<usize>,
    /// Whether all is selected: what is typed takes its place, and a blank or a key that edits goes on in it.
    selected: bool,
    /// What was selected when something else was typed over it.
    replaced: Option<String>,
}

impl Default for Editor {
    fn default() -> Self {
        Self::with("", Breaks::Spaces)
    }
}

impl Editor {
    /// An editor with this text, the cursor at its end.
    pub fn with(text: &str, breaks: Breaks) -> Self {
        let mut editor = Self {
            text: String::new(),
            cursor: 0,
            breaks,
            goal: None,
            flow: RefCell::new(Flow::of("", usize::MAX)),
            top: Cell::new(0),
            selected: false,
            replaced: None,
        };
        editor.insert(text);
        editor
    }

    /// Bytes before the cursor.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Puts the cursor here, at the next grapheme cluster boundary; past the end means at the end.
    pub fn place_cursor(&mut self, at: usize) {
        let at = (at.min(self.text.len())..self.text.len()).find(|at| self.text.is_char_boundary(*at));
        self.cursor = self.edge_at_or_after(at.unwrap_or(self.text.len()));
        self.goal = None;
    }

    /// Selects all, until the text is edited.
    pub fn select(&mut self) {
        self.selected = !self.text.is_empty();
    }

    /// What was typed over since this was asked last.
    pub fn take_replaced(&mut self) -> Option<String> {
        self.replaced.take()
    }

    /// Goes to a state of its history.
    pub fn restore(&mut self, (text, cursor): &State) {
        self.set(text);
        self.place_cursor(*cursor);
    }

    /// Puts other text in place of all, the cursor after it.
    pub fn set(&mut self, text: &str) {
        self.take();
        self.insert(text);
    }

    /// Takes the text out and leaves the editor empty.
    pub fn take(&mut self) -> String {
        let text = self.text.clone();
        self.replace(0, self.text.len(), "");
        text
    }

    /// Puts other text in place of some bytes (a completion) and the cursor after it. Bytes that are not at the edge of
    /// a character change nothing.
    pub fn replace(&mut self, from: usize, to: usize, text: &str) {
        if from > to || !self.text.is_char_boundary(from) || !self.text.is_char_boundary(to) {
            return;
        }
        self.selected = false;
        let text = self.allowed(text);
        self.text.replace_range(from..to, &text);
        self.flow.get_mut().edited(&self.text, from, to - from, text.len());
        // What was put in may join the grapheme cluster after it.
        self.cursor = self.edge_at_or_after(from + text.len());
        self.goal = None;
    }

    /// The text as it may be put in.
    fn allowed(&self, text: &str) -> String {
        let unix = text.replace("\r\n", "\n").replace('\r', "\n");
        match self.breaks {
            Breaks::Spaces => unix.replace('\n', " "),
            Breaks::Preserved => unix,
        }
    }

    /// The cursor one row up. Returns `false` on the first row, so that the key can mean something else there.
    pub fn up(&mut self) -> bool {
        let row = self.flow.get_mut().row_of(self.cursor);
        row > 0 && self.step_to(row - 1)
    }

    /// The cursor one row down. Returns `false` on the last row.
    pub fn down(&mut self) -> bool {
        let flow = self.flow.get_mut();
        let row = flow.row_of(self.cursor);
        row + 1 < flow.len() && self.step_to(row + 1)
    }

    fn step_to(&mut self, row: usize) -> bool {
        let goal = self.goal.unwrap_or_else(|| self.column());
        self.cursor = self.place(row, goal);
        self.goal = Some(goal);
        true
    }

    /// How many rows the text takes in so many columns; one of them is kept for the cursor at the end of a row.
    pub fn rows(&self, width: u16) -> u16 {
        self.fit(width);
        u16::try_from(self.flow.borrow().len()).unwrap_or(u16::MAX)
    }

    /// Breaks the text anew where the width is another than it was.
    fn fit(&self, width: u16) {
        let columns = usize::from(width).saturating_sub(1).max(1);
        let mut flow = self.flow.borrow_mut();
        if flow.columns() != columns {
            *flow = Flow::of(&self.text, columns);
        }
    }

    /// Draws the rows around the cursor that there is room for, and puts the cursor there if `focused`.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect, style: Style, focused: bool) {
        if area.width == 0 || area.height == 0 {
            return;
        }
        self.fit(area.width);
        let flow = self.flow.borrow();
        let room = usize::from(area.height);
        let row = flow.row_of(self.cursor);
        // As before if the cursor is in sight, but never with empty rows below a text that could fill them.
        let top =
            self.top.get().clamp((row + 1).saturating_sub(room), row).min(flow.len().saturating_sub(room));
        self.top.set(top);
        for (index, place) in (top..flow.len()).zip(area.rows()) {
            let shown = slice(&self.text, flow.row(&self.text, index));
            let style = if self.selected { style.add_modifier(Modifier::REVERSED) } else { style };
            canvas.text(place, shown.trim_end_matches('\n'), style);
        }
        if focused {
            let x = self.column_in(flow.row(&self.text, row).start).min(usize::from(area.width) - 1);
            let (x, y) = (u16::try_from(x).unwrap_or(0), u16::try_from(row - top).unwrap_or(0));
            canvas.put_cursor(Position::new(area.x + x, area.y + y));
        }
    }

    /// The text before and after the cursor.
    fn halves(&self) -> (&str, &str) {
        self.text.split_at_checked(self.cursor).unwrap_or((&self.text, ""))
    }

    fn remove(&mut self, from: usize, to: usize) -> bool {
        self.replace(from, to, "");
        from != to
    }

    /// The next grapheme cluster boundary, this place itself if it is one.
    fn edge_at_or_after(&self, at: usize) -> usize {
        let mut edge = GraphemeCursor::new(at, self.text.len(), true);
        match edge.is_boundary(&self.text, 0) {
            Ok(false) => edge.next_boundary(&self.text, 0).ok().flatten().unwrap_or(self.text.len()),
            _ => at,
        }
    }

    /// The last grapheme cluster boundary before this place, or the place itself if it is one.
    fn edge_at_or_before(&self, at: usize) -> usize {
        let mut edge = GraphemeCursor::new(at, self.text.len(), true);
        match edge.is_boundary(&self.text, 0) {
            Ok(false) => edge.prev_boundary(&self.text, 0).ok().flatten().unwrap_or(0),
            _ => at,
        }
    }

    /// The bytes of the row with the cursor.
    fn own_row(&self) -> Range<usize> {
        let flow = self.flow.borrow();
        flow.row(&self.text, flow.row_of(self.cursor))
    }

    /// The column of the cursor in its row.
    fn column(&self) -> usize {
        self.column_in(self.own_row().start)
    }

    /// The columns between the start of a row and the cursor.
    fn column_in(&self, start: usize) -> usize {
        slice(&self.text, start..self.cursor).graphemes(true).map(grapheme_width).sum()
    }

    /// The place in a row that is nearest to a column without passing it. The end of a row that is broken softly is the
    /// start of the next one, so the last place there is before its last grapheme cluster.
    fn place(&self, row: usize, column: usize) -> usize {
        let flow = self.flow.borrow();
        let bytes = flow.row(&self.text, row);
        let is_last = row + 1 == flow.len();
        let mut used = 0;
        let mut at = bytes.start;
        for grapheme in slice(&self.text, bytes.clone()).graphemes(true) {
            used += grapheme_width(grapheme);
            let ends_row = !is_last && at + grapheme.len() == bytes.end;
            if used > column || ends_row || grapheme == "\n" {
                break;
            }
            at += grapheme.len();
        }
        at
    }

    /// The place before the grapheme cluster, or the word, left of the cursor.
    fn before(&self, by_word: bool) -> usize {
        let (left, _) = self.halves();
        let step = if by_word { last_word(left) } else { left.graphemes(true).next_back() };
        // A space can carry a combining character: then the word does not begin on a grapheme cluster boundary.
        self.edge_at_or_before(self.cursor - step.map_or(0, str::len))
    }

    /// The place after the grapheme cluster, or the word, right of the cursor.
    fn after(&self, by_word: bool) -> usize {
        let (_, right) = self.halves();
        let step = if by_word { first_word(right) } else { right.graphemes(true).next() };
        self.edge_at_or_after(self.cursor + step.map_or(0, str::len))
    }

    fn go(&mut self, to: usize) -> bool {
        self.cursor = to;
        self.goal = None;
        false
    }
}

impl TextInput for Editor {
    fn text(&self) -> &str {
        &self.text
    }

    fn cursor(&self) -> usize {
        self.cursor
    }

    fn put(&mut self, range: Range<usize>, text: &str) {
        self.replace(range.start, range.end, text);
    }

    fn insert(&mut self, text: &str) {
        if self.selected && !text.starts_with(' ') {
            self.replaced = Some(self.take());
        }
        self.replace(self.cursor, self.cursor, text);
    }

    /// Home and End go to the edge of the row first, and from there to the edge of the text.
    fn edit(&mut self, edit: Edit) -> bool {
        self.selected = false;
        match edit {
            Edit::Left => self.go(self.before(false)),
            Edit::Right => self.go(self.after(false)),
            Edit::WordLeft => self.go(self.before(true)),
            Edit::WordRight => self.go(self.after(true)),
            Edit::Home => {
                let start = self.own_row().start;
                self.go(if start == self.cursor { 0 } else { start })
            }
            Edit::End => {
                let end = self.place(self.flow.borrow().row_of(self.cursor), usize::MAX);
                self.go(if end == self.cursor { self.text.len() } else { end })
            }
            Edit::Backspace => self.remove(self.before(false), self.cursor),
            Edit::Delete => self.remove(self.cursor, self.after(false)),
            Edit::WordBackspace => self.remove(self.before(true), self.cursor),
            Edit::WordDelete => self.remove(self.cursor, self.after(true)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;

    use super::*;

    /// The rows as they are drawn, with `▏` before the cell of the cursor.
    fn picture(editor: &Editor, width: u16, height: u16) -> Vec<String> {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let mut canvas = Canvas::new(&mut buf);
        editor.draw(&mut canvas, area, Style::new(), true);
        let cursor = canvas.cursor.unwrap();
        area.rows()
            .map(|row| {
                let mut line = String::new();
                let mut skip = 0;
                for cell in row.columns() {
                    if cursor == Position::new(cell.x, cell.y) {
                        line.push('▏');
                    }
                    if skip == 0 {
                        let symbol = buf[(cell.x, cell.y)].symbol();
                        line.push_str(symbol);
                        skip = grapheme_width(symbol);
                    }
                    skip -= 1;
                }
                line.trim_end().to_owned()
            })
            .collect()
    }

    fn editor(text: &str) -> Editor {
        Editor::with(text, Breaks::Spaces)
    }

    #[test]
    fn text_is_broken_between_words_and_the_cursor_is_shown() {
        let mut editor = editor("Avtalen är för långa för att hinna ändra");
        assert_eq!(editor.rows(20), 3);
        assert_eq!(picture(&editor, 20, 3), ["Avtalen är för", "långa för att hinna", "ändra▏"]);
        editor.edit(Edit::Home);
        assert_eq!(picture(&editor, 20, 3)[2], "▏ändra");
        editor.edit(Edit::Left);
        assert_eq!(picture(&editor, 20, 3)[1], "långa för att hinna▏");
        editor.edit(Edit::Home);
        editor.edit(Edit::Home);
        assert_eq!(editor.cursor(), 0);
        editor.edit(Edit::End);
        assert_eq!(picture(&editor, 20, 3)[0], "Avtalen är för▏");
        editor.edit(Edit::End);
        assert_eq!(editor.cursor(), editor.text().len());
    }

    #[test]
    fn up_and_down_keep_the_column() {
        let mut editor = editor("Avtalen är för långa för att hinna ändra");
        editor.rows(20);
        assert!(!editor.down());
        editor.edit(Edit::Home);
        editor.edit(Edit::Left);
        assert!(editor.up());
        assert_eq!(picture(&editor, 20, 3)[0], "Avtalen är för▏");
        assert!(!editor.up());
        assert!(editor.down());
        assert_eq!(picture(&editor, 20, 3)[1], "långa för att hinna▏");
        assert!(editor.down());
        assert_eq!(picture(&editor, 20, 3)[2], "ändra▏");
    }

    #[test]
    fn a_tall_text_scrolls_with_the_cursor() {
        let mut editor = editor("a b c d e");
        assert_eq!(picture(&editor, 2, 2), ["d", "e▏"]);
        editor.up();
        assert_eq!(picture(&editor, 2, 2), ["d▏", "e"]);
        editor.up();
        assert_eq!(picture(&editor, 2, 2), ["c▏", "d"]);
        while editor.edit(Edit::Delete) {}
        assert_eq!(picture(&editor, 2, 2), ["b", "c▏"]);
    }

    #[test]
    fn grapheme_clusters_are_whole_and_take_their_own_width() {
        for grapheme in ["å", "e\u{301}", "👩‍👩‍👧", "🇸🇪", "日"] {
            let mut editor = editor(&format!("a{grapheme}b"));
            editor.edit(Edit::Left);
            let before = format!("a{grapheme}▏b");
            assert_eq!(picture(&editor, 9, 1), [before.as_str()], "{grapheme}");
            assert!(editor.edit(Edit::Backspace));
            assert_eq!(editor.text(), "ab");
        }
        assert_eq!(picture(&editor("日本語"), 5, 2), ["日本", "語▏"]);
    }

    #[test]
    fn what_steers_a_terminal_is_shown_and_takes_one_column() {
        assert_eq!(picture(&editor("a\u{1b}[1m\u{202e}\u{9b}b"), 12, 1), ["a␛[1m��b▏"]);
    }

    #[test]
    fn line_breaks_stay_only_where_there_are_paragraphs() {
        assert_eq!(editor("a\r\nb\rc").text(), "a b c");
        let mut two = Editor::with("ett\r\ntvå", Breaks::Preserved);
        assert_eq!(picture(&two, 9, 2), ["ett", "två▏"]);
        assert!(two.up());
        assert_eq!(picture(&two, 9, 2), ["ett▏", "två"]);
        for _ in 0..3 {
            assert!(two.edit(Edit::Backspace));
        }
        assert_eq!(two.take(), "\ntvå");
        assert_eq!(picture(&two, 9, 2), ["▏", ""]);
    }

    #[test]
    fn a_completion_replaces_what_was_typed() {
        let mut editor = editor("Ring @am om");
        editor.replace("Ring ".len(), "Ring @am".len(), "@Amina Berg");
        assert_eq!((editor.text(), editor.cursor()), ("Ring @Amina Berg om", "Ring @Amina Berg".len()));
        editor.replace(1, 99, "x");
        assert_eq!(editor.text(), "Ring @Amina Berg om");
    }

    proptest! {
        #[test]
        fn no_keys_break_the_text(keys in proptest::collection::vec((0usize..17, "(\\PC|🇸|\u{301}|\u{200d}|\n){0,3}"), 0..60)) {
            let mut editor = Editor::with("", Breaks::Preserved);
            let edits = [Edit::Left, Edit::Right, Edit::WordLeft, Edit::WordRight, Edit::Home, Edit::End,
                Edit::Backspace, Edit::Delete, Edit::WordBackspace, Edit::WordDelete];
            for (key, text) in keys {
                match key {
                    10 => { editor.up(); }
                    11 => { editor.down(); }
                    12 => { editor.rows(7); }
                    _ => match edits.get(key) {
                        Some(edit) => { editor.edit(*edit); }
                        None => editor.insert(&text),
                    },
                }
                prop_assert_eq!(editor.edge_at_or_after(editor.cursor), editor.cursor);
                let flow = editor.flow.borrow();
                prop_assert_eq!(&*flow, &Flow::of(&editor.text, flow.columns()));
                drop(flow);
                picture(&editor, 5, 2);
            }
        }
    }
}
