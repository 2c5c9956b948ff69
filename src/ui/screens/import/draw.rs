//! How the import page is drawn.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::state::{Import, ImportStep};
use crate::ui::canvas::Canvas;
use crate::ui::context::Look;
use crate::ui::widgets::text::{fit, wrap};

impl Import {
    /// Draws the file that is asked for, and what was understood of it or the names it may have.
    pub(super) fn paint(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let top =
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: area.height.min(1), ..area };
        let x = canvas.text(top, look.words.files.import, look.theme.strong) + 2;
        let field = Rect { x, width: top.right().saturating_sub(x), ..top };
        self.field.draw(canvas, field, look.theme.text, matches!(self.step, ImportStep::Asking));
        let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..top };
        let view = match &self.step {
            ImportStep::Shown(shown) => &shown.view,
            ImportStep::People(listed) => &listed.view,
            ImportStep::Asking | ImportStep::Reading => return self.draw_question(canvas, body, look),
        };
        view.draw(canvas, body, &look.theme);
        canvas.text_right(top, &format!("  {}", view.beyond()), look.theme.dim);
    }

    fn draw_question(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words.files;
        let said = match &self.step {
            ImportStep::Reading => words.reading,
            _ => self.refused.as_deref().unwrap_or(words.ask),
        };
        let style = if self.refused.is_some() { look.theme.warning } else { look.theme.dim };
        let mut y = area.y;
        for line in wrap(said, usize::from(area.width)) {
            canvas.text(Rect { y, height: u16::from(y < area.bottom()), ..area }, &line, style);
            y += 1;
        }
        y += 1;
        let list = Rect {
            x: area.x.saturating_sub(1),
            width: area.width + 1,
            y,
            height: area.bottom().saturating_sub(y),
        };
        self.rows.draw(canvas, list, &look.theme, |index, columns| {
            let name = self.names.get(index).map_or("", String::as_str);
            vec![Line::raw(fit(name, usize::from(columns)).into_owned())]
        });
    }
}
