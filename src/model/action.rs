//! The status of an action (åtgärd). That it is overdue is computed from its due date, never stored.

use super::code::coded;

coded! {
    /// What has become of an action.
    pub enum ActionStatus {
        /// Agreed, not begun.
        New = "new",
        /// Somebody works on it.
        Ongoing = "ongoing",
        /// Nothing can be done until somebody else or something else has moved.
        Waiting = "waiting",
        /// Finished; it stays in the lists of what was done.
        Done = "done",
        /// Struck off: it will not be done.
        Struck = "struck",
    } or Unknown
}

impl ActionStatus {
    /// Whether it is still to be done.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Done | Self::Struck)
    }
}
