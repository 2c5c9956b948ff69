//! Somebody in the register who is written in a way of one's own: marked as a speaker without a colon, in bold, with
//! the initial after the surname, by the whole family, in small letters or as a name in systems.

use vidpennan::model::{Names, Report};
use vidpennan::report::KnownPeople;

use crate::support::hiding::Archive;
use crate::support::material::HIDING;

const PEOPLE: &[&str] = &[
    "Dag Vinter",
    "Grön M.",
    "Kim Ahlqvist",
    "Love Rönn-Falk",
    "Elof Dun",
    "Vera Kling",
    "Stig B",
    "Ask Löv",
    "Sten Oxenhall",
    "Ida Tall-Berg",
];

fn hidden(lines: &[&str]) -> Vec<String> {
    let mut archive = Archive::with(PEOPLE);
    archive.read_lines(lines);
    archive.lines(Names::None)
}

#[test]
fn somebody_is_hidden_however_the_name_is_written() {
    for (line, expected) in [
        ("Dags och Vinters bil", "N.N:s och N.N:s bil"),
        ("Dag – mer ljus", "N.N. – mer ljus"),
        ("Ask - fler bänkar", "N.N. - fler bänkar"),
        ("[Dag] mer ljus", "[N.N.] mer ljus"),
        ("Ask, du glömde nyckeln", "N.N., du glömde nyckeln"),
        ("**Dag** Vinter kom", "N.N. kom"),
        ("Vera *Kling* kom", "N.N. kom"),
        ("Grön, M. lämnade", "N.N. lämnade"),
        ("Ahlqvist, K. och Grön, M. kom", "2 personer kom"),
        ("Fråga Oxenhall, P. om det", "Fråga N.N. om det"),
        ("Fest hos Ahlqvistarna", "Fest hos N.N."),
        ("Oxenhallskan kom", "N.N. kom"),
        ("det sa ronn-falk", "det sa N.N."),
        ("ida tall-berg ringde", "N.N. ringde"),
        ("LoveRönn-Falk skrev", "N.N. skrev"),
        ("e.dun skrev det", "N.N. skrev det"),
        ("kling ritade", "N.N. ritade"),
        ("stigb och elofd loggar in", "N.N. och N.N. loggar in"),
        ("K A tar det", "N.N. tar det"),
    ] {
        let text = hidden(&[line]);
        let is_expected = text == [expected] || text == [expected.replace("2 personer", "N.N. och N.N.")];
        assert!(is_expected, "{line}: {text:?}");
    }
}

#[test]
fn no_choice_lets_any_of_them_out() {
    let lines = [
        "Dags och Vinters bil",
        "[Ask] mer ljus",
        "Grön, M. lämnade",
        "hos Ahlqvistarna",
        "det sa ronn-falk",
    ];
    let mut archive = Archive::with(PEOPLE);
    archive.read_lines(&lines);
    for names in HIDING {
        let text = archive.text(names);
        for name in ["Dag", "Vinter", "Ask", "Grön", "Ahlqvist", "ronn", "falk"] {
            assert!(!text.contains(name), "{names:?} {name}: {text}");
        }
    }
}

#[test]
fn a_name_in_part_is_the_same_person() {
    let mut archive =
        Archive::with(&["Nguyen Thi Minh", "Tage Loo; Rektor", "Siv Tagg; Rektor", "Ola Zorn; Rektor"]);
    archive.read(
        "Samtal\n\nDatum: 2026-03-05\nNärvarande: Nguyen Thi Minh, T. Loo, Siv Tagg, Ola Zorn\n\nTips\n\n\
         - Nguyen Thi Minh sa ja\n- Nguyen sa ja\n- Minh sa ja\n- Tage Loo sa ja\n- T. Loo sa ja\n",
    );
    let lines = archive.lines(Names::Pseudonym);
    let [whole, family, given, tage, initial] = lines.as_slice() else { panic!("{lines:?}") };
    assert!(whole == family && whole == given && whole.starts_with("Person "), "{lines:?}");
    assert!(tage == initial && tage != whole && tage.starts_with("Person "), "{lines:?}");
    let sheets = archive.publication(0, Report::Actions, Names::Role).sheets;
    assert!(sheets.is_empty(), "{sheets:?}");
    let minutes = archive.publication(0, Report::Minutes, Names::Role).sheets;
    let people = minutes.last().map_or(0, |people| people.rows.len());
    assert_eq!(people, 3, "each of two headmasters who are named in full has a row: {minutes:?}");
}

#[test]
fn what_is_written_so_and_is_no_name_stays() {
    let lines = [
        "Dags att gå hem",
        "Dag och natt är lika",
        "Grön, skön och fin",
        "Plan A B är klar",
        "vinter kom tidigt",
        "Vi har 3 * 4 bord och a_b i filen",
        "Askarna ska sågas ner",
    ];
    assert_eq!(hidden(&lines), lines);
    let found = |text| KnownPeople::default().find(text).len();
    for text in ["Dag – mer ljus", "[Sten] är hårt", "Vägarna är fina", "Skolskans är en skans"] {
        assert_eq!(found(text), 0, "{text}");
    }
}

#[test]
fn somebody_within_a_tag_is_hidden() {
    let mut archive = Archive::with(&["Ebba Munk"]);
    archive.read_lines(&[
        "#TeamKarin vann",
        "#teamebba och #HejaMunk",
        "#TeamSkåne och #ViMotVåld",
        "#teambuilding",
    ]);
    for names in HIDING {
        let lines = archive.lines(names);
        assert!(!lines[0].contains("Karin") && lines[0].ends_with(" vann"), "{names:?}: {lines:?}");
        assert!(!lines[1].contains("ebba") && !lines[1].contains("Munk"), "{names:?}: {lines:?}");
        assert_eq!(lines[2..], ["#TeamSkåne och #ViMotVåld", "#teambuilding"], "{names:?}");
    }
}
