//! A line of the pen that was refused, and waits until the one that is written over it is done.

use super::targets::PenTargets;

/// A line that waits.
#[derive(Debug, Default)]
pub(super) struct RefusedLine {
    pub(super) text: String,
    /// Why it was refused; `None` where that is not known any more.
    pub(super) why: Option<String>,
    /// What it changes: that which it was begun for.
    pub(super) targets: PenTargets,
}
