//! Which column of a list of people is what: by the heads, or where there are none by what the values look like.

use std::cmp::Reverse;

use super::SheetRow;
use crate::i18n::vocabulary::lists::{Column, asked_column, is_about_food, is_group, is_organisation};
use crate::i18n::vocabulary::minutes as vocabulary;
use crate::i18n::vocabulary::people::is_given;

/// What the columns of a list are.
#[derive(Debug, Default, PartialEq)]
pub(super) struct PeopleColumns {
    /// From the left; `None` where it is not known.
    pub(super) of: Vec<Option<Column>>,
    /// Which row has the heads, counted from 0: what is above it is the title of the list.
    pub(super) head: Option<usize>,
    /// Whether the heads are those of tables or groups, and each cell below has a name.
    pub(super) are_groups: bool,
    /// The heads of the columns that are not used.
    pub(super) left: Vec<String>,
}

/// How many rows are enough to guess by.
const ENOUGH: usize = 200;

/// How many rows a title may take above the heads.
const MOST_ABOVE: usize = 15;

impl PeopleColumns {
    /// Finds out by the heads, or where there are none by the values of the first rows.
    pub(super) fn of(rows: &[SheetRow]) -> Self {
        let rows = rows.get(..rows.len().min(ENOUGH)).unwrap_or(rows);
        let columns = of_groups(rows).or_else(|| of_heads(rows)).or_else(|| of_questions(rows));
        columns.unwrap_or_else(|| guess(rows))
    }

    fn under(head: usize, cells: &[String], of: &[Option<Column>]) -> Self {
        let of = first_of_each(of);
        let is_left = |at: usize| matches!(of.get(at), Some(None | Some(Column::Phone)));
        let left = cells.iter().enumerate().filter(|(at, cell)| !cell.is_empty() && is_left(*at));
        let left = left.map(|(_, cell)| cell.clone()).collect();
        Self { of, head: Some(head), are_groups: false, left }
    }
}

/// The rows that may have the heads, each with what its cells are called.
fn possible_heads(rows: &[SheetRow]) -> impl Iterator<Item = (usize, &[String], Vec<Option<Column>>)> {
    let is_value =
        |cell: &String| asked_column(cell).is_none() && (cell.contains('@') || begins_as_name(cell));
    rows.iter()
        .take(MOST_ABOVE)
        .enumerate()
        .filter(move |(_, (_, cells))| !cells.iter().any(is_value))
        .map(|(at, (_, cells))| (at, cells.as_slice(), cells.iter().map(|cell| asked_column(cell)).collect()))
}

/// A table or group for each column: two of them, or nothing beside the one.
fn of_groups(rows: &[SheetRow]) -> Option<PeopleColumns> {
    let (head, (_, cells)) = rows.iter().take(MOST_ABOVE).enumerate().find(|(_, (_, cells))| {
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        let groups = cells.iter().filter(|cell| is_group(cell)).count();
        groups > 0 && (groups > 1 || groups == filled)
    })?;
    let of = cells.iter().map(|cell| is_group(cell).then_some(Column::Name)).collect();
    // One table above a list with heads of its own is its title.
    let is_below =
        possible_heads(rows).any(|(at, _, of)| at > head && of.iter().flatten().copied().any(is_of_name));
    let left = cells.iter().filter(|cell| !cell.is_empty() && !is_group(cell)).cloned().collect();
    (!is_below).then_some(PeopleColumns { of, head: Some(head), are_groups: true, left })
}

/// The row with the most heads that are known, one of a name among them.
fn of_heads(rows: &[SheetRow]) -> Option<PeopleColumns> {
    let named = possible_heads(rows).filter(|(_, _, of)| of.iter().flatten().copied().any(is_of_name));
    let (at, cells, of) = named.min_by_key(|(at, _, of)| (Reverse(of.iter().flatten().count()), *at))?;
    Some(PeopleColumns::under(at, cells, &of))
}

/// The heads of a form that asks for no name in words that are known: the names are where most of the values are names,
/// and nothing is kept but what is under a known head.
fn of_questions(rows: &[SheetRow]) -> Option<PeopleColumns> {
    let (at, cells, mut of) = possible_heads(rows).find(|(_, cells, of)| {
        of.iter().flatten().count() > 1 || cells.iter().any(|cell| cell.ends_with('?'))
    })?;
    let below = rows.get(at + 1..)?;
    let are_names = |column: usize| {
        let values = below.iter().filter_map(|(_, cells)| cells.get(column)).filter(|cell| !cell.is_empty());
        let (all, names) = values.fold((0, 0), |(all, names), cell| {
            (all + 1, names + usize::from(is_name(cell) && begins_as_name(cell)))
        });
        names * 2 > all
    };
    let column = (0..of.len()).find(|column| of.get(*column) == Some(&None) && are_names(*column))?;
    *of.get_mut(column)? = Some(Column::Name);
    Some(PeopleColumns::under(at, cells, &of))
}

fn is_of_name(column: Column) -> bool {
    matches!(column, Column::Name | Column::First | Column::Last)
}

/// Whether a value begins with a given name: "Eva", "Eva Ek", "Ek, Eva".
fn begins_as_name(cell: &str) -> bool {
    let first = |text: &str| text.split_whitespace().next().map(str::to_lowercase).unwrap_or_default();
    is_given(&first(cell)) || cell.split_once(", ").is_some_and(|(_, given)| is_given(&first(given)))
}

/// Of several columns for the same thing the first is taken; a row of names under others is none.
fn first_of_each(of: &[Option<Column>]) -> Vec<Option<Column>> {
    let mut seen = Vec::new();
    of.iter()
        .map(|column| {
            let column = (*column).filter(|column| !seen.contains(column));
            seen.extend(column);
            column
        })
        .collect()
}

fn guess(rows: &[SheetRow]) -> PeopleColumns {
    let width = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let share = |at: usize, is: &dyn Fn(&str) -> bool| {
        let cells = rows.iter().filter_map(|(_, cells)| cells.get(at)).filter(|cell| !cell.is_empty());
        let (all, fitting) =
            cells.fold((0, 0), |(all, fitting), cell| (all + 1, fitting + usize::from(is(cell))));
        (all, fitting * 2 > all)
    };
    let mut of: Vec<Option<Column>> = vec![None; width];
    let first = (0..width).find(|&at| share(at, &|cell| is_name(cell)).1);
    let Some(first) = first else { return PeopleColumns { of, ..PeopleColumns::default() } };
    let is_single = |cell: &str| is_name(cell) && !cell.contains(' ');
    let follows = first + 1 < width
        && share(first, &is_single).1
        && share(first + 1, &|cell| is_single(cell) && !says_role(cell) && !is_organisation(cell))
            == (rows.len(), true);
    of[first] = Some(if follows { Column::First } else { Column::Name });
    if follows {
        of[first + 1] = Some(Column::Last);
    }
    // A value shows by itself what it is; one that does not is a role where another follows, or where it is alone.
    for at in first + 1 + usize::from(follows)..width {
        let free = |wanted: Column| !of.contains(&Some(wanted));
        let (all, is_place) = share(at, &is_organisation);
        let is_food = rows.iter().filter_map(|(_, cells)| cells.get(at)).any(|cell| is_about_food(cell));
        of[at] = if all == 0 || is_food {
            None
        } else if share(at, &|cell| cell.contains('@')).1 {
            Some(Column::Mail)
        } else if share(at, &is_phone).1 {
            Some(Column::Phone)
        } else if is_place && free(Column::Organisation) {
            Some(Column::Organisation)
        } else if free(Column::Role) {
            Some(Column::Role)
        } else {
            Some(Column::Organisation).filter(|column| free(*column))
        };
    }
    PeopleColumns { of, ..PeopleColumns::default() }
}

fn is_name(cell: &str) -> bool {
    let name = cell.split('<').next().unwrap_or_default().trim();
    name.starts_with(char::is_alphabetic)
        && name.split_whitespace().count() <= 5
        && !name.contains(|c: char| c.is_ascii_digit() || c == '@')
}

fn is_phone(cell: &str) -> bool {
    cell.chars().filter(char::is_ascii_digit).count() >= 6
        && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '+' | '(' | ')' | '/'))
}

fn says_role(cell: &str) -> bool {
    cell.split_whitespace().any(vocabulary::is_role)
}
