//! Text without the characters that no document or terminal must get: those that move a cursor or turn the direction of
//! writing, and those that XML cannot represent. Words that one of them separates stay separate. It knows no format.

/// Whether a character must not be written to a document as itself: it moves the cursor, turns the direction of
/// writing, or ends a line where none ends.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}')
}

/// The text on one line: what breaks a line becomes a space.
pub fn line(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter_map(plain).collect()
}

/// The text with its line breaks, each of them `\n`.
pub fn lines(text: &str) -> String {
    let safe = |c| if c == '\n' { Some(c) } else { plain(c) };
    text.replace("\r\n", "\n").chars().filter_map(safe).collect()
}

/// The same with the tabs between the columns of a list.
pub fn lines_with_tabs(text: &str) -> String {
    text.split('\t').map(lines).collect::<Vec<_>>().join("\t")
}

/// The character itself, a space where it separates words, or `None`.
fn plain(c: char) -> Option<char> {
    let has_no_place = is_hidden(c) || matches!(c, '\u{fffe}' | '\u{ffff}');
    if !has_no_place {
        return Some(c);
    }
    c.is_whitespace().then_some(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_apart_and_nothing_hidden_stays() {
        assert_eq!(line("a\nb\u{2028}c\td\u{202e}e\u{0}f\u{ffff}"), "a b c def");
        assert_eq!(line("ett\u{2028}två\u{85}tre\u{b}fyra\u{c}fem\r\nsex"), "ett två tre fyra fem sex");
        assert_eq!(line("a\u{1b}[31mb\u{9b}\u{feff}"), "a[31mb");
        assert_eq!(lines("a\r\nb\tc\u{1b}[31m"), "a\nb c[31m");
        assert_eq!(line("å ä ö – 👩‍👩‍👧\u{a0}e\u{301}"), "å ä ö – 👩‍👩‍👧\u{a0}e\u{301}");
    }
}
