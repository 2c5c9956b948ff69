//! Rows, speakers and titles read as Swedish where names became roles.

use vidpennan::model::Names;

use crate::support::hiding::Archive;

const PEOPLE: &[&str] = &[
    "Greta Holmfrid; Rektor",
    "Sune Palt; Rektor",
    "Amir El Haddad",
    "Kerstin Ahlqvist",
    "Ida Tall; Kurator",
    "Olle Brant; Kurator",
];

#[test]
fn what_became_a_role_reads_as_swedish() {
    for (line, expected) in [
        ("Gretas- och Sunes-listan hänger kvar", "En rektors och en annan rektors lista hänger kvar"),
        ("Tack, Greta och Sune!", "Tack, två rektorer!"),
        ("Bra, Ida och Olle!", "Bra, två kuratorer!"),
        ("Polisen, Greta och Sune kom", "Polisen och två rektorer kom"),
        ("Greta: ja. Sune: nej.", "En rektor: ja. En annan rektor: nej."),
        ("Ida: ja. Greta: nej.", "Kuratorn: ja. Rektorn: nej."),
        ("Herr El Haddad och fru El Haddad kom", "Två deltagare kom"),
        ("Karin Öd frågade Siv Öd", "En deltagare frågade en annan deltagare"),
        ("Fru Ahlqvist kom", "En deltagare kom"),
        ("Vi frågar hr Palt", "Vi frågar rektorn"),
        ("Telefon 070-174 06 14", "Telefon (utelämnat)"),
        ("Telefon: 070-174 06 14", "Telefon: utelämnat"),
        ("Nås på mobil 070-174 06 14", "Nås på mobil (utelämnat)"),
        ("Ring 070-174 06 14", "Ring utelämnat telefonnummer"),
    ] {
        let mut archive = Archive::with(PEOPLE);
        archive.read_lines(&[line]);
        assert_eq!(archive.lines(Names::Role), [expected], "{line}");
    }
}

#[test]
fn a_label_is_not_followed_by_itself() {
    let mut archive = Archive::with(&[]);
    archive.read("Samtal\n\nDatum: 2026-03-05\nNärvarande: Ebba Munk, Tage Loo\nSekreterare: Ebba Munk\n\nTips\n\n- Ett tips\n");
    let text = archive.text(Names::Role);
    assert!(
        text.contains("Sekreterare: namnet är utelämnat\n") && !text.contains("Sekreterare: Sekreterare"),
        "{text}"
    );
    assert_eq!(text.matches("ekreterare").count(), 2, "once as a label and once among those present: {text}");
}
