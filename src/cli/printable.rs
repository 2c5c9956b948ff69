//! Text that may go to a terminal: nothing in it moves the cursor, runs a sequence or turns the direction of
//! writing, whatever somebody stored.

use crate::minutes::markdown::signs::is_hidden;

/// One line: tabs and line breaks are blanks, other hidden characters are gone.
pub fn line(text: &str) -> String {
    let blank = |c| if matches!(c, '\t' | '\n' | '\u{2028}' | '\u{2029}') { ' ' } else { c };
    text.chars().map(blank).filter(|&c| !is_hidden(c)).collect()
}

/// Several lines, ended as they are.
pub fn lines(text: &str) -> String {
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_harms_a_terminal_gets_through() {
        assert_eq!(line("a\u{1b}[31mb\tc\u{202e}d\u{9b}\0\r\n"), "a[31mb cd ");
        assert_eq!(lines("å\u{7}\nä"), "å\nä");
    }
}
