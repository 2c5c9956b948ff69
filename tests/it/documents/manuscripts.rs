//! Reports as text to edit: whatever a report says comes back with the same words in the same shape, and what people
//! change is understood.

use proptest::prelude::*;
use vidpennan::i18n::Lang;
use vidpennan::report::document::{
    Block, Document, Fact, List, ListItem, ListMarkers, Paragraph, Run, Style, Table, TableColumn,
};
use vidpennan::report::manuscript::{gaps, read, text};

fn items(list: &mut List, with: &impl Fn(&mut Paragraph)) {
    for item in &mut list.items {
        item.paragraphs.iter_mut().for_each(with);
        item.under.iter_mut().for_each(|list| items(list, with));
    }
}

/// The same document with words that are set alike in one run.
fn plain(mut document: Document) -> Document {
    let paragraph = |paragraph: &mut Paragraph| {
        let mut runs: Vec<Run> = Vec::new();
        for run in paragraph.runs.drain(..).filter(|run| !run.text.is_empty()) {
            match runs.last_mut().filter(|last| last.strong == run.strong) {
                Some(last) => last.text.push_str(&run.text),
                None => runs.push(run),
            }
        }
        paragraph.runs = runs;
    };
    for block in &mut document.blocks {
        match block {
            Block::Heading { .. } => {}
            Block::Paragraph(of) => paragraph(of),
            Block::List(list) => items(list, &paragraph),
            Block::Table(table) => table.rows.iter_mut().flatten().flatten().for_each(paragraph),
        }
    }
    document
}

pub(crate) fn comes_back(document: &Document) {
    let edited = text(document);
    let (found, meant) = (plain(read(&edited, document)), plain(document.clone()));
    assert_eq!(found, meant, "{edited}");
}

fn words() -> impl Strategy<Value = String> {
    "[-#>/_*\\\\•0-9.:()\\[\\]a-zåö ]{1,24}"
        .prop_map(|words| words.trim().to_owned())
        .prop_filter("words", |words| !words.is_empty())
}

fn paragraph() -> impl Strategy<Value = Paragraph> {
    let styles = [Style::Body, Style::Body, Style::Details, Style::Response, Style::Quote, Style::Signature];
    (proptest::sample::select(styles.to_vec()), words(), words(), any::<bool>()).prop_map(
        |(style, first, second, strong)| {
            let label = Run::strong("Återkoppling 3 mars 2026 (på gång):");
            let runs = match style {
                Style::Response => {
                    vec![label, Run::plain(format!(" {first} ")), Run { text: second, strong }]
                }
                _ => vec![Run { text: format!("{first} "), strong }, Run::plain(second)],
            };
            Paragraph { style, runs }
        },
    )
}

fn list() -> impl Strategy<Value = List> {
    let markers = || prop_oneof![Just(ListMarkers::Bullets), (1..120_u32).prop_map(ListMarkers::Numbers)];
    let leaf = proptest::collection::vec(paragraph(), 1..4)
        .prop_map(|paragraphs| ListItem { paragraphs, under: Vec::new() });
    let list = move |items| (markers(), items).prop_map(|(markers, items)| List { markers, items });
    let inner = list(proptest::collection::vec(leaf, 1..4).boxed());
    let item = (proptest::collection::vec(paragraph(), 1..3), proptest::option::of(inner));
    let item =
        item.prop_map(|(paragraphs, under)| ListItem { paragraphs, under: under.into_iter().collect() });
    let markers = prop_oneof![Just(ListMarkers::Bullets), (1..120_u32).prop_map(ListMarkers::Numbers)];
    (markers, proptest::collection::vec(item, 1..4)).prop_map(|(markers, items)| List { markers, items })
}

fn table() -> impl Strategy<Value = Table> {
    let columns = ["Vad", "Klart senast", "Status"];
    let columns: Vec<TableColumn> =
        columns.iter().map(|title| TableColumn { title: (*title).to_owned(), share: 10 }).collect();
    let cell = |words: Option<String>| -> Vec<Paragraph> {
        words.map(|words| Paragraph::plain(Style::Body, words)).into_iter().collect()
    };
    let row = (words(), proptest::option::of(words()), proptest::option::of(words()));
    let row = row.prop_map(move |(what, due, status)| vec![cell(Some(what)), cell(due), cell(status)]);
    proptest::collection::vec(row, 1..4).prop_map(move |rows| Table {
        summary: "Åtgärder".to_owned(),
        columns: columns.clone(),
        rows,
    })
}

fn document() -> impl Strategy<Value = Document> {
    let part = prop_oneof![
        paragraph().prop_map(Block::Paragraph),
        list().prop_map(Block::List),
        table().prop_map(Block::Table),
    ];
    (words(), words(), proptest::collection::vec((words(), part), 0..5)).prop_map(|(title, value, parts)| {
        let fact = |label: &str, value: &str| Fact { label: label.to_owned(), value: value.to_owned() };
        let blocks = parts.into_iter().enumerate().flat_map(|(at, (heading, block))| {
            // Each under a heading of its own: a table is known by the heading above it.
            [Block::Heading { level: 1, text: format!("{at} {heading}") }, block]
        });
        Document {
            title: title.split_whitespace().collect::<Vec<_>>().join(" "),
            facts: vec![fact("Datum", &value), fact("För vem?", &format!("{value}\nalla"))],
            blocks: blocks.collect(),
            ..Document::default()
        }
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(document in document()) {
        let mut document = document;
        for block in &mut document.blocks {
            if let Block::Heading { text, .. } = block {
                *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            }
        }
        comes_back(&document);
    }

    #[test]
    fn any_text_is_read_and_none_of_its_words_is_lost(lines in proptest::collection::vec("[-#>/_:•0-9.()a-zåö \\t]{0,20}", 0..20)) {
        let edited = lines.join("\n");
        let document = read(&edited, &Document { title: "Titel".to_owned(), ..Document::default() });
        let said = text(&document);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        let title = said.split_once('\n').map_or("", |(title, _)| title);
        let said = if title == "# Titel" { said.replacen("# Titel", "", 1) } else { said.clone() };
        prop_assert_eq!(letters(&said), letters(&edited));
    }
}

#[test]
fn what_follows_a_list_in_an_item_stays_after_it() {
    for edited in ["1. ett\n  - två\n > tre", "- ett\n   - två\n      - tre\n\n  fyra\n- fem"] {
        let words = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        let document = read(edited, &Document::default());
        assert_eq!(words(&text(&document)), words(edited));
    }
}

#[test]
fn what_commonmark_would_change_comes_back() {
    let runs = vec![
        Run::strong("Beslut: "),
        Run::plain("ja &amp; nej, a_b_c, `kod`, <b>, [länk](x) och "),
        Run::strong(" (bilaga)"),
    ];
    let mut document = Document { title: "Rapport".to_owned(), ..Document::default() };
    document.blocks = vec![Block::Paragraph(Paragraph { style: Style::Body, runs }), Block::body("[1]: not")];
    comes_back(&document);
}

#[test]
fn people_may_write_as_they_are_used_to() {
    let base = Document {
        title: "Redovisning".to_owned(),
        facts: vec![Fact { label: "Datum".to_owned(), value: "2026-03-04".to_owned() }],
        ..Document::default()
    };
    let edited = "\n# Ny titel\n\nDatum: 2026-03-05\n\nFörst det här.\nSedan det här.\n* ett\n• två\n  under\n   \
                  - tre\n\n2. fyra\n## Rubrik\n#### Djupare\n> Så sa hon.\nÅterkoppling: Det **går**.\n";
    let document = read(edited, &base);
    assert_eq!(document.title, "Ny titel");
    assert_eq!(document.facts[0].value, "2026-03-05");
    let said: Vec<String> = document
        .blocks
        .iter()
        .map(|block| match block {
            Block::Heading { level, text } => format!("{level} {text}"),
            Block::Paragraph(paragraph) => format!("{:?} {}", paragraph.style, paragraph.text()),
            Block::List(list) => format!("{:?} {}", list.markers, list.items.len()),
            Block::Table(_) => String::new(),
        })
        .collect();
    let expected = [
        "Body Först det här.\nSedan det här.",
        "Bullets 2",
        "Numbers(2) 1",
        "1 Rubrik",
        "2 Djupare",
        "Quote Så sa hon.",
        "Response Återkoppling: Det går.",
    ];
    assert_eq!(said, expected);
    let Block::List(list) = &document.blocks[1] else { panic!("{:?}", document.blocks[1]) };
    assert_eq!(list.items[1].paragraphs.len(), 2);
    assert_eq!(list.items[1].under[0].items[0].paragraphs[0].text(), "tre");
}

#[test]
fn a_title_or_a_fact_that_was_taken_away_stays_away_or_is_as_before() {
    let fact = |label: &str, value: &str| Fact { label: label.to_owned(), value: value.to_owned() };
    let base = Document {
        title: "Redovisning".to_owned(),
        facts: vec![fact("Datum", "2026-03-04"), fact("Diarienummer", "[diarienummer]")],
        lang: Lang::Sv,
        ..Document::default()
    };
    assert_eq!(gaps(&base), 1);
    let document = read("# Redovisning\nDatum: 2026-03-04\nDiarienummer:\n\nText", &base);
    assert_eq!((document.facts.len(), gaps(&document)), (1, 0));
    assert_eq!(read("Bara text", &base).title, "Redovisning");
}
