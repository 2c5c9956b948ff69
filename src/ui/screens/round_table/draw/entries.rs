//! The entries of the section: the marker of each in the margin, its words, its number and table on the right,
//! responses under their challenge. A layout is reused until the entries are read again, so that a key typed in the pen
//! lays out nothing.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::i18n::due::due_near;
use crate::i18n::{Lang, format, labels};
use crate::model::{Due, Entry, Kind, Response};
use crate::store::entry::ListedEntry;
use crate::ui::canvas::{Canvas, ClickTarget};
use crate::ui::context::Look;
use crate::ui::lists::work::row;
use crate::ui::screens::round_table::RoundTable;
use crate::ui::screens::round_table::draw::{MOST_RESPONSES, RESPONSE_ROWS};
use crate::ui::screens::round_table::state::Room;
use crate::ui::theme::ThemeKind;
use crate::ui::widgets::text::{fit, width, wrap};

/// Columns before the words: the marker, which may be two wide, and a space.
const MARGIN: usize = 3;
/// Columns of a table, so that the numbers are aligned.
const TABLE: usize = 7;
/// From this width on number and table are at the right edge; below, the number is before the words.
const WITH_ASIDE: usize = 44;

/// The lines of the entries that have been drawn, until something changes what they look like.
#[derive(Debug, Default)]
pub(crate) struct Layouts(RefCell<Cache>);

#[derive(Debug, Default)]
struct Cache {
    /// What the lines are for: reading, width, language, theme.
    key: Option<(u64, u16, Lang, ThemeKind)>,
    entries: HashMap<usize, Vec<Line<'static>>>,
}

impl Layouts {
    /// The lines of the entry with this index in the list; one empty line where it has not been read.
    fn lines(&self, room: &Room, index: usize, columns: u16, look: &Look) -> Vec<Line<'static>> {
        let key = (room.reading, columns, look.words.lang, look.theme.kind);
        let mut cache = self.0.borrow_mut();
        if cache.key != Some(key) {
            *cache = Cache { key: Some(key), entries: HashMap::new() };
        }
        let Some(listed) = room.list.get(index) else { return vec![Line::default()] };
        cache.entries.entry(index).or_insert_with(|| entry_lines(room, listed, columns.into(), look)).clone()
    }
}

/// Draws the heading of the section and the entries in sight.
pub(super) fn draw(screen: &RoundTable, canvas: &mut Canvas, area: Rect, look: &Look) {
    let room = &screen.room;
    let words = &look.words.round_table;
    let head = Rect { x: area.x + 2.min(area.width), width: area.width.saturating_sub(3), ..area };
    let Some(here) = room.here() else {
        canvas.text(head, words.no_sections, look.theme.text);
        return;
    };
    draw_head(room, canvas, head, look);
    let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    if room.list.total == 0 {
        let empty = if room.place().is_some_and(|place| place.table.is_some()) {
            words.nothing_from_table
        } else {
            words.nothing_caught
        };
        let place = Rect { y: head.y + 1, height: list.height, ..head };
        let intro = here.section.intro.iter().flat_map(|intro| wrap(intro, place.width.into()));
        let lines = intro.chain([String::new(), empty.to_owned()]);
        for (line, row) in lines.skip(usize::from(here.section.intro.is_empty())).zip(place.rows()) {
            canvas.text(row, &line, look.theme.dim);
        }
        return;
    }
    let list = Rect { width: list.width.saturating_sub(1), ..list };
    let is_marked = |index| room.list.get(index).is_some_and(|listed| room.marked.has(listed.entry.id));
    let part = |columns, lines| chosen_part(room, columns, lines, look);
    room.rows.draw_marked(canvas, list, &look.theme, is_marked, part, |index, columns| {
        screen.layouts.lines(room, index, columns, look)
    });
    draw_targets(screen, canvas, look);
}

/// Lets every response in sight be clicked by itself.
fn draw_targets(screen: &RoundTable, canvas: &mut Canvas, look: &Look) {
    let room = &screen.room;
    let rows = canvas.targets.iter().filter_map(|(area, target)| match target {
        ClickTarget::Row(index) => room.list.get(*index).map(|listed| (*area, *index, listed)),
        ClickTarget::Command(_) => None,
    });
    let mut found = Vec::new();
    for (area, index, listed) in rows {
        let (indent, columns) = (indent(&listed.entry), area.width.saturating_sub(2));
        let tall = |response: &Response| response_lines(room, response, indent, columns.into(), look).len();
        let heights: Vec<usize> = listed.responses.iter().map(tall).collect();
        let all = screen.layouts.lines(room, index, columns, look).len();
        let mut line = all.saturating_sub(heights.iter().sum());
        for (nth, tall) in heights.into_iter().enumerate().take(MOST_RESPONSES) {
            let lines = area.rows().skip(line).take(tall);
            let target = ClickTarget::Row(RESPONSE_ROWS + index * MOST_RESPONSES + nth);
            found.extend(lines.map(|place| (place, target)));
            line += tall;
        }
    }
    canvas.targets.extend(found);
}

/// Which lines of the chosen entry are chosen: those of a response, otherwise those of the entry itself; none where the
/// verbs are for something that is not listed.
fn chosen_part(room: &Room, columns: u16, lines: usize, look: &Look) -> Range<usize> {
    if room.away.is_some() {
        return 0..0;
    }
    let Some(listed) = room.chosen() else { return 0..lines };
    let indent = indent(&listed.entry);
    let tall = |response: &Response| response_lines(room, response, indent, columns.into(), look).len();
    let Some(chosen) = room.chosen_response() else {
        let of_responses: usize = listed.responses.iter().map(tall).sum();
        return 0..lines.saturating_sub(of_responses);
    };
    let from = listed.responses.iter().skip_while(|response| response.id != chosen.id);
    let rest: usize = from.map(tall).sum();
    let start = lines.saturating_sub(rest);
    start..start + tall(chosen)
}

fn draw_head(room: &Room, canvas: &mut Canvas, area: Rect, look: &Look) {
    let words = &look.words.round_table;
    let Some(here) = room.here() else { return };
    let (one, many) = words.entry;
    let mut counts = format::count(here.entries, one, many);
    match room.table {
        Some(table) if room.only_table => {
            counts = format!("{} · {}", (words.only_table)(table), format::count(room.list.total, one, many));
        }
        Some(table) => counts = format!("{counts} · {}", (words.from_table)(table, room.from_table)),
        None => {}
    }
    let columns = usize::from(area.width);
    let style = if room.marked.is_none() {
        look.theme.dim
    } else {
        counts = room.marked.count(look.words);
        look.theme.accent
    };
    let counts = fit(&counts, columns.saturating_sub(8));
    canvas.text_right(area, &counts, style);
    canvas.text(
        area,
        &fit(&here.section.heading, columns.saturating_sub(width(&counts) + 2)),
        look.theme.strong,
    );
}

/// A row under construction, and how many columns it has so far.
#[derive(Default)]
struct RowBuilder {
    spans: Vec<Span<'static>>,
    wide: usize,
}

impl RowBuilder {
    fn of(text: String, style: Style) -> Self {
        let mut row = Self::default();
        row.push(text, style);
        row
    }

    fn push(&mut self, text: String, style: Style) {
        self.wide += width(&text);
        self.spans.push(Span::styled(text, style));
    }

    fn pad(&mut self, to: usize) {
        if self.wide < to {
            self.push(" ".repeat(to - self.wide), Style::new());
        }
    }
}

/// Columns before the words of an entry.
fn indent(entry: &Entry) -> usize {
    MARGIN + 2 * usize::from(entry.depth.min(4))
}

/// Lays out an entry with its responses under it.
fn entry_lines(room: &Room, listed: &ListedEntry, columns: usize, look: &Look) -> Vec<Line<'static>> {
    let (entry, theme) = (&listed.entry, &look.theme);
    let number = room.number(entry);
    let indent = indent(entry);
    let aside = if columns >= WITH_ASIDE {
        aside(room, entry, number.as_deref(), look)
    } else {
        RowBuilder::default()
    };
    let words_room = columns.saturating_sub(indent + aside.wide).max(8);
    let mut text = entry.text.clone();
    if let (Some(number), true) = (&number, columns < WITH_ASIDE) {
        text = format!("{number} {text}");
    }
    let mut rows: Vec<RowBuilder> =
        wrap(&text, words_room).into_iter().map(|line| RowBuilder::of(line, theme.text)).collect();
    let unfinished = entry.unfinished.then_some(look.words.follow_up.unfinished);
    let symbols = Some(row::symbols(entry)).filter(|symbols| !symbols.is_empty());
    for part in symbols.into_iter().chain(unfinished) {
        add(&mut rows, " ", part, theme.accent, words_room);
    }
    for part in about(room, entry, look) {
        add(&mut rows, " · ", &part, theme.dim, words_room);
    }
    if let Some(first) = rows.first_mut() {
        first.pad(words_room);
        first.spans.extend(aside.spans);
    }
    let loud = !matches!(entry.kind, Kind::Note(_) | Kind::Parked(_));
    let margin = format!("{:<2} {}", labels::typed_marker(entry.kind), " ".repeat(indent - MARGIN));
    let mut lines: Vec<Line<'static>> = Vec::with_capacity(rows.len());
    for (at, row) in rows.into_iter().enumerate() {
        let style = if loud { theme.strong } else { theme.dim };
        let before = if at == 0 { margin.clone() } else { " ".repeat(indent) };
        let mut spans = vec![Span::styled(before, style)];
        spans.extend(row.spans);
        lines.push(Line::from(spans));
    }
    for response in &listed.responses {
        lines.extend(response_lines(room, response, indent, columns, look));
    }
    lines
}

/// The number and the table of an entry, as they are at the right edge with a gap before them.
fn aside(room: &Room, entry: &Entry, number: Option<&str>, look: &Look) -> RowBuilder {
    let mut row = RowBuilder::default();
    if let Some(number) = number {
        row.push(format!("  {number}"), look.theme.strong);
    }
    if let Some(table) = entry.provenance.table.filter(|_| room.table.is_some() && !room.only_table) {
        row.push(format!("  {:>TABLE$}", (look.words.round_table.at_table)(table)), look.theme.dim);
    }
    row
}

/// Adds something after the words: on their last row where it fits, otherwise on rows of its own.
fn add(rows: &mut Vec<RowBuilder>, between: &str, part: &str, style: Style, columns: usize) {
    match rows.last_mut() {
        Some(last) if last.wide + width(between) + width(part) <= columns => {
            last.push(format!("{between}{part}"), style);
        }
        _ => rows.extend(wrap(part, columns).into_iter().map(|line| RowBuilder::of(line, style))),
    }
}

/// What follows the words: who, by when, tags, and a status that is not the first.
fn about(room: &Room, entry: &Entry, look: &Look) -> Vec<String> {
    let lang = look.words.lang;
    let mut parts: Vec<String> = Vec::new();
    parts.extend(entry.speaker.iter().chain(&entry.owner).map(|name| format!("@{name}")));
    parts.extend(entry.due.as_ref().map(|due| short_due(room, due, look)));
    parts.extend(entry.tags.iter().map(|tag| format!("#{tag}")));
    let is_new = matches!(entry.kind, Kind::CHALLENGE | Kind::COMMITMENT | Kind::ACTION)
        || matches!(entry.kind, Kind::Parked(_));
    parts.extend(labels::status(lang, entry.kind).filter(|_| !is_new).map(str::to_owned));
    parts
}

/// `fre 6 mar`, with the year where it is not that of the meeting; `vecka 49`, `november`.
pub(super) fn short_due(room: &Room, due: &Due, look: &Look) -> String {
    let held = room.meeting.as_ref().and_then(|meeting| meeting.date);
    due_near(look.words, due, held.unwrap_or(look.now.date()))
}

fn response_lines(
    room: &Room,
    response: &Response,
    indent: usize,
    columns: usize,
    look: &Look,
) -> Vec<Line<'static>> {
    let mut kind = labels::response_kind(look.words.lang, response.kind).to_owned();
    if let Some(due) = &response.due {
        kind = format!("{kind}, {}", short_due(room, due, look));
    }
    let text = format!("{}{}", (look.words.round_table.response)(&kind), response.text);
    let room = columns.saturating_sub(indent + 2).max(8);
    let lines = wrap(&text, room).into_iter().enumerate();
    let lines = lines.map(|(at, line)| format!("{}{line}", " ".repeat(indent + if at == 0 { 0 } else { 2 })));
    lines.map(|line| Line::styled(line, look.theme.answered)).collect()
}
