//! Rows that what is typed filters, one of them chosen: what every list in a dialog has in common.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::layout::Rect;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::i18n::vocabulary::fold;
use crate::ui::canvas::Canvas;
use crate::ui::context::Look;
use crate::ui::input::TextInput;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::rows::Rows;

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

/// The items, those of them that match, and the field that is typed in.
#[derive(Debug, Clone, Default)]
pub(in crate::ui::dialogs) struct FoundRows {
    /// All that there is to choose.
    pub(in crate::ui::dialogs) items: Vec<ChoiceItem>,
    /// What is typed.
    pub(in crate::ui::dialogs) field: TextField,
    /// Which row is chosen.
    pub(in crate::ui::dialogs) rows: Rows,
    /// Indices of the items that match, best first.
    found: Vec<usize>,
    /// So many of the items are shown while nothing is typed.
    first: usize,
}

impl FoundRows {
    /// All of the items; the first is chosen.
    pub(in crate::ui::dialogs) fn of(items: Vec<ChoiceItem>) -> Self {
        let first = items.len();
        Self { items, first, ..Self::default() }.filtered()
    }

    /// The same, where only the first so many are shown while nothing is typed.
    pub(in crate::ui::dialogs) fn showing(self, first: usize) -> Self {
        Self { first, ..self }.filtered()
    }

    fn filtered(mut self) -> Self {
        self.filter();
        self
    }

    /// What is typed, without blanks around it.
    pub(in crate::ui::dialogs) fn typed(&self) -> &str {
        self.field.text().trim()
    }

    /// Leaves the items that match what is typed; the best is chosen.
    pub(in crate::ui::dialogs) fn filter(&mut self) {
        self.found = if self.typed().is_empty() {
            (0..self.first).collect()
        } else {
            matching(&self.items, self.typed())
        };
        self.rows = Rows::of(self.found.len());
    }

    /// Shows all that are shown while nothing is typed, whatever is typed.
    pub(in crate::ui::dialogs) fn show_first(&mut self) {
        self.found = (0..self.first).collect();
        self.rows.resize(self.found.len());
    }

    /// Leaves the items before `first`, and puts these items behind the best of them.
    pub(in crate::ui::dialogs) fn put_behind_first(&mut self, first: usize, items: &[usize]) {
        self.found.retain(|at| *at < first);
        let behind = self.found.len().min(1);
        self.found.splice(behind..behind, items.iter().copied());
        self.rows = Rows::of(self.found.len());
    }

    /// Leaves only the items whose words begin as what is typed.
    pub(in crate::ui::dialogs) fn keep_beginnings(&mut self) {
        let typed = fold(self.typed());
        let begins = |item: &ChoiceItem| fit_of(item, &typed).is_some_and(|fit| fit <= MatchRank::Words);
        let items = &self.items;
        self.found.retain(|at| typed.is_empty() || items.get(*at).is_some_and(begins));
        self.rows = Rows::of(self.found.len());
    }

    /// The index of the chosen item.
    pub(in crate::ui::dialogs) fn chosen(&self) -> Option<usize> {
        self.at(self.rows.selected)
    }

    /// The index of the item in a row.
    pub(in crate::ui::dialogs) fn at(&self, row: usize) -> Option<usize> {
        self.found.get(row).copied()
    }

    /// How many items match.
    pub(in crate::ui::dialogs) fn count(&self) -> usize {
        self.found.len()
    }

    /// Draws the field in the first row of the room, and returns the rest for the items. Where none matches, that is
    /// said; what can be typed is said in the empty field.
    pub(in crate::ui::dialogs) fn draw_field(
        &self,
        canvas: &mut Canvas,
        room: Rect,
        (hint, look): (&str, &Look),
    ) -> Rect {
        let line = Rect {
            x: room.x + 2.min(room.width),
            width: room.width.saturating_sub(2),
            height: room.height.min(1),
            ..room
        };
        canvas.text(Rect { width: room.width.min(1), ..room }, "›", look.theme.accent);
        if self.field.text().is_empty() {
            canvas.text(line, hint, look.theme.dim);
        }
        self.field.draw(canvas, line, look.theme.text, true);
        let list = Rect { y: room.y + line.height, height: room.height - line.height, ..room };
        if self.found.is_empty() {
            canvas.text(list, look.words.dialogs.no_hits, look.theme.dim);
        }
        list
    }
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
/// å, ä and ö are letters of their own here, as in Swedish, unless nothing is found so.
fn matching(items: &[ChoiceItem], typed: &str) -> Vec<usize> {
    let typed = &*fold(typed.trim());
    if typed.is_empty() {
        return (0..items.len()).collect();
    }
    let fitting = |(at, item)| Some((fit_of(item, typed)?, at));
    let mut found: Vec<(MatchRank, usize)> = items.iter().enumerate().filter_map(fitting).collect();
    if found.is_empty() {
        found = without_accents(items, typed);
    }
    if found.is_empty() {
        found = by_letters(items, typed);
    }
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}

/// The items that fit on a keyboard without å, ä and ö: "angra".
fn without_accents(items: &[ChoiceItem], typed: &str) -> Vec<(MatchRank, usize)> {
    let bare = |text: &str| text.nfd().filter(|c| !is_combining_mark(*c)).collect::<String>();
    let bare_item = |item: &ChoiceItem| ChoiceItem {
        label: bare(&item.label),
        aliases: item.aliases.iter().map(|alias| bare(alias)).collect(),
        ..ChoiceItem::default()
    };
    let fitting = |(at, item): (usize, &ChoiceItem)| Some((fit_of(&bare_item(item), &bare(typed))?, at));
    items.iter().enumerate().filter_map(fitting).collect()
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
