//! The tests that look at the program from outside, in one binary.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on should fail where it stands"
)]

mod app;
mod arbitrary;
mod archive;
mod calendar;
mod calendar_file;
mod challenges;
mod cli;
mod docx;
mod evenings;
mod export;
mod exporting;
mod faults;
mod finding;
mod follow_up;
mod frame;
mod jobs;
mod manuscripts;
mod meetings;
mod office;
mod papers;
mod pdf;
mod people;
mod privacy;
mod reading;
mod reading_any_text;
mod reading_word;
mod readme;
mod reports;
mod round_table;
mod sheets;
mod store;
#[cfg(unix)]
mod terminal;
mod tidy;
mod undo;
mod web;
#[cfg(unix)]
mod window;
