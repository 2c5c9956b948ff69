//! The words on the paper: headings and labels of exported minutes.

/// See the module.
#[derive(Debug)]
pub struct PaperWords {}

pub(super) const SV: PaperWords = PaperWords {};

pub(super) const EN: PaperWords = PaperWords {};
