//! Lines → pieces: wrapped lines put together again, list items distinguished from speech. It knows no sections.

use std::borrow::Cow;

use super::bullet::{DASHES, bullet};
use super::lines::SourceLine;
use super::response;
use super::shape::{self, LineShape, shape};
use super::table;
use crate::i18n::vocabulary::minutes as vocabulary;

/// A paragraph, a heading or an item of a list, on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The line it begins on.
    pub number: usize,
    /// How far it is indented, in columns.
    pub indent: usize,
    /// Whether an empty line is above it.
    pub gap: bool,
    /// What it says, with its bullet.
    pub text: Cow<'a, str>,
    /// Whether it begins with a bullet.
    pub is_item: bool,
    /// Whether it is a heading numbered `1.`.
    pub is_numbered_heading: bool,
}

/// Lengths of a line, in characters, at which it may have been broken because the page was full.
const FULL_LINE: std::ops::RangeInclusive<usize> = 61..=120;

/// Puts wrapped lines together.
pub fn join<'a>(lines: &'a [SourceLine<'_>]) -> Vec<Piece<'a>> {
    let numbered = shape::numbered(lines);
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut last_len = 0;
    let in_table: Vec<bool> =
        table::lines(lines.iter().map(|line| &*line.text)).iter().map(Option::is_some).collect();
    let is_row = |at: Option<usize>| at.and_then(|at| in_table.get(at)) == Some(&true);
    for (at, line) in lines.iter().enumerate() {
        let is_numbered_heading = line.is_heading || numbered.get(at) == Some(&true);
        let is_item = !is_numbered_heading && bullet(&line.text).is_some();
        let len = line.text.chars().count();
        let next_is_item = lines.get(at + 1).is_some_and(|next| !next.gap && bullet(&next.text).is_some());
        match pieces.last_mut() {
            Some(last)
                if !line.gap
                    && !is_row(Some(at))
                    && !is_row(at.checked_sub(1))
                    && !is_item
                    && !is_numbered_heading
                    && !last.is_numbered_heading
                    && continues(last, last_len, line, next_is_item) =>
            {
                let text = last.text.to_mut();
                text.push(' ');
                text.push_str(&line.text);
            }
            _ => pieces.push(Piece {
                number: line.number,
                indent: line.indent,
                gap: line.gap,
                text: Cow::Borrowed(&line.text),
                is_item,
                is_numbered_heading,
            }),
        }
        last_len = len;
    }
    unmark_speech(&mut pieces);
    pieces
}

/// Whether a line without a gap above it goes on with the piece before it.
fn continues(last: &Piece<'_>, last_len: usize, line: &SourceLine<'_>, next_is_item: bool) -> bool {
    let is_marked = shape::marked(&line.text).or_else(|| shape::marked(&last.text)).is_some();
    if is_marked || response::after_label(&line.text).is_some() {
        return false;
    }
    let hangs = last.is_item && line.indent > last.indent;
    let goes_on = line.text.starts_with(char::is_lowercase) || last.text.ends_with(',');
    let is_text = shape(&line.text) == LineShape::Text;
    let was_full = FULL_LINE.contains(&last_len);
    let was_open = last.text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '/' | ';'));
    // Between two items of a list, what follows a long line belongs to it.
    let is_enclosed = last.is_item && next_is_item && last_len > *FULL_LINE.start();
    hangs || goes_on || is_text && (was_full && was_open || is_enclosed)
}

/// A dash opens an item of a list or somebody's words. It is speech where the words are attributed, and, in a
/// text with attributed words, wherever it is alone.
fn unmark_speech(pieces: &mut [Piece<'_>]) {
    let dashed: Vec<bool> =
        pieces.iter().map(|piece| piece.is_item && piece.text.starts_with(DASHES)).collect();
    let spoken: Vec<bool> =
        pieces.iter().zip(&dashed).map(|(piece, dashed)| *dashed && is_attributed(&piece.text)).collect();
    if !spoken.contains(&true) {
        return;
    }
    let is_dashed = |at: Option<usize>| at.and_then(|at| dashed.get(at)) == Some(&true);
    for (at, piece) in pieces.iter_mut().enumerate() {
        let is_alone = is_dashed(Some(at)) && !is_dashed(at.checked_sub(1)) && !is_dashed(at.checked_add(1));
        if is_alone || spoken.get(at) == Some(&true) {
            piece.is_item = false;
        }
    }
}

/// Whether a text says who says it: "…, säger Eva".
fn is_attributed(text: &str) -> bool {
    text.split(", ").skip(1).any(|clause| {
        let mut words = clause.split_whitespace();
        let is_verb = |word: &str| vocabulary::SPEECH_VERBS.contains(&word.to_lowercase().as_str());
        words.next().is_some_and(is_verb) && words.next().is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn pieces(text: &str) -> Vec<(bool, String)> {
        join(&split(text).0).into_iter().map(|piece| (piece.is_item, piece.text.into_owned())).collect()
    }

    #[test]
    fn wrapped_lines_are_put_together() {
        let text =
            "- Ett inlägg som\n  Går vidare\n- Nästa\noch mer\n\nRolf, Stig,\nMalte och Kerstin.\nMer text.";
        let expected = [
            (true, "- Ett inlägg som Går vidare".to_owned()),
            (true, "- Nästa och mer".to_owned()),
            (false, "Rolf, Stig, Malte och Kerstin.".to_owned()),
            (false, "Mer text.".to_owned()),
        ];
        assert_eq!(pieces(text), expected);
    }

    #[test]
    fn a_dash_before_speech_is_no_bullet() {
        let text = "– Det blir bra, säger Eva.\n\nMer.\n\n- Alla är välkomna.\n\nLista:\n- ett\n- två";
        let items: Vec<_> =
            pieces(text).into_iter().filter(|(is_item, _)| *is_item).map(|(_, text)| text).collect();
        assert_eq!(items, ["- ett", "- två"]);
        assert!(pieces("- Bara en punkt").iter().all(|(is_item, _)| *is_item));
    }
}
