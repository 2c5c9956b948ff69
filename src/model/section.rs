//! A heading in the minutes, its intro text, and what sort of thing is caught under it.

use super::code::coded;
use super::id::{MeetingId, SectionId};
use super::{Kind, NoteKind, Position};

coded! {
    /// What a line becomes that is typed in the section without a sign before it.
    pub enum SectionKind {
        /// Notes.
        Notes = "notes",
        /// Challenges, with the team's responses.
        Challenges = "challenges",
        /// Commitments ("Det här ska jag göra imorgon!").
        Commitments = "commitments",
        /// Actions.
        Actions = "actions",
        /// Decisions.
        Decisions = "decisions",
        /// Questions.
        Questions = "questions",
        /// Things set aside.
        Parking = "parking",
    }
}

impl SectionKind {
    /// The kind of an entry that is caught here without a sign.
    pub fn own_kind(self) -> Kind {
        match self {
            Self::Notes => Kind::NOTE,
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
    /// Its identity.
    pub id: SectionId,
    /// The meeting it belongs to.
    pub meeting: MeetingId,
    /// Its place in the meeting.
    pub position: Position,
    /// The heading without a closing colon; empty for what stands before the first heading.
    pub heading: String,
    /// The heading line as it stood in the document it was read from; for as long as the heading is the same.
    pub as_written: Option<String>,
    /// 1 for a section, 2 for a section within a section, and so on to 6.
    pub level: u8,
    /// The paragraphs under the heading, before the entries.
    pub intro: Vec<String>,
    /// What is caught here.
    pub kind: SectionKind,
}
