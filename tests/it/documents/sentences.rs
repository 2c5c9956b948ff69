//! Sentences whose names were replaced by roles and pseudonyms read as Swedish.

use vidpennan::minutes::details::{facts_in_text, unsaid_owner};
use vidpennan::minutes::{Field, Minutes};
use vidpennan::model::{Kind, Names, Signature};
use vidpennan::report::{Choices, KnownPeople, Material};
use vidpennan::store::person::WrittenName;

use crate::support;
use crate::support::material::{notes, registered, with_names};
use crate::support::pseudonyms::numbered;

const PEOPLE: &[(&str, &str)] = &[
    ("Siv Holm", "Lärare"),
    ("Ola Strand", "Lärare"),
    ("Eva Ek", "Rektor"),
    ("Per Nordmark", "Inköpsstrateg"),
    ("Rut Dahlgren", "Kock"),
    ("Moa Sandberg", ""),
    ("Kajsa Rosén", "HR"),
    ("Torsten Vik", "Kapten"),
    ("Åsa Öhman", "Kommunstyrelsens ordförande"),
    ("Nils Ahlgren", "1:e sekreterare"),
    ("Jonas Fält", ""),
    ("Lena Gran", "Ordf."),
    ("Britt Näs", "Lärare"),
];

fn material(present: &str, line: &str) -> Material {
    let section = notes("Tankar", &[line]);
    let fields = vec![Field { label: "Närvarande".to_owned(), value: present.to_owned(), as_written: None }];
    let minutes = Minutes { fields, sections: vec![section], ..Minutes::default() };
    let people = PEOPLE.iter().map(|(name, role)| registered(name, role)).collect();
    Material { people, ..support::material::of(minutes) }
}

fn cut(names: Names, present: &str, line: &str) -> Minutes {
    with_names(&material(present, line), names)
}

/// The line with its names hidden.
fn said(names: Names, line: &str) -> String {
    numbered(&cut(names, "", line).sections[0].entries[0].text, &material("", line))
}

/// The list of those present with its names hidden.
fn present(names: Names, list: &str) -> String {
    numbered(&cut(names, list, "").fields[0].value, &material(list, ""))
}

fn read(names: Names, lines: &[(&str, &str)]) {
    let wrong: Vec<String> = lines
        .iter()
        .map(|(line, expected)| (said(names, line), line, expected))
        .filter(|(now, _, expected)| now != *expected)
        .map(|(now, line, expected)| format!("{line}\n  is  {now}\n  not {expected}\n"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.concat());
}

fn listed(names: Names, lists: &[(&str, &str)]) {
    let wrong: Vec<String> = lists
        .iter()
        .map(|(list, expected)| (present(names, list), list, expected))
        .filter(|(now, _, expected)| now != *expected)
        .map(|(now, list, expected)| format!("{list}\n  is  {now}\n  not {expected}\n"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.concat());
}

#[test]
fn those_who_are_replaced_alike_are_counted_and_listed() {
    read(
        Names::Role,
        &[
            ("Varken Siv eller Ola sa något.", "Ingen av de två lärarna sa något."),
            ("Det vill varken Moa eller Jonas.", "Det vill ingen av de två deltagarna."),
            ("Antingen Siv eller Ola kommer.", "En av de två lärarna kommer."),
            ("Fråga Siv eller Ola.", "Fråga en av två lärare."),
            ("Varken Siv eller Eva sa något.", "Varken läraren eller rektorn sa något."),
            ("Både Siv och Ola kom.", "Två lärare kom."),
            ("Såväl Siv som Ola kom.", "Två lärare kom."),
            ("Det gäller såväl Eva som Per.", "Det gäller såväl rektorn som inköpsstrategen."),
            ("Lika väl Moa som Jonas vet.", "Två deltagare vet."),
            ("Eva, Per, Siv och Ola möts.", "Rektorn, inköpsstrategen och två lärare möts."),
            ("Siv, Eva och Ola möts.", "Två lärare och rektorn möts."),
            ("Gatukontoret, Siv och Ola möts.", "Gatukontoret och två lärare möts."),
            ("Eva, Moa och Jonas idé", "Rektorn och två deltagares idé"),
            ("Evas, Moas och Jonas idé", "Rektorns och två deltagares idé"),
            ("Eva Ek och Eva är samma.", "Rektorn är samma."),
            ("Siv, Ola och Siv Holm är två.", "Två lärare är två."),
            ("Eva och Per vet.", "Rektorn och inköpsstrategen vet."),
            ("Moa, Jonas m.fl. tackade nej.", "Två deltagare m.fl. tackade nej."),
            ("@Eva ordnar. Fråga @Siv.", "Rektorn ordnar. Fråga läraren."),
        ],
    );
}

#[test]
fn a_name_with_a_clause_of_its_own_is_not_in_the_row_before_it() {
    read(
        Names::Role,
        &[
            ("Vi väntar på Eva och Eva väntar på oss.", "Vi väntar på rektorn och rektorn väntar på oss."),
            (
                "Eva ringer Siv, och Siv ringer Per.",
                "Rektorn ringer läraren, och läraren ringer inköpsstrategen.",
            ),
            ("Det går att nå Siv och Ola svarar nog.", "Det går att nå två lärare svarar nog."),
            ("Hälsa till Ek, Ek vet varför.", "Hälsa till rektorn, rektorn vet varför."),
            ("Eva Ek, Evas chef och Siv möts.", "Rektorn, rektorns chef och läraren möts."),
            (
                "Jonas frågade Siv och Ola frågade Eva.",
                "En deltagare frågade en lärare och en annan lärare frågade rektorn.",
            ),
            ("Kontakta Ek, Eva Ek, om detta.", "Kontakta rektorn, om detta."),
        ],
    );
    read(
        Names::None,
        &[
            ("Hälsa till Ek, Ek vet varför.", "Hälsa till N.N., N.N. vet varför."),
            ("Strand, Ola Strand, kom.", "N.N., kom."),
        ],
    );
}

#[test]
fn a_surname_after_where_something_is_is_a_place() {
    for names in [Names::None, Names::Role] {
        for line in ["Vi bor i Strand.", "I Näs bor 6 000 personer.", "Badplatsen i Vik är stängd."] {
            assert_eq!(said(names, line), line);
        }
    }
}

#[test]
fn a_surname_after_through_whom_is_somebody() {
    for names in [Names::None, Names::Initials, Names::Role, Names::Pseudonym] {
        for line in [
            "Nej, säger länstrafiken genom Strand.",
            "Kommunen genom Holm svarar på remissen.",
            "Skolan via Holm hör av sig.",
            "Alla utom Strand röstade ja.",
            "Ryktet kring Ek är inte sant.",
        ] {
            let said = said(names, line);
            assert!(!["Strand", "Holm", "Ek "].iter().any(|name| said.contains(name)), "{names:?}: {said}");
        }
        for line in ["Bussen via Strand är försenad.", "Trafiken genom Holm ökar."] {
            assert_eq!(said(names, line), line);
        }
    }
}

#[test]
fn those_of_one_role_are_kept_apart_in_a_sentence() {
    read(
        Names::Role,
        &[
            ("Siv Holm, lärare, och Ola Strand, lärare, sa nej.", "Två lärare sa nej."),
            ("Siv Holm, lärare, och Ola Strand, lärare", "Två lärare"),
            ("Siv Holm (lärare) och Ola Strand (lärare) sa nej.", "Två lärare sa nej."),
            ("Siv, lärare, Ola, lärare, och Britt, lärare, sa nej.", "Tre lärare sa nej."),
            (
                "Siv Holm, lärare, Ola Strand, lärare, och Eva Ek, rektor, möts.",
                "Två lärare och rektorn möts.",
            ),
            (
                "Siv Holm, lärare, Eva Ek, rektor, och Ola Strand, lärare, möts.",
                "Två lärare och rektorn möts.",
            ),
            ("Samir Kafedzic, kurator, och Lea Lind, kurator, tackade.", "Två kuratorer tackade."),
            ("Siv och Ola, lärare, sa nej.", "Två lärare sa nej."),
            ("Siv Holm, lärare, och Eva Ek, rektor, sa nej.", "Läraren och rektorn sa nej."),
            ("Siv frågade Ola.", "En lärare frågade en annan lärare."),
            (
                "Vi mötte lärare Siv Holm och sedan lärare Ola Strand.",
                "Vi mötte en lärare och sedan en annan lärare.",
            ),
            ("Siv sa ja, men Ola sa nej.", "En lärare sa ja, men en annan lärare sa nej."),
            ("Siv sa ja. Ola sa nej.", "Läraren sa ja. Läraren sa nej."),
            ("Siv sa att Siv kommer.", "Läraren sa att läraren kommer."),
            ("Sivs klass är större än Olas.", "En lärares klass är större än en annan lärares."),
            ("Sivs och Olas klasser är stora.", "Två lärares klasser är stora."),
            ("Siv frågade Ola och Britt.", "En lärare frågade två andra lärare."),
            ("Siv mötte Ola när Britt gick.", "En lärare mötte en annan lärare när ännu en lärare gick."),
            (
                "Siv ringde Ola när Ola var ledig.",
                "En lärare ringde en annan lärare när den andra läraren var ledig.",
            ),
            (
                "Siv ringde Ola, sedan somnade Siv.",
                "En lärare ringde en annan lärare, sedan somnade läraren.",
            ),
            ("Siv och Ola kom, sedan gick Ola.", "Två lärare kom, sedan gick en av lärarna."),
            ("Siv och Eva frågade Ola.", "En lärare och rektorn frågade en annan lärare."),
            ("Moa frågade Jonas.", "En deltagare frågade en annan deltagare."),
            ("Vår Siv frågade Ola.", "Vår lärare frågade en annan lärare."),
        ],
    );
    read(Names::Pseudonym, &[("Siv frågade Ola.", "Person 1 frågade Person 2.")]);
    read(
        Names::None,
        &[("Siv Holm, lärare, och Ola, lärare, sa nej.", "N.N., lärare, och N.N., lärare, sa nej.")],
    );
    listed(
        Names::Role,
        &[
            ("Siv Holm, lärare, Ola Strand, lärare, Eva Ek, rektor", "2 lärare, Rektor"),
            ("Siv Holm (lärare), Ola Strand (lärare), Britt Näs (lärare)", "3 lärare"),
        ],
    );
}

#[test]
fn a_possessive_or_an_article_takes_another_form() {
    read(
        Names::Role,
        &[
            ("Vår Eva sa det.", "Vår rektor sa det."),
            (
                "Min Per ringer, och vår nya Rut lagar mat.",
                "Min inköpsstrateg ringer, och vår nya kock lagar mat.",
            ),
            ("Skolans Eva svarar.", "Skolans rektor svarar."),
            ("Den nya Moa tackade.", "Den nya deltagaren tackade."),
            ("Vår Moa sa det.", "Vår deltagare sa det."),
            ("Gamla Eva och unge Per kom.", "Gamla rektorn och unge inköpsstrategen kom."),
            ("Kära Moa, tack! Kära Eva!", "Kära deltagare, tack! Kära rektor!"),
            ("En viss Siv log.", "En viss lärare log."),
        ],
    );
}

#[test]
fn a_title_beside_a_name_is_said_once() {
    read(
        Names::Role,
        &[
            ("Vi mötte f.d. rektor Siv Holm.", "Vi mötte läraren."),
            ("Vi mötte f.d. rektor Eva Ek.", "Vi mötte f.d. rektorn."),
            ("Fråga vice ordförande Siv Holm om det", "Fråga läraren om det"),
            ("En lärare, Siv Holm, sa nej.", "En lärare sa nej."),
            ("Två lärare, Siv och Ola, sa nej.", "Två lärare sa nej."),
            ("Den nya rektorn, Eva Ek, tackade.", "Den nya rektorn tackade."),
            ("Rektorn (Eva Ek) tackade.", "Rektorn tackade."),
            ("Eva Ek, rektor, tackade.", "Rektorn tackade."),
            ("Eva Ek (rektor) tackade.", "Rektorn tackade."),
            ("Samir Kafedzic, kurator, tackade.", "Kuratorn tackade."),
            ("Idag lagar kock Siv mat.", "Idag lagar kocken mat."),
            ("Rektorn och kocken Moa kom.", "Rektorn och kocken kom."),
            ("familjen Ek flyttar", "familjen flyttar"),
            ("Klienten Moa mår sämre.", "Klienten mår sämre."),
            ("Elev Moa är borta mycket", "Eleven är borta mycket"),
            ("Vår granne Moa ringde.", "Vår granne ringde."),
            ("Senare Moa, sa hon", "Senare en deltagare, sa hon"),
            ("Tack till Anna B. och Kalle J.!", "Tack till två deltagare!"),
            ("Kommer Anna B.? Fråga Kalle J.", "Kommer en deltagare? Fråga en deltagare."),
        ],
    );
    read(
        Names::Pseudonym,
        &[
            ("Klienten Anna-Lena Borg mår sämre", "Klienten mår sämre"),
            ("Elev Fatima Said är borta mycket", "Eleven är borta mycket"),
            ("Klienten Moa mår sämre", "Klienten Person 6 mår sämre"),
        ],
    );
}

#[test]
fn whoever_is_greeted_thanked_or_called_something_is_so_in_swedish() {
    read(
        Names::Role,
        &[
            ("Tack Eva! Tack Moa, för maten.", "Tack till rektorn! Tack till en deltagare, för maten."),
            ("Grattis Moa och Jonas!", "Grattis till två deltagare!"),
            ("Välkommen Moa! Hej Eva!", "Välkommen! Hej rektorn!"),
            ("Hon heter Moa Sandberg.", "Hon heter N.N."),
            ("Stackars Moa fick vänta.", "Stackars deltagare fick vänta."),
        ],
    );
    read(Names::None, &[("Tack Eva! Hon heter Moa.", "Tack N.N.! Hon heter N.N.")]);
}

#[test]
fn a_word_that_a_hyphen_joins_to_a_name_reads_as_one() {
    read(
        Names::Role,
        &[
            ("Eva-gruppen träffas.", "Rektorns grupp träffas."),
            ("Vi följer Eva-modellens steg.", "Vi följer rektorns modells steg."),
            ("Moa-listan är klar", "En deltagares lista är klar"),
            ("Team Eva vann.", "Rektorns team vann."),
        ],
    );
    read(Names::Initials, &[("Åsa-gruppen träffas.", "ÅÖ-gruppen träffas.")]);
    read(Names::None, &[("Åsa-gruppen träffas.", "NN-gruppen träffas.")]);
    read(Names::Pseudonym, &[("Åsa-gruppen träffas.", "Person 9-gruppen träffas.")]);
}

#[test]
fn a_title_of_the_register_is_never_lost() {
    read(
        Names::Role,
        &[
            ("Fråga Torsten om det.", "Fråga kaptenen om det."),
            ("Fråga Åsa om det.", "Fråga kommunstyrelsens ordförande om det."),
            ("Nils skriver.", "1:e sekreteraren skriver."),
            ("Fråga Lena.", "Fråga ordföranden."),
            ("Kajsa vet.", "En deltagare (HR) vet."),
            ("Kajsa på HR vet.", "En deltagare på HR vet."),
            ("Kajsas idé", "En deltagares idé"),
        ],
    );
    listed(
        Names::Role,
        &[(
            "Torsten Vik, Åsa Öhman, Nils Ahlgren, Kajsa Rosén",
            "Kapten, Kommunstyrelsens ordförande, 1:e sekreterare, en deltagare (HR)",
        )],
    );
}

#[test]
fn a_list_counts_alike_in_all_of_it() {
    listed(
        Names::Role,
        &[
            ("Siv Holm, Ola Strand, Moa Sandberg, Jonas Fält", "2 lärare, 2 deltagare"),
            ("Siv Holm, lärare, Ola Strand, Eva Ek, rektor", "2 lärare, Rektor"),
            ("Siv Holm (lärare), Eva Ek, Ola Strand (lärare), kaffe", "2 lärare, Rektor, kaffe"),
            ("Moa Sandberg; Eva Ek; Region Skåne; Jonas Fält", "2 deltagare; Rektor; Region Skåne"),
            ("Eva Ek, Per Nordmark och Rut Dahlgren", "Rektor, inköpsstrateg och kock"),
            ("Frågor till Moa Sandberg, moa@lindby.se", "Frågor till en deltagare, utelämnad e-postadress"),
            ("Eva Ek (rektor), Siv Holm (lärare)", "Rektor, Lärare"),
        ],
    );
    listed(Names::Pseudonym, &[("Anna B., Kalle J.", "Person 14, Person 15")]);
}

#[test]
fn a_count_of_those_present_is_never_too_low_or_too_high() {
    listed(
        Names::None,
        &[
            ("14 personer, bl.a. Moa Sandberg", "14 personer"),
            ("Moa Sandberg m.fl.", "flera personer"),
            ("Eva Ek, Moa Sandberg, Moa", "2 personer"),
        ],
    );
}

#[test]
fn a_signature_keeps_its_title_and_no_label_becomes_one() {
    let signatures = |names| {
        let mut whole = material("Eva Ek", "Kaffe");
        let signature = |name: &str, role: &str| Signature { name: name.to_owned(), role: role.to_owned() };
        let minutes = &mut whole.meetings[0].minutes;
        minutes.signoff =
            vec![signature("Moa Sandberg", "Processledare"), signature("Jonas Fält", "Justeras")];
        let cells =
            minutes.signoff.iter().cloned().map(WrittenName::Signature).map(support::material::in_cell);
        whole.mentioned.cells.extend(cells);
        let cut = Choices { names, ..Choices::default() }.cut(&whole, &KnownPeople::of(&whole));
        let those = cut.meetings[0].minutes.signoff.iter();
        let both = |signature: &Signature| format!("{}/{}", signature.name, signature.role);
        those.map(|signature| numbered(&both(signature), &whole)).collect::<Vec<_>>()
    };
    assert_eq!(signatures(Names::Pseudonym), ["Person 6/Processledare", "Person 11/Justeras"]);
    assert_eq!(signatures(Names::Role), ["Processledare/", "En deltagare/Justeras"]);
}

#[test]
fn who_is_responsible_is_said_once() {
    for names in [Names::Role, Names::Initials, Names::Pseudonym, Names::None] {
        let mut whole = material("Eva Ek", "Boka bil. Ansvarig: Eva Ek och Siv Holm");
        let entry = &mut whole.meetings[0].minutes.sections[0].entries[0];
        entry.kind = Kind::ACTION;
        entry.owner = Some("Eva Ek och Siv Holm".to_owned());
        let known = KnownPeople::of(&whole);
        let cut = Choices { names, ..Choices::default() }.cut(&whole, &known);
        let section = &cut.meetings[0].minutes.sections[0];
        let entry = &section.entries[0];
        let said = facts_in_text(entry, section, None).0;
        assert_eq!(unsaid_owner(entry, said.as_deref()), None, "{names:?}: {entry:?}");
    }
}

#[test]
fn a_hidden_address_reads_as_a_part_of_its_sentence() {
    for names in [Names::None, Names::Role] {
        read(
            names,
            &[
                ("- kattmamma@exempel.se skrev.", "- Utelämnad e-postadress skrev."),
                ("maila kattmamma@exempel.se. För mer info", "maila utelämnad e-postadress. För mer info"),
                ("Användarnamn: kattmamma_99", "Användarnamn: utelämnat"),
                ("Telefon: 070-123 45 67", "Telefon: utelämnat"),
            ],
        );
    }
}

/// Under the number of a table is who sat there or what they said: only a list of names becomes a number.
#[test]
fn what_was_said_at_a_table_is_no_list_of_persons() {
    let lines = [
        "Kim vill ha bänkar, träd och ljus. Lisa vill ha tyst.",
        "Hur når vi Lisas grannar?",
        "Kim kommer!",
        "Samtalsledare Lisa Ax, Kim af Öd",
        "Kultur och fritid tar en sak i taget",
    ];
    for heading in ["Bord 1", "Grupp 12", "Table 3"] {
        let fields =
            vec![Field {
                label: "Närvarande".into(), value: "Lisa Ax, Kim af Öd".into(), as_written: None
            }];
        let minutes = Minutes { fields, sections: vec![notes(heading, &lines)], ..Minutes::default() };
        let cut = with_names(&support::material::of(minutes), Names::None);
        let shown: Vec<&str> = cut.sections[0].entries.iter().map(|entry| entry.text.as_str()).collect();
        assert_eq!(
            shown,
            [
                "N.N. vill ha bänkar, träd och ljus. N.N. vill ha tyst.",
                "Hur når vi N.N:s grannar?",
                "N.N. kommer!",
                "2 personer",
                lines[4],
            ]
        );
    }
}

#[test]
fn an_election_and_one_of_two_read_as_swedish() {
    read(
        Names::Role,
        &[
            ("Moa eller Jonas kommer.", "En av två deltagare kommer."),
            ("Vi ber Siv eller Ola.", "Vi ber en av två lärare."),
            (
                "Till ordförande valdes Moa, till kassör Siv.",
                "Till ordförande valdes en deltagare, till kassör läraren.",
            ),
            ("Nämndordföranden Moa öppnade.", "Nämndordföranden öppnade."),
            ("Två tar det (Eva och Kajsa).", "Två tar det (rektorn och en deltagare)."),
        ],
    );
}
