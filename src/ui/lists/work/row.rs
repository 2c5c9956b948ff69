//! What rows of work have in common: the mark, the number, the age, the due date, the first response.

use chrono::NaiveDate;
use ratatui::style::Style;
use ratatui::text::Span;

use crate::i18n::entry_name::entry_number;
use crate::i18n::short_title::short_title;
use crate::i18n::{Lang, format, labels};
use crate::model::{ActionStatus, Coded, CommitmentStatus, Due, Entry, Kind, Precision, Response};
use crate::store::Marks;
use crate::store::work::ListedWork;
use crate::ui::context::Look;
use crate::ui::widgets::columns::RightColumn;
use crate::ui::widgets::text::width;

/// `● U-4   `: whether it is marked, and its number in a column of this width.
pub fn lead(
    work: &ListedWork,
    marked: bool,
    marks: &Marks,
    columns: usize,
    look: &Look,
) -> Vec<Span<'static>> {
    let number = number(&work.entry, marks);
    vec![
        Span::styled(if marked { "● " } else { "  " }, look.theme.accent),
        Span::styled(format!("{number:<columns$} "), look.theme.dim),
        Span::styled(with_gap(symbols(&work.entry)), look.theme.accent),
    ]
}

/// The symbols of its marks: important, and not written down in full. Two laptops may have given it one each.
pub fn symbols(entry: &Entry) -> &'static str {
    match (entry.starred, entry.unfinished) {
        (true, true) => "★◐",
        (true, false) => "★",
        (false, true) => "◐",
        (false, false) => "",
    }
}

fn with_gap(symbols: &str) -> String {
    if symbols.is_empty() { String::new() } else { format!("{symbols} ") }
}

/// The column of the meeting: what it is called in short, wider where there is room.
pub fn meeting(work: &ListedWork, columns: u16, look: &Look) -> RightColumn {
    RightColumn::left(short_title(&work.meeting_title), meeting_columns(columns), look.theme.dim)
}

/// How wide the column of the meeting is in a row of this width.
pub fn meeting_columns(columns: u16) -> usize {
    match columns {
        0..84 => 14,
        84..108 => 18,
        _ => 24,
    }
}

/// The visible number, where its kind has one.
pub fn number(entry: &Entry, marks: &Marks) -> String {
    entry_number(entry, marks.of(entry)).unwrap_or_default()
}

/// The day it was raised: that of its meeting, otherwise when it was caught.
pub fn raised(work: &ListedWork) -> Option<NaiveDate> {
    work.meeting_date.or_else(|| work.entry.provenance.captured_at.map(|at| at.date()))
}

/// Its age in days, never below 0; `None` where the day is unknown.
pub fn age(work: &ListedWork, today: NaiveDate) -> Option<i64> {
    raised(work).map(|day| (today - day).num_days().max(0))
}

/// A due date, short: `fre 6 mar`, `v. 49`, `maj`; the year where it is not this one.
pub fn due(lang: Lang, due: &Due, today: NaiveDate) -> String {
    use chrono::Datelike;
    let year = if due.day.year() == today.year() { String::new() } else { format!(" {}", due.day.year()) };
    match due.precision {
        Precision::Day => format::short_date(lang, due.day, today),
        Precision::Week => format!("{}{year}", (lang.words().pen.week)(due.day.iso_week().week())),
        Precision::Month => format!("{}{year}", format::short_month(lang, due.day)),
    }
}

/// How wide the column of what is not finished is: as wide as the longest status of such work.
pub fn status_columns(lang: Lang) -> usize {
    let actions = ActionStatus::ALL.iter().map(|status| Kind::Action(*status));
    let commitments = CommitmentStatus::ALL.iter().map(|status| Kind::Commitment(*status));
    let open = actions.chain(commitments).filter(|kind| kind.is_open());
    open.filter_map(|kind| labels::status(lang, kind)).map(width).max().unwrap_or(0)
}

/// By when it is due, or how late it is, with its style.
pub fn when(entry: &Entry, look: &Look) -> (String, Style) {
    let (words, theme, today) = (look.words, &look.theme, look.now.date());
    let Some(due) = &entry.due else { return (String::new(), theme.dim) };
    let late = (today - due.day).num_days();
    if entry.kind.is_open() && late > 0 {
        ((words.work.late)(late), theme.overdue)
    } else {
        (self::due(words.lang, due, today), theme.text)
    }
}

/// What a response in a few words begins with.
pub const ANSWERED: char = '✓';

/// A response in a few words: `✓ planerat maj`.
pub fn response(response: &Response, look: &Look) -> String {
    let lang = look.words.lang;
    let kind = labels::short_response_kind(lang, response.kind);
    match &response.due {
        Some(due) => format!("{ANSWERED} {kind} {}", self::due(lang, due, look.now.date())),
        None => format!("{ANSWERED} {kind}"),
    }
}
