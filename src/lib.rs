//! vidpennan: minutes, answers and promises from round-table conversations.

pub mod clock;
pub mod demo;
pub mod export;
pub mod i18n;
pub mod import;
pub mod minutes;
pub mod model;
pub mod ops;
pub mod pen;
pub mod speech;
pub mod store;
pub mod ui;
