//! How a form is drawn: the paragraph over the fields, those of the fields that there is room for, and under them what
//! is said of the one in focus.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Form;
use super::field::{Echo, FieldValue, FormField, Register};
use crate::ui::canvas::{Canvas, ClickTarget};
use crate::ui::context::Look;
use crate::ui::widgets::options;
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::text::{fit, width, wrap};

/// How many columns the dialog takes where it can.
const WIDE: u16 = 72;
/// How many rows are kept for what is said of a field.
const SAID: u16 = 2;
/// The fewest columns beside a value in which there is room for a word.
const NOTE_ROOM: u16 = 24;

/// Draws the form.
pub(super) fn draw(form: &Form, canvas: &mut Canvas, area: Rect, look: &Look) {
    let theme = &look.theme;
    let columns = usize::from(area.width.saturating_sub(4).min(WIDE)).saturating_sub(4);
    let about: Vec<String> = form.about.iter().flat_map(|about| wrap(about, columns)).collect();
    let over = if about.is_empty() { 0 } else { rows(about.len()) + 1 };
    let foot = if form.foot.is_empty() { 0 } else { 2 };
    let tall = rows(form.fields.len()) + SAID + 1 + over + foot;
    let room = panel(canvas, area, (WIDE, tall), &form.title, theme);
    let said = said(form, usize::from(room.width), look);
    let fits = room.height >= tall;
    let over = if fits { over } else { 0 };
    for (line, row) in about.iter().zip(room.rows().take(over.into())) {
        canvas.text(row, line, theme.text);
    }
    if fits && foot > 0 {
        let row = Rect { y: room.bottom() - 1, height: 1, ..room };
        canvas.text(row, &fit(&form.foot, row.width.into()), theme.dim);
    }
    // Where there is little room nothing is kept free.
    let below = if fits { SAID + 1 + foot } else { rows(said.len()).min(SAID) };
    let fields = Rect { y: room.y + over, height: room.height.saturating_sub(over + below).max(1), ..room };
    for ((line, style), row) in said.iter().zip(rows_under(fields, room, fits)) {
        canvas.text(row, line, *style);
    }
    draw_fields(form, canvas, fields, look);
    if usize::from(fields.height) < form.fields.len() {
        let count = (look.words.dialogs.field_of)(form.at + 1, form.fields.len());
        canvas.text_right(Rect { y: room.y.saturating_sub(1), ..room }, &format!(" {count} "), theme.dim);
    }
}

fn rows(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX / 4)
}

/// The rows for what is said of the field in focus: after a blank one where there is room.
fn rows_under(fields: Rect, room: Rect, fits: bool) -> impl Iterator<Item = Rect> {
    let y = fields.bottom() + u16::from(fits);
    Rect { y, height: room.bottom().saturating_sub(y).min(SAID), ..room }.rows()
}

/// Why a value was refused; otherwise what it is understood as, and the help of the field.
fn said(form: &Form, columns: usize, look: &Look) -> Vec<(String, Style)> {
    let theme = &look.theme;
    let styled = |text: &str, style: Style| wrap(text, columns).into_iter().map(move |line| (line, style));
    if let Some((_, why)) = &form.refused {
        return styled(why, theme.warning).collect();
    }
    let Some(field) = form.fields.get(form.at) else { return Vec::new() };
    let mut lines = Vec::new();
    match field.remark(&form.values(), look) {
        Some(Echo::Reads(reads)) => lines.extend(styled(&reads, theme.text)),
        Some(Echo::Warns(warns)) => lines.extend(styled(&warns, theme.warning)),
        None => {}
    }
    lines.extend(styled(&field.help, theme.dim));
    lines
}

/// The fields; where there is little room the one in focus is kept in sight.
fn draw_fields(form: &Form, canvas: &mut Canvas, area: Rect, look: &Look) {
    let labels = form.fields.iter().map(|field| width(&field.label)).max().unwrap_or(0);
    let labels = rows(labels).min(area.width / 2);
    let first = (form.at + 1).saturating_sub(usize::from(area.height));
    let mut list = None;
    for (row, (index, field)) in area.rows().zip(form.fields.iter().enumerate().skip(first)) {
        let focused = index == form.at;
        let label = Rect { width: labels, ..row };
        let style = if focused { look.theme.accent } else { look.theme.dim };
        canvas.text(label, &fit(&field.label, labels.into()), style);
        let x = (row.x + labels + 2).min(row.right());
        let value = Rect { x, width: row.right() - x, ..row };
        draw_value(field, canvas, value, focused, look);
        canvas.target(row, ClickTarget::Row(index));
        if let (true, Some(register)) = (focused, &field.register) {
            list = Some((register, value));
        }
    }
    if let Some((register, value)) = list {
        draw_names(register, canvas, value, look);
    }
}

fn draw_value(field: &FormField, canvas: &mut Canvas, area: Rect, focused: bool, look: &Look) {
    let theme = &look.theme;
    match &field.value {
        FieldValue::Text(text) => {
            let note = field.unknown().filter(|_| area.width >= NOTE_ROOM);
            let note = note.map_or("", |_| field.new_name_words(look.words).note);
            let taken = if note.is_empty() { 0 } else { rows(width(note)) + 2 };
            let ground = Rect { width: area.width - taken, ..area };
            text.draw(canvas, ground, theme.text, focused);
            canvas.style(ground, theme.field);
            canvas.text_right(area, note, theme.warning);
        }
        FieldValue::Pick { options, at, in_sight } => {
            let labels: Vec<&str> = options.iter().map(|(_, label)| label.as_str()).collect();
            let lines = options::lines(&labels, *at, area.width, focused, theme);
            if *in_sight && let [line] = lines.as_slice() {
                canvas.line(area, line);
            } else {
                let label = labels.get(*at).copied().unwrap_or_default();
                let style = if focused { theme.strong } else { theme.text };
                canvas.text(area, &fit(&format!("‹ {label} ›"), area.width.into()), style);
            }
        }
    }
}

/// The names that what is typed may become, over what is under the field.
fn draw_names(register: &Register, canvas: &mut Canvas, field: Rect, look: &Look) {
    let room = canvas.area().bottom().saturating_sub(field.bottom() + 3);
    let tall = rows(register.offered.len()).min(room).min(5);
    let first = (register.at + 1).saturating_sub(tall.into());
    let area = Rect { y: field.bottom(), height: tall, ..field };
    for (row, (index, name)) in area.rows().zip(register.offered.iter().enumerate().skip(first)) {
        canvas.clear(row, look.theme.text);
        let chosen = index == register.at;
        let place = Rect { x: row.x + 2.min(row.width), width: row.width.saturating_sub(2), ..row };
        let end = canvas.text(place, &fit(name, place.width.into()), look.theme.text);
        if chosen {
            canvas.text(Rect { width: 1.min(row.width), ..row }, "▌", look.theme.accent);
            canvas.style(place, look.theme.selected);
            let after = Rect { x: end + 3, width: place.right().saturating_sub(end + 3), ..row };
            canvas.text(after, &(look.words.dialogs.takes_name)("Tab"), look.theme.dim);
        }
    }
}
