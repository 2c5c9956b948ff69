//! The parts of a sign-off: each keeps the words that open it, whoever is hidden, and says nothing twice.

use vidpennan::model::{Names, Report};

use crate::support::hiding::{Archive, as_text};

/// The minutes below their text, with these names.
fn signed(names: Names, signoff: &str) -> String {
    let mut archive = Archive::with(&[]);
    archive.read(&format!(
        "Möte\n\nDatum: 2026-11-02\nNärvarande: Eva Ek, Bo Al\n\nTankar\n\n- Ja\n\n{signoff}\n"
    ));
    archive.text(names).split_once("- Ja\n").unwrap().1.trim().to_owned()
}

#[test]
fn a_sign_off_keeps_the_words_that_open_its_parts() {
    let both = "/Vid pennan\n\nEva Ek\nSekreterare\n\nJusteras\n\nBo Al\nOrdförande";
    assert_eq!(signed(Names::Written, both), both);
    let hidden = "/Vid pennan\n\nSekreterare\n\nJusteras\n\nOrdförande";
    assert_eq!(signed(Names::Role, both), hidden);
    assert_eq!(signed(Names::None, both), hidden);
    let initials = "/Vid pennan\n\nE.E.\nSekreterare\n\nJusteras\n\nB.A.\nOrdförande";
    assert_eq!(signed(Names::Initials, both), initials);
    let side_by_side = "Vid protokollet\n\nEva Ek        Bo Al\nSekreterare   Justerare";
    assert_eq!(
        signed(Names::Initials, side_by_side),
        "Vid protokollet\n\nE.E.\nSekreterare\n\nB.A.\nJusterare"
    );
}

#[test]
fn what_opens_a_sign_off_is_no_role() {
    for opening in ["Vid pennan", "Vid pennan:", "/vid pennan"] {
        let text = signed(Names::Initials, &format!("{opening}\n\nEva Ek"));
        assert_eq!(text.to_lowercase().matches("vid pennan").count(), 1, "{text}");
        assert!(text.ends_with("\n\nE.E."), "{text}");
    }
    assert_eq!(signed(Names::Role, "Justeras\n\nBo Al"), "Justeras\n\nEn deltagare");
}

#[test]
fn a_document_has_the_words_that_open_each_part() {
    let mut archive = Archive::with(&[]);
    archive
        .read("Möte\n\nDatum: 2026-11-02\n\nTankar\n\n- Ja\n\nVid pennan\n\nEva Ek\n\nJusteras\n\nBo Al\n");
    let document = archive.publication(0, Report::Minutes, Names::Written).document;
    let text = vidpennan::report::manuscript::text(&document);
    let signed = text.split_once("- Ja").unwrap().1;
    let lines: Vec<&str> = signed
        .lines()
        .map(|line| line.trim_matches(['*', ' ', '/']))
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(lines, ["Vid pennan", "Eva Ek", "Justeras", "Bo Al"], "{text}");
}

#[test]
fn a_reminder_speaks_to_one_as_one() {
    let mut archive = Archive::with(&[]);
    archive.read(
        "Möte\n\nDatum: 2026-11-02\nNärvarande: Eva Ek, enhetschef; Bo Al\n\nÅtgärder\n\n\
         - Boka scen. Ansvarig: vaktmästaren\n- Måla. Ansvarig: Eva Ek\n- Ringa. Ansvarig: Bo Al\n",
    );
    for names in [Names::Initials, Names::Pseudonym, Names::Role] {
        let text = as_text(&archive.publication(0, Report::Reminder, names));
        assert!(!text.contains("ansvarar ni"), "{names:?} {text}");
        assert!(text.contains("Vaktmästaren\n---"), "{text}");
    }
}

#[test]
fn a_title_under_a_name_is_no_person_whatever_its_first_word_is_and_a_blank_line_between_or_not() {
    for title in [
        "Biträdande rektor",
        "Vice ordförande",
        "Tillförordnad enhetschef",
        "Legitimerad psykolog",
        "T.f. kurator",
        "Avgående kassör",
        "Rektor",
    ] {
        for (opening, between) in ["Vid pennan", "Justeras", "/Vid pennan"]
            .iter()
            .flat_map(|opening| ["\n", "\n\n"].map(|between| (opening, between)))
        {
            let mut archive = Archive::with(&[]);
            archive.read(&format!(
                "Möte\n\nDatum: 2026-11-02\n\nTips\n\n- Bra.\n\n{opening}\n\nEva Ek{between}{title}\n\nBo Al{between}{title}\n"
            ));
            for names in [Names::None, Names::Role] {
                let text = archive.text(names);
                let (_, signed) = text.split_once("Bra.").unwrap();
                assert!(
                    !signed.contains("deltagare") && signed.matches(title).count() == 2,
                    "{title} {opening}: {text}"
                );
            }
        }
    }
}

#[test]
fn markdown_has_the_words_that_open_each_part_and_is_read_as_the_same() {
    let words = vidpennan::i18n::Lang::Sv.words();
    for text in [
        "Möte\n\nDatum: 2026-11-02\n\nTips\n\n- Bra.\n\nVid pennan\n\nEva Ek\nrektor\n\nJusteras\n\nBo Al\n",
        "Möte\n\nDatum: 2026-11-02\n\nTips\n\n- Bra.\n\nUnderskrifter\n\nEva Ek\nBo Al\n",
        "Möte\n\nDatum: 2026-11-02\n\nTips\n\n- Bra.\n\n/Vid pennan\n\nEva Ek\n",
    ] {
        let minutes = vidpennan::minutes::read::read_quietly(text, words);
        let written = vidpennan::export::md::write(&minutes, words);
        let (_, signed) = written.split_once("\n---\n").unwrap();
        for opening in ["Vid pennan", "Justeras", "Underskrifter"] {
            let times = usize::from(text.contains(opening));
            assert_eq!(signed.matches(&format!("**{opening}**")).count(), times, "{written}");
        }
        assert_eq!(vidpennan::minutes::markdown::read(&written), Some(minutes), "{written}");
    }
}
