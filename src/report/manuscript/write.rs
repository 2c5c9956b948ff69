//! A document → text to edit.

use super::{is_guarded, marker, response_label};
use crate::i18n::Lang;
use crate::report::document::{Block, Document, List, ListItem, ListMarkers, Paragraph, Run, Style, Table};

/// The document as text to edit, lines ended by `\n`.
pub fn text(document: &Document) -> String {
    let mut out = format!("# {}\n", one_line(&document.title));
    for fact in &document.facts {
        let closes_itself = fact.label.is_empty() || fact.label.ends_with(['?', '!', '.', ':']);
        let colon = if closes_itself { "" } else { ":" };
        let value = fact.value.split('\n').collect::<Vec<_>>().join("\n  ");
        out.push_str(format!("{}{colon} {value}", fact.label).trim_start());
        out.push('\n');
    }
    for block in &document.blocks {
        out.push('\n');
        match block {
            Block::Heading { level, text } => {
                let hashes = "#".repeat(usize::from(level.saturating_add(1)));
                line(&mut out, "", &format!("{hashes} {}", one_line(text)));
            }
            Block::Paragraph(paragraph) => {
                let text = shown(paragraph, document.lang);
                text.split('\n').for_each(|text| line(&mut out, "", text));
            }
            Block::List(list) => self::list(&mut out, list, "", document.lang),
            Block::Table(table) => self::table(&mut out, table, document.lang),
        }
    }
    out
}

fn line(out: &mut String, indent: &str, text: &str) {
    out.push_str(indent);
    out.push_str(text);
    out.truncate(out.trim_end_matches(' ').len());
    out.push('\n');
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn list(out: &mut String, list: &List, indent: &str, lang: Lang) {
    for (at, item) in list.items.iter().enumerate() {
        let mark = match list.markers {
            ListMarkers::Bullets => "- ".to_owned(),
            ListMarkers::Numbers(from) => format!("{}. ", usize::try_from(from).unwrap_or(1) + at),
        };
        self::item(out, item, &mark, indent, lang);
    }
}

fn item(out: &mut String, item: &ListItem, mark: &str, indent: &str, lang: Lang) {
    let under = format!("{indent}{}", " ".repeat(mark.len()));
    let mut paragraphs = item.paragraphs.iter();
    // A line of an item is a paragraph of its own, unless a `\` at the end of the one before says that it goes on.
    let within = |paragraph: &Paragraph| shown(paragraph, lang).replace('\n', &format!("\\\n{under}"));
    let first = paragraphs.next().map(within).unwrap_or_default();
    line(out, indent, &format!("{mark}{first}"));
    for paragraph in paragraphs {
        line(out, &under, &within(paragraph));
    }
    for list in &item.under {
        self::list(out, list, &under, lang);
    }
}

/// A row is an item: what it is about, and a line for each other cell that is not empty.
fn table(out: &mut String, table: &Table, lang: Lang) {
    for row in &table.rows {
        let mut cells = table.columns.iter().zip(row);
        let first = cells.next().map(|(_, cell)| cell.clone()).unwrap_or_default();
        let mut paragraphs = first;
        paragraphs.truncate(1);
        for (column, cell) in cells {
            paragraphs.extend(cell.iter().map(|paragraph| {
                Paragraph {
                    style: Style::Body,
                    runs: std::iter::once(Run::plain(format!("{}: ", column.title)))
                        .chain(paragraph.runs.iter().cloned())
                        .collect(),
                }
            }));
        }
        item(out, &ListItem { paragraphs, under: Vec::new() }, "- ", "", lang);
    }
}

/// A paragraph with the characters that mark its style.
fn shown(paragraph: &Paragraph, lang: Lang) -> String {
    match (paragraph.style, paragraph.runs.as_slice()) {
        (Style::Response, [label, rest @ ..]) => {
            let text = format!("{}{}", escaped(&label.text, None), inline(rest));
            let word = lang.words().publication.response;
            if response_label(&text, word) == Some(label.text.len()) { text } else { body(paragraph, lang) }
        }
        (Style::Details, _) => format!("_{}_", inline(&paragraph.runs)),
        (Style::Quote, _) => {
            inline(&paragraph.runs).split('\n').map(|text| format!("> {text}")).collect::<Vec<_>>().join("\n")
        }
        (Style::Signature, _) => format!("/ {}", inline(&paragraph.runs)),
        _ => body(paragraph, lang),
    }
}

/// Running text. Where a line of it begins like something else, a `\` is put before it.
fn body(paragraph: &Paragraph, lang: Lang) -> String {
    let guarded = |text: &str| {
        let means = text.starts_with(['#', '>', '/', '_'])
            || is_guarded(text)
            || marker(text).is_some()
            || response_label(text, lang.words().publication.response).is_some();
        if means { format!("\\{text}") } else { text.to_owned() }
    };
    inline(&paragraph.runs).split('\n').map(guarded).collect::<Vec<_>>().join("\n")
}

fn inline(runs: &[Run]) -> String {
    let mut out = String::new();
    let mut strong = false;
    for (at, run) in runs.iter().enumerate() {
        if run.text.is_empty() {
            continue;
        }
        if run.strong != strong {
            out.push_str("**");
            strong = run.strong;
        }
        let next = runs.get(at + 1).and_then(|next| next.text.chars().next());
        out.push_str(&escaped(&run.text, next));
    }
    if strong {
        out.push_str("**");
    }
    out
}

/// Words with a `\` before what would be read as markup: two asterisks, and a `\` before punctuation.
fn escaped(text: &str, next: Option<char>) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied();
        let after = chars.get(at + 1).copied().or(next);
        let is_markup = match c {
            '*' => before == Some('*') || after == Some('*') || after.is_none() || at == 0,
            '\\' => after.is_none_or(|after| after.is_ascii_punctuation() || after == '\n'),
            _ => false,
        };
        if is_markup {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
