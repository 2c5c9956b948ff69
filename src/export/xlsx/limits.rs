//! The limits of Excel: names of sheets, and text in cells. What does not fit is continued or visibly cut, never lost
//! silently.

use textwrap::{Options, WrapAlgorithm};

use crate::i18n::Words;
use crate::text::safe;

/// The most UTF-16 units of the name of a sheet.
const LONGEST_NAME: usize = 31;
/// The most UTF-16 units of a cell.
const LONGEST_CELL: usize = 32_767;
/// The most UTF-16 units of the title of a column, which is our own limit.
pub(super) const LONGEST_TITLE: usize = 255;
/// The height of a line, in points.
const LINE_HEIGHT: f64 = 15.0;
/// The greatest height of a row, in points.
const HIGHEST_ROW: f64 = 409.0;
/// Shows that something was cut.
const CUT: char = '…';
/// A name that Excel reserves.
const RESERVED: &str = "history";

/// Names that Excel accepts, unique regardless of case: characters that it refuses become hyphens, a name that is too
/// long ends with an ellipsis, and repeated names are numbered.
pub fn sheet_names<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = vec![RESERVED.to_owned()];
    let mut all = Vec::new();
    for name in names {
        let allowed = |c| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') { '-' } else { c };
        let name: String = safe::line(name).chars().map(allowed).collect();
        let name = name.trim_matches(|c: char| c == '\'' || c.is_whitespace());
        let name = if name.is_empty() { "-" } else { name };
        let numbered = |number: usize| match number {
            1 => cut(name, LONGEST_NAME),
            number => {
                let behind = format!(" ({number})");
                cut(name, LONGEST_NAME - behind.len()) + &behind
            }
        };
        // One more number than there are names: one of them is free.
        let mut numbers = 1..=taken.len() + 1;
        let free = numbers
            .find_map(|number| Some(numbered(number)).filter(|name| !taken.contains(&name.to_lowercase())));
        let name = free.unwrap_or_default();
        taken.push(name.to_lowercase());
        all.push(name);
    }
    all
}

/// The text, or as much of it as there is room for with an ellipsis. `room` is in UTF-16 units.
pub fn cut(text: &str, room: usize) -> String {
    if units(text) <= room {
        return text.to_owned();
    }
    let mut short = String::new();
    let mut left = room.saturating_sub(1);
    for c in text.chars() {
        let Some(rest) = left.checked_sub(c.len_utf16()) else { break };
        left = rest;
        short.push(c);
    }
    short.truncate(short.trim_end().len());
    short.push(CUT);
    short
}

/// The text in pieces that each fit into a cell, with a remark where one continues in the next.
pub fn pieces(text: &str, words: &Words) -> Vec<String> {
    if text.is_empty() {
        return Vec::new();
    }
    if units(text) <= LONGEST_CELL {
        return vec![text.to_owned()];
    }
    let (goes_on, went_on) = (words.sheets.goes_on, words.sheets.went_on);
    let room = LONGEST_CELL - units(goes_on) - units(went_on) - 2;
    let pieces = split(text, room);
    let last = pieces.len().saturating_sub(1);
    let with_remarks = |(at, piece): (usize, String)| {
        let before = if at == 0 { String::new() } else { format!("{went_on} ") };
        let behind = if at == last { String::new() } else { format!(" {goes_on}") };
        format!("{before}{piece}{behind}")
    };
    pieces.into_iter().enumerate().map(with_remarks).collect()
}

/// The text split between words, and within words that are longer than `room`.
fn split(text: &str, room: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0;
    let mut put = |part: &str| {
        let length = units(part);
        if used + length > room {
            pieces.push(String::new());
            used = 0;
        }
        used += length;
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(part);
        }
    };
    for word in text.split_inclusive(char::is_whitespace) {
        if units(word) <= room {
            put(word);
        } else {
            word.chars().for_each(|c| put(c.encode_utf8(&mut [0; 4])));
        }
    }
    pieces
}

/// About how many lines a text needs in a cell of this width. Widths are in digits, and most letters of running text
/// are narrower than those.
pub fn lines(text: &str, width: u16) -> usize {
    let width = width.max(1);
    let options = Options::new(usize::from(width + width / 8)).wrap_algorithm(WrapAlgorithm::FirstFit);
    text.split('\n').map(|line| textwrap::wrap(line, &options).len().max(1)).sum()
}

/// The height of a row of so many lines, in points, up to the greatest one of Excel.
pub fn height(lines: usize) -> f64 {
    let lines = u16::try_from(lines).unwrap_or(u16::MAX);
    (f64::from(lines) * LINE_HEIGHT).min(HIGHEST_ROW)
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn names_are_those_that_excel_takes() {
        let long = "Åtgärder för livskvalitetsprogrammets ambassadörer";
        let names = ["Åtgärder", "åtgärder", "a/b:c", "'x'", "", "History", long, long, "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧"];
        let fitted = sheet_names(names.into_iter());
        assert_eq!(
            fitted[..8],
            [
                "Åtgärder",
                "åtgärder (2)",
                "a-b-c",
                "x",
                "-",
                "History (2)",
                "Åtgärder för livskvalitetsprog…",
                "Åtgärder för livskvalitets… (2)",
            ]
        );
        assert!(fitted.iter().all(|name| units(name) <= LONGEST_NAME));
    }

    #[test]
    fn a_row_is_as_high_as_its_words() {
        assert_eq!(lines("Vilka utmaningar har vi kvar att jobba med inom LKP?", 18), 3);
        assert_eq!(lines("Ett svar\nEtt till\n", 42), 3);
        assert_eq!(lines("", 0), 1);
        assert!((height(3) - 45.0).abs() < f64::EPSILON && (height(99_999) - 409.0).abs() < f64::EPSILON);
    }

    #[test]
    fn a_long_text_goes_on_with_every_word() {
        let words = Lang::Sv.words();
        let text = format!("{} {}", "livskvalitet på recept ".repeat(3000), "å".repeat(70_000));
        let pieces = pieces(&text, words);
        assert!(pieces.len() > 3);
        assert!(pieces.iter().all(|piece| units(piece) <= LONGEST_CELL));
        let put_together: String = pieces
            .iter()
            .map(|piece| {
                let piece = piece.strip_prefix("[fortsättning] ").unwrap_or(piece);
                piece.strip_suffix(" [fortsätter i cellen under]").unwrap_or(piece)
            })
            .collect();
        assert_eq!(put_together, text);
    }
}
