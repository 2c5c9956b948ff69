//! Markdown as people write it, each kind in many variants: tables of actions, lists in HTML, items that go on without
//! an indent.

use chrono::NaiveDate;
use vidpennan::i18n::Lang;
use vidpennan::minutes::Minutes;
use vidpennan::minutes::markdown::people;
use vidpennan::minutes::read::ReadOptions;
use vidpennan::model::Kind;

fn read(markdown: &str) -> Minutes {
    let today = NaiveDate::from_ymd_opt(2025, 10, 20).unwrap();
    people::read(markdown, &ReadOptions { day: None, today, words: Lang::Sv.words() })
}

/// The entries of minutes with this body below a title and a date.
fn entries(body: &str) -> Vec<vidpennan::minutes::Entry> {
    let minutes = read(&format!("# Möte\n\nDatum: 2025-10-17\n\n{body}"));
    minutes.sections.into_iter().flat_map(|section| section.entries).collect()
}

#[test]
fn the_rows_of_a_table_are_actions_and_its_heads_and_rule_are_none() {
    let mut variants = 0;
    for heading in ["## Att göra", "## Åtgärder", "Aktiviteter\n-----------"] {
        for (what, who, when) in
            [("Vad", "Vem", "När"), ("Uppgift", "Ansvarig", "Senast"), ("Åtgärd", "Namn", "Klart")]
        {
            for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0], [0, 2, 1]] {
                for rule in ["---", ":--", ":-:"] {
                    let row = |cells: [&str; 3]| format!("| {} |\n", order.map(|at| cells[at]).join(" | "));
                    let table = row([what, who, when])
                        + &format!("|{rule}|{rule}|{rule}|\n")
                        + &row(["Boka lokal", "Sara", "3 november"])
                        + &row(["Köpa fika", "Moa", "v. 44"]);
                    let entries = entries(&format!("{heading}\n\n{table}"));
                    let facts: Vec<_> = entries
                        .iter()
                        .map(|entry| {
                            let due = entry.due.as_ref().map(vidpennan::model::Due::iso);
                            (matches!(entry.kind, Kind::Action(_)), entry.owner.clone(), due)
                        })
                        .collect();
                    let expected = [("Sara", "2025-11-03"), ("Moa", "2025-W44")]
                        .map(|(owner, due)| (true, Some(owner.to_owned()), Some(due.to_owned())));
                    assert_eq!(facts, expected, "{heading}\n{table}");
                    variants += 1;
                }
            }
        }
    }
    assert!(variants >= 30, "{variants}");
}

#[test]
fn the_items_of_a_list_in_html_are_items() {
    let mut variants = 0;
    for (opens, closes, numbered) in
        [("<ul>", "</ul>", false), ("<ol>", "</ol>", true), ("<UL class='a'>", "</UL>", false)]
    {
        for (before, after) in [
            ("<li>", "</li>"),
            ("  <li>", "</li>"),
            ("<li>", ""),
            ("<LI>", "</LI>"),
            ("<li><p>", "</p></li>"),
            ("<li class=\"x\"><b>", "</b></li>"),
        ] {
            for between in ["\n", "\n\n", ""] {
                let items = ["Boka lokal", "Köpa fika & bröd", "Ringa vaktmästaren"];
                let list: Vec<String> = items.iter().map(|item| format!("{before}{item}{after}")).collect();
                let html = format!("{opens}{between}{}{between}{closes}", list.join(between));
                let found =
                    entries(&format!("## Diskussion\n\nVi talade om mycket.\n\n{html}\n\nSlut på listan.\n"));
                let texts: Vec<&str> = found.iter().map(|entry| entry.text.as_str()).collect();
                let expected = ["Boka lokal", "Köpa fika & bröd", "Ringa vaktmästaren", "Slut på listan."];
                assert_eq!(texts, expected, "{html}");
                let markers: Vec<_> = found.iter().map(|entry| entry.as_written.clone().unwrap()).collect();
                let expected = if numbered { ["1.", "2.", "3.", ""] } else { ["-", "-", "-", ""] };
                assert_eq!(markers, expected, "{html}");
                variants += 1;
            }
        }
    }
    assert!(variants >= 30, "{variants}");
}

#[test]
fn an_item_goes_on_in_the_line_below_it() {
    let mut variants = 0;
    for marker in ["- ", "* ", "+ ", "1. ", "2) "] {
        for indent in ["", " ", "  ", "    "] {
            for (first, second) in
                [("Vi behöver en lokal", "som rymmer alla"), ("Fler bänkar i parken,", "gärna i skugga")]
            {
                let body = format!("## Tips\n\n{marker}{first}\n{indent}{second}\n{marker}Nästa punkt\n");
                let found = entries(&body);
                let texts: Vec<&str> = found.iter().map(|entry| entry.text.as_str()).collect();
                assert_eq!(texts, [format!("{first} {second}").as_str(), "Nästa punkt"], "{body}");
                variants += 1;
            }
        }
    }
    assert!(variants >= 30, "{variants}");
}
