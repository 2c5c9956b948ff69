//! Names in what sites and accounts are called, where nothing says that it is one.

use vidpennan::model::Names;

use crate::support::hiding::Archive;

/// How a line reads at a meeting with these people.
fn line(people: &[&str], text: &str) -> String {
    let mut archive = Archive::with(people);
    archive.read_lines(&[text]);
    archive.lines(Names::None).concat()
}

#[test]
fn a_site_or_an_account_that_is_called_after_somebody_is_hidden() {
    for name in [
        "www.zeynepcelik.se",
        "zeynepcelik.se",
        "https://www.anna-lindgren.nu/om",
        "www.torstenbergman.se",
        "eva.lotta",
        "elin.berg",
        "person_lind",
        "elin_k",
    ] {
        let shown = line(&[], &format!("Se {name} för mer"));
        assert!(!shown.contains(name), "{shown}");
        assert!(shown.starts_with("Se ") && shown.ends_with(" för mer"), "{shown}");
    }
    for name in
        ["www.brimlund.se", "brim.lund", "lund_b", "brim-lund.se", "lokal_lund", "www.brimlund.se/bilder"]
    {
        let shown = line(&["Brim Lund"], &format!("Se {name} för mer"));
        assert!(!shown.to_lowercase().contains("lund"), "{name}: {shown}");
    }
}

#[test]
fn sites_files_and_joined_words_that_name_nobody_stay() {
    for name in [
        "www.karlstad.se",
        "www.lund.se",
        "marklund.se",
        "www.skolverket.se",
        "mariaskolan.se",
        "www.svenskakyrkan.se",
        "protokoll_2026.docx",
        "lista_bänkar.xlsx",
        "min_lista",
        "t.ex. boka",
        "maj.juni",
        "bl.a. snickare",
    ] {
        let text = format!("Se {name} för mer");
        assert_eq!(line(&["Karin Öhman"], &text), text);
    }
}

#[test]
fn a_file_or_a_link_that_is_called_after_somebody_is_hidden() {
    for (name, part) in [
        ("Protokoll_Sonja_Wiklund_2026.pdf", "wiklund"),
        ("sonja-wiklund-cv.pdf", "wiklund"),
        ("wiklund_sonja_budget.xlsx", "wiklund"),
        ("Torsten_Bergman.docx", "bergman"),
        ("https://exempel.se/~sonjawik/", "sonjawik"),
        ("https://exempel.se/~tbergman", "tbergman"),
    ] {
        let shown = line(&[], &format!("Se {name} för mer"));
        assert!(!shown.to_lowercase().contains(part), "{name}: {shown}");
        assert!(shown.starts_with("Se ") && shown.ends_with(" för mer"), "{shown}");
    }
    // Whom others call by an initial.
    for name in
        ["ronn_melker_budget.xlsx", "melker_ronn.pdf", "https://x.exempel.se/melker_ronn_exempel_se/a.docx"]
    {
        let mut archive = Archive::with(&[]);
        let minutes = "Samtal\n\nDatum: 2026-03-05\nNärvarande: M Rönn, T. Hallengren\n\nTips\n\n- Se";
        archive.read(&format!("{minutes} {name} för mer\n"));
        let shown = archive.lines(Names::None).concat();
        assert!(!shown.contains("ronn") && shown.starts_with("Se "), "{name}: {shown}");
    }
    for (person, name) in [
        ("Gun Hammar", "https://exempel.se/gun%20hammar"),
        ("Dag Mark", "https://exempel.se/folk/dag%20mark.pdf"),
        ("Siv Grön", "siv%20gr%C3%B6n.docx"),
    ] {
        let shown = line(&[person], &format!("Se {name} för mer"));
        assert!(!shown.contains('%') && shown.starts_with("Se "), "{name}: {shown}");
    }
}

#[test]
fn a_tag_is_somebodys_where_a_number_or_nothing_else_says_otherwise() {
    let people = ["Gun Hammar", "Tove Rask", "Per Lind", "Ia Ström", "Moa Alm"];
    for tag in ["#hammar2026", "#hammar", "#rask2026", "#lind26", "#alm2025"] {
        let shown = line(&people, &format!("Se {tag} för mer"));
        assert!(!shown.contains(tag), "{tag}: {shown}");
    }
    for tag in ["#grupp2026", "#vision2030", "#ljus", "#trygghet2026"] {
        let text = format!("Se {tag} för mer");
        assert_eq!(line(&people, &text), text);
    }
}
