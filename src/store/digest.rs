//! A digest in every row that follows from nothing else: of the log, and of what is remembered. By it a byte that
//! changes on the disk is noticed, and a single bit is found again.

use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, Row, params_from_iter};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::codec::Cells;
use super::{Result, record};
use crate::model::history::{Entity, Value};
use crate::model::noun::Noun;

/// The cells of a row of the log that its digest is of, in the order in which the file has them.
pub(super) const LOG_CELLS: &str =
    "device, seq, stamp, operation, entity, id, field, old, new, seen, author, space, held";
/// Which of them is what was written.
const NEW: usize = 8;
/// How many rows at most are searched for the bit that changed.
const MOST_ROWS: usize = 1_000;
/// The bytes of the longest row that is searched for it: the time grows with the square.
const LONGEST: usize = 8_192;

/// Makes `row_digest(…)` known to SQLite: the first eight bytes of the SHA-256 of its arguments, each as a letter for
/// its type, the number of its bytes and the bytes.
pub(super) fn register_functions(conn: &Connection) -> rusqlite::Result<()> {
    let flags =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_DIRECTONLY;
    conn.create_scalar_function("row_digest", -1, flags, |row: &Context<'_>| {
        Ok(digest((0..row.len()).map(|at| row.get_raw(at))))
    })
}

fn digest<'a>(cells: impl Iterator<Item = ValueRef<'a>>) -> i64 {
    let mut hash = Sha256::new();
    let mut part = |kind: u8, bytes: &[u8]| {
        hash.update([kind]);
        hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(bytes);
    };
    for cell in cells {
        match cell {
            ValueRef::Null => part(b'n', &[]),
            ValueRef::Integer(number) => part(b'i', &number.to_be_bytes()),
            ValueRef::Real(number) => part(b'r', &number.to_be_bytes()),
            ValueRef::Text(text) => part(b't', text),
            ValueRef::Blob(bytes) => part(b'b', bytes),
        }
    }
    let hash: [u8; 32] = hash.finalize().into();
    i64::from_be_bytes([hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], hash[6], hash[7]])
}

/// Writes the digests of a file whose rows have none.
pub(super) fn fill(conn: &Connection) -> Result<()> {
    conn.execute_batch(&format!(
        "UPDATE log SET digest = row_digest({LOG_CELLS});
         UPDATE remembered SET digest = row_digest(programme, choices)"
    ))?;
    Ok(())
}

/// Writes the digests of the rows of a replica from a place on: whose rows they are has changed.
pub(super) fn renew(conn: &Connection, device: i64, from: i64) -> Result<()> {
    let sql = format!("UPDATE log SET digest = row_digest({LOG_CELLS}) WHERE device = ?1 AND seq >= ?2");
    conn.prepare_cached(&sql)?.execute([device, from])?;
    Ok(())
}

/// A row of the log that is not what was written, as far as it can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ChangedRow {
    pub(super) entity: Entity,
    /// The record that it is about.
    pub(super) id: Uuid,
    /// The cell; empty where the record was made.
    pub(super) field: String,
}

/// The rows of the log that are not what was written.
pub(super) fn changed_rows(conn: &Connection) -> Result<Vec<ChangedRow>> {
    let sql = format!("SELECT entity, id, field FROM log WHERE digest IS NOT row_digest({LOG_CELLS})");
    let mut statement = conn.prepare(&sql)?;
    let rows = statement.query_map([], |row| {
        // Any of them may be what changed.
        Ok(ChangedRow {
            entity: row.code("entity").unwrap_or(Entity::Operation),
            id: row.id("id").unwrap_or_default(),
            field: row.text("field").unwrap_or_default(),
        })
    })?;
    rows.map(|row| row.map_err(Into::into)).collect()
}

/// Whether any row of a replica from a place on is not what was written.
pub(super) fn is_changed(conn: &Connection, device: i64, from: i64) -> Result<bool> {
    let sql = format!(
        "SELECT 1 FROM log WHERE device = ?1 AND seq >= ?2 AND digest IS NOT row_digest({LOG_CELLS})"
    );
    Ok(conn.prepare_cached(&sql)?.exists([device, from])?)
}

/// How many rows of what is remembered are not what was written.
pub(super) fn changed_settings(conn: &Connection) -> Result<usize> {
    let sql = "SELECT count(*) FROM remembered WHERE digest IS NOT row_digest(programme, choices)";
    Ok(conn.query_row(sql, [], |row| row.get(0))?)
}

/// Takes away what is remembered and is not what was written: it is chosen anew with the next export.
pub(super) fn forget_changed_settings(conn: &Connection) -> Result<()> {
    conn.execute("DELETE FROM remembered WHERE digest IS NOT row_digest(programme, choices)", [])?;
    Ok(())
}

/// Finds again what rows of the log were: where one bit changed, or a cell is written that its table still has. The
/// digest proves it; a row that does not become what it says stays as it is.
pub(super) fn mend(conn: &Connection) -> Result<()> {
    let sql = format!(
        "SELECT {LOG_CELLS}, digest FROM log WHERE digest IS NOT row_digest({LOG_CELLS}) LIMIT {MOST_ROWS}"
    );
    let mut statement = conn.prepare(&sql)?;
    let width = statement.column_count();
    let rows = statement.query_map([], |row| {
        let cells: rusqlite::Result<Vec<RawCell>> =
            (0..width).map(|at| Ok(RawCell::of(row.get_ref(at)?))).collect();
        Ok((cells?, stored(conn, row)))
    })?;
    let changed: Vec<(Vec<RawCell>, Option<RawCell>)> = rows.collect::<rusqlite::Result<_>>()?;
    let set: Vec<String> =
        LOG_CELLS.split(", ").chain(["digest"]).map(|name| format!("{name} = ?")).collect();
    let update = format!("UPDATE log SET {} WHERE device = ? AND seq = ?", set.join(", "));
    for (row, stored) in changed {
        let Some(mended) = mended(&row, stored) else { continue };
        let place = [row[0].clone(), row[1].clone()];
        // Two rows have one place where the key of one is what changed.
        if let Err(error) =
            conn.prepare_cached(&update)?.execute(params_from_iter(mended.into_iter().chain(place)))
        {
            tracing::warn!(?error, "a row of the log is not mended");
        }
    }
    Ok(())
}

/// What the table has in the cell that a row of the log is about.
fn stored(conn: &Connection, row: &Row<'_>) -> Option<RawCell> {
    let (entity, id, field) =
        (row.code::<Entity>("entity").ok()?, row.id::<Uuid>("id").ok()?, row.text("field").ok()?);
    let _known = Noun::of(entity).filter(|noun| noun.has(&field))?;
    record::cell(conn, entity, id, &field).ok().flatten().map(RawCell::from)
}

/// A cell with the bytes that the file has, whether they are text or not.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum RawCell {
    Null,
    Integer(i64),
    Real(f64),
    Text(Vec<u8>),
    Blob(Vec<u8>),
}

impl RawCell {
    pub(super) fn of(cell: ValueRef<'_>) -> Self {
        match cell {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(number) => Self::Integer(number),
            ValueRef::Real(number) => Self::Real(number),
            ValueRef::Text(text) => Self::Text(text.to_owned()),
            ValueRef::Blob(bytes) => Self::Blob(bytes.to_owned()),
        }
    }

    fn raw(&self) -> ValueRef<'_> {
        match self {
            Self::Null => ValueRef::Null,
            Self::Integer(number) => ValueRef::Integer(*number),
            Self::Real(number) => ValueRef::Real(*number),
            Self::Text(text) => ValueRef::Text(text),
            Self::Blob(bytes) => ValueRef::Blob(bytes),
        }
    }

    /// What a record holds there; `None` where no version writes such a cell.
    pub(super) fn value(&self) -> Option<Value> {
        match self {
            Self::Null => Some(Value::Null),
            Self::Integer(number) => Some(Value::Integer(*number)),
            Self::Real(_) => None,
            Self::Text(text) => String::from_utf8(text.clone()).ok().map(Value::Text),
            Self::Blob(bytes) => Uuid::from_slice(bytes).ok().map(Value::Id),
        }
    }

    /// How many bytes it takes at most.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Null => 0,
            Self::Integer(_) | Self::Real(_) => 8,
            Self::Text(bytes) | Self::Blob(bytes) => bytes.len(),
        }
    }

    /// What it may have been before one bit of it changed, one after the other.
    fn with_another_bit(&mut self, mut is_it: impl FnMut(ValueRef<'_>) -> bool) -> bool {
        match self {
            Self::Null | Self::Real(_) => false,
            Self::Integer(number) => {
                let now = *number;
                // A number takes one of these lengths on the disk, and the first bit of it says whether it is negative
                // (<https://sqlite.org/fileformat2.html#record_format>).
                [8, 16, 24, 32, 48, 64].into_iter().any(|bits| {
                    let unused = 64 - bits;
                    let fits = (now << unused) >> unused == now;
                    fits && (0..bits).any(|bit| {
                        let before = ((now ^ (1 << bit)) << unused) >> unused;
                        *number = before;
                        is_it(ValueRef::Integer(before))
                    })
                })
            }
            Self::Text(bytes) => flip(bytes, |bytes| is_it(ValueRef::Text(bytes))),
            Self::Blob(bytes) => flip(bytes, |bytes| is_it(ValueRef::Blob(bytes))),
        }
    }
}

/// Changes one bit after the other until it is the right one.
fn flip(bytes: &mut [u8], mut is_it: impl FnMut(&[u8]) -> bool) -> bool {
    for bit in 0..bytes.len() * 8 {
        let mask = 1 << (bit % 8);
        bytes[bit / 8] ^= mask;
        if is_it(bytes) {
            return true;
        }
        bytes[bit / 8] ^= mask;
    }
    false
}

impl From<Value> for RawCell {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Integer(number) => Self::Integer(number),
            Value::Text(text) => Self::Text(text.into_bytes()),
            Value::Id(id) => Self::Blob(id.as_bytes().to_vec()),
        }
    }
}

impl ToSql for RawCell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(self.raw()))
    }
}

/// Whether a row, its digest last, is one of the log and what was written.
pub(super) fn is_proved(row: &[RawCell]) -> bool {
    match row.split_last() {
        Some((RawCell::Integer(written), cells)) if cells.len() == LOG_CELLS.split(", ").count() => {
            digest(cells.iter().map(RawCell::raw)) == *written
        }
        _ => false,
    }
}

/// What a row was, its digest last; `None` where that is not found. `stored` is what the table has in its cell.
pub(super) fn mended(row: &[RawCell], stored: Option<RawCell>) -> Option<Vec<RawCell>> {
    let (written, cells) = row.split_last()?;
    let now = digest(cells.iter().map(RawCell::raw));
    // Where only the digest changed, another bit makes it that of the row.
    let mut found = written.clone();
    if found.with_another_bit(|digest| digest == ValueRef::Integer(now)) {
        return Some([cells, &[found]].concat());
    }
    let RawCell::Integer(written) = *written else { return None };
    let has_digest = |cells: &[RawCell]| digest(cells.iter().map(RawCell::raw)) == written;
    let done = |cells: Vec<RawCell>| [cells, vec![RawCell::Integer(written)]].concat();
    let mut cells = cells.to_vec();
    if let Some(stored) = stored {
        let new = std::mem::replace(&mut cells[NEW], stored);
        if has_digest(&cells) {
            return Some(done(cells));
        }
        cells[NEW] = new;
    }
    if cells.iter().map(RawCell::len).sum::<usize>() > LONGEST {
        return None;
    }
    for at in 0..cells.len() {
        let others = cells.clone();
        let is_it = |cell: ValueRef<'_>| {
            let before = others[..at].iter().map(RawCell::raw);
            digest(before.chain([cell]).chain(others[at + 1..].iter().map(RawCell::raw))) == written
        };
        let mut cell = cells[at].clone();
        if cell.with_another_bit(is_it) {
            cells[at] = cell;
            return Some(done(cells));
        }
    }
    None
}
