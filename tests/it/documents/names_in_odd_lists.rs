//! Those present however their names are written: surnames in capitals, all of it in small letters, surnames first.
//! Each is one person, and what a list has of a name is hidden in the text.

use vidpennan::model::Names;

use crate::documents::naming::hidden_by;

/// Given names and surnames, some of which are other words too.
const PEOPLE: [(&str, &str); 8] = [
    ("Tuva", "Hallengren"),
    ("Melker", "Rönn"),
    ("Sixten", "Bly"),
    ("Per-Olof", "Berg"),
    ("Anna", "Zetterlund"),
    ("Åsa", "Ek"),
    ("Karl", "Nilsson"),
    ("Ingela", "Sandqvist"),
];

/// The text of minutes with these people in a list, and with something said of each by the surname.
fn minutes(head: &str) -> String {
    let said = PEOPLE.map(|(_, family)| format!("- {family} tyckte om bullar.\n- {family}s bil var röd.\n"));
    format!("Samtal\n\nDatum: 2026-09-15\n\n{head}\n\nTips\n\n- Kaffet var gott.\n{}", said.concat())
}

/// Nobody of a list is left in a text by any choice, and they are as many as they were.
fn hides(head: &str) {
    for names in [Names::None, Names::Initials, Names::Role, Names::Pseudonym] {
        let text = hidden_by(names, &[], &minutes(head));
        let lower = text.to_lowercase();
        for part in PEOPLE.iter().flat_map(|(given, family)| [given, family]) {
            let part = part.to_lowercase();
            let is_left = lower
                .split(|c: char| !(c.is_alphanumeric() || c == '-'))
                .any(|word| word.trim_end_matches('s') == part);
            assert!(!is_left, "{names:?} {part}: {text}");
        }
        assert_eq!(text.matches("tyckte om bullar").count(), PEOPLE.len(), "{text}");
        assert!(text.contains("Kaffet var gott."), "{text}");
        if names == Names::None {
            assert!(text.contains(&format!("{} personer", PEOPLE.len())), "{text}");
        }
    }
}

#[test]
fn surnames_in_capitals_are_surnames() {
    let after = PEOPLE.map(|(given, family)| format!("{given} {}", family.to_uppercase()));
    let before = PEOPLE.map(|(given, family)| format!("{} {given}", family.to_uppercase()));
    for names in [&after, &before] {
        hides(&format!("Närvarande: {}", names.join(", ")));
        hides(&format!("Närvarande: {}", names.join("; ")));
    }
    hides(&format!("Närvarande\n\n- {}", after.join("\n- ")));
}

#[test]
fn names_in_small_letters_are_names() {
    let small = PEOPLE.map(|(given, family)| format!("{given} {family}").to_lowercase());
    let mixed = PEOPLE.map(|(given, family)| format!("{given} {}", family.to_lowercase()));
    for names in [&small, &mixed] {
        hides(&format!("Närvarande: {}", names.join(", ")));
        hides(&format!("närvarande: {}", names.join(", ")));
        hides(&format!("Närvarande\n\n- {}", names.join("\n- ")));
    }
    hides(&format!("Närvarande: {} och {}", mixed[..7].join(", "), mixed[7]));
}

#[test]
fn surnames_come_first_where_a_program_for_mail_wrote_them() {
    let turned = PEOPLE.map(|(given, family)| format!("{family}, {given}"));
    let reached = PEOPLE.map(|(given, family)| {
        format!("{family}, {given} <{}@exempel.se>", given.to_lowercase().chars().next().unwrap())
    });
    let noted = PEOPLE.map(|(given, family)| format!("{family}, {given} (ordf.)"));
    for names in [&turned, &reached, &noted] {
        for label in ["Närvarande", "Deltagare"] {
            let text = hidden_by(Names::Initials, &[], &minutes(&format!("{label}: {}", names.join("; "))));
            for (_, family) in PEOPLE.iter().filter(|(_, family)| family.len() > 4) {
                assert!(!text.contains(family), "{family}: {text}");
            }
        }
        hides(&format!("Närvarande: {}", names.join("; ")));
    }
}

#[test]
fn a_row_of_surnames_first_is_one_whatever_it_is_called() {
    let list = "Hallengren, Tuva; Rönn, Melker; Bly, Sixten";
    let minutes = format!("Samtal\n\nDatum: 2026-09-15\n\nTill: {list}\n\nTips\n\n- Hallengren kom.\n");
    let text = hidden_by(Names::None, &[], &minutes);
    assert!(!text.contains("Hallengren"), "{text}");
}

#[test]
fn a_unit_or_a_word_after_a_name_is_no_surname() {
    for (list, shown) in [
        ("Moa Ek KS, Ola Lund HR", "2 personer"),
        ("Moa HR, Ola IT", "2 personer"),
        ("Moa Ek, Ola Lund och två elever", "4 personer"),
    ] {
        let text = hidden_by(
            Names::None,
            &[],
            &format!(
                "Samtal\n\nDatum: 2026-09-15\nNärvarande: {list}\n\nTips\n\n- Vi möts digitalt, per telefon.\n"
            ),
        );
        assert!(text.contains(shown) && text.contains("Vi möts digitalt, per telefon."), "{list}: {text}");
    }
}
