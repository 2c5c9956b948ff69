//! People listed in a header: whether a line goes on with them, the rows of a table, surnames before given names. It
//! sees words and no fields.

use super::table::{cells, is_rule};
use crate::i18n::format;
use crate::i18n::vocabulary::lists::{Column, column, is_beside_names};
use crate::i18n::vocabulary::minutes as vocabulary;
use crate::i18n::vocabulary::names::{WordClass, class};
use crate::i18n::vocabulary::people::{PERSON_LABELS, is_given, is_organisation, is_particle};
use crate::model::SectionKind;

/// What separates those who are listed on one line.
const BETWEEN: [char; 2] = [',', ';'];
/// The longest line of such a list, in characters.
const LONGEST_LINE: usize = 100;

/// Whether people follow a label, one or several: "Närvarande", "Ledamöter".
pub fn are_labelled(label: &str) -> bool {
    vocabulary::is_about_presence(label) || PERSON_LABELS.contains(&vocabulary::bare(label).as_str())
}

/// Whether a line below people names more of them. One that is indented under their label (`hangs`) may be anything
/// short; another must begin with somebody's name, for a heading or a text may follow.
pub fn goes_on(text: &str, hangs: bool) -> bool {
    let is_part = vocabulary::section_kind(text) != SectionKind::Notes || vocabulary::is_usual_heading(text);
    let is_short = text.chars().count() <= LONGEST_LINE && !text.ends_with([':', '.', '?', '!']);
    is_short && !is_part && !text.contains(". ") && (hangs || names_first(text))
}

/// Whether a text is a list of names and nothing else.
pub fn are_names(text: &str) -> bool {
    text.split(BETWEEN).flat_map(|piece| piece.split(" och ")).all(|piece| is_name(bare_name(piece)))
}

/// Whether what is before the first comma is a name: "Bo Ek, rektor", "Siv Holm (extern)".
fn names_first(text: &str) -> bool {
    are_names(text.split(BETWEEN).next().unwrap_or_default())
}

/// A name without the parenthesis behind it.
fn bare_name(piece: &str) -> &str {
    let piece = piece.trim();
    piece.strip_suffix(')').and_then(|piece| piece.rsplit_once(" (")).map_or(piece, |(name, _)| name)
}

/// A given name that is known and no other word, or several words in capitals that begin as a name may.
pub(super) fn is_name(piece: &str) -> bool {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let is_of_name = |word: &&str| {
        is_particle(word)
            || word.starts_with(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '’'))
    };
    let folded = |word: &&str| word.to_lowercase();
    let (Some(first), Some(last)) = (words.first().map(folded), words.last().map(folded)) else {
        return false;
    };
    let may_begin = is_given(&first) || !class(&first).is(WordClass::NO_NAME) && !is_organisation(&first);
    match words.len() {
        1 => is_given(&first) && !class(&first).is_ambiguous() && words.iter().all(is_of_name),
        2..=4 => may_begin && !is_organisation(&last) && words.iter().all(is_of_name),
        _ => false,
    }
}

/// Names that are listed with their surnames first, in their usual order: "Ek, Moa; Lund, Ola" → "Moa Ek; Ola Lund".
/// `None` for another list.
pub fn in_usual_order(value: &str) -> Option<String> {
    let rows: Vec<Vec<&str>> = value
        .split(';')
        .map(|row| row.split(',').map(str::trim).collect())
        .filter(|row| *row != [""])
        .collect();
    let is_turned = |row: &Vec<&str>| {
        let [surname, given, ..] = row.as_slice() else { return false };
        let in_capitals = |text: &str| {
            !text.is_empty() && text.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
        };
        let first = bare_name(given).split([' ', '-']).next().unwrap_or_default().to_lowercase();
        let surname_words: Vec<&str> = surname.split_whitespace().filter(|word| !is_particle(word)).collect();
        surname_words.len() == 1
            && surname_words.iter().all(|word| in_capitals(word))
            && in_capitals(bare_name(given))
            && is_given(&first)
    };
    let are_given = rows.iter().filter(|row| row.first().is_some_and(|it| is_given(&it.to_lowercase())));
    if rows.len() < 2 || !rows.iter().all(is_turned) || are_given.count() * 2 >= rows.len() {
        return None;
    }
    let turned = rows.iter().filter_map(|row| {
        let [surname, given, rest @ ..] = row.as_slice() else { return None };
        let name = match given.split_once(" (") {
            Some((given, note)) => format!("{given} {surname} ({note}"),
            None => format!("{given} {surname}"),
        };
        let parts: Vec<&str> = std::iter::once(name.as_str()).chain(rest.iter().copied()).collect();
        Some(parts.join(", "))
    });
    Some(in_one_line(&turned.collect::<Vec<_>>()))
}

/// Rows as one line, separated by what none of them has.
pub fn in_one_line(rows: &[String]) -> String {
    rows.join(if rows.iter().any(|row| row.contains(',')) { "; " } else { ", " })
}

/// What is between the cells of a row of a table of Word, as it is read.
const BETWEEN_CELLS: &str = " – ";

/// The rows of a table of people that Word had, as they are read ("Moa Ek – Rektor"), each with bars between its cells;
/// `None` where the first of these lines is no head of one.
pub fn table_of_word<'t>(mut lines: impl Iterator<Item = &'t str>) -> Option<Vec<String>> {
    let head = lines.next().filter(|head| heads_people(head))?;
    Some(std::iter::once(head).chain(lines).map(row_of_word).collect())
}

/// A row of a table that Word had, with bars between its cells.
pub fn row_of_word(line: &str) -> String {
    format!("| {} |", line.split(BETWEEN_CELLS).collect::<Vec<_>>().join(" | "))
}

/// Whether a line is the head of a table of people that Word had: "Namn – Roll", "Nr – Efternamn – Förnamn".
pub fn heads_people(line: &str) -> bool {
    let heads: Vec<&str> = line.split(BETWEEN_CELLS).map(str::trim).collect();
    let is_name = |head: &&str| matches!(column(head), Some(Column::Name | Column::First | Column::Last));
    let is_head = |head: &&str| {
        head.is_empty()
            || column(head).is_some()
            || is_beside_names(head)
            || vocabulary::is_about_presence(head)
    };
    heads.len() > 1 && heads.iter().any(is_name) && heads.iter().all(is_head)
}

/// The people in the rows of a table, each with what else is said of them. `None` where a row is none of a table.
pub fn in_rows<'a>(rows: impl Iterator<Item = &'a str>) -> Option<Vec<String>> {
    let mut rows: Vec<(bool, Vec<&str>)> =
        rows.map(|row| Some((is_rule(row), cells(row)?))).collect::<Option<_>>()?;
    let is_head = |cell: &&str| {
        cell.is_empty()
            || column(cell).is_some()
            || is_beside_names(cell)
            || vocabulary::is_about_presence(cell)
    };
    let are_heads = rows.first().is_some_and(|(_, cells)| cells.len() > 1 && cells.iter().all(is_head));
    let has_head = are_heads || rows.get(1).is_some_and(|(is_rule, _)| *is_rule);
    let head = if has_head { rows.remove(0).1 } else { Vec::new() };
    let mut columns: Vec<Option<Column>> = head.into_iter().map(column).collect();
    if columns.iter().all(Option::is_none) && are_apart(&rows) {
        columns = vec![Some(Column::First), Some(Column::Last)];
    }
    let people = rows.iter().filter(|(is_rule, _)| !is_rule).map(|(_, cells)| in_cells(cells, &columns));
    Some(people.filter(|person| !person.is_empty()).collect())
}

/// Whether given names and surnames are in two cells, though no head says so.
fn are_apart(rows: &[(bool, Vec<&str>)]) -> bool {
    let is_name = |cell: &str| {
        let folded = cell.to_lowercase();
        cell.starts_with(char::is_uppercase)
            && cell.chars().all(|c| c.is_alphabetic() || c == '-')
            && !is_organisation(&folded)
            && !vocabulary::is_role(cell)
    };
    let people = || rows.iter().filter(|(is_rule, _)| !is_rule).map(|(_, cells)| cells.as_slice());
    let is_apart = |cells: &[&str]| matches!(cells, [first, last, ..] if is_name(first) && is_name(last));
    let is_given = |cells: &&[&str]| cells.first().is_some_and(|first| is_given(&first.to_lowercase()));
    people().next().is_some()
        && people().all(is_apart)
        && people().filter(is_given).count() * 2 >= people().count()
}

/// "Moa", "Ek", "Rektor" → "Moa Ek, rektor", by the heads of the columns.
fn in_cells(cells: &[&str], columns: &[Option<Column>]) -> String {
    let of = |wanted: Column| {
        let at = columns.iter().position(|column| *column == Some(wanted))?;
        cells.get(at).copied().filter(|cell| !cell.is_empty())
    };
    let apart: Vec<&str> = [of(Column::First), of(Column::Last)].into_iter().flatten().collect();
    let whole = if apart.is_empty() { of(Column::Name).map(str::to_owned) } else { Some(apart.join(" ")) };
    let has_name = whole.is_some();
    let mut parts: Vec<String> = whole.into_iter().collect();
    let is_number = |cell: &str| cell.chars().all(|c| c.is_ascii_digit() || c == '.');
    for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty() && !is_number(cell)) {
        match columns.get(at).copied().flatten() {
            Some(Column::First | Column::Last) => {}
            Some(Column::Name) if has_name && apart.is_empty() => {}
            Some(Column::Role) => parts.push(format::lowered(cell)),
            _ => parts.push((*cell).to_owned()),
        }
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_on_with_people_where_it_begins_with_a_name() {
        for text in ["Agnes Dahl (extern)", "Bo Ek, rektor", "Tyrgils Hed", "Moa", "Moa Ek och Ola Lund"] {
            assert!(goes_on(text, false), "{text}");
        }
        for text in [
            "Ekonomi",
            "Nya Lokaler",
            "Mötet öppnades av ordföranden",
            "Region Skåne",
            "Tips",
            "Moa Ek öppnade mötet",
            "Hej och välkomna",
        ] {
            assert!(!goes_on(text, false), "{text}");
        }
        assert!(goes_on("två elever från Ekskolan", true));
        assert!(!goes_on("Mötet öppnades av Moa Ek.", true));
    }

    #[test]
    fn the_rows_of_a_table_are_people() {
        let rows = |rows: &[&str]| in_rows(rows.iter().copied()).map(|people| people.join("; "));
        assert_eq!(
            rows(&[
                "| Förnamn | Efternamn | Roll |",
                "|---|---|---|",
                "| Moa | Ek | Rektor |",
                "| Ola | Lund | |"
            ]),
            Some("Moa Ek, rektor; Ola Lund".to_owned())
        );
        assert_eq!(rows(&["| Moa Ek | HR |", "| Ola Lund |"]), Some("Moa Ek, HR; Ola Lund".to_owned()));
        assert_eq!(
            rows(&["| Namn | Funktion | Närvarande |", "| Moa Ek | HR | x |"]),
            Some("Moa Ek, HR, x".to_owned())
        );
        assert_eq!(rows(&["| Moa Ek |", "Ola Lund"]), None);
    }

    #[test]
    fn surnames_before_given_names_are_turned() {
        for (text, expected) in [
            ("Ek, Moa; Lund, Ola", Some("Moa Ek, Ola Lund")),
            ("Ek, Moa, rektor; von Rosen, Ola (extern)", Some("Moa Ek, rektor; Ola von Rosen (extern)")),
            ("Eva Ek, HR; Bo Al", None),
            ("Rolf, Stig; Malte, Kerstin", None),
            ("Moa Ek, Ola Lund", None),
            ("Ek, Moa; Ola Lund", None),
            ("Bo Al, Eva Ek; Ola Al, Eva Ek", None),
            ("Tyrgils, Moa", None),
        ] {
            assert_eq!(in_usual_order(text).as_deref(), expected, "{text}");
        }
    }
}
