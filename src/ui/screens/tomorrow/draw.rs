//! How promises are drawn.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::state::Tomorrow;
use crate::store::work::Listed;
use crate::ui::canvas::Canvas;
use crate::ui::context::Look;
use crate::ui::lists::work::body;
use crate::ui::lists::work::row;
use crate::ui::widgets::columns::{Cell, Columns};

impl Tomorrow {
    /// Draws what was read, and the open line under it.
    pub(super) fn paint(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = look.words;
        let (area, foot) = body::foot(area, if self.promise.is_some() { 3 } else { 0 });
        let marked = self.list.marked.len();
        let right = if marked > 0 {
            (words.work.marked)(marked)
        } else {
            let at = self.at().map(|at| (words.tomorrow.of_meetings)(at + 1, self.meetings.len()));
            at.filter(|_| self.meetings.len() > 1).unwrap_or_default()
        };
        let room = body::head(canvas, area, &self.tally.say(words), &right, look);
        if self.list.is_empty() {
            let none = match self.meeting {
                _ if self.narrow.is_narrow() => words.work.nothing_passes,
                Some(_) => words.tomorrow.none,
                None => words.work.no_meeting,
            };
            body::nothing(canvas, room, none, look);
        } else if let Some(list) = body::detail(canvas, room, &self.list, &self.opened, look) {
            self.list.draw(canvas, list, look, &Line::default(), |work, chosen, columns| {
                self.row(work, chosen && !body::is_wide(room), columns, look)
            });
        }
        if let Some(promise) = &self.promise {
            promise.draw(canvas, foot, look);
        }
    }

    fn row(&self, work: &Listed, chosen: bool, columns: u16, look: &Look) -> Vec<Line<'static>> {
        let theme = &look.theme;
        let marked = self.list.marked.contains(&work.entry.id);
        let (when, when_style) = row::when(&work.entry, look);
        let mut cells = Vec::new();
        let name = work.entry.owner.as_ref().or(work.entry.speaker.as_ref());
        let note = name.map(|name| (name.clone(), theme.dim));
        if columns >= 34 {
            cells.push(Cell::right(when, 11, when_style));
        }
        let mut lead = row::lead(work, marked, &self.list.marks, 0, look);
        lead.remove(1);
        let style = if work.entry.kind.is_open() { theme.text } else { theme.dim };
        let row = Columns { lead, text: work.entry.text.clone(), style, note, cells };
        row.lines(columns, if chosen { 4 } else { 2 })
    }
}
