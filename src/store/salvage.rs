//! What can still be read of a damaged file, written into a new one. The log is what counts: every row of it is proved
//! by its digest, wherever in the file it is found. Where rows are missing the copies are asked, and then the tables.

use std::collections::HashMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, named_params};
use uuid::Uuid;

use super::connection::{self, with_suffix};
use super::digest::{self, RawCell};
use super::fault::Fault;
use super::held::HeldRows;
use super::history::{self, Identities};
use super::log::{self, LocalNumbers};
use super::present::{self, Present};
use super::{
    Options, Result, Store, StoreError, backup, branch, branch::Branches, check, device, guard, header,
    heads, migrations::columns, rebuild, record, replica, written::WrittenRows,
};
use crate::clock::Clock;
use crate::files::read;
use crate::files::save::{folder_of, sync_folder};
use crate::model::history::{Entity, LogId, LogRow, Op, Value};
use crate::model::id::DeviceId;
use crate::model::noun::{NOUNS, Noun};
use crate::model::{Coded, cell};
use damaged_file::{DamagedFile, PageRow, TreeRows};

pub(super) mod damaged_file;
mod found;
mod parents;
mod shown;
mod whole;

pub(super) use shown::shown_in;
pub use shown::{as_logged, in_place_of, to_read};
pub(super) use whole::made_anew;

/// What was saved of a damaged file, and what was not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Salvaged {
    /// How many meetings are in the new file.
    pub meetings: usize,
    /// How many entries.
    pub entries: usize,
    /// How many rows of the log were found in the damaged file.
    pub rows: usize,
    /// How many that were not were in its copies.
    pub from_copies: usize,
    /// How many rows are missing for good, as far as that can be known.
    pub missing: usize,
    /// How many records, or cells of them, were taken from the tables because the log lacks them.
    pub from_tables: usize,
    /// The files among its copies that are copies of another store.
    pub left_out: Vec<PathBuf>,
}

/// Writes everything that can still be read of a file into a new one, as a replica of its own. The damaged file is only
/// read.
///
/// # Errors
/// [`StoreError::NotAFile`] where the new one would be none; [`StoreError::Io`] with [`ErrorKind::AlreadyExists`] where
/// it is there already; a file of which nothing
/// can be read; a folder that cannot be written.
pub fn salvage(path: &Path, to: &Path, options: Options) -> Result<Salvaged> {
    guard::refuse_odd(to)?;
    if to.symlink_metadata().is_ok() {
        return Err(std::io::Error::from(ErrorKind::AlreadyExists).into());
    }
    let looked = guard::refuse_foreign_log(path);
    let log = match looked {
        Ok(()) => LogBeside::Own,
        // It is its own, and SQLite would not read it to its end.
        Err(StoreError::Damaged(_)) => LogBeside::Torn,
        Err(_) => LogBeside::Foreign,
    };
    salvage_with(path, log, to, options)
}

/// The write-ahead log beside a damaged file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LogBeside {
    /// There is none, or it is that of the file.
    Own,
    /// It is that of the file, and has a damaged part.
    Torn,
    /// It is of another file.
    Foreign,
}

fn salvage_with(path: &Path, log: LogBeside, to: &Path, options: Options) -> Result<Salvaged> {
    let folder = folder_of(to);
    connection::make_private_folder(folder, true)?;
    let work = tempfile::Builder::new().prefix(".vidpennan-").tempdir_in(folder)?;
    let (bytes, is_log_in) = whole_file(path, work.path(), log == LogBeside::Own)?;
    let mut found = ReadableRows::of(&DamagedFile::of(bytes));
    if log != LogBeside::Foreign && !is_log_in {
        let log_bytes = fs::read(with_suffix(path, "-wal")).unwrap_or_default();
        found.log.extend(DamagedFile::of_log(&log_bytes).log_rows());
        found.is_log_whole = false;
    }
    write_new(path, &found, to, options)
}

/// The same from a write-ahead log alone, from what a run has written, and from the copies of the store.
///
/// # Errors
/// As [`salvage`].
pub(super) fn of_log(
    path: &Path,
    log_path: &Path,
    written: &WrittenRows,
    to: &Path,
    clock: Clock,
) -> Result<Salvaged> {
    // It may be gone too.
    let file = DamagedFile::of_log(&fs::read(log_path).unwrap_or_default());
    let mut found = ReadableRows::anywhere(&file);
    found.add(written);
    write_new(path, &found, to, Options { clock, scribe: None, replicas: None })
}

/// Writes what was found of a store into a new file.
fn write_new(path: &Path, found: &ReadableRows, to: &Path, options: Options) -> Result<Salvaged> {
    let folder = folder_of(to);
    connection::make_private_folder(folder, true)?;
    let work = tempfile::Builder::new().prefix(".vidpennan-").tempdir_in(folder)?;
    let (store, salvaged, faults) =
        made_in(work.path(), options, |store, replicas| write(store, found, path, replicas))?;
    if !faults.is_empty() || salvaged.meetings + salvaged.entries + salvaged.rows == 0 {
        return Err(StoreError::Damaged("nothing that fits together can be read".to_owned()));
    }
    let whole = backup::beside(&store.conn, to)?;
    drop(store);
    whole.persist_noclobber(to).map_err(|error| error.error)?;
    sync_folder(folder);
    Ok(salvaged)
}

/// A store in a folder that is thrown away, written as one, with what does not fit together in it.
fn made_in<T>(
    work: &Path,
    options: Options,
    write: impl FnOnce(&Store, Option<&Path>) -> Result<T>,
) -> Result<(Store, T, Vec<Fault>)> {
    let replicas = options.replicas.clone();
    let mut store = Store::open(&work.join("new.db"), Options { replicas: None, ..options })?;
    let written = store.atomically(|store| write(store, replicas.as_deref()))?;
    let faults = check::everything(&store, |_| {})?;
    Ok((store, written, faults))
}

/// The bytes of a file with a header that says what it should, and with those of the write-ahead log beside it where
/// that is its own and SQLite can put them into it; and whether nothing of a log is missing in them.
fn whole_file(path: &Path, work: &Path, is_own_log: bool) -> Result<(Vec<u8>, bool)> {
    // It may be open here.
    let mut bytes = read::read_and_leave_open(path)?;
    header::mend(&mut bytes);
    let (copy, log_path) = (work.join("damaged.db"), with_suffix(path, "-wal"));
    if !log_path.exists() {
        return Ok((bytes, true));
    }
    if is_own_log {
        fs::write(&copy, &bytes)?;
        fs::copy(&log_path, with_suffix(&copy, "-wal"))?;
        let merged = Connection::open(&copy).and_then(|conn| {
            conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0))
        });
        if merged.is_ok() {
            return Ok((fs::read(copy)?, true));
        }
    }
    Ok((bytes, false))
}

/// What is in the pages.
struct ReadableRows {
    /// The rows of the log that are what was written.
    log: Vec<Vec<RawCell>>,
    /// The rows of other tables by their names, and whether all of them could be read.
    tables: HashMap<String, TreeRows>,
    /// Whether rows of the log are known to be lost.
    is_log_whole: bool,
    /// The last row that a replica is known to have written, by its number.
    last: Option<(i64, i64)>,
}

impl ReadableRows {
    fn of(file: &DamagedFile) -> Self {
        let mut tables = HashMap::new();
        for schema in file.tree(1).rows {
            let [RawCell::Text(kind), RawCell::Text(name), _, RawCell::Integer(root), ..] = &schema.cells[..]
            else {
                continue;
            };
            if let (b"table", Ok(name), Ok(root)) = (&kind[..], str::from_utf8(name), usize::try_from(*root))
            {
                tables.insert(name.to_owned(), file.tree(root));
            }
        }
        let log = tables.remove("log").unwrap_or(TreeRows { rows: Vec::new(), has_gap: true });
        let mut is_log_whole = !log.has_gap;
        let mut rows = Vec::new();
        for row in log.rows {
            match proved(row.cells) {
                Some(row) => rows.push(row),
                None => is_log_whole = false,
            }
        }
        if !is_log_whole {
            // Somewhere else in the file, or what is left of a page that is damaged.
            rows.extend(Self::anywhere(file).log);
        }
        Self { log: rows, tables, is_log_whole, last: None }
    }

    /// The rows of the log in any page, as far as their digests prove them.
    fn anywhere(file: &DamagedFile) -> Self {
        Self { log: file.log_rows(), tables: HashMap::new(), is_log_whole: false, last: None }
    }

    /// Adds what a run has written, as far as that is what was written.
    fn add(&mut self, written: &WrittenRows) {
        self.log.extend(written.rows.iter().filter(|row| digest::is_proved(row)).cloned());
        for (table, identities) in &written.identities {
            let row = |(number, id): &(i64, Uuid)| PageRow {
                number: Some(*number),
                cells: vec![RawCell::Null, RawCell::Blob(id.as_bytes().to_vec())],
            };
            let rows = &mut self.tables.entry((*table).to_owned()).or_default().rows;
            rows.extend(identities.iter().map(row));
        }
        self.last = written.last;
    }

    /// The records of a noun as its table has them.
    fn records(&self, noun: &'static Noun, columns: &[String]) -> Vec<(Uuid, Vec<(&'static str, Value)>)> {
        let Some(table) = self.tables.get(record::table(noun.entity)) else { return Vec::new() };
        table.rows.iter().filter_map(|row| of_table(noun, columns, row)).collect()
    }

    /// How many rows at the end of the log are missing, as far as it is remembered outside the file how many there
    /// were.
    fn lost_end(&self, conn: &Connection, replicas: Option<&Path>) -> Result<usize> {
        let columns = columns(conn, "device")?;
        let cell = |row: &PageRow, name: &str| {
            let at = columns.iter().position(|column| column == name)?;
            if let Some(Value::Id(id)) = row.cells.get(at)?.value() { Some(id) } else { None }
        };
        let devices = self.rows("device");
        let tokens: Vec<(DeviceId, Uuid)> =
            devices.filter_map(|row| Some((DeviceId(cell(row, "id")?), cell(row, "token")?))).collect();
        replica::lost_end(conn, replicas, &tokens)
    }

    fn rows<'a>(&'a self, table: &str) -> impl Iterator<Item = &'a PageRow> {
        self.tables.get(table).into_iter().flat_map(|found| &found.rows)
    }
}

/// A row of the log as it was written; found again where one bit of it changed.
fn proved(row: Vec<RawCell>) -> Option<Vec<RawCell>> {
    if digest::is_proved(&row) { Some(row) } else { digest::mended(&row, None) }
}

/// A record by the columns of its table.
fn of_table(
    noun: &'static Noun,
    columns: &[String],
    row: &PageRow,
) -> Option<(Uuid, Vec<(&'static str, Value)>)> {
    let cell = |name: &str| {
        let at = columns.iter().position(|column| column == name)?;
        row.cells.get(at)?.value()
    };
    let Some(Value::Id(id)) = cell("id") else { return None };
    let names = noun.cells.iter().map(|cell| cell.name).chain(["deleted"]);
    Some((id, names.filter_map(|name| Some((name, cell(name)?))).collect()))
}

/// Writes what was found into an empty store, within a transaction.
fn write(store: &Store, found: &ReadableRows, path: &Path, replicas: Option<&Path>) -> Result<Salvaged> {
    let conn = &store.conn;
    let mut salvaged = Salvaged { rows: found::enter(conn, found)?, ..Salvaged::default() };
    (salvaged.from_copies, salvaged.left_out) = take_from_copies(conn, path)?;
    branch::mend(conn)?;
    // Everything that is known is looked at before the log is cut to what it has without a gap.
    let mut known = folded(conn)?;
    let written = found.last.map(|(device, last)| Ok::<_, StoreError>(last - log::last_seq(conn, device)?));
    let lost_end = usize::try_from(written.transpose()?.unwrap_or_default()).unwrap_or_default();
    salvaged.missing = log::missing(conn)? + found.lost_end(conn, replicas)?.max(lost_end);
    let has_gaps = !found.is_log_whole || salvaged.missing > 0;
    if overlay(conn, found, &mut known, has_gaps)? || has_gaps {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        parents::make_missing(conn, found, &mut known, &name)?;
    }
    cut_behind_gaps(conn)?;
    branch::mend(conn)?;
    salvaged.from_tables = write_what_the_log_lacks(store, &known, path)?;
    rebuild::rebuild(store)?;
    let count = |table: &str| -> Result<usize> {
        Ok(conn.query_row(&format!("SELECT count(*) FROM {table} WHERE shown = 1"), [], |row| row.get(0))?)
    };
    (salvaged.meetings, salvaged.entries) = (count("meeting")?, count("entry")?);
    Ok(salvaged)
}

/// Enters the rows of the log that the copies of a file have and it has not. Returns how many they are, and which files
/// are copies of another store.
fn take_from_copies(conn: &Connection, path: &Path) -> Result<(usize, Vec<PathBuf>)> {
    let (mut taken, mut left_out) = (0, Vec::new());
    for file in backup::list(path).unwrap_or_default() {
        let Ok(copy) = connection::open_immutable(&file.path) else { continue };
        let Ok(rows) = log::all(&copy) else { continue };
        if !is_of_same_store(conn, &copy, &rows)? {
            left_out.push(file.path);
            continue;
        }
        let mut numbers = LocalNumbers::of(conn)?;
        numbers.learn(conn, &rows)?;
        for row in rows {
            let Some(number) = numbers.number(row.at.device) else { continue };
            if !log::has(conn, number, row.at.seq)? {
                log::append(conn, &numbers, &row)?;
                taken += 1;
            }
        }
    }
    Ok((taken, left_out))
}

/// Whether the rows of a copy are of the store that this file has rows of: they share a replica, the space in which
/// both began, or a record. Where nothing is known of the store the newest copy says which it was.
fn is_of_same_store(conn: &Connection, copy: &Connection, rows: &[LogRow]) -> Result<bool> {
    let known = device::all(conn)?;
    let is_known = |id: &DeviceId| known.iter().any(|(_, known)| known == id);
    let is_nothing_known =
        known.is_empty() && conn.query_row("SELECT NOT EXISTS (SELECT 1 FROM log)", [], |row| row.get(0))?;
    let space = |conn: &Connection| Ok::<_, StoreError>(LocalNumbers::of(conn)?.space_id(log::OWN_SPACE));
    if is_nothing_known
        || device::all(copy)?.iter().any(|(_, id)| is_known(id))
        || space(conn)? == space(copy)?
    {
        return Ok(true);
    }
    let mut statement =
        conn.prepare_cached("SELECT 1 FROM log WHERE id = :id AND field = '' AND entity <> 'operation'")?;
    for row in rows.iter().filter(|row| row.field.is_empty() && row.entity != Entity::Operation.code()) {
        if statement.exists(named_params! { ":id": row.id })? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What is known of each record: its noun and its cells.
type KnownRecords = HashMap<Uuid, (&'static Noun, HashMap<&'static str, Value>)>;

/// The records as the rows of the log make them.
fn folded(conn: &Connection) -> Result<KnownRecords> {
    let mut known = KnownRecords::new();
    present::for_each(conn, |id, Present { noun, cells, .. }| {
        known.insert(id, (noun, cells.into_iter().collect()));
        Ok(())
    })?;
    Ok(known)
}

/// Adds what the tables have and the log has not: every record that is not in it, and with `has_gaps` every cell.
/// Returns whether there was any such record.
fn overlay(
    conn: &Connection,
    found: &ReadableRows,
    known: &mut KnownRecords,
    has_gaps: bool,
) -> Result<bool> {
    let logged = known.len();
    for noun in NOUNS {
        let columns = columns(conn, record::table(noun.entity))?;
        for (id, cells) in found.records(noun, &columns) {
            if !has_gaps && known.contains_key(&id) {
                continue;
            }
            let (_, record) = known.entry(id).or_insert_with(|| (noun, HashMap::new()));
            record.extend(cells);
        }
    }
    Ok(known.len() > logged)
}

/// Takes away the rows that come after one that is missing: a replica numbers its rows without a gap. An operation is
/// kept whole or not at all.
fn cut_behind_gaps(conn: &Connection) -> Result<()> {
    let branches = Branches::of(conn)?;
    for (device, _) in device::all(conn)? {
        let first = branches.fork(device).map_or(1, |fork| fork.since);
        let mut statement = conn.prepare("SELECT seq, operation FROM log WHERE device = ?1 ORDER BY seq")?;
        let mut rows = statement.query([device])?;
        let (mut expected, mut operation) = (first, first);
        let mut cut = None;
        while let Some(row) = rows.next()? {
            let (seq, begun): (i64, i64) = (row.get(0)?, row.get(1)?);
            if seq != expected {
                // Rows of the same operation may be among those that are missing.
                cut = Some(operation);
                break;
            }
            (expected, operation) = (seq + 1, begun);
        }
        drop(rows);
        if let Some(from) = cut {
            conn.execute("DELETE FROM log WHERE device = ?1 AND seq >= ?2", [device, from])?;
        }
    }
    Ok(())
}

/// Writes what is known and does not follow from the log, as one operation of a new replica. Returns how much that was.
fn write_what_the_log_lacks(store: &Store, known: &KnownRecords, path: &Path) -> Result<usize> {
    let conn = &store.conn;
    let logged = folded(conn)?;
    let device = DeviceId(Uuid::now_v7());
    let number = device::enter(conn, device)?;
    let numbers = LocalNumbers::of(conn)?;
    let branches = Branches::of(conn)?;
    let space = numbers.space_id(log::OWN_SPACE);
    let held = places(&HeldRows::now(conn)?.beside(&branches, number), &numbers);
    let stamp = history::tick(store)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let identities = Identities::of(store, number, log::OWN_SPACE)?;
    let row = |entity: Entity, id: Uuid, field: &str| LogRow {
        // Its place is known once all of them are.
        at: LogId { device, seq: 0 },
        stamp,
        operation: 1,
        space,
        entity: entity.code().to_owned(),
        id,
        field: field.to_owned(),
        old: Value::Null,
        new: Value::Null,
        seen: Vec::new(),
        held: None,
        scribe: store.scribe.clone(),
    };
    let mut rows = vec![LogRow {
        new: history::encode(&name, &[], None, &[], Some(identities))?,
        held: Some(held.clone()),
        ..row(Entity::Operation, store.sitting, Op::ImportMinutes.code())
    }];
    for (id, (noun, cells)) in known {
        let Some((_, before)) = logged.get(id) else {
            let cells: Vec<(&str, Value)> =
                cells.iter().map(|(name, value)| (*name, value.clone())).collect();
            let new = Value::Text(cell::made(&cells)?);
            rows.push(LogRow { new, ..row(noun.entity, *id, "") });
            continue;
        };
        for (field, new) in cells.iter().filter(|(field, new)| before.get(*field) != Some(*new)) {
            let writes = heads::all(conn, *id, field)?;
            let (seen, stamp) = match writes.last() {
                Some(last) => (places(&last.place(), &numbers), stamp.max(last.stamp.next())),
                None => (Vec::new(), stamp),
            };
            let old = before.get(field).cloned().unwrap_or(Value::Null);
            let held = (*field == "deleted").then(|| held.clone());
            rows.push(LogRow { old, new: new.clone(), seen, stamp, held, ..row(noun.entity, *id, field) });
        }
    }
    if rows.len() == 1 {
        let forget = "DELETE FROM device WHERE number = :number";
        conn.execute(forget, named_params! { ":number": number })?;
        return Ok(0);
    }
    for (seq, row) in (1..).zip(&mut rows) {
        row.at.seq = seq;
        log::append(conn, &numbers, row)?;
    }
    Ok(rows.len() - 1)
}

fn places(cell: &str, numbers: &LocalNumbers) -> Vec<LogId> {
    log::places(cell).map(|(device, seq)| LogId { device: numbers.device(device), seq }).collect()
}
