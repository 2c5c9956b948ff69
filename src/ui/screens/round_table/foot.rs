//! The foot of the live screen: the pen, under it what the line will become and when the last one was saved, and over it
//! what could follow at the cursor.

use ratatui::layout::{Position, Rect};

use super::RoundTable;
use super::layout::COMPLETION_ROWS;
use super::pen::Mode;
use crate::i18n::format;
use crate::ui::bindings::{self, Scope};
use crate::ui::canvas::{Canvas, Target};
use crate::ui::command::Command;
use crate::ui::context::Look;
use crate::ui::widgets::text::{fit, width, wrap};

/// Columns before the text of the pen: its sign and blanks around it.
const MARGIN: u16 = 4;
/// The most rows of completions that are shown at once.
const COMPLETIONS: usize = 7;

/// How many rows the foot takes: those of the text, as long as the entries keep half of the screen, and those under it.
pub(super) fn height(screen: &RoundTable, area: Rect) -> u16 {
    text_rows(screen, area) + under(screen, area.width)
}

fn text_rows(screen: &RoundTable, area: Rect) -> u16 {
    let most = (area.height / 3).clamp(1, 6);
    screen.pen.editor.rows(area.width.saturating_sub(MARGIN + 1)).clamp(1, most)
}

/// How many rows stand under the text: why it was not taken may need a second one.
fn under(screen: &RoundTable, columns: u16) -> u16 {
    let Some(refused) = &screen.pen.refused else { return 1 };
    let lines = wrap(refused, usize::from(columns.saturating_sub(MARGIN + 1))).len();
    u16::try_from(lines).unwrap_or(1).clamp(1, 3)
}

/// Draws the foot, and what stands in the rule over it.
pub(super) fn draw(screen: &RoundTable, canvas: &mut Canvas, rule: Rect, area: Rect, look: &Look) {
    let inner = Rect { x: area.x + MARGIN, width: area.width.saturating_sub(MARGIN + 1), ..area };
    let below = under(screen, area.width).min(area.height.saturating_sub(1));
    let text = Rect { height: area.height - below, ..inner };
    let under = Rect { y: text.bottom(), height: below, ..inner };
    draw_mode(screen, canvas, rule, look);
    canvas.text(Rect { x: area.x + 1, width: 1, ..area }, "✎", look.theme.accent);
    if screen.pen.text().is_empty() {
        canvas.text(text, look.words.round_table.placeholder, look.theme.dim);
    }
    screen.pen.editor.draw(canvas, text, look.theme.text, true);
    draw_under(screen, canvas, under, look);
    let over = rule.y.min(text.y);
    draw_completion(screen, canvas, Position::new(inner.x, over), look);
}

/// What the pen is doing, where that is something else than catching.
fn draw_mode(screen: &RoundTable, canvas: &mut Canvas, rule: Rect, look: &Look) {
    let Mode::Correcting { name, .. } = &screen.pen.mode else { return };
    let text = (look.words.round_table.correcting)(name, &key(Command::Back, look));
    let place = Rect { x: rule.x + 3, width: rule.width.saturating_sub(6), ..rule };
    canvas.text(
        place,
        &format!(" {} ", fit(&text, usize::from(place.width).saturating_sub(2))),
        look.theme.warning,
    );
}

/// Why the line was not taken; otherwise what it will become, and when the last one was saved.
fn draw_under(screen: &RoundTable, canvas: &mut Canvas, area: Rect, look: &Look) {
    if let Some(refused) = &screen.pen.refused {
        for (line, row) in wrap(refused, area.width.into()).iter().zip(area.rows()) {
            canvas.text(row, line, look.theme.warning);
        }
        return;
    }
    let becomes = becomes(screen, look);
    let saved =
        saved(screen, look).filter(|saved| width(saved) + width(&becomes) + 3 <= usize::from(area.width));
    let style = if screen.pen.is_blank() { look.theme.dim } else { look.theme.text };
    canvas.text(area, &fit(&becomes, area.width.into()), style);
    if let Some(saved) = saved {
        canvas.text_right(area, &saved, look.theme.dim);
    }
}

/// What the line will become, and the key that chooses another day.
fn becomes(screen: &RoundTable, look: &Look) -> String {
    let mut text = screen.pen.becomes.clone();
    if let Some(day) = screen.pen.day_to_choose() {
        let day = format::near_date(look.words.lang, day);
        text =
            format!("{text} · {}", (look.words.round_table.other_day)(&key(Command::OtherDay, look), &day));
    }
    text
}

/// `sparat 10.42 · Ctrl+Z ångrar`.
fn saved(screen: &RoundTable, look: &Look) -> Option<String> {
    let words = &look.words.round_table;
    let time = screen.saved?.format("%H.%M").to_string();
    Some(format!("{} · {}", (words.saved)(&time), (words.undoes)(&key(Command::Undo, look))))
}

fn key(command: Command, look: &Look) -> String {
    bindings::key_of(Scope::RoundTable, command).map(|key| key.show(look.words)).unwrap_or_default()
}

/// The completions, over the entries and right above the pen; nothing moves when they open.
fn draw_completion(screen: &RoundTable, canvas: &mut Canvas, above: Position, look: &Look) {
    let Some((completion, chosen)) = screen.pen.open_completion() else { return };
    let canvas_area = canvas.area();
    let shown = completion.candidates.len().min(COMPLETIONS).min(usize::from(above.y.saturating_sub(1)));
    let first = (chosen + 1).saturating_sub(shown);
    let takes = (look.words.round_table.takes)(&key(Command::NextSection, look));
    let widest = completion.candidates.iter().map(|candidate| width(candidate)).max().unwrap_or(0);
    let wide = u16::try_from(widest + width(&takes) + 6).unwrap_or(u16::MAX);
    let wide = wide.min(canvas_area.right().saturating_sub(above.x));
    let tall = u16::try_from(shown).unwrap_or(0);
    let area = Rect { x: above.x, y: above.y - tall, width: wide, height: tall };
    canvas.clear(area, look.theme.text);
    for (row, (index, candidate)) in area.rows().zip(completion.candidates.iter().enumerate().skip(first)) {
        let place = Rect { x: row.x + 2, width: row.width.saturating_sub(3), ..row };
        canvas.text(place, &fit(candidate, place.width.into()), look.theme.text);
        if index == chosen {
            canvas.text_right(place, &takes, look.theme.dim);
            canvas.text(Rect { width: 1, ..row }, "▌", look.theme.accent);
            canvas.style(row, look.theme.selected);
        }
        canvas.target(row, Target::Row(COMPLETION_ROWS + index));
    }
}
