//! Swedish (and some English) words that the pen and the reading of minutes understand, as tables.
//!
//! Every word is written in lower case and NFC; whoever looks a word up folds it first.

pub mod dates;
