//! Minutes that have lost their line ends, as copied from a page: their contents say what the headings are.

use vidpennan::i18n::Lang;
use vidpennan::minutes::layout;
use vidpennan::minutes::read::read_quietly;
use vidpennan::minutes::words::{words, words_of};
use vidpennan::model::{Kind, NoteKind};

const HEADINGS: [&[(&str, &str)]; 4] = [
    &[
        ("Öppnande", "Ordföranden öppnar mötet."),
        ("Val av justerare", "Ulla Rot väljs."),
        (
            "Information om torget",
            "Arkitekten berättar. Vi frågade: - när blir det klart? Svar: I maj. - hur lyser det?",
        ),
        ("Nästa möte", "Torsdagen den 7 december."),
    ],
    &[
        ("Föregående protokoll", "Läggs till handlingarna."),
        ("Rapport från gruppen för mat och hälsa", "Gruppen har träffats två gånger."),
        ("Avslutning", "Mötet avslutas."),
    ],
    &[
        ("Godkännande av dagordningen", "Den godkänns."),
        ("Ekonomi", "Utfallet är gott. Hyran höjs."),
        (
            "Frågor från föreningarna",
            "PRO: Snön låg kvar. Ansvarig: Kim Alm, före den 1 november. SPF: Bra möte.",
        ),
        ("Övriga frågor", "Inga."),
        ("Nästa möte", "Den 3 februari."),
    ],
    &[
        ("Närvaro", "Alla var där."),
        ("Beslut om bänkar", "Vi beslutade att köpa tre."),
        ("Samtal kring borden", "Många ville ha mer ljus."),
        ("Kort om budget", "Den är klar."),
    ],
];

#[test]
fn the_contents_say_where_sections_begin() {
    let mut variants = 0;
    for section in HEADINGS {
        for (first, dot) in [(1, "."), (12, ""), (97, ""), (40, ")")] {
            for opening in
                ["Innehållsförteckning", "LILLÅS KOMMUN Protokoll Sida 2(4) Ärendelista", "Dagordning"]
            {
                for break_at in [0, 2] {
                    let headings: Vec<String> = section
                        .iter()
                        .zip(first..)
                        .map(|((heading, _), number)| format!("{number}{dot} {heading}"))
                        .collect();
                    let body: Vec<String> = headings
                        .iter()
                        .zip(section)
                        .map(|(heading, (_, body))| format!("{heading} {body}"))
                        .collect();
                    let (above, below) = body.split_at(break_at);
                    let rows =
                        [above.join(" "), below.join(" ")].map(|row| format!("Protokoll Sida 3(4) {row}"));
                    let text = format!(
                        "Rådet i Lillås Protokoll Datum 28 september 2017 kl. 13.00\n{opening} {}\n{}\n",
                        headings.join(" "),
                        rows.join("\n")
                    );
                    let minutes = read_quietly(&text, Lang::Sv.words());
                    let found: Vec<&str> = minutes
                        .sections
                        .iter()
                        .map(|section| section.heading.as_str())
                        .filter(|it| !it.is_empty())
                        .collect();
                    assert_eq!(found, headings, "{text}");
                    assert_eq!(words(&minutes, Lang::Sv.words()), words_of(&text), "{text}");
                    let page = layout::text(&minutes, Lang::Sv.words());
                    assert_eq!(read_quietly(&page, Lang::Sv.words()), minutes, "{page}");
                    variants += 1;
                }
            }
        }
    }
    assert!(variants >= 30, "{variants}");
}

#[test]
fn what_is_asked_and_done_in_such_a_section_is_found() {
    let text = "Rådet\nInnehåll 3 Öppnande 4 Information om torget 5 Frågor från föreningarna\n3 Öppnande Vi hälsades välkomna. \
                4 Information om torget Ledamöterna frågar: - hur blir det? Svar: Det blir bra. - när? Svar: I maj. \
                5 Frågor från föreningarna PRO: Snön låg kvar. Ansvarig: Kim Alm. SPF: Bra möte.\n";
    let minutes = read_quietly(text, Lang::Sv.words());
    let about: Vec<_> = minutes.sections.iter().flat_map(|section| &section.entries).collect();
    let questions = about
        .iter()
        .filter(|entry| entry.kind == Kind::Note(NoteKind::Question) && !entry.responses.is_empty());
    assert_eq!(questions.count(), 2, "{minutes:?}");
    let done: Vec<_> = about.iter().filter(|entry| matches!(entry.kind, Kind::Action(_))).collect();
    assert_eq!(
        done.iter().map(|entry| entry.owner.as_deref()).collect::<Vec<_>>(),
        [Some("Kim Alm")],
        "{minutes:?}"
    );
}
