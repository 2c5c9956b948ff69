//! Which piece of a preview shows a part of a publication.

use super::piece;
use crate::report::document::{Block, Document, List};
use crate::report::privacy::PublicationPart;
use crate::report::{Calendar, Publication};

/// The index of the piece that shows a part, among the pieces of the view that shows such parts; `None` for what no
/// view shows.
pub fn position(publication: &Publication, part: PublicationPart) -> Option<usize> {
    let Publication { document, sheets, calendar, .. } = publication;
    match part {
        PublicationPart::Title => Some(in_document(document, 0, 0) - 1),
        PublicationPart::Fact(fact) => Some(in_document(document, fact + 1, 0) - 1),
        PublicationPart::Block { block, paragraph } => {
            let before = in_document(document, document.facts.len(), block);
            // An empty row is before it.
            Some(before + 1 + in_block(document.blocks.get(block)?, paragraph))
        }
        PublicationPart::Cell { sheet, row, .. } => {
            let before = piece::sheets(sheets.get(..sheet)?).len();
            // An empty row between sheets, then the name, an empty row and the titles.
            Some(before + usize::from(sheet > 0) + 3 + row)
        }
        PublicationPart::Event(event) => {
            let events = calendar.events.get(..event)?.to_vec();
            Some(piece::calendar(&Calendar { events, ..calendar.clone() }).len() + 1)
        }
        PublicationPart::Author | PublicationPart::Data => None,
    }
}

/// How many pieces a document has up to so many of its facts and blocks.
fn in_document(document: &Document, facts: usize, blocks: usize) -> usize {
    let begun = Document {
        mark: document.mark.clone(),
        genre: document.genre.clone(),
        facts: document.facts.iter().take(facts).cloned().collect(),
        blocks: document.blocks.iter().take(blocks).cloned().collect(),
        ..Document::default()
    };
    piece::document(&begun).len()
}

/// The index of the piece with a paragraph among those of a block.
fn in_block(block: &Block, paragraph: usize) -> usize {
    match block {
        Block::Heading { .. } | Block::Paragraph(_) => 0,
        Block::List(list) => in_list(list, paragraph).unwrap_or_else(|pieces| pieces),
        Block::Table(table) => {
            let mut seen = table.columns.len();
            let ends = table.rows.iter().map(|row| {
                seen += row.iter().map(Vec::len).sum::<usize>();
                seen
            });
            if paragraph < table.columns.len() {
                0
            } else {
                1 + ends.take_while(|end| *end <= paragraph).count()
            }
        }
    }
}

/// The index of the piece with a paragraph among those of a list.
///
/// # Errors
/// How many pieces the list has, where it has fewer paragraphs.
fn in_list(list: &List, paragraph: usize) -> Result<usize, usize> {
    let (mut pieces, mut seen) = (0, 0);
    for item in &list.items {
        let own = item.paragraphs.len();
        if paragraph < seen + own {
            return Ok(pieces + paragraph - seen);
        }
        seen += own;
        // An item without words has a piece all the same.
        pieces += own.max(1);
        for under in &item.under {
            match in_list(under, paragraph - seen) {
                Ok(at) => return Ok(pieces + at),
                Err(all) => pieces += all,
            }
            seen += paragraphs(under);
        }
    }
    Err(pieces)
}

fn paragraphs(list: &List) -> usize {
    let of_item = |item: &crate::report::document::ListItem| {
        item.paragraphs.len() + item.under.iter().map(paragraphs).sum::<usize>()
    };
    list.items.iter().map(of_item).sum()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::report::calendar::CalendarEvent;
    use crate::report::document::{Fact, ListItem, ListMarkers, Paragraph, Style, Table, TableColumn};
    use crate::report::sheet::{Cell, Sheet, SheetColumn};

    /// A text that is nowhere else.
    fn said(text: &str) -> Paragraph {
        Paragraph::plain(Style::Body, text)
    }

    fn item(texts: &[&str], under: Vec<List>) -> ListItem {
        ListItem { paragraphs: texts.iter().map(|text| said(text)).collect(), under }
    }

    fn bullets(items: Vec<ListItem>) -> List {
        List { markers: ListMarkers::Bullets, items }
    }

    fn event((title, place, about): (&str, &str, &str)) -> CalendarEvent {
        let changed = DateTime::UNIX_EPOCH.naive_utc();
        CalendarEvent {
            uid: title.to_owned(),
            sequence: 0,
            changed,
            date: changed.date(),
            time: None,
            title: title.to_owned(),
            about: about.to_owned(),
            place: place.to_owned(),
            is_cancelled: false,
            reminds: false,
        }
    }

    fn publication() -> Publication {
        let fact = |label: &str, value: &str| Fact { label: label.to_owned(), value: value.to_owned() };
        let column = |title: &str| TableColumn { title: title.to_owned(), share: 1 };
        let inner = bullets(vec![item(&["b0p2"], vec![]), item(&[], vec![]), item(&["b0p3"], vec![])]);
        let document = Document {
            genre: Some("Genre".to_owned()),
            title: "Title".to_owned(),
            mark: Some("Draft".to_owned()),
            facts: vec![fact("Short", "f0"), fact(&"long ".repeat(9), "f1"), fact("Also", "f2")],
            blocks: vec![
                Block::List(bullets(vec![item(&["b0p0", "b0p1"], vec![inner]), item(&["b0p4"], vec![])])),
                Block::Heading { level: 1, text: "b1p0".to_owned() },
                Block::Table(Table {
                    columns: vec![column("b2p0"), column("b2p1")],
                    rows: vec![
                        vec![vec![said("b2p2"), said("b2p3")], Vec::new()],
                        vec![vec![said("b2p4")], vec![said("b2p5")]],
                    ],
                    ..Table::default()
                }),
                Block::Paragraph(said("b3p0")),
            ],
            ..Document::default()
        };
        let sheet = |name: &str| Sheet {
            name: name.to_owned(),
            columns: vec![SheetColumn { title: "Column".to_owned(), width: 9 }],
            rows: (0..2).map(|row| vec![Cell::text(format!("{name}r{row}"))]).collect(),
        };
        let events = [("e0", "place", "about"), ("e1", "", ""), ("e2", "place", "")].map(event).to_vec();
        let calendar = Calendar { name: "Calendar".to_owned(), events };
        Publication { document, sheets: vec![sheet("s0"), sheet("s1")], calendar, ..Publication::default() }
    }

    #[test]
    fn every_part_is_found_in_its_piece() {
        let publication = publication();
        let document = piece::document(&publication.document);
        let shows = |pieces: &[piece::ViewPiece], part, text: &str| {
            let words =
                position(&publication, part).and_then(|at| pieces.get(at)).map(piece::ViewPiece::words);
            assert!(words.as_ref().is_some_and(|words| words.contains(text)), "{text} in {words:?}");
        };
        shows(&document, PublicationPart::Title, "Title");
        for fact in 0..3 {
            shows(&document, PublicationPart::Fact(fact), &format!("f{fact}"));
        }
        for (block, paragraphs) in [5, 1, 6, 1].into_iter().enumerate() {
            for paragraph in 0..paragraphs {
                let part = PublicationPart::Block { block, paragraph };
                shows(&document, part, &format!("b{block}p{paragraph}"));
            }
        }
        let sheets = piece::sheets(&publication.sheets);
        for (sheet, row) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            shows(&sheets, PublicationPart::Cell { sheet, row, column: 0 }, &format!("s{sheet}r{row}"));
        }
        let calendar = piece::calendar(&publication.calendar);
        for event in 0..3 {
            shows(&calendar, PublicationPart::Event(event), &format!("e{event}"));
        }
    }
}
