//! Whatever happens to the program and to its file: few rounds at each run of the tests, and as many as `TORTURE` says
//! in `.ci/torture`, with the figures.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};
use rusqlite::Connection;
use vidpennan::model::Kind;
use vidpennan::ops;
use vidpennan::store::{Store, check};

use crate::support::apart::reply;
use crate::support::app::start_at_pen;
use crate::support::laptop::Laptop;
use crate::support::room::{options, room};

mod injected_errors;
mod power_cut;

/// How many rounds: these few, or as many as `TORTURE` says.
fn rounds(few: usize) -> usize {
    std::env::var("TORTURE").ok().and_then(|wanted| wanted.parse().ok()).unwrap_or(few)
}

/// The same chances in every run.
fn chances() -> TestRng {
    TestRng::deterministic_rng(RngAlgorithm::ChaCha)
}

#[test]
fn no_line_that_was_acknowledged_is_lost_when_the_program_is_killed() {
    let laptop = Laptop::with_minutes();
    let (mut chances, mut acknowledged) = (chances(), 0);
    let rounds = rounds(8);
    for round in 0..rounds {
        let mut child =
            laptop.command(&["add"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        let answers = BufReader::new(child.stdout.take().unwrap());
        let writer = thread::spawn(move || {
            for nth in 0.. {
                if writeln!(input, "rad {round} {nth}").is_err() {
                    return;
                }
            }
        });
        let reader = thread::spawn(move || answers.lines().map_while(Result::ok).count());
        thread::sleep(Duration::from_millis(u64::from(20 + chances.next_u32() % 80)));
        child.kill().unwrap();
        child.wait().unwrap();
        writer.join().unwrap();
        let said = reader.join().unwrap();
        acknowledged += said;

        let store = Store::open(&laptop.path("vidpennan.db"), options()).unwrap();
        let meetings = vidpennan::store::meeting::list(&store).unwrap();
        let texts: BTreeSet<String> = meetings
            .iter()
            .flat_map(|meeting| crate::support::room::entries_of(&store, meeting.id))
            .map(|entry| entry.text)
            .collect();
        let lost: Vec<usize> =
            (0..said).filter(|nth| !texts.contains(&format!("rad {round} {nth}"))).collect();
        assert_eq!(lost, Vec::<usize>::new(), "of {said} in round {round}");
        assert_eq!(check::whole(&store).unwrap(), Vec::new());
    }
    assert!(acknowledged > rounds, "{acknowledged} lines in {rounds} rounds");
    println!("{rounds} kills: 0 of {acknowledged} acknowledged lines lost");
}

/// Every row of every table that says something, as text; a table that cannot be read says so.
fn contents(path: &Path) -> BTreeSet<String> {
    let conn = Connection::open(path).unwrap();
    let mut rows = BTreeSet::new();
    for table in [
        "log",
        "programme",
        "meeting",
        "field",
        "section",
        "entry",
        "response",
        "answer",
        "follow_up",
        "person",
        "organisation",
        "manuscript",
        "saved_view",
        "abbreviation",
        "remembered",
    ] {
        let read = || -> rusqlite::Result<Vec<String>> {
            let mut statement = conn.prepare(&format!("SELECT * FROM {table}"))?;
            let width = statement.column_count();
            let found = statement.query_map([], |row| {
                Ok(format!("{:?}", (0..width).map(|at| row.get_ref(at).unwrap()).collect::<Vec<_>>()))
            })?;
            found.collect()
        };
        match read() {
            Ok(found) => rows.extend(found.into_iter().map(|row| format!("{table} {row}"))),
            Err(error) => {
                rows.insert(format!("{table}: {error}"));
            }
        }
    }
    rows
}

#[test]
fn every_row_that_a_bit_has_changed_is_found_and_nothing_is_written_to_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hel.db");
    let mut room = room(Store::open(&path, options()).unwrap());
    for nth in 0..80 {
        let id = room.say(room.notes, &format!("Rad {nth}: hållplatsen ligger för långt bort"));
        if nth % 4 == 0 {
            ops::continue_entry(&mut room.store, id, "och är mörk").unwrap();
        }
    }
    let challenge = room.say(room.challenges, "Vem tar hand om det?");
    ops::answer(&mut room.store, &[challenge], &reply("Vi tar det")).unwrap();
    ops::follow_up(&mut room.store, challenge, Kind::CHALLENGE, "Frågade").unwrap();
    let (notes, meeting) = (room.notes, room.meeting);
    drop(room.store.into_store());
    let (bytes, all) = (fs::read(&path).unwrap(), contents(&path));

    let (mut chances, mut changed, mut unseen) = (chances(), 0, Vec::new());
    let rounds = rounds(40);
    for _ in 0..rounds {
        let bit = usize::try_from(chances.next_u64() % (bytes.len() as u64 * 8)).unwrap();
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let path = folder.path().join("skadad.db");
        for suffix in ["", "-wal", "-shm", "-damaged"] {
            let _none = fs::remove_file(folder.path().join(format!("skadad.db{suffix}")));
        }
        fs::write(&path, flipped).unwrap();
        let is_changed = contents(&path) != all;
        changed += usize::from(is_changed);
        let Ok(mut store) = Store::open(&path, options()) else { continue };
        let found = check::everything(&store, |_| {});
        let is_found = found.as_ref().map_or(true, |found| !found.is_empty());
        if is_changed && !is_found {
            unseen.push(bit);
        }
        if is_found {
            let why = vidpennan::store::StoreError::Damaged("found".to_owned());
            store.close_for_writing(&why);
            let at = ops::CapturePlace { meeting, section: notes, table: None, round: None };
            let caught = ops::Caught { text: "Efter skadan".to_owned(), ..ops::Caught::default() };
            assert!(ops::capture(&mut store, at, caught).is_err(), "bit {bit}");
        }
    }
    assert_eq!(unseen, Vec::<usize>::new(), "of {changed} that changed a row");
    assert!(changed > 0);
    println!("{rounds} bits: {changed} changed rows, all found, nothing written");
}

/// Keys that do something somewhere, and words.
const KEYS: &[&str] = &[
    "<enter>", "<esc>", "<tab>", "<s-tab>", "<bs>", "<del>", "<up>", "<down>", "<left>", "<right>", "<home>",
    "<end>", "<f1>", "<f2>", "<c-z>", "<c-y>", "<c-t>", "<c-u>", "<c-k>", "<a-1>", "<a-2>", "<a-3>", "<a-4>",
    "<a-5>", "<a-up>", "<a-down>", "<s-up>", "<s-down>", "<space>", "<pgup>", "<pgdn>", "!", ">", "=", "#",
    "@", "<lt>", "+", "/", "?", "a", "c", "d", "e", "n", "t", "y", "1", "2", "9", "ö", "Eva", "imorgon",
    "s/a/b/", ",", "-", "*",
];

#[test]
fn no_key_after_any_other_panics() {
    let (mut chances, rounds) = (chances(), rounds(600));
    let mut pressed = 0;
    while pressed < rounds {
        let mut app = start_at_pen();
        for _ in 0..200.min(rounds - pressed) {
            app.keys(KEYS[chances.next_u32() as usize % KEYS.len()]);
            pressed += 1;
            if app.ending().is_some() {
                break;
            }
        }
    }
    println!("{pressed} keys: no panic");
}
