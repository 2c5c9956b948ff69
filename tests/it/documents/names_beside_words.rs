//! What is right beside a name: a nickname, the other half of a compound, a title that ends the sentence before, the
//! place of the meeting, brackets and adjectives.

use vidpennan::model::Names;

use crate::documents::naming::{becomes, becomes_by};
use crate::support::hiding::Archive;

#[test]
fn a_nickname_between_two_names_goes_with_them() {
    becomes(
        &["Torsten Lind"],
        "Närvarande: Siv Ohlsson\n",
        &[
            "Torsten \"Totte\" Lind kom => Person 1 kom",
            "Torsten ”Totte” Linds förslag => Person 1:s förslag",
            "Siv (Sippan) Ohlsson sa nej => Person 2 sa nej",
        ],
    );
    becomes_by(
        Names::None,
        &[],
        "",
        &[
            "Hampus ”Hampe” Strand vill ha bänkar => N.N. vill ha bänkar",
            "Vi tackar Karl (Kalle) Ek och Gun 'Gullan' Nyberg => Vi tackar N.N. och N.N.",
            "Eva sa ”Ja” och Torget är fint => N.N. sa ”Ja” och Torget är fint",
        ],
    );
}

#[test]
fn a_surname_is_one_as_the_first_half_of_a_compound_too() {
    becomes_by(
        Names::None,
        &["Tor Vik", "Siv Lund", "Ola Dahl"],
        "",
        &[
            "Vik-gruppen har lämnat ett förslag => NN-gruppen har lämnat ett förslag",
            "Vik-förslaget föll => NN-förslaget föll",
            "De som var i Lund-gruppen => De som var i NN-gruppen",
            "Enligt Dahl-modellen => Enligt NN-modellen",
            "Grön-gruppen och Vik- och strandfrågor",
        ],
    );
}

#[test]
fn a_title_at_the_end_of_a_sentence_is_nobodys_in_the_next() {
    becomes_by(
        Names::Role,
        &[],
        "Närvarande: Tor Vik, Eva Ek (lärare)\n",
        &[
            "Vi behöver en ny chef. Tor tar upp det. => Vi behöver en ny chef. En deltagare tar upp det.",
            "Vi saknar kock. Eva tar upp det. => Vi saknar kock. Läraren tar upp det.",
            "Ordf. Vik sa nej => Ordföranden sa nej",
        ],
    );
}

#[test]
fn the_town_of_the_meeting_is_no_person_though_somebody_is_called_so() {
    for place in ["Biblioteket, Lund", "Lund", "Lund, Biblioteket", "Stora salen, Strand"] {
        for names in [Names::None, Names::Role, Names::Pseudonym, Names::Initials] {
            let mut archive = Archive::with(&["Åsa Strand"]);
            archive.read(&format!(
                "Samtal\n\nDatum: 2026-11-02\nPlats: {place}\nNärvarande: Torsten Lund\n\nTankar\n\n- Lund sa nej\n"
            ));
            let text = archive.text(names);
            assert!(text.contains(&format!("Plats: {place}\n")), "{text}");
            assert!(!text.contains("Lund sa nej"), "{text}");
        }
    }
}

#[test]
fn whoever_everybody_knows_and_whoever_is_anybody_are_nobody_of_the_meeting() {
    becomes_by(
        Names::None,
        &["Per Ström"],
        "",
        &[
            "Kung Carl Gustaf och drottning Silvia invigde huset",
            "kung Carl XVI Gustaf kom",
            "En jacka från Hugo Boss",
            "Vi bor i Rosenlund och Medelsvensson betalar",
            "Per capita-siffran är låg",
        ],
    );
}

#[test]
fn adjectives_dashes_and_brackets_beside_a_name_read_as_swedish() {
    becomes_by(
        Names::Role,
        &["Siv Norén", "Åsa Norén"],
        "Närvarande: Tor Vik (trafikplanerare), Maj-Britt Ström, Olof Sandin (M)\n",
        &[
            "Den nöjda Siv kom => Den nöjda deltagaren kom",
            "Vår kloka Siv kom => Vår kloka deltagare kom",
            "Den trötta Tor kom => Den trötta trafikplaneraren kom",
            "Åsa–Siv har pratat => Två deltagare har pratat",
            "Det löser sig (Tor kollar) => Det löser sig (trafikplaneraren kollar)",
            "(Tor kollar) => (Trafikplaneraren kollar)",
            "Bra. (Tor kollar.) => Bra. (Trafikplaneraren kollar.)",
            "Maj-Britt Ström och Olof Sandin (M) sa ja => En deltagare och en annan deltagare (M) sa ja",
        ],
    );
}

#[test]
fn churches_and_bodies_with_a_name_in_them_are_nobody() {
    becomes_by(
        Names::None,
        &[],
        "Närvarande: Eva Ek, Svenska Röda Korset, Bo Al\n",
        &[
            "Tack till Svenska Röda Korset för lokalen",
            "Vi är på Holmen i dag",
            "Holmen ordnar fika",
            "S:t Lars församling och S:ta Maria kyrka ordnar fika",
            "Sankt Lars har plats",
            "Enligt Lars går det => Enligt N.N. går det",
        ],
    );
}

#[test]
fn a_month_a_road_or_a_thing_that_is_moved_is_nobody() {
    becomes(
        &["Maj Gran", "Sten Kvist", "Kim Vik", "Eva Väg", "Juni Hav"],
        "",
        &[
            "Pengarna räcker till maj. Vi väntar till maj, kanske juni. Från maj till juni.",
            "Sten ska bort från gångbanan. Sten måste upp.",
            "Kim heter robotklipparen. Väg 111 är avstängd.",
            "Sten ska ringa. Fråga maj. => Person 2 ska ringa. Fråga Person 1.",
            "Kim heter Vik. Väg sa nej. => Person 3 heter Person 3. Person 4 sa nej.",
        ],
    );
}
