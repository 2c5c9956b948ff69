//! Operations by name, undo and redo.

/// See the module.
#[derive(Debug)]
pub struct HistoryWords {}

pub(super) const SV: HistoryWords = HistoryWords {};

pub(super) const EN: HistoryWords = HistoryWords {};
