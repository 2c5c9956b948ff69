//! Names in running text: whoever is registered is named in no text of a publication that hides names, whatever the
//! name is, however and wherever it is written; and what is no name stays as it was.

use proptest::prelude::*;
use proptest::sample::select;
use vidpennan::minutes::Minutes;
use vidpennan::model::Names;
use vidpennan::report::Material;

use crate::support;
use crate::support::arbitrary::cases;
use crate::support::material::{HIDING, notes, registered, with_names};

/// Words, places and names that are nothing else, as they are spelled in a register.
const GIVEN: &[&str] = &[
    "Åsa",
    "Björn",
    "Stig",
    "Bo",
    "Hans",
    "Per",
    "Sten",
    "Rut",
    "Siv",
    "Kaj",
    "Iris",
    "Mark",
    "Tor",
    "Vide",
    "Lars",
    "Anna-Karin",
    "Karl-Johan",
    "Eva",
    "Fatima",
    "Samir",
    "Yusuf",
    "Linn",
    "Max",
    "Love",
    "Dag",
    "Liv",
    "Nora",
    "José",
];
const FAMILY: &[&str] = &[
    "Berg",
    "Lund",
    "Holm",
    "Ek",
    "Björk",
    "Dahl",
    "Ström",
    "Sand",
    "Sjö",
    "Hav",
    "Ros",
    "Lind",
    "Grön",
    "Stark",
    "Modig",
    "Svensson",
    "Öberg",
    "von Essen",
    "af Trolle",
    "de la Cruz",
    "Nordmark",
    "Strömqvist",
    "Kafedzic",
    "Ek-Lund",
    "Vara",
    "Mora",
    "Karlstad",
    "Åkesson",
    "Al-Khatib",
    "O'Connor",
];
const ROLES: &[&str] = &["", "Enhetschef", "Inköpsstrateg på inköp", "IT-tekniker", "HR", "Vice ordförande"];

/// Where a name is the only thing that the word can be.
const FRAMES: &[&str] = &[
    "{} sa nej.",
    "Enligt {} går det.",
    "Vi frågade {}.",
    "Prata med {} om budgeten",
    "Ansvarig: {}",
    "Boka rum. Ansvarig: {}, klart senast: 2026-12-01",
    "Lista (tack {}) för alla",
    "I går kom {} hit, och det var bra.",
    "{} tycker att mötet blev bra",
    "Bordet leddes av {} hela kvällen.",
    "Det var {} som började.",
    "– {} vill ha fler bänkar",
    "Vem? {} vet.",
    "{} och enhetschefen tar det. Fråga {}!",
    "Kontakt är {}; ring före tio",
];
const GENITIVE_FRAMES: &[&str] =
    &["{} förslag antogs.", "Vi läste {} lista.", "Enligt {} chef går det.", "Det är {} nycklar som saknas"];

/// Sentences in which no word is a name, though many of them are in the register.
const PLAIN: &[&str] = &[
    "Hans förslag var bra",
    "Stig in och ta en lapp.",
    "Bo i Lund är dyrt",
    "Per deltagare blir det 100 kronor.",
    "Per månad kostar det mer",
    "Grön text betyder svar",
    "Sten på vägen",
    "Ett berg av papper och en ström av mejl",
    "Berg och dalbana i budgeten.",
    "Björk planteras.",
    "Ros till hela gruppen!",
    "Dag för dag blir det bättre, och dags att gå",
    "Mark finns att köpa.",
    "Max 12 personer per bord",
    "Tåget går till Lund varje timme",
    "Vi ses i Karlstad och Lund",
    "Lunds kommun svarar i maj",
    "Max Lundgrens gata stängs",
    "Hans Majestät Konungen kommer",
    "Bred dal, hög ås, stark ström och modig ungdom",
    "Liv i centrum är målet",
    "Livskvalitetsteamet och Gatukontoret svarar",
    "Frågor till kommun@exempel.se",
    "Växel 0410-733 000",
];

fn material(people: &[(String, String, &str)], text: &str) -> Material {
    let minutes = Minutes { sections: vec![notes("Tankar", &[text])], ..Minutes::default() };
    let people = people.iter();
    let people = people.map(|(given, family, role)| registered(format!("{given} {family}").trim(), role));
    Material { people: people.collect(), ..support::material::of(minutes) }
}

/// What a text reads like after the names were hidden.
fn hidden(people: &[(String, String, &str)], names: Names, text: &str) -> String {
    with_names(&material(people, text), names).sections[0].entries[0].text.clone()
}

/// The forms in which people write a name where a sentence wants one.
fn forms(given: &str, family: &str) -> Vec<String> {
    let first = |word: &str| word.chars().next().unwrap().to_string();
    let surname = family.rsplit(' ').next().unwrap();
    let initials: String = given.split('-').map(first).collect::<Vec<_>>().join("-");
    let mut forms = vec![
        format!("{given} {family}"),
        given.to_owned(),
        family.to_owned(),
        surname.to_owned(),
        format!("{} {family}", given.replace('-', " ")),
        format!("{initials}. {family}"),
        format!("{initials} {family}"),
        format!("{family}, {given}"),
        format!("{given} {}.", first(surname)).replace("..", "."),
        format!("{} {}", given.to_uppercase(), family.to_uppercase()),
        format!("{} {}", given.to_lowercase(), family.to_lowercase()),
        format!("{}.{}@lindby.se", plain(given), plain(surname)),
        format!("@{}.{}", plain(given), plain(surname)),
    ];
    if let Some((one, other)) = given.split_once('-') {
        forms.extend([format!("{one}{}", other.to_lowercase()), format!("{other} {family}")]);
    }
    forms
}

fn plain(word: &str) -> String {
    let letters = word.to_lowercase().replace(['å', 'ä'], "a").replace('ö', "o").replace('é', "e");
    letters.chars().filter(char::is_ascii_alphanumeric).collect()
}

fn genitives(given: &str, family: &str) -> Vec<String> {
    let s = |name: &str| if name.ends_with('s') { name.to_owned() } else { format!("{name}s") };
    vec![
        s(&format!("{given} {family}")),
        s(given),
        s(family),
        format!("{family}:s"),
        format!("{given}'s"),
        format!("{given}’s"),
    ]
}

/// The words of a text, folded, also the parts of those with hyphens.
fn words(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
}

/// What no text may hold: the parts of the name, also in the genitive.
fn parts(given: &str, family: &str) -> Vec<String> {
    let all = format!("{given} {family}").to_lowercase();
    let all = all.split([' ', '-', '\'']).filter(|part| !["von", "af", "de", "la", "al", "o"].contains(part));
    all.flat_map(|part| [part.to_owned(), format!("{part}s"), plain(part)]).collect()
}

fn person() -> impl Strategy<Value = (String, String, &'static str)> {
    (select(GIVEN), select(FAMILY), select(ROLES))
        .prop_map(|(given, family, role)| (given.to_owned(), family.to_owned(), role))
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn whoever_is_registered_is_named_nowhere(
        whom in person(),
        other in person(),
        names in select(&HIDING[..]),
        frame in select(FRAMES),
        genitive_frame in select(GENITIVE_FRAMES),
        nth in any::<prop::sample::Index>(),
    ) {
        let (given, family) = (whom.0.as_str(), whom.1.as_str());
        let people = [other.clone(), whom.clone()];
        let form = nth.get(&forms(given, family)).clone();
        let genitive = nth.get(&genitives(given, family)).clone();
        for text in [frame.replace("{}", &form), genitive_frame.replace("{}", &genitive)] {
            let shown = hidden(&people, names, &text);
            let left = words(&shown);
            for part in parts(given, family) {
                // "I Mora" and "Hans förslag" may be somebody or not.
            let is_two = form.starts_with("I ") || text.starts_with("Hans ") && text.contains(" antogs");
            let is_in_frame = is_two || words(&text.replace(&form, "").replace(&genitive, "")).contains(&part);
                prop_assert!(is_in_frame || !left.contains(&part), "{part} in {shown:?}, from {text:?} with {people:?}");
            }
            prop_assert!(!shown.contains('@'), "{shown:?}");
        }
    }

    #[test]
    fn what_is_no_name_stays_as_it_was(
        people in prop::collection::vec(person(), 1..6),
        names in select(&HIDING[..]),
    ) {
        for text in PLAIN {
            prop_assert_eq!(&hidden(&people, names, text), text, "with {:?}", &people);
        }
    }
}
