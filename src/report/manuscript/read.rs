//! Text that was edited → a document. What the text does not hold (the language, the day, the mark of a draft, how wide
//! columns are) comes from the document that it was written from. Every text is a document: what is not understood
//! as anything else is a paragraph.
//!
//! This is no CommonMark, and its tokens are not those of a Markdown parser. Strong text is whatever the report prints
//! strong, blanks and colons at its ends too (`**Beslut: **ja`): CommonMark sees no emphasis there. `&amp;`, `[1]: x`,
//! `a_b_c` and four leading blanks are words of the report: CommonMark would replace, hide or restyle them. A line
//! under an item is a paragraph of its own: CommonMark would join them.

use super::{is_guarded, marker, response_label};
use crate::i18n::Lang;
use crate::report::document::{
    Block, Document, Fact, List, ListItem, ListMarkers, Paragraph, Run, Style, Table,
};
use crate::text::slice;

/// Reads what was edited. `base` is the document as the program writes it itself.
pub fn read(text: &str, base: &Document) -> Document {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let mut reader = ManuscriptReader { lines: &lines, at: 0, lang: base.lang };
    reader.skip_blank();
    let title = reader.peek().and_then(|line| line.strip_prefix("# ")).map(str::trim);
    let mut document = Document { facts: Vec::new(), blocks: Vec::new(), ..base.clone() };
    if let Some(title) = title.filter(|title| !title.is_empty()) {
        title.clone_into(&mut document.title);
        reader.at += 1;
        document.facts = reader.facts(base);
    }
    document.blocks = reader.blocks();
    tables(&mut document.blocks, base);
    document
}

struct ManuscriptReader<'a> {
    lines: &'a [&'a str],
    at: usize,
    lang: Lang,
}

impl<'a> ManuscriptReader<'a> {
    fn peek(&self) -> Option<&'a str> {
        self.lines.get(self.at).copied()
    }

    fn skip_blank(&mut self) {
        while self.peek().is_some_and(|line| line.trim().is_empty()) {
            self.at += 1;
        }
    }

    /// The facts right under the title. With an empty line between they are still facts if they begin with the
    /// labels that were there.
    fn facts(&mut self, base: &Document) -> Vec<Fact> {
        let start = self.at;
        self.skip_blank();
        let known = |line: &str| base.facts.iter().any(|fact| value_of(line, &fact.label).is_some());
        if self.at > start && !self.peek().is_some_and(known) {
            return Vec::new();
        }
        let mut facts: Vec<Fact> = Vec::new();
        while let Some(line) = self.peek().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            self.at += 1;
            match facts.last_mut() {
                Some(last) if line.starts_with([' ', '\t']) => {
                    last.value.push('\n');
                    last.value.push_str(line.trim());
                }
                _ => facts.push(fact(line.trim(), base)),
            }
        }
        // A fact without a value was taken away.
        facts.retain(|fact| {
            !fact.value.trim().is_empty() || base.facts.iter().all(|known| known.label != fact.label)
        });
        facts
    }

    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut above = 0;
        loop {
            self.skip_blank();
            let Some(line) = self.peek() else { return blocks };
            if let Some((level, text)) = heading(line) {
                self.at += 1;
                above = level.clamp(1, above + 1).min(5);
                blocks.push(Block::Heading { level: above, text: text.to_owned() });
            } else if marker(indented(line).1).is_some() {
                blocks.extend(self.lists(0).into_iter().map(Block::List));
            } else {
                blocks.extend(self.paragraph().map(Block::Paragraph));
            }
        }
    }

    /// Lines that follow each other, as one paragraph.
    fn paragraph(&mut self) -> Option<Paragraph> {
        let mut lines = Vec::new();
        let quoted = self.peek().is_some_and(|line| line.starts_with('>'));
        while let Some(line) = self.peek() {
            let ends = line.trim().is_empty()
                || !lines.is_empty()
                    && (heading(line).is_some()
                        || marker(indented(line).1).is_some()
                        || line.starts_with("/ "))
                || line.starts_with('>') != quoted;
            if ends {
                break;
            }
            lines.push(line.trim());
            self.at += 1;
        }
        paragraph(&lines, self.lang)
    }

    /// The lists that begin here, with an indent of at least `indent`. Items may have empty lines between them.
    fn lists(&mut self, indent: usize) -> Vec<List> {
        let mut lists: Vec<List> = Vec::new();
        loop {
            let start = self.at;
            self.skip_blank();
            let found = self.peek().and_then(|line| {
                let (spaces, text) = indented(line);
                marker(text)
                    .filter(|_| spaces >= indent)
                    .map(|(length, number)| (spaces, text, length, number))
            });
            let Some((spaces, text, length, number)) = found else {
                self.at = start;
                return lists;
            };
            self.at += 1;
            let item = self.item(slice(text, length..), spaces);
            let goes_on = |list: &&mut List| number.is_none() == (list.markers == ListMarkers::Bullets);
            if let Some(list) = lists.last_mut().filter(goes_on) {
                list.items.push(item);
            } else {
                let markers = number.map_or(ListMarkers::Bullets, ListMarkers::Numbers);
                lists.push(List { markers, items: vec![item] });
            }
        }
    }

    /// An item whose marker is indented by so many blanks: the rest of its line, and the lines indented more.
    fn item(&mut self, first: &str, spaces: usize) -> ListItem {
        let mut item = ListItem::default();
        let mut lines = vec![first.trim()];
        loop {
            // A `\` at the end of a line: the paragraph goes on in the next one.
            while let Some(last) = lines.last().copied().filter(|last| goes_on(last))
                && let Some(next) = self.peek().filter(|next| !next.trim().is_empty())
            {
                lines.pop();
                lines.extend([last.strip_suffix('\\').unwrap_or(last), next.trim()]);
                self.at += 1;
            }
            if let Some(paragraph) = paragraph(&lines, self.lang) {
                add_last(&mut item, paragraph);
            }
            let start = self.at;
            self.skip_blank();
            let Some(line) = self.peek().filter(|line| indented(line).0 > spaces) else {
                self.at = start;
                return item;
            };
            if marker(indented(line).1).is_some() {
                item.under.extend(self.lists(spaces + 1));
                lines = Vec::new();
            } else {
                self.at += 1;
                lines = vec![line.trim()];
            }
        }
    }
}

/// Adds a paragraph after all that an item says: what follows a list in it belongs to the last item of that.
fn add_last(item: &mut ListItem, paragraph: Paragraph) {
    match item.under.last_mut().and_then(|list| list.items.last_mut()) {
        Some(inner) => add_last(inner, paragraph),
        None => item.paragraphs.push(paragraph),
    }
}

/// Whether a line ends in a `\` that is not itself escaped.
fn goes_on(line: &str) -> bool {
    (line.len() - line.trim_end_matches('\\').len()) % 2 == 1
}

/// How many blanks a line begins with (a tabulator counts as two), and what follows.
fn indented(line: &str) -> (usize, &str) {
    let text = line.trim_start();
    let blanks = line.strip_suffix(text).unwrap_or_default();
    (blanks.chars().map(|c| if c == '\t' { 2 } else { 1 }).sum(), text)
}

fn heading(line: &str) -> Option<(u8, &str)> {
    let text = line.trim_start_matches('#');
    let hashes = line.len() - text.len();
    let text = text.strip_prefix(' ')?.trim();
    let level = u8::try_from(hashes.saturating_sub(1)).ok()?.max(1);
    (hashes > 0 && !text.is_empty()).then_some((level, text))
}

fn fact(line: &str, base: &Document) -> Fact {
    let known = base.facts.iter().find_map(|fact| Some((fact.label.as_str(), value_of(line, &fact.label)?)));
    let (label, value) = known.or_else(|| line.split_once(':')).unwrap_or(("", line));
    Fact { label: label.trim().to_owned(), value: value.trim().to_owned() }
}

/// What follows a label and its colon.
fn value_of<'a>(line: &'a str, label: &str) -> Option<&'a str> {
    let closes_itself = label.ends_with(['?', '!', '.', ':']);
    let rest = line.strip_prefix(label).filter(|_| !label.is_empty())?;
    if closes_itself { Some(rest) } else { rest.strip_prefix(':') }
}

/// A paragraph of these lines; nothing where they are empty.
fn paragraph(lines: &[&str], lang: Lang) -> Option<Paragraph> {
    let text = lines.join("\n");
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let word = lang.words().publication.response;
    if let Some(length) = response_label(text, word) {
        let (label, rest) = text.split_at_checked(length)?;
        let runs = std::iter::once(Run::strong(unescaped(label))).chain(inline(rest)).collect();
        return Some(Paragraph { style: Style::Response, runs });
    }
    let inside = text.strip_prefix('_').and_then(|text| text.strip_suffix('_'));
    let (style, text) = if let Some(inside) = inside.filter(|inside| !inside.is_empty() && !goes_on(inside)) {
        (Style::Details, inside.to_owned())
    } else if text.starts_with('>') {
        let lines = text.lines().map(|line| line.strip_prefix('>').unwrap_or(line).trim_start());
        (Style::Quote, lines.collect::<Vec<_>>().join("\n"))
    } else if let Some(signature) = text.strip_prefix("/ ") {
        (Style::Signature, signature.to_owned())
    } else {
        let plain =
            text.lines().map(|line| line.strip_prefix('\\').filter(|_| is_guarded(line)).unwrap_or(line));
        (Style::Body, plain.collect::<Vec<_>>().join("\n"))
    };
    Some(Paragraph { style, runs: inline(&text) })
}

/// Runs of plain text and, between two asterisks, strong text. Asterisks that nothing closes are asterisks.
fn inline(text: &str) -> Vec<Run> {
    let parts = split_at_asterisks(text);
    let mut runs = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let strong = at % 2 == 1;
        let part = if strong && at + 1 == parts.len() { format!("**{part}") } else { (*part).to_owned() };
        let run = Run { text: unescaped(&part), strong: strong && at + 1 < parts.len() };
        if !run.text.is_empty() {
            runs.push(run);
        }
    }
    runs
}

/// The text split at `**`, but not at an escaped asterisk.
fn split_at_asterisks(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c == '\\' {
            chars.next_if(|(_, next)| next.is_ascii_punctuation());
        } else if c == '*' && chars.next_if(|(_, next)| *next == '*').is_some() {
            parts.push(slice(text, start..at));
            start = at + 2;
        }
    }
    parts.push(slice(text, start..));
    parts
}

/// Words without the `\` before punctuation.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let escaped = if c == '\\' { chars.next_if(char::is_ascii_punctuation) } else { None };
        out.push(escaped.unwrap_or(c));
    }
    out
}

/// Makes tables of the lists that are where the report has one, or that look like one of its tables.
fn tables(blocks: &mut [Block], base: &Document) {
    let known = headed(&base.blocks);
    if known.is_empty() {
        return;
    }
    let mut above = String::new();
    for block in blocks {
        match block {
            Block::Heading { text, .. } => above.clone_from(text),
            Block::List(list) => {
                let same = known.iter().find(|(heading, _)| *heading == above);
                let table = same.or(known.first()).map(|(_, table)| *table);
                let fits = |list: &List, table: &Table| {
                    let lines = list.items.iter().any(|item| item.paragraphs.len() > 1);
                    (lines || same.is_some()) && list.items.iter().all(|item| is_row(item, table))
                };
                if let Some(table) = table.filter(|table| fits(list, table)) {
                    let summary = if same.is_some() { table.summary.clone() } else { above.clone() };
                    let rows = list.items.iter().map(|item| row(item, table)).collect();
                    *block = Block::Table(Table { summary, columns: table.columns.clone(), rows });
                }
            }
            Block::Paragraph(_) | Block::Table(_) => {}
        }
    }
}

/// The tables of a document, each with the heading above it.
fn headed(blocks: &[Block]) -> Vec<(&str, &Table)> {
    let mut above = "";
    let mut tables = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { text, .. } => above = text,
            Block::Table(table) => tables.push((above, table)),
            Block::Paragraph(_) | Block::List(_) => {}
        }
    }
    tables
}

fn is_row(item: &ListItem, table: &Table) -> bool {
    item.under.is_empty() && item.paragraphs.iter().skip(1).all(|line| cell(line, table).is_some())
}

/// Which column a line of a row belongs to, and the content of the cell.
fn cell(line: &Paragraph, table: &Table) -> Option<(usize, Paragraph)> {
    let (first, rest) = line.runs.split_first()?;
    let (at, words) = table.columns.iter().enumerate().skip(1).find_map(|(at, column)| {
        let words = first.text.strip_prefix(column.title.as_str())?.strip_prefix(':')?;
        Some((at, words.trim_start().to_owned()))
    })?;
    let runs = std::iter::once(Run { text: words, strong: first.strong }).chain(rest.iter().cloned());
    let runs = runs.filter(|run| !run.text.is_empty()).collect();
    Some((at, Paragraph { style: line.style, runs }))
}

fn row(item: &ListItem, table: &Table) -> Vec<Vec<Paragraph>> {
    let mut cells = vec![Vec::new(); table.columns.len()];
    let mut lines = item.paragraphs.iter();
    if let (Some(first), Some(cell)) = (lines.next(), cells.first_mut()) {
        cell.push(first.clone());
    }
    for (at, words) in lines.filter_map(|line| cell(line, table)) {
        if let Some(cell) = cells.get_mut(at).filter(|_| !words.runs.is_empty()) {
            cell.push(words);
        }
    }
    cells
}
