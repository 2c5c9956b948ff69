//! Markdown as people write it, without our comments. Each line becomes the line of plain text that it shows, and the
//! reader of text does the rest; headings keep the level that their markers gave them.
//!
//! What is inside a line is read with the tokens of pulldown-cmark (`inline`). What a line is, is decided here: minutes
//! are lines, and the block rules of CommonMark would join or drop some of them. It takes a line indented by four
//! blanks for code (an inner list whose outer item is plain text), a single `-` under a line for the mark of a heading
//! (an item that is still empty), the line after an item for a part of that item, and `[1]: words` for a definition
//! that is not shown.

use super::html_list::HtmlLists;
use super::{front_matter, inline};
use crate::minutes::Minutes;
use crate::minutes::read::shape::{LineShape, shape};
use crate::minutes::read::{self, ReadOptions, header};

/// A heading under the title.
struct Heading {
    text: String,
    /// From 1, counted under the title.
    level: u8,
    /// Whether the colon that makes it a heading in text was put there by us.
    is_colon_added: bool,
}

/// Reads Markdown as minutes.
pub fn read(markdown: &str, options: &ReadOptions<'_>) -> Minutes {
    let (text, headings) = as_text(markdown);
    let mut minutes = read::read(&text, options);
    let mut left = headings.iter();
    for section in &mut minutes.sections {
        let Some(heading) = left.clone().find(|heading| heading.text == section.heading) else { continue };
        left.by_ref().find(|heading| heading.text == section.heading);
        section.level = heading.level;
        if heading.is_colon_added && section.as_written == Some(format!("{}:", section.heading)) {
            section.as_written = None;
        }
    }
    minutes
}

/// The lines of text, as many as there are lines of Markdown unless several items of a list in HTML are on one, and the
/// headings under the title.
fn as_text(markdown: &str) -> (String, Vec<Heading>) {
    let lines: Vec<&str> = markdown.lines().collect();
    let mut text = String::with_capacity(markdown.len());
    let mut headings: Vec<Heading> = Vec::new();
    let front = front_matter::of(&lines);
    let title_at = |title: &Option<String>| {
        let is_title = |(at, line): (usize, &&str)| {
            let (level, words) = heading(line, lines.get(at + 1).copied().unwrap_or_default())?;
            (level == 1 && title.as_ref().is_none_or(|title| *title == words)).then_some((at, words))
        };
        lines.iter().enumerate().find_map(is_title)
    };
    // The title is above the fields in text.
    let moved = front.as_ref().and_then(|front| {
        let own = title_at(&front.title);
        let title = front.title.clone().or_else(|| own.as_ref().map(|(_, words)| words.clone()))?;
        Some((own.map(|(at, _)| at), title))
    });
    let mut has_title = moved.is_some();
    let above = front.map(|front| front.lines).unwrap_or_default();
    let are_marked = !are_read_as_headings(&lines, above.len());
    let mut lists = HtmlLists::default();
    for (at, line) in lines.iter().enumerate() {
        if let Some(field) = above.get(at) {
            let title = moved.as_ref().filter(|_| at == 0).map(|(_, title)| title);
            text.push_str(title.unwrap_or(field));
            text.push('\n');
            continue;
        }
        if moved.as_ref().is_some_and(|(own, _)| *own == Some(at)) {
            text.push('\n');
            continue;
        }
        if let Some(items) = lists.lines(line) {
            let items = items.iter().map(|item| plain(item)).collect::<Vec<_>>();
            text.push_str(&items.join("\n"));
            text.push('\n');
            continue;
        }
        let next = lines.get(at + 1).copied().unwrap_or_default();
        match heading(line, next) {
            Some((1, title)) if !has_title => {
                has_title = true;
                if at == 0 && !header::is_title(&title) {
                    text.push_str("# ");
                }
                text.push_str(&title);
            }
            Some((level, title)) => {
                let level = level.saturating_sub(u8::from(has_title)).max(1);
                let is_colon_added = !are_marked && !title.ends_with([':', '?', '!']);
                if are_marked {
                    text.push_str(&"#".repeat(usize::from(level).min(5) + 1));
                    text.push(' ');
                }
                text.push_str(&title);
                text.push_str(if is_colon_added { ":" } else { "" });
                let title = title.strip_suffix(':').unwrap_or(&title).to_owned();
                headings.push(Heading { text: title, level, is_colon_added });
            }
            None if is_rule(line) => {}
            None => text.push_str(&plain(line)),
        }
        text.push('\n');
    }
    (text, headings)
}

/// Whether in text a colon is enough to make each heading one; otherwise all of them are marked.
fn are_read_as_headings(lines: &[&str], from: usize) -> bool {
    let is_blank =
        |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(|line| line.trim().is_empty());
    (from..lines.len()).all(|at| {
        let next = lines.get(at + 1).copied().unwrap_or_default();
        let Some((level, title)) = lines.get(at).and_then(|line| heading(line, next)) else { return true };
        let is_shaped = matches!(
            shape(&format!("{}:", title.trim_end_matches(':'))),
            LineShape::Colon | LineShape::Strong
        );
        let few = title.split_whitespace().count() <= 3;
        level == 1 || is_shaped && (few || is_blank(at.checked_sub(1)))
    })
}

/// The level and the words of a heading: with `#` before it, or underlined.
fn heading(line: &str, next: &str) -> Option<(u8, String)> {
    let body = line.trim();
    let words = body.trim_start_matches('#');
    let level = body.len() - words.len();
    if (1..=6).contains(&level) && words.starts_with(' ') {
        let words = words.trim().trim_end_matches('#').trim_end();
        return Some((u8::try_from(level).ok()?, inline::shown(words)));
    }
    let under = next.trim();
    // Three characters at least: a single `-` is an item that is still empty.
    let is_under = |mark: char| under.len() >= 3 && under.chars().all(|c| c == mark);
    let is_paragraph = !body.is_empty() && !is_rule(line) && !body.starts_with(['-', '*', '+', '>', '|']);
    match (is_under('='), is_under('-')) {
        (true, _) if is_paragraph => Some((1, inline::shown(body))),
        (_, true) if is_paragraph => Some((2, inline::shown(body))),
        _ => None,
    }
}

/// A thematic break, or the line under a heading.
fn is_rule(line: &str) -> bool {
    let marks: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).collect();
    let same = |mark: char| marks.iter().all(|&c| c == mark);
    marks.len() >= 3 && ['-', '*', '_', '='].into_iter().any(same)
}

/// A line as plain text; its indent and bullet stay.
fn plain(line: &str) -> String {
    let body = line.trim_start();
    let indent = line.strip_suffix(body).unwrap_or_default();
    let (mark, words) = match body.split_once(' ') {
        Some((mark @ ("-" | "*" | "+"), words)) => (if mark == "+" { "- " } else { mark }, words),
        _ => ("", body.strip_prefix("> ").unwrap_or(body)),
    };
    let blank = if mark.len() == 1 { " " } else { "" };
    format!("{indent}{mark}{blank}{}", inline::shown(words.trim_end()))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::i18n::Lang;
    use crate::model::Kind;

    #[test]
    fn front_matter_is_the_header_below_the_title() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 6).unwrap();
        for title in ["", "title: Samtal\n"] {
            let markdown = format!(
                "---\n{title}date: 2026-03-05\nattendees:\n  - Ola Strand\n  - Pia Ljung\n---\n\n# Samtal\n\n## Tips\n\n- Sol\n"
            );
            let minutes = read(&markdown, &ReadOptions { day: None, today, words: Lang::Sv.words() });
            assert_eq!(
                (minutes.title.as_str(), minutes.date),
                ("Samtal", NaiveDate::from_ymd_opt(2026, 3, 5))
            );
            let fields: Vec<_> =
                minutes.fields.iter().map(|field| (field.label.as_str(), field.value.as_str())).collect();
            assert_eq!(fields, [("Date", "2026-03-05"), ("Attendees", "Ola Strand, Pia Ljung")]);
            assert_eq!(minutes.sections.len(), 1, "{minutes:?}");
        }
    }

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
        let minutes = read(markdown, &ReadOptions { day: None, today, words: Lang::Sv.words() });
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
