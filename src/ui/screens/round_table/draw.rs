//! How the live screen shares its room: sections at the left, entries, at a wide terminal the detail of the chosen one
//! at the right, the pen at the foot. Where there is little room only entries and the pen are left.

use ratatui::layout::Rect;

use super::RoundTable;
use super::state::Room;
use crate::i18n::{format, labels};
use crate::model::MinutesStatus;
use crate::ui::bindings::{self, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::Look;
use crate::ui::widgets::frame::rule;
use crate::ui::widgets::text::fit;

mod detail;
mod entries;
mod foot;
mod sections;

pub(super) use entries::Layouts;

/// Clicks on completions are rows from here on, so that they are not mistaken for entries.
pub(super) const COMPLETION_ROWS: usize = 1 << 40;
/// Clicks on sections are rows from here on.
pub(super) const SECTION_ROWS: usize = 1 << 41;
/// Clicks on responses are rows from here on: that of the entry, times [`MOST_RESPONSES`], and which of its responses.
pub(super) const RESPONSE_ROWS: usize = 1 << 42;
/// So many responses to one entry can be clicked.
pub(super) const MOST_RESPONSES: usize = 1 << 10;

/// From this width on the sections are shown.
const WITH_SECTIONS: u16 = 76;
/// From this width on the detail is shown.
const WITH_DETAIL: u16 = 150;

/// The most columns of the title in the header.
const TITLE: usize = 40;

/// The header: the meeting, where and when; on the right the table.
pub(super) fn headline(room: &Room, look: &Look) -> (String, String) {
    let words = look.words;
    let Some(meeting) = &room.meeting else { return (String::new(), String::new()) };
    let date = meeting.date.map(|date| format::short_date(words.lang, date, look.now.date()));
    let status = Some(meeting.status).filter(|status| *status != MinutesStatus::Draft);
    let status = status.map(|status| labels::minutes_status(words.lang, status).to_owned());
    // The day and the table must be seen beside a long title.
    let title = fit(&meeting.title, TITLE).into_owned();
    let parts = [Some(title), date, Some(meeting.place.clone()), status];
    let left: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let right = match room.table {
        Some(table) if meeting.tables >= table => (words.round_table.table_of)(table, meeting.tables),
        Some(table) => (words.round_table.table)(table),
        None => String::new(),
    };
    (left.join(" · "), right)
}

/// Draws everything between the header and the footer of the program.
pub(super) fn draw(screen: &RoundTable, canvas: &mut Canvas, area: Rect, look: &Look) {
    let pen = foot::height(screen, area, look);
    // Where the screen is low the entries keep the row of the rule, unless it says that another meeting is written in.
    let rows = if foot::is_elsewhere(screen, look) { 2 } else { 5 };
    let line = u16::from(area.height >= pen + rows);
    let above = area.height.saturating_sub(pen + line);
    let list = Rect { height: above, ..area };
    let between = Rect { y: area.y + above, height: line, ..area };
    let at_foot = Rect { y: area.y + above + line, height: area.height - above - line, ..area };
    draw_list(screen, canvas, list, look);
    rule(canvas, between, &look.theme);
    foot::draw(screen, canvas, between, at_foot, area, look);
}

fn draw_list(screen: &RoundTable, canvas: &mut Canvas, area: Rect, look: &Look) {
    if screen.room.meeting.is_none() {
        return draw_invitation(canvas, area, look);
    }
    let left = match area.width {
        0..WITH_SECTIONS => 0,
        WITH_SECTIONS..100 => 22,
        _ => 30,
    };
    let right = if area.width >= WITH_DETAIL { (area.width / 3).min(60) } else { 0 };
    let column = Rect { width: left, ..area };
    let middle = Rect { x: area.x + left, width: area.width - left - right, ..area };
    if left > 0 {
        sections::draw(&screen.room, canvas, column, look);
    }
    entries::draw(screen, canvas, middle, look);
    if right > 0 {
        let detail = Rect { x: middle.right() + 2, width: right - 3, ..area };
        detail::draw(&screen.room, canvas, detail, look);
    }
}

/// There is no meeting yet: how to begin.
fn draw_invitation(canvas: &mut Canvas, area: Rect, look: &Look) {
    let words = &look.words.round_table;
    let inner = Rect { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
    let mut rows = inner.rows().skip(usize::from(area.height > 6));
    for text in [words.no_meeting, "", words.no_meeting_help] {
        if let Some(row) = rows.next() {
            canvas.text(row, text, look.theme.text);
        }
    }
    for command in [Command::NewMeeting, Command::Import] {
        let Some(key) = bindings::key_of(Scope::RoundTable, command) else { continue };
        let Some(row) = rows.next() else { return };
        let x = canvas.text(row, &format!("  {:<8}", key.show(look.words)), look.theme.accent);
        let place = Rect { x, width: row.right().saturating_sub(x), ..row };
        canvas.text(place, command.word(look.words).label, look.theme.text);
        canvas.target(row, crate::ui::canvas::ClickTarget::Command(command));
    }
}
