//! The frame of every screen: the header, the line of tabs, thin rules and the footer, and the room that is left.

use ratatui::layout::Rect;

use super::text::{fit, fit_parts, width};
use crate::ui::canvas::{Canvas, ClickTarget};
use crate::ui::command::Command;
use crate::ui::theme::Theme;

/// The parts of the picture. Parts that there is no room for have no height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrameParts {
    /// One row: the program's name and the place that is shown.
    pub header: Rect,
    /// One row: the tabs.
    pub tabs: Rect,
    /// One row: a rule under the tabs.
    pub upper_rule: Rect,
    /// What is left for the screen.
    pub body: Rect,
    /// One row: a rule over the footer, in which notices are written.
    pub lower_rule: Rect,
    /// One row: the keys.
    pub footer: Rect,
}

/// Whether anything useful can be shown in so little.
pub fn is_too_small(area: Rect) -> bool {
    area.width < 20 || area.height < 6
}

/// Shares the picture out; where it is low the rule and the header go first.
pub fn parts(area: Rect) -> FrameParts {
    let (header, upper_rule) = (u16::from(area.height >= 10), u16::from(area.height >= 16));
    let mut y = area.y;
    let mut take = |height: u16| {
        let rect = Rect { y, height, ..area };
        y += height;
        rect
    };
    let used = header + 1 + upper_rule + 2;
    FrameParts {
        header: take(header),
        tabs: take(1),
        upper_rule: take(upper_rule),
        body: take(area.height.saturating_sub(used)),
        lower_rule: take(1),
        footer: take(1),
    }
}

/// Draws a thin rule.
pub fn rule(canvas: &mut Canvas, area: Rect, theme: &Theme) {
    let area = area.intersection(canvas.area());
    for place in area.positions() {
        if let Some(cell) = canvas.buf.cell_mut(place) {
            cell.set_symbol("─").set_style(theme.rule);
        }
    }
}

/// Draws the header: the program's name, the place on the left, and the text of the right edge.
pub fn header(canvas: &mut Canvas, area: Rect, name: &str, left: &str, right: &str, theme: &Theme) {
    if area.height == 0 {
        return;
    }
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let right_edge = if right.is_empty() {
        inner.right()
    } else {
        canvas.text_right(inner, &fit(right, usize::from(inner.width)), theme.strong).saturating_sub(2)
    };
    let room = |x: u16| Rect { x, width: right_edge.saturating_sub(x), ..inner };
    let x = canvas.text(room(inner.x), name, theme.accent);
    let place = room(x + 3);
    canvas.text(place, &fit_parts(left, usize::from(place.width)), theme.text);
}

/// A tab as it is drawn.
#[derive(Debug, Clone, Copy)]
pub struct FrameTab<'a> {
    /// What it is called in the line of tabs.
    pub name: &'a str,
    /// What a click on it asks for.
    pub command: Command,
    /// How much waits there; 0 is not shown.
    pub waiting: usize,
}

/// Draws the tabs on one row: number, name, and how much waits, the chosen one in the accent. Where the row is narrow
/// the others are numbers only. Each can be clicked.
pub fn tabs(canvas: &mut Canvas, area: Rect, tabs: &[FrameTab<'_>], chosen: usize, theme: &Theme) {
    let waiting = |tab: &FrameTab<'_>| match tab.waiting {
        0 => String::new(),
        waiting => format!(" ({waiting})"),
    };
    let full: usize = tabs.iter().map(|tab| width(tab.name) + width(&waiting(tab)) + 4).sum();
    let narrow = full > usize::from(area.width);
    let mut x = area.x + 1;
    for (index, tab) in tabs.iter().enumerate() {
        let room = Rect { x, width: area.right().saturating_sub(x), ..area };
        let style = if index == chosen { theme.accent.patch(theme.strong) } else { theme.dim };
        let number = index + 1;
        let label =
            if narrow && index != chosen { number.to_string() } else { format!("{number} {}", tab.name) };
        let end = canvas.text(room, &label, style);
        let room = Rect { x: end, width: area.right().saturating_sub(end), ..area };
        let end = canvas.text(room, &waiting(tab), theme.accent);
        let place = Rect { x, width: end.saturating_sub(x), ..area };
        canvas.target(place, ClickTarget::Command(tab.command));
        x = end + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_fill_the_picture_whatever_its_size() {
        for height in 6..60 {
            let parts = parts(Rect::new(0, 0, 80, height));
            let sum = parts.header.height
                + parts.tabs.height
                + parts.upper_rule.height
                + parts.body.height
                + parts.lower_rule.height
                + parts.footer.height;
            assert_eq!(sum, height);
            assert!(parts.body.height >= 3);
        }
    }
}
