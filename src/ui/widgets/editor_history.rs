//! Undo and redo for a text field: the texts with their cursors, in groups of about a word. It knows no field.

use crate::text::slice;
use chrono::{NaiveDateTime, TimeDelta};

/// How many groups can be undone; older ones are dropped.
const MOST: usize = 300;
/// After a pause of so many milliseconds another group begins.
const PAUSE: i64 = 1_500;

/// A text and the bytes before the cursor.
pub type State = (String, usize);

/// The text now, and the states before and after it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EditorHistory {
    /// The text as it is now.
    now: State,
    back: Vec<State>,
    forth: Vec<State>,
    last: Option<NaiveDateTime>,
}

impl EditorHistory {
    /// The history of a text to which nothing has been done yet.
    pub fn new(text: &str) -> Self {
        Self { now: (text.to_owned(), text.len()), ..Self::default() }
    }

    /// Records the text after an edit; one that moves only the cursor makes no group.
    pub fn wrote(&mut self, text: &str, cursor: usize, when: NaiveDateTime) {
        if text == self.now.0 {
            self.now.1 = cursor;
            return;
        }
        let paused = self.last.is_none_or(|last| when - last > TimeDelta::milliseconds(PAUSE));
        let is_key = text.chars().count().abs_diff(self.now.0.chars().count()) == 1;
        let before = slice(text, ..cursor);
        let ends_word = before.ends_with(char::is_whitespace);
        if self.back.is_empty() || paused || !is_key || ends_word {
            self.back.push(self.now.clone());
            if self.back.len() > MOST {
                self.back.remove(0);
            }
        }
        self.forth.clear();
        self.last = Some(when);
        self.now = (text.to_owned(), cursor);
    }

    /// Undoes the last group, or does it `again`.
    pub fn turn(&mut self, again: bool) -> Option<&State> {
        if again { self.redo() } else { self.undo() }
    }

    /// The text as it was before the last group; `None` where there is none.
    pub fn undo(&mut self) -> Option<&State> {
        let before = self.back.pop()?;
        self.forth.push(std::mem::replace(&mut self.now, before));
        self.last = None;
        Some(&self.now)
    }

    /// The text as it was before the last undo; `None` where there is none.
    pub fn redo(&mut self) -> Option<&State> {
        let after = self.forth.pop()?;
        self.back.push(std::mem::replace(&mut self.now, after));
        self.last = None;
        Some(&self.now)
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn words_are_undone_one_by_one_and_redone() {
        let when = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap().and_hms_opt(9, 0, 0).unwrap();
        let mut history = EditorHistory::new("");
        for end in 1..="köp mer".chars().count() {
            let text: String = "köp mer".chars().take(end).collect();
            history.wrote(&text, text.len(), when);
        }
        assert_eq!(history.undo().unwrap().0, "köp");
        assert_eq!(history.undo().unwrap().0, "");
        assert!(history.undo().is_none());
        assert_eq!(history.redo().unwrap().0, "köp");
        history.wrote("köpa", 5, when);
        assert!(history.redo().is_none(), "a new edit ends what can be redone");
    }
}
