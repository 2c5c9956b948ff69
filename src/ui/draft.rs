//! What was written and is not in the store when the program ends. It is kept in a file beside the store, and taken up
//! when the program is opened again.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::minutes::Minutes;
use crate::minutes::interchange::values;
use crate::model::Report;
use crate::store::HeldRows;

/// Words that are not in the store yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// A line that was being written, of which nobody knows where.
    Line(String),
    /// A line that was being written, and where.
    Half(HalfLine),
    /// A form that was being filled in.
    Form(HalfForm),
    /// A report that was being edited when the store could not be written.
    Report(UnsavedReport),
    /// What somebody wrote in the example, which ended before they could be asked what becomes of it.
    Example(Minutes),
}

/// A line that has been begun and is not saved. It comes back where it was written, and nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HalfLine {
    /// Where it was being written.
    pub at: LineAt,
    /// Its text as it was typed.
    pub text: String,
    /// Of a correction: the line as it was when it was begun. Nothing is known of it in a draft of an earlier version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub began: Option<String>,
}

impl HalfLine {
    /// The line in a draft, unless it is something else.
    pub fn of_draft(draft: &Draft) -> Option<Self> {
        match draft {
            Draft::Line(text) => Some(Self { at: LineAt::AnyPen, text: text.clone(), began: None }),
            Draft::Half(half) => Some(half.clone()),
            Draft::Form(_) | Draft::Report(_) | Draft::Example(_) => None,
        }
    }

    /// A line with words in it; `None` for a blank one.
    pub fn of(at: LineAt, text: &str) -> Option<Self> {
        (!text.trim().is_empty()).then(|| Self { at, text: text.to_owned(), began: None })
    }

    /// The same of a line that began as `shown`.
    #[must_use]
    pub fn begun_as(self, shown: Option<&str>) -> Self {
        Self { began: shown.map(str::to_owned), ..self }
    }

    /// Whether what it corrects, which would be taken up as `shown` now, has been changed since it was begun.
    pub fn is_outdated(&self, shown: &str) -> bool {
        self.began.as_deref().is_some_and(|began| began != shown)
    }
}

impl From<HalfLine> for Draft {
    fn from(half: HalfLine) -> Self {
        match half.at {
            LineAt::AnyPen => Self::Line(half.text),
            _ => Self::Half(half),
        }
    }
}

/// Where a line is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineAt {
    /// Nobody knows where, or that is gone: the next pen takes it.
    AnyPen,
    /// At the pen of a meeting.
    Pen(Uuid),
    /// In the line of an entry that is corrected.
    Entry {
        /// The meeting that the entry was said at.
        meeting: Uuid,
        /// The entry whose line it is.
        entry: Uuid,
    },
    /// In the line of a response that is corrected.
    Response {
        /// The meeting that the response belongs to.
        meeting: Uuid,
        /// The response whose line it is.
        response: Uuid,
    },
    /// In a response to these challenges.
    Answer(Vec<Uuid>),
    /// In the line for promises of a meeting.
    Promise(Uuid),
    /// In the comment on an entry that is asked about.
    Comment(Uuid),
    /// Several lines that were pasted at the pen of a meeting, in the preview.
    Paste(Uuid),
}

impl LineAt {
    /// Whether a line at `place` goes on with what was written here: the same place, or a response to one of the same
    /// challenges.
    pub fn is_near(&self, place: &Self) -> bool {
        match (self, place) {
            (Self::AnyPen, _) => true,
            (Self::Answer(begun), Self::Answer(now)) => begun.iter().any(|challenge| now.contains(challenge)),
            _ => self == place,
        }
    }
}

/// A form that has been begun and is not saved. It comes back where it is opened again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HalfForm {
    /// Which form it is, and of what.
    pub at: FormAt,
    /// What is written over its fields.
    pub title: String,
    /// What was changed in it.
    pub fields: Vec<HalfField>,
}

/// A field of a form that has been changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HalfField {
    /// Which of the fields.
    pub index: usize,
    /// What it was before, and what it is now: its text, or the code of its choice.
    pub shown: String,
    /// See `shown`.
    pub value: String,
}

/// Which form it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormAt {
    /// The one in which a meeting is made.
    NewMeeting,
    /// The one in which a meeting that is there is changed.
    Meeting(Uuid),
    /// The one in which a meeting gets another section.
    NewSection(Uuid),
    /// The one in which a heading and what is under it are changed.
    Section(Uuid),
    /// The one with what several meetings have in common.
    Programme(Uuid),
    /// The one with what is typed in short there.
    Abbreviations(Uuid),
    /// The one in which somebody is entered in the register.
    NewPerson,
    /// The one in which somebody in the register is corrected.
    Person(Uuid),
    /// The one that asks who writes at the pen.
    Scribe,
    /// The name of a saved view, in the box with them.
    ViewName,
    /// Of what a command does with these entries.
    Entries {
        /// The name of the command.
        command: String,
        /// The entries that it is done to.
        entries: Vec<Uuid>,
    },
}

/// The edited text of a report, with what is needed to store it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnsavedReport {
    /// The meeting or the programme that it is about.
    pub subject: Uuid,
    /// What that is called.
    pub name: String,
    /// Which report it is.
    #[serde(with = "values::coded")]
    pub report: Report,
    /// The stored text that was written on; `None` where it was a fresh one.
    pub before: Option<String>,
    /// What was held of the log then; nothing is known of it in a draft of an earlier version.
    #[serde(default)]
    pub held: HeldRows,
    /// Its text now.
    pub text: String,
}
