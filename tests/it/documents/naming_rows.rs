//! Who is named in rows of names: by initials, with particles, as a family, under any label; and which companies are
//! called after somebody.

use vidpennan::model::Names;

use super::naming::{becomes, hidden, hidden_by};

fn shown(names: Names, head: &str) -> String {
    let text = hidden_by(names, &[], &format!("Möte\n\n{head}\n\nTankar\n\n- Bra.\n"));
    text.lines().nth(2).unwrap_or_default().to_owned()
}

#[test]
fn given_names_and_whole_names_may_be_initials() {
    becomes(
        &["Karl-Gustav Berg", "Gun Svärd", "Rolf Krok"],
        "Närvarande: P-O Ek, K-G, A-K, J-O Lind, GS\n",
        &[
            "P-O sa nej. Enligt K-G går det. => Person 4 sa nej. Enligt Person 1 går det.",
            "Det är P-O Eks idé, och J-O:s. => Det är Person 4:s idé, och Person 6:s.",
            "Fråga A-K om det. => Fråga Person 5 om det.",
            "GS/RK bokar lokal. RK, GS och K-G kommer. => Person 2/Person 3 bokar lokal. Person 3, Person 2 och Person 1 kommer.",
            "Vi läser A-Ö. HR/IT bokar. Se s. 4 i EU:s rapport. A-laget vann.",
        ],
    );
    becomes(&[], "", &["GS/RK bokar lokal. => Två deltagare bokar lokal.", "HR/IT bokar lokal."]);
    becomes(&[], "Närvarande: Moa Ek (S), Ola Rot (SD), HR\n", &["HR och SD vill det. En M-fråga."]);
    let shown = hidden_by(Names::None, &[], "Möte\n\nNärvarande: P-O Ek, K-G, GS\n\nTankar\n\n- Bra.\n");
    assert!(shown.contains("Närvarande: 3 personer\n"), "{shown}");
}

#[test]
fn a_party_or_an_office_beside_a_hidden_name_is_no_organisation() {
    for (head, expected) in [
        ("Ledamöter: Karin Ax (S), Ulf Ek (M)", "Ledamöter: 2 personer"),
        ("Ledamöter: Karin Ax (S), Ulf Ek (KD), Region Skåne", "Ledamöter: 2 personer, Region Skåne"),
        ("Ordförande: Runa Sjöman, sekreterare: Moa Ek", "Ordförande: namnet är utelämnat"),
        ("Ordförande: Runa Sjöman (C)", "Ordförande: namnet är utelämnat"),
        ("Värdar: Moa Ek, rektor, Ola Rot, kock", "Värdar: 2 personer"),
    ] {
        assert_eq!(shown(Names::None, head), expected);
    }
    assert_eq!(
        shown(Names::Pseudonym, "Ledamöter: Karin Ax (S), Ulf Ek (M)"),
        "Ledamöter: Person 1 (S), Person 2 (M)"
    );
}

#[test]
fn a_row_of_names_is_one_under_any_label() {
    for head in [
        "Inbjudna m.fl.: Doris Hus, Kent Stad",
        "Kaffebryggare: Doris Hus, Kent Stad",
        "Besök: Doris Hus och Kent Stad",
        "Vi som möttes: Doris Hus & Kent Stad",
    ] {
        becomes(
            &[],
            &format!("{head}\n"),
            &["Enligt Hus går det. Stad teg. => Enligt Person 1 går det. Person 2 teg."],
        );
    }
    becomes(
        &[],
        "",
        &[
            "Fikavärdar: Doris Hus, Kent Stad och Bo Rot => Fikavärdar: Person 1, Person 2 och Person 3",
            "Enligt Hus går det. Stad teg. Rot sa ja. => Enligt Person 1 går det. Person 2 teg. Person 3 sa ja.",
            "Orter: Södra Vi, Norra Kvill, Västra Ed",
            "Ämnen: Grön Omsorg, Trygg Skola",
        ],
    );
    becomes(
        &[],
        "Tema: Grön Omsorg, Trygg Skola\nOrter: Södra Vi, Norra Ed\n",
        &["Omsorg och Skola. Ed och Vi."],
    );
}

#[test]
fn particles_of_every_language_go_with_the_name() {
    becomes(
        &[],
        "Närvarande: Inés de la Peña, Mahmoud al-Sayed, Lars von der Ahe, Omar El-Khatib\n",
        &[
            "Enligt de la Peña går det. Peñas idé. => Enligt Person 1 går det. Person 1:s idé.",
            "Al-Sayed sa nej. Det är al-Sayeds idé, säger von der Ahe. => Person 2 sa nej. Det är Person 2:s idé, säger Person 3.",
            "Vi frågade Mahmoud al-Sayed och Lars von der Ahe. => Vi frågade Person 2 och Person 3.",
            "El-Khatib och Omar är samma. => Person 4 och Person 4 är samma.",
        ],
    );
    becomes(
        &[],
        "",
        &[
            "Vi frågade Inés de la Peña, Samir al-Tamimi och Abu Bakr Idris. => Vi frågade Person ?, Person ? och Person ?.",
        ],
    );
}

#[test]
fn a_family_or_a_couple_is_somebody() {
    becomes(
        &[],
        "Närvarande: familjen Lund, paret Ek, Moa Rot\n",
        &[
            "Lund sa nej. Enligt Ek går det. => Person 2 sa nej. Enligt Person 3 går det.",
            "Familjen Skog och syskonen Öd kommer. Makarna Ax bakar. => Familjen och syskonen kommer. Makarna bakar.",
            "Familjen kommer. Hela familjen i Lund. Paret i Boden.",
        ],
    );
    assert_eq!(shown(Names::None, "Närvarande: familjen Lund, Moa Ek"), "Närvarande: flera personer");
}

#[test]
fn companies_and_societies_called_after_somebody_are_no_persons() {
    let bodies = "Karlssons Åkeri, Anderssons Bygg, Olssons El, Nils Ferlin-sällskapet, Ekby Rör, Selma Lagerlöf-föreningen";
    let text = format!("Möte\n\nNärvarande: Moa Ek, {bodies}\n\nTankar\n\n- {bodies} kom.\n");
    let shown = hidden(&[], &text);
    assert!(shown.contains(&format!("Närvarande: Person 1, {bodies}\n")), "{shown}");
    assert!(shown.contains(&format!("- {bodies} kom.\n")), "{shown}");
    becomes(
        &["Ola Karlsson", "Moa Bygg"],
        "",
        &[
            "Karlssons Åkeri kör. Karlssons idé. Bygg sa nej. => Karlssons Åkeri kör. Person 1:s idé. Person 2 sa nej.",
            "Vi bygger om skolan. Lars Bygg ringde. => Vi bygger om skolan. Person ? ringde.",
        ],
    );
}

#[test]
fn all_who_take_something_on_own_it() {
    for (line, owner) in [
        ("Karin, Stig och Hans ordnar fika.", "Karin, Stig och Hans"),
        ("Moa Ek och Ola Rot bokar salen.", "Moa Ek och Ola Rot"),
    ] {
        let head = "Närvarande: Karin Ax, Stig Öd, Hans Björk, Moa Ek, Ola Rot";
        let text = format!("Möte\n\n{head}\n\nAtt göra\n\n- {line}\n");
        let minutes = vidpennan::minutes::read::read_quietly(&text, vidpennan::i18n::Lang::Sv.words());
        assert_eq!(minutes.sections[0].entries[0].owner.as_deref(), Some(owner));
    }
}

#[test]
fn strangers_with_names_of_many_languages_are_found() {
    let lines = [
        "Siddharth Iyer",
        "Tsegay Tesfamariam",
        "Mbali Dlamini",
        "Wang Xiuying",
        "Kim Min-jun",
        "Fionnuala Murphy",
        "João da Costa",
        "Rohit Sharma",
        "Yordanos Gebremedhin",
        "Chioma Okonkwo",
        "Nguyen Thi Thu",
        "Oleksandra Bondarenko",
        "P.O. Enquist",
        "J. R. Ewing",
        "Lo Kant",
        "Love Kärlek",
        "Ask Grön",
    ];
    let lines: Vec<String> =
        lines.iter().map(|name| format!("Vi frågade {name} igår. => Vi frågade Person ? igår.")).collect();
    becomes(&[], "", &lines.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn a_name_in_small_letters_takes_its_surname_along() {
    becomes(
        &[],
        "",
        &[
            "kristoffer wängelin fixar mackor => Person ? fixar mackor",
            "Elsa 7 år vill ha gungor. Buss 7 kör. => Person ? 7 år vill ha gungor. Buss 7 kör.",
            "Ellinor & co städar. => Person ? & co städar.",
        ],
    );
}
