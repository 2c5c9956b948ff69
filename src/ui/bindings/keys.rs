//! Short names for keys and rows, so that the tables read like a manual.

use crossterm::event::KeyCode;

use super::{Binding, Footer, Scope};
use crate::ui::command::Command;
use crate::ui::key::Key;

/// A row that the footer shows.
pub(super) const fn shown(scope: Scope, rank: u8, keys: &'static [Key], command: Command) -> Binding {
    Binding { scope, keys, command, footer: Footer::Rank(rank) }
}

/// A row that only the help shows.
pub(super) const fn row(scope: Scope, keys: &'static [Key], command: Command) -> Binding {
    Binding { scope, keys, command, footer: Footer::Hidden }
}

pub(super) const fn ch(c: char) -> Key {
    Key::char(c)
}

pub(super) const fn ctrl(c: char) -> Key {
    Key::ctrl(KeyCode::Char(c))
}

pub(super) const fn alt(c: char) -> Key {
    Key::alt(KeyCode::Char(c))
}

pub(super) const UP: Key = Key::plain(KeyCode::Up);
pub(super) const DOWN: Key = Key::plain(KeyCode::Down);
pub(super) const LEFT: Key = Key::plain(KeyCode::Left);
pub(super) const RIGHT: Key = Key::plain(KeyCode::Right);
pub(super) const ALT_UP: Key = Key::alt(KeyCode::Up);
pub(super) const ALT_DOWN: Key = Key::alt(KeyCode::Down);
pub(super) const ALT_LEFT: Key = Key::alt(KeyCode::Left);
pub(super) const ALT_RIGHT: Key = Key::alt(KeyCode::Right);
pub(super) const CTRL_UP: Key = Key::ctrl(KeyCode::Up);
pub(super) const CTRL_DOWN: Key = Key::ctrl(KeyCode::Down);
pub(super) const PAGE_UP: Key = Key::plain(KeyCode::PageUp);
pub(super) const PAGE_DOWN: Key = Key::plain(KeyCode::PageDown);
pub(super) const HOME: Key = Key::plain(KeyCode::Home);
pub(super) const END: Key = Key::plain(KeyCode::End);
pub(super) const CTRL_HOME: Key = Key::ctrl(KeyCode::Home);
pub(super) const CTRL_END: Key = Key::ctrl(KeyCode::End);
pub(super) const ENTER: Key = Key::plain(KeyCode::Enter);
pub(super) const ESC: Key = Key::plain(KeyCode::Esc);
pub(super) const TAB: Key = Key::plain(KeyCode::Tab);
pub(super) const SHIFT_TAB: Key = Key { shift: true, ..Key::plain(KeyCode::Tab) };
pub(super) const SHIFT_UP: Key = Key { shift: true, ..UP };
pub(super) const SHIFT_DOWN: Key = Key { shift: true, ..DOWN };
pub(super) const ALT_HOME: Key = Key::alt(KeyCode::Home);
pub(super) const DELETE: Key = Key::plain(KeyCode::Delete);
pub(super) const SPACE: Key = ch(' ');
