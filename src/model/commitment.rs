//! The status of a commitment ("Det här ska jag göra imorgon!").

use super::code::coded;

coded! {
    /// What has become of a commitment.
    pub enum CommitmentStatus {
        /// It was promised, and nobody has asked yet.
        Promised = "promised",
        /// The person did what was promised.
        Done = "done",
        /// It is on its way.
        Underway = "underway",
        /// Nothing came of it.
        Abandoned = "abandoned",
        /// It is something one does all the time.
        Continuous = "continuous",
        /// It was closed without anybody having asked: nothing is known of it.
        Archived = "archived",
    } or Unknown
}

impl CommitmentStatus {
    /// Whether it should be asked about again.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Promised | Self::Underway | Self::Unknown)
    }
}
