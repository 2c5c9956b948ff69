//! The sheets of a meeting, and the spreadsheet files that they are written to.

use std::io::{Cursor, Read};

use calamine::{Data, DataType, Reader, Xlsx};
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::select;
use vidpennan::export::{self, Format, RenderedFile, With};
use vidpennan::i18n::Lang;
use vidpennan::minutes::interchange;
use vidpennan::model::id::MeetingId;
use vidpennan::model::{Due, Kind, Names, ResponseKind};
use vidpennan::ops::{self, PersonDetails, Reply};
use vidpennan::report::sheet::{Cell, Sheet, SheetColumn};
use vidpennan::report::{
    Choices, CutMaterial, Document, KnownPeople, Publication, Report, ReportScope, gather, sheets,
};
use vidpennan::store::work::{self, Filter, WorkClass};
use vidpennan::store::{self, Store};
use vidpennan::text::safe;

use crate::support::room::options;
use crate::support::{arbitrary, at_once};

pub(crate) const MEETING: &str = include_str!("../../fixtures/export/meeting.json");

pub(crate) fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

/// The meeting of the fixtures in a store, held on 5 March 2026.
pub(crate) fn stored() -> (Store, MeetingId) {
    let mut store = Store::in_memory(options()).unwrap();
    let minutes = interchange::read(MEETING.as_bytes()).unwrap();
    let meeting = ops::import_minutes(&mut store, &minutes, None).unwrap().value;
    (store, meeting)
}

/// Its work of a class.
pub(crate) fn listed(store: &Store, class: WorkClass) -> Vec<store::work::ListedWork> {
    let filter = Filter { class, ..Filter::default() };
    work::list(store, &filter, 0, 100).unwrap()
}

/// What a publication is made of on 10 June 2026.
pub(crate) fn material(store: &Store, meeting: MeetingId, choices: Choices) -> CutMaterial {
    let words = Lang::Sv.words();
    let material = gather(store, meeting, ReportScope::Meeting, words, day("2026-06-10")).unwrap();
    choices.cut(&material, &KnownPeople::of(&material))
}

/// The cell under a title in the row whose words begin so.
fn cell<'a>(sheet: &'a Sheet, row: &str, title: &str) -> &'a Cell {
    let begins = |cell: &Cell| matches!(cell, Cell::Text(text) if text.starts_with(row));
    let row = sheet.rows.iter().find(|cells| cells.iter().any(begins)).unwrap();
    let at = sheet.columns.iter().position(|column| column.title == title);
    at.map_or_else(|| panic!("no column {title}"), |at| &row[at])
}

fn titles(sheet: &Sheet) -> Vec<&str> {
    sheet.columns.iter().map(|column| column.title.as_str()).collect()
}

fn text(words: &str) -> Cell {
    Cell::Text(words.to_owned())
}

#[test]
fn a_challenge_is_listed_with_its_answers_and_its_age() {
    let (mut store, meeting) = stored();
    let unanswered = listed(&store, WorkClass::Challenges)[0].entry.id;
    let reply = Reply { kind: ResponseKind::Underway, text: "Vi letar".to_owned(), due: None };
    ops::answer(&mut store, &[unanswered], &reply).unwrap();
    let sheet = sheets::challenges(&material(&store, meeting, Choices::default()), Lang::Sv.words()).unwrap();
    assert_eq!(sheet.name, "Utmaningar");
    let shown = |title| cell(&sheet, "Mörkt", title);
    assert_eq!(shown("Besvarad"), &text("Ja"));
    let responses = "Planerat, vecka 40 2026: Ny belysning sätts upp\nFinns redan: Två lampor är bytta";
    assert_eq!(shown("Återkoppling"), &text(responses));
    assert_eq!(shown("Ska svara"), &text("Gatukontoret"));
    assert_eq!((shown("Status"), shown("Avsnitt")), (&text("Öppen"), &text("Utmaningar")));
    assert_eq!(shown("Väckt"), &Cell::Date(day("2026-03-05")));
    assert_eq!(shown("Ålder i dagar"), &Cell::Number(97));
    assert_eq!(cell(&sheet, "Klottret", "Ålder i dagar"), &Cell::Empty, "what is solved does not age");
    assert_eq!(cell(&sheet, "Svårt att få lokal", "Senast besvarad"), &Cell::Date(day("2026-03-04")));
}

#[test]
fn an_action_after_its_day_is_overdue_until_it_is_done() {
    let (mut store, meeting) = stored();
    let words = Lang::Sv.words();
    let sheet = |store: &Store| sheets::actions(&material(store, meeting, Choices::ALL), words).unwrap();
    let before = sheet(&store);
    let shown = |title| cell(&before, "Ta fram", title);
    assert_eq!(shown("Klart senast"), &Cell::Date(day("2026-05-31")));
    assert_eq!(shown("Sagt om när"), &text("maj 2026"));
    assert_eq!(shown("Status"), &text("Försenad (pågår)"));
    assert_eq!(shown("Dagar försenad"), &Cell::Number(10));
    assert_eq!(shown("Ansvarig"), &text("Malte Grahn"));

    let action = listed(&store, WorkClass::Actions)[0].entry.id;
    let done = Kind::from_codes("action", Some("done")).unwrap();
    ops::follow_up(&mut store, action, done, "Planen är antagen").unwrap();
    let after = sheet(&store);
    assert_eq!(cell(&after, "Ta fram", "Status"), &text("Klar"));
    assert_eq!(cell(&after, "Ta fram", "Senast uppföljd"), &Cell::Date(day("2026-03-04")));
    assert_eq!(cell(&after, "Ta fram", "Uppföljning"), &text("Klar: Planen är antagen"));
    assert!(!titles(&after).contains(&"Dagar försenad"), "nothing is late any more");
}

#[test]
fn what_was_not_chosen_is_in_no_sheet() {
    let (mut store, meeting) = stored();
    for name in ["Disa Norén", "Malte Grahn", "Ulla Utanför"] {
        let role = Some("boende".to_owned());
        let details = PersonDetails { name: name.to_owned(), role, ..PersonDetails::default() };
        ops::enter_person(&mut store, &details).unwrap();
    }
    let words = Lang::Sv.words();
    let usual = sheets::all(&material(&store, meeting, Choices::default()), words);
    let names: Vec<&str> = usual.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Utmaningar", "Åtaganden", "Åtgärder"]);
    assert!(!format!("{usual:?}").contains("Disa Norén"));
    assert!(!titles(&usual[1]).contains(&"Ansvarig"), "nobody is named: {:?}", titles(&usual[1]));

    let all = sheets::all(&material(&store, meeting, Choices::ALL), words);
    let people = all.last().unwrap();
    assert_eq!(people.name, "Personer");
    assert!(people.rows.contains(&vec![text("Disa Norén"), text("boende"), Cell::Empty]));
    assert!(!format!("{people:?}").contains("Ulla"), "who is not part of it is not in it");

    let silent = Choices { responses: false, names: Names::None, ..Choices::default() };
    let sheet = sheets::challenges(&material(&store, meeting, silent), words).unwrap();
    assert!(!titles(&sheet).contains(&"Återkoppling"));
    assert_eq!(
        cell(&sheet, "Mörkt", "Besvarad"),
        &text("Ja"),
        "it is answered, whether the answer is shown or not"
    );
}

#[test]
fn an_action_names_what_it_was_made_from() {
    let (mut store, meeting) = stored();
    let challenge = listed(&store, WorkClass::Challenges)[0].entry.clone();
    at_once::make_action(
        &mut store,
        challenge.id,
        "Fråga föreningarna",
        Some("Sara".to_owned()),
        Some(Due::on(day("2026-06-20"))),
    )
    .unwrap();
    let sheet = sheets::actions(&material(&store, meeting, Choices::default()), Lang::Sv.words()).unwrap();
    assert_eq!(cell(&sheet, "Fråga föreningarna", "Kommer ur"), &text("U-2"));
    assert_eq!(cell(&sheet, "Fråga föreningarna", "Status"), &text("Ny"));
}

#[test]
fn the_minutes_go_out_with_their_sheets() {
    let (store, meeting) = stored();
    let publication = Report::Minutes.write(&material(&store, meeting, Choices::ALL), Lang::En.words());
    let names: Vec<&str> = publication.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Challenges", "Commitments", "Actions", "People"]);
    for sheet in &publication.sheets {
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{}", sheet.name);
    }
}

fn render(code: &str, publication: &Publication) -> Vec<RenderedFile> {
    let format = Format::from_code(code).unwrap();
    assert!(format.fits(publication));
    export::render(format, publication, &With::new(Lang::Sv.words())).unwrap()
}

fn workbook(publication: &Publication) -> (Xlsx<Cursor<Vec<u8>>>, Vec<u8>) {
    let bytes = render("xlsx", publication).remove(0).bytes;
    (Xlsx::new(Cursor::new(bytes.clone())).unwrap(), bytes)
}

/// The text of a file within the workbook.
fn within(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn meeting_publication() -> Publication {
    let (store, meeting) = stored();
    Report::Minutes.write(&material(&store, meeting, Choices::default()), Lang::Sv.words())
}

#[test]
fn a_workbook_has_dates_filters_and_a_frozen_header() {
    let publication = meeting_publication();
    let (mut book, bytes) = workbook(&publication);
    assert_eq!(book.sheet_names(), ["Utmaningar", "Åtaganden", "Åtgärder"]);
    let actions = book.worksheet_range("Åtgärder").unwrap();
    let at = |title: &str| {
        let titles = actions.rows().next().unwrap();
        titles.iter().position(|cell| cell.get_string() == Some(title)).unwrap()
    };
    let row = actions.rows().nth(1).unwrap();
    assert_eq!(row[at("Vad")].get_string(), Some("Ta fram en skötselplan för torget"));
    assert!(matches!(row[at("Klart senast")], Data::DateTime(_)));
    assert_eq!(row[at("Klart senast")].as_date(), Some(day("2026-05-31")));
    assert_eq!(row[at("Dagar försenad")].get_float(), Some(10.0));

    let sheet = within(&bytes, "xl/worksheets/sheet1.xml");
    for needed in [
        "state=\"frozen\"",
        "<autoFilter ref=\"A1:",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
        "Sida &amp;P av &amp;N",
        "&amp;R&amp;BUTKAST",
    ] {
        assert!(sheet.contains(needed), "{needed} in {sheet}");
    }
    assert!(within(&bytes, "xl/workbook.xml").contains("_xlnm.Print_Titles"));
    let core = within(&bytes, "docProps/core.xml");
    assert!(core.contains("<dc:title>Anteckningar från dialogcafé om Vallby torg</dc:title>"), "{core}");
    assert!(core.contains("2026-03-05T00:00:00Z"), "the day of the meeting, not of the file: {core}");
    assert_eq!(bytes, workbook(&publication).1, "the same publication is the same file");
}

#[test]
fn csv_opens_in_a_swedish_excel() {
    let parts = render("csv", &meeting_publication());
    let labels: Vec<&str> = parts.iter().filter_map(|part| part.label.as_deref()).collect();
    assert_eq!(labels, ["utmaningar", "åtaganden", "åtgärder"]);
    let text = String::from_utf8(parts[0].bytes.clone()).unwrap();
    assert!(text.starts_with("\u{feff}Nummer;Utmaning;Avsnitt;Status;Besvarad;Återkoppling;"), "{text}");
    assert_eq!(text.matches("\r\n").count(), 4, "a header and three challenges");
    let responses = "\"Planerat, vecka 40 2026: Ny belysning sätts upp\nFinns redan: Två lampor är bytta\"";
    assert!(text.contains(responses), "{text}");
    assert!(text.contains(";2026-03-05;") && text.contains(";97\r\n"), "days and numbers stay plain: {text}");
}

fn cells() -> impl Strategy<Value = Cell> {
    const FORMULAS: &[&str] = &[
        "=1+1",
        "+46 70 123",
        "-2+3",
        "@SUM(A1)",
        "=HYPERLINK(\"http://a.se\")",
        "http://a.se",
        "anna@exempel.se",
        "\t=1",
        "\r=1",
        "a;b\nc\"d",
        "'",
        "0046",
        "1/11",
        "TRUE",
    ];
    prop_oneof![
        1 => Just(Cell::Empty),
        4 => arbitrary::text().prop_map(Cell::text),
        3 => select(FORMULAS).prop_map(Cell::text),
        1 => any::<i64>().prop_map(Cell::Number),
        1 => (1800..2300, 1u32..=365).prop_map(|(year, day)| Cell::Date(NaiveDate::from_yo_opt(year, day).unwrap())),
    ]
}

fn a_sheet() -> impl Strategy<Value = Sheet> {
    let column = arbitrary::text().prop_map(|title| SheetColumn { title, width: 20 });
    (arbitrary::text(), prop::collection::vec(column, 2..4)).prop_flat_map(|(name, columns)| {
        let row = prop::collection::vec(cells(), columns.len());
        prop::collection::vec(row, 0..4).prop_map(move |rows| Sheet {
            name: name.clone(),
            columns: columns.clone(),
            rows,
        })
    })
}

/// What a cell says to a reader.
fn said(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => safe::lines(text),
        Cell::Number(number) => number.to_string(),
        Cell::Date(day) => day.to_string(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_workbook_holds_every_word_and_no_formula(sheets in prop::collection::vec(a_sheet(), 1..3)) {
        let document = Document { title: sheets[0].name.clone(), ..Document::default() };
        let publication = Publication { sheets, document, ..Publication::default() };
        let (mut book, bytes) = workbook(&publication);
        let names = book.sheet_names();
        prop_assert_eq!(names.len(), publication.sheets.len());
        for (at, (sheet, name)) in publication.sheets.iter().zip(&names).enumerate() {
            let range = book.worksheet_range(name).unwrap();
            for (row, cells) in (1u32..).zip(&sheet.rows) {
                for (column, cell) in (0u32..).zip(cells) {
                    let found = range.get_value((row, column)).cloned().unwrap_or_default();
                    let found = match cell {
                        Cell::Date(_) => {
                            found.as_date().map(|day| day.to_string()).or_else(|| found.as_string())
                        }
                        _ => found.as_string(),
                    };
                    prop_assert_eq!(found.unwrap_or_default(), said(cell));
                }
            }
            let xml = within(&bytes, &format!("xl/worksheets/sheet{}.xml", at + 1));
            prop_assert!(!xml.contains("<f>") && !xml.contains("<hyperlink"), "{}", xml);
        }
    }

    #[test]
    fn csv_holds_every_word_and_no_formula(sheet in a_sheet()) {
        let publication = Publication { sheets: vec![sheet.clone()], ..Publication::default() };
        let bytes = render("csv", &publication).remove(0).bytes;
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(&bytes[3..]);
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(rows.len(), sheet.rows.len() + 1);
        for (cells, found) in sheet.rows.iter().zip(&rows[1..]) {
            for (cell, found) in cells.iter().zip(found) {
                let is_text = matches!(cell, Cell::Text(_));
                prop_assert!(!is_text || !found.starts_with(['=', '+', '-', '@', '\t', '\r']), "{}", found);
                let unguarded = found.strip_prefix('\'').filter(|rest| *rest == said(cell)).unwrap_or(found);
                prop_assert_eq!(unguarded, said(cell));
            }
        }
    }
}

#[test]
fn a_text_longer_than_a_cell_goes_on_below() {
    let long = "livskvalitet på recept ".repeat(4000);
    let column = |title: &str| SheetColumn { title: title.to_owned(), width: 9 };
    let sheet = Sheet {
        name: "Utmaningar".to_owned(),
        columns: vec![column("Nummer"), column("Utmaning"), column("Dag")],
        rows: vec![
            vec![text("U-1"), text(&long), Cell::Date(day("2026-03-05"))],
            vec![text("U-2"), text("kort"), Cell::Empty],
        ],
    };
    let (mut book, _) = workbook(&Publication { sheets: vec![sheet], ..Publication::default() });
    let range = book.worksheet_range("Utmaningar").unwrap();
    let shown: Vec<Vec<String>> =
        range.rows().skip(1).map(|row| row.iter().filter_map(DataType::as_string).collect()).collect();
    let shown_text: String = shown.iter().filter(|row| row[0] == "U-1").map(|row| row[1].clone()).collect();
    for word in ["livskvalitet ", "på ", "recept "] {
        assert_eq!(shown_text.matches(word).count(), 4000, "{word}");
    }
    assert!(shown[0][1].ends_with("[fortsätter i cellen under]"));
    assert!(shown[1][1].starts_with("[fortsättning]"));
    assert_eq!(shown.last().unwrap()[..2], ["U-2", "kort"]);
}
