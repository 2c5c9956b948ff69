//! Who is named: by what the register, the attendees, owners and the texts themselves say, in minutes as a web page has
//! them. A line without names in it says what it said.

use vidpennan::export::{Format, With, render};
use vidpennan::i18n::Lang;
use vidpennan::minutes::read::read_quietly;
use vidpennan::model::{Names, Report};
use vidpennan::ops::{self, PersonDetails};
use vidpennan::report::{Choices, KnownPeople, ReportScope, gather};
use vidpennan::store::Store;

use crate::support::pseudonyms::numbered;
use crate::support::room::{noon, options};

/// The minutes of a meeting with numbered pseudonyms, where these people are in the register.
pub(super) fn hidden(register: &[&str], minutes: &str) -> String {
    hidden_by(Names::Pseudonym, register, minutes)
}

/// The same with another choice.
pub(super) fn hidden_by(names: Names, register: &[&str], minutes: &str) -> String {
    let mut store = Store::in_memory(options()).unwrap();
    for name in register {
        let details = PersonDetails { name: (*name).to_owned(), role: None, organisation: None, email: None };
        ops::enter_person(&mut store, &details).unwrap();
    }
    let words = Lang::Sv.words();
    let meeting = ops::import_minutes(&mut store, &read_quietly(minutes, words), None).unwrap().value;
    let material = gather(&store, meeting, ReportScope::Meeting, words, noon().date()).unwrap();
    let choices = Choices { names, ..Choices::default() };
    let cut = choices.cut(&material, &KnownPeople::of(&material));
    let publication = Report::Minutes.write(&cut, words);
    let text = Format::from_code("txt").unwrap();
    let shown = String::from_utf8(render(text, &publication, &With::new(words)).unwrap().remove(0).bytes);
    numbered(&shown.unwrap(), &material)
}

/// Checks what becomes of lines that are said at a meeting with this head: each is a line, `=>` and the same without
/// names; where there is no `=>`, it stays as it is.
pub(super) fn becomes(register: &[&str], head: &str, lines: &[&str]) {
    becomes_by(Names::Pseudonym, register, head, lines);
}

/// The same with another choice.
pub(super) fn becomes_by(names: Names, register: &[&str], head: &str, lines: &[&str]) {
    let said: Vec<(&str, &str)> =
        lines.iter().map(|line| line.split_once(" => ").unwrap_or((line, line))).collect();
    let bullets: Vec<String> = said.iter().map(|(line, _)| format!("- {line}")).collect();
    let shown = hidden_by(names, register, &format!("Möte\n\n{head}\nTankar\n\n{}\n", bullets.join("\n")));
    let (_, shown) = shown.split_once("Tankar\n").unwrap();
    let shown: Vec<&str> = shown.lines().filter_map(|line| line.strip_prefix("- ")).collect();
    let wanted: Vec<&str> = said.iter().map(|(_, wanted)| *wanted).collect();
    assert_eq!(shown, wanted);
}

#[test]
fn a_particle_after_a_title_is_a_part_of_the_name() {
    let people =
        ["Rui Da Silva", "Nour El Haddad", "Ida Al Amin", "Pia La Rosa", "Tom Van Dyk", "Ulla De Geer"];
    for names in [Names::None, Names::Initials, Names::Role, Names::Pseudonym] {
        for (register, header) in [(&people[..], String::new()), (&[], people.join(", "))] {
            for title in ["Familjen", "Herr", "Läraren", "Fru"] {
                let lines: Vec<String> = people
                    .iter()
                    .map(|name| name.split_once(' ').unwrap().1)
                    .map(|name| format!("- {title} {name} flyttar in."))
                    .collect();
                let minutes = format!("Möte\n\nNärvarande: {header}\n\nTankar\n\n{}\n", lines.join("\n"));
                let shown = hidden_by(names, register, &minutes);
                let (_, shown) = shown.split_once("Tankar").unwrap();
                for part in people.iter().flat_map(|name| name.split(' ')).filter(|part| part.len() > 2) {
                    assert!(!shown.contains(part), "{names:?} {title} {part}: {shown}");
                }
                assert_eq!(shown.matches("flyttar in").count(), people.len(), "{shown}");
            }
        }
    }
}

#[test]
fn a_title_before_a_name_in_a_list_is_not_that_of_the_one_before() {
    let people = ["Björn Ek", "Björn Lund", "Bo Al"];
    for names in [Names::None, Names::Initials, Names::Role, Names::Pseudonym] {
        for row in ["Björn, chef Bo Al", "Bo Al, chef Björn", "Björn Ek, chef Bo Al, rektor Björn Lund"] {
            let minutes = format!("Möte\n\nNärvarande: {row}\n\nÅtgärder\n\n- Gör det. Ansvarig: {row}\n");
            let shown = hidden_by(names, &people, &minutes);
            for part in ["Björn", "Ek", "Lund", "Bo", "Al"] {
                assert!(
                    !shown.split(|c: char| !c.is_alphabetic()).any(|word| word == part),
                    "{names:?} {row}: {shown}"
                );
            }
        }
    }
}

#[test]
fn a_surname_that_names_bodies_is_one_where_somebody_has_it() {
    becomes(
        &["Ivar Stad", "Siv Norr", "Anna Väst", "Ola Region", "Zlatana Råd", "Lars Skola", "Eva Kommun"],
        "Närvarande: Ivar Stad, Lena Forum\n",
        &[
            "Ivar Stad sa nej. Enligt Stad går det. => Person 1 sa nej. Enligt Person 1 går det.",
            "Norr sa nej, Stads bord. Väst är rektor. => Person 2 sa nej, Person 1:s bord. Person 3 är rektor.",
            "Fråga Råd. Råds idé. Zlatana Råd vet. => Fråga Person 5. Person 5:s idé. Person 5 vet.",
            "Stad, Norr och Väst tar det => Person 1, Person 2 och Person 3 tar det",
            "Forum sa nej. Enligt Region går det => Person 8 sa nej. Enligt Person 4 går det",
            "Vi går till Eva Kommun => Vi går till Person 7",
            "Region Skåne och Region Norr sa ja. Enligt Region Skåne går det.",
            "Malmö Stad betalar. Stad och land. Norr om stan. I norr och i Väst.",
            "Skola: Björkskolan",
            "Skola",
            "Regionen, skolan och staden. En region. Bra råd! Råd och tips.",
        ],
    );
}

#[test]
fn a_surname_of_one_letter_or_of_a_direction_is_a_name() {
    becomes(
        &["Moa Öst", "Kim Å", "Bo Ö"],
        "",
        &[
            "Enligt Öst går det. Det är Östs idé. Östs idé. => Enligt Person 1 går det. Det är Person 1:s idé. Person 1:s idé.",
            "Enligt Å går det, säger Ö. => Enligt Person 2 går det, säger Person 3.",
            "Ö sa nej. Det är Ös idé. => Person 3 sa nej. Det är Person 3:s idé.",
            "Vi frågade Å, Ö och Öst. Tack till Å! => Vi frågade Person 2, Person 3 och Person 1. Tack till Person 2!",
            "Mötet leds av Å och Ö. Fråga Ö:s fru. => Mötet leds av Person 2 och Person 3. Fråga Person 3:s fru.",
            "Å/Ö tar det. Å (snickare) sa ja. => Person 2/Person 3 tar det. Person 2 (snickare) sa ja.",
            "Å: vi måste börja nu. Lista (Å) => Person 2: vi måste börja nu. Lista (Person 2)",
            "Å, Kim ordnar. @Å ringer. => Person 2 ordnar. Person 2 ringer.",
            "Å ena sidan, å andra sidan. Å, vad bra! Vi bor i Öst. Öst om ån. Bord Å, från A till Ö.",
            "Vi bor på Ö. Vi åker till Ö. Bokstaven Å saknas. Å så en sak till.",
        ],
    );
}

#[test]
fn a_short_surname_is_no_particle_and_no_initial() {
    becomes(
        &["Mai Le", "Jin Wu", "Per Ny", "Li Ö"],
        "",
        &[
            "Mai Le tolkar. Enligt Le går det. => Person 1 tolkar. Enligt Person 1 går det.",
            "Wu:s lista ligger hos Wus fru. => Person 2:s lista ligger hos Person 2:s fru.",
            "Li Ö och Per Ny kom. Fråga Ny. => Person 4 och Person 3 kom. Fråga Person 3.",
            "Boka. Ansvarig: Ö => Boka. Ansvarig: Person 4",
            "Ny skola byggs i en ny stad.",
        ],
    );
}

#[test]
fn an_owner_written_short_is_the_one_who_is_called_so() {
    becomes(
        &["Hans Grön", "Björn Ek"],
        "Närvarande: Karl-Johan Ström, Siv Holm\n",
        &[
            "Boka bil. Ansvarig: Holm => Boka bil. Ansvarig: Person 4",
            "Boka rum. Ansvarig: Ek => Boka rum. Ansvarig: Person 2",
            "Boka sal. Ansvarig: Karl Johan => Boka sal. Ansvarig: Person 3",
            "Boka båt. Ansvarig: Grön => Boka båt. Ansvarig: Person 1",
            "Prata med Karl Johan Ström, Karl-Johan och Grön. => Prata med Person 3, Person 3 och Person 1.",
        ],
    );
}

#[test]
fn a_place_that_owns_something_is_somebody() {
    becomes(
        &[],
        "",
        &[
            "Boka bil. Ansvarig: Lund => Boka bil. Ansvarig: Person 1",
            "Boka rum. Ansvarig: Berg och Åsa => Boka rum. Ansvarig: Person 2 och Person 3",
            "Lund sa nej. Enligt Berg går det. => Person 1 sa nej. Enligt Person 2 går det.",
            "Vi bor i Lund. Lunds kommun. Tåg från Lund. Berg och dalbana.",
            "Boka sal. Ansvarig: Malmö",
            "Boka sal. Ansvarig: Region",
        ],
    );
}

#[test]
fn particles_stay_with_the_name() {
    becomes(
        &["Sven von der Lancken", "Maria van den Berg", "Luis da Silva", "Ada di Marco"],
        "",
        &[
            "Enligt von der Lancken går det. => Enligt Person 1 går det.",
            "Fråga van den Berg. Van den Bergs idé. => Fråga Person 2. Person 2:s idé.",
            "Da Silva vet. Enligt da Silvas lista. => Person 3 vet. Enligt Person 3:s lista.",
            "Vi frågade di Marco. => Vi frågade Person 4.",
            "De frågade den berörda om det.",
        ],
    );
}

#[test]
fn associations_and_companies_are_no_persons() {
    let bodies = "Rädda Barnen, Röda Korset, IF Lindby, Lindby AB, Café Solen, Friends, Sensus, PRO Lindby, \
                  Studiefrämjandet, Coompanion, Verdandi, Bris, Hyresgästföreningen, Fontänhuset, Ekby Bygg AB, \
                  Stiftelsen Ekbacken, Lindby SK";
    let shown = hidden(&[], &format!("Möte\n\nNärvarande: Moa Ek, {bodies}\n\nTankar\n\n- {bodies} kom.\n"));
    assert!(shown.contains(&format!("Närvarande: Person 1, {bodies}\n")), "{shown}");
    assert!(shown.contains(&format!("- {bodies} kom.\n")), "{shown}");
    becomes(
        &["Lena Barnen"],
        "Närvarande: ABF Anna Ros\n",
        &[
            "Rädda Barnen sa nej. Barnen sa nej. => Rädda Barnen sa nej. Person 1 sa nej.",
            "Enligt Lindby AB går det. Café Solen stänger. IF Lindbys kassör.",
            "Ros sa nej. => Person 2 sa nej.",
        ],
    );
}

#[test]
fn a_surname_is_one_where_somebody_is_named_in_full() {
    becomes(
        &[],
        "Ada Ros bjöd på fika.\n",
        &[
            "Moa Ek och Ola Lund kom sent. => Person ? och Person ? kom sent.",
            "Ek sa nej. Enligt Lund går det. Det är Eks idé. => Person ? sa nej. Enligt Person ? går det. Det är Person ?:s idé.",
            "von Rosen teg. Fråga van der Meer. => Person ? teg. Fråga Person ?.",
            "Ros och Ek tar det. Lunds lista. => Person ? och Person ? tar det. Person ?:s lista.",
            "Lisa Blomma sa ja. Blomma sa nej. En blomma. => Person ? sa ja. Person ? sa nej. En blomma.",
            "Lars von Stahl sa ja, och Stahl tackade. => Person ? sa ja, och Person ? tackade.",
            "Bo i Lund. Sitta under en ek. Ek är ett träd. Ros till hela gruppen! Lunds kommun. En ros. Ek planteras.",
        ],
    );
    becomes(
        &[],
        "",
        &["Ek planteras vid Ekgatan. Lund är en stad. Berg och dalbana. Holm och skär. Stark i det."],
    );
}

#[test]
fn a_response_names_somebody_for_the_whole_meeting() {
    becomes(
        &[],
        "",
        &[
            "Enligt Sand går det. => Enligt Person ? går det.",
            "Det var Siv Sand som sa det. => Det var Person ? som sa det.",
            "Sand på vägen. Vi sprider sand.",
        ],
    );
}

#[test]
fn names_without_dots_glued_or_in_links_are_found() {
    becomes(
        &["Karin Öhman", "Jörgen Åkesson", "Anna-Karin Öberg"],
        "",
        &[
            "Se https://lindby.se/personal/karin-ohman.html om det. => Se Person 1 om det.",
            "Se https://lindby.se/vi/karin_ohman_cv.pdf om det. => Se Person 1 om det.",
            "karinohman skrev, KarinÖhman läste. => Person 1 skrev, Person 1 läste.",
            "Fråga jorgen och fråga akesson. => Fråga Person 2 och fråga Person 2.",
            r"Ligger på \\server\hem\karin.ohman\ nu. => Ligger på \\server\hem\Person 1\ nu.",
            "Teams: karin.ohman, k.ohman => Teams: Person 1, Person 1",
            "Filen Karin_Ohman_CV saknas. => Filen Person 1_CV saknas.",
            "Filen CV-jorgen_akesson-2.docx saknas. => Filen CV-Person 2-2.docx saknas.",
            "Öhman-Lind ringer. Lind-Öhman svarar. => Person ? ringer. Person ? svarar.",
            "Wei Zhang kom sent. Enligt Wei Zhang. Wei teg. => Person ? kom sent. Enligt Person ?. Person ? teg.",
            "Tack Karlsson! Be Karlsson ringa. => Tack Person ?! Be Person ? ringa.",
            "annakarinoberg vet. => Person 3 vet.",
            "T.ex. bl.a. vid kl.12 i rapport_2024.pdf. Vi är jorden runt.",
        ],
    );
}

#[test]
fn a_particle_may_be_written_short() {
    becomes(
        &["Sven von der Lancken", "Ada von Hofsten", "Axel af Ugglas"],
        "",
        &[
            "Enligt v. d. Lancken går det. => Enligt Person 1 går det.",
            "Fråga v.d. Lancken. S. v. d. Lancken vet. => Fråga Person 1. Person 1 vet.",
            "Det är v. d. Lanckens idé, säger v. Hofsten. => Det är Person 1:s idé, säger Person 2.",
            "Sven v. d. Lancken ringer. V. d. Lancken ringer. => Person 1 ringer. Person 1 ringer.",
            "Det är t.v. d. v. s. så länge. Vi ses i v. 12.",
        ],
    );
}

#[test]
fn a_company_that_is_called_after_somebody_is_no_person() {
    becomes(
        &["Björn Ek", "Siv Holm", "Ola Lund"],
        "",
        &[
            "Ek & Co AB lämnade anbud. Vi valde Ek & Co. Eks idé. => Ek & Co AB lämnade anbud. Vi valde Ek & Co. Person 1:s idé.",
            "Holm & Söner HB kom. Enligt Lund & Partners går det. => Holm & Söner HB kom. Enligt Lund & Partners går det.",
            "Lund och Holm Bygg AB vann. Lund Bygg AB, Holms Rör AB. => Person 3 och Holm Bygg AB vann. Lund Bygg AB, Holms Rör AB.",
            "Ek & Holm tar det. => Person 1 & Person 2 tar det.",
        ],
    );
    becomes(&[], "", &["Ek & Co AB lämnade anbud. Vi valde Berg & Söner."]);
}

#[test]
fn a_given_name_before_a_word_that_is_a_place_is_a_name() {
    becomes(
        &[],
        "",
        &[
            "Maria Park kom sent. => Person ? kom sent.",
            "Vi ses på skolan. Moa Ax teg. Det är i huset. Kent Öd vet. => Vi ses på skolan. Person ? teg. Det är i huset. Person ? vet.",
            "Fråga Karin Plats och Erik Skog. => Fråga Person ? och Person ?.",
            "Enligt Anna Hamn går det. Enligt Bernadotte går det. => Enligt Person ? går det. Enligt Person ? går det.",
            "Olof Palmes plats. Karin Boyes park. Eriks park är stängd.",
        ],
    );
}

#[test]
fn a_name_without_its_dots_in_small_letters_is_found_where_a_name_follows() {
    becomes(
        &["Håkan Öberg", "Jörgen Åkesson", "Åsa Lind", "Gun Ås"],
        "",
        &[
            "Fråga hakan om det. => Fråga Person 1 om det.",
            "kolla med jorgen. Ring hakan! => kolla med Person 2. Ring Person 1!",
            "Haka på oss. Rör vid hakan. Vi bor på en as.",
        ],
    );
}

#[test]
fn roles_in_a_list_of_those_present_are_no_persons() {
    becomes(
        &[],
        "Närvarande: Ola Lund, Kock, Siv Holm, Kurator, Ek, Moa, Snickare\n",
        &["Kock saknas. Lund sa nej. Holm teg. => Kock saknas. Person 1 sa nej. Person 2 teg."],
    );
    becomes(
        &[],
        "Närvarande: Kontakta Moa Sandberg\n",
        &["Moa vet. Sandberg vet. Kontakta oss. => Person 1 vet. Person 1 vet. Kontakta oss."],
    );
    becomes(&[], "Närvarande: Ring Ola Lund, Fråga Siv Holm\n", &["Lund sa nej. => Person 1 sa nej."]);
}

#[test]
fn what_is_beside_the_name_of_somebody_present_is_a_note_about_them() {
    let lines = [
        "Omsorg är viktigt. Kultur är bra. Ekonomi, Park, Elev, Region och Plan också.",
        "Ax sa nej. Öd teg. => Person 1 sa nej. Person 2 teg.",
    ];
    for present in [
        "Lisa Ax (Kultur), Kim Öd (Omsorg)",
        "Lisa Ax (Ekonomi och Plan), Kim Öd (Omsorg, Park)",
        "Lisa Ax, Kultur; Kim Öd, Omsorg",
        "Lisa Ax – Kultur, Kim Öd – Elev",
        "Lisa Ax / Kultur, Kim Öd / Region",
    ] {
        becomes(&[], &format!("Närvarande: {present}\n"), &lines);
        let counted = hidden(&[], &format!("Möte\n\nNärvarande: {present}\n\nTankar\n\n- Kultur\n"));
        assert!(counted.contains("Person 1") && counted.contains("Person 2"), "{counted}");
        assert!(!counted.contains("Person 3"), "{counted}");
    }
    // A name is one there too.
    becomes(
        &["Tyrgils Rot"],
        "Närvarande: Lisa Ax (Kim Öd, Tyrgils), Siv\n",
        &["Öd sa nej. Enligt Tyrgils går det. => Person 3 sa nej. Enligt Person 1 går det."],
    );
}

#[test]
fn common_words_that_end_like_a_genitive_or_are_rare_names_are_no_names() {
    becomes(
        &[],
        "",
        &[
            "Klass 4B åker. Det blev klass igen. Minnas ska vi. Vi vill minnas det.",
            "Jeans är bra. Han har jeans, alias lappade, och trans är ett ord.",
            "En sonata, en aria och en seans. Vi ska sanda. Henna, osmos och jihad är ord. Olympia också.",
            "En kasper på en osman och en devis om timotej. Elva barn. Stan är full. Karens gäller. Urban odling är bra. Vinka hej då!",
            "Klas sa nej, fråga Minna. => Person ? sa nej, fråga Person ?.",
        ],
    );
}

#[test]
fn a_surname_that_ends_with_s_is_no_genitive_before_a_verb() {
    becomes(
        &["Kerstin Roos", "Ola Ros"],
        "",
        &[
            "Roos teg. Ros sov. => Person 1 teg. Person 2 sov.",
            "Det är Roos förslag. => Det är Person 1:s förslag.",
        ],
    );
}

#[test]
fn speakers_and_panels_are_people_too() {
    for label in ["Talare", "Presidium", "Panel", "Representanter", "Från kommunen"] {
        let head = format!("{label}: Doris Hus och Kent Stad\n");
        becomes(&[], &head, &["Enligt Hus går det. Stad teg. => Enligt Person 1 går det. Person 2 teg."]);
    }
}

#[test]
fn those_who_are_counted_beside_those_named_are_counted_with_them() {
    let shown = |present: &str| {
        let text = format!("Möte\n\nNärvarande: {present}\n\nTankar\n\n- Bra.\n");
        hidden_by(Names::None, &[], &text)
    };
    for (present, count) in [
        ("Lisa Ax, Kim Öd samt 12 medborgare", 14),
        ("Lisa Ax (S) och 3 ungdomar", 4),
        ("Petra Alm, Jens Hägg, två elever och 4 föräldrar", 8),
        ("14 personer, bl.a. Eva Ek", 14),
        ("Lisa Ax (Kultur), Kim Öd (Omsorg)", 2),
    ] {
        let shown = shown(present);
        assert!(shown.contains(&format!("Närvarande: {count} personer\n")), "{shown}");
    }
    for (present, expected) in [
        ("Petra Alm, Region Skåne, två elever", "3 personer, Region Skåne"),
        ("Petra Alm, Jens Hägg, några elever", "2 personer, några elever"),
    ] {
        let shown = shown(present);
        assert!(shown.contains(&format!("Närvarande: {expected}\n")), "{shown}");
    }
}

#[test]
fn nobody_moves_into_another_group_of_a_list() {
    let text = "Möte\n\nVården: Petra Alm (chef), Sixten Vide; Kent Lönn, Coop\n\nTankar\n\n- Bra.\n";
    let shown = hidden_by(Names::Role, &[], text);
    assert!(shown.contains("Vården: Chefen, en deltagare; en annan deltagare, Coop\n"), "{shown}");
}

#[test]
fn the_head_of_a_table_after_a_list_is_nobody() {
    for head in ["| Namn | Roll |\n|---|---|", "| Namn | Funktion |"] {
        let text =
            format!("Möte\n\nDeltagare:\n- Siv Kvarn\n\n{head}\n| Lo Åker | kock |\n\nTankar\n\n- Bra.\n");
        let shown = hidden_by(Names::None, &[], &text);
        assert!(shown.contains("Deltagare: 2 personer\n"), "{shown}");
    }
}

#[test]
fn what_somebody_is_asked_to_do_stays_and_joined_nouns_are_words() {
    let text = "Möte\n\nDeltagare: Ada Nyman, Siv Kvarn\n\nTankar\n\n- Boka lunch (ansvarig Ada Nyman)\n- Vi var i Ada-rummet.\n- VD:n Ada Nyman var där.\n- Vi talade med frk Ada Nyman.\n\nJusteras\n\nSiv Kvarn\n";
    let shown = hidden_by(Names::Role, &[], text);
    for expected in [
        "- Boka lunch (ansvarig en deltagare)\n",
        "- Vi var i en deltagares rum.\n",
        "- VD:n var där.\n",
        "- Vi talade med en deltagare.\n",
    ] {
        assert!(shown.contains(expected), "{expected}: {shown}");
    }
    let shown = hidden_by(Names::None, &[], text);
    assert!(shown.contains("Justeras: namnet är utelämnat"), "{shown}");
}
