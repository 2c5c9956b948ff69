//! Lists of those present in which everybody has a role: each is said once, in the words and the order of the list.

use vidpennan::model::Names;

use super::naming::hidden_by;

/// Those present, and what the text says, with these names.
fn shown(names: Names, present: &str, text: &str) -> (String, String) {
    let shown = hidden_by(names, &[], &format!("Möte\n\nDatum: 2026-11-02\n\n{present}\n\nText\n\n{text}\n"));
    let (head, text) = shown.split_once("\nText\n").unwrap();
    let present = head.lines().find_map(|line| line.strip_prefix("Närvarande: ")).unwrap_or(head);
    (present.to_owned(), text.trim().to_owned())
}

#[test]
fn each_role_and_each_body_is_said_once() {
    for (present, expected) in [
        ("Närvarande: Anna Ek, kommunalråd (S); Bo Al, kock", "Kommunalråd (S); Kock"),
        ("Närvarande: Anna Ek (S), kommunalråd; Bo Al, kock", "Kommunalråd (S); Kock"),
        ("Närvarande: Anna Ek, Ordförande (S), ordförande; Bo Al, kock", "Ordförande (S); Kock"),
        ("Närvarande: Ordförande Anna Ek (S), ordförande; Bo Al, kock", "Ordförande (S); Kock"),
        ("Närvarande: Biträdande rektor Rut Ax – biträdande rektor; Bo Al, kock", "Biträdande rektor; Kock"),
        ("Närvarande: Kommunalråd Anna Ek (S), Bo Al, kock", "Kommunalråd (S), Kock"),
        (
            "Närvarande: Bo Al, utvecklare, Lindby kommun, Siv Öd, utvecklare, Lindby kommun",
            "2 utvecklare, Lindby kommun",
        ),
        (
            "Närvarande: Bo Al, utvecklare, Lindby kommun, Lindby kommun; Siv Öd, Lindby kommun",
            "Utvecklare, Lindby kommun; En deltagare, Lindby kommun",
        ),
        (
            "Närvarande: Rakel Öst, Sekreterare, Siv Öd, Lindby kommun",
            "Sekreterare, en deltagare, Lindby kommun",
        ),
        ("Närvarande:\n- Kock Bo Al\n- Ordförande: Anna Ek (S), ordförande", "Kock; Ordförande (S)"),
    ] {
        assert_eq!(shown(Names::Role, present, "Ja.").0, expected, "{present}");
    }
    let twice = "Närvarande: Bo Al, kock, Lindby kommun; Siv Öd, kock, Lindby kommun";
    assert_eq!(shown(Names::None, twice, "Ja.").0, "2 personer, Lindby kommun");
}

#[test]
fn a_role_before_a_name_is_known_in_the_text() {
    for present in [
        "Närvarande: Biträdande rektor Rut Ax, kommunalråd Bo Al",
        "Närvarande: Biträdande rektor: Rut Ax, kommunalråd: Bo Al",
        "Närvarande: Rut Ax (L), biträdande rektor; Bo Al (S), kommunalråd",
    ] {
        let (_, text) = shown(Names::Role, present, "Rut Ax öppnade. Bo svarade.");
        assert_eq!(text, "Biträdande rektorn öppnade. Kommunalrådet svarade.", "{present}");
    }
}

#[test]
fn columns_with_tabs_and_bars_are_those_of_people() {
    for rows in [
        "Rut\tAx\tOrdförande\tEkskolan\nZlorka\tVröm\tInköpare\tEkskolan",
        "Rut Ax\tOrdförande\tEkskolan\nZlorka Vröm\t\tInköpare\tEkskolan",
        "Namn\tRoll\tOrganisation\nRut Ax\tOrdförande\tEkskolan\nZlorka Vröm\tInköpare\tEkskolan",
        "Förnamn | Efternamn | Roll | Skola\n---|---|---|---\nRut | Ax | Ordförande | Ekskolan\n\
         Zlorka | Vröm | Inköpare | Ekskolan",
        "| Rut | Ax | Ordförande | Ekskolan |\n| Zlorka | Vröm | Inköpare | Ekskolan |",
    ] {
        let present = format!("Närvarande:\n{rows}");
        let said = "Rut öppnade. Zlorka Vröm svarade.";
        let expected =
            ("Ordförande, Ekskolan; Inköpare, Ekskolan", "Ordföranden öppnade. Inköparen svarade.");
        let (present, text) = shown(Names::Role, &present, said);
        assert_eq!((present.as_str(), text.as_str()), expected, "{rows}");
        let (present, _) = shown(Names::None, &format!("Närvarande:\n{rows}"), said);
        assert_eq!(present, "2 personer, Ekskolan", "{rows}");
    }
}

#[test]
fn a_name_in_two_cells_is_replaced_once() {
    let rows =
        "Närvarande: Rut Ax, ordförande, Zlorka Vröm\n\nPoäng\n\n| Rut | Ax | 4 |\n| Zlorka | Vröm | 3 |";
    let (head, _) = shown(Names::Role, rows, "Ja.");
    let shown = hidden_by(Names::Role, &[], &format!("Möte\n\nDatum: 2026-11-02\n\n{rows}\n"));
    assert!(shown.contains("| Ordförande |  | 4 |\n| En deltagare |  | 3 |"), "{head}{shown}");
}

#[test]
fn roles_after_names_in_a_sentence_are_one_with_them() {
    let present = "Närvarande: Moa Ek";
    let said = "Med var Siv Öst, Sekreterare, Gun Al, inköpare, och Per Lind, präst.";
    let (_, text) = shown(Names::Role, present, said);
    assert_eq!(text, "Med var sekreteraren, inköparen och prästen.");
}

#[test]
fn a_full_stop_after_a_short_surname_ends_the_name() {
    let present = "Närvarande: Kommun: Saga Ry, Tore Ask. Polis: Per-Ola Vik";
    let (present, text) =
        shown(Names::Initials, present, "Boka. Ansvarig: Kim Ly. Klart: 30 april. Ask ringer. Klart!");
    assert_eq!(present, "Kommun: S.R., T.A. Polis: P-O.V.");
    assert_eq!(text, "Boka. Ansvarig: K.L. Klart: 30 april. T.A. ringer. Klart!");
}
