//! Documents as Word files: that they hold together, hold every word, and look as a careful secretary would set them.

mod parts;
mod template;

use proptest::prelude::*;
use vidpennan::export::{self, Format, With};
use vidpennan::i18n::{Lang, Words};
use vidpennan::minutes::Minutes;
use vidpennan::minutes::interchange;
use vidpennan::minutes::read::ReadOptions;
use vidpennan::report::document::{
    Block, Document, Fact, List, ListItem, ListMarkers, Paragraph, Run, Style, Table, TableColumn,
};
use vidpennan::report::{Choices, Publication};
use vidpennan::text::safe::is_hidden;

use self::parts::{Parts, assert_sound, seen, text, unpack, values};
use crate::support::arbitrary;
use crate::support::material;

const MEETING: &str = include_str!("../../fixtures/export/meeting.json");
const INJECTIONS: &str = include_str!("../../fixtures/stress/s11_styrkoder_och_injektion.txt");

fn words() -> &'static Words {
    Lang::Sv.words()
}

fn meeting() -> Minutes {
    interchange::read(MEETING.as_bytes()).unwrap()
}

/// The document as the bytes of a Word file.
fn write(document: &Document, with: &With) -> Vec<u8> {
    let publication = Publication { document: document.clone(), ..Publication::default() };
    let mut parts = export::render(Format::from_code("docx").unwrap(), &publication, with).unwrap();
    assert_eq!(parts.len(), 1);
    parts.remove(0).bytes
}

fn written(document: &Document) -> Parts {
    let parts = unpack(&write(document, &With::new(words())));
    assert_sound(&parts);
    parts
}

fn of(minutes: &Minutes) -> Document {
    Publication::of(minutes, words()).document
}

/// Every text of a document, from top to bottom.
fn texts(document: &Document) -> Vec<String> {
    fn of_list(list: &List, texts: &mut Vec<String>) {
        for item in &list.items {
            texts.extend(item.paragraphs.iter().map(Paragraph::text));
            item.under.iter().for_each(|list| of_list(list, texts));
        }
    }
    let mut texts: Vec<String> = document.genre.iter().cloned().collect();
    texts.push(document.title.clone());
    texts.extend(document.facts.iter().flat_map(|fact| [fact.label.clone(), fact.value.clone()]));
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } => texts.push(text.clone()),
            Block::Paragraph(paragraph) => texts.push(paragraph.text()),
            Block::List(list) => of_list(list, &mut texts),
            Block::Table(table) => {
                texts.extend(table.columns.iter().map(|column| column.title.clone()));
                texts.extend(table.rows.iter().flatten().flatten().map(Paragraph::text));
            }
        }
    }
    texts
}

fn assert_every_word(document: &Document, parts: &Parts) {
    let seen = seen(text(parts, "word/document.xml"));
    let mut rest = seen.as_str();
    for text in texts(document) {
        for word in text.split(char::is_whitespace) {
            let word: String =
                word.chars().filter(|&c| !is_hidden(c) && !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect();
            let found = rest.split_once(&word);
            assert!(found.is_some(), "lost {word:?} of {text:?}");
            rest = found.map_or("", |(_, behind)| behind);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_minutes_are_a_sound_file_with_every_word(minutes in arbitrary::minutes()) {
        let document = of(&minutes);
        let parts = written(&document);
        assert_every_word(&document, &parts);
    }
}

#[test]
fn texts_that_have_harmed_programs_do_no_harm() {
    let mut minutes = meeting();
    let texts: Vec<&str> = INJECTIONS.lines().filter(|line| !line.is_empty()).collect();
    minutes.title = texts.concat();
    for (entry, text) in minutes.sections.iter_mut().flat_map(|s| &mut s.entries).zip(texts.iter().cycle()) {
        entry.text = (*text).to_owned();
    }
    let document = of(&minutes);
    let parts = written(&document);
    assert_every_word(&document, &parts);
    for (name, bytes) in &parts {
        let text = std::str::from_utf8(bytes).unwrap();
        assert_eq!(text.chars().find(|&c| is_hidden(c) && c != '\n'), None, "{name}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = of(&meeting());
    let with = With::new(words());
    assert_eq!(write(&document, &with), write(&document, &with));
}

/// The XML of the parts with a line for each element that matters, so that a difference can be read.
fn one_item_a_line(parts: &Parts) -> String {
    const LINES: &[&str] = &[
        "<w:p>",
        "<w:p ",
        "<w:tbl>",
        "</w:tbl>",
        "<w:tr>",
        "<w:style ",
        "<w:docDefaults>",
        "<w:lvl ",
        "<w:num ",
        "<w:abstractNum ",
        "<w:sectPr>",
        "<Override",
        "<Default",
        "<Relationship ",
        "<dc",
        "<cp:c",
    ];
    let mut lines = String::new();
    for name in parts.keys() {
        let mut xml = text(parts, name).to_owned();
        for start in LINES {
            xml = xml.replace(start, &format!("\n{start}"));
        }
        lines = lines + "=== " + name + "\n" + xml.trim_end() + "\n\n";
    }
    lines
}

#[test]
fn the_meeting_looks_as_it_did() {
    let lines = one_item_a_line(&written(&of(&material::cut(&meeting(), Choices::default()))));
    let path = format!("{}/tests/fixtures/export/meeting.golden.docx.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &lines).unwrap();
    }
    assert_eq!(lines, std::fs::read_to_string(&path).unwrap());
}

#[test]
fn it_says_what_it_is() {
    let parts = written(&of(&meeting()));
    let core = text(&parts, "docProps/core.xml");
    for said in [
        "<dc:title>Anteckningar från dialogcafé om Vallby torg</dc:title>",
        "<dc:language>sv-SE</dc:language>",
        "2026-03-05T00:00:00Z</dcterms:created>",
        "<cp:contentStatus>UTKAST</cp:contentStatus>",
    ] {
        assert!(core.contains(said), "{core}");
    }
    let styles = text(&parts, "word/styles.xml");
    assert_eq!(values(styles, "w:lang", "w:val"), ["sv-SE"]);
    let names = values(styles, "w:name", "w:val");
    for name in
        ["Title", "heading 1", "heading 5", "List Bullet", "List Number 2", "Återkoppling", "Table Grid"]
    {
        assert!(names.iter().any(|known| known == name), "{name}");
    }
    let english = unpack(&write(&of(&meeting()), &With::new(Lang::En.words())));
    assert!(values(text(&english, "word/styles.xml"), "w:name", "w:val").contains(&"Response".to_owned()));
    assert!(text(&parts, "word/settings.xml").contains("<w:autoHyphenation/>"));
}

#[test]
fn a_draft_is_marked_on_every_page_and_a_finished_publication_is_not() {
    let mut document = of(&meeting());
    let heads = |document: &Document| {
        let parts = written(document);
        let main = text(&parts, "word/document.xml");
        assert_eq!(values(main, "w:headerReference", "w:type"), ["default", "first"]);
        assert_eq!(values(main, "w:footerReference", "w:type"), ["default", "first"]);
        for foot in ["word/footer.xml", "word/footer2.xml"] {
            assert_eq!(seen(text(&parts, foot)).trim(), "Sida 1 av 1");
            assert_eq!(values(text(&parts, foot), "w:fldSimple", "w:instr"), ["PAGE", "NUMPAGES"]);
        }
        ["word/header.xml", "word/header2.xml"].map(|head| seen(text(&parts, head)).contains("UTKAST"))
    };
    assert_eq!(heads(&document), [true, true]);
    document.mark = None;
    assert_eq!(heads(&document), [false, false]);
}

#[test]
fn facts_are_a_table_that_says_what_it_is() {
    let document = of(&meeting());
    let parts = written(&document);
    let main = text(&parts, "word/document.xml");
    assert_eq!(values(main, "w:tblCaption", "w:val"), ["Om mötet"]);
    assert_eq!(values(main, "w:tblDescription", "w:val").len(), 1);
    assert_eq!(values(main, "w:tblLook", "w:firstColumn"), ["1"]);
    assert_eq!(main.matches("<w:tr>").count(), document.facts.len());
}

fn body(text: &str) -> Paragraph {
    Paragraph::plain(Style::Body, text)
}

fn document(blocks: Vec<Block>) -> Document {
    Document { title: "Prov".to_owned(), blocks, ..Document::default() }
}

fn table(rows: usize) -> Table {
    let column = |title: &str, share| TableColumn { title: title.to_owned(), share };
    let row = |at: usize| vec![vec![body(&format!("Rad {at}"))], vec![], vec![body("a"), body("b\nc")]];
    Table {
        summary: "Vad som ska göras".to_owned(),
        columns: vec![column("Vad", 5), column("Ansvarig", 2), column("Klart", 1)],
        rows: (0..rows).map(row).collect(),
    }
}

#[test]
fn a_table_repeats_its_headers_and_fills_the_page() {
    let document = document(vec![Block::Table(table(3)), Block::Table(table(1))]);
    let parts = written(&document);
    assert_every_word(&document, &parts);
    let main = text(&parts, "word/document.xml");
    assert_eq!(main.matches("<w:tblHeader/>").count(), 2);
    assert_eq!(main.matches("<w:cantSplit/>").count(), 6);
    assert_eq!(values(main, "w:tblCaption", "w:val")[0], "Vad som ska göras");
    assert_eq!(values(main, "w:tblDescription", "w:val")[0], "Kolumner: Vad, Ansvarig, Klart.");
    let widths: Vec<u32> =
        values(main, "w:gridCol", "w:w").iter().map(|width| width.parse().unwrap()).collect();
    assert_eq!(widths.iter().sum::<u32>(), 2 * 9070);
    assert!(widths[0] > widths[1] && widths[1] > widths[2]);
    assert!(
        !main.contains("</w:tbl><w:tbl>") && !main.contains("</w:tbl><w:sectPr>"),
        "tables that grow together"
    );
    assert!(!main.contains("</w:tcPr></w:tc>"), "an empty cell holds a paragraph");
}

#[test]
fn every_list_with_numbers_begins_where_it_should() {
    let item = |text: &str, under: Vec<List>| ListItem { paragraphs: vec![body(text)], under };
    let numbers = |first, items| List { markers: ListMarkers::Numbers(first), items };
    let inner = numbers(1, vec![item("i", vec![])]);
    let blocks = vec![
        Block::List(numbers(1, vec![item("a", vec![inner.clone()]), item("b", vec![inner])])),
        Block::body("Mellan"),
        Block::List(numbers(7, vec![item("c", vec![])])),
    ];
    let parts = written(&document(blocks));
    let used = values(text(&parts, "word/document.xml"), "w:numId", "w:val");
    assert_eq!(used, ["3", "4", "3", "5", "6"]);
    assert_eq!(values(text(&parts, "word/document.xml"), "w:ilvl", "w:val"), ["0", "1", "0", "1", "0"]);
    let begins = values(text(&parts, "word/numbering.xml"), "w:startOverride", "w:val");
    assert_eq!(begins, ["1", "1", "1", "7"]);
}

#[test]
fn an_answer_stays_with_what_it_answers_in_green_and_by_its_label() {
    let answer =
        Paragraph { style: Style::Response, runs: vec![Run::strong("Återkoppling:"), Run::plain(" Ja")] };
    let deep = (0..12).fold(Vec::new(), |under, at| {
        let item = ListItem { paragraphs: vec![body(&format!("nivå {at}")), answer.clone()], under };
        vec![List { markers: ListMarkers::Bullets, items: vec![item] }]
    });
    let document = document(deep.into_iter().map(Block::List).collect());
    let parts = written(&document);
    assert_every_word(&document, &parts);
    let main = text(&parts, "word/document.xml");
    assert!(main.contains(r#"<w:pStyle w:val="ListBullet"/><w:keepNext/>"#));
    assert!(main.contains(r#"<w:pStyle w:val="Response"/><w:ind w:left="652"/>"#), "{main}");
    assert!(main.contains(
        r#"<w:rStyle w:val="Strong"/><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">Återkoppling:"#
    ));
    assert!(text(&parts, "word/styles.xml").contains(r#"<w:color w:val="1B6E3C"/>"#));
}

#[test]
fn a_letter_with_all_there_is_holds_together() {
    let styles = [Style::Body, Style::Details, Style::Response, Style::Quote, Style::Signature];
    let mut blocks: Vec<Block> = styles
        .iter()
        .map(|style| Block::Paragraph(Paragraph::plain(*style, "Rad ett\nrad\u{AD}två 😀")))
        .collect();
    blocks.extend((0..7).map(|level| Block::Heading { level, text: format!("Rubrik {level}") }));
    blocks.push(Block::Table(table(2)));
    let document = Document {
        genre: Some("Tjänsteskrivelse".to_owned()),
        author: Some("Eva & Bo".to_owned()),
        facts: vec![Fact { label: String::new(), value: "x\ny".to_owned() }],
        ..self::document(blocks)
    };
    let parts = written(&document);
    assert_every_word(&document, &parts);
    let main = text(&parts, "word/document.xml");
    assert!(main.contains("<w:softHyphen/>") && main.contains("<w:br/>"));
    assert!(text(&parts, "docProps/core.xml").contains("<dc:creator>Eva &amp; Bo</dc:creator>"));
}

#[test]
fn a_file_that_went_out_can_be_read_in_again() {
    let text = include_bytes!("../../fixtures/minutes/001_e73191a1bb23a1f9.txt");
    let today = chrono::NaiveDate::from_ymd_opt(2018, 12, 6).unwrap();
    let options = ReadOptions { day: None, today, words: words() };
    let minutes = vidpennan::import::minutes_from_text(text, &options).unwrap();
    let read = vidpennan::import::docx::read(&write(&of(&minutes), &With::new(words())), &options).unwrap();
    let entries = |minutes: &Minutes| {
        let all = minutes.sections.iter().flat_map(|section| &section.entries);
        all.map(|entry| {
            (
                entry.text.clone(),
                entry.kind,
                entry.responses.iter().map(|response| response.text.clone()).collect::<Vec<_>>(),
            )
        })
        .collect::<Vec<_>>()
    };
    assert_eq!(entries(&read), entries(&minutes));
    assert_eq!((read.title, read.date), (minutes.title, minutes.date));
}
