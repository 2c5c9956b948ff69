//! Words that are names of people and of something else: where they are hidden all the same, a finding says so, in the
//! form in which they were written, and of no other place.

use vidpennan::model::Names;

use crate::documents::naming::becomes;
use crate::support::hiding::Archive;

/// What is listed as hidden in doubt, each with the words that are there now.
fn listed(people: &[&str], lines: &[&str]) -> Vec<(String, String)> {
    let mut archive = Archive::with(people);
    archive.read_lines(lines);
    let hidden = archive.findings(Names::None).into_iter().filter(|finding| finding.is_hidden);
    hidden.map(|finding| (finding.text.clone(), finding.place.words())).collect()
}

#[test]
fn a_town_that_acts_is_hidden_and_listed() {
    let people = ["Bo Lund", "Stig Berg", "Åsa Holm", "Tor Ask", "Ann Strand"];
    for line in [
        "Lund har en liknande modell",
        "Holm vill prova det i vår",
        "Berg satsar på bänkar",
        "Vi kör till Strand.",
        "Tors hammare hänger i aulan",
        "Lokal: Stig Berg",
        "Plats: Ann Strand",
    ] {
        let listed = listed(&people, &[line]);
        assert!(!listed.is_empty(), "{line}");
    }
    for line in ["Lund sa nej", "Ask och Holm tar det", "Enligt Berg går det", "Tors förslag vann"] {
        assert_eq!(listed(&people, &[line]), [], "{line}");
    }
    becomes(&people, "", &["Berget sprängs", "Vi går upp på Berget", "Bergen syns från Stranden"]);
}

#[test]
fn a_finding_says_the_form_and_no_other_place() {
    let lines = [
        "Bergs tal var långt",
        "Berg har en lång lista med önskemål",
        "Eva Frisk har en lång lista med andra önskemål",
    ];
    let listed = listed(&["Stig Berg", "Eva Frisk"], &lines);
    let pairs: Vec<(&str, &str)> = listed.iter().map(|(was, is)| (was.as_str(), is.as_str())).collect();
    assert_eq!(pairs, [("Bergs", "N.N:s"), ("Berg", "N.N.")]);
}

#[test]
fn somebody_of_the_meeting_alone_is_the_same_without_accents_and_by_letters() {
    becomes(
        &[],
        "Närvarande: Åsa Lind, Anna-Karin Öberg, Carl von Essen, Maria de la Cruz\n",
        &[
            "Asa Lind tar med nycklar => Person 1 tar med nycklar",
            "asa lind ringer => Person 1 ringer",
            "Åsa Lind sa ja => Person 1 sa ja",
            "A-K Öberg ordnar lokal => Person 2 ordnar lokal",
            "AK Öberg och Anna-Karin Oberg => Person 2 och Person 2",
            "Anna-Karin ringer => Person 2 ringer",
            "Von Essens förslag vann => Person 3:s förslag vann",
            "Von Essen sa nej => Person 3 sa nej",
            "De la Cruz tolkar => Person 4 tolkar",
        ],
    );
}

#[test]
fn what_can_be_another_word_is_listed_wherever_it_is_hidden() {
    let people = ["Per Ström", "Ann-Sofie Kull", "Björn Vik", "Tage Mo", "Stina Dal"];
    for (line, was) in [
        ("Kull av katter i källaren", "Kull"),
        ("Vid Vik ligger badplatsen", "Vik"),
        ("Lindarna vid Dal fälls", "Dal"),
        ("5 kr per ström", "per ström"),
        ("Mos av potatis", "Mos"),
    ] {
        let listed = listed(&people, &[line]);
        assert!(listed.iter().any(|(own, _)| own == was), "{line}: {listed:?}");
    }
    for line in ["Kull sa nej", "Dals förslag vann", "ring per ström", "Mo skriver"] {
        assert_eq!(listed(&people, &[line]), [], "{line}");
    }
}

#[test]
fn a_surname_that_is_a_given_name_or_has_a_particle_is_the_person_everywhere() {
    becomes(
        &["Ulf Sten", "Omar El-Amin", "Ingrid Fors", "Klas Grip", "Åsa Näs"],
        "",
        &[
            "Ulf och Klas ordnar festen => Person 1 och Person 4 ordnar festen",
            "el-amin har nycklar => Person 2 har nycklar",
            "Ring fors eller grip => Ring Person 3 eller Person 4",
            "Näs kommun har svarat",
            "Grip chansen, sa rektorn",
        ],
    );
}
