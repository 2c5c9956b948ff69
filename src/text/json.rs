//! Values as JSON that people can read and a terminal can show.

use std::fmt::Write as _;

use serde::Serialize;

use super::safe::is_hidden;

/// A value as indented JSON, without a line break at the end. Control characters and those that turn the direction of
/// writing become `\uXXXX`.
pub fn pretty(value: &impl Serialize) -> String {
    // A value of ours always has a JSON form; without one there is nothing to write.
    let json = serde_json::to_string_pretty(value).unwrap_or_default();
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        // The line breaks are those between members: within a text they are escaped already.
        if is_hidden(c) && c != '\n' {
            let _ = write!(safe, "\\u{:04x}", u32::from(c));
        } else {
            safe.push(c);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_escaped_and_reads_back_as_it_was() {
        let text = "a\u{1b}[31mb\u{202e}c\nd\u{9b}å";
        let json = pretty(&[text]);
        assert_eq!(json, "[\n  \"a\\u001b[31mb\\u202ec\\nd\\u009bå\"\n]");
        let back: Vec<String> = serde_json::from_str(&json).unwrap();
        assert_eq!(back, [text]);
    }
}
