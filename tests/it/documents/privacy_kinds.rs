//! What is personal of numbers, addresses and words about people, and what looks the same and is not.

use vidpennan::model::FindingKind::{
    Account, Address, Belief, Case, Crime, Ethnicity, Handle, Health, Network, PersonalNumber, Politics,
    Protected, Sexuality, Social, Union, Vehicle,
};
use vidpennan::model::{Coded, FindingKind, Names};
use vidpennan::report::KnownPeople;
use vidpennan::report::privacy::scan;

use crate::support::hiding::Archive;

/// What is found in a text, but for names and what the finder of names finds with them.
fn found(text: &str) -> Vec<(FindingKind, &str)> {
    let about_names = [FindingKind::Name, FindingKind::LikelyName, FindingKind::Phone, FindingKind::Email];
    scan(text, &KnownPeople::default())
        .into_iter()
        .filter(|(kind, _)| !about_names.contains(kind))
        .map(|(kind, at)| (kind, text.get(at).unwrap()))
        .collect()
}

fn finds(kind: FindingKind, texts: &[(&str, &str)]) {
    for (text, part) in texts {
        assert_eq!(found(text), [(kind, *part)], "{text}");
    }
}

fn finds_nothing(texts: &[&str]) {
    for text in texts {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn accounts_are_distinguished_from_ledgers_sums_and_the_giros_of_bodies() {
    finds(
        Account,
        &[
            ("Betala till SE45 5000 0000 0583 9825 7466", "SE45 5000 0000 0583 9825 7466"),
            ("IBAN NO93 8601 1117 947", "NO93 8601 1117 947"),
            ("plusgiro 28 65 43-4 till föreläsaren", "28 65 43-4"),
            ("bankgironr: 991-2346", "991-2346"),
            ("kontonr 3300-1231231231", "3300-1231231231"),
            ("clearingnr 8327-9, kontonr 123 456 789", "8327-9, kontonr 123 456 789"),
            ("utlägget sätts in på 8105-2, 943 712 345-6", "8105-2, 943 712 345-6"),
            ("Clearing 9150 konto 123 45 67", "9150 konto 123 45 67"),
            ("Swisha 070-174 06 05 för fikat", "070-174 06 05"),
            ("Kortet 4111 1111 1111 1111 låg kvar", "4111 1111 1111 1111"),
        ],
    );
    finds_nothing(&[
        "Kommunens bankgiro är 5050-1055",
        "konto 4010, 5410 och 6991",
        "1 250 000 kr på konto 7610",
        "betala 6000-8000 kr",
        "Kortet 4111 1111 1111 1112 låg kvar",
    ]);
}

#[test]
fn homes_are_distinguished_from_venues_and_works_in_the_street() {
    finds(
        Address,
        &[
            ("hon bor på Storgatan 12 B", "Storgatan 12 B"),
            ("Björkvägen 7 lgh 1203, 252 67 Helsingborg", "Björkvägen 7 lgh 1203, 252 67 Helsingborg"),
            ("Han flyttade till Södra Kungsgatan 45 A", "Södra Kungsgatan 45 A"),
            ("c/o Svensson, Ekgränd 2 B", "Ekgränd 2 B"),
            ("hon bor på Drottning Kristinas väg 8, 3 tr", "Drottning Kristinas väg 8, 3 tr"),
            ("Skicka till henne, Ängsg. 14", "Ängsg. 14"),
            ("hon bor i Torp 12", "Torp 12"),
            ("brukaren i lgh 1101 vill ha fiber", "lgh 1101"),
            ("mannen i Södra Torp 114 vill ha väg", "Södra Torp 114"),
        ],
    );
    finds_nothing(&[
        "Storgatan ska grävas upp",
        "Drottninggatan 12–20 får ny asfalt",
        "Möte i Folkets hus, Storgatan 4",
        "Biblioteket på Kungsgatan 3 har stängt",
        "Ekvägen 40 km/h",
        "Torget 3 timmar på lördag",
        "Runda 2: 14 inlägg",
        "Handlingsplanen 2",
        "Box 12, 252 67 Helsingborg",
    ]);
}

#[test]
fn plates_are_distinguished_from_laws_rooms_and_standards() {
    finds(
        Vehicle,
        &[("ABC12D står fel", "ABC12D"), ("bilen ABC 123 blockerar", "ABC 123"), ("reg zug118", "zug118")],
    );
    finds_nothing(&["SFS 2018:218", "SOU 123", "ISO 900", "rum ABC123", "KTH 100 år", "Sal 214", "ABC 123"]);
}

#[test]
fn cases_of_persons_are_distinguished_from_those_of_the_municipality() {
    finds(
        Case,
        &[
            ("hennes ärende SN 2022/118 är överklagat", "SN 2022/118"),
            ("Brukaren undrar om sitt dnr 2021-00441", "2021-00441"),
            ("målet mot honom, B 1234-22, är inställt", "B 1234-22"),
            ("patientens journal J-204418 är borta", "J-204418"),
        ],
    );
    finds_nothing(&[
        "KS 2023/112 antogs",
        "detaljplan dnr BN 2022-0044",
        "hon skrev motion 2024:12",
        "FSN-2025-5467",
    ]);
}

#[test]
fn addresses_of_computers_are_distinguished_from_versions() {
    finds(
        Network,
        &[
            ("inlägget kom från 192.0.2.17", "192.0.2.17"),
            ("2001:db8::1f3a röstade", "2001:db8::1f3a"),
            ("ip 198.51.100.7:8080", "198.51.100.7"),
            ("kort 00:1A:2B:3C:4D:5E", "00:1A:2B:3C:4D:5E"),
            ("telefonens MAC är 001a.2b3c.4d5e", "001a.2b3c.4d5e"),
        ],
    );
    finds_nothing(&[
        "version 10.2.0.145",
        "kapitel 3.4.1.2",
        "127.0.0.1",
        "09:14:22",
        "10.30.15",
        "1.2.3.4.5",
        "300.1.1.1",
    ]);
}

#[test]
fn ids_of_users_are_found_where_they_are_called_that() {
    finds(
        Handle,
        &[("användarnamn karohm01", "karohm01"), ("användar-id: kaoh0301 fungerar inte", "kaoh0301")],
    );
    finds_nothing(&["användarna loggar in själva", "användarnamn saknas"]);
}

#[test]
fn numbers_in_place_of_a_personal_identity_number_are_found() {
    finds(
        PersonalNumber,
        &[
            ("20120531-TF02 går i 4B", "20120531-TF02"),
            ("samnr 850391-1234", "850391-1234"),
            ("pnr 85 03 14 12 36", "85 03 14 12 36"),
            ("hans fyra sista är 1236", "1236"),
        ],
    );
    finds_nothing(&["Perioden 2019-01-31–2019-12-31", "20260305-REV2"]);
}

#[test]
fn a_day_of_birth_in_words_is_distinguished_from_other_days() {
    finds(
        PersonalNumber,
        &[
            ("Hon är född 14 mars 1985", "14 mars 1985"),
            ("född den 2 juni -61", "2 juni -61"),
            ("f. 3 maj 1972", "3 maj 1972"),
            ("Flickan är född i mars 2014", "mars 2014"),
            ("hennes födelsedag är den 9 augusti", "9 augusti"),
            ("född 14/3-85", "14/3-85"),
            ("han fyller 50 i november", "november"),
            ("Tage fyller 40 den 3 maj", "3 maj"),
            ("Eva Ek (1985-03-14)", "1985-03-14"),
        ],
    );
    finds_nothing(&[
        "Föreningen fyller 40 den 3 maj",
        "Idén föddes den 14 mars 2019",
        "Biblioteket firar 100 år den 14 mars",
        "Möte (2012-03-14)",
        "Rektorn svarar den 3 maj",
    ]);
}

#[test]
fn a_property_is_an_address_where_somebody_has_it() {
    finds(
        Address,
        &[
            ("Fastigheten Stenkyrka Prästgården 1:12, ägaren vägrar", "Stenkyrka Prästgården 1:12"),
            ("grannen på Lillhaga 3:14 har klagat", "Lillhaga 3:14"),
            ("på Ekeby 1:3 bor en äldre man", "Ekeby 1:3"),
        ],
    );
    finds_nothing(&["Fastigheten Väsby 14:2 säljs av kommunen", "Matteus 5:14 lästes", "Det blev 3:1"]);
}

#[test]
fn the_name_of_an_account_is_found_where_people_log_in() {
    finds(
        Handle,
        &[
            ("AD-konto jsmith ska tas bort", "jsmith"),
            ("lisek01 kommer inte in i systemet", "lisek01"),
            ("anna.ek2 saknar behörighet", "anna.ek2"),
            (r"lägg till EXE\marlin3", r"EXE\marlin3"),
            ("HSA-id: SE2321000016-9K2L", "SE2321000016-9K2L"),
        ],
    );
    finds_nothing(&[
        "Grupp4 och windows11 finns i systemet",
        "Kontot är låst efter tre försök",
        "Kontot stängs",
        r"Se C:\Program\pennan",
    ]);
}

#[test]
fn words_count_where_they_are_about_somebody() {
    finds(
        Health,
        &[
            ("min kollega har fått bröstcancer", "bröstcancer"),
            ("Sonen är allergisk mot nötter", "allergisk mot nötter"),
            ("en av deltagarna är synskadad", "synskadad"),
            ("ja har adhd å klarar int så långa möten", "adhd"),
            ("Hon berättade om sin depression", "depression"),
            ("Är sjukskriven till fredag", "sjukskriven"),
            ("BRUKAREN HAR DIABETES", "DIABETES"),
        ],
    );
    finds(
        Ethnicity,
        &[("vår nya vikarie är afghan", "afghan"), ("en romsk familj i trappan", "romsk familj")],
    );
    finds(Belief, &[("Läraren är muslim", "muslim"), ("jag har gått ur Svenska kyrkan", "Svenska kyrkan")]);
    finds(
        Politics,
        &[("min granne röstar på Moderaterna", "Moderaterna"), ("Karin Öhman (KD) undrade", "KD")],
    );
    finds(
        Union,
        &[("hon är ombud för Kommunal på enheten", "Kommunal"), ("jag e me i Byggnads", "Byggnads")],
    );
    finds(Sexuality, &[("han är bög, det vet alla", "bög")]);
    finds(
        Crime,
        &[
            ("Grannen är åtalad för bedrägeri", "åtalad för bedrägeri"),
            ("Kassören förskingrade", "förskingrade"),
        ],
    );
    finds(Social, &[("Orosanmälan gjord för pojken i 4B", "Orosanmälan"), ("han är hemlös", "hemlös")]);
    finds(Protected, &[("två elever har skyddad identitet", "skyddad identitet")]);
}

#[test]
fn what_is_paid_to_shown_and_logged_is_found_whatever_body_is_beside_it() {
    finds(
        Account,
        &[
            ("Swish 123 456 78 90 går till föreningen", "123 456 78 90"),
            ("Swishnummer 1231231231 till klassresan", "1231231231"),
        ],
    );
    finds(
        PersonalNumber,
        &[
            ("Passnummer AA1234567 skrevs upp i receptionen", "AA1234567"),
            ("Passet AB 1234567 är borta", "AB 1234567"),
            ("Pass nr 91234567", "91234567"),
            ("LMA-kort 50123456", "50123456"),
        ],
    );
    finds(
        Network,
        &[
            ("Servern 10.20.30.44 loggade allt", "10.20.30.44"),
            ("Besök från 10.0.12.9 spärrades", "10.0.12.9"),
            ("Hon surfade från 10.20.30.44", "10.20.30.44"),
        ],
    );
    finds_nothing(&[
        "Föreningens swish är 123 456 78 90",
        "Pass 3 börjar kl 8",
        "Passet 20261112 är fullt",
        "Servern 10.20.30.44 byts ut",
        "Servern loggade version 10.2.3.4",
        "Skrivaren har 10.0.0.12",
    ]);
}

#[test]
fn a_mobile_telephone_is_somebodys_though_it_leads_to_an_office() {
    let phones = |text: &str| {
        let found = scan(text, &KnownPeople::default()).into_iter();
        found.filter(|(kind, _)| *kind == FindingKind::Phone).count()
    };
    for text in
        ["070 123 45 67 går till jouren", "Ring 070-123 45 67 till jouren", "+46 73 123 45 68 till växeln"]
    {
        assert_eq!(phones(text), 1, "{text}");
    }
    for text in ["08-123 45 67 går till växeln", "Jouren nås på 070-123 45 67", "070-123 45 67 (jouren)"]
    {
        assert_eq!(phones(text), 0, "{text}");
    }
}

#[test]
fn words_are_no_finding_as_a_subject_a_task_or_a_manner_of_speech() {
    finds_nothing(&[
        "Sjuk idé att stänga biblioteket",
        "Det är sjukt dyrt",
        "Vi vill ha en föreläsning om adhd",
        "Karin berättade om psykisk ohälsa bland unga",
        "Alla som är sjuka stannar hemma",
        "Om någon blir sjuk ska vikarie ringas in",
        "Kommunen är blind för problemen",
        "Hon är allergisk mot powerpoint",
        "Barn med autism ska få plats",
        "Han jobbar på demensboendet",
        "Kommunal mark kan användas",
        "Hon förhandlar med Kommunal på torsdag",
        "Vision för 2030",
        "Samiska flaggan hissas",
        "Rektorn pratade om flyktingar",
        "Jag tror på förslaget",
        "Partierna bjuds in till panelen",
        "Bord 3 (S) saknar anteckningar",
        "Pride den 14 juni",
        "Vi är dömda att misslyckas",
        "Han stjäl showen varje gång",
        "Rutin för orosanmälan",
        "Fattig på idéer",
        "Hon är ansvarig för försörjningsstöd",
        "Hur hanterar vi elever med skyddad identitet?",
        "Jag vet att diabetes är vanligt",
    ]);
}

#[test]
fn what_concerns_one_person_is_found_though_the_sentence_names_nobody() {
    finds(
        Protected,
        &[
            ("Lever med skyddad folkbokföring", "Lever med skyddad folkbokföring"),
            ("sekretessmarkerad adress", "sekretessmarkerad adress"),
            ("Brukarens adress är hemlig", "adress är hemlig"),
            ("Eleven har sekretessmarkerade uppgifter", "sekretessmarkerade uppgifter"),
            ("pojken: sekr. id", "sekr. id"),
        ],
    );
    finds(
        Social,
        &[
            ("Familjen är placerad enligt LVU", "placerad enligt LVU"),
            ("Mannen har en kontaktperson enligt LSS", "kontaktperson enligt LSS"),
            ("Orosanmälan har gjorts", "Orosanmälan har gjorts"),
            ("Omhändertagen enligt LVM i mars", "Omhändertagen enligt LVM"),
        ],
    );
    finds(
        Ethnicity,
        &[
            ("hon är halvgrekisk", "halvgrekisk"),
            ("Mannen från Polen lagade mat", "från Polen"),
            ("en elev från Eritrea", "från Eritrea"),
        ],
    );
    finds(
        Crime,
        &[
            ("Kassören fick böter för fiske", "böter för fiske"),
            ("hon torskade för svartjobb", "torskade för svartjobb"),
        ],
    );
    finds(
        PersonalNumber,
        &[
            ("Sven, född 1981-12-18", "1981-12-18"),
            ("f. 811218", "811218"),
            ("född den 1981-12-18", "1981-12-18"),
            ("811218-xxxx", "811218"),
            ("Född: 19811218", "19811218"),
        ],
    );
    finds(
        Crime,
        &[("min granne hotade mig med kniv", "hotade mig"), ("han är på permission", "på permission")],
    );
    finds(Sexuality, &[("Han lever med sin pojkvän", "Han lever med sin pojkvän")]);
    finds(
        Social,
        &[
            ("hon har växelvård", "växelvård"),
            ("Modern har bett om stöd från socialen", "bett om stöd från socialen"),
            ("flickan går i särskola", "går i särskola"),
            ("Han är aktuell på soc", "aktuell på soc"),
        ],
    );
    finds_nothing(&[
        "Barnens umgängesrätt är ett tema på kvällen",
        "Inbrott i förrådet på Ängens IP",
        "Han sitter i möte och åker dit imorgon",
        "Regnet hotar festen och vi hotade med att gå",
        "Soc-chefen är med på mötet",
        "Dagverksamheten har öppet, växelvård är en insats",
        "Rutin för sekretessmarkerad adress",
        "Hur gör vi om orosanmälan har gjorts?",
        "Tåget från Polen var sent",
        "Te från Kina och kaffe",
        "Rapporten 1981-12-18 arkiveras",
        "Sal B204 plan 3",
        "Skolan är placerad enligt detaljplanen",
        "Böter vid felparkering",
    ]);
}

#[test]
fn a_user_name_is_found_in_a_path_and_after_what_calls_it_one() {
    finds(
        Handle,
        &[
            (r"Ligger på \\srv\hem\ilööv", "ilööv"),
            (r"Se C:\Users\evaek01\Documents", "evaek01"),
            ("Loggen finns i /home/kalsve/", "kalsve"),
            ("Hon var inloggad som sabkar när det hände", "sabkar"),
            ("Han kallar sig dunder_99 där", "dunder_99"),
            ("Hennes sida är lillakatten.blogg.se", "lillakatten.blogg.se"),
            ("Sänder på twitch.tv/rostigaspik", "twitch.tv/rostigaspik"),
            ("insta: hon heter moa_lagar_mat", "moa_lagar_mat"),
            ("Hon heter kattis.m på insta", "kattis.m"),
            ("Ungdomen kör under nicket sniperjocke", "sniperjocke"),
            ("signaturen ”Arg i Berga” är hennes", "Arg i Berga"),
            ("IG: sannafotar", "sannafotar"),
            ("kontot lisas_krukor la upp bilden", "lisas_krukor"),
        ],
    );
    finds_nothing(&[
        r"Ligger på \\srv\hem\gemensam",
        r"Se C:\Users\Public\mallar",
        "Alla är inloggade som gäst",
        "Logga in som vanligt",
        "Inloggad som administratör",
        "Möten kallas de ofta",
        "bibliotek.blogg.se",
        "Insta: visar bilder från dagen",
        "Signaturen ska vara på papper, bild.jpg på insta t.ex.",
        "Kontot 4010 är slut",
    ]);
}

/// What is found follows from the words alone, wherever in a text they are.
#[test]
fn a_sentence_is_judged_by_itself() {
    let (about, general) = ("Hon har diabetes.", "Vi ordnar en kurs om diabetes.");
    for text in [format!("{general} {about}"), format!("{about} {general}"), format!("{general}\n{about}")] {
        let all = scan(&text, &KnownPeople::default());
        let words: Vec<&str> = all.iter().map(|(_, at)| text.get(at.clone()).unwrap()).collect();
        assert_eq!(words, ["diabetes"], "{text}");
    }
    assert!(FindingKind::ALL.contains(&Health));
}

#[test]
fn farms_two_parts_of_a_number_and_names_in_systems_are_found() {
    finds(
        Address,
        &[
            ("hon bor på Ängsholm 214", "Ängsholm 214"),
            ("Adress: Rävtorp 31", "Rävtorp 31"),
            ("Granåker 118, där bor en äldre dam", "Granåker 118"),
        ],
    );
    finds(PersonalNumber, &[("numret börjar på 820914 och slutar på 2397", "820914 och slutar på 2397")]);
    finds(
        Handle,
        &[
            ("Inloggad: MALO22", "MALO22"),
            ("tack @BirgerPaLagret", "@BirgerPaLagret"),
            ("bra skrivet @SolKattenIVik", "@SolKattenIVik"),
        ],
    );
    finds(Social, &[("Pojken är orosanmäld", "orosanmäld"), ("Karin Ek (hemtjänst)", "hemtjänst")]);
    finds_nothing(&[
        "Ekholm 12 röster",
        "Plats: Rävtorp 2 maj",
        "Kostnaden är 820914 och slutsumman 2397",
        "Ansvarig: Hemtjänst Väst",
        "Anna Ekman (Hemtjänsten)",
        "Hanna Berg, Hemtjänsten",
    ]);
}

/// The names in a text, of people of whom nothing is known.
fn names(text: &str) -> Vec<&str> {
    KnownPeople::default().find(text).into_iter().filter_map(|mention| text.get(mention.at)).collect()
}

#[test]
fn initials_and_small_letters_are_somebody_by_the_words_beside_them() {
    for (text, expected) in [
        ("barnet \"E.S.\" mår bättre", &["E.S."][..]),
        ("eleven ”A.K.” slutar", &["A.K."]),
        ("Pat. RN väntar", &["RN"]),
        ("T.Ö. som inte kommer", &["T.Ö."]),
        ("mats håkansson ordnar", &["mats håkansson"]),
        ("sten persson ringde", &["sten persson"]),
        ("lena eller bosse tar det", &["lena", "bosse"]),
        ("P.S. Glöm inte nyckeln", &[]),
        ("Siv och vass växer i viken", &[]),
        ("Tyra ner tempot", &[]),
        ("Tyra ringer", &["Tyra"]),
        ("Siv och grannen kom", &["Siv"]),
        ("Vi läste Astrid Lindgrens Emil", &[]),
        ("Rädda Barnens Emil kom", &["Emil"]),
    ] {
        assert_eq!(names(text), expected, "{text}");
    }
}

#[test]
fn the_party_of_whoever_is_elected_is_public_in_lists_and_motions() {
    let mut archive = Archive::with(&[]);
    archive.read(
        "Sammanträde\n\nDatum: 2026-03-05\nLedamöter: Eva Ek (S), Ola Berg (M)\nErsättare: Pia Lund (V)\n\n\
         Beslut\n\n- Eva Ek (S) yrkar bifall.\n- Ola Berg (M) reserverar sig.\n- Siv Holm (KD) är elev.\n\n\
         Justerare\n\n- Ola Berg (M)\n",
    );
    for names in [Names::Written, Names::None, Names::Role] {
        let found = archive.findings(names).into_iter().filter(|finding| finding.kind == Politics);
        assert_eq!(found.map(|finding| finding.text).collect::<Vec<_>>(), ["KD"], "{names:?}");
    }
}

#[test]
fn where_people_meet_or_fetch_something_is_nobodys_home() {
    finds_nothing(&[
        "Hämta nyckeln på Kyrkogatan 4.",
        "Servicecenter finns på Storgatan 12.",
        "Vi samlas på Järnvägsgatan 7 kl. 9.",
        "Böckerna lämnas på Skolgatan 3.",
        "10.0.0.0/8 är vårt nät.",
        "Nätet 192.168.4.0/24 byts ut.",
    ]);
    finds(
        Address,
        &[
            ("Hon hämtas på Kyrkogatan 4.", "Kyrkogatan 4"),
            ("Han bor på Järnvägsgatan 7.", "Järnvägsgatan 7"),
        ],
    );
    finds(Network, &[("Datorn hade 192.0.2.55 i natt", "192.0.2.55")]);
}
