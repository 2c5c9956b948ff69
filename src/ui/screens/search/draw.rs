//! How the question and its hits are drawn.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::row;
use super::state::{Search, found_entry};
use crate::store::search;
use crate::ui::canvas::Canvas;
use crate::ui::context::Look;
use crate::ui::input::TextInput;
use crate::ui::widgets::text::wrap;

/// From this width on the chosen one is shown in full at the right.
const WIDE: u16 = 140;

impl Search {
    /// Draws the question, and its hits or why there are none.
    pub(super) fn paint(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        self.draw_question(canvas, area, look);
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        if let Some(silence) = self.silence(look) {
            let room = Rect { x: list.x + 1, width: list.width.saturating_sub(2), ..list };
            let lines = wrap(silence, usize::from(room.width));
            lines.iter().zip(room.rows()).for_each(|(line, row)| {
                canvas.text(row, line, look.theme.dim);
            });
            return;
        }
        let aside = if list.width >= WIDE { list.width * 2 / 5 } else { 0 };
        let list = Rect { width: (list.width - aside).saturating_sub(1), ..list };
        let chosen = self.rows.selected();
        let columns = usize::from(list.width.saturating_sub(2));
        let meeting =
            |first| self.hits.get(first).map_or_else(Line::default, |hit| row::heading(hit, columns, look));
        self.rows.draw(canvas, list, &look.theme, meeting, |index, columns| {
            let Some(hit) = self.hits.get(index) else { return Vec::new() };
            let unfolded = aside == 0 && index == chosen;
            let marked = found_entry(hit).is_some_and(|entry| self.marked.has(entry.id));
            let columns = usize::from(columns);
            row::lines(hit, &self.answered, &self.marks, columns, row::RowState { unfolded, marked }, look)
        });
        if let Some(hit) = self.hits.get(chosen).filter(|_| aside > 0) {
            let room = Rect { x: list.right() + 3, width: aside.saturating_sub(4), ..list };
            canvas.lines(room, &row::detail(hit, &self.answered, &self.marks, usize::from(room.width), look));
        }
    }

    fn draw_question(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words.search;
        let inner =
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: area.height.min(1), ..area };
        let mut right = inner.right();
        if !self.hits.is_empty() {
            let marked = (!self.marked.is_none()).then(|| self.marked.count(look.words));
            let found = marked.unwrap_or_else(|| (words.found)(self.hits.len(), self.more));
            right = canvas.text_right(inner, &found, look.theme.dim).saturating_sub(2);
        }
        let x = canvas.text(inner, words.title, look.theme.strong) + 2;
        let field = Rect { x, width: right.saturating_sub(x), ..inner };
        self.field.draw(canvas, field, look.theme.text, !self.is_at_hits);
    }

    /// What is shown instead of hits; `None` while there are some, or none yet.
    fn silence<'a>(&'a self, look: &Look) -> Option<&'a str> {
        let words = &look.words.search;
        match &self.error {
            Some(error) => Some(error),
            None if !self.hits.is_empty() => None,
            None if search::words(self.field.text()).is_empty() => Some(words.ask),
            None if self.answered == self.field.text() => Some(words.nothing),
            None => None,
        }
    }
}
