//! The choices of the export page on the screen: one under the other where the window is wide, otherwise one after the
//! other in a few rows, of which those around the focus are in sight.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::choices::Control;
use super::state::Export;
use crate::ui::canvas::{Canvas, ClickTarget};
use crate::ui::context::Look;
use crate::ui::widgets::runs::wrap_runs;
use crate::ui::widgets::text::{fit, width};

/// Targets from here on are formats.
pub(super) const FORMATS_FROM: usize = 100;

/// Something that is shown in one piece.
struct Chip {
    target: usize,
    focused: bool,
    /// Whether a row of its own begins with it.
    breaks: bool,
    label: &'static str,
    value: String,
    style: Style,
}

impl Chip {
    fn width(&self) -> usize {
        2 + width(self.label) + usize::from(!self.label.is_empty()) + width(&self.value)
    }
}

fn wide(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}

impl Export {
    /// The pieces in their order.
    fn chips(&self, look: &Look) -> Vec<Chip> {
        let mut chips = Vec::new();
        for (index, control) in self.controls().into_iter().enumerate() {
            let focused = control == self.focus;
            let (label, value) = self.chosen.label_and_value(control, look.words);
            let value = if focused && !value.is_empty() { format!("‹ {value} ›") } else { value };
            let style = if focused { look.theme.strong } else { look.theme.text };
            let breaks =
                matches!(control, Control::Formats | Control::Names | Control::Template | Control::File);
            chips.push(Chip { target: index, focused, breaks, label, value, style });
            if control == Control::Formats {
                chips.extend(self.format_chips(focused, look));
            }
        }
        chips
    }

    fn format_chips(&self, focused: bool, look: &Look) -> Vec<Chip> {
        let fitting = self.ready.as_ref().map_or(&[][..], |ready| &ready.fitting);
        let chip = |(at, format): (usize, &crate::export::Format)| {
            let is_chosen = self.chosen.formats.contains(&format.code);
            let is_here = focused && at == self.chosen.at.min(fitting.len() - 1);
            let name = (look.words.export.format)(format.code);
            let marker = if is_chosen { "●" } else { "○" };
            let value = if is_here { format!("‹{marker} {name}›") } else { format!(" {marker} {name} ") };
            let style = match (is_here, is_chosen) {
                (true, _) => look.theme.strong,
                (false, true) => look.theme.text,
                (false, false) => look.theme.dim,
            };
            Chip { target: FORMATS_FROM + at, focused: false, breaks: false, label: "", value, style }
        };
        fitting.iter().enumerate().map(chip).collect()
    }

    /// Draws a piece at a place, and returns the column after it.
    fn draw_chip(&self, canvas: &mut Canvas, at: Rect, chip: &Chip, look: &Look) -> u16 {
        if chip.target >= FORMATS_FROM {
            let x = canvas.text(at, &chip.value, chip.style);
            canvas.target(Rect { width: x.saturating_sub(at.x), ..at }, ClickTarget::Row(chip.target));
            return x;
        }
        if chip.focused {
            canvas.text(Rect { width: at.width.min(1), ..at }, "▌", look.theme.accent);
        }
        let label = Rect { x: at.x + 2, width: at.width.saturating_sub(2), ..at };
        let x =
            canvas.text(label, chip.label, if chip.focused { look.theme.accent } else { look.theme.dim }) + 1;
        let value = Rect { x, width: at.right().saturating_sub(x), ..at };
        let end = canvas.text(value, &chip.value, chip.style);
        canvas.target(Rect { width: end.saturating_sub(at.x), ..at }, ClickTarget::Row(chip.target));
        let control = self.controls().get(chip.target).copied();
        if let Some(Control::File | Control::Template) = control {
            if control == Some(Control::File) {
                self.draw_file(canvas, value, chip.focused, look);
            } else {
                self.draw_template(canvas, value, chip.focused, look);
            }
            canvas.target(Rect { width: at.width, ..at }, ClickTarget::Row(chip.target));
        }
        end
    }

    /// The name without its ending, and the endings that will be put to it.
    fn draw_file(&self, canvas: &mut Canvas, area: Rect, focused: bool, look: &Look) {
        let formats = self.ready.as_ref().map(|ready| self.chosen.writing(ready)).unwrap_or_default();
        let endings: Vec<String> = formats.iter().map(|format| format!(".{}", format.ending)).collect();
        let endings = endings.join(" ");
        let kept = wide(width(&endings) + 1).min(area.width / 3);
        let field = Rect { width: area.width.saturating_sub(kept), ..area };
        self.file.draw(canvas, field, look.theme.text, focused);
        let used = wide(width(crate::ui::input::TextInput::text(&self.file)) + 1).min(field.width);
        let rest = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
        canvas.text(rest, &fit(&endings, usize::from(rest.width)), look.theme.dim);
    }

    /// The whole path over several rows; returns the last of them.
    fn draw_path(&self, canvas: &mut Canvas, area: Rect, chip: &Chip, look: &Look) -> u16 {
        let formats = self.ready.as_ref().map(|ready| self.chosen.writing(ready)).unwrap_or_default();
        let endings: Vec<String> = formats.iter().map(|format| format!(".{}", format.ending)).collect();
        let path = crate::ui::input::TextInput::text(&self.file);
        let runs = [(look.theme.text, path.to_owned()), (look.theme.dim, format!(" {}", endings.join(" ")))];
        let x = area.x + 2;
        let label = canvas.text(Rect { x, ..area }, chip.label, look.theme.dim) + 1;
        let room = Rect { x: label, width: area.right().saturating_sub(label), ..area };
        let rows = wrap_runs(&runs, usize::from(room.width));
        let mut y = area.y;
        for (row, place) in rows.iter().zip(room.rows()) {
            let mut rest = place;
            for (style, words) in row {
                let x = canvas.text(rest, words, *style);
                rest = Rect { x, width: place.right().saturating_sub(x), ..rest };
            }
            canvas.target(Rect { x: area.x, width: area.width, ..place }, ClickTarget::Row(chip.target));
            y = place.y;
        }
        y
    }

    fn draw_template(&self, canvas: &mut Canvas, area: Rect, focused: bool, look: &Look) {
        self.template.draw(canvas, area, look.theme.text, focused);
        if crate::ui::input::TextInput::text(&self.template).is_empty() {
            let x = area.x + u16::from(focused);
            let hint = Rect { x, width: area.right().saturating_sub(x), ..area };
            canvas.text(hint, look.words.export.no_template, look.theme.dim);
        }
    }

    /// Draws the choices one after the other in at most so many rows; returns how many it took.
    pub(super) fn draw_flow(&self, canvas: &mut Canvas, area: Rect, most: u16, look: &Look) -> u16 {
        let chips = self.chips(look);
        let mut places = Vec::new();
        let (mut x, mut y) = (0_u16, 0_u16);
        let mut after_path = false;
        for chip in &chips {
            let needs = wide(chip.width()).min(area.width);
            let breaks = chip.breaks || after_path;
            after_path = matches!(self.controls().get(chip.target), Some(Control::Template));
            if x > 0 && (breaks || x + needs > area.width) {
                (x, y) = (if chip.target >= FORMATS_FROM { 3 } else { 0 }, y + 1);
            }
            places.push((x, y));
            let gap = if chip.target >= FORMATS_FROM || chip.label.is_empty() { 0 } else { 2 };
            // The format chips have their own blanks.
            x += if chip.target >= FORMATS_FROM { needs.saturating_sub(2) } else { needs + gap };
        }
        let rows = y + 1;
        let here = chips.iter().zip(&places).find(|(chip, _)| chip.focused).map_or(0, |(_, (_, y))| *y);
        let first = (here + 1).saturating_sub(most).min(rows.saturating_sub(most));
        for (chip, (x, y)) in chips.iter().zip(places) {
            if (first..first + most).contains(&y) {
                let row = Rect {
                    x: area.x + x,
                    y: area.y + y - first,
                    height: 1,
                    width: area.width.saturating_sub(x),
                };
                self.draw_chip(canvas, row, chip, look);
            }
        }
        rows.min(most)
    }

    /// Draws the choices under each other.
    pub(super) fn draw_column(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let chips = self.chips(look);
        let label = chips.iter().map(|chip| width(chip.label)).max().unwrap_or(0);
        let values = wide(label + 4);
        let mut y = area.y;
        let mut x = 0;
        for chip in chips {
            let is_format = chip.target >= FORMATS_FROM;
            if is_format {
                if x + wide(width(&chip.value)) > area.width {
                    (x, y) = (values.saturating_sub(1), y + 1);
                }
            } else if y > area.y || x > 0 {
                // A blank row between what belongs together.
                y += if chip.breaks { 2 } else { 1 };
            }
            if y >= area.bottom() {
                return;
            }
            if is_format {
                let at = Rect { x: area.x + x, y, height: 1, width: area.width.saturating_sub(x) };
                x = self.draw_chip(canvas, at, &chip, look).saturating_sub(area.x);
                continue;
            }
            let row = Rect { y, height: 1, ..area };
            x = values.saturating_sub(1);
            let control = self.controls().get(chip.target).copied();
            if control == Some(Control::File) && !chip.focused {
                y = self.draw_path(canvas, Rect { y, height: area.bottom() - y, ..area }, &chip, look);
            } else if let Some(Control::File | Control::Template) = control {
                // A path needs the whole width.
                self.draw_chip(canvas, row, &chip, look);
            } else {
                let padded = Chip {
                    value: format!("{}{}", " ".repeat(label - width(chip.label) + 1), chip.value),
                    ..chip
                };
                self.draw_chip(canvas, row, &padded, look);
            }
        }
    }
}
