//! How a form is drawn: the paragraph over the fields, those of the fields that there is room for, and under them what
//! is said of the one in focus.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::field::{Echo, FieldValue, FormField, Register};
use super::{FieldRefusal, Form};
use crate::ui::canvas::{Canvas, ClickTarget};
use crate::ui::context::Look;
use crate::ui::widgets::options;
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::text::{fit, width, wrap};

/// How many columns the dialog takes where it can.
const WIDE: u16 = 72;
/// How many rows are kept for what is said of a field, at least and at the most.
const SAID: (u16, u16) = (2, 4);
/// The fewest columns beside a value in which there is room for a word.
const NOTE_ROOM: u16 = 24;

/// Draws the form.
pub(super) fn draw(form: &Form, canvas: &mut Canvas, area: Rect, look: &Look) {
    let theme = &look.theme;
    let columns = usize::from(area.width.saturating_sub(4).min(WIDE)).saturating_sub(4);
    let about: Vec<String> = form.about.iter().flat_map(|about| wrap(about, columns)).collect();
    let over = if about.is_empty() { 0 } else { rows(about.len()) + 1 };
    let foot = if form.foot.is_empty() { 0 } else { 2 };
    // The box does not change its size from field to field.
    let longest = form.fields.iter().map(|field| wrap(&field.help, columns).len()).max().unwrap_or(0);
    let most = rows(longest).clamp(SAID.0, SAID.1);
    let tall = rows(form.fields.len()) + most + 1 + over + foot;
    let room = panel(canvas, area, (WIDE, tall), &form.title, theme);
    let mut said = said(form, usize::from(room.width), look);
    let fits = room.height >= tall;
    // Where there is little room no blank row is kept, and of the paragraph only its end.
    let left = room.height.saturating_sub(rows(form.fields.len()) + SAID.0);
    let (about, over, foot) = if fits {
        (about.as_slice(), over, foot)
    } else {
        let foot = foot.min(left).min(1);
        let end = about.len().saturating_sub(usize::from((left - foot).min(1)));
        (about.get(end..).unwrap_or_default(), rows(about.len() - end), foot)
    };
    for (line, row) in about.iter().zip(room.rows().take(over.into())) {
        canvas.text(row, line, theme.text);
    }
    if foot > 0 {
        let row = Rect { y: room.bottom() - 1, height: 1, ..room };
        canvas.text(row, &fit(&form.foot, row.width.into()), theme.dim);
    }
    let below = if fits { most + 1 + foot } else { rows(said.len()).min(SAID.0) + foot };
    let fields = Rect { y: room.y + over, height: room.height.saturating_sub(over + below).max(1), ..room };
    let free = Rect { height: room.height - foot.min(room.height), ..room };
    let under = rows_under(fields, free, if fits { (1, most) } else { (0, SAID.0) });
    shorten(&mut said, under.len(), usize::from(room.width));
    for ((line, style), row) in said.iter().zip(under) {
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

/// The rows for what is said of the field in focus: after so many blank ones, and so many at the most.
fn rows_under(fields: Rect, room: Rect, (blank, most): (u16, u16)) -> Vec<Rect> {
    let y = fields.bottom() + blank;
    Rect { y, height: room.bottom().saturating_sub(y).min(most), ..room }.rows().collect()
}

/// Ends the last line that there is room for with "…" where more is said.
fn shorten(said: &mut Vec<(String, Style)>, rows: usize, columns: usize) {
    if said.len() <= rows {
        return;
    }
    said.truncate(rows);
    if let Some((last, _)) = said.last_mut() {
        *last = fit(&format!("{last} …"), columns.max(1)).into_owned();
    }
}

/// Why a value was refused; otherwise what it is understood as, and the help of the field.
fn said(form: &Form, columns: usize, look: &Look) -> Vec<(String, Style)> {
    let theme = &look.theme;
    let styled = |text: &str, style: Style| wrap(text, columns).into_iter().map(move |line| (line, style));
    if let Some(FieldRefusal { why, .. }) = &form.refused {
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
                let end = canvas.text(area, &fit(&format!("‹ {label} ›"), area.width.into()), style);
                if *in_sight {
                    let rest = Rect { x: end + 1, width: area.right().saturating_sub(end + 1), ..area };
                    let count = (look.words.dialogs.field_of)(at + 1, labels.len());
                    canvas.text(rest, &fit(&count, rest.width.into()), theme.dim);
                }
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
