//! The command line: help, results and usage errors.

/// See the module.
#[derive(Debug)]
pub struct CliWords {}

pub(super) const SV: CliWords = CliWords {};

pub(super) const EN: CliWords = CliWords {};
