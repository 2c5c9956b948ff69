//! How actions and commitments are drawn, and what became of those of last time.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::state::{FollowUps, Grouping};
use crate::i18n::labels;
use crate::minutes::details::text_in_list;
use crate::model::CommitmentStatus;
use crate::store::work::ListedWork;
use crate::ui::canvas::{Canvas, ClickTarget};
use crate::ui::command::Command;
use crate::ui::context::Look;
use crate::ui::lists::work::view::Captions;
use crate::ui::lists::work::{body, row};
use crate::ui::widgets::columns::{ColumnRow, RightColumn};
use crate::ui::widgets::text::{fit_parts, width};

impl FollowUps {
    /// Draws what was read, and under it what became of last time.
    pub(super) fn paint(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words.follow_up;
        let (area, foot) = body::foot(area, u16::from(self.last_time.is_some() && area.height > 5));
        let captions = Captions {
            summary: &self.summary,
            right: words.grouped[self.shown_grouping() as usize],
            none: words.none,
        };
        let owned = self.grouping != Grouping::Owner && self.work.list.is_owned();
        let labels = |_| Line::default();
        self.work.draw(canvas, area, captions, look, labels, |work, chosen, columns| {
            self.row(work, chosen, owned, columns, look)
        });
        if foot.height > 0 {
            self.draw_last_time(canvas, foot, look);
        }
    }

    fn row(
        &self,
        work: &ListedWork,
        chosen: bool,
        owned: bool,
        columns: u16,
        look: &Look,
    ) -> Vec<Line<'static>> {
        let theme = &look.theme;
        let entry = &work.entry;
        let marked = self.work.list.marked.has(entry.id);
        let (when, when_style) = row::when(entry, look);
        let open = entry.kind.is_open();
        let status = labels::status(look.words.lang, entry.kind).unwrap_or_default();
        let mut cells = Vec::new();
        if columns >= 108 && self.grouping != Grouping::Meeting {
            cells.push(row::meeting(work, columns, look));
        }
        if columns >= 60 && owned {
            let wide = if columns < 84 { 11 } else { 14 };
            cells.push(RightColumn::left(entry.owner.clone().unwrap_or_default(), wide, theme.dim));
        }
        if columns >= 50 {
            cells.push(RightColumn::left(
                if open { status } else { "" },
                row::status_columns(look.words.lang),
                theme.dim,
            ));
        }
        // What is closed has no need of its date: its outcome is shown there.
        let last = if open {
            RightColumn::right(when, 12, when_style)
        } else {
            RightColumn::right(status, 12, theme.dim)
        };
        cells.push(last);
        let row = ColumnRow {
            lead: row::lead(work, marked, &self.work.list.marks, if columns < 50 { 4 } else { 5 }, look),
            text: text_in_list(entry).into_owned(),
            style: if open { theme.text } else { theme.dim },
            note: None,
            cells,
        };
        row.lines(columns, if chosen { 3 } else { 1 })
    }

    /// "Lovat förra gången: 14 · gjort 6 · ej frågat 4   c gå igenom dem".
    fn draw_last_time(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = look.words;
        let Some((_, tally)) = &self.last_time else { return };
        let mut said = (words.follow_up.last_time)(tally.promised);
        tally.say_after(&mut said, words);
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let mut edge = inner.right();
        if tally.count(CommitmentStatus::Promised) > 0
            && width(words.follow_up.go_through) + 20 < usize::from(inner.width)
        {
            let x = canvas.text_right(inner, words.follow_up.go_through, look.theme.accent);
            canvas.target(Rect { x, width: edge - x, ..inner }, ClickTarget::Command(Command::CheckInDue));
            edge = x.saturating_sub(2);
        }
        let room = edge.saturating_sub(inner.x);
        canvas.text(Rect { width: room, ..inner }, &fit_parts(&said, room.into()), look.theme.dim);
    }
}
