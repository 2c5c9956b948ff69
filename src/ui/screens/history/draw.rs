//! How operations are drawn.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::state::{History, OperationRow};
use crate::i18n::{format, operations};
use crate::ui::canvas::Canvas;
use crate::ui::context::Look;
use crate::ui::widgets::text::{fit, printable, width, wrap};

impl History {
    /// Draws which meetings it is about, and the operations in sight.
    pub(super) fn paint(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words.history;
        let inner =
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: area.height.min(1), ..area };
        let x = canvas.text(inner, words.title, look.theme.strong) + 2;
        let which = self.only.and_then(|only| self.titles.get(&only));
        let which = which.map_or_else(|| words.all.to_owned(), |title| (words.in_meeting)(title));
        let beside = Rect { x, width: inner.right().saturating_sub(x), ..inner };
        canvas.text(beside, &fit(&which, usize::from(beside.width)), look.theme.dim);
        let width = area.width.saturating_sub(1);
        let list = Rect { y: area.y + 2, width, height: area.height.saturating_sub(2), ..area };
        if self.shown.is_empty() {
            let room = Rect { x: inner.x, width: inner.width, ..list };
            let lines = wrap(words.empty, usize::from(room.width));
            lines.iter().zip(room.rows()).for_each(|(line, row)| {
                canvas.text(row, line, look.theme.dim);
            });
        }
        let day = |first| self.day(first, look);
        self.rows.draw(canvas, list, &look.theme, day, |index, columns| {
            vec![self.line(index, usize::from(columns), look)]
        });
    }

    /// The heading of the day of a row: "ons 4 mar".
    fn day(&self, row: usize, look: &Look) -> Line<'static> {
        let day = self.operations(row).first().map(|row| row.operation.when.date());
        let day = day.map(|day| format::short_date(look.words.lang, day, look.now.date()));
        Line::styled(day.unwrap_or_default(), look.theme.strong)
    }

    fn line(&self, index: usize, columns: usize, look: &Look) -> Line<'static> {
        let folded = self.operations(index);
        let Some(OperationRow { operation, what, undone }) = folded.first() else {
            return Line::default();
        };
        let what = match folded.len() {
            1 => what.clone(),
            several => format!("{several} × {} …", operations::name(look.words.lang, operation.op)),
        };
        let style = if *undone { look.theme.dim } else { look.theme.text };
        let who = operation.scribe.as_deref().unwrap_or(look.words.history.nobody);
        let mut line = Vec::new();
        let mut room = columns;
        let mut put = |text: String, style| {
            room = room.saturating_sub(width(&printable(&text)));
            line.push(Span::styled(text, style));
            room
        };
        put(format!("{}  ", format::time(look.words.lang, operation.when)), look.theme.dim);
        if columns >= 60 {
            put(column(who, 16), look.theme.dim);
        }
        let undone = if *undone { format!("  {}", look.words.history.undone) } else { String::new() };
        let title =
            operation.meeting().and_then(|meeting| self.titles.get(&meeting)).map_or("", String::as_str);
        let beside = if columns >= 76 { width(&fit(title, columns / 4)) + 2 } else { 0 };
        let left = put(String::new(), style);
        let what_room = left.saturating_sub(beside + width(&undone));
        put(column(&what, what_room), style);
        put(undone, look.theme.warning);
        if beside > 2 {
            put(format!("  {}", fit(title, columns / 4)), look.theme.dim);
        }
        Line::from(line)
    }
}

/// The text in exactly so many columns.
fn column(text: &str, columns: usize) -> String {
    let text = fit(&printable(text), columns.saturating_sub(1)).into_owned();
    let gap = columns.saturating_sub(width(&text));
    format!("{text}{}", " ".repeat(gap))
}
