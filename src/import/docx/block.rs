//! What the text of a document consists of: paragraphs with their runs, and tables of them. It knows neither XML nor
//! minutes.

use super::numbering::ListMarker;
use super::styles::ParagraphRole;

/// A part of a document, in its order.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum DocxBlock {
    /// Words on their own.
    Paragraph(DocxParagraph),
    /// Rows of cells, which are blocks again.
    Table(DocxTable),
}

/// A paragraph that is not empty.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DocxParagraph {
    /// What it is by its style.
    pub(super) role: ParagraphRole,
    /// Its place in a list, if it is in one.
    pub(super) item: Option<DocxListItem>,
    /// Its words, split where their look changes.
    pub(super) runs: Vec<DocxRun>,
    /// Whether an empty paragraph, or nothing, is above it.
    pub(super) gap: bool,
}

/// A place in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DocxListItem {
    /// The bullet or number before it.
    pub(super) marker: ListMarker,
    /// The identity of the list (`w:numId`).
    pub(super) list: u32,
    /// How deep it is in the list, from 0.
    pub(super) depth: usize,
}

/// Words that look alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DocxRun {
    /// Never empty; `\n` breaks a line.
    pub(super) text: String,
    /// In a colour that people call green.
    pub(super) green: bool,
    /// Bold by its own properties or its style.
    pub(super) bold: bool,
}

/// A table, without its layout.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct DocxTable {
    /// From the top; merged cells count once.
    pub(super) rows: Vec<TableRow>,
}

/// Cells from left to right.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct TableRow {
    /// The blocks of each of its cells.
    pub(super) cells: Vec<Vec<DocxBlock>>,
}

impl DocxParagraph {
    /// The words of all its runs.
    pub(super) fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// Whether nothing is to be seen in the runs.
pub(super) fn is_blank(runs: &[DocxRun]) -> bool {
    runs.iter().all(|run| run.text.chars().all(|c| c.is_whitespace() || c.is_control()))
}
