//! The store through the verbs of `ops`.

mod earlier_version;
mod merge;
mod operations;
mod people;
mod replica;
mod searching;
mod undo;
