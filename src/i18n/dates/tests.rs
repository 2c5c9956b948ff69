//! The forms of dates, one row each.

use proptest::prelude::*;

use super::*;

/// Wednesday, week 49.
const MEETING: &str = "2018-12-05";

fn date(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

/// A reading in one line: the date, `"words"`, the time, and the doubts.
fn shown(read: Result<Read, DateFailure>) -> String {
    let read = match read {
        Ok(read) => read,
        Err(failure) => return format!("{failure:?}"),
    };
    let mut shown = read.due.iso();
    shown.extend(read.due.words.map(|words| format!(" \"{words}\"")));
    shown.extend(read.time.map(|time| format!(" {time}")));
    for doubt in read.doubts {
        let doubt = match doubt {
            Doubt::Weekday { said, is } => format!(" not {said} but {is}"),
            Doubt::Ambiguous(day) => format!(" or {day}"),
            Doubt::NoYear => " year?".to_owned(),
        };
        shown.push_str(&doubt);
    }
    shown
}

fn check(rows: &[(&str, &str)], reference: Option<&str>) {
    for (text, expected) in rows {
        assert_eq!(shown(read(text, reference.map(date))), *expected, "{text:?}");
    }
}

#[test]
fn the_forms_of_the_stress_text() {
    let rows = [
        ("181205", "2018-12-05"),
        ("2018-12-05", "2018-12-05"),
        ("20181205", "2018-12-05"),
        ("18-12-05", "2018-12-05"),
        ("5 december 2018", "2018-12-05"),
        ("den 5 december 2018", "2018-12-05"),
        ("onsdagen den 5 december 2018", "2018-12-05"),
        ("ons 5 dec -18", "2018-12-05"),
        ("5/12 2018", "2018-12-05"),
        ("5/12-18", "2018-12-05"),
        ("5.12.2018", "2018-12-05"),
        ("2018.12.05", "2018-12-05"),
        ("05/12/2018", "2018-12-05 or 2018-05-12"),
        ("v. 49 2018", "2018-W49"),
        ("v49", "2018-W49 year?"),
        ("vecka 1 2019", "2019-W01"),
        ("2018-W49-3", "2018-12-05"),
        ("den 3 mars kl. 13–15", "2019-03-03 13:00–15:00 year?"),
        ("torsdagen den 5 december 2018", "2018-12-05 not Thu but Wed"),
        ("31 november 2018", "NoSuchDay"),
        ("29 februari 2019", "NoSuchDay"),
        ("29 februari 2020", "2020-02-29"),
        ("imorgon", "2018-12-06 \"imorgon\""),
        ("i morgon", "2018-12-06 \"i morgon\""),
        ("övermorgon", "2018-12-07 \"övermorgon\""),
        ("på fredag", "2018-12-07 \"på fredag\""),
        ("nästa vecka", "2018-W50 \"nästa vecka\""),
        ("senast den sista mars", "2019-03-31 year?"),
        ("nov 2019", "2019-11"),
        ("hösten 2019", "Vague(Season)"),
        ("nästa möte", "Vague(NextMeeting)"),
        ("snarast", "Vague(Soon)"),
        ("löpande", "Vague(Continuous)"),
        ("090603", "2009-06-03"),
        ("000229", "2000-02-29"),
        ("990101", "1999-01-01"),
    ];
    check(&rows, Some(MEETING));
    assert_eq!(shown(read("24.12.06", None)), "2024-12-06 or 2006-12-24");
    assert_eq!(shown(read("24.12.06", Some(date("2006-12-01")))), "2006-12-24 or 2024-12-06");
    for (text, time) in
        [("kl. 9.00–15.30", "09:00–15:30"), ("kl 18.30", "18:30"), ("09:00-12:00", "09:00–12:00")]
    {
        assert_eq!(read_time(text).unwrap().to_string(), time);
        assert_eq!(shown(read(text, Some(date(MEETING)))), "NoDate", "{text}");
    }
}

#[test]
fn other_ways_to_write_a_date() {
    let rows = [
        ("12/11 -19", "2019-11-12"),
        ("tisdag 12/11 -19", "2019-11-12"),
        ("fredag 13/12", "2019-12-13 year?"),
        ("v 50", "2019-W50 year?"),
        ("v.50", "2019-W50 year?"),
        ("V 50", "2019-W50 year?"),
        ("191115", "2019-11-15"),
        ("I DAG", "2019-11-12 \"I DAG\""),
        ("klart senast: idag.", "2019-11-12 \"idag\""),
        ("29 nov.", "2019-11-29 year?"),
        ("den 5:e dec. 2019", "2019-12-05"),
        ("tisdag 10 december 2019 kl. 14.00–15.30, v.50", "2019-12-10 14:00–15:30"),
        ("tisdag 10 december 2019, v. 49", "2019-12-10 or 2019-12-06"),
        ("onsdag v. 49", "2019-12-04 year?"),
        ("tisdag nästa vecka", "2019-11-19"),
        ("fre", "2019-11-15"),
        ("tis", "2019-11-19"),
        ("nästa fredag", "2019-11-22 \"nästa fredag\" or 2019-11-15"),
        ("om två veckor", "2019-11-26 \"om två veckor\""),
        ("om 10 dagar", "2019-11-22 \"om 10 dagar\""),
        ("nästa månad", "2019-12 \"nästa månad\""),
        ("i maj", "2020-05 year?"),
        ("slutet av mars", "2020-03 \"slutet av mars\" year?"),
        ("3–5 mars 2020", "2020-03-05"),
        ("3 - 5 mars kl 9", "2020-03-05 09:00 year?"),
        ("28/2", "2020-02-28 year?"),
        ("29/2", "2020-02-29 year?"),
        ("18 oktober", "2019-10-18 year?"),
        ("2019-W50", "2019-W50"),
        ("v. 53 2019", "NoSuchDay"),
        ("v 77", "NoSuchDay"),
        ("2019-13-01", "NoSuchDay"),
        ("191301", "NoSuchDay"),
        ("5 december 2019", "2019-12-05"),
        ("5\u{a0}december\u{a0}2019", "2019-12-05"),
        ("o\u{308}vermorgon", "2019-11-14 \"o\u{308}vermorgon\""),
        ("tomorrow", "2019-11-13 \"tomorrow\""),
        ("fri", "2019-11-15"),
        ("till jul", "Vague(Season)"),
        ("så snart som möjligt", "Vague(Soon)"),
        ("tills vidare", "Vague(Continuous)"),
        ("till nästa möte", "Vague(NextMeeting)"),
        ("FSN-2025-5467", "NoDate"),
        ("Radisson Blu", "NoDate"),
        ("", "NoDate"),
        ("12", "NoDate"),
        ("i", "NoDate"),
        ("99999999999999999999", "NoDate"),
    ];
    check(&rows, Some("2019-11-12"));
}

#[test]
fn without_the_day_of_writing_only_whole_dates_are_known() {
    let rows = [
        ("181205", "2018-12-05"),
        ("imorgon", "NoReference"),
        ("5 december", "NoReference"),
        ("v49", "NoReference"),
        ("31 november", "NoSuchDay"),
        ("löpande", "Vague(Continuous)"),
    ];
    check(&rows, None);
}

#[test]
fn a_date_ahead_is_never_past() {
    let today = date("2019-11-12");
    assert_eq!(shown(read_ahead("1/11", today)), "2020-11-01 year?");
    assert_eq!(shown(read_ahead("12/11", today)), "2019-11-12 year?");
    assert_eq!(shown(read_ahead("v46", today)), "2019-W46 year?");
    assert_eq!(shown(read_ahead("v45", today)), "2020-W45 year?");
}

#[test]
fn times_of_day() {
    for (text, expected) in [
        ("kl. 13.00 15.10", Some("13:00–15:10")),
        ("klockan 09:00-12:00", Some("09:00–12:00")),
        ("kl 13–15", Some("13:00–15:00")),
        ("13-15", Some("13:00–15:00")),
        ("kl. 9 till 12", Some("09:00–12:00")),
        ("kl 0830 - 10", Some("08:30–10:00")),
        ("8:30 – 10", Some("08:30–10:00")),
        ("18.30", Some("18:30")),
        ("kl 25", None),
        ("kl 12.75", None),
        ("13", None),
        ("förmiddag", None),
    ] {
        assert_eq!(read_time(text).map(|time| time.to_string()).as_deref(), expected, "{text}");
    }
    let found = |text| find_time(text).map(|(range, time): (Range<usize>, _)| format!("{range:?} {time}"));
    assert_eq!(found("Kvarngården, kl. 13.00 15.10 Beslutande").as_deref(), Some("14..29 13:00–15:10"));
    assert_eq!(found("Paragrafer 12-17 och 3.14"), None);
}

/// The dates found in a text, as `text → meaning`.
fn all_found(text: &str, reference: &str) -> Vec<String> {
    let show = |found: FoundDate| format!("{} → {}", text.get(found.range).unwrap(), shown(found.read));
    find(text, Some(date(reference))).into_iter().map(show).collect()
}

#[test]
fn dates_are_found_in_running_text() {
    for (text, expected) in [
        (
            "workshopen infaller den 15 november klockan 09:00-12:00.",
            vec!["den 15 november klockan 09:00-12:00 → 2018-11-15 09:00–12:00 year?"],
        ),
        (
            "APT: tisdag 10 december 2019 kl. 14.00–15.30, v.50",
            vec!["tisdag 10 december 2019 kl. 14.00–15.30 → 2019-12-10 14:00–15:30", "v.50 → 2018-W50 year?"],
        ),
        (
            "skåpet byter kod den 1/12, ring före 21/11)",
            vec!["den 1/12 → 2018-12-01 year?", "21/11 → 2018-11-21 year?"],
        ),
        ("på både chefsdagar och medarbetardagar under nov 2019.", vec!["nov 2019 → 2019-11"]),
        ("är på semester till 28/2.( Kapitel 3", vec!["28/2 → 2019-02-28 year?"]),
        ("redan i morgon, sa Åsa", vec!["i morgon → 2018-12-06 \"i morgon\""]),
        ("senast den 31 november", vec!["den 31 november → NoSuchDay"]),
        ("tjänsteskrivelse FSN 251117 - Ambassadörer", vec!["251117 → 2025-11-17"]),
        ("2/3 av oss, FSN-2025-5467, Dnr 47/19, §§ 12-17, Sida 2(4), 1.5 liter, D7", vec![]),
        ("Personnummer 181205-1234, tel 042-10 50 00, maj-blomman, en fredag", vec![]),
        ("vi ses den 12–13 november 2019, och i jul", vec!["den 12–13 november 2019 → 2019-11-13"]),
        ("uppföljningsrapport 2017, på mars", vec!["mars → 2019-03 year?"]),
        ("👩‍👩‍👧 å ä ö 5/12 2018 🇸🇪", vec!["5/12 2018 → 2018-12-05"]),
    ] {
        assert_eq!(all_found(text, MEETING), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in "\\PC*", day in 0_i32..40_000) {
        let reference = NaiveDate::from_num_days_from_ce_opt(720_000 + day);
        let _ = (read(&text, reference), read_time(&text), find_time(&text));
        for found in find(&text, reference) {
            prop_assert!(text.get(found.range).is_some());
        }
    }

    #[test]
    fn likely_texts_do_not_break_it(
        text in "((den|på|i|v|kl|nästa|fredag|mars|maj|5|31|12|2018|18|181205|imorgon|om|två|veckor)[ ./:,–-]{0,2}){0,8}",
    ) {
        for reference in [None, Some(date(MEETING)), Some(NaiveDate::MAX), Some(NaiveDate::MIN)] {
            let _ = (read(&text, reference), read_time(&text), find(&text, reference));
        }
    }

    #[test]
    fn what_a_date_writes_is_read_back(day in 0_i32..30_000) {
        let day = NaiveDate::from_num_days_from_ce_opt(720_000 + day).unwrap();
        for text in [day.to_string(), crate::i18n::format::long_date(crate::i18n::Lang::Sv, day)] {
            prop_assert_eq!(read(&text, None), Ok(Read { due: Due::on(day), from: None, time: None, doubts: vec![] }));
        }
    }
}

#[test]
fn english_dates() {
    let rows = [
        ("w49", "2018-W49 year?"),
        ("week 50", "2018-W50 year?"),
        ("the 7th of December", "2018-12-07 year?"),
        ("7th December 2018", "2018-12-07"),
        ("December 7th", "2018-12-07 year?"),
        ("Dec. 7", "2018-12-07 year?"),
        ("December 7, 2018", "2018-12-07"),
        ("by Friday", "2018-12-07"),
        ("due tues", "2018-12-11"),
        ("this Friday", "2018-12-07 \"this Friday\""),
        ("day after tomorrow", "2018-12-07 \"day after tomorrow\""),
        ("within six weeks", "2019-01-16 \"within six weeks\""),
        ("the week after next", "2018-W51 \"the week after next\""),
        ("the end of March", "2019-03 \"the end of March\" year?"),
        ("the last day of March", "2019-03-31 year?"),
        ("soon", "Vague(Soon)"),
        ("until further notice", "Vague(Continuous)"),
    ];
    check(&rows, Some(MEETING));
}

#[test]
fn a_number_after_a_month_is_no_day_in_running_text() {
    for text in ["Vi var i december 5 personer", "I maj 12 stycken."] {
        let found = find(text, Some(date(MEETING)));
        let has_number =
            |found: &FoundDate| text.get(found.range.clone()).unwrap().contains(char::is_numeric);
        assert!(!found.iter().any(has_number), "{found:?}");
    }
}
