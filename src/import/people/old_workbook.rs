//! Workbooks from before 2007 (`.xls`) → the rows of their sheets. Their reader makes room
//! for the box of all cells of every sheet, so that two cells far apart would fill the memory: the records are looked
//! through first ([MS-XLS](https://learn.microsoft.com/en-us/openspecs/office_file_formats/ms-xls/)).

use std::io::{Cursor, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Reader, Xls};
use cfb::CompoundFile;

use super::workbook::text;
use super::{ListSheet, SheetsRead};
use crate::import::package::{Unfit, compound};

/// The largest old workbook that is read, in bytes: its reader takes the whole file, and a list is smaller.
const LARGEST: usize = 4 * 1024 * 1024;

/// The most cells that the boxes of all sheets have together, empty ones included.
const MOST_CELLS: usize = 2_000_000;

/// The most sheets that are looked through: each may be any part of the file.
const MOST_SHEETS: usize = 1_000;

// The records that matter, by their numbers.
const FORMULA: u16 = 0x0006;
const END: u16 = 0x000A;
const SHEET: u16 = 0x0085;
const BEGIN: u16 = 0x0809;
const SEVERAL_NUMBERS: u16 = 0x00BD;
const DIMENSIONS: u16 = 0x0200;
/// Every other record that begins with the row and the column of a cell: text, numbers, truth values and errors.
const CELLS: [u16; 7] = [0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E, FORMULA];
/// What no reader knows. It takes the place of the declared size of a sheet, for which room would be made.
const NOTHING: u16 = 0xFFFF;

/// The sheets with cells; never none.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<ListSheet>, Unfit> {
    match compound(bytes) {
        Unfit::Workbook if bytes.len() <= LARGEST => {}
        Unfit::Workbook => return Err(Unfit::TooLong),
        unfit => return Err(unfit),
    }
    // A damaged file of that form may make its readers panic.
    let read = catch_unwind(AssertUnwindSafe(|| {
        let mut records = records(bytes)?;
        measure(&mut records)?;
        cells(&records)
    }));
    let sheets = read.unwrap_or(Err(Unfit::Broken))?;
    if sheets.is_empty() { Err(Unfit::NoCells) } else { Ok(sheets) }
}

/// The records of a workbook: one stream of the compound file.
fn records(bytes: &[u8]) -> Result<Vec<u8>, Unfit> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| Unfit::Broken)?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name)).ok_or(Unfit::Broken)?;
    let stream = file.open_stream(name).map_err(|_| Unfit::Broken)?;
    let mut records = Vec::new();
    stream.take(LARGEST as u64 + 1).read_to_end(&mut records).map_err(|_| Unfit::Broken)?;
    if records.len() > LARGEST { Err(Unfit::TooLong) } else { Ok(records) }
}

/// Refuses sheets whose cells lie further apart than those of any list.
fn measure(records: &mut [u8]) -> Result<(), Unfit> {
    let mut sheets = Vec::new();
    walk(records, 0, Within::Workbook, |kind, data, _| {
        if kind == SHEET {
            sheets.push(u32::from_le_bytes([byte(data, 0), byte(data, 1), byte(data, 2), byte(data, 3)]));
        }
    });
    if sheets.len() > MOST_SHEETS {
        return Err(Unfit::TooLong);
    }
    let mut left = MOST_CELLS;
    for sheet in sheets {
        let mut sizes = Vec::new();
        let mut box_of = CellBox::default();
        walk(records, usize::try_from(sheet).unwrap_or(usize::MAX), Within::ListSheet, |kind, data, at| {
            match kind {
                DIMENSIONS => sizes.push(at),
                SEVERAL_NUMBERS => {
                    let (row, first) = (number(data, 0), number(data, 2));
                    box_of.add(row, first);
                    // Six bytes each, between the first column and the last.
                    box_of.add(
                        row,
                        first.saturating_add(
                            u16::try_from((data.len() / 6).saturating_sub(2)).unwrap_or(u16::MAX),
                        ),
                    );
                }
                kind if CELLS.contains(&kind) => box_of.add(number(data, 0), number(data, 2)),
                _ => {}
            }
        });
        for at in sizes {
            records[at..at + 2].copy_from_slice(&NOTHING.to_le_bytes());
        }
        left = left.checked_sub(box_of.cells()).ok_or(Unfit::TooLong)?;
    }
    Ok(())
}

/// What is within a part of the stream.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    /// The workbook as a whole: nothing.
    Workbook,
    /// A sheet: perhaps parts of their own, as diagrams, whose records are not of its cells.
    ListSheet,
}

/// Hands every record of a part of the stream over, until the part ends: the number, the data, and where it begins. It
/// ends where it does for the reader.
fn walk(records: &[u8], start: usize, within: Within, mut each: impl FnMut(u16, &[u8], usize)) {
    let (mut at, mut has_begun, mut depth) = (start, false, 0_usize);
    while let Some(head) = records.get(at..at.saturating_add(4)) {
        let kind = number(head, 0);
        let length = usize::from(number(head, 2));
        let Some(data) = records.get(at + 4..at + 4 + length) else { return };
        match kind {
            END if depth == 0 => return,
            END => depth -= 1,
            BEGIN if within == Within::ListSheet && has_begun => depth += 1,
            BEGIN => has_begun = true,
            kind if depth == 0 => each(kind, data, at),
            _ => {}
        }
        at += 4 + length;
    }
}

/// The smallest box with some cells in it.
#[derive(Default)]
struct CellBox(Option<[u16; 4]>);

impl CellBox {
    fn add(&mut self, row: u16, column: u16) {
        let [top, left, bottom, right] = self.0.unwrap_or([row, column, row, column]);
        self.0 = Some([top.min(row), left.min(column), bottom.max(row), right.max(column)]);
    }

    fn cells(&self) -> usize {
        self.0.map_or(0, |[top, left, bottom, right]| {
            (usize::from(bottom - top) + 1) * (usize::from(right - left) + 1)
        })
    }
}

fn byte(data: &[u8], at: usize) -> u8 {
    data.get(at).copied().unwrap_or_default()
}

fn number(data: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([byte(data, at), byte(data, at + 1)])
}

/// The sheets with cells. What the reader gets is a compound file with these records and nothing else,
/// so that it reads what was measured.
fn cells(records: &[u8]) -> Result<Vec<ListSheet>, Unfit> {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).map_err(|_| Unfit::Broken)?;
    let mut stream = file.create_stream("/Workbook").map_err(|_| Unfit::Broken)?;
    stream.write_all(records).and_then(|()| stream.flush()).map_err(|_| Unfit::Broken)?;
    drop(stream);
    file.flush().map_err(|_| Unfit::Broken)?;
    let mut book: Xls<_> =
        Xls::new(Cursor::new(file.into_inner().into_inner())).map_err(|_| Unfit::Broken)?;
    let mut read = SheetsRead::default();
    for (name, range) in book.worksheets() {
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            let at = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
            read.put(top.saturating_add(at(row)), left.saturating_add(at(column)), text(cell))?;
        }
        read.end(&name);
    }
    Ok(read.sheets)
}
