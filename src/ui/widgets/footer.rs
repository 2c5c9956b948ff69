//! The line of keys at the foot: it fits any width, leaving out what matters least.

use ratatui::layout::Rect;

use super::text::width;
use crate::ui::bindings::Hint;
use crate::ui::canvas::{Canvas, ClickTarget};
use crate::ui::theme::Theme;

/// Draws the hints on one row; each can be clicked.
pub fn footer(canvas: &mut Canvas, area: Rect, hints: &[Hint], theme: &Theme) {
    let wide = |hint: &Hint| width(&hint.keys) + 1 + width(hint.text) + 3;
    let mut shown: Vec<&Hint> = hints.iter().collect();
    while shown.iter().map(|hint| wide(hint)).sum::<usize>() > usize::from(area.width) + 2 {
        let Some(least) = (0..shown.len()).max_by_key(|at| shown[*at].rank) else { break };
        shown.remove(least);
    }
    let mut x = area.x + 1;
    for hint in shown {
        let room = Rect { x, width: area.right().saturating_sub(x), ..area };
        let after_key = canvas.text(room, &hint.keys, theme.key);
        let room = Rect { x: after_key + 1, width: area.right().saturating_sub(after_key + 1), ..area };
        let end = canvas.text(room, hint.text, theme.dim);
        canvas.target(Rect { x, width: end - x, ..area }, ClickTarget::Command(hint.command));
        x = end + 3;
    }
}
