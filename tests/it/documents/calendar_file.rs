//! The days of a meeting, and the calendar file that holds them.

use proptest::option::of;
use proptest::prelude::*;
use vidpennan::export::{self, Format, With};
use vidpennan::i18n::Lang;
use vidpennan::model::{Coded, CommitmentStatus, Due, Kind};
use vidpennan::ops::{self, Assignment};
use vidpennan::report::calendar::{Calendar, CalendarEvent};
use vidpennan::report::{Choices, Names, Publication, Report};
use vidpennan::store::Store;
use vidpennan::store::work::WorkClass;
use vidpennan::text::safe;

use crate::documents::sheets::{day, listed, material, stored};
use crate::support::arbitrary;
use crate::support::at_once;

fn calendar(store: &Store, meeting: vidpennan::model::id::MeetingId) -> Calendar {
    Report::Minutes.write(&material(store, meeting, Choices::default()), Lang::Sv.words()).calendar
}

fn event<'a>(calendar: &'a Calendar, title: &str) -> &'a CalendarEvent {
    let found = calendar.events.iter().find(|event| event.title.starts_with(title));
    found.unwrap_or_else(|| panic!("no {title} in {calendar:?}"))
}

#[test]
fn meetings_due_dates_and_planned_answers_are_days_to_keep() {
    let (store, meeting) = stored();
    let calendar = calendar(&store, meeting);
    let days: Vec<String> =
        calendar.events.iter().map(|event| format!("{} {}", event.date, event.title)).collect();
    assert_eq!(
        days,
        [
            "2026-03-05 Anteckningar från dialogcafé om Vallby torg",
            "2026-03-06 Klart senast: Ringa fastighetsägaren",
            "2026-05-31 Klart senast: Å-1 Ta fram en skötselplan för torget",
            "2026-06-11 Nästa möte efter Anteckningar från dialogcafé om Vallby torg",
            "2026-10-02 Planerat: Ny belysning sätts upp",
        ]
    );
    let held = event(&calendar, "Anteckningar");
    assert_eq!(held.time.unwrap().to_string(), "13:00–15:30");
    assert_eq!(held.place, "Folkets hus, Vallby");
    let next = event(&calendar, "Nästa");
    assert_eq!(next.uid, held.uid.replace('@', "-next@"));
    assert_eq!(
        event(&calendar, "Klart senast: Å-1").about,
        "Ansvarig: Malte Grahn\nKlart senast: maj 2026\nStatus: pågår\n\
         Anteckningar från dialogcafé om Vallby torg, 5 mars 2026"
    );
    assert!(event(&calendar, "Planerat").about.contains("Svar på: U-1 Mörkt på kvällarna."));
    assert!(!format!("{calendar:?}").contains("Disa Norén"), "who promised was not asked for");
    let hidden = Choices { names: Names::None, ..Choices::default() };
    let hidden = Report::Minutes.write(&material(&store, meeting, hidden), Lang::Sv.words()).calendar;
    let about = &event(&hidden, "Klart senast: Å-1").about;
    assert!(about.starts_with("Ansvarig: namnet är utelämnat\nKlart senast: maj 2026"), "{about}");
}

#[test]
fn a_change_keeps_the_identity_and_counts_on() {
    let (mut store, meeting) = stored();
    let before = calendar(&store, meeting);
    assert_eq!(calendar(&store, meeting), before, "nothing changed, nothing is new");

    let action = listed(&store, WorkClass::Actions)[0].entry.clone();
    let known = Assignment::of(&action);
    let later = Assignment { due: Some(Due::on(day("2026-06-15"))), ..known.clone() };
    at_once::assign(&mut store, action.id, &known, &later).unwrap();
    let after = calendar(&store, meeting);
    let (old, new) = (event(&before, "Klart senast: Å-1"), event(&after, "Klart senast: Å-1"));
    assert_eq!(old.uid, new.uid);
    assert!(new.sequence > old.sequence, "{} and then {}", old.sequence, new.sequence);
    assert_eq!(new.date, day("2026-06-15"));
    assert_eq!(event(&before, "Planerat"), event(&after, "Planerat"), "nothing else moved");
}

#[test]
fn what_is_done_is_taken_out_of_the_calendars_that_have_it() {
    let (mut store, meeting) = stored();
    let before = calendar(&store, meeting);
    let promise =
        listed(&store, WorkClass::Commitments).into_iter().find(|work| work.entry.due.is_some()).unwrap();
    let done = Kind::Commitment(CommitmentStatus::from_code("done").unwrap());
    ops::set_status(&mut store, promise.entry.id, done).unwrap();
    let calendar = calendar(&store, meeting);
    let known = event(&before, "Klart senast: Ringa");
    let cancelled = event(&calendar, "Klart senast: Ringa");
    assert_eq!(cancelled.uid, known.uid);
    assert!(cancelled.sequence > known.sequence, "a calendar program takes the newer one");
    assert!(!known.is_cancelled && cancelled.is_cancelled && !cancelled.reminds);
    let read = read_strictly(&file(&calendar));
    let taken_out: Vec<String> = events(&read)
        .into_iter()
        .filter(|event| event.value("STATUS") == Some("CANCELLED"))
        .map(|event| event.text("SUMMARY"))
        .collect();
    assert_eq!(taken_out, ["Klart senast: Ringa fastighetsägaren"]);
}

#[test]
fn what_is_due_is_reminded_of_on_its_morning() {
    let (store, meeting) = stored();
    let read = read_strictly(&file(&calendar(&store, meeting)));
    let mut reminded = 0;
    for event in events(&read) {
        let summary = event.text("SUMMARY");
        assert_eq!(event.within.len(), usize::from(summary.starts_with("Klart senast")), "{summary}");
        for alarm in &event.within {
            assert_eq!((alarm.name.as_str(), alarm.value("ACTION")), ("VALARM", Some("DISPLAY")));
            assert_eq!(alarm.value("TRIGGER"), Some("PT8H"), "from the midnight that the day begins with");
            assert_eq!(alarm.text("DESCRIPTION"), summary);
            reminded += 1;
        }
    }
    assert_eq!(reminded, 2);
}

#[test]
fn the_next_meeting_is_announced_until_it_is_there() {
    let (mut store, meeting) = stored();
    assert!(!event(&calendar(&store, meeting), "Nästa möte").is_cancelled);
    let kind = vidpennan::model::MeetingKind::from_code("check_in").unwrap();
    let mut other = ops::NewMeeting::from_template("Uppföljning", kind, Vec::new());
    other.date = Some(day("2026-06-11"));
    ops::create_meeting(&mut store, other).unwrap();
    assert!(event(&calendar(&store, meeting), "Nästa möte").is_cancelled);
}

#[test]
fn an_answer_to_several_challenges_is_one_day() {
    let (mut store, meeting) = stored();
    let challenges: Vec<_> = listed(&store, WorkClass::Challenges).iter().map(|work| work.entry.id).collect();
    let reply = ops::Reply {
        kind: vidpennan::model::ResponseKind::Planned,
        text: "Stödpaket".to_owned(),
        due: Some(Due::on(day("2026-09-01"))),
    };
    ops::answer(&mut store, &challenges, &reply).unwrap();
    let calendar = calendar(&store, meeting);
    assert_eq!(calendar.events.iter().filter(|event| event.title.contains("Stödpaket")).count(), 1);
    let about = &event(&calendar, "Planerat: Stödpaket").about;
    assert!(about.contains("U-1") && about.contains("U-2") && about.contains("U-3"), "{about}");
}

fn file(calendar: &Calendar) -> String {
    let publication = Publication { calendar: calendar.clone(), ..Publication::default() };
    let format = Format::from_code("ics").unwrap();
    let parts = export::render(format, &publication, &With::new(Lang::Sv.words())).unwrap();
    String::from_utf8(parts.into_iter().next().unwrap().bytes).unwrap()
}

/// A component of a calendar file: its name, its properties in order, and those within it.
#[derive(Debug, Default)]
struct Component {
    name: String,
    properties: Vec<(String, String)>,
    within: Vec<Component>,
}

impl Component {
    fn value(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|(property, _)| property == name).map(|(_, value)| value.as_str())
    }

    /// The value of a text property as it was meant.
    fn text(&self, name: &str) -> String {
        let mut text = String::new();
        let mut chars = self.value(name).unwrap_or_default().chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => match chars.next().expect("something is escaped") {
                    'n' => text.push('\n'),
                    c @ ('\\' | ';' | ',') => text.push(c),
                    c => panic!("\\{c} is no escape"),
                },
                ';' | ',' => panic!("{c} is not escaped"),
                c => text.push(c),
            }
        }
        text
    }
}

/// Reads a calendar file as strictly as RFC 5545 has it: line ends, folding, nesting, what must be there once.
fn read_strictly(file: &str) -> Component {
    assert!(file.ends_with("\r\n"));
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} octets in {line:?}", line.len());
        assert!(!line.contains(char::is_control), "{line:?}");
    }
    let unfolded = file.replace("\r\n ", "");
    let mut open = vec![Component::default()];
    for line in unfolded.split_terminator("\r\n") {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("no property: {line:?}"));
        match name {
            "BEGIN" => open.push(Component { name: value.to_owned(), ..Component::default() }),
            "END" => {
                let closed = open.pop().unwrap();
                assert_eq!(closed.name, value);
                open.last_mut().unwrap().within.push(closed);
            }
            _ => open.last_mut().unwrap().properties.push((name.to_owned(), value.to_owned())),
        }
    }
    assert_eq!(open.len(), 1);
    let calendar = open.remove(0).within.remove(0);
    assert_eq!(calendar.name, "VCALENDAR");
    assert_eq!(calendar.value("VERSION"), Some("2.0"));
    assert!(calendar.value("PRODID").is_some());
    let mut uids: Vec<String> = Vec::new();
    for event in calendar.within.iter().filter(|component| component.name == "VEVENT") {
        for name in ["UID", "DTSTAMP", "SUMMARY", "SEQUENCE", "TRANSP"] {
            assert_eq!(event.properties.iter().filter(|(property, _)| property == name).count(), 1, "{name}");
        }
        let starts = event.properties.iter().find(|(name, _)| name.starts_with("DTSTART")).unwrap();
        let ends = event.properties.iter().find(|(name, _)| name.starts_with("DTEND"));
        if let Some(ends) = ends {
            assert!(ends.1 > starts.1, "{event:?}");
            assert_eq!(ends.0.replace("DTEND", ""), starts.0.replace("DTSTART", ""), "of one sort");
        }
        uids.push(event.text("UID"));
    }
    uids.sort_unstable();
    assert!(uids.windows(2).all(|two| two[0] != two[1]), "{uids:?}");
    calendar
}

fn events(calendar: &Component) -> Vec<&Component> {
    calendar.within.iter().filter(|component| component.name == "VEVENT").collect()
}

#[test]
fn the_file_conforms_to_the_standard() {
    let (store, meeting) = stored();
    let file = file(&calendar(&store, meeting));
    let read = read_strictly(&file);
    assert_eq!(read.value("METHOD"), Some("PUBLISH"));
    assert_eq!(read.text("X-WR-CALNAME"), "Anteckningar från dialogcafé om Vallby torg");
    let zone = read.within.iter().find(|component| component.name == "VTIMEZONE").unwrap();
    assert_eq!(zone.value("TZID"), Some("Europe/Stockholm"));
    assert_eq!(zone.within.len(), 2, "summer and winter");

    let events = events(&read);
    let held = events[0];
    assert_eq!(held.value("DTSTART;TZID=Europe/Stockholm"), Some("20260305T130000"));
    assert_eq!(held.value("DTEND;TZID=Europe/Stockholm"), Some("20260305T153000"));
    assert_eq!(
        (held.text("LOCATION").as_str(), held.value("TRANSP")),
        ("Folkets hus, Vallby", Some("OPAQUE"))
    );
    let due = events.iter().find(|event| event.text("SUMMARY").contains("Å-1")).unwrap();
    assert_eq!(due.value("DTSTART;VALUE=DATE"), Some("20260531"));
    assert_eq!(due.value("DTEND;VALUE=DATE"), Some("20260601"));
    assert_eq!(due.value("TRANSP"), Some("TRANSPARENT"));
    assert_eq!(due.value("DTSTAMP"), due.value("LAST-MODIFIED"));
    assert_eq!(due.value("DTSTAMP").map(str::len), Some("20260304T120000Z".len()));
    assert!(due.text("DESCRIPTION").contains("Klart senast: maj 2026"));
}

#[test]
fn a_second_export_changes_what_the_first_one_brought() {
    let (mut store, meeting) = stored();
    let first = file(&calendar(&store, meeting));
    assert_eq!(first, file(&calendar(&store, meeting)), "nothing changed, nothing is new");
    let action = listed(&store, WorkClass::Actions)[0].entry.clone();
    let known = Assignment::of(&action);
    let later = Assignment { due: Some(Due::on(day("2026-06-15"))), ..known.clone() };
    at_once::assign(&mut store, action.id, &known, &later).unwrap();
    let (first, second) = (read_strictly(&first), read_strictly(&file(&calendar(&store, meeting))));
    for old in events(&first) {
        let new = events(&second).into_iter().find(|new| new.value("UID") == old.value("UID")).unwrap();
        let count = |event: &Component| event.value("SEQUENCE").unwrap().parse::<u32>().unwrap();
        if old.text("SUMMARY").contains("Å-1") {
            assert!(count(new) > count(old));
            assert_eq!(new.value("DTSTART;VALUE=DATE"), Some("20260615"));
        } else {
            assert_eq!(new.properties, old.properties);
        }
    }
}

#[test]
fn an_evening_without_an_end_and_one_past_midnight() {
    let (store, meeting) = stored();
    let mut calendar = calendar(&store, meeting);
    calendar.events.truncate(2);
    calendar.events[0].time = "18:30".parse().ok();
    calendar.events[1].time = "22:00–01:30".parse().ok();
    let read = read_strictly(&file(&calendar));
    let [open, late] = events(&read)[..] else { panic!("{read:?}") };
    assert_eq!(open.value("DTSTART;TZID=Europe/Stockholm"), Some("20260305T183000"));
    assert!(open.properties.iter().all(|(name, _)| !name.starts_with("DTEND") && name != "DURATION"));
    assert_eq!(late.value("DTEND;TZID=Europe/Stockholm"), Some("20260307T013000"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_words_come_through(title in arbitrary::text(), about in arbitrary::text(), place in arbitrary::text(),
        hours in of((0u32..1440, of(0u32..1440))), year in 1900i32..2200, sequence in any::<u32>()) {
        let clock = |minutes: u32| chrono::NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0).unwrap();
        let event = CalendarEvent {
            uid: "1@vidpennan".to_owned(),
            sequence,
            changed: crate::support::room::noon(),
            date: chrono::NaiveDate::from_ymd_opt(year, 12, 31).unwrap(),
            time: hours.map(|(start, end)| vidpennan::model::TimeSpan { start: clock(start), end: end.map(clock) }),
            title: title.clone(),
            about: format!("{about}\n{title}"),
            place: place.clone(),
            is_cancelled: sequence % 2 == 1,
            reminds: sequence % 3 == 1,
        };
        let read = read_strictly(&file(&Calendar { name: title.clone(), events: vec![event] }));
        let event = events(&read)[0];
        prop_assert_eq!(read.text("X-WR-CALNAME"), safe::line(&title));
        prop_assert_eq!(event.text("SUMMARY"), safe::line(&title));
        prop_assert_eq!(event.text("DESCRIPTION"), safe::lines(&format!("{about}\n{title}")));
        prop_assert_eq!(event.text("LOCATION"), safe::line(&place));
    }
}
