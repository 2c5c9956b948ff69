//! Tables: the header fields of a document, and tables with a header that is repeated on each page.

use krilla::tagging::Tag;

use super::{
    Cut, FlowPiece, GRID, LEFT, Layout, MEASURE, Mark, NodeId, ParagraphContext, QUARTER, Text, look,
};
use crate::export::pdf::look::{HAIR, INK, LINE};
use crate::export::pdf::pages::{Bar, CellRow, Chunk, height};
use crate::export::pdf::tags;
use crate::export::pdf::text::{in_one_line, is_blank};
use crate::report::document::{Document, Fact, Paragraph, Style, Table};

/// Labels of the header are no wider than this share of the text.
const WIDEST_LABEL: f32 = 0.36;
/// The space between columns.
const GUTTER: f32 = 12.0;
/// How thick the line under a header is.
const HEAD_RULE: f32 = 0.9;
/// A header that is higher than this is not repeated.
const REPEATED: f32 = 8.0 * GRID;

impl Layout<'_> {
    /// The header fields: a label and a value in each row.
    pub(super) fn facts(&mut self, document: &Document) {
        let is_visible = |fact: &&Fact| !(is_blank(&fact.label) && is_blank(&fact.value));
        let facts: Vec<&Fact> = document.facts.iter().filter(is_visible).collect();
        if facts.is_empty() {
            return;
        }
        let table = self.tree.add(None, tags::table(in_one_line(&document.about)));
        let widths =
            facts.iter().map(|fact| self.setter.line(&fact.label, Cut::Regular, look::LABEL.size).width);
        let label = widths.fold(0.0, f32::max).min(MEASURE * WIDEST_LABEL) + 0.5;
        let beside = if label > 0.5 { label + GUTTER } else { 0.0 };
        self.rule(3.0 * QUARTER);
        for (at, fact) in facts.iter().enumerate() {
            let row = self.tree.add(Some(table), Tag::TR);
            let mut cells = Vec::new();
            let labelled = !is_blank(&fact.label);
            if labelled {
                let node = self.tree.add(Some(row), tags::row_header());
                let label = self.text(&[(&fact.label, Cut::Regular)], &look::LABEL, LEFT, label, Some(node));
                cells.push(on_the_line_of(look::BODY.baseline(), label));
            }
            let node = self.tree.add(Some(row), if labelled { Tag::TD.into() } else { tags::wide_cell(2) });
            if !is_blank(&fact.value) {
                let value = [(fact.value.as_str(), Cut::Regular)];
                let x = LEFT + beside;
                let mut value = self.text(&value, &look::BODY, x, MEASURE - beside, Some(node));
                flush(&mut value);
                cells.push(value);
            }
            let last = at + 1 == facts.len();
            self.flow.push(FlowPiece::Row(CellRow {
                cells,
                pad: QUARTER,
                margin: (0.0, if last { 4.0 * QUARTER } else { 0.0 }),
                keep: false,
                rule: Some((HAIR, LINE)),
            }));
        }
    }

    /// A thin line over a table, kept on the same page as its first row.
    fn rule(&mut self, before: f32) {
        let bar = Bar { x: LEFT, y: -HAIR / 2.0, width: MEASURE, height: HAIR, colour: LINE };
        self.flow.push(FlowPiece::Chunk(Chunk {
            before,
            keep: true,
            marks: vec![Mark::Bar(bar)],
            ..Chunk::default()
        }));
    }

    /// A table under a header row that each page repeats.
    pub(super) fn table(&mut self, table: &Table) {
        let shares: f32 = table.columns.iter().map(|column| f32::from(column.share.max(1))).sum();
        let mut columns = Vec::new();
        let mut x = LEFT;
        for column in &table.columns {
            let width = MEASURE * f32::from(column.share.max(1)) / shares;
            let last = columns.len() + 1 == table.columns.len();
            columns.push((x, width - if last { 0.0 } else { GUTTER.min(width / 4.0) }));
            x += width;
        }
        if columns.is_empty() {
            return;
        }
        let node = self.tree.add(None, tags::table(in_one_line(&table.summary)));
        self.head(table, &columns, node);
        let body = self.tree.add(Some(node), Tag::TBody);
        for (at, cells) in table.rows.iter().enumerate() {
            let row = self.tree.add(Some(body), Tag::TR);
            let mut row_cells = Vec::new();
            for (column, &(x, measure)) in columns.iter().enumerate() {
                let tag = if column == 0 { tags::row_header() } else { Tag::TD.into() };
                let node = self.tree.add(Some(row), tag);
                let cell = cells.get(column).map_or(&[][..], Vec::as_slice);
                let context = ParagraphContext { x, measure, within: Some(node), depth: 0, in_cell: true };
                row_cells.push(self.cell(cell, context, node));
            }
            let last = at + 1 == table.rows.len();
            self.flow.push(FlowPiece::Row(CellRow {
                cells: row_cells,
                pad: QUARTER,
                margin: (0.0, if last { 4.0 * QUARTER } else { 0.0 }),
                keep: false,
                rule: Some((HAIR, LINE)),
            }));
        }
        self.flow.push(FlowPiece::Repeat(None));
    }

    /// The header row, here and on each page that the table goes on to.
    fn head(&mut self, table: &Table, columns: &[(f32, f32)], node: NodeId) {
        let head = self.tree.add(Some(node), Tag::THead);
        let row = self.tree.add(Some(head), Tag::TR);
        let mut cells = Vec::new();
        for (column, &(x, measure)) in table.columns.iter().zip(columns) {
            let node = self.tree.add(Some(row), tags::column_header());
            // A header cell that says nothing still heads its column.
            let title = if is_blank(&column.title) { "–" } else { column.title.as_str() };
            cells.push(self.text(&[(title, Cut::Bold)], &look::COLUMN, x, measure, Some(node)));
        }
        let tallest = cells.iter().map(|cell| height(cell)).fold(0.0, f32::max);
        let repeated = (tallest <= REPEATED).then(|| repeated(&cells, tallest));
        self.flow.push(FlowPiece::Row(CellRow {
            cells,
            pad: QUARTER,
            margin: (4.0 * QUARTER, 0.0),
            keep: !table.rows.is_empty(),
            rule: Some((HEAD_RULE, INK)),
        }));
        self.flow.push(FlowPiece::Repeat(repeated));
    }

    /// The content of a cell: its paragraphs, each in a tag of its own where they are several.
    fn cell(&mut self, cell: &[Paragraph], context: ParagraphContext, node: NodeId) -> Vec<Chunk> {
        let visible: Vec<&Paragraph> = cell.iter().filter(|paragraph| !is_blank(&paragraph.text())).collect();
        let mut chunks = match visible.as_slice() {
            [only] if only.style != Style::Quote => self.styled(only, context, node),
            several => several.iter().flat_map(|paragraph| self.paragraph(paragraph, context)).collect(),
        };
        flush(&mut chunks);
        chunks
    }
}

/// Removes the space above and below the content of a cell: the cell has its own.
fn flush(chunks: &mut [Chunk]) {
    if let Some(first) = chunks.first_mut() {
        first.before = 0.0;
    }
    if let Some(last) = chunks.last_mut() {
        last.after = 0.0;
    }
}

/// Moves the first line to the baseline of text of another size beside it.
fn on_the_line_of(baseline: f32, mut chunks: Vec<Chunk>) -> Vec<Chunk> {
    for mark in chunks.iter_mut().flat_map(|chunk| &mut chunk.marks) {
        if let Mark::Text(text) = mark {
            text.y = baseline;
        }
    }
    chunks
}

/// The header row as it is repeated: seen, and not read out again.
fn repeated(cells: &[Vec<Chunk>], tallest: f32) -> Chunk {
    let mut marks = Vec::new();
    for cell in cells {
        let mut y = QUARTER;
        for chunk in cell {
            for mark in &chunk.marks {
                if let Mark::Text(text) = mark {
                    marks.push(Mark::Text(Text { y: text.y + y, node: None, ..text.clone() }));
                }
            }
            y += chunk.height;
        }
    }
    let height = tallest + 2.0 * QUARTER;
    let y = height - HEAD_RULE / 2.0;
    marks.push(Mark::Bar(Bar { x: LEFT, y, width: MEASURE, height: HEAD_RULE, colour: INK }));
    Chunk { height, marks, ..Chunk::default() }
}
