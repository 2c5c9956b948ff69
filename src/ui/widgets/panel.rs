//! A box over the picture for a dialog: a cleared background, a thin border, a title.

use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType};

use crate::ui::canvas::Canvas;
use crate::ui::theme::Theme;

/// A box with more columns inside has a blank one on each side.
const PADDED: u16 = 30;

/// How many columns there are inside a box that is at most this wide.
pub fn room(area: Rect, most: u16) -> u16 {
    let inner = width(area, most).saturating_sub(2);
    if inner > PADDED { inner - 2 } else { inner }
}

fn width(area: Rect, most: u16) -> u16 {
    if area.width < 50 { area.width } else { most.min(area.width.saturating_sub(4)) }
}

/// Draws a box of at most this size in the middle of the area, on a background cleared from edge to edge. Returns
/// the room inside it. Where the area is small the box takes all of it.
pub fn panel(canvas: &mut Canvas, area: Rect, size: (u16, u16), title: &str, theme: &Theme) -> Rect {
    let width = width(area, size.0);
    let height = size.1.saturating_add(2).min(area.height);
    let place =
        Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 3, width, height };
    // Beside the box only halves of words would be seen.
    canvas.clear(Rect { x: area.x, width: area.width, ..place }, theme.text);
    let block = Block::bordered().border_type(BorderType::Rounded).border_style(theme.rule);
    let inner = block.inner(place);
    canvas.widget(block, place);
    if place.width > 6 && !title.is_empty() {
        let title = format!(" {} ", super::text::fit(title, usize::from(place.width) - 6));
        canvas.text(
            Rect { x: place.x + 2, width: place.width - 4, height: 1, ..place },
            &title,
            theme.strong,
        );
    }
    // A blank column on each side where there is room for it.
    if inner.width > PADDED { Rect { x: inner.x + 1, width: inner.width - 2, ..inner } } else { inner }
}
