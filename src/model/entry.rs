//! One thing that was said: its kind, its words, where it was captured, and what entries of its kind have beside them.

use chrono::NaiveDateTime;

use super::code::coded;
use super::id::{DeviceId, EntryId, MeetingId, SectionId};
use super::{ActionStatus, ChallengeStatus, Coded, CommitmentStatus, Due, Position};

coded! {
    /// What is said without asking for anything to be done.
    pub enum NoteKind {
        /// Anything that was said.
        Note = "note",
        /// A piece of advice.
        Tip = "tip",
        /// Something that one could try.
        Idea = "idea",
        /// It shows its responses, as a challenge does.
        Question = "question",
        /// A project to learn from.
        Project = "project",
        /// Somebody's own words.
        Quote = "quote",
        /// Something that those present should know.
        Information = "information",
        /// Somebody to turn to.
        Contact = "contact",
    } or Unknown
}

coded! {
    /// What has become of something that was parked.
    pub enum ParkedStatus {
        /// Set aside for later.
        Parked = "parked",
        /// Back on the table.
        Reopened = "reopened",
        /// Somebody is to do it; the action has a record of its own.
        BecameAction = "became_action",
        /// It is raised as a challenge of its own.
        BecameChallenge = "became_challenge",
        /// Written off: nothing will come of it.
        Dismissed = "dismissed",
    } or Unknown
}

/// What an entry is, with the status that its kind has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Something that was said.
    Note(NoteKind),
    /// Something that is hard and wants an answer.
    Challenge(ChallengeStatus),
    /// A promise that a participant makes.
    Commitment(CommitmentStatus),
    /// Something to do, by somebody, by some day.
    Action(ActionStatus),
    /// What the meeting decided; it has no status.
    Decision,
    /// Something set aside for later.
    Parked(ParkedStatus),
}

impl Kind {
    /// A new challenge.
    pub const CHALLENGE: Self = Self::Challenge(ChallengeStatus::Open);
    /// A new commitment.
    pub const COMMITMENT: Self = Self::Commitment(CommitmentStatus::Promised);
    /// A new action.
    pub const ACTION: Self = Self::Action(ActionStatus::New);
    /// A plain note.
    pub const NOTE: Self = Self::Note(NoteKind::Note);
    /// Something newly parked.
    pub const PARKED: Self = Self::Parked(ParkedStatus::Parked);

    /// Every kind, as it begins.
    pub fn all() -> Vec<Self> {
        let begun =
            [Self::NOTE, Self::CHALLENGE, Self::COMMITMENT, Self::ACTION, Self::Decision, Self::PARKED];
        let notes = NoteKind::ALL.iter().map(|kind| Self::Note(*kind)).filter(|kind| *kind != Self::NOTE);
        begun.into_iter().chain(notes).collect()
    }

    /// The stable code of the kind; a note's is that of its [`NoteKind`].
    pub fn code(self) -> &'static str {
        match self {
            Self::Note(note) => note.code(),
            Self::Challenge(_) => "challenge",
            Self::Commitment(_) => "commitment",
            Self::Action(_) => "action",
            Self::Decision => "decision",
            Self::Parked(_) => "parked",
        }
    }

    /// The stable code of the status, for the kinds that have one.
    pub fn status_code(self) -> Option<&'static str> {
        match self {
            Self::Note(_) | Self::Decision => None,
            Self::Challenge(status) => Some(status.code()),
            Self::Commitment(status) => Some(status.code()),
            Self::Action(status) => Some(status.code()),
            Self::Parked(status) => Some(status.code()),
        }
    }

    /// The kind with this code, and the status with that one; without a status, the one it begins with.
    /// `None` for a code that no kind or status has.
    pub fn from_codes(kind: &str, status: Option<&str>) -> Option<Self> {
        fn or_first<S: Coded>(status: Option<&str>) -> Option<S> {
            status.map_or(S::ALL.first().copied(), S::from_code)
        }
        match kind {
            "challenge" => or_first(status).map(Self::Challenge),
            "commitment" => or_first(status).map(Self::Commitment),
            "action" => or_first(status).map(Self::Action),
            "parked" => or_first(status).map(Self::Parked),
            "decision" => status.is_none().then_some(Self::Decision),
            note => NoteKind::from_code(note).filter(|_| status.is_none()).map(Self::Note),
        }
    }

    /// The kind that these codes of a file have, which may be of a newer version: a kind that is not known is like a
    /// note, a status that is not known leaves the kind as it is.
    pub fn from_stored(kind: &str, status: Option<&str>) -> Self {
        Self::from_codes(kind, status).unwrap_or_else(|| match Self::from_codes(kind, None) {
            Some(known) => known.in_unknown_status(),
            None => Self::Note(NoteKind::Unknown),
        })
    }

    /// The same kind in a status of a newer version; kinds without a status stay as they are.
    #[must_use]
    pub fn in_unknown_status(self) -> Self {
        match self {
            Self::Challenge(_) => Self::Challenge(ChallengeStatus::Unknown),
            Self::Commitment(_) => Self::Commitment(CommitmentStatus::Unknown),
            Self::Action(_) => Self::Action(ActionStatus::Unknown),
            Self::Parked(_) => Self::Parked(ParkedStatus::Unknown),
            Self::Note(_) | Self::Decision => self,
        }
    }

    /// Whether the kind or its status is one that only a newer version knows.
    pub fn is_unknown(self) -> bool {
        self == Self::Note(NoteKind::Unknown)
            || (self.status_code().is_some() && self == self.in_unknown_status())
    }

    /// The same kind in the status with which it begins.
    #[must_use]
    pub fn initial(self) -> Self {
        match self {
            Self::Challenge(_) => Self::CHALLENGE,
            Self::Commitment(_) => Self::COMMITMENT,
            Self::Action(_) => Self::ACTION,
            Self::Parked(_) => Self::PARKED,
            Self::Note(_) | Self::Decision => self,
        }
    }

    /// The same kind in every status that it can have, in their order; empty for kinds without a status.
    pub fn statuses(self) -> Vec<Self> {
        fn all<S: Coded>(to_kind: fn(S) -> Kind) -> Vec<Kind> {
            S::ALL.iter().copied().map(to_kind).collect()
        }
        match self {
            Self::Challenge(_) => all(Self::Challenge),
            Self::Commitment(_) => all(Self::Commitment),
            Self::Action(_) => all(Self::Action),
            Self::Parked(_) => all(Self::Parked),
            Self::Note(_) | Self::Decision => Vec::new(),
        }
    }

    /// What this kind is in the status that says the same as that of another: an action that is on its way is ongoing.
    /// `None` where it has none.
    pub fn in_status_like(self, other: Self) -> Option<Self> {
        const SAME: [&[Kind]; 4] = [
            &[Kind::CHALLENGE, Kind::COMMITMENT, Kind::ACTION],
            &[
                Kind::Challenge(ChallengeStatus::Ongoing),
                Kind::Commitment(CommitmentStatus::Underway),
                Kind::Action(ActionStatus::Ongoing),
            ],
            &[
                Kind::Challenge(ChallengeStatus::Solved),
                Kind::Commitment(CommitmentStatus::Done),
                Kind::Action(ActionStatus::Done),
            ],
            &[
                Kind::Commitment(CommitmentStatus::Abandoned),
                Kind::Action(ActionStatus::Struck),
                Kind::Parked(ParkedStatus::Dismissed),
            ],
        ];
        if self.same_kind(other) {
            return Some(other);
        }
        let alike = SAME.iter().find(|alike| alike.contains(&other))?;
        alike.iter().find(|status| status.same_kind(self)).copied()
    }

    /// Whether both are of the same kind, whatever their status. A tip and an idea are not.
    pub fn same_kind(self, other: Self) -> bool {
        self.initial() == other.initial()
    }

    /// Whether somebody still has to do something about it. Notes and decisions are never open.
    pub fn is_open(self) -> bool {
        match self {
            Self::Note(_) | Self::Decision => false,
            Self::Challenge(status) => status.is_open(),
            Self::Commitment(status) => status.is_open(),
            Self::Action(status) => status.is_open(),
            Self::Parked(status) => matches!(status, ParkedStatus::Parked | ParkedStatus::Unknown),
        }
    }

    /// Whether entries of this kind ask for responses: what follows under them in a file is one. Those that any other
    /// has been given are shown all the same.
    pub fn has_responses(self) -> bool {
        matches!(self, Self::Challenge(_) | Self::Note(NoteKind::Question))
    }

    /// Whether entries of this kind have an owner and a due date.
    pub fn has_owner(self) -> bool {
        matches!(self, Self::Challenge(_) | Self::Commitment(_) | Self::Action(_))
    }
}

/// The visible number of a challenge or an action, unique for the replica that assigned it. It never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number {
    /// Counts from 1 on each replica, for each series.
    pub value: u32,
    /// The replica that assigned it.
    pub device: DeviceId,
}

/// Where and when an entry was captured. Exports leave it out unless somebody asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Provenance {
    /// The number of the table, from 1.
    pub table: Option<u16>,
    /// The number of the round, from 1.
    pub round: Option<u16>,
    /// Who held the pen, by name.
    pub scribe: Option<String>,
    /// Local time of the laptop; absent for what was read from a document.
    pub captured_at: Option<NaiveDateTime>,
}

/// One thing that was said: one paragraph of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The same whatever kind it becomes and wherever it is moved.
    pub id: EntryId,
    /// The meeting where it was said.
    pub meeting: MeetingId,
    /// The section where it was captured, whatever kind it becomes.
    pub section: SectionId,
    /// Its place in the section.
    pub position: Position,
    /// How deep it is indented under the entry before it; 0 is the outermost.
    pub depth: u8,
    /// The kind with its status; it may be converted.
    pub kind: Kind,
    /// Its words, one paragraph, as written.
    pub text: String,
    /// The bullet or number it had in the document it was read from (`-`, `•`, `a)`); empty for a
    /// paragraph without one; `None` for what was captured at a meeting.
    pub as_written: Option<String>,
    /// Where and when it was captured.
    pub provenance: Provenance,
    /// Who said it: a person, a role, or nobody.
    pub speaker: Option<String>,
    /// Tags without their `#`, in the order they were given.
    pub tags: Vec<String>,
    /// Marked as important.
    pub starred: bool,
    /// Marked as not written down in full, to come back to ("hann inte").
    pub unfinished: bool,
    /// Who answers for it (kinds with an owner), by name as it was given.
    pub owner: Option<String>,
    /// How the name of [`Entry::owner`] was spelled, where the register calls them something else now.
    pub owner_spelled: Option<String>,
    /// By when it should be done.
    pub due: Option<Due>,
    /// The entry it was made from (`gör till åtgärd`).
    pub source: Option<EntryId>,
    /// Its number as a challenge (U-…); it stays while the entry is of another kind.
    pub challenge_number: Option<Number>,
    /// Its number as an action (Å-…); it stays while the entry is of another kind.
    pub action_number: Option<Number>,
}

impl Entry {
    /// An entry with nothing but a place, a kind and its words.
    pub fn new(
        id: EntryId,
        meeting: MeetingId,
        section: SectionId,
        position: Position,
        kind: Kind,
        text: String,
    ) -> Self {
        Self {
            id,
            meeting,
            section,
            position,
            depth: 0,
            kind,
            text,
            as_written: None,
            provenance: Provenance::default(),
            speaker: None,
            tags: Vec::new(),
            starred: false,
            unfinished: false,
            owner: None,
            owner_spelled: None,
            due: None,
            source: None,
            challenge_number: None,
            action_number: None,
        }
    }

    /// The number that goes with its present kind.
    pub fn number(&self) -> Option<Number> {
        match self.kind {
            Kind::Challenge(_) => self.challenge_number,
            Kind::Action(_) => self.action_number,
            _ => None,
        }
    }
}
