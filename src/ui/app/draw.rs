//! The picture: header, tabs, notice and footer, the screen between them, and the layers over it.
//!
//! ```text
//!  vid pennan   Framtidsveckan · Folkets hus                      header
//!  1 Möten  2 Bordssamtal  3 Utmaningar                            tabs
//! ──────────────────────────────────────────────────────────────
//!                                                                  body
//! ─────────────────────────────────── Sparat · Ctrl+Z ångrar ──   rule with notice
//!  Enter öppna   F1 hjälp   Ctrl+P kommandon                      footer
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;

use super::App;
use crate::ui::bindings::{KeyMode, hints_in};
use crate::ui::canvas::Canvas;
use crate::ui::place::Tab;
use crate::ui::screen::Screen;
use crate::ui::widgets::footer::footer;
use crate::ui::widgets::frame::{self, FrameParts, FrameTab};
use crate::ui::widgets::text::{fit, width, wrap};

impl App {
    /// Draws one frame, and remembers what a click means in it.
    pub fn draw(&mut self, frame: &mut Frame) {
        let area = frame.area();
        let mut canvas = Canvas::new(frame.buffer_mut());
        if frame::is_too_small(area) {
            let lines = wrap(self.look.words.app.too_small, usize::from(area.width));
            for (row, line) in area.rows().zip(&lines) {
                canvas.text(row, line, self.look.theme.text);
            }
        } else {
            self.draw_parts(&mut canvas, frame::parts(area));
        }
        let (cursor, targets) = (canvas.cursor, canvas.targets);
        self.targets = targets;
        if let Some(cursor) = cursor {
            frame.set_cursor_position(cursor);
        }
    }

    fn draw_parts(&self, canvas: &mut Canvas, parts: FrameParts) {
        let look = &self.look;
        let (left, right) = self.page().map(|page| page.headline(look)).unwrap_or_default();
        let right = if self.session.example { look.words.app.example.to_owned() } else { right };
        frame::header(canvas, parts.header, look.words.app.name, &left, &right, &look.theme);
        let tabs = Tab::ALL.map(|tab| FrameTab {
            name: tab.title(look.words),
            command: tab.command(),
            waiting: self.waiting(tab),
        });
        let chosen = Tab::ALL.iter().position(|tab| *tab == self.tab).unwrap_or(0);
        frame::tabs(canvas, parts.tabs, &tabs, chosen, &look.theme);
        frame::rule(canvas, parts.upper_rule, &look.theme);
        frame::rule(canvas, parts.lower_rule, &look.theme);
        let at = if parts.upper_rule.height > 0 { parts.upper_rule } else { parts.lower_rule };
        self.draw_waiting(canvas, at);
        self.draw_notice(canvas, parts.lower_rule);
        let body = self.draw_tour(canvas, parts.body);
        self.draw_layers(canvas, body);
        if let Some(top) = self.top() {
            let mode = if self.pen_left.is_some() { KeyMode::PenBehind } else { top.key_mode() };
            let hints = hints_in(top.scope(), mode, look.words);
            footer(canvas, parts.footer, &hints, &look.theme);
        }
    }

    /// The tab unless a page covers it, then the layers over it. Only the topmost can be clicked, and only it has the
    /// text cursor.
    fn draw_layers(&self, canvas: &mut Canvas, body: Rect) {
        let outside = canvas.targets.len();
        let from = self.layers.iter().rposition(|layer| layer.screen.covers());
        let tab = self.tabs.get(&self.tab).filter(|_| from.is_none());
        let layers = self.layers.iter().skip(from.unwrap_or(0)).map(|layer| &layer.screen);
        for screen in tab.into_iter().chain(layers) {
            canvas.cursor = None;
            canvas.targets.truncate(outside);
            screen.draw(canvas, body, &self.look);
        }
    }

    /// In a rule, at its left: where a line that was begun waits.
    fn draw_waiting(&self, canvas: &mut Canvas, rule: Rect) {
        if self.waiting.said.is_empty() {
            return;
        }
        let place = Rect { x: rule.x + 2, width: rule.width.saturating_sub(4), ..rule };
        let said = format!(" {} ", fit(&self.waiting.said, usize::from(place.width).saturating_sub(2)));
        canvas.text(place, &said, self.look.theme.dim);
    }

    /// The notice, or what a job is doing, in the rule over the footer.
    fn draw_notice(&self, canvas: &mut Canvas, rule: Rect) {
        let words = self.look.words;
        let working = self.jobs.newest().map(|(label, percent)| (words.app.working)(label, percent));
        let Some(notice) = working.as_ref().or(self.notice.as_ref()) else { return };
        let notice = format!(" {} ", fit(notice, usize::from(rule.width.saturating_sub(6))));
        let wide = u16::try_from(width(&notice)).unwrap_or(rule.width).min(rule.width);
        let x = rule.right().saturating_sub(wide + 2);
        canvas.text(Rect { x, width: wide, ..rule }, &notice, self.look.theme.text);
    }

    /// The screen on top.
    fn top(&self) -> Option<&dyn Screen> {
        let layer = self.layers.last().map(|layer| &layer.screen);
        layer.or_else(|| self.tabs.get(&self.tab)).map(AsRef::as_ref)
    }

    /// The page or tab that is seen under the dialogs.
    fn page(&self) -> Option<&dyn Screen> {
        let pages = self.layers.iter().rev().map(|layer| &layer.screen);
        let page = pages.into_iter().find(|layer| layer.covers());
        page.or_else(|| self.tabs.get(&self.tab)).map(AsRef::as_ref)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn a_notice_is_read_whole_at_eighty_columns() {
        for lang in [Lang::Sv, Lang::En] {
            let words = lang.words();
            let (verbs, app) = (&words.work.verbs, &words.app);
            for notice in [
                (verbs.only_one)(12),
                (verbs.marked_unseen)(1),
                (verbs.marked_unseen)(12),
                (verbs.not_exported)(12),
                verbs.no_work_marked.to_owned(),
                app.read_only.to_owned(),
                app.still_working.to_owned(),
                app.half_lines.strayed.to_owned(),
                words.export.not_edited.to_owned(),
                words.export.work_not_edited.to_owned(),
                words.programmes.none.to_owned(),
                words.refile.several_meetings.to_owned(),
            ] {
                assert!(width(&notice) <= 74, "{notice}");
            }
        }
    }
}
