//! The store through the verbs of `ops`.

mod branch_names;
mod cells;
mod copies;
mod damaged;
mod earlier_version;
mod foreign_log;
mod forks;
mod latest;
mod merge;
mod moving;
mod newer_version;
mod operations;
mod order;
mod own_work;
mod people;
mod places;
mod replica;
mod same_words;
mod searching;
mod several_laptops;
mod spaces;
mod undo;
mod undo_beside_others;
mod undo_chosen;
mod wrong_clock;
