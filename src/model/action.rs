//! Where an action (åtgärd) stands. That it is overdue is computed from its due date, never stored.

use super::code::coded;

coded! {
    /// What has become of an action.
    pub enum ActionStatus {
        /// Agreed, not begun.
        New = "new",
        /// Under way.
        Ongoing = "ongoing",
        /// Waits for somebody or something.
        Waiting = "waiting",
        /// Done.
        Done = "done",
        /// Struck off: it will not be done.
        Struck = "struck",
    }
}

impl ActionStatus {
    /// Whether it is still to be done.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Done | Self::Struck)
    }
}
