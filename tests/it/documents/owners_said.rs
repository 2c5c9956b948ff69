//! An action has an owner however its words say it, and none is missing only because the name is left out.

use vidpennan::model::{Names, Report};

use crate::support::hiding::{Archive, as_text};

/// The minutes of a meeting with these people and these actions.
fn archive(actions: &[&str]) -> Archive {
    let mut archive = Archive::with(&[]);
    let lines: Vec<String> = actions.iter().map(|line| format!("- {line}\n")).collect();
    archive.read(&format!(
        "Träff\n\nDatum: 2026-10-06\nNärvarande: Tuva Hallengren, Melker Rönn, Sixten Bly, Ellen Ljung, Ivar Stock\n\n\
         Tips\n\n- Kaffet var gott.\n\nÅtgärder\n\n{}",
        lines.concat()
    ));
    archive
}

const OWNED: [&str; 12] = [
    "Köpa bullar – Melker Rönn ansvarar, senast 1 november",
    "Sixten Bly får i uppdrag att skriva brev.",
    "Rönn fick i uppdrag att måla.",
    "Uppdras åt Ellen Ljung att ringa.",
    "Det uppdrogs åt Stock att räkna.",
    "Städa förrådet (Ljung och Stock)",
    "Skicka kallelse; Hallengren, 3/11",
    "Diska /Bly",
    "Väva; Tuva",
    "Stryka /TH",
    "Putsa – Hallengren",
    "Vi ger Ivar Stock i uppdrag att boka.",
];

#[test]
fn nobody_is_missing_where_the_words_say_who() {
    for action in OWNED {
        let archive = archive(&[action]);
        for names in [Names::Full, Names::None, Names::Role, Names::Initials, Names::Pseudonym] {
            let text = as_text(&archive.publication(0, Report::Actions, names));
            assert!(!text.contains("Ingen ansvarig än"), "{action} {names:?}: {text}");
        }
        let text = as_text(&archive.publication(0, Report::Actions, Names::None));
        assert!(text.contains("Ansvarig finns, namnet är utelämnat"), "{action}: {text}");
    }
}

#[test]
fn somebody_is_missing_where_nobody_is_named_as_responsible() {
    for action in [
        "Köpa fika.",
        "Ring Melker Rönn",
        "Bjud in Tuva Hallengren, Sixten Bly",
        "Damma. Ansvarig: ?",
        "Vi får i uppdrag att städa.",
        "Boka Rönns lokal (nära torget)",
        "Läs Hallengrens brev, 3/11",
    ] {
        let text = as_text(&archive(&[action]).publication(0, Report::Actions, Names::None));
        assert!(text.contains("Ingen ansvarig än"), "{action}: {text}");
    }
}

#[test]
fn two_who_are_parted_by_a_stroke_are_two_owners() {
    let archive = archive(&[
        "Boka. Ansvar: T. Hallengren/M. Rönn",
        "Virka (ansv Ellen/Ivar)",
        "Ringa. Ansvarig: Sixten & Ellen",
    ]);
    let material = archive.actions();
    let people = vidpennan::report::KnownPeople::of(&material);
    let mut owned = material.clone();
    owned.call_owners_in_full(&people);
    assert_eq!(owned.owners(), ["Ellen Ljung", "Ivar Stock", "Melker Rönn", "Sixten Bly", "Tuva Hallengren"]);
    assert_eq!(material.share_called("Ivar Stock", &people).unwrap().meetings[0].work.len(), 1);
    assert_eq!(material.share_called("Ellen", &people).unwrap().meetings[0].work.len(), 2);
}
