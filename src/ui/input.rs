//! Text that is being written: which keys edit it, and what a field must be able to do. Knows no commands.

use std::ops::Range;

use crossterm::event::KeyCode;

use super::key::Key;

/// One step of editing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// Moves the cursor one grapheme cluster to the left.
    Left,
    /// Moves the cursor one grapheme cluster to the right.
    Right,
    /// Moves the cursor one word to the left.
    WordLeft,
    /// Moves the cursor one word to the right.
    WordRight,
    /// Moves the cursor to the beginning.
    Home,
    /// Moves the cursor to the end.
    End,
    /// Deletes the grapheme cluster before the cursor.
    Backspace,
    /// Deletes the grapheme cluster after the cursor.
    Delete,
    /// Deletes the word before the cursor.
    WordBackspace,
    /// Deletes the word after the cursor.
    WordDelete,
}

/// A field that text is written in.
pub trait TextInput {
    /// The text as it is now, line breaks among it.
    fn text(&self) -> &str;

    /// Bytes before the cursor.
    fn cursor(&self) -> usize;

    /// Puts other text in the place of some bytes, and the cursor after it. Bytes that are not at the edge of a
    /// character change nothing.
    fn put(&mut self, range: Range<usize>, text: &str);

    /// Writes at the cursor.
    fn insert(&mut self, text: &str);

    /// Takes one step. Returns whether the text (not only the cursor) changed.
    fn edit(&mut self, edit: Edit) -> bool;

    /// Takes back the last typing, or does it again. Returns whether there was any; `None` for a field of which its
    /// screen keeps what was typed.
    fn turn(&mut self, _again: bool) -> Option<bool> {
        None
    }
}

/// The editing step that a key asks for.
pub fn edit_of(key: Key) -> Option<Edit> {
    let word = key.ctrl || key.alt;
    Some(match key.code {
        // Alt with an arrow is a command (move, step tables).
        KeyCode::Left if key.ctrl => Edit::WordLeft,
        KeyCode::Right if key.ctrl => Edit::WordRight,
        KeyCode::Left if !key.alt => Edit::Left,
        KeyCode::Right if !key.alt => Edit::Right,
        KeyCode::Home if !word => Edit::Home,
        KeyCode::End if !word => Edit::End,
        KeyCode::Backspace if word => Edit::WordBackspace,
        KeyCode::Backspace => Edit::Backspace,
        KeyCode::Delete if word => Edit::WordDelete,
        KeyCode::Delete => Edit::Delete,
        KeyCode::Char('w') if key.ctrl => Edit::WordBackspace,
        _ => return None,
    })
}
