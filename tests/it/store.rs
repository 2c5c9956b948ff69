//! The store through the verbs of `ops`.

mod operations;
mod undo;
