//! What a row calls those in it is no name: labels within a line, the heads of tables, what a cell says of somebody.
//! Nor are places by the words beside them.

use vidpennan::model::{Names, Report};
use vidpennan::report::KnownPeople;

use crate::support::hiding::{Archive, as_text};

/// The mentions in a text, of people of whom nothing is known.
fn found(text: &str) -> Vec<&str> {
    KnownPeople::default().find(text).into_iter().filter_map(|mention| text.get(mention.at)).collect()
}

#[test]
fn labels_within_a_row_stay_and_nobody_is_counted_across_them() {
    let mut archive = Archive::with(&["Tage Loo", "Ebba Munk", "Siv Tagg"]);
    archive.read(
        "Samtal\n\nDatum: 2026-03-05\nVärd: Tage Loo / Deltagare: Ebba Munk\nPenna: Tage Loo, Fika: Ebba Munk\n\
         Ordförande: Tage Loo, Sekreterare: Ebba Munk, Justerare: Siv Tagg\n\nBord 1\n\nVärd: Tage Loo\nFoto: Siv Tagg\n",
    );
    let text = archive.text(Names::Role);
    for line in [
        "Värd: En deltagare / Deltagare: En deltagare",
        "Penna: En deltagare, Fika: en annan deltagare",
        "Ordförande: En deltagare, Sekreterare: En deltagare, Justerare: En deltagare",
        "Foto: en deltagare",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let text = archive.text(Names::None);
    assert!(text.contains("Penna: N.N., Fika: N.N.") && text.contains("Foto: N.N."), "{text}");
}

#[test]
fn the_heads_of_a_table_are_no_names() {
    for text in [
        "| Fråga | Ansvarig | Klart |",
        "| Åtgärd | Ansvarig | Status |",
        "| Ärende | Ansvarig | Resultat |",
        "Vad – Vem – När",
        "Punkt – Ansvarig – Beslut",
        "Fråga\tAnsvarig\tKlart",
        "Fråga Ansvarig Klart",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
    for text in ["| Buss | Ansvarig | Zlorka Vröm |", "| Rektor | Zlorka Vröm |", "Ansvarig – Zlorka Vröm"]
    {
        assert_eq!(found(text), ["Zlorka Vröm"], "{text}");
    }
}

#[test]
fn what_a_table_of_attendees_says_of_a_body_is_nobody() {
    let mut archive = Archive::with(&[]);
    archive.read(
        "Samtal\n\nDatum: 2026-03-05\nNärvarande: Tage Loo, Polisen; Byalaget Norrgård, Ideell; Ebba Munk, Kyrkan\n\n\
         Tips\n\n- Ett tips\n",
    );
    let news = as_text(&archive.publication(0, Report::News, Names::None));
    assert!(news.contains("- 2 personer\n"), "{news}");
}

#[test]
fn a_word_is_a_place_by_what_is_beside_it() {
    for text in
        ["Plats: Mo i Rana", "Vi åkte till Mo i Rana", "Torp flygplats är stängd", "Berg station är riven"]
    {
        assert_eq!(found(text), [""; 0], "{text}");
    }
    let mut archive = Archive::with(&["Siv Torp", "Moa Viken", "Ulf Mo"]);
    archive.read_lines(&[
        "Torp flygplats och Viken centrum",
        "En ulf är ett gammalt ord",
        "Siv Torp kom",
        "det ulf sa",
        "Fråga Viken",
    ]);
    assert_eq!(
        archive.lines(Names::None),
        [
            "Torp flygplats och Viken centrum",
            "En ulf är ett gammalt ord",
            "N.N. kom",
            "det N.N. sa",
            "Fråga N.N."
        ]
    );
}

#[test]
fn a_word_that_begins_an_action_is_read_as_one_in_the_check_too() {
    let mut archive = Archive::with(&["Tage Loo"]);
    archive.read(
        "Samtal\n\nDatum: 2026-03-05\n\nUtmaningar\n\n- Klara regler saknas\n\nÅtgärder\n\n- Rita en karta\n- Stig in\n",
    );
    for names in [Names::None, Names::Role] {
        assert_eq!(archive.findings(names), [], "{names:?}");
    }
}
