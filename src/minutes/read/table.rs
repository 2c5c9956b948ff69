//! Tables in text: rows with `|` between their cells, with or without one at either end, the rule below the heads, and
//! which columns say who does what by when. It sees words and no fields.

use std::borrow::Cow;

use crate::i18n::vocabulary::{columns, minutes as vocabulary};
use crate::minutes::{Entry, Section};

/// What a row of a table says about something to do, as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Task {
    /// Whether the table is one of things to do.
    pub to_do: bool,
    /// The value in the column for who answers for it.
    pub owner: Option<String>,
    /// The value in the column for by when.
    pub due: Option<String>,
    /// The value in the column for how far it has come.
    pub status: Option<String>,
}

/// Which columns of a table say what, who, by when and how far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaskColumns {
    task: Option<usize>,
    owner: Option<usize>,
    due: Option<usize>,
    status: Option<usize>,
    /// Whether the heads are those of tasks and of nothing else.
    is_sure: bool,
    /// Whether the rows have no bar before their first cell.
    is_open: bool,
}

impl TaskColumns {
    /// The columns by their heads.
    pub fn of(heads: &[String]) -> Self {
        let heads: Vec<String> = heads.iter().map(|head| vocabulary::bare(head)).collect();
        let find = |words: &[&str]| words.iter().find_map(|word| heads.iter().position(|head| head == word));
        let task = find(columns::TASK_HEADS);
        let (owner, due) = (find(columns::OWNER_HEADS), find(columns::DUE_HEADS));
        // "Datum" and "Namn" are columns of other tables too.
        let doubtful = |words| find(words).filter(|at| task.is_some() && task != Some(*at));
        // A column without a head beside those for who and by when has what is to be done.
        let mut empty = heads.iter().enumerate().filter(|(_, head)| head.is_empty()).map(|(at, _)| at);
        let unnamed = empty.next().filter(|_| empty.next().is_none() && owner.is_some() && due.is_some());
        let task = task.or(unnamed);
        Self {
            task,
            owner: owner.or_else(|| doubtful(columns::DOUBTFUL_OWNER_HEADS)),
            due: due.or_else(|| doubtful(columns::DOUBTFUL_DUE_HEADS)),
            status: find(columns::STATUS_HEADS),
            is_sure: owner.is_some() || due.is_some(),
            is_open: false,
        }
    }

    /// What a row says, where the table has a column for who or by when.
    pub fn task(self, cells: &[String]) -> Option<Task> {
        let value = |at: Option<usize>| cells.get(at?).filter(|text| !text.is_empty()).cloned();
        self.are_of_tasks().then(|| Task {
            to_do: self.task.is_some() && self.is_sure,
            owner: value(self.owner),
            due: value(self.due),
            status: value(self.status),
        })
    }

    /// What a row of the text says.
    pub fn task_in(self, row: &str) -> Option<Task> {
        self.task(&self.values(row))
    }

    fn values(self, row: &str) -> Vec<String> {
        // There a bar at the beginning is behind an empty cell.
        if self.is_open { unescaped(split(row)) } else { values(row) }
    }

    /// Whether there is a column for who or by when.
    fn are_of_tasks(self) -> bool {
        self.owner.is_some() || self.due.is_some()
    }

    /// What is to be done, without who, by when and how far.
    fn what(self, cells: &[String]) -> String {
        let others = [self.owner, self.due, self.status];
        let is_what = |at: usize| self.task.map_or(!others.contains(&Some(at)), |task| task == at);
        let cells = cells.iter().enumerate().filter(|(at, cell)| !cell.is_empty() && is_what(*at));
        cells.map(|(_, cell)| cell.as_str()).collect::<Vec<_>>().join(" – ")
    }
}

/// What a line of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableLine {
    /// The heads of the columns, or the rule below them; whether these are columns of things to do and of nothing else.
    Frame(bool),
    /// A row under heads that say who or by when.
    Task(TaskColumns),
    /// A row of another table, or of one whose columns are unknown.
    Other,
}

impl TableLine {
    /// Whether the line belongs to a table of things to do, wherever that is.
    pub fn is_of_tasks(self) -> bool {
        match self {
            Self::Frame(is_of_tasks) => is_of_tasks,
            Self::Task(columns) => columns.task.is_some() && columns.is_sure,
            Self::Other => false,
        }
    }
}

/// What each of these lines is in a table; `None` for one that is in none.
pub fn lines<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<Option<TableLine>> {
    let texts: Vec<&str> = texts.collect();
    let mut found = vec![None; texts.len()];
    let mut at = 0;
    while let Some(text) = texts.get(at) {
        let has_rule = texts.get(at + 1).is_some_and(|next| is_rule(next));
        let len = if is_row(text) {
            texts.iter().skip(at).take_while(|text| is_row(text)).count()
        } else if has_rule && is_open_row(text) {
            texts.iter().skip(at).take_while(|text| is_open_row(text)).count()
        } else {
            0
        };
        if let (Some(table), Some(found)) = (texts.get(at..at + len), found.get_mut(at..at + len)) {
            classify(table, found);
        }
        at += len.max(1);
    }
    found
}

/// What each paragraph and entry of a section is in a table, in their order; an item of a list is in none.
pub fn of_section(section: &Section) -> Vec<Option<TableLine>> {
    fn text(entry: &Entry) -> &str {
        if entry.as_written.as_deref() == Some("") { &entry.text } else { "" }
    }
    let intro = section.intro.iter().map(String::as_str);
    lines(intro.chain(section.entries.iter().map(text)))
}

/// The words for what is to be done in each row of tasks among these lines, by the row.
pub fn tasks<'a>(texts: &'a [&'a str]) -> impl Iterator<Item = (&'a str, String)> {
    let lines = lines(texts.iter().copied());
    texts.iter().zip(lines).filter_map(|(text, line)| {
        let Some(TableLine::Task(columns)) = line else { return None };
        Some((*text, columns.what(&columns.values(text)))).filter(|(_, what)| !what.is_empty())
    })
}

fn classify(table: &[&str], found: &mut [Option<TableLine>]) {
    let heads = table.first().map(|head| values(head)).unwrap_or_default();
    let known = heads.iter().filter(|head| is_head(head)).count();
    let has_rule = table.get(1).is_some_and(|next| is_rule(next));
    let has_heads = has_rule || known > 1 && known * 2 >= heads.len();
    let is_open = table.first().is_some_and(|head| !is_row(head));
    let columns = TaskColumns { is_open, ..TaskColumns::of(if has_heads { &heads } else { &[] }) };
    let is_of_tasks = columns.task.is_some() && columns.is_sure;
    for (at, (text, found)) in table.iter().zip(found).enumerate() {
        *found = Some(match at {
            _ if is_rule(text) => TableLine::Frame(is_of_tasks),
            0 if has_heads => TableLine::Frame(is_of_tasks),
            _ if columns.are_of_tasks() => TableLine::Task(columns),
            _ => TableLine::Other,
        });
    }
}

/// Whether a text is what a column of minutes or of a list of things to do is called.
pub fn is_head(text: &str) -> bool {
    let bare = vocabulary::bare(text);
    let bare = bare.as_str();
    let of_tasks = [columns::TASK_HEADS, columns::OWNER_HEADS, columns::DUE_HEADS];
    columns::is_column_head(text) || of_tasks.iter().any(|heads| heads.contains(&bare))
}

/// A text as a list shows it: what a row of a table says without bars, without `owners`, who are beside it there, and
/// without cells that say nothing.
pub fn without_bars<'t>(text: &'t str, owners: &[&str]) -> Cow<'t, str> {
    if !is_row(text) && text.matches('|').count() < 2 {
        return text.into();
    }
    let says = |cell: &String| cell.chars().any(char::is_alphanumeric) && !owners.contains(&cell.as_str());
    let cells: Vec<String> = values(text).into_iter().filter(says).collect();
    if cells.is_empty() { text.into() } else { cells.join(" – ").into() }
}

/// Whether a line is a row that has a bar before its first cell and one behind it.
fn is_row(text: &str) -> bool {
    text.strip_prefix('|').is_some_and(|rest| rest.contains('|'))
}

/// Whether a line has bars somewhere.
fn is_open_row(text: &str) -> bool {
    text.contains('|')
}

/// The cells of a row of a table in Markdown that has a bar before its first cell.
pub fn cells(text: &str) -> Option<Vec<&str>> {
    text.strip_prefix('|').map(split)
}

/// The cells of a row, with or without bars at its ends; a first cell that is empty needs one before it.
fn values(text: &str) -> Vec<String> {
    unescaped(split(text.strip_prefix('|').unwrap_or(text)))
}

fn unescaped(cells: Vec<&str>) -> Vec<String> {
    cells.into_iter().map(|cell| cell.replace("\\|", "|")).collect()
}

/// Splits at bars; one with a backslash before it is a part of its cell.
fn split(row: &str) -> Vec<&str> {
    let row = row.trim_end();
    let row = row.strip_suffix('|').filter(|row| !row.ends_with('\\')).unwrap_or(row);
    let mut is_escaped = false;
    let between = |c: char| {
        let is_bar = c == '|' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_bar
    };
    row.split(between).map(|cell| cell.trim().trim_matches('*').trim()).collect()
}

/// Whether a row of a table is the line under its head: `|---|:-:|`, `---|---`.
pub fn is_rule(text: &str) -> bool {
    text.contains('|') && text.contains('-') && text.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let line = |line: Option<TableLine>| match line {
            None => "-".to_owned(),
            Some(TableLine::Frame(_)) => "frame".to_owned(),
            Some(TableLine::Other) => "row".to_owned(),
            Some(TableLine::Task(TaskColumns { task, owner, due, .. })) => {
                [task, owner, due].map(|at| at.map_or("_".to_owned(), |at| at.to_string())).concat()
            }
        };
        lines(text.lines()).into_iter().map(line).collect()
    }

    #[test]
    fn the_heads_say_what_the_columns_are() {
        assert_eq!(
            shown("Text\n| Vad | Vem | När |\n|:--|:-:|--:|\n| Boka | Kim | |\nText"),
            ["-", "frame", "frame", "012", "-"]
        );
        assert_eq!(
            shown("Ansvar | Uppgift | Klart\n---|---|---\nKim | Boka | v. 50"),
            ["frame", "frame", "102"]
        );
        assert_eq!(shown("| Datum | Uppgift | Namn |\n| 4/12 | Boka | Kim |"), ["frame", "120"]);
        assert_eq!(shown("| Tid | Punkt |\n|---|---|\n| 9.00 | Start |"), ["frame", "frame", "row"]);
        assert_eq!(shown("| Boka | Kim |"), ["row"]);
        assert_eq!(shown("Kök | Bad\nHall"), ["-", "-"]);
    }

    #[test]
    fn a_list_shows_no_bars() {
        for (row, shown) in [
            ("| Laga ugnen | Siri Ek | 5 maj |", "Laga ugnen – 5 maj"),
            ("| Köpa gardiner | | – |", "Köpa gardiner"),
            ("Städa | Siri Ek |", "Städa"),
            ("| Siri Ek |", "| Siri Ek |"),
            ("Kök | bad", "Kök | bad"),
        ] {
            assert_eq!(without_bars(row, &["Siri Ek"]), shown);
        }
    }

    #[test]
    fn an_escaped_bar_is_a_part_of_its_cell() {
        assert_eq!(values(r"| a \| b | **c** |"), ["a | b", "c"]);
        assert_eq!(values("a | | c"), ["a", "", "c"]);
    }

    #[test]
    fn what_is_to_be_done_is_without_who_and_when() {
        let table = ["| Nr | Vad | Vem |", "|---|---|---|", "| 1 | Boka sal | Kim Rot |"];
        assert_eq!(tasks(&table).collect::<Vec<_>>(), [(table[2], "Boka sal".to_owned())]);
        let table = ["| Vem | Senast | |", "|---|---|---|", "| Kim Rot | 4/12 | Boka sal |"];
        assert_eq!(tasks(&table).collect::<Vec<_>>(), [(table[2], "Boka sal".to_owned())]);
    }
}
