//! What is in the pen to be corrected: an entry or a response, as it was when its line was put there.

use chrono::NaiveDate;

use crate::model::id::ResponseId;
use crate::model::{Due, Entry, SectionKind};
use crate::ops::{EntryLine, Reply, Seen};
use crate::pen::{self, Meaning, Refusal};

/// What the pen is doing.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum Mode {
    /// It captures what is said.
    #[default]
    Capturing,
    /// It corrects an entry.
    Correcting(Box<Correction>),
    /// It corrects a response.
    CorrectingResponse(Box<ResponseCorrection>),
}

impl Mode {
    /// What was put in the pen to be corrected; `None` while it captures.
    pub(super) fn shown(&self) -> Option<&str> {
        match self {
            Self::Capturing => None,
            Self::Correcting(correction) => Some(&correction.shown),
            Self::CorrectingResponse(correction) => Some(&correction.shown),
        }
    }

    /// What was in the pen before; empty while it captures.
    pub(super) fn set_aside(self) -> String {
        match self {
            Self::Capturing => String::new(),
            Self::Correcting(correction) => correction.set_aside,
            Self::CorrectingResponse(correction) => correction.set_aside,
        }
    }

    /// The same as [`Mode::set_aside`], left where it is.
    pub(super) fn waiting(&self) -> &str {
        match self {
            Self::Capturing => "",
            Self::Correcting(correction) => &correction.set_aside,
            Self::CorrectingResponse(correction) => &correction.set_aside,
        }
    }

    /// What is corrected, in a sentence; `None` while it captures.
    pub(crate) fn name(&self) -> Option<&str> {
        match self {
            Self::Capturing => None,
            Self::Correcting(correction) => Some(&correction.name),
            Self::CorrectingResponse(correction) => Some(&correction.name),
        }
    }
}

/// An entry whose line is in the pen.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Correction {
    /// As it was when its line was put in the pen.
    pub(crate) entry: Entry,
    /// What the entry is called in a sentence.
    pub(crate) name: String,
    /// Its words as they were.
    pub(crate) before: Seen<String>,
    /// What was put in the pen: the whole line, or only the words where no line means the entry.
    pub(super) shown: String,
    /// The kind of its section, where the whole line is in the pen.
    pub(super) line_in: Option<SectionKind>,
    /// What was in the pen before.
    pub(super) set_aside: String,
}

impl Correction {
    /// Whether the whole line is in the pen, and not only the words.
    pub(crate) fn is_whole(&self) -> bool {
        self.line_in.is_some()
    }

    /// Whether the entry has a speaker or an owner already.
    pub(super) fn names_somebody(&self) -> bool {
        self.entry.speaker.is_some() || self.entry.owner.is_some()
    }

    /// What the entry becomes by this line, which means `meaning`; `None` where the line is no entry, or where only the
    /// words are in the pen. After a blank all of it is words.
    pub(crate) fn read(&self, line: &str, meaning: Result<Meaning, Refusal>) -> Option<EntryLine> {
        let section = self.line_in?;
        let before = EntryLine::of(&self.entry);
        if line.starts_with(char::is_whitespace) {
            return Some(EntryLine { text: line.trim().to_owned(), ..before });
        }
        let Ok(Meaning::Entry(line)) = meaning else { return None };
        let had_marker = !self.entry.kind.same_kind(section.own_kind()) && pen::has_marker(self.entry.kind);
        let kind = match line.kind {
            Some(kind) if kind.same_kind(self.entry.kind) => self.entry.kind,
            Some(kind) => kind,
            None if had_marker => section.own_kind(),
            None => self.entry.kind,
        };
        let name = line.owner.or(line.speaker);
        let was_owned = pen::is_owned(self.entry.kind);
        let (speaker, owner) = match (pen::is_owned(kind), was_owned) {
            (true, true) => (before.speaker, name),
            (false, false) => (name, before.owner),
            (true, false) => (None, name),
            (false, true) => (name, None),
        };
        let same_day = |due: &Due| {
            before.due.as_ref().is_some_and(|of| (of.day, of.precision) == (due.day, due.precision))
        };
        let due = if line.due.as_ref().is_some_and(same_day) { before.due } else { line.due };
        Some(EntryLine { kind, text: line.text, speaker, owner, tags: line.tags, due })
    }
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
    /// The day that dates count from: that of the meeting.
    pub(super) today: NaiveDate,
    /// What was in the pen before.
    pub(super) set_aside: String,
}

impl ResponseCorrection {
    /// What the response becomes by this line. A date that is left keeps the words it was named by.
    pub(crate) fn read(&self, line: &str) -> Reply {
        let pen::ResponseWords { kind, text, due } = pen::read_response(line, self.today);
        let before = &self.before.value;
        let same_day = |due: &Due| {
            before.due.as_ref().is_some_and(|of| (of.day, of.precision) == (due.day, due.precision))
        };
        let due = if due.as_ref().is_some_and(same_day) { before.due.clone() } else { due };
        Reply { kind, text, due }
    }
}
