//! The screen of challenges and the answering of them.

/// See the module.
#[derive(Debug)]
pub struct ChallengesWords {}

pub(super) const SV: ChallengesWords = ChallengesWords {};

pub(super) const EN: ChallengesWords = ChallengesWords {};
