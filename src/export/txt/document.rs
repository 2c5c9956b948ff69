//! A document as plain text to read and to paste into a message: lines of a width that mail keeps, headings
//! underlined. Minutes are written by `txt` itself, in the layout that is read again.

use unicode_width::UnicodeWidthStr;

use crate::report::document::{Block, Document, List, ListMarkers, Paragraph, Style, Table};
use crate::text::safe;
use crate::text::slice;

/// The most columns of a line.
const WIDTH: usize = 76;

/// Lines end with `\n`.
pub fn write(document: &Document) -> String {
    let mut page = PlainTextWriter { out: String::new() };
    for line in document.mark.iter().chain(&document.genre) {
        page.paragraph(line, "", "");
    }
    page.heading(&document.title, '=');
    page.gap();
    for fact in &document.facts {
        let closes_itself = fact.label.is_empty() || fact.label.ends_with(['?', '!', '.', ':']);
        let colon = if closes_itself { "" } else { ":" };
        page.wrapped(format!("{}{colon} {}", fact.label, fact.value).trim_start(), "", "  ");
    }
    for block in &document.blocks {
        page.block(block);
    }
    page.out
}

struct PlainTextWriter {
    out: String,
}

impl PlainTextWriter {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level: 1, text } => self.heading(text, '-'),
            Block::Heading { text, .. } => self.paragraph(text, "", ""),
            Block::Paragraph(paragraph) => {
                let before = if paragraph.style == Style::Quote { "  " } else { "" };
                self.paragraph(&paragraph.text(), before, before);
            }
            Block::List(list) => {
                self.gap();
                self.list(list, "");
            }
            Block::Table(table) => self.table(table),
        }
    }

    fn heading(&mut self, text: &str, under: char) {
        let start = self.out.len();
        self.paragraph(text, "", "");
        let written = slice(&self.out, start..);
        let width = written.lines().map(UnicodeWidthStr::width).max().unwrap_or_default();
        self.out.extend(std::iter::repeat_n(under, width));
        self.out.push('\n');
    }

    fn paragraph(&mut self, text: &str, first: &str, rest: &str) {
        self.gap();
        self.wrapped(text, first, rest);
    }

    /// An empty line, unless the page is empty.
    fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    fn list(&mut self, list: &List, indent: &str) {
        for (at, item) in list.items.iter().enumerate() {
            let marker = match list.markers {
                ListMarkers::Bullets => "- ".to_owned(),
                ListMarkers::Numbers(from) => format!("{}. ", usize::try_from(from).unwrap_or(1) + at),
            };
            let under = format!("{indent}{}", " ".repeat(marker.len()));
            let loose = item.paragraphs.len() > 1;
            if loose && at > 0 {
                self.gap();
            }
            self.item(&item.paragraphs, &format!("{indent}{marker}"), &under);
            for list in &item.under {
                self.list(list, &under);
            }
        }
    }

    fn item(&mut self, paragraphs: &[Paragraph], first: &str, under: &str) {
        for (at, paragraph) in paragraphs.iter().enumerate() {
            self.wrapped(&paragraph.text(), if at == 0 { first } else { under }, under);
        }
        if paragraphs.is_empty() {
            self.wrapped("", first, under);
        }
    }

    /// A row becomes a list item with its cells under it: columns side by side do not survive in a message.
    fn table(&mut self, table: &Table) {
        self.gap();
        for row in &table.rows {
            for (at, (column, cell)) in table.columns.iter().zip(row).enumerate() {
                let text = cell.iter().map(Paragraph::text).collect::<Vec<_>>().join(" ");
                if at == 0 {
                    self.wrapped(&text, "- ", "  ");
                } else if !text.is_empty() {
                    self.wrapped(&format!("{}: {text}", column.title), "  ", "    ");
                }
            }
        }
    }

    /// Text wrapped at spaces. A word that is longer than a line, such as an address, stays whole.
    fn wrapped(&mut self, text: &str, first: &str, rest: &str) {
        let mut before = first;
        for line in safe::lines(text).split('\n') {
            let mut written = before.to_owned();
            let mut is_empty = true;
            for word in line.split(' ').filter(|word| !word.is_empty()) {
                if !is_empty && written.width() + 1 + word.width() > WIDTH {
                    self.line(&written);
                    rest.clone_into(&mut written);
                    is_empty = true;
                }
                if !is_empty {
                    written.push(' ');
                }
                written.push_str(word);
                is_empty = false;
            }
            self.line(&written);
            before = rest;
        }
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }
}
