//! Counts over meetings: what was raised, what was answered, what was promised and done.

/// What there is, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    /// Meetings.
    pub meetings: usize,
    /// Challenges that were raised.
    pub challenges: usize,
    /// Challenges that were answered.
    pub answered: usize,
    /// Challenges that are open and without an answer.
    pub waiting: usize,
    /// Challenges that are answered and still open.
    pub pending: usize,
    /// Challenges that were answered and are solved.
    pub solved: usize,
    /// Challenges that are solved without an answer.
    pub closed: usize,
    /// Actions, without those that were struck off.
    pub actions: usize,
    /// Actions that are done.
    pub done: usize,
    /// Actions that are open and past their day.
    pub overdue: usize,
    /// Commitments.
    pub commitments: usize,
    /// Commitments that nobody has asked about.
    pub promised: usize,
    /// Commitments that were kept.
    pub kept: usize,
    /// Commitments on their way.
    pub underway: usize,
    /// Commitments that are kept all the time.
    pub continuous: usize,
    /// Commitments that did not come off.
    pub abandoned: usize,
    /// Decisions.
    pub decisions: usize,
    /// Anything else that was noted: advice, ideas, questions …
    pub notes: usize,
}
