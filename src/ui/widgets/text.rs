//! Text for cells: width as it is shown, cutting, wrapping, and making what must not reach a terminal visible.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many columns the text takes.
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// The text with control characters and direction marks replaced by visible characters (␛, ␀, �).
/// ratatui drops most control characters, but the direction marks would pass and turn the line around.
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_unsafe) {
        Cow::Owned(text.chars().map(visible).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether the character could steer a terminal or turn text around.
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0001}')
}

/// The visible character in place of an unsafe one.
fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{2028}' | '\u{2029}' => '\u{2424}',
        c if is_unsafe(c) => '\u{fffd}',
        c => c,
    }
}

/// The text cut to so many columns, with an ellipsis where something was left out.
pub fn fit(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let mut cut = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let wide = width(grapheme);
        if used + wide + 1 > columns {
            break;
        }
        used += wide;
        cut.push_str(grapheme);
    }
    if columns > 0 {
        cut.truncate(cut.trim_end().len());
        cut.push('…');
    }
    Cow::Owned(cut)
}

/// Parts of a line joined by ` · `: as many of the first as there is room for, none of them cut but a first one that
/// does not fit alone.
pub fn fit_parts(text: &str, columns: usize) -> Cow<'_, str> {
    let ends = text.match_indices(" · ").map(|(at, _)| at).chain([text.len()]);
    let fitting = ends.filter_map(|end| text.get(..end)).take_while(|text| width(text) <= columns).last();
    fitting.map_or_else(|| fit(text.split(" · ").next().unwrap_or(text), columns), Cow::Borrowed)
}

/// The text in lines of at most so many columns, broken between words; at least one line.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let options = textwrap::Options::new(columns.max(1)).word_splitter(textwrap::WordSplitter::NoHyphenation);
    let text = printable(text);
    let lines: Vec<String> = textwrap::wrap(&text, options).into_iter().map(Cow::into_owned).collect();
    if lines.is_empty() { vec![String::new()] } else { lines }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_left() {
        let text = printable("a\u{1b}[31mb\u{202e}c\u{9b}d\0e\n");
        assert_eq!(text, "a␛[31mb�c�d␀e␊");
        assert!(matches!(printable("åäö 👩‍👩‍👧"), Cow::Borrowed(_)));
    }

    #[test]
    fn text_is_cut_by_columns_and_never_inside_a_grapheme_cluster() {
        assert_eq!(fit("Utmaningar", 10), "Utmaningar");
        assert_eq!(fit("Utmaningar", 5), "Utma…");
        assert_eq!(fit("👩‍👩‍👧👩‍👩‍👧", 3), "👩‍👩‍👧…");
        assert_eq!(fit("日本語", 4), "日…");
        assert_eq!(fit("x", 0), "");
    }

    #[test]
    fn the_last_parts_of_a_line_go_whole() {
        let line = "Framtidsveckan · ons 4 mar · Folkets hus";
        assert_eq!(fit_parts(line, 40), line);
        assert_eq!(fit_parts(line, 39), "Framtidsveckan · ons 4 mar");
        assert_eq!(fit_parts(line, 25), "Framtidsveckan");
        assert_eq!(fit_parts(line, 8), "Framtid…");
        assert_eq!(fit_parts("", 8), "");
    }

    #[test]
    fn wrapping_breaks_between_words_and_cuts_what_is_too_long() {
        assert_eq!(wrap("Köp mindre, laga mer", 12), ["Köp mindre,", "laga mer"]);
        assert_eq!(wrap("aaaaaa", 4), ["aaaa", "aa"]);
        assert_eq!(wrap("", 4), [""]);
    }
}
