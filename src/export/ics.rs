//! A calendar as a file (RFC 5545) that calendar programs import: all-day events for what is due, Swedish local time
//! for meetings. The same calendar produces the same bytes; a second import updates the events of the first.

use chrono::{Days, NaiveDate, NaiveDateTime};

use crate::i18n::Lang;
use crate::model::TimeSpan;
use crate::report::Calendar;
use crate::report::calendar::CalendarEvent;
use crate::text::safe;

/// The most octets of a line without its end (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// When one is reminded of an all-day event, from its midnight: eight in the morning.
const REMINDED: &str = "PT8H";

/// The time zone of every time in the file.
const ZONE: &str = "Europe/Stockholm";

/// Swedish time by the rules since 1996: UTC+1, and UTC+2 from the last Sunday of March to the last Sunday of October.
const ZONE_RULES: [&str; 18] = [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Stockholm",
    "X-LIC-LOCATION:Europe/Stockholm",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// The content of an `.ics` file.
pub fn write(calendar: &Calendar, lang: Lang) -> String {
    let mut file = File::default();
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line(&format!("PRODID:-//vidpennan//vidpennan//{}", lang.pick("SV", "EN")));
    file.line("CALSCALE:GREGORIAN");
    file.line("METHOD:PUBLISH");
    file.text("X-WR-CALNAME", &safe::line(&calendar.name));
    file.line(&format!("X-WR-TIMEZONE:{ZONE}"));
    for rule in ZONE_RULES {
        file.line(rule);
    }
    for event in &calendar.events {
        file.event(event);
    }
    file.line("END:VCALENDAR");
    file.out
}

/// The lines that were written so far, each ended by CR LF.
#[derive(Default)]
struct File {
    out: String,
}

impl File {
    fn event(&mut self, event: &CalendarEvent) {
        self.line("BEGIN:VEVENT");
        self.text("UID", &safe::line(&event.uid));
        self.line(&format!("SEQUENCE:{}", event.sequence));
        // When the record was last written, not when the file was: the same content produces the same bytes.
        let changed = moment(event.changed);
        self.line(&format!("DTSTAMP:{changed}Z"));
        self.line(&format!("LAST-MODIFIED:{changed}Z"));
        match event.time {
            Some(time) => self.hours(event.date, time),
            None => self.whole_day(event.date),
        }
        self.text("SUMMARY", &safe::line(&event.title));
        if !event.about.is_empty() {
            self.text("DESCRIPTION", &safe::lines(&event.about));
        }
        if !event.place.is_empty() {
            self.text("LOCATION", &safe::line(&event.place));
        }
        if event.is_cancelled {
            self.line("STATUS:CANCELLED");
        }
        if event.reminds {
            self.reminder(&safe::line(&event.title));
        }
        self.line("END:VEVENT");
    }

    /// An alarm that shows the title (3.6.6), so long after the event begins.
    fn reminder(&mut self, title: &str) {
        self.line("BEGIN:VALARM");
        self.line("ACTION:DISPLAY");
        self.line(&format!("TRIGGER:{REMINDED}"));
        self.text("DESCRIPTION", title);
        self.line("END:VALARM");
    }

    /// An all-day event ends on the next day (3.6.1), and nobody is busy because something is due.
    fn whole_day(&mut self, date: NaiveDate) {
        self.line(&format!("DTSTART;VALUE=DATE:{}", day(date)));
        if let Some(next) = date.succ_opt() {
            self.line(&format!("DTEND;VALUE=DATE:{}", day(next)));
        }
        self.line("TRANSP:TRANSPARENT");
    }

    /// A meeting without a known end has none in the file either: it then ends when it begins (3.6.1), and no calendar
    /// program invents an hour. One that ends before it begins continues into the next day.
    fn hours(&mut self, date: NaiveDate, time: TimeSpan) {
        let at = |date: NaiveDate, time| format!(";TZID={ZONE}:{}", moment(NaiveDateTime::new(date, time)));
        self.line(&format!("DTSTART{}", at(date, time.start)));
        if let Some(end) = time.end.filter(|&end| end != time.start) {
            let days = Days::new((end < time.start).into());
            if let Some(date) = date.checked_add_days(days) {
                self.line(&format!("DTEND{}", at(date, end)));
            }
        }
        self.line("TRANSP:OPAQUE");
    }

    /// A property whose value is text (3.3.11).
    fn text(&mut self, property: &str, text: &str) {
        let mut line = format!("{property}:");
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => line.extend(['\\', c]),
                '\n' => line.push_str("\\n"),
                c => line.push(c),
            }
        }
        self.line(&line);
    }

    /// A content line, folded between characters so that none of its lines is too long (3.1). A backslash stays with
    /// the character that it escapes, for programs that read lines before they unfold them.
    fn line(&mut self, line: &str) {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() + usize::from(c == '\\') > LONGEST {
                self.out.push_str("\r\n ");
                octets = 1;
            }
            self.out.push(c);
            octets += c.len_utf8();
        }
        self.out.push_str("\r\n");
    }
}

fn day(date: NaiveDate) -> String {
    date.format("%Y%m%d").to_string()
}

fn moment(moment: NaiveDateTime) -> String {
    moment.format("%Y%m%dT%H%M%S").to_string()
}
