//! A meeting, when and where it is held, and the header fields of its minutes.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};

use super::Position;
use super::code::coded;
use super::id::{FieldId, MeetingId, ProgrammeId};

coded! {
    /// The form of a meeting; each has a template of sections.
    pub enum MeetingKind {
        /// In Swedish: rundabordssamtal.
        RoundTable = "round_table",
        /// In Swedish: dialogcafé.
        DialogueCafe = "dialogue_cafe",
        /// In Swedish: nätverksträff.
        Network = "network",
        /// Where something is worked out together.
        Workshop = "workshop",
        /// In Swedish: avstämningsmöte.
        CheckIn = "check_in",
        /// In Swedish: protokollfört möte.
        Formal = "formal",
    } or Unknown
}

coded! {
    /// How far the minutes have come.
    #[derive(Default)]
    pub enum MinutesStatus {
        /// In Swedish: utkast.
        #[default]
        Draft = "draft",
        /// In Swedish: på remiss.
        Circulated = "circulated",
        /// In Swedish: färdigställd.
        Finalised = "finalised",
        /// In Swedish: justerad.
        Verified = "verified",
    } or Unknown
}

/// From when to when, within a day; the end may be unknown.
///
/// Written `09:00–12:00` or `18:30` (ISO 8601 times, an en dash between).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TimeSpan {
    /// When it begins.
    pub start: NaiveTime,
    /// When it ends.
    pub end: Option<NaiveTime>,
}

impl fmt::Display for TimeSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.start.format("%H:%M"))?;
        self.end.map_or(Ok(()), |end| write!(f, "–{}", end.format("%H:%M")))
    }
}

/// The text is not a time span of the form `09:00` or `09:00–12:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotATimeSpan;

impl FromStr for TimeSpan {
    type Err = NotATimeSpan;

    fn from_str(text: &str) -> Result<Self, NotATimeSpan> {
        let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").map_err(|_| NotATimeSpan);
        match text.split_once(['–', '-']) {
            Some((start, end)) => Ok(Self { start: time(start)?, end: Some(time(end)?) }),
            None => Ok(Self { start: time(text)?, end: None }),
        }
    }
}

/// A day, and the time of day where it is known: the next meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Occasion {
    /// On which day it begins.
    pub date: NaiveDate,
    /// The time of day.
    pub time: Option<TimeSpan>,
}

/// A meeting as it is now; its sections and entries refer to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// Sections, entries and fields refer to it.
    pub id: MeetingId,
    /// The programme it belongs to.
    pub programme: Option<ProgrammeId>,
    /// What kind of meeting it is.
    pub kind: MeetingKind,
    /// How far its minutes have come.
    pub status: MinutesStatus,
    /// The title of its minutes.
    pub title: String,
    /// The day it is held.
    pub date: Option<NaiveDate>,
    /// The time of day.
    pub time: Option<TimeSpan>,
    /// Where it is held.
    pub place: String,
    /// For whom ("För vem?").
    pub audience: String,
    /// The registration number (diarienummer), free text.
    pub reference: String,
    /// How many tables there are; 0 where nobody counts them.
    pub tables: u16,
    /// When the next one is.
    pub next: Option<Occasion>,
    /// Who signs off the minutes ("/Vid pennan"), in the order of the sign-off.
    pub signoff: Vec<Signature>,
    /// The sign-off as it is written in the document that was read; `None` once the signatures have changed.
    pub signoff_as_written: Option<String>,
    /// Whether it is written without names: the pen takes no `@`.
    pub nameless: bool,
}

/// One of those who sign off the minutes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Signature {
    /// The person, as it is written.
    pub name: String,
    /// The title or role; may be empty.
    pub role: String,
}

coded! {
    /// What a header field says, where the program knows it.
    pub enum FieldRole {
        /// On which day it was held.
        Date = "date",
        /// The time of day.
        Time = "time",
        /// Where it is held.
        Place = "place",
        /// For whom it was held.
        Audience = "audience",
        /// The registration number.
        Reference = "reference",
        /// Who was there.
        Present = "present",
        /// Who was not.
        Absent = "absent",
        /// A field without a meaning of its own.
        Other = "other",
    } or Unknown
}

/// A header field of the minutes, in its own spelling.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// One for each line of the header.
    pub id: FieldId,
    /// The meeting it belongs to.
    pub meeting: MeetingId,
    /// Its place among the fields.
    pub position: Position,
    /// What it says.
    pub role: FieldRole,
    /// The label without its colon, but with another closing character (`Plats`, `För vem?`).
    pub label: String,
    /// The value as it was written (`181205`).
    pub value: String,
    /// Label and value as they are written in the document that was read; `None` once either has changed.
    pub as_written: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_span_is_read_as_it_is_written() {
        for text in ["09:00–12:00", "18:30"] {
            assert_eq!(text.parse::<TimeSpan>().map(|span| span.to_string()).as_deref(), Ok(text));
        }
        assert_eq!("9-".parse::<TimeSpan>(), Err(NotATimeSpan));
    }
}
