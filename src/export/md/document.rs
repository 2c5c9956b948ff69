//! A document as Markdown that any renderer shows well. Minutes are written by `md` itself, in the form that is read
//! again.

use std::fmt::Write as _;

use crate::minutes::markdown::syntax;
use crate::report::document::{Block, Document, List, ListMarkers, Paragraph, Run, Style, Table};
use crate::text::safe;

/// Lines end with `\n`.
pub fn write(document: &Document) -> String {
    let mut page = MarkdownWriter { out: String::new() };
    if let Some(genre) = &document.genre {
        page.block(&format!("_{}_", escape(genre)));
    }
    page.block(&format!("# {}", escape(&document.title)));
    if let Some(mark) = &document.mark {
        page.block(&format!("**{}**", escape(mark)));
    }
    if !document.facts.is_empty() {
        page.gap();
    }
    for fact in &document.facts {
        let closes_itself = fact.label.ends_with(['?', '!', '.', ':']);
        let colon = if closes_itself { "" } else { ":" };
        let value = lines(&fact.value, "  ");
        if fact.label.is_empty() {
            page.line(&format!("- {value}"));
        } else {
            page.line(&format!("- **{}{colon}** {value}", syntax::escape_label(&safe::line(&fact.label))));
        }
    }
    for block in &document.blocks {
        match block {
            Block::Heading { level, text } => {
                let marker = "#".repeat(usize::from(level.saturating_add(1).min(6)));
                page.block(&format!("{marker} {}", escape(text)));
            }
            Block::Paragraph(paragraph) => page.block(&top(paragraph)),
            Block::List(list) => {
                page.gap();
                page.list(list, 0);
            }
            Block::Table(table) => page.table(table),
        }
    }
    page.out
}

struct MarkdownWriter {
    out: String,
}

impl MarkdownWriter {
    fn gap(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn block(&mut self, text: &str) {
        self.gap();
        self.line(text);
    }

    /// The first paragraph of an item is beside its marker; those that follow are nested items.
    fn list(&mut self, list: &List, indent: usize) {
        let space = " ".repeat(indent);
        for (at, item) in list.items.iter().enumerate() {
            let marker = match list.markers {
                ListMarkers::Bullets => "-".to_owned(),
                ListMarkers::Numbers(from) => format!("{}.", usize::try_from(from).unwrap_or(1) + at),
            };
            let under = indent + marker.len() + 1;
            let mut paragraphs = item.paragraphs.iter();
            let first = paragraphs.next().map(|first| shown(first, under)).unwrap_or_default();
            self.line(&format!("{space}{marker} {first}"));
            for paragraph in paragraphs {
                self.line(&format!("{}- {}", " ".repeat(under), shown(paragraph, under + 2)));
            }
            for list in &item.under {
                self.list(list, under);
            }
        }
    }

    fn table(&mut self, table: &Table) {
        self.gap();
        let titles: Vec<String> = table.columns.iter().map(|column| escape(&column.title)).collect();
        self.line(&format!("| {} |", titles.join(" | ")));
        self.line(&format!("|{}", " --- |".repeat(titles.len())));
        for row in &table.rows {
            let mut line = String::from("|");
            for cell in row {
                let cell: Vec<String> = cell.iter().map(|paragraph| runs(paragraph, "<br>")).collect();
                let _ = write!(line, " {} |", cell.join("<br>"));
            }
            self.line(&line);
        }
    }
}

/// A paragraph between blank lines.
fn top(paragraph: &Paragraph) -> String {
    match paragraph.style {
        Style::Quote => format!("> {}", runs(paragraph, "  \n> ")),
        _ => shown(paragraph, 0),
    }
}

/// A paragraph whose further lines are indented.
fn shown(paragraph: &Paragraph, indent: usize) -> String {
    runs(paragraph, &format!("  \n{}", " ".repeat(indent)))
}

fn runs(paragraph: &Paragraph, between: &str) -> String {
    let is_first = |at: usize| paragraph.runs.iter().take(at).all(|run| run.text.is_empty());
    let shown = paragraph.runs.iter().enumerate().map(|(at, run)| self::run(run, is_first(at), between));
    shown.collect()
}

/// The text of a run. Some characters have a meaning only at the start of a line; spaces must be outside of bold text.
fn run(run: &Run, starts: bool, between: &str) -> String {
    let text_of_run = safe::lines(&run.text);
    let words = text_of_run.trim_matches(' ');
    let lines = words.split('\n').enumerate().map(|(at, line)| {
        if at > 0 || starts {
            return escape(line);
        }
        // A character that opens a list or a heading has no meaning after other words.
        let escaped = escape(&format!("a{line}"));
        escaped.strip_prefix('a').unwrap_or(&escaped).to_owned()
    });
    let text = lines.collect::<Vec<_>>().join(between);
    if text.is_empty() {
        return text_of_run;
    }
    let before = text_of_run.chars().take_while(|c| *c == ' ').count();
    let after = text_of_run.chars().rev().take_while(|c| *c == ' ').count();
    let bold = if run.strong { "**" } else { "" };
    let before = if starts { 0 } else { before };
    format!("{}{bold}{text}{bold}{}", " ".repeat(before), " ".repeat(after))
}

/// Text that is shown as it is, in one line. It is never read back, so invisible characters are removed.
fn escape(text: &str) -> String {
    syntax::escape(&safe::line(text))
}

/// A value with Markdown line breaks.
fn lines(text: &str, indent: &str) -> String {
    safe::lines(text).split('\n').map(escape).collect::<Vec<_>>().join(&format!("  \n{indent}"))
}
