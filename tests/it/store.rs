//! The store through the verbs of `ops`.

mod earlier_version;
mod merge;
mod operations;
mod searching;
mod undo;
