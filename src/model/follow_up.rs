//! One check on a commitment, an action or a challenge: when it was made and what came out of it.

use chrono::NaiveDate;

use super::Kind;
use super::id::{EntryId, FollowUpId};

/// One line in the log under an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUp {
    /// One for each check, also on the same day.
    pub id: FollowUpId,
    /// The entry that was checked on.
    pub entry: EntryId,
    /// The day of the check.
    pub on: NaiveDate,
    /// The entry's kind and status after the check.
    pub outcome: Kind,
    /// What was said about it; may be empty.
    pub comment: String,
    /// Who held the pen when it was written down.
    pub scribe: Option<String>,
}
