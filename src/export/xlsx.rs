//! Sheets as an Excel workbook: a frozen header row, filters, real dates, and pages set up for printing. Text stays
//! text, whatever it begins with.

use chrono::{Datelike, NaiveDate, NaiveTime};
use rust_xlsxwriter::{
    Color, DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{NotWritten, With};
use crate::i18n::Words;
use crate::report::sheet::{Cell, Sheet};
use crate::report::{Document, Publication};
use crate::text::safe;

pub mod limits;

/// A4 in Excel's list of paper sizes.
const A4: u8 = 9;
/// How many characters of a header cell its filter button covers.
const BUTTON: u16 = 3;
/// How much of a title or a draft mark is in the header of a page, in characters: Excel accepts 255 in all, and each of
/// its special characters is written twice.
const LONGEST_FOOT: usize = 100;

/// The sheets of the publication as a workbook. The same sheets produce the same bytes.
///
/// # Errors
/// Where there are more rows than a sheet can have in Excel.
pub fn write(publication: &Publication, with: &With<'_>) -> Result<Vec<u8>, NotWritten> {
    workbook(publication, with.words)
        .map_err(|error| NotWritten::Refused { format: "xlsx", said: error.to_string() })
}

fn workbook(publication: &Publication, words: &Words) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&publication.document));
    let names = limits::sheet_names(publication.sheets.iter().map(|sheet| sheet.name.as_str()));
    let looks = Looks::new();
    for (sheet, name) in publication.sheets.iter().zip(names) {
        let page = workbook.add_worksheet().set_name(name)?;
        set_page(page, sheet, &publication.document, words)?;
        fill(page, sheet, &looks, words)?;
    }
    workbook.save_to_buffer()
}

/// Title, author and language; and the date that the publication is about, instead of the clock's.
fn properties(document: &Document) -> DocProperties {
    let day = document
        .date
        .filter(|&day| is_excel_day(day))
        .unwrap_or(NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default());
    DocProperties::new()
        .set_title(safe::line(&document.title))
        .set_subject(safe::line(document.genre.as_deref().unwrap_or_default()))
        .set_author(safe::line(document.author.as_deref().unwrap_or_default()))
        .set_creation_datetime(&day.and_time(NaiveTime::MIN).and_utc())
        .set_custom_property("Language", document.lang.tag())
}

/// The formats of cells.
struct Looks {
    title: Format,
    text: Format,
    /// For text that would become a formula when somebody edits its cell.
    guarded: Format,
    number: Format,
    day: Format,
}

impl Looks {
    fn new() -> Self {
        let rule = Color::RGB(0xB8_C2BC);
        let cell = Format::new()
            .set_align(FormatAlign::Top)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(rule);
        let text = cell.clone().set_text_wrap();
        Self {
            // 15:1 between ink and paper.
            title: text
                .clone()
                .set_bold()
                .set_font_color(Color::RGB(0x1C_1C1C))
                .set_background_color(Color::RGB(0xE4_EBE6)),
            guarded: text.clone().set_quote_prefix(),
            text,
            number: cell.clone().set_num_format("0"),
            day: cell.set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left).set_indent(1),
        }
    }
}

/// The view and the page setup of a sheet.
fn set_page(
    page: &mut Worksheet,
    sheet: &Sheet,
    document: &Document,
    words: &Words,
) -> Result<(), XlsxError> {
    for (at, column) in (0..).zip(&sheet.columns) {
        page.set_column_width(at, f64::from(column.width.clamp(1, 255)))?;
    }
    let quoted = |text: &str| limits::cut(&safe::line(text), LONGEST_FOOT).replace('&', "&&");
    page.set_freeze_panes(1, 0)?
        .set_repeat_rows(0, 0)?
        .set_landscape()
        .set_paper_size(A4)
        .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
        .set_print_fit_to_pages(1, 0)
        .set_footer(format!("&L{}&C&A&R{}", quoted(&document.title), (words.sheets.page)("&P", "&N")));
    if let Some(mark) = &document.mark {
        page.set_header(format!("&R&B{}", quoted(mark)));
    }
    Ok(())
}

fn fill(page: &mut Worksheet, sheet: &Sheet, looks: &Looks, words: &Words) -> Result<(), XlsxError> {
    let mut lines = 1;
    for (at, column) in (0..).zip(&sheet.columns) {
        let title = limits::cut(&safe::line(&column.title), limits::LONGEST_TITLE);
        lines = lines.max(limits::lines(&title, column.width.saturating_sub(BUTTON)));
        page.write_string_with_format(0, at, title, &looks.title)?;
    }
    page.set_row_height(0, limits::height(lines))?;
    let mut row = 0;
    for cells in &sheet.rows {
        let cells: Vec<CellContent> = cells.iter().map(|cell| CellContent::of(cell, words)).collect();
        let parts = cells.iter().map(CellContent::rows).fold(1, usize::max);
        for part in 0..parts {
            row += 1;
            let mut lines = 1;
            for ((at, cell), column) in (0..).zip(&cells).zip(&sheet.columns) {
                lines = lines.max(limits::lines(cell.text(part, at), column.width));
                cell.write(page, (row, at), part, looks)?;
            }
            // Excel computes the height itself; not every program that shows workbooks does.
            page.set_row_height(row, limits::height(lines))?;
        }
    }
    if let Some(last) = u16::try_from(sheet.columns.len()).ok().and_then(|columns| columns.checked_sub(1)) {
        page.autofilter(0, 0, row, last)?;
    }
    Ok(())
}

/// The content of a cell, and of those below it where it is too long for one.
enum CellContent {
    Text(Vec<String>),
    Number(f64),
    Day(NaiveDate),
}

impl CellContent {
    fn of(cell: &Cell, words: &Words) -> Self {
        let text = |text: &str| Self::Text(limits::pieces(&safe::lines(text), words));
        match cell {
            Cell::Empty => Self::Text(Vec::new()),
            Cell::Text(said) => text(said),
            // Excel calculates in floating point: what that cannot represent is written as text.
            Cell::Number(number) => i32::try_from(*number)
                .map_or_else(|_| text(&number.to_string()), |number| Self::Number(number.into())),
            Cell::Date(day) if is_excel_day(*day) => Self::Day(*day),
            Cell::Date(day) => text(&day.to_string()),
        }
    }

    fn rows(&self) -> usize {
        match self {
            Self::Text(pieces) => pieces.len(),
            Self::Number(_) | Self::Day(_) => 1,
        }
    }

    /// The text in one of its rows. What a row is about is repeated in every row that continues it.
    fn text(&self, part: usize, column: u16) -> &str {
        let Self::Text(pieces) = self else { return "" };
        let again = pieces.first().filter(|_| column == 0 && pieces.len() == 1);
        pieces.get(part).or(again).map_or("", String::as_str)
    }

    fn write(
        &self,
        page: &mut Worksheet,
        (row, column): (u32, u16),
        part: usize,
        looks: &Looks,
    ) -> Result<(), XlsxError> {
        match self {
            Self::Number(number) if part == 0 => {
                page.write_number_with_format(row, column, *number, &looks.number)?;
            }
            Self::Day(day) if part == 0 => {
                page.write_datetime_with_format(row, column, day, &looks.day)?;
            }
            _ => {
                let text = self.text(part, column);
                let look = if begins_formula(text) { &looks.guarded } else { &looks.text };
                page.write_string_with_format(row, column, text, look)?;
            }
        }
        Ok(())
    }
}

/// Whether Excel would turn the text into a formula when somebody edits the cell.
fn begins_formula(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '\''])
}

/// Whether Excel has the date: from the first one that it counts as every other program does.
fn is_excel_day(day: NaiveDate) -> bool {
    NaiveDate::from_ymd_opt(1900, 3, 1).is_some_and(|first| day >= first) && day.year() <= 9999
}
