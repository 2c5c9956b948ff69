//! The blocks of a document → the lines of minutes that they stand for, with what the document told about each: a
//! heading, an item of a list, a row of a table, a fact of the header. It does not know what is said.

use super::body::{Block, Item, Paragraph, Row, Run, Table};
use super::numbering::Mark;
use super::ours;
use super::styles::Role;
use crate::i18n::vocabulary::minutes as vocabulary;

/// What stands between the cells of a row.
pub(super) const BETWEEN: &str = " – ";

/// The longest label of a fact, in characters and words.
const LONGEST_LABEL: (usize, usize) = (30, 4);

/// A paragraph, and what it was told to be.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Told {
    /// What it is.
    pub(super) kind: Kind,
    /// Its words.
    pub(super) runs: Vec<Run>,
    /// Whether something empty stands above it.
    pub(super) gap: bool,
    /// Whether its style says that it is an answer of the team.
    pub(super) is_response: bool,
    /// Whether its style says that it holds details of what stands above it.
    pub(super) is_details: bool,
    /// What the program set around it, where it wrote the document.
    pub(super) own: Option<ours::Around>,
    /// What a row says about something to do.
    pub(super) task: Option<Task>,
}

/// What a row of a table says about something to do, as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Task {
    /// Whether the table is one of things to do.
    pub(super) to_do: bool,
    /// Who answers for it.
    pub(super) owner: Option<String>,
    /// By when.
    pub(super) due: Option<String>,
    /// Where it stands.
    pub(super) status: Option<String>,
}

/// Which columns of a table say who, by when and how far.
#[derive(Debug, Clone, Copy)]
struct Columns {
    task: Option<usize>,
    owner: Option<usize>,
    due: Option<usize>,
    status: Option<usize>,
}

impl Columns {
    fn of(head: &Row) -> Self {
        let heads: Vec<String> = head.cells.iter().map(|cell| vocabulary::bare(&text(cell))).collect();
        let find = |words: &[&str]| heads.iter().position(|head| words.contains(&head.as_str()));
        Self {
            task: find(vocabulary::TASK_HEADS),
            owner: find(vocabulary::OWNER_HEADS),
            due: find(vocabulary::DUE_HEADS),
            status: find(vocabulary::STATUS_HEADS),
        }
    }

    fn task(self, row: &Row) -> Option<Task> {
        let value = |at: Option<usize>| Some(text(row.cells.get(at?)?)).filter(|text| !text.is_empty());
        (self.owner.is_some() || self.due.is_some()).then(|| Task {
            to_do: self.task.is_some(),
            owner: value(self.owner),
            due: value(self.due),
            status: value(self.status),
        })
    }
}

/// What a paragraph was told to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// The title.
    Title,
    /// A heading of this level, from 1.
    Heading(u8),
    /// An item of a list.
    Item(Item),
    /// A row of a table.
    Row,
    /// The heads of the columns of a table.
    Heads,
    /// A fact of the header, its label before its value.
    Fact,
    /// A paragraph like any other.
    Text,
}

impl Told {
    /// Its words, one run after the other.
    pub(super) fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    fn of(paragraph: Paragraph) -> Self {
        let Paragraph { role, item, mut runs, gap } = paragraph;
        let kind = match (role, item) {
            (Role::Title, _) => Kind::Title,
            (Role::Heading(level), item) => {
                // The number of a heading is spoken of elsewhere: "see § 12".
                if let Some(Item { mark: Mark::Number(number), .. }) = item {
                    runs.insert(0, Run { text: format!("{number} "), green: false, bold: true });
                }
                Kind::Heading(level)
            }
            (_, Some(item)) => Kind::Item(item),
            _ => Kind::Text,
        };
        Self {
            kind,
            runs,
            gap,
            is_response: role == Role::Response,
            is_details: role == Role::Details,
            own: None,
            task: None,
        }
    }

    fn plain(kind: Kind, text: String) -> Self {
        Self {
            kind,
            runs: vec![Run { text, green: false, bold: false }],
            gap: false,
            is_response: false,
            is_details: false,
            own: None,
            task: None,
        }
    }
}

/// All paragraphs of a document.
pub(super) fn all(blocks: Vec<Block>) -> Vec<Told> {
    let mut told = Vec::new();
    flatten(blocks, &mut told);
    told
}

/// Blocks lie in tables within tables no deeper than elements lie in elements, which was checked.
fn flatten(blocks: Vec<Block>, told: &mut Vec<Told>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => told.push(Told::of(paragraph)),
            Block::Table(table) => flatten_table(table, told),
        }
    }
}

fn flatten_table(table: Table, told: &mut Vec<Told>) {
    let is_head = told.iter().all(|told| matches!(told.kind, Kind::Title | Kind::Text | Kind::Fact))
        || matches!(told.as_slice(), [Told { kind: Kind::Heading(_), .. }, rest @ ..]
            if rest.iter().all(|told| matches!(told.kind, Kind::Text | Kind::Fact)));
    if is_head && let Some(facts) = facts(&table) {
        told.extend(facts);
        return;
    }
    let answers = answers(&table);
    let columns = table.rows.first().filter(|row| heads(row)).map(Columns::of);
    for (at, row) in table.rows.into_iter().enumerate() {
        if is_layout(&row) {
            row.cells.into_iter().for_each(|cell| flatten(cell, told));
        } else {
            let heads = at == 0 && heads(&row);
            let task = columns.filter(|_| at > 0).and_then(|columns| columns.task(&row));
            let row = as_told(row, answers.filter(|_| at > 0));
            told.extend(row.map(|told| Told {
                kind: if heads { Kind::Heads } else { Kind::Row },
                task,
                ..told
            }));
        }
    }
}

/// Whether the cells of a row are no values but parts of a page: a single one, or one with headings, lists or tables.
fn is_layout(row: &Row) -> bool {
    let is_more = |block: &Block| match block {
        Block::Table(_) => true,
        Block::Paragraph(paragraph) => {
            paragraph.item.is_some() || matches!(paragraph.role, Role::Title | Role::Heading(_))
        }
    };
    row.cells.len() <= 1 || row.cells.iter().flatten().any(is_more)
}

/// Whether the first row of a table holds the heads of its columns: in bold, or words that are such heads.
fn heads(row: &Row) -> bool {
    let is_bold = |cell: &Vec<Block>| {
        cell.iter().all(|block| match block {
            Block::Paragraph(paragraph) => {
                paragraph.runs.iter().all(|run| run.bold || run.text.trim().is_empty())
            }
            Block::Table(_) => false,
        })
    };
    let is_known = |cell: &Vec<Block>| vocabulary::is_column_head(&text(cell));
    row.cells.iter().all(is_bold)
        || row.cells.iter().filter(|cell| is_known(cell)).count() * 2 >= row.cells.len()
}

/// The column of a table that holds the team's answers, by its head.
fn answers(table: &Table) -> Option<usize> {
    let head = table.rows.first()?;
    head.cells
        .iter()
        .position(|cell| vocabulary::ANSWER_LABELS.contains(&vocabulary::bare(&text(cell)).as_str()))
}

/// A row with its cells one after the other; those in the column of answers are set in green.
fn as_told(row: Row, answers: Option<usize>) -> Option<Told> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, cell) in row.cells.into_iter().enumerate() {
        let mut is_first = true;
        for block in cell {
            let Block::Paragraph(paragraph) = block else { continue };
            if !runs.is_empty() {
                let text = if is_first { BETWEEN } else { "; " };
                runs.push(Run { text: text.to_owned(), green: false, bold: false });
            }
            is_first = false;
            let is_answer = answers == Some(at);
            runs.extend(paragraph.runs.into_iter().map(|run| Run {
                text: run.text.replace('\n', " "),
                green: run.green || is_answer,
                ..run
            }));
        }
    }
    (!runs.is_empty()).then_some(Told {
        kind: Kind::Row,
        runs,
        gap: false,
        is_response: false,
        is_details: false,
        own: None,
        task: None,
    })
}

/// The facts of a table that holds nothing but labels and values.
fn facts(table: &Table) -> Option<Vec<Told>> {
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
            facts.extend(fact(&label, &values).map(|text| Told::plain(Kind::Fact, text)));
        }
    }
    is_known.then_some(facts)
}

/// A label and its values as they stand in text.
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

/// The words of a cell on one line.
fn text(cell: &[Block]) -> String {
    values(cell).unwrap_or_default().join(" ")
}

/// The lines of a cell; nothing where there is more than lines in it.
fn values(cell: &[Block]) -> Option<Vec<String>> {
    let mut values = Vec::new();
    for block in cell {
        let Block::Paragraph(paragraph) = block else { return None };
        let lines = paragraph.text();
        let lines = lines.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        values.extend(lines.filter(|line| !line.is_empty()));
    }
    Some(values)
}
