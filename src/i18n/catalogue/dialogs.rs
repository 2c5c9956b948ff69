//! Dialogs: export, import, confirmations, palette, help.

/// See the module.
#[derive(Debug)]
pub struct DialogWords {}

pub(super) const SV: DialogWords = DialogWords {};

pub(super) const EN: DialogWords = DialogWords {};
