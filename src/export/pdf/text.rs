//! Text made fit for a page: without control characters, bidi overrides and other hidden characters, with plain spaces.
//! It knows no fonts.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::text::safe::is_hidden;

/// A space at which no line ends.
pub(super) const BOUND: char = '\u{A0}';

/// The most that titles, headings and names may have in properties and bookmarks, in characters. (A string of a PDF/A
/// has at most 32,767 bytes.)
const LONGEST: usize = 400;

/// The most that a letter with its marks may have, in characters: with more marks than that no text is set in any
/// language (UAX #15, 13 "Stream-Safe Text Format"), and emoji are joined from fewer.
const LONGEST_CLUSTER: usize = 32;

/// The grapheme clusters of a text, each with its place in bytes. One that is longer than any real one is several.
pub(super) fn clusters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.grapheme_indices(true).flat_map(|(at, cluster)| {
        let mut rest = Some(cluster);
        std::iter::from_fn(move || {
            let all = rest.take()?;
            let end = all.char_indices().nth(LONGEST_CLUSTER).map(|(end, _)| end);
            let (first, more) = all.split_at(end.unwrap_or(all.len()));
            rest = Some(more).filter(|more| !more.is_empty());
            Some(first)
        })
        .scan(at, |next, part| {
            let at = *next;
            *next += part.len();
            Some((at, part))
        })
    })
}

/// Text as it can be set: `\n` breaks a line, every other white space is a space or [`BOUND`].
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_clean(&mut out, text);
    out
}

/// Appends text as [`clean`] makes it; spaces that follow each other become one.
pub(super) fn push_clean(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '\n' => out.push(c),
            BOUND | '\u{2007}' | '\u{202F}' => out.push(BOUND),
            c if c.is_whitespace() => {
                if !out.ends_with([' ', '\n']) {
                    out.push(' ');
                }
            }
            c if is_hidden(c) => {}
            c => out.push(c),
        }
    }
}

/// Text in one line, for properties, bookmarks and footers: never too long for them, and never empty.
pub(super) fn in_one_line(text: &str) -> String {
    let text = clean(text).replace(['\n', '\u{AD}'], " ");
    let short: String = text.trim().chars().filter(|&c| !is_unassignable(c)).take(LONGEST).collect();
    if short.is_empty() { String::from("–") } else { short }
}

/// Whether nothing of a text is seen.
pub(super) fn is_blank(text: &str) -> bool {
    clean(text).chars().all(|c| c.is_whitespace() || is_unseen(c))
}

/// Whether a character has no meaning outside the program that wrote it: no font shows it the same, and no PDF may
/// map a glyph to it.
pub(super) fn is_unassignable(c: char) -> bool {
    matches!(u32::from(c), 0xE000..=0xF8FF | 0xFDD0..=0xFDEF | 0xF_0000..) || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Whether a character is written from right to left.
pub(super) fn is_leftward(c: char) -> bool {
    matches!(u32::from(c), 0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFC)
}

/// Whether a character is not seen, whatever the font: it says where a line may end, or which form another has.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_with_more_marks_than_any_has_is_several() {
        let cut = |text: &str| -> Vec<usize> { clusters(text).map(|(at, _)| at).collect() };
        assert_eq!(cut("e\u{301}å👩‍👩‍👧!"), [0, 3, 5, 23]);
        let marked = format!("ja{}!", "\u{301}".repeat(70));
        assert_eq!(cut(&marked), [0, 1, 64, 128, 142]);
        assert_eq!(clusters(&marked).map(|(_, cluster)| cluster).collect::<String>(), marked);
    }

    #[test]
    fn spaces_are_plain_and_hidden_characters_are_gone() {
        assert_eq!(clean("a\t\u{2003} b\u{202e}\u{1b}[31m\u{0}c\u{202f}d\n e"), "a b[31mc\u{a0}d\ne");
        assert_eq!(in_one_line("\u{7} \n"), "–");
        assert_eq!(in_one_line("Vallby\u{ad}torg\u{f0b7}"), "Vallby torg");
    }
}
