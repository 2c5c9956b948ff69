//! The long-running effort that the meetings belong to.

use super::id::ProgrammeId;

/// A programme, such as a municipality's programme for quality of life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    /// Meetings refer to it.
    pub id: ProgrammeId,
    /// As it is written in reports.
    pub name: String,
    /// Its core values (värdeord).
    pub values: Vec<String>,
    /// What it wants to reach, one goal each.
    pub goals: Vec<String>,
}
