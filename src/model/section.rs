//! A heading in the minutes, its intro text, and what kind of entry is captured under it.

use super::code::coded;
use super::id::{MeetingId, SectionId};
use super::{Kind, NoteKind, Position};

coded! {
    /// What a line becomes that is typed in the section without a marker before it.
    pub enum SectionKind {
        /// Whatever is said.
        Notes = "notes",
        /// Challenges, with the team's responses.
        Challenges = "challenges",
        /// Commitments ("Det här ska jag göra imorgon!").
        Commitments = "commitments",
        /// What is to be done.
        Actions = "actions",
        /// What was decided.
        Decisions = "decisions",
        /// What was asked, with its responses.
        Questions = "questions",
        /// Things set aside.
        Parking = "parking",
    } or Unknown
}

impl SectionKind {
    /// The kind of an entry that is captured here without a marker.
    pub fn own_kind(self) -> Kind {
        match self {
            Self::Notes | Self::Unknown => Kind::NOTE,
            Self::Challenges => Kind::CHALLENGE,
            Self::Commitments => Kind::COMMITMENT,
            Self::Actions => Kind::ACTION,
            Self::Decisions => Kind::Decision,
            Self::Questions => Kind::Note(NoteKind::Question),
            Self::Parking => Kind::PARKED,
        }
    }
}

/// A section of a meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Entries refer to it.
    pub id: SectionId,
    /// The meeting it belongs to.
    pub meeting: MeetingId,
    /// Its place in the meeting.
    pub position: Position,
    /// The heading without a closing colon; empty for what comes before the first heading.
    pub heading: String,
    /// The heading line as it is written in the document it was read from; `None` once the heading has changed.
    pub as_written: Option<String>,
    /// 1 for a section, 2 for a section within a section, and so on to 6.
    pub level: u8,
    /// The paragraphs under the heading, before the entries.
    pub intro: Vec<String>,
    /// What a line becomes here.
    pub kind: SectionKind,
}
