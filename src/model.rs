//! What exists and is true: the nouns of a round-table conversation.
//!
//! Pure values. No SQL, no input or output, no clock, no randomness and no words for people. [`cell`] says how they are
//! written in cells, [`noun`] what cells each noun has.

pub mod abbreviation;
pub mod action;
pub mod calendar;
pub mod cell;
pub mod challenge;
pub mod code;
pub mod commitment;
pub mod due;
pub mod entry;
pub mod follow_up;
pub mod history;
pub mod id;
pub mod manuscript;
pub mod meeting;
pub mod noun;
pub mod organisation;
pub mod person;
pub mod position;
pub mod programme;
pub mod report;
pub mod response;
pub mod saved_view;
pub mod section;
pub mod sharing;
pub mod statistics;

pub use abbreviation::Abbreviation;
pub use action::ActionStatus;
pub use challenge::ChallengeStatus;
pub use code::Coded;
pub use commitment::CommitmentStatus;
pub use due::{Due, Precision};
pub use entry::{Entry, Kind, NoteKind, Number, ParkedStatus, Provenance};
pub use follow_up::FollowUp;
pub use manuscript::Manuscript;
pub use meeting::{Field, FieldRole, Meeting, MeetingKind, MinutesStatus, Occasion, Signature, TimeSpan};
pub use organisation::Organisation;
pub use person::Person;
pub use position::Position;
pub use programme::Programme;
pub use report::Report;
pub use response::{Response, ResponseKind};
pub use saved_view::{Facet, FacetKind, SavedView, ViewedList};
pub use section::{Section, SectionKind};
pub use sharing::{FindingKind, Names, Profile, Protection, WhyKept};
