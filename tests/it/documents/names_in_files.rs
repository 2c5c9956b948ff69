//! Names that are hidden, in everything that a file is: its name, its parts, its properties, its bookmarks.

use std::io::{Cursor, Read as _};

use chrono::NaiveDate;
use vidpennan::export::archive::{self, BagInfo};
use vidpennan::export::file_name::stem;
use vidpennan::export::{FORMATS, With, render};
use vidpennan::i18n::Lang;
use vidpennan::minutes::read::read_quietly;
use vidpennan::model::id::MeetingId;
use vidpennan::model::{Coded, Kind, Names, Report, SectionKind};
use vidpennan::ops::{self, CapturePlace, Caught, PersonDetails};
use vidpennan::report::{Choices, KnownPeople, Publication, gather};
use vidpennan::store::{self, Store};

use crate::documents::pdf::reader::Pdf;
use crate::support::room::options;

const MINUTES: &str = "\
Anteckningar från workshop hos Åsa Lind

Plats: Björn Eks kontor
Datum: 2026-03-05
Diarienummer: KS 2026-17 Åsa Lind
För vem?: Björn Eks grupp
Närvarande: Åsa Lind, Björn Ek, Anna-Karin Öberg
Ordförande: Björn Ek

Åsas bord

Inledning av Björn Ek.

- Prata med Åsa Lind om lokaler
- Anna-Karins idé är bra
- Skriv till samka@exempel.se eller akob2@exempel.se

Utmaningar vid Björns bord

- Åsa Lind hinner inte
  (Björn Ek återkommer)

Åtgärder

- Boka rum. Ansvarig: Åsa Lind, klart senast: 2026-04-01

/Vid pennan

Björn Ek
Kontorschef
";

/// The parts of the names in the minutes, as they would be found among other words.
const NAMES: [&str; 11] =
    ["åsa", "åsas", "lind", "björn", "björns", "ek", "eks", "anna-karin", "anna-karins", "samka", "akob2"];

/// A programme and a meeting with names in every place that takes text.
fn named() -> (Store, MeetingId) {
    let mut store = Store::in_memory(options()).unwrap();
    for (name, role, email) in [
        ("Åsa Lind", "utredare", "samka@exempel.se"),
        ("Björn Ek", "kontorschef", ""),
        ("Anna-Karin Öberg", "", "akob2@exempel.se"),
    ] {
        let [role, email] = [role, email].map(|text| Some(text.to_owned()).filter(|text| !text.is_empty()));
        let details = PersonDetails { name: name.to_owned(), role, email, organisation: None };
        ops::enter_person(&mut store, &details).unwrap();
    }
    ops::rename_programme(&mut store, "Nätverket kring Åsa Lind").unwrap();
    let meeting =
        ops::import_minutes(&mut store, &read_quietly(MINUTES, Lang::Sv.words()), None).unwrap().value;
    let sections = store::section::list(&store, meeting).unwrap();
    let of = |kind| sections.iter().rev().find(|section| section.kind == kind).unwrap().id;
    let mut say = |kind, caught: Caught| {
        let at = CapturePlace { meeting, section: of(kind), table: Some(3), round: Some(1) };
        ops::capture(&mut store, at, caught).unwrap();
    };
    say(
        SectionKind::Notes,
        Caught {
            text: "Vi ses hos Björn".to_owned(),
            speaker: Some("Åsa Lind".to_owned()),
            tags: vec!["Björn".to_owned(), "lokaler".to_owned()],
            ..Caught::default()
        },
    );
    say(
        SectionKind::Challenges,
        Caught {
            text: "Ingen vet vem som äger frågan".to_owned(),
            owner: Some("Björn Ek".to_owned()),
            ..Caught::default()
        },
    );
    say(
        SectionKind::Actions,
        Caught {
            kind: Some(Kind::ACTION),
            text: "Ringa Åsa".to_owned(),
            owner: Some("Gatukontoret och Björn Ek".to_owned()),
            ..Caught::default()
        },
    );
    (store, meeting)
}

/// The text of every part of an archive, and the names of the parts.
fn unzipped(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        all += &part.name().unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        all += &String::from_utf8_lossy(&content);
    }
    all
}

/// Every text that a file holds, its name among them.
pub(super) fn everything(path: &str, bytes: &[u8]) -> String {
    let content = match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("docx" | "xlsx") => unzipped(bytes),
        Some("pdf") => Pdf::read(bytes).everything(),
        _ => String::from_utf8_lossy(bytes).replace("\r\n ", ""),
    };
    format!("{path}\n{content}")
}

/// The files of a publication in every format, and as a folder for the archive.
fn files(publication: &Publication) -> Vec<(String, Vec<u8>)> {
    let words = Lang::Sv.words();
    let (with, name) = (With::new(words), stem(&publication.imprint, words));
    let mut files = rendered(publication);
    let bag = archive::files(publication, FORMATS, &name, &with).unwrap();
    files.extend(archive::bag(bag, &BagInfo::of(publication)));
    files
}

/// The files of a publication in every format.
pub(super) fn rendered(publication: &Publication) -> Vec<(String, Vec<u8>)> {
    let words = Lang::Sv.words();
    let (with, name) = (With::new(words), stem(&publication.imprint, words));
    let mut files = Vec::new();
    for format in FORMATS.iter().filter(|format| format.fits(publication)) {
        for part in render(*format, publication, &with).unwrap() {
            let label = part.label.unwrap_or_default();
            files.push((format!("{name} {label}.{}", format.ending), part.bytes));
        }
    }
    files
}

/// The first name in a text, with the words around it.
fn named_in(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
    let at = words.iter().position(|word| NAMES.contains(word))?;
    Some(words[at.saturating_sub(8)..words.len().min(at + 8)].join(" "))
}

#[test]
fn a_hidden_name_is_in_no_part_and_no_name_of_any_file() {
    let (store, meeting) = named();
    let today = NaiveDate::from_ymd_opt(2026, 3, 9).unwrap();
    let words = Lang::Sv.words();
    let mut seen = 0;
    for report in Report::ALL.iter().copied() {
        for scope in report.scopes().iter().copied() {
            let material = gather(&store, meeting, scope, words, today).unwrap();
            let people = KnownPeople::of(&material);
            for names in [Names::Role, Names::Pseudonym] {
                for provenance in [false, true] {
                    let choices = Choices { names, provenance, ..Choices::default() };
                    let publication = report.write(&choices.cut(&material, &people), words);
                    for (path, bytes) in files(&publication) {
                        assert_eq!(
                            named_in(&everything(&path, &bytes)),
                            None,
                            "{report:?} {scope:?} {names:?} {path}"
                        );
                        seen += 1;
                    }
                }
            }
        }
    }
    assert!(seen > 300, "{seen} files");
}

/// What holds for the files above would hold for empty ones too: with names in full they are found in all places.
#[test]
fn the_names_are_in_every_place_where_they_are_looked_for() {
    let (store, meeting) = named();
    let today = NaiveDate::from_ymd_opt(2026, 3, 9).unwrap();
    let words = Lang::Sv.words();
    let material = gather(&store, meeting, Report::Minutes.usual_scope(), words, today).unwrap();
    let publication = Report::Minutes.write(&Choices::ALL.cut(&material, &KnownPeople::of(&material)), words);
    for (path, bytes) in files(&publication) {
        let text = everything(&path, &bytes);
        if path.ends_with("manifest-sha256.txt") || path.ends_with("bagit.txt") {
            continue;
        }
        assert!(text.matches("Lind").count() > 1, "{path}: {text}");
    }
}

/// The addresses of the register say whom a text means. Only where the text itself has one is it written out.
#[test]
fn an_address_of_the_register_is_written_into_no_file() {
    let (mut store, meeting) = named();
    let details = PersonDetails {
        name: "Björn Ek".to_owned(),
        email: Some("bek@exempel.se".to_owned()),
        ..PersonDetails::default()
    };
    ops::enter_person(&mut store, &details).unwrap();
    let today = NaiveDate::from_ymd_opt(2026, 3, 9).unwrap();
    let words = Lang::Sv.words();
    for report in Report::ALL.iter().copied() {
        let material = gather(&store, meeting, report.usual_scope(), words, today).unwrap();
        assert!(material.people.iter().any(|person| person.email == "bek@exempel.se"));
        let publication = report.write(&Choices::ALL.cut(&material, &KnownPeople::of(&material)), words);
        for (path, bytes) in files(&publication) {
            let text = everything(&path, &bytes);
            assert!(!text.contains("bek@exempel.se"), "{path}");
        }
        assert!(!format!("{publication:?}").contains("bek@exempel.se"), "{report:?}");
    }
}
