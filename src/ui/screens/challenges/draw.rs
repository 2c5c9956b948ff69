//! How challenges are drawn: their rows and the names of the columns.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::state::Challenges;
use crate::minutes::details::text_in_list;
use crate::model::{ChallengeStatus, Coded};
use crate::store::work::ListedWork;
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::Look;
use crate::ui::lists::work::view::Captions;
use crate::ui::lists::work::{body, row};
use crate::ui::widgets::columns::{ColumnRow, RightColumn};

/// From which widths of a row on there is room for the meeting, for who answers, and for the section.
const MEETING_FROM: u16 = 60;

const OWNER_FROM: u16 = 84;

const SECTION_FROM: u16 = 136;

impl Challenges {
    /// Draws what was read, and the open line under it.
    pub(super) fn paint(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let whole = area;
        let (area, foot) = body::foot(area, self.answer.height(area, look));
        let words = &look.words.challenges;
        let right = if self.by_responder { words.by_responder } else { "" };
        let captions = Captions { summary: &self.summary, right, none: words.none };
        let owned = !self.by_responder && self.work.list.is_owned();
        let labels = |columns| Self::labels(columns, owned, look);
        self.work.draw(canvas, area, captions, look, labels, |work, chosen, columns| {
            self.row(work, chosen, owned, columns, look)
        });
        if let Some(answer) = self.answer.get() {
            answer.draw(canvas, (foot, whole), look);
        }
        self.answer.draw_offered(canvas, foot, (Scope::Answer, Command::ResponseKind), look);
    }

    fn row(
        &self,
        work: &ListedWork,
        chosen: bool,
        owned: bool,
        columns: u16,
        look: &Look,
    ) -> Vec<Line<'static>> {
        let (theme, today) = (&look.theme, look.now.date());
        let marked = self.work.list.marked.has(work.entry.id);
        let closed = !work.entry.kind.is_open();
        let age = row::age(work, today).map(look.words.work.days).unwrap_or_default();
        let mut cells = vec![RightColumn::right(age, 6, theme.text)];
        if columns >= MEETING_FROM {
            cells.push(row::meeting(work, columns, look));
        }
        if columns >= OWNER_FROM && owned {
            cells.push(RightColumn::left(work.entry.owner.clone().unwrap_or_default(), 14, theme.dim));
        }
        if columns >= SECTION_FROM {
            cells.push(RightColumn::left(work.heading.clone(), 14, theme.dim));
        }
        let status = work.entry.kind.status_code().filter(|code| *code != ChallengeStatus::Open.code());
        let note = match work.responses.first() {
            Some(response) => Some((row::response(response, look), theme.answered)),
            None => status
                .and_then(|_| crate::i18n::labels::status(look.words.lang, work.entry.kind))
                .map(|status| (status.to_owned(), theme.dim)),
        };
        let columns_of = ColumnRow {
            lead: row::lead(work, marked, &self.work.list.marks, if columns < 50 { 4 } else { 5 }, look),
            text: text_in_list(&work.entry).into_owned(),
            style: if closed { theme.dim } else { theme.text },
            note,
            cells,
        };
        columns_of.lines(columns, if chosen { 3 } else { 1 })
    }

    /// The line of the columns' names, each as wide as its column.
    fn labels(columns: u16, owned: bool, look: &Look) -> Line<'static> {
        let words = look.words;
        let meeting = row::meeting_columns(columns);
        let labels = [
            (MEETING_FROM, words.work.meeting, meeting),
            (OWNER_FROM, if owned { words.challenges.responder } else { "" }, 14),
            (SECTION_FROM, words.work.section, 14),
        ];
        let mut line = format!("  {:>6}", words.work.age);
        for (from, label, wide) in labels {
            if columns >= from && !label.is_empty() {
                line.extend([format!("  {label:<wide$}")]);
            }
        }
        Line::from(Span::styled(line, look.theme.dim))
    }
}
