//! Sheets as CSV that a Swedish Excel opens correctly: semicolons between cells, a byte order mark, CR LF (RFC 4180).
//! One file for each sheet. No cell can be interpreted as a formula.

use ::csv::{Terminator, WriterBuilder};

use super::xlsx::limits::sheet_names;
use super::{NotWritten, RenderedFile};
use crate::report::Sheet;
use crate::report::sheet::Cell;
use crate::text::safe;

/// The byte order mark, by which Excel recognises UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Renders a file for each sheet, labelled with the name that it would have in a workbook, which is unique.
///
/// # Errors
/// Where the CSV writer fails, for which it has no reason in memory.
pub fn write(sheets: &[Sheet]) -> Result<Vec<RenderedFile>, NotWritten> {
    let names = sheet_names(sheets.iter().map(|sheet| sheet.name.as_str()));
    let part = |(sheet, name): (&Sheet, String)| {
        Ok(RenderedFile { label: Some(name.to_lowercase()), bytes: table(sheet)? })
    };
    sheets.iter().zip(names).map(part).collect()
}

fn table(sheet: &Sheet) -> Result<Vec<u8>, NotWritten> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    let titles = sheet.columns.iter().map(|column| guarded(&column.title));
    let refused = |said: String| NotWritten::Refused { format: "csv", said };
    writer.write_record(titles).map_err(|error| refused(error.to_string()))?;
    for row in &sheet.rows {
        writer.write_record(row.iter().map(cell)).map_err(|error| refused(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| refused(error.to_string()))
}

/// Numbers and dates are not escaped, so that they can be calculated with and sorted.
fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => guarded(text),
        Cell::Number(number) => number.to_string(),
        Cell::Date(day) => day.to_string(),
    }
}

/// Text that no spreadsheet interprets as a formula (OWASP, "CSV Injection"): an apostrophe is put before a character
/// that begins one, including after spaces and in its full-width form. Tabs and carriage returns were removed before.
fn guarded(text: &str) -> String {
    let text = safe::lines(text);
    let first = text.trim_start().chars().next();
    let begins_formula = matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'));
    if begins_formula { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_a_formula() {
        for text in ["=1+1", "+46 70", "-2", "@SUM(A1)", "\t=1", "\r\n=1", "  =1", "＝1"] {
            assert!(guarded(text).starts_with('\''), "{text}");
        }
        assert_eq!(guarded("– en tankstreck"), "– en tankstreck");
    }
}
