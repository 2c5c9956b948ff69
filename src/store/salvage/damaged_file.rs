//! A file of SQLite read page by page, whatever became of the pages between them
//! (<https://sqlite.org/fileformat2.html>). Nothing that is found is believed: a row is what somebody else can prove.

use std::collections::{BTreeMap, HashSet};

use crate::store::connection::{FRAME_HEADER, LOG_HEADER};
use crate::store::digest::{self, RawCell};

/// Where the header of the file ends and the first page begins.
const FILE_HEADER: usize = 100;
/// The page sizes that there are; the program makes files with the usual one.
const USUAL_PAGE: usize = 4096;
/// More pages than these no file of this program has: 4 GB of the usual ones.
const MOST_PAGES: usize = 1 << 20;
/// The first byte of a page: an inner page and a leaf of a table, and both of an index or a table without row numbers.
const INNER_TABLE: u8 = 5;
const LEAF_TABLE: u8 = 13;
const INNER_INDEX: u8 = 2;
const LEAF_INDEX: u8 = 10;

/// A row as it is in a page.
pub(super) struct PageRow {
    /// The number of the row; `None` in a table without them.
    pub(super) number: Option<i64>,
    pub(super) cells: Vec<RawCell>,
}

/// What was found of a table.
#[derive(Default)]
pub(super) struct TreeRows {
    pub(super) rows: Vec<PageRow>,
    /// Whether there is a page of it that could not be read.
    pub(super) has_gap: bool,
}

/// The pages of a file.
pub(in crate::store) struct DamagedFile {
    bytes: Vec<u8>,
    size: usize,
}

impl DamagedFile {
    pub(in crate::store) fn of(bytes: Vec<u8>) -> Self {
        let size = match bytes.get(16..18) {
            Some([0, 1]) => 65_536,
            Some(size) => usize::from(u16::from_be_bytes([size[0], size[1]])),
            None => 0,
        };
        let is_size = size.is_power_of_two() && size >= 512;
        Self { bytes, size: if is_size { size } else { USUAL_PAGE } }
    }

    /// The pages of a write-ahead log, each as it was written last, at their places in the file that it is of
    /// (<https://sqlite.org/fileformat2.html#wal_file_format>).
    pub(in crate::store) fn of_log(log: &[u8]) -> Self {
        let number = |bytes: &[u8], at: usize| -> Option<usize> {
            let four = bytes.get(at..at + 4)?.try_into().ok()?;
            usize::try_from(u32::from_be_bytes(four)).ok()
        };
        let size = number(log, 8).filter(|size| size.is_power_of_two() && (512..=65_536).contains(size));
        let size = size.unwrap_or(USUAL_PAGE);
        let frames = log.get(LOG_HEADER..).unwrap_or_default().chunks_exact(FRAME_HEADER + size);
        let pages: BTreeMap<usize, &[u8]> =
            frames.filter_map(|frame| Some((number(frame, 0)?, frame.get(FRAME_HEADER..)?))).collect();
        let mut bytes = Vec::new();
        for (number, page) in pages {
            // A number that no file of this program reaches is none.
            let Some(at) = number.checked_sub(1).filter(|at| *at < MOST_PAGES) else { continue };
            bytes.resize((at + 1) * size, 0);
            bytes.splice(at * size.., page.iter().copied());
        }
        Self { bytes, size }
    }

    fn count(&self) -> usize {
        self.bytes.len() / self.size
    }

    /// A page by its number, from 1.
    fn page(&self, number: usize) -> Option<&[u8]> {
        let at = number.checked_sub(1)?.checked_mul(self.size)?;
        self.bytes.get(at..at.checked_add(self.size)?)
    }

    /// The rows of the tree that begins with this page, in no order.
    pub(super) fn tree(&self, root: usize) -> TreeRows {
        let (mut found, mut seen, mut left) = (TreeRows::default(), HashSet::new(), vec![root]);
        while let Some(number) = left.pop() {
            if !seen.insert(number) {
                continue;
            }
            let Some(page) = self.page(number).and_then(|bytes| TreePage::of(bytes, number)) else {
                found.has_gap = true;
                continue;
            };
            found.has_gap |= !page.is_whole;
            for at in &page.cells {
                match self.cell(&page, *at) {
                    Some(PageCell { child, row }) => {
                        left.extend(child);
                        found.rows.extend(row);
                    }
                    None => found.has_gap = true,
                }
            }
            left.extend(page.last_child());
        }
        found
    }

    /// The rows of the log in any page, as far as their digests prove them.
    pub(in crate::store) fn log_rows(&self) -> Vec<Vec<RawCell>> {
        let rows = (1..=self.count()).flat_map(|page| self.rows_anywhere(page));
        rows.filter(|row| digest::is_proved(&row.cells)).map(|row| row.cells).collect()
    }

    /// Everything in a page that may be a row of a table without row numbers, at whatever byte it begins.
    fn rows_anywhere(&self, number: usize) -> Vec<PageRow> {
        let Some(bytes) = self.page(number) else { return Vec::new() };
        let mut rows = Vec::new();
        for kind in [LEAF_INDEX, INNER_INDEX] {
            let page = TreePage { bytes, kind, header: 0, cells: Vec::new(), is_whole: true };
            rows.extend((0..bytes.len()).filter_map(|at| self.cell(&page, at)?.row));
        }
        rows
    }

    /// Reads what is at a place in a page.
    fn cell(&self, page: &TreePage<'_>, at: usize) -> Option<PageCell> {
        let mut reader = Reader { bytes: page.bytes, at };
        let child = match page.kind {
            INNER_TABLE | INNER_INDEX => Some(usize::try_from(reader.big_endian(4)?).ok()?),
            _ => None,
        };
        if page.kind == INNER_TABLE {
            return Some(PageCell { child, row: None });
        }
        let length = usize::try_from(reader.varint()?).ok()?;
        let number = if page.kind == LEAF_TABLE { Some(reader.varint()?) } else { None };
        let payload = self.payload(page.kind, length, &mut reader)?;
        let row = record(&payload).map(|cells| PageRow { number, cells })?;
        Some(PageCell { child, row: Some(row) })
    }

    /// The bytes of a row, of which the first are in its page and the others in pages of their own.
    fn payload(&self, kind: u8, length: usize, reader: &mut Reader<'_>) -> Option<Vec<u8>> {
        if length > self.bytes.len() {
            return None;
        }
        let usable = self.size;
        let most = if kind == LEAF_TABLE { usable - 35 } else { (usable - 12) * 64 / 255 - 23 };
        let least = (usable - 12) * 32 / 255 - 23;
        if length <= most {
            return reader.take(length).map(<[u8]>::to_vec);
        }
        let fitting = least + (length - least) % (usable - 4);
        let here = if fitting <= most { fitting } else { least };
        let mut payload = reader.take(here)?.to_vec();
        let mut next = reader.big_endian(4)?;
        while payload.len() < length {
            let page = self.page(usize::try_from(next).ok()?)?;
            let mut reader = Reader { bytes: page, at: 0 };
            next = reader.big_endian(4)?;
            payload.extend(reader.take((usable - 4).min(length - payload.len()))?);
        }
        Some(payload)
    }
}

/// What a page has at one place: a page below it, a row, or both.
struct PageCell {
    child: Option<usize>,
    row: Option<PageRow>,
}

/// One that is part of a table or an index.
struct TreePage<'a> {
    bytes: &'a [u8],
    kind: u8,
    /// Where its header begins.
    header: usize,
    /// Where its rows begin.
    cells: Vec<usize>,
    /// Whether they are all within the page.
    is_whole: bool,
}

impl<'a> TreePage<'a> {
    fn of(bytes: &'a [u8], number: usize) -> Option<Self> {
        let header = if number == 1 { FILE_HEADER } else { 0 };
        let kind = *bytes.get(header)?;
        let length = match kind {
            INNER_TABLE | INNER_INDEX => 12,
            LEAF_TABLE | LEAF_INDEX => 8,
            _ => return None,
        };
        let count = u16::from_be_bytes([*bytes.get(header + 3)?, *bytes.get(header + 4)?]);
        let mut reader = Reader { bytes, at: header + length };
        let places: Option<Vec<usize>> =
            (0..count).map(|_| usize::try_from(reader.big_endian(2)?).ok()).collect();
        let (is_whole, mut cells) = (places.is_some(), places.unwrap_or_default());
        let known = cells.len();
        cells.retain(|at| *at < bytes.len());
        Some(Self { bytes, kind, header, is_whole: is_whole && cells.len() == known, cells })
    }

    /// The page that an inner page has after its last row.
    fn last_child(&self) -> Option<usize> {
        if !matches!(self.kind, INNER_TABLE | INNER_INDEX) {
            return None;
        }
        let mut reader = Reader { bytes: self.bytes, at: self.header + 8 };
        usize::try_from(reader.big_endian(4)?).ok()
    }
}

/// Reads numbers and bytes one after the other, and never beyond the end.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let taken = self.bytes.get(self.at..self.at.checked_add(length)?)?;
        self.at += length;
        Some(taken)
    }

    /// A number of up to eight bytes, which may be negative where it takes all of them.
    fn big_endian(&mut self, length: usize) -> Option<i64> {
        Some(self.take(length)?.iter().fold(0, |number, byte| (number << 8) | i64::from(*byte)))
    }

    /// Seven bits a byte while the first bit of a byte is set, and eight in the ninth.
    fn varint(&mut self) -> Option<i64> {
        let mut number = 0_i64;
        for nth in 0..9 {
            let byte = *self.take(1)?.first()?;
            if nth == 8 {
                return Some((number << 8) | i64::from(byte));
            }
            number = (number << 7) | i64::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }
}

/// The cells of a row: first a header with the type of each, then their bytes.
fn record(payload: &[u8]) -> Option<Vec<RawCell>> {
    let mut header = Reader { bytes: payload, at: 0 };
    let end = usize::try_from(header.varint()?).ok()?;
    if end == 0 || end > payload.len() {
        return None;
    }
    let mut content = Reader { bytes: payload, at: end };
    let mut cells = Vec::new();
    while header.at < end {
        let kind = header.varint()?;
        cells.push(match kind {
            0 => RawCell::Null,
            1..=6 => {
                let length = [1, 2, 3, 4, 6, 8][usize::try_from(kind - 1).ok()?];
                let unused = 64 - 8 * length;
                RawCell::Integer((content.big_endian(length)? << unused) >> unused)
            }
            7 => RawCell::Real(f64::from_bits(u64::from_be_bytes(content.take(8)?.try_into().ok()?))),
            8 => RawCell::Integer(0),
            9 => RawCell::Integer(1),
            12.. => {
                let bytes = content.take(usize::try_from((kind - 12) / 2).ok()?)?.to_vec();
                if kind % 2 == 0 { RawCell::Blob(bytes) } else { RawCell::Text(bytes) }
            }
            _ => return None,
        });
    }
    // No table has rows with nothing after their cells but more bytes.
    (content.at == payload.len()).then_some(cells)
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;

    #[test]
    fn every_row_is_read_as_sqlite_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.db");
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch(
            "CREATE TABLE many (row INTEGER PRIMARY KEY, a, b);
             CREATE TABLE keyed (a TEXT, b INTEGER, c, PRIMARY KEY (a, b)) WITHOUT ROWID;
             WITH RECURSIVE nth(n) AS (SELECT -300 UNION ALL SELECT n + 1 FROM nth WHERE n < 900)
                INSERT INTO many SELECT NULL, n * n * n * n * n, CASE n % 5 WHEN 0 THEN NULL WHEN 1 THEN n * 1.5
                    WHEN 2 THEN hex(zeroblob(abs(n) * 7)) WHEN 3 THEN zeroblob(n % 40) ELSE 'ö' END FROM nth;
             INSERT INTO keyed SELECT 'n' || row, row, b FROM many",
        )
        .unwrap();
        for (table, columns) in [("many", "NULL, a, b"), ("keyed", "a, b, c")] {
            let root: i64 = conn
                .query_row("SELECT rootpage FROM sqlite_schema WHERE name = ?1", [table], |row| row.get(0))
                .unwrap();
            let mut statement = conn.prepare(&format!("SELECT {columns} FROM {table}")).unwrap();
            let rows = statement.query_map([], |row| {
                (0..3).map(|at| Ok(RawCell::of(row.get_ref(at)?))).collect::<rusqlite::Result<Vec<_>>>()
            });
            let mut expected: Vec<String> =
                rows.unwrap().map(|cells| format!("{:?}", cells.unwrap())).collect();
            let pages = DamagedFile::of(std::fs::read(&path).unwrap());
            let found = pages.tree(usize::try_from(root).unwrap());
            assert!(!found.has_gap);
            let mut found: Vec<String> = found.rows.iter().map(|row| format!("{:?}", row.cells)).collect();
            expected.sort();
            found.sort();
            assert_eq!(found, expected, "{table}");
        }
    }

    #[test]
    fn no_bytes_are_read_beyond_their_end() {
        let mut bytes = vec![0_u8; USUAL_PAGE * 3];
        for kind in [INNER_TABLE, LEAF_TABLE, INNER_INDEX, LEAF_INDEX] {
            for fill in [0, 1, 0x7f, 0x80, 0xff] {
                bytes.fill(fill);
                bytes[USUAL_PAGE] = kind;
                let pages = DamagedFile::of(bytes.clone());
                pages.tree(2);
                pages.rows_anywhere(2);
            }
        }
    }
}
