//! Minutes: one neutral value between a document, the store and every format that is written.
//!
//! Text is read into [`Minutes`], the store composes it, exports write it. Its JSON form is public and stable,
//! `vidpennan.minutes/1`; the README describes it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::{Due, Kind, MinutesStatus, Occasion, ResponseKind, SectionKind, Signature, TimeSpan};

pub mod compose;
pub mod details;
pub mod header;
pub mod interchange;
pub mod layout;
pub mod markdown;
pub mod provenance;
pub mod read;
pub mod words;

use interchange::values;
pub use words::words;

/// The name and version of the JSON form.
pub const SCHEMA: &str = "vidpennan.minutes/1";

/// The minutes of one meeting.
#[derive(Debug, Clone, PartialEq, Default, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Minutes {
    /// Written and read as [`SCHEMA`].
    #[serde(with = "values::schema")]
    pub schema: (),
    /// Empty where the document has none.
    pub title: String,
    /// How far they have come, from a draft to verified minutes.
    #[serde(with = "values::coded")]
    pub status: MinutesStatus,
    /// The day of the meeting, not of the writing.
    #[serde(with = "values::day")]
    pub date: Option<NaiveDate>,
    /// The time of day, `09:00–12:00`.
    #[serde(with = "values::time")]
    pub time: Option<TimeSpan>,
    /// Where it was held.
    pub place: Option<String>,
    /// The registration number (diarienummer).
    pub reference: Option<String>,
    /// The header fields, in the order and spelling of the document.
    pub fields: Vec<Field>,
    /// The sections in order. What comes before the first heading is a section without one.
    pub sections: Vec<Section>,
    /// When the next meeting is.
    #[serde(with = "values::occasion", skip_serializing_if = "Option::is_none")]
    pub next: Option<Occasion>,
    /// The signatories, at the end and in header fields.
    #[serde(with = "values::signatures")]
    pub signoff: Vec<Signature>,
    /// The sign-off as it was written at the end of the document, where that is not `/Vid pennan` and under it each
    /// name with its role; for as long as the signatures are the same. May run over lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signoff_as_written: Option<String>,
    /// What the reader of a document should look at; empty for minutes that were composed.
    pub remarks: Vec<Remark>,
}

impl Minutes {
    /// The signatures at the end: all but those that are a header field (`Vid pennan: Ulrika`).
    pub fn signatures_below(&self) -> impl Iterator<Item = &Signature> {
        let above = signed_above(&self.signoff, &self.fields);
        let below =
            self.signoff.iter().enumerate().filter(move |(at, _)| !above.iter().any(|(own, _)| own == at));
        below.map(|(_, signature)| signature)
    }
}

/// Which signatures are header fields: the index of each among the signatures, and of its field among the fields. One
/// that says the same once more is at the end as well.
pub fn signed_above(signoff: &[Signature], fields: &[Field]) -> Vec<(usize, usize)> {
    let mut above: Vec<(usize, usize)> = Vec::new();
    for (at, signature) in signoff.iter().enumerate() {
        let is_free = |field: &usize| !above.iter().any(|(_, taken)| taken == field);
        let mut fields =
            (0..fields.len()).filter(|at| fields.get(*at).is_some_and(|it| it.is_signature(signature)));
        if let Some(field) = fields.find(is_free) {
            above.push((at, field));
        }
    }
    above
}

/// A line of the header: a label and its value.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Without a closing colon, but with any other closing punctuation (`För vem?`); empty for a line among the
    /// fields that has no label (a subtitle).
    pub label: String,
    /// The value as written; may be empty, never runs over several lines.
    pub value: String,
    /// Label and value as they were written in the document, where that is not `label: value`; may run over lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_written: Option<String>,
}

impl Field {
    /// Whether it is this signature, its label the role and its value the name.
    pub fn is_signature(&self, signature: &Signature) -> bool {
        self.label == signature.role && self.value == signature.name
    }
}

/// A heading and what is below it, up to the next heading of any level.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Without a closing colon; empty for what comes before the first heading.
    pub heading: String,
    /// The heading line as it was written, where that is not the heading itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_written: Option<String>,
    /// 1 to 6.
    pub level: u8,
    /// Which kind its entries are unless they say otherwise.
    #[serde(with = "values::coded")]
    pub kind: SectionKind,
    /// Paragraphs before the entries.
    #[serde(default)]
    pub intro: Vec<String>,
    /// The entries in order, nested by their depth.
    #[serde(default)]
    pub entries: Vec<Entry>,
}

/// An item of a list, or a paragraph among the entries of a section.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "marks that have nothing to do with each other")]
pub struct Entry {
    /// What it is and how far it has come: `kind` and, for kinds that have one, `status`.
    #[serde(flatten, with = "values::kind")]
    pub kind: Kind,
    /// Its words: one paragraph without line breaks.
    pub text: String,
    /// How deep it is indented; 0 is the outermost.
    #[serde(default)]
    pub depth: u8,
    /// The bullet or number before it in the document (`-`, `•`, `a)`); empty for a paragraph without one;
    /// absent for what was written down at a meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_written: Option<String>,
    /// The visible number (`U-4`), for challenges and actions that have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The team's answers.
    #[serde(default)]
    pub responses: Vec<Response>,
    /// Who is responsible for it.
    #[serde(default)]
    pub owner: Option<String>,
    /// How the owner's name was spelled, where the register calls them something else now: the words may say it so. It
    /// is not in the JSON form, whose reader has no register.
    #[serde(skip)]
    pub owner_spelled: Option<String>,
    /// Whether somebody is responsible whose name was left out: then there is no `owner`, and it is not missing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub owner_withheld: bool,
    /// Whether the words said who is responsible before names were hidden in them: then they say it still.
    #[serde(skip)]
    pub owner_said: bool,
    /// Whether the words said what kind of entry it is before names were hidden in them: then they say it still.
    #[serde(skip)]
    pub kind_said: bool,
    /// By when: ISO 8601 with the precision that was given (`2019-11-15`, `2019-W50`, `2019-11`), and the words
    /// it was said in where they say more.
    #[serde(flatten, with = "values::due")]
    pub due: Option<Due>,
    /// Tags without their `#`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Marked as important.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub starred: bool,
    /// Marked as not written down in full, to come back to.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unfinished: bool,
    /// Who said it. Left out unless speakers are to be named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// Where it was written down. Left out unless that is to be named.
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
            owner_spelled: None,
            owner_withheld: false,
            owner_said: false,
            kind_said: false,
            due: None,
            tags: Vec::new(),
            starred: false,
            unfinished: false,
            speaker: None,
            provenance: None,
        }
    }
}

/// Where an entry was written down.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// The number of the table at which it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<u16>,
    /// The number of the round in which it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<u16>,
    /// Who wrote it down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scribe: Option<String>,
}

/// An answer of the team.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Deserialize)]
pub struct Response {
    /// Its words: one paragraph.
    pub text: String,
    /// What sort of answer it is.
    #[serde(with = "values::coded")]
    pub kind: ResponseKind,
    /// How it was written in the document (`(Stödpaket på gång).`, `Svar: Ja.`), where that is not `(text)`; with
    /// the line break before it where it was on a line of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_written: Option<String>,
    /// When the planned thing happens.
    #[serde(flatten, with = "values::due")]
    pub due: Option<Due>,
}

/// Something in a document that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// The line, counted from 1.
    pub line: usize,
    /// What it is about; stable.
    pub code: RemarkCode,
    /// What to look at, as a sentence in the language of the reader.
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
    /// Several sections have a date of their own: the text may be of several meetings.
    SeveralMeetings,
    /// The date has no year.
    DateWithoutYear,
    /// The text has no date, and that in the name of the file was taken.
    DateOfFile,
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
    /// A line is repeated and was read once.
    RepeatedLine,
    /// Control characters were taken out.
    ControlCharacters,
    /// Something of the document was not read: comments, what was struck out, page headers.
    LeftOut,
}
