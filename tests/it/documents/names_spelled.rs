//! The same person in other spellings: in links and user names, with other letters, by a part of the name.

use vidpennan::i18n::Lang;
use vidpennan::minutes::read::read_quietly;
use vidpennan::model::Names;
use vidpennan::ops;
use vidpennan::report::folded::fold;
use vidpennan::report::privacy::check;
use vidpennan::report::{Choices, KnownPeople, Report, ReportScope, gather};
use vidpennan::store::Store;

use crate::documents::naming::becomes;
use crate::support::hiding::Archive;
use crate::support::room::{noon, options};

#[test]
fn a_link_names_somebody_as_computers_write_it_too() {
    becomes(
        &["Karin Öhman", "Åsa Lind"],
        "",
        &[
            "Se https://exempel.se/users/karin.%C3%B6hman nu => Se Person 1 nu",
            "Se https://exempel.se/users/karin.o%CC%88hman nu => Se Person 1 nu",
            "Se https://exempel.se/?q=%40karin nu => Se Person 1 nu",
            "Se https://exempel.se/u?name=karin%20%C3%B6hman. => Se Person 1.",
            "Filen Karin%20%C3%96hman.pdf och %C3%85sa_Lind.docx => Filen Person 1 och Person 2",
            "Se https://exempel.se/s%C3%B6k?q=b%C3%A4nkar%20i%20parken, 50 % av 100 %",
        ],
    );
}

#[test]
fn a_name_without_its_letters_or_marks_is_the_same() {
    becomes(
        &["Aron Ängquist", "Mark O'Hara", "Lisa D'Angelo", "Jörg Müller", "Ole Sørensen", "Ewan MacDonald"],
        "",
        &[
            "Aengquist sa nej. => Person 1 sa nej.",
            "Skriv till aron.aengquist@exempel.se => Skriv till Person 1",
            "OHara teg. Fråga o'hara. Ohara sa ja. => Person 2 teg. Fråga Person 2. Person 2 sa ja.",
            "DAngelo sa nej. Enligt Mueller går det. => Person 3 sa nej. Enligt Person 4 går det.",
            "Enligt Soerensen och Sorensen. => Enligt Person 5 och Person 5.",
            "MACDONALD sa nej. Macdonald också. => Person 6 sa nej. Person 6 också.",
        ],
    );
}

/// What the check finds in minutes with these lines, folded: whom or what, and in how many places.
fn folded(lines: &[&str]) -> Vec<(String, usize)> {
    let mut store = Store::in_memory(options()).unwrap();
    let words = Lang::Sv.words();
    let bullets: Vec<String> = lines.iter().map(|line| format!("- {line}")).collect();
    let text = format!("Möte\n\nTankar\n\n{}\n", bullets.join("\n"));
    let meeting = ops::import_minutes(&mut store, &read_quietly(&text, words), None).unwrap().value;
    let material = gather(&store, meeting, ReportScope::Meeting, words, noon().date()).unwrap();
    let people = KnownPeople::of(&material);
    let publication = Report::Minutes.write(&Choices::default().cut(&material, &people), words);
    let found = check(&publication, &people, None);
    let mut things: Vec<(String, usize)> = Vec::new();
    for thing in fold(&found) {
        match things.iter_mut().find(|(about, _)| *about == thing.about) {
            Some((_, places)) => *places += thing.places.len(),
            None => things.push((thing.about, thing.places.len())),
        }
    }
    things
}

#[test]
fn one_whom_nobody_knows_is_one_in_the_check_by_whatever_part_of_the_name() {
    let lines = [
        "Karin Öhman sa nej",
        "Enligt Öhman går det",
        "Karin Ö. ringer",
        "K. Öhman svarade",
        "Karins lista",
        "Skriv till karin.ohman@exempel.se",
    ];
    assert_eq!(folded(&lines), [("Karin Öhman".to_owned(), 6)]);
    // The name in full may have only its genitive.
    let lines = ["Vi ses på Sven Modigs kontor", "Fråga Modig", "Modig sa nej, men Modigs chef sa ja"];
    assert_eq!(folded(&lines), [("Sven Modig".to_owned(), 4)]);
}

#[test]
fn two_with_the_same_given_name_stay_two() {
    let found = folded(&["Karin Öhman sa nej", "Karin Lind sa ja", "Enligt Karin går det"]);
    let names: Vec<&str> = found.iter().map(|(about, _)| about.as_str()).collect();
    assert_eq!(names, ["Karin Öhman", "Karin Lind", "Karin"]);
}

#[test]
fn a_particle_of_any_language_is_a_part_of_the_name() {
    becomes(
        &["Alice du Rietz", "Pilar de los Santos", "Jan van 't Hoff", "Greta zum Felde", "Luca della Torre"],
        "Närvarande: Gina di Marco, Rui do Carmo, Sara del Río, Nils ver Eecke\n",
        &[
            "Alice du Rietz ringer. Enligt du Rietz. => Person 1 ringer. Enligt Person 1.",
            "Du Rietz sa nej. Fru du Rietz. du Rietz förslag. => Person 1 sa nej. Fru Person 1. Person 1:s förslag.",
            "De los Santos sa nej. Enligt de los Santos. => Person 2 sa nej. Enligt Person 2.",
            "Van ’t Hoff sa ja, van 't Hoffs bord. => Person 3 sa ja, Person 3:s bord.",
            "Zum Felde sa nej. Enligt zum Felde. => Person 4 sa nej. Enligt Person 4.",
            "Della Torre sa nej. Enligt della Torre. => Person 5 sa nej. Enligt Person 5.",
            "Di Marcos bord. Rui do Carmo. Do Carmo. => Person 6:s bord. Person 7. Person 7.",
            "Del Río sa ja. Ver Eecke sa ja. => Person 8 sa ja. Person 9 sa ja.",
            "Vet du det? Har du Ritat? En del av torget. DU KAN",
        ],
    );
    let strangers = archive_of(&[
        "Filippa du Bois ringer",
        "Ola de los Reyes ringer",
        "Sven van 't Hart ringer",
        "Enligt zum Busch går det",
        "Enligt van 't Hart går det",
    ]);
    for part in ["du", "Bois", "los", "Reyes", "'t", "Hart", "zum", "Busch"] {
        assert!(!strangers.contains(part), "{part}: {strangers}");
    }
}

/// What becomes of lines where nobody is known.
fn archive_of(lines: &[&str]) -> String {
    let mut archive = Archive::with(&[]);
    archive.read_lines(lines);
    archive.lines(Names::None).join("\n")
}

#[test]
fn a_number_or_a_hanging_hyphen_after_a_name_hides_nobody() {
    becomes(
        &["Karin Frisk", "Stig Örn", "Åsa Bergström"],
        "",
        &[
            "Karin1 loggar in => Person 1 loggar in",
            "Bergström07 och karin2 => Person 3 och Person 1",
            "Frisk- och Örn-förslagen vann => Person 1- och Person 2-förslagen vann",
            "Karin-, Stig- och Åsa-borden => Person 1-, Person 2- och Person 3-borden",
            "Örn- och hökarter. Friskt vatten. frisk7 grupp4",
        ],
    );
}
