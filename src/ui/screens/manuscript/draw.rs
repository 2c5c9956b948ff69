//! How the text is drawn, with its gaps and whether it is saved.

use ratatui::layout::{Position, Rect};

use super::state::ManuscriptEditor;
use crate::i18n::{Words, labels};
use crate::report::manuscript::gaps;
use crate::ui::canvas::Canvas;
use crate::ui::context::Look;
use crate::ui::input::TextInput;
use crate::ui::widgets::text::fit;

/// Lines are not longer than a person reads with ease.
const WIDEST: u16 = 88;

impl ManuscriptEditor {
    /// Draws what the text is, how far it has come, and the rows in sight.
    pub(super) fn paint(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = look.words;
        let top =
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: area.height.min(1), ..area };
        let status = self.status(words);
        let status = fit(&status, usize::from(top.width));
        let right = canvas.text_right(top, &status, look.theme.dim);
        let name = format!("{} · {}", labels::report(words.lang, self.subject.report), self.subject.name);
        let room = Rect { width: right.saturating_sub(top.x + 2), ..top };
        canvas.text(room, &fit(&name, usize::from(room.width)), look.theme.strong);
        let low = area.height < 10;
        let y = area.y + if low { 1 } else { 2 };
        let body = Rect { y, height: area.bottom().saturating_sub(y), width: top.width.min(WIDEST), ..top };
        self.page.set(body.height.max(2) - 1);
        self.editor.draw(canvas, body, look.theme.text, true);
        Self::mark_gaps(canvas, body, look);
    }

    fn status(&self, words: &Words) -> String {
        let gaps = gaps::gaps(self.editor.text()).count();
        let mut parts = vec![(words.export.gaps)(gaps)];
        if self.subject.is_old {
            parts.insert(0, words.export.is_old.to_owned());
        }
        if self.newer.is_some() {
            parts.insert(0, words.export.newer.to_owned());
        }
        parts.push(if self.is_saved() { words.export.is_saved } else { words.export.is_unsaved }.to_owned());
        parts.join(" · ")
    }

    /// Makes gaps conspicuous, also those that go over the end of a row.
    fn mark_gaps(canvas: &mut Canvas, area: Rect, look: &Look) {
        let mut open: Option<Vec<Position>> = None;
        for at in area.positions() {
            let symbol = canvas.buf.cell(at).map_or("", |cell| cell.symbol());
            match (symbol, &mut open) {
                ("[", _) => open = Some(vec![at]),
                ("]", Some(cells)) => {
                    for at in cells.drain(..).chain([at]) {
                        let style = look.theme.warning.patch(look.theme.strong);
                        canvas.style(Rect { x: at.x, y: at.y, width: 1, height: 1 }, style);
                    }
                    open = None;
                }
                (_, Some(cells)) => cells.push(at),
                (_, None) => {}
            }
        }
    }
}
