//! Lists of people: tables from a calendar, a register or a list of participants, as CSV or workbooks, and names on
//! lines → who is to be entered in the register. It stores nothing and opens no file.

use std::collections::HashMap;
use std::path::Path;

use crate::i18n::Words;
use crate::i18n::vocabulary::lists::{Column, is_organisation, is_sum};
use crate::ops::PersonDetails;

use super::decode::{DecodeError, LIMIT};
use super::file::NotRead;
use super::package::{COMPOUND, Unfit, ZIP};

mod columns;
mod csv;
mod ods;
mod old_workbook;
mod workbook;

use columns::PeopleColumns;

/// The most rows that a list has.
const MOST: usize = 20_000;

/// The longest value that is read, in characters; the rest is a mistake.
const LONGEST: usize = 200;

/// Names have no more words than this, in most lists.
const LONGEST_NAME: usize = 5;

/// The most columns that are read.
const WIDEST: u32 = 200;

/// A row of a table with its number, counted from 1 as people see it.
type SheetRow = (usize, Vec<String>);

/// A sheet of a workbook; the whole of a text is one without a name.
struct ListSheet {
    name: String,
    rows: Vec<SheetRow>,
}

/// Who is in a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PeopleList {
    /// In the order of the list, each once.
    pub people: Vec<PersonDetails>,
    /// What a person should look at.
    pub remarks: Vec<RowRemark>,
    /// The heads of the columns that have no place in the register.
    pub left: Vec<String>,
    /// Where the file has several sheets: those that are read, by their names, with how many people each has.
    pub sheets: Vec<(String, usize)>,
    /// The sheets that have no head for names, and are not read.
    pub unread: Vec<String>,
}

/// A row that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowRemark {
    /// The name of its sheet; empty where there is one sheet only.
    pub sheet: String,
    /// Counted from 1, as programs for tables show it.
    pub row: usize,
    /// What is the matter with it.
    pub issue: RowIssue,
}

/// What is the matter with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowIssue {
    /// It has no name; the values that it has.
    NoName(String),
    /// The person is in an earlier row as well.
    Again(String),
}

/// Whether a file is a list of people rather than minutes, by the ending of its name.
pub fn is_list(name: &str) -> bool {
    let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    matches!(ending.as_deref(), Some("csv" | "tsv" | "xlsx" | "xlsm" | "xls" | "ods"))
}

/// Reads the bytes of a list of people.
///
/// # Errors
/// Where there is no table in them, or one that was made to do harm.
pub fn read(bytes: &[u8], words: &Words) -> Result<PeopleList, NotRead> {
    if bytes.len() > LIMIT {
        return Err(DecodeError::TooLarge { size: bytes.len(), limit: LIMIT }.into());
    }
    let sheets = if bytes.starts_with(ZIP) {
        workbook::sheets(bytes)?
    } else if bytes.starts_with(COMPOUND) {
        old_workbook::sheets(bytes)?
    } else if let Some(unfit) = super::file::other_document(bytes) {
        return Err(unfit.into());
    } else {
        vec![ListSheet { name: String::new(), rows: csv::rows(bytes, words)? }]
    };
    let (list, has_head) = of_sheets(sheets);
    if list.people.is_empty() {
        return Err(Unfit::NoNames.into());
    }
    let strange = list.people.iter().filter(|person| is_sentence(&person.name, has_head)).count();
    if strange * 2 > list.people.len() { Err(Unfit::Sentences.into()) } else { Ok(list) }
}

/// The people in the sheets that say which column has the names, or in the first where none does; and whether it is
/// said.
fn of_sheets(sheets: Vec<ListSheet>) -> (PeopleList, bool) {
    let mut sheets: Vec<(ListSheet, PeopleColumns)> = sheets
        .into_iter()
        .map(|sheet| ListSheet { rows: tidy_rows(sheet.rows), ..sheet })
        .map(|sheet| {
            let columns = PeopleColumns::of(&sheet.rows);
            (sheet, columns)
        })
        .collect();
    let has_head = sheets.iter().any(|(_, columns)| columns.head.is_some());
    let is_only = sheets.len() == 1;
    let mut list = PeopleList::default();
    let mut known = HashMap::new();
    let is_read = |nth: usize, columns: &PeopleColumns| columns.head.is_some() || !has_head && nth == 0;
    for (nth, (sheet, columns)) in sheets.iter_mut().enumerate() {
        if is_only {
            sheet.name.clear();
        } else if !is_read(nth, columns) {
            list.unread.push(std::mem::take(&mut sheet.name));
            continue;
        }
        let before = list.people.len();
        enter(&mut list, &mut known, sheet, columns);
        if !is_only {
            list.sheets.push((sheet.name.clone(), list.people.len() - before));
        }
    }
    (list, has_head)
}

/// The rows with something in them.
fn tidy_rows(rows: Vec<SheetRow>) -> Vec<SheetRow> {
    rows.into_iter()
        .map(|(number, cells)| (number, cells.iter().map(|cell| tidy(cell)).collect()))
        .filter(|(_, cells): &SheetRow| cells.iter().any(|cell| !cell.is_empty()))
        .collect()
}

/// Puts the people of a sheet in the list, each once. Who is `known` is so by the name in small letters.
fn enter(
    list: &mut PeopleList,
    known: &mut HashMap<String, usize>,
    sheet: &ListSheet,
    columns: &PeopleColumns,
) {
    list.left
        .extend(columns.left.iter().filter(|head| !list.left.contains(head)).cloned().collect::<Vec<_>>());
    let head = columns.head.and_then(|at| sheet.rows.get(at)).map(|(_, cells)| cells);
    for (at, (row, cells)) in sheet.rows.iter().enumerate() {
        // A long list has its heads on each page.
        if head == Some(cells) {
            continue;
        }
        let remark = |issue| RowRemark { sheet: sheet.name.clone(), row: *row, issue };
        let is_title = columns.head.is_some_and(|head| at < head);
        let people = if is_title { Vec::new() } else { people_in(cells, columns) };
        if people.is_empty() {
            list.remarks.push(remark(RowIssue::NoName(kept_of(cells, columns, is_title))));
        }
        for person in people {
            let before = known.get(&person.name.to_lowercase()).and_then(|at| list.people.get_mut(*at));
            if let Some(before) = before {
                list.remarks.push(remark(RowIssue::Again(person.name)));
                before.role = before.role.take().or(person.role);
                before.organisation = before.organisation.take().or(person.organisation);
                before.email = before.email.take().or(person.email);
            } else {
                known.insert(person.name.to_lowercase(), list.people.len());
                list.people.push(person);
            }
        }
    }
}

/// What is said of a row without a name: nothing of what is under a head that is not read.
fn kept_of(cells: &[String], columns: &PeopleColumns, is_title: bool) -> String {
    let is_known =
        |at: usize| is_title || columns.head.is_none() || matches!(columns.of.get(at), Some(Some(_)));
    let kept = cells.iter().enumerate().filter(|(at, cell)| !cell.is_empty() && is_known(*at));
    kept.map(|(_, cell)| cell.as_str()).collect::<Vec<_>>().join(", ")
}

/// Whether a value where a name is expected is rather words of a text. Under a head people write names in small letters
/// as well.
fn is_sentence(name: &str, has_head: bool) -> bool {
    let is_small = !has_head && name.starts_with(char::is_lowercase);
    name.split_whitespace().count() > LONGEST_NAME || name.ends_with('.') || is_small
}

/// A value on one line, without characters that nobody sees.
fn tidy(cell: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let shown = cell.nfc().filter(|&c| c.is_whitespace() || !crate::text::safe::is_hidden(c));
    let shown: String = shown.filter(|c| !matches!(c, '\u{ad}' | '\u{200b}')).collect();
    let line = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(LONGEST).collect()
}

/// The sheets of a workbook while they are read, and how many rows and how much text they may still have together.
struct SheetsRead {
    sheets: Vec<ListSheet>,
    rows: Vec<SheetRow>,
    rows_left: usize,
    text_left: usize,
}

impl Default for SheetsRead {
    fn default() -> Self {
        Self { sheets: Vec::new(), rows: Vec::new(), rows_left: MOST, text_left: LIMIT }
    }
}

impl SheetsRead {
    /// Ends the sheet with this name; one without cells is none.
    fn end(&mut self, name: &str) {
        let rows = std::mem::take(&mut self.rows);
        if !rows.is_empty() {
            self.sheets.push(ListSheet { name: tidy(name), rows });
        }
    }

    /// Puts a cell in its row, both counted from 0. Cells come in the order of their rows. A text may be in as many
    /// cells as there are, which a file says in a few bytes.
    fn put(&mut self, row: u32, column: u32, text: String) -> Result<(), Unfit> {
        let number = usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
        if self.rows.last().is_none_or(|(last, _)| *last != number) {
            self.rows_left = self.rows_left.checked_sub(1).ok_or(Unfit::TooLong)?;
            self.rows.push((number, Vec::new()));
        }
        self.text_left = self.text_left.checked_sub(text.len()).ok_or(Unfit::TooLong)?;
        if column < WIDEST
            && let Some((_, cells)) = self.rows.last_mut()
        {
            let column = column as usize;
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            cells[column] = text;
        }
        Ok(())
    }
}

/// Who is in a row: nobody, one, or where each column has people of its own several.
fn people_in(cells: &[String], columns: &PeopleColumns) -> Vec<PersonDetails> {
    if !columns.are_groups {
        return person(cells, columns).into_iter().collect();
    }
    let named = |(cell, column): (&String, &Option<Column>)| {
        let name = Some(whole_name(cell)).filter(|name| column.is_some() && is_of_person(name))?;
        let email = address_behind(cell).filter(|email| email.contains('@')).map(str::to_owned);
        Some(PersonDetails { name, role: None, organisation: None, email })
    };
    cells.iter().zip(&columns.of).filter_map(named).collect()
}

/// Whether a value is no number of a row, no sum, and no title of a part of the list.
fn is_of_person(name: &str) -> bool {
    name.contains(char::is_alphabetic) && !name.contains(|c: char| c.is_ascii_digit()) && !is_sum(name)
}

fn person(cells: &[String], columns: &PeopleColumns) -> Option<PersonDetails> {
    let of = |wanted: Column| {
        let cell = |at: usize| cells.get(at).map(String::as_str).filter(|cell| !cell.is_empty());
        columns
            .of
            .iter()
            .enumerate()
            .filter(|(_, column)| **column == Some(wanted))
            .find_map(|(at, _)| cell(at))
    };
    let email = of(Column::Mail).or_else(|| address_behind(of(Column::Name)?));
    let name = match of(Column::Name) {
        Some(name) => whole_name(name),
        None => [of(Column::First), of(Column::Last)].into_iter().flatten().collect::<Vec<_>>().join(" "),
    };
    let (mut role, mut organisation) = (of(Column::Role), of(Column::Organisation));
    // Where no head says so, a single value after the name says by itself what it is.
    if columns.head.is_none() && organisation.is_none() && role.is_some_and(is_organisation) {
        std::mem::swap(&mut role, &mut organisation);
    }
    is_of_person(&name).then(|| PersonDetails {
        name,
        role: role.map(str::to_owned),
        organisation: organisation.map(str::to_owned),
        email: email.filter(|email| email.contains('@')).map(str::to_owned),
    })
}

/// The address in `Eva Ek <eva@ek.se>`.
fn address_behind(name: &str) -> Option<&str> {
    let (_, address) = name.split_once(['<', '('])?;
    Some(address.split(['>', ')']).next().unwrap_or_default().trim())
}

/// A name as it is spoken: without an address behind it, and with the last name last ("Ek, Eva").
fn whole_name(name: &str) -> String {
    let name = name.split(['<', '(']).next().unwrap_or_default().trim().trim_matches('"').trim();
    match name.split_once(", ") {
        Some((last, first))
            if last.split_whitespace().count() <= 2
                && first.split_whitespace().count() <= 2
                && !first.contains(',') =>
        {
            format!("{first} {last}")
        }
        _ if name.contains('@') => String::new(),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::speech;

    fn people(text: &str) -> Vec<String> {
        let list = read(text.as_bytes(), Lang::Sv.words()).unwrap();
        let row = |it: PersonDetails| {
            [Some(it.name), it.role, it.organisation, it.email].map(Option::unwrap_or_default).join("|")
        };
        list.people.into_iter().map(row).collect()
    }

    #[test]
    fn columns_are_known_by_their_heads() {
        let swedish =
            "Efternamn;Förnamn;E-post;Befattning;Förvaltning\nEk;Eva;eva@ek.se;enhetschef;Kultur\nAl;Bo;;;";
        assert_eq!(people(swedish), ["Eva Ek|enhetschef|Kultur|eva@ek.se", "Bo Al|||"]);
        let english = "\"Name\",\"Title\",\"Company\"\n\"Ek, Eva\",\"Head of unit\",\"Parks, Ltd\"";
        assert_eq!(people(english), ["Eva Ek|Head of unit|Parks, Ltd|"]);
        assert_eq!(people("Namn\tRoll\nEva Ek\tchef"), ["Eva Ek|chef||"]);
        let left = read("Namn;E-post;Allergi\nEva;e@x.se;nötter".as_bytes(), Lang::Sv.words()).unwrap().left;
        assert_eq!(left, ["Allergi"]);
    }

    #[test]
    fn names_on_lines_are_a_list_as_well() {
        let lines =
            "Eva Ek, enhetschef, Kulturförvaltningen\nBo Al, Stadsbiblioteket\nÅsa Öst\nPer Ro, kock\n";
        let expected = [
            "Eva Ek|enhetschef|Kulturförvaltningen|",
            "Bo Al||Stadsbiblioteket|",
            "Åsa Öst|||",
            "Per Ro|kock||",
        ];
        assert_eq!(people(lines), expected);
        let addressed = people("Eva Ek <eva.ek@kommun.se>; Bo Al <bo@al.se>");
        assert_eq!(addressed, ["Eva Ek|||eva.ek@kommun.se", "Bo Al|||bo@al.se"]);
        assert_eq!(people("Eva Ek;eva.ek@kommun.se\nBo Al;bo@al.se"), addressed);
        assert_eq!(people("1;Eva;Ek;lärare\n2;Bo;Al;rektor"), ["Eva Ek|lärare||", "Bo Al|rektor||"]);
        assert_eq!(people("- Eva Ek\n- Bo Al"), ["Eva Ek|||", "Bo Al|||"]);
    }

    #[test]
    fn rows_without_a_name_and_people_who_are_listed_twice_are_remarked() {
        let text = "Namn;Roll\nEva Ek;\n;vaktmästare\n\neva ek;chef\n";
        let list = read(text.as_bytes(), Lang::Sv.words()).unwrap();
        assert_eq!(list.people.len(), 1);
        assert_eq!(list.people[0].role.as_deref(), Some("chef"));
        let remarks: Vec<_> = list.remarks.iter().map(|remark| remark.row).collect();
        assert_eq!(remarks, [3, 5]);
    }

    #[test]
    fn what_holds_no_names_is_refused_in_words() {
        let refused = |bytes: &[u8]| {
            let words = Lang::Sv.words();
            speech::not_read(&read(bytes, words).unwrap_err(), words).to_string()
        };
        assert!(refused(b"Pris;Antal\n3;4\n").contains("inga namn"));
        assert!(refused(b"Namn;Roll\n").contains("inga namn"));
        let text =
            "Namn\nVi talade om lampor i parken.\nDet blev en bra kväll för alla som kom.\nSen gick vi hem.";
        assert!(refused(text.as_bytes()).contains("meningar"));
        assert!(refused(b"<!DOCTYPE html><p>Eva Ek").contains("webbsida"));
        assert_eq!(people("Namn\neva ek\nbo al").len(), 2);
    }

    #[test]
    fn old_swedish_files_are_read() {
        assert_eq!(people("sep=;\r\nNamn;Förvaltning\r\nÅsa;Vård\r\n"), ["Åsa||Vård|"]);
        let old = b"Namn;Roll\r\n\xC5sa \xD6st;l\xE4rare\r\n";
        let list = read(old, Lang::Sv.words()).unwrap();
        assert_eq!(
            (list.people[0].name.as_str(), list.people[0].role.as_deref()),
            ("Åsa Öst", Some("lärare"))
        );
    }
}
