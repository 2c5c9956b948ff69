//! Counts over meetings: what was raised, what was answered, what was promised and done.

/// What there is, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    /// How many meetings the figures are about.
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
    /// Commitments in any status.
    pub commitments: usize,
    /// Commitments that nobody has asked about.
    pub promised: usize,
    /// Commitments that were fulfilled.
    pub kept: usize,
    /// Commitments on their way.
    pub underway: usize,
    /// Commitments that are fulfilled all the time.
    pub continuous: usize,
    /// Commitments that nothing came of.
    pub abandoned: usize,
    /// Commitments that were closed without anybody having asked.
    pub archived: usize,
    /// How many decisions were made.
    pub decisions: usize,
    /// Anything else that was noted: advice, ideas, questions …
    pub notes: usize,
}
