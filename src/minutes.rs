//! The paper: one neutral value between a document, the store and every format that is written.
//!
//! Text is read into [`Minutes`], the store composes it, exports write it. Its JSON form is public and stable,
//! `vidpennan.minutes/1`; the README describes it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::{Due, Kind, MinutesStatus, Occasion, ResponseKind, SectionKind, Signature, TimeSpan};

pub mod compose;
pub mod header;
pub mod json;
pub mod layout;
pub mod markdown;
pub mod read;
pub mod shown;
pub mod words;

pub use words::words;

/// The name and version of the JSON form.
pub const SCHEMA: &str = "vidpennan.minutes/1";

/// The minutes of one meeting.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Minutes {
    /// Always [`SCHEMA`].
    #[serde(with = "json::schema")]
    pub schema: (),
    /// The title; empty where the document has none.
    pub title: String,
    /// How far the minutes have come.
    #[serde(with = "json::coded")]
    pub status: MinutesStatus,
    /// The day of the meeting.
    pub date: Option<NaiveDate>,
    /// The time of day, `09:00–12:00`.
    #[serde(with = "json::time")]
    pub time: Option<TimeSpan>,
    /// Where it was held.
    pub place: Option<String>,
    /// The registration number (diarienummer).
    pub reference: Option<String>,
    /// The header fields, in the order and spelling of the document.
    pub fields: Vec<Field>,
    /// The sections in order. What stands before the first heading is a section without one.
    pub sections: Vec<Section>,
    /// When the next meeting is.
    #[serde(with = "json::occasion", skip_serializing_if = "Option::is_none")]
    pub next: Option<Occasion>,
    /// Who signs.
    #[serde(with = "json::signatures")]
    pub signoff: Vec<Signature>,
    /// The sign-off as it stood at the end of the document, where that is not `/Vid pennan` and under it each
    /// name with its role; for as long as the signatures are the same. May run over lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signoff_as_written: Option<String>,
    /// What the reader of a document should look at; empty for minutes that were composed.
    pub remarks: Vec<Remark>,
}

impl Minutes {
    /// The signatures that stand at the end: all but those that a header field gives (`Vid pennan: Ulrika`).
    pub fn signatures_below(&self) -> impl Iterator<Item = &Signature> {
        self.signoff.iter().filter(|signature| !self.fields.iter().any(|field| field.is_signature(signature)))
    }
}

/// A header field.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The label, with its own closing sign if that is not a colon; empty for a line among the fields that has
    /// none (a subtitle).
    pub label: String,
    /// The value as written; may be empty, never runs over several lines.
    pub value: String,
    /// Label and value as they stood in the document, where that is not `label: value`; may run over lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_written: Option<String>,
}

impl Field {
    /// Whether it gives this signature, its label the role and its value the name.
    pub fn is_signature(&self, signature: &Signature) -> bool {
        self.label == signature.role && self.value == signature.name
    }
}

/// A section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The heading without a closing colon; empty for what stands before the first heading.
    pub heading: String,
    /// The heading line as it stood, where that is not the heading itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_written: Option<String>,
    /// 1 to 6.
    pub level: u8,
    /// What is caught here.
    #[serde(with = "json::coded")]
    pub kind: SectionKind,
    /// Paragraphs before the entries.
    #[serde(default)]
    pub intro: Vec<String>,
    /// The entries in order.
    #[serde(default)]
    pub entries: Vec<Entry>,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// What it is, and where it stands: `kind` and, for kinds that have one, `status`.
    #[serde(flatten, with = "json::kind")]
    pub kind: Kind,
    /// Its words: one paragraph without line breaks.
    pub text: String,
    /// How deep it is indented; 0 is the outermost.
    #[serde(default)]
    pub depth: u8,
    /// The bullet sign or number in the document (`-`, `•`, `a)`); empty for a paragraph without one;
    /// absent for what was caught at a meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_written: Option<String>,
    /// The visible number (`U-4`), for challenges and actions that have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The team's answers.
    #[serde(default)]
    pub responses: Vec<Response>,
    /// Who answers for it.
    #[serde(default)]
    pub owner: Option<String>,
    /// By when: ISO 8601 with the precision that was given (`2019-11-15`, `2019-W50`, `2019-11`), and the words
    /// it was said in where they say more.
    #[serde(flatten, with = "json::due")]
    pub due: Option<Due>,
    /// Tags without their `#`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Marked as important.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub starred: bool,
    /// Who said it. Only where speakers were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// Where it was caught. Only where provenance was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provenance: Option<Provenance>,
}

impl Entry {
    /// An entry of which nothing is known but its kind and words.
    pub fn new(kind: Kind, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
            depth: 0,
            as_written: None,
            number: None,
            responses: Vec::new(),
            owner: None,
            due: None,
            tags: Vec::new(),
            starred: false,
            speaker: None,
            provenance: None,
        }
    }
}

/// Where an entry was caught.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// The table's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<u16>,
    /// The round's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<u16>,
    /// Who was at the pen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scribe: Option<String>,
}

/// An answer of the team.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// Its words: one paragraph.
    pub text: String,
    /// What sort of answer it is.
    #[serde(with = "json::coded")]
    pub kind: ResponseKind,
    /// How it stood in the document (`(Stödpaket på gång).`, `Svar: Ja.`), where that is not `(text)`; with the
    /// line break before it where it stood on a line of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_written: Option<String>,
    /// When the planned thing happens.
    #[serde(flatten, with = "json::due")]
    pub due: Option<Due>,
}

/// Something in a document that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// The line, counted from 1.
    pub line: usize,
    /// What it is about; stable.
    pub code: RemarkCode,
    /// The same in words, in the language of the reader.
    pub message: String,
}

/// What a remark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemarkCode {
    /// Two dates of the document contradict each other.
    DateConflict,
    /// The weekday does not fit the date.
    WeekdayMismatch,
    /// The date can be read in two ways.
    AmbiguousDate,
    /// There is no such day.
    InvalidDate,
    /// The date has no year.
    DateWithoutYear,
    /// Characters were lost when the file was made (U+FFFD).
    LostCharacters,
    /// The text looks encoded twice (`frÃ¥n`).
    DoubleEncoding,
    /// The file was not UTF-8 and was read as something else.
    OtherEncoding,
    /// A parenthesis opens and does not close.
    UnclosedParenthesis,
    /// It could be a response or not.
    AmbiguousResponse,
    /// A line stands twice and was kept once.
    RepeatedLine,
    /// Control characters were taken out.
    ControlCharacters,
    /// Something of the document was not read: comments, what was struck out, page headers.
    LeftOut,
}
