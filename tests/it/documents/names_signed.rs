//! Signatories, where names are hidden: everybody on a line is somebody of their own, and a body that is one is
//! nobody.

use vidpennan::model::{Names, Signature};
use vidpennan::store;

use crate::support::hiding::Archive;
use crate::support::material::{HIDING, notes, of, with_names};

const LABELS: &[&str] = &[
    "Vid pennan",
    "Justeras",
    "Justerare",
    "Justeras av",
    "Justerat av",
    "Godkänt av",
    "Undertecknat av",
    "Antecknat av",
    "Antecknare",
    "Vid protokollet",
    "Protokollförare",
    "Vid anteckningarna",
];

/// Two people on a line, by whatever is between them.
const BOTH: &[&str] = &[
    "Svenja Rydhult, Niklas Krokstedt",
    "Svenja Rydhult och Niklas Krokstedt",
    "Svenja Rydhult & Niklas Krokstedt",
    "Svenja Rydhult / Niklas Krokstedt",
    "Svenja Rydhult/Niklas Krokstedt",
    "Svenja Rydhult samt Niklas Krokstedt",
    "Svenja Rydhult\tNiklas Krokstedt",
    "Svenja Rydhult        Niklas Krokstedt",
    "Svenja Rydhult (utredare), Niklas Krokstedt (jurist)",
    "utredare Svenja Rydhult, jurist Niklas Krokstedt",
    "Svenja Rydhult, utredare, Niklas Krokstedt, jurist",
];

const TEXT: &str = "Träff om parken\n\nDatum: 2026-05-05\n\nTips\n\n- Svenja Rydhult sa ja.\n\
                    - Rydhult och Krokstedt.\n- Enligt Krokstedt går det.\n\n";

fn signed(signoff: &str) -> Archive {
    let mut archive = Archive::with(&[]);
    archive.read(&[TEXT, signoff, "\n"].concat());
    archive
}

#[test]
fn the_words_over_a_signature_are_no_name() {
    for label in ["Justerat av", "Justeras av", "Justerat av:", "Godkänt av", "Undertecknat av"] {
        let archive = signed(&format!("Vid protokollet\n\nSiv Bergström\n\n{label}\n\nPer Ekholm"));
        let text = archive.text(Names::Role);
        let (_, signoff) = text.split_once("Vid protokollet").unwrap();
        assert!(signoff.contains(label.trim_end_matches(':')), "{label}: {text}");
        assert_eq!(signoff.to_lowercase().matches("en deltagare").count(), 2, "{label}: {text}");
        assert!(!archive.findings(Names::Written).iter().any(|one| one.text.contains("av")), "{label}");
    }
}

#[test]
fn every_signatory_on_a_line_is_hidden() {
    for label in LABELS {
        for both in BOTH {
            let lines = [
                format!("{label}: {both}"),
                format!("/{label}\n\n{both}"),
                format!("{label}: {both}, Tjelvar Brännmo"),
            ];
            for signoff in &lines {
                let archive = signed(signoff);
                for names in HIDING {
                    let text = archive.text(names);
                    for name in ["Svenja", "Rydhult", "Niklas", "Krokstedt", "Brännmo"] {
                        assert!(!text.contains(name), "{name} by {names:?} from {signoff:?}:\n{text}");
                    }
                }
                let text = archive.text(Names::Pseudonym);
                let line = text.lines().find(|line| line.contains(" och Person ")).unwrap_or_default();
                // Codes differ as a whole: two may have the same digits after another letter.
                let words = line.split(|c: char| !c.is_ascii_alphanumeric());
                let codes: Vec<&str> =
                    words.filter(|word| word.contains(|c: char| c.is_ascii_digit())).collect();
                assert!(matches!(codes.as_slice(), [one, other] if one != other), "{signoff:?}: {text}");
            }
        }
    }
}

#[test]
fn every_signatory_is_a_person_in_the_register() {
    let archive = signed("Vid pennan: Svenja Rydhult (utredare), Niklas Krokstedt (jurist)");
    let people = store::person::list(&archive.store).unwrap();
    let people: Vec<_> = people.iter().map(|person| (person.name.as_str(), person.role.as_deref())).collect();
    assert_eq!(people, [("Svenja Rydhult", Some("utredare")), ("Niklas Krokstedt", Some("jurist"))]);
}

/// In files that an older version wrote the second person is the role of the first.
#[test]
fn somebody_who_is_the_role_of_another_is_hidden() {
    let section = notes("Tips", &["Rydhult och Krokstedt sa ja.", "Fråga Niklas."]);
    let both = |name: &str, role: &str| Signature { name: name.to_owned(), role: role.to_owned() };
    for signature in [
        both("Svenja Rydhult", "Niklas Krokstedt"),
        both("Svenja Rydhult (utredare)", "Niklas Krokstedt (jurist)"),
        both("Svenja Rydhult och Niklas Krokstedt", "Justeras"),
    ] {
        let minutes = vidpennan::minutes::Minutes {
            sections: vec![section.clone()],
            signoff: vec![signature],
            ..Default::default()
        };
        for names in HIDING {
            let shown = format!("{:?}", with_names(&of(minutes.clone()), names));
            for name in ["Svenja", "Rydhult", "Niklas", "Krokstedt"] {
                assert!(!shown.contains(name), "{name} by {names:?}: {shown}");
            }
        }
    }
}

#[test]
fn a_label_without_a_name_says_that_the_name_is_withheld() {
    let text = signed("Justeras: Svenja Rydhult, Niklas Krokstedt").text(Names::None);
    assert!(text.ends_with("/Vid pennan\n\nJusteras: namnet är utelämnat\n"), "{text}");
    for label in ["Vid pennan", "Antecknat av", "Vid protokollet", "Vid anteckningarna"] {
        let text = signed(&format!("{label}: Svenja Rydhult, Niklas Krokstedt")).text(Names::None);
        assert!(text.ends_with("/Vid pennan\n\nNamnet är utelämnat\n"), "{text}");
    }
    let text =
        signed("/Vid pennan\n\nSvenja Rydhult\nUtredare\n\nJusteras\n\nNiklas Krokstedt").text(Names::None);
    assert!(text.ends_with("/Vid pennan\n\nUtredare\n"), "{text}");
}

/// Bodies among the signatories, each with a line in which it stays.
const BODIES: &[(&str, &str)] = &[
    ("Biblioteket", "Biblioteket har öppet till åtta."),
    ("HR", "Prata med HR om det."),
    ("IT", "IT byter datorer."),
    ("Livskvalitetsteamet", "Prata med Livskvalitetsteamet."),
    ("LKP-teamet", "LKP-teamet kommer."),
    ("Kansliet", "Kansliet skriver."),
    ("Projektgruppen", "Projektgruppen träffas."),
    ("Kommunledningskontoret", "Fråga Kommunledningskontoret."),
    ("Ungdomsfullmäktige", "Ungdomsfullmäktige sa ja."),
    ("Medborgarservice", "Medborgarservice svarar."),
    ("Styrgruppen för parken", "Styrgruppen för parken beslutade."),
    ("Samhälle & Skola", "Samhälle & Skola bjuder in."),
    ("Björk & Frihet", "Björk & Frihet har kläder."),
    ("Näringsliv Höganäs", "Näringsliv Höganäs bjuder in."),
    ("Familjen Helsingborg", "Familjen Helsingborg samordnar."),
    ("Karl Hedin Bygghandel", "Karl Hedin Bygghandel sponsrar."),
    ("Navet", "Navet är öppet."),
    ("Svenska kyrkan", "Svenska kyrkan lånar ut salen."),
    ("Rädda Barnen", "Rädda Barnen kommer."),
];

#[test]
fn a_body_is_no_person_wherever_it_is_named() {
    for (body, line) in BODIES {
        for minutes in [
            format!("{TEXT}- {line}\n\n/Vid pennan\n\n{body}\n"),
            format!("{TEXT}- {line}\n\nJusteras: {body}\n"),
            format!("{TEXT}- {line}\n\nÅtgärder\n\n- Köp fika. Ansvarig: {body}\n"),
            TEXT.replace("\n\nTips", &format!("\nNärvarande: Lena Asklund, {body}, Malin Rask\n\nTips"))
                + &format!("- {line}\n"),
        ] {
            let mut archive = Archive::with(&[]);
            archive.read(&minutes);
            for names in HIDING {
                let text = archive.text(names);
                assert!(text.contains(line), "{body} by {names:?}:\n{text}");
                let found = archive.findings(names);
                let found: Vec<&str> = found.iter().map(|finding| finding.about.as_str()).collect();
                assert!(!found.iter().any(|about| body.contains(about)), "{body} by {names:?}: {found:?}");
            }
            let people = store::person::list(&archive.store).unwrap();
            assert!(!people.iter().any(|person| person.name == *body), "{body} in {people:?}");
        }
    }
}

/// A name that looks like that of a body is a person's where the register says so.
#[test]
fn a_person_who_is_called_as_a_body_is_hidden() {
    let mut archive = Archive::with(&[]);
    archive.enter(&["Ivar Stad", "Moa Norr", "Siv Skog", "Anna Karin Helsing"]);
    archive.read_lines(&["Ivar Stad sa ja.", "Enligt Norr går det.", "Siv Skog och Anna Karin Helsing."]);
    assert_eq!(archive.lines(Names::None), ["N.N. sa ja.", "Enligt N.N. går det.", "N.N. och N.N."]);
}

#[test]
fn a_telephone_below_a_signature_is_no_title() {
    let mut archive = Archive::with(&[]);
    archive.read(
        "Samtal\n\nDatum: 2026-03-05\n\nTips\n\n- Mer ljus.\n\n/Vid pennan\n\nTage Örn\n070-123 45 67\ntage.orn@lindby.se\n",
    );
    for (names, signed) in [(Names::Role, "En deltagare"), (Names::Initials, "T.Ö.")] {
        let text = archive.text(names);
        let (_, below) = text.split_once("/Vid pennan").unwrap();
        assert_eq!(below.trim(), signed, "{text}");
    }
}
