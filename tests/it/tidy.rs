//! The invariants of `src/lib.rs`, looked for in the text of the source.
//!
//! What is not plain English, file by file: `PART=src/export cargo test --test it tidy::english::list -- --ignored
//! --nocapture`; how much is left where: `cargo test --test it tidy::english -- --nocapture`.

mod circles;
mod english;
mod files;
mod graph;
mod interface;
mod layers;
mod long_figures;
mod map;
mod nouns;
mod source;
mod type_names;
mod verbs;
