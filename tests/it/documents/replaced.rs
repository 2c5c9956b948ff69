//! What the check finds in a publication in which names were replaced: no replacement, every doubt, and all the rest.

use vidpennan::i18n::Lang;
use vidpennan::minutes::{Field, Minutes};
use vidpennan::model::{FindingKind, Names, Report};
use vidpennan::report::privacy::{Finding, check};
use vidpennan::report::{Choices, KnownPeople, Material};

use crate::support;
use crate::support::hiding::Archive;
use crate::support::material::{HIDING, notes, registered};

fn material(people: &[(&str, &str)], present: &str, lines: &[&str]) -> Material {
    let section = notes("Tankar", lines);
    let field = Field { label: "Närvarande".to_owned(), value: present.to_owned(), as_written: None };
    let fields = if present.is_empty() { Vec::new() } else { vec![field] };
    let minutes =
        Minutes { title: "Möte".to_owned(), fields, sections: vec![section], ..Minutes::default() };
    let people = people.iter().map(|(name, role)| registered(name, role)).collect();
    Material { people, ..support::material::of(minutes) }
}

fn findings(people: &[(&str, &str)], present: &str, lines: &[&str], names: Names) -> Vec<Finding> {
    let material = material(people, present, lines);
    let known = KnownPeople::of(&material);
    let cut = Choices { names, ..Choices::default() }.cut(&material, &known);
    check(&Report::Minutes.write(&cut, Lang::Sv.words()), &known, None)
}

#[test]
fn what_replaced_a_name_is_no_finding() {
    let people = [("Björn Ek", "Kock"), ("Siv Alm", "Bergman"), ("Ola Lund", "Lantbrukare")];
    let lines = ["Enligt Björn Ek går det.", "Ansvarig: Björn", "Köpa kaffe @Lund", "Siv Alm vet."];
    for names in HIDING {
        let found = findings(&people, "Björn Ek, Siv Alm, Ola Lund", &lines, names);
        let out: Vec<_> = found.iter().filter(|finding| !finding.is_hidden).collect();
        assert!(out.is_empty(), "{names:?}: {out:?}");
    }
}

#[test]
fn no_word_of_what_replaced_a_name_is_a_finding() {
    let people = [("Björn Ek", "Enhetschef hemtjänst"), ("Siv Alm", "Kurator på sjukhuset")];
    let lines = ["Enligt Björn Ek går det.", "Hemma hos Siv Alm", "Vi ses hos Björn. Siv bor där."];
    for names in HIDING {
        let found = findings(&people, "", &lines, names);
        let out: Vec<_> = found.iter().filter(|finding| !finding.is_hidden).collect();
        assert!(out.is_empty(), "{names:?}: {out:?}");
    }
}

#[test]
fn an_address_beside_somebody_who_is_hidden_is_found() {
    let lines = ["Plats: Anna Bergs kontor, Storgatan 3", "Hos Anna, Ekgränd 4, i salen på torsdag"];
    for people in [&[("Anna Berg", "Kurator")][..], &[("Anna Berg", "")], &[]] {
        for names in [Names::Full].into_iter().chain(HIDING) {
            let found = findings(people, "", &lines, names);
            let addresses: Vec<_> = found
                .iter()
                .filter(|it| it.kind == FindingKind::Address)
                .map(|it| it.text.as_str())
                .collect();
            assert_eq!(addresses, ["Storgatan 3", "Ekgränd 4"], "{names:?} {people:?}");
        }
    }
}

#[test]
fn whoever_nobody_knows_is_listed_where_they_were_hidden() {
    let lines = ["Enligt Samir Kafedzic går det.", "Fråga Lindqvist om det", "På väg: Linnéa är klar"];
    for names in HIDING {
        let found = findings(&[], "", &lines, names);
        let hidden: Vec<_> =
            found.iter().filter(|it| it.is_hidden).map(|it| (it.text.as_str(), it.place.words())).collect();
        let words: Vec<&str> = hidden.iter().map(|(text, _)| *text).collect();
        assert_eq!(words, ["Samir Kafedzic", "Lindqvist", "Linnéa"], "{names:?}: {hidden:?}");
        assert!(hidden.iter().all(|(text, now)| text != now), "{hidden:?}");
    }
}

#[test]
fn a_doubt_is_listed_in_its_own_place_alone() {
    // The owner and the sentence became the same words; only one of them was in doubt.
    let lines = ["Fråga Anna Berg", "Enligt Lindqvist går det", "Fråga Anna Berg igen"];
    let found = findings(&[("Anna Berg", "")], "Anna Berg", &lines, Names::None);
    let hidden: Vec<_> = found.iter().filter(|it| it.is_hidden).map(|it| it.place.excerpt.as_str()).collect();
    assert_eq!(hidden, ["Enligt N.N. går det"]);
}

/// The same without the codes of pseudonyms, which differ from one file to the next.
fn uncoded(text: &str) -> String {
    let is_in_code = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
    let mut pieces = text.split("Person ");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, rest| text + "Person" + rest.trim_start_matches(is_in_code))
}

/// What is noted of the places is kept in tables without an order.
#[test]
fn what_is_found_is_the_same_every_time_and_in_its_own_place() {
    const MINUTES: &str = "Möte\n\nDatum: 2026-03-05\nRektor: Ingela Holmlund\nKaffe: Tjelvar Brännmo\n\nTips\n\n\
        - Love sa ja.\n- Hon och Love sa ja.\n- Enligt Lindqvist sa ja.\n- KJM vet. Fråga Love.\n- Fråga Anna.\n\
        - Berg växer.\n- Vi frågade Berg.\n- Stig dukar.\n- Fråga Stig.\n";
    let people = ["Ingela Holmlund", "Love Storm", "Karl-Johan Modig", "Anna Ek", "Siv Berg", "Stig Ros"];
    let found = |names| {
        let mut archive = Archive::with(&people);
        archive.read(MINUTES);
        let found = archive.findings(names).into_iter().filter(|finding| finding.is_hidden);
        found
            .map(|it| [it.text, it.place.heading, uncoded(&it.place.excerpt)].join(" | "))
            .collect::<Vec<_>>()
    };
    for names in HIDING {
        let first = found(names);
        for _ in 0..20 {
            assert_eq!(found(names), first, "{names:?}");
        }
        let of = |word: &str| first.iter().filter(|line| line.starts_with(word)).count();
        assert_eq!((of("Tjelvar Brännmo | Kaffe | "), of("Tjelvar")), (1, 1), "{names:?}: {first:#?}");
        assert_eq!(
            (of("Lindqvist"), of("Berg"), of("Stig"), of("KJM")),
            (1, 1, 1, 1),
            "{names:?}: {first:#?}"
        );
        assert!(first.iter().all(|line| !line.contains("Anna")), "{names:?}: {first:#?}");
    }
}

#[test]
fn a_place_that_is_a_surname_too_stays_after_a_preposition_of_place() {
    let lines = ["Biblioteket i Norrby testade två torsdagar", "Vi sågs vid Ekeby på kvällen", "Bo på Hagby"];
    for line in lines {
        let material = material(&[], "", &[line]);
        let known = KnownPeople::of(&material);
        let cut = Choices { names: Names::Role, ..Choices::default() }.cut(&material, &known);
        assert_eq!(cut.meetings[0].minutes.sections[0].entries[0].text, line);
    }
}

#[test]
fn a_genitive_of_a_stranger_is_the_same_person_in_the_check() {
    let mut archive = Archive::with(&[]);
    archive.read_lines(&["Annas bok ligger kvar", "Fråga Anna om det", "Lukas ringde", "Vi tog Elins cykel"]);
    for names in [Names::Full, Names::None] {
        let mut about: Vec<String> =
            archive.findings(names).into_iter().map(|finding| finding.about).collect();
        about.sort_unstable();
        about.dedup();
        assert_eq!(about, ["Anna", "Elin", "Lukas"], "{names:?}");
    }
}
