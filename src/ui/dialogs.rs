//! Boxes over the screens. Each is a [`Screen`](super::screen::Screen) that closes with a value; Escape always closes.

pub mod check_in;
pub mod choice;
pub mod confirm;
pub mod files_written;
pub mod findings;
pub mod form;
pub mod help;
pub mod meeting_form;
pub mod message;
pub mod palette;
pub mod paste;
pub mod programme_form;
pub mod refile;
pub mod replace_files;
pub mod sections;
pub mod views;
