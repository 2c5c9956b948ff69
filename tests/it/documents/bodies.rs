//! Organisations where a person may be named are nobody: they stay where names are hidden, and are there as themselves.

use vidpennan::model::{Names, Report};

use crate::documents::naming::becomes;
use crate::support::hiding::{Archive, as_text};
use crate::support::material::HIDING;

const BODIES: &[&str] = &[
    "Byalaget Norrgård",
    "Vägsamfälligheten Ekliden",
    "Bygglov",
    "Upphandling",
    "Grannsamverkan Ekdungen",
    "Nordvatten",
    "Samhällsbyggnad",
    "Fältarna",
    "Trygghetsvandrarna",
    "Mark och exploatering",
    "Gata och park",
    "Gata och Park",
    "Barn och Utbildning",
    "Mark och Exploatering",
    "Familjecentralen",
    "Hemtjänst Väst",
    "Föräldraföreningen Solbacken",
    "Maria församling",
    "Gustaf Adolfs skola",
    "Hilda Svenssons minnesfond",
    "Olympia HC",
    "Röda Längan",
    "Villa Solgläntan",
    "Konsum Norr",
    "Arbetsgruppen för Liv och Lust",
    "Gruppen för Hopp och Glädje",
];

#[test]
fn an_organisation_that_is_responsible_stays() {
    let lines: Vec<String> =
        BODIES.iter().map(|body| format!("- Gå igenom planen. Ansvarig: {body}\n")).collect();
    let mut archive = Archive::with(&["Tage Loo"]);
    archive.read(&format!("Samtal\n\nDatum: 2026-03-05\n\nÅtgärder\n\n{}", lines.concat()));
    for names in HIDING {
        let text = archive.text(names);
        for body in BODIES {
            assert!(text.contains(&format!("Ansvarig: {body}\n")), "{names:?} {body}: {text}");
        }
        let actions = as_text(&archive.publication(0, Report::Actions, names));
        assert!(!actions.contains("utelämnat"), "{names:?}: {actions}");
    }
}

#[test]
fn whoever_is_called_only_by_what_they_do_at_work_is_nobody() {
    let titles = [
        "Ordföranden",
        "Sekreteraren",
        "Kuratorn",
        "Skolkurator",
        "Handläggaren",
        "Biståndshandläggaren",
        "Projektledaren",
        "Registratorn",
        "Kontaktpersonen",
        "Tjänstepersonen",
        "Hyresvärden",
        "Entreprenören",
        "Distriktssköterskan",
        "Kommunjuristen",
        "Kanslisten",
        "Kocken",
        "Tolk",
        "Växeln",
    ];
    let lines: Vec<String> = titles.iter().map(|title| format!("{title} mejlar listan i veckan.")).collect();
    let mut archive = Archive::with(&["Tage Loo"]);
    archive.read_lines(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    for names in HIDING {
        let text = archive.text(names);
        for line in &lines {
            assert!(text.contains(line), "{names:?} {line}: {text}");
        }
    }
    assert_eq!(archive.findings(Names::Written).len(), 0);
    let names = ["Yaren", "Ceren", "Ehlimana", "Bredströmmer"];
    archive.read_lines(
        &names.map(|name| [name, " mejlar listan i veckan."].concat()).each_ref().map(String::as_str),
    );
    let text = archive.text(Names::None);
    assert!(!names.iter().any(|name| text.contains(name)), "{text}");
}

#[test]
fn somebody_beside_an_organisation_is_hidden_all_the_same() {
    let mut archive = Archive::with(&["Mark Holm"]);
    archive.read(
        "Samtal\n\nDatum: 2026-03-05\n\nÅtgärder\n\n- Ett. Ansvarig: Zlatana\n- Två. Ansvarig: Tyrgils Vröm\n\
         - Tre. Ansvarig: Karin Ek och fritid\n- Fyra. Ansvarig: Vård och omsorg samt Ola Zorn\n\
         - Fem. Ansvarig: Bygglov och Mark\n",
    );
    for names in HIDING {
        let text = archive.text(names);
        for name in ["Zlatana", "Tyrgils", "Vröm", "Karin", "Ola", "Zorn", "Mark"] {
            assert!(!text.contains(name), "{names:?} {name}: {text}");
        }
        assert!(text.contains("Vård och omsorg samt ") && text.contains("Bygglov och "), "{names:?}: {text}");
    }
}

#[test]
fn an_organisation_after_somebody_was_there_and_a_note_in_brackets_was_not() {
    let mut archive = Archive::with(&[]);
    archive.read(
        "Samtal\n\nDatum: 2026-03-05\nNärvarande: Tage Loo, Polisen, Kyrkan, Bo Kvarn (inköp), Hemvärnet\n\n\
         Tips\n\n- Ett tips\n",
    );
    let text = archive.text(Names::None);
    assert!(text.contains("Närvarande: 2 personer, Polisen, Kyrkan, Hemvärnet\n"), "{text}");
    let news = as_text(&archive.publication(0, Report::News, Names::None));
    assert!(news.contains("- 2 personer\n- Polisen\n- Kyrkan\n- Hemvärnet\n"), "{news}");
    let news = as_text(&archive.publication(0, Report::News, Names::Full));
    assert!(news.contains("- Bo Kvarn (inköp)\n") && !news.contains("- inköp"), "{news}");
}

#[test]
fn what_is_called_after_a_saint_or_by_a_colour_is_nobody_in_a_text() {
    becomes(
        &["Maria Olsson", "Ulla Lund"],
        "Närvarande: Maria Olsson, Katarina församling, Frej BK, Blå Stjärnan\n",
        &[
            "Maria församling bjuder på soppa, och Maria Magdalena församling med.",
            "Katarina församlings kör, Elisabet kapell och Johannes kyrka.",
            "Lex Maria och Reggio Emilia.",
            "Gröna Lund är dyrt. Frej BK vann. Blå Stjärnan är ett boende.",
            "Maria från Maria församling kommer => Person 1 från Maria församling kommer",
            "Marias församling är stor => Person 1:s församling är stor",
            "Lund är sjuk. Maria BK också. => Person 2 är sjuk. Person 1 BK också.",
        ],
    );
}
