//! Attendees under a heading, however they are laid out there: after a paragraph, in tables, inner lists, numbered
//! lists, and under headings within. Nobody among them goes out where names are hidden.

use vidpennan::model::{Names, Report};

use crate::support::hiding::{Archive, as_text};
use crate::support::material::HIDING;

/// Names of which no list has every word.
const NAMES: [&str; 4] = ["Henkel Dorp", "Tjura Sleth", "Xorvi Ruzk", "Majlina Quist"];

/// How they are laid out; `{A}` to `{D}` are the names.
const LAYOUTS: &[&str] = &[
    "## Deltagare\n\nDessa var med:\n\n| Namn | Roll |\n|---|---|\n| {A} | rektor |\n| {B} | |\n\n| Gäst | Från |\n|---|---|\n| {C} | x |\n| {D} | y |\n",
    "## Närvarande\n\nFöljande personer kom till samtalet.\n\n- {A}\n  - {B}\n    - {C} (kock)\n- {D}\n",
    "## Deltagare\n\nVi var fler än vanligt den här gången.\n\n1. {A}\n2. {B}, kanslist\n   - {C}\n3) {D}\n",
    "## Deltagarförteckning\n\nNamn | Roll\n--- | ---\n{A} | elev\n{B} | elev\n{C} | x\n{D} |\n",
    "## Deltagare\n\n### Från skolan\n\n- {A}\n- {B}\n\n### Gruppindelning\n\n- {C}\n- {D}\n",
    "## Deltagare från byn\n\nText före listan.\n\n* {A}\n* {B} – samtalsledare\n* Samtalsledare: {C}\n* {D} från Röda Korset\n",
    "Deltagare:\n\nDessa kom till samtalet i salen.\n\n- {A}\n- {B}\n- {C}\n- {D}\n",
];

#[test]
fn nobody_who_is_listed_under_a_heading_goes_out() {
    for (at, layout) in LAYOUTS.iter().enumerate() {
        let list = ["{A}", "{B}", "{C}", "{D}"]
            .iter()
            .zip(NAMES)
            .fold((*layout).to_owned(), |list, (place, name)| list.replace(place, name));
        let mut archive = Archive::with(&[]);
        archive.read_markdown(&format!(
            "# Samråd\n\n**Datum:** 2026-03-0{}\n\n{list}\n## Tips\n\n- Fler bänkar, sa Henkel.\n",
            at + 1
        ));
        let written = archive.text(Names::Written);
        for names in HIDING {
            let text = archive.text(names);
            for word in NAMES.iter().flat_map(|name| name.split(' ')) {
                assert!(written.contains(word), "{word} in {written}");
                assert!(!text.contains(word), "{word} by {names:?}:\n{text}");
            }
            assert!(text.contains("Fler bänkar, sa "), "{text}");
        }
    }
}

#[test]
fn what_somebody_is_in_the_list_they_are_everywhere() {
    let mut archive = Archive::with(&[]);
    archive.read_markdown(
        "# Samråd\n\nDatum: 2026-03-05\n\nDeltagare: Henkel Dorp (chef), Tjura Sleth, lärare, Xorvi Ruzk – biträdande rektor, \
         Majlina Quist (Polisen)\n\n## Tips\n\n- Sa Dorp ja?\n- Vi frågar Tjura.\n- Sedan kom Ruzk.\n- Och Majlina teg.\n",
    );
    let lines = archive.lines(Names::Role);
    assert_eq!(
        lines,
        ["Sa chefen ja?", "Vi frågar läraren.", "Sedan kom biträdande rektorn.", "Och en deltagare teg."]
    );
}

#[test]
fn no_word_of_what_kind_an_entry_is_comes_with_hidden_names() {
    let mut archive = Archive::with(&[]);
    archive.read("Samråd\n\nDatum: 2026-03-05\nDeltagare: Henkel Dorp, Tjura Sleth\n\nTips\n\n- Dorp lovade att ringa.\n- Vi ser. Tjura kollar upp det.\n");
    assert_eq!(archive.lines(Names::Written), ["Dorp lovade att ringa.", "Vi ser. Tjura kollar upp det."]);
    for names in HIDING {
        for line in archive.lines(names) {
            assert!(!line.contains("Åtgärd"), "{line} by {names:?}");
        }
    }
}

#[test]
fn actions_are_listed_by_who_somebody_is() {
    let mut archive = Archive::with(&[]);
    archive.read(
        "Samråd\n\nDatum: 2026-03-05\nDeltagare: Henkel Dorp, Tjura Sleth, Xorvi Ruzk (lärare)\n\nTips\n\n\
         - Henkel Dorp bokar sal senast 3 maj.\n- Henkel ringer byn senast 4 maj.\n- Tjura Sleth köper kaffe senast 5 maj.\n\
         - Ruzk mejlar listan senast 6 maj.\n",
    );
    let headings = |names| {
        let text = as_text(&archive.publication(0, Report::Actions, names));
        let lines: Vec<&str> = text.lines().collect();
        let is_rule = |line: &str| !line.is_empty() && line.chars().all(|c| c == '-');
        let pairs = lines.windows(2).filter(|pair| is_rule(pair[1]));
        pairs.map(|pair| pair[0].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(headings(Names::Written), ["Henkel Dorp", "Tjura Sleth", "Xorvi Ruzk"]);
    // One word for two people is not one person.
    assert_eq!(headings(Names::Role), ["Deltagare (flera olika)", "Lärare"]);
}

#[test]
fn a_table_of_word_names_each_of_its_people_once_and_nobody_in_its_head() {
    let tables: [&[&str]; 4] = [
        &["Namn – Roll", "Henkel Dorp – Rektor", "Tjura Sleth – Kock"],
        &["Efternamn – Förnamn – Titel", "Dorp – Henkel – Rektor", "Sleth – Tjura – Kock"],
        &["Nr – Namn – Närvaro", "1 – Henkel Dorp – x", "2 – Tjura Sleth – x"],
        &[
            "Namn – Enhet – E-post",
            "Henkel Dorp – Skolan – h@exempel.se",
            "Tjura Sleth – Vård – t@exempel.se",
        ],
    ];
    for (lead, rows) in ["Närvarande\n", "Deltagare från skolan\n\n", "Deltagare:\n"]
        .iter()
        .flat_map(|lead| tables.map(|rows| (lead, rows)))
    {
        let list: String = rows.iter().map(|row| ["• ", row, "\n"].concat()).collect();
        let mut archive = Archive::with(&[]);
        archive.read(&format!("Möte\n\nDatum: 2026-11-02\n\n{lead}{list}\nTips\n\n- Dorp sa nej.\n"));
        let text = archive.text(Names::None);
        assert!(text.contains("2 personer") && text.contains("N.N. sa nej"), "{text}");
        assert!(!text.contains("Dorp") && !text.contains("Tjura"), "{text}");
        let text = archive.text(Names::Role);
        for word in NAMES.iter().take(2).flat_map(|name| name.split(' ')) {
            assert!(!text.contains(word), "{text}");
        }
        assert!(!text.contains("En deltagare – En deltagare") && !text.contains(" –  – "), "{text}");
    }
}
