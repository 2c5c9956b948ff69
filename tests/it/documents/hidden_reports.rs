//! Reports over several meetings whose names are hidden: who was there is counted once, whoever is responsible is
//! spoken to as one or several, and an organisation beside somebody stays.

use vidpennan::i18n::Lang;
use vidpennan::minutes::read::read_quietly;
use vidpennan::model::id::MeetingId;
use vidpennan::model::{Kind, Names, Report};
use vidpennan::ops::{self, CapturePlace, Caught, PersonDetails};
use vidpennan::report::{Choices, KnownPeople, Material, ReportScope, gather, manuscript};
use vidpennan::store::Store;

use crate::support::hiding::{Archive, as_text};
use crate::support::material::HIDING;
use crate::support::pseudonyms::numbered;
use crate::support::room::{Room, noon, options};

const FIRST: &str = "\
Samtal ett

Datum: 2026-02-05
Närvarande: Runa Sjöman, Tord Åkerö, Wilma Fält, Ivar Rask, kurator, Bris, Region Skåne

Åtgärder

- Boka lokal. Ansvarig: Bris och Runa Sjöman
- Ringa runt. Ansvarig: Bris
- Skriva brev. Ansvarig: Tord Åkerö
- Måla om. Ansvarig: Wilma Fält och Tord Åkerö
- Ta bilder. Ansvarig: Ivar Rask

/Vid pennan

Runa Sjöman
Processledare
";

const SECOND: &str = "\
Samtal två

Datum: 2026-02-12
Närvarande: Tord Åkerö, Wilma Fält, Ebba Grön, Bris

Åtgärder

- Hyra buss. Ansvarig: Wilma Fält
";

fn material() -> Material {
    let words = Lang::Sv.words();
    let mut store = Store::in_memory(options()).unwrap();
    ops::rename_programme(&mut store, "Livskvalitet").unwrap();
    let role = Some("Kurator".to_owned());
    let counsellor = PersonDetails { name: "Ivar Rask".to_owned(), role, ..PersonDetails::default() };
    ops::enter_person(&mut store, &counsellor).unwrap();
    let mut meeting = MeetingId(uuid::Uuid::nil());
    for minutes in [FIRST, SECOND] {
        meeting = ops::import_minutes(&mut store, &read_quietly(minutes, words), None).unwrap().value;
    }
    gather(&store, meeting, ReportScope::Programme, words, noon().date()).unwrap()
}

fn report(report: Report, names: Names) -> String {
    let material = material();
    let choices = Choices { names, ..Choices::default() };
    let cut = choices.cut_for(report, &material, &KnownPeople::of(&material));
    numbered(&manuscript::text(&report.write(&cut, Lang::Sv.words()).document), &material)
}

/// What is between two headings of a text.
fn under<'t>(text: &'t str, heading: &str) -> &'t str {
    let below = text.split(&format!("## {heading}\n\n")).nth(1).unwrap_or_default();
    below.split("\n\n##").next().unwrap_or_default()
}

#[test]
fn those_who_were_at_several_meetings_are_counted_once() {
    for (names, expected) in [
        (Names::None, "- 5 personer\n- Bris\n- Region Skåne"),
        (Names::Role, "- Processledare\n- 3 deltagare\n- Kurator\n- Bris\n- Region Skåne"),
        (
            Names::Initials,
            "- R.S. (processledare)\n- T.Å.\n- W.F.\n- I.R., kurator\n- Bris\n- Region Skåne\n- E.G.",
        ),
        (
            Names::Full,
            "- Runa Sjöman (processledare)\n- Tord Åkerö\n- Wilma Fält\n- Ivar Rask, kurator\n- Bris\n- Region Skåne\n- Ebba Grön",
        ),
    ] {
        let news = report(Report::News, names);
        assert_eq!(under(&news, "De var med"), expected, "{names:?}: {news}");
    }
}

#[test]
fn whom_to_contact_reads_as_a_sentence() {
    let news = report(Report::News, Names::Role);
    assert!(news.contains("Kontakta processledaren, [e-postadress]."), "{news}");
    let news = report(Report::News, Names::Full);
    assert!(news.contains("Kontakta Runa Sjöman, processledare, [e-postadress]."), "{news}");
}

#[test]
fn a_reminder_greets_nobody_by_a_replacement_and_says_when_it_is_to_several() {
    for names in [Names::Role, Names::Pseudonym, Names::Initials] {
        let reminder = report(Report::Reminder, names);
        assert!(reminder.contains("Hej!") && !reminder.contains("Hej "), "{names:?}: {reminder}");
    }
    let reminder = report(Report::Reminder, Names::Role);
    for (owner, is_several) in [
        ("Kurator", false),
        ("Bris", true),
        ("2 deltagare", true),
        ("En deltagare", true),
        ("Bris och processledare", true),
    ] {
        let text = under(&reminder, owner);
        assert_eq!(text.contains("ansvarar ni för"), is_several, "{owner}: {reminder}");
        assert_eq!(text.contains("ansvarar du för"), !is_several, "{owner}: {reminder}");
    }
    let reminder = report(Report::Reminder, Names::None);
    let unsaid = under(&reminder, "Namnet är utelämnat");
    assert!(unsaid.contains("- Skriva brev") && unsaid.contains("- Ta bilder"), "{reminder}");
    let reminder = report(Report::Reminder, Names::Full);
    for (owner, first) in [("Wilma Fält", "Wilma"), ("Tord Åkerö", "Tord")] {
        let text = under(&reminder, owner);
        assert!(text.starts_with(&format!("Hej {first}!")) && text.contains("- Måla om"), "{reminder}");
    }
}

#[test]
fn an_organisation_beside_somebody_stays_where_the_name_is_hidden() {
    for (names, owner) in [
        (Names::None, "Bris och N.N."),
        (Names::Role, "Bris och processledare"),
        (Names::Initials, "Bris och R.S."),
        (Names::Pseudonym, "Bris och Person 2"),
    ] {
        let material = material();
        let choices = Choices { names, ..Choices::default() };
        let cut = choices.cut_for(Report::Actions, &material, &KnownPeople::of(&material));
        let written = Report::Actions.write(&cut, Lang::Sv.words());
        let sheets = numbered(&format!("{:?}", written.sheets), &material);
        assert!(sheets.contains(&format!("{owner:?}")), "{names:?}: {sheets}");
        let text = numbered(&manuscript::text(&written.document), &material);
        assert!(text.contains(&format!("## {owner}\n")), "{names:?}: {text}");
    }
}

#[test]
fn an_owner_in_the_words_of_an_action_is_withheld_and_not_missing() {
    let owned = [
        "Boka sal (ansvarig Märta Gren)",
        "Köpa lampor. Ansvarig är Örjan Åström.",
        "Ivar Falk ansvarar för att bänken målas",
        "Diska. Vem: Ivar Falk",
        "Ansvarig för bänken: Folke Rönn",
        "Märta Gren tar ansvar för fikat",
        "Putsa fönster (Märta Gren)",
        "Måla staket – ansvarig: Ivar Falk – klart: 1 juli",
        "Måla grind; klart 1 juli; ansvarig Ivar Falk",
    ];
    let unowned = ["Städa", "Ansvarig: saknas", "Ringa Ivar Falk"];
    let mut room = Room::new();
    let at = CapturePlace { meeting: room.meeting, section: room.notes, table: None, round: None };
    for text in owned.iter().chain(&unowned) {
        let caught = Caught { text: (*text).to_owned(), kind: Some(Kind::ACTION), ..Caught::default() };
        ops::capture(&mut room.store, at, caught).unwrap();
    }
    let words = Lang::Sv.words();
    let material = gather(&room.store, room.meeting, ReportScope::Meeting, words, noon().date()).unwrap();
    let people = KnownPeople::of(&material);
    let written = |names| {
        let cut = Choices { names, ..Choices::default() }.cut_for(Report::Actions, &material, &people);
        Report::Actions.write(&cut, words)
    };
    let items = |text: &str, heading: &str| {
        under(text, heading).lines().filter(|line| line.starts_with("- ")).count()
    };
    let hidden = written(Names::None);
    let text = manuscript::text(&hidden.document);
    assert_eq!(items(&text, "Ansvarig finns, namnet är utelämnat"), owned.len(), "{text}");
    assert_eq!(items(&text, "Ingen ansvarig än"), unowned.len(), "{text}");
    let sheets = format!("{:?}", hidden.sheets);
    assert_eq!(sheets.matches("Ansvarig finns, namnet är utelämnat").count(), owned.len(), "{sheets}");
    let text = manuscript::text(&written(Names::Written).document);
    assert_eq!(items(&text, "Ivar Falk"), 4, "{text}");
    assert_eq!(items(&text, "Ingen ansvarig än"), unowned.len(), "{text}");
}

#[test]
fn those_listed_as_present_are_no_tips() {
    let text = "Möte\n\nAnteckningar\n\n- Vi ses.\n\nDeltagare\n\n- Siv Kvarn\n- Tage Ek, kock\n\nBord 1\n\n- Lo Åker\n- Siv Ek\n\nTips\n\n- Ha det bra.\n";
    let words = Lang::Sv.words();
    let mut store = Store::in_memory(options()).unwrap();
    let meeting = ops::import_minutes(&mut store, &read_quietly(text, words), None).unwrap().value;
    let material = gather(&store, meeting, ReportScope::Meeting, words, noon().date()).unwrap();
    for names in [Names::Written, Names::None] {
        let choices = Choices { names, ..Choices::default() };
        let cut = choices.cut_for(Report::Feedback, &material, &KnownPeople::of(&material));
        let text = manuscript::text(&Report::Feedback.write(&cut, words).document);
        assert!(text.contains("två tips, idéer och tankar"), "{names:?}: {text}");
    }
}

#[test]
fn an_action_that_names_somebody_is_not_without_owner_however_the_line_is_written() {
    let lines = [
        "Köpa plantor – Rolf Blom – 1/12",
        "Städa, Siv, senast 1/12",
        "Vattna / Rolf Blom / 4 december",
        "Boka lokal (Tekniska kontoret)",
        "Boka buss – Kulturförvaltningen – 8/5",
    ];
    let minutes = lines.map(|line| ["- ", line, "\n"].concat()).concat();
    let mut archive = Archive::with(&[]);
    archive.read(&format!(
        "Samtal\n\nDatum: 2026-03-05\nNärvarande: Rolf Blom, Siv Öd\n\nÅtgärder\n\n{minutes}"
    ));
    for names in HIDING {
        let text = as_text(&archive.publication(0, Report::Actions, names));
        assert!(!text.contains("Ingen ansvarig än"), "{names:?}: {text}");
        assert!(
            text.contains("Tekniska kontoret\n---") && text.contains("Kulturförvaltningen\n---"),
            "{text}"
        );
        assert!(text.contains("Klart senast: 8 maj 2026"), "{text}");
    }
}
