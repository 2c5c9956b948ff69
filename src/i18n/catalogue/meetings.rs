//! The screen of all meetings, and the forms of a meeting and a section.

/// See the module.
#[derive(Debug)]
pub struct MeetingsWords {}

pub(super) const SV: MeetingsWords = MeetingsWords {};

pub(super) const EN: MeetingsWords = MeetingsWords {};
