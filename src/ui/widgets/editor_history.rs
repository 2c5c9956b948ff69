//! What was written and can be taken back: texts with the place of the cursor, grouped as a person would. It knows no
//! field.

use crate::text::slice;
use chrono::{NaiveDateTime, TimeDelta};

/// How many groups are kept.
const MOST: usize = 300;
/// After a pause of so many milliseconds another group begins.
const PAUSE: i64 = 1_500;

/// A text and the bytes before the cursor.
pub type State = (String, usize);

/// The way back and forth.
#[derive(Debug, Default)]
pub struct EditorHistory {
    /// The text as it is now.
    now: State,
    back: Vec<State>,
    forth: Vec<State>,
    last: Option<NaiveDateTime>,
}

impl EditorHistory {
    /// Nothing was written yet.
    pub fn new(text: &str) -> Self {
        Self { now: (text.to_owned(), text.len()), ..Self::default() }
    }

    /// The text has become this.
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

    /// The text as it was before.
    pub fn undo(&mut self) -> Option<&State> {
        let before = self.back.pop()?;
        self.forth.push(std::mem::replace(&mut self.now, before));
        self.last = None;
        Some(&self.now)
    }

    /// The text as it was before it was taken back.
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
    fn words_are_taken_back_one_by_one_and_come_again() {
        let when = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap().and_hms_opt(9, 0, 0).unwrap();
        let mut strokes = EditorHistory::new("");
        for end in 1..="köp mer".chars().count() {
            let text: String = "köp mer".chars().take(end).collect();
            strokes.wrote(&text, text.len(), when);
        }
        assert_eq!(strokes.undo().unwrap().0, "köp");
        assert_eq!(strokes.undo().unwrap().0, "");
        assert!(strokes.undo().is_none());
        assert_eq!(strokes.redo().unwrap().0, "köp");
        strokes.wrote("köpa", 5, when);
        assert!(strokes.redo().is_none(), "what was written anew stands");
    }
}
