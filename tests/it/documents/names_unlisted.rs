//! Names in full of which no list has a word: a role, a row or a verb beside them says that they are somebody.

use vidpennan::report::KnownPeople;

use crate::documents::naming::becomes;

/// The mentions in a text, of people of whom nothing is known.
fn found(text: &str) -> Vec<&str> {
    KnownPeople::default().find(text).into_iter().filter_map(|mention| text.get(mention.at)).collect()
}

#[test]
fn a_role_beside_words_with_capitals_makes_them_a_name() {
    for text in [
        "Rektor: Zlorka Vröm",
        "Biträdande rektor: Zlorka Vröm",
        "Skolsköterska = Zlorka Vröm",
        "Utvecklingsledare – Zlorka Vröm",
        "Ordf. Zlorka Vröm",
        "Skolsköterskan Zlorka Vröm tar upp frågan",
        "Zlorka Vröm, vaktmästare, var med",
        "Zlorka Vröm (kurator)",
        "Zlorka Vröm\trektor",
        "| Namn | Roll |\n|---|---|\n| Zlorka Vröm | rektor |",
        "| Rektor | Zlorka Vröm |",
        "Ansvarig är Zlorka Vröm",
        "Vi tackar Zlorka Vröm för fikat",
        "Zlorka Vröm undrar om lokalen",
        "Zlorka Vröm håller kurs",
    ] {
        assert_eq!(found(text), ["Zlorka Vröm"], "{text}");
    }
    assert_eq!(found("Enhetschef: Vröm"), ["Vröm"]);
    assert_eq!(found("Zlorka Vröm, Hasselstigen 22"), ["Zlorka Vröm"]);
    assert_eq!(found("Zlorka Vröm 070-174 06 14"), ["Zlorka Vröm", "070-174 06 14"]);
    assert_eq!(found("Norrby skola har plats"), [""; 0]);
}

#[test]
fn everybody_in_a_row_of_people_is_found() {
    let all = ["Zlorka Vröm", "Tjelv-Orm Skyd", "Ödna Mo"];
    for lead in ["Närvarande var", "Med var", "Med på mötet:", "Gruppen bestod av", "I samtalet deltog"] {
        let text = format!("{lead} {}, {} och {}.", all[0], all[1], all[2]);
        assert_eq!(found(&text), all, "{text}");
    }
}

#[test]
fn bodies_places_and_things_with_capitals_are_nobody_beside_a_role_either() {
    for text in [
        "Rektor: Vakant",
        "Rektor: Björkskolan och Ekskolan",
        "Enhetschef: Kultur Fritid",
        "Ansvarig: Tekniska Kontoret",
        "Tolk: Tigrinja Arabiska",
        "Sekreterare: Utses vid mötet",
        "Närvarande var Kultur, Omsorg och HR",
        "Närvarande var Hyresgästföreningen, Vrömby Bygdegård och Polisen",
        "| Stora Salen | bokad |",
        "Gamla Rådhuset\tja",
        "Samtal med Svenska Kyrkan om lokalen",
        "Biblioteket i Norrby har öppet",
        "Rut-avdrag för äldre. Vik undan för cyklister. Maj är fin.",
        "Love går inte att köpa. Kärlek går att visa.",
        "Vi hade en bra Dag på Espresso House",
        "Max Hamburgare och Coffee House vill bygga",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn what_is_said_of_people_only_makes_the_word_before_it_a_name() {
    for (text, name) in [
        ("Tilde är sjukskriven", "Tilde"),
        ("Vrömme har hemtjänst", "Vrömme"),
        ("Vrömme undrar om bussen", "Vrömme"),
        ("Sköld (M) begärde ordet", "Sköld"),
        ("Zlorka Vröm (KD) yrkade bifall", "Zlorka Vröm"),
    ] {
        assert_eq!(found(text), [name], "{text}");
    }
    for text in [
        "Bygdegården är utmattad",
        "Ekonomin är skadad",
        "Vården är sjuk",
        "Trafik är ett problem",
        "Lagen säger nej",
        "Elever tycker det",
        "Skolverket anser det",
        "Forskning säger det",
        "Torget blir fint",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn a_town_in_a_row_and_a_unit_after_a_title_are_nobody() {
    for text in [
        "Deltagare från Lindby, Norrby och Storby",
        "Chef Plan Bygg deltar",
        "Handläggare Bygglov Miljö deltar",
        "kontaktperson enligt SoL",
        "Karl-Oskar-dagarna i augusti",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn somebody_in_small_letters_before_a_number_or_with_initials_is_found() {
    for (text, name) in [
        ("jag pratade med lena berg om det", "lena berg"),
        ("eva strand ringde igår", "eva strand"),
        ("en klient (M.A.) klagade", "M.A."),
        ("en brukare, L.S, vill byta", "L.S"),
    ] {
        assert_eq!(found(text), [name], "{text}");
    }
    for text in ["Vrömme 070-174 06 13", "Ring Vrömme på 070-174 06 14", "Vrömme, tfn 0701740614"] {
        assert_eq!(found(text).first(), Some(&"Vrömme"), "{text}");
    }
    for text in
        ["gå med fin strand i sikte", "Telefon 08-465 004 17", "Jobb 08-465 004 17", "möte, A.B.C och D.E"]
    {
        assert!(!found(text).iter().any(|found| found.starts_with(char::is_alphabetic)), "{text}");
    }
}

#[test]
fn whoever_is_in_the_register_is_somebody_whatever_the_words_of_the_name_are() {
    becomes(
        &["Hyun Sten", "Xiomara Data", "Aigul Vatten", "Se Young Kim", "Lindby Bygg", "Region Norr"],
        "Närvarande: Moana Skog, glasblåsare; Tuya Mark\n",
        &[
            "Hyun Sten ordnar kaj. Stens bord. Hyun kommer. => Person 1 ordnar kaj. Person 1:s bord. Person 1 kommer.",
            "Xiomara Data vet. Enligt Data går det. => Person 2 vet. Enligt Person 2 går det.",
            "Aigul Vatten kom, Vatten sa ja => Person 3 kom, Person 3 sa ja",
            "Se Young Kim dansar => Person 4 dansar",
            "Moana Skog ringer. Moana kommer. => Person 7 ringer. Person 7 kommer.",
            "Lindby Bygg bygger. Region Norr betalar. En sten.",
        ],
    );
}
