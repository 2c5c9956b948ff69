//! One meeting on one line: the columns that there is room for, numbers at the right.

use ratatui::text::{Line, Span};

use crate::i18n::labels;
use crate::model::Meeting;
use crate::store::meeting::Counted;
use crate::ui::context::Look;
use crate::ui::dialogs::meeting_form::day;
use crate::ui::widgets::text::{fit, width};

/// The title, or a word for its absence.
pub(super) fn title<'m>(meeting: &'m Meeting, look: &Look) -> &'m str {
    if meeting.title.is_empty() { look.words.meetings.no_title } else { &meeting.title }
}

/// The line of a meeting.
pub(super) fn line(counted: &Counted, columns: u16, look: &Look) -> Line<'static> {
    let Counted { meeting, entries, challenges, answered } = counted;
    let columns = usize::from(columns);
    let day = day(meeting, look.words, look.now.date());
    let day = if columns < 50 { fit(&day, 12).into_owned() } else { day };
    let day_room = if columns < 50 { 13 } else { 17 };
    let status = labels::minutes_status(look.words.lang, meeting.status);
    let status = if columns >= 64 { format!("  {status:<13}") } else { String::new() };
    let numbers = match (columns >= 40, *challenges) {
        (false, _) => String::new(),
        (true, 0) => format!("{entries:>6}{:>8}", ""),
        (true, _) => format!("{entries:>6}{:>8}", format!("{answered}/{challenges}")),
    };
    let room = columns.saturating_sub(day_room + width(&status) + width(&numbers));
    let title = fit(title(meeting, look), room).into_owned();
    let pad = |text: &str, room: usize| " ".repeat(room.saturating_sub(width(text)));
    let (after_day, after_title) = (pad(&day, day_room), pad(&title, room));
    Line::from(vec![
        Span::styled(day, look.theme.dim),
        Span::raw(after_day),
        Span::raw(title),
        Span::raw(after_title),
        Span::styled(status, look.theme.dim),
        Span::raw(numbers),
    ])
}
