//! What the terminal has sent, as an event of the program. The parser is termina's, whose events are close to those of
//! crossterm.

use crossterm::event::{
    KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use termina::event as read;

use super::sequence::Sent;
use crate::ui::event::Event;

/// The event; `None` for what means nothing to the program, and for what is no sequence.
pub(super) fn event_of(piece: Sent) -> Option<Event> {
    match piece {
        Sent::Paste(text) => Some(Event::Paste(String::from_utf8_lossy(&text).into_owned())),
        Sent::Alt(key) => Some(Event::Key(KeyEvent::new(KeyCode::Char(key), KeyModifiers::ALT))),
        Sent::Sequence(bytes) => {
            // It would keep what it cannot read, and read the next one as its end.
            let mut parser = termina::Parser::default();
            parser.parse(&bytes, false);
            match parser.pop()? {
                read::Event::Key(key) => key_of(key).map(Event::Key),
                read::Event::Mouse(mouse) => Some(Event::Mouse(mouse_of(mouse))),
                _ => None,
            }
        }
    }
}

fn key_of(key: read::KeyEvent) -> Option<KeyEvent> {
    let code = match key.code {
        read::KeyCode::Char(c) => KeyCode::Char(c),
        read::KeyCode::Function(number) => KeyCode::F(number),
        read::KeyCode::Enter => KeyCode::Enter,
        read::KeyCode::Backspace => KeyCode::Backspace,
        read::KeyCode::Tab => KeyCode::Tab,
        read::KeyCode::BackTab => KeyCode::BackTab,
        read::KeyCode::Escape => KeyCode::Esc,
        read::KeyCode::Left => KeyCode::Left,
        read::KeyCode::Right => KeyCode::Right,
        read::KeyCode::Up => KeyCode::Up,
        read::KeyCode::Down => KeyCode::Down,
        read::KeyCode::Home => KeyCode::Home,
        read::KeyCode::End => KeyCode::End,
        read::KeyCode::PageUp => KeyCode::PageUp,
        read::KeyCode::PageDown => KeyCode::PageDown,
        read::KeyCode::Insert => KeyCode::Insert,
        read::KeyCode::Delete => KeyCode::Delete,
        _ => return None,
    };
    let kind = match key.kind {
        read::KeyEventKind::Press => KeyEventKind::Press,
        read::KeyEventKind::Repeat => KeyEventKind::Repeat,
        read::KeyEventKind::Release => KeyEventKind::Release,
    };
    Some(KeyEvent::new_with_kind(code, modifiers_of(key.modifiers), kind))
}

fn modifiers_of(held: read::Modifiers) -> KeyModifiers {
    [
        (read::Modifiers::SHIFT, KeyModifiers::SHIFT),
        (read::Modifiers::ALT, KeyModifiers::ALT),
        (read::Modifiers::CONTROL, KeyModifiers::CONTROL),
        (read::Modifiers::SUPER, KeyModifiers::SUPER),
        (read::Modifiers::HYPER, KeyModifiers::HYPER),
        (read::Modifiers::META, KeyModifiers::META),
    ]
    .into_iter()
    .filter(|(modifier, _)| held.contains(*modifier))
    .map(|(_, modifier)| modifier)
    .collect()
}

fn mouse_of(mouse: read::MouseEvent) -> MouseEvent {
    let kind = match mouse.kind {
        read::MouseEventKind::Down(button) => MouseEventKind::Down(button_of(button)),
        read::MouseEventKind::Up(button) => MouseEventKind::Up(button_of(button)),
        read::MouseEventKind::Drag(button) => MouseEventKind::Drag(button_of(button)),
        read::MouseEventKind::Moved => MouseEventKind::Moved,
        read::MouseEventKind::ScrollDown => MouseEventKind::ScrollDown,
        read::MouseEventKind::ScrollUp => MouseEventKind::ScrollUp,
        read::MouseEventKind::ScrollLeft => MouseEventKind::ScrollLeft,
        read::MouseEventKind::ScrollRight => MouseEventKind::ScrollRight,
    };
    MouseEvent { kind, column: mouse.column, row: mouse.row, modifiers: modifiers_of(mouse.modifiers) }
}

fn button_of(button: read::MouseButton) -> MouseButton {
    match button {
        read::MouseButton::Left => MouseButton::Left,
        read::MouseButton::Right => MouseButton::Right,
        read::MouseButton::Middle => MouseButton::Middle,
    }
}
