//! Minutes as people have written them: read, and written again.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::Value;
use vidpennan::export::{html, md, txt};
use vidpennan::i18n::Lang;
use vidpennan::import::{decode, minutes_from_text};
use vidpennan::minutes::compose::compose;
use vidpennan::minutes::markdown;
use vidpennan::minutes::read::{ReadOptions, lines};
use vidpennan::minutes::words::{words, words_of};
use vidpennan::minutes::{Entry, Minutes, RemarkCode, Section};
use vidpennan::model::SectionKind::{Challenges, Commitments, Notes};
use vidpennan::model::{ActionStatus, Due, Kind, NoteKind, SectionKind};
use vidpennan::ops;
use vidpennan::report::Publication;
use vidpennan::speech;
use vidpennan::store::Store;

pub(crate) fn options() -> ReadOptions<'static> {
    ReadOptions { day: None, today: NaiveDate::from_ymd_opt(2026, 3, 5).unwrap(), words: Lang::Sv.words() }
}

fn bytes(file: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minutes");
    std::fs::read(folder.join(file)).unwrap()
}

fn truth(file: &str) -> Value {
    serde_json::from_slice(&bytes(file)).unwrap()
}

fn minutes(file: &str) -> Minutes {
    minutes_from_text(&bytes(file), &options()).unwrap()
}

const SEED_000: &str = "000_b5c3016e9e580ab1.txt";
const SEED_001: &str = "001_e73191a1bb23a1f9.txt";
const SEED_002: &str = "002_de32d8a5158e3627.txt";
const SEED_003: &str = "003_80231669ae8a50d2.txt";
const SEED_004: &str = "004_eb15e2accdb12b37.txt";

const READABLE: &[&str] = &[
    SEED_000,
    SEED_001,
    SEED_002,
    SEED_003,
    SEED_004,
    "forms/F01_partsgemensamt_forum.txt",
    "forms/F03_radsprotokoll_run_on.txt",
    "forms/F04_servicegrupp_status.txt",
    "forms/F07_brukarrad_mittpunkt.txt",
    "forms/F09_apt_syntetisk.txt",
    "stress/s01_bom_blandade_radslut_nbsp_mjuka_bindestreck.txt",
    "stress/s02_windows1252.txt",
    "stress/s03_mojibake_dubbelkodad.txt",
    "stress/s04_utf16le_bom.txt",
    "stress/s05_nfd_wordpunkter_emoji_lang_rad.txt",
    "stress/s08_rubriker_utan_punkter.txt",
    "stress/s09_svar_i_parentes.txt",
    "stress/s10_datumformat.txt",
    "stress/s11_styrkoder_och_injektion.txt",
    "stress/s12_sortering.txt",
];

fn entries(minutes: &Minutes) -> impl Iterator<Item = &Entry> {
    minutes.sections.iter().flat_map(|section| &section.entries)
}

fn items(minutes: &Minutes) -> usize {
    entries(minutes).filter(|entry| entry.as_written.as_deref() != Some("")).count()
}

fn headings(minutes: &Minutes) -> Vec<&str> {
    minutes
        .sections
        .iter()
        .map(|section| section.heading.as_str())
        .filter(|heading| !heading.is_empty())
        .collect()
}

fn texts(section: &Section) -> Vec<&str> {
    section.entries.iter().map(|entry| entry.text.as_str()).collect()
}

fn signatures(minutes: &Minutes) -> Vec<(&str, &str)> {
    minutes.signoff.iter().map(|signature| (signature.name.as_str(), signature.role.as_str())).collect()
}

fn remarked(minutes: &Minutes, code: RemarkCode) -> Vec<usize> {
    minutes.remarks.iter().filter(|remark| remark.code == code).map(|remark| remark.line).collect()
}

fn actions(minutes: &Minutes) -> Vec<(&str, Option<&str>, Option<String>)> {
    let actions = entries(minutes).filter(|entry| matches!(entry.kind, Kind::Action(_)));
    actions.map(|it| (it.text.as_str(), it.owner.as_deref(), it.due.as_ref().map(Due::iso))).collect()
}

#[test]
fn no_word_of_any_text_is_dropped_or_moved() {
    for file in READABLE {
        let source = decode::decode(&bytes(file), options().words).unwrap().text;
        assert_eq!(words(&minutes(file), options().words), words_of(&source), "{file}");
    }
}

#[test]
fn what_was_written_is_read_as_the_same_minutes() {
    for file in READABLE {
        let first = Minutes { remarks: Vec::new(), ..minutes(file) };
        let text = txt::write(&first, options().words);
        let again = minutes_from_text(text.as_bytes(), &options()).unwrap();
        assert_eq!(Minutes { remarks: Vec::new(), ..again }, first, "{file}");
        assert_eq!(txt::write(&first, options().words), text, "{file}");
    }
}

/// Read, stored, composed from the store and written: the same words in the same lines.
#[test]
fn no_word_is_lost_in_the_store() {
    for file in READABLE {
        let source = decode::decode(&bytes(file), options().words).unwrap().text;
        let mut store = Store::in_memory(crate::support::room::options()).unwrap();
        let read = minutes(file);
        let meeting = ops::import_minutes(&mut store, &read, None).unwrap().value;
        let composed = compose(&store, meeting, options().words).unwrap();
        let text = txt::write(&composed, options().words);
        // Where a document has no header, composing adds one; nothing else is added, and nothing goes.
        let added = composed.fields.iter().filter(|_| read.fields.is_empty());
        let added: Vec<_> =
            added.flat_map(|field| words_of(&format!("{} {}", field.label, field.value))).collect();
        let all = words_of(&text);
        let head = usize::from(!added.is_empty()) * words_of(&read.title).len();
        let original: Vec<_> = all[..head].iter().chain(&all[head + added.len()..]).cloned().collect();
        assert_eq!(original, words_of(&source), "{file}");
        if added.is_empty() {
            assert_eq!(text, txt::write(&read, options().words), "{file}");
        }
    }
}

#[test]
fn seed_001_is_read_as_a_person_would() {
    let truth = truth("seed001_truth.json");
    let minutes = minutes(SEED_001);
    assert_eq!(minutes.title, truth["title"]);
    assert_eq!(minutes.date.unwrap().to_string(), "2018-12-05");
    assert_eq!(minutes.place.as_deref(), Some("Radisson Blu"));
    let fields = truth["header_fields"].as_array().unwrap();
    assert_eq!(minutes.fields.len(), fields.len());
    for (field, truth) in minutes.fields.iter().zip(fields) {
        assert_eq!(
            (Value::from(&*field.label), Value::from(&*field.value)),
            (truth["label"].clone(), truth["value"].clone())
        );
    }
    let sections = truth["sections"].as_array().unwrap();
    assert_eq!(minutes.sections.len(), sections.len());
    for (section, truth) in minutes.sections.iter().zip(sections) {
        assert_eq!(section.heading, truth["heading_text"]);
        assert_eq!(
            section.as_written.as_ref().unwrap_or(&section.heading),
            truth["heading"].as_str().unwrap()
        );
        let intro: Vec<&str> = truth["intro"].as_str().into_iter().collect();
        assert_eq!(section.intro, intro);
        let bullets = truth["bullets"].as_array().unwrap();
        assert_eq!(section.entries.len(), bullets.len(), "{}", section.heading);
        assert!(
            section.entries.iter().all(|entry| entry.as_written.as_deref() == Some("-") && entry.depth == 0)
        );
    }
    for section in &minutes.sections[..6] {
        let truth = sections.iter().find(|truth| truth["heading_text"] == section.heading.as_str()).unwrap();
        let bullets: Vec<_> =
            truth["bullets"].as_array().unwrap().iter().map(|it| it["text"].as_str().unwrap()).collect();
        assert_eq!(texts(section), bullets);
        assert_eq!(section.kind, SectionKind::Notes);
        assert!(section.entries.iter().all(|entry| entry.kind == Kind::NOTE && entry.responses.is_empty()));
    }
    let challenges = truth["challenges"].as_array().unwrap();
    for (entry, truth) in minutes.sections[6].entries.iter().zip(challenges) {
        assert_eq!(entry.kind, Kind::CHALLENGE);
        assert_eq!(entry.text, truth["statement"]);
        let response = entry.responses.first();
        assert_eq!(response.map(|it| it.text.as_str()), truth["response"].as_str());
        let stop = truth["text_after_closing_parenthesis"].as_str().filter(|stop| !stop.is_empty());
        let written = stop.map(|stop| format!("({}){stop}", truth["response"].as_str().unwrap()));
        assert_eq!(response.and_then(|it| it.as_written.clone()), written);
    }
    let commitments = truth["commitments"].as_array().unwrap();
    for (entry, truth) in minutes.sections[7].entries.iter().zip(commitments) {
        assert_eq!(entry.kind, Kind::COMMITMENT);
        assert_eq!(entry.text, truth["text"]);
        let due = entry.due.as_ref().unwrap();
        assert_eq!(due.iso(), truth["due_iso_if_imorgon_is_taken_literally"]);
        assert_eq!(due.words.as_deref(), truth["due_literal"].as_str());
    }
    assert_eq!(
        signatures(&minutes),
        [("Sofie Johansson", "Processledare LKP"), ("Helen Wiklund", "Teamledare LKP")]
    );
    assert_eq!(minutes.signoff_as_written, None);
    assert_eq!(minutes.remarks, []);
}

#[test]
fn seed_001_comes_back_line_for_line() {
    let source = String::from_utf8(bytes(SEED_001)).unwrap();
    let written = txt::write(&minutes(SEED_001), options().words);
    let full =
        |text: &str| text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(full(&written), full(&source));
    // But for the page breaks inside lists, the empty lines are where they were.
    let without_runs = |text: &str| {
        let mut lines: Vec<String> = Vec::new();
        for line in text.trim().lines() {
            if !line.is_empty() || lines.last().is_some_and(|last| !last.is_empty()) {
                lines.push(line.to_owned());
            }
        }
        let is_item = |line: Option<&String>| line.is_some_and(|line| line.starts_with("- "));
        let inside_list = |at: usize| {
            lines[at].is_empty()
                && is_item(at.checked_sub(1).and_then(|at| lines.get(at)))
                && is_item(lines.get(at + 1))
        };
        (0..lines.len()).filter(|&at| !inside_list(at)).map(|at| lines[at].clone()).collect::<Vec<_>>()
    };
    assert_eq!(without_runs(&written), without_runs(&source));
}

#[test]
fn seed_000_has_a_list_under_its_last_heading() {
    let minutes = minutes(SEED_000);
    let truth = truth("seed000_truth.json");
    let expected: Vec<_> =
        truth["headings"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    let mut found = vec![minutes.title.as_str()];
    found.extend(
        minutes
            .sections
            .iter()
            .filter(|it| !it.heading.is_empty())
            .map(|it| it.as_written.as_deref().unwrap_or(&it.heading)),
    );
    assert_eq!(found, expected);
    assert_eq!(items(&minutes), 5);
    assert!(entries(&minutes).all(|entry| entry.depth == 0));
}

#[test]
fn seed_002_keeps_speech_apart_from_lists() {
    let minutes = minutes(SEED_002);
    assert_eq!(minutes.title, "Utvecklingsgrupp igång");
    assert_eq!(items(&minutes), 21);
    assert_eq!(headings(&minutes)[..2], ["Invånaren ska äga sin process", "Workshops med invånare"]);
    let workshops =
        minutes.sections.iter().find(|section| section.heading == "Workshops med invånare").unwrap();
    assert!(workshops.intro.iter().any(|text| text.starts_with("– Det ska resultera")), "{workshops:?}");
    assert!(entries(&minutes).all(|entry| entry.responses.is_empty()));
}

#[test]
fn seed_003_has_its_labels_above_their_values() {
    let minutes = minutes(SEED_003);
    assert_eq!(minutes.date.unwrap().to_string(), "2025-10-30");
    assert_eq!(minutes.reference.as_deref(), Some("FSN-2025-5467"));
    let fields: Vec<_> = minutes.fields.iter().map(|it| (it.label.as_str(), it.value.as_str())).collect();
    assert_eq!(
        fields,
        [("Datum", "2025-10-30"), ("Vår referens", "Jesper Salö, Sekreterare, jesper.salo@malmö.se")]
    );
    let truth = truth("seed003_truth.json");
    let expected: Vec<_> =
        truth["headings"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    assert_eq!(headings(&minutes), expected);
    assert_eq!(items(&minutes), 2);
}

#[test]
fn seed_004_has_speech_and_one_numbered_list() {
    let minutes = minutes(SEED_004);
    let marks: Vec<_> = entries(&minutes)
        .filter_map(|entry| entry.as_written.as_deref())
        .filter(|it| !it.is_empty())
        .collect();
    assert_eq!(marks, ["1.", "2.", "3.", "4."]);
    for heading in
        ["Ledarskapets betydelse", "Vad gör en värdskapstränare?", "Värdskapsprogrammet bygger på fyra delar"]
    {
        assert!(headings(&minutes).contains(&heading), "{heading}");
    }
}

#[test]
fn a_form_with_numbered_headings_and_a_list_of_those_present() {
    let minutes = minutes("forms/F01_partsgemensamt_forum.txt");
    assert_eq!(minutes.title, "Minnesanteckningar från samverkansforum den 26 mars 2019");
    assert_eq!(remarked(&minutes, RemarkCode::RepeatedLine), [3]);
    assert_eq!(minutes.date.unwrap().to_string(), "2019-03-26");
    assert_eq!(minutes.reference.as_deref(), Some("0147/19 (LÄN)"));
    let expected = [
        "1. Välkommen och inledning",
        "2. Information om beredningsgruppen",
        "3. Gruppsamtal om temat",
        "4. Nästa möte",
        "5. Avslutning",
    ];
    assert_eq!(headings(&minutes), expected);
    assert_eq!(items(&minutes), 3);
    let next = minutes.next.unwrap();
    assert_eq!(
        (next.date.to_string(), next.time.unwrap().to_string()),
        ("2019-06-11".to_owned(), "13:00–16:00".to_owned())
    );
    assert_eq!(signatures(&minutes), [("Lisbet Ek", "Vid anteckningarna"), ("Per-Erik Lindh", "Justeras")]);
    assert!(entries(&minutes).all(|entry| entry.responses.is_empty()));
    let found = actions(&minutes);
    let expected = [(Some("Eva Lång"), None), (None, Some("2019-05-28"))];
    let facts: Vec<_> = found.iter().map(|(_, owner, due)| (*owner, due.as_deref())).collect();
    assert_eq!(facts, expected, "{found:?}");
    assert!(found[1].0.ends_with("Inbjudan skickas senast två veckor innan."));
}

#[test]
fn a_form_on_four_long_lines_keeps_its_words_and_its_dates() {
    let minutes = minutes("forms/F03_radsprotokoll_run_on.txt");
    assert_eq!(minutes.date.unwrap().to_string(), "2017-09-28");
    let next = minutes.next.unwrap();
    assert_eq!(
        (next.date.to_string(), next.time.unwrap().to_string()),
        ("2017-12-07".to_owned(), "13:00".to_owned())
    );
    let headings: Vec<&str> = minutes.sections.iter().map(|section| section.heading.as_str()).collect();
    assert_eq!(
        headings,
        [
            "",
            "12 Godkännande av dagordningen",
            "13 Planarkitekten informerar om torget",
            "14 Val av justerare",
            "15 Frågor från organisationerna",
            "16 Övriga frågor",
            "17 Nästa möte"
        ]
    );
    assert_eq!(items(&minutes), 3);
    let owners: Vec<_> = actions(&minutes).iter().map(|(_, owner, due)| (*owner, due.clone())).collect();
    assert_eq!(owners, [(Some("gatuchefen"), None), (Some("Ola Nyman"), Some("2017-11-01".to_owned()))]);
}

#[test]
fn a_form_with_a_status_inside_its_items() {
    let minutes = minutes("forms/F04_servicegrupp_status.txt");
    assert_eq!(minutes.title, "SG Minnesanteckningar 2016-02-15");
    assert_eq!(minutes.date.unwrap().to_string(), "2016-02-15");
    assert_eq!(items(&minutes), 7);
    let labels: Vec<_> = minutes.fields.iter().map(|field| field.label.as_str()).collect();
    assert_eq!(labels, ["Närvarande", "Ej närvarande"]);
    let agenda = minutes.sections.last().unwrap();
    assert_eq!(agenda.heading, "Dagordning");
    assert!(agenda.entries[0].text.ends_with("den nya ansvariga."), "{:?}", agenda.entries[0]);
    assert_eq!(signatures(&minutes), []);
    let found = actions(&minutes);
    let facts: Vec<_> = found.iter().map(|(_, owner, due)| (*owner, due.as_deref())).collect();
    let expected = [
        (Some("Maja"), None),
        (Some("Maja"), None),
        (None, None),
        (Some("Lotta"), Some("2016-W09")),
        (Some("Kent"), None),
    ];
    assert_eq!(facts, expected, "{found:?}");
    let done: Vec<_> = entries(&minutes).filter(|it| it.kind == Kind::Action(ActionStatus::Done)).collect();
    assert!(matches!(done.as_slice(), [it] if it.text.ends_with("STATUS? Klart")), "{done:?}");
}

#[test]
fn a_form_without_a_year_and_with_loose_bullets() {
    let minutes = minutes("forms/F07_brukarrad_mittpunkt.txt");
    assert_eq!(minutes.title, "BRUKARRÅDSMÖTE");
    assert_eq!(minutes.date, None);
    assert_eq!(remarked(&minutes, RemarkCode::DateWithoutYear), [10]);
    assert_eq!(items(&minutes), 4);
    assert_eq!(signatures(&minutes), [("MAJKEN", "text")]);
    let present = minutes.fields.iter().find(|field| field.label == "Närvarande").unwrap();
    assert!(present.value.ends_with("Malte och Kerstin."));
    let answered: Vec<_> = entries(&minutes).filter(|entry| !entry.responses.is_empty()).collect();
    let [answered] = answered.as_slice() else { panic!("{answered:?}") };
    assert_eq!(
        (answered.text.as_str(), answered.kind),
        ("Vi pratade också om maten.", Kind::Note(NoteKind::Question))
    );
    assert!(answered.responses[0].text.starts_with("enhetschefen: menyn ses över i november."));
}

#[test]
fn a_signature_in_the_header_is_printed_once() {
    let minutes = Minutes { remarks: Vec::new(), ..minutes("forms/F07_brukarrad_mittpunkt.txt") };
    let written = md::write(&minutes, options().words);
    let shown = written.lines().map(|line| line.split("<!--").next().unwrap_or_default());
    assert_eq!(shown.filter(|line| line.contains("MAJKEN")).count(), 1, "{written}");
    assert_eq!(markdown::read(&written), Some(minutes.clone()));
    assert_eq!(
        html::write(&Publication::of(&minutes, options().words).document).matches("MAJKEN").count(),
        1
    );
}

/// Magazine articles and reports of workshops describe people who do things; nobody promises anything in them.
#[test]
fn describing_people_promises_nothing() {
    for file in [SEED_000, SEED_001, SEED_002, SEED_003, SEED_004] {
        assert_eq!(actions(&minutes(file)), [], "{file}");
    }
}

#[test]
fn an_answer_under_a_question_belongs_to_it() {
    let text = "Möte\n\nSamtal:\n\n- Vem har nyckeln?\n  Svar från kansliet: Vaktmästaren.\n- Nästa\n";
    let minutes = minutes_from_text(text.as_bytes(), &options()).unwrap();
    let first = entries(&minutes).next().unwrap();
    assert_eq!((first.text.as_str(), first.kind), ("Vem har nyckeln?", Kind::Note(NoteKind::Question)));
    assert_eq!(first.responses[0].text, "kansliet: Vaktmästaren.");
    assert_eq!(txt::write(&minutes, options().words), text);
}

#[test]
fn a_form_with_every_sort_of_item_and_action() {
    let minutes = minutes("forms/F09_apt_syntetisk.txt");
    assert_eq!(minutes.title, "MINNESANTECKNINGAR APT");
    assert_eq!(minutes.date.unwrap().to_string(), "2019-11-12");
    assert_eq!(minutes.time.unwrap().to_string(), "14:00–15:30");
    assert_eq!(minutes.place.as_deref(), Some("Personalrummet"));
    assert_eq!(minutes.sections.len(), 6);
    assert_eq!(items(&minutes), 10);
    let business = &minutes.sections[1];
    assert_eq!(business.entries.iter().map(|entry| entry.depth).collect::<Vec<_>>(), [0, 1, 1, 0, 1]);
    let actions = actions(&minutes);
    let found: Vec<_> = actions.iter().map(|(_, owner, due)| (*owner, due.as_deref())).collect();
    let expected = [
        (Some("Åsa"), Some("2019-W50")),
        (Some("Ulrika"), Some("2019-11-12")),
        (Some("vaktmästaren"), Some("2019-11-15")),
        (Some("Åsa"), Some("2019-11-21")),
        (Some("Jonas"), None),
        (None, None),
    ];
    assert_eq!(found, expected, "{actions:?}");
    assert!(entries(&minutes).any(|entry| entry.kind == Kind::Action(ActionStatus::Done)));
    let next = minutes.next.unwrap();
    assert_eq!(
        (next.date.to_string(), next.time.unwrap().to_string()),
        ("2019-12-10".to_owned(), "14:00–15:30".to_owned())
    );
    assert_eq!(signatures(&minutes), [("Ulrika", "Vid pennan"), ("Petra Holm", "skyddsombud")]);
}

#[test]
fn every_line_end_and_every_space_is_understood() {
    let minutes = minutes("stress/s01_bom_blandade_radslut_nbsp_mjuka_bindestreck.txt");
    assert_eq!(minutes.title, "Anteckningar från rundabordssamtal – Trygghetsvecka");
    assert_eq!(minutes.place.as_deref(), Some("Stadshuset, rum 3"));
    assert_eq!(minutes.date.unwrap().to_string(), "2018-12-05");
    assert_eq!(headings(&minutes), ["Utmaningar", "Det här ska jag göra imorgon!"]);
    assert_eq!(items(&minutes), 8);
    let first = &minutes.sections[0].entries[0];
    assert_eq!(
        (first.text.as_str(), first.responses[0].text.as_str()),
        ("Okunskap på förvaltningen.", "Stödpaket på gång")
    );
    assert!(texts(&minutes.sections[0]).contains(&"Utan mellanslag efter strecket"));
    assert!(minutes.sections[1].entries.iter().all(|entry| entry.responses.is_empty()));
}

#[test]
fn windows_1252_is_read_and_remarked() {
    let minutes = minutes("stress/s02_windows1252.txt");
    assert_eq!(minutes.title, "Minnesanteckningar – nätverksträff");
    assert_eq!(minutes.date.unwrap().to_string(), "2018-12-05");
    assert_eq!(minutes.time.unwrap().to_string(), "09:00–12:00");
    assert_eq!(items(&minutes), 3);
    assert_eq!(minutes.sections[0].entries[0].responses[0].text, "kansliet…");
    assert_eq!(minutes.sections[0].entries[1].kind, Kind::Note(NoteKind::Question));
    assert_eq!(signatures(&minutes), [("Åsa Öström", "Enhetschef")]);
    assert_eq!(remarked(&minutes, RemarkCode::OtherEncoding), [1]);
}

#[test]
fn text_encoded_twice_is_remarked_and_can_be_repaired() {
    let file = "stress/s03_mojibake_dubbelkodad.txt";
    assert_eq!(remarked(&minutes(file), RemarkCode::DoubleEncoding), [1, 2, 5, 6]);
    let text = decode::decode(&bytes(file), options().words).unwrap().text;
    let repaired = minutes_from_text(decode::repair(&text).unwrap().as_bytes(), &options()).unwrap();
    assert_eq!(repaired.title, "Anteckningar från mötet");
    assert_eq!(items(&repaired), 2);
    assert_eq!(repaired.remarks, []);
}

#[test]
fn utf16_is_read() {
    let minutes = minutes("stress/s04_utf16le_bom.txt");
    assert_eq!(minutes.date.unwrap().to_string(), "2018-12-05");
    assert_eq!(items(&minutes), 2);
}

#[test]
fn every_bullet_and_depth_is_read() {
    let minutes = minutes("stress/s05_nfd_wordpunkter_emoji_lang_rad.txt");
    assert_eq!(minutes.title, "Åtgärder för måluppfyllelse och återkoppling på Örby");
    assert_eq!(items(&minutes), 20);
    let depths: Vec<_> = entries(&minutes)
        .filter(|it| it.text.starts_with("Nivå") || it.text == "Delpunkt")
        .map(|it| it.depth)
        .collect();
    assert_eq!(depths, [0, 1, 2, 3, 1, 1]);
    let persons: Vec<_> = entries(&minutes).filter(|it| it.text.contains("Ångström")).collect();
    assert_eq!(persons.len(), 2, "composed and decomposed names are one");
    assert!(entries(&minutes).any(|entry| entry.text.chars().count() > 12_000));
    assert!(entries(&minutes).any(|entry| entry.as_written.as_deref() == Some("10.")));
}

#[test]
fn nothing_to_read_is_refused() {
    for file in ["stress/s06_tom.txt", "stress/s07_bara_blanktecken.txt"] {
        let refusal = minutes_from_text(&bytes(file), &options()).unwrap_err();
        assert_eq!(refusal, decode::DecodeError::Empty);
        assert!(speech::not_text(refusal, options().words).to_string().contains("tom"));
    }
}

#[test]
fn empty_fields_and_sections_stay_empty() {
    let minutes = minutes("stress/s08_rubriker_utan_punkter.txt");
    assert_eq!(minutes.title, "Anteckningar från dialogmöte");
    assert!(minutes.fields.iter().all(|field| field.value.is_empty()));
    assert_eq!(minutes.fields.len(), 2);
    let kinds: Vec<_> = minutes.sections.iter().map(|section| section.kind).collect();
    assert_eq!(kinds, [Notes, Notes, Challenges, Commitments]);
    assert_eq!(entries(&minutes).count(), 0);
    assert_eq!(signatures(&minutes), []);
    assert!(txt::write(&minutes, options().words).ends_with("/Vid pennan\n"));
}

#[test]
fn a_parenthesis_is_a_response_only_where_it_is_one() {
    let minutes = minutes("stress/s09_svar_i_parentes.txt");
    let section = &minutes.sections[0];
    assert_eq!(section.kind, SectionKind::Challenges);
    let found: Vec<_> =
        section.entries.iter().map(|it| it.responses.first().map(|it| it.text.as_str())).collect();
    let truth = truth("stress/EXPECTED.json");
    let expected = truth["s09_svar_i_parentes.txt"]["expected"].as_array().unwrap();
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        let response = expected["response"].as_str().filter(|it| !it.starts_with("ambiguous"));
        assert_eq!(*found, response, "{expected}");
    }
    assert_eq!(remarked(&minutes, RemarkCode::UnclosedParenthesis), [9]);
    assert_eq!(remarked(&minutes, RemarkCode::AmbiguousResponse), [11, 13, 16, 20]);
    let source = String::from_utf8(bytes("stress/s09_svar_i_parentes.txt")).unwrap();
    assert_eq!(txt::write(&minutes, options().words), source);
}

#[test]
fn doubtful_dates_are_remarked_with_their_lines() {
    let minutes = minutes("stress/s10_datumformat.txt");
    assert_eq!(items(&minutes), 40);
    let line = |text: &str| {
        let source = String::from_utf8(bytes("stress/s10_datumformat.txt")).unwrap();
        lines::split(&source).0.into_iter().find(|line| line.text.ends_with(text)).unwrap().number
    };
    assert_eq!(remarked(&minutes, RemarkCode::WeekdayMismatch), [line("torsdagen den 5 december 2018")]);
    assert_eq!(
        remarked(&minutes, RemarkCode::InvalidDate),
        [line("31 november 2018"), line("29 februari 2019")]
    );
    assert_eq!(remarked(&minutes, RemarkCode::AmbiguousDate), [line("24.12.06"), line("05/12/2018")]);
}

#[test]
fn control_characters_are_taken_out_and_remarked() {
    let minutes = minutes("stress/s11_styrkoder_och_injektion.txt");
    assert_eq!(items(&minutes), 15);
    assert_eq!(remarked(&minutes, RemarkCode::ControlCharacters), [3, 4, 5, 6, 7, 8, 9]);
    let text = txt::write(&minutes, options().words);
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'));
    assert!(texts(&minutes.sections[0]).contains(&"Nolltecken ab"));
}

#[test]
fn markdown_that_somebody_wrote_is_read() {
    let text = "# Dialogcafé\n\n**Datum:** 2019-03-05\n\n## Tips\n* Ett\n  * Två\n\n### Utmaningar.\nText om dem:\n\n\
                - Svårt (Stödet kommer)\n\n**Det här ska jag göra imorgon**\n\n- [ ] Ringa\n";
    let minutes = minutes_from_text(text.as_bytes(), &options()).unwrap();
    assert_eq!(
        (minutes.title.as_str(), minutes.date.unwrap().to_string()),
        ("Dialogcafé", "2019-03-05".to_owned())
    );
    let sections: Vec<_> =
        minutes.sections.iter().map(|it| (it.heading.as_str(), it.level, it.kind)).collect();
    let expected = [
        ("Tips", 1, Notes),
        ("Utmaningar.", 2, Challenges),
        ("Det här ska jag göra imorgon", 1, Commitments),
    ];
    assert_eq!(sections, expected);
    assert_eq!(minutes.sections[1].entries[0].responses[0].text, "Stödet kommer");
    let written = txt::write(&minutes, options().words);
    assert_eq!(words_of(&written), words_of(text));
}

#[test]
fn two_dates_that_contradict_each_other_are_remarked() {
    let text = "Möte 5 december 2018\n\nDatum: 2018-12-06\n\n- Ett\n";
    let minutes = minutes_from_text(text.as_bytes(), &options()).unwrap();
    assert_eq!(remarked(&minutes, RemarkCode::DateConflict), [3]);
    assert_eq!(minutes.date.unwrap().to_string(), "2018-12-06");
}

#[test]
fn one_enormous_line_is_read_in_a_moment() {
    for unit in ["ord ", "(", "nästa möte ", "Ansvarig: ", "a. A ", "5 maj, ", "- ", "Ã¥"] {
        let text = format!("Utmaningar\n\n- {}", unit.repeat(40_000 / unit.len()));
        let begun = std::time::Instant::now();
        let minutes = minutes_from_text(text.as_bytes(), &options()).unwrap();
        assert_eq!(words(&minutes, options().words), words_of(&text));
        assert!(begun.elapsed().as_secs() < 10, "{unit:?} took {:?}", begun.elapsed());
    }
}

#[test]
fn long_minutes_are_read_in_a_moment() {
    let item = |n| format!("- Inlägg nummer {n} om trygghet den {} maj (Svar {n})\n", n % 28 + 1);
    let items = (0..3_000).map(item).collect::<Vec<_>>().concat();
    let text = format!("Stort möte\n\nUtmaningar:\n\n{items}");
    let begun = std::time::Instant::now();
    let minutes = minutes_from_text(text.as_bytes(), &options()).unwrap();
    assert_eq!(entries(&minutes).filter(|entry| entry.responses.len() == 1).count(), 3_000);
    // Unoptimised and beside other tests; what must not happen is that it takes minutes.
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

#[test]
fn rows_of_numbers_that_could_each_be_contents_are_read_in_a_moment() {
    let row =
        |n: u32| format!("{n} Anna {n} kom hit {} Bo {n} gick {} Cia {n} sov och mer text\n", n + 1, n + 2);
    let rows = (0..3_000).map(|n| row(n % 900)).collect::<Vec<_>>().concat();
    let begun = std::time::Instant::now();
    minutes_from_text(format!("Stort möte\n\n{rows}").as_bytes(), &options()).unwrap();
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

#[test]
fn the_place_right_below_its_heading_is_the_place() {
    for (text, name) in [
        ("# Möte 2022-09-13\n\n## Plats\nBiblioteket\n\n## Frågor\n- Ett\n", "a.md"),
        ("Möte 2022-09-13\n\nPlats:\nBiblioteket\n\nFrågor:\n- Ett\n", "a.txt"),
        ("Möte 2022-09-13\n\nLokal:\nBiblioteket\n\nFrågor:\n- Ett\n", "a.txt"),
    ] {
        let minutes = vidpennan::import::file::minutes(text.as_bytes(), name, &options()).unwrap();
        assert_eq!(minutes.place.as_deref(), Some("Biblioteket"), "{text}");
        assert_eq!(minutes.sections.len(), 1, "{text}");
    }
}

#[test]
fn what_is_done_is_done_by_the_brackets_at_its_end() {
    use vidpennan::model::ActionStatus::{Done, New, Ongoing};
    for (line, status) in [
        ("Beställa färg (Sara, klart)", Done),
        ("Beställa färg (klart)", Done),
        ("Måla om (Jonte; klar)", Done),
        ("Måla om (Jonte, pågår)", Ongoing),
        ("Måla om (Jonte)", New),
        ("Ringa kommunen (helst på fredag)", New),
        ("Måla om (klart i maj)", New),
    ] {
        let minutes = vidpennan::minutes::read::read(
            &format!("Möte\n\nNärvarande: Jonte Ek, Sara Ask\n\nÅtgärder:\n- {line}\n"),
            &options(),
        );
        assert_eq!(minutes.sections[0].entries[0].kind, Kind::Action(status), "{line}");
    }
}
