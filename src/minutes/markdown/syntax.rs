//! The syntax of our own Markdown: escapes, bold labels and comments, written and read back. It knows no minutes.

use std::fmt::Write as _;

use crate::text::safe::is_hidden;

/// The opening of a comment.
const OPEN: &str = "<!-- ";
/// The close of a comment.
const CLOSE: &str = " -->";

/// Text as Markdown that shows it as it is. It holds no line break, no unescaped markup, and no hidden character.
pub fn escape(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let starts = chars.iter().take_while(|c| c.is_whitespace()).count();
    let ends = chars.len() - chars.iter().rev().take_while(|c| c.is_whitespace()).count();
    let digits = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    let mut out = String::with_capacity(text.len() + 8);
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied();
        let after = chars.get(at + 1).copied();
        let is_edge = c.is_whitespace() && (at < starts || at >= ends);
        if is_hidden(c) || is_edge {
            let _ = write!(out, "&#x{:X};", u32::from(c));
            continue;
        }
        let is_markup = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' | '$' | '^' | '{' | '}' => true,
            '_' => !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)),
            '&' => after.is_some_and(|next| next == '#' || next.is_alphanumeric()),
            '#' => at == 0 || before == Some(' ') && chars.iter().skip(at).all(|&c| c == '#'),
            '-' | '+' | '>' | '=' => at == 0,
            '.' | ')' => digits > 0 && at == digits,
            _ => false,
        };
        if is_markup {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Text as Markdown for a label: a colon at its end is its own, not the one that closes a label.
pub fn escape_label(text: &str) -> String {
    match text.strip_suffix(':') {
        Some(text) => format!("{}\\:", escape(text)),
        None => escape(text),
    }
}

/// The text that Markdown shows: undoes [`escape`], and reads the usual character references.
pub fn unescape(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(c) = rest.chars().next() {
        let tail = rest.strip_prefix(c).unwrap_or_default();
        let escaped = tail.chars().next().filter(|next| c == '\\' && next.is_ascii_punctuation());
        let referred = if c == '&' { reference(tail) } else { None };
        let (shown, behind) = match (escaped, referred) {
            (Some(literal), _) => (literal, tail.strip_prefix(literal).unwrap_or_default()),
            (None, Some((character, behind))) => (character, behind),
            (None, None) => (c, tail),
        };
        out.push(shown);
        rest = behind;
    }
    out
}

/// The character that a reference after a `&` means, and the text after it.
fn reference(tail: &str) -> Option<(char, &str)> {
    let (name, behind) = tail.split_once(';')?;
    let character = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "nbsp" => '\u{A0}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    };
    Some((character, behind))
}

/// Splits at the first occurrence of a mark that is not escaped.
pub fn split_at_mark<'a>(markdown: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let mut escaped = false;
    for (at, c) in markdown.char_indices() {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else {
            let (before, behind) = markdown.split_at_checked(at)?;
            if let Some(behind) = behind.strip_prefix(mark) {
                return Some((before, behind));
            }
        }
    }
    None
}

/// The bold text at the start, still as Markdown, and what follows.
pub fn bold(markdown: &str) -> Option<(&str, &str)> {
    split_at_mark(markdown.strip_prefix("**")?, "**")
}

/// A label in bold with its colon, and what follows; `None` where the bold text has no colon at its end.
pub fn labelled(markdown: &str) -> Option<(String, &str)> {
    let (inner, rest) = bold(markdown)?;
    let label = inner.strip_suffix(':').filter(|label| !label.ends_with('\\'))?;
    Some((unescape(label), rest.strip_prefix(' ').unwrap_or(rest)))
}

/// A line's Markdown, and the content of the comment at its end.
pub fn split_comment(line: &str) -> (&str, Option<&str>) {
    match split_at_mark(line, OPEN) {
        Some((visible, comment)) => (visible.trim_end(), comment.strip_suffix(CLOSE)),
        None => (line.trim_end(), None),
    }
}

/// A comment that holds JSON. Whatever could end it early, or is not allowed in a document, is escaped.
pub fn comment(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '-' if safe.ends_with('-') => safe.push_str("\\u002d"),
            '<' | '>' => {
                let _ = write!(safe, "\\u{:04x}", u32::from(c));
            }
            c if is_hidden(c) => {
                let _ = write!(safe, "\\u{:04x}", u32::from(c));
            }
            c => safe.push(c),
        }
    }
    format!("{OPEN}{safe}{CLOSE}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn markup_is_escaped_and_words_stay_readable() {
        assert_eq!(escape("# inte rubrik * inte lista"), "\\# inte rubrik \\* inte lista");
        assert_eq!(escape("1. inte lista"), "1\\. inte lista");
        assert_eq!(escape("i v. 49 kl. 13.30, ej_fras, R&D, C#"), "i v. 49 kl. 13.30, ej_fras, R\\&D, C#");
        assert_eq!(escape("\u{1b}[31mFARA"), "&#x1B;\\[31mFARA");
    }

    proptest! {
        #[test]
        fn any_text_is_read_back(text in ".*") {
            let markdown = escape(&text);
            prop_assert!(!markdown.chars().any(is_hidden));
            prop_assert_eq!(unescape(&markdown), text);
        }

        #[test]
        fn no_text_opens_a_comment_or_bold(text in "[-<!>*\\\\ a]{0,12}") {
            let line = format!("{}{}", escape(&text), comment("{}"));
            prop_assert_eq!(split_comment(&line).1, Some("{}"));
            prop_assert!(split_at_mark(&escape(&text), "**").is_none());
        }
    }
}
