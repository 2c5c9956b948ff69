//! What the search for names costs: 200 pages, 2,000 people in the register. Run with `cargo bench --bench names`.
#![expect(clippy::unwrap_used, reason = "a bench that cannot make its material has nothing to measure")]

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use vidpennan::clock::Clock;
use vidpennan::i18n::{Lang, Words};
use vidpennan::import::minutes_from_text;
use vidpennan::minutes::Section;
use vidpennan::minutes::read::ReadOptions;
use vidpennan::model::Names;
use vidpennan::ops;
use vidpennan::report::material::Registered;
use vidpennan::report::{Choices, KnownPeople, Material, Report, ReportScope, gather, privacy};
use vidpennan::store::{self, Store};

/// Minutes of four pages.
const MINUTES: &[u8] = include_bytes!("../tests/fixtures/minutes/001_e73191a1bb23a1f9.txt");
/// How often they are repeated: 200 pages.
const TIMES: usize = 50;
/// How many people are in the register.
const PEOPLE: usize = 2_000;

const GIVEN: [&str; 10] =
    ["Åsa", "Björn", "Anna-Karin", "Lars", "Fatima", "Samir", "Stig", "Eva", "Yusuf", "Linnéa"];
const FAMILY: [&str; 8] = ["berg", "lund", "ström", "qvist", "gren", "mark", "holm", "dahl"];
const BEGINNINGS: [&str; 25] = [
    "Al", "Ek", "Lind", "Björk", "Sand", "Ny", "Öst", "Väster", "Söder", "Nord", "Hav", "Sjö", "Fager",
    "Gran", "Ked", "Blom", "Ros", "Apel", "Hag", "Hall", "Kvarn", "Sten", "Alm", "Ask", "Lönn",
];

fn main() {
    divan::main();
}

fn words() -> &'static Words {
    Lang::Sv.words()
}

/// A meeting of 200 pages, and a register in which nobody is who is named at it.
fn material() -> Material {
    let noon = NaiveDate::from_ymd_opt(2018, 12, 6).unwrap().and_hms_opt(12, 0, 0).unwrap();
    let mut store =
        Store::in_memory(store::Options { clock: Clock::Fixed(noon), scribe: None, replicas: None }).unwrap();
    let options = ReadOptions { day: None, today: noon.date(), words: words() };
    let mut minutes = minutes_from_text(MINUTES, &options).unwrap();
    minutes.sections = repeated(&minutes.sections);
    let meeting = ops::import_minutes(&mut store, &minutes, None).unwrap().value;
    let mut material = gather(&store, meeting, ReportScope::Meeting, words(), noon.date()).unwrap();
    material.people.extend((0..PEOPLE).map(person));
    material
}

/// The sections many times over, in which no line is said twice: each ends as another one does.
fn repeated(sections: &[Section]) -> Vec<Section> {
    let lines: Vec<&str> =
        sections.iter().flat_map(|section| &section.entries).map(|entry| entry.text.as_str()).collect();
    let mut all = Vec::new();
    for time in 0..TIMES {
        let mut nth = time;
        for section in sections {
            let mut section = section.clone();
            for entry in &mut section.entries {
                let (beginning, _) = halved(&entry.text);
                let (_, end) = halved(lines[nth % lines.len()]);
                entry.text = format!("{beginning}{end}");
                nth += 1;
            }
            all.push(section);
        }
    }
    all
}

/// A line in two halves, between words.
fn halved(line: &str) -> (&str, &str) {
    let middle = line.char_indices().nth(line.chars().count() / 2).map_or(0, |(at, _)| at);
    let (beginning, _) = line.split_at(middle);
    line.split_at(beginning.rfind(' ').unwrap_or(0))
}

fn person(nth: usize) -> Registered {
    let family = FAMILY[nth / GIVEN.len() % FAMILY.len()];
    let beginning = BEGINNINGS[nth / GIVEN.len() / FAMILY.len() % BEGINNINGS.len()];
    Registered {
        name: format!("{} {beginning}{family}", GIVEN[nth % GIVEN.len()]),
        role: "Enhetschef".to_owned(),
        organisation: String::new(),
        email: String::new(),
        spelled: Vec::new(),
        identity: String::new(),
        since: uuid::Uuid::nil(),
    }
}

#[divan::bench]
fn know(bencher: Bencher<'_, '_>) {
    let material = material();
    bencher.bench_local(|| KnownPeople::of(black_box(&material)));
}

#[divan::bench]
fn find(bencher: Bencher<'_, '_>) {
    let material = material();
    let people = KnownPeople::of(&material);
    let entries =
        || material.meetings.iter().flat_map(|data| &data.minutes.sections).flat_map(|it| &it.entries);
    bencher.bench_local(|| entries().map(|entry| people.find(black_box(&entry.text)).len()).sum::<usize>());
}

#[divan::bench]
fn hide(bencher: Bencher<'_, '_>) {
    let material = material();
    let people = KnownPeople::of(&material);
    let choices = Choices { names: Names::Pseudonym, ..Choices::default() };
    bencher.bench_local(|| choices.cut(black_box(&material), &people));
}

#[divan::bench]
fn check(bencher: Bencher<'_, '_>) {
    let material = material();
    let people = KnownPeople::of(&material);
    let publication = Report::Minutes.write(&Choices::default().cut(&material, &people), words());
    bencher.bench_local(|| privacy::check(black_box(&publication), &people, None));
}
