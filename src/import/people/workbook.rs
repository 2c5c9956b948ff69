//! Workbooks of Excel and `OpenDocument` → the rows of their sheets. What is no list is refused before it fills the
//! memory.

use std::io::Cursor;

use calamine::{Data, DataRef, DataType, Reader, SheetType, SheetVisible, Xlsx};

use super::{ListSheet, SheetsRead, ods};
use crate::import::package::{Package, Unfit};

/// The visible sheets with cells; never none.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<ListSheet>, Unfit> {
    let mut package = Package::open(bytes)?;
    let sheets = if package.has("xl/workbook.xml") {
        package.check_all(&["xl/media/", "xl/embeddings/"])?;
        check_counts(&mut package)?;
        excel(bytes)?
    } else if package.text("mimetype")?.is_some_and(|kind| kind.contains("opendocument.spreadsheet")) {
        ods::sheets(&package.text("content.xml")?.ok_or(Unfit::Broken)?)?
    } else if package.has("word/document.xml") {
        return Err(Unfit::NoList);
    } else {
        return Err(Unfit::NoDocument);
    };
    if sheets.is_empty() { Err(Unfit::NoCells) } else { Ok(sheets) }
}

/// Refuses shared texts that are said to be more than there can be: room for so many would be made before the first is
/// read.
fn check_counts(package: &mut Package<'_>) -> Result<(), Unfit> {
    for name in package.names().into_iter().filter(|name| name.to_lowercase().ends_with("sharedstrings.xml"))
    {
        let Some(text) = package.text(&name)? else { continue };
        // Wherever it is written: what is a comment for one reader of XML may be none for another.
        let said = text.split("uniqueCount").skip(1).map(|rest| {
            let digits =
                rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '=' | '"' | '\''));
            digits.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default()
        });
        // The shortest text is `<si/>`.
        let most = text.len() / 5;
        let is_more = |digits: &str| digits.parse::<usize>().map_or(!digits.is_empty(), |said| said > most);
        if said.into_iter().any(is_more) {
            return Err(Unfit::Declares);
        }
    }
    Ok(())
}

fn excel(bytes: &[u8]) -> Result<Vec<ListSheet>, Unfit> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unfit::Broken)?;
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut read = SheetsRead::default();
    for name in names {
        // Cell by cell: a sheet may say that it has cells at its very end.
        let mut cells = book.worksheet_cells_reader(&name).map_err(|_| Unfit::Broken)?;
        while let Some(cell) = cells.next_cell().map_err(|_| Unfit::Broken)? {
            let (row, column) = cell.get_position();
            let text = shared_text(cell.get_value());
            if !text.trim().is_empty() {
                read.put(row, column, text)?;
            }
        }
        read.end(&name);
    }
    Ok(read.sheets)
}

fn shared_text(value: &DataRef<'_>) -> String {
    text(&Data::from(value.clone()))
}

/// The text of a cell as people see it, nearly; empty for one that shows an error.
pub(super) fn text(value: &Data) -> String {
    match value {
        Data::Empty | Data::Error(_) => String::new(),
        value => value.as_string().unwrap_or_default(),
    }
}
