//! Where a promise stands ("Det här ska jag göra imorgon!").

use super::code::coded;

coded! {
    /// What has become of a commitment.
    pub enum CommitmentStatus {
        /// It was promised, and nobody has asked yet.
        Promised = "promised",
        /// It was done.
        Done = "done",
        /// It is on its way.
        Underway = "underway",
        /// It did not come off.
        Abandoned = "abandoned",
        /// It is something one does all the time.
        Continuous = "continuous",
    }
}

impl CommitmentStatus {
    /// Whether it should be asked about again.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Promised | Self::Underway)
    }
}
