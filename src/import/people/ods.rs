//! The cells of an `OpenDocument` sheet. A cell that is declared to be repeated a million times is read once.

use super::{ListSheet, SheetsRead};
use crate::import::package::Unfit;
use crate::import::xml::{XmlEvent, XmlReader};

/// The sheets with something in them.
pub(super) fn sheets(text: &str) -> Result<Vec<ListSheet>, Unfit> {
    let mut read = SheetsRead::default();
    let mut name = String::new();
    let (mut row, mut column) = (0_u32, 0_u32);
    let (mut high, mut wide) = (1_u32, 1_u32);
    let mut cell: Option<String> = None;
    let mut paragraphs = 0;
    let mut xml = XmlReader::new(text);
    loop {
        match xml.step()? {
            XmlEvent::Open(tag) => match tag.name() {
                "table" => {
                    row = 0;
                    name = tag.attribute("name").unwrap_or_default();
                }
                "table-row" => {
                    high = tag.number("number-rows-repeated").unwrap_or(1);
                    column = 0;
                }
                "table-cell" | "covered-table-cell" => {
                    wide = tag.number("number-columns-repeated").unwrap_or(1);
                    cell = Some(String::new());
                }
                "annotation" => xml.skip()?,
                "p" => {
                    paragraphs += 1;
                    cell.iter_mut().filter(|cell| !cell.is_empty()).for_each(|cell| cell.push(' '));
                }
                "s" | "tab" | "line-break" => cell.iter_mut().for_each(|cell| cell.push(' ')),
                _ => {}
            },
            XmlEvent::Close(name) => match name.as_str() {
                "table-cell" | "covered-table-cell" => {
                    if let Some(text) = cell.take().filter(|text| !text.trim().is_empty()) {
                        read.put(row, column, text)?;
                    }
                    column = column.saturating_add(wide);
                }
                "table-row" => row = row.saturating_add(high),
                "p" => paragraphs -= 1,
                "table" => read.end(&name),
                _ => {}
            },
            XmlEvent::Text(text) if paragraphs > 0 => cell.iter_mut().for_each(|cell| cell.push_str(&text)),
            XmlEvent::Text(_) => {}
            XmlEvent::End => {
                read.end(&name);
                return Ok(read.sheets);
            }
        }
    }
}
