//! Text → lines: every kind of line end, control characters taken out (those that turn the direction of writing
//! too), indents counted. It knows no minutes.
//!
//! Text is brought to NFC here, once for everything that compares later; hyphenation marks of word processors
//! (soft hyphens, zero-width spaces) are dropped, and a tab inside a line becomes a space, or a dash between somebody
//! and a unit. No word changes.

use std::borrow::Cow;

use super::run_on::RunOn;
use crate::i18n::vocabulary::bodies::is_body;
use crate::i18n::vocabulary::people::is_given;
use crate::text::safe::is_hidden;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The columns from one tab stop to the next.
const TAB: usize = 4;

/// A line with something on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceLine<'a> {
    /// Counted from 1, as editors do.
    pub number: usize,
    /// How far it is indented, in columns.
    pub indent: usize,
    /// Whether an empty line or nothing at all is above it.
    pub gap: bool,
    /// What it says, trimmed; never empty.
    pub text: Cow<'a, str>,
    /// The same with the tabs between its parts, where there are some.
    pub columns: Option<String>,
    /// Whether the contents of the text list it as a heading, in a text that has lost its line ends.
    pub is_heading: bool,
}

/// The lines with something on them, and the numbers of those with control characters.
pub fn split(text: &str) -> (Vec<SourceLine<'_>>, Vec<usize>) {
    let mut lines = Vec::new();
    let mut controlled = Vec::new();
    let mut gap = true;
    let run_on = RunOn::of(&rows(text));
    for (row, number) in rows(text).zip(1..) {
        let parts = run_on.as_ref().map(|run_on| run_on.parts(row)).unwrap_or_default();
        let is_list = run_on.as_ref().is_some_and(|run_on| run_on.is_list(row));
        if !parts.is_empty() {
            if row.contains(is_control) {
                controlled.push(number);
            }
            for (part, is_heading) in parts {
                let text = clean(part);
                if text.is_empty() {
                    continue;
                }
                lines.push(SourceLine {
                    number,
                    indent: 0,
                    gap: gap || is_heading,
                    text,
                    columns: None,
                    is_heading,
                });
                gap = is_heading;
            }
            continue;
        }
        let plain = row.trim_matches(' ');
        if is_plain(plain) {
            let indent = row.len() - row.trim_start_matches(' ').len();
            let text = Cow::Borrowed(plain);
            lines.push(SourceLine { number, indent, gap, text, columns: None, is_heading: false });
            gap = is_list;
            continue;
        }
        // Word's line breaks inside a paragraph and page breaks end a line, but no editor counts them.
        for part in row.split(['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
            if part.contains(is_control) && controlled.last() != Some(&number) {
                controlled.push(number);
            }
            let text = clean(part);
            if text.is_empty() {
                gap = true;
            } else {
                let columns = columns(part);
                let text = columns.as_deref().and_then(beside_name).map_or(text, Cow::Owned);
                let indent = indent(part);
                lines.push(SourceLine { number, indent, gap, text, columns, is_heading: false });
                gap = is_list;
            }
        }
    }
    (lines, controlled)
}

/// The rows between CR, LF and CRLF.
fn rows(text: &str) -> impl Iterator<Item = &str> + Clone {
    text.split('\n').flat_map(|row| row.strip_suffix('\r').unwrap_or(row).split('\r'))
}

/// Whether a text is words in the letters of Western Europe and nothing that is to be taken out of it or composed:
/// nearly all that is written. Of characters of two bytes those from `À` to `ÿ` alone begin with 0xC3.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| matches!(byte, b' '..=b'~' | 0x80..=0xBF | 0xC3))
}

/// What moves the cursor or turns the direction of the writing.
fn is_control(c: char) -> bool {
    is_hidden(c) && c != '\t' && !is_invisible(c)
}

/// Marks that say where a word may be broken, and stray byte order marks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}')
}

fn clean(part: &str) -> Cow<'_, str> {
    let part = part.trim();
    let part: Cow<'_, str> = if part.contains(|c: char| is_hidden(c) || is_invisible(c)) {
        let shown = part.chars().filter(|&c| !is_control(c) && !is_invisible(c));
        Cow::Owned(shown.map(|c| if c == '\t' { ' ' } else { c }).collect())
    } else {
        Cow::Borrowed(part)
    };
    let part = match is_nfc_quick(part.chars()) {
        IsNormalized::Yes => part,
        _ => Cow::Owned(part.nfc().collect()),
    };
    match part {
        Cow::Borrowed(part) => Cow::Borrowed(part.trim()),
        Cow::Owned(part) => Cow::Owned(part.trim().to_owned()),
    }
}

/// The parts of a line with one tab between each; `None` where there is none.
fn columns(part: &str) -> Option<String> {
    let part = part.trim();
    let is_filled = |part: &Cow<'_, str>| !part.is_empty();
    part.contains('\t').then(|| part.split('\t').map(clean).filter(is_filled).collect::<Vec<_>>().join("\t"))
}

/// Somebody and the unit that is beside the name after a tab, with a dash between: a blank would make one name of both.
fn beside_name(columns: &str) -> Option<String> {
    let (name, unit) = columns.split_once('\t')?;
    let words: Vec<&str> = name.split(' ').collect();
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase) && !word.contains([':', '/', '.']);
    let is_name = (2..=4).contains(&words.len()) && words.iter().all(is_capital);
    (is_name && is_body(unit) && is_given(&words.first()?.to_lowercase()))
        .then(|| columns.replace('\t', " – "))
}

fn indent(part: &str) -> usize {
    part.chars().take_while(|c| c.is_whitespace() || is_control(*c) || is_invisible(*c)).fold(
        0,
        |column, c| match c {
            '\t' => (column / TAB + 1) * TAB,
            c if c.is_whitespace() => column + 1,
            _ => column,
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        split(text).0.into_iter().map(|line| line.text.into_owned()).collect()
    }

    #[test]
    fn every_line_end_ends_a_line() {
        assert_eq!(
            texts("a\rb\r\nc\nd\u{b}e\u{c}f\u{2028}g\u{85}h"),
            ["a", "b", "c", "d", "e", "f", "g", "h"]
        );
    }

    #[test]
    fn lines_are_counted_as_editors_do() {
        let numbers: Vec<_> =
            split("a\r\n\r\nb\rc\u{c}d\n").0.iter().map(|line| (line.number, line.gap)).collect();
        assert_eq!(numbers, [(1, true), (3, true), (4, false), (4, false)]);
    }

    #[test]
    fn control_characters_go_and_the_words_stay() {
        let (lines, controlled) = split("ren\n\u{1b}[31mFA\0RA\u{9b}\u{8}\u{202e}!\n");
        assert_eq!(lines[1].text, "[31mFARA!");
        assert_eq!(controlled, [2]);
    }

    #[test]
    fn text_is_composed_and_hyphenation_marks_go() {
        assert_eq!(texts("A\u{30a}sa Trygg\u{ad}het\u{200b}s\u{a0}vecka\tå"), ["Åsa Trygghets\u{a0}vecka å"]);
    }

    #[test]
    fn a_tab_goes_to_the_next_stop() {
        assert_eq!(texts("Siv Ek\tVård och omsorg"), ["Siv Ek – Vård och omsorg"]);
        assert_eq!(texts("Kultur Väst\tStora salen"), ["Kultur Väst Stora salen"]);
        let indents: Vec<_> = split("a\n  b\n\tc\n \td\n").0.iter().map(|line| line.indent).collect();
        assert_eq!(indents, [0, 2, 4, 4]);
    }
}
