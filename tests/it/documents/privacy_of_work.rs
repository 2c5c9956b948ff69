//! What is said of those who are at a meeting for their work: the party of whoever is elected, and the workplace of a
//! colleague. Neither is anything personal; a client's contact with the same place is.

use vidpennan::model::FindingKind::{Crime, Politics, Social};
use vidpennan::model::{FindingKind, Names};
use vidpennan::report::KnownPeople;
use vidpennan::report::privacy::scan;

use crate::support::hiding::Archive;

/// What is found of these kinds in a text.
fn found(text: &str) -> Vec<(FindingKind, &str)> {
    let kinds = [Crime, Politics, Social, FindingKind::Health];
    scan(text, &KnownPeople::default())
        .into_iter()
        .filter(|(kind, _)| kinds.contains(kind))
        .map(|(kind, at)| (kind, text.get(at).unwrap()))
        .collect()
}

/// The parties that the check of minutes finds, where names are as they were written, left out or roles.
fn parties(minutes: &str) -> Vec<Vec<String>> {
    let mut archive = Archive::with(&[]);
    archive.read(minutes);
    let of = |names| {
        let found = archive.findings(names).into_iter().filter(|finding| finding.kind == Politics);
        found.map(|finding| finding.text).collect()
    };
    [Names::Written, Names::None, Names::Role].map(of).into()
}

#[test]
fn the_party_of_whoever_is_elected_is_public_in_running_text() {
    let lists = [
        "Närvarande ledamöter: Elin Holm (S), ordförande; Per Sand (M), vice ordförande; Naima Osman (V)",
        "Närvarande förtroendevalda:\nElin Holm (S)\nPer Sand (M)",
    ];
    for list in lists {
        let said = "- Ny belysning. (Per Sand (M) tar frågan vidare)\n- Sand (M) undrade över bussen.\n- Holms (S) fråga";
        let minutes = format!("Sammanträde\n\nDatum: 2026-03-05\n{list}\n\nFrågor\n\n{said}\n");
        assert_eq!(parties(&minutes), [Vec::<String>::new(), Vec::new(), Vec::new()], "{minutes}");
    }
    // Without a list, several who have letters are elected; one who is said to be something else is not.
    let said =
        "- Per Sand (M) undrar.\n- Elin Holm (S) svarade.\n- Lisa Ask (MP) teg.\n- Siv Ros (KD) är en elev.";
    let minutes = format!("Möte\n\nDatum: 2026-03-05\n\nFrågor\n\n{said}\n");
    assert_eq!(parties(&minutes), [["KD"], ["KD"], ["KD"]], "{minutes}");
    for text in [
        "Kommunalrådet Per Sand (M) svarade",
        "Oppositionsrådet Sand (S) undrade",
        "Enligt Per Sand (KD), ordförande, är det klart",
        "Elin Holm (S) och Ulf Dahl (C) tog ordet",
        "Per Sand (M) begärde ordet",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
    for text in ["Karin Öhman (KD) undrade", "Min granne Per Sand (KD) är sur"] {
        assert_eq!(found(text), [(Politics, "KD")], "{text}");
    }
}

#[test]
fn where_somebody_works_says_nothing_about_them() {
    for text in [
        "Jamal svarade att socialtjänsten gör det",
        "Per sa att LSS-enheten ringer och undrar om psykiatrin kommer",
        "Ylva är LSS-handläggare, och Per är BUP-kurator",
        "Ylva Ros, LSS-handläggare, vet mer",
        "Siv Lund är kurator på LSS-enheten",
        "En deltagare från socialtjänsten bad om ordet",
        "En deltagare på kriminalvården svarade",
        "Min kollega på hemtjänsten ringer",
        "Kuratorn på psykiatrin vet, och handläggaren från familjerätten",
        "Chefen för hemtjänsten svarade",
        "Ylva kommer från kriminalvården, och hon är från frivården",
        "Per är anställd på frivården och har praktik på hemtjänsten",
        "Lena är ny på hemtjänsten, och Olle är chef på psykiatrin",
        "Per tar frågan med socialjouren och stämmer av med psykiatrin",
        "Eva Nilsson, socialtjänsten, höll i mötet",
        "Olle Frisk, ekonomiskt bistånd, redovisade siffror",
        "Lisa är boendestödjare, och Siv Ros är god man",
        "Lisa Ek, ledsagare, ringer",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn a_clients_contact_with_the_same_place_is_a_finding() {
    for (text, part) in [
        ("Hennes son har kontakt med socialtjänsten", "kontakt med socialtjänsten"),
        ("Jamal tog kontakt med socialtjänsten för sin son", "kontakt med socialtjänsten"),
        ("Jamal blev utredd av socialtjänsten", "socialtjänsten"),
        ("Jamal sa att socialtjänsten hjälper honom", "socialtjänsten"),
        ("En mamma fick hjälp av socialtjänsten", "hjälp av socialtjänsten"),
        ("Klienten fick hjälp av IFO", "hjälp av IFO"),
        ("Pojkens pappa går på beroendemottagningen", "går på beroendemottagningen"),
        ("Eleven på socialtjänsten grät", "socialtjänsten"),
        ("Kvinnan på kvinnojouren grät", "kvinnojouren"),
        ("Hon har LSS-boende", "LSS"),
        ("Hon har hemtjänst", "hemtjänst"),
        ("Lisa har boendestödjare", "boendestödjare"),
        ("Anna Ek, försörjningsstöd, söker lägenhet", "försörjningsstöd"),
    ] {
        assert_eq!(found(text), [(Social, part)], "{text}");
    }
    assert_eq!(found("Eleven har kontakt med BUP"), [(FindingKind::Health, "kontakt med BUP")]);
    for (text, part) in [
        ("Mannen kommer från kriminalvården", "kriminalvården"),
        ("Klienten hos frivården kom inte", "frivården"),
    ] {
        assert_eq!(found(text), [(Crime, part)], "{text}");
    }
}
