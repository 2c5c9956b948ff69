//! PDF: that every file holds to PDF/UA-1 and PDF/A-2a, that a screen reader reads every word in
//! order, and that the same document is the same bytes.

use chrono::NaiveDate;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use proptest::prelude::*;
use vidpennan::export::pdf;
use vidpennan::i18n::Lang;
use vidpennan::minutes::Minutes;
use vidpennan::minutes::interchange;
use vidpennan::minutes::read::ReadOptions;
use vidpennan::report::document::{
    Block, Document, Fact, List, ListItem, ListMarkers, Paragraph, Run, Style, Table, TableColumn,
};
use vidpennan::report::{Choices, Publication};
use vidpennan::text::safe::is_hidden;

use self::reader::Pdf;
use crate::support::arbitrary;
use crate::support::material;

pub(crate) mod reader;

const MEETING: &str = include_str!("../../fixtures/export/meeting.json");
const INJECTIONS: &str = include_str!("../../fixtures/stress/s11_styrkoder_och_injektion.txt");

fn meeting() -> Document {
    document(&interchange::read(MEETING.as_bytes()).unwrap())
}

fn seed() -> Document {
    let text = include_bytes!("../../fixtures/minutes/001_e73191a1bb23a1f9.txt");
    let today = NaiveDate::from_ymd_opt(2018, 12, 6).unwrap();
    let options = ReadOptions { day: None, today, words: Lang::Sv.words() };
    document(&vidpennan::import::minutes_from_text(text, &options).unwrap())
}

fn document(minutes: &Minutes) -> Document {
    Publication::of(&material::cut(minutes, Choices::default()), Lang::Sv.words()).document
}

fn write(document: &Document) -> Vec<u8> {
    pdf::write(document, document.lang.words()).unwrap()
}

#[track_caller]
fn assert_conforms(bytes: &[u8]) {
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        let report = validate_pdf_bytes(bytes, &ValidationOptions::default().profile(profile)).unwrap();
        assert!(report.is_compliant, "{report}");
    }
}

/// Every word of a document in reading order, as someone would hear it.
fn words(document: &Document) -> Vec<String> {
    let mut texts = Vec::from_iter(document.mark.clone());
    texts.extend(document.genre.clone());
    texts.push(document.title.clone());
    for fact in &document.facts {
        texts.extend([fact.label.clone(), fact.value.clone()]);
    }
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } => texts.push(text.clone()),
            Block::Paragraph(paragraph) => texts.push(paragraph.text()),
            Block::List(list) => list_words(list, &mut texts),
            Block::Table(table) => {
                texts.extend(table.columns.iter().map(|column| column.title.clone()));
                texts.extend(table.rows.iter().flatten().flatten().map(Paragraph::text));
            }
        }
    }
    texts.iter().flat_map(|text| said(text)).collect()
}

fn list_words(list: &List, texts: &mut Vec<String>) {
    for item in &list.items {
        texts.extend(item.paragraphs.iter().map(Paragraph::text));
        item.under.iter().for_each(|list| list_words(list, texts));
    }
}

/// The words of a text without invisible characters. A character without a meaning is shown by its number and separates
/// words.
fn said(text: &str) -> Vec<String> {
    let seen = |c: &char| !(is_hidden(*c) || is_formless(*c));
    text.split(|c: char| c.is_whitespace() || is_meaningless(c))
        .map(|word| word.chars().filter(seen).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether a character has no form of its own.
fn is_formless(c: char) -> bool {
    matches!(u32::from(c), 0xAD | 0x34F | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F
        | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFFA0 | 0xFFF0..=0xFFFB | 0xE0000..=0xE0FFF)
}

/// Whether a character means something only to the program that wrote it.
fn is_meaningless(c: char) -> bool {
    matches!(u32::from(c), 0xE000..=0xF8FF | 0xFDD0..=0xFDEF | 0xF0000..) || u32::from(c) & 0xFFFE == 0xFFFE
}

#[track_caller]
fn assert_says_every_word(bytes: &[u8], document: &Document) {
    let heard = Pdf::read(bytes).tags().words();
    // A word that a line divides has a soft hyphen in it, and no space.
    let heard: String = said(&heard).concat();
    let mut rest = heard.as_str();
    for word in words(document) {
        let found = rest.split_once(&word);
        assert!(found.is_some(), "lost {word:?} in {:?}", rest.chars().take(80).collect::<String>());
        rest = found.map_or("", |(_, behind)| behind);
    }
}

fn paragraph(style: Style, label: &str, text: &str) -> Paragraph {
    Paragraph { style, runs: vec![Run::strong(label), Run::plain(text)] }
}

fn item(text: &str, under: Vec<List>) -> ListItem {
    ListItem { paragraphs: vec![Paragraph::plain(Style::Body, text)], under }
}

/// A document of everything that a page is hard on.
fn hard() -> Document {
    let injections = INJECTIONS.lines().filter(|line| !line.is_empty());
    let long = "ordförrådsövningsuppgift".repeat(30);
    let deep = (0..30).fold(Vec::new(), |under, at| {
        vec![List { markers: ListMarkers::Bullets, items: vec![item(&format!("djup {at}"), under)] }]
    });
    let cell = |text: &str| vec![Paragraph::plain(Style::Body, text)];
    let mut blocks = vec![
        Block::Heading { level: 3, text: "\u{202e}Rubrik 👩‍👩‍👧 på fel nivå".into() },
        Block::Heading { level: 1, text: "\u{0}\u{7}".into() },
        Block::body(
            "👍🏽 🇸🇪 ☀️ ✓ ☐ → 日本語 e\u{301} a\u{30a} ½ № שלום עולם مرحبا ሰላም สวัสดี Я Ω ﬁ \u{f0b7} \u{ffff} z\u{489}",
        ),
        Block::body(&long),
        Block::body(format!("https://exempel.se/{long}?a=b&c={long}")),
        Block::body(""),
        Block::body(" \n\n \u{ad}\u{200b}"),
        Block::List(List {
            markers: ListMarkers::Numbers(98),
            items: vec![item("ett", deep), ListItem::default(), item("", vec![])],
        }),
        Block::Table(Table {
            summary: "Åtgärder".into(),
            columns: vec![
                TableColumn { title: "Nr".into(), share: 1 },
                TableColumn { title: String::new(), share: 4 },
                TableColumn { title: "Återkoppling".into(), share: 3 },
            ],
            rows: vec![
                vec![cell("Å-1"), cell(&long), vec![paragraph(Style::Response, "Återkoppling:", " På gång")]],
                vec![
                    cell("Å-2"),
                    vec![],
                    vec![
                        paragraph(Style::Body, "", &"mycket text ".repeat(900)),
                        paragraph(Style::Details, "Ansvarig:", " Disa"),
                    ],
                ],
                vec![cell(""), cell("日本"), cell("")],
            ],
        }),
        Block::Table(Table::default()),
        Block::Paragraph(paragraph(Style::Quote, "", "”Torget är vårt vardagsrum”")),
        Block::Paragraph(paragraph(Style::Signature, "Disa Norén", "\nsamtalsledare")),
    ];
    blocks.extend(injections.map(Block::body));
    Document {
        title: format!("Svår \u{1b}[31m{long}"),
        genre: Some("Prov".into()),
        author: Some("\u{0}".into()),
        mark: Some("UTKAST".into()),
        about: "Om \u{7}provet".into(),
        facts: vec![
            Fact { label: String::new(), value: "utan etikett".into() },
            Fact { label: "Bara etikett".into(), value: String::new() },
            Fact { label: long.clone(), value: format!("två\nrader {long}") },
            Fact { label: " ".into(), value: "\u{0}".into() },
        ],
        blocks,
        ..Document::default()
    }
}

/// About 200 pages.
fn long() -> Document {
    let mut document = seed();
    let blocks = document.blocks.clone();
    (0..62).for_each(|_| document.blocks.extend(blocks.clone()));
    document
}

#[test]
fn real_minutes_conform_and_say_every_word() {
    for document in [meeting(), seed()] {
        let bytes = write(&document);
        assert_conforms(&bytes);
        assert_says_every_word(&bytes, &document);
    }
}

#[test]
fn what_pages_are_hard_on_conforms_and_says_every_word() {
    let document = hard();
    let bytes = write(&document);
    assert_conforms(&bytes);
    assert_says_every_word(&bytes, &document);
    let english = Document { lang: Lang::En, ..document };
    assert_conforms(&write(&english));
}

#[test]
fn text_without_spaces_and_lists_in_lists_are_written_like_any_other() {
    let deep = (0..255).fold(Vec::new(), |under, _| {
        vec![List { markers: ListMarkers::Bullets, items: vec![item("djupt", under)] }]
    });
    let [list] = <[List; 1]>::try_from(deep).unwrap();
    let blocks = vec![Block::body("a".repeat(40_000)), Block::body("日".repeat(2_000)), Block::List(list)];
    let document = Document { title: "Prov".into(), blocks, ..Document::default() };
    let bytes = write(&document);
    assert_says_every_word(&bytes, &document);
}

/// A string in a PDF/A has at most 32,767 bytes, and a letter may have any number of marks.
#[test]
fn letters_with_marks_without_end_are_written_like_any_others() {
    let marked = format!("a{}b", "\u{301}".repeat(40_000));
    let joined = vec!["😀"; 8_000].join("\u{200d}");
    let blocks = vec![Block::body(marked), Block::body(joined)];
    assert_conforms(&write(&Document { title: "Prov".into(), blocks, ..Document::default() }));
}

#[test]
fn a_document_with_nothing_in_it_is_a_page() {
    for document in [Document::default(), Document { title: "Tomt".into(), ..Document::default() }] {
        let bytes = write(&document);
        assert_conforms(&bytes);
        assert_eq!(Pdf::read(&bytes).artifacts.len(), 1);
    }
}

#[test]
fn two_hundred_pages_say_every_word() {
    let document = long();
    let bytes = write(&document);
    let pages = Pdf::read(&bytes).artifacts;
    assert!((180..260).contains(&pages.len()), "{} pages", pages.len());
    assert!(pages[6].contains(&format!("Sida 7 av {}", pages.len())), "{}", pages[6]);
    assert_says_every_word(&bytes, &document);
}

#[test]
fn streams_may_end_with_any_byte() {
    // The compressed data of one stream in 256 ends with CR, which the LF behind it must not swallow.
    let files = (0..600).map(|at| write(&Document { title: format!("Möte {at}"), ..Document::default() }));
    let ends_with_cr = |bytes: &Vec<u8>| bytes.windows(11).any(|bytes| bytes == b"\r\nendstream");
    let mut files = files.filter(ends_with_cr);
    assert_conforms(&files.next().expect("one of so many files has such a stream"));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert!(write(&hard()) == write(&hard()));
    assert!(write(&meeting()) != write(&seed()));
}

#[test]
fn properties_and_bookmarks_say_what_it_is() {
    let pdf = Pdf::read(&write(&meeting()));
    assert_eq!(pdf.property("Title"), "Anteckningar från dialogcafé om Vallby torg");
    assert_eq!(pdf.property("CreationDate"), "D:20260305120000Z");
    assert_eq!(pdf.catalog().get(b"Lang").unwrap().as_str().unwrap(), b"sv-SE");
    let bookmarks = pdf.bookmarks();
    assert_eq!(bookmarks[0], (0, "Anteckningar från dialogcafé om Vallby torg".to_owned()));
    assert_eq!(bookmarks[1], (1, "Tips på hur torget blir trevligare".to_owned()));
    assert_eq!(bookmarks.len(), 5);
}

#[test]
fn the_mark_of_a_draft_is_read_once_and_seen_on_every_page() {
    let draft = Document { mark: Some("UTKAST".into()), ..seed() };
    let pdf = Pdf::read(&write(&draft));
    assert_eq!(pdf.tags().words().matches("UTKAST").count(), 1);
    assert!(!pdf.artifacts[0].contains("UTKAST"));
    assert!(pdf.artifacts[1..].iter().all(|page| page.contains("UTKAST")) && pdf.artifacts.len() > 1);
    let finished = Pdf::read(&write(&Document { mark: None, ..draft }));
    assert!(!finished.artifacts.concat().contains("UTKAST"));
}

#[test]
fn a_table_goes_on_under_its_header_which_is_read_once() {
    let pdf = Pdf::read(&write(&hard()));
    let headers = |text: &str| text.matches("Återkoppling").count();
    let repeated = pdf.artifacts.iter().filter(|page| headers(page) > 0).count();
    assert!(repeated >= 2, "the tall row goes over several pages");
    let tags = pdf.tags();
    let columns: Vec<&str> = tags
        .all("TH")
        .iter()
        .filter(|th| th.scope.as_deref() == Some("Column"))
        .map(|th| th.text.as_str())
        .collect();
    assert_eq!(columns, ["Nr", "–", "Återkoppling"]);
    for row in tags.all("TBody").iter().flat_map(|body| &body.within) {
        assert_eq!(row.within.len(), 3);
        assert_eq!(row.within[0].scope.as_deref(), Some("Row"));
    }
}

#[test]
fn the_tags_of_a_meeting_are_as_they_were() {
    let seen = Pdf::read(&write(&meeting())).tags().outline();
    let path = format!("{}/tests/fixtures/export/meeting.golden.pdf.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &seen).unwrap();
    }
    assert_eq!(seen, std::fs::read_to_string(&path).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_minutes_conform_and_say_every_word(minutes in arbitrary::minutes()) {
        let document = Publication::of(&minutes, Lang::Sv.words()).document;
        let bytes = write(&document);
        assert_conforms(&bytes);
        assert_says_every_word(&bytes, &document);
    }
}
