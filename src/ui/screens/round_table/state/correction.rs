//! What is in the pen to be corrected: an entry or a response, as it was when its line was put there.

use crate::model::Due;
use crate::model::id::{MeetingId, ResponseId};
use crate::ops::{Reply, Seen};
use crate::pen;
use crate::ui::draft::LineAt;
use crate::ui::lists::correction::Correction;
use crate::ui::lists::last_turns::LastTurns;
use crate::ui::lists::response_author::ResponseAuthor;

/// What the pen is doing.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum Mode {
    /// It captures what is said.
    #[default]
    Capturing,
    /// It corrects an entry, and this was in the pen before.
    Correcting(Box<Correction>, String),
    /// It corrects a response.
    CorrectingResponse(Box<ResponseCorrection>),
}

impl Mode {
    /// What was put in the pen to be corrected; `None` while it captures.
    pub(super) fn shown(&self) -> Option<&str> {
        match self {
            Self::Capturing => None,
            Self::Correcting(correction, _) => Some(&correction.shown),
            Self::CorrectingResponse(correction) => Some(&correction.shown),
        }
    }

    /// What was in the pen before; empty while it captures.
    pub(super) fn set_aside(self) -> String {
        match self {
            Self::Capturing => String::new(),
            Self::Correcting(_, set_aside) => set_aside,
            Self::CorrectingResponse(correction) => correction.set_aside,
        }
    }

    /// The same as [`Mode::set_aside`], left where it is.
    pub(super) fn waiting(&self) -> &str {
        match self {
            Self::Capturing => "",
            Self::Correcting(_, set_aside) => set_aside,
            Self::CorrectingResponse(correction) => &correction.set_aside,
        }
    }

    /// Where its line is written, in this meeting if there is one.
    pub(super) fn place(&self, meeting: Option<MeetingId>) -> LineAt {
        match (self, meeting) {
            (Self::Correcting(correction, _), _) => correction.place(),
            (Self::CorrectingResponse(correction), Some(meeting)) => {
                LineAt::Response { meeting: meeting.0, response: correction.id.0 }
            }
            (_, Some(meeting)) => LineAt::Pen(meeting.0),
            (_, None) => LineAt::AnyPen,
        }
    }

    /// What is corrected, in a sentence; `None` while it captures.
    pub(crate) fn name(&self) -> Option<&str> {
        match self {
            Self::Capturing => None,
            Self::Correcting(correction, _) => Some(&correction.name),
            Self::CorrectingResponse(correction) => Some(&correction.name),
        }
    }
}

/// A correction that Escape has left with words in it that are not saved.
#[derive(Debug)]
pub(super) struct LeftCorrection {
    /// What was corrected.
    pub(super) mode: Mode,
    /// The words that it had become.
    pub(super) text: String,
    /// What was in the pen afterwards.
    pub(super) over: String,
    /// What could be undone then.
    pub(super) turns: LastTurns,
    /// Whether nothing was written in the pen since.
    pub(super) is_newest: bool,
}

/// A response whose line is in the pen.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ResponseCorrection {
    /// The response that is corrected.
    pub(crate) id: ResponseId,
    /// What it is called in a sentence.
    pub(super) name: String,
    /// What it was when its line was put in the pen.
    pub(crate) before: Seen<Reply>,
    /// What was put in the pen.
    pub(super) shown: String,
    /// Who gave it, and what its line is read against.
    pub(crate) author: ResponseAuthor,
    /// What was in the pen before.
    pub(super) set_aside: String,
}

impl ResponseCorrection {
    /// What the response becomes by this line. A date that is left keeps the words it was named by.
    pub(crate) fn read(&self, line: &str) -> Reply {
        let pen::ResponseWords { kind, text, due, .. } = pen::read_response(line, &self.author.context());
        let before = &self.before.value;
        let same_day = |due: &Due| {
            before.due.as_ref().is_some_and(|of| (of.day, of.precision) == (due.day, due.precision))
        };
        let due = if due.as_ref().is_some_and(same_day) { before.due.clone() } else { due };
        Reply { kind, text, due }
    }
}
