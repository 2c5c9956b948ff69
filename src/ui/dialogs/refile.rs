//! What something can become, and where it can go: a row for each, found by the marker of the pen, by walking or by
//! typing words of it, and taken with Enter. The letters at the foot choose the row of a place; a number after one of
//! them, or where tables are meant by itself, is an answer at once. Letters never are: they may be the first of a word.
//! Answers [`DialogAnswer::Choice`] with the index of the row, those of the letters counted on after the others, or
//! [`DialogAnswer::Form`] with the number, and with the letter where there was one.
//!
//! ```text
//! ╭ Gör om eller flytta U-4 ───────────────────────╮
//! │ ›                                              │
//! │ ▌ !   utmaning                                 │
//! │   >   åtagande                                 │
//! │   >>  åtgärd                                   │
//! │ p parkera   a avsnitt   b bord   m möte        │
//! ╰────────────────────────────────────────────────╯
//! ```

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::choice::ChoiceItem;
use super::choice::found_rows::FoundRows;
use crate::ui::bindings::Scope;
use crate::ui::canvas::{Canvas, ClickTarget};
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::input::TextInput;
use crate::ui::screen::Screen;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::text::{fit, width};

/// How many columns the box takes where it can.
const WIDE: u16 = 60;
/// Between two letters with their words.
const GAP: usize = 3;
/// So many rows at most have a number after a letter: one digit is an answer at once.
pub const MOST_NUMBERED: u16 = 9;
/// Letters are clicked as rows from this one on.
const LETTER_ROWS: usize = 1_000;

/// One thing that it can become.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RefileKind {
    /// The markers that choose it; the first is shown. May be none.
    pub markers: Vec<&'static str>,
    /// What it is called.
    pub label: String,
}

/// A place, and its letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RefileKey {
    /// What is typed.
    pub key: char,
    /// What it does, in a word or two.
    pub label: &'static str,
    /// Whether a number may follow: it is asked for next.
    pub takes_number: bool,
}

/// The box, with one row chosen.
#[derive(Debug, Clone, Default)]
pub struct Refile {
    title: String,
    /// The markers of each row.
    markers: Vec<Vec<&'static str>>,
    /// What each row is called, and what the letters mean after them.
    list: FoundRows,
    letters: Vec<RefileKey>,
    /// The letter and the number of each row that is seen once the letter is typed; these are the last items.
    numbered: Vec<(char, u16)>,
    /// What it is now: the index of its row.
    now: Option<usize>,
    /// Whether a digit is an answer.
    takes_digit: bool,
}

impl Refile {
    /// The box; the row of what it is `now` is chosen.
    pub fn new(
        title: impl Into<String>,
        items: Vec<RefileKind>,
        letters: Vec<RefileKey>,
        now: Option<usize>,
    ) -> Self {
        let rows_of = |item: RefileKind| (item.markers, ChoiceItem::new(item.label));
        let (markers, mut rows): (Vec<_>, Vec<_>) = items.into_iter().map(rows_of).unzip();
        let kinds = rows.len();
        rows.extend(letters.iter().map(|it| ChoiceItem::new(it.label).alias(it.key.to_string())));
        let mut list = FoundRows::of(rows).showing(kinds);
        list.rows.select(now.unwrap_or(0));
        Self { title: title.into(), markers, list, letters, numbered: Vec::new(), now, takes_digit: false }
    }

    /// The same box, where these are what the numbers from 1 mean after a letter: they are seen once it is typed.
    #[must_use]
    pub fn numbering(mut self, key: char, rows: impl IntoIterator<Item = String>) -> Self {
        for (number, row) in (1..=MOST_NUMBERED).zip(rows) {
            self.numbered.push((key, number));
            self.list.items.push(ChoiceItem::new(row));
        }
        self
    }

    /// The rows that match what is typed, with those of a letter behind it.
    fn filter(&mut self) {
        let first = self.markers.len() + self.letters.len();
        let typed = self.list.typed().to_lowercase();
        let is_of = |(key, _): &(char, u16)| typed == key.to_string();
        let of_letter = (first..).zip(&self.numbered).filter(|(_, numbered)| is_of(numbered));
        let rows = of_letter.map(|(at, _)| at).collect::<Vec<_>>();
        self.list.filter();
        self.list.put_behind_first(first, &rows);
    }

    /// The answer that the row of an item is.
    fn answer(&self, item: usize) -> DialogAnswer {
        let first = self.markers.len() + self.letters.len();
        match item.checked_sub(first).and_then(|at| self.numbered.get(at)) {
            Some((key, number)) => DialogAnswer::Form(vec![number.to_string(), key.to_string()]),
            None => DialogAnswer::Choice(item),
        }
    }

    /// The same box, where a digit is an answer too: it is [`DialogAnswer::Form`] with the digit.
    #[must_use]
    pub fn or_digit(mut self) -> Self {
        self.takes_digit = true;
        self
    }

    /// The number that was typed after a letter, or by itself, as an answer.
    fn number(&self, typed: &str) -> Option<DialogAnswer> {
        if self.takes_digit && typed.parse::<u16>().is_ok() {
            return Some(DialogAnswer::Form(vec![typed.to_owned()]));
        }
        let key = typed.chars().next()?;
        let number = typed.strip_prefix(key)?;
        let lower = key.to_lowercase().next();
        let letter = self.letters.iter().find(|letter| letter.takes_number && Some(letter.key) == lower)?;
        number
            .parse::<u16>()
            .is_ok()
            .then(|| DialogAnswer::Form(vec![number.to_owned(), letter.key.to_string()]))
    }

    fn row_of(&self, marker: &str) -> Option<usize> {
        self.markers.iter().position(|markers| markers.contains(&marker))
    }

    /// The row that markers choose. The marker of what it is now, once more, chooses the one with the doubled marker.
    fn marked(&self, typed: &str) -> Option<usize> {
        let row = self.row_of(typed)?;
        let doubled = || self.row_of(&typed.repeat(2));
        if Some(row) == self.now { doubled().or(Some(row)) } else { Some(row) }
    }

    fn is_marker(&self, typed: &str) -> bool {
        let is_part = |c: char| self.markers.iter().flatten().any(|marker| marker.contains(c));
        !typed.is_empty() && typed.chars().all(is_part)
    }

    /// The letters on as many lines as they need: what is written from which column on, and of which letter.
    fn letter_lines(&self, columns: usize) -> Vec<Vec<(usize, usize)>> {
        let mut lines: Vec<Vec<(usize, usize)>> = Vec::new();
        let mut x = 0;
        for (index, letter) in self.letters.iter().enumerate() {
            let wide = width(letter.label) + 2;
            if lines.is_empty() || x + wide > columns {
                lines.push(Vec::new());
                x = 0;
            }
            if let Some(line) = lines.last_mut() {
                line.push((x, index));
            }
            x += wide + GAP;
        }
        lines
    }

    fn line(&self, row: usize, columns: u16, look: &Look) -> Line<'static> {
        let found = self.list.at(row).and_then(|at| Some((at, self.list.items.get(at)?)));
        let Some((at, label)) = found else { return Line::default() };
        let letter = at.checked_sub(self.markers.len()).and_then(|at| self.letters.get(at));
        let numbered = at.checked_sub(self.markers.len() + self.letters.len());
        let numbered =
            numbered.and_then(|at| self.numbered.get(at)).map(|(key, number)| format!("{key}{number}"));
        let has_markers =
            letter.is_some() || numbered.is_some() || self.markers.iter().any(|markers| !markers.is_empty());
        let first = self.markers.get(at).and_then(|markers| markers.first()).copied().unwrap_or_default();
        let first = letter.map_or_else(|| first.to_owned(), |letter| letter.key.to_string());
        let first = numbered.unwrap_or(first);
        let marker = if has_markers { format!("{first:<4}") } else { String::new() };
        let label = fit(&label.label, usize::from(columns).saturating_sub(width(&marker))).into_owned();
        Line::from(vec![Span::styled(marker, look.theme.strong), Span::raw(label)])
    }
}

impl Screen for Refile {
    fn scope(&self) -> Scope {
        Scope::Choice
    }

    fn act(&mut self, command: Command, _: &Ctx) -> Outcome {
        if self.list.rows.walk(command) {
            return Ok(Effect::None);
        }
        Ok(match command {
            Command::Choose => match self.list.chosen() {
                Some(item) => Effect::Close(self.answer(item)),
                None => Effect::None,
            },
            Command::Back => Effect::Close(DialogAnswer::Nothing),
            _ => Effect::Pass,
        })
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        Some(&mut self.list.field)
    }

    fn typed(&mut self, _: &Ctx) -> Outcome {
        let typed = self.list.typed().to_owned();
        if let Some(answer) = self.number(&typed) {
            return Ok(Effect::Close(answer));
        }
        if self.is_marker(&typed) {
            self.list.show_first();
            // What is no marker together begins anew with the last one.
            let last = typed.chars().next_back().map(String::from).unwrap_or_default();
            let chosen = self.marked(&typed).or_else(|| {
                self.list.field = TextField::with(&last);
                self.marked(&last)
            });
            self.list.rows.select(chosen.unwrap_or(self.list.rows.selected));
            return Ok(Effect::None);
        }
        self.filter();
        Ok(Effect::None)
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        if let Some(letter) = row.checked_sub(LETTER_ROWS) {
            return Ok(Effect::Close(DialogAnswer::Choice(self.markers.len() + letter)));
        }
        self.list.rows.select(row);
        self.act(Command::Choose, ctx)
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let wide = if area.width < 50 { area.width.saturating_sub(4) } else { WIDE.min(area.width - 4) - 4 };
        let letters = self.letter_lines(wide.into());
        let under = u16::try_from(letters.len()).unwrap_or(0);
        let tall = u16::try_from(self.markers.len()).unwrap_or(u16::MAX).clamp(3, 16) + 1 + under;
        let room = panel(canvas, area, (WIDE, tall), &self.title, &look.theme);
        let under = under.min(room.height.saturating_sub(2));
        let list = Rect { height: room.height.saturating_sub(under), ..room };
        let hint = if self.takes_digit { look.words.dialogs.by_number } else { "" };
        let list = self.list.draw_field(canvas, list, (hint, look));
        self.list.rows.draw(canvas, list, &look.theme, |row, columns| vec![self.line(row, columns, look)]);
        canvas.text_right(Rect { height: 1, ..room }, &self.list.rows.beyond(), look.theme.dim);
        let foot = Rect { y: list.bottom(), height: under, ..room };
        for (line, place) in letters.iter().zip(foot.rows()) {
            for (x, index) in line {
                let Some(letter) = self.letters.get(*index) else { continue };
                let x = place.x + u16::try_from(*x).unwrap_or(0);
                let key = Rect { x, width: place.right().saturating_sub(x), ..place };
                canvas.text(key, &letter.key.to_string(), look.theme.strong);
                let words = Rect { x: x + 2, width: place.right().saturating_sub(x + 2), ..place };
                let end = canvas.text(words, letter.label, look.theme.dim);
                let all = Rect { width: end.saturating_sub(x), ..key };
                canvas.target(all, ClickTarget::Row(LETTER_ROWS + index));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn box_at(now: usize) -> Refile {
        let row = |markers: &[&'static str], label: &str| RefileKind {
            markers: markers.to_vec(),
            label: label.to_owned(),
        };
        let items = vec![
            row(&["-"], "not"),
            row(&[">"], "löfte"),
            row(&[">>", "[]"], "åtgärd"),
            row(&["\"", "”"], "citat"),
        ];
        Refile::new("", items, Vec::new(), Some(now))
    }

    #[test]
    fn the_marker_of_what_it_is_now_chooses_the_doubled_one() {
        assert_eq!(box_at(0).marked(">"), Some(1));
        assert_eq!(box_at(1).marked(">"), Some(2));
        assert_eq!(box_at(1).marked(">>"), Some(2));
        assert_eq!(box_at(2).marked(">>"), Some(2));
        assert_eq!(box_at(0).marked("-"), Some(0), "there is no doubled one");
        assert_eq!(box_at(0).marked("[]"), Some(2));
        assert_eq!(box_at(0).marked(">>>"), None);
    }

    #[test]
    fn letters_stay_whole_on_their_lines() {
        let letters =
            ["parkera", "avsnitt", "bord"].map(|label| RefileKey { key: 'x', label, takes_number: false });
        let box_of = Refile { letters: letters.to_vec(), ..Refile::default() };
        assert_eq!(box_of.letter_lines(40), [vec![(0, 0), (12, 1), (24, 2)]]);
        assert_eq!(box_of.letter_lines(23), [vec![(0, 0), (12, 1)], vec![(0, 2)]]);
    }
}
