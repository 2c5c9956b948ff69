//! Attendees under a heading, however they are laid out there: after a paragraph, in tables, inner lists, numbered
//! lists, and under headings within. Nobody among them goes out where names are hidden.

use vidpennan::model::Names;

use crate::support::hiding::Archive;
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
