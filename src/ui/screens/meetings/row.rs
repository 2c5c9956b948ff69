//! One meeting on one line: the columns that there is room for, numbers at the right.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::i18n::labels;
use crate::model::Meeting;
use crate::store::meeting::CountedMeeting;
use crate::ui::context::Look;
use crate::ui::dialogs::meeting_form::day;
use crate::ui::widgets::text::{fit, width};

/// The title, or a word for its absence.
pub(super) fn title<'m>(meeting: &'m Meeting, look: &Look) -> &'m str {
    if meeting.title.is_empty() { look.words.meetings.no_title } else { &meeting.title }
}

/// How many columns a programme takes after a title at least.
const LEAST_BESIDE: usize = 8;

/// How wide the columns are; those that there is no room for have no width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ColumnWidths {
    day: usize,
    title: usize,
    status: usize,
    entries: usize,
    answered: usize,
}

impl ColumnWidths {
    /// `days` is as wide as the widest day.
    fn of(columns: u16, days: usize) -> Self {
        let columns = usize::from(columns);
        let day = if columns < 50 { 12 } else { days + 2 };
        let status = if columns < 64 { 0 } else { 14 };
        let (entries, answered) = if columns < 50 { (0, 0) } else { (8, 8) };
        let title = columns.saturating_sub(day + status + entries + answered);
        Self { day, title, status, entries, answered }
    }

    /// Five texts in their columns, the last two at the right; the programme is after the title, where there is room.
    fn line(self, texts: [&str; 5], programme: &str, dim: Style, plain: Style) -> Line<'static> {
        let [day, title, status, entries, answered] = texts;
        let title = fit(title, self.title.saturating_sub(2)).into_owned();
        let room = self.title.saturating_sub(width(&title) + 2);
        let is_said = !programme.is_empty() && room >= LEAST_BESIDE;
        let beside =
            if is_said { fit(&format!(" · {programme}"), room).into_owned() } else { String::new() };
        let gap = " ".repeat(self.title.saturating_sub(width(&title) + width(&beside)));
        let left = |text: &str, room: usize| {
            let text = fit(text, room.saturating_sub(2)).into_owned();
            let gap = room.saturating_sub(width(&text));
            text + &" ".repeat(gap)
        };
        let right = |text: &str, room: usize| " ".repeat(room.saturating_sub(width(text))) + &fit(text, room);
        Line::from(vec![
            Span::styled(left(day, self.day), dim),
            Span::styled(title, plain),
            Span::styled(beside + &gap, dim),
            Span::styled(left(status, self.status), dim),
            Span::styled(right(entries, self.entries), plain),
            Span::styled(right(answered, self.answered), plain),
        ])
    }
}

/// How wide the widest day of these meetings is.
pub(super) fn days(meetings: &[CountedMeeting], look: &Look) -> usize {
    let days = meetings.iter().map(|counted| width(&day(&counted.meeting, look.words, look.now.date())));
    days.max().unwrap_or(0)
}

/// The names of the columns, dim.
pub(super) fn head(columns: u16, days: usize, look: &Look) -> Line<'static> {
    ColumnWidths::of(columns, days).line(look.words.meetings.columns, "", look.theme.dim, look.theme.dim)
}

/// The line of a meeting; `programme` is said after its title.
pub(super) fn line(
    counted: &CountedMeeting,
    programme: &str,
    columns: u16,
    days: usize,
    look: &Look,
) -> Line<'static> {
    let CountedMeeting { meeting, entries, challenges, answered } = counted;
    let columns = ColumnWidths::of(columns, days);
    let mut day = day(meeting, look.words, look.now.date());
    if columns.entries == 0 {
        // Where it is narrow the day comes without its weekday.
        day = meeting.date.map(|date| date.to_string()).unwrap_or(day);
    }
    let status = labels::minutes_status(look.words.lang, meeting.status);
    let answered = if *challenges == 0 { String::new() } else { format!("{answered}/{challenges}") };
    let texts = [&day, title(meeting, look), status, &entries.to_string(), &answered];
    columns.line(texts, programme, look.theme.dim, look.theme.text)
}
