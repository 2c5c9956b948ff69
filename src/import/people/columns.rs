//! Which column of a list of people is what: by the heads, or where there are none by what the values look like.

use super::SheetRow;
use crate::i18n::vocabulary::lists::{Column, column, is_organisation};
use crate::i18n::vocabulary::minutes as vocabulary;

/// What the columns of a list are.
#[derive(Debug, Default, PartialEq)]
pub(super) struct PeopleColumns {
    /// From the left; `None` where it is not known.
    pub(super) of: Vec<Option<Column>>,
    /// Whether the first row has heads.
    pub(super) has_head: bool,
    /// The heads of the columns that are not used.
    pub(super) left: Vec<String>,
}

/// How many rows are enough to guess by.
const ENOUGH: usize = 200;

impl PeopleColumns {
    /// Finds out by the first row, or by the values of the first rows.
    pub(super) fn of(rows: &[SheetRow]) -> Self {
        let Some((_, head)) = rows.first() else { return Self::default() };
        let of: Vec<_> = head.iter().map(|cell| column(cell)).collect();
        let names = [Column::Name, Column::First, Column::Last];
        let is_named = of.iter().flatten().any(|column| names.contains(column));
        if is_named {
            let is_used = |at: &usize| !matches!(of.get(*at), Some(None | Some(Column::Phone)));
            let of_used = first_of_each(&of);
            let left = head
                .iter()
                .enumerate()
                .filter(|(at, cell)| !cell.is_empty() && (!is_used(at) || of_used.get(*at) == Some(&None)));
            let left = left.map(|(_, cell)| cell.clone()).collect();
            return Self { of: of_used, has_head: true, left };
        }
        guess(rows.get(..rows.len().min(ENOUGH)).unwrap_or(rows))
    }
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
        of[at] = if all == 0 || share(at, &|cell| cell.contains('@')).1 {
            Some(Column::Mail).filter(|_| all > 0)
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
    PeopleColumns { of, has_head: false, left: Vec::new() }
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
