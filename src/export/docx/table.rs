//! Tables: the facts of a document, and tables with a header row. Each has an alternative text, and short rows are not
//! split between pages.

use super::body::{Body, Formatting};
use super::role::StyleRole;
use super::xml::XmlWriter;
use crate::report::document::{Document, Paragraph, Style, Table};

/// The narrowest column, in twentieths of a point: a date or a status on one line.
const NARROWEST: u32 = 1_107;
/// The most characters of a row that is not split between pages: about a third of a page.
const LONGEST_WHOLE: usize = 1_500;

/// The style of a table and its alternative text.
struct TableFrame<'a> {
    role: StyleRole,
    caption: &'a str,
    description: &'a str,
    header_row: bool,
}

impl Body<'_> {
    /// The facts of the document: labels to the left, values to the right.
    pub(super) fn facts(&mut self, document: &Document) {
        let longest = document.facts.iter().map(|fact| fact.label.chars().count()).max().unwrap_or(0);
        let label = u32::try_from(longest).unwrap_or(u32::MAX).saturating_mul(125).saturating_add(340);
        let label = label.clamp(self.width / 5, self.width * 2 / 5);
        let widths = [label, self.width - label];
        let frame = TableFrame {
            role: StyleRole::Facts,
            caption: &document.about,
            description: self.words.docx.facts_shown,
            header_row: false,
        };
        self.framed(&frame, &widths, |body| {
            for fact in &document.facts {
                let [left, right] = widths;
                body.row(false, fact.value.chars().count(), |body| {
                    body.cell(left, |body| {
                        body.words(StyleRole::TableHeading, Formatting::default(), &fact.label);
                    });
                    body.cell(right, |body| {
                        body.words(StyleRole::TableText, Formatting::default(), &fact.value);
                    });
                });
            }
        });
    }

    /// A table with a header row, which is repeated on every page that the table reaches.
    pub(super) fn table(&mut self, table: &Table) {
        let shares: Vec<u16> = table.columns.iter().map(|column| column.share).collect();
        let widths = widths(&shares, self.width);
        let titles: Vec<&str> = table.columns.iter().map(|column| column.title.as_str()).collect();
        let description = (self.words.docx.columns)(&titles);
        let frame = TableFrame {
            role: StyleRole::Grid,
            caption: &table.summary,
            description: &description,
            header_row: true,
        };
        self.framed(&frame, &widths, |body| {
            body.row(true, 0, |body| {
                for (title, width) in titles.iter().zip(&widths) {
                    let heading = Formatting { keep_next: true, ..Formatting::default() };
                    body.cell(*width, |body| body.words(StyleRole::TableHeading, heading, title));
                }
            });
            for row in &table.rows {
                let length = row.iter().flatten().map(length).sum();
                body.row(false, length, |body| {
                    for (cell, width) in row.iter().zip(&widths) {
                        body.cell(*width, |body| body.paragraphs(cell));
                    }
                });
            }
        });
    }

    fn framed(&mut self, frame: &TableFrame, widths: &[u32], rows: impl FnOnce(&mut Self)) {
        self.xml.raw("<w:tbl>");
        let (styles, width) = (self.styles, self.width.to_string());
        self.xml.element("w:tblPr", &[], |xml| {
            xml.value("w:tblStyle", styles.id(frame.role));
            xml.empty("w:tblW", &[("w:w", &width), ("w:type", "dxa")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            look(xml, frame.header_row);
            xml.value("w:tblCaption", frame.caption);
            xml.value("w:tblDescription", frame.description);
        });
        self.xml.element("w:tblGrid", &[], |xml| {
            for width in widths {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        rows(self);
        self.xml.raw("</w:tbl>");
    }

    fn row(&mut self, is_header: bool, length: usize, cells: impl FnOnce(&mut Self)) {
        self.xml.raw("<w:tr>");
        if is_header || length <= LONGEST_WHOLE {
            self.xml.element("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                if is_header {
                    xml.empty("w:tblHeader", &[]);
                }
            });
        }
        cells(self);
        self.xml.raw("</w:tr>");
    }

    fn cell(&mut self, width: u32, content: impl FnOnce(&mut Self)) {
        self.xml.raw("<w:tc>");
        self.xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        });
        content(self);
        self.xml.raw("</w:tc>");
    }

    /// The content of a cell; an empty cell must hold an empty paragraph.
    fn paragraphs(&mut self, paragraphs: &[Paragraph]) {
        if paragraphs.is_empty() {
            self.words(StyleRole::TableText, Formatting::default(), "");
        }
        for paragraph in paragraphs {
            if paragraph.style == Style::Body {
                self.runs(StyleRole::TableText, Formatting::default(), &paragraph.runs);
            } else {
                self.paragraph(paragraph, Formatting::default());
            }
        }
    }
}

/// Which rows and columns are headers: the first column in each table, the first row where there is one.
fn look(xml: &mut XmlWriter, header_row: bool) {
    let (code, first_row) = if header_row { ("06A0", "1") } else { ("0680", "0") };
    xml.empty(
        "w:tblLook",
        &[
            ("w:val", code),
            ("w:firstRow", first_row),
            ("w:lastRow", "0"),
            ("w:firstColumn", "1"),
            ("w:lastColumn", "0"),
            ("w:noHBand", "1"),
            ("w:noVBand", "1"),
        ],
    );
}

fn length(paragraph: &Paragraph) -> usize {
    paragraph.runs.iter().map(|run| run.text.chars().count()).sum()
}

/// The widths of columns by their shares; together they are as wide as the text. What the narrowest columns lack for a
/// word or a date is taken from the widest.
fn widths(shares: &[u16], width: u32) -> Vec<u32> {
    let columns = u32::try_from(shares.len()).unwrap_or(u32::MAX).max(1);
    let narrowest = NARROWEST.min(width / columns);
    let sum = shares.iter().map(|&share| u64::from(share.max(1))).sum::<u64>().max(1);
    let part =
        |share: u16| u32::try_from(u64::from(width) * u64::from(share.max(1)) / sum).unwrap_or(narrowest);
    let mut widths: Vec<u32> = shares.iter().map(|&share| part(share).max(narrowest)).collect();
    let taken: u32 = widths.iter().sum();
    for _ in 0..columns {
        let over = widths.iter().sum::<u32>().saturating_sub(width);
        if let Some(widest) = widths.iter_mut().max() {
            *widest -= over.min(*widest - narrowest);
        }
    }
    if let Some(widest) = widths.iter_mut().max() {
        *widest += width.saturating_sub(taken);
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_width_and_none_is_too_narrow() {
        assert_eq!(widths(&[5, 2, 2, 1], 9_070), [4_335, 1_814, 1_814, 1_107]);
        assert_eq!(widths(&[1], 9_070), [9_070]);
        for shares in [&[60_000, 1, 1][..], &[1; 12], &[0, 0], &[9, 9, 9, 1, 1, 1]] {
            let widths = widths(shares, 9_070);
            assert_eq!(widths.iter().sum::<u32>(), 9_070, "{widths:?}");
            assert!(widths.iter().all(|&width| width >= 755), "{widths:?}");
        }
        assert!(widths(&[], 9_070).is_empty());
    }
}
