//! The column of sections: heading, and how many entries it has. For challenges, how many are answered.

use ratatui::layout::Rect;

use super::SECTION_ROWS;
use crate::model::SectionKind;
use crate::store::section::CountedSection;
use crate::ui::canvas::{Canvas, ClickTarget};
use crate::ui::context::Look;
use crate::ui::screens::round_table::state::Room;
use crate::ui::widgets::text::{fit, width};

/// Draws one row a section, scrolled so that the current one is in sight.
pub(super) fn draw(room: &Room, canvas: &mut Canvas, area: Rect, look: &Look) {
    let area = Rect { width: area.width.saturating_sub(2), ..area };
    let mut rows = area.rows();
    if let Some(row) = rows.next() {
        let place = Rect { x: row.x + 1, width: row.width.saturating_sub(1), ..row };
        canvas.text(place, look.words.round_table.sections, look.theme.dim);
    }
    let room_for = usize::from(area.height.saturating_sub(1));
    let top = (room.section + 1).saturating_sub(room_for);
    for ((index, counted), row) in room.sections.iter().enumerate().skip(top).zip(rows) {
        draw_section(canvas, row, counted, index == room.section, look);
        canvas.target(row, ClickTarget::Row(SECTION_ROWS + index));
    }
}

fn draw_section(canvas: &mut Canvas, row: Rect, counted: &CountedSection, here: bool, look: &Look) {
    let theme = &look.theme;
    if here {
        canvas.text(Rect { x: row.x + 1, width: 1, ..row }, "▌", theme.accent);
    }
    let count = count(counted, look);
    let indent = 3 + 2 * u16::from(counted.section.level.saturating_sub(1).min(3));
    let place = Rect { x: row.x + indent, width: row.width.saturating_sub(indent), ..row };
    let room = usize::from(place.width).saturating_sub(width(&count) + 1);
    let style = if here { theme.strong } else { theme.text };
    canvas.text(place, &fit(&counted.section.heading, room), style);
    canvas.text_right(place, &count, theme.dim);
}

/// `6 av 10` where it is challenges, otherwise the number of entries.
fn count(counted: &CountedSection, look: &Look) -> String {
    if counted.section.kind == SectionKind::Challenges && counted.challenges > 0 {
        (look.words.round_table.answered_of)(counted.answered, counted.challenges)
    } else {
        counted.entries.to_string()
    }
}
