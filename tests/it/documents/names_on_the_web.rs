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
