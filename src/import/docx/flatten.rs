//! The blocks of a document → one list of paragraphs, each with what the document says that it is: a heading, an item
//! of a list, a row of a table, a fact of the header. It does not know what the words mean.

use super::block::{DocxBlock, DocxListItem, DocxParagraph, DocxRun, DocxTable, TableRow};
use super::numbering::ListMarker;
use super::styles::ParagraphRole;
use crate::i18n::vocabulary::{lists, minutes as vocabulary};
use crate::minutes::Response;
use crate::minutes::read::table::{Task, TaskColumns, is_head};
use crate::model;

/// What separates the cells of a row.
const BETWEEN: &str = " – ";

/// The longest label of a fact, in characters and words.
const LONGEST_LABEL: (usize, usize) = (30, 4);

/// A paragraph, or a row of a table as one, and what the document says of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FlatParagraph {
    /// What it is by its style, its list or its table.
    pub(super) kind: ParagraphKind,
    /// Its words, split where their look changes.
    pub(super) runs: Vec<DocxRun>,
    /// Whether something empty is above it.
    pub(super) gap: bool,
    /// Whether it has the style of the team's answers.
    pub(super) is_response: bool,
    /// Whether it has the style of the line of details that the program prints under an entry.
    pub(super) is_details: bool,
    /// What was taken off it, in a document that the program wrote itself.
    pub(super) decoration: Option<Decoration>,
    /// Who, by when and how far, for a row of a table with such columns.
    pub(super) task: Option<Task>,
}

/// What the program printed with an entry and is no part of its words.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Decoration {
    /// The kind, by the label before the words.
    pub(super) kind: Option<model::Kind>,
    /// The visible number: `U-4`.
    pub(super) number: Option<String>,
    /// The marker that the entry was read with, which Word replaced by a bullet: `a)`.
    pub(super) marker: Option<String>,
    /// Labels and values of the line of details, in their order.
    pub(super) details: Vec<(String, String)>,
    /// The paragraphs from which this was taken off, which lack words where it is not put back.
    pub(super) from: Vec<usize>,
    /// For a response, its sort and its day.
    pub(super) response: Option<Response>,
    /// Whether it is the line that says when the next meeting is.
    pub(super) is_next: bool,
}

/// What a paragraph is by its style, its list or its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ParagraphKind {
    /// The title of the document.
    Title,
    /// A heading of this level, from 1.
    Heading(u8),
    /// An item of a list, with its marker.
    Item(DocxListItem),
    /// A row of a table, its cells one after the other.
    Row,
    /// The heads of the columns of a table.
    Heads,
    /// A fact of the header, its label before its value.
    Fact,
    /// A paragraph like any other.
    Text,
}

impl FlatParagraph {
    /// The words of all its runs.
    pub(super) fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    fn of(paragraph: DocxParagraph) -> Self {
        let DocxParagraph { role, item, mut runs, gap } = paragraph;
        let kind = match (role, item) {
            (ParagraphRole::Title, _) => ParagraphKind::Title,
            (ParagraphRole::Heading(level), item) => {
                // The number of a heading is spoken of elsewhere: "see § 12".
                if let Some(DocxListItem { marker: ListMarker::Number(number), .. }) = item {
                    runs.insert(0, DocxRun { text: format!("{number} "), green: false, bold: true });
                }
                ParagraphKind::Heading(level)
            }
            (_, Some(item)) => ParagraphKind::Item(item),
            _ => ParagraphKind::Text,
        };
        Self {
            gap,
            is_response: role == ParagraphRole::Response,
            is_details: role == ParagraphRole::Details,
            ..Self::new(kind, runs)
        }
    }

    fn new(kind: ParagraphKind, runs: Vec<DocxRun>) -> Self {
        Self { kind, runs, gap: false, is_response: false, is_details: false, decoration: None, task: None }
    }
}

/// All paragraphs of a document, those in tables included, in the order in which they are read.
pub(super) fn flatten(blocks: Vec<DocxBlock>) -> Vec<FlatParagraph> {
    let mut flat = Vec::new();
    flatten_into(&mut flat, blocks);
    flat
}

/// Tables are nested no deeper than XML elements, whose depth was checked: this cannot overflow the stack.
fn flatten_into(flat: &mut Vec<FlatParagraph>, blocks: Vec<DocxBlock>) {
    for block in blocks {
        match block {
            DocxBlock::Paragraph(paragraph) => flat.push(FlatParagraph::of(paragraph)),
            DocxBlock::Table(table) => flatten_table(flat, table),
        }
    }
}

fn flatten_table(flat: &mut Vec<FlatParagraph>, table: DocxTable) {
    if is_header(flat)
        && let Some(facts) = facts(&table)
    {
        flat.extend(facts);
        return;
    }
    let answers = answers(&table);
    let surname = table.rows.first().and_then(surname_after_given);
    let columns = table.rows.first().filter(|row| heads(row)).map(|row| TaskColumns::of(&cells(row)));
    for (at, row) in table.rows.into_iter().enumerate() {
        if is_layout(&row) {
            row.cells.into_iter().for_each(|cell| flatten_into(flat, cell));
        } else {
            let heads = at == 0 && heads(&row);
            let task = columns.filter(|_| at > 0).and_then(|columns| columns.task(&cells(&row)));
            let row = flatten_row(row, answers.filter(|_| at > 0), surname.filter(|_| at > 0));
            flat.extend(row.map(|row| FlatParagraph {
                kind: if heads { ParagraphKind::Heads } else { ParagraphKind::Row },
                task,
                ..row
            }));
        }
    }
}

/// Whether nothing but the title and facts came so far: then a table may belong to the header.
fn is_header(flat: &[FlatParagraph]) -> bool {
    let is_plain = |it: &FlatParagraph| matches!(it.kind, ParagraphKind::Text | ParagraphKind::Fact);
    match flat {
        [FlatParagraph { kind: ParagraphKind::Heading(_), .. }, rest @ ..] => rest.iter().all(is_plain),
        flat => flat.iter().all(|it| is_plain(it) || it.kind == ParagraphKind::Title),
    }
}

/// Whether the cells of a row are no values but parts of a page: a single one, or one with headings, lists or tables.
fn is_layout(row: &TableRow) -> bool {
    let is_more = |block: &DocxBlock| match block {
        DocxBlock::Table(_) => true,
        DocxBlock::Paragraph(paragraph) => {
            paragraph.item.is_some()
                || matches!(paragraph.role, ParagraphRole::Title | ParagraphRole::Heading(_))
        }
    };
    row.cells.len() <= 1 || row.cells.iter().flatten().any(is_more)
}

/// Whether the first row of a table has the heads of its columns: in bold, or words that are such heads.
fn heads(row: &TableRow) -> bool {
    let is_bold = |cell: &Vec<DocxBlock>| {
        cell.iter().all(|block| match block {
            DocxBlock::Paragraph(paragraph) => {
                paragraph.runs.iter().all(|run| run.bold || run.text.trim().is_empty())
            }
            DocxBlock::Table(_) => false,
        })
    };
    let is_known = |cell: &Vec<DocxBlock>| is_head(&text(cell));
    row.cells.iter().all(is_bold)
        || row.cells.iter().filter(|cell| is_known(cell)).count() * 2 >= row.cells.len()
}

/// The column of a table with the team's answers, by its head.
fn answers(table: &DocxTable) -> Option<usize> {
    let head = table.rows.first()?;
    head.cells
        .iter()
        .position(|cell| vocabulary::ANSWER_LABELS.contains(&vocabulary::bare(&text(cell)).as_str()))
}

/// The column of surnames right after that of given names, by their heads.
fn surname_after_given(head: &TableRow) -> Option<usize> {
    let columns: Vec<_> = cells(head).iter().map(|cell| lists::column(cell)).collect();
    let given = columns.iter().position(|column| *column == Some(lists::Column::First))?;
    (columns.get(given + 1) == Some(&Some(lists::Column::Last))).then_some(given + 1)
}

/// A row with its cells one after the other; those in the column of answers are set in green, and a surname is right
/// after the given name.
fn flatten_row(row: TableRow, answers: Option<usize>, surname: Option<usize>) -> Option<FlatParagraph> {
    let mut runs: Vec<DocxRun> = Vec::new();
    for (at, cell) in row.cells.into_iter().enumerate() {
        let mut is_first = true;
        for block in cell {
            let DocxBlock::Paragraph(paragraph) = block else { continue };
            if !runs.is_empty() {
                let text = match is_first {
                    true if surname == Some(at) => " ",
                    true => BETWEEN,
                    false => "; ",
                };
                runs.push(DocxRun { text: text.to_owned(), green: false, bold: false });
            }
            is_first = false;
            let is_answer = answers == Some(at);
            runs.extend(paragraph.runs.into_iter().map(|run| DocxRun {
                text: run.text.replace('\n', " "),
                green: run.green || is_answer,
                ..run
            }));
        }
    }
    (!runs.is_empty()).then(|| FlatParagraph::new(ParagraphKind::Row, runs))
}

/// The facts of a table with nothing but labels and values.
fn facts(table: &DocxTable) -> Option<Vec<FlatParagraph>> {
    let mut facts = Vec::new();
    let mut is_known = false;
    for row in &table.rows {
        if row.cells.len() % 2 != 0 || row.cells.is_empty() {
            return None;
        }
        for pair in row.cells.chunks(2) {
            let [label, value] = pair else { return None };
            let (label, values) = (text(label), values(value)?);
            let (chars, words) = (label.chars().count(), label.split_whitespace().count());
            if chars > LONGEST_LABEL.0 || words > LONGEST_LABEL.1 {
                return None;
            }
            is_known |= vocabulary::field_role(&label).is_some();
            let plain = |text| vec![DocxRun { text, green: false, bold: false }];
            let fact = fact(&label, &values);
            facts.extend(fact.map(|text| FlatParagraph::new(ParagraphKind::Fact, plain(text))));
        }
    }
    is_known.then_some(facts)
}

/// A label and its values as they are written in text.
fn fact(label: &str, values: &[String]) -> Option<String> {
    let between = if values.iter().any(|value| value.contains(',')) { "; " } else { ", " };
    let value = values.join(between);
    let colon = if label.ends_with([':', '?']) { "" } else { ":" };
    match (label.is_empty(), value.is_empty()) {
        (true, true) => None,
        (true, false) => Some(value),
        (false, true) => Some(format!("{label}{colon}")),
        (false, false) => Some(format!("{label}{colon} {value}")),
    }
}

/// The words of each cell of a row.
fn cells(row: &TableRow) -> Vec<String> {
    row.cells.iter().map(|cell| text(cell)).collect()
}

/// The words of a cell on one line.
fn text(cell: &[DocxBlock]) -> String {
    values(cell).unwrap_or_default().join(" ")
}

/// The lines of a cell; `None` where there is more than lines in it.
fn values(cell: &[DocxBlock]) -> Option<Vec<String>> {
    let mut values = Vec::new();
    for block in cell {
        let DocxBlock::Paragraph(paragraph) = block else { return None };
        let lines = paragraph.text();
        let lines = lines.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        values.extend(lines.filter(|line| !line.is_empty()));
    }
    Some(values)
}
