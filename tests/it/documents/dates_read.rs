//! The day of a meeting, however it is written: each kind in many variants, and in each the right day and nothing said
//! that is not so.

use chrono::{Datelike, NaiveDate, Weekday};
use vidpennan::i18n::Lang;
use vidpennan::import::file;
use vidpennan::minutes::read::ReadOptions;
use vidpennan::minutes::{Minutes, RemarkCode};

/// How many variants a kind has at least.
const VARIANTS: usize = 30;

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

const NORWEGIAN: [&str; 12] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
];

const DANISH: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Days in the first and in the last year that a text may mean, on every day of the week.
fn days() -> impl Iterator<Item = NaiveDate> {
    let of = |number: i32| {
        let (year, month) = (2012 + number % 14, u32::try_from(number * 5 % 12 + 1).unwrap());
        NaiveDate::from_ymd_opt(year, month, u32::try_from(number * 7 % 27 + 2).unwrap()).unwrap()
    };
    (0..40).map(of)
}

fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => "måndag",
        Weekday::Tue => "tisdag",
        Weekday::Wed => "onsdag",
        Weekday::Thu => "torsdag",
        Weekday::Fri => "fredag",
        Weekday::Sat => "lördag",
        Weekday::Sun => "söndag",
    }
}

fn month(day: NaiveDate, names: &[&'static str; 12]) -> &'static str {
    names[day.month0() as usize]
}

fn read(text: &str, name: &str) -> Minutes {
    let today = NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();
    let options = ReadOptions { day: None, today, words: Lang::Sv.words() };
    file::minutes(text.as_bytes(), name, &options).unwrap()
}

/// Each of these texts has the day beside it, and nothing is remarked about dates.
fn each_has_its_day(variants: impl IntoIterator<Item = (String, NaiveDate)>) {
    let mut count = 0;
    for (text, day) in variants {
        let minutes = read(&text, "mote.txt");
        assert_eq!(minutes.date, Some(day), "{text}");
        let about_dates = minutes.remarks.iter().filter(|remark| {
            use RemarkCode::{AmbiguousDate, DateConflict, DateWithoutYear, InvalidDate, WeekdayMismatch};
            let codes = [AmbiguousDate, DateConflict, DateWithoutYear, InvalidDate, WeekdayMismatch];
            codes.contains(&remark.code)
        });
        assert_eq!(about_dates.count(), 0, "{text}\n{:?}", minutes.remarks);
        count += 1;
    }
    assert!(count >= VARIANTS, "{count}");
}

#[test]
fn the_day_is_found_under_every_label() {
    let labels = [
        "Datum",
        "Tid",
        "Datum och tid",
        "Plats och tid",
        "När",
        "Tid och plats",
        "Dag",
        "Mötesdag",
        "Tid/plats",
    ];
    each_has_its_day(days().enumerate().map(|(number, day)| {
        let label = labels[number % labels.len()];
        let place = if label.to_lowercase().contains("plats") { "Sal 3, " } else { "" };
        let written = match number % 4 {
            0 => format!("{} {} {} {} kl. 13–15", weekday(day), day.day(), month(day, &MONTHS), day.year()),
            1 => format!("{day}, kl. 18:30"),
            2 => format!("den {} {} {}", day.day(), month(day, &MONTHS), day.year()),
            _ => format!("{}/{} {}, 13.00–14.30", day.day(), day.month(), day.year()),
        };
        (format!("Samverkansmöte Norrgården\n\n{label}: {place}{written}\nNärvarande: Maj Fors, Kim Ås\n\nFrågor:\n- När?\n"), day)
    }));
}

#[test]
fn the_place_beside_the_time_is_the_place() {
    for (label, value) in [
        ("Plats och tid", "Sal 3, torsdag 14 november 2024 kl. 13–15"),
        ("Tid och plats", "2024-11-14, kl. 13:00, Sal 3"),
        ("Tid och plats", "14 november 2024 kl. 13–15, Sal 3"),
        ("Plats/tid", "Sal 3, kl. 13.00"),
    ] {
        let minutes = read(&format!("Möte\n\n{label}: {value}\n\nFrågor:\n- Ett\n"), "a.txt");
        assert_eq!(minutes.place.as_deref(), Some("Sal 3"), "{label}: {value}");
        assert!(minutes.time.is_some(), "{value}");
    }
}

#[test]
fn a_heading_that_is_a_date_is_the_day() {
    let mut variants = Vec::new();
    for (number, day) in days().enumerate() {
        let written = match number % 4 {
            0 => format!("{} {} {}", day.day(), month(day, &MONTHS), day.year()),
            1 => day.to_string(),
            2 => format!("{} den {} {} {}", weekday(day), day.day(), month(day, &MONTHS), day.year()),
            _ => format!("Den {} {} {}", day.day(), month(day, &MONTHS), day.year()),
        };
        variants.push((format!("# Styrelsemöte Lyktan\n\n## {written}\n\n## Ekonomi\n- Allt väl\n"), day));
    }
    let mut count = 0;
    for (text, day) in variants {
        assert_eq!(read(&text, "mote.md").date, Some(day), "{text}");
        count += 1;
    }
    assert!(count >= VARIANTS);
}

#[test]
fn the_first_sentence_says_the_day_also_over_lines_and_with_the_year_elsewhere() {
    let openings = [
        "Protokoll fört vid föreningen Lyktans vårmöte",
        "Minnesanteckningar från rundabordssamtalet om trygghet i Norra stadsdelen",
        "Anteckningar från nätverksträffen för oss som jobbar med ungas fritid",
        "Protokoll från sammanträde med hyresgästföreningens lokala styrelse",
    ];
    each_has_its_day(days().enumerate().map(|(number, day)| {
        let opening = openings[number % openings.len()];
        let (name, date) = (weekday(day), format!("{} {}", day.day(), month(day, &MONTHS)));
        let sentence = match number % 5 {
            0 => format!("{opening}, {name}\nden {date} {} klockan 18:00 i biblioteket.", day.year()),
            1 => format!(
                "{opening} {}, {name}en den {}:e {} klockan 18 i sal B2.",
                day.year(),
                day.day(),
                month(day, &MONTHS)
            ),
            2 => format!("{opening}, {name} {date} {}.", day.year()),
            3 => format!("{opening} {}, {name}en den {date} klockan 18:15 i V31.", day.year()),
            _ => format!("{opening} den\n{date} {} i Folkets hus.", day.year()),
        };
        (format!("{sentence}\n\nEkonomi:\n- Läget är gott\n"), day)
    }));
}

#[test]
fn another_meeting_in_the_first_sentence_is_not_this_one() {
    for sentence in [
        "Föregående mötes protokoll av den 12 mars 2018 godkändes.",
        "Vid förra mötet den 12 mars 2018 talade vi om lampor.",
        "Nästa möte hålls den 12 mars 2018 i biblioteket.",
        "Vi har köpt in stolar den 12 mars 2018.",
    ] {
        assert_eq!(
            read(&format!("Styrelsen\n\n{sentence}\n\nEkonomi:\n- Gott\n"), "a.txt").date,
            None,
            "{sentence}"
        );
    }
}

#[test]
fn a_weekday_disagrees_with_a_year_that_was_written_and_with_no_other() {
    let mismatches = |text: &str| {
        let minutes = read(text, "a.txt");
        minutes.remarks.iter().filter(|remark| remark.code == RemarkCode::WeekdayMismatch).count()
    };
    for day in days() {
        let other = weekday(day.succ_opt().unwrap());
        let (date, year) = (format!("{} {}", day.day(), month(day, &MONTHS)), day.year());
        let body = |line: &str| format!("Arbetsmöte\n\nPunkter:\n- {line}\n");
        assert_eq!(mismatches(&body(&format!("Lokalen är bokad {other} {date}"))), 0, "{other} {date}");
        assert_eq!(mismatches(&body(&format!("Lokalen är bokad {other} {}/{}", day.day(), day.month()))), 0);
        assert_eq!(
            mismatches(&body(&format!("Lokalen är bokad {other} {date} {year}"))),
            1,
            "{other} {date} {year}"
        );
        assert_eq!(mismatches(&body(&format!("Lokalen är bokad {} {date} {year}", weekday(day)))), 0);
    }
}

#[test]
fn a_room_is_no_week() {
    for room in ["V21", "V31", "V1", "V52", "V08"] {
        for line in [
            format!("Vi ses klockan 18:15 i {room}."),
            format!("kl. 13–15, {room}"),
            format!("Mötet börjar kl 9 ({room})"),
            format!("Samling i sal {room}"),
            format!("Lokal {room} är bokad"),
            format!("Rum {room} är för litet"),
        ] {
            let minutes = read(&format!("Arbetsmöte\n\n{line}\n"), "a.txt");
            assert!(
                minutes.remarks.iter().all(|it| it.code != RemarkCode::DateWithoutYear),
                "{line}: {:?}",
                minutes.remarks
            );
        }
    }
}

#[test]
fn the_neighbours_dates_are_dates() {
    let labels = [
        ("Dato", &NORWEGIAN),
        ("Dato og tid", &DANISH),
        ("Møtedato", &NORWEGIAN),
        ("When", &ENGLISH),
        ("Date", &ENGLISH),
    ];
    each_has_its_day(days().enumerate().map(|(number, day)| {
        let (label, names) = labels[number % labels.len()];
        let is_english = label == "When" || label == "Date";
        let name = month(day, names);
        let written = match (is_english, number % 3) {
            (true, 0) => format!("{name} {}, {}", day.day(), day.year()),
            (true, _) => format!("{} {name} {}", day.day(), day.year()),
            (false, 0) => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
            (false, 1) => format!("{}. {name} {} kl. 18.00", day.day(), day.year()),
            (false, _) => format!("den {}. {name} {}", day.day(), day.year()),
        };
        (format!("Møtereferat\n\n{label}: {written}\nSted: Rådhuset\n\nSaker:\n- Kaffe\n"), day)
    }));
    each_has_its_day(days().map(|day| {
        (
            format!(
                "Møtereferat {}. {} {}\n\nSaker:\n- Kaffe\n",
                day.day(),
                month(day, &NORWEGIAN),
                day.year()
            ),
            day,
        )
    }));
}

#[test]
fn of_a_meeting_over_several_days_it_is_the_first() {
    each_has_its_day(days().enumerate().map(|(number, day)| {
        let last = day.succ_opt().unwrap();
        let (year, name) = (day.year(), month(day, &MONTHS));
        let written = match number % 6 {
            _ if last.month() != day.month() => {
                format!("{} {name}–{} {} {year}", day.day(), last.day(), month(last, &MONTHS))
            }
            0 => format!("{}–{} {name} {year}", day.day(), last.day()),
            1 => format!("{} och {} {name} {year}", day.day(), last.day()),
            2 => format!("den {} - {} {name} {year}", day.day(), last.day()),
            3 => format!("{} {name}–{} {name} {year}", day.day(), last.day()),
            4 => format!("{} till {} {name} {year}", day.day(), last.day()),
            _ => format!("den {} och den {} {name} {year}", day.day(), last.day()),
        };
        (format!("Nätverksdagar\n\nDatum: {written}\n\nPunkter:\n- Vi sågs två dagar\n"), day)
    }));
}

#[test]
fn what_cannot_be_a_day_is_pointed_out() {
    for number in 0..VARIANTS {
        let (day, year) = (29 + number % 3, 20 + number % 7);
        let written = format!("31-{:02}-{year:02}", [2, 4, 6, 9, 11][number % 5]);
        let minutes = read(&format!("Sammanställning {written}\n\nPunkter:\n- Vi sågs\n"), "a.txt");
        assert_eq!(minutes.date, None, "{written} {day}");
        assert!(
            minutes.remarks.iter().any(|remark| remark.message.contains(&written)),
            "{written}: {:?}",
            minutes.remarks
        );
    }
}

#[test]
fn the_name_of_the_file_has_the_day_where_the_text_has_none() {
    let titles = ["Samverkansmöte", "Rundabordssamtal om trygghet", "Nätverk Syd", "Styrelsen"];
    let mut count = 0;
    for (number, day) in days().enumerate() {
        let title = titles[number % titles.len()];
        let name = match number % 5 {
            0 => format!("{day} {title}.txt"),
            1 => format!("{title} {day}.md"),
            2 => format!("{}_{title}.txt", day.format("%Y%m%d")),
            3 => format!("{title} {} {} {}.txt", day.day(), month(day, &MONTHS), day.year()),
            _ => format!("{title} ({day}).txt"),
        };
        let minutes = read("Trafik:\n- Bredare gångbana\n", &name);
        assert_eq!((minutes.date, minutes.title.as_str()), (Some(day), title), "{name}");
        assert!(minutes.remarks.iter().any(|remark| remark.code == RemarkCode::DateOfFile), "{name}");
        let dated = read("Möte\n\nDatum: 2020-02-03\n\nTrafik:\n- Bredare gångbana\n", &name);
        assert_eq!(dated.date, NaiveDate::from_ymd_opt(2020, 2, 3), "the text goes first");
        assert!(dated.remarks.is_empty(), "{:?}", dated.remarks);
        count += 1;
    }
    assert!(count >= VARIANTS);
}
