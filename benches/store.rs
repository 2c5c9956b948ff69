//! What the store costs: catching a line, reading what a screen shows, searching, importing.
//! Run with `cargo bench --bench store`.
#![expect(clippy::unwrap_used, reason = "a bench that cannot make its store has nothing to measure")]

use std::path::PathBuf;
use std::sync::LazyLock;

use divan::Bencher;
use vidpennan::i18n::Lang;
use vidpennan::minutes::compose::compose;
use vidpennan::ops::{self, CapturePlace, Caught};
use vidpennan::store::work::{self, Filter, WorkClass};
use vidpennan::store::{self, entry::EntryScope};

mod generate;

const SIZES: [usize; 2] = [10_000, 100_000];

static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().unwrap());

fn main() {
    divan::main();
}

/// The store of this size, made once.
fn made(size: usize) -> PathBuf {
    let path = FOLDER.path().join(format!("{size}.db"));
    if !path.exists() {
        generate::fill(&path, size);
    }
    path
}

/// Enter at the pen: one commit with log and index, on disk.
#[divan::bench(args = [0, 100_000])]
fn capture(bencher: Bencher<'_, '_>, size: usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("capture.db");
    let mut store = if size == 0 { generate::open(&path) } else { generate::fill(&path, size) };
    let meeting = generate::meeting(&mut store, chrono::NaiveDate::default());
    let section = store::section::list(&store, meeting).unwrap()[0].id;
    let mut nth = 0;
    bencher.bench_local(|| {
        nth += 1;
        let at = CapturePlace { meeting, section, table: Some(3), round: None };
        ops::capture(&mut store, at, Caught { text: generate::line(nth), ..Caught::default() }).unwrap()
    });
}

/// Opening the file and reading what the live screen shows first.
#[divan::bench(args = SIZES)]
fn open_and_read_the_first_screen(bencher: Bencher<'_, '_>, size: usize) {
    let path = made(size);
    bencher.bench_local(|| {
        let store = generate::open(&path);
        let meeting = store::meeting::current(&store, chrono::NaiveDate::MAX).unwrap().unwrap();
        let sections = store::section::counted(&store, meeting.id).unwrap();
        let place = EntryScope { section: sections[0].section.id, table: None };
        let total = store::entry::count(&store, place).unwrap();
        store::entry::window(&store, place, total.saturating_sub(60), 60, total).unwrap()
    });
}

/// The first stretch of everything that is to be followed up.
#[divan::bench(args = SIZES)]
fn list_work(bencher: Bencher<'_, '_>, size: usize) {
    let store = generate::open(&made(size));
    let filter = Filter { class: WorkClass::Owed, open: Some(true), ..Filter::default() };
    bencher
        .bench_local(|| (work::count(&store, &filter).unwrap(), work::list(&store, &filter, 0, 60).unwrap()));
}

/// The newest fifty lines that hold a word, the beginning of one, or a part of one.
#[divan::bench(args = ["upphandling", "å", "kvalitet", "ing", "kvalitet förvalt", "finnsinte"])]
fn search_100_000(bencher: Bencher<'_, '_>, query: &str) {
    let store = generate::open(&made(100_000));
    bencher.bench_local(|| store::search::find(&store, query, 50).unwrap());
}

/// A part of a word that is nowhere, in a store where every line holds a word of its own.
#[divan::bench(args = [100_000, 1_000_000], sample_count = 20)]
fn search_for_what_is_nowhere(bencher: Bencher<'_, '_>, size: usize) {
    let store = generate::open(&made(size));
    bencher.bench_local(|| store::search::find(&store, "finnsinte", 50).unwrap());
}

/// The tables, derived cells, numbers and the index made anew from the log.
#[divan::bench(args = SIZES, sample_count = 3)]
fn rebuild(bencher: Bencher<'_, '_>, size: usize) {
    let mut store = generate::open(&made(size));
    bencher.bench_local(|| store.rebuild().unwrap());
}

/// Reading ten thousand entries in as one operation.
#[divan::bench(sample_count = 5)]
fn import_10_000(bencher: Bencher<'_, '_>) {
    let minutes = {
        let folder = tempfile::tempdir().unwrap();
        let mut store = generate::open(&folder.path().join("from.db"));
        let meeting = generate::meeting(&mut store, chrono::NaiveDate::default());
        let section = store::section::list(&store, meeting).unwrap()[0].id;
        let lines = (0..10_000).map(|at| Caught { text: generate::line(at), ..Caught::default() }).collect();
        ops::capture_many(&mut store, CapturePlace { meeting, section, table: None, round: None }, lines)
            .unwrap();
        compose(&store, meeting, Lang::Sv.words()).unwrap()
    };
    bencher
        .with_inputs(|| {
            let folder = tempfile::tempdir().unwrap();
            let store = generate::open(&folder.path().join("into.db"));
            (store, folder)
        })
        .bench_local_values(|(mut store, folder)| {
            ops::import_minutes(&mut store, &minutes, None).unwrap();
            (store, folder)
        });
}
