//! The foot of the live screen: the pen, under it what the line will become and when the last one was saved, and over
//! it what could follow at the cursor.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::COMPLETION_ROWS;
use crate::i18n::short_title::other_meeting;
use crate::i18n::vocabulary::pen::{COMMANDS, DESTINATIONS, RESPONSE_KINDS};
use crate::i18n::{Words, format};
use crate::ui::bindings::{self, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::Look;
use crate::ui::lists::open_completion::OfferedPlace;
use crate::ui::screens::round_table::RoundTable;
use crate::ui::widgets::text::{fit, width, wrap};

/// Columns before the text of the pen: `✎` and the blanks beside it.
const MARGIN: u16 = 4;

/// How many rows the foot takes: those of the text, as long as the entries keep half of the screen, and those under it.
pub(super) fn height(screen: &RoundTable, area: Rect, look: &Look) -> u16 {
    text_rows(screen, area) + under(screen, area, look)
}

fn text_rows(screen: &RoundTable, area: Rect) -> u16 {
    let most = (area.height / 3).clamp(1, 6);
    screen.pen.editor.rows(area.width.saturating_sub(MARGIN + 1)).clamp(1, most)
}

/// Whether there is something to say that nobody may miss.
fn warns(screen: &RoundTable) -> bool {
    screen.pen.refused.is_some() || screen.pen.strayed.is_some()
}

/// How many rows are under the text: why it was not taken, where it goes now, or both days to choose between, may need
/// more than one.
fn under(screen: &RoundTable, area: Rect, look: &Look) -> u16 {
    let lines = said(screen, area.width.saturating_sub(MARGIN + 1), look).len();
    let has_room = area.height >= 10 || warns(screen) || screen.pen.refused_line().is_some();
    let most = if has_room { 4 } else { 1 };
    u16::try_from(lines).unwrap_or(1).clamp(1, most)
}

/// Draws the foot, and what is written in the rule over it.
pub(super) fn draw(
    screen: &RoundTable,
    canvas: &mut Canvas,
    rule: Rect,
    area: Rect,
    whole: Rect,
    look: &Look,
) {
    let rows_below = under(screen, whole, look);
    let inner = Rect { x: area.x + MARGIN, width: area.width.saturating_sub(MARGIN + 1), ..area };
    let below = rows_below.min(area.height.saturating_sub(1));
    let text = Rect { height: area.height - below, ..inner };
    let under = Rect { y: text.bottom(), height: below, ..inner };
    draw_mode(screen, canvas, rule, look);
    canvas.text(Rect { x: area.x + 1, width: 1, ..area }, "✎", look.theme.accent);
    if screen.pen.text().is_empty() {
        canvas.text(text, look.words.round_table.placeholder, look.theme.dim);
    }
    screen.pen.editor.draw(canvas, text, look.theme.text, true);
    draw_under(screen, canvas, under, look);
    let over = OfferedPlace {
        rule: Rect { y: rule.y.min(text.y), ..rule },
        margin: MARGIN,
        takes: &(look.words.round_table.takes)(&key(Command::NextSection, look)),
        rows: COMPLETION_ROWS,
    };
    screen.pen.completion.draw(&screen.pen.editor, canvas, &over, note, look);
}

/// In the rule: the table that lines come from, the meeting where it is not that of the day, and the name of the entry
/// that is corrected.
fn draw_mode(screen: &RoundTable, canvas: &mut Canvas, rule: Rect, look: &Look) {
    let words = &look.words.round_table;
    let mut place = Rect { x: rule.x + 3, width: rule.width.saturating_sub(6), ..rule };
    let mut say = |text: &str, style: Style| {
        if place.width < 6 {
            return;
        }
        let text = format!(" {} ", fit(text, usize::from(place.width).saturating_sub(2)));
        let end = (canvas.text(place, &text, style) + 2).min(place.right());
        place = Rect { x: end, width: place.right() - end, ..place };
    };
    let corrected = screen.pen.mode.name();
    let other = elsewhere(screen, look);
    // In a narrow window the header alone has the table.
    let has_room = corrected.is_none() && (other.is_none() || rule.width >= 60);
    let table = screen.room.table.filter(|_| has_room).map(words.table).unwrap_or_default();
    if !table.is_empty() {
        say(&table, look.theme.accent.patch(look.theme.strong));
    }
    if let Some(meeting) = other {
        let key = Some(key(Command::Today, look)).filter(|_| corrected.is_none());
        let taken = if table.is_empty() { 8 } else { width(&table) + 12 };
        let columns = usize::from(rule.width).saturating_sub(taken);
        say(&writes_in(&meeting, key.as_deref(), columns, look), look.theme.warning);
    }
    if let Some(name) = corrected {
        say(&(words.correcting)(name, &key(Command::Back, look)), look.theme.warning);
    }
}

/// Whether a meeting is written in that is not of today.
pub(super) fn is_elsewhere(screen: &RoundTable, look: &Look) -> bool {
    elsewhere(screen, look).is_some()
}

/// The meeting that is written in, by its title and day, where it is not of today.
fn elsewhere(screen: &RoundTable, look: &Look) -> Option<String> {
    screen.room.meeting.as_ref().and_then(|meeting| other_meeting(meeting, look.words, look.now.date()))
}

/// Which other meeting is written in, and the key that leads to today's where there is room for it. The title is cut
/// before the day is.
fn writes_in(meeting: &str, key: Option<&str>, columns: usize, look: &Look) -> String {
    let with_key = key.map(|key| (look.words.round_table.writes_in)(meeting, key));
    let alone = (look.words.work.writes_in)(meeting);
    let whole = with_key.into_iter().chain([alone.clone()]).find(|said| width(said) <= columns);
    whole.unwrap_or_else(|| match meeting.rsplit_once(", ") {
        Some((title, day)) => {
            let over = width(&alone).saturating_sub(columns);
            let title = fit(title, width(title).saturating_sub(over));
            (look.words.work.writes_in)(&format!("{title}, {day}"))
        }
        None => alone,
    })
}

/// Why the line was not taken; otherwise what it will become, and when the last one was saved.
fn draw_under(screen: &RoundTable, canvas: &mut Canvas, area: Rect, look: &Look) {
    let style = if warns(screen) {
        look.theme.warning
    } else if screen.pen.is_blank() {
        look.theme.dim
    } else {
        look.theme.text
    };
    let lines = said(screen, area.width, look);
    let last = area.rows().zip(&lines).last();
    for (row, line) in area.rows().zip(&lines) {
        canvas.text(row, line, style);
    }
    // When it was saved is at the right where there is room for it.
    if let (Some(saved), Some((row, line))) = (saved(screen, look), last)
        && screen.pen.refused.is_none()
        && width(&saved) + width(line) + 3 <= usize::from(row.width)
    {
        canvas.text_right(row, &saved, look.theme.dim);
    }
}

/// Why the line was not taken; otherwise what it will become, and the key that chooses another day.
fn said(screen: &RoundTable, columns: u16, look: &Look) -> Vec<String> {
    let columns = usize::from(columns);
    if let Some(refused) = &screen.pen.refused {
        return wrap(refused, columns);
    }
    let strayed = screen.pen.strayed.iter().flat_map(|strayed| wrap(strayed, columns));
    let mut lines: Vec<String> = strayed.chain(wrap(&screen.pen.becomes, columns)).collect();
    if let Some(line) = screen.pen.refused_line() {
        let line = fit(line, (columns / 2).max(12));
        lines.extend(wrap(&(look.words.round_table.refused_waits)(&line), columns));
    }
    if let Some(day) = screen.pen.day_to_choose() {
        let day = format::near_date(look.words.lang, day, look.now.date());
        let choice = (look.words.round_table.other_day)(&key(Command::OtherDay, look), &day);
        match lines.last_mut() {
            Some(last) if width(last) + width(&choice) + 3 <= columns => *last = format!("{last} · {choice}"),
            _ => lines.push(choice),
        }
    }
    lines
}

/// `sparat 10.42 · Ctrl+Z ångrar`; while a line is written that key takes back what is typed.
fn saved(screen: &RoundTable, look: &Look) -> Option<String> {
    let words = &look.words.round_table;
    let saved = (words.saved)(&format::time(look.words.lang, screen.saved?));
    if screen.pen.is_writing() {
        return Some(saved);
    }
    Some(format!("{saved} · {}", (words.undoes)(&key(Command::Undo, look))))
}

fn key(command: Command, look: &Look) -> String {
    bindings::key_of(Scope::RoundTable, command).map(|key| key.show(look.words)).unwrap_or_default()
}

/// What a command or a kind of response is for, in a few words.
fn note(candidate: &str, words: &Words) -> Option<&'static str> {
    if let Some(name) = candidate.strip_prefix('/') {
        let (code, _) = COMMANDS.iter().find(|(_, names)| names.contains(&name))?;
        let command = Command::ALL.iter().find(|command| command.name() == *code);
        let own = || words.dialogs.verb_notes.iter().find(|(verb, _)| verb == code).map(|(_, note)| *note);
        return command.map(|command| command.word(words).label).or_else(own);
    }
    if let Some(place) = candidate.strip_suffix(' ') {
        let (code, _) = DESTINATIONS.iter().find(|(_, names)| names.contains(&place))?;
        let note = words.dialogs.verb_notes.iter().find(|(verb, _)| verb.strip_suffix("_to") == Some(code));
        return note.map(|(_, note)| *note);
    }
    let name = candidate.strip_suffix(':')?;
    let at = RESPONSE_KINDS.iter().position(|(_, names)| names.contains(&name))?;
    words.dialogs.response_notes.get(at).copied()
}
