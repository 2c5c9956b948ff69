//! The status of a challenge. Whether it is answered is not stored: it follows from its responses.

use super::code::coded;

coded! {
    /// What has become of a challenge that the room raised.
    pub enum ChallengeStatus {
        /// Nobody has taken it on yet.
        Open = "open",
        /// Somebody works on it.
        Ongoing = "ongoing",
        /// Nothing is left to do about it.
        Solved = "solved",
        /// It was looked at and is still there.
        Remains = "remains",
        /// It was handed to somebody else.
        Referred = "referred",
    } or Unknown
}

impl ChallengeStatus {
    /// Whether somebody still has to do something about it.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Solved | Self::Referred)
    }
}
