//! How the copies are drawn: a line each, with what there is room for.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::state::{Copies, CopyState, ListedCopy};
use crate::speech::copies;
use crate::store::backup;
use crate::ui::canvas::Canvas;
use crate::ui::context::Look;
use crate::ui::lists::work::body;
use crate::ui::path;
use crate::ui::widgets::columns::{ColumnRow, RightColumn};
use crate::ui::widgets::text::fit;

impl Copies {
    /// Draws how many there are, and those in sight.
    pub(super) fn paint(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words.copies;
        let inner =
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: area.height.min(1), ..area };
        let x = canvas.text(inner, words.title, look.theme.strong) + 2;
        let rest = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        if self.list.is_empty() {
            let sentence = match &self.store {
                Some(store) => (words.none)(&path::shown(&backup::folder(store))),
                None => words.none_of_example.to_owned(),
            };
            return body::nothing(canvas, rest, &sentence, look);
        }
        let beside = Rect { x, width: inner.right().saturating_sub(x), ..inner };
        canvas.text(beside, &fit(&(words.count)(self.list.len()), beside.width.into()), look.theme.dim);
        // A blank column keeps the states off the edge of the window.
        let gap = u16::from(rest.height > 10);
        let list = Rect {
            y: rest.y + gap,
            width: rest.width.saturating_sub(1),
            height: rest.height.saturating_sub(gap),
            ..rest
        };
        self.rows.draw(canvas, list, &look.theme, |index, columns| {
            self.list.get(index).map(|copy| row(copy, columns, look)).unwrap_or_default()
        });
    }
}

/// When it was made, its size, what is in it and whether it is sound; where it is narrow, the first and the last.
fn row(copy: &ListedCopy, columns: u16, look: &Look) -> Vec<Line<'static>> {
    let words = &look.words.copies;
    let dim = look.theme.dim;
    let [unread, sound, damaged] = words.states;
    let (state, style, amount) = match copy.state {
        CopyState::Unread => (unread, dim, String::new()),
        CopyState::Sound(contents) => (sound, look.theme.text, (words.amount)(copies::amount(contents))),
        CopyState::Damaged => (damaged, look.theme.warning, String::new()),
    };
    let mut cells = Vec::new();
    if columns >= 60 {
        cells.push(RightColumn::right((words.size)(copies::size(&copy.file)), 10, dim));
        cells.push(RightColumn::left(amount, 26, dim));
    }
    cells.push(RightColumn::left(state, 9, style));
    let text = copies::made(&copy.file, look.words);
    ColumnRow { text, style: look.theme.text, cells, ..ColumnRow::default() }.lines(columns, 1)
}
