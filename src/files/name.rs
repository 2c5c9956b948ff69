//! Names of files that every system takes, with nothing in them that a file system or a shell would stumble over.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

/// How many characters of a title a file name takes, its ending not counted.
pub const LONGEST: usize = 80;

/// Names that Windows keeps for devices, whatever their ending.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The date, where there is one, and the title, in at most so many characters. `untitled` takes the place of a title
/// that is blank.
pub fn dated(date: Option<NaiveDate>, title: &str, untitled: &str, longest: usize) -> String {
    let title = if title.trim().is_empty() { untitled } else { title };
    let date = date.map(|date| date.format("%Y-%m-%d ").to_string()).unwrap_or_default();
    cut(&format!("{date}{title}"), untitled, longest)
}

/// The name without what a system refuses, of at most [`LONGEST`] characters; the fallback where nothing of it is left.
pub fn safe(name: &str, fallback: &str) -> String {
    cut(name, fallback, LONGEST)
}

/// Where a part of a format goes, beside the others of the same name: `Möte.csv`, `Möte utmaningar.csv`.
pub fn beside(base: &Path, label: Option<&str>, ending: &str) -> PathBuf {
    let mut name = base.file_name().map(OsStr::to_os_string).unwrap_or_default();
    if let Some(label) = label {
        name.push(format!(" {}", safe(&label.to_lowercase(), ending)));
    }
    name.push(format!(".{ending}"));
    base.with_file_name(name)
}

/// As many whole words as there are in so many characters; a part of the last one where it is very long.
fn whole_words(words: &str, longest: usize) -> &str {
    let Some((end, next)) = words.char_indices().nth(longest) else { return words };
    let short = words.get(..end).unwrap_or_default();
    let whole = short.rsplit_once(' ').map(|(whole, _)| whole).filter(|_| next != ' ');
    whole.filter(|whole| whole.chars().count() * 2 > longest).unwrap_or(short)
}

fn cut(name: &str, fallback: &str, longest: usize) -> String {
    let separated = name.chars().map(|c| {
        let is_allowed =
            c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ',' | '–' | '(' | ')' | '+' | '&');
        if is_allowed { c } else { ' ' }
    });
    let words = separated.collect::<String>();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let short = whole_words(&words, longest);
    let trimmed = short.trim_matches(|c: char| c == '.' || c == ' ');
    if trimmed.is_empty() {
        return fallback.to_owned();
    }
    let stem = trimmed.split('.').next().unwrap_or_default().trim().to_lowercase();
    let is_port = (stem.starts_with("com") || stem.starts_with("lpt")) && stem.chars().count() == 4;
    if is_port || RESERVED.contains(&stem.as_str()) { format!("{trimmed}_") } else { trimmed.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_safe_on_every_system() {
        assert_eq!(safe("Möte: A/B \\ ../../etc\u{202e}?", "x"), "Möte A B .. .. etc");
        assert_eq!(safe("con", "x"), "con_");
        assert_eq!(safe("com1.txt", "x"), "com1.txt_");
        assert_eq!(safe("..", "Anteckningar"), "Anteckningar");
        assert_eq!(safe(&"å".repeat(500), "x").chars().count(), 80);
        let long = "Samtal med Person B4827 ".repeat(4);
        assert_eq!(
            safe(&long, "x"),
            "Samtal med Person B4827 Samtal med Person B4827 Samtal med Person B4827 Samtal"
        );
        assert_eq!(dated(None, "Möte med Person B4827", "x", 17), "Möte med Person");
    }

    #[test]
    fn parts_of_a_format_are_beside_each_other() {
        let base = Path::new("ut/2026-03-04 Möte 1.5");
        assert_eq!(beside(base, None, "csv"), Path::new("ut/2026-03-04 Möte 1.5.csv"));
        assert_eq!(
            beside(base, Some("Utmaningar: alla"), "csv"),
            Path::new("ut/2026-03-04 Möte 1.5 utmaningar alla.csv")
        );
    }
}
