//! Sheets as CSV that opens right in a Swedish Excel: semicolons between cells, a byte order mark, CR LF (RFC 4180). One
//! file for each sheet. No cell can be taken for a formula.

use ::csv::{Terminator, WriterBuilder};

use super::xlsx::fitting::sheet_names;
use super::{NotWritten, Part};
use crate::report::Sheet;
use crate::report::sheet::Cell;
use crate::text::safe;

/// What tells Excel that the file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A file for each sheet, labelled with its name as a workbook would have it, so that no two are alike.
///
/// # Errors
/// Where the writer refuses, which it has no reason to do in memory.
pub fn write(sheets: &[Sheet]) -> Result<Vec<Part>, NotWritten> {
    let names = sheet_names(sheets.iter().map(|sheet| sheet.name.as_str()));
    let part =
        |(sheet, name): (&Sheet, String)| Ok(Part { label: Some(name.to_lowercase()), bytes: table(sheet)? });
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

/// Numbers and days stay as they are, to calculate with and to sort by.
fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => guarded(text),
        Cell::Number(number) => number.to_string(),
        Cell::Date(day) => day.to_string(),
    }
}

/// Text that no spreadsheet takes for a formula (OWASP, "CSV Injection"): an apostrophe stands before a sign that begins
/// one, also behind spaces and in its full width. Of tab and carriage return nothing is left by then.
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
