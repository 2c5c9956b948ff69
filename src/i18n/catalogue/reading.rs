//! Reading minutes: remarks, previews and refusals.

/// See the module.
#[derive(Debug)]
pub struct ReadingWords {}

pub(super) const SV: ReadingWords = ReadingWords {};

pub(super) const EN: ReadingWords = ReadingWords {};
