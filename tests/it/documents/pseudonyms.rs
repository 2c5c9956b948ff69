//! A pseudonym that went out once is never that of somebody else, whatever the file gets to know later.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use vidpennan::i18n::Lang;
use vidpennan::minutes::read::read_quietly;
use vidpennan::model::Names;
use vidpennan::model::id::MeetingId;
use vidpennan::ops;
use vidpennan::report::{Choices, KnownPeople, Material, ReportScope, gather};
use vidpennan::store::Store;

use crate::support::at_once;
use crate::support::hiding::Archive;
use crate::support::material::registered;
use crate::support::people::{enter, person, rename};
use crate::support::room::options;

const FIRST: &str = "\
Rundabordet

Datum: 2026-03-05
Närvarande: Runa Sjöman, Tord Åkerö, Wilma Fält

Frågor

- Fråga Runa Sjöman.
- Fråga Tord Åkerö.
- Fråga Wilma Fält.
- Fråga Åke Ros.
- Fråga Siv Norr.
";

const LATER: &str = "\
Före rundabordet

Datum: 2026-02-01
Närvarande: Albin Alm, Runa Sjöman
Ordförande: Ada Almgren

Frågor

- Albin Alm frågade Ada Almgren. Ansvarig: Abbe Asp

/Vid pennan

Alma Abel
Vikarie
";

/// What somebody does to a file.
type Deed = fn(&mut Store);

fn import(store: &mut Store, minutes: &str) -> MeetingId {
    ops::import_minutes(store, &read_quietly(minutes, Lang::Sv.words()), None).unwrap().value
}

/// The words of the first entries of a meeting, as the minutes with pseudonyms have them.
fn minutes_of(store: &Store, meeting: MeetingId, scope: ReportScope) -> Vec<String> {
    let today = NaiveDate::from_ymd_opt(2026, 3, 9).unwrap();
    let material = gather(store, meeting, scope, Lang::Sv.words(), today).unwrap();
    let choices = Choices { names: Names::Pseudonym, ..Choices::default() };
    let cut = choices.cut(&material, &KnownPeople::of(&material));
    let data = cut.meetings.iter().find(|data| data.meeting.id == meeting).unwrap();
    data.minutes.sections[0].entries.iter().map(|entry| entry.text.clone()).collect()
}

fn room() -> (Store, MeetingId) {
    let mut store = Store::in_memory(options()).unwrap();
    ops::rename_programme(&mut store, "Livskvalitet").unwrap();
    for name in ["Åke Ros", "Siv Norr"] {
        enter(&mut store, name);
    }
    let meeting = import(&mut store, FIRST);
    (store, meeting)
}

/// What a file gets to know after the first minutes went out.
const LATER_DEEDS: &[(&str, Deed)] = &[
    ("another meeting is read", |store| {
        import(store, LATER);
    }),
    ("somebody else is entered", |store| enter(store, "Ada Almgren")),
    ("somebody is entered whom the minutes name", |store| enter(store, "Tord Åkerö")),
    ("all whom the minutes name are entered", |store| {
        for name in ["Wilma Fält", "Tord Åkerö", "Runa Sjöman"] {
            enter(store, name);
        }
    }),
    ("somebody is called something else now", |store| {
        enter(store, "Wilma Fält");
        rename(store, "Wilma Fält", "Wilma Åker");
        enter(store, "Vilma Alm");
    }),
    ("somebody who is in running text alone is called something else now", |store| {
        rename(store, "Siv Norr", "Sivan Nord");
        import(store, LATER);
    }),
    ("somebody is entered again and said to be the same", |store| {
        enter(store, "Sivan Nord");
        let (twice, siv) = (person(store, "Sivan Nord"), person(store, "Siv Norr"));
        ops::join_persons(store, twice.id, siv.id).unwrap();
    }),
];

/// The same, where somebody is not known any more by what the first minutes were made of.
const LATER_LOSSES: &[(&str, Deed)] = &[
    ("somebody is removed, and somebody else entered", |store| {
        let siv = person(store, "Siv Norr");
        at_once::remove_person(store, siv.id).unwrap();
        enter(store, "Ada Almgren");
    }),
    ("a name that somebody had is that of somebody else", |store| {
        rename(store, "Åke Ros", "Åke Roos");
        enter(store, "Åke Ros");
    }),
    ("somebody turns out to be another", |store| {
        let (siv, other) = (person(store, "Siv Norr"), person(store, "Åke Ros"));
        ops::join_persons(store, siv.id, other.id).unwrap();
        import(store, LATER);
    }),
];

#[test]
fn a_pseudonym_stays_whatever_the_file_gets_to_know() {
    for (what, deed) in LATER_DEEDS {
        let (mut store, meeting) = room();
        let before = minutes_of(&store, meeting, ReportScope::Meeting);
        let apart: HashSet<&String> = before.iter().collect();
        assert!(
            apart.len() == 5 && before.iter().all(|line| line.starts_with("Fråga Person ")),
            "{before:?}"
        );
        deed(&mut store);
        assert_eq!(minutes_of(&store, meeting, ReportScope::Meeting), before, "{what}");
        assert_eq!(minutes_of(&store, meeting, ReportScope::Programme), before, "{what}");
    }
}

/// Whoever was named by a short name first keeps that pseudonym under the whole name, whoever else is called so later.
#[test]
fn a_pseudonym_stays_when_a_name_grows() {
    let paper = |names: &str, said: &str, day: u32| {
        format!("Möte {day}\n\nDatum: 2026-03-{day:02}\nNärvarande: {names}\n\nFrågor\n\n- Fråga {said}.\n")
    };
    for (short, whole, other) in [
        ("Siri", "Siri Ek", "Siri Alm"),
        ("M. Lund", "Malte Lund", "Maja Lund"),
        ("Asa Ros", "Åsa Ros", "Åke Ros"),
    ] {
        let mut store = Store::in_memory(options()).unwrap();
        ops::rename_programme(&mut store, "Livskvalitet").unwrap();
        let meeting = import(&mut store, &paper(&format!("{short}, Tord Åkerö"), short, 9));
        let before = minutes_of(&store, meeting, ReportScope::Meeting);
        assert!(before[0].starts_with("Fråga Person "), "{before:?}");
        let later = import(&mut store, &paper(&format!("{whole}, Tord Åkerö"), whole, 2));
        for (meeting, scope) in
            [(meeting, ReportScope::Meeting), (later, ReportScope::Meeting), (later, ReportScope::Programme)]
        {
            assert_eq!(minutes_of(&store, meeting, scope), before, "{whole}");
        }
        enter(&mut store, whole);
        assert_eq!(minutes_of(&store, later, ReportScope::Meeting), before, "{whole} is entered");
        let last = import(&mut store, &paper(other, other, 11));
        assert_eq!(minutes_of(&store, later, ReportScope::Meeting), before, "{other} came");
        assert_ne!(minutes_of(&store, last, ReportScope::Meeting), before, "{other}");
    }
    // Who was known by the whole name before keeps their own.
    let mut store = Store::in_memory(options()).unwrap();
    enter(&mut store, "Siri Alm");
    let meeting = import(&mut store, &paper("Siri, Tord Åkerö", "Siri", 9));
    let before = minutes_of(&store, meeting, ReportScope::Meeting);
    let later = import(&mut store, &paper("Siri Ek, Tord Åkerö", "Siri Ek", 10));
    assert_ne!(minutes_of(&store, later, ReportScope::Meeting), before);
}

#[test]
fn a_pseudonym_that_went_out_is_never_that_of_somebody_else() {
    for (what, deed) in LATER_LOSSES {
        let (mut store, meeting) = room();
        let before = minutes_of(&store, meeting, ReportScope::Meeting);
        deed(&mut store);
        let after = minutes_of(&store, meeting, ReportScope::Meeting);
        assert_eq!(after[..3], before[..3], "{what}");
        let others =
            |at: usize| before.iter().enumerate().filter(move |(own, _)| *own != at).map(|(_, line)| line);
        let is_others = |at: usize| others(at).any(|line| *line == after[at]);
        match *what {
            "somebody turns out to be another" => assert_eq!(after[4], before[3]),
            _ => assert!(!is_others(3) && !is_others(4), "{what}: {after:?} after {before:?}"),
        }
    }
}

/// Codes that would be the same get one more digit: neither is what the other has had.
#[test]
fn no_two_have_the_same_pseudonym_however_many_there_are() {
    let letter = |digit: char| char::from(b'a' + u8::try_from(digit.to_digit(10).unwrap()).unwrap());
    let name = |at: usize| format!("Runa Sjö{}man", at.to_string().chars().map(letter).collect::<String>());
    let all = |number: usize| Material {
        people: (0..number).map(|at| registered(&name(at), "")).collect(),
        ..Material::default()
    };
    let (few, many) = (KnownPeople::of(&all(1500)).codes(), KnownPeople::of(&all(3000)).codes());
    assert_eq!(many.iter().collect::<HashSet<_>>().len(), 3000);
    let of: HashMap<&String, usize> = many.iter().enumerate().map(|(at, code)| (code, at)).collect();
    for (at, code) in few.iter().enumerate() {
        assert!(many[at].starts_with(code), "{code} became {}", many[at]);
        assert!(of.get(code).is_none_or(|own| *own == at), "{code} is somebody else's now");
    }
    assert!(few != many[..1500], "no two were the same");
}

#[test]
fn whoever_only_texts_name_has_a_pseudonym_too() {
    let mut archive = Archive::with(&["Siv Holm"]);
    archive.read_lines(&[
        "Det går, säger Rebecca Almlöf, enhetschef på Ekbacken.",
        "Rebecca Almlöf ringer.",
        "Almlöfs förslag vann.",
        "Lotta Brink sa nej.",
        "Siv Holm svarar.",
        "Klienten Anna-Lena Borg ringde.",
    ]);
    let lines = archive.lines(Names::Pseudonym);
    let code = |line: usize| {
        let (_, after) = lines[line].split_once("Person ").unwrap();
        after.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap().to_owned()
    };
    let codes: Vec<String> = (0..5).map(code).collect();
    assert_eq!((&codes[0], &codes[0]), (&codes[1], &codes[2]), "{lines:#?}");
    assert!(codes[0] != codes[3] && codes[3] != codes[4], "{lines:#?}");
    assert_eq!((codes[3].len(), codes[4].len()), (6, 5), "{lines:#?}");
    assert_eq!(lines[5], "Klienten ringde.");
}

#[test]
fn whoever_a_text_says_is_something_is_called_so_everywhere() {
    let mut archive = Archive::with(&[]);
    archive.read_lines(&[
        "Det går, säger Rebecca Almlöf, enhetschef på Ekbacken.",
        "Enligt Rebecca Almlöf går det.",
        "Rebecca Almlöf, enhetschef på Ekbacken tror att det går bra i vår och i höst.",
        "Almlöf ringer. Lotta Brink, justerare, svarar.",
        "Eric Lundqvist, enhetschef Samhällsplanering, och Tor Lindqvist, chef Bo Almqvist kom.",
    ]);
    assert_eq!(
        archive.lines(Names::Role)[..4],
        [
            "Det går, säger enhetschefen på Ekbacken.",
            "Enligt enhetschefen går det.",
            "Enhetschefen på Ekbacken tror att det går bra i vår och i höst.",
            "Enhetschefen ringer. Justeraren svarar.",
        ]
    );
}
