//! What a format costs: real minutes of 4 pages, and the same fifty times over, in every format of the table. A new
//! format is one function here. Run with `cargo bench --bench formats`.
#![expect(clippy::unwrap_used, reason = "a bench that cannot make its publication has nothing to measure")]

use chrono::NaiveDate;
use divan::Bencher;
use vidpennan::clock::Clock;
use vidpennan::export::{self, Format, With};
use vidpennan::i18n::{Lang, Words};
use vidpennan::import::minutes_from_text;
use vidpennan::minutes::read::ReadOptions;
use vidpennan::ops;
use vidpennan::report::{Choices, KnownPeople, Publication, Report, ReportScope, gather};
use vidpennan::store::{self, Store};

/// About how many pages of A4 the publication fills.
const PAGES: [usize; 2] = [4, 200];
/// Minutes of four pages.
const MINUTES: &[u8] = include_bytes!("../tests/fixtures/minutes/001_e73191a1bb23a1f9.txt");

fn main() {
    divan::main();
}

fn words() -> &'static Words {
    Lang::Sv.words()
}

/// A publication with so many pages.
fn publication(pages: usize) -> Publication {
    let today = NaiveDate::from_ymd_opt(2018, 12, 6).unwrap();
    let mut minutes = minutes_from_text(MINUTES, &ReadOptions { day: None, today, words: words() }).unwrap();
    minutes.sections = std::iter::repeat_n(minutes.sections, pages / 4).flatten().collect();
    Publication::of(&minutes, words())
}

/// The same with everything that the store knows of it: sheets and days.
fn publication_of_work(pages: usize) -> Publication {
    let noon = NaiveDate::from_ymd_opt(2018, 12, 6).unwrap().and_hms_opt(12, 0, 0).unwrap();
    let mut store =
        Store::in_memory(store::Options { clock: Clock::Fixed(noon), scribe: None, replicas: None }).unwrap();
    let minutes = publication(pages).minutes.unwrap();
    let meeting = ops::import_minutes(&mut store, &minutes, None).unwrap().value;
    let material = gather(&store, meeting, ReportScope::Meeting, words(), noon.date()).unwrap();
    let cut = Choices::ALL.cut(&material, &KnownPeople::of(&material));
    Report::Minutes.write(&cut, words())
}

/// Writes the publication over and over in the format of this code.
fn write(bencher: Bencher<'_, '_>, code: &str, pages: usize) {
    write_publication(bencher, code, &publication(pages));
}

fn write_publication(bencher: Bencher<'_, '_>, code: &str, publication: &Publication) {
    let (format, with) = (Format::from_code(code).unwrap(), With::new(words()));
    bencher.bench_local(|| export::render(format, publication, &with).unwrap());
}

#[divan::bench(args = PAGES)]
fn docx(bencher: Bencher<'_, '_>, pages: usize) {
    write(bencher, "docx", pages);
}

#[divan::bench(args = PAGES)]
fn pdf(bencher: Bencher<'_, '_>, pages: usize) {
    write(bencher, "pdf", pages);
}

#[divan::bench(args = PAGES)]
fn html(bencher: Bencher<'_, '_>, pages: usize) {
    write(bencher, "html", pages);
}

#[divan::bench(args = PAGES)]
fn md(bencher: Bencher<'_, '_>, pages: usize) {
    write(bencher, "md", pages);
}

#[divan::bench(args = PAGES)]
fn txt(bencher: Bencher<'_, '_>, pages: usize) {
    write(bencher, "txt", pages);
}

#[divan::bench(args = PAGES)]
fn json(bencher: Bencher<'_, '_>, pages: usize) {
    write(bencher, "json", pages);
}

#[divan::bench(args = PAGES)]
fn xlsx(bencher: Bencher<'_, '_>, pages: usize) {
    write_publication(bencher, "xlsx", &publication_of_work(pages));
}

#[divan::bench(args = PAGES)]
fn csv(bencher: Bencher<'_, '_>, pages: usize) {
    write_publication(bencher, "csv", &publication_of_work(pages));
}

#[divan::bench(args = PAGES)]
fn ics(bencher: Bencher<'_, '_>, pages: usize) {
    write_publication(bencher, "ics", &publication_of_work(pages));
}
