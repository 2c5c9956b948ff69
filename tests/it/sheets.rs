//! What stands in the sheets of a meeting, and how spreadsheets hold it.

use chrono::NaiveDate;
use vidpennan::export::json;
use vidpennan::i18n::Lang;
use vidpennan::model::id::MeetingId;
use vidpennan::model::{Due, Kind, Names, ResponseKind};
use vidpennan::ops::{self, Reply};
use vidpennan::report::sheet::{Cell, Sheet};
use vidpennan::report::{Choices, Material, Report, Scope, gather, sheets};
use vidpennan::store::work::{self, Class, Filter};
use vidpennan::store::{self, Store};

use crate::store::options;

pub(crate) const MEETING: &str = include_str!("../fixtures/export/meeting.json");

pub(crate) fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

/// The meeting of the fixtures in a store, held on 5 March 2026.
pub(crate) fn stored() -> (Store, MeetingId) {
    let mut store = Store::in_memory(options()).unwrap();
    let minutes = json::read(MEETING.as_bytes()).unwrap();
    let meeting = ops::import_minutes(&mut store, &minutes, None).unwrap().value;
    (store, meeting)
}

/// Its work of a class.
pub(crate) fn listed(store: &Store, class: Class) -> Vec<store::work::Listed> {
    let filter = Filter { class, ..Filter::default() };
    work::list(store, &filter, 0, 100).unwrap()
}

/// What a paper is made of on 10 June 2026.
pub(crate) fn material(store: &Store, meeting: MeetingId, choices: Choices) -> Material {
    let words = Lang::Sv.words();
    choices.cut(&gather(store, meeting, Scope::Meeting, words, day("2026-06-10")).unwrap())
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
fn a_challenge_stands_with_its_answers_and_its_age() {
    let (mut store, meeting) = stored();
    let unanswered = listed(&store, Class::Challenges)[0].entry.id;
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
    let sheet =
        |store: &Store| sheets::actions(&material(store, meeting, Choices::default()), words).unwrap();
    let before = sheet(&store);
    let shown = |title| cell(&before, "Ta fram", title);
    assert_eq!(shown("Klart senast"), &Cell::Date(day("2026-05-31")));
    assert_eq!(shown("Sagt om när"), &text("maj 2026"));
    assert_eq!(shown("Status"), &text("Försenad (pågår)"));
    assert_eq!(shown("Dagar försenad"), &Cell::Number(10));
    assert_eq!(shown("Ansvarig"), &text("Malte Grahn"));

    let action = listed(&store, Class::Actions)[0].entry.id;
    let done = Kind::from_codes("action", Some("done")).unwrap();
    ops::follow_up(&mut store, action, done, "Planen är antagen").unwrap();
    let after = sheet(&store);
    assert_eq!(cell(&after, "Ta fram", "Status"), &text("Klar"));
    assert_eq!(cell(&after, "Ta fram", "Senast uppföljd"), &Cell::Date(day("2026-03-04")));
    assert_eq!(cell(&after, "Ta fram", "Uppföljning"), &text("Klar: Planen är antagen"));
    assert!(!titles(&after).contains(&"Dagar försenad"), "nothing is late any more");
}

#[test]
fn what_was_not_asked_for_stands_in_no_sheet() {
    let (mut store, meeting) = stored();
    for name in ["Disa Norén", "Malte Grahn", "Ulla Utanför"] {
        ops::enter_person(&mut store, name, Some("boende")).unwrap();
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
    assert_eq!(cell(&sheet, "Mörkt", "Besvarad"), &text("Ja"), "it is answered, whether that is told or not");
}

#[test]
fn an_action_names_what_it_was_made_from() {
    let (mut store, meeting) = stored();
    let challenge = listed(&store, Class::Challenges)[0].entry.clone();
    ops::make_action(
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
    let paper = Report::Minutes.write(&material(&store, meeting, Choices::ALL), Lang::En.words());
    let names: Vec<&str> = paper.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Challenges", "Commitments", "Actions", "People"]);
    for sheet in &paper.sheets {
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{}", sheet.name);
    }
}
