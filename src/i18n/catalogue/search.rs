//! The search screen.

/// See the module.
#[derive(Debug)]
pub struct SearchWords {}

pub(super) const SV: SearchWords = SearchWords {};

pub(super) const EN: SearchWords = SearchWords {};
