//! Names alone on a line above a list, and lists of people under further headings.

use std::collections::HashSet;

use vidpennan::i18n::Lang;
use vidpennan::model::{Names, Report};
use vidpennan::report::{Choices, KnownPeople};

use crate::support::hiding::{Archive, as_text};

#[test]
fn a_name_that_heads_a_list_is_hidden() {
    for line in ["Zlorka Vröm", "Zlorka Vröm:", "Yusuf Demir", "Siv von Öd"] {
        for names in [Names::None, Names::Initials, Names::Role, Names::Pseudonym] {
            let mut archive = Archive::with(&[]);
            archive.read(&format!(
                "Möte\n\nDatum: 2026-11-02\n\nSynpunkter\n\nAllmänt bra.\n\n{line}\n\n- Vill ha bänkar\n"
            ));
            let text = archive.text(names);
            let name = line.trim_end_matches(':').rsplit(' ').next().unwrap();
            assert!(!text.contains(name), "{names:?} {text}");
        }
    }
    for heading in ["Social Hållbarhet", "Region Skåne", "Nya Lokaler", "Folkets Hus", "Tekniska Kontoret"]
    {
        let mut archive = Archive::with(&[]);
        archive
            .read(&format!("Möte\n\nDatum: 2026-11-02\n\nAllmänt bra.\n\n{heading}\n\n- Vill ha bänkar\n"));
        let text = archive.text(Names::Role);
        assert!(text.contains(heading), "{heading}: {text}");
    }
}

#[test]
fn people_under_further_headings_are_counted() {
    let mut archive = Archive::with(&[]);
    archive.read(
        "Möte\n\nDatum: 2026-11-02\n\nNärvarande\n\nSkolan\n\n- Eva Ek, rektor\n- Bo Al\n\nTekniska kontoret\n\n\
         - Zlorka Vröm\n\nFrånvarande\n\n- Siv Öd\n\nÖvrigt\n\n- Siv Öd var sjuk.\n",
    );
    let text = archive.text(Names::None);
    assert!(text.contains("Skolan\n\n- 2 personer\n\nTekniska kontoret\n\n- 1 person\n"), "{text}");
    assert!(text.contains("Övrigt\n\n- N.N. var sjuk."), "{text}");
    let news = as_text(&archive.publication(0, Report::News, Names::None));
    assert!(news.contains("3 personer"), "{news}");
}

#[test]
fn whoever_is_on_a_line_below_others_is_known_under_any_heading() {
    let headings =
        ["Ledamöter", "Tjänstemän", "Politiker", "Gäster", "Bord 1", "Lärare", "Från skolan", "Kontakt"];
    for (heading, opening) in headings.iter().flat_map(|heading| [(heading, ""), (heading, "Vårmöte\n\n")])
    {
        for (mark, after) in [("", ""), ("- ", ""), ("", ", lärare"), ("- ", " (S)")] {
            let people = ["Maja Lind", "Tor Vik", "Per Ström", "Rut Dahl"]
                .map(|name| format!("{mark}{name}{after}\n"))
                .concat();
            let mut archive = Archive::with(&[]);
            archive.read(&format!(
                "{opening}{heading}\n{people}\nTips\n\n- Enligt Vik går det bra.\n- Vi antog Dahls förslag.\n\
                 - Ström sa nej.\n- Per deltagare blir det en ström av besök i en vik.\n"
            ));
            let text = archive.text(Names::None);
            for name in ["Lind", "Vik", "Dahl", "Ström"] {
                assert!(!text.contains(name), "{opening}{heading} {mark}{after}: {text}");
            }
            assert!(text.contains("Per deltagare blir det en ström av besök i en vik."), "{text}");
        }
    }
}

#[test]
fn whoever_is_named_once_is_known_by_the_surname_whatever_the_given_name_and_the_actions() {
    let places = [
        "Övriga: {}\n",
        "Övriga: Rut Dahl, Kulturskolan, samt {}\n",
        "Gäst: {}\n",
        "Skribent: {}\n",
        "Representant för skolan: {}\n",
        "Från Kulturskolan: {}\n",
        "{}\n",
        "Deltagare\n\n{}, rektor\n",
        "| Namn | Roll |\n|---|---|\n| {} | rektor |\n",
    ];
    let actions =
        ["", "\nÅtgärder\n\n- {} ordnar konsert\n", "\nÅtgärder\n\n- Ordna konsert. Ansvarig: {}\n"];
    for name in ["Tor Vik", "Ingrid Björk", "Zlorka Vröm", "Ebun Sand", "Brim Dahlbäck"] {
        let (given, family) = name.split_once(' ').unwrap();
        for (place, action) in places.iter().flat_map(|place| actions.map(|action| (place, action))) {
            let mut archive = Archive::with(&[]);
            archive.read(&format!(
                "Samtal\n\nDatum: 2026-11-02\n{}\nSynpunkter\n\n- Enligt {family} behövs mer tid\n\
                 - {family}, Ohlsson och Berggren reserverade sig\n- Vi antog {family}s förslag\n{}",
                place.replace("{}", name),
                action.replace("{}", given),
            ));
            let text = archive.text(Names::None);
            assert!(!text.contains(family) && !text.contains(given), "{place} {action}: {text}");
        }
    }
}

#[test]
fn labels_and_lines_that_name_no_people_stay() {
    for line in [
        "Övriga: Norra Torget, Södra Torget",
        "Övriga: Frågor Om Parkering",
        "Från Kulturskolan: Stora Salen",
        "Gäst: Kultur Fritid",
        "Trygga Torget",
        "Öppen Förskola",
        "Nya Lokaler",
    ] {
        let mut archive = Archive::with(&[]);
        archive.read(&format!("Samtal\n\nDatum: 2026-11-02\n{line}\n\nSynpunkter\n\n- Det är bra.\n"));
        let text = archive.text(Names::None);
        assert!(text.contains(line), "{line}: {text}");
    }
}

#[test]
fn somebody_called_by_a_given_name_in_a_cell_is_one_with_the_name_in_full() {
    let mut archive = Archive::with(&[]);
    archive.read(
        "Samtal\n\nDatum: 2026-11-02\n\nSynpunkter\n\n- Ingrid Falk vill ha bänkar\n- Falk sa nej\n\n\
         Åtgärder\n\n- Ingrid ordnar bänkar\n- Måla. Ansvarig: Ingrid\n",
    );
    let text = archive.text(Names::Pseudonym);
    let codes: HashSet<&str> = text.split("Person ").skip(1).filter_map(|rest| rest.get(..5)).collect();
    assert_eq!(codes.len(), 1, "{text}");
    assert!(text.matches("Person ").count() > 3, "{text}");
}

#[test]
fn somebody_who_is_called_by_the_first_name_too_has_one_list() {
    let mut archive = Archive::with(&[]);
    archive.read(
        "Möte\n\nDatum: 2026-11-02\n\nÅtgärder\n\n- Måla. Ansvarig: Siri\n- Boka. Ansvarig: Siri Ek\n- Ring. Ansvarig: Bo\n- Fika. \
         Ansvarig: Bo Al\n- Städa. Ansvarig: Bo Ek\n",
    );
    let actions = archive.actions();
    assert_eq!(actions.owners(), ["Bo", "Bo Al", "Bo Ek", "Siri Ek"]);
    let texts = |owner: &str| {
        let share = actions.share_of(owner).unwrap();
        as_text(
            &Report::Actions
                .write(&Choices::default().cut(&share, &KnownPeople::of(&actions)), Lang::Sv.words()),
        )
    };
    let all = texts("Siri Ek");
    assert!(all.contains("Måla") && all.contains("Boka") && !all.contains("Fika"), "{all}");
}
