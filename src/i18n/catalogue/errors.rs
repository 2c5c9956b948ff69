//! What went wrong and what to do, for every layer.

/// See the module.
#[derive(Debug)]
pub struct ErrorWords {}

pub(super) const SV: ErrorWords = ErrorWords {};

pub(super) const EN: ErrorWords = ErrorWords {};
