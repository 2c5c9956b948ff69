//! Who is named behind a role, a body or a word for those present is a person everywhere, though every word of the name
//! is another word too.

use vidpennan::model::Names;

use crate::support::hiding::Archive;
use crate::support::material::HIDING;

/// Header fields by what is before the colon, or above the block; the names in them are other words too.
const FIELDS: &[&str] = &[
    "Deltagare\n\nSkolan: {A}, {B}\nFritid: {C}\nBiblioteket: {D}\n",
    "Kurator: {A}\nGruppledare: {B}\nGäst: {C}\nGranne: {D}\n",
    "Med: {A}, {B}, {C}, {D}\n",
    "Dnr: 2\n\nMed: {A}, {B}\n\nKaffe: {C}, {D}\n",
    "Beslutande\n{A}, rektor\n{B}\n\nEj beslutande\n{C}, sekreterare\n{D}\n",
    "Beslutande\n{A}\n\nTjänstgörande ersättare\n{B} (V)\n\nÖvriga deltagare\n{C}, kock\n{D}\n",
];

#[test]
fn somebody_whose_name_is_another_word_is_known_by_the_role_before_it() {
    for (at, field) in FIELDS.iter().enumerate() {
        let names = ["Bo Dahl", "Stig Lund", "Mats Ek", "Iris Sand"];
        let list = ["{A}", "{B}", "{C}", "{D}"]
            .iter()
            .zip(names)
            .fold((*field).to_owned(), |list, (place, name)| list.replace(place, name));
        let mut archive = Archive::with(&[]);
        archive.read(&format!(
            "Möte om bron\n\nDatum: 2026-03-0{}\n\n{list}\nSagt\n\n- Dahl räknar på kostnaden.\n- Lund vill vänta.\n- Ek tar det.\n\
             - Enligt Sand går det.\n- Sand och grus på vägen.\n",
            at + 1
        ));
        for hiding in HIDING {
            let text = archive.text(hiding);
            for said in ["Dahl räknar", "Lund vill", "Ek tar", "Enligt Sand"] {
                assert!(!text.contains(said), "{said} by {hiding:?}:\n{text}");
            }
            assert!(text.contains("Sand och grus på vägen."), "{text}");
        }
    }
}

#[test]
fn what_is_behind_a_label_and_no_name_stays() {
    const FIELDS: &str =
        "Tema: Grön Stad\nMål: Bättre Skola, Rent Vatten\nElever: Södra Skolan\nSkolan: Norra Annexet\n";
    let mut archive = Archive::with(&[]);
    archive.read(&format!("Möte om bron\n\nDatum: 2026-03-05\n{FIELDS}\nSagt\n\n- Rent vatten behövs.\n"));
    for hiding in HIDING {
        let text = archive.text(hiding);
        for field in FIELDS.lines() {
            assert!(text.contains(field), "{field} by {hiding:?}:\n{text}");
        }
    }
}

#[test]
fn whoever_speaks_before_a_quotation_is_hidden_though_the_name_is_another_word() {
    let mut archive = Archive::with(&[]);
    archive.read(
        "Möte om bron\n\nDatum: 2026-03-05\nNärvarande: Rut Holm, Sten Sand, Iris Ström\n\nSagt\n\n- Rut: \"Det går inte.\"\n\
         - Sten: ”Vi väntar.”\n- Iris: – Jag vet.\n- **Sten**: »Nja.»\n- Ström: 'Nej.'\n- Sten och grus: \"fint\"\n",
    );
    for hiding in HIDING {
        let text = archive.text(hiding);
        for speaker in ["Rut:", "Sten:", "Iris:", "Sten**", "Ström:"] {
            assert!(!text.contains(speaker), "{speaker} by {hiding:?}:\n{text}");
        }
        assert!(text.contains("Sten och grus"), "{text}");
    }
}

#[test]
fn the_head_of_a_table_of_people_is_nobody() {
    // As a table of Word is read.
    for head in ["Namn – Roll", "Namn – Närvarande – Frånvarande", "Deltagare – Uppdrag"] {
        let mut archive = Archive::with(&[]);
        archive.read(&format!(
            "Möte om bron\n\nDatum: 2026-03-05\n\nDiskussion\n\n- Roll och uppdrag.\n\nNärvarande\n\n• {head}\n• Rut Holm – kock\n• Sten Dahl – X\n"
        ));
        for hiding in HIDING {
            let text = archive.text(hiding);
            assert!(text.contains("Närvarande") && text.contains("Roll och uppdrag."), "{hiding:?}:\n{text}");
            assert!(!text.contains("Dahl"), "{hiding:?}:\n{text}");
        }
        let text = archive.text(Names::None);
        assert!(text.contains("2 personer") && !text.contains(head), "{text}");
    }
}

/// Somebody whose name became what they are is not said to be it once more, and nothing says that names are below.
#[test]
fn what_somebody_is_is_said_once_whatever_is_between() {
    let rows = [["Rut Holm", "kock"], ["Sten Dahl", "rektor"]];
    for (heading, between, head) in [
        ("Närvarande", " – ", "Namn – Roll"),
        ("Gruppen", " – ", "Namn – Funktion"),
        ("Inbjudna gäster", " – ", "Namn – Titel"),
        ("Arbetsgrupp", ", ", "Namn, roll"),
    ] {
        let mut archive = Archive::with(&[]);
        let lines = rows.map(|row| format!("• {}\n", row.join(between))).concat();
        archive.read(&format!(
            "Möte om bron\n\nDatum: 2026-03-05\n\nSagt\n\n- Vi ses.\n\n{heading}\n\n• {head}\n{lines}"
        ));
        let text = archive.text(Names::Role).to_lowercase();
        assert!(!text.contains("namn") && text.contains(&heading.to_lowercase()), "{text}");
        assert_eq!((text.matches("kock").count(), text.matches("rektor").count()), (1, 1), "{text}");
        assert!(archive.text(Names::Initials).contains(head), "the columns stay");
    }
    let mut archive = Archive::with(&[]);
    archive.read(
        "Möte om bron\n\nDatum: 2026-03-05\n\nRut Holm – rektor\n\n- Vi ses.\n\nKommentar av Ove Sund\n\n- Bra.\n\n\
         Frågor\n\n- Fråga Siv Al – hon vet.\n",
    );
    let text = archive.text(Names::Role);
    assert!(text.contains("\nRektorn\n") && text.contains("Kommentar av en deltagare"), "{text}");
    assert!(text.contains("– hon vet."), "{text}");
}

#[test]
fn whoever_made_something_is_hidden_by_an_initial_too() {
    for label in ["Foto", "Illustration", "Layout", "Bild", "Text", "Musik"] {
        for name in ["M. Rönn", "M Rönn", "T. Hallengren", "K. Ödlund"] {
            let family = name.rsplit(' ').next().unwrap();
            for line in [format!("{label}: {name}"), format!("({label}: {name})")] {
                let mut archive = Archive::with(&[]);
                archive.read_lines(&[&line]);
                let shown = archive.lines(Names::None).concat();
                assert!(!shown.contains(family) && shown.contains(label), "{line}: {shown}");
            }
        }
    }
}

#[test]
fn a_surname_that_ends_as_towns_do_is_one_after_a_given_name() {
    for name in ["Märit Önnestad", "Ingela Brimstad", "Torsten Vallaköping"] {
        let family = name.rsplit(' ').next().unwrap();
        let mut archive = Archive::with(&[]);
        archive.read(&format!(
            "Samtal\n\nDatum: 2026-03-05\nGästföreläsare: {name}\n\nTips\n\n- {family}s föredrag var bra.\n- Fråga {name}.\n"
        ));
        let text = archive.text(Names::None);
        assert!(!text.contains(family), "{text}");
    }
}

#[test]
fn a_row_of_dots_leads_to_a_name() {
    for (label, name) in
        [("Ordförande", "Tuva Hallengren"), ("Sekreterare", "Melker Rönn"), ("Justerare", "Ebba Munk")]
    {
        let family = name.rsplit(' ').next().unwrap();
        let mut archive = Archive::with(&[]);
        archive.read(&format!(
            "Samtal\n\nDatum: 2026-03-05\n\n{label} .......... {name}\n\nTips\n\n- {family}s bil.\n- {family} sa nej.\n"
        ));
        let text = archive.text(Names::None);
        assert!(!text.contains(family), "{text}");
    }
}

#[test]
fn couples_with_a_dash_and_arabic_names_with_a_capital_are_whole() {
    for (line, shown) in [
        ("Fråga paret Ström–Lundgren.", "Lundgren"),
        ("Paret Hallberg–Ek kom.", "Ek kom"),
        ("El Sayeds yttrande togs upp.", "El "),
    ] {
        let mut archive = Archive::with(&[]);
        archive.read_lines(&[line]);
        let text = archive.lines(Names::None).concat();
        assert!(!text.contains(shown), "{line}: {text}");
    }
}
