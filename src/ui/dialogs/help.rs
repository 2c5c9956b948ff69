//! The keys that count here, from the one table, in two columns where there is room. Nothing in it is chosen: the keys
//! that walk elsewhere scroll. Knows nothing that the table does not say.

use std::cell::Cell;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::i18n::Words;
use crate::ui::bindings::{self, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::screen::Screen;
use crate::ui::widgets::panel::{self, panel};
use crate::ui::widgets::text::{width, wrap};

/// From this width of the window on there are two columns.
const TWO: u16 = 110;

/// How wide the box is with one column, and at most with two.
const WIDE: [u16; 2] = [76, 136];

/// How many columns the keys take where there is room.
const KEYS: usize = 24;

/// The blank columns between the two columns.
const BETWEEN: u16 = 3;

/// One row of the dialog, before it is wrapped.
#[derive(Debug, Clone)]
enum HelpRow {
    Keys(String, &'static str),
    Text(&'static str),
}

/// Rows under a title, which stay together.
#[derive(Debug, Clone)]
struct HelpPart {
    title: String,
    rows: Vec<HelpRow>,
}

/// The help over some screen.
#[derive(Debug, Clone)]
pub struct Help {
    parts: Vec<HelpPart>,
    top: usize,
    /// How far it can be scrolled, and how many lines are in sight, when it was last drawn.
    most: Cell<usize>,
    page: Cell<usize>,
}

impl Help {
    /// The help for what can be done in this scope. What several tables have is shown once, at the nearest, with all
    /// its keys.
    pub fn new(scope: Scope, words: &Words) -> Self {
        let mut parts = Vec::new();
        if scope == Scope::RoundTable {
            let rows = words.dialogs.pen_help.iter().map(|line| HelpRow::Text(line)).collect();
            parts.push(HelpPart { title: words.dialogs.pen_help_title.to_owned(), rows });
        }
        let mut shown = Vec::new();
        for near in scope.chain() {
            let mut rows = Vec::new();
            for row in bindings::rows(*near) {
                if shown.contains(&row.command) {
                    continue;
                }
                shown.push(row.command);
                let keys = keys_of(scope, row.command, words);
                if !keys.is_empty() {
                    rows.push(HelpRow::Keys(keys.join("  "), row.command.word(words).label));
                }
            }
            if !rows.is_empty() {
                parts.push(HelpPart { title: near.title(words).to_owned(), rows });
            }
        }
        let everywhere = bindings::EVERYWHERE.iter().filter(|command| !shown.contains(command));
        let rows: Vec<HelpRow> = everywhere
            .map(|command| {
                let keys = bindings::key_of(scope, *command).map(|key| key.show(words));
                HelpRow::Keys(keys.unwrap_or_default(), command.word(words).label)
            })
            .collect();
        if !rows.is_empty() {
            parts.push(HelpPart { title: Scope::Global.title(words).to_owned(), rows });
        }
        Self { parts, top: 0, most: Cell::new(0), page: Cell::new(1) }
    }

    /// Scrolls, if the command is one that walks. Returns whether it was.
    fn scroll(&mut self, command: Command) -> bool {
        let (most, page) = (self.most.get(), self.page.get().max(2) - 1);
        let top = self.top.min(most);
        self.top = match command {
            Command::Up => top.saturating_sub(1),
            Command::Down => top + 1,
            Command::PageUp => top.saturating_sub(page),
            Command::PageDown => top + page,
            Command::First => 0,
            Command::Last => most,
            _ => return false,
        }
        .min(most);
        true
    }
}

/// The keys that ask for a command in a scope, as they are written.
fn keys_of(scope: Scope, command: Command, words: &Words) -> Vec<String> {
    let rows = scope.chain().iter().flat_map(|near| bindings::rows(*near));
    let keys = rows.filter(|row| row.command == command).flat_map(|row| row.keys);
    let mut shown: Vec<String> = Vec::new();
    for key in keys.filter(|key| bindings::find(scope, **key) == Some(command)) {
        let key = key.show(words);
        if !shown.contains(&key) {
            shown.push(key);
        }
    }
    shown
}

/// The lines of these parts in so many columns, a blank one between two parts.
fn lines(parts: &[HelpPart], columns: usize, look: &Look) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for part in parts {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.push(Line::styled(part.title.clone(), look.theme.strong));
        for row in &part.rows {
            match row {
                HelpRow::Keys(keys, does) => lines.extend(key_lines(keys, does, columns, look)),
                HelpRow::Text(text) => {
                    lines.extend(
                        text_lines(text, columns).into_iter().map(|line| Line::styled(line, look.theme.text)),
                    );
                }
            }
        }
    }
    lines
}

/// A marker, blanks, and what it means; where that is broken it goes on under itself.
fn text_lines(text: &str, columns: usize) -> Vec<String> {
    let Some((marker, means)) = text.rsplit_once("  ") else { return wrap(text, columns) };
    let marker = format!("{marker}  ");
    let indent = width(&marker);
    if indent > columns / 2 {
        return wrap(text, columns);
    }
    let means = wrap(means, columns - indent).into_iter().enumerate();
    means
        .map(
            |(at, line)| {
                if at == 0 { format!("{marker}{line}") } else { format!("{}{line}", " ".repeat(indent)) }
            },
        )
        .collect()
}

/// The keys, and beside them what they do; that is broken where it is too long.
fn key_lines(keys: &str, does: &str, columns: usize, look: &Look) -> Vec<Line<'static>> {
    let indent = KEYS.min(columns * 2 / 5);
    let gap = indent.saturating_sub(width(keys)).max(2);
    let first = columns.saturating_sub(width(keys) + gap);
    // Where the keys take the room, what they do is under them.
    let is_under = first < columns / 3;
    let room =
        if is_under { columns.saturating_sub(indent) } else { first.min(columns.saturating_sub(indent)) };
    let mut said = wrap(does, room).into_iter();
    let mut spans = vec![Span::styled(keys.to_owned(), look.theme.accent)];
    if !is_under {
        spans.push(Span::raw(" ".repeat(gap)));
        spans.push(Span::styled(said.next().unwrap_or_default(), look.theme.text));
    }
    let rest = said.map(|line| Line::styled(format!("{}{line}", " ".repeat(indent)), look.theme.text));
    std::iter::once(Line::from(spans)).chain(rest).collect()
}

/// The lines of two columns that are as equally long as whole parts allow.
fn in_two(parts: &[HelpPart], columns: usize, look: &Look) -> [Vec<Line<'static>>; 2] {
    let at = |at: usize| {
        let (left, right) = parts.split_at(at);
        [lines(left, columns, look), lines(right, columns, look)]
    };
    let both = (1..=parts.len()).map(at);
    both.min_by_key(|[left, right]| left.len().max(right.len())).unwrap_or_default()
}

impl Screen for Help {
    fn scope(&self) -> Scope {
        Scope::Reading
    }

    fn leafs(&self) -> bool {
        true
    }

    fn act(&mut self, command: Command, _: &Ctx) -> Outcome {
        Ok(match command {
            command if self.scroll(command) => Effect::None,
            Command::Palette | Command::CancelJob => Effect::Pass,
            _ => Effect::Close(DialogAnswer::Nothing),
        })
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let is_two = area.width >= TWO;
        let wide = WIDE[usize::from(is_two)].min(area.width.saturating_sub(4));
        // The border and a blank column on each side.
        let inner = panel::room(area, wide);
        let columns = if is_two { (inner - BETWEEN) / 2 } else { inner };
        let sides = if is_two {
            in_two(&self.parts, columns.into(), look)
        } else {
            [lines(&self.parts, columns.into(), look), Vec::new()]
        };
        let all = sides.iter().map(Vec::len).max().unwrap_or(0);
        let tall = u16::try_from(all).unwrap_or(u16::MAX);
        let room = panel(canvas, area, (wide, tall), look.words.commands.help.label, &look.theme);
        let height = usize::from(room.height);
        self.most.set(all.saturating_sub(height));
        self.page.set(height);
        let top = self.top.min(self.most.get());
        for (side, x) in sides.iter().zip([room.x, room.x + columns + BETWEEN]) {
            let place = Rect { x, width: columns.min(room.right().saturating_sub(x)), ..room };
            canvas.lines(place, side.get(top..).unwrap_or_default());
        }
        let below = self.most.get() - top;
        let shown = [("↑", top), ("↓", below)].map(|(arrow, lines)| match lines {
            0 => String::new(),
            lines => format!(" {arrow} {lines} "),
        });
        let edge = Rect { y: room.bottom(), height: 1, ..room };
        canvas.text_right(edge, &shown.concat(), look.theme.dim);
    }
}
