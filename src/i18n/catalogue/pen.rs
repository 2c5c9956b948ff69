//! The pen line: what a line will become, and what it did not understand.

/// See the module.
#[derive(Debug)]
pub struct PenWords {}

pub(super) const SV: PenWords = PenWords {};

pub(super) const EN: PenWords = PenWords {};
