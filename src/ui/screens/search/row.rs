//! One hit: its marker and its words with what was looked for marked; and the meeting over its hits.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::i18n::entry_name::entry_number;
use crate::i18n::short_title::short_title;
use crate::i18n::{format, labels};
use crate::model::history::Entity;
use crate::store::Marks;
use crate::store::search::{Hit, parts};
use crate::text::slice;
use crate::ui::context::Look;
use crate::ui::widgets::text::{fit, printable, width, wrap};

/// How many lines the chosen hit unfolds to at most.
const UNFOLDED: usize = 4;
/// The marker, at most two columns wide, and a space.
const MARGIN: usize = 3;
/// The bullet of what is marked, and a space.
const MARK: usize = 2;

/// How a hit is shown in the list.
#[derive(Clone, Copy)]
pub(super) struct RowState {
    /// With its words in full, over several lines.
    pub(super) unfolded: bool,
    /// With the bullet of what is marked.
    pub(super) marked: bool,
}

/// A hit in a list: one line, or its words in full where it is unfolded.
pub(super) fn lines(
    hit: &Hit,
    query: &str,
    marks: &Marks,
    columns: usize,
    state: RowState,
    look: &Look,
) -> Vec<Line<'static>> {
    let number = number(hit, marks).unwrap_or_default();
    let number_room = if number.is_empty() { 0 } else { width(&number) + 1 };
    let room = columns.saturating_sub(MARK + MARGIN + number_room);
    let mut texts =
        if state.unfolded { wrap(&hit.text, room) } else { vec![excerpt(&hit.text, query, room)] };
    texts.truncate(UNFOLDED);
    if texts.len() == UNFOLDED
        && let Some(last) = texts.last_mut()
    {
        *last = fit(&format!("{last} …"), room).into_owned();
    }
    let hit_look = look_of(hit, look);
    let mut lines = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let marker = if at == 0 { hit_look.marker } else { "" };
        let mark = if state.marked && at == 0 { "●" } else { "" };
        let mut spans = vec![
            Span::styled(format!("{mark:<MARK$}"), look.theme.accent),
            Span::styled(format!("{marker:<MARGIN$}"), look.theme.dim),
        ];
        spans.extend(marked(text, query, hit_look.style, look));
        if at == 0 {
            let gap = room.saturating_sub(width(&printable(text)));
            spans.push(Span::raw(" ".repeat(gap + usize::from(number_room > 0))));
            spans.push(Span::styled(number.clone(), look.theme.dim));
        }
        lines.push(Line::from(spans));
    }
    lines
}

/// The heading of the hits of a meeting: its title and its day.
pub(super) fn heading(hit: &Hit, columns: usize, look: &Look) -> Line<'static> {
    Line::styled(place(hit, columns, look), look.theme.strong)
}

/// A hit in full, for the side of a wide terminal.
pub(super) fn detail(
    hit: &Hit,
    query: &str,
    marks: &Marks,
    columns: usize,
    look: &Look,
) -> Vec<Line<'static>> {
    let kind = look_of(hit, look).kind;
    let number = number(hit, marks).map(|number| format!("{number} · ")).unwrap_or_default();
    let mut lines = vec![Line::styled(format!("{number}{kind}"), look.theme.dim), Line::default()];
    lines.extend(
        wrap(&hit.text, columns).iter().map(|line| Line::from(marked(line, query, look.theme.text, look))),
    );
    if let Some(entry) = hit.entry.as_ref().filter(|_| hit.entity == Entity::Response) {
        lines.push(Line::default());
        lines.extend(wrap(&entry.text, columns).into_iter().map(|line| Line::styled(line, look.theme.dim)));
    }
    lines.push(Line::default());
    lines.push(Line::styled(place(hit, columns, look), look.theme.dim));
    lines
}

/// How hits of a noun are shown.
struct HitLook {
    marker: &'static str,
    style: Style,
    /// What it is, in words.
    kind: String,
}

fn look_of(hit: &Hit, look: &Look) -> HitLook {
    let (theme, words) = (look.theme, &look.words.search);
    let of = |marker, style, kind: &str| HitLook { marker, style, kind: kind.to_owned() };
    match (hit.entity, &hit.entry) {
        (Entity::Meeting, _) => of("»", theme.strong, words.meeting),
        (Entity::Section, _) => of("#", theme.strong, words.heading),
        (Entity::Response, _) => of("↳", theme.answered, words.response),
        (_, Some(entry)) => {
            let status = labels::status(look.words.lang, entry.kind).map(|status| format!(" · {status}"));
            let kind = format!("{}{}", labels::kind(look.words.lang, entry.kind), status.unwrap_or_default());
            of(labels::marker(entry.kind).unwrap_or(labels::NO_MARKER), theme.text, &kind)
        }
        (_, None) => of("", theme.text, ""),
    }
}

/// The number of the entry, or of the challenge that a response answers.
fn number(hit: &Hit, marks: &Marks) -> Option<String> {
    let entry = hit.entry.as_ref()?;
    entry_number(entry, marks.of(entry))
}

/// The meeting and its day, in so many columns.
fn place(hit: &Hit, columns: usize, look: &Look) -> String {
    let day = hit.meeting_date.map(|day| format::short_date(look.words.lang, day, look.now.date()));
    let day = day.unwrap_or_default();
    let title = if hit.meeting_title.is_empty() {
        look.words.search.untitled.to_owned()
    } else {
        short_title(&hit.meeting_title)
    };
    let title = fit(&title, columns.saturating_sub(width(&day) + 1)).into_owned();
    format!("{title} {day}").trim().to_owned()
}

/// The text on one line, beginning shortly before the first place where something was found.
fn excerpt(text: &str, query: &str, room: usize) -> String {
    let first = parts(query, text).first().map_or(0, |range| range.start);
    let before = slice(text, ..first);
    if width(&printable(before)) * 3 <= room * 2 {
        return fit(&printable(text), room).into_owned();
    }
    // As far back as there is room for: all of the end where it is short, otherwise a third of the line.
    let shown = |from: usize, to: usize| width(&printable(slice(text, from..to)));
    let mut from = first;
    for (at, _) in before.rmatch_indices(' ') {
        if shown(at, first) * 3 > room && shown(at, text.len()) + 1 > room {
            break;
        }
        from = at;
    }
    let rest = text.get(from..).unwrap_or(text).trim_start();
    fit(&printable(&format!("… {rest}")), room).into_owned()
}

/// The text with what was looked for marked.
fn marked(text: &str, query: &str, style: Style, look: &Look) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut after = 0;
    let piece = |range: std::ops::Range<usize>| slice(text, range).to_owned();
    for range in parts(query, text) {
        spans.push(Span::styled(piece(after..range.start), style));
        spans.push(Span::styled(piece(range.clone()), style.patch(look.theme.found)));
        after = range.end;
    }
    spans.push(Span::styled(piece(after..text.len()), style));
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_begins_near_what_was_found() {
        let text = "Alla pratar om mycket annat länge, och först på slutet kommer avtalet upp till ytan";
        assert_eq!(excerpt(text, "avtal", 40), "… på slutet kommer avtalet upp till ytan");
        assert_eq!(excerpt(text, "alla", 20), "Alla pratar om myck…");
        assert_eq!(width(&excerpt(text, "avtal", 12)), 12);
    }
}
