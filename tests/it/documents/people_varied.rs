//! Lists of participants as they are made in Nordic municipalities: each kind in many variants, and in each the same
//! people, nothing else about them, and nobody who is none.

use encoding_rs::{MACINTOSH, WINDOWS_1252};
use rust_xlsxwriter::Workbook;
use vidpennan::i18n::Lang;
use vidpennan::import::people::{PeopleList, read};
use vidpennan::speech;

/// Names that other words, places and heads resemble.
const PEOPLE: [(&str, &str); 8] = [
    ("Åsa", "Öst"),
    ("Bo", "Ek"),
    ("Siv", "Lund"),
    ("Per", "Holm"),
    ("Maj-Britt", "Berg"),
    ("Ali", "Hassan Mohamud"),
    ("Lina", "von Essen"),
    ("Karl", "Nätt"),
];

const SEPARATORS: [&str; 3] = [";", ",", "\t"];

/// How many variants a kind has at least.
const VARIANTS: usize = 30;

fn list(bytes: &[u8]) -> PeopleList {
    read(bytes, Lang::Sv.words()).unwrap_or_else(|why| {
        let said = speech::not_read(&why, Lang::Sv.words());
        panic!("{said}\n{}", String::from_utf8_lossy(bytes))
    })
}

fn names(list: &PeopleList) -> Vec<&str> {
    list.people.iter().map(|person| person.name.as_str()).collect()
}

/// Some of the people, another choice for each number.
fn some(number: usize) -> Vec<(&'static str, &'static str)> {
    (0..3 + number % 3).map(|nth| PEOPLE[(number * 3 + nth * 5) % PEOPLE.len()]).collect()
}

fn in_full(people: &[(&str, &str)]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for (first, last) in people {
        let name = format!("{first} {last}");
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

/// Reads every variant: a text and who is in it. Each has exactly these people.
fn each_has_its_people(variants: Vec<(String, Vec<String>)>) -> Vec<PeopleList> {
    assert!(variants.len() >= VARIANTS, "{}", variants.len());
    let read_variant = |(text, expected): (String, Vec<String>)| {
        let list = list(text.as_bytes());
        assert_eq!(names(&list), expected, "{text}");
        list
    };
    variants.into_iter().map(read_variant).collect()
}

/// Rows with as many cells as the widest has.
fn table(rows: &[Vec<String>], separator: &str) -> String {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let quoted = |cell: &String| {
        if cell.contains([',', ';', '\t']) { format!("\"{cell}\"") } else { cell.clone() }
    };
    let line = |row: &Vec<String>| {
        let filled = row.iter().map(quoted).chain(std::iter::repeat_n(String::new(), width - row.len()));
        filled.collect::<Vec<_>>().join(separator)
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn cells(row: &[&str]) -> Vec<String> {
    row.iter().map(|cell| (*cell).to_owned()).collect()
}

#[test]
fn titles_above_the_heads_and_sums_below_are_nobody() {
    let titles: [&[&str]; 6] = [
        &["Deltagarlista rundabordssamtal"],
        &["Närvarolista", "Datum: 2026-01-14"],
        &["Deltagare", "Framtidsveckan 4 mars", "Plats: Stora salen"],
        &["Livskvalitetsprogrammet", ""],
        &["BORD OCH DELTAGARE", "Uppdaterad 2026-02-03 av kansliet"],
        &["Anmälda till samtal om trygghet (Norra skolan)"],
    ];
    let sums: [&[&str]; 6] = [
        &["Summa: 5"],
        &["Totalt", "", "4"],
        &["Antal deltagare: 12"],
        &["Antal: 3"],
        &["Summa", "7"],
        &["Totalt antal 9"],
    ];
    let heads: [&[&str]; 3] =
        [&["Namn", "Titel", "Organisation"], &["Nr", "Namn", "Roll"], &["Förnamn", "Efternamn", "Enhet"]];
    let mut variants = Vec::new();
    for (number, title) in titles.iter().enumerate() {
        for (sum_number, sum) in sums.iter().enumerate() {
            let head = heads[(number + sum_number) % heads.len()];
            let people = some(number + sum_number * 2);
            let mut rows: Vec<Vec<String>> = title.iter().map(|line| cells(&[line])).collect();
            rows.push(cells(&[]));
            rows.push(cells(head));
            for (nth, (first, last)) in people.iter().enumerate() {
                let whole = format!("{first} {last}");
                rows.push(match head[0] {
                    "Namn" => cells(&[&whole, "lärare", "Omsorgen"]),
                    "Nr" => cells(&[&(nth + 1).to_string(), &whole, "rektor"]),
                    _ => cells(&[first, last, "Omsorgen"]),
                });
            }
            rows.push(cells(sum));
            variants.push((table(&rows, SEPARATORS[sum_number % 3]), in_full(&people)));
        }
    }
    for list in each_has_its_people(variants) {
        assert!(list.remarks.len() >= 2, "what was left out is said: {:?}", list.remarks);
    }
}

#[test]
fn heads_of_the_neighbours_are_heads() {
    let heads: [[&str; 4]; 12] = [
        ["Fornavn", "Etternavn", "E-post", "Arbeidssted"],
        ["Fornavn", "Efternavn", "E-mail", "Arbejdsplads"],
        ["First name", "Last name", "E-mail", "Company"],
        ["First Name", "Surname", "Email address", "Department"],
        ["Given name", "Family name", "Email", "Organization"],
        ["Förnamn", "Efternamn", "E-postadress", "Förvaltning"],
        ["Etunimi", "Sukunimi", "Sähköposti", "Organisaatio"],
        ["Forename", "Surname", "Mail", "Employer"],
        ["Fornavn*", "Etternavn*", "E-postadresse", "Virksomhet"],
        ["Fornavn", "Efternavn", "E-mailadresse", "Afdeling"],
        ["Tilltalsnamn", "Efternamn", "Mejladress", "Arbetsgivare"],
        ["FÖRNAMN", "EFTERNAMN", "E-POST", "ENHET"],
    ];
    let mut variants = Vec::new();
    for (number, head) in heads.iter().enumerate() {
        for separator in SEPARATORS {
            let people = some(number);
            let mut rows = vec![cells(head)];
            rows.extend(
                people.iter().map(|(first, last)| cells(&[first, last, "nagon@exempel.no", "Rådhuset"])),
            );
            variants.push((table(&rows, separator), in_full(&people)));
        }
    }
    for list in each_has_its_people(variants) {
        for person in &list.people {
            assert_eq!((person.role.as_deref(), person.organisation.as_deref()), (None, Some("Rådhuset")));
            assert_eq!(person.email.as_deref(), Some("nagon@exempel.no"));
        }
    }
}

#[test]
fn whole_names_under_any_head_are_read() {
    let heads = [
        "Namn",
        "Navn",
        "Name",
        "Full name",
        "För- och efternamn",
        "Förnamn Efternamn",
        "Fornavn Etternavn",
        "Fornavn og efternavn",
        "Nimi",
        "Participant",
        "Deltaker",
        "Deltager",
        "Ditt namn",
        "Vad heter du?",
        "Your name *",
        "Hva heter du?",
        "Hvad hedder du?",
        "What is your name?",
        "Namn (för- och efternamn)",
        "Ditt för- och efternamn:",
    ];
    let mut variants = Vec::new();
    for (number, head) in heads.iter().enumerate() {
        for (separator, second) in [(";", "Organisation"), ("\t", "Arbetsplats")] {
            let people = some(number);
            let mut rows = vec![cells(&[head, second])];
            rows.extend(people.iter().map(|(first, last)| cells(&[&format!("{first} {last}"), "Rådhuset"])));
            variants.push((table(&rows, separator), in_full(&people)));
        }
    }
    for list in each_has_its_people(variants) {
        assert!(list.people.iter().all(|person| person.organisation.as_deref() == Some("Rådhuset")));
    }
}

#[test]
fn of_a_form_only_the_name_and_where_somebody_works_are_kept() {
    let names = [
        "Vad heter du?",
        "Ditt namn",
        "Hva heter du?",
        "What is your name?",
        "Namn *",
        "Anmälan: vem är du?",
    ];
    let works =
        ["Vilken organisation representerar du?", "Var arbetar du?", "Din arbetsplats", "Where do you work?"];
    let answers = [
        ("Har du någon matallergi?", "Nötter"),
        ("Allergi/specialkost", "laktosfri kost"),
        ("Något vi behöver veta?", "Jag hör dåligt"),
        ("Any dietary requirements?", "Vegan"),
        ("Får vi publicera bilder på dig?", "Nej"),
        ("Vad heter din chef?", "Gunnar Grå"),
        ("Namn på anhörig", "Stina Blå"),
    ];
    let mut variants = Vec::new();
    for (number, name) in names.iter().enumerate() {
        for (nth, (question, answer)) in answers.iter().enumerate() {
            let people = some(number + nth);
            let mut rows =
                vec![cells(&["Tidsstämpel", "E-postadress", name, works[(number + nth) % 4], question])];
            for (first, last) in &people {
                let whole = format!("{first} {last}");
                rows.push(cells(&["2026-05-28 19.01.33", "n@exempel.se", &whole, "Rådhuset", answer]));
            }
            variants.push((table(&rows, SEPARATORS[nth % 3]), in_full(&people)));
        }
    }
    for list in each_has_its_people(variants) {
        let kept = format!("{:?} {:?}", list.people, list.remarks);
        assert!(!answers.iter().any(|(_, answer)| kept.contains(answer)), "{kept}");
        assert!(
            list.people.iter().all(|person| person.organisation.as_deref() == Some("Rådhuset")),
            "{kept}"
        );
        assert!(!list.left.is_empty(), "what is left out is said");
    }
    let without_heads =
        list("Åsa Öst;Omsorgen;laktosfri\nBo Ek;Skolan;\nSiv Lund;Skolan;nötter, fisk".as_bytes());
    assert!(!format!("{without_heads:?}").contains("laktos"), "{without_heads:?}");
}

#[test]
fn each_column_of_a_table_at_the_room_has_its_people() {
    let heads = ["Bord", "Grupp", "Table", "Group", "BORD"];
    let mut variants = Vec::new();
    for (number, head) in heads.iter().enumerate() {
        for width in 2..5 {
            for title in ["", "Bordsplacering 4 mars"] {
                let people: Vec<_> = PEOPLE.iter().take(width * 2 - 1).copied().collect();
                let mut rows = if title.is_empty() { Vec::new() } else { vec![cells(&[title])] };
                rows.push((1..=width).map(|table| format!("{head} {table}")).collect());
                for row in people.chunks(width) {
                    rows.push(row.iter().map(|(first, last)| format!("{first} {last}")).collect());
                }
                variants.push((table(&rows, SEPARATORS[(number + width) % 3]), in_full(&people)));
            }
        }
    }
    for list in each_has_its_people(variants) {
        assert!(list.people.iter().all(|person| person.role.is_none() && person.organisation.is_none()));
    }
}

#[test]
fn every_sheet_that_says_where_its_names_are_is_read_and_the_others_are_named() {
    let mut variants = 0;
    for first in ["Anmälda", "Deltagare", "Blad1", "Vuxna"] {
        for (second, head) in
            [("Reserver", "Namn"), ("Bord 2", "Navn"), ("Sheet2", "Name"), ("Sena", "Förnamn Efternamn")]
        {
            for third in ["Budget", "Schema"] {
                let mut book = Workbook::new();
                let mut fill = |name: &str, rows: &[[&str; 2]]| {
                    let sheet = book.add_worksheet();
                    sheet.set_name(name).unwrap();
                    for (row, values) in (0..).zip(rows) {
                        sheet.write(row, 0, values[0]).unwrap();
                        sheet.write(row, 1, values[1]).unwrap();
                    }
                };
                fill(first, &[["Namn", "Roll"], ["Åsa Öst", "rektor"], ["Bo Ek", ""]]);
                fill(second, &[[head, "Roll"], ["Cia Alm", "kock"]]);
                fill(third, &[["Lokal", "3000"], ["Fika", "500"]]);
                let read = list(&book.save_to_buffer().unwrap());
                assert_eq!(names(&read), ["Åsa Öst", "Bo Ek", "Cia Alm"]);
                assert_eq!(read.sheets, [(first.to_owned(), 2), (second.to_owned(), 1)]);
                assert_eq!(read.unread, [third]);
                let said = speech::list_remarks(&read, Lang::Sv.words()).join("\n");
                assert!([first, second, third].iter().all(|name| said.contains(name)), "{said}");
                variants += 1;
            }
        }
    }
    assert!(variants >= VARIANTS);
}

#[test]
fn old_machines_letters_are_read() {
    let organisations = ["Rådhuset", "Förskolan Ängen", "Kök & café", "Hälso- och sjukvården"];
    let mac = |c: &str| MACINTOSH.encode(c).0.into_owned();
    let windows = |c: &str| WINDOWS_1252.encode(c).0.into_owned();
    // What code page 850 has for the letters of the North.
    let dos = |c: &str| {
        let letters = [
            ('å', 0x86),
            ('ä', 0x84),
            ('ö', 0x94),
            ('Å', 0x8F),
            ('Ä', 0x8E),
            ('Ö', 0x99),
            ('é', 0x82),
            ('ø', 0x9B),
            ('æ', 0x91),
        ];
        letters
            .iter()
            .filter(|(letter, _)| c.starts_with(*letter))
            .map(|(_, byte)| *byte)
            .collect::<Vec<u8>>()
    };
    let mut variants = 0;
    for number in 0..4 {
        for organisation in organisations {
            let people = some(number);
            let mut rows = vec![cells(&["Namn", "Organisation"]), cells(&["André Höög", organisation])];
            rows.extend(
                people.iter().map(|(first, last)| cells(&[&format!("{first} {last}"), organisation])),
            );
            let expected: Vec<String> =
                std::iter::once("André Höög".to_owned()).chain(in_full(&people)).collect();
            for end in ["\n", "\r\n", "\r"] {
                let text = table(&rows, ";").replace('\n', end);
                let in_bytes = |of: &dyn Fn(&str) -> Vec<u8>| -> Vec<u8> {
                    let bytes = |c: char| if c.is_ascii() { vec![c as u8] } else { of(&c.to_string()) };
                    text.chars().flat_map(bytes).collect()
                };
                for bytes in [in_bytes(&mac), in_bytes(&windows), in_bytes(&dos)] {
                    let read = list(&bytes);
                    assert_eq!(names(&read), expected, "{}", String::from_utf8_lossy(&bytes));
                    assert_eq!(read.people[0].organisation.as_deref(), Some(organisation));
                    variants += 1;
                }
            }
        }
    }
    assert!(variants >= VARIANTS);
}
