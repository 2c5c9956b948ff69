//! The flip-chart of promises and the check-in.

/// See the module.
#[derive(Debug)]
pub struct TomorrowWords {}

pub(super) const SV: TomorrowWords = TomorrowWords {};

pub(super) const EN: TomorrowWords = TomorrowWords {};
