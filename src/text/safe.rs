//! Text without characters that a document or a terminal must not get: those that move a cursor or turn the direction of
//! writing, and those that XML has no place for. Words that one of them parts stay apart. It knows no format.

/// Whether a character must not stand in a document as itself: it moves the cursor, turns the direction of the
/// writing, or ends a line where none ends.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}')
}

/// In one line: what breaks a line becomes a space.
pub fn line(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter_map(plain).collect()
}

/// With its line breaks, each of them `\n`.
pub fn lines(text: &str) -> String {
    let keep = |c| if c == '\n' { Some(c) } else { plain(c) };
    text.replace("\r\n", "\n").chars().filter_map(keep).collect()
}

/// The character itself, a space where it parts words, or nothing.
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
