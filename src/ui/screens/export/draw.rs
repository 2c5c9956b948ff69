//! How the export page is drawn: the choices beside or over the preview.

use ratatui::layout::Rect;

use super::state::Export;
use crate::ui::canvas::Canvas;
use crate::ui::context::Look;
use crate::ui::widgets::frame;

/// From this width on the choices are beside the preview.
const BESIDE: u16 = 100;

/// How wide the choices are then.
const SIDE: u16 = 46;

impl Export {
    /// Draws the choices, the preview, and over them where one is.
    pub(super) fn paint(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let head = self.head(area, look.words);
        let top = head.height();
        let body = Rect { y: area.y + top, height: area.height.saturating_sub(top), ..area };
        if area.width >= BESIDE {
            let body = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
            let side = Rect { x: area.x + 1, width: SIDE, ..body };
            self.draw_column(canvas, side, look);
            for row in body.rows() {
                canvas.text(Rect { x: side.right() + 1, width: 1, ..row }, "│", look.theme.rule);
            }
            let x = side.right() + 3;
            self.draw_preview(canvas, Rect { x, width: area.right().saturating_sub(x + 1), ..body }, look);
        } else {
            // On a low screen half of it is left for the preview.
            let most = (body.height / 2).max(1);
            let flow = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..body };
            let y = body.y + self.draw_flow(canvas, flow, most, look);
            if y < area.bottom() {
                frame::rule(canvas, Rect { y, height: 1, ..area }, &look.theme);
            }
            let room = Rect { y: y + 1, height: area.bottom().saturating_sub(y + 1), ..area };
            self.draw_preview(canvas, Rect { width: room.width.saturating_sub(1), ..room }, look);
        }
        // Last, for only a preview that has been drawn knows how much of it is out of sight.
        self.draw_head(canvas, area, &head, look);
    }

    fn draw_preview(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words;
        let said = match (&self.refused, self.preview.is_empty()) {
            (Some(refused), _) => Some((refused.as_str(), look.theme.warning)),
            (None, true) if self.ready.is_none() => Some((words.export.preparing, look.theme.dim)),
            (None, true) => Some((words.files.nothing_to_write, look.theme.dim)),
            (None, false) => None,
        };
        match said {
            Some((said, style)) => {
                let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
                canvas.text(inner, said, style);
            }
            None => self.preview.draw(canvas, area, &look.theme),
        }
    }
}
