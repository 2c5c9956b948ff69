//! One key as the binding table writes it, whatever the terminal sent. Knows the quirks of terminals and keyboards,
//! and no commands.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::i18n::Words;

/// A key with its modifiers, normalised: a character has no Shift, for it is another character with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd)]
pub struct Key {
    /// The character or named key; letters with Ctrl are in lower case.
    pub code: KeyCode,
    /// Held with Ctrl.
    pub ctrl: bool,
    /// Held with Alt.
    pub alt: bool,
    /// Held with Shift; never on characters.
    pub shift: bool,
}

impl Key {
    /// A key alone.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// A character alone.
    pub const fn char(c: char) -> Self {
        Self::plain(KeyCode::Char(c))
    }

    /// A function key.
    pub const fn f(number: u8) -> Self {
        Self::plain(KeyCode::F(number))
    }

    /// Ctrl and a letter, or another key.
    pub const fn ctrl(code: KeyCode) -> Self {
        Self { code, ctrl: true, alt: false, shift: false }
    }

    /// Alt and a digit, an arrow …
    pub const fn alt(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: true, shift: false }
    }

    /// Reads a key event. `None` for what is no key press: releases, modifiers alone.
    pub fn from_event(event: KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let mut key = Self {
            code: event.code,
            ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
            alt: event.modifiers.contains(KeyModifiers::ALT),
            shift: event.modifiers.contains(KeyModifiers::SHIFT),
        };
        match event.code {
            KeyCode::Char(c) => {
                key.shift = false;
                // AltGr arrives as Ctrl+Alt on Windows: what it types is text.
                if key.ctrl && key.alt {
                    key.ctrl = false;
                    key.alt = false;
                } else if key.ctrl {
                    key.code = KeyCode::Char(c.to_ascii_lowercase());
                }
                match key.code {
                    // Ctrl+H is what many terminals send for Backspace.
                    KeyCode::Char('h') if key.ctrl => key = Self::plain(KeyCode::Backspace),
                    // Ctrl+J is the line feed: Enter as it was pressed before the terminal was taken over.
                    KeyCode::Char('j') if key.ctrl => key = Self::plain(KeyCode::Enter),
                    _ => {}
                }
            }
            KeyCode::BackTab => key = Self { shift: true, ..Self::plain(KeyCode::Tab) },
            KeyCode::Null | KeyCode::Modifier(_) | KeyCode::CapsLock | KeyCode::NumLock => return None,
            _ => {}
        }
        Some(key)
    }

    /// The character that it types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt && !c.is_control() => Some(c),
            _ => None,
        }
    }

    /// As it is written for people: `Ctrl+Z`, `Alt+←`, `Mellanslag`.
    pub fn show(self, words: &Words) -> String {
        let names = &words.app.keys;
        let key = match self.code {
            KeyCode::Char(' ') => names.space.to_owned(),
            KeyCode::Char(c) if self.ctrl || self.alt => c.to_uppercase().to_string(),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::F(number) => format!("F{number}"),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::PageUp => names.page_up.to_owned(),
            KeyCode::PageDown => names.page_down.to_owned(),
            KeyCode::Backspace => names.backspace.to_owned(),
            KeyCode::Delete => names.delete.to_owned(),
            KeyCode::Home => names.home.to_owned(),
            KeyCode::End => names.end.to_owned(),
            KeyCode::Tab if self.shift => return names.shift_tab.to_owned(),
            other => format!("{other:?}"),
        };
        let held = [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, names.shift)];
        let held: String = held.into_iter().filter(|(held, _)| *held).map(|(_, name)| name).collect();
        format!("{held}{key}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        Key::from_event(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn what_altgr_types_is_text() {
        let key = press(KeyCode::Char('@'), KeyModifiers::CONTROL | KeyModifiers::ALT);
        assert_eq!(key.and_then(Key::typed), Some('@'));
    }

    #[test]
    fn shift_belongs_to_the_character() {
        assert_eq!(press(KeyCode::Char('Å'), KeyModifiers::SHIFT), Some(Key::char('Å')));
        assert_eq!(
            press(KeyCode::Char('Z'), KeyModifiers::CONTROL | KeyModifiers::SHIFT),
            Some(Key::ctrl(KeyCode::Char('z')))
        );
    }

    #[test]
    fn a_release_is_no_key() {
        let release = KeyEvent::new_with_kind(KeyCode::Char('a'), KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(Key::from_event(release), None);
    }

    #[test]
    fn a_line_feed_is_enter() {
        assert_eq!(press(KeyCode::Char('j'), KeyModifiers::CONTROL), Some(Key::plain(KeyCode::Enter)));
        assert_eq!(press(KeyCode::Char('j'), KeyModifiers::NONE), Some(Key::char('j')));
    }

    #[test]
    fn ctrl_h_is_backspace() {
        assert_eq!(press(KeyCode::Char('h'), KeyModifiers::CONTROL), Some(Key::plain(KeyCode::Backspace)));
    }
}
