//! Text that is being written: which keys edit it, and what a field must be able to do. Knows no commands.

use crossterm::event::KeyCode;

use super::key::Key;

/// One step of editing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// The cursor one sign to the left.
    Left,
    /// The cursor one sign to the right.
    Right,
    /// The cursor one word to the left.
    WordLeft,
    /// The cursor one word to the right.
    WordRight,
    /// The cursor to the beginning.
    Home,
    /// The cursor to the end.
    End,
    /// The sign before the cursor goes.
    Backspace,
    /// The sign after the cursor goes.
    Delete,
    /// The word before the cursor goes.
    WordBackspace,
    /// The word after the cursor goes.
    WordDelete,
}

/// A field that text is written in.
pub trait TextInput {
    /// The text.
    fn text(&self) -> &str;

    /// Writes at the cursor.
    fn insert(&mut self, text: &str);

    /// Takes one step. Returns whether the text (not only the cursor) changed.
    fn edit(&mut self, edit: Edit) -> bool;
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
