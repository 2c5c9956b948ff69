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
}

impl HalfLine {
    /// The line in a draft, unless it is something else.
    pub fn of_draft(draft: &Draft) -> Option<Self> {
        match draft {
            Draft::Line(text) => Some(Self { at: LineAt::AnyPen, text: text.clone() }),
            Draft::Half(half) => Some(half.clone()),
            Draft::Report(_) | Draft::Example(_) => None,
        }
    }

    /// A line with words in it; `None` for a blank one.
    pub fn of(at: LineAt, text: &str) -> Option<Self> {
        (!text.trim().is_empty()).then(|| Self { at, text: text.to_owned() })
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
