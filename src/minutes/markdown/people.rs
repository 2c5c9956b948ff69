//! Markdown as people write it, without our comments. Its marks are turned into the lines of plain text that they
//! stand for, one for one, and the reader of text does the rest; headings keep the level that their marks gave them.

use super::signs;
use crate::minutes::Minutes;
use crate::minutes::read::{self, Options};

/// A heading that was marked as one.
struct Heading {
    text: String,
    level: u8,
    /// Whether the colon that makes it a heading in text was put there by us.
    is_colon_ours: bool,
}

/// Reads Markdown as minutes.
pub fn read(markdown: &str, options: &Options<'_>) -> Minutes {
    let (text, headings) = as_text(markdown);
    let mut minutes = read::read(&text, options);
    let mut left = headings.iter();
    for section in &mut minutes.sections {
        let Some(heading) = left.clone().find(|heading| heading.text == section.heading) else { continue };
        left.by_ref().find(|heading| heading.text == section.heading);
        section.level = heading.level;
        if heading.is_colon_ours && section.as_written == Some(format!("{}:", section.heading)) {
            section.as_written = None;
        }
    }
    minutes
}

/// The lines of text, as many as there are lines of Markdown, and the headings under the title.
fn as_text(markdown: &str) -> (String, Vec<Heading>) {
    let lines: Vec<&str> = markdown.lines().collect();
    let mut text = String::with_capacity(markdown.len());
    let mut headings: Vec<Heading> = Vec::new();
    let mut has_title = false;
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).copied().unwrap_or_default();
        match heading(line, next) {
            Some((1, title)) if !has_title => {
                has_title = true;
                text.push_str(&title);
            }
            Some((level, title)) => {
                let is_colon_ours = !title.ends_with([':', '?', '!']);
                text.push_str(&title);
                text.push_str(if is_colon_ours { ":" } else { "" });
                let level = level.saturating_sub(u8::from(has_title)).max(1);
                let title = title.strip_suffix(':').unwrap_or(&title).to_owned();
                headings.push(Heading { text: title, level, is_colon_ours });
            }
            None if is_rule(line) => {}
            None => text.push_str(&plain(line)),
        }
        text.push('\n');
    }
    (text, headings)
}

/// The level and the words of a heading: with signs before it, or with a line under it.
fn heading(line: &str, next: &str) -> Option<(u8, String)> {
    let body = line.trim();
    let words = body.trim_start_matches('#');
    let level = body.len() - words.len();
    if (1..=6).contains(&level) && words.starts_with(' ') {
        let words = words.trim().trim_end_matches('#').trim_end();
        return Some((u8::try_from(level).ok()?, inline(words)));
    }
    let under = next.trim();
    let is_under = |sign: char| under.len() >= 3 && under.chars().all(|c| c == sign);
    let is_paragraph = !body.is_empty() && !is_rule(line) && !body.starts_with(['-', '*', '+', '>', '|']);
    match (is_under('='), is_under('-')) {
        (true, _) if is_paragraph => Some((1, inline(body))),
        (_, true) if is_paragraph => Some((2, inline(body))),
        _ => None,
    }
}

/// A thematic break, or the line under a heading.
fn is_rule(line: &str) -> bool {
    let signs: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).collect();
    let same = |sign: char| signs.iter().all(|&c| c == sign);
    signs.len() >= 3 && ['-', '*', '_', '='].into_iter().any(same)
}

/// A line without the marks of Markdown; its indent and bullet stay.
fn plain(line: &str) -> String {
    let body = line.trim_start();
    let indent = line.strip_suffix(body).unwrap_or_default();
    let (mark, words) = match body.split_once(' ') {
        Some((mark @ ("-" | "*" | "+"), words)) => (if mark == "+" { "- " } else { mark }, words),
        _ => ("", body.strip_prefix("> ").unwrap_or(body)),
    };
    let blank = if mark.len() == 1 { " " } else { "" };
    format!("{indent}{mark}{blank}{}", inline(words.trim_end()))
}

/// Words without emphasis; a link becomes its words and its address.
fn inline(markdown: &str) -> String {
    signs::unescape(&without_links(&without_emphasis(&without_emphasis(markdown, "**"), "__")))
}

fn without_emphasis(markdown: &str, mark: &str) -> String {
    let mut out = String::new();
    let mut rest = markdown;
    while let Some((before, behind)) = signs::split_at_mark(rest, mark)
        && let Some((inside, after)) = signs::split_at_mark(behind, mark)
    {
        out.push_str(before);
        out.push_str(inside);
        rest = after;
    }
    out + rest
}

fn without_links(markdown: &str) -> String {
    let mut out = String::new();
    let mut rest = markdown;
    while let Some((before, behind)) = signs::split_at_mark(rest, "[")
        && let Some((words, behind)) = signs::split_at_mark(behind, "](")
        && let Some((address, after)) = behind.split_once(')')
    {
        out.push_str(before.strip_suffix('!').unwrap_or(before));
        // An address in angle brackets cannot be taken for a response, as one in parentheses could.
        out.extend([words, " \\<", address, "\\>"]);
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::i18n::Lang;
    use crate::model::Kind;

    #[test]
    fn markdown_by_people_is_read_as_what_it_shows() {
        let markdown = "\
# Anteckningar från dialogcafé

**Plats:** Folkets hus
**Datum:** 2026-03-05

## Tips

* Börja **smått** och läs [guiden](http://exempel.se)
* Fler bänkar
  * i sol

Utmaningar
----------

- Svårt att hinna. (Stödpaket på gång)

### Övrigt

+ Kaffet var gott
";
        let today = NaiveDate::from_ymd_opt(2026, 3, 6).unwrap();
        let minutes = read(markdown, &Options { today, words: Lang::Sv.words() });
        assert_eq!(minutes.title, "Anteckningar från dialogcafé");
        assert_eq!(minutes.date, NaiveDate::from_ymd_opt(2026, 3, 5));
        assert_eq!(minutes.place.as_deref(), Some("Folkets hus"));
        let sections: Vec<_> =
            minutes.sections.iter().map(|s| (s.heading.as_str(), s.level, s.entries.len())).collect();
        assert_eq!(sections, [("Tips", 1, 3), ("Utmaningar", 1, 1), ("Övrigt", 2, 1)]);
        assert_eq!(minutes.sections[0].entries[0].text, "Börja smått och läs guiden <http://exempel.se>");
        assert_eq!(minutes.sections[0].entries[2].depth, 1);
        assert_eq!(minutes.sections[0].as_written, None, "the colon is not theirs");
        let challenge = &minutes.sections[1].entries[0];
        assert!(matches!(challenge.kind, Kind::Challenge(_)));
        assert_eq!(challenge.responses[0].text, "Stödpaket på gång");
    }
}
