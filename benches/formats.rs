//! What a format costs: real minutes of 4 pages, and the same fifty times over, in every format of the table. A new
//! format is one function here. Run with `cargo bench --bench formats`.
#![expect(clippy::unwrap_used, reason = "a bench that cannot make its paper has nothing to measure")]

use chrono::NaiveDate;
use divan::Bencher;
use vidpennan::export::{self, Format, With};
use vidpennan::i18n::{Lang, Words};
use vidpennan::import::minutes_from_text;
use vidpennan::minutes::read::Options;
use vidpennan::report::Paper;

/// How many pages of A4 the paper fills, about.
const PAGES: [usize; 2] = [4, 200];
/// Minutes of four pages.
const MINUTES: &[u8] = include_bytes!("../tests/fixtures/minutes/001_e73191a1bb23a1f9.txt");

fn main() {
    divan::main();
}

fn words() -> &'static Words {
    Lang::Sv.words()
}

/// A paper of so many pages.
fn paper(pages: usize) -> Paper {
    let today = NaiveDate::from_ymd_opt(2018, 12, 6).unwrap();
    let mut minutes = minutes_from_text(MINUTES, &Options { today, words: words() }).unwrap();
    minutes.sections = std::iter::repeat_n(minutes.sections, pages / 4).flatten().collect();
    Paper::of(&minutes, words())
}

/// Writes the paper over and over in the format of this code.
fn write(bencher: Bencher<'_, '_>, code: &str, pages: usize) {
    let (format, paper, with) = (Format::from_code(code).unwrap(), paper(pages), With::new(words()));
    bencher.bench_local(|| export::render(format, &paper, &with).unwrap());
}

#[divan::bench(args = PAGES)]
fn docx(bencher: Bencher<'_, '_>, pages: usize) {
    write(bencher, "docx", pages);
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
