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

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::i18n::vocabulary::fold;
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::input::TextInput;
use crate::ui::screen::Screen;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::rows::Rows;
use crate::ui::widgets::text::{fit, width, wrap};

/// How many columns the dialog takes where it can.
const WIDE: u16 = 72;

/// What is said of words that match nothing.
type TypedLabel = fn(&str) -> String;

/// One row to choose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChoiceItem {
    /// The number one can type; numbers need not be in order.
    pub number: Option<u16>,
    /// What it is called; what is typed is looked for in it.
    pub label: String,
    /// Dim words at the right.
    pub note: String,
    /// What it belongs to, at the left of the first of those that do; may be empty.
    pub group: &'static str,
    /// Other names that it is found by.
    pub aliases: Vec<String>,
}

impl ChoiceItem {
    /// A row with a label only.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), ..Self::default() }
    }

    /// The same row with a note on the right.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// The same row as one of a group.
    #[must_use]
    pub fn group(mut self, group: &'static str) -> Self {
        self.group = group;
        self
    }

    /// The same row with one more name, or words, that it is found by; may be empty.
    #[must_use]
    pub fn alias(mut self, alias: impl Into<String>) -> Self {
        self.aliases.push(alias.into());
        self
    }

    /// The same row with a number that can be typed.
    #[must_use]
    pub fn number(mut self, number: u16) -> Self {
        self.number = Some(number);
        self
    }
}

/// Items that what is typed filters, with one row chosen.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    title: String,
    /// What it is about, over the items; may be empty.
    text: String,
    items: Vec<ChoiceItem>,
    /// Indices of `items` that match what was typed, best first.
    found: Vec<usize>,
    rows: Rows,
    field: TextField,
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
        let found: Vec<usize> = (0..items.len()).collect();
        Self { title: title.into(), rows: Rows::of(found.len()), found, items, ..Self::default() }
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
        self.rows.select(item);
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
        let typed = self.field.text().trim();
        let label = self.typed.filter(|_| self.found.is_empty() && !typed.is_empty())?;
        Some((typed, label))
    }

    /// The same list, where this was typed already.
    #[must_use]
    pub fn begun(mut self, typed: &str) -> Self {
        if !typed.is_empty() {
            self.field = TextField::with(typed);
            self.found = matching(&self.items, typed);
            self.rows = Rows::of(self.found.len());
        }
        self
    }

    /// The row with the number that was typed, where no other number begins so.
    pub fn numbered(&self) -> Option<usize> {
        let typed = self.field.text().trim();
        let number: u16 = typed.parse().ok().filter(|_| self.by_number)?;
        let begin =
            |item: &&ChoiceItem| item.number.is_some_and(|number| number.to_string().starts_with(typed));
        let is_only = self.items.iter().filter(begin).count() == 1;
        self.items.iter().position(|item| is_only && item.number == Some(number))
    }

    fn chosen(&self) -> Option<usize> {
        self.found.get(self.rows.selected).copied()
    }

    fn answer(&self) -> Effect {
        match (&self.marked, self.chosen()) {
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
        let Some(item) = self.found.get(row).copied() else { return Line::default() };
        let Some(ChoiceItem { number, label, note, group, .. }) = self.items.get(item) else {
            return Line::default();
        };
        let numbered = self.items.iter().any(|item| item.number.is_some());
        let mut spans = Vec::new();
        if let Some(marked) = &self.marked {
            spans.push(Span::raw(if marked.contains(&item) { "● " } else { "  " }));
        }
        let groups = self.items.iter().map(|item| width(item.group)).max().unwrap_or(0);
        if groups > 0 && usize::from(columns) > 4 * groups {
            let above = row.checked_sub(1).and_then(|above| self.items.get(*self.found.get(above)?));
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

/// How well an item fits what was typed, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum MatchRank {
    /// Its number begins so.
    Number(u16),
    /// Another name is what was typed.
    Name,
    /// Its label begins so.
    Label,
    /// Another name begins so.
    NameBegins,
    /// Each word that was typed begins one of its own, in the label or another name.
    Words,
    /// What was typed is inside a word.
    Inside,
    /// Its letters occur in this order in one word; the highest score is the best.
    Letters(std::cmp::Reverse<u32>),
}

/// How well the words of an item fit what was typed; `None` where they do not, or only by single letters.
fn fit_of(item: &ChoiceItem, typed: &str) -> Option<MatchRank> {
    let label = fold(&item.label);
    let names: Vec<String> = item
        .aliases
        .iter()
        .map(|name| fold(name.trim_start_matches('/')))
        .filter(|name| !name.is_empty())
        .collect();
    let name = typed.trim_start_matches('/');
    if let Some(number) = item.number.filter(|number| number.to_string().starts_with(typed)) {
        return Some(MatchRank::Number(number));
    }
    let parts =
        |text: &str| text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>();
    let known: Vec<String> = std::iter::once(&label).chain(&names).flat_map(|text| parts(text)).collect();
    let begins = |word: &String| known.iter().any(|known| known.starts_with(word.as_str()));
    let words: Vec<String> = parts(typed).into_iter().filter(|word| !word.is_empty()).collect();
    if names.iter().any(|known| known == name) {
        Some(MatchRank::Name)
    } else if label.starts_with(typed) {
        Some(MatchRank::Label)
    } else if !name.is_empty() && names.iter().any(|known| known.starts_with(name)) {
        Some(MatchRank::NameBegins)
    } else if !words.is_empty() && words.iter().all(begins) {
        Some(MatchRank::Words)
    } else {
        (label.contains(typed) || names.iter().any(|known| known.contains(typed)))
            .then_some(MatchRank::Inside)
    }
}

/// The indices of the items that match what was typed, best first: a number that was typed comes before all, and words
/// that begin so before letters that occur in this order in one word, which count where nothing else is found.
/// å, ä and ö are letters of their own here, as in Swedish.
pub(super) fn matching(items: &[ChoiceItem], typed: &str) -> Vec<usize> {
    let typed = &*fold(typed.trim());
    if typed.is_empty() {
        return (0..items.len()).collect();
    }
    let fitting = |(at, item)| Some((fit_of(item, typed)?, at));
    let mut found: Vec<(MatchRank, usize)> = items.iter().enumerate().filter_map(fitting).collect();
    if found.is_empty() {
        found = by_letters(items, typed);
    }
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}

/// The items in which the letters that were typed occur in this order in one word, which begins with the first of them.
fn by_letters(items: &[ChoiceItem], typed: &str) -> Vec<(MatchRank, usize)> {
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Never);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut score = |item: &ChoiceItem| {
        let label = fold(&item.label);
        let words = label.split(' ').filter(|word| word.chars().next() == typed.chars().next());
        let best =
            words.filter_map(|word| pattern.score(Utf32Str::new(word, &mut buffer), &mut matcher)).max()?;
        Some(MatchRank::Letters(std::cmp::Reverse(best)))
    };
    items.iter().enumerate().filter_map(|(at, item)| Some((score(item)?, at))).collect()
}

impl Screen for Choice {
    fn scope(&self) -> Scope {
        Scope::Choice
    }

    fn act(&mut self, command: Command, _: &Ctx) -> Outcome {
        if self.rows.walk(command) {
            return Ok(Effect::None);
        }
        Ok(match command {
            Command::Choose => self.answer(),
            Command::Back => Effect::Close(DialogAnswer::Nothing),
            Command::Mark => {
                if let (Some(item), Some(marked)) = (self.chosen(), &mut self.marked)
                    && !marked.remove(&item)
                {
                    marked.insert(item);
                }
                self.rows.walk(Command::Down);
                Effect::None
            }
            _ => Effect::Pass,
        })
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        Some(&mut self.field)
    }

    fn typed(&mut self, _: &Ctx) -> Outcome {
        self.found = matching(&self.items, self.field.text());
        if self.typed.is_some() {
            // A name is found by how its words begin; anything else is a new one.
            let typed = fold(self.field.text().trim());
            let begins = |item: &ChoiceItem| fit_of(item, &typed).is_some_and(|fit| fit <= MatchRank::Words);
            self.found.retain(|at| typed.is_empty() || self.items.get(*at).is_some_and(begins));
        }
        self.rows = Rows::of(self.found.len());
        Ok(match self.numbered() {
            Some(item) => Effect::Close(DialogAnswer::Choice(item)),
            None => Effect::None,
        })
    }

    fn clicked(&mut self, row: usize, _: &Ctx) -> Outcome {
        self.rows.select(row);
        Ok(if self.marked.is_some() { Effect::Run(Command::Mark) } else { self.answer() })
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let wide = usize::from(area.width.saturating_sub(4).min(WIDE)).saturating_sub(4);
        let about = if self.text.is_empty() { Vec::new() } else { wrap(&self.text, wide) };
        let tall = u16::try_from(self.items.len()).unwrap_or(u16::MAX).clamp(3, 16) + 1;
        let over = u16::try_from(about.len()).unwrap_or(u16::MAX);
        let room = panel(canvas, area, (WIDE, tall.saturating_add(over)), &self.title, &look.theme);
        // Without room for all, the rows are what is needed.
        let over = over.min(room.height.saturating_sub(tall));
        for (line, row) in about.iter().zip(room.rows().take(usize::from(over))) {
            canvas.text(row, line, look.theme.text);
        }
        let room = Rect { y: room.y + over, height: room.height - over, ..room };
        let line = Rect {
            x: room.x + 2.min(room.width),
            width: room.width.saturating_sub(2),
            height: room.height.min(1),
            ..room
        };
        canvas.text(Rect { width: room.width.min(1), ..room }, "›", look.theme.accent);
        self.field.draw(canvas, line, look.theme.text, true);
        let list = Rect { y: room.y + 1, height: room.height.saturating_sub(1), ..room };
        if let Some((typed, label)) = self.other() {
            canvas.text(list, &fit(&label(typed), list.width.into()), look.theme.text);
        } else if self.found.is_empty() {
            canvas.text(list, look.words.dialogs.no_hits, look.theme.dim);
        }
        self.rows.draw(canvas, list, &look.theme, |row, columns| vec![self.line(row, columns, look)]);
        self.draw_more(canvas, list, look);
    }
}

impl Choice {
    /// In the lower edge of the box: that the list goes on over or under what is seen.
    fn draw_more(&self, canvas: &mut Canvas, list: Rect, look: &Look) {
        let above = self.rows.top();
        let below = self.found.len().saturating_sub(above + usize::from(list.height));
        let mut shown = Vec::new();
        shown.extend((above > 0).then(|| format!("↑ {above}")));
        shown.extend((below > 0).then(|| format!("↓ {below}")));
        if !shown.is_empty() {
            let edge = Rect { y: list.bottom(), height: 1, ..list };
            canvas.text_right(edge, &format!(" {} ", shown.join("  ")), look.theme.dim);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(typed: &str) -> Vec<&'static str> {
        let all = ["Får", "Far", "Köket", "Fritids"];
        let items: Vec<ChoiceItem> = all
            .iter()
            .zip([1, 2, 3, 13])
            .map(|(label, number)| ChoiceItem::new(*label).number(number))
            .collect();
        matching(&items, typed).into_iter().map(|at| all[at]).collect()
    }

    #[test]
    fn swedish_letters_are_letters_of_their_own() {
        assert_eq!(labels("får"), ["Får"]);
        assert_eq!(labels("far"), ["Far"]);
        assert_eq!(labels("KÖ"), ["Köket"]);
    }

    #[test]
    fn words_that_begin_so_come_before_letters_in_this_order() {
        let labels = ["Flytta uppåt", "Gör till åtgärd", "Ta bort", "Välj bord"];
        let items: Vec<ChoiceItem> = labels.iter().map(|label| ChoiceItem::new(*label)).collect();
        let found =
            |typed: &str| matching(&items, typed).into_iter().map(|at| labels[at]).collect::<Vec<_>>();
        assert_eq!(found("bor"), ["Ta bort", "Välj bord"]);
        assert_eq!(found("åtg"), ["Gör till åtgärd"]);
        assert_eq!(found("upp flytt"), ["Flytta uppåt"]);
        assert_eq!(found("vlj"), ["Välj bord"], "letters of a word, where nothing else is found");
        assert_eq!(found("vbd"), [""; 0], "of one word only");
        assert_eq!(found("xyz"), [""; 0]);
    }

    #[test]
    fn a_number_chooses_its_row() {
        assert_eq!(labels("3"), ["Köket"]);
        assert_eq!(labels("1"), ["Får", "Fritids"]);
        assert_eq!(labels(""), ["Får", "Far", "Köket", "Fritids"]);
    }
}
