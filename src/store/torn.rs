//! A write-ahead log of which a part cannot be read: SQLite takes it for ended there, without a word, and what was
//! written after it is gone with the next write (<https://sqlite.org/fileformat2.html#wal_file_format>).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::connection::{FRAME_HEADER, LOG_HEADER};
use super::digest::RawCell;
use super::salvage::damaged_file::DamagedFile;
use super::{Result, StoreError, log};

/// One operation may have been on its way to the disk when the power was cut.
const FEWEST: usize = 2;

/// Refuses a store whose log has operations behind a part that cannot be read. `with_log` is the store as SQLite reads
/// it with that log.
///
/// # Errors
/// [`StoreError::Damaged`].
pub(super) fn refuse(with_log: &Connection, log_path: &Path) -> Result<()> {
    let bytes = fs::read(log_path)?;
    if commits_behind_damage(&bytes) < FEWEST {
        return Ok(());
    }
    let mut lost = BTreeSet::new();
    for row in DamagedFile::of_log(&bytes).log_rows() {
        let [RawCell::Integer(device), RawCell::Integer(seq), _, RawCell::Integer(operation), ..] = row[..]
        else {
            continue;
        };
        if !log::has(with_log, device, seq)? {
            lost.insert((device, operation));
        }
    }
    match lost.len() {
        lost if lost < FEWEST => Ok(()),
        lost => Err(StoreError::Damaged(format!(
            "{lost} operations in the write-ahead log behind a damaged part"
        ))),
    }
}

/// Whether a log is that of a file of which pages cannot be read: there are rows of the history that both have, each is
/// the same in both, and the log goes on where the file ends. The page that a row is added to has those before it too.
/// `None` where the file has no rows by itself.
///
/// # Errors
/// Where either cannot be read.
pub(super) fn is_of_damaged(path: &Path, log_path: &Path) -> Result<Option<bool>> {
    let in_log = by_place(&DamagedFile::of_log(&fs::read(log_path)?));
    let in_file = by_place(&DamagedFile::of(fs::read(path)?));
    if in_file.is_empty() {
        return Ok(None);
    }
    let mut shared =
        in_log.iter().filter_map(|(place, row)| in_file.get(place).map(|known| known == row)).peekable();
    if shared.peek().is_none() || !shared.all(|is_same| is_same) {
        return Ok(Some(false));
    }
    let of_one = |device: i64| (device, i64::MIN)..=(device, i64::MAX);
    let mut reaches_end = false;
    for device in in_log.keys().map(|(device, _)| *device).collect::<BTreeSet<_>>() {
        let last = in_file.range(of_one(device)).next_back().map_or(0, |((_, seq), _)| *seq);
        let first_new = in_log.range((device, last + 1)..=(device, i64::MAX)).next();
        if first_new.is_some_and(|((_, seq), _)| *seq != last + 1) {
            return Ok(Some(false));
        }
        reaches_end |= first_new.is_some() || in_log.contains_key(&(device, last));
    }
    Ok(Some(reaches_end))
}

/// The rows of the history that can be found in a file, by the number of the replica and their place in its log.
fn by_place(file: &DamagedFile) -> BTreeMap<(i64, i64), Vec<RawCell>> {
    let place = |row: &[RawCell]| match row {
        [RawCell::Integer(device), RawCell::Integer(seq), ..] => Some((*device, *seq)),
        _ => None,
    };
    file.log_rows().into_iter().filter_map(|row| Some((place(&row)?, row))).collect()
}

/// How many transactions end behind the first frame that is not what was written. What is left of an earlier use of the
/// file has other salts.
fn commits_behind_damage(log: &[u8]) -> usize {
    let number = |bytes: &[u8], at: usize| -> Option<u32> {
        Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
    };
    let Some(page) = number(log, 8).and_then(|size| usize::try_from(size).ok()) else { return 0 };
    let (header, frames) = log.split_at(LOG_HEADER.min(log.len()));
    if !page.is_power_of_two() || !(512..=65_536).contains(&page) || frames.len() < FRAME_HEADER + page {
        return 0;
    }
    let is_big_endian = header[3] & 1 == 1;
    let mut sum = checksum((0, 0), &header[..24], is_big_endian);
    let mut is_whole = Some(sum) == number(header, 24).zip(number(header, 28));
    let salts = if is_whole { &header[16..24] } else { &frames[8..16] };
    let mut behind = 0;
    for frame in frames.chunks_exact(FRAME_HEADER + page) {
        if frame[8..16] != *salts {
            is_whole = false;
            continue;
        }
        sum = checksum(checksum(sum, &frame[..8], is_big_endian), &frame[FRAME_HEADER..], is_big_endian);
        is_whole &= Some(sum) == number(frame, 16).zip(number(frame, 20));
        // The last frame of a transaction says how large the file is then.
        let is_last = number(frame, 4) > Some(0);
        behind += usize::from(!is_whole && is_last);
    }
    behind
}

/// The checksum of a write-ahead log, continued.
fn checksum((mut first, mut second): (u32, u32), bytes: &[u8], is_big_endian: bool) -> (u32, u32) {
    let read = |four: &[u8]| {
        let four = [four[0], four[1], four[2], four[3]];
        if is_big_endian { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }
    };
    for eight in bytes.chunks_exact(8) {
        first = first.wrapping_add(read(&eight[..4])).wrapping_add(second);
        second = second.wrapping_add(read(&eight[4..])).wrapping_add(first);
    }
    (first, second)
}
