//! The web page of a document with everything in it: what a browser and a screen reader need of its structure.

use vidpennan::export::html;
use vidpennan::report::Document;
use vidpennan::report::document::{
    Block, Fact, List, ListItem, ListMarkers, Paragraph, Run, Style, Table, TableColumn,
};

/// A document with every kind of block, style and mark.
pub(crate) fn everything() -> Document {
    let cell = |text: &str| vec![Paragraph::plain(Style::Body, text)];
    let table = |summary: &str| Table {
        summary: summary.to_owned(),
        columns: [("Vad", 6), ("Ansvarig", 2), ("Klart senast", 2), ("Status", 2)]
            .map(|(title, share)| TableColumn { title: title.to_owned(), share })
            .to_vec(),
        rows: vec![
            vec![
                cell("Å-1 Ta fram en skötselplan för torget, med budget"),
                cell("Malte Grahn"),
                cell("maj 2026"),
                cell("pågår"),
            ],
            vec![
                cell("Å-2 Boka Folkets hus"),
                Vec::new(),
                cell("11 juni 2026"),
                vec![
                    Paragraph::plain(Style::Body, "försenad"),
                    Paragraph::plain(Style::Details, "väntar på svar från fastighetsägaren"),
                ],
            ],
        ],
    };
    let item = |text: &str| ListItem { paragraphs: cell(text), under: Vec::new() };
    let response = Paragraph {
        style: Style::Response,
        runs: vec![
            Run::strong("Återkoppling (planerat, vecka 40 2026):"),
            Run::plain(" Ny belysning sätts upp"),
        ],
    };
    Document {
        genre: Some("Tjänsteskrivelse".to_owned()),
        title: "Återkoppling från dialogcafé om Vallby torg".to_owned(),
        author: Some("Vera Lundmark".to_owned()),
        mark: Some("UTKAST".to_owned()),
        about: "Om ärendet".to_owned(),
        facts: vec![
            Fact { label: "Dnr".to_owned(), value: "SBN-2026-0042".to_owned() },
            Fact { label: "För vem?".to_owned(), value: "Boende,\nhandlare & föreningar".to_owned() },
            Fact { label: String::new(), value: "En rad utan ledord".to_owned() },
            Fact { label: "Plats".to_owned(), value: "Folkets hus, Vallby".to_owned() },
        ],
        blocks: vec![
            Block::Heading { level: 1, text: "Sammanfattning".to_owned() },
            Block::body("Torget ska bli en plats där man vill stanna.\nNästa rad."),
            Block::Paragraph(Paragraph::plain(Style::Quote, "”Torget är vårt vardagsrum”")),
            Block::Heading { level: 2, text: "Förslag till beslut".to_owned() },
            Block::List(List {
                markers: ListMarkers::Numbers(3),
                items: vec![item("att godkänna planen"), item("att avsätta pengar")],
            }),
            Block::List(List {
                markers: ListMarkers::Bullets,
                items: vec![ListItem {
                    paragraphs: vec![Paragraph::plain(Style::Body, "Mörkt på kvällarna."), response],
                    under: vec![List { markers: ListMarkers::Bullets, items: vec![item("vid fontänen")] }],
                }],
            }),
            Block::Heading { level: 1, text: "Åtgärder".to_owned() },
            Block::Table(table("Åtgärder med ansvarig, datum och status")),
            Block::Heading { level: 2, text: "Andra åtgärder".to_owned() },
            Block::Table(table("Åtgärder med ansvarig, datum och status")),
            Block::Paragraph(Paragraph::plain(Style::Signature, "Vera Lundmark\nprocessledare")),
        ],
        ..Document::default()
    }
}

/// The part of the page that is seen.
fn structure(page: &str) -> String {
    page.split_once("<main>").unwrap().1.to_owned()
}

#[test]
fn words_set_alike_run_on_without_marks_between() {
    let page = html::write(&everything());
    let answer = "<p class=\"response\"><strong>Återkoppling (planerat, vecka 40 2026):</strong> Ny belysning sätts upp</p>";
    assert!(page.contains(answer), "{page}");
    assert!(!page.contains("<bdi>"), "nothing here is written from right to left");
}

#[test]
fn other_directions_keep_to_themselves() {
    let mut document = everything();
    document.title = "مرحبا".to_owned();
    document.blocks = vec![
        Block::body("שלום"),
        Block::Paragraph(Paragraph {
            style: Style::Response,
            runs: vec![Run::strong("Återkoppling:"), Run::plain(" مرحبا (2)")],
        }),
    ];
    let page = structure(&html::write(&document));
    assert!(
        page.contains("<h1 dir=\"auto\">مرحبا</h1>") && page.contains("<p dir=\"auto\">שלום</p>"),
        "{page}"
    );
    assert!(page.contains("<strong>Återkoppling:</strong><bdi> مرحبا (2)</bdi>"), "{page}");
}

#[test]
fn a_table_has_headers_a_name_and_a_way_in_for_the_keyboard() {
    let page = structure(&html::write(&everything()));
    assert_eq!(page.matches("<th scope=\"col\">").count(), 8);
    assert_eq!(page.matches("<th scope=\"row\">").count(), 4);
    assert_eq!(page.matches("tabindex=\"0\"").count(), 2);
    let named = |id: &str| {
        page.contains(&format!("aria-labelledby=\"{id}\"")) && page.contains(&format!("id=\"{id}\""))
    };
    assert!(named("table-7") && named("table-9"), "each table has a name of its own: {page}");
    assert!(page.contains("<col style=\"width: 50%\">"));
}

#[test]
fn lists_quotes_and_facts_are_what_they_look_like() {
    let page = structure(&html::write(&everything()));
    for needed in [
        "<ol start=\"3\"><li><p>att godkänna planen</p></li>",
        "<blockquote><p>”Torget är vårt vardagsrum”</p></blockquote>",
        "<p class=\"genre\">Tjänsteskrivelse</p><h1>",
        "<dd>Boende,<br>handlare &amp; föreningar</dd></div></dl><p class=\"fact\">En rad utan ledord</p><dl",
        "<ul><li><p>Mörkt på kvällarna.</p><p class=\"response\">",
        "<ul><li><p>vid fontänen</p></li></ul></li></ul>",
        "<p class=\"signature\">Vera Lundmark<br>processledare</p>",
    ] {
        assert!(page.contains(needed), "{needed} in {page}");
    }
    assert!(!page.contains("<dt></dt>"));
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    let page = html::write(&everything());
    let levels: Vec<u32> = page
        .split("<h")
        .filter_map(|piece| piece.chars().next().filter(|_| piece.chars().nth(1) == Some('>'))?.to_digit(10))
        .collect();
    assert_eq!(levels, [1, 2, 3, 2, 3]);
    assert_eq!(page.matches("<main>").count(), 1);
    assert!(page.contains("<title>UTKAST – Återkoppling från dialogcafé om Vallby torg</title>"));
    assert!(page.contains("data-mark=\"UTKAST\""), "the mark is on every printed page");
}

#[test]
fn the_page_looks_as_it_did() {
    crate::support::golden::assert_golden("everything.golden.html", html::write(&everything()).as_bytes());
}
