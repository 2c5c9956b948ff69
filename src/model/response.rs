//! The team's answer ("återkoppling"). One response may answer several challenges, and a challenge may have several.

use chrono::NaiveDate;

use super::Due;
use super::code::coded;
use super::id::{MeetingId, ResponseId};

coded! {
    /// What sort of answer it is.
    pub enum ResponseKind {
        /// Nothing more than the answer.
        Answer = "answer",
        /// It is being done.
        Underway = "underway",
        /// It is planned, mostly with a date.
        Planned = "planned",
        /// It is there already.
        Exists = "exists",
        /// The team agrees but cannot promise.
        Agrees = "agrees",
        /// No, because …
        Declined = "declined",
    } or Unknown
}

/// What the team answers to a challenge.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// The same for every challenge that it answers.
    pub id: ResponseId,
    /// That of the first challenge that it answers. It follows from them, and is not written.
    pub meeting: MeetingId,
    /// What sort of answer it is.
    pub kind: ResponseKind,
    /// Its words, one paragraph.
    pub text: String,
    /// The text as it is written in the document it was read from, with its brackets or its `Svar:`; `None` once the
    /// text has changed.
    pub as_written: Option<String>,
    /// The day of the response; absent for what was read from a document.
    pub on: Option<NaiveDate>,
    /// When the planned thing happens.
    pub due: Option<Due>,
    /// Who gave the response: the one named with it, otherwise the scribe.
    pub author: Option<String>,
}
