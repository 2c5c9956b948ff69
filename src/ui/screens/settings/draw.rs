//! How the page is drawn: what cannot be used or is not saved under its title, then a row for each setting, with what
//! it does beside it, or under the chosen one where there is no room.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::state::{GROUPS, Setting, SettingsPage};
use crate::i18n::Words;
use crate::ui::canvas::{Canvas, ClickTarget};
use crate::ui::context::Look;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::text::{fit, width, wrap};

/// The width of the labels where there is room for them.
const LABELS: usize = 24;

/// The width of the values where what the row does is beside them.
const VALUES: usize = 30;

/// From this width on what a row does is beside it.
const BESIDE: usize = 116;

impl SettingsPage {
    /// Draws the page.
    pub(super) fn paint(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words.settings;
        let inner =
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: area.height.min(1), ..area };
        let x = canvas.text(inner, words.title, look.theme.strong) + 2;
        let beside = Rect { x, width: inner.right().saturating_sub(x), ..inner };
        let said = if self.in_example { words.in_example } else { words.at_once };
        canvas.text(beside, &fit(said, beside.width.into()), look.theme.dim);
        let mut y = area.y + inner.height;
        for line in self.warnings(look.words).iter().flat_map(|said| wrap(said, inner.width.into())) {
            if y < area.bottom() {
                canvas.text(Rect { y, height: 1, ..inner }, &line, look.theme.warning);
                y += 1;
            }
        }
        y += u16::from(area.height > 14);
        let list =
            Rect { y, width: area.width.saturating_sub(1), height: area.bottom().saturating_sub(y), ..area };
        let heading = |first: usize| {
            let mut ends = GROUPS.iter().scan(0, |end, size| {
                *end += size;
                Some(*end)
            });
            let group = ends.position(|end| first < end).unwrap_or(0);
            Line::styled(words.groups[group.min(GROUPS.len() - 1)], look.theme.strong)
        };
        self.rows.draw(canvas, list, &look.theme, heading, |row, columns| {
            let Some(setting) = Setting::ALL.get(row) else { return Vec::new() };
            self.lines(*setting, row == self.rows.selected(), usize::from(columns), look)
        });
        if let Some(field) = &self.written {
            self.draw_field(field, canvas, look);
        }
    }

    /// What is wrong with the file, and why what was chosen last is not in it.
    fn warnings(&self, words: &Words) -> Vec<String> {
        let complaints = self.file.complaints.iter().map(|complaint| complaint.say(words));
        complaints.chain(self.file.not_saved.clone()).collect()
    }

    /// The lines of a row.
    fn lines(&self, setting: Setting, is_chosen: bool, columns: usize, look: &Look) -> Vec<Line<'static>> {
        let theme = &look.theme;
        let word = setting.word(look.words);
        let labels = label_width(columns);
        let mut line = vec![Span::styled(column(word.label, labels), theme.dim)];
        let is_beside = columns >= BESIDE;
        let room = if is_beside { VALUES } else { columns - labels };
        let is_written = is_chosen && self.written.is_some();
        let (full, style) =
            if is_written { (String::new(), theme.text) } else { self.value(setting, is_chosen, look) };
        let value = if is_beside { column(&full, room) } else { fit(&full, room).into_owned() };
        line.push(Span::styled(value, style));
        let refused = self.refused.as_deref().filter(|_| is_chosen);
        let (said, said_style) = refused.map_or((word.help, theme.dim), |said| (said, theme.warning));
        if is_beside && !is_written {
            let room = columns - labels - VALUES;
            line.push(Span::styled(fit(word.help, room).into_owned(), theme.dim));
        }
        let mut lines = vec![Line::from(line)];
        if is_beside && is_chosen && !is_written && width(&full) >= VALUES {
            lines
                .push(Line::styled(format!("{}{}", " ".repeat(labels), fit(&full, columns - labels)), style));
        }
        if is_written || is_chosen && !is_beside {
            let indent = if columns >= 60 { labels } else { 2 };
            let under = wrap(said, columns.saturating_sub(indent));
            let under = under.into_iter().map(|text| format!("{}{text}", " ".repeat(indent)));
            lines.extend(under.map(|text| Line::styled(text, said_style)));
        }
        lines
    }

    /// The value of a row as it is shown: between `‹ ›` where the keys change it now.
    fn value(&self, setting: Setting, is_chosen: bool, look: &Look) -> (String, Style) {
        let theme = &look.theme;
        if let Some((options, at)) = self.options(setting, look) {
            let value = options.get(at).copied().unwrap_or_default();
            return if is_chosen {
                (format!("‹ {value} ›"), theme.strong)
            } else {
                (format!("  {value}"), theme.text)
            };
        }
        let (text, is_own) = self.text(setting, look.words);
        (format!("  {text}"), if is_own { theme.text } else { theme.dim })
    }

    /// Draws the field over the value of the chosen row.
    fn draw_field(&self, field: &TextField, canvas: &mut Canvas, look: &Look) {
        let target = ClickTarget::Row(self.rows.line());
        let Some((row, _)) = canvas.targets.iter().rev().find(|(_, found)| *found == target) else { return };
        let labels = label_width(usize::from(row.width.saturating_sub(2)));
        // The margin, the label, and the blanks in the place of `‹ `.
        let before = u16::try_from(labels + 4).unwrap_or(row.width).min(row.width);
        let place = Rect { x: row.x + before, width: row.width - before, height: 1, ..*row };
        field.draw(canvas, place, look.theme.text, true);
        canvas.style(place, look.theme.field);
    }
}

fn label_width(columns: usize) -> usize {
    LABELS.min(columns / 2)
}

/// The text in exactly so many columns.
fn column(text: &str, columns: usize) -> String {
    let text = fit(text, columns.saturating_sub(1));
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(&text))))
}
