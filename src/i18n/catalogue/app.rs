//! The frame: tabs, header, footer, notices, themes.

/// See the module.
#[derive(Debug)]
pub struct AppWords {}

pub(super) const SV: AppWords = AppWords {};

pub(super) const EN: AppWords = AppWords {};
