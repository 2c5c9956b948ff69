//! Surnames that towns and villages have too: they stay where a sentence can only be about the place, and are hidden
//! where it may be about somebody.

use crate::documents::naming::becomes;

const PEOPLE: [&str; 7] =
    ["Eva Dalby", "Kajsa Viken", "Bertil Råå", "Elsa Lindby", "Knut Arild", "Nils Ekeby", "Stig Berg"];

#[test]
fn what_lies_at_a_place_or_leads_there_says_that_it_is_one() {
    becomes(
        &PEOPLE,
        "",
        &[
            "Badplatsen i Råå är stängd, och hamnen i Arild är grund.",
            "Alla i Dalby är nöjda. Invånarna i Lindby klagar.",
            "Vi var i Råå, Ekeby och Dalby.",
            "Bussen till Viken går kl. 8. Linje 2 mot Ekeby är full.",
            "Vägen mellan Dalby och Ekeby är stängd.",
            "Från Lindby till Dalby går ingen buss.",
            "Stranden vid Viken är fin. Resan till Arild tar en timme.",
            "Norra Viken och Östra Lindby får fiber.",
            "Mejlet till Dalby kom => Mejlet till Person 1 kom",
            "Samtal mellan Dalby och Ekeby => Samtal mellan Person 1 och Person 6",
            "Skicka listan till Råå => Skicka listan till Person 3",
            "Bussen som Dalby ordnar => Bussen som Person 1 ordnar",
        ],
    );
}

#[test]
fn what_a_place_is_has_and_does_says_that_it_is_one() {
    becomes(
        &PEOPLE,
        "",
        &[
            "Lindby är en fin kommun, och Viken är en by vid havet.",
            "Ekeby har 400 invånare. Ekeby ligger vid sjön.",
            "Viken växer. Råå växer snabbt.",
            "Vikens hamn är grund, och Lindbys centrum är slitet.",
            "Lindby IF och Viken IP.",
            "Lindby är en bra ordförande => Person 4 är en bra ordförande",
            "Viken växer i sin roll => Person 2 växer i sin roll",
            "Berg växer => Person 7 växer",
            "Lindbys förslag vann. Ekeby har 400 kronor. => Person 4:s förslag vann. Person 6 har 400 kronor.",
        ],
    );
}
