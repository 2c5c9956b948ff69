//! How the import page is drawn.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::state::{Import, ImportStep};
use crate::ui::canvas::Canvas;
use crate::ui::context::Look;
use crate::ui::path;
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
            ImportStep::Shown(shown) | ImportStep::Storing(shown) => &shown.view,
            ImportStep::People(listed) => &listed.view,
            ImportStep::Asking | ImportStep::Reading => return self.draw_question(canvas, body, look),
        };
        view.draw(canvas, body, &look.theme);
        canvas.text_right(top, &format!("  {}", view.beyond()), look.theme.dim);
    }

    fn draw_question(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words.files;
        let columns = usize::from(area.width);
        // The list is what one chooses from: what is said over it takes no more than a third of a small page.
        let most = usize::from(area.height / 3).max(1);
        let said = match (&self.step, &self.refused) {
            (ImportStep::Reading, _) => words.reading,
            (_, Some(refused)) => refused.as_str(),
            _ if wrap(words.ask, columns).len() > most => words.ask_briefly,
            _ => words.ask,
        };
        let style = if self.refused.is_some() { look.theme.warning } else { look.theme.dim };
        let marked: Vec<String> = self.marked.iter().map(|file| path::name(file)).collect();
        let marked = (!marked.is_empty()).then(|| (words.files_marked)(marked.len(), &marked.join(", ")));
        let said = wrap(said, columns).into_iter().take(most.max(4)).map(|line| (line, style));
        let marked = marked.iter().map(|text| (fit(text, columns).into_owned(), look.theme.accent));
        let mut y = area.y;
        for (line, style) in said.chain(marked) {
            canvas.text(Rect { y, height: u16::from(y < area.bottom()), ..area }, &line, style);
            y += 1;
        }
        // A blank line where there is room for one.
        y += u16::from(area.height > 10);
        let list = Rect {
            x: area.x.saturating_sub(1),
            width: area.width + 1,
            y,
            height: area.bottom().saturating_sub(y),
        };
        let name = |index: usize| self.names.get(index).map_or("", String::as_str);
        let is_marked =
            |index: usize| !self.marked.is_empty() && self.marked.contains(&path::expand(name(index)));
        self.rows.draw_marked(
            canvas,
            list,
            &look.theme,
            is_marked,
            |_, lines| 0..lines,
            |index, columns| {
                let name = if index == 0 && self.has_parent { ".." } else { name(index) };
                vec![Line::raw(fit(name, usize::from(columns)).into_owned())]
            },
        );
    }
}
