//! What is typed or pasted → clean lines. A paste is literal: markers and tokens count only in typed lines, so that
//! somebody else's notes never turn into commands, headings or names.

use super::Line;
use crate::i18n::vocabulary::{fold, pen::SPEECH};

/// The bullets of other programs; `\u{f0b7}` is Word's own.
const BULLETS: [char; 14] =
    ['-', '–', '—', '•', '*', '·', '‣', '◦', '▪', '●', '○', '■', '\u{f0b7}', '\u{2043}'];

/// The words as they may be stored: without control characters, every tab and line break a space. Nothing else is
/// changed; characters that turn the direction of writing stay and are made visible where the text is shown.
pub fn clean(text: &str) -> String {
    let cleaned = |c: char| match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{feff}' => None,
        c if c.is_control() => None,
        c => Some(c),
    };
    text.chars().filter_map(cleaned).collect()
}

/// Splits a paste into one literal entry for each line that is not blank, without the bullets of other programs.
pub fn split_paste(text: &str) -> Vec<Line> {
    text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
        .map(|line| clean(without_bullet(line.trim_matches(|c: char| c.is_whitespace() || c.is_control()))))
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .map(Line::literal)
        .collect()
}

/// A line without its bullet, number (`1.`, `2)`), letter (`a)`) or check box; each needs white space after it.
fn without_bullet(line: &str) -> &str {
    let bullet = line.strip_prefix(BULLETS).filter(|_| !is_speech(line));
    let numbered = || {
        let after = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = line.len() - after.len();
        after.strip_prefix(['.', ')']).filter(|_| (1..=3).contains(&digits))
    };
    let lettered = || line.strip_prefix(|c: char| c.is_ascii_lowercase())?.strip_prefix(')');
    let rest = bullet.or_else(numbered).or_else(lettered);
    let rest = rest.filter(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
    let Some(rest) = rest.map(str::trim_start) else { return line };
    let boxed = ["[ ]", "[x]", "[X]", "☐", "☑"].iter().find_map(|tick| rest.strip_prefix(tick));
    boxed.filter(|rest| rest.starts_with(char::is_whitespace)).map_or(rest, str::trim_start)
}

/// Whether a dash opens somebody's words: "– Det blir bra, säger Eva".
fn is_speech(line: &str) -> bool {
    let said = || line.split(',').skip(1).filter_map(|part| part.split_whitespace().next());
    line.starts_with(['–', '—']) && said().any(|word| SPEECH.contains(&fold(word).as_str()))
}
