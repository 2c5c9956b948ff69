//! The tests that look at the program from outside, in one binary.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on should fail where it stands"
)]

mod calendar;
mod documents;
mod handbook;
mod journeys;
mod pictures;
mod readme;
mod screens;
mod store;
mod support;
mod tidy;
mod torture;
