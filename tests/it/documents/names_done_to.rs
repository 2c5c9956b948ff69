//! A word that is a surname and something else at the beginning of a sentence: the verb after it says which it is.

use vidpennan::model::Names;

use crate::documents::naming::{becomes_by, hidden_by};

/// Surnames that are other words too.
const FAMILIES: [&str; 14] = [
    "Rask", "Modig", "Öst", "Lind", "Dal", "Ek", "Nord", "Varg", "Sjö", "Silver", "Trygg", "Gren", "Skog",
    "Frisk",
];

/// What is done to people.
const DONE: [&str; 16] = [
    "utses till kontaktperson.",
    "väljs till justerare.",
    "kallas till nästa möte.",
    "adjungeras.",
    "entledigas.",
    "avtackas med blommor.",
    "tackades för sina år.",
    "uppmanas att svara.",
    "nominerades.",
    "belönas med medalj.",
    "har utsetts till vikarie.",
    "ska intervjuas.",
    "anställs i maj.",
    "föreslås som ordförande.",
    "ombeds ringa.",
    "välkomnas av alla.",
];

#[test]
fn somebody_to_whom_something_is_done_is_hidden() {
    for family in FAMILIES {
        let register = format!("Tove {family}");
        let lines = DONE.map(|done| format!("{family} {done} => N.N. {done}"));
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        becomes_by(Names::None, &[&register], "", &lines);
    }
}

#[test]
fn what_is_done_to_things_leaves_their_names() {
    let register = [
        "Tor Berg",
        "Ester Ål",
        "Bo Ek",
        "Kaj Holm",
        "Uno Svensk",
        "Elin Fredag",
        "Ville Hed",
        "Nina Penna",
        "Ia Torsk",
        "Liv Gran",
        "Moa Sten",
    ];
    becomes_by(
        Names::None,
        &register,
        "",
        &[
            "Berg sprängs vid skolan.",
            "Ål fiskas inte längre.",
            "Torsk fångas inte här och fiskas inte.",
            "Ek som golv är dyrt.",
            "Ek, alm och ask planteras.",
            "Gran fälls i vinter. Gran huggs.",
            "Sten läggs längs vägen.",
            "Kaj byggs om i hamnen.",
            "Svensk mat serveras.",
            "Fredag är mötesdag.",
            "Penna och papper behövs",
            "Det ville Ville. => Det ville N.N.",
            "Fredag sa nej. => N.N. sa nej.",
            "Ek som var med sa nej. => N.N. som var med sa nej.",
        ],
    );
}

#[test]
fn a_name_beside_an_arrow_or_in_quotation_marks_is_one() {
    for (register, name) in
        [("Gun Hammar", "Gun"), ("Siv Alm", "Siv"), ("Dag Vik", "Dag"), ("Saga Ros", "Saga")]
    {
        let lines = [
            "{} > Noah: ta med nyckel",
            "{} -> Noah: ring",
            "{} => Noah",
            "{} ↔ Noah",
            "{} vs. Noah",
            "{}=ordf, Noah=sekr",
            "'{}' sa så.",
            "»{}« sa så.",
            "{};Noah",
            "{}·Noah",
        ];
        let minutes = format!(
            "Möte\n\nTankar\n\n{}",
            lines.map(|line| format!("- {line}\n").replace("{}", name)).concat()
        );
        let text = hidden_by(Names::None, &[register, "Noah Gren"], &minutes);
        assert!(!text.contains(name) && !text.contains("Noah"), "{text}");
        assert_eq!(text.matches("N.N.").count(), lines.len() * 2 - 2, "{text}");
    }
}

#[test]
fn whose_age_follows_is_somebody() {
    becomes_by(
        Names::None,
        &["Ebba Stolt", "Ester Vilja"],
        "",
        &["Ebba, 4 år, ritade. => N.N., 4 år, ritade.", "Ester, 80, bakar. => N.N., 80, bakar."],
    );
}
