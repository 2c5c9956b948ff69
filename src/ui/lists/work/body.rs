//! How a working screen shares its room out: a head line, the list, the detail beside it or over it, and lines at the
//! foot.

use std::cell::Cell;

use ratatui::layout::Rect;

use super::{RESPONSE_ROWS, WorkList};
use crate::ui::canvas::{Canvas, ClickTarget};
use crate::ui::command::Command;
use crate::ui::context::Look;
use crate::ui::widgets::text::{fit, wrap};

/// From this width on the detail is beside the list.
const WIDE: u16 = 150;

/// The detail: whether it is opened over the list, and how far it is scrolled.
#[derive(Debug, Default)]
pub struct Opened {
    open: bool,
    down: usize,
    most: Cell<usize>,
    /// Whether it was drawn beside the list.
    beside: Cell<bool>,
}

impl Opened {
    /// Opens it at its top, or closes it.
    pub fn toggle(&mut self) {
        *self = Self { open: !self.open, beside: self.beside.clone(), ..Self::default() };
    }

    /// It is drawn in this area now, beside the list or over it.
    pub fn drawn_in(&self, area: Rect) {
        self.beside.set(is_wide(area));
    }

    /// Whether it covers the list, which it does where there is no room beside it.
    pub fn is_over_list(&self) -> bool {
        self.open && !self.beside.get()
    }

    /// Closes it. Returns whether it was open.
    pub fn close(&mut self) -> bool {
        let was_open = self.open;
        if was_open {
            self.toggle();
        }
        was_open
    }

    /// Pages scroll it while it is open. Returns whether the command was for it.
    pub fn scroll(&mut self, command: Command) -> bool {
        match command {
            Command::PageDown if self.open => self.down = (self.down + 8).min(self.most.get()),
            Command::PageUp if self.open => self.down = self.down.saturating_sub(8),
            Command::Up | Command::Down | Command::First | Command::Last => {
                self.down = 0;
                return false;
            }
            _ => return false,
        }
        true
    }
}

/// Whether the detail is beside the list.
pub fn is_wide(area: Rect) -> bool {
    area.width >= WIDE
}

/// The head line: what there is at the left, what is shown or marked at the right. Returns the room under it.
pub fn head(canvas: &mut Canvas, area: Rect, left: &str, right: &str, look: &Look) -> Rect {
    let line = Rect { height: area.height.min(1), ..area };
    let inner = Rect { x: line.x + 1, width: line.width.saturating_sub(2), ..line };
    let edge = if right.is_empty() {
        inner.right()
    } else {
        let right = fit(right, usize::from(inner.width / 2));
        canvas.text_right(inner, &right, look.theme.accent).saturating_sub(2)
    };
    let room = Rect { width: edge.saturating_sub(inner.x), ..inner };
    canvas.text(room, &fit(left, room.width.into()), look.theme.strong);
    let air = u16::from(area.height > 14);
    Rect { y: area.y + line.height + air, height: area.height.saturating_sub(line.height + air), ..area }
}

/// So many lines at the foot of the area, and the room over them.
pub fn foot(area: Rect, lines: u16) -> (Rect, Rect) {
    let lines = lines.min(area.height);
    let above = Rect { height: area.height - lines, ..area };
    (above, Rect { y: above.bottom(), height: lines, ..area })
}

/// Draws the detail beside the list where there is room, or over it where it is opened. Returns the room of the list,
/// if it is seen.
pub fn detail(
    canvas: &mut Canvas,
    area: Rect,
    list: &WorkList,
    opened: &Opened,
    look: &Look,
) -> Option<Rect> {
    let Some(detail) = &list.detail else { return Some(area) };
    let (place, rest) = if is_wide(area) {
        let width = area.width * 2 / 5;
        let x = area.right() - width;
        for y in area.top()..area.bottom() {
            canvas.text(Rect { x, y, width: 1, height: 1 }, "│", look.theme.rule);
        }
        let place = Rect { x: x + 3, width: width.saturating_sub(5), ..area };
        (place, Some(Rect { width: area.width - width - 1, ..area }))
    } else if opened.open {
        (Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area }, None)
    } else {
        return Some(area);
    };
    let (lines, responses) = detail.lines(usize::from(place.width).max(1), &list.marks, look);
    opened.most.set(lines.len().saturating_sub(usize::from(place.height)));
    let down = if opened.open { opened.down.min(opened.most.get()) } else { 0 };
    canvas.lines(place, lines.get(down..).unwrap_or_default());
    let given = list.chosen().map(|work| work.responses.as_slice()).unwrap_or_default();
    let chosen = given.iter().position(|response| Some(response.id) == list.response);
    for (nth, lines) in responses.into_iter().enumerate() {
        let seen =
            lines.filter_map(|line| line.checked_sub(down)).take_while(|line| *line < place.height.into());
        for row in seen.filter_map(|line| place.rows().nth(line)) {
            if chosen == Some(nth) {
                canvas.style(row, look.theme.selected);
                canvas.text(Rect { x: row.x.saturating_sub(2), width: 1, ..row }, "▌", look.theme.accent);
            }
            canvas.target(row, ClickTarget::Row(RESPONSE_ROWS + nth));
        }
    }
    rest
}

/// A calm sentence where there is nothing to show.
pub fn nothing(canvas: &mut Canvas, area: Rect, sentence: &str, look: &Look) {
    let room = Rect { x: area.x + 3, width: area.width.saturating_sub(6), ..area };
    let lines = wrap(sentence, usize::from(room.width).max(1));
    for (line, row) in lines.iter().zip(room.rows().skip(usize::from(area.height > 3))) {
        canvas.text(row, line, look.theme.dim);
    }
}
