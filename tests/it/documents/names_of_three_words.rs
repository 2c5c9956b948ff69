//! Names of three words and more, of which those who write use only some: one given name, or a given name and one
//! surname.

use vidpennan::model::Names;

use crate::documents::naming::{becomes, becomes_by, hidden};
use crate::support::hiding::Archive;

#[test]
fn one_of_several_given_names_is_the_same_person() {
    let head = "Närvarande: Ali Hassan Mohamud, Mohammed Abdi Warsame, Karin Elisabet Holm, Nguyễn Thị Hương, \
                Maj-Britt Sofia Ek, Juan Carlos García López, Sven-Olof Lars Dahl\n";
    becomes(
        &[],
        head,
        &[
            "Ali sa nej. Hassan svarade. Ali Hassan ringer. => Person 1 sa nej. Person 1 svarade. Person 1 ringer.",
            "Ali Mohamud bokar, säger Mohamud. Alis idé => Person 1 bokar, säger Person 1. Person 1:s idé",
            "Prata med Mohammed. Abdi Warsame kommer. => Prata med Person 2. Person 2 kommer.",
            "Karin sa nej. Elisabet Holm vet. Karins lista => Person 3 sa nej. Person 3 vet. Person 3:s lista",
            "Hương ringer. Thị Hương vet. => Person 4 ringer. Person 4 vet.",
            "Skicka till @Maj-Britt. Fråga @sofia. => Skicka till Person 5. Fråga Person 5.",
            "Fråga @maj-britt eller @Karin => Fråga Person 5 eller Person 3",
            "Carlos vet. Juan García vet. López vet. => Person 6 vet. Person 6 vet. Person 6 vet.",
            // Half of a name with a hyphen may be another's whole name.
            "Lars vet. Olof vet. => Person 7 vet. En deltagare vet.",
        ],
    );
    becomes_by(Names::Initials, &[], head, &["Karin sa nej till Mohammed => K.E.H. sa nej till M.A.W."]);
}

#[test]
fn an_owner_who_is_named_by_some_of_the_words_is_the_same_person() {
    becomes(
        &["Karin Elisabet Holm", "Anna Berg Lindqvist", "Ali Hassan Mohamud", "Lars-Erik Nils Bergman"],
        "",
        &[
            "Boka lokal. Ansvarig: Karin Holm => Boka lokal. Ansvarig: Person 1",
            "Boka bord. Ansvarig: Elisabet => Boka bord. Ansvarig: Person 1",
            "Boka buss. Ansvarig: Lindqvist => Boka buss. Ansvarig: Person 2",
            "Boka sal. Ansvarig: L-E Bergman => Boka sal. Ansvarig: Person 4",
            "Boka rum. Ansvarig: Ali Hassan => Boka rum. Ansvarig: Person 3",
            "Skriv till anna.lindqvist@exempel.se => Skriv till Person 2",
        ],
    );
}

#[test]
fn whoever_has_just_these_words_is_meant_by_them() {
    becomes(
        &[
            "Karin Ek",
            "Karin Elisabet Holm",
            "Sara Ek Nilsson",
            "Sara Ek",
            "Omar Ali Hassan",
            "Ali Hassan Mohamud",
        ],
        "",
        &[
            "Karin vet. Karin Elisabet vet. => Person 1 vet. Person 2 vet.",
            "Sara Ek vet. Sara Nilsson vet. Sara vet. => Person 4 vet. Person 3 vet. En deltagare vet.",
            "Omar Ali Hassan och Ali Hassan Mohamud vet. => Person 5 och Person 6 vet.",
        ],
    );
    // Two in one list are two.
    let shown = hidden(
        &[],
        "Möte\n\nNärvarande: Olof Holm, Karin Holm, Karin Elisabet Holm\n\nTankar\n\n- Karin Holm vet.\n",
    );
    let present = shown.lines().find(|line| line.starts_with("Närvarande: ")).unwrap();
    let codes: Vec<&str> = present.trim_start_matches("Närvarande: ").split(", ").collect();
    assert!(codes[1] != codes[2], "{shown}");
    assert!(shown.contains(&format!("- {} vet.", codes[1])), "{shown}");
}

#[test]
fn somebody_whom_only_the_text_names_is_the_same_by_some_of_the_words() {
    let mut archive = Archive::with(&[]);
    archive.read_lines(&[
        "Karin Elisabet Holm ringde.",
        "Karin Holm vet.",
        "Fråga Karin.",
        "Per Ros och Per Olof Ros ringde.",
        "Per Ros vet.",
    ]);
    let lines = archive.lines(Names::Pseudonym);
    let codes = |line: usize| {
        let parts = lines[line].split("Person ").skip(1);
        parts.map(|part| part.split(|c: char| !c.is_alphanumeric()).next().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!((codes(0), codes(0)), (codes(1), codes(2)), "{lines:#?}");
    assert!(codes(3)[0] != codes(3)[1], "{lines:#?}");
    assert_eq!(codes(3)[0], codes(4)[0], "{lines:#?}");
}
