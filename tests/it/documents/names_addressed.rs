//! Somebody whose name is another word too, where the place in the sentence says who is meant: in small letters, after
//! the initial of a middle name, by two letters, in one word.

use vidpennan::model::Names;

use crate::documents::naming::becomes;
use crate::support::hiding::Archive;

#[test]
fn a_name_in_small_letters_is_hidden_where_somebody_is_asked_greeted_or_given_something() {
    becomes(
        &["Tindra Holm", "Ivar Ek", "Rune Mark", "Hope Rask", "Sten Modig"],
        "",
        &[
            "Ge det till ivar. => Ge det till Person 2.",
            "Fråga hope! Ring tindra om det. => Fråga Person 4! Ring Person 1 om det.",
            "Hej tindra! hej från hope => Hej Person 1! hej från Person 4",
            "tack rune för hjälpen, mvh ivar => tack Person 3 för hjälpen, mvh Person 2",
            "Enligt ek ska det bli billigare. => Enligt Person 2 ska det bli billigare.",
            "Dyrt, säger rask. Det tycker modig också. => Dyrt, säger Person 4. Det tycker Person 5 också.",
            "Skicka listan till sten => Skicka listan till Person 5",
            "Vi tror att tindra vet. => Vi tror att Person 1 vet.",
            "Kan du ta det, ivar? => Kan du ta det, Person 2?",
            "ivars lista blev lång => Person 2:s lista blev lång",
            "Vi fick en ek till parken, och mark till bygget.",
            "Enligt mark- och miljödomstolen går det. Ring rask hjälp.",
            "Han kastade sten. Gå till mark. En modig flicka. Ljusen tindra.",
            "Säg hej till alla. Hej alla! Tack alla för idag.",
        ],
    );
}

#[test]
fn a_surname_that_is_a_word_is_hidden_after_the_initial_of_a_middle_name() {
    becomes(
        &["Dag Mark", "Rut Frisk", "Bengt Modig", "Lars von Rask"],
        "",
        &[
            "Vi hörde Dag M. Mark tala. => Vi hörde Person 1 tala.",
            "Vi hörde Dag E. K. Mark och Rut P Frisk. => Vi hörde Person 1 och Person 2.",
            "B. A. Modigs förslag, D. E. Mark. => Person 3:s förslag, Person 1.",
            "Lars K. von Rask var här. => Person 4 var här.",
            "Mötet hölls i bord C. Marken köptes.",
        ],
    );
}

#[test]
fn letters_that_mean_something_else_too_are_somebody_who_is_asked() {
    becomes(
        &["Stina Krok", "Hans Rot", "Ida Tun"],
        "",
        &[
            "Fråga SK. Hej SK! SK:s lista. => Fråga Person 1. Hej Person 1! Person 1:s lista.",
            "Dyrt, säger SK. Vi pratade med SK om det. => Dyrt, säger Person 1. Vi pratade med Person 1 om det.",
            "Fråga HR. Enligt IT går det. Vi spelar mot Ekby SK på lördag.",
        ],
    );
}

#[test]
fn what_belongs_to_somebody_by_their_whole_name_is_theirs() {
    becomes(
        &["Ivar Falk", "Klara Borg", "Mark Ström"],
        "",
        &[
            "Ivar Falks hus brann. => Person 1:s hus brann.",
            "Klara Borgs skola är bra, Ivar Falks plats är tom. => Person 2:s skola är bra, Person 1:s plats är tom.",
            "Mark Ströms gård såldes. => Person 3:s gård såldes.",
            "Vi bor på Strömgatan 4. Falkhuset är stängt.",
        ],
    );
}

#[test]
fn councillors_have_titles_and_councils_are_bodies() {
    becomes(
        &["Vera Rydholm"],
        "",
        &[
            "Statsrådet Tjernvall hälsade. => Statsrådet Person ? hälsade.",
            "Enligt hovrättsrådet Rydholm går det. => Enligt hovrättsrådet Person 1 går det.",
            "Vi mötte kommunalrådet Skoglöf. => Vi mötte kommunalrådet Person ?.",
            "Byrådet Norrgård och Miljörådet Vättern bjuder in. Kyrkorådet sa ja.",
        ],
    );
}

#[test]
fn whoever_is_spoken_to_at_the_beginning_of_a_sentence_is_hidden() {
    becomes(
        &["Ali Nasser", "Jan Ekdal", "Tim Skoog", "Max Holm"],
        "",
        &[
            "Ali, kom hit! => Person 1, kom hit!",
            "Jan själv gick hem. => Person 2 själv gick hem.",
            "Tim log i hallen. => Person 3 log i hallen.",
            "Max, ring mig. => Person 4, ring mig.",
            "Jan–mars är kallt. Max tre personer.",
        ],
    );
}

#[test]
fn companies_places_and_things_keep_the_words_of_their_names() {
    becomes(
        &["Alva Ask", "Sten Skog", "Jon Vik", "Eva Strand", "Kim Björk"],
        "",
        &[
            "Föreningen Ask & Embla bjuder in. Kvarnlöf, Ask & Sjö AB bygger.",
            "Sten är hårt. Vik papperet på mitten. Vik ihop stolarna.",
            "Kvällsmöte i Strand. Villa Björk. Pensionat Strand.",
            "Sten är snäll. Fråga Vik. => Person 2 är snäll. Fråga Person 3.",
            "I arbetsgruppen sitter Ask & Strand. => I arbetsgruppen sitter Person 1 & Person 4.",
        ],
    );
}

#[test]
fn a_name_is_found_with_some_of_its_dots_and_in_one_word() {
    becomes(
        &["Sven Åström", "Dag Mark", "Li Andersson", "Märta Bäckström"],
        "",
        &[
            "Fråga Aström. ASTRÖM sa nej. Enligt Åstrom. => Fråga Person 1. Person 1 sa nej. Enligt Person 1.",
            "Bäckstrom vet. Backström också. => Person 4 vet. Person 4 också.",
            "dagmark fixar det, MarkDag skrev => Person 2 fixar det, Person 2 skrev",
            "liandersson ordnar det. Fråga markdag. => Person 3 ordnar det. Fråga Person 2.",
            "Taggen #DAGMARK => Taggen Person 2",
            "Skogs- och markfrågor, mark- och miljödomstolen, Mark- och vattenfrågor",
            "Marknaden är på dagis, i marken.",
        ],
    );
}

#[test]
fn the_same_person_is_the_same_by_initials_other_letters_and_particles() {
    becomes(
        &["Mehmet Yıldız", "Tyra Vik", "Åsa Berg-Lund", "Ada Nyman", "Zainab al-Rashid"],
        "Närvarande: Mehmet Yıldız, Tyra Vik, Åsa Berg-Lund, Ada K. Nyman, Al-Rashid\n",
        &[
            "Mehmet Yildiz vet, enligt Yildiz. => Person 1 vet, enligt Person 1.",
            "Fråga Tyra V. om det. Tyra V. vet. => Fråga Person 2 om det. Person 2 vet.",
            "Åsa B-L tar det, säger Åsa B. => Person 3 tar det, säger Person 3.",
            "Ada K. Nyman skriver. Enligt Nyman går det. => Person 4 skriver. Enligt Person 4 går det.",
            "Fråga Al-Rashid. Zainab al-Rashid svarar. => Fråga Person 5. Person 5 svarar.",
        ],
    );
}

#[test]
fn what_the_check_finds_is_an_address_of_somebody_and_no_post_or_municipality() {
    let found = |line: &str| {
        let mut archive = Archive::with(&[]);
        archive.read_lines(&[line]);
        let found = archive.findings(Names::Written);
        found.into_iter().map(|finding| finding.text).collect::<Vec<_>>()
    };
    for (line, about) in [
        ("Åkergatan 7 B är tomt", "Åkergatan 7 B"),
        ("Gård Björkhult 5, 512 98 Svenljunga", "Gård Björkhult 5, 512 98 Svenljunga"),
        ("skriv till eva-mia.strid hos hotmail punkt se", "eva-mia.strid hos hotmail punkt se"),
    ] {
        assert_eq!(found(line), [about], "{line}");
    }
    for line in ["Kurator söks till hemtjänsten.", "Rektor rekryteras till hemtjänsten.", "Stens kommun?"]
    {
        assert_eq!(found(line), [""; 0], "{line}");
    }
}
