//! What may follow at the cursor of a line, with one of it chosen: offered, walked in, taken. Every pen has the same.

use ratatui::layout::Rect;

use crate::i18n::{Lang, Words};
use crate::pen::{self, Completion, Context};
use crate::text::slice;
use crate::ui::canvas::{Canvas, ClickTarget};
use crate::ui::context::Look;
use crate::ui::input::TextInput;
use crate::ui::widgets::editor::Editor;
use crate::ui::widgets::frame;
use crate::ui::widgets::text::{fit, width};

/// The most rows of candidates that are shown at once.
const MOST_SHOWN: usize = 7;

/// Where the candidates are drawn: over a list, right above the line.
#[derive(Debug)]
pub struct OfferedPlace<'a> {
    /// The row over the line: they are above it.
    pub rule: Rect,
    /// Columns before the words of the line.
    pub margin: u16,
    /// Which key takes the chosen one, in words.
    pub takes: &'a str,
    /// Clicks on them are rows from here on.
    pub rows: usize,
}

/// The candidates, if there are any. They are open as long as the cursor is where they were looked for.
#[derive(Debug, Default)]
pub struct OpenCompletion(Option<(Completion, usize)>);

impl OpenCompletion {
    /// What may follow at the cursor; the first is chosen.
    pub fn at_cursor(editor: &Editor, context: &Context<'_>, lang: Lang) -> Self {
        Self(pen::complete(editor.text(), editor.cursor(), context, lang).map(|found| (found, 0)))
    }

    /// The same, but only of names, tags and dates: in a line whose plain words are of one kind.
    pub fn of_tokens(editor: &Editor, context: &Context<'_>, lang: Lang) -> Self {
        let Self(found) = Self::at_cursor(editor, context, lang);
        let is_token = |from: usize| slice(editor.text(), from..).starts_with(['@', '#', '<', '^']);
        Self(found.filter(|(completion, _)| is_token(completion.range.start)))
    }

    /// Nothing is offered any more.
    pub fn close(&mut self) {
        self.0 = None;
    }

    /// What is open at the cursor, and which of it is chosen.
    pub fn open(&self, editor: &Editor) -> Option<(&Completion, usize)> {
        let (completion, at) = self.0.as_ref()?;
        (completion.range.end == editor.cursor()).then_some((completion, *at))
    }

    /// Walks in it; `false` where none is open.
    pub fn walk(&mut self, down: bool, editor: &Editor) -> bool {
        if self.open(editor).is_none() {
            return false;
        }
        if let Some((completion, at)) = &mut self.0 {
            let count = completion.candidates.len();
            *at = if down { (*at + 1) % count } else { (*at + count - 1) % count };
        }
        true
    }

    /// Chooses the candidate with this index.
    pub fn choose(&mut self, candidate: usize) {
        if let Some((_, at)) = &mut self.0 {
            *at = candidate;
        }
    }

    /// Puts the chosen candidate in the line; `false` where none is open. After all but a heading, which is the whole
    /// line, and what ends with a blank already, more words follow.
    pub fn accept(&self, editor: &mut Editor) -> bool {
        let Some((completion, at)) = self.open(editor) else { return false };
        let Some(candidate) = completion.candidates.get(at) else { return false };
        let range = completion.range.clone();
        let is_token = candidate.starts_with(['@', '#', '<', '^', '/']) || candidate.ends_with(':');
        let is_apart = slice(editor.text(), range.end..).starts_with(' ');
        let gap = if is_token && !is_apart { " " } else { "" };
        editor.replace(range.start, range.end, &format!("{candidate}{gap}"));
        true
    }

    /// Draws the candidates, each with what `note` says of it; nothing moves when they open.
    pub fn draw(
        &self,
        editor: &Editor,
        canvas: &mut Canvas,
        over: &OfferedPlace<'_>,
        note: impl Fn(&str, &Words) -> Option<&'static str>,
        look: &Look,
    ) {
        let Some((completion, chosen)) = self.open(editor) else { return };
        let (rule, margin) = (over.rule, over.margin);
        let most = usize::from(rule.y.saturating_sub(canvas.area().y + 1));
        let shown = completion.candidates.len().min(MOST_SHOWN).min(most);
        let first = (chosen + 1).saturating_sub(shown);
        let tall = u16::try_from(shown).unwrap_or(0);
        let area = Rect { y: rule.y - tall, height: tall, ..rule };
        let edge = Rect { y: area.y.saturating_sub(1), height: 1, ..area };
        canvas.clear(area, look.theme.text);
        canvas.clear(edge, look.theme.text);
        frame::rule(canvas, edge, &look.theme);
        let below = completion.candidates.len() - first - shown;
        if below > 0 {
            let place = Rect { width: edge.width.saturating_sub(2), ..edge };
            canvas.text_right(place, &format!(" ↓ {below} "), look.theme.dim);
        }
        let in_sight = completion.candidates.iter().skip(first).take(shown);
        let wide = in_sight.map(|candidate| width(candidate)).max().unwrap_or(0);
        let wide = u16::try_from(wide).unwrap_or(u16::MAX / 2);
        for (row, (index, candidate)) in area.rows().zip(completion.candidates.iter().enumerate().skip(first))
        {
            let place = Rect { x: row.x + margin, width: row.width.saturating_sub(margin + 1), ..row };
            let end = canvas.text(place, &fit(candidate, place.width.into()), look.theme.text);
            if index == chosen {
                canvas.text(
                    Rect { x: (row.x + margin).saturating_sub(2), width: 1, ..row },
                    "▌",
                    look.theme.accent,
                );
                canvas.style(place, look.theme.selected);
            }
            let after = |x: u16| Rect { x, width: place.right().saturating_sub(x), ..row };
            let end = match note(candidate, look.words) {
                Some(note) => {
                    let place = after(place.x + wide + 3);
                    canvas.text(place, &fit(note, place.width.into()), look.theme.dim)
                }
                None => end,
            };
            if index == chosen {
                canvas.text(after(end + 3), over.takes, look.theme.dim);
            }
            canvas.target(row, ClickTarget::Row(over.rows + index));
        }
    }
}
