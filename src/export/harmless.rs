//! Text without characters that a file must not hold: those that move a cursor or turn the direction of writing, and
//! those that XML has no place for. It knows no format.

use crate::minutes::markdown::signs::is_hidden;

/// In one line: what breaks a line becomes a space.
pub fn line(text: &str) -> String {
    text.chars().filter_map(plain).collect()
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
        assert_eq!(lines("a\r\nb\tc\u{1b}[31m"), "a\nb c[31m");
        assert_eq!(line("å ä ö – 👩‍👩‍👧\u{a0}e\u{301}"), "å ä ö – 👩‍👩‍👧\u{a0}e\u{301}");
    }
}
