//! How the export page is drawn: the choices beside or over the preview.

use ratatui::layout::Rect;

use super::state::Export;
use crate::i18n::Words;
use crate::report::folded::fold;
use crate::report::hidden;
use crate::ui::bindings::{self, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::Look;
use crate::ui::widgets::frame;
use crate::ui::widgets::text::fit;

/// From this width on the choices are beside the preview.
const BESIDE: u16 = 100;

/// How wide the choices are then.
const SIDE: u16 = 46;

impl Export {
    /// Draws the choices, the preview, and over them where one is.
    pub(super) fn paint(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        if area.width >= BESIDE {
            let body = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
            let side = Rect { x: area.x + 1, width: SIDE, ..body };
            self.draw_column(canvas, side, look);
            for row in body.rows() {
                canvas.text(Rect { x: side.right() + 1, width: 1, ..row }, "│", look.theme.rule);
            }
            let x = side.right() + 3;
            self.draw_preview(canvas, Rect { x, width: area.right().saturating_sub(x + 1), ..body }, look);
        } else {
            // On a low screen half of it is left for the preview.
            let most = (body.height / 2).max(1);
            let flow = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..body };
            let y = body.y + self.draw_flow(canvas, flow, most, look);
            if y < area.bottom() {
                frame::rule(canvas, Rect { y, height: 1, ..area }, &look.theme);
            }
            let room = Rect { y: y + 1, height: area.bottom().saturating_sub(y + 1), ..area };
            self.draw_preview(canvas, Rect { width: room.width.saturating_sub(1), ..room }, look);
        }
        // Last, for only a preview that has been drawn knows how much of it is out of sight.
        self.draw_head(canvas, Rect { height: area.height.min(1), ..area }, look);
    }

    /// What there is to know about the publication before it goes out.
    fn status(&self, words: &Words) -> String {
        let Some(ready) = &self.ready else { return String::new() };
        if ready.wanted != self.chosen.wanted() {
            return words.export.preparing.to_owned();
        }
        let key = bindings::key_of(Scope::Export, Command::Findings).map(|key| key.show(words));
        let findings = fold(&self.findings()).len();
        let mut parts = Vec::new();
        if let Some(is_old) = ready.written_on {
            parts.push(words.export.written_on.to_owned());
            parts.extend(is_old.then(|| words.export.is_old.to_owned()));
        }
        if !ready.hidden.is_empty() {
            parts.push(hidden::in_words(&ready.hidden, words));
        }
        if findings > 0 {
            parts.push((words.export.to_look_at)(findings, &key.unwrap_or_default()));
        } else if hidden::hides(ready.wanted.choices.names) {
            parts.push(words.export.nothing_to_look_at.to_owned());
        }
        parts.join(" · ")
    }

    /// Draws where one is, and what there is to know about the publication.
    fn draw_head(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let top = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let x = canvas.text(top, look.words.files.export, look.theme.strong) + 2;
        let title = Rect { x, width: top.right().saturating_sub(x), ..top };
        let status = format!("  {}  {}", self.status(look.words), self.preview.beyond());
        let right = canvas.text_right(top, fit(&status, usize::from(top.width)).trim_end(), look.theme.dim);
        let title = Rect { width: right.saturating_sub(title.x), ..title };
        let name = self.ready.as_ref().map_or("", |ready| &ready.title);
        canvas.text(title, &fit(name, usize::from(title.width)), look.theme.text);
    }

    fn draw_preview(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words;
        let said = match (&self.refused, self.preview.is_empty()) {
            (Some(refused), _) => Some((refused.as_str(), look.theme.warning)),
            (None, true) if self.ready.is_none() => Some((words.export.preparing, look.theme.dim)),
            (None, true) => Some((words.files.nothing_to_write, look.theme.dim)),
            (None, false) => None,
        };
        match said {
            Some((said, style)) => {
                let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
                canvas.text(inner, said, style);
            }
            None => self.preview.draw(canvas, area, &look.theme),
        }
    }
}
