//! The store through the verbs of `ops`.

mod earlier_version;
mod operations;
mod searching;
mod undo;
