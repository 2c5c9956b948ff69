//! The screen of actions and commitments.

/// See the module.
#[derive(Debug)]
pub struct FollowUpWords {}

pub(super) const SV: FollowUpWords = FollowUpWords {};

pub(super) const EN: FollowUpWords = FollowUpWords {};
