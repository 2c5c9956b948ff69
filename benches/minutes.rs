//! What a publication costs: reading minutes as text, and writing them in every format.
//! Run with `cargo bench --bench minutes`.
#![expect(clippy::unwrap_used, reason = "a bench that cannot make its minutes has nothing to measure")]

use chrono::NaiveDate;
use divan::Bencher;
use vidpennan::export::{html, md, txt};
use vidpennan::i18n::{Lang, Words};
use vidpennan::minutes::read::{self, ReadOptions};
use vidpennan::minutes::{Minutes, interchange};
use vidpennan::report::Publication;

const SIZES: [usize; 2] = [1_000, 10_000];

/// What is said, over and over: notes, questions with answers, promises, dates that are none.
const SAID: &[&str] = &[
    "Vi behöver prata mer om hur unga får plats i rummet",
    "Hur når vi dem som inte redan är här? (Vi ställer frågan till fritidsgårdarna i maj)",
    "Okunskap på förvaltningen om vad livskvalitet är. (Stödpaket på gång)",
    "Eva Lång tar med sig frågan om transporter till kollektivtrafikmyndigheten",
    "Budgeten för 2019 är 120 tkr, och den räcker till halva året",
    "Ansvarig: Bo, klart senast v. 12",
];

fn main() {
    divan::main();
}

fn words() -> &'static Words {
    Lang::Sv.words()
}

/// Minutes of so many lines, with a heading for every hundred.
fn text(lines: usize) -> String {
    let head =
        "Anteckningar från rundabordssamtal 5 december 2018\n\nPlats: Folkets hus\nNärvarande: Bo, Eva\n";
    let body = (0..lines).map(|nth| {
        let heading = match nth % 100 {
            0 if nth % 200 == 0 => "\nUtmaningar:\n\n",
            0 => "\nReflektioner:\n\n",
            _ => "",
        };
        format!("{heading}- {} {nth}\n", SAID[nth % SAID.len()])
    });
    std::iter::once(head.to_owned()).chain(body).collect()
}

fn read_text(text: &str) -> Minutes {
    read::read(
        text,
        &ReadOptions { day: None, today: NaiveDate::from_ymd_opt(2026, 3, 5).unwrap(), words: words() },
    )
}

#[divan::bench(args = SIZES)]
fn read(bencher: Bencher<'_, '_>, lines: usize) {
    let text = text(lines);
    bencher.bench_local(|| read_text(&text));
}

#[divan::bench(args = SIZES)]
fn write_txt(bencher: Bencher<'_, '_>, lines: usize) {
    let minutes = read_text(&text(lines));
    bencher.bench_local(|| txt::write(&minutes, words()));
}

#[divan::bench(args = SIZES)]
fn write_md(bencher: Bencher<'_, '_>, lines: usize) {
    let minutes = read_text(&text(lines));
    bencher.bench_local(|| md::write(&minutes, words()));
}

#[divan::bench(args = SIZES)]
fn write_html(bencher: Bencher<'_, '_>, lines: usize) {
    let minutes = read_text(&text(lines));
    bencher.bench_local(|| html::write(&Publication::of(&minutes, words()).document));
}

#[divan::bench(args = SIZES)]
fn write_json(bencher: Bencher<'_, '_>, lines: usize) {
    let minutes = read_text(&text(lines));
    bencher.bench_local(|| interchange::write(&minutes));
}
