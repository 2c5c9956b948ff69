//! The rule over a line at the foot, and where its words are: which meeting it writes in, unless that is clear.

use ratatui::layout::Rect;

use super::MARGIN;
use crate::i18n::short_title::{other_meeting, short_title};
use crate::model::Meeting;
use crate::model::id::MeetingId;
use crate::store;
use crate::ui::canvas::Canvas;
use crate::ui::context::{Ctx, Look};
use crate::ui::widgets::editor::Editor;
use crate::ui::widgets::frame;
use crate::ui::widgets::text::fit;

/// The meeting that lines are written in, as the rule over them says it; empty for the one of the pen that is held
/// today.
///
/// # Errors
/// Where the file cannot be read.
pub fn writes_in(meeting: MeetingId, ctx: &Ctx) -> store::Result<String> {
    let meeting = store::meeting::get(ctx.store, meeting)?;
    let is_of_pen = |meeting: &Meeting| ctx.session.meeting.is_none_or(|pen| pen == meeting.id);
    let named = meeting.and_then(|meeting| {
        let title = Some(short_title(&meeting.title)).filter(|_| !is_of_pen(&meeting));
        other_meeting(&meeting, ctx.look.words, ctx.look.now.date()).or(title)
    });
    Ok(named.map(|meeting| (ctx.look.words.work.writes_in)(&meeting)).unwrap_or_default())
}

/// Draws a rule, in it where the line is written, and the words after a marker, and returns the `head` rows between
/// them for what the line is. `None` where there is room for the words only.
pub fn draw(
    canvas: &mut Canvas,
    area: Rect,
    (marker, writes_in): (&str, &str),
    (editor, head): (&Editor, u16),
    look: &Look,
) -> Option<Rect> {
    let theme = &look.theme;
    if area.height < head + 2 {
        editor.draw(canvas, area, theme.text, true);
        return None;
    }
    let rule = Rect { height: 1, ..area };
    frame::rule(canvas, rule, theme);
    if !writes_in.is_empty() {
        let place = Rect { x: rule.x + 3, width: rule.width.saturating_sub(6), ..rule };
        let said = format!(" {} ", fit(writes_in, usize::from(place.width).saturating_sub(2)));
        canvas.text(place, &said, theme.warning);
    }
    let line = Rect { y: area.y + 1 + head, height: area.height - 1 - head, ..area };
    canvas.text(Rect { x: line.x + 1, width: 1, height: 1, ..line }, marker, theme.accent);
    let place = Rect { x: line.x + 3, width: line.width.saturating_sub(MARGIN), ..line };
    editor.draw(canvas, place, theme.text, true);
    Some(Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: head })
}
