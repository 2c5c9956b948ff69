//! Bodies that are called after somebody, and people beside the same words.

use vidpennan::model::Names;

use crate::documents::naming::{becomes, becomes_by, hidden_by};

#[test]
fn a_body_that_is_called_after_somebody_is_no_person() {
    becomes(
        &["Sven Modig", "Lina Öhrn"],
        "",
        &[
            "Café Maria har öppet. Brf Linnéa svarar. Brf Linnéas styrelse teg.",
            "Brf Linnéa och Vårdcentralen Elsa svarar. Vi var på förskolan Elsa och gymmet Sara.",
            "Björkhaga IK och Ekets GoIF vill träna. Holms GK vann. IK Frej möter IFK Öhrn.",
            "På förskolan Elsa går många barn. Förskolan Elsa har fått en gård. Brf Karlavagnen svarar.",
            "Stiftelsen Anders Bergs minne delar ut pengar, och Stiftelsen Karin och Per Ros minne med.",
            "Klaras kök serverar lunch. Agdas hörna säljer kaffe.",
            "Brf Lina svarar. => Brf Lina svarar.",
        ],
    );
    for body in [
        "Café Maria",
        "Brf Linnéa",
        "Vårdcentralen Elsa",
        "Ekets GoIF",
        "Klaras kök",
        "Stiftelsen Anders Bergs minne",
    ] {
        let minutes = format!("Möte\n\nNärvarande: Sven Modig, {body}, Bo Lind\n\nTankar\n\n- Ja\n");
        let shown = hidden_by(Names::Role, &[], &minutes);
        assert!(shown.contains(&format!("Närvarande: 2 deltagare, {body}\n")), "{shown}");
    }
}

#[test]
fn somebody_beside_the_word_for_a_house_is_a_person() {
    becomes_by(
        Names::Role,
        &[],
        "",
        &[
            "Kaféet Maria driver har stängt. => Kaféet en deltagare driver har stängt.",
            "På kaféet Maria driver serveras lunch. => På kaféet en deltagare driver serveras lunch.",
            "Vi var på skolan Elsa går på. => Vi var på skolan en deltagare går på.",
            "Fråga Lina på vårdcentralen. => Fråga en deltagare på vårdcentralen.",
            "Klaras kök behöver renoveras. => En deltagares kök behöver renoveras.",
            "Vi hedrar Anders Bergs minne. => Vi hedrar en deltagares minne.",
            "Rektor Anna ringde. => Rektorn ringde.",
        ],
    );
    becomes(&["Lina Öhrn"], "", &["Vårdcentralen Lina svarar => Vårdcentralen Person 1 svarar"]);
}

#[test]
fn a_given_name_in_small_letters_is_hidden_where_a_mark_says_that_somebody_is_meant() {
    becomes(
        &["Per Ek", "Bo Ros", "Hans Grön", "Stig Lund"],
        "",
        &[
            "Skicka till @per och @stig. Boka rum @bo => Skicka till Person 1 och Person 4. Boka rum Person 2",
            "Köpa fika (bo) => Köpa fika (Person 2)",
            "Skriva brev /hans => Skriva brev /Person 3",
            "stig: ringa => Person 4: ringa",
            "Ringa. Ansvarig: per => Ringa. Ansvarig: Person 1",
            "Det kostar 5 kr per styck. Bo i Lund. Stig in. Hans bil (per år) står där de ska bo (bo) nu.",
        ],
    );
}

#[test]
fn the_plural_of_what_several_are_says_enough() {
    becomes_by(
        Names::Role,
        &[],
        "Närvarande: Anna Ek (undersköterska), Lena Falk (undersköterska), Bo Ros\n",
        &[
            "Undersköterskorna Anna Ek och Lena Falk ringde. => Undersköterskorna ringde.",
            "Vi frågade lärarna Anna, Lena och Bo om det. => Vi frågade lärarna om det.",
            "Lärarna Anna Ek och Bo Ros förslag antogs. => Lärarnas förslag antogs.",
            "Läraren Anna Ek ringde lärarna. => Läraren ringde lärarna.",
        ],
    );
}
