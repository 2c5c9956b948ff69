//! What the rows of a paste are proposed to become.

use super::*;
use crate::pen::tests::{summary, with};

/// The rows of a paste, each in one line: its depth, its role, its section, and what it becomes.
fn pasted(text: &str) -> Vec<String> {
    let row = |row: PastedRow| {
        let role = match row.role {
            PastedRole::Entry => "",
            PastedRole::Heading => "heading ",
            PastedRole::Mail => "mail ",
        };
        let section = row.section.map(|at| format!("{at}: ")).unwrap_or_default();
        let line = summary(Ok(Meaning::Entry(row.line)));
        format!("{}{role}{section}{line}", ". ".repeat(row.source.depth.into()))
    };
    let kinds = [SectionKind::Notes, SectionKind::Actions];
    with(|context| read_paste(text, context, &kinds)).rows.into_iter().map(row).collect()
}

#[test]
fn a_paste_is_lines_without_bullets() {
    let text = "- Ett\r\n\r\n• Två\n\u{f0b7}\tTre\r4. Fyra\n e) Fem\n– Det blir bra, säger Eva\n– Sex\n2019. Året\n-8\n\
                - [x] Nio\no\tTio\nog det\n\u{1b}\n*\n";
    let lines: Vec<String> = split_paste(text).into_iter().map(|line| line.words).collect();
    let expected = [
        "Ett",
        "Två",
        "Tre",
        "Fyra",
        "Fem",
        "– Det blir bra, säger Eva",
        "Sex",
        "2019. Året",
        "-8",
        "Nio",
        "Tio",
        "og det",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn the_rows_of_a_paste_are_read_as_the_pen_reads_them() {
    let text = "! Ingen vet @Åsa\n- > Ringa inköp @Anna Ek <fre #kök\n>> Boka sal\n? Kan man\n[ ] Beställa\n\
                § Vi börjar\n\" Det går\nMejla karin@lindby.se";
    let expected = [
        "challenge|Ingen vet @Åsa",
        "commitment|Ringa inköp owner=Anna Ek #kök <2018-12-07",
        "action|Boka sal",
        "question|Kan man",
        "action|Beställa",
        "decision|Vi börjar",
        "quote|Det går",
        "own|Mejla karin@lindby.se",
    ];
    assert_eq!(pasted(text), expected);
}

#[test]
fn what_would_act_at_once_stays_words_in_a_paste() {
    for words in ["/ångra", "s/a/b/", "@Åsa"] {
        assert_eq!(pasted(&format!("Ett\n{words}"))[1], format!("own|{words}"));
    }
    assert_eq!(pasted("Ett\n+ mer")[1], "note|mer");
    assert_eq!(pasted("Ett\n= Svar")[1], "note|Svar");
}

#[test]
fn a_heading_leads_the_rows_after_it() {
    let expected = [
        "own|Ett",
        "heading 1: own|upphandling",
        "1: own|Ringa owner=Åsa",
        "heading 2: own|Beslut",
        "2: own|Två",
        "heading 2: own|beslut",
        "heading 0: own|Tips",
        "0: own|Tre @Åsa",
    ];
    assert_eq!(pasted("Ett\n# upphandling\nRinga @Åsa\n# Beslut\nTvå\n# beslut\n# Tips\nTre @Åsa"), expected);
}

#[test]
fn sub_bullets_keep_their_depth() {
    let text =
        "Punkter:\n  - Ett\n    - Två\n      - Tre\n  - Fyra\n\n    - Fem\nSex\n•\tSju\n\to\tÅtta\n- Nio";
    let expected = [
        "own|Punkter:",
        "own|Ett",
        ". own|Två",
        ". . own|Tre",
        "own|Fyra",
        ". own|Fem",
        "own|Sex",
        "own|Sju",
        ". own|Åtta",
        "own|Nio",
    ];
    assert_eq!(pasted(text), expected);
}

/// A mail, and which of its rows are notes.
#[test]
fn greetings_signatures_and_heads_of_a_mail_are_no_notes() {
    let mail = "Från: Karin Öhman <karin@lindby.se>\nSkickat: den 3 mars 2026 09:12\nTill: Eva Lind\n\
                Ämne: Anteckningar bord 4\n\nHej Karin!\n\nHär kommer mina anteckningar från bord 4.\n\n\
                ! Ingen vet vem som bestämmer\n- Hej och välkommen är en bra början\n\nTack på förhand!\n\
                Med vänlig hälsning\n\nBjörn Ågren\nEnhetschef, Vård och omsorg\n010-123 45 67\n\n\
                Skickat från min iPhone\n\n\
                Den 2 mars 2026 kl. 10:11 skrev Eva Lind <eva@lindby.se>:\n> Hej Björn,\n> skicka gärna\n";
    let notes: Vec<String> = pasted(mail).into_iter().filter(|row| !row.starts_with("mail ")).collect();
    let expected = [
        "own|Här kommer mina anteckningar från bord 4.",
        "challenge|Ingen vet vem som bestämmer",
        "own|Hej och välkommen är en bra början",
    ];
    assert_eq!(notes, expected);
    for words in
        ["Hej då till pappersblanketterna i verksamheten", "Bästa tipset: cykla", "Hälsar alla välkomna"]
    {
        assert_eq!(pasted(&format!("{words}\nTvå")), [format!("own|{words}"), "own|Två".to_owned()]);
    }
    for closing in ["Mvh Karin", "/Karin", "Vänliga hälsningar,", "Hälsningar från Karin", "MVH"] {
        assert_eq!(
            pasted(&format!("Ett\n{closing}\nKarin Öhman"))[1..]
                .iter()
                .filter(|row| row.starts_with("mail "))
                .count(),
            2,
            "{closing}"
        );
    }
    // What comes after a signature and is in a list is a note again, and so is a postscript.
    assert_eq!(pasted("Mvh\nKarin\n- Ett\nPS. Två")[2..], ["own|Ett", "own|PS. Två"]);
}
