//! The live screen.

/// See the module.
#[derive(Debug)]
pub struct RoundTableWords {}

pub(super) const SV: RoundTableWords = RoundTableWords {};

pub(super) const EN: RoundTableWords = RoundTableWords {};
