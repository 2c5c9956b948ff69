//! The power is cut while lines are written: what was not flushed to the disk is there in any part, sector by sector.
//!
//! The program writes in another process, and its files are read after each line that it acknowledged. Between two of
//! these pictures the disk can be in many states. What SQLite has flushed by then is certain
//! (<https://sqlite.org/wal.html>): before a line is acknowledged, its frames in the log; before pages are written to
//! the file, all frames that they come from; before the log begins anew, these pages. So of the one file that was being
//! written each sector is the old one or the new one, and the other file is as it was flushed.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Stdio;

use proptest::prelude::*;
use proptest::test_runner::TestRng;
use vidpennan::store::{Store, check};

use super::{chances, rounds};
use crate::support::laptop::Laptop;
use crate::support::room::{entries_of, options};

/// What a disk writes as a whole, in bytes.
const SECTOR: usize = 512;
/// More lines than fit into the log before SQLite writes it into the file.
const LINES: usize = 140;

/// The files once so many lines were acknowledged.
struct Picture {
    file: Vec<u8>,
    log: Vec<u8>,
    lines: usize,
}

/// A disk after the power was cut.
struct CutState {
    file: Vec<u8>,
    log: Vec<u8>,
    /// How many lines have to be there.
    lines: usize,
}

/// Writes line by line in another process, and looks at the files after each.
fn pictures(laptop: &Laptop) -> Vec<Picture> {
    let mut child = laptop.command(&["add"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut pictures = Vec::new();
    for nth in 0..LINES {
        writeln!(input, "rad {nth}").unwrap();
        answers.next().unwrap().unwrap();
        let read = |name: &str| fs::read(laptop.path(name)).unwrap_or_default();
        let (file, log) = (read("vidpennan.db"), read("vidpennan.db-wal"));
        pictures.push(Picture { file, log, lines: nth + 1 });
    }
    drop(input);
    assert!(child.wait().unwrap().success());
    pictures
}

/// Each sector as it was, or as it was to be; what is beyond the old end may be missing or empty.
fn torn(old: &[u8], new: &[u8], chances: &mut TestRng) -> Vec<u8> {
    // In order up to a place, or in any order.
    let place = (chances.next_u32().is_multiple_of(2)).then(|| {
        let first = old.iter().zip(new).take_while(|(old, new)| old == new).count() / SECTOR;
        let sectors = new.len().div_ceil(SECTOR).max(first + 1);
        first + chances.next_u32() as usize % (sectors - first + 1)
    });
    let mut state = Vec::with_capacity(new.len());
    for (nth, sector) in new.chunks(SECTOR).enumerate() {
        let is_written = place.map_or_else(|| chances.next_u32().is_multiple_of(2), |place| nth < place);
        let before = old.get(nth * SECTOR..).map(|rest| &rest[..rest.len().min(sector.len())]);
        match before {
            _ if is_written => state.extend(sector),
            Some(before) => {
                state.extend(before);
                state.resize(nth * SECTOR + sector.len(), 0);
            }
            None => state.resize(nth * SECTOR + sector.len(), 0),
        }
    }
    if place.is_some() && old.len() < new.len() {
        let written = place.unwrap_or_default() * SECTOR;
        state.truncate(written.max(old.len()));
    }
    state
}

/// A state of the disk between two pictures.
fn cut(before: &Picture, after: &Picture, chances: &mut TestRng) -> CutState {
    if before.file == after.file {
        let log = torn(&before.log, &after.log, chances);
        return CutState { file: before.file.clone(), log, lines: before.lines };
    }
    let file = torn(&before.file, &after.file, chances);
    CutState { file, log: after.log.clone(), lines: after.lines }
}

/// Starts the program on a disk, and looks whether everything is there.
fn assert_whole(state: &CutState, folder: &Path, round: usize) {
    let path = folder.join("x.db");
    for suffix in ["", "-wal", "-shm"] {
        let _none = fs::remove_file(folder.join(format!("x.db{suffix}")));
    }
    fs::write(&path, &state.file).unwrap();
    if !state.log.is_empty() {
        fs::write(folder.join("x.db-wal"), &state.log).unwrap();
    }
    let store = Store::open(&path, options()).unwrap_or_else(|error| panic!("round {round}: {error:?}"));
    assert_eq!(check::whole(&store).unwrap(), Vec::new(), "round {round}");
    let meetings = vidpennan::store::meeting::list(&store).unwrap();
    let entries = meetings.iter().flat_map(|meeting| entries_of(&store, meeting.id));
    let texts: BTreeSet<String> = entries.map(|entry| entry.text).collect();
    let lost: Vec<usize> = (0..state.lines).filter(|nth| !texts.contains(&format!("rad {nth}"))).collect();
    assert_eq!(lost, Vec::<usize>::new(), "of {} in round {round}", state.lines);
}

#[test]
fn no_line_that_was_acknowledged_is_lost_when_the_power_is_cut() {
    let laptop = Laptop::with_minutes();
    let pictures = pictures(&laptop);
    let is_written_back = |pair: &&[Picture]| pair[0].file != pair[1].file;
    let written_back = pictures.windows(2).filter(is_written_back).count();
    assert!(written_back > 0, "the log is never written into the file");
    let (folder, mut chances) = (tempfile::tempdir().unwrap(), chances());
    let rounds = rounds(30);
    for round in 0..rounds {
        // One in three where the file itself is written.
        let nth = chances.next_u32() as usize % (LINES - 1);
        let pair = match pictures.windows(2).filter(is_written_back).nth(round % written_back) {
            Some(pair) if round % 3 == 0 => pair,
            _ => &pictures[nth..nth + 2],
        };
        assert_whole(&cut(&pair[0], &pair[1], &mut chances), folder.path(), round);
    }
    println!("{rounds} power cuts: 0 acknowledged lines lost, every store sound");
}
