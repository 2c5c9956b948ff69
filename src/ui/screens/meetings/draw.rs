//! How the list of meetings shares its room with the chosen one.

use ratatui::layout::Rect;

use super::detail::{self, MeetingDetail};
use super::state::Meetings;
use super::{begin, row};
use crate::ui::canvas::Canvas;
use crate::ui::context::Look;

impl Meetings {
    /// Draws what was read.
    pub(super) fn paint(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        if self.is_empty() {
            return begin::draw(canvas, area, &self.rows, look);
        }
        let (list, beside) = detail::share(area);
        // A blank column keeps the numbers off the edge of the window.
        let list = Rect { width: list.width.saturating_sub(1), ..list };
        let days = row::days(&self.list.rows, look);
        let list = if list.height > 6 {
            let head = Rect { x: list.x + 2, width: list.width.saturating_sub(2), height: 1, ..list };
            canvas.line(head, &row::head(head.width, days, look));
            Rect { y: list.y + 1, height: list.height - 1, ..list }
        } else {
            list
        };
        self.rows.draw(canvas, list, &look.theme, |index, columns| {
            vec![
                self.list
                    .get(index)
                    .map(|counted| row::line(counted, self.programme_of(counted), columns, days, look))
                    .unwrap_or_default(),
            ]
        });
        if let Some(counted) = self.chosen() {
            let detail =
                MeetingDetail { counted, programme: self.programme_of(counted), since: &self.since, look };
            detail.draw(canvas, beside);
        }
    }
}
