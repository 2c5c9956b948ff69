//! A list to choose from: what is typed filters it, and a number chooses the row with that number.
//! Answers [`DialogAnswer::Choice`] with the row's index in the list that was passed in, or [`DialogAnswer::Choices`].
//!
//! ```text
//! ╭─ Bord ─────────────────╮
//! │ 3▏                     │
//! │ ▌ 3  Köket        12   │
//! │   13 Fritids       4   │
//! ╰────────────────────────╯
//! ```

use std::collections::BTreeSet;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::input::TextInput;
use crate::ui::screen::Screen;
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::text::{fit, width, wrap};
use found_rows::FoundRows;

pub(super) mod found_rows;

pub use found_rows::ChoiceItem;

/// How many columns the dialog takes where it can.
const WIDE: u16 = 72;

/// What is said of words that match nothing.
type TypedLabel = fn(&str) -> String;

/// Items that what is typed filters, with one row chosen.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    title: String,
    /// What it is about, over the items; may be empty.
    text: String,
    list: FoundRows,
    /// The indices that are marked; `None` where only one may be chosen.
    marked: Option<BTreeSet<usize>>,
    /// Whether a number is taken as soon as no other begins so.
    by_number: bool,
    /// What is said of words that match nothing, where they are an answer too.
    typed: Option<TypedLabel>,
}

impl Choice {
    /// A list; the first row is chosen.
    pub fn new(title: impl Into<String>, items: Vec<ChoiceItem>) -> Self {
        Self { title: title.into(), list: FoundRows::of(items), ..Self::default() }
    }

    /// The same list with a paragraph over it.
    #[must_use]
    pub fn about(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// The same list with this row chosen at first.
    #[must_use]
    pub fn at(mut self, item: usize) -> Self {
        self.list.rows.select(item);
        self
    }

    /// The same list, where several rows can be marked with Tab, these at first. It answers
    /// [`DialogAnswer::Choices`].
    #[must_use]
    pub fn several(mut self, marked: impl IntoIterator<Item = usize>) -> Self {
        self.marked = Some(marked.into_iter().collect());
        self
    }

    /// The same list, where a number that is typed is taken as soon as no other begins so.
    #[must_use]
    pub fn by_number(mut self) -> Self {
        self.by_number = true;
        self
    }

    /// The same list, where words that match nothing are an answer too: it is [`DialogAnswer::Form`] with the words,
    /// and `label` says what they would be.
    #[must_use]
    pub fn or_typed(mut self, label: TypedLabel) -> Self {
        self.typed = Some(label);
        self
    }

    /// What was typed, where it matches nothing and is an answer.
    fn other(&self) -> Option<(&str, TypedLabel)> {
        let typed = self.list.typed();
        let label = self.typed.filter(|_| self.list.count() == 0 && !typed.is_empty())?;
        Some((typed, label))
    }

    /// The same list, where this was typed already.
    #[must_use]
    pub fn begun(mut self, typed: &str) -> Self {
        if !typed.is_empty() {
            self.list.field.insert(typed);
            self.list.filter();
        }
        self
    }

    /// The row with the number that was typed, where no other number begins so.
    pub fn numbered(&self) -> Option<usize> {
        let typed = self.list.typed();
        let number: u16 = typed.parse().ok().filter(|_| self.by_number)?;
        let begin =
            |item: &&ChoiceItem| item.number.is_some_and(|number| number.to_string().starts_with(typed));
        let is_only = self.list.items.iter().filter(begin).count() == 1;
        self.list.items.iter().position(|item| is_only && item.number == Some(number))
    }

    fn answer(&self) -> Effect {
        match (&self.marked, self.list.chosen()) {
            (Some(marked), _) if !marked.is_empty() => {
                Effect::Close(DialogAnswer::Choices(marked.iter().copied().collect()))
            }
            (Some(_), chosen) => Effect::Close(DialogAnswer::Choices(chosen.into_iter().collect())),
            (None, Some(chosen)) => Effect::Close(DialogAnswer::Choice(chosen)),
            (None, None) => match self.other() {
                Some((typed, _)) => Effect::Close(DialogAnswer::Form(vec![typed.to_owned()])),
                None => Effect::None,
            },
        }
    }

    /// One row as it is shown.
    fn line(&self, row: usize, columns: u16, look: &Look) -> Line<'static> {
        let Some(item) = self.list.at(row) else { return Line::default() };
        let Some(ChoiceItem { number, label, note, group, .. }) = self.list.items.get(item) else {
            return Line::default();
        };
        let numbered = self.list.items.iter().any(|item| item.number.is_some());
        let mut spans = Vec::new();
        if let Some(marked) = &self.marked {
            spans.push(Span::raw(if marked.contains(&item) { "● " } else { "  " }));
        }
        let groups = self.list.items.iter().map(|item| width(item.group)).max().unwrap_or(0);
        if groups > 0 && usize::from(columns) > 4 * groups {
            let above = row.checked_sub(1).and_then(|above| self.list.items.get(self.list.at(above)?));
            let shown = if above.is_some_and(|above| above.group == *group) { "" } else { group };
            let shown = format!("{shown}{}", " ".repeat(groups + 2 - width(shown)));
            spans.push(Span::styled(shown, look.theme.dim));
        }
        if numbered {
            let number = number.map(|number| number.to_string()).unwrap_or_default();
            spans.push(Span::styled(format!("{number:>3}  "), look.theme.dim));
        }
        let used: usize = spans.iter().map(|span| width(&span.content)).sum();
        let room = usize::from(columns).saturating_sub(used);
        let note = note_beside(label, note, room);
        let note_room = if note.is_empty() { 0 } else { width(note) + 2 };
        let label = fit(label, room.saturating_sub(note_room)).into_owned();
        let gap = room.saturating_sub(width(&label) + width(note));
        spans.push(Span::raw(label));
        if !note.is_empty() && gap > 0 {
            spans.push(Span::raw(" ".repeat(gap)));
            spans.push(Span::styled(note.to_owned(), look.theme.dim));
        }
        Line::from(spans)
    }
}

/// As much of a note as there is room for beside a label: all of it, its last part, or nothing. A label is cut only
/// where that leaves it half of the room.
fn note_beside<'a>(label: &str, note: &'a str, room: usize) -> &'a str {
    let fits = |note: &str| {
        let left = room.saturating_sub(width(note) + 2);
        width(label) <= left || 2 * left >= room
    };
    let last = note.rsplit("  ").next().unwrap_or_default();
    [note, last].into_iter().find(|note| fits(note)).unwrap_or_default()
}

impl Screen for Choice {
    fn scope(&self) -> Scope {
        Scope::Choice
    }

    fn act(&mut self, command: Command, _: &Ctx) -> Outcome {
        if self.list.rows.walk(command) {
            return Ok(Effect::None);
        }
        Ok(match command {
            Command::Choose => self.answer(),
            Command::Back => Effect::Close(DialogAnswer::Nothing),
            Command::Mark => {
                if let (Some(item), Some(marked)) = (self.list.chosen(), &mut self.marked)
                    && !marked.remove(&item)
                {
                    marked.insert(item);
                }
                self.list.rows.walk(Command::Down);
                Effect::None
            }
            _ => Effect::Pass,
        })
    }

    fn would_lose_words(&self) -> bool {
        self.other().is_some()
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        Some(&mut self.list.field)
    }

    fn typed(&mut self, _: &Ctx) -> Outcome {
        self.list.filter();
        if self.typed.is_some() {
            // A name is found by how its words begin; anything else is a new one.
            self.list.keep_beginnings();
        }
        Ok(match self.numbered() {
            Some(item) => Effect::Close(DialogAnswer::Choice(item)),
            None => Effect::None,
        })
    }

    fn clicked(&mut self, row: usize, _: &Ctx) -> Outcome {
        self.list.rows.select(row);
        Ok(if self.marked.is_some() { Effect::Run(Command::Mark) } else { self.answer() })
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let wide = usize::from(area.width.saturating_sub(4).min(WIDE)).saturating_sub(4);
        let about = if self.text.is_empty() { Vec::new() } else { wrap(&self.text, wide) };
        let tall = u16::try_from(self.list.items.len()).unwrap_or(u16::MAX).clamp(3, 16) + 1;
        let over = u16::try_from(about.len()).unwrap_or(u16::MAX);
        let room = panel(canvas, area, (WIDE, tall.saturating_add(over)), &self.title, &look.theme);
        // Without room for all, the rows are what is needed.
        let over = over.min(room.height.saturating_sub(tall));
        for (line, row) in about.iter().zip(room.rows().take(usize::from(over))) {
            canvas.text(row, line, look.theme.text);
        }
        let room = Rect { y: room.y + over, height: room.height - over, ..room };
        let hint = if self.by_number { look.words.dialogs.by_number } else { "" };
        let list = self.list.draw_field(canvas, room, (hint, look));
        if let Some((typed, label)) = self.other() {
            canvas.clear(Rect { height: list.height.min(1), ..list }, look.theme.text);
            canvas.text(list, &fit(&label(typed), list.width.into()), look.theme.text);
        }
        self.list.rows.draw(canvas, list, &look.theme, |row, columns| vec![self.line(row, columns, look)]);
        self.draw_more(canvas, list, look);
    }
}

impl Choice {
    /// In the lower edge of the box: that the list goes on over or under what is seen.
    fn draw_more(&self, canvas: &mut Canvas, list: Rect, look: &Look) {
        let above = self.list.rows.top();
        let below = self.list.count().saturating_sub(above + usize::from(list.height));
        let mut shown = Vec::new();
        shown.extend((above > 0).then(|| format!("↑ {above}")));
        shown.extend((below > 0).then(|| format!("↓ {below}")));
        if !shown.is_empty() {
            let edge = Rect { y: list.bottom(), height: 1, ..list };
            canvas.text_right(edge, &format!(" {} ", shown.join("  ")), look.theme.dim);
        }
    }
}
