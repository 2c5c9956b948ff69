//! Any names in any form and place of some minutes, hidden by any choice: no byte of any file has them, in its text or
//! in what it says of itself. Words and places that are names elsewhere stay.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use vidpennan::i18n::Lang;
use vidpennan::minutes::read::read_quietly;
use vidpennan::model::{Coded, Names, Report};
use vidpennan::ops::{self, PersonDetails};
use vidpennan::report::{Choices, KnownPeople, Publication, gather};
use vidpennan::store::Store;

use crate::documents::names_in_files::{everything, rendered};
use crate::support::arbitrary::cases;
use crate::support::material::HIDING;
use crate::support::room::{noon, options};

/// Given names and surnames, many of which are words or places too.
const PEOPLE: &[(&str, &str)] = &[
    ("Karin", "Berg"),
    ("Stig", "Lund"),
    ("Hans", "Björk"),
    ("Bo", "Åkerö"),
    ("Åsa-Karin", "von Rosen"),
    ("Karl-Johan", "Dahl"),
    ("Wei", "Zhang"),
    ("Fatima", "Al-Khatib"),
    ("Per", "Ström-Ek"),
];

/// Sentences with a form of a name in them. `F` is the whole name, `S` the surname, `s` the whole name in small
/// letters, `U` in capitals, `.` with a full stop between and no other letters than those of an address, `I` the first
/// letter.
const SENTENCES: &[&str] = &[
    "Enligt F går det.",
    "F sa nej.",
    "Det är F:s idé.",
    "Prata med S om lokalen.",
    "Vi frågade S, F och gatukontoret.",
    "Fråga s om det.",
    "U SKA RINGA.",
    "Skriv till .@exempel.se om det.",
    "Se linkedin.com/in/. om det.",
    "Kolla med @. först.",
    "I. S ringer.",
    "Boka salen. Ansvarig: F, klart senast: 2026-04-01",
    "Köpa kaffe #.",
];

/// What stays: no word of it is somebody's name here.
const OTHER: &[&str] =
    &["Vi bor i Malmö.", "Stig in!", "Hans förslag var bra.", "Per deltagare kostar det.", "Bo kvar hemma."];

fn in_address(given: &str, family: &str) -> String {
    let plain = |name: &str| {
        let bare = name.to_lowercase().replace(['å', 'ä'], "a").replace('ö', "o");
        bare.replace([' ', '-'], "")
    };
    format!("{}.{}", plain(given), plain(family))
}

fn said(sentence: &str, (given, family): (&str, &str)) -> String {
    let full = format!("{given} {family}");
    let mut said = String::new();
    let mut letters = sentence.chars().peekable();
    let mut before = ' ';
    while let Some(c) = letters.next() {
        let is_alone = !before.is_alphanumeric()
            && !letters.peek().is_some_and(|next| next.is_alphanumeric() || *next == ' ' && c == '.');
        match c {
            'F' if is_alone => said += &full,
            'S' if is_alone => said += family,
            's' if is_alone && before == ' ' => said += &full.to_lowercase(),
            'U' if is_alone => said += &full.to_uppercase(),
            'I' if is_alone => said.extend(given.chars().take(1)),
            '.' if matches!(before, ' ' | '/' | '@' | '#') => said += &in_address(given, family),
            c => said.push(c),
        }
        before = c;
    }
    said
}

/// The words of a name that are nothing but the name in these minutes.
fn own_words((given, family): (&str, &str)) -> Vec<String> {
    let mut own: Vec<String> =
        family.split(' ').filter(|word| *word != "von").map(str::to_lowercase).collect();
    own.extend(own.clone().iter().map(|word| format!("{word}s")));
    if !["Stig", "Hans", "Bo", "Per"].contains(&given) {
        own.push(given.to_lowercase());
    }
    own.push(in_address(given, family));
    own
}

prop_compose! {
    fn any_people()(people in subsequence(PEOPLE, 3)) -> Vec<(&'static str, &'static str)> {
        people
    }
}

fn written(people: &[(&str, &str)], sentences: &[&str], places: &[&str]) -> String {
    let name = |at: usize| {
        let (given, family) = people[at % people.len()];
        format!("{given} {family}")
    };
    let mut at = 0;
    let mut next = |sentence: &str| {
        at += 1;
        said(sentence, people[at % people.len()])
    };
    let has = |place: &str| places.contains(&place);
    let or = |place: &str, with: String, without: &str| if has(place) { with } else { without.to_owned() };
    let lines: String = sentences.iter().map(|sentence| ["- ", &next(sentence), "\n"].concat()).collect();
    let other: String = OTHER.iter().map(|line| ["- ", line, "\n"].concat()).collect();
    format!(
        "{}\n\nPlats: {}\nDatum: 2026-03-05\nNärvarande: {}\n\n{}\n\n{lines}{other}\nUtmaningar\n\n- {}\n  ({})\n\n\
         /Vid pennan\n\n{}\nSekreterare\n",
        or("title", format!("Samtal hos {}", name(0)), "Samtal"),
        or("place", format!("{}s kontor", name(1)), "Salen"),
        people.iter().map(|(given, family)| format!("{given} {family}")).collect::<Vec<_>>().join(", "),
        or("heading", format!("Bord 2, {}", name(2)), "Tankar"),
        or("challenge", format!("{} hinner inte", name(0)), "Tiden räcker inte"),
        or("response", format!("{} återkommer", name(1)), "Vi återkommer"),
        or("sign-off", name(2), "Mötets sekreterare"),
    )
}

fn publication(people: &[(&str, &str)], text: &str, report: Report, names: Names) -> Publication {
    let mut store = Store::in_memory(options()).unwrap();
    for (given, family) in people {
        let details = PersonDetails { name: format!("{given} {family}"), ..PersonDetails::default() };
        ops::enter_person(&mut store, &details).unwrap();
    }
    let words = Lang::Sv.words();
    let meeting = ops::import_minutes(&mut store, &read_quietly(text, words), None).unwrap().value;
    let material = gather(&store, meeting, report.usual_scope(), words, noon().date()).unwrap();
    let choices = Choices { names, ..Choices::ALL };
    report.write(&choices.cut(&material, &KnownPeople::of(&material)), words)
}

/// The names in a text, with the words before each.
fn named_in(text: &str, people: &[(&str, &str)]) -> Vec<String> {
    let text = text.to_lowercase().replace('\u{ad}', "");
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '.')).collect();
    let own: Vec<String> = people.iter().flat_map(|person| own_words(*person)).collect();
    let is_own = |word: &str| own.iter().any(|own| own == word.trim_matches(['.', '-']));
    let found = words.iter().enumerate().filter(|(_, word)| is_own(word));
    found.map(|(at, _)| words[at.saturating_sub(6)..=at].join(" ")).collect()
}

const PLACES: &[&str] = &["title", "place", "heading", "challenge", "response", "sign-off"];

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn a_hidden_name_is_in_no_byte_of_any_file(
        people in any_people(),
        sentences in subsequence(SENTENCES, 1..SENTENCES.len()),
        places in subsequence(PLACES, 0..PLACES.len()),
        report in select(Report::ALL),
        names in select(&HIDING[..]),
    ) {
        let text = written(&people, &sentences, &places);
        let publication = publication(&people, &text, report, names);
        for (path, bytes) in rendered(&publication) {
            let all = everything(&path, &bytes);
            prop_assert_eq!(named_in(&all, &people), Vec::<String>::new(), "{} {:?} of\n{}", path, names, text);
            if report == Report::Minutes && path.ends_with("txt") {
                for line in OTHER {
                    prop_assert!(all.contains(line), "{line} in\n{all}");
                }
            }
        }
    }
}

/// What holds above would hold for empty files too.
#[test]
fn the_names_are_seen_where_they_are_shown() {
    let people = [PEOPLE[0], PEOPLE[4], PEOPLE[8]];
    let publication =
        publication(&people, &written(&people, SENTENCES, PLACES), Report::Minutes, Names::Full);
    for (path, bytes) in rendered(&publication) {
        let found = named_in(&everything(&path, &bytes), &people);
        assert!(found.len() > 3, "{path}: {found:?}");
    }
}
