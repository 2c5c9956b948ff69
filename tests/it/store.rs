//! The store through the verbs of `ops`.

mod operations;
mod searching;
mod undo;
