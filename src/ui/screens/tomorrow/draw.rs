//! How promises are drawn.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::state::Tomorrow;
use crate::minutes::details::text_in_list;
use crate::store::work::ListedWork;
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::Look;
use crate::ui::lists::work::view::Captions;
use crate::ui::lists::work::{body, row};
use crate::ui::widgets::columns::{ColumnRow, RightColumn};

impl Tomorrow {
    /// Draws what was read, and the open line under it.
    pub(super) fn paint(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = look.words;
        let (area, foot) = body::foot(area, self.promise.height(area, look));
        let at = self.at().map(|at| (words.tomorrow.of_meetings)(at + 1, self.meetings.len()));
        let captions = Captions {
            summary: &self.tally.say(words),
            right: &at.filter(|_| self.meetings.len() > 1).unwrap_or_default(),
            none: if self.meeting.is_some() { words.tomorrow.none } else { words.work.no_meeting },
        };
        let labels = |_| Line::default();
        self.work.draw(canvas, area, captions, look, labels, |work, chosen, columns| {
            self.row(work, chosen, columns, look)
        });
        if let Some(promise) = self.promise.get() {
            promise.draw(canvas, foot, look);
        }
        self.promise.draw_offered(canvas, foot, (Scope::Promise, Command::Complete), look);
    }

    fn row(&self, work: &ListedWork, chosen: bool, columns: u16, look: &Look) -> Vec<Line<'static>> {
        let theme = &look.theme;
        let marked = self.work.list.marked.has(work.entry.id);
        let (when, when_style) = row::when(&work.entry, look);
        let mut cells = Vec::new();
        let name = work.entry.owner.as_ref().or(work.entry.speaker.as_ref());
        let note = name.map(|name| (name.clone(), theme.dim));
        if columns >= 34 {
            cells.push(RightColumn::right(when, 11, when_style));
        }
        let mut lead = row::lead(work, marked, &self.work.list.marks, 0, look);
        lead.remove(1);
        let style = if work.entry.kind.is_open() { theme.text } else { theme.dim };
        let row = ColumnRow { lead, text: text_in_list(&work.entry).into_owned(), style, note, cells };
        row.lines(columns, if chosen { 4 } else { 2 })
    }
}
