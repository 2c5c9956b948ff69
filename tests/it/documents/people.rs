//! Lists of people: read from tables, entered in one step, and set as present.

use std::time::{Duration, Instant};

use rust_xlsxwriter::Workbook;
use vidpennan::i18n::Lang;
use vidpennan::import::file::NotRead;
use vidpennan::import::package::Unfit;
use vidpennan::import::people::{PeopleList, read};
use vidpennan::minutes::compose::compose;
use vidpennan::model::{FieldRole, Meeting};
use vidpennan::ops::{self, PersonDetails};
use vidpennan::store::{self, Store};
use vidpennan::ui::place::Place;

use crate::support::office::archive;
use crate::support::room::undo_newest;

fn list(bytes: &[u8]) -> PeopleList {
    read(bytes, Lang::Sv.words()).unwrap()
}

fn person(name: &str, role: &str, organisation: &str) -> PersonDetails {
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let (role, organisation) = (filled(role), filled(organisation));
    PersonDetails { name: name.to_owned(), role, organisation, email: None }
}

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Tom").unwrap();
    let sheet = book.add_worksheet();
    for (row, cells) in [
        ["Nr", "Namn", "Befattning", "Förvaltning", "E-post"],
        ["1", "Eva Ek", "enhetschef", "Kulturförvaltningen", "eva@exempel.se"],
        ["2", "Bo Al", "", "Kulturförvaltningen", ""],
    ]
    .iter()
    .enumerate()
    {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(u32::try_from(row).unwrap() + 2, u16::try_from(column).unwrap(), *cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>
        <table:table table:name="Blad1">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

#[test]
fn people_are_read_from_workbooks() {
    let read = list(&workbook());
    assert_eq!(
        read.people,
        [
            PersonDetails {
                email: Some("eva@exempel.se".to_owned()),
                ..person("Eva Ek", "enhetschef", "Kulturförvaltningen")
            },
            person("Bo Al", "", "Kulturförvaltningen")
        ]
    );
    assert_eq!(read.left, ["Nr"]);
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let rows = format!(
        r#"<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/>
        </table:table-row><table:table-row>{}{}</table:table-row><table:table-row>{}<table:table-cell
        table:number-columns-repeated="16000"><text:p>chef</text:p></table:table-cell></table:table-row>"#,
        cell("Namn"),
        cell("Roll"),
        cell("Åsa &amp; Bo")
    );
    assert_eq!(list(&ods(&rows)).people, [person("Åsa & Bo", "chef", "")]);
}

#[test]
fn workbooks_that_are_none_are_refused_at_once() {
    let refusal = |bytes: &[u8]| {
        let begun = Instant::now();
        let refused = read(bytes, Lang::Sv.words());
        assert!(begun.elapsed() < Duration::from_secs(1), "took {:?}", begun.elapsed());
        match refused {
            Err(NotRead::Document(unfit)) => unfit,
            other => panic!("{other:?}"),
        }
    };
    let fine = workbook();
    assert_eq!(refusal(&fine[..fine.len() / 2]), Unfit::Broken);
    assert_eq!(refusal(&archive(&[("word/document.xml", "<a/>")])), Unfit::NoList);
    assert_eq!(refusal(&Workbook::new().save_to_buffer().unwrap()), Unfit::NoCells);
    assert_eq!(refusal(&ods("<table:table-row>")), Unfit::Broken);
    let bomb = "x".repeat(65 << 20);
    assert_eq!(
        refusal(&archive(&[("xl/workbook.xml", "<a/>"), ("xl/sharedStrings.xml", &bomb)])),
        Unfit::TooMuch
    );
    // Room for as many texts as are said to be shared would be made before the first is read.
    for count in ["4294967295", "18446744073709551615", "99999999999999999999", "2000000000"] {
        let said = format!("<x:sst count='1' uniqueCount='{count}'><x:si><x:t>Namn</x:t></x:si></x:sst>");
        let parts = [("xl/workbook.xml", "<workbook/>"), ("xl/SharedStrings.xml", said.as_str())];
        assert_eq!(refusal(&archive(&parts)), Unfit::Declares, "{count}");
        for before in ["<!-- <sst uniqueCount='2'> -->", "<?a <sst uniqueCount='2'> ?>", "<!DOCTYPE sst>"] {
            let hidden = format!("{before}<sst uniqueCount\n=\n'{count}'><si><t>Namn</t></si></sst>");
            let parts = [("xl/workbook.xml", "<workbook/>"), ("xl/sharedStrings.xml", hidden.as_str())];
            assert_eq!(refusal(&archive(&parts)), Unfit::Declares, "{before} {count}");
        }
    }
    // One cell at the very end of the sheet takes no more room than one at its beginning.
    let mut far = Workbook::new();
    let sheet = far.add_worksheet();
    sheet.write(0, 0, "Namn").unwrap();
    sheet.write(1, 0, "Eva").unwrap();
    sheet.write(1_048_575, 16_383, "längst ner").unwrap();
    assert_eq!(list(&far.save_to_buffer().unwrap()).people, [person("Eva", "", "")]);
    let many = "Eva Ek\n".repeat(30_000);
    assert_eq!(refusal(many.as_bytes()), Unfit::TooLong);
}

#[test]
fn a_list_is_entered_in_one_step_and_completes_what_is_known() {
    let mut store = Store::in_memory(crate::support::room::options()).unwrap();
    ops::enter_person(&mut store, &person("Bo Al", "rektor", "")).unwrap();
    ops::enter_organisation(&mut store, "Kulturförvaltningen", Some("KF")).unwrap();
    let people = [
        person("Eva Ek", "enhetschef", "kf"),
        person("bo al", "lärare", "Skolan"),
        person("Åsa Öst", "", "Skolan"),
        person("Eva Ek", "", ""),
        person(" ", "vikarie", ""),
    ];
    let entered = ops::enter_people(&mut store, &people, None).unwrap().value;
    assert_eq!((entered.new, entered.completed, entered.known), (2, 1, 1));
    let names = |store: &Store| {
        let organisations = store::organisation::list(store).unwrap();
        let of = |id| organisations.iter().find(|it| Some(it.id) == id).map(|it| it.name.clone());
        let people = store::person::list(store).unwrap();
        people.into_iter().map(|it| (it.name, it.role, of(it.organisation))).collect::<Vec<_>>()
    };
    let text = |text: &str| Some(text.to_owned());
    let expected = [
        ("Bo Al".to_owned(), text("rektor"), text("Skolan")),
        ("Eva Ek".to_owned(), text("enhetschef"), text("Kulturförvaltningen")),
        ("Åsa Öst".to_owned(), None, text("Skolan")),
    ];
    assert_eq!(names(&store), expected);
    undo_newest(&mut store).unwrap();
    assert_eq!(names(&store), [("Bo Al".to_owned(), text("rektor"), None)]);
    assert_eq!(store::organisation::list(&store).unwrap().len(), 1);
}

#[test]
fn people_at_a_meeting_are_present_and_nothing_in_its_header_is_lost() {
    let mut store = Store::in_memory(crate::support::room::options()).unwrap();
    let path = std::path::Path::new("tests/fixtures/minutes/001_e73191a1bb23a1f9.txt");
    let bytes = std::fs::read(path).unwrap();
    let minutes =
        vidpennan::import::minutes_from_text(&bytes, &crate::documents::reading::options()).unwrap();
    let read = ops::import_minutes(&mut store, &minutes, None).unwrap().value;
    let people = [person("Eva Ek", "", ""), person("Bo Al", "", "")];
    ops::enter_people(&mut store, &people, Some(read)).unwrap();
    let fields = compose(&store, read, Lang::Sv.words()).unwrap().fields;
    assert_eq!(fields[..minutes.fields.len()], minutes.fields);
    assert_eq!(
        (fields.last().unwrap().label.as_str(), fields.last().unwrap().value.as_str()),
        ("Närvarande", "Eva Ek, Bo Al")
    );

    // A meeting that was made here has no header of its own: what it says is made from the meeting.
    let made = Meeting { place: "Salen".to_owned(), ..store::meeting::get(&store, read).unwrap().unwrap() };
    let new = ops::NewMeeting {
        programme: ops::ProgrammeChoice::Usual,
        nameless: false,
        title: "Eget möte".to_owned(),
        kind: made.kind,
        date: made.date,
        time: "09:00–12:00".parse().ok(),
        place: made.place,
        audience: "Alla".to_owned(),
        tables: 2,
        sections: Vec::new(),
    };
    let made = ops::create_meeting(&mut store, new).unwrap().value;
    let before = compose(&store, made, Lang::Sv.words()).unwrap();
    ops::enter_people(&mut store, &people, Some(made)).unwrap();
    ops::enter_people(&mut store, &[person("Åsa", "", ""), person("Bo Al", "", "")], Some(made)).unwrap();
    let after = compose(&store, made, Lang::Sv.words()).unwrap();
    assert_eq!(after.fields[..before.fields.len()], before.fields);
    assert_eq!(after.fields.last().unwrap().value, "Eva Ek, Bo Al, Åsa");
    assert_eq!(store::field::list(&store, made).unwrap().last().unwrap().role, FieldRole::Present);
    undo_newest(&mut store).unwrap();
    undo_newest(&mut store).unwrap();
    assert_eq!(compose(&store, made, Lang::Sv.words()).unwrap(), before);
}

#[test]
fn a_list_is_shown_before_it_is_stored() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deltagare.csv");
    std::fs::write(&path, "Namn;Roll;E-post;Allergi\nEva Ek;chef;eva@exempel.se;\n;vikarie;;\nEva Ek;;;\n")
        .unwrap();
    let mut app = crate::support::app::start_in(crate::support::room::options(), |store| {
        (store, Place::Import(Some(path)))
    });
    app.wait_for("1 person")
        .shows("Det här tas inte med:")
        .shows("Allergi")
        .shows("Eva Ek · chef · eva@exempel.se")
        .shows("2 saker att titta på")
        .shows("Eva Ek · chef");
    app.keys("<esc>").shows("deltagarlista").keys("<enter>").wait_for("inte sparad än");
    app.keys("<enter>")
        .shows("Inläst i registret: 1 person")
        .keys("<c-z>")
        .shows("Ångrat: läsa in deltagare");
}

/// A workbook from before 2007 with as many sheets, each with these cells, and the size that each says it has: the
/// records of [MS-XLS](https://learn.microsoft.com/en-us/openspecs/office_file_formats/ms-xls/).
fn old_workbook(sheets: usize, declared: [u16; 2], cells: &[(u16, u16, &str)]) -> Vec<u8> {
    let record = |kind: u16, data: &[u8]| {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
    };
    let begin = |of: u16| {
        let fields = [0x0600, of, 0x0dbb, 0x07cc, 0, 0, 0, 0_u16];
        record(0x0809, &fields.map(u16::to_le_bytes).concat())
    };
    let end = record(0x000a, &[]);
    let [rows, columns] = declared;
    let size = [0, 0, rows, 0, 0, columns, 0].map(u16::to_le_bytes).concat();
    let mut sheet = [begin(0x0010), record(0x0200, &size)].concat();
    for (row, column, text) in cells {
        let head = [*row, *column, 0, u16::try_from(text.len()).unwrap()].map(u16::to_le_bytes).concat();
        sheet.extend(record(0x0204, &[&head[..], &[0], text.as_bytes()].concat()));
    }
    sheet.extend(&end);
    let mut globals = begin(0x0005);
    let first = globals.len() + sheets * 14 + end.len();
    for number in 0..sheets {
        let at = u32::try_from(first + number * sheet.len()).unwrap();
        let name = b'A' + u8::try_from(number).unwrap();
        globals.extend(record(0x0085, &[&at.to_le_bytes()[..], &[0, 0, 2, 0, b'B', name]].concat()));
    }
    globals.extend(&end);
    globals.extend(sheet.repeat(sheets));
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    std::io::Write::write_all(&mut file.create_stream("/Workbook").unwrap(), &globals).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[test]
fn an_old_workbook_is_read_whatever_size_it_says_it_has() {
    let cells =
        [(0, 0, "Namn"), (0, 1, "Roll"), (1, 0, "Eva Ek"), (1, 1, "enhetschef"), (65_535, 0, "Bo Al")];
    for declared in [[65_535, 2], [65_535, 255], [0, 0]] {
        let read = list(&old_workbook(3, declared, &cells));
        assert_eq!(read.people, [person("Eva Ek", "enhetschef", ""), person("Bo Al", "", "")]);
    }
}

#[test]
fn an_old_workbook_with_cells_far_apart_is_no_list() {
    for sheets in [1, 20] {
        let far = old_workbook(sheets, [1, 1], &[(0, 0, "Namn"), (65_535, 255, "Eva Ek")]);
        let refused = read(&far, Lang::Sv.words());
        assert!(matches!(refused, Err(NotRead::Document(Unfit::TooLong))), "{refused:?}");
    }
    let many = old_workbook(20, [1, 1], &[(0, 0, "Namn"), (65_535, 1, "Eva Ek")]);
    assert!(read(&many, Lang::Sv.words()).is_err(), "together they have more cells than any list");
}

#[test]
fn a_long_text_in_every_cell_is_no_list() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let long = "Namn ".repeat(6_000);
    for row in 0..4_000 {
        sheet.write(row, 0, &long).unwrap();
    }
    let refused = read(&book.save_to_buffer().unwrap(), Lang::Sv.words());
    assert!(matches!(refused, Err(NotRead::Document(Unfit::TooLong))), "{refused:?}");
}
