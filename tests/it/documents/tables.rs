//! Tables of things to do: who does what by when follows from the heads of the columns, and the table goes out as it
//! came in.

use vidpennan::i18n::Lang;
use vidpennan::minutes::layout;
use vidpennan::minutes::read::read_quietly;
use vidpennan::model::{Kind, Names, Report};

use crate::support::hiding::{Archive, as_text};

/// What is to be done in minutes with this text: its owner and its day.
fn actions(text: &str) -> Vec<(Option<String>, Option<String>)> {
    let minutes = read_quietly(text, Lang::Sv.words());
    assert_eq!(layout::text(&minutes, Lang::Sv.words()), text);
    let entries = minutes.sections.into_iter().flat_map(|section| section.entries);
    let actions = entries.filter(|entry| matches!(entry.kind, Kind::Action(_)));
    actions.map(|entry| (entry.owner, entry.due.map(|due| due.iso()))).collect()
}

#[test]
fn the_columns_of_a_table_say_who_does_what_by_when() {
    let expected = [
        (Some("Yusuf Demir".to_owned()), Some("2026-11-30".to_owned())),
        (Some("Åsa Kvist, Björn Rot".to_owned()), None),
        (None, Some("2026-W50".to_owned())),
    ];
    for table in [
        "| Vad | Vem | När |\n|:---|:---:|---:|\n| Boka scen | Yusuf Demir | 2026-11-30 |\n\
         | Måla bänk | Åsa Kvist och Björn Rot | |\n| Fråga | – | v. 50 |\n",
        "| Ansvar | Datum | Uppgift |\n| --- | --- | --- |\n| Yusuf Demir | 30 november | Boka scen |\n\
         | Åsa Kvist/Björn Rot | - | Måla bänk |\n| ? | vecka 50 | Fråga |\n",
        "Klart | Åtgärd | Ansvarig\n---|---|---\n30/11 | Boka scen | Yusuf Demir\n\
         | Måla bänk | Åsa Kvist, Björn Rot\nv. 50 | Fråga | saknas\n",
        "| What | Who | By |\n| Book | **Yusuf Demir** | 2026-11-30 |\n| Paint | Åsa Kvist & Björn Rot | |\n\
         | Ask | | v. 50 |\n",
    ] {
        for heading in ["Åtgärder", "Övrigt"] {
            let text = format!("Möte\n\nDatum: 2026-11-02\n\n{heading}\n\n{table}");
            let found = actions(&text);
            // Outside a list of actions a day may be that of something else.
            if heading == "Övrigt" && table.contains("Klart | Åtgärd") {
                continue;
            }
            assert_eq!(found, expected, "{text}");
        }
    }
    assert_eq!(
        actions("Möte\n\nDatum: 2026-11-02\n\nProgram\n\n| Tid | Vad |\n|---|---|\n| 9.00 | Fika |\n"),
        []
    );
}

#[test]
fn whoever_a_cell_names_is_withheld_and_not_missing() {
    let mut archive = Archive::with(&[]);
    archive.read_markdown(
        "# Möte\n\nDatum: 2026-11-02\n\n## Åtgärder\n\n| Vad | Vem | När |\n|---|---|---|\n\
         | Boka scen | Yusuf Demir | 2026-11-30 |\n| Fråga | | v. 50 |\n",
    );
    let list = as_text(&archive.publication(0, Report::Actions, Names::None));
    let (withheld, missing) = list.split_once("Ingen ansvarig än").unwrap();
    assert!(withheld.contains("namnet är utelämnat") && withheld.contains("- Boka scen\n"), "{list}");
    assert!(missing.contains("- Fråga\n") && !missing.contains("Boka"), "{list}");
    assert!(!list.contains('|') && !list.contains("Demir"), "{list}");
    for names in [Names::None, Names::Initials, Names::Role, Names::Pseudonym] {
        let text = archive.text(names);
        assert!(!text.contains("Demir") && !text.contains("Ansvarig:"), "{names:?} {text}");
        assert!(text.contains("| Vad | Vem | När |\n|---|---|---|\n| Boka scen | "), "{text}");
    }
}

#[test]
fn whoever_does_something_is_responsible_for_it() {
    let text =
        "Möte\n\nDatum: 2026-11-02\n\nNärvarande: Åsa Kvist, Björn Rot\n\nÅtgärder\n\nÅsa och Björn målar.\n";
    assert_eq!(actions(text), [(Some("Åsa, Björn".to_owned()), None)]);
}

#[test]
fn nobody_is_withheld_where_nobody_was_below_a_list_of_people() {
    let mut archive = Archive::with(&[]);
    archive.read(
        "Möte\n\nDatum: 2026-11-02\n\nAllmänt bra.\n\nNärvarande\n\n- Siv Öd\n- Eva Ek\n- Bo Al\n\nÅtgärder\n\n\
         - Boka scen (Eva Ek)\n- Köpa kaffe\n\nBeslut\n\n- Inget\n",
    );
    let text = archive.text(Names::None);
    assert!(text.contains("- 3 personer") && !text.contains("utelämnat"), "{text}");
}

/// A table of what is to be done is that under every heading, and where the column for it has no head.
#[test]
fn rows_to_do_are_actions_under_decisions_too_and_a_list_has_no_bars() {
    let expected = [
        (Some("Yusuf Demir".to_owned()), Some("2026-11-30".to_owned())),
        (None, Some("2026-12-01".to_owned())),
        (Some("Åsa Kvist".to_owned()), None),
    ];
    for (heading, head) in [
        ("Beslut och åtgärder", "| Åtgärd | Ansvarig | Klart |\n|---|---|---|\n"),
        ("Handlingsplan", "| | Ansvarig | Klart |\n|---|---|---|\n"),
        ("Åtgärder", "Åtgärd | Ansvarig | Klart\n---|---|---\n"),
    ] {
        let rows =
            "| Boka scen | Yusuf Demir | 30 november |\n| Måla | | 1 december |\n| Fika | Åsa Kvist | |\n";
        let rows = if head.starts_with('|') {
            rows.to_owned()
        } else {
            rows.replace("\n| ", "\n").replacen("| ", "", 1)
        };
        let text = format!("Möte\n\nDatum: 2026-11-02\n\n{heading}\n\n{head}{rows}");
        assert_eq!(actions(&text), expected, "{text}");
        let mut archive = Archive::with(&[]);
        archive.read(&text);
        for report in [Report::Actions, Report::Challenges] {
            let text = as_text(&archive.publication(0, report, Names::Full));
            assert!(!text.contains('|'), "{text}");
        }
    }
}
