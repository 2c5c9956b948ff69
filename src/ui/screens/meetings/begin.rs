//! A store without meetings: what one can begin with, and how to leave.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::state::OFFERS;
use crate::ui::bindings::{Scope, key_of};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::Look;
use crate::ui::widgets::rows::Rows;
use crate::ui::widgets::text::wrap;

/// Draws the question and the offers.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, rows: &Rows, look: &Look) {
    let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
    let question = wrap(look.words.meetings.begin, inner.width.into());
    let above = u16::from(area.height > 10);
    let question_area = Rect { y: area.y + above, height: area.height.saturating_sub(above), ..inner };
    for (line, row) in question.iter().zip(question_area.rows()) {
        canvas.text(row, line, look.theme.strong);
    }
    let used = above + u16::try_from(question.len()).unwrap_or(0) + above;
    let list = Rect { y: area.y + used, height: area.height.saturating_sub(used), ..area };
    rows.draw(canvas, list, &look.theme, |index, _| {
        OFFERS.get(index).map(|offer| Line::from(offer.word(look.words).label)).into_iter().collect()
    });
    let below = u16::try_from(OFFERS.len()).unwrap_or(0) + above;
    let key = |command| key_of(Scope::Global, command).map(|key| key.show(look.words)).unwrap_or_default();
    let leave = (look.words.app.help_and_leave)(&key(Command::Help), &key(Command::Quit));
    if let Some(row) = list.rows().nth(below.into()) {
        canvas.text(Rect { x: inner.x, width: inner.width, ..row }, &leave, look.theme.dim);
    }
}
