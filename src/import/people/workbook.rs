//! Workbooks of Excel and `OpenDocument` → the rows of their first sheet with something in it. What is no list is
//! refused before it fills the memory.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, DataType, Reader, SheetType, SheetVisible, Xls, Xlsx};

use super::{MOST, Row, ods};
use crate::import::package::{COMPOUND, Package, Unfit, compound};

/// No list has more columns than this.
const WIDEST: u32 = 200;

/// Old workbooks are read as a whole; a list in one is smaller than this, in bytes.
const LARGEST_OLD: usize = 4 * 1024 * 1024;

/// The rows of a workbook.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Row>, Unfit> {
    let rows = if bytes.starts_with(COMPOUND) {
        old(bytes)?
    } else {
        let mut package = Package::open(bytes)?;
        if package.has("xl/workbook.xml") {
            package.check_all(&["xl/media/", "xl/embeddings/"])?;
            excel(bytes)?
        } else if package.text("mimetype")?.is_some_and(|kind| kind.contains("opendocument.spreadsheet")) {
            ods::rows(&package.text("content.xml")?.ok_or(Unfit::Broken)?)?
        } else if package.has("word/document.xml") {
            return Err(Unfit::NoList);
        } else {
            return Err(Unfit::NoDocument);
        }
    };
    if rows.is_empty() { Err(Unfit::NoCells) } else { Ok(rows) }
}

fn excel(bytes: &[u8]) -> Result<Vec<Row>, Unfit> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unfit::Broken)?;
    let sheets: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    for sheet in sheets {
        let mut rows: Vec<Row> = Vec::new();
        // Cell by cell: a sheet may say that it has cells at its very end.
        let mut cells = book.worksheet_cells_reader(&sheet).map_err(|_| Unfit::Broken)?;
        while let Some(cell) = cells.next_cell().map_err(|_| Unfit::Broken)? {
            let (row, column) = cell.get_position();
            let text = said(cell.get_value());
            if !text.trim().is_empty() {
                put(&mut rows, row, column, text)?;
            }
        }
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Ok(Vec::new())
}

/// A workbook from before 2007.
fn old(bytes: &[u8]) -> Result<Vec<Row>, Unfit> {
    match compound(bytes) {
        Unfit::Workbook if bytes.len() <= LARGEST_OLD => {}
        Unfit::Workbook => return Err(Unfit::TooLong),
        unfit => return Err(unfit),
    }
    // A damaged file of that form may make its reader fall.
    let read = catch_unwind(AssertUnwindSafe(|| {
        let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|_| Unfit::Broken)?;
        for (_, sheet) in book.worksheets() {
            let mut rows: Vec<Row> = Vec::new();
            let (top, left) = sheet.start().unwrap_or_default();
            for (row, column, cell) in sheet.used_cells() {
                let at = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
                put(&mut rows, top.saturating_add(at(row)), left.saturating_add(at(column)), told(cell))?;
            }
            if !rows.is_empty() {
                return Ok(rows);
            }
        }
        Ok(Vec::new())
    }));
    read.unwrap_or(Err(Unfit::Broken))
}

/// Puts a cell in its row. Cells come in the order of their rows.
pub(super) fn put(rows: &mut Vec<Row>, row: u32, column: u32, text: String) -> Result<(), Unfit> {
    let number = usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
    if rows.last().is_none_or(|(last, _)| *last != number) {
        rows.push((number, Vec::new()));
    }
    if rows.len() > MOST {
        return Err(Unfit::TooLong);
    }
    if column < WIDEST
        && let Some((_, cells)) = rows.last_mut()
    {
        let column = column as usize;
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
    }
    Ok(())
}

fn said(value: &DataRef<'_>) -> String {
    told(&Data::from(value.clone()))
}

fn told(value: &Data) -> String {
    match value {
        Data::Empty | Data::Error(_) => String::new(),
        value => value.as_string().unwrap_or_default(),
    }
}
