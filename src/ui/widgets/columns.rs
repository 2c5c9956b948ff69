//! One row of a list: markers at the left, a text that takes what room there is, and columns at the right edge.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text::{fit, width, wrap};

/// A column at the right edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RightColumn {
    /// Cut with an ellipsis where it is wider than the column.
    pub text: String,
    /// How wide the column is.
    pub columns: usize,
    /// Whether it is aligned to the right: numbers are.
    pub right: bool,
    /// The style of the whole column.
    pub style: Style,
}

impl RightColumn {
    /// A column of text.
    pub fn left(text: impl Into<String>, columns: usize, style: Style) -> Self {
        Self { text: text.into(), columns, right: false, style }
    }

    /// A column of numbers.
    pub fn right(text: impl Into<String>, columns: usize, style: Style) -> Self {
        Self { text: text.into(), columns, right: true, style }
    }

    fn shown(&self) -> String {
        let text = fit(&self.text, self.columns);
        let gap = " ".repeat(self.columns.saturating_sub(width(&text)));
        if self.right { format!("{gap}{text}") } else { format!("{text}{gap}") }
    }
}

/// So many columns a text keeps beside a remark.
const LEAST_TEXT: usize = 16;

/// The parts of a row, from left to right.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnRow {
    /// Markers and numbers at the left, each as wide as its text.
    pub lead: Vec<Span<'static>>,
    /// What the row is about; it takes what room the other parts leave.
    pub text: String,
    /// How the text looks.
    pub style: Style,
    /// A short remark after the text.
    pub note: Option<(String, Style)>,
    /// Columns at the right edge, two blanks between them.
    pub cells: Vec<RightColumn>,
}

impl ColumnRow {
    /// The row in lines of this width; the text takes at most `tall` lines, and more are cut off with an ellipsis.
    pub fn lines(&self, columns: u16, tall: usize) -> Vec<Line<'static>> {
        let all = usize::from(columns);
        let lead: usize = self.lead.iter().map(|span| width(&span.content)).sum();
        let cells: usize = self.cells.iter().map(|cell| cell.columns + 2).sum();
        let room = all.saturating_sub(lead + cells).max(1);
        let note = self.note.as_ref().map(|(note, style)| (fit(note, room / 2).into_owned(), *style));
        let beside = note.as_ref().map_or(0, |(note, _)| width(note) + 2);
        // Where it would part the words of the text a remark is under it.
        let is_crowded = room < LEAST_TEXT.min(width(&self.text)) + beside && tall > 1;
        let (under, note) = if is_crowded { (self.note.clone(), None) } else { (None, note) };
        let beside = if is_crowded { 0 } else { beside };
        let tall = tall - usize::from(under.is_some());
        let mut texts = self.texts(room.saturating_sub(beside).max(1), tall);
        let first = if texts.is_empty() { String::new() } else { texts.remove(0) };
        let gap = room.saturating_sub(width(&first) + note.as_ref().map_or(0, |(note, _)| width(note)));
        let mut spans = self.lead.clone();
        spans.push(Span::styled(first, self.style));
        spans.push(Span::raw(" ".repeat(gap)));
        spans.extend(note.map(|(note, style)| Span::styled(note, style)));
        for cell in &self.cells {
            spans.push(Span::raw("  "));
            spans.push(Span::styled(cell.shown(), cell.style));
        }
        let more = texts
            .into_iter()
            .map(|text| Line::from(vec![Span::raw(" ".repeat(lead)), Span::styled(text, self.style)]));
        let under = under.map(|(note, style)| {
            let note = fit(&note, all.saturating_sub(lead)).into_owned();
            Line::from(vec![Span::raw(" ".repeat(lead)), Span::styled(note, style)])
        });
        std::iter::once(Line::from(spans)).chain(more).chain(under).collect()
    }

    /// The text in at most so many lines.
    fn texts(&self, room: usize, tall: usize) -> Vec<String> {
        if tall <= 1 || width(&self.text) <= room {
            return vec![fit(&self.text, room).into_owned()];
        }
        let mut lines = wrap(&self.text, room);
        if lines.len() > tall {
            lines.truncate(tall);
            if let Some(last) = lines.last_mut() {
                let cut = fit(last, room.saturating_sub(1)).trim_end_matches('…').trim_end().to_owned();
                *last = format!("{cut}…");
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(row: &ColumnRow, columns: u16, tall: usize) -> Vec<String> {
        let lines = row.lines(columns, tall);
        lines.iter().map(|line| line.spans.iter().map(|span| span.content.as_ref()).collect()).collect()
    }

    fn row(text: &str) -> ColumnRow {
        ColumnRow {
            lead: vec![Span::raw("U-4 ")],
            text: text.to_owned(),
            cells: vec![
                RightColumn::right("84 d", 5, Style::new()),
                RightColumn::left("Mötet", 6, Style::new()),
            ],
            ..ColumnRow::default()
        }
    }

    #[test]
    fn a_remark_is_under_a_text_that_it_would_crowd() {
        let note = Some(("Amina Berg".to_owned(), Style::new()));
        let row = ColumnRow { note, cells: Vec::new(), ..row("Jag ringer Skånetrafiken") };
        assert_eq!(shown(&row, 40, 2), ["U-4 Jag ringer Skånetrafiken  Amina Berg"]);
        let lines = shown(&row, 29, 2);
        assert_eq!(
            lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>(),
            ["U-4 Jag ringer Skånetrafiken", "    Amina Berg"]
        );
        assert_eq!(shown(&row, 29, 1).len(), 1);
    }

    #[test]
    fn columns_are_aligned_whatever_the_text() {
        assert_eq!(shown(&row("Kort"), 40, 1), ["U-4 Kort                    84 d  Mötet "]);
        let long = shown(&row("Avtalen är för långa för att hinna ändra"), 40, 1);
        assert_eq!(long, ["U-4 Avtalen är för långa…   84 d  Mötet "]);
    }

    #[test]
    fn a_text_may_take_several_lines_but_no_more_than_are_allowed() {
        let lines = shown(&row("Avtalen är för långa för att hinna ändra något i år"), 40, 2);
        assert_eq!(lines, ["U-4 Avtalen är för långa    84 d  Mötet ", "    för att hinna ändra…"]);
    }

    #[test]
    fn no_width_breaks_it() {
        let row = ColumnRow {
            note: Some(("✓ planerat maj".to_owned(), Style::new())),
            ..row("Något långt som inte får plats")
        };
        for columns in 0..60 {
            for tall in 0..4 {
                assert!(!shown(&row, columns, tall).is_empty());
            }
        }
    }
}
