//! The handbook says what is there: every key, line and word that it prints strong is one of the program's, and both
//! languages say the same. It is read in the program, printed, and written to files.

use std::collections::BTreeSet;

use vidpennan::cli::command::{NAME, build};
use vidpennan::i18n::vocabulary::pen::COMMANDS;
use vidpennan::i18n::{Lang, Words};
use vidpennan::model::SectionKind;
use vidpennan::pen::{self, Context, Meaning};
use vidpennan::report::document::{Block, Document, List, Run};
use vidpennan::report::handbook;
use vidpennan::ui::bindings;
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{now, start, start_at};
use crate::support::laptop::{Laptop, assert_says};
use crate::support::swedish::said;

/// What is strong in it, from top to bottom.
fn strong(document: &Document) -> Vec<String> {
    fn of_list(list: &List, found: &mut Vec<Run>) {
        for item in &list.items {
            found.extend(item.paragraphs.iter().flat_map(|paragraph| paragraph.runs.clone()));
            item.under.iter().for_each(|list| of_list(list, found));
        }
    }
    let mut runs = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => runs.extend(paragraph.runs.clone()),
            Block::List(list) => of_list(list, &mut runs),
            Block::Heading { .. } | Block::Table(_) => {}
        }
    }
    runs.into_iter().filter(|run| run.strong).map(|run| run.text.trim().to_owned()).collect()
}

/// The keys of the program as they are written.
fn keys(words: &Words) -> BTreeSet<String> {
    bindings::all().flat_map(|row| row.keys.iter().map(|key| key.show(words))).collect()
}

/// Whether the pen understands this line, and every part of it.
fn is_line(line: &str) -> bool {
    let names = ["Amina Bergqvist".to_owned(), "Jonas Ekdahl".to_owned()];
    let context = Context {
        today: now().today(),
        written: now().today(),
        section: SectionKind::Notes,
        answering: None,
        names: &names,
        bodies: &[],
        nameless: false,
        tags: &[],
        headings: &[],
        latest: None,
        challenges: "U-1",
    };
    // A token alone is a part of some line.
    let line = if line.starts_with(['@', '<', '#']) && !line.starts_with("# ") {
        format!("Rad {line}")
    } else {
        line.to_owned()
    };
    match pen::parse(&line, &context) {
        Ok(Meaning::Entry(entry)) => entry.remarks.is_empty() && !entry.text.contains(['@', '<', '#']),
        Ok(Meaning::Nothing) | Err(_) => false,
        Ok(_) => true,
    }
}

fn is_command_line(line: &str, words: &'static Words) -> bool {
    let tree = build(words);
    let error = tree.try_get_matches_from(line.split_whitespace()).err();
    error.is_none_or(|error| !error.use_stderr())
}

/// What of the strong words is none of the program's.
fn unknown(lang: Lang) -> Vec<String> {
    let words = lang.words();
    let keys = keys(words);
    let said = &said()[usize::from(lang == Lang::En)];
    let is_known = |text: &String| {
        if text.starts_with(NAME) {
            return is_command_line(text, words);
        }
        let begins = |mark: &str| text.starts_with(mark) && text.len() > mark.len();
        let is_line = (["! ", "> ", ">> ", "= ", "? ", "\" ", "§ ", "+ ", "# ", "@", "<", "#", "s/"].iter())
            .any(|mark| begins(mark))
            && is_line(text);
        let is_command = text.strip_prefix('/').is_some_and(|typed| {
            COMMANDS.iter().any(|(_, names)| names.iter().any(|name| typed.starts_with(name)))
        });
        keys.contains(text) || is_line || is_command || said.iter().any(|said| said.contains(text.as_str()))
    };
    let example = ["fet", "bold", "?", "@"];
    let strong = strong(&handbook::document(lang)).into_iter();
    strong.filter(|text| !example.contains(&text.as_str()) && !is_known(text)).collect()
}

#[test]
fn every_key_line_and_word_that_the_handbook_names_exists() {
    assert_eq!(unknown(Lang::Sv), [""; 0]);
    assert_eq!(unknown(Lang::En), [""; 0]);
    assert!(!keys(Lang::Sv.words()).contains("Ctrl+J") && !is_line("! Ring <vår") && !is_line("/bordd 3"));
    assert!(!is_command_line("vidpennan handbok --nonsense", Lang::Sv.words()));
}

#[test]
fn both_languages_of_the_handbook_say_the_same() {
    let [sv, en] = [Lang::Sv, Lang::En].map(handbook::document);
    let shape = |document: &Document| -> Vec<String> {
        let of = |block: &Block| match block {
            Block::Heading { level, .. } => format!("heading {level}"),
            Block::Paragraph(_) => "paragraph".to_owned(),
            Block::List(list) => format!("list of {}", list.items.len()),
            Block::Table(_) => "table".to_owned(),
        };
        document.blocks.iter().map(of).collect()
    };
    assert_eq!(shape(&sv), shape(&en));
    assert_eq!(strong(&sv).len(), strong(&en).len());
    let chords = |document: &Document| -> Vec<String> {
        strong(document)
            .into_iter()
            .filter(|text| text.starts_with("Ctrl+") || text.starts_with("Alt+"))
            .collect()
    };
    assert_eq!(chords(&sv), chords(&en));
}

#[test]
fn the_handbook_is_read_in_the_program_from_heading_to_heading() {
    let mut app = start_at(Place::Tab(Tab::RoundTable));
    app.keys("<c-p>handbok<enter>").shows("Handbok till vid pennan").shows("Det viktigaste");
    app.keys("<tab><tab><tab><tab>");
    assert_eq!(app.line_of("Förbered mötet"), 3, "{}", app.screen());
    app.keys("<s-tab>").shows("Öppna en terminal");
    app.keys("<enter>fel avsnitt<enter>");
    assert_eq!(app.line_of("Jag hamnade i fel avsnitt"), 3, "{}", app.screen());
    app.keys("<end>").shows("Program: det långa arbete").keys("<home>").shows("Handbok till vid pennan");
    app.keys("<esc>").shows("Enter spara");
}

#[test]
fn the_handbook_follows_the_language() {
    let mut app = start();
    app.keys("<c-p>handbok<enter><c-p>språk<enter>").shows("Handbook of vid pennan");
    app.size(40, 12).shows("Handbook of vid pennan").size(120, 40).shows("Before the day");
}

#[test]
fn the_handbook_is_printed_and_written_in_every_format() {
    let laptop = Laptop::new();
    let printed = laptop.run(&["handbok"]).done();
    assert_says(&printed, &["Handbok till vid pennan", "Skriv en rad och tryck Enter", "När något går fel"]);
    assert!(printed.lines().all(|line| line.chars().count() <= 80), "it is read in a terminal");
    assert!(!printed.contains("**"));
    let english = laptop.run(&["--lang", "en", "handbook", "-o", "-"]).done();
    assert_says(&english, &["Handbook of vid pennan", "When something goes wrong"]);
    let files = laptop.run(&["handbok", "-f", "html,pdf,docx,md,txt", "-o", "bok"]).done();
    assert_eq!(files.lines().collect::<Vec<_>>(), ["bok.html", "bok.pdf", "bok.docx", "bok.md", "bok.txt"]);
    assert_says(&laptop.read("bok.html"), &["<h1>Handbok till vid pennan</h1>", "<strong>Ctrl+Z</strong>"]);
    assert_says(&laptop.read("bok.md"), &["# Handbok till vid pennan", "**Ctrl+Z**"]);
    assert!(std::fs::read(laptop.path("bok.pdf")).unwrap().starts_with(b"%PDF"));
    assert!(std::fs::read(laptop.path("bok.docx")).unwrap().starts_with(b"PK"));
    laptop.run(&["handbok", "-o", "en.pdf"]).done();
    assert!(std::fs::read(laptop.path("en.pdf")).unwrap().starts_with(b"%PDF"), "the ending says the format");
    assert_says(&laptop.run(&["handbok", "-o", "en.pdf"]).failed(1), &["en.pdf"]);
    laptop.run(&["handbok", "-o", "en.pdf", "--force"]).done();
    assert_says(&laptop.run(&["handbok", "-o", "bok.xlsx"]).failed(2), &["inte som xlsx", "txt, md, html"]);
    assert!(!laptop.path("vidpennan.db").exists(), "no store is made for it");
}

#[test]
fn the_handbook_takes_six_to_ten_pages() {
    let laptop = Laptop::new();
    for lang in ["sv", "en"] {
        laptop.run(&["--lang", lang, "handbook", "-o", "book.pdf", "--force"]).done();
        let bytes = std::fs::read(laptop.path("book.pdf")).unwrap();
        let pages = pages_of(&bytes);
        assert!((6..=10).contains(&pages), "{pages} pages in {lang}");
    }
}

/// How many pages a PDF file has.
fn pages_of(bytes: &[u8]) -> usize {
    lopdf::Document::load_mem(bytes).unwrap().get_pages().len()
}
