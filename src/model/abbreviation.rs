//! What is typed in short within a programme.

use super::id::{AbbreviationId, ProgrammeId};

/// Letters that the pen writes out: `lkp` for Livskvalitetsprogrammet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Abbreviation {
    /// One for each short form of a programme.
    pub id: AbbreviationId,
    /// The programme in whose meetings it is written out.
    pub programme: ProgrammeId,
    /// What is typed: one word.
    pub short: String,
    /// What it becomes.
    pub long: String,
}
