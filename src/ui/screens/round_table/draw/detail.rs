//! The chosen entry in full, at the right of a wide terminal: its words, who, when and where, what it was answered and
//! what became of it.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::entries::short_due;
use crate::i18n::{format, labels};
use crate::model::{Entry, Kind};
use crate::ui::canvas::Canvas;
use crate::ui::context::Look;
use crate::ui::screens::round_table::state::Room;
use crate::ui::widgets::text::{fit, wrap};

/// Columns of the labels.
const LABELS: usize = 11;

/// Draws nothing where no entry is chosen.
pub(super) fn draw(room: &Room, canvas: &mut Canvas, area: Rect, look: &Look) {
    let Some(listed) = room.chosen() else { return };
    let (entry, theme, words) = (&listed.entry, &look.theme, &look.words.round_table.detail);
    let columns = usize::from(area.width);
    let kind = labels::kind(look.words.lang, entry.kind);
    let title = room.number(entry).map_or_else(|| kind.to_owned(), |number| format!("{number} · {kind}"));
    let mut lines = vec![Line::styled(title, theme.strong), Line::default()];
    lines.extend(wrap(&entry.text, columns).into_iter().map(|line| Line::styled(line, theme.text)));
    lines.push(Line::default());
    for (label, value) in facts(room, entry, look) {
        let label = Span::styled(format!("{label:<LABELS$}"), theme.dim);
        let value = fit(&value, columns.saturating_sub(LABELS)).into_owned();
        lines.push(Line::from(vec![label, Span::styled(value, theme.text)]));
    }
    lines.push(Line::default());
    for response in &listed.responses {
        let mut kind = labels::response_kind(look.words.lang, response.kind).to_owned();
        if let Some(due) = &response.due {
            kind = format!("{kind}, {}", short_due(room, due, look));
        }
        let text = format!("{}{}", (look.words.round_table.response)(&kind), response.text);
        lines.extend(wrap(&text, columns).into_iter().map(|line| Line::styled(line, theme.answered)));
    }
    if listed.responses.is_empty() && matches!(entry.kind, Kind::Challenge(_)) {
        lines.push(Line::styled(words.unanswered, theme.dim));
    }
    for action in &room.became {
        let number = room.number(action).unwrap_or_default();
        let text = format!("{} {number}: {}", words.became, action.text);
        lines.extend(wrap(&text, columns).into_iter().map(|line| Line::styled(line, theme.text)));
    }
    canvas.lines(area, &lines);
}

/// What is known of the entry beside its words.
fn facts(room: &Room, entry: &Entry, look: &Look) -> Vec<(&'static str, String)> {
    let words = &look.words.round_table;
    let caught = &entry.provenance;
    let where_and_when = [
        caught.table.map(words.at_table),
        caught.captured_at.map(|at| format::time(look.words.lang, at)),
        caught.scribe.clone(),
    ];
    let tags: Vec<String> = entry.tags.iter().map(|tag| format!("#{tag}")).collect();
    let all = [
        (words.detail.speaker, entry.speaker.clone().unwrap_or_default()),
        (words.detail.owner, entry.owner.clone().unwrap_or_default()),
        (words.detail.due, entry.due.as_ref().map(|due| short_due(room, due, look)).unwrap_or_default()),
        (words.detail.status, labels::status(look.words.lang, entry.kind).unwrap_or_default().to_owned()),
        (words.detail.tags, tags.join(" ")),
        (words.detail.caught, where_and_when.into_iter().flatten().collect::<Vec<_>>().join(" · ")),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}
