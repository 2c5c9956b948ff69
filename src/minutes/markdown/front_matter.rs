//! What programs that keep notes put before Markdown: keys and values between two lines of hyphens (YAML) or in a
//! comment, read as the header fields that they are. It knows no more of YAML than what people write there: one value
//! or a list per key.

use crate::i18n::format::capitalised;
use crate::i18n::vocabulary::minutes::TITLE_STYLES;

/// The most lines that it takes.
const LONGEST: usize = 100;

/// Keys and values before the text.
pub(super) struct FrontMatter {
    /// What it says the title is.
    pub title: Option<String>,
    /// As many lines as it has, with those between the fields empty.
    pub lines: Vec<String>,
}

/// What these lines begin with; `None` where that is something else.
pub(super) fn of(lines: &[&str]) -> Option<FrontMatter> {
    let first = lines.first()?.trim_start_matches('\u{FEFF}').trim_end();
    let is_comment = first == "<!--";
    let is_end = |line: &&&str| match line.trim_end() {
        "---" | "..." => !is_comment,
        line => is_comment && line == "-->",
    };
    let length = lines.iter().skip(1).take(LONGEST).position(|line| is_end(&line))?;
    let own = lines.get(1..=length).filter(|_| (first == "---" || is_comment) && length > 0)?;
    // Programs that make pages of text put two full stops before each key.
    let own: Vec<&str> =
        own.iter().map(|line| line.strip_prefix(".. ").filter(|_| is_comment).unwrap_or(line)).collect();
    let is_own = |line: &&&str| {
        let line = line.trim();
        line.is_empty() || line.starts_with(['-', '#']) || key(line).is_some() || line.contains(':')
    };
    if !own.iter().all(|line| is_own(&line)) || !own.iter().any(|line| key(line).is_some()) {
        return None;
    }
    let mut fields: Vec<(usize, String, Vec<String>)> = Vec::new();
    for (at, line) in own.iter().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match (key(line), fields.last_mut()) {
            (Some((key, value)), _) => fields.push((at + 1, key.to_owned(), values(value))),
            (None, Some((_, _, values))) => values.extend(self::values(line.trim().trim_start_matches('-'))),
            (None, None) => {}
        }
    }
    let mut front = FrontMatter { title: None, lines: vec![String::new(); length + 2] };
    for (at, key, values) in fields.into_iter().filter(|(_, _, values)| !values.is_empty()) {
        if TITLE_STYLES.contains(&key.to_lowercase().as_str()) {
            front.title = Some(values.join(", "));
        } else if let Some(line) = front.lines.get_mut(at) {
            *line = format!("{}: {}", capitalised(&key), values.join(", "));
        }
    }
    Some(front)
}

/// The key of a line that is not indented, and what is behind it.
fn key(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ');
    let is_key = key.starts_with(char::is_alphabetic) && key.chars().all(is_word);
    (is_key && (value.is_empty() || value.starts_with([' ', '\t']))).then_some((key.trim(), value))
}

/// One value, or those of a list in brackets; without quotation marks.
fn values(written: &str) -> Vec<String> {
    let written = written.trim();
    let list = written.strip_prefix('[').and_then(|list| list.strip_suffix(']'));
    let all: Vec<&str> = list.map_or_else(|| vec![written], |list| list.split(',').collect());
    let bare = |value: &str| value.trim().trim_matches(['"', '\'']).trim().to_owned();
    all.into_iter().map(bare).filter(|value| !value.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_fields_and_everything_else_is_no_front_matter() {
        let text = "---\ntitle: \"Rundabord\"\ndate: 2026-03-05\ndeltagare:\n  - Ola Strand\n  - Pia Ljung\ntags: [mat, skola]\nlayout:\n---\n# Rundabord";
        let front = of(&text.lines().collect::<Vec<_>>()).unwrap();
        assert_eq!(front.title.as_deref(), Some("Rundabord"));
        let fields: Vec<_> = front.lines.iter().filter(|line| !line.is_empty()).collect();
        assert_eq!(fields, ["Date: 2026-03-05", "Deltagare: Ola Strand, Pia Ljung", "Tags: mat, skola"]);
        assert_eq!(front.lines.len(), 9);
        for other in ["---\n\n---", "---\nEn rad\n---", "Tips\n---\na: b\n---", "---\na: b", "---\n- a\n---"]
        {
            assert!(of(&other.lines().collect::<Vec<_>>()).is_none(), "{other}");
        }
    }
}
